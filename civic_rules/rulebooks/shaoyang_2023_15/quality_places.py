"""The fifth box, items 10 to 19: culture, sports, science, safety, environment, law, emergencies, customs, key groups.

Full coverage is judged on the city. What each community has of it is a variant that judges nobody.
"""

from civic_rules.expressions import all_of, any_of, choose, either, not_, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    AGRICULTURE,
    CIVIL_AFFAIRS,
    CULTURE,
    EMERGENCY_MANAGEMENT,
    HEALTH,
    HOUSING,
    JUSTICE,
    PARTY_ORGANISATION,
    POLITICAL_LEGAL,
    PUBLIC_SECURITY,
    PUBLICITY,
    SCIENCE,
    SCIENCE_ASSOCIATION,
    URBAN_MANAGEMENT,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.quality_people import ONE_FOR_INFORMATION, OPEN_LIST
from civic_rules.rulebooks.shaoyang_2023_15.readings import (
    CIRCLE_REACH,
    DRILL_PERIOD,
    OFFICER_COUNT,
    POLICE_AREA,
    SCIENCE_OCCASIONS,
    TRAVEL_MODE,
)
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
street = subject("street")
community = subject("community")

SCIENCE_WEEK = community.event_count("science-week-activity", "year") >= "1 event"
SCIENCE_DAY = community.event_count("science-day-activity", "year") >= "1 event"
HAS_CULTURAL_CENTRE = community.arrangement("cultural-centre").in_place()

SAFETY_BODIES = (POLITICAL_LEGAL, PUBLIC_SECURITY)
ENVIRONMENT_BODIES = (HOUSING, URBAN_MANAGEMENT)
SCIENCE_BODIES = (SCIENCE, SCIENCE_ASSOCIATION)
DELIBERATION_BODIES = (CIVIL_AFFAIRS, PARTY_ORGANISATION)
CUSTOMS_BODIES = (PUBLICITY, AGRICULTURE, CIVIL_AFFAIRS)

LAST_PERIOD = Text(
    zh="看最近一个已结束的日历周期；文件施行前开始的周期不作判断。",
    en="The last calendar period that is over counts. A period that began before the document was in force is not "
    "judged.",
)

ON_FOOT = community.fitness_mode.is_("walking")
EVERY_RESIDENT = community.fitness_residents / community.residents >= "100 %"
URBAN_TIME = community.fitness_time <= "15 minute"
RURAL_TIME = community.fitness_time <= "30 minute"
URBAN_CIRCLE = choose(CIRCLE_REACH, as_meant=URBAN_TIME, all_residents=all_of(URBAN_TIME, EVERY_RESIDENT))
RURAL_CIRCLE = choose(CIRCLE_REACH, as_meant=RURAL_TIME, all_residents=all_of(RURAL_TIME, EVERY_RESIDENT))

CULTURAL_CENTRE_UNIVERSAL = Requirement(
    key="cultural-centre-universal",
    title=Text(
        zh="村和社区都有综合文化中心",
        en="A comprehensive cultural service centre in every community",
    ),
    must=either(city.cultural_centre_coverage, city.all("community").share(HAS_CULTURAL_CENTRE)) >= "100 %",
    modality=Modality.ENCOURAGED,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-10", evidence=("综合性文化服务中心", "普遍建立")),
    wording=("推动", "普遍建立"),
    note=Text(
        zh="“普遍”按全部理解，是我们的读法；达不到只作提醒。",
        en="Generally is read as all, which is our reading. Where it is not reached there is only a warning.",
    ),
)

CULTURAL_CENTRE_UNIVERSAL_COMMUNITY = Requirement(
    key="cultural-centre-universal-community",
    variant_of="cultural-centre-universal",
    title=Text(zh="本村（社区）有综合文化中心", en="Cultural service centre of the community"),
    must=HAS_CULTURAL_CENTRE,
    modality=Modality.REPORTED,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-10", evidence=("综合性文化服务中心", "普遍建立")),
    wording=("推动", "普遍建立"),
    note=ONE_FOR_INFORMATION,
)

