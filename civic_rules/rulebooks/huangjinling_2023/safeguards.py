"""Clause 七: responsibility, people and funds."""

from civic_rules.expressions import Reading, ReadingOption, all_of, choose, either, in_last, subject
from civic_rules.rulebooks.huangjinling_2023.departments import (
    COMMUNITY_GOVERNANCE,
    DISCIPLINE,
    FINANCE_OFFICE,
    PARTY_AFFAIRS,
    PARTY_BUILDING,
)
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
committee = subject("committee")
worker = subject("worker")
training_round = subject("training_round")

ITEM_23 = (PARTY_AFFAIRS, PARTY_BUILDING, DISCIPLINE)
ITEM_24 = (PARTY_BUILDING,)
ITEM_25 = (PARTY_BUILDING, FINANCE_OFFICE)
ITEM_26 = (FINANCE_OFFICE,)
ITEM_27 = (PARTY_BUILDING, COMMUNITY_GOVERNANCE)

IS_SECRETARY = worker.role.is_("party-secretary")
MEETS_THE_CONDITIONS = all_of(
    worker.is_rather_young.is_(True),
    worker.is_promising.is_(True),
    worker.is_consistently_good.is_(True),
)
HOLDERS = street.all("worker").where(worker.has_certificate.is_(True))
HAS_ALLOWANCE = worker.has_allowance.is_(True)

NO_FREQUENCY = Text(zh="没有次数。", en="No frequency is given.")

GOVERNANCE_STUDY_PERIOD = Reading(
    key="governance-study-period",
    title=Text(
        zh="多久研究一次社区治理才算定期？",
        en="How often has community governance to be studied to count as regular?",
    ),
    options=(
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default=None,
    reason=Text(
        zh="原文没有次数，须由使用者选定。",
        en="The text gives no figure, so the user has to choose.",
    ),
)

# -- 23

GOVERNANCE_COORDINATION_MECHANISM = Requirement(
    key="governance-coordination-mechanism",
    title=Text(zh="街道有领导协调机制", en="Mechanism that leads and coordinates community governance"),
    must=street.arrangement("governance-coordination").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("领导协调机制",)),
    wording=("建立健全",),
)

PERIODIC_GOVERNANCE_STUDY = Requirement(
    key="periodic-governance-study",
    title=Text(zh="社区治理工作有定期研究", en="Community governance is studied regularly"),
    must=choose(
        GOVERNANCE_STUDY_PERIOD,
        month=street.event_count("governance-study", "month") >= "1 event",
        quarter=street.event_count("governance-study", "quarter") >= "1 event",
        half_year=street.event_count("governance-study", "half-year") >= "1 event",
        year=street.event_count("governance-study", "year") >= "1 event",
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("定期研究",)),
    wording=("建立健全", "定期研究"),
    note=Text(
        zh="选定周期之前无法判断。看最近一个已结束的日历周期，文件施行前开始的周期不作判断。",
        en="Nothing can be told until a period is chosen. The last calendar period that is over counts, and one that "
        "began before the document was in force is not judged.",
    ),
)

SECRETARY_PROJECT = Requirement(
    key="secretary-project",
    title=Text(zh="社区治理列为书记工程", en="Community governance is a project of the party secretary"),
    must=street.arrangement("secretary-project").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("“书记工程”",)),
    wording=("列为",),
)

LEADING_GROUP = Requirement(
    key="leading-group",
    title=Text(zh="主要领导任组长的领导小组", en="Leading group headed by a principal leader"),
    must=street.committees.some(
        all_of(committee.committee_kind.is_("leading-group"), committee.head.is_("principal-leader"))
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("主要领导任组长", "领导小组")),
    wording=("成立",),
    note=Text(
        zh="组长是其他领导的，不算达到。统筹和协调只要求抓好，没有尺度。",
        en="A group that another leader heads does not do. Planning and coordination are to be done well, which sets "
        "no measure.",
    ),
)

WORKING_TASK_FORCE = Requirement(
    key="working-task-force",
    title=Text(zh="党建办牵头的工作专班", en="Task force led by the party building office"),
    must=street.committees.some(
        all_of(
            committee.committee_kind.is_("task-force"),
            committee.lead_office.is_("party-building-office"),
            committee.functions.includes_all("organising", "supervision-inspection"),
        )
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("成立工作专班", "组织推动、督导检查")),
    wording=("成立", "负责"),
)

