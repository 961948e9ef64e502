"""Clause 五(三): emergency management."""

from civic_rules.expressions import Reading, ReadingOption, all_of, choose, subject
from civic_rules.rulebooks.huangjinling_2023.departments import ARMED_FORCES, LAW_ENFORCEMENT, SAFETY_SUPERVISION
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")

EMERGENCY_OFFICES = (SAFETY_SUPERVISION, ARMED_FORCES, LAW_ENFORCEMENT)
MOBILISATION_OFFICES = (SAFETY_SUPERVISION, ARMED_FORCES)

RESCUE_TEAM_MEMBERS = Reading(
    key="rescue-team-members",
    title=Text(
        zh="救援队的30人是否包括所统筹的各方力量的人？",
        en="Do people of the forces that take part count among the 30 of the rescue team?",
    ),
    options=(
        ReadingOption(key="enrolled", title=Text(zh="在册队员都算", en="everybody who is enrolled counts")),
        ReadingOption(key="own", title=Text(zh="只算街道自己的队员", en="only the street's own members count")),
    ),
    default="enrolled",
    reason=Text(
        zh="同一句先写统筹各方力量，再写建队，没有排除来自这些力量的人。",
        en="The sentence first coordinates the forces and then sets up the team. It does not leave their people out.",
    ),
)

VISIT_PERIOD = Reading(
    key="household-visit-period",
    title=Text(
        zh="入户走访多久一次才算经常？",
        en="How often are committee members to visit households for it to count as frequent?",
    ),
    options=(
        ReadingOption(key="week", title=Text(zh="每周", en="every week")),
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
    ),
    default=None,
    reason=Text(
        zh="原文没有次数，须由使用者选定。",
        en="The text gives no figure, so the user has to choose.",
    ),
)

EMERGENCY_MANAGEMENT_COMMITTEE = Requirement(
    key="emergency-management-committee",
    title=Text(zh="街道应急委", en="Emergency management committee of the street"),
    must=street.arrangement("emergency-committee").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("应急管理委员会",)),
    wording=("成立",),
)

EMERGENCY_COMMAND_MECHANISM = Requirement(
    key="emergency-command-mechanism",
    title=Text(zh="突发事件的指挥", en="Command when something happens"),
    must=street.arrangement("emergency-command").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("应急指挥机制",)),
    wording=("健全",),
)

FIVE_PRE_CAPABILITIES = Requirement(
    key="five-pre-capabilities",
    title=Text(zh="自然灾害前的五种能力", en="Five capabilities ahead of a natural disaster"),
    must=street.arrangement("disaster-foresight").has_all(
        "forecast", "prejudgement", "early-warning", "contingency-plan", "rehearsal"
    ),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("预报、预判", "预演")),
    wording=("强化",),
    note=Text(
        zh="要求加强，没有标准，只看有无。",
        en="They are to be strengthened, without a measure: whether they are there is all that is looked at.",
    ),
)

EMERGENCY_SHELTER = Requirement(
    key="emergency-shelter",
    title=Text(zh="社区可用的避难场所", en="Emergency shelter within reach of the community"),
    must=community.arrangement("emergency-shelter").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("应急避难场所",)),
    wording=("加强",),
    note=Text(
        zh="没有面积和人均指标，只看有无；几个社区可以共用一处。与其他文件的同一要求同样看待。",
        en="There is no figure for its size: whether there is one is all. Several communities may share it. It is "
        "treated like the same requirement of other documents.",
    ),
)

EMERGENCY_PUBLICITY = Guidance(
    key="emergency-publicity",
    title=Text(zh="应急知识普及", en="Knowledge of emergencies spread"),
    source=HUANGJINLING.clause("五(三)11", evidence=("应急知识宣传",)),
    wording=("广泛开展",),
    note=Text(zh="没有次数，也没有范围。", en="Neither how often nor how widely is given."),
)

