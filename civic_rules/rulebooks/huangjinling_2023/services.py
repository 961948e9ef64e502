"""Clause 五(一): services of street and community."""

from civic_rules.expressions import all_of, subject
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.huangjinling_2023.departments import SERVICE_CENTRE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")

OPEN_LIST = Text(zh="列举未尽，所列为最低要求。", en="The list is open, and what it names is the least.")

HAS_HOME_CARE_CENTRE = community.arrangement("home-care-centre").in_place()

GOVERNMENT_SERVICE_CATALOGUE = Requirement(
    key="government-service-catalogue",
    title=Text(zh="两级政务事项目录", en="General catalogue of services of the street and its communities"),
    must=street.arrangement("government-service-catalogue").has_all("street", "community"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("通用目录",)),
    wording=("制定",),
    note=Text(
        zh="目录由街道制定，街道和社区两级事项都要列入。",
        en="The street draws it up. Matters of both levels belong in it.",
    ),
)

STREET_ITEM_GROUPS = Requirement(
    key="street-item-groups",
    title=Text(zh="街道三类事项的梳理", en="Three groups of matters of the street, sorted out and regulated"),
    must=street.arrangement("regulated-matters").has_all("government-services", "public-services", "public-safety"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("梳理规范", "公共安全等事项")),
    wording=("梳理规范",),
    note=OPEN_LIST,
)

COMMUNITY_HANDLED_ITEMS_PUBLISHED = Requirement(
    key="community-handled-items-published",
    title=Text(zh="社区办理事项成单并公布", en="What the community handles is listed, and the list is published"),
    must=community.arrangement("handled-matters").has_all("list", "published"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("直接办理或代办",)),
    wording=("梳理公布",),
    note=Text(
        zh="直接办理的和代办的都列；梳理和公布缺一不可。",
        en="It lists what is handled directly and what is handled for another body. A list that is not published is "
        "not enough.",
    ),
)

DELEGATED_ITEMS = Requirement(
    key="delegated-items",
    title=Text(zh="三类事项下放", en="Three groups of matters handed down"),
    must=street.arrangement("matters-handed-down").has_all(
        "employment-and-social-security", "medical-security", "social-assistance"
    ),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("医疗保障、社会救助", "依法下放")),
    wording=("依法下放",),
    note=Text(
        zh="只下放法律允许下放的部分；放到哪一级没有写明。列举未尽。",
        en="Only what the law lets go down is meant. To which level is not said. The list is open.",
    ),
)

GATE_AND_ROAD_CHIEF_SYSTEMS = Requirement(
    key="gate-and-road-chief-systems",
    title=Text(zh="门前责任与路长", en="Frontage responsibility and road chiefs"),
    must=street.arrangement("street-order").has_all("frontage", "road-chiefs"),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("门前责任制", "路长制")),
    wording=("推动街道落实",),
    note=OPEN_LIST,
)

STREET_DISTRICT_FUNCTIONS = Requirement(
    key="street-district-functions",
    title=Text(zh="街道的四项管理工作", en="Four fields of management of the street"),
    must=street.arrangement("street-functions").has_all(
        "city-appearance", "property-management", "floating-population", "organisation-fostering"
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("市政市容管理", "流动人口管理")),
    wording=("推动街道", "做好"),
    note=Text(
        zh="句首的“推动”统领全句。列举未尽；街区功能和环境提升到什么程度没有写明。",
        en="The promotion with which the sentence opens governs all of it. The list is open. How much better streets "
        "and surroundings are to become is not said.",
    ),
)

SOCIAL_ASSISTANCE_CAPACITY = Guidance(
    key="social-assistance-capacity",
    title=Text(zh="基层救助力量", en="Project and people of social assistance"),
    source=HUANGJINLING.clause("五(一)8", evidence=("社会救助能力提升",)),
    wording=("实施", "充实"),
    note=Text(
        zh="没有人数，也没有工程的内容。", en="Neither a number of people nor the content of the project is given."
    ),
)

