"""How services are organised and delivered, and by whom: plans, catalogues, hours, windows, volunteers, social work."""

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
    (
        "organisation-cultivation",
        "社区社会组织培育",
        "fostering of community social organisations",
        (
            ("public-welfare", "公益性"),
            ("service", "服务性"),
            ("mutual-help", "互助性"),
            ("elderly-care", "养老"),
            ("family-education", "家庭教育"),
            ("disability-aid", "助残", "aid for the disabled"),
            ("child-welfare", "儿童福利和保护", "welfare and protection of children"),
            ("brand-organisations", "品牌组织"),
            ("brand-projects", "品牌项目"),
        ),
    ),
    (
        "charity-activities",
        "慈善服务活动",
        "charity activities",
        (
            ("hardship-relief", "济困"),
            ("elderly-support", "扶老"),
            ("orphan-relief", "恤孤"),
            ("disability-aid", "助残", "aid for the disabled"),
        ),
    ),
    (
        "space-for-service",
        "场地换服务",
        "space in exchange for service",
        (
            ("exchange", "以场地换服务", "space for service"),
            ("concession-leases", "优惠租赁"),
            ("chain-operation", "连锁经营"),
        ),
    ),
    (
        "service-catalogues",
        "服务目录和清单",
        "catalogue and list of services",
        (
            ("public-service-catalogue", "公共服务目录", "catalogue of public services"),
            ("community-service-list", "社区服务清单", "list of community services"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = (
    (
        "service-catalogues",
        "服务目录和清单",
        "catalogue and list of services",
        (
            ("public-service-catalogue", "公共服务目录", "catalogue of public services"),
            ("community-service-list", "社区服务清单", "list of community services"),
        ),
    ),
)

STREET: tuple[Row, ...] = (
    (
        "social-work-station",
        "社工站",
        "social-work station",
        (
            ("run-to-standard", "规范运行"),
            ("upgraded", "提质升级"),
            ("professional", "专业化服务", "professional service"),
            ("individual", "个性化服务", "individual service"),
            ("targeted", "精准化服务", "targeted service"),
            ("talent", "引进培育人才", "professionals brought in and fostered"),
        ),
    ),
    (
        "organisation-cultivation",
        "社区社会组织培育",
        "fostering of community social organisations",
        (
            ("charity", "公益慈善", "public welfare and charity"),
            ("family", "家庭", "family life"),
            ("health", "健康"),
            ("elderly-care", "养老"),
            ("child-rearing", "育幼", "bringing up of children"),
            ("volunteer-service", "志愿服务"),
        ),
    ),
    (
        "charity-resource-links",
        "链接慈善资源",
        "charity resources linked with governance",
        (
            ("institutions", "社会工作服务机构", "by institutions of social work"),
            ("social-workers", "社会工作者", "by social workers"),
        ),
    ),
    (
        "volunteer-recognition",
        "志愿服务评比与品牌",
        "recognition of volunteer service",
        (
            ("best-team-contest", "最美服务队评比", "contest of the best volunteer teams"),
            ("brands", "志愿服务品牌", "brands of volunteer service"),
        ),
    ),
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
    (
        "duty-arrangements",
        "值班与错时安排",
        "duty and working-hour arrangements",
        (
            ("all-day-duty", "全日值班"),
            ("staggered-hours", "错时上下班"),
            ("holiday-rota", "节假日轮值"),
            ("rotating-reception", "轮流坐班"),
            ("ab-posts", "AB岗互补", "posts that stand in for each other"),
            ("extended-hours", "延时服务"),
            ("door-to-door", "上门服务", "service at home"),
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
        "mutual-help-incentives",
        "互助激励",
        "incentives for mutual help",
        (
            ("residents", "居民"),
            ("shops", "商户"),
        ),
    ),
    (
        "five-society-linkage",
        "五社联动",
        "linkage of five social forces",
        (
            ("community", "社区平台", "community as the platform"),
            ("social-workers", "社会工作者"),
            ("social-organisations", "社会组织"),
            ("volunteers", "志愿者"),
            ("charity-resources", "慈善资源"),
        ),
    ),
    ("volunteer-station", "志愿服务站点", "volunteer service station"),
    (
        "volunteer-target-groups",
        "志愿服务对象",
        "groups that volunteers serve",
        (
            ("left-behind-elderly", "留守老人"),
            ("left-behind-children", "留守儿童"),
            ("children-in-difficulty", "困境儿童"),
            ("disabled", "残疾人", "disabled people"),
            ("people-in-hardship", "困难人群"),
        ),
    ),
    (
        "volunteer-service-contents",
        "志愿服务内容",
        "contents of volunteer service",
        (
            ("poverty-relief", "扶贫帮困"),
            ("elderly-and-disability-aid", "助老助残", "aid for the elderly and the disabled"),
            ("schooling-aid", "助学支教"),
            ("safety-self-care", "安全自护", "safety and self-care"),
            ("counselling", "心理疏导"),
            ("legal-aid", "法律援助"),
            ("domestic-help", "家政服务"),
        ),
    ),
    (
        "neighbourhood-mutual-aid",
        "邻里互助",
        "mutual aid of neighbours",
        (
            ("mutual-aid", "互助服务"),
            ("exchange", "互动交流活动", "activities of exchange"),
        ),
    ),
    ("social-work-studio", "社会工作室"),
    (
        "volunteer-registration",
        "志愿者登记平台",
        "platforms that register volunteers",
        (
            ("national-system", "全国志愿服务信息系统", "national volunteer information system"),
            ("china-volunteer-app", "中国志愿APP", "China Volunteer app"),
            ("provincial-platform", "省志愿服务信息平台", "provincial volunteer information platform"),
        ),
    ),
    (
        "volunteer-teams",
        "志愿服务队伍",
        "volunteer teams",
        (
            ("online", "网络队伍", "team that serves online"),
            ("community-workers", "工作者和网格员队伍", "team of community workers and grid workers"),
        ),
    ),
    ("volunteer-service-system", "社区志愿服务制度", "system of volunteer service"),
    (
        "volunteer-backbone",
        "志愿服务示范与骨干",
        "those who lead volunteers by example, and their backbone",
        (
            ("party-cadres", "党员干部", "party members and cadres"),
            ("science-and-education", "科教人才", "people of science and education"),
            ("culture-and-arts", "文艺人才", "people of culture and the arts"),
            ("health-and-law", "卫生法律人才", "people of health and law"),
        ),
    ),
    ("volunteer-matching", "志愿服务供需对接", "matching of volunteer service with needs"),
    (
        "volunteer-incentives",
        "志愿服务激励",
        "incentives for volunteers",
        (
            ("points", "积分兑换", "points that can be redeemed"),
            ("other", "其他激励", "another incentive"),
        ),
    ),
    ("instant-response", "即时响应机制", "mechanism of instant response"),
    ("offline-channel", "线下办事渠道", "way to have things handled in person"),
    (
        "one-place-service",
        "一门一站服务",
        "services at one place",
        (
            ("one-door", "一门式"),
            ("one-stop", "一站式"),
        ),
    ),
    ("agency-service", "政务代办", "government business handled on residents' behalf"),
    (
        "village-cadre-service",
        "村干部值班代办",
        "service by village cadres",
        (
            ("rota-duty", "轮流值班"),
            ("agency", "事项代办", "handling of business for others"),
        ),
    ),
    ("satisfaction-survey", "服务满意度调查", "survey of residents' satisfaction"),
    (
        "one-seven-n",
        "一加七加N服务模式",
        "1+7+N model of service",
        (
            ("organisation", "一套组织架构", "one structure of organisation"),
            ("medical-care", "医疗"),
            ("elderly-care", "敬老", "care of the elderly"),
            ("childcare", "托幼"),
            ("volunteer-service", "志愿服务"),
            ("culture", "文化"),
            ("sports", "体育"),
            ("comprehensive-governance", "综合治理"),
        ),
    ),
    (
        "service-partners",
        "服务合作方",
        "partners in service",
        (
            ("market-bodies", "市场主体", "companies"),
            ("social-forces", "社会力量", "social forces"),
        ),
    ),
)
