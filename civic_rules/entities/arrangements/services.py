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
    ("service-system-plan", "服务体系规划", "plan of the community service system"),
    (
        "satisfaction-survey",
        "服务满意度调查",
        "survey of residents' satisfaction",
        (
            ("professional-body", "专业机构承办", "carried out by a professional body"),
            ("telephone-survey", "电话调查", "done by telephone"),
        ),
    ),
    ("service-hall-standard", "服务大厅规范", "standard of community service halls"),
    ("living-circle-project", "便民生活圈工程", "project for convenient living circles"),
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
    (
        "service-lines",
        "三类服务供给",
        "three lines of service",
        (
            ("public-services", "公共服务"),
            ("convenience-services", "便民服务"),
            ("volunteer-services", "志愿服务"),
        ),
    ),
    (
        "convenience-outlets",
        "便民服务网点",
        "convenience outlets",
        (
            ("public-utilities", "公用事业单位", "run by public utilities"),
            ("social-forces", "社会力量", "run by private or civic bodies"),
        ),
    ),
    (
        "mutual-help-incentives",
        "互助激励",
        "incentives for mutual help",
        (
            ("residents", "居民"),
            ("shops", "商户"),
        ),
    ),
)
