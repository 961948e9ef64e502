"""Clause 二(一): nine measures on services, from the care of the elderly to volunteering."""

from civic_rules.expressions import all_of, any_of, choose, subject
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rulebooks.yantai_2023.readings import RED_PROPERTY_UNIT, TITLE_ALONE, VOLUNTEERING_PERIOD
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
compound = subject("dwelling_compound")
property_company = subject("property_company")
street = subject("street")
city = subject("city")

HIGHER_LEVELS = Text(zh="社区的上级", en="the levels above the community")

NEW_DEVELOPMENT = all_of(URBAN, community.is_new_build.is_(True))

EXTERNAL_SCOPE = Text(
    zh="适用于新建住宅区，这一范围不在本文中，取自山东省2022年的养老设施规定。",
    en="It is asked of new developments. That scope is not in the text: it is taken from Shandong's rules of 2022 on "
    "facilities for the elderly.",
)

COMMUNITY_CANTEEN = Requirement(
    key="community-canteen",
    title=Text(zh="社区有食堂", en="A canteen in the community"),
    must=community.arrangement("community-canteen").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(一)-1", evidence=("社区食堂建设",)),
    wording=("积极推进",),
    note=Text(zh="没有数量和比例。", en="There is neither a number nor a share."),
)

FOUR_SYNCHRONISED_FACILITIES = Requirement(
    key="four-synchronised-facilities",
    title=Text(zh="养老托育设施与住宅四同步", en="Care facilities go through four stages together with the housing"),
    must=community.arrangement("synchronised-facilities").has_all(
        "planned-together", "built-together", "accepted-together", "handed-over-together"
    ),
    when=NEW_DEVELOPMENT,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(一)-1", evidence=("“四同步”机制", "婴幼儿照护服务")),
    covers=("measure-01-elderly-childcare",),
    wording=("落实",),
    note=Text(
        zh="四个环节和适用范围原文都没有列出，取山东省2022年养老设施规定：新建住宅区的规划、建设、验收、交付，"
        "两类设施同样适用。",
        en="The text names neither the four stages nor the scope. Planning, building, acceptance and hand-over in new "
        "developments are those of Shandong's rules of 2022 on facilities for the elderly, taken for both kinds of "
        "facility.",
    ),
)

FOUR_SYNCHRONISED_SCOPE = Requirement(
    key="four-synchronised-scope",
    title=Text(zh="四同步包括养老和托育两类设施", en="Both kinds of care facility are built in step"),
    must=community.arrangement("synchronised-facility-types").has_all("elderly-care", "infant-care"),
    when=NEW_DEVELOPMENT,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(一)-1", evidence=("社区养老服务", "婴幼儿照护服务")),
    wording=("落实",),
    note=EXTERNAL_SCOPE,
)

MEASURE_02_HEALTH = Guidance(
    key="measure-02-health",
    title=Text(zh="措施2：卫生健康", en="Measure 2: health"),
    source=YANTAI.clause("二(一)-2", evidence=("提升社区卫生健康",)),
    wording=("提升",),
    note=TITLE_ALONE,
)

MEASURE_03_CULTURE_SPORTS = Guidance(
    key="measure-03-culture-sports",
    title=Text(zh="措施3：文化体育", en="Measure 3: culture and sports"),
    source=YANTAI.clause("二(一)-3", evidence=("推动社区文化体育",)),
    wording=("推动",),
    note=TITLE_ALONE,
)

MEASURE_04_EDUCATION_EMPLOYMENT = Guidance(
    key="measure-04-education-employment",
    title=Text(zh="措施4：教育就业", en="Measure 4: education and employment"),
    source=YANTAI.clause("二(一)-4", evidence=("加大社区教育和就业",)),
    wording=("加大",),
    note=TITLE_ALONE,
)

EMERGENCY_SHELTER = Requirement(
    key="emergency-shelter",
    title=Text(zh="社区可用的应急避难场所", en="Emergency shelter within reach of the community"),
    must=community.arrangement("emergency-shelter").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(一)-5", evidence=("应急避难场所建设",)),
    wording=("加强",),
    note=Text(
        zh="没有面积和人均指标，只看有无；几个社区可以共用一处。",
        en="There is no figure for its size: whether there is one is all. Several communities may share it.",
    ),
)

