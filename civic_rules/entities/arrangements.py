"""The vocabularies of arrangements: bodies, systems and practices that an area or a community has or has not.

One class an entity, so that two documents that ask for the same thing ask for the same term. A term is written as
its id, its Chinese name, its English name and the parts that documents list.
"""

from __future__ import annotations

from civic_rules.entities.vocabulary import Arrangement


class CityArrangement(Arrangement):
    """What a city has set up."""

    SERVICE_MODES = (
        "service-modes",
        "四型服务",
        "four modes of service",
        (
            ("resource-support", "资源支持型"),
            ("gap-filling", "功能补缺型"),
            ("cultivation-guidance", "培育指导型"),
            ("timely-convenience", "及时便利型"),
        ),
    )
    INFORMATION_PLATFORM = (
        "information-platform",
        "统一信息平台",
        "city-wide information platform",
        (
            ("centralised-data-collection", "集中采集", "data collected in one place"),
            ("multi-party-sharing", "多方共享", "resources shared by several parties"),
            ("integration-of-government-systems", "系统整合", "government systems integrated"),
        ),
    )
    WORK_PORTAL = (
        "work-portal",
        "统一工作门户",
        "single community work portal",
        (
            ("public-service", "公共服务", "public services online"),
            ("public-welfare-service", "公益服务", "public-welfare services online"),
        ),
    )
    NETWORK_INTEGRATION = (
        "network-integration",
        "四网结合",
        "integration of four networks",
        (
            ("voice", "语音网", "voice network"),
            ("information", "信息网", "information network"),
            ("internet", "互联网"),
            ("internet-of-things", "物联网"),
        ),
    )


class CountyArrangement(Arrangement):
    """What a county, city district or county-level city has set up."""

    SERVICE_PURCHASE = "service-purchase", "购买服务机制", "purchase of services by government"
    PLATFORM_RESPONSIBILITY = "platform-responsibility", "平台建设责任", "responsibility for platforms taken on"
    PLATFORM_COST_IN_LAND_COST = "platform-cost-in-land-cost", "平台成本入地价", "platform cost inside land cost"
    PAY_ARRANGED = "pay-arranged", "报酬统筹", "pay arranged by the county"
    PAY_IN_BUDGET = "pay-in-budget", "报酬入预算", "pay inside the fiscal budget"
    WORKER_MANAGEMENT = (
        "worker-management",
        "人员管理制度",
        "personnel management systems",
        (
            ("election-recruitment", "选聘", "election and recruitment"),
            ("education-training", "培训", "education and training"),
            ("assessment-review", "考评", "assessment and review"),
        ),
    )
    EXAM_ENCOURAGEMENT = "exam-encouragement", "鼓励社工考试", "encouragement to sit the social-worker exam"


class CommunityArrangement(Arrangement):
    """What a community has set up."""

    FOUR_PART_STRUCTURE = (
        "four-part-structure",
        "一委一居一站一办",
        "four-part community structure",
        (
            ("party-committee", "党委", "party committee"),
            ("residents-committee", "居委会", "residents' committee"),
            ("management-service-station", "管理服务站"),
            ("office", "办公室"),
        ),
    )
    FOUR_DISCUSSIONS = "four-discussions-four-meetings", "四议四会", "four discussions and four meetings"
    PARTICIPATION_MEETINGS = (
        "participation-meetings",
        "四会",
        "participation meetings",
        (
            ("public-sentiment-talk", "民情恳谈会", "talk on residents' concerns"),
            ("affairs-coordination", "事务协调会", "meeting that coordinates affairs"),
            ("decision-hearing", "决策听证会", "hearing before a decision"),
            ("supervision-audit", "监督审计会", "meeting that supervises and audits"),
        ),
    )
    PARTY_LEADERSHIP = "party-leadership", "党组织领导", "party organisation leads community bodies"
    STATIONED_UNIT_COORDINATION = (
        "stationed-unit-coordination",
        "驻区单位协调",
        "party organisation coordinates stationed units",
    )
    CO_BUILDING = (
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
    )
    FIVE_TYPES = (
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
    )
    SERVICE_LAYERS = (
        "service-layers",
        "三层服务",
        "three layers of service",
        (
            ("public-service", "公共服务", "public services of government"),
            ("market-service", "市场服务", "market services"),
            ("mutual-help", "互助服务", "mutual help of residents"),
        ),
    )
    MARKET_SERVICES = (
        "market-services",
        "市场化服务",
        "market services of social organisations",
        (("elderly-care", "养老"), ("medical", "医疗", "medical care"), ("domestic-help", "家政")),
    )
    MUTUAL_HELP = (
        "mutual-help",
        "互助服务",
        "mutual help of volunteers",
        (("voluntary-patrol", "义务巡逻"), ("legal-publicity", "普法宣传", "legal education")),
    )
    SEPARATE_BUDGET = "separate-budget", "经费单独预算", "separate budget for community work"
    RING_FENCED_FUNDS = "ring-fenced-funds", "经费专款专用", "community funds ring-fenced"
    OFFICE_FUNDS_GROWTH = "office-funds-growth", "办公经费增长机制", "growth mechanism for office funds"
    FUNDS_SUPERVISION = "funds-supervision", "经费居民监督", "residents supervise the use of funds"
    FULL_TIME_DUTIES = (
        "full-time-worker-duties",
        "专职人员职责",
        "duties of full-time workers",
        (("comprehensive-management", "综合管理"), ("comprehensive-service", "综合服务")),
    )
    GRID_SERVICE = "grid-service", "网格化服务", "services delivered through grids"
