"""Safety: emergencies, police, law, mediation."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    ("emergency-plan-guidance", "应急预案指导", "guidance for emergency plans of communities"),
    (
        "mediation-linkage",
        "调解联动体系",
        "linkage of kinds of mediation",
        (
            ("people", "人民调解", "people's mediation"),
            ("administrative", "行政调解", "administrative mediation"),
            ("judicial", "司法调解", "judicial mediation"),
        ),
    ),
    (
        "domestic-violence-systems",
        "家庭暴力与监护监督",
        "systems against domestic violence",
        (
            ("clue-screening", "线索排查", "screening for signs"),
            ("discovery-report", "发现报告", "reporting of what is found"),
            ("guardianship-supervision", "监护监督", "supervision of guardians"),
        ),
    ),
    ("five-level-command", "应急指挥五级联动", "emergency command linked over five levels"),
    ("bright-eyes-project", "雪亮工程", "video project for public safety"),
)

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = (
    ("emergency-committee", "应急管理委员会", "emergency management committee"),
    ("emergency-command", "应急指挥机制", "command in emergencies"),
    (
        "disaster-foresight",
        "灾害五预",
        "five capabilities ahead of a natural disaster",
        (
            ("forecast", "预报"),
            ("prejudgement", "预判"),
            ("early-warning", "预警"),
            ("contingency-plan", "预案"),
            ("rehearsal", "预演"),
        ),
    ),
    ("disaster-relief-plan", "自然灾害救助预案", "plan of relief in natural disasters"),
    ("emergency-storage", "应急物资储备库", "storage of emergency supplies"),
    (
        "one-core-many-parties",
        "一核多元",
        "one core and many parties in emergencies",
        (
            ("party-organisation", "党组织为核心", "party organisation as the core"),
            ("sent-down-cadres", "下沉干部", "cadres sent down"),
            ("members-and-residents", "党员和居民", "party members and residents"),
            ("volunteers", "志愿者"),
            ("social-organisations", "社会组织"),
            ("militia", "民兵"),
        ),
    ),
    ("disaster-reduction-programme", "减灾示范社区创建", "programme of model communities in reducing disasters"),
    (
        "security-system",
        "平安治理体系",
        "system of public security",
        (
            ("governance-centre", "综治中心"),
            ("grids", "网格化", "management by grids"),
            ("information", "信息化", "information systems"),
        ),
    ),
    (
        "governance-centre",
        "综治中心建设",
        "centre of comprehensive governance",
        (
            ("to-standard", "规范化", "run to a standard"),
            ("tribunal-link", "对接法庭", "linked with the tribunal"),
        ),
    ),
    ("three-zero-programme", "三零社区创建", "programme of communities without petition, accident or case"),
    ("one-stop-disputes", "一站式解纷机制", "one-stop settlement of disputes in several ways"),
    (
        "security-campaigns",
        "平安专项行动",
        "campaigns for public security",
        (
            ("dispute-screening", "排查化解矛盾", "disputes screened for and settled"),
            ("homicide-prevention", "命案防范", "prevention of homicide"),
            ("smart-safe-community", "智慧平安社区", "smart and safe communities"),
        ),
    ),
    ("social-forces-in-emergency", "社会力量应急", "social forces in emergency response"),
    (
        "legal-service-station",
        "公共法律服务工作站",
        "public legal service station",
        (
            ("justice-office", "依托司法所", "based on the judicial office"),
            ("run-to-standard", "规范运行"),
        ),
    ),
)

COMMUNITY: tuple[Row, ...] = (
    ("emergency-shelter", "应急避难场所", "emergency shelter within reach"),
    ("emergency-plan", "突发事件应急预案"),
    ("police-in-two-committees", "社区民警进两委", "police officer in the community's two committees"),
    ("auxiliary-police-in-two-committees", "辅警进两委", "auxiliary officer in the village's two committees"),
    (
        "legal-services",
        "法律服务",
        "legal services",
        (
            ("legal-publicity", "普法宣传", "legal education"),
            ("people-mediation", "人民调解", "people's mediation"),
            ("legal-aid", "法律援助"),
            ("notarisation", "公证"),
        ),
    ),
    ("legal-service-studio", "公共法律服务工作室", "public legal service studio"),
    (
        "special-group-services",
        "特殊人群服务",
        "services for special groups",
        (
            ("community-correction", "社区矫正"),
            ("drug-recovery", "社区戒毒康复", "drug treatment and recovery"),
            ("released-prisoners", "安置帮教", "help for released prisoners"),
            ("mental-disorder", "精神障碍康复", "rehabilitation of mental disorder"),
            ("destitute-vagrants", "流浪乞讨人员", "people without a living who beg"),
            ("young-people-at-risk", "重点青少年", "young people at risk"),
        ),
    ),
    ("emergency-grid", "应急防控网格", "grid for the prevention of emergencies"),
    (
        "safety-work",
        "安全工作",
        "safety work",
        (
            ("enterprises-and-crowds", "企业和密集场所", "safety of enterprises and crowded places"),
            ("safety-training", "安全教育培训"),
            ("traffic-publicity", "交通安全宣传", "traffic safety publicity"),
            ("hazard-screening", "隐患和风险排查", "screening for hazards and disaster risks"),
            ("flood", "防洪防涝", "prevention of floods"),
            ("earthquake", "抗震", "prevention against earthquakes"),
            ("gas", "用气", "safe use of gas"),
            ("electricity", "用电", "safe use of electricity"),
            ("fire-use", "用火", "safe use of fire"),
        ),
    ),
    (
        "emergency-system",
        "应急体系",
        "emergency system",
        (
            ("organisation", "组织体系"),
            ("responsibility", "责任体系"),
            ("work-system", "工作制度", "rules of work"),
            ("risk-map", "风险分布图"),
        ),
    ),
    ("rescue-volunteer-team", "救援志愿队", "team of rescue volunteers"),
    (
        "emergency-drills",
        "应急演练",
        "emergency drills",
        (
            ("fire", "消防"),
            ("forest-fire", "森林防灭火"),
            ("flood", "防汛"),
            ("evacuation", "疏散避难", "evacuation and shelter"),
        ),
    ),
    ("emergency-reserves", "应急物资储备", "reserves of emergency supplies"),
    ("emergency-broadcast", "应急广播"),
    ("micro-fire-station", "微型消防站"),
    ("social-forces-in-emergency", "社会力量应急", "social forces in emergency response"),
    (
        "police-room",
        "警务室",
        "police room",
        (
            ("same-site", "同址办公", "same site as the two committees"),
            ("equipment", "必要装备设施", "necessary equipment"),
        ),
    ),
    ("police-grid-linkage", "警网联动", "linkage of policing and grids"),
    ("legal-adviser-rules", "法律顾问规范", "work of the legal adviser by rules"),
    ("shelter-from-public-space", "公共空间避难", "parks and squares made ready as shelter"),
    ("normal-emergency-switch", "平急转换机制", "switch between the normal and the emergency state"),
    (
        "joint-prevention",
        "联防机制",
        "prevention by everybody together",
        (
            ("mass-prevention", "群防群治", "prevention by residents"),
            ("joint-control", "联防联控", "joint prevention and control"),
        ),
    ),
    ("emergency-dispatch", "应急统筹调配", "dispatch of local resources by the two committees in emergencies"),
    (
        "militia-team",
        "民兵队伍",
        "militia team",
        (
            ("primary-militia", "基干民兵", "built on the primary militia"),
            ("veterans", "退役军人", "veterans as its core"),
        ),
    ),
    (
        "governance-centre",
        "综治中心建设",
        "centre of comprehensive governance",
        (("to-standard", "规范化", "run to a standard"),),
    ),
)
