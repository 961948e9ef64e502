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
)
