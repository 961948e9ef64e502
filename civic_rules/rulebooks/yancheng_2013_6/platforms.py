"""Clause 三(九): the support of communities by the city, the counties, and the towns and streets."""

from civic_rules.expressions import all_of, any_of, either, subject, tally
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
street = subject("street")
county = subject("county")
city = subject("city")
service_centre = subject("service_centre")

CITY_GOVERNMENT = Text(zh="市政府", en="city government")
COUNTY_GOVERNMENTS = Text(zh="各县（市、区）政府", en="county governments")
TOWNS_AND_STREETS = Text(zh="镇（街道）", en="towns and streets")

IS_CITIZEN_CENTRE = service_centre.centre_kind.is_("citizen-service-centre")
IS_COMPREHENSIVE_CENTRE = service_centre.centre_kind.is_("comprehensive-service-centre")
IS_STATION = service_centre.centre_kind.is_("management-service-station")

CITY_HAS_CENTRE = city.service_centres.some(IS_CITIZEN_CENTRE)
COUNTY_HAS_CENTRE = county.service_centres.some(IS_CITIZEN_CENTRE)
STREET_HAS_CENTRE = street.service_centres.some(IS_COMPREHENSIVE_CENTRE)
COMMUNITY_HAS_STATION = community.service_centres.some(IS_STATION)

PLATFORM_IN_PLACE = city.arrangement("information-platform").in_place()

FOUR_LEVEL_PLATFORM = Requirement(
    key="four-level-platform",
    title=Text(zh="四级都有服务平台", en="Service platforms at four levels"),
    must=tally(
        CITY_HAS_CENTRE,
        city.all("county").every(COUNTY_HAS_CENTRE),
        city.all("street").every(STREET_HAS_CENTRE),
        city.all("community").every(COMMUNITY_HAS_STATION),
    )
    >= "4 item",
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("三(九)", evidence=("四级服务平台建设",)),
    wording=("加强",),
    note=Text(
        zh="一级之内每个单位都有平台，该级才算具备。",
        en="A level counts where each of its units has a platform.",
    ),
)

FOUR_SERVICE_MODES = Requirement(
    key="four-service-modes",
    title=Text(zh="四种类型的服务", en="Four modes of service"),
    must=city.arrangement("service-modes").has_all(
        "timely-convenience", "cultivation-guidance", "gap-filling", "resource-support"
    ),
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("三(九)", evidence=("资源支持型", "培育指导型", "功能补缺型", "及时便利型")),
    wording=("加强",),
    note=Text(
        zh="原文没有把四种类型分别对应到四级，因此在全市范围内判断。",
        en="The text does not tie a mode to a level, so the four are judged for the city as a whole.",
    ),
)

CITIZEN_SERVICE_CENTRE_CITY = Requirement(
    key="citizen-service-centre-city",
    title=Text(zh="市级设有市民服务中心", en="Citizen service centre of the city"),
    must=CITY_HAS_CENTRE,
    modality=Modality.MANDATORY,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("三(九)", evidence=("市、县(市、区)两级", "市民服务中心")),
    wording=("建立",),
)

CITIZEN_SERVICE_CENTRE_COUNTY = Requirement(
    key="citizen-service-centre-county",
    title=Text(zh="县级设有市民服务中心", en="Citizen service centre of each county"),
    must=COUNTY_HAS_CENTRE,
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(九)", evidence=("市、县(市、区)两级", "市民服务中心")),
    wording=("建立",),
)

CITIZEN_SERVICE_CENTRE_SERVICES = Requirement(
    key="citizen-service-centre-services",
    title=Text(zh="市民服务中心集中的服务", en="Services of a citizen service centre"),
    must=service_centre.services.includes_all(
        "medical-health", "social-donation", "social-security", "disaster-emergency", "low-income-relief"
    ),
    when=IS_CITIZEN_CENTRE,
    modality=Modality.MANDATORY,
    responsible=(CITY_GOVERNMENT, COUNTY_GOVERNMENTS),
    source=YANCHENG.clause("三(九)", evidence=("低保救助", "救灾应急", "社会捐助", "医疗卫生")),
    wording=("建立", "集中提供"),
    note=Text(
        zh="原文列举未尽，五项为最低要求。",
        en="The list is open, and these five are the least.",
    ),
)

UNIFIED_INFORMATION_PLATFORM = Requirement(
    key="unified-information-platform",
    title=Text(zh="全市一个信息平台，社区全部接入", en="One information platform for all communities"),
    must=all_of(
        PLATFORM_IN_PLACE,
        city.all("community").every(community.is_on_information_platform.is_(True)),
    ),
    modality=Modality.ENCOURAGED,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("三(九)", evidence=("面向全市社区", "统一的信息管理")),
    wording=("加快建设",),
    note=Text(zh="原文没有期限。", en="The text sets no date."),
)

