"""Money: budgets, funds and purchase of services."""

from civic_rules.entities.vocabulary import PartRow, Row

CITY: tuple[Row, ...] = (
    ("service-purchase", "购买服务机制", "purchase of services by government"),
    ("public-welfare-ventures", "公益创投", "public-welfare ventures"),
    ("charity-donations", "慈善捐赠", "charity donations to communities"),
    ("community-funds", "社区基金", "community funds"),
    (
        "purchase-contractors",
        "购买服务承接主体",
        "bodies admitted as contractors",
        (
            ("self-governing-organisations", "自治组织"),
            ("rural-collectives", "集体经济组织", "rural collective economic organisations"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = (
    ("service-purchase", "购买服务机制", "purchase of services by government"),
    ("platform-cost-in-land-cost", "平台成本入地价", "platform cost inside land cost"),
    (
        "plan-support",
        "规划要素保障",
        "support of the plan",
        (
            ("policy", "政策制定"),
            ("fund-arrangement", "资金安排", "arrangement of money"),
            ("projects", "项目布局", "projects"),
            ("pooled-funds", "统筹现有资金", "existing funds used together"),
            ("guaranteed-funds", "落实经费", "money provided as the rules say"),
        ),
    ),
    (
        "social-funding",
        "社会资金渠道",
        "channels of private money",
        (
            ("charity", "慈善捐赠", "charity donations"),
            ("community-fund", "社区基金(会)", "community fund or foundation"),
            ("service-purchase", "购买服务", "purchase of services"),
            ("paid-service", "低偿有偿服务", "service for a fee"),
        ),
    ),
)

_CARRIERS: tuple[PartRow, ...] = (
    ("community-foundation", "社区基金会"),
    ("other", "其他协作载体", "another carrier"),
)

STREET: tuple[Row, ...] = (
    ("emergency-reserve-fund", "应急备用金制度", "reserve fund for emergencies"),
    ("social-work-purchase", "购买社会工作服务", "purchase of social-work services"),
    (
        "social-work-station-funding",
        "社工站项目资金",
        "money for projects of the social-work station",
        (
            ("pooled-purchase-funds", "统筹购买服务资金", "government's purchase money used as a whole"),
            ("social-funds", "社会资金", "private money"),
        ),
    ),
    ("collaboration-carriers", "社会协作载体", "carriers of collaboration with social forces", _CARRIERS),
    (
        "funding-mechanism",
        "经费保障监督机制",
        "mechanism that provides and supervises funds",
        (
            ("fiscal-main", "财政为主", "public finance as the main source"),
            ("diverse-input", "多元化投入", "input of many kinds"),
            ("many-channels", "多渠道筹措", "money raised through many channels"),
            ("many-supervisors", "多方位监管", "supervision from many sides"),
            ("normal-growth", "正常增长"),
        ),
    ),
)

COMMUNITY: tuple[Row, ...] = (
    ("separate-budget", "经费单独预算", "separate budget for community work"),
    ("ring-fenced-funds", "经费专款专用", "community funds ring-fenced"),
    ("office-funds-growth", "办公经费增长机制", "growth mechanism for office funds"),
    ("funds-supervision", "经费居民监督", "residents supervise the use of funds"),
    ("collaboration-carriers", "社会协作载体", "carriers of collaboration with social forces", _CARRIERS),
    ("charity-fund", "社区慈善基金", "charity fund of the community"),
    ("facility-subsidy", "设施建设补助", "subsidy for building the facility"),
)
