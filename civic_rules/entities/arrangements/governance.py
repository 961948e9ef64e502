"""How communities are organised and govern themselves: structures, deliberation, grids."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = (
    ("governance-opinions", "治理意见", "opinions on governance at the grassroots"),
    ("community-standard", "社区建设标准", "standard of a good community"),
    ("demonstration-programme", "示范社区创建", "programme of demonstration communities"),
    (
        "merged-assessment",
        "社区考核合并",
        "merged assessment of communities",
        (
            ("merged", "合并"),
            ("trimmed", "精简"),
            ("organised-once", "统一组织", "organised as one"),
        ),
    ),
    (
        "promotion-mechanism",
        "规划推进机制",
        "mechanism that carries the plan forward",
        (
            ("civil-affairs-lead", "民政牵头", "lead of civil affairs"),
            ("development-reform-lead", "发改牵头", "lead of development and reform"),
            ("organisation", "组织部门", "organisation department"),
            ("public-security", "公安"),
            ("justice", "司法"),
            ("health", "卫健"),
            ("human-resources", "人社"),
            ("education", "教育"),
            ("administrative-approval", "行政审批"),
        ),
    ),
    (
        "department-coordination",
        "部门协同机制",
        "coordination among departments",
        (
            ("work-deployment", "工作部署", "planning of work"),
            ("follow-up-guidance", "跟踪指导"),
            ("feedback", "情况反馈"),
        ),
    ),
    (
        "rating-results-use",
        "评价结果运用",
        "use of the results of evaluation",
        (
            ("awards", "评先评优"),
            ("performance-assessment", "绩效考核"),
            ("performance-pay", "绩效薪酬"),
            ("service-purchase", "购买服务", "purchase of services"),
        ),
    ),
)

COUNTY: tuple[Row, ...] = (
    (
        "leader-filing",
        "县级备案",
        "filing of community leaders with the county",
        (
            ("party-secretaries", "党组织书记"),
            ("committee-heads", "自治组织法人", "legal persons of self-governing organisations"),
        ),
    ),
    (
        "plan-duties",
        "规划落实责任",
        "duties of the county on the plan",
        (
            ("agenda", "重要议事议程", "plan on the agenda"),
            ("target-assessment", "政府目标考核", "results in the assessment of government"),
            ("livelihood-projects", "民生项目", "main indicators as livelihood projects"),
            ("problem-solving", "及时解决问题", "problems studied and solved in time"),
            ("tiered-responsibility", "层层压实责任", "responsibility at each level"),
            ("timetable", "时间表"),
            ("roadmap", "路线图"),
            ("policy-refinement", "细化政策措施", "policy worked out in detail"),
        ),
    ),
)

STREET: tuple[Row, ...] = (
    ("social-organisation-federation", "社会组织联合会", "federation of social organisations"),
    ("community-duty-boundary", "街社权责边界", "boundary between the duties of the street and of its communities"),
    ("social-participation-incentives", "社会力量激励政策", "policy that rewards social forces for taking part"),
    ("deliberation-linkage", "协商衔接互动", "deliberation of the street linked with that of its communities"),
    ("deliberation-list", "街道协商清单", "list of matters on which the street deliberates"),
    (
        "deliberation-system",
        "民主协商制度",
        "system of democratic deliberation of the street",
        (
            ("rules", "协商制度", "rules of deliberation"),
            ("party-lead", "党工委主导", "lead of the party working committee"),
        ),
    ),
    (
        "deliberation-methods",
        "街道协商方式",
        "ways in which the street deliberates",
        (
            ("symposium", "座谈会", "symposiums"),
            ("hearing", "听证会", "hearings"),
        ),
    ),
    (
        "public-participation",
        "公众参与制度",
        "ways in which the public takes part",
        (
            ("proposal-collection", "建议征集", "collection of proposals"),
            ("matter-hearing", "重大事项听证", "hearings on major matters"),
            ("meeting-observation", "会议旁听", "observers at important meetings"),
            ("public-attendance", "公众列席", "people who sit in on meetings"),
        ),
    ),
    ("deputy-opinions", "代表意见处理机制", "handling of opinions that deputies of the people pass on"),
    ("consultative-members", "政协委员列席会议", "consultative-conference members sit in on meetings"),
    (
        "covenant-selection",
        "优秀公约评选宣传",
        "good residents' covenants selected and made known",
        (
            ("selection", "评选"),
            ("publicity", "宣传"),
        ),
    ),
    ("governance-coordination", "治理领导协调机制", "mechanism that leads and coordinates community governance"),
    ("secretary-project", "书记工程", "community governance as a project of the party secretary"),
    (
        "governance-assessment",
        "治理工作入考核",
        "community governance in assessments",
        (
            ("annual-target-responsibility", "年度目标责任制", "yearly responsibility for targets"),
            ("secretary-review", "书记述职评议", "review of party secretaries"),
        ),
    ),
    (
        "moral-models",
        "道德模范评选表彰",
        "moral models selected and honoured",
        (
            ("selection", "评选"),
            ("commendation", "表彰", "honours"),
        ),
    ),
    ("finest-community-person", "最美社区人选树", "selection of the finest people of communities"),
    ("harmonious-community-programme", "和谐社区创建", "programme of harmonious communities"),
)

COMMUNITY: tuple[Row, ...] = (
    (
        "four-part-structure",
        "一委一居一站一办",
        "four-part community structure",
        (
            ("party-committee", "党委"),
            ("residents-committee", "居委会", "residents' committee"),
            ("management-service-station", "管理服务站"),
            ("office", "办公室"),
        ),
    ),
    ("four-discussions-four-meetings", "四议四会", "four discussions and four meetings"),
    (
        "participation-meetings",
        "四会",
        "participation meetings",
        (
            ("public-sentiment-talk", "民情恳谈会", "talk on residents' concerns"),
            ("affairs-coordination", "事务协调会", "meeting that coordinates affairs"),
            ("decision-hearing", "决策听证会", "hearing before a decision"),
            ("supervision-audit", "监督审计会", "meeting that supervises and audits"),
        ),
    ),
    (
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
    ),
    ("grid-service", "网格化服务", "services delivered through grids"),
    (
        "sunshine-17-consultation",
        "阳光17议",
        "Sunshine-17 consultation",
        (("difficult-issues", "难点重点问题", "difficult and key issues on the agenda"),),
    ),
    ("signage-standard", "挂牌规范", "signs kept to a standard"),
    ("certificate-standard", "出具证明规范", "certificates kept to a standard"),
    ("burden-reduction", "社区减负制度", "system that takes burdens off the community"),
    ("management-assessment", "社区管理考核制度", "system that assesses how the community is managed"),
    (
        "institution-progress",
        "制度建设实质进展",
        "substantive progress that somebody found in the systems of the community",
        (
            ("deliberation", "协商"),
            ("burden-reduction", "减负", "relief from burdens"),
            ("management-assessment", "管理考核", "assessment of management"),
        ),
    ),
    ("defined-duties", "职责任务明确", "duties of the community set out"),
    (
        "burden-check",
        "减负排查",
        "check of what burdens the community",
        (
            ("admission-list", "工作准入清单", "application of the work-admission list"),
            ("certificates", "出具证明", "issuing of certificates"),
        ),
    ),
    ("signage-clean-up", "挂牌整治", "clean-up of signs"),
    (
        "frontline-work",
        "一线工作法",
        "frontline method of work",
        (
            ("visits", "上门走访", "going to residents"),
            ("open-door", "开门接待", "open door for residents"),
        ),
    ),
    (
        "tiered-consultation",
        "分层协商",
        "consultation at three levels",
        (
            ("small-matters-talk", "小微事务恳谈会", "talk on small matters"),
            ("party-mass-council", "党群议事会", "council of party and residents"),
            ("major-matters-review", "重大事项论证会", "review of major matters"),
        ),
    ),
    (
        "consultation-inputs",
        "协商议题来源",
        "matters taken into consultation",
        (
            ("small-wishes", "微心愿"),
            ("small-proposals", "小提案"),
            ("disputes", "矛盾纠纷"),
        ),
    ),
    (
        "credit-governance",
        "信用治理",
        "governance by credit",
        (
            ("credit", "信用"),
            ("agreement", "契约", "agreements"),
        ),
    ),
    (
        "residents-covenant",
        "居民公约",
        "residents' covenant",
        (
            ("kept", "落实", "keeping of it in practice"),
            ("filing", "备案"),
            ("performance", "履行机制", "mechanism by which it is kept"),
            ("lawful", "合法合俗", "accord with the law and good morals"),
        ),
    ),
    (
        "committee-member-duty",
        "居委会成员承诺述职",
        "members of the residents' committee answer for their duty",
        (
            ("commitment", "履职承诺", "commitment to the duty"),
            ("report", "述职", "report on the duty"),
        ),
    ),
    ("moral-appraisal", "道德评议机制", "mechanism of moral appraisal"),
    (
        "implementation-mechanism",
        "抓落实机制",
        "mechanism that sees the work done",
        (
            ("duties", "工作职责", "duties laid down"),
            ("named-persons", "具体责任人", "persons named"),
            ("secretary-first", "书记第一责任", "party secretary answers first"),
        ),
    ),
    (
        "service-co-governance",
        "社区服务协同机制",
        "bodies that work together on community services",
        (
            ("party-organisation", "党组织引领", "lead of the party organisation"),
            ("self-governing-organisation", "自治组织主导", "main charge of the self-governing organisation"),
            ("residents", "居民主体", "residents as the main body"),
            ("mass-organisations", "群团组织"),
            ("social-organisations", "社会组织"),
            ("social-workers", "社会工作者"),
            ("stationed-units", "驻区单位"),
        ),
    ),
    ("candidate-joint-review", "资格联审", "joint review of the qualification of committee members"),
    (
        "subcommittees",
        "下属委员会",
        "subordinate committees",
        (
            ("women-and-children", "妇女和儿童"),
            ("public-health", "公共卫生"),
            ("public-security", "治安保卫"),
            ("mediation", "人民调解"),
        ),
    ),
    (
        "group-leaders",
        "小组长配齐",
        "a leader for every group",
        (
            ("party-groups", "党小组"),
            ("villager-groups", "村民小组"),
        ),
    ),
    (
        "deliberation-system",
        "协商制度落实",
        "system of deliberation that is practised",
        (
            ("procedure", "协商程序", "procedure set by rules"),
            ("wider-scope", "扩大范围"),
            ("fuller-content", "充实内容"),
        ),
    ),
    (
        "deliberation-forms",
        "协商形式",
        "forms of deliberation",
        (
            ("meeting", "会议", "in a meeting"),
            ("dialogue", "对话", "in a dialogue"),
            ("written", "书面", "in writing"),
            ("online", "网络"),
        ),
    ),
    ("contact-with-residents", "班子联系群众", "committee members keep in touch with residents"),
    (
        "one-grid-network",
        "一张网",
        "one network of grids",
        (
            ("division", "统一划分", "divided as one"),
            ("resources", "统一整合", "resources pooled as one"),
            ("staffing", "统一配备", "staffed as one"),
            ("information", "统一采集", "information collected as one"),
            ("service-standard", "统一标准", "one standard of service"),
        ),
    ),
    (
        "three-lists",
        "三项清单制度",
        "working system of three lists",
        (
            ("demands", "居民需求清单", "list of residents' demands"),
            ("resources", "服务资源清单", "list of service resources"),
            ("projects", "民生项目清单", "list of livelihood projects"),
        ),
    ),
    (
        "ceremony-council",
        "红白理事会",
        "council on weddings and funerals",
        (
            ("council", "理事会"),
            ("charter", "章程执行", "charter that is carried out"),
        ),
    ),
)