INFORMATION_PLATFORM_FUNCTIONS = Requirement(
    key="information-platform-functions",
    title=Text(zh="信息平台的功能", en="Functions of the information platform"),
    must=city.arrangement("information-platform").has_all(
        "centralised-data-collection", "multi-party-sharing", "integration-of-government-systems"
    ),
    when=PLATFORM_IN_PLACE,
    modality=Modality.TARGET,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("三(九)", evidence=("数据集中采集", "资源多方共享", "各类业务系统")),
    wording=("实行", "实现"),
)

UNIFIED_PORTAL = Requirement(
    key="unified-portal",
    title=Text(zh="统一门户办理两类服务", en="One portal through which services are handled online"),
    must=city.arrangement("work-portal").has_all("public-service", "public-welfare-service"),
    when=PLATFORM_IN_PLACE,
    modality=Modality.TARGET,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("三(九)", evidence=("社区工作门户", "网上办理")),
    wording=("实现",),
)

FOUR_NETWORKS = Requirement(
    key="four-networks",
    title=Text(zh="四种网络相结合", en="Four networks combined"),
    must=city.arrangement("network-integration").has_all("voice", "information", "internet", "internet-of-things"),
    when=PLATFORM_IN_PLACE,
    modality=Modality.TARGET,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("三(九)", evidence=("语音网", "信息网", "互联网", "物联网")),
    wording=("实现",),
)

STREET_SERVICE_CENTRE = Requirement(
    key="street-service-centre",
    title=Text(zh="镇街设有综合服务中心", en="Comprehensive service centre of each town and street"),
    must=STREET_HAS_CENTRE,
    modality=Modality.ENCOURAGED,
    responsible=(TOWNS_AND_STREETS,),
    source=YANCHENG.clause("三(九)", evidence=("街道(镇)", "社区综合服务中心")),
    wording=("加强", "积极开展"),
    note=Text(
        zh="原文未直接写设立，从四级平台和所给任务推出。",
        en="The text does not say it outright: it follows from the four levels and from the tasks that the "
        "centre is given.",
    ),
)

STREET_CENTRE_FUNCTIONS = Requirement(
    key="street-centre-functions",
    title=Text(zh="镇街综合服务中心的任务", en="Tasks of a comprehensive service centre"),
    must=service_centre.tasks.includes_all(
        "area-wide-services", "intensive-services", "administrative-integration", "filling-community-gaps"
    ),
    when=IS_COMPREHENSIVE_CENTRE,
    modality=Modality.ENCOURAGED,
    responsible=(TOWNS_AND_STREETS,),
    source=YANCHENG.clause("三(九)", evidence=("区域性、集约性服务", "弥补基层社区", "整合行政管理职能")),
    wording=("积极开展", "整合", "弥补"),
)

COMMUNITY_SERVICE_STATION = Requirement(
    key="community-service-station",
    title=Text(zh="社区设有管理服务站", en="Management and service station of each community"),
    must=COMMUNITY_HAS_STATION,
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(九)", evidence=("管理服务站为载体", "便利性、及时性服务")),
    wording=("为载体", "构建"),
    restated_in=(YANCHENG.clause("二(五)", evidence=("社区管理服务站为主体",)),),
    covers=("public-service-main-body",),
    note=Text(
        zh="两处条款说的是同一个站，缺站只算一次。",
        en="Both clauses speak of the same station: its lack is counted once.",
    ),
)

COMMUNITY_STATION_SUPPORT = Requirement(
    key="community-station-support",
    title=Text(zh="社区服务有社会组织和志愿者参与", en="Organisations and volunteers behind community services"),
    must=tally(
        # Known by the two numbers, or organisation by organisation: two records of one fact.
        either(
            any_of(
                community.social_organisations >= "1 organisation",
                community.filed_organisations >= "1 organisation",
            ),
            community.organisations.count() >= "1 organisation",
        ),
        community.volunteers >= "1 volunteer",
    )
    >= "2 item",
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(九)", evidence=("社区社会组织", "社区志愿者为依托")),
    wording=("为依托", "构建"),
    note=Text(
        zh="此处没有要求登记，备案的组织也计入；数量另见二(四)。",
        en="This clause does not ask for registration, so filed organisations count too. Clause 二(四) says how many.",
    ),
)

GRID_SERVICE_MODE = Requirement(
    key="grid-service-mode",
    title=Text(zh="通过网格提供服务", en="Services delivered through grids"),
    must=either(
        community.arrangement("grid-service").in_place(),
        community.grids.count() >= "1 grid",
    ),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(九)", evidence=("以网格化", "基本服务方式")),
    wording=("以网格化", "构建"),
    note=Text(zh="原文没有网格规模。", en="The text gives no size of a grid."),
)

SERVICE_NETWORK_COVERAGE = Guidance(
    key="service-network-coverage",
    title=Text(zh="服务网络覆盖到底到边", en="A service network that reaches everybody"),
    source=YANCHENG.clause("三(九)", evidence=("纵向到底", "横向到边", "全覆盖")),
    wording=("构建", "实现"),
)