ANNUAL_COMPREHENSIVE_DRILL = Requirement(
    key="annual-comprehensive-drill",
    title=Text(zh="一年至少一次综合演练", en="A comprehensive drill every year"),
    must=street.event_count("comprehensive-drill", "year") >= "1 event",
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("每年开展综合演练",)),
    wording=("每年开展",),
    note=Text(
        zh="层级没有写明，本句讲街道，按街道判断。看最近一个已结束的日历年；文件施行前开始的年份不作判断。",
        en="No level is named; the sentence speaks of the street, and the street is judged. The last calendar year "
        "that is over counts. A year that began before the document was in force is not judged.",
    ),
)

STREET_RESCUE_TEAM_SIZE = Requirement(
    key="street-rescue-team-size",
    title=Text(zh="街道救援队的人数", en="Size of the street's rescue team"),
    must=choose(
        RESCUE_TEAM_MEMBERS,
        enrolled=street.rescue_team.members >= "30 rescuer",
        own=street.rescue_team.own_members >= "30 rescuer",
    ),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("不少于30人", "综合应急救援队伍")),
    wording=("建立不少于",),
    note=Text(zh="每个街道一支队伍，正好30人即可。", en="Each street has one team. Exactly 30 are enough."),
)

RESCUE_FORCES_COORDINATION = Requirement(
    key="rescue-forces-coordination",
    title=Text(zh="统一调度的四种救援力量", en="Four forces coordinated for rescue"),
    must=street.rescue_team.forces.includes_all(
        "armed-forces-department", "police-station", "fire-station", "social-rescue"
    ),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("人武部、派出所", "社会救援")),
    wording=("统筹协调",),
    note=Text(
        zh="列举未尽，四种为最低要求。",
        en="The list is open, and these four are the least.",
    ),
)

DISASTER_RELIEF_PLAN = Requirement(
    key="disaster-relief-plan",
    title=Text(zh="自然灾害的救助预案", en="Plan of relief in natural disasters"),
    must=street.arrangement("disaster-relief-plan").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("救助应急预案",)),
    wording=("依据", "加强"),
    note=Text(
        zh="原文以预案为储备库的依据，没有另外要求制订；缺少只作提醒。",
        en="The text takes the plan for granted as the ground of the storage and does not order it: its lack is a "
        "warning.",
    ),
)

EMERGENCY_STOCK_STORAGE = Requirement(
    key="emergency-stock-storage",
    title=Text(zh="应急物资库", en="Storage of emergency supplies"),
    must=street.arrangement("emergency-storage").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("应急物资储备库",)),
    wording=("加强",),
    note=Text(
        zh="没有品种和数量，只看有无。",
        en="Neither kinds nor amounts are given: whether there is one is all.",
    ),
)

EMERGENCY_RESERVE_FUND = Requirement(
    key="emergency-reserve-fund",
    title=Text(zh="街道应急备用金", en="Reserve fund of the street for emergencies"),
    must=street.arrangement("emergency-reserve-fund").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("应急备用金制度",)),
    wording=("建立",),
    note=Text(
        zh="没有数额；加大投入没有标准，不作判断。",
        en="There is no amount. That more money be put in has no measure and is not judged.",
    ),
)

ONE_CORE_MANY_PARTIES = Requirement(
    key="one-core-many-parties",
    title=Text(zh="党组织为核心、五方参与的应急模式", en="One core and five parties in emergencies"),
    must=street.arrangement("one-core-many-parties").has_all(
        "party-organisation",
        "sent-down-cadres",
        "members-and-residents",
        "volunteers",
        "social-organisations",
        "militia",
    ),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY_OFFICES,
    source=HUANGJINLING.clause("五(三)11", evidence=("一核多元", "民兵连")),
    wording=("深化",),
    note=Text(
        zh="核心只能是党组织。列举未尽，六方为最低要求。",
        en="The core can only be the party organisation. The list is open, and these six are the least.",
    ),
)

