"""What services there are, and for whom: everyday needs, care, health, work, learning, culture and sports."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    ("living-circle-project", "便民生活圈工程", "project for convenient living circles"),
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

COUNTY: tuple[Row, ...] = (("marriage-mediation-room", "婚姻登记调解室", "mediation room at the marriage registry"),)

STREET: tuple[Row, ...] = (
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
    ("community-canteen", "社区食堂"),
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
)