COMMUNITY_IMPLEMENTATION_MECHANISM = Requirement(
    key="community-implementation-mechanism",
    title=Text(zh="社区有抓落实的机制", en="Mechanism of the community that sees the work done"),
    must=community.arrangement("implementation-mechanism").has_all("duties", "named-persons", "secretary-first"),
    modality=Modality.MANDATORY,
    responsible=ITEM_23,
    source=HUANGJINLING.clause("七(一)23", evidence=("具体责任人", "第一责任人")),
    wording=("要健全", "明确"),
)

TIERED_RESPONSIBILITY = Guidance(
    key="tiered-responsibility",
    title=Text(
        zh="解决困难，书记亲自抓，层层负责",
        en="Difficulties are solved, secretaries see to it in person, and each level answers for the next",
    ),
    source=HUANGJINLING.clause("七(一)23", evidence=("解决困难和问题", "书记抓书记", "一级抓一级")),
    wording=("切实解决", "推动形成"),
)

# -- 24

LEADING_TEAMS_IMPROVED = Guidance(
    key="leading-teams-improved",
    title=Text(zh="两委班子和带头人越来越强", en="The two committees, and those who lead them, are made better"),
    source=HUANGJINLING.clause("七(二)24", evidence=("不断优化", "带头人队伍")),
    wording=("优化",),
)

SECRETARY_FILING = Requirement(
    key="secretary-filing",
    title=Text(zh="社区书记备案", en="Party secretaries of communities are filed"),
    must=street.arrangement("leader-filing").has_all("party-secretaries"),
    modality=Modality.MANDATORY,
    responsible=ITEM_24,
    source=HUANGJINLING.clause("七(二)24", evidence=("备案管理",)),
    wording=("实行",),
    note=Text(
        zh="备案到哪一级，原文未写。",
        en="With which level they are filed is not said.",
    ),
)

RESERVE_TALENT_POOL = Requirement(
    key="reserve-talent-pool",
    title=Text(zh="社区带头人的后备人才", en="Pool of talent to lead communities"),
    must=street.arrangement("reserve-talent-pool").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_24,
    source=HUANGJINLING.clause("七(二)24", evidence=("后备人才库",)),
    wording=("建立",),
    note=Text(
        zh="与第25条的后备干部队伍库不是一回事。",
        en="It is not the pool of reserve cadres of item 25.",
    ),
)

CADRE_TRAINING_PLAN = Requirement(
    key="cadre-training-plan",
    title=Text(zh="干部主题培训的行动计划", en="Action plan that trains cadres of the street and of communities"),
    must=street.arrangement("cadre-training-plan").has_all("street-cadres", "community-cadres"),
    modality=Modality.MANDATORY,
    responsible=ITEM_24,
    source=HUANGJINLING.clause("七(二)24", evidence=("主题培训行动计划",)),
    wording=("实施",),
)

ANNUAL_LEADER_ROTATION_TRAINING = Requirement(
    key="annual-leader-rotation-training",
    title=Text(
        zh="每年把社区党组织负责人都培训到",
        en="Every leader of a community's party organisation is trained each year",
    ),
    must=street.training_rounds.where(in_last(training_round.completed, "year")).some(
        training_round.trained / training_round.leaders >= "100 %"
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_24,
    source=HUANGJINLING.clause("七(二)24", evidence=("轮训一遍", "每年将社区党组织负责人")),
    wording=("实施", "轮训一遍"),
    note=Text(
        zh="“一遍”即一个不漏，分几批办的算一轮。负责人至少是书记，是否含副书记原文未写。取上一个整年，文件施行前开始的年份不作判断。",
        en="Once through means all of them, in one session or several. Leaders are at least the secretaries. Whether "
        "deputies are meant is not said. The last whole year counts, and a year that began before the document was in "
        "force is not judged.",
    ),
)

# -- 25

PROFESSIONAL_WORKER_TEAM = Guidance(
    key="professional-worker-team",
    title=Text(zh="专业化的工作者队伍，规模适度", en="A professional team of workers, neither too large nor too small"),
    source=HUANGJINLING.clause("七(二)25", evidence=("素质优良的专业化", "适度规模")),
    wording=("加快建设", "保持"),
    note=Text(zh="没有人数。", en="No number is given."),
)

COMMUNITY_WORKERS_IN_CADRE_PLAN = Requirement(
    key="community-workers-in-cadre-plan",
    title=Text(zh="人才规划含社区工作者", en="The plan for cadres and talent takes in community workers"),
    must=street.arrangement("workers-in-talent-plan").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("干部人才队伍建设规划",)),
    wording=("纳入",),
)

