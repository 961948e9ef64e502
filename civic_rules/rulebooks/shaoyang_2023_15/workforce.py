"""Clause 四(三) and 专栏3: community workers, their career, pay and training, volunteers and professionals."""

from datetime import date

from civic_rules.expressions import all_of, any_of, either, in_order, not_, reached, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    CIVIL_AFFAIRS,
    ETHNIC_RELIGIOUS,
    FINANCE,
    HUMAN_RESOURCES,
    PARTY_ORGANISATION,
    PUBLICITY,
    TASK_5,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

candidate = subject("candidate")
city = subject("city")
community = subject("community")
county = subject("county")
street = subject("street")
worker = subject("worker")

TASK_6 = (PARTY_ORGANISATION, CIVIL_AFFAIRS, HUMAN_RESOURCES)
TASK_7 = (PARTY_ORGANISATION, CIVIL_AFFAIRS, FINANCE, ETHNIC_RELIGIOUS, HUMAN_RESOURCES)

PARTY_GROUPS_LED = community.arrangement("group-leaders").has_all("party-groups")
NEW_STAFF = community.staff.where(worker.is_new.is_(True))

CITY_LEVEL = Text(
    zh="层级未写明，按全市判断。",
    en="The level is not named, and the city is judged.",
)

TWO_COMMITTEE_ELECTIONS = Guidance(
    key="two-committee-elections",
    title=Text(zh="两委换届按规范选举", en="The two committees are elected by the rules"),
    source=SHAOYANG.clause("四(三)5", evidence=("换届选举",)),
    wording=("规范",),
    note=Text(zh="规范另有法律和党内规定。", en="The rules are those of law and the party, not of this text."),
)

TWO_COMMITTEE_JOINT_REVIEW = Requirement(
    key="two-committee-joint-review",
    title=Text(zh="两委成员资格联审", en="Members of the two committees pass a joint review"),
    must=community.arrangement("candidate-joint-review").in_place(),
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("资格联审机制",)),
    wording=("全面落实",),
    note=Text(
        zh="这里看机制，每个人是否联审另行判断；不得当选的情形本文没有列出。",
        en="The mechanism is judged here, and whether each person was reviewed person by person. What bars a candidate "
        "is not listed here.",
    ),
)

TWO_COMMITTEE_JOINT_REVIEW_CANDIDATE = Requirement(
    key="two-committee-joint-review-candidate",
    variant_of="two-committee-joint-review",
    title=Text(zh="先联审，后进班子", en="The person is reviewed before entering the committees"),
    must=in_order(candidate.reviewed, candidate.took_office),
    # Nobody who entered before the day of the document is judged.
    when=all_of(reached(candidate.took_office), not_(candidate.took_office.done_by(date(2023, 7, 24)))),
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("资格联审机制",)),
    wording=("全面落实",),
    note=Text(
        zh="机制要全面落实，因此逐人判断；文件施行前进入的不问。",
        en="The mechanism is to be carried out in full, so each person is judged. Who entered before the document was "
        "in force is not asked.",
    ),
)

COUNTY_LEVEL_FILING = Requirement(
    key="county-level-filing",
    title=Text(zh="书记与自治组织法人县级备案", en="Secretaries and heads of committees are filed with the county"),
    must=county.arrangement("leader-filing").has_all("party-secretaries", "committee-heads"),
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("县级备案制度",)),
    wording=("健全",),
)

VILLAGERS_SUBCOMMITTEES = Requirement(
    key="villagers-subcommittees",
    title=Text(zh="村委会下设委员会", en="Subordinate committees of the villagers' committee"),
    must=community.arrangement("subcommittees").in_place(),
    when=RURAL,
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("村民委员会下属委员会",)),
    wording=("建立健全",),
    note=Text(
        zh="这里没有列出要设哪些，有一个即可；各项另有规定。",
        en="Which ones is not said here, so one is enough. Other clauses name some.",
    ),
)

WOMEN_CHILDREN_COMMITTEE = Requirement(
    key="women-children-committee",
    title=Text(zh="村委会增设妇女儿童委员会", en="Committee for women and children under the villagers' committee"),
    must=community.arrangement("subcommittees").has_all("women-and-children"),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("妇女和儿童委员会",)),
    wording=("推动",),
)

ENVIRONMENT_PROPERTY_COMMITTEE = Requirement(
    key="environment-property-committee",
    title=Text(
        zh="居委会增设环境物业委员会",
        en="Committee for environment and property under the residents' committee",
    ),
    must=community.arrangement("environment-property-committee").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("环境和物业委员会",)),
    wording=("推动",),
)