EMERGENCY_PLAN = Requirement(
    key="emergency-plan",
    title=Text(zh="上级指导社区制订应急预案", en="Communities are guided to make an emergency plan"),
    must=any_of(
        city.arrangement("emergency-plan-guidance").in_place(),
        city.all("community").where(URBAN).every(community.arrangement("emergency-plan").in_place()),
    ),
    modality=Modality.MANDATORY,
    responsible=(HIGHER_LEVELS,),
    source=YANTAI.clause("二(一)-5", evidence=("突发事件应急预案",)),
    covers=("measure-05-emergency",),
    wording=("指导社区建立",),
    note=Text(
        zh="“指导”是上级的责任，层级未写明，按全市判断：有指导安排，或各城市社区都已有预案。没有修订和演练的频次。",
        en="To guide is a duty of the levels above. None is named, so the city is judged: it has arranged guidance, or "
        "all its urban communities have a plan. Nothing is said of revision and drills.",
    ),
)

EMERGENCY_PLAN_COMMUNITY = Requirement(
    key="emergency-plan-community",
    variant_of="emergency-plan",
    title=Text(zh="社区有应急预案", en="Emergency plan of the community"),
    must=community.arrangement("emergency-plan").in_place(),
    when=URBAN,
    modality=Modality.REPORTED,
    source=YANTAI.clause("二(一)-5", evidence=("突发事件应急预案",)),
    wording=("指导社区建立",),
    note=Text(
        zh="每个社区的情况，仅供参考；责任见应急预案的指导一条。",
        en="How each community stands, for information. The duty is that of the levels above.",
    ),
)

MEASURE_06_LEGAL_SECURITY = Guidance(
    key="measure-06-legal-security",
    title=Text(zh="措施6：法律与治安", en="Measure 6: law and public security"),
    source=YANTAI.clause("二(一)-6", evidence=("推进社区法律治安",)),
    wording=("推进",),
    note=TITLE_ALONE,
)

RED_PROPERTY_PROJECT = Requirement(
    key="red-property-project",
    title=Text(zh="党建引领物业全面实施", en="Party-led property management everywhere"),
    must=choose(
        RED_PROPERTY_UNIT,
        community=community.arrangement("party-led-property").in_place(),
        compound=community.compounds.where(compound.has_property_management.is_(True)).every(
            compound.is_party_led.is_(True)
        ),
        company=community.property_companies.every(property_company.is_party_led.is_(True)),
    ),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(一)-7", evidence=("“红心物业”", "全面实施")),
    covers=("measure-07-property",),
    wording=("全面实施",),
    note=Text(
        zh="“全面”按每个社区都实施理解，没有期限。",
        en="“Fully” is read as: in every community. There is no date.",
    ),
)

MULTI_PARTY_JOINT_CONFERENCE = Requirement(
    key="multi-party-joint-conference",
    title=Text(zh="物业管理的多方会商制度", en="Joint meeting of several parties on property management"),
    must=community.arrangement("property-joint-conference").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(一)-7", evidence=("多方联席会议制度",)),
    wording=("推动建立",),
    note=Text(zh="参加各方没有列出。", en="The parties are not named."),
)

PROPERTY_QUALITY = Guidance(
    key="property-quality",
    title=Text(zh="物业服务更好", en="Better property services"),
    source=YANTAI.clause("二(一)-7", evidence=("提升物业服务质量",)),
    wording=("提升",),
)

MEASURE_08_KEY_GROUPS = Guidance(
    key="measure-08-key-groups",
    title=Text(zh="措施8：重点人群", en="Measure 8: key groups"),
    source=YANTAI.clause("二(一)-8", evidence=("强化重点人群保障",)),
    wording=("强化",),
    note=TITLE_ALONE,
)

SOCIAL_WORK_STATION_STANDARD = Requirement(
    key="social-work-station-standard",
    title=Text(zh="镇街社工站按规范运行", en="Social-work stations run to a standard"),
    must=street.arrangement("social-work-station").has_all("run-to-standard"),
    # “规范” speaks of the stations that there are: it does not ask for one.
    when=street.arrangement("social-work-station").in_place(),
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(一)-9", evidence=("街道(乡镇)社工站",)),
    covers=("measure-09-social-work-volunteering",),
    wording=("规范",),
    note=Text(
        zh="只要求已有的社工站规范，没有要求设立；规范的内容不在本文中。",
        en="Stations that exist are to follow a standard. The text neither asks for stations nor gives the standard.",
    ),
)

VOLUNTEERING_REGULAR = Requirement(
    key="volunteering-regular",
    title=Text(zh="志愿服务经常开展", en="Regular activity of volunteers"),
    must=choose(
        VOLUNTEERING_PERIOD,
        week=community.event_count("volunteer-activity", "week") >= "1 event",
        month=community.event_count("volunteer-activity", "month") >= "1 event",
        quarter=community.event_count("volunteer-activity", "quarter") >= "1 event",
    ),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(一)-9", evidence=("志愿服务经常化",)),
    wording=("推进",),
    note=Text(
        zh="原文没有次数；选定周期之前无法判断。",
        en="The text gives no figure. Nothing can be told until a period is chosen.",
    ),
)
