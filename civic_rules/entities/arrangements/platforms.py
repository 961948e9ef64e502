"""Digital and physical platforms, information systems and data."""

from civic_rules.entities.vocabulary import Row

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
)

COUNTY: tuple[Row, ...] = (("platform-responsibility", "平台建设责任", "responsibility for platforms taken on"),)

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = ()
