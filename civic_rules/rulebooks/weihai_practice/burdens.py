"""Paragraph 5: lighter burdens, and a say for communities."""

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    either,
    in_last,
    in_order,
    in_this,
    quantity,
    reached,
    smallest,
    subject,
)
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
community = subject("community")
task = subject("assigned_task")

NOTHING_IMPOSED = community.impositions.includes_none("unauthorised-task")

CITY_OFFICES = (
    Text(zh="市委办公室", en="office of the city party committee"),
    Text(zh="市政府办公室", en="office of the city government"),
)

NOT_REVIEWED = Text(
    zh="没有查过与查过无问题是两回事：没有记录时无法判断。报道不约束任何人，有问题也不构成违反。",
    en="Not reviewed is not clean: without a record nothing can be told. A report binds nobody, so that even a case "
    "that is found breaks nothing.",
)

SIGNAGE_INSPECTION_PERIOD = Reading(
    key="signage-inspection-period",
    title=Text(zh="不定期的检查至少多久一次？", en="How often is an inspection at irregular intervals held at least?"),
    options=(
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half-year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default=None,
    reason=Text(
        zh="原文写明不定期，没有间隔可依，因此不设默认。",
        en="The text says that there is no fixed interval, so none is taken unless a user chooses one.",
    ),
)

BURDEN_REDUCTION_MEASURES = Benchmark(
    key="burden-reduction-measures",
    title=Text(zh="减负政策的措施条数", en="Measures of the policy that lightens burdens"),
    value=quantity("10 item"),
    measures=city.burden_measures,
    direction=Direction.NEITHER,
    wording=("制定出台",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("减负十条措施",)),
    note=Text(
        zh="两个办公室研究制定；原文没有列出这十条。",
        en="Two offices drew them up. The text does not list them.",
    ),
)

BURDEN_RESEARCH = Requirement(
    key="burden-research",
    title=Text(zh="先调研负担，再出政策", en="A study of burdens before the policy"),
    must=in_order(city.burden_study, city.burden_policy),
    modality=Modality.REPORTED,
    wording=("开展",),
    responsible=CITY_OFFICES,
    source=WEIHAI.clause("段5(减负赋权)", evidence=("专题调研", "制定出台")),
)

DUTIES_DEFINED = Requirement(
    key="duties-defined",
    title=Text(zh="社区职责写清楚", en="Duties of the community set out"),
    must=community.arrangement("defined-duties").in_place(),
    modality=Modality.REPORTED,
    wording=("明确",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("明确社区职责任务",)),
)

ADMISSION_LIST_AUDIT = Requirement(
    key="admission-list-audit",
    title=Text(zh="准入事项和出具证明都查过", en="Admitted work and certificates both checked"),
    must=community.arrangement("burden-check").has_all("admission-list", "certificates"),
    modality=Modality.REPORTED,
    wording=("全面排查",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("工作准入清单", "全面排查")),
    note=Text(zh="“全面”：每个社区都要查到。", en="Full means that every community was checked."),
)

CERTIFICATE_TEMPLATES = Requirement(
    key="certificate-templates",
    title=Text(zh="每项证明都有式样和流程", en="A form and a procedure for each certificate"),
    must=smallest(city.certificate_forms, city.certificate_procedures) / city.certificate_matters >= "100 %",
    when=city.certificate_matters > "0 item",
    modality=Modality.REPORTED,
    wording=("逐一规范",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("逐一规范", "式样", "办理流程")),
    note=Text(
        zh="式样和流程缺一不可，以较少的一个为准。",
        en="Both are needed for each matter, so the smaller number counts.",
    ),
)

UNAUTHORISED_ASSIGNMENT = Requirement(
    key="unauthorised-assignment",
    title=Text(zh="没有未经准许的派工", en="No task assigned without authority"),
    must=either(
        NOTHING_IMPOSED,
        # Where every task was admitted there is nothing to stop. A task that was not may have been stopped since.
        any_of(community.tasks_admitted >= community.tasks_assigned, NOTHING_IMPOSED),
        community.assigned_tasks.every(
            any_of(task.is_on_list.is_(True), task.is_approved.is_(True), reached(task.stopped))
        ),
    ),
    modality=Modality.REPORTED,
    wording=("擅自", "纠正叫停"),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("擅自", "纠正叫停")),
    note=Text(
        zh="已被叫停的不再计入。没有查过与查过无问题是两回事。",
        en="A task that was stopped no longer counts. Not reviewed is not clean.",
    ),
)