OPERA_SHOWS_PER_TOWNSHIP = Requirement(
    key="opera-shows-per-township",
    title=Text(zh="每个乡镇一年送戏不少于4场", en="At least 4 opera performances a year in each township"),
    must=street.event_count("opera-performance", "year") >= "4 event",
    when=street.is_township.is_(True),
    modality=Modality.MANDATORY,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-10", evidence=("4场戏曲演出", "每个农村乡镇")),
    wording=("每年", "配送"),
    note=Text(
        zh="场数按下限理解，只看乡镇，不看街道。取上一个整年；文件施行前开始的年份不作判断。",
        en="The figure is read as the least. Towns are asked for, not streets. The last whole year counts, and a year "
        "that began before the document was in force is not judged.",
    ),
)

TEN_SMALLS_PROJECT = Requirement(
    key="ten-smalls-project",
    title=Text(zh="村级文化的“十小”项目", en="Ten small cultural places in the village"),
    must=community.arrangement("ten-smalls").in_place(),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-10", evidence=("门前十小",)),
    wording=("推进",),
    note=Text(zh="十项内容原文未列。", en="The text does not say what the ten are."),
)

CULTURAL_SERVICE_TARGET_GROUPS = Requirement(
    key="cultural-service-target-groups",
    title=Text(zh="文化服务的重点人群", en="Groups for whom culture is tailored"),
    must=community.arrangement("cultural-groups").has_all("rural-elderly", "left-behind-children", "disabled"),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-10", evidence=("农村老年人、留守儿童",)),
    wording=("加快",),
    note=OPEN_LIST,
)

URBAN_FITNESS_CIRCLE = Requirement(
    key="urban-fitness-circle",
    title=Text(zh="城市社区15分钟到健身设施", en="Fitness within 15 minutes in an urban community"),
    must=choose(TRAVEL_MODE, as_recorded=URBAN_CIRCLE, on_foot=all_of(ON_FOOT, URBAN_CIRCLE)),
    when=URBAN,
    modality=Modality.TARGET,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-11", evidence=("15分钟健身圈",)),
    wording=("统筹建设", "打造"),
)

RURAL_FITNESS_CIRCLE = Requirement(
    key="rural-fitness-circle",
    title=Text(zh="农村社区30分钟到健身设施", en="Fitness within 30 minutes in a rural community"),
    must=choose(TRAVEL_MODE, as_recorded=RURAL_CIRCLE, on_foot=all_of(ON_FOOT, RURAL_CIRCLE)),
    when=RURAL,
    modality=Modality.TARGET,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-11", evidence=("30分钟健身圈",)),
    wording=("统筹建设", "建设"),
)

SPORTS_FACILITIES = Requirement(
    key="sports-facilities",
    title=Text(zh="社区有健身场地", en="Ground for fitness in the community"),
    must=community.arrangement("fitness-ground").in_place(),
    modality=Modality.TARGET,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-11", evidence=("全民健身场地设施",)),
    wording=("统筹建设",),
    note=Text(
        zh="运动场、健身房和场馆开放只写“推动”，另作一条。",
        en="Courts, gyms and open venues are only promoted. They are a rule of their own.",
    ),
)

SPORTS_FACILITIES_CITY = Requirement(
    key="sports-facilities-city",
    title=Text(zh="运动场、健身房与场馆开放", en="Courts, gyms, and public venues open to residents"),
    must=city.arrangement("sports-opportunities").has_all(
        "multi-purpose-courts", "smart-gyms", "free-or-low-fee-venues"
    ),
    modality=Modality.ENCOURAGED,
    responsible=(CULTURE,),
    source=SHAOYANG.clause("专栏5-11", evidence=("多功能运动场", "智慧健身房", "免费或低收费开放")),
    wording=("推动",),
    note=Text(zh="“一批”没有数目，按全市有无判断。", en="There is no number: whether the city has any is judged."),
)

SCIENCE_POPULARISATION = Requirement(
    key="science-popularisation",
    title=Text(zh="村和社区开展科普", en="Popular science in the community"),
    must=community.arrangement("science-popularisation").in_place(),
    modality=Modality.MANDATORY,
    responsible=SCIENCE_BODIES,
    source=SHAOYANG.clause("专栏5-12", evidence=("科普基地", "科普宣传专栏")),
    wording=("依托", "开展"),
    note=Text(zh="流动巡回只写“支持”，不作判断。", en="Travelling displays are only supported: not judged."),
)

