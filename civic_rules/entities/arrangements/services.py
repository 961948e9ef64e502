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
    (
        "medical-elderly-integration",
        "医养结合",
        "medical care and care of the elderly joined",
        (
            ("capacity-action", "能力提升行动", "programme that builds capacity"),
            ("demonstration-pilots", "试点示范", "demonstration pilots"),
        ),
    ),
    (
        "long-term-care-model",
        "长期照护模式",
        "model of long-term care",
        (
            ("home", "居家"),
            ("community", "社区"),
            ("professional-institution", "专业机构"),
        ),
    ),
    (
        "sports-opportunities",
        "健身场馆供给",
        "places for sports",
        (
            ("multi-purpose-courts", "多功能运动场"),
            ("smart-gyms", "智慧健身房"),
            ("free-or-low-fee-venues", "场馆免费低收费", "public venues open free or at a low fee"),
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
    ("elderly-institution", "综合性养老机构", "comprehensive institution for the care of the elderly"),
    (
        "minor-protection",
        "未成年人保护",
        "protection of minors",
        (
            ("workstation", "工作站"),
            ("named-person", "指定专人"),
        ),
    ),
    ("employment-station", "就业创业服务站点", "station for jobs and start-ups"),
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
    (
        "civic-practice-station",
        "文明实践站",
        "station for civic practice",
        (
            ("place", "场所"),
            ("team", "队伍"),
            ("activities", "活动"),
            ("projects", "项目"),
            ("mechanism", "机制"),
        ),
    ),
    ("day-care", "日间照料机构", "day care for the elderly"),
    ("elderly-visits", "居家定期探访", "regular visits to the elderly at home"),
    (
        "youth-places",
        "青少年场所",
        "places for young people",
        (
            ("youth-home", "青年之家"),
            ("off-campus-practice", "校外实践教育", "place of learning by practice outside school"),
        ),
    ),
    (
        "child-care-hours",
        "学龄儿童看护",
        "care of school-age children",
        (
            ("after-class-care", "课后托管"),
            ("holiday-care", "寒暑假看护", "care in school holidays"),
        ),
    ),
    (
        "family-education",
        "家庭教育",
        "family education",
        (
            ("parents-school", "家长学校", "parents' school"),
            ("service-point", "家庭教育服务站点", "service point for family education"),
        ),
    ),
    ("disabled-association", "残疾人协会", "association of disabled persons"),
    (
        "disability-services",
        "助残服务",
        "services for the disabled",
        (
            ("rehabilitation-training", "康复训练"),
            ("aids-adaptation", "辅助器具适配", "fitting of aids"),
            ("family-doctor-assistance", "协助家庭医生签约", "help with family-doctor contracts"),
            ("day-care", "日间照料"),
            ("home-care", "居家托养"),
            ("assisted-employment", "辅助性就业"),
            ("home-flexible-employment", "居家灵活就业", "flexible work at home"),
        ),
    ),
    ("aid-rental", "康复辅具租赁", "rental of aids for rehabilitation"),
    ("employment-station", "就业创业服务站点", "station for jobs and start-ups"),
    (
        "employment-groups",
        "就业服务对象",
        "groups served first with employment",
        (
            ("registered-unemployed", "登记失业人员"),
            ("hard-to-employ", "就业困难人员", "people who find work with difficulty"),
            ("graduates", "高校毕业生"),
            ("veterans", "退役军人"),
            ("rural-transferred-labour", "农村转移劳动力", "rural labour moving to other work"),
            ("disabled", "残疾人", "disabled people"),
        ),
    ),
    (
        "primary-health",
        "基层卫生服务",
        "primary health care",
        (
            ("public-health-items", "基本公卫项目", "basic items of public health"),
            ("clinic", "卫生服务机构", "clinic or health body"),
            ("family-doctor-contracts", "家庭医生签约"),
        ),
    ),
    (
        "learning-models",
        "学习型创建",
        "models of learning",
        (
            ("learning-community", "学习型社区"),
            ("learning-family", "学习型家庭", "learning families"),
        ),
    ),
    ("cultural-centre", "综合文化服务中心", "comprehensive cultural service centre"),
    ("ten-smalls", "门前十小", "ten small cultural places near home"),
    (
        "cultural-groups",
        "文化服务对象",
        "groups for whom culture is tailored",
        (
            ("rural-elderly", "农村老年人"),
            ("left-behind-children", "留守儿童"),
            ("disabled", "残疾人", "disabled people"),
        ),
    ),
    ("fitness-ground", "全民健身场地", "ground for fitness"),
    ("science-popularisation", "科普宣传", "popular science"),
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
)
