"""Services and how they are delivered."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    (
        "service-modes",
        "四型服务",
        "four modes of service",
        (
            ("resource-support", "资源支持型"),
            ("gap-filling", "功能补缺型"),
            ("cultivation-guidance", "培育指导型"),
            ("timely-convenience", "及时便利型"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = (
    ("social-work-station", "社工站", "social-work station", (("run-to-standard", "规范运行"),)),
)

COMMUNITY: tuple[Row, ...] = (
    (
        "service-layers",
        "三层服务",
        "three layers of service",
        (
            ("public-service", "公共服务", "public services of government"),
            ("market-service", "市场服务", "market services"),
            ("mutual-help", "互助服务", "mutual help of residents"),
        ),
    ),
    (
        "market-services",
        "市场化服务",
        "market services of social organisations",
        (
            ("elderly-care", "养老"),
            ("medical", "医疗", "medical care"),
            ("domestic-help", "家政"),
        ),
    ),
    (
        "mutual-help",
        "互助服务",
        "mutual help of volunteers",
        (
            ("voluntary-patrol", "义务巡逻"),
            ("legal-publicity", "普法宣传", "legal education"),
            ("other-activity", "其他互助活动", "another activity"),
        ),
    ),
    ("community-canteen", "社区食堂"),
    (
        "duty-arrangements",
        "值班与错时安排",
        "duty and working-hour arrangements",
        (
            ("all-day-duty", "全日值班"),
            ("staggered-hours", "错时上下班"),
            ("holiday-rota", "节假日轮值"),
            ("rotating-reception", "轮流坐班"),
        ),
    ),
    ("linked-services", "联动服务机制", "mechanism of linked services"),
)
