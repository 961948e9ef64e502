"""Clauses 四(四)8, 四(四)9 and 专栏4: government services online, digital scenarios and pilots."""

from datetime import date

from civic_rules.expressions import all_of, either, not_, subject
from civic_rules.indicators import RURAL
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    ADMINISTRATIVE_APPROVAL,
    CIVIL_AFFAIRS,
    COMMERCE,
    COMMUNICATIONS,
    DEVELOPMENT_REFORM,
    FINANCE,
    HEALTH,
    HOUSING,
    INDUSTRY,
    INTERNET,
    PARTY_ORGANISATION,
    POLITICAL_LEGAL,
    PUBLIC_SECURITY,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
street = subject("street")
community = subject("community")

END_OF_2025 = date(2025, 12, 31)

ONLINE_GOVERNMENT = (
    ADMINISTRATIVE_APPROVAL,
    PARTY_ORGANISATION,
    CIVIL_AFFAIRS,
    INTERNET,
    DEVELOPMENT_REFORM,
    INDUSTRY,
    POLITICAL_LEGAL,
)
DIGITAL_SCENES = (
    CIVIL_AFFAIRS,
    INTERNET,
    DEVELOPMENT_REFORM,
    INDUSTRY,
    HEALTH,
    PUBLIC_SECURITY,
    COMMERCE,
    HOUSING,
)
INTERNET_GOVERNANCE = (ADMINISTRATIVE_APPROVAL, POLITICAL_LEGAL, INDUSTRY, COMMUNICATIONS)
SMART_PILOTS = (
    CIVIL_AFFAIRS,
    POLITICAL_LEGAL,
    INTERNET,
    DEVELOPMENT_REFORM,
    INDUSTRY,
    PUBLIC_SECURITY,
    FINANCE,
    HOUSING,
)
MODERN_PILOTS = (DEVELOPMENT_REFORM, COMMERCE)

STREET_IS_ONLINE = street.arrangement("online-government-services").in_place()
COMMUNITY_IS_ONLINE = community.arrangement("online-government-services").in_place()
IN_SMART_PILOT = community.is_smart_pilot.is_(True)
IN_MODERN_PILOT = community.is_modern_service_pilot.is_(True)

END_OF_YEAR = Text(
    zh="原文写“到2025年”，按年底到期解读，与发展目标一致；此后新增的缺口也要补上。",
    en="The text says “by 2025”. It is read as the end of that year, like the goals. A gap that opens later is to be "
    "closed as well.",
)

ONE_FOR_INFORMATION = Text(
    zh="单个镇街或社区的情况，仅供参考；覆盖与否按全市判断。",
    en="How one street or community stands, for information. The extension is judged on the city.",
)

COMMUNITY_INFORMATION = Text(
    zh="每个村的情况，仅供参考；目标按全市判断。",
    en="How each village stands, for information. The goal is that of the city.",
)

# -- 四(四)8

INTERNET_GOV_SERVICE_EXTENSION = Requirement(
    key="internet-gov-service-extension",
    title=Text(zh="网上政务延伸到镇街和社区", en="Government services online in every town, street and community"),
    must=all_of(
        city.all("street").every(STREET_IS_ONLINE),
        city.all("community").every(COMMUNITY_IS_ONLINE),
    ),
    modality=Modality.ENCOURAGED,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("政务服务", "延伸覆盖")),
    wording=("推动",),
    note=Text(
        zh="两级都要延伸到；原文没有比例和期限，按全部镇街、全部社区解读。",
        en="Both levels are meant. The text gives no share and no date: every town, street and community is taken.",
    ),
)

INTERNET_GOV_SERVICE_EXTENSION_STREET = Requirement(
    key="internet-gov-service-extension-street",
    variant_of="internet-gov-service-extension",
    title=Text(zh="本镇街有网上政务服务", en="Government services online in the town or street"),
    must=STREET_IS_ONLINE,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("四(四)8", evidence=("政务服务", "延伸覆盖")),
    wording=("推动",),
    note=ONE_FOR_INFORMATION,
)

INTERNET_GOV_SERVICE_EXTENSION_COMMUNITY = Requirement(
    key="internet-gov-service-extension-community",
    variant_of="internet-gov-service-extension",
    title=Text(zh="本村（社区）有网上政务服务", en="Government services online in the community"),
    must=COMMUNITY_IS_ONLINE,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("四(四)8", evidence=("政务服务", "延伸覆盖")),
    wording=("推动",),
    note=ONE_FOR_INFORMATION,
)

