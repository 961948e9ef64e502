"""Party organisations, joint building with stationed units, volunteers of the party."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = (
    (
        "party-organisation-chain",
        "党组织链条",
        "chain of party organisations",
        (
            ("street-working-committee", "街道党工委", "working committee of the street"),
            ("community-branch-or-committee", "社区总支或党委", "general branch or committee of the community"),
            ("compound-branch", "小区党支部", "branch of the compound"),
            ("party-group", "党小组"),
        ),
    ),
    ("five-star-branches", "五星支部创建", "programme of five-star party branches"),
    ("party-demonstration-points", "党建示范点创建", "demonstration points of party building"),
    (
        "working-committee-procedure",
        "党工委议事决策制度",
        "how the party working committee deliberates and decides",
        (
            ("rules-of-procedure", "议事规则"),
            ("decision-procedure", "决策程序"),
        ),
    ),
    ("mass-organisation-services", "群团公共服务职能", "public services that mass organisations take on"),
    ("party-joint-conference", "党建联席会议", "joint conference on party building"),
    (
        "party-service-duties",
        "党组织引领服务职责",
        "duties of the party organisation over services",
        (
            ("leads-organisations", "统一领导各类组织和人才", "lead over organisations and people"),
            ("pools-resources", "统筹资金资源项目", "funds, resources and projects used as a whole"),
            ("leads-project-design", "服务项目设计", "design of service projects"),
            ("leads-deliberation", "议事协商决策", "deliberation and decision"),
            ("leads-evaluation", "实施与评价", "carrying out and evaluation"),
        ),
    ),
    (
        "party-led-property",
        "党建引领物业",
        "property management led by the party organisation",
        (
            ("brand-project", "品牌项目", "project with a name"),
            ("creation", "创建工作", "programme of creation"),
        ),
    ),
    (
        "property-party-link",
        "物业党建挂钩",
        "what the party building of a property company counts for",
        (
            ("tendering", "招投标", "tenders"),
            ("credit-record", "信用征集", "credit records"),
            ("industry-awards", "行业评优", "awards of the trade"),
        ),
    ),
    (
        "rule-of-law-study",
        "法治学习安排",
        "study of the rule of law",
        (
            ("regular-meetings", "三会一课", "regular meetings and lessons of party organisations"),
            ("theme-party-day", "主题党日", "theme days of the party"),
            ("theory-study", "理论学习", "study of theory"),
            ("cadre-training", "干部培训", "training of cadres"),
        ),
    ),
    (
        "theory-lectures",
        "理论宣讲",
        "lectures on theory",
        (
            ("campaign", "宣讲进社区", "campaign of lectures in communities"),
            ("residents-group", "百姓宣讲团", "lecture group of residents"),
        ),
    ),
)

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
            ("compound-service", "在小区服务", "service of party members in dwelling compounds"),
        ),
    ),
    (
        "party-service-duties",
        "党组织引领服务职责",
        "duties of the party organisation over services",
        (
            ("leads-organisations", "统一领导各类组织和人才", "lead over organisations and people"),
            ("pools-resources", "统筹资金资源项目", "funds, resources and projects used as a whole"),
            ("leads-project-design", "服务项目设计", "design of service projects"),
            ("leads-deliberation", "议事协商决策", "deliberation and decision"),
            ("leads-evaluation", "实施与评价", "carrying out and evaluation"),
        ),
    ),
    (
        "party-organisation-reach",
        "党组织延伸范围",
        "reach of party organisations and groups",
        (
            ("compound", "小区"),
            ("building", "楼栋或楼院", "building or courtyard"),
            ("stairwell", "单元"),
        ),
    ),
    ("periodic-reports-to-party", "各类组织定期报告", "periodic reports of organisations to the party organisation"),
    ("party-joint-conference", "党建联席会议", "joint conference on party building"),
    (
        "party-membership-transfer",
        "组织关系转入",
        "transfer of membership to the community",
        (
            ("mobile-members", "流动党员", "mobile party members"),
            ("retired-members", "退休党员", "retired party members"),
        ),
    ),
    (
        "pairing-activities",
        "结对共建活动安排",
        "arrangement of activities with paired units",
        (("fixed-time", "固定时间"),),
    ),
    ("party-recommended-leaders", "推荐人选任负责人", "heads of organisations recommended by the party organisation"),
    ("paired-building", "结对共建机制", "regular pairing with the party organisations of units"),
    (
        "claimed-service-lists",
        "三张清单双向认领",
        "lists of needs, resources and projects, claimed both ways",
        (
            ("needs", "服务需求清单", "list of needs"),
            ("resources", "服务资源清单", "list of resources"),
            ("projects", "服务项目清单", "list of projects"),
            ("two-way-claiming", "双向认领", "claiming both ways"),
        ),
    ),
    ("party-member-posts", "党员设岗定责", "posts and duties of party members who serve residents"),
)