GROUP_LEADERS_COMPLETE = Requirement(
    key="group-leaders-complete",
    title=Text(zh="党小组长与村民小组长配齐", en="Every party group and every villager group has a leader"),
    must=any_of(
        all_of(URBAN, PARTY_GROUPS_LED),
        all_of(PARTY_GROUPS_LED, community.arrangement("group-leaders").has_all("villager-groups")),
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("党小组长、村民小组长",)),
    wording=("选齐配强",),
    note=Text(
        zh="每个小组都有组长才算配齐。城市社区只看党小组。",
        en="It holds where every group has a leader. An urban community is asked for its party groups alone.",
    ),
)

WORKER_RECRUITMENT_CHANNELS = Requirement(
    key="worker-recruitment-channels",
    title=Text(zh="社区工作者的选拔渠道", en="Ways in which community workers are recruited"),
    must=county.arrangement("recruitment-channels").has_any("secondment", "hiring", "examination"),
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("选派、聘用、招考",)),
    wording=("选拔",),
    note=Text(
        zh="渠道列举未尽，有一种即可。选聘由县级统一组织，因此按县级判断。",
        en="The list is open, and one way is enough. The county organises the hiring, so the county is judged.",
    ),
)

FULL_TIME_GRID_WORKERS_IN_WORKER_TEAM = Requirement(
    key="full-time-grid-workers-in-worker-team",
    title=Text(zh="专职网格员按社区工作者管理", en="Full-time grid workers are managed as community workers"),
    must=community.team_grid_workers / community.full_time_grid_workers >= "100 %",
    when=community.full_time_grid_workers >= "1 grid_coordinator",
    modality=Modality.MANDATORY,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("社区专职网格员", "纳入社区工作者")),
    wording=("统一将", "纳入"),
    note=Text(
        zh="“统一”按全部理解，没有专职网格员的社区不问。",
        en="It is read as all of them. A community without full-time grid workers is not asked.",
    ),
)