SELF_SERVICE_NETWORK = Requirement(
    key="self-service-network",
    title=Text(zh="社区有政务自助服务", en="Self-service for government matters within the community"),
    must=community.arrangement("government-self-service").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("自助一体化", "网络布局")),
    wording=("积极稳妥推进部署",),
    note=Text(
        zh="设备只是积极稳妥推进部署，“完善”说的是网点布局。村和社区都适用，没有数量；城市全覆盖另是发展目标，2025年底才到期。",
        en="To put up self-service is only to be advanced; what is to be completed is the layout. It is asked of "
        "villages and urban communities alike, without a number. Coverage of the urban area is a goal of its own, "
        "due at the end of 2025.",
    ),
)

ONLINE_ITEMS_INCREASE = Requirement(
    key="online-items-increase",
    title=Text(zh="网办事项和件数比上年多", en="More kinds and more pieces of business done online than a year ago"),
    must=all_of(city.online_items > city.online_items_before, city.online_cases > city.online_cases_before),
    modality=Modality.ENCOURAGED,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("网上受理", "办理数量和种类")),
    wording=("增加",),
    note=Text(
        zh="原文没有数字和比较期，与上年相比是本规则的解读；数量和种类都要增加。",
        en="The text gives no figure and no period. To compare with the year before is our reading. Both the number "
        "and the kinds are to grow.",
    ),
)

ONE_STOP_ONE_DOOR_ONLINE = Requirement(
    key="one-stop-one-door-online",
    title=Text(zh="网上平台一站办、一门办", en="One stop and one door on the online platforms"),
    must=city.arrangement("online-one-stop-service").has_all("one-stop", "one-door"),
    modality=Modality.MANDATORY,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("湖南政务服务网", "一站式、一门式服务")),
    wording=("依托",),
    note=Text(
        zh="依托省级平台提供，按全市判断。",
        en="It is offered on the platforms of the province, so the city is judged.",
    ),
)

NETWORK_DATA_PROTECTION = Requirement(
    key="network-data-protection",
    title=Text(zh="社区系统的三项信息安全保护", en="Three protections of the community's information systems"),
    must=community.arrangement("information-protection").has_all(
        "network-security", "data-security", "personal-information"
    ),
    modality=Modality.ENCOURAGED,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("网络安全防护", "数据安全", "个人信息保护")),
    wording=("加强", "强化"),
    note=Text(
        zh="这里只要求做得更好；法律另有强制规定，不在本文中。",
        en="This text asks for more of it. What the law makes binding is not in this document.",
    ),
)

COMMUNITY_DATA_COLLECTION_AND_OPENING = Requirement(
    key="community-data-collection-and-opening",
    title=Text(zh="数据采集、基础数据、向社区开放", en="Data collected, completed and opened to communities"),
    must=city.arrangement("grassroots-data").has_all("collection", "base-data", "opening"),
    # Collection is only to be advanced.
    breach_when=not_(city.arrangement("grassroots-data").has_all("base-data", "opening")),
    modality=Modality.MANDATORY,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("数据资源综合采集", "地理信息", "开放数据资源")),
    wording=("实施", "完善"),
    note=Text(
        zh="采集只是推进，缺它只作提醒。开放以依法依规、服务需要为限。",
        en="Collection is only to be advanced, and its lack is a warning. Data are opened as far as the law allows and "
        "service needs.",
    ),
)

ELDERLY_ACCESSIBLE_APPS = Requirement(
    key="elderly-accessible-apps",
    title=Text(zh="应用适老、无障碍", en="Internet services fit for the old and the disabled"),
    must=city.arrangement("accessible-internet-services").has_all("elderly-friendly", "barrier-free"),
    modality=Modality.ENCOURAGED,
    responsible=ONLINE_GOVERNMENT,
    lead=ONLINE_GOVERNMENT[:1],
    source=SHAOYANG.clause("四(四)8", evidence=("互联网应用适老化", "无障碍改造")),
    wording=("推动",),
)

# -- 四(四)9

SMART_COMMUNITY_SCENARIOS = Requirement(
    key="smart-community-scenarios",
    title=Text(zh="至少一个数字化服务场景", en="At least one digital scenario of service"),
    must=community.arrangement("digital-scenarios").has_any(
        "security", "fire-safety", "childcare", "health", "housekeeping", "elderly-care", "deliberation", "other"
    ),
    modality=Modality.ENCOURAGED,
    responsible=DIGITAL_SCENES,
    lead=DIGITAL_SCENES[:1],
    source=SHAOYANG.clause("四(四)9", evidence=("议事协商、养老", "消防、安防")),
    wording=("推广", "支持"),
    note=Text(
        zh="列举未穷尽，有任何一个场景即可。",
        en="The list is open. Any one scenario is enough.",
    ),
)

