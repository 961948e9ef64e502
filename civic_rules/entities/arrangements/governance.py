"""How communities are organised and govern themselves: structures, deliberation, grids."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = (
    (
        "four-part-structure",
        "一委一居一站一办",
        "four-part community structure",
        (
            ("party-committee", "党委"),
            ("residents-committee", "居委会", "residents' committee"),
            ("management-service-station", "管理服务站"),
            ("office", "办公室"),
        ),
    ),
    ("four-discussions-four-meetings", "四议四会", "four discussions and four meetings"),
    (
        "participation-meetings",
        "四会",
        "participation meetings",
        (
            ("public-sentiment-talk", "民情恳谈会", "talk on residents' concerns"),
            ("affairs-coordination", "事务协调会", "meeting that coordinates affairs"),
            ("decision-hearing", "决策听证会", "hearing before a decision"),
            ("supervision-audit", "监督审计会", "meeting that supervises and audits"),
        ),
    ),
    (
        "five-types",
        "五型社区",
        "five types of community",
        (
            ("democratic-management", "民主管理型"),
            ("social-security", "社会保障型"),
            ("civility-building", "文明创建型"),
            ("social-welfare", "社会福利型"),
            ("harmony-stability", "和谐稳定型", "harmony and stability"),
        ),
    ),
    ("grid-service", "网格化服务", "services delivered through grids"),
    (
        "sunshine-17-consultation",
        "阳光17议",
        "Sunshine-17 consultation",
        (("difficult-issues", "难点重点问题", "difficult and key issues on the agenda"),),
    ),
    ("signage-standard", "挂牌规范", "signs kept to a standard"),
    ("certificate-standard", "出具证明规范", "certificates kept to a standard"),
)