STREET_SOCIAL_WORK_STATION_COVERAGE = Requirement(
    key="street-social-work-station-coverage",
    title=Text(zh="街道有社工站", en="Social-work station of the street"),
    must=street.arrangement("social-work-station").in_place(),
    modality=Modality.TARGET,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("社会工作服务站", "全覆盖")),
    wording=("推进", "全覆盖"),
    note=Text(
        zh="全覆盖即每个街道都有；只有一个街道，就是该街道有一个站。没有期限，因此不构成违反。",
        en="Everywhere means in every street: for one street, that it has a station. Without a date it cannot be "
        "broken.",
    ),
)

UPPER_RESOURCES_INTEGRATED_BY_COMMUNITY_PARTY = Requirement(
    key="upper-resources-integrated-by-community-party",
    title=Text(
        zh="上级资源由社区党组织统筹",
        en="The community's party organisation puts together what higher levels bring in",
    ),
    must=community.arrangement("party-service-duties").has_all("pools-resources"),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)8", evidence=("公共服务资源", "社区党组织统筹")),
    wording=("推动",),
    note=Text(
        zh="上级投入的资源，就是党组织统筹使用的资金、资源和项目；与其他文件的同一要求同样看待。",
        en="What higher levels bring in is what the party organisation uses as a whole. It is treated like the same "
        "requirement of other documents.",
    ),
)

ELDERLY_CARE_THREE_TIER = Requirement(
    key="elderly-care-three-tier",
    title=Text(zh="三个层次的养老体系", en="Care of the elderly at three levels"),
    must=street.arrangement("elderly-care-system").has_all("home", "community", "institution"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)9", evidence=("居家养老为基础", "机构养老为补充")),
    wording=("建立健全",),
    note=Text(
        zh="没有写明层级；含有机构的体系以街道为单位，不要求每个社区都有机构。",
        en="No level is named. A system with institutions is that of the street: not every community needs one.",
    ),
)

HOME_CARE_SERVICE_CENTRE = Requirement(
    key="home-care-service-centre",
    title=Text(zh="居家养老中心", en="Centre for the care of the elderly at home"),
    must=HAS_HOME_CARE_CENTRE,
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)9", evidence=("因地制宜", "居家养老服务中心")),
    wording=("因地制宜", "推进"),
    note=Text(
        zh="视当地情况而定，没有覆盖面，缺少只作提醒。",
        en="It depends on local conditions, and no coverage is set: the lack of one is a warning.",
    ),
)

ELDERLY_SERVICE_MODES = Requirement(
    key="elderly-service-modes",
    title=Text(zh="养老中心的两类服务", en="Two ways in which the centre serves the elderly"),
    must=community.arrangement("home-care-centre").has_all("home-visits", "outside-home"),
    when=all_of(URBAN, HAS_HOME_CARE_CENTRE),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)9", evidence=("上门居家服务", "走出家门")),
    wording=("推进", "提供"),
    note=Text(
        zh="是中心的用途，没有中心就不问。",
        en="It is what the centre is for: where there is none, it is not asked.",
    ),
)

DAY_CARE_AND_HEALTH_STATION = Requirement(
    key="day-care-and-health-station",
    title=Text(zh="日照中心和卫生站", en="Day care centre and health station"),
    must=all_of(
        community.arrangement("day-care").in_place(),
        community.arrangement("primary-health").has_all("clinic"),
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(一)9", evidence=("日间照料中心", "卫生服务站")),
    wording=("加大",),
    note=Text(
        zh="要求多建，没有说每个社区都有，缺少只作提醒。卫生服务站是社区卫生服务机构的一种。",
        en="More of them are to be built. That each community has both is not said, so that the lack of one is a "
        "warning. A health station is one kind of the clinics of communities.",
    ),
)

SMART_ELDERLY_CARE_PLATFORM = Guidance(
    key="smart-elderly-care-platform",
    title=Text(zh="养老的信息平台", en="Information platform and cloud hospital for the elderly"),
    source=HUANGJINLING.clause("五(一)9", evidence=("智慧养老服务", "云医院")),
    wording=("着力推进", "发挥"),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)