PROFESSIONAL_TALENT_TYPES = Requirement(
    key="professional-talent-types",
    title=Text(zh="驻社区的专业技术人才", en="Professionals who serve the community"),
    must=community.arrangement("professional-staff").has_all("legal-adviser", "counsellor", "full-time-mediator"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("四(三)5", evidence=("心理咨询师", "专职人民调解员")),
    wording=("加强",),
    note=Text(zh="没有人数；列举未尽。", en="There is no number of people, and the list is open."),
)

SOCIAL_WORK_TALENT = Guidance(
    key="social-work-talent",
    title=Text(zh="社工和志愿者等人才的培养", en="Social workers, volunteers and others are fostered"),
    source=SHAOYANG.clause("四(三)5", evidence=("社会工作专业人才",)),
    wording=("加快培育发展", "加强", "重视"),
)

WORKER_HIRING_MECHANISM = Requirement(
    key="worker-hiring-mechanism",
    title=Text(zh="县聘、街管、社区用", en="The county hires, the street manages, the community uses"),
    must=county.arrangement("worker-hiring").has_all("county-hires", "street-manages", "community-uses"),
    modality=Modality.MANDATORY,
    responsible=TASK_6,
    lead=TASK_6[:1],
    source=SHAOYANG.clause("四(三)6", evidence=("县市区统一组织选聘", "街道集中管理")),
    wording=("落实",),
)

POST_GRADE_AND_PAY = Requirement(
    key="post-grade-and-pay",
    title=Text(zh="岗位等级与薪酬体系", en="Post grades, pay and its adjustment"),
    must=city.arrangement("pay-system").has_all("post-grades", "post-pay", "dynamic-adjustment"),
    modality=Modality.MANDATORY,
    responsible=TASK_6,
    lead=TASK_6[:1],
    source=SHAOYANG.clause("四(三)6", evidence=("岗位等级序列", "岗位薪酬", "动态调整机制")),
    wording=("建立健全", "配套落实", "完善"),
    note=CITY_LEVEL,
)

SOCIAL_INSURANCE_PARTICIPATION = Requirement(
    key="social-insurance-participation",
    title=Text(zh="社区工作者参加社会保险", en="Community workers are in social insurance"),
    must=either(
        community.insured_workers,
        community.staff.where(worker.has_social_security.is_(True)).count(),
    )
    / either(community.workers, community.staff.count())
    >= "100 %",
    when=either(community.workers, community.staff.count()) >= "1 worker",
    modality=Modality.MANDATORY,
    responsible=TASK_6,
    lead=TASK_6[:1],
    source=SHAOYANG.clause("四(三)6", evidence=("按规定参加社会保险",)),
    wording=("配套落实", "按规定参加"),
    note=Text(
        zh="哪些险种、哪些人按规定应参加，原文未写，按全部工作者理解。",
        en="Which insurances, and which workers the rules oblige, is not said: all workers are taken.",
    ),
)

PROFESSIONAL_QUALIFICATION_ALLOWANCE = Requirement(
    key="professional-qualification-allowance",
    title=Text(
        zh="鼓励参评职业资格并给予津贴",
        en="The professional qualification is encouraged and brings an allowance",
    ),
    must=all_of(
        city.arrangement("exam-encouragement").in_place(), city.arrangement("qualification-allowance").in_place()
    ),
    modality=Modality.ENCOURAGED,
    responsible=TASK_6,
    lead=TASK_6[:1],
    source=SHAOYANG.clause("四(三)6", evidence=("职业资格津贴",)),
    restated_in=(SHAOYANG.clause("专栏3-3", evidence=("职业资格评价",)),),
    wording=("鼓励",),
    note=Text(
        zh="津贴没有金额。层级未写明，按全市判断。", en="There is no sum. The level is not named: the city is judged."
    ),
)

SECRETARY_PROMOTION_ELIGIBILITY = Requirement(
    key="secretary-promotion-eligibility",
    title=Text(
        zh="书记可定向招聘进入乡镇街道班子的条件",
        en="Secretaries who may be recruited into the leadership of a street or town",
    ),
    must=all_of(worker.consecutive_terms >= "2 term", worker.is_excellent.is_(True)),
    when=worker.role.is_("party-secretary"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_6,
    lead=TASK_6[:1],
    source=SHAOYANG.clause("四(三)6", evidence=("连续任职满两届", "公开定向招聘")),
    wording=("拓展", "可通过"),
    note=Text(
        zh="两个条件同时具备才可以参加招聘；未具备不是过失。是否须在同一社区任职，原文未写。",
        en="Both conditions together open the way. Not to meet them is no fault. Whether the terms have to be in one "
        "community is not said.",
    ),
)

ABILITY_INDICATOR_SYSTEM = Requirement(
    key="ability-indicator-system",
    title=Text(zh="社区工作者能力指标", en="Indicators of the ability of community workers"),
    must=city.arrangement("ability-indicators").in_place(),
    modality=Modality.MANDATORY,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("能力指标体系",)),
    wording=("建立健全",),
    note=CITY_LEVEL,
)

TRAINING_TIERS = Requirement(
    key="training-tiers",
    title=Text(zh="市、县两级培训", en="Training by the city and by the counties"),
    must=city.arrangement("training-tiers").has_all("city-key", "county-baseline"),
    modality=Modality.MANDATORY,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("市级重点培训", "县级兜底")),
    wording=("坚持",),
)

MENTOR_SYSTEM = Requirement(
    key="mentor-system",
    title=Text(zh="实行导师制度", en="A system of mentors is practised"),
    must=city.arrangement("mentor-system").in_place(),
    modality=Modality.MANDATORY,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("导师帮带制",)),
    wording=("实行",),
    note=Text(
        zh="制度必须实行；覆盖全部新任工作者只是推动，另作一条。层级未写明，按全市判断。",
        en="The system is to be practised. That it reaches every new worker is only promoted, in a rule of its own. "
        "The level is not named: the city is judged.",
    ),
)

MENTOR_COVERAGE = Requirement(
    key="mentor-coverage",
    title=Text(zh="新任工作者都有导师", en="Every new worker has a mentor"),
    must=either(
        community.mentored_workers / community.new_workers,
        NEW_STAFF.share(worker.has_mentor.is_(True)),
    )
    >= "100 %",
    when=either(community.new_workers, NEW_STAFF.count()) >= "1 worker",
    modality=Modality.ENCOURAGED,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("导师帮带", "帮带全覆盖")),
    wording=("推动", "全覆盖"),
    note=Text(
        zh="上任多久以内算新任，原文未写，以登记为准。",
        en="How long a worker is new is not said: the record is taken.",
    ),
)