SCIENCE_WEEK_AND_DAY = Requirement(
    key="science-week-and-day",
    title=Text(zh="科技周、科普日各有活动", en="An activity in the science week and one on the popular-science day"),
    must=choose(
        SCIENCE_OCCASIONS,
        both=all_of(SCIENCE_WEEK, SCIENCE_DAY),
        either=any_of(SCIENCE_WEEK, SCIENCE_DAY),
    ),
    modality=Modality.MANDATORY,
    responsible=SCIENCE_BODIES,
    source=SHAOYANG.clause("专栏5-12", evidence=("科技活动周", "全国科普日")),
    wording=("结合", "开展"),
    note=Text(
        zh="取上一个整年；文件施行前开始的年份不作判断。",
        en="The last whole year counts, and a year that began before the document was in force is not judged.",
    ),
)

ONE_AREA_ONE_POLICE = Requirement(
    key="one-area-one-police",
    title=Text(zh="城市社区有民警", en="A police officer for each urban community"),
    must=choose(
        POLICE_AREA,
        community=community.police_officers >= "1 police_officer",
        police_area=community.police_area_officers >= "1 police_officer",
    ),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=SAFETY_BODIES,
    source=SHAOYANG.clause("专栏5-13", evidence=("一区一警",)),
    wording=("深入推进",),
)

ONE_VILLAGE_ONE_AUXILIARY = Requirement(
    key="one-village-one-auxiliary",
    title=Text(zh="每村有辅警", en="An auxiliary police officer for each village"),
    must=community.auxiliary_officers >= "1 auxiliary_officer",
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=SAFETY_BODIES,
    source=SHAOYANG.clause("专栏5-13", evidence=("一村一辅警",)),
    wording=("深入推进",),
    note=Text(zh="按至少一名理解。", en="One is read as at least one."),
)

POLICE_ROOM_COLOCATED = Requirement(
    key="police-room-colocated",
    title=Text(zh="警务室同址且装备齐全", en="Police room on the site of the two committees, with what it needs"),
    must=community.arrangement("police-room").has_all("same-site", "equipment"),
    # One site is only to be advanced; a room that there is has to be equipped.
    breach_when=all_of(
        community.arrangement("police-room").in_place(),
        not_(community.arrangement("police-room").has_all("equipment")),
    ),
    modality=Modality.MANDATORY,
    responsible=SAFETY_BODIES,
    source=SHAOYANG.clause("专栏5-13", evidence=("“两委”同址办公", "必要装备设施")),
    wording=("推进", "配齐"),
    note=Text(
        zh="同址只是推进，没有警务室或不同址只作提醒；有警务室而装备不齐，即违反。",
        en="One site is only to be advanced: no room, or another site, is a warning. A room without what it needs is a "
        "breach.",
    ),
)

XUELIANG_PROJECT = Requirement(
    key="xueliang-project",
    title=Text(zh="推进雪亮工程", en="Video project for public safety"),
    must=city.arrangement("bright-eyes-project").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=SAFETY_BODIES,
    source=SHAOYANG.clause("专栏5-13", evidence=("雪亮工程",)),
    wording=("深入推进",),
    note=Text(
        zh="社区警务与网格的联动用“完善”，另作一条。",
        en="The linkage with grids has a stronger word. It is a rule of its own.",
    ),
)

POLICE_GRID_LINKAGE = Requirement(
    key="police-grid-linkage",
    title=Text(zh="社区警务与网格联动", en="Policing and grids of the community are linked"),
    must=community.arrangement("police-grid-linkage").in_place(),
    modality=Modality.MANDATORY,
    responsible=SAFETY_BODIES,
    source=SHAOYANG.clause("专栏5-13", evidence=("网格化服务管理联动",)),
    wording=("完善",),
)

LIVING_ENVIRONMENT_MECHANISM = Requirement(
    key="living-environment-mechanism",
    title=Text(zh="人居环境的长效机制", en="Mechanism for the living environment"),
    must=community.arrangement("living-environment").in_place(),
    modality=Modality.MANDATORY,
    responsible=ENVIRONMENT_BODIES,
    source=SHAOYANG.clause("专栏5-14", evidence=("人居环境建设和整治",)),
    wording=("建立健全",),
)

