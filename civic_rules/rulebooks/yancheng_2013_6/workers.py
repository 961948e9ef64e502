"""Clause 三(八): the people who work for communities, their pay and their training."""

from datetime import date

from civic_rules.expressions import Reading, ReadingOption, all_of, any_of, choose, either, subject, tally, within
from civic_rules.indicators import GRID_COORDINATORS_PER_HOUSEHOLD, RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rulebooks.yancheng_2013_6.readings import END_OF_2015
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
county = subject("county")
city = subject("city")
worker = subject("worker")

COUNTY_GOVERNMENTS = Text(zh="各县（市、区）政府", en="county governments")

WAGE_LEVEL = Reading(
    key="average-wage-level",
    title=Text(
        zh="“当地”平均工资取哪一级的统计？",
        en="Of which level is the local average wage?",
    ),
    options=(
        ReadingOption(key="county", title=Text(zh="县（市、区）", en="the county's")),
        ReadingOption(key="city", title=Text(zh="全市", en="the city's")),
    ),
    default="county",
    reason=Text(
        zh="原文未说明层级。报酬由县级统筹，同句中村书记报酬也以所在县（市、区）的统计为准。",
        en="The text names no level. Counties arrange the pay, and the same sentence ties the pay of village "
        "secretaries to a statistic of the county.",
    ),
)

PROFESSIONAL_WORKER = Reading(
    key="professional-worker",
    title=Text(zh="怎样的社区工作者算职业化专业化？", en="Which community workers count as professional?"),
    options=(
        ReadingOption(
            key="certificate-or-qualification",
            title=Text(
                zh="持有社工证书，或正式专职聘用且具备岗位资格",
                en="those with a social-work certificate, or employed full time with the qualification for the post",
            ),
        ),
        ReadingOption(
            key="certificate",
            title=Text(zh="持有社工证书", en="those with a social-work certificate alone"),
        ),
    ),
    default="certificate-or-qualification",
    reason=Text(
        zh="原文没有定义，也没有指定证书，因此具备岗位资格的专职人员与持证人员都计入。",
        en="The text does not define it and names no certificate, so people who are qualified for a full-time post "
        "count beside those who hold a certificate.",
    ),
)

OTHER_STAFF = Reading(
    key="other-staff",
    title=Text(
        zh="“其他工作人员”包括社区专职工作者吗？",
        en="Are full-time community workers among the other staff?",
    ),
    options=(
        ReadingOption(
            key="beside-the-committees",
            title=Text(
                zh="两委成员以外的人员，包括专职工作者", en="all but the two committees, full-time workers included"
            ),
        ),
        ReadingOption(
            key="beside-full-time-workers",
            title=Text(zh="两委成员和专职工作者以外的人员", en="all but the two committees and full-time workers"),
        ),
    ),
    default="beside-the-committees",
    reason=Text(
        zh="比例以党组织和居委会成员的报酬为基数，与之相对的是其余人员；专职工作者另无报酬标准。",
        en="The share is one of the pay of party organisation and committee, and other means other than these. No "
        "other standard is set for the pay of full-time workers.",
    ),
)

IS_PROFESSIONAL = choose(
    PROFESSIONAL_WORKER,
    certificate_or_qualification=any_of(worker.has_certificate.is_(True), worker.is_qualified.is_(True)),
    certificate=worker.has_certificate.is_(True),
)

URBAN_WORKERS = city.all("worker").where(within("community", URBAN))
RURAL_WORKERS = city.all("worker").where(within("community", RURAL))

WORKFORCE_PRINCIPLES = Guidance(
    key="workforce-principles",
    title=Text(zh="队伍建设的总体原则", en="Principles of building the workforce"),
    source=YANCHENG.clause("三(八)", evidence=("实事求是", "选聘结合", "交叉任职")),
    wording=("坚持", "按照"),
    note=Text(
        zh="允许交叉任职：人数按人计，岗位另计。",
        en="One person may hold two posts: persons and posts are counted apart.",
    ),
)