COMMITTEE_MEMBERS_CONTACT_RESIDENTS = Requirement(
    key="committee-members-contact-residents",
    title=Text(zh="班子成员与群众的联系", en="Members of the two committees keep in touch with residents"),
    must=community.arrangement("contact-with-residents").in_place(),
    modality=Modality.MANDATORY,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("联系群众机制",)),
    wording=("健全",),
)

HOUSEHOLD_VISITS_REGULAR = Requirement(
    key="household-visits-regular",
    title=Text(zh="班子成员经常入户", en="Members of the two committees visit households frequently"),
    must=choose(
        VISIT_PERIOD,
        week=community.event_count("household-visits", "week") >= "1 event",
        month=community.event_count("household-visits", "month") >= "1 event",
        quarter=community.event_count("household-visits", "quarter") >= "1 event",
    ),
    modality=Modality.MANDATORY,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("经常性入户走访",)),
    wording=("健全", "经常性入户走访"),
    note=Text(
        zh="走访是联系机制的内容，随“健全”判断；走访多少户、多久解决问题没有写明。看最近一个已结束的日历周期。",
        en="The visits are what the contact consists of, and share its verb. How many households, and how soon what is "
        "found is settled, is not said. The last calendar period that is over counts.",
    ),
)

NORMAL_EMERGENCY_CONVERSION = Requirement(
    key="normal-emergency-conversion",
    title=Text(zh="平时与应急之间的转换", en="Switch between the normal and the emergency state"),
    must=community.arrangement("normal-emergency-switch").in_place(),
    modality=Modality.MANDATORY,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("应急状态转化机制",)),
    wording=("建立",),
)

COMMUNITY_DRILL = Requirement(
    key="community-drill",
    title=Text(zh="社区演练与联防", en="Drills of the community, and prevention by everybody together"),
    must=all_of(
        community.arrangement("emergency-drills").in_place(),
        community.arrangement("joint-prevention").has_all("mass-prevention", "joint-control"),
    ),
    modality=Modality.ENCOURAGED,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("应急处置演练", "联防联控")),
    wording=("强化", "加强"),
    note=Text(
        zh="这里没有次数；一年一次的综合演练是街道的。",
        en="How often is not said here. The yearly drill is that of the street.",
    ),
)

COMMUNITY_EMERGENCY_DISPATCH = Requirement(
    key="community-emergency-dispatch",
    title=Text(zh="应急时由两委调配力量", en="The two committees dispatch what is at hand in emergencies"),
    must=community.arrangement("emergency-dispatch").in_place(),
    modality=Modality.MANDATORY,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("统筹调配", "应急资源力量")),
    wording=("健全",),
)

MILITIA_TEAM = Requirement(
    key="militia-team",
    title=Text(zh="社区民兵队伍", en="Militia team of the community"),
    must=community.arrangement("militia-team").has_all("primary-militia", "veterans"),
    modality=Modality.ENCOURAGED,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("基干民兵", "转业退伍军人")),
    wording=("打造",),
    note=Text(
        zh="没有人数；素质的说法没有标准。",
        en="There is no number of people, and the words on its quality have no measure.",
    ),
)

DISASTER_REDUCTION_DEMO_COMMUNITY = Requirement(
    key="disaster-reduction-demo-community",
    title=Text(zh="减灾示范社区的创建工作", en="Programme of model communities in reducing disasters"),
    must=street.arrangement("disaster-reduction-programme").in_place(),
    modality=Modality.MANDATORY,
    responsible=MOBILISATION_OFFICES,
    source=HUANGJINLING.clause("五(三)12", evidence=("示范社区创建", "避灾自救技能")),
    wording=("开展",),
    note=Text(
        zh="要求的是开展创建，没有数量，也没有说每个社区都要成为示范，按街道判断；普及知识没有标准。",
        en="The programme is what is to be run: no number is given, and not every community has to become a model, so "
        "the street is judged. The spread of knowledge has no measure.",
    ),
)