GREEN_COMMUNITY_GUIDANCE = Guidance(
    key="green-community-guidance",
    title=Text(zh="绿色设施与居民习惯", en="Green facilities and green habits"),
    source=SHAOYANG.clause("专栏5-14", evidence=("垃圾分类", "社区绿色文化")),
    wording=("推进", "引导"),
)

VILLAGE_COMMUNITY_LEGAL_ADVISER = Requirement(
    key="village-community-legal-adviser",
    title=Text(zh="法律顾问按规范工作", en="The legal adviser of the community works by rules"),
    must=community.arrangement("legal-adviser-rules").in_place(),
    modality=Modality.MANDATORY,
    responsible=(JUSTICE,),
    source=SHAOYANG.clause("专栏5-15", evidence=("法律顾问工作",)),
    wording=("规范",),
    note=Text(
        zh="律师进村、进社区只写“引导”，不作判断。",
        en="That lawyers come to communities is only to be guided: not judged.",
    ),
)

LEGAL_VOLUNTEERS_MEDIATORS = Guidance(
    key="legal-volunteers-mediators",
    title=Text(zh="法律志愿者与调解员队伍", en="Legal volunteers and mediators"),
    source=SHAOYANG.clause("专栏5-15", evidence=("法律服务志愿者", "人民调解员队伍")),
    wording=("发展壮大", "加强"),
)

DISASTER_INFORMATION_OFFICER = Requirement(
    key="disaster-information-officer",
    title=Text(zh="村和社区都有灾害信息员", en="A disaster information officer in each community"),
    must=choose(
        OFFICER_COUNT,
        at_least=community.disaster_officers >= "1 disaster_officer",
        exactly=community.disaster_officers.equals("1 disaster_officer"),
    ),
    modality=Modality.MANDATORY,
    responsible=(EMERGENCY_MANAGEMENT,),
    source=SHAOYANG.clause("专栏5-16", evidence=("灾害信息员", "均设置1名")),
    wording=("均设置",),
)

EMERGENCY_SHELTER_UPGRADE = Requirement(
    key="emergency-shelter-upgrade",
    title=Text(zh="公园广场整合为避难场所", en="Parks and squares made ready as emergency shelter"),
    must=community.arrangement("shelter-from-public-space").in_place(),
    modality=Modality.MANDATORY,
    responsible=(EMERGENCY_MANAGEMENT,),
    source=SHAOYANG.clause("专栏5-16", evidence=("应急避难场所", "公园、广场")),
    wording=("整合", "完善"),
    note=Text(
        zh="判断的是场馆资源是否整合，不是有没有避难场所。",
        en="What is judged is whether public space is put to this use, not whether there is a shelter at all.",
    ),
)

EMERGENCY_INFORMATISATION = Guidance(
    key="emergency-informatisation",
    title=Text(zh="应急信息化", en="Information technology for emergencies"),
    source=SHAOYANG.clause("专栏5-16", evidence=("应急信息化建设",)),
    wording=("推进",),
)

REGULAR_DRILL_AND_PUBLICITY = Requirement(
    key="regular-drill-and-publicity",
    title=Text(zh="按期演练，按期宣传自救", en="Drills, and publicity on self-rescue, at regular intervals"),
    must=choose(
        DRILL_PERIOD,
        quarter=all_of(
            community.event_count("self-rescue-publicity", "quarter") >= "1 event",
            community.event_count("shelter-drill", "quarter") >= "1 event",
        ),
        half_year=all_of(
            community.event_count("self-rescue-publicity", "half-year") >= "1 event",
            community.event_count("shelter-drill", "half-year") >= "1 event",
        ),
        year=all_of(
            community.event_count("self-rescue-publicity", "year") >= "1 event",
            community.event_count("shelter-drill", "year") >= "1 event",
        ),
    ),
    modality=Modality.MANDATORY,
    responsible=(EMERGENCY_MANAGEMENT,),
    source=SHAOYANG.clause("专栏5-16", evidence=("定期开展", "应急避难演练")),
    wording=("定期开展",),
    note=LAST_PERIOD,
)

DELIBERATION_LINKAGE = Requirement(
    key="deliberation-linkage",
    title=Text(zh="镇街协商与社区协商衔接", en="Deliberation of the street is linked with that of its communities"),
    must=street.arrangement("deliberation-linkage").in_place(),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_BODIES,
    source=SHAOYANG.clause("专栏5-17", evidence=("衔接互动机制",)),
    wording=("建立健全",),
)

