"""The people who work for communities: posts, pay, training."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    ("pay-system", "岗位等级薪酬体系", "pay system by posts and grades"),
    ("career-path", "职业发展通道", "career path into public posts"),
    ("exam-encouragement", "鼓励社工考试", "encouragement to sit the social-worker exam"),
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
)

STREET: tuple[Row, ...] = ()

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
)