WORKFORCE_FOUR_GROUPS = Requirement(
    key="workforce-four-groups",
    title=Text(zh="四类人员齐备", en="Four groups of people at work"),
    must=tally(
        community.committee_members >= "1 committee_member",
        community.full_time_workers >= "1 worker",
        community.grid_coordinators >= "1 grid_coordinator",
        community.volunteers >= "1 volunteer",
    )
    >= "4 item",
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("三(八)", evidence=("社区管理者", "社区网格综合协理员", "社区志愿者")),
    wording=("着力打造",),
    note=Text(
        zh="原文没有界定社区管理者，按党组织和居（村）委会成员理解。",
        en="The text does not say who the managers are. They are read as the members of the party organisation "
        "and of the committee.",
    ),
)

GRID_COORDINATOR_RATIO = Requirement(
    key="grid-coordinator-ratio",
    title=Text(zh="网格协理员与户数之比", en="Grid coordinators for each 300 households"),
    must=GRID_COORDINATORS_PER_HOUSEHOLD >= "1 grid_coordinator / (300 household)",
    modality=Modality.IN_PRINCIPLE,
    source=YANCHENG.clause("三(八)", evidence=("原则上", "每300户1人")),
    wording=("原则上按照", "配置"),
    note=Text(
        zh="按下限理解，多配不算不符。",
        en="Read as a minimum: more coordinators are no fault.",
    ),
)

FULL_TIME_WORKERS_PER_COMMUNITY = Requirement(
    key="full-time-workers-per-community",
    title=Text(zh="社区专职工作者人数", en="Full-time workers of a community"),
    must=community.full_time_workers.between("3 worker", "5 worker"),
    breach_when=community.full_time_workers < "3 worker",
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(八)", evidence=("3-5名", "社区专职工作者")),
    wording=("按照", "配备"),
    note=Text(
        zh="按每个社区理解，不含协理员和两委成员。超过五人只作提示。",
        en="Read as a figure for each community, without coordinators and committee members. More than five is "
        "only a warning.",
    ),
)

FULL_TIME_WORKER_DUTIES = Requirement(
    key="full-time-worker-duties",
    title=Text(zh="专职工作者的职责", en="Duties of full-time workers"),
    must=community.arrangement("full-time-worker-duties").has_all("comprehensive-management", "comprehensive-service"),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(八)", evidence=("专干不单干", "综合管理", "综合服务")),
    wording=("负责",),
)

PAY_COUNTY_RESPONSIBILITY = Requirement(
    key="pay-county-responsibility",
    title=Text(zh="社区人员报酬由县级安排", en="The county arranges the pay"),
    must=county.arrangement("pay-arranged").in_place(),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(八)", evidence=("政府统筹解决",)),
    wording=("由", "统筹解决"),
)

PAY_IN_BUDGET = Requirement(
    key="pay-in-budget",
    title=Text(zh="社区人员报酬列入预算", en="Pay inside the fiscal budget"),
    must=county.arrangement("pay-in-budget").in_place(),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(八)", evidence=("纳入财政预算",)),
    wording=("纳入财政预算",),
)

PAY_FLOOR_URBAN_TWO_COMMITTEES = Requirement(
    key="pay-floor-urban-two-committees",
    title=Text(zh="城市社区两委成员的报酬下限", en="Pay floor for the two committees of urban communities"),
    must=worker.annual_pay
    >= choose(
        WAGE_LEVEL,
        county=within("county", county.urban_average_wage),
        city=within("city", city.urban_average_wage),
    ),
    when=all_of(
        worker.role.is_("party-secretary", "party-organisation-member", "committee-member"),
        within("community", URBAN),
    ),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(八)", evidence=("“两委”成员报酬", "上年度当地", "在岗职工平均工资")),
    wording=("不低于",),
    note=Text(
        zh="逐人判断，不看平均数。村书记一项写的是基本报酬，此处只写报酬，因此按全年总报酬计。",
        en="Each member is judged, not the average. The floor for village secretaries speaks of basic pay and "
        "this one of pay, so the whole pay of the year counts.",
    ),
)

PAY_FLOOR_VILLAGE_SECRETARY = Requirement(
    key="pay-floor-village-secretary",
    title=Text(zh="村书记的基本报酬下限", en="Basic pay floor for secretaries of village party organisations"),
    must=worker.basic_pay >= within("county", county.rural_net_income) * "2",
    when=all_of(
        worker.role.is_("party-secretary"),
        within("community", RURAL),
    ),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(八)", evidence=("村党组织书记", "基本报酬", "人均纯收入的2倍")),
    wording=("不低于",),
    note=Text(
        zh="只计基本报酬。纯收入统计后来改为可支配收入，须给出纯收入口径的数值。",
        en="Basic pay alone counts. The statistic of net income was later replaced by disposable income: what has "
        "to be given is net income.",
    ),
)