COMMUNITY_DELIBERATION_SYSTEM = Requirement(
    key="community-deliberation-system",
    title=Text(zh="协商制度在村和社区落实", en="The system of deliberation is practised in the community"),
    must=community.arrangement("deliberation-system").in_place(),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_BODIES,
    source=SHAOYANG.clause("专栏5-17", evidence=("村社区协商制度",)),
    wording=("全面落实",),
)

THREE_LIST_SYSTEM = Requirement(
    key="three-list-system",
    title=Text(zh="需求、资源、项目三张清单", en="Three lists: demands, resources, projects"),
    must=community.arrangement("three-lists").has_all("demands", "resources", "projects"),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_BODIES,
    source=SHAOYANG.clause("专栏5-17", evidence=("居民需求、服务资源", "三项清单")),
    wording=("建立",),
    note=Text(
        zh="与党组织双向认领的三张清单不是一套。",
        en="It is another set than the lists that the party organisation has claimed both ways.",
    ),
)

BURIAL_SPECIAL_RECTIFICATION = Requirement(
    key="burial-special-rectification",
    title=Text(zh="殡葬乱象清零", en="No burial and funeral practices that are to stop"),
    must=community.burial_findings.includes_none(
        "hardened-tomb", "luxury-tomb", "living-tomb", "unruly-mourning-tent", "scattered-burial"
    ),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=CUSTOMS_BODIES,
    source=SHAOYANG.clause("专栏5-18", evidence=("私建硬化大墓", "豪华墓、活人墓", "乱搭灵堂", "散埋乱葬")),
    wording=("深化", "深入治理"),
    note=Text(
        zh="要求的是整治，发现问题只作提醒；列举未尽。",
        en="What is asked for is to set it right, so a finding is only a warning. The list is open.",
    ),
)

BAD_CUSTOMS_RECTIFICATION = Requirement(
    key="bad-customs-rectification",
    title=Text(zh="婚丧陋习清零", en="No customs that are to stop"),
    must=community.bad_customs.includes_none("high-bride-price", "lavish-burial", "extravagance"),
    modality=Modality.ENCOURAGED,
    responsible=CUSTOMS_BODIES,
    source=SHAOYANG.clause("专栏5-18", evidence=("高价彩礼", "厚葬薄养", "大操大办")),
    wording=("持续倡导", "整治"),
    note=Text(zh="彩礼数额未写；列举未尽。", en="No amount is named for the bride price. The list is open."),
)

RED_WHITE_COUNCIL = Requirement(
    key="red-white-council",
    title=Text(zh="红白理事会并执行章程", en="Council on weddings and funerals, with a charter that is carried out"),
    must=community.arrangement("ceremony-council").has_all("council", "charter"),
    modality=Modality.ENCOURAGED,
    responsible=CUSTOMS_BODIES,
    source=SHAOYANG.clause("专栏5-18", evidence=("红白理事会", "《红白理事会章程》")),
    wording=("加强", "推广执行"),
)

RURAL_LAND_BURIAL_REFORM = Guidance(
    key="rural-land-burial-reform",
    title=Text(zh="土葬改革与节俭办事", en="Burial reform and thrift in ceremonies"),
    source=SHAOYANG.clause("专栏5-18", evidence=("农村土葬改革", "文明节俭")),
    wording=("推进", "持续倡导"),
)

KEY_POPULATION_GROUPS = Requirement(
    key="key-population-groups",
    title=Text(zh="重点人群都有帮扶", en="Support for every key group"),
    must=community.arrangement("special-group-services").has_all(
        "released-prisoners",
        "community-correction",
        "drug-recovery",
        "mental-disorder",
        "destitute-vagrants",
        "young-people-at-risk",
    ),
    modality=Modality.MANDATORY,
    responsible=(POLITICAL_LEGAL, JUSTICE, CIVIL_AFFAIRS, PUBLIC_SECURITY, HEALTH),
    source=SHAOYANG.clause("专栏5-19", evidence=("刑满释放", "精神障碍患者", "问题青少年")),
    wording=("全面强化", "完善"),
)
