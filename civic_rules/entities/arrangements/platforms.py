"""Digital and physical platforms, information systems and data."""

from civic_rules.entities.vocabulary import PartRow, Row

_MECHANISMS: tuple[PartRow, ...] = (
    ("public-feedback", "民情反馈", "feedback from residents"),
    ("risk-assessment", "风险研判"),
    ("emergency-response", "应急响应"),
    ("public-opinion-response", "舆情应对", "response to public opinion"),
)

CITY: tuple[Row, ...] = (
    (
        "information-platform",
        "统一信息平台",
        "city-wide information platform",
        (
            ("centralised-data-collection", "集中采集", "data collected in one place"),
            ("multi-party-sharing", "多方共享", "resources shared by several parties"),
            ("integration-of-government-systems", "系统整合", "government systems integrated"),
        ),
    ),
    (
        "work-portal",
        "统一工作门户",
        "single community work portal",
        (
            ("public-service", "公共服务", "public services online"),
            ("public-welfare-service", "公益服务", "public-welfare services online"),
        ),
    ),
    (
        "network-integration",
        "四网结合",
        "integration of four networks",
        (
            ("voice", "语音网", "voice network"),
            ("information", "信息网", "information network"),
            ("internet", "互联网"),
            ("internet-of-things", "物联网"),
        ),
    ),
    ("smart-community-plan", "智慧社区规划", "city-wide plan for smart communities"),
    (
        "smart-platforms",
        "智慧治理平台",
        "city-wide smart platforms",
        (
            ("town-street-data", "镇街数据平台", "data platform of towns and streets"),
            ("community-management", "智慧社区管理平台", "management platform of smart communities"),
        ),
    ),
    ("platform-mechanisms", "平台运行机制", "mechanisms run on the information platform", _MECHANISMS),
    ("data-return", "数据返还基层", "return of data to the grassroots"),
    (
        "data-linkage",
        "数据多级联动",
        "linked use of data at several levels",
        (
            ("county", "县(市、区)"),
            ("street", "镇街"),
            ("community", "社区"),
        ),
    ),
    ("community-system-merging", "社区业务系统整合", "merging of the business systems that communities use"),
    ("community-data-integration", "社区基础数据整合", "basic data of communities integrated and used"),
    ("convenience-platform", "便民服务平台", "convenience service platform"),
    (
        "accessible-internet-services",
        "互联网应用适老化和无障碍",
        "internet services that everybody can use",
        (
            ("elderly-friendly", "适老化"),
            ("barrier-free", "无障碍"),
        ),
    ),
    (
        "online-one-stop-service",
        "网上一站式一门式",
        "one-stop service online",
        (
            ("one-stop", "一站式"),
            ("one-door", "一门式"),
        ),
    ),
    (
        "grassroots-data",
        "基层数据资源",
        "data resources of the grassroots",
        (
            ("collection", "综合采集", "data collected together"),
            ("base-data", "基础数据", "base data such as maps"),
            ("opening", "依法开放", "data opened to communities as the law allows"),
        ),
    ),
    (
        "smart-community-pilots",
        "智慧社区试点安排",
        "pilots of smart communities",
        (
            ("national", "争取全国试点", "national pilot applied for"),
            ("provincial", "争取全省试点", "provincial pilot applied for"),
            ("city-level", "启动市级试点", "city's own pilot started"),
        ),
    ),
    (
        "modern-service-pilots",
        "现代社区服务试点安排",
        "pilots of modern community services",
        (
            ("national", "争取全国试点", "national pilot applied for"),
            ("city-level", "启动市级试点", "city's own pilot started"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = (
    ("platform-responsibility", "平台建设责任", "responsibility for platforms taken on"),
    ("data-return", "数据返还基层", "return of data to the grassroots"),
    (
        "community-pilots",
        "社区试点建设",
        "pilots of communities organised by the county",
        (
            ("smart-community", "智慧社区", "smart communities"),
            ("modern-service-system", "现代社区服务体系"),
        ),
    ),
)

STREET: tuple[Row, ...] = (
    ("data-exchange", "数据共享交换机制", "sharing and exchange of data with departments"),
    ("government-self-service", "政务自助服务", "self-service for government matters"),
    ("online-government-services", "网上政务服务", "government services online"),
    (
        "integrated-platform",
        "综合管理服务平台",
        "integrated platform of management and service",
        (
            ("administration", "行政管理"),
            ("community-affairs", "社区事务"),
            ("convenience-services", "便民服务"),
        ),
    ),
    (
        "digital-grid-model",
        "数字网格管理服务模式",
        "model of management and service",
        (
            ("digital", "数字化", "digital means"),
            ("grid-based", "网格化", "grids"),
        ),
    ),
)

COMMUNITY: tuple[Row, ...] = (
    (
        "public-service-platform",
        "社区公共服务平台",
        "public service platform of the community",
        (
            ("upward", "对上互通", "linked upward"),
            ("downward", "对下互通", "linked downward"),
        ),
    ),
    ("platform-mechanisms", "平台运行机制", "mechanisms run on the information platform", _MECHANISMS),
    ("government-self-service", "政务自助服务", "self-service for government matters"),
    ("online-government-services", "网上政务服务", "government services online"),
    ("integrated-platform", "综合管理服务平台", "connection to the integrated platform of management and service"),
    (
        "information-protection",
        "信息安全保护",
        "protection of information systems and data",
        (
            ("network-security", "网络安全"),
            ("data-security", "数据安全"),
            ("personal-information", "个人信息", "protection of personal information"),
        ),
    ),
    (
        "digital-scenarios",
        "数字化场景",
        "digital scenarios",
        (
            ("deliberation", "议事协商"),
            ("elderly-care", "养老"),
            ("housekeeping", "家政"),
            ("health", "卫生"),
            ("childcare", "托育"),
            ("fire-safety", "消防"),
            ("security", "安防"),
            ("shopping", "购物消费"),
            ("home-life", "居家生活"),
            ("leisure-travel", "旅游休闲", "leisure and travel"),
            ("transport", "交通出行"),
            ("other", "其他场景", "another field"),
        ),
    ),
    ("community-e-commerce", "社区电子商务", "e-commerce of the community"),
    ("unmanned-delivery", "无人物流配送"),
    (
        "smart-links",
        "智慧社区联通",
        "parts of a smart community linked",
        (
            ("government-service-platform", "政务服务平台"),
            ("community-sensors", "社区感知设施"),
            ("home-terminals", "家庭终端"),
        ),
    ),
    (
        "smart-services",
        "智慧惠民服务",
        "smart services for residents",
        (
            ("early-warning", "智能预警"),
            ("emergency-rescue", "应急救援救护"),
            ("elderly-care", "智慧养老", "smart care of the elderly"),
        ),
    ),
)