PAY_OTHER_WORKERS = Requirement(
    key="pay-other-workers",
    title=Text(zh="其他工作人员的报酬", en="Pay of other staff"),
    must=worker.annual_pay >= within("county", county.two_committee_pay * county.other_staff_pay_share),
    when=choose(
        OTHER_STAFF,
        beside_the_committees=worker.role.is_("full-time-worker", "grid-coordinator", "other"),
        beside_full_time_workers=worker.role.is_("grid-coordinator", "other"),
    ),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(八)", evidence=("其他工作人员报酬", "一定比例")),
    wording=("按照", "确定"),
    note=Text(
        zh="比例由各县（市、区）确定，本文件没有数值；未确定时无法判断。高于该数不算违反。",
        en="Each county sets the share. The text has no figure, so nothing can be told where none is set. Paying "
        "more breaks nothing.",
    ),
)

SOCIAL_SECURITY_ALL_WORKERS = Requirement(
    key="social-security-all-workers",
    title=Text(zh="全体工作人员参加社会保障", en="Social security for all staff"),
    must=either(
        community.insured_workers,
        community.staff.where(worker.has_social_security.is_(True)).count(),
    )
    / either(community.workers, community.staff.count())
    >= "100 %",
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(八)", evidence=("所有城乡社区", "社会保障政策")),
    wording=("按照有关规定享受",),
)

WORKER_MANAGEMENT_SYSTEMS = Requirement(
    key="worker-management-systems",
    title=Text(zh="人员管理制度", en="Systems for managing staff"),
    must=county.arrangement("worker-management").has_all(
        "election-recruitment", "education-training", "assessment-review"
    ),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("三(八)", evidence=("选举聘用", "教育培训", "考核评议")),
    wording=("要进一步完善",),
    note=Text(
        zh="原文列举未尽，三项为最低要求。由哪一级建立未说明，按县级判断。",
        en="The list is open, and these three are the least. The text names no level: the county is judged.",
    ),
)

SOCIAL_WORKER_EXAM = Requirement(
    key="social-worker-exam",
    title=Text(zh="鼓励报考社工统一考试", en="Encouragement to sit the social-worker exam"),
    must=county.arrangement("exam-encouragement").in_place(),
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("三(八)", evidence=("鼓励", "社工统一考试")),
    wording=("鼓励",),
)

WORKER_TRAINING = Guidance(
    key="worker-training",
    title=Text(zh="多培训社区工作者", en="More training for community workers"),
    source=YANCHENG.clause("三(八)", evidence=("加大", "培训力度")),
    wording=("加大",),
    note=Text(zh="原文没有学时和次数。", en="The text gives neither hours nor a frequency."),
)

PROFESSIONALISATION_URBAN = Requirement(
    key="professionalisation-urban",
    title=Text(zh="城市社区工作者专业化比例", en="Professional workers in urban communities"),
    must=either(city.professional_urban_share, URBAN_WORKERS.share(IS_PROFESSIONAL)) >= "80 %",
    # A reported share says that there are such workers; otherwise the list of workers says it.
    when=either(city.professional_urban_share >= "0 %", URBAN_WORKERS.count() >= "1 worker"),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("三(八)", evidence=("到2015年", "职业化专业化水平", "80%以上")),
    wording=("达80%以上",),
    note=END_OF_2015,
)

PROFESSIONALISATION_RURAL = Requirement(
    key="professionalisation-rural",
    title=Text(zh="农村社区工作者专业化比例", en="Professional workers in rural communities"),
    must=either(city.professional_rural_share, RURAL_WORKERS.share(IS_PROFESSIONAL)) >= "50 %",
    when=either(city.professional_rural_share >= "0 %", RURAL_WORKERS.count() >= "1 worker"),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("三(八)", evidence=("到2015年", "职业化专业化水平", "农村达50%以上")),
    wording=("达50%以上",),
    note=END_OF_2015,
)
