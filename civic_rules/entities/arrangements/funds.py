"""Money: budgets, funds and purchase of services."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    ("service-purchase", "购买服务机制", "purchase of services by government"),
    ("public-welfare-ventures", "公益创投", "public-welfare ventures"),
    ("charity-donations", "慈善捐赠", "charity donations to communities"),
    ("community-funds", "社区基金", "community funds"),
)

COUNTY: tuple[Row, ...] = (
    ("service-purchase", "购买服务机制", "purchase of services by government"),
    ("platform-cost-in-land-cost", "平台成本入地价", "platform cost inside land cost"),
)

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = (
    ("separate-budget", "经费单独预算", "separate budget for community work"),
    ("ring-fenced-funds", "经费专款专用", "community funds ring-fenced"),
    ("office-funds-growth", "办公经费增长机制", "growth mechanism for office funds"),
    ("funds-supervision", "经费居民监督", "residents supervise the use of funds"),
    ("charity-fund", "社区慈善基金", "charity fund of the community"),
    ("facility-subsidy", "设施建设补助", "subsidy for building the facility"),
)