SYSTEM_INTEGRATION = Requirement(
    key="system-integration",
    title=Text(zh="社区所用业务系统的合并", en="Merging of the systems that communities use"),
    must=city.arrangement("community-system-merging").in_place(),
    modality=Modality.REPORTED,
    wording=("加快整合",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("加快整合", "业务系统")),
    note=Text(zh="仍在进行，原文没有数字。", en="It is under way, and the text gives no number."),
)

APP_QUOTA_BAN = Requirement(
    key="app-quota-ban",
    title=Text(zh="不派安装和关注任务", en="No quotas for apps or for following accounts"),
    must=community.impositions.includes_none("government-app", "public-account", "other-online-task"),
    modality=Modality.REPORTED,
    wording=("严禁",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("严禁", "政务APP", "微信公众号", "指尖上的形式主义")),
    note=NOT_REVIEWED,
)

ASSESSMENT_MERGED = Requirement(
    key="assessment-merged",
    title=Text(zh="上级考核合为一次", en="Assessments by higher levels made one"),
    must=city.arrangement("merged-assessment").has_all("merged", "trimmed", "organised-once"),
    modality=Modality.REPORTED,
    wording=("合并精简",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("合并精简", "统一组织")),
)

DEPARTMENT_ASSESSMENT_BAN = Requirement(
    key="department-assessment-ban",
    title=Text(zh="部门考核止于社区之外", en="Assessments of departments stop short of communities"),
    must=community.impositions.includes_none("department-assessment"),
    modality=Modality.REPORTED,
    wording=("严禁",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("严禁延伸到社区",)),
    note=NOT_REVIEWED,
)

BOTTOM_UP_EVALUATION = Requirement(
    key="bottom-up-evaluation",
    title=Text(
        zh="社区评议单位，结果进入年度考核", en="Communities evaluate units, and the assessment uses the results"
    ),
    must=all_of(
        in_order(county.units_evaluated, county.evaluation_used),
        # The record has one day: that of the last time.
        any_of(in_last(county.evaluation_used, "year"), in_this(county.evaluation_used, "year")),
    ),
    modality=Modality.REPORTED,
    wording=("纳入",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("以下评上", "吹哨报到", "年度综合考核")),
    note=Text(
        zh="区市即县级，结果进入其年度综合考核，因此在县级判断；考核年年进行，看上一年度以来的一次。",
        en="The results go into the yearly assessment of districts and county-level cities, so the county is asked. As "
        "it is yearly, the last full year and what has passed of this one count.",
    ),
)

SIGNAGE_CLEAN_UP = Requirement(
    key="signage-clean-up",
    title=Text(zh="社区牌子清理完毕", en="Signs of the community cleaned up"),
    must=community.arrangement("signage-clean-up").in_place(),
    modality=Modality.REPORTED,
    wording=("全面完成",),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("全面完成", "挂牌整治")),
    note=Text(zh="“全面”：看每个社区。", en="Full means that every community is asked."),
)

SIGNAGE_INSPECTION = Requirement(
    key="signage-inspection",
    title=Text(zh="牌子的后续检查", en="Later inspections of the signs"),
    must=choose(
        SIGNAGE_INSPECTION_PERIOD,
        quarter=city.event_count("signage-inspection", "quarter") >= "1 event",
        half_year=city.event_count("signage-inspection", "half-year") >= "1 event",
        year=city.event_count("signage-inspection", "year") >= "1 event",
    ),
    modality=Modality.REPORTED,
    wording=("不定期开展",),
    responsible=(Text(zh="会同市作风改进工作专班", en="together with the city's taskforce on work style"),),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("不定期开展监督检查", "市作风改进工作专班")),
    note=Text(
        zh="牵头单位原文未写。看最近一个已结束的日历周期。",
        en="The lead body is not named. The last calendar period that is over counts.",
    ),
)
