"""Facilities, property management and the environment."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = (
    (
        "synchronised-facilities",
        "配套设施四同步",
        "facilities built in step with the housing",
        (
            ("planned-together", "同步规划"),
            ("built-together", "同步建设"),
            ("accepted-together", "同步验收"),
            ("handed-over-together", "同步交付"),
        ),
    ),
    (
        "synchronised-facility-types",
        "四同步设施种类",
        "kinds of facility built in step with the housing",
        (
            ("elderly-care", "养老服务设施"),
            ("infant-care", "婴幼儿照护设施"),
        ),
    ),
    ("party-led-property", "党建引领物业", "property management led by the party organisation"),
    ("property-joint-conference", "物业多方联席会议", "joint meeting of several parties on property management"),
    ("environment-property-committee", "环境和物业管理委员会", "committee for environment and property management"),
    ("service-first-premises", "办公空间去行政化", "smaller offices and larger rooms for service"),
    ("living-room", "社区会客厅", "living room of the community"),
)
