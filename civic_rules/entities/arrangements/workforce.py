"""The people who work for communities: posts, pay, training."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    (
        "pay-system",
        "岗位等级薪酬体系",
        "pay system by posts and grades",
        (
            ("post-grades", "岗位等级序列", "sequence of post grades"),
            ("post-pay", "岗位薪酬", "pay by post"),
            ("dynamic-adjustment", "动态调整"),
        ),
    ),
    ("career-path", "职业发展通道", "career path into public posts"),
    ("exam-encouragement", "鼓励社工考试", "encouragement to sit the social-worker exam"),
    ("qualification-allowance", "职业资格津贴", "allowance for a professional qualification"),
    ("ability-indicators", "能力指标体系", "indicators of workers' ability"),
    (
        "training-tiers",
        "分级培训",
        "tiers of training",
        (
            ("provincial-demonstration", "省级示范", "demonstration by the province"),
            ("city-key", "市级重点", "key training by the city"),
            ("county-baseline", "县级兜底", "baseline training by the county"),
        ),
    ),
    (
        "training-methods",
        "培训方式",
        "methods of training",
        (
            ("lectures", "专题辅导"),
            ("on-site-teaching", "现场教学"),
            ("experience-sharing", "经验介绍"),
            ("discussion", "讨论交流"),
        ),
    ),
    ("mentor-system", "导师帮带制", "system of mentors for new workers"),
    ("online-courses", "网络精品课程", "online courses open to communities"),
    ("ethnic-religious-training", "民族宗教政策法规培训", "training on policy and law of ethnic groups and religion"),
)

COUNTY: tuple[Row, ...] = (
    ("pay-arranged", "报酬统筹", "pay arranged by the county"),
    ("pay-in-budget", "报酬入预算", "pay inside the fiscal budget"),
    (
        "worker-management",
        "人员管理制度",
        "personnel management systems",
        (
            ("election-recruitment", "选聘", "election and recruitment"),
            ("education-training", "培训", "education and training"),
            ("assessment-review", "考评", "assessment and review"),
        ),
    ),
    ("exam-encouragement", "鼓励社工考试", "encouragement to sit the social-worker exam"),
    (
        "worker-hiring",
        "分级选聘管理",
        "hiring, managing and using workers by level",
        (
            ("county-hires", "县级统一选聘", "the county hires"),
            ("street-manages", "街道集中管理", "the street manages"),
            ("community-uses", "社区分配使用", "the community uses"),
        ),
    ),
    (
        "recruitment-channels",
        "选拔渠道",
        "channels of recruitment",
        (
            ("secondment", "选派"),
            ("hiring", "聘用"),
            ("examination", "招考"),
        ),
    ),
)

STREET: tuple[Row, ...] = (
    ("lawful-duty-assessment", "依法履职入考核", "lawful performance of duty in the assessment of cadres"),
    (
        "leader-filing",
        "带头人备案",
        "filing of community leaders",
        (("party-secretaries", "党组织书记"),),
    ),
    ("reserve-talent-pool", "后备人才库"),
    ("reserve-cadre-pool", "后备干部队伍库"),
    (
        "cadre-training-plan",
        "主题培训行动计划",
        "action plan of thematic training",
        (
            ("street-cadres", "街道干部"),
            ("community-cadres", "社区干部"),
        ),
    ),
    ("workers-in-talent-plan", "工作者纳入人才规划", "community workers in the plan for cadres and talent"),
    (
        "worker-team-size",
        "工作者队伍规模",
        "size of the team of community workers",
        (
            ("scale", "社区规模", "size of communities considered"),
            ("span", "管理幅度", "span of management considered"),
            ("population", "人口结构", "structure of the population considered"),
            ("area", "区域面积", "area considered"),
            ("total-control", "总量调控", "control of the total"),
        ),
    ),
    ("worker-management-measures", "社区工作者管理办法", "rules on the management of community workers"),
    (
        "pay-system",
        "岗位薪酬体系",
        "posts and pay of community workers",
        (
            ("post-sequence", "岗位序列", "sequence of posts"),
            ("pay", "薪酬体系", "system of pay"),
        ),
    ),
    (
        "worker-training",
        "社区工作者培训",
        "training of community workers",
        (
            ("all-round", "全科社工培养", "workers who can do every task"),
            ("education", "教育培训", "education and training"),
        ),
    ),
    ("exam-encouragement", "鼓励社工考试", "encouragement to sit the social-worker exam"),
    ("degree-support", "支持学历教育", "support of study for a degree"),
    ("reward-mechanism", "褒奖激励机制", "mechanism of praise and reward"),
    ("finest-community-worker", "最美社区工作者选树", "selection of the finest community workers"),
)

COMMUNITY: tuple[Row, ...] = (
    (
        "full-time-worker-duties",
        "专职人员职责",
        "duties of full-time workers",
        (
            ("comprehensive-management", "综合管理"),
            ("comprehensive-service", "综合服务"),
        ),
    ),
    ("fixed-post-grid", "定岗网格", "workers posted to fixed grids"),
    ("flexible-hours", "弹性工时制度", "flexible working hours"),
    (
        "professional-staff",
        "专业技术人才",
        "professional staff",
        (
            ("legal-adviser", "法律顾问"),
            ("counsellor", "心理咨询师", "psychological counsellor"),
            ("full-time-mediator", "专职人民调解员"),
        ),
    ),
)