SMART_COMMUNITY_INFRASTRUCTURE = Guidance(
    key="smart-community-infrastructure",
    title=Text(zh="智慧社区基础设施和宽带接入", en="Infrastructure and broadband for smart communities"),
    source=SHAOYANG.clause("四(四)9", evidence=("数字社区服务圈", "智慧家庭")),
    wording=("推进", "提升"),
    note=Text(
        zh="只写推进和提升，没有可以核对的标准。",
        en="It is to be advanced and improved. The text sets nothing that could be checked.",
    ),
)

COMMUNITY_ECOMMERCE = Requirement(
    key="community-ecommerce",
    title=Text(zh="社区有电子商务", en="E-commerce in the community"),
    must=community.arrangement("community-e-commerce").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=DIGITAL_SCENES,
    lead=DIGITAL_SCENES[:1],
    source=SHAOYANG.clause("四(四)9", evidence=("社区电子商务",)),
    wording=("大力发展",),
    note=Text(zh="没有数量。", en="There is no number."),
)

UNMANNED_DELIVERY_EXPLORATION = Requirement(
    key="unmanned-delivery-exploration",
    title=Text(zh="试行无人配送", en="Unmanned delivery tried out"),
    must=community.arrangement("unmanned-delivery").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=DIGITAL_SCENES,
    lead=DIGITAL_SCENES[:1],
    source=SHAOYANG.clause("四(四)9", evidence=("无人物流配送",)),
    wording=("探索推动",),
    note=Text(zh="对试点社区的要求另见专栏4-2。", en="What is asked of pilots stands in 专栏4-2."),
)

COUNTY_LEVEL_PILOTS = Requirement(
    key="county-level-pilots",
    title=Text(zh="各县开展两类试点", en="Each county runs both kinds of pilot"),
    must=county.arrangement("community-pilots").has_all("smart-community", "modern-service-system"),
    modality=Modality.MANDATORY,
    responsible=DIGITAL_SCENES,
    lead=DIGITAL_SCENES[:1],
    source=SHAOYANG.clause("四(四)9", evidence=("以县市区", "试点建设")),
    wording=("组织开展",),
    note=Text(
        zh="文中脱一“为”字，按以县市区为单位理解；没有试点个数。",
        en="A character is lost: it is read as “county by county”. The number of pilots is not given.",
    ),
)

INTELLIGENT_GOVERNANCE_BASE = Guidance(
    key="intelligent-governance-base",
    title=Text(zh="国家智能治理实验基地", en="National base for intelligent governance"),
    source=SHAOYANG.clause("四(四)9", evidence=("特色基地建设",)),
    wording=("加快推进",),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)

# -- 专栏4

BROADBAND_ZERO_VILLAGES = Requirement(
    key="broadband-zero-villages",
    title=Text(zh="没有不通宽带的村", en="No village without broadband"),
    must=either(
        city.villages_without_broadband,
        city.all("community").where(all_of(RURAL, community.has_broadband.is_(False))).count(),
    )
    <= "0 community",
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=INTERNET_GOVERNANCE,
    source=SHAOYANG.clause("专栏4-1", evidence=("未通宽带行政村", "到2025年", "动态清零")),
    wording=("动态清零",),
    note=END_OF_YEAR,
)

BROADBAND_ZERO_VILLAGES_COMMUNITY = Requirement(
    key="broadband-zero-villages-community",
    title=Text(zh="本村通宽带", en="Broadband in the village"),
    must=community.has_broadband.is_(True),
    when=RURAL,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("专栏4-1", evidence=("未通宽带行政村",)),
    wording=("动态清零",),
    variant_of="broadband-zero-villages",
    note=COMMUNITY_INFORMATION,
)

VILLAGE_5G_COVERAGE = Requirement(
    key="village-5g-coverage",
    title=Text(zh="八成的村通5G", en="5G in four of five villages"),
    must=either(
        city.village_5g_share,
        city.all("community").where(RURAL).share(community.has_5g.is_(True)),
    )
    >= "80 %",
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=INTERNET_GOVERNANCE,
    source=SHAOYANG.clause("专栏4-1", evidence=("到2025年", "80%行政村通5G")),
    wording=("实现",),
    note=Text(
        zh="文中“全”后脱一“市”字，按全市计算；没有写“以上”，超过80%同样算达到。到期日按2025年底。",
        en="A character is lost after 全: the whole city is meant. More than 80 % reaches the goal as well. It is due "
        "at the end of 2025.",
    ),
)

