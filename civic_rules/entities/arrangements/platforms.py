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
)

COUNTY: tuple[Row, ...] = (
    ("platform-responsibility", "平台建设责任", "responsibility for platforms taken on"),
    ("data-return", "数据返还基层", "return of data to the grassroots"),
)

STREET: tuple[Row, ...] = (("data-exchange", "数据共享交换机制", "sharing and exchange of data with departments"),)

COMMUNITY: tuple[Row, ...] = (
    ("platform-mechanisms", "平台运行机制", "mechanisms run on the information platform", _MECHANISMS),
)
