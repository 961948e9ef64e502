"""Party organisations, joint building with stationed units, volunteers of the party."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = (
    ("party-leadership", "党组织领导", "party organisation leads community bodies"),
    ("stationed-unit-coordination", "驻区单位协调", "party organisation coordinates stationed units"),
    (
        "co-building",
        "共驻共建制度",
        "co-building systems",
        (
            ("joint-conference", "联席会议"),
            ("affairs-coordination", "事务协调", "coordination of affairs"),
            ("in-service-party-member-reporting", "在职党员报到", "party members in service report"),
            ("party-member-volunteering", "党员志愿服务", "volunteering of party members"),
            ("party-member-performance-evaluation", "党员表现评价", "evaluation of party members"),
            ("unit-party-cadre-concurrent-or-seconded-post", "兼职挂职", "posts held by cadres of stationed units"),
        ),
    ),
    (
        "double-reporting",
        "双报到",
        "reporting of units and of party members to the community",
        (
            ("unit-party-organisations", "单位党组织", "party organisations of units"),
            ("party-members", "党员"),
        ),
    ),
)