COMMUNITY_WORKER_TEAM_SIZE_FACTORS = Requirement(
    key="community-worker-team-size-factors",
    title=Text(zh="队伍规模的四项依据和总量调控", en="Four factors of the size of the team, and control of the total"),
    must=street.arrangement("worker-team-size").has_all("scale", "span", "population", "area", "total-control"),
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("区域面积、人口结构", "管理幅度", "总量调控")),
    wording=("按照", "实施"),
    note=Text(
        zh="没有权重和人数，只看是否考虑到；列举未尽。",
        en="No weights and no number are given, so only whether they are considered is judged. The list is open.",
    ),
)

WORKER_MANAGEMENT_MEASURES = Requirement(
    key="worker-management-measures",
    title=Text(zh="出台社区工作者的管理办法", en="Rules on the management of community workers"),
    must=street.arrangement("worker-management-measures").in_place(),
    modality=Modality.TARGET,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("社区工作者管理办法",)),
    wording=("适时制定出台",),
    note=Text(zh="“适时”没有日期，因此不会逾期。", en="In due course is no day, so it is never overdue."),
)

POST_SEQUENCE_AND_PAY_SYSTEM = Requirement(
    key="post-sequence-and-pay-system",
    title=Text(zh="岗位序列和薪酬", en="Sequence of posts and system of pay"),
    must=street.arrangement("pay-system").has_all("post-sequence", "pay"),
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("岗位序列和薪酬体系",)),
    wording=("建立完善",),
    note=Text(
        zh="“适时”只管管理办法；没有级数和数额。",
        en="In due course is said of the rules on management alone. Neither grades nor sums are given.",
    ),
)

RESERVE_CADRE_ELIGIBILITY = Requirement(
    key="reserve-cadre-eligibility",
    title=Text(zh="列为后备干部的书记符合三个条件", en="A secretary who is a reserve cadre meets three conditions"),
    must=MEETS_THE_CONDITIONS,
    when=all_of(IS_SECRETARY, worker.is_listed_in_reserve.is_(True)),
    modality=Modality.REPORTED,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("年纪较轻、潜力较大", "街道后备干部")),
    wording=("列为",),
    note=Text(
        zh="原文要列入符合条件的人，没有说别人不得列入，因此仅供参考。多大算年轻，原文未写，以认定为准。",
        en="Those who meet the conditions are to be listed. That nobody else may be is not said, so this is for "
        "information. What age is young is not said: what was found is taken.",
    ),
)

RESERVE_CADRE_LISTING = Requirement(
    key="reserve-cadre-listing",
    title=Text(zh="符合三个条件的书记列为后备干部", en="A secretary who meets three conditions is a reserve cadre"),
    must=worker.is_listed_in_reserve.is_(True),
    when=all_of(IS_SECRETARY, MEETS_THE_CONDITIONS),
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("年纪较轻、潜力较大", "街道后备干部")),
    wording=("列为",),
    note=Text(
        zh="按原文，符合条件的就列入。",
        en="As the text stands, whoever meets the conditions is listed.",
    ),
)

RESERVE_CADRE_POOL = Requirement(
    key="reserve-cadre-pool",
    title=Text(zh="街道的后备干部队伍", en="Pool of reserve cadres of the street"),
    must=street.arrangement("reserve-cadre-pool").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("后备干部队伍库",)),
    wording=("建立",),
)

SECRETARY_DELEGATE_NOMINATION = Requirement(
    key="secretary-delegate-nomination",
    title=Text(
        zh="推荐合适的书记为代表、委员人选",
        en="A fitting secretary is put forward as a delegate, deputy or consultative member",
    ),
    must=worker.nominations.includes_any("party-delegate", "peoples-deputy", "consultative-member"),
    when=all_of(
        IS_SECRETARY,
        worker.is_politically_sound.is_(True),
        worker.is_able_in_deliberation.is_(True),
    ),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("参政议政能力强", "政协委员候选人")),
    wording=("积极推荐",),
    note=Text(
        zh="两个条件都具备的才问；三种候选人有一种即可。",
        en="Those who meet both conditions are asked about. One of the three kinds is enough.",
    ),
)

ALL_ROUND_SOCIAL_WORKERS = Requirement(
    key="all-round-social-workers",
    title=Text(zh="培养全科社工，加强培训", en="Community workers are trained, and trained for every task"),
    must=street.arrangement("worker-training").has_all("all-round", "education"),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("“全科社工”", "教育培训")),
    wording=("加大", "加强"),
)

