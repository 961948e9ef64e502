"""Facilities, property management and the environment."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    (
        "stock-building-conversion",
        "存量房屋转为设施",
        "existing buildings turned into facilities",
        (
            ("exchange-purchase", "换购", "exchange against purchase"),
            ("allocation", "划拨"),
            ("lease", "租借"),
        ),
    ),
    (
        "idle-asset-revival",
        "国企盘活闲置资产",
        "idle assets revived by state-owned companies",
        (
            ("acquisition-disposal", "资产收购处置", "acquisition and disposal"),
            ("restructuring", "实质性重组"),
            ("debt-to-equity", "债转股", "debt turned into equity"),
        ),
    ),
    (
        "facility-gap-programme",
        "设施补短板",
        "programme that fills gaps in facilities",
        (
            ("resettlement-communities", "易地搬迁安置社区"),
            ("new-residential-areas", "城市新建住宅区"),
            ("old-compounds", "城镇老旧小区", "old dwelling compounds"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = (
    (
        "elderly-care-system",
        "养老服务体系",
        "system of care of the elderly",
        (
            ("home", "居家养老", "care at home as the base"),
            ("community", "社区养老", "care in the community as the support"),
            ("institution", "机构养老", "care in institutions as the supplement"),
        ),
    ),
)

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
    (
        "service-first-premises",
        "办公空间去行政化",
        "smaller offices and larger rooms for service",
        (
            ("simplified-offices", "精简办公空间", "smaller offices"),
            ("open-office", "开放式办公"),
            ("less-fixed-space", "减少固定空间"),
            ("less-display-space", "减少陈列空间"),
            ("more-activity-space", "增加活动空间"),
            ("multi-use", "一房多用", "one room for many uses"),
            ("less-administrative", "去行政化"),
            ("less-formal", "去形式化"),
            ("friendly", "亲民化", "friendly to people"),
        ),
    ),
    ("living-room", "社区会客厅", "living room of the community"),
    (
        "property-coordination",
        "物业三方协调机制",
        "coordination of residents' committee, owners' committee and property company",
    ),
    (
        "property-cross-posts",
        "物业双向进入",
        "posts held both in the committees and in the bodies of property management",
        (
            ("members-in-owners-committees", "两委成员进业委会", "committee members in owners' committees"),
            ("members-in-companies", "两委成员进物业企业", "committee members in property companies"),
            ("owners-heads-in-committees", "业委会负责人进两委", "heads of owners' committees in the two committees"),
            ("company-heads-in-committees", "物业负责人进两委", "heads of property companies in the two committees"),
        ),
    ),
    ("property-satisfaction-survey", "物业满意度调查机制", "survey of residents' satisfaction with property service"),
    ("one-has-seven-centres", "一有七中心", "“one has, seven centres” scheme of the service centre"),
    ("service-complex", "社区综合服务体", "comprehensive service complex"),
    ("supporting-facilities", "配套服务设施", "supporting service facilities"),
    (
        "home-care-centre",
        "居家养老服务中心",
        "centre for the care of the elderly at home",
        (
            ("home-visits", "上门服务", "service at the homes of the elderly"),
            ("outside-home", "社区内服务", "service in the community, outside their homes"),
        ),
    ),
    (
        "care-space",
        "照护服务空间",
        "space for care in the facility",
        (
            ("elderly-care", "养老"),
            ("childcare", "托育"),
            ("disability-aid", "助残", "aid for the disabled"),
        ),
    ),
    (
        "elderly-health-colocation",
        "养老医疗相邻",
        "care of the elderly beside medical care",
        (
            ("same-site", "同址"),
            ("adjacent", "邻近"),
        ),
    ),
    (
        "accessibility-retrofit",
        "适老适幼无障碍改造",
        "retrofit for people of every age and ability",
        (
            ("elderly-friendly", "适老化"),
            ("child-friendly", "适儿化"),
            ("barrier-free", "无障碍"),
        ),
    ),
    (
        "convenience-facilities",
        "便民服务设施",
        "convenience facilities",
        (
            ("parking", "停车场"),
            ("refuse-handling", "垃圾处理"),
            ("public-toilets", "公共厕所"),
            ("shops", "便民商业网点", "convenience shops"),
        ),
    ),
    (
        "rural-ceremony-venues",
        "农村殡葬与婚丧场所",
        "rural venues for funerals and weddings",
        (
            ("public-funeral-facility", "公益性殡葬设施", "public-welfare funeral facility"),
            ("ceremony-venue", "婚丧喜庆场所", "venue for weddings and funerals"),
        ),
    ),
    ("owners-property-choice", "业主物业双向选择", "two-way choice of owners and property companies"),
    ("childcare-planning", "设施统筹托育", "infant care considered when facilities are built"),
    ("barrier-free-environment", "无障碍环境", "barrier-free environment"),
    ("living-environment", "人居环境机制", "mechanism for the living environment"),
)
