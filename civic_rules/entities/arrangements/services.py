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
    (
        "population-systems",
        "人口服务与监测体系",
        "systems for the population",
        (
            ("life-cycle-services", "全生命周期服务", "services for every stage of life"),
            ("balance-indicators", "均衡发展指标", "indicators of balanced development"),
            ("forecast-and-warning", "预测预警", "forecast and warning"),
        ),
    ),
    ("state-enterprise-care", "国企参与养老托育", "state-owned enterprises add places of care"),
    (
        "employment-service",
        "公共就业服务",
        "public employment service",
        (
            ("matching-platform", "供需对接平台", "platform that matches work and workers"),
            ("skills-training", "职业技能培训", "training in job skills"),
            ("start-up-service", "创业就业服务", "service for jobs and start-ups"),
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
    ("marriage-mediation-room", "婚姻登记调解室", "mediation room at the marriage registry"),
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
    ("convenience-living-circle", "便民生活圈", "living circle with everyday services"),
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
    ("volunteer-teams", "志愿服务队伍"),
    (
        "inclusive-care",
        "普惠照护服务",
        "care that all can afford",
        (
            ("elderly-care", "养老"),
            ("childcare", "托育"),
        ),
    ),
    (
        "health-work",
        "社区健康工作",
        "health work",
        (
            ("health-education", "健康教育"),
            ("public-health-service", "公共卫生服务", "public health services"),
            ("public-health-emergency", "突发公卫事件应对", "response to public health emergencies"),
        ),
    ),
    (
        "public-utility-outlets",
        "公用事业网点",
        "outlets of public utilities",
        (
            ("postal", "邮政", "post"),
            ("finance", "金融"),
            ("telecom", "电信"),
            ("supply-and-marketing", "供销", "supply and marketing"),
            ("gas", "燃气"),
            ("electricity", "电力"),
            ("water", "供水"),
            ("broadcasting", "广播电视", "radio and television"),
        ),
    ),
    (
        "convenience-services",
        "便民服务项目",
        "convenience services",
        (
            ("elderly-care", "养老"),
            ("childcare", "托育"),
            ("repair", "维修"),
            ("housekeeping", "家政"),
            ("catering", "餐饮"),
            ("retail", "零售"),
            ("hairdressing", "美容美发"),
            ("logistics", "物流配送"),
            ("courier", "快递"),
            ("recycling", "再生资源回收"),
        ),
    ),
    (
        "psychological-services",
        "心理与社会服务",
        "psychological and social services",
        (
            ("comfort", "精神慰藉"),
            ("counselling", "心理疏导"),
            ("relations", "关系调适", "help with relations"),
            ("integration", "社会融入", "help to find one's place"),
            ("other", "其他服务", "another service"),
        ),
    ),
)