WORKER_EXAM_AND_DEGREE_SUPPORT = Requirement(
    key="worker-exam-and-degree-support",
    title=Text(zh="支持考证和学历教育", en="Support of qualification and of study for a degree"),
    must=all_of(
        street.arrangement("exam-encouragement").in_place(),
        street.arrangement("degree-support").in_place(),
    ),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("职业资格评价", "学历教育")),
    wording=("支持",),
    note=Text(zh="列举未尽，两项为最低要求。", en="The list is open, and these two are the least."),
)

PROFESSIONAL_CERTIFICATE_ALLOWANCE = Requirement(
    key="professional-certificate-allowance",
    title=Text(zh="持证的社区工作者都有津贴", en="Every community worker with a certificate is paid an allowance"),
    must=either(street.allowance_workers / street.certified_workers, HOLDERS.share(HAS_ALLOWANCE)) >= "100 %",
    when=either(street.certified_workers, HOLDERS.count()) >= "1 worker",
    modality=Modality.MANDATORY,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("职业水平证书", "职业津贴")),
    wording=("给予",),
    note=Text(
        zh="获得证书的都给予，因此按百分之百理解；数额未写。",
        en="Whoever gains the certificate is paid, so it is read as 100 %. No sum is named.",
    ),
)

PROFESSIONAL_CERTIFICATE_ALLOWANCE_WORKER = Requirement(
    key="professional-certificate-allowance-worker",
    variant_of="professional-certificate-allowance",
    title=Text(zh="本人持证并有津贴", en="Allowance of the worker for the certificate"),
    must=HAS_ALLOWANCE,
    when=worker.has_certificate.is_(True),
    modality=Modality.REPORTED,
    responsible=ITEM_25,
    source=HUANGJINLING.clause("七(二)25", evidence=("职业水平证书", "职业津贴")),
    wording=("给予",),
    note=Text(
        zh="由街道给予，这里看到每个人的情况，仅供参考。",
        en="The street has to pay it. How each person stands is for information.",
    ),
)

# -- 26

FUNDING_CHANNELS = Guidance(
    key="funding-channels",
    title=Text(zh="治理资金的来路更宽", en="More channels through which money for governance is raised"),
    source=HUANGJINLING.clause("七(三)26", evidence=("不断拓宽", "资金筹集渠道")),
    wording=("不断拓宽",),
    note=Text(zh="没有数量。", en="No number is given."),
)

FUNDING_GUARANTEE_MECHANISM = Requirement(
    key="funding-guarantee-mechanism",
    title=Text(zh="经费机制的五个特点", en="Five features of the mechanism of funds"),
    must=street.arrangement("funding-mechanism").has_all(
        "fiscal-main", "diverse-input", "many-channels", "many-supervisors", "normal-growth"
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_26,
    source=HUANGJINLING.clause("七(三)26", evidence=("财政投入为主", "多渠道筹措", "多方位监管", "正常增长")),
    wording=("健全",),
    note=Text(zh="没有比例和数额。", en="No share and no sum is given."),
)

# -- 27

REWARD_INCENTIVE_MECHANISM = Requirement(
    key="reward-incentive-mechanism",
    title=Text(zh="褒奖社区治理和服务", en="Praise and reward for governance and service"),
    must=street.arrangement("reward-mechanism").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_27,
    source=HUANGJINLING.clause("七(三)27", evidence=("褒奖激励机制",)),
    wording=("建立健全",),
)

FINEST_COMMUNITY_WORKER = Requirement(
    key="finest-community-worker",
    title=Text(zh="选树优秀的社区工作者", en="The finest community workers are selected"),
    must=street.arrangement("finest-community-worker").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_27,
    source=HUANGJINLING.clause("七(三)27", evidence=("“最美社区工作者”",)),
    wording=("选树",),
    note=NO_FREQUENCY,
)

HARMONIOUS_COMMUNITY_PROGRAMME = Requirement(
    key="harmonious-community-programme",
    title=Text(zh="开展和谐社区创建", en="Programme of harmonious communities"),
    must=street.arrangement("harmonious-community-programme").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_27,
    source=HUANGJINLING.clause("七(三)27", evidence=("街道和谐社区创建",)),
    wording=("开展",),
)

GOVERNANCE_PUBLICITY = Guidance(
    key="governance-publicity",
    title=Text(
        zh="治理宣传与其他宣传结合，发掘典型",
        en="Publicity on governance is joined with other publicity, and good examples are found",
    ),
    source=HUANGJINLING.clause("七(三)27", evidence=("疫情防控、平安建设", "先进典型")),
    wording=("结合", "推进"),
)