ONLINE_COURSES_SHARED = Requirement(
    key="online-courses-shared",
    title=Text(zh="网络平台共享社区服务课程", en="Online platforms open their courses to communities"),
    must=city.arrangement("online-courses").in_place(),
    modality=Modality.MANDATORY,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("精品课程",)),
    wording=("依托",),
    note=CITY_LEVEL,
)

ETHNIC_RELIGIOUS_LAW_TRAINING = Requirement(
    key="ethnic-religious-law-training",
    title=Text(zh="民族宗教政策法规培训", en="Training on policy and law of ethnic groups and religion"),
    must=city.arrangement("ethnic-religious-training").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=TASK_7,
    lead=TASK_7[:1],
    source=SHAOYANG.clause("四(三)7", evidence=("民族、宗教政策法规",)),
    wording=("加强",),
    note=Text(
        zh="没有次数。层级未写明，按全市判断。", en="There is no frequency. The level is not named: the city is judged."
    ),
)

TRAINING_PURCHASE_AND_MIGRANT_WORKERS = Guidance(
    key="training-purchase-and-migrant-workers",
    title=Text(
        zh="购买资金优先用于院校培训，引导农民工从业",
        en="Purchase funds go first to schools that train, and migrant workers are drawn in",
    ),
    source=SHAOYANG.clause("四(三)7", evidence=("农民工", "优先支持")),
    wording=("鼓励", "引导"),
)

ALL_STAFF_ROTATION_TRAINING = Requirement(
    key="all-staff-rotation-training",
    title=Text(zh="社区工作者全员轮训", en="All community workers are trained in turn"),
    must=either(
        community.trained_workers,
        community.staff.where(worker.is_trained.is_(True)).count(),
    )
    / either(community.workers, community.staff.count())
    >= "100 %",
    when=either(community.workers, community.staff.count()) >= "1 worker",
    modality=Modality.MANDATORY,
    responsible=(PARTY_ORGANISATION, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏3-1", evidence=("全员轮训",)),
    wording=("按照", "开展全员轮训"),
    note=Text(
        zh="“全员”即百分之百；多久轮一次未写，以登记的培训周期为准。",
        en="All means 100 %. How often is not said: the period on record is taken.",
    ),
)

TRAINING_METHODS_AND_TIERS = Requirement(
    key="training-methods-and-tiers",
    title=Text(zh="轮训的层级和方法", en="Tiers and methods of the training"),
    must=all_of(
        city.arrangement("training-tiers").has_all("provincial-demonstration", "city-key", "county-baseline"),
        city.arrangement("training-methods").has_all(
            "lectures", "on-site-teaching", "experience-sharing", "discussion"
        ),
    ),
    modality=Modality.MANDATORY,
    responsible=(PARTY_ORGANISATION, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏3-1", evidence=("省示范、市重点、县兜底", "现场教学")),
    wording=("按照",),
    note=Text(
        zh="方法列举未尽，四种为最低要求。",
        en="The list of methods is open, and these four are the least.",
    ),
)

VOLUNTEER_REGISTRATION_PLATFORMS = Requirement(
    key="volunteer-registration-platforms",
    title=Text(zh="居民志愿者在平台登记", en="Residents who volunteer are registered on a platform"),
    must=community.arrangement("volunteer-registration").has_any(
        "provincial-platform", "china-volunteer-app", "national-system"
    ),
    modality=Modality.MANDATORY,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏3-2", evidence=("中国志愿APP", "登记注册")),
    wording=("依托",),
    note=Text(zh="三个平台有一个即可。", en="One of three platforms is enough."),
)

VOLUNTEER_TEAMS_ENCOURAGED = Requirement(
    key="volunteer-teams-encouraged",
    title=Text(zh="社区有志愿服务队伍", en="Volunteer teams of the community"),
    must=community.arrangement("volunteer-teams").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏3-2", evidence=("各类志愿服务队伍",)),
    wording=("鼓励",),
)

SOCIAL_WORK_TALENT_RECRUITMENT = Requirement(
    key="social-work-talent-recruitment",
    title=Text(zh="社工站引进培育社工人才", en="Social-work stations bring in and foster professionals"),
    must=street.arrangement("social-work-station").has_all("talent"),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏3-3", evidence=("社工站", "引进、培育")),
    wording=("加大",),
    note=Text(
        zh="鼓励参评职业资格一节与四(三)6相同，见该条。",
        en="That the qualification is encouraged is said in 四(三)6 too, and is the rule there.",
    ),
)
