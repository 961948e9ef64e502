"""Government at the street: its matters of service, who answers for its streets, what it opens to the public."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = (
    (
        "government-service-catalogue",
        "政务服务通用目录",
        "general catalogue of government services",
        (
            ("street", "街道事项", "matters of the street"),
            ("community", "社区事项", "matters of communities"),
        ),
    ),
    (
        "regulated-matters",
        "事项梳理规范",
        "matters of the street sorted out and regulated",
        (
            ("government-services", "政务服务"),
            ("public-services", "公共服务"),
            ("public-safety", "公共安全"),
        ),
    ),
    (
        "matters-handed-down",
        "下放事项",
        "matters handed down",
        (
            ("employment-and-social-security", "就业社保", "employment and social security"),
            ("medical-security", "医保", "medical insurance"),
            ("social-assistance", "社会救助"),
        ),
    ),
    (
        "street-order",
        "街面责任制",
        "responsibility for the state of the streets",
        (
            ("frontage", "门前责任", "frontage responsibility"),
            ("road-chiefs", "路长", "road chiefs"),
        ),
    ),
    (
        "street-functions",
        "街区管理职能",
        "management of streets and their surroundings",
        (
            ("city-appearance", "市政市容", "utilities and the look of the city"),
            ("property-management", "物业管理"),
            ("floating-population", "流动人口"),
            ("organisation-fostering", "培育社会组织", "fostering of social organisations"),
        ),
    ),
    ("open-government", "政务公开"),
    (
        "one-net-service",
        "政务服务标准化和一网通办",
        "services set to a standard and handled on one network",
        (
            ("standard-matters", "事项标准化", "matters set to a standard"),
            ("one-net", "一网通办", "handling on one network"),
        ),
    ),
)

COMMUNITY: tuple[Row, ...] = (
    (
        "handled-matters",
        "社区办理事项",
        "matters that the community handles",
        (
            ("list", "事项清单", "list of what is handled directly or for another body"),
            ("published", "对外公布", "list published"),
        ),
    ),
)