VILLAGE_5G_COVERAGE_COMMUNITY = Requirement(
    key="village-5g-coverage-community",
    title=Text(zh="本村通5G", en="5G in the village"),
    must=community.has_5g.is_(True),
    when=RURAL,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("专栏4-1", evidence=("80%行政村通5G",)),
    wording=("实现",),
    variant_of="village-5g-coverage",
    note=COMMUNITY_INFORMATION,
)

SMART_COMMUNITY_SYSTEMS = Guidance(
    key="smart-community-systems",
    title=Text(zh="公共服务、智慧社区系统与数据共享", en="Systems for public services and smart communities"),
    source=SHAOYANG.clause("专栏4-1", evidence=("智慧社区移动应用", "数据资源共享")),
    wording=("完善", "推动"),
    note=Text(
        zh="持续完善、集约建设，没有完成的标准。",
        en="They are to be built together and improved all the time. The text does not say when they are complete.",
    ),
)

SMART_COMMUNITY_PILOTS = Requirement(
    key="smart-community-pilots",
    title=Text(zh="争取两级智慧社区试点并启动市级试点", en="Pilots of smart communities sought and started"),
    must=city.arrangement("smart-community-pilots").has_all("national", "provincial", "city-level"),
    modality=Modality.ENCOURAGED,
    responsible=SMART_PILOTS,
    source=SHAOYANG.clause("专栏4-2", evidence=("智慧社区建设试点", "适时启动")),
    wording=("积极争取",),
    note=Text(
        zh="“级”前脱一“市”字。启动市级试点没有日期，试点没有个数；全国、全省试点以申报为准，不以获批为准。",
        en="A character is lost: the pilots of the city are meant. There is neither a date nor a number. To apply for "
        "the national and the provincial pilot is what counts.",
    ),
)

SMART_COMMUNITY_LINKS = Requirement(
    key="smart-community-links",
    title=Text(zh="试点社区三端联通", en="Platform, sensors and homes linked in pilots"),
    must=community.arrangement("smart-links").has_all(
        "home-terminals", "community-sensors", "government-service-platform"
    ),
    when=IN_SMART_PILOT,
    modality=Modality.ENCOURAGED,
    responsible=SMART_PILOTS,
    source=SHAOYANG.clause("专栏4-2", evidence=("社区感知设施", "政务服务平台", "家庭终端")),
    wording=("推动",),
)

SMART_COMMUNITY_SERVICES = Requirement(
    key="smart-community-services",
    title=Text(zh="试点社区的智慧服务", en="Smart services of pilots"),
    must=all_of(
        community.arrangement("smart-services").has_all("elderly-care", "emergency-rescue", "early-warning"),
        community.arrangement("unmanned-delivery").in_place(),
    ),
    when=IN_SMART_PILOT,
    modality=Modality.MANDATORY,
    responsible=SMART_PILOTS,
    source=SHAOYANG.clause("专栏4-2", evidence=("智能预警", "智慧养老", "无人物流")),
    wording=("发展", "建立"),
    # Three services are to be developed, and only the system of delivery is to be set up.
    breach_when=not_(community.arrangement("unmanned-delivery").in_place()),
    note=Text(
        zh="前三项是“发展”，列举未穷尽；无人配送系统是“建立”，只有缺它才算违反。",
        en="The first three are to be developed, and the list is open. The system of unmanned delivery is to be set "
        "up: only its lack is a breach.",
    ),
)

MODERN_SERVICE_SYSTEM_PILOTS = Requirement(
    key="modern-service-system-pilots",
    title=Text(zh="争取全国现代服务试点并启动市级试点", en="Pilots of modern services sought and started"),
    must=city.arrangement("modern-service-pilots").has_all("national", "city-level"),
    modality=Modality.ENCOURAGED,
    responsible=MODERN_PILOTS,
    source=SHAOYANG.clause("专栏4-3", evidence=("现代社区服务建设试点", "适时启动")),
    wording=("积极争取",),
    note=Text(
        zh="没有日期和个数；争取以申报为准。",
        en="There is neither a date nor a number. To apply for the national pilot is what counts.",
    ),
)

MODERN_SCENARIOS = Requirement(
    key="modern-scenarios",
    title=Text(zh="试点社区四类场景数字化", en="Four scenarios made digital in pilots"),
    must=community.arrangement("digital-scenarios").has_all("transport", "leisure-travel", "home-life", "shopping"),
    when=IN_MODERN_PILOT,
    modality=Modality.ENCOURAGED,
    responsible=MODERN_PILOTS,
    source=SHAOYANG.clause("专栏4-3", evidence=("购物消费", "交通出行")),
    wording=("推动",),
    note=Text(zh="列举未穷尽，四类为最少。", en="The list is open, and the four named are the least."),
)
