"""What follows in Huangjinling: tasks and who answers for them, the four steps, emergencies, the allowance.

The items name an office each and no day; the goals of 三 name a day and no office. A task has the office and the day of
its requirement, as far as there are any, and only one with a day can be overdue.
"""

from civic_rules.expressions import choose, reached, subject
from civic_rules.indicators import LATE
from civic_rules.rulebooks.huangjinling_2023.appraisal import ACCOUNTABILITY_TRIGGERS
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rulebooks.huangjinling_2023.grids import CHAIN_SCOPE
from civic_rules.rulebooks.huangjinling_2023.safeguards import HAS_ALLOWANCE
from civic_rules.rules import (
    Circumstance,
    Consequence,
    entitlement,
    escalation,
    follows,
    holds,
    judged,
    obligation,
    status,
)
from civic_rules.text import Text

community = subject("community")
worker = subject("worker")
whistle = subject("whistle_case")

COMMUNITY = (Text(zh="社区", en="the community"),)
STREET = (Text(zh="街道", en="the street"),)
ALL_TOGETHER = (Text(zh="协同处置各方", en="those who handle it together"),)
LEADING_GROUP_OF_STREET = (Text(zh="社区治理工作领导小组", en="the leading group for community governance"),)
CALLED_TO_ACCOUNT = (Text(zh="有关单位和个人", en="the units and persons concerned"),)

FOUR_STEPS = HUANGJINLING.clause("五(四)14", evidence=("网格发现", "街道吹哨", "协同处置"))
IN_EMERGENCY = HUANGJINLING.clause("五(三)12", evidence=("应急状态", "统筹调配"))
ALLOWANCE = HUANGJINLING.clause("七(二)25", evidence=("职业水平证书", "职业津贴"))

# -- in an emergency

EMERGENCY_STATE = Circumstance(
    key="emergency-state",
    title=Text(zh="社区处于应急状态", en="The state of emergency holds in the community"),
    holds=community.is_in_emergency.is_(True),
    source=HUANGJINLING.clause("五(三)12", evidence=("应急状态",)),
)

COMMUNITY_MAY_DISPATCH = Consequence(
    key="community-may-dispatch",
    title=Text(
        zh="社区两委可统筹调配区域内应急资源力量",
        en="The two committees of the community may dispatch what is at hand in its area",
    ),
    when=(holds(EMERGENCY_STATE, of="community"),),
    then=entitlement("community"),
    source=IN_EMERGENCY,
    note=Text(
        zh="只在应急状态下成立。机制是否健全，另有要求判断。",
        en="It holds in an emergency alone. Whether the mechanism is in order is what a requirement asks.",
    ),
)

# -- the four steps of a matter

IN_CHAIN = Circumstance(
    key="case-in-chain",
    title=Text(zh="须走四步流程的事项", en="Matter that has to go through the four steps"),
    holds=choose(CHAIN_SCOPE, beyond_community=whistle.exceeds_community.is_(True), every=True),
    source=FOUR_STEPS,
)

CASE_DISCOVERED = Circumstance(
    key="case-discovered",
    title=Text(zh="已发现", en="It was discovered"),
    holds=reached(whistle.discovered),
    source=FOUR_STEPS,
)

CASE_COLLECTED = Circumstance(
    key="case-collected",
    title=Text(zh="社区已收集", en="The community has taken it down"),
    holds=reached(whistle.collected),
    source=FOUR_STEPS,
)

CASE_CALLED = Circumstance(
    key="case-called",
    title=Text(zh="街道已吹哨", en="The street has called"),
    holds=reached(whistle.whistled),
    source=FOUR_STEPS,
)

CASE_ANSWERED = Circumstance(
    key="case-answered",
    title=Text(zh="各方已到场", en="Those who handle it have come"),
    holds=reached(whistle.answered),
    source=FOUR_STEPS,
)

CASE_SETTLED = Circumstance(
    key="case-settled",
    title=Text(zh="事项已办结", en="The matter is settled"),
    holds=reached(whistle.settled),
    source=FOUR_STEPS,
)

CASE_LATE = Circumstance(
    key="case-late",
    title=Text(zh="逾期未办结或逾期办结", en="Not settled in time"),
    holds=LATE,
    source=FOUR_STEPS,
    note=Text(
        zh="原文没有时限：以为该事项定下的时限为准，没有定时限的，无法判断。",
        en="The text has no time limit. The time that was set for the matter counts; where none was, nothing is told.",
    ),
)

CASE_TO_COLLECT = Consequence(
    key="case-to-collect",
    title=Text(zh="待社区收集", en="The community has to take it down"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_DISCOVERED, of="whistle_case")),
    unless=(holds(CASE_COLLECTED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=obligation("whistle_case", bearer=COMMUNITY),
    source=FOUR_STEPS,
)

CASE_TO_CALL = Consequence(
    key="case-to-call",
    title=Text(zh="待街道吹哨", en="The street has to call"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_COLLECTED, of="whistle_case")),
    unless=(holds(CASE_CALLED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=obligation("whistle_case", bearer=STREET),
    source=FOUR_STEPS,
)

CASE_TO_ANSWER = Consequence(
    key="case-to-answer",
    title=Text(zh="待各方到场", en="Those who handle it have to come"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_CALLED, of="whistle_case")),
    unless=(holds(CASE_ANSWERED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=obligation("whistle_case", bearer=ALL_TOGETHER),
    source=FOUR_STEPS,
)

CASE_TO_SETTLE = Consequence(
    key="case-to-settle",
    title=Text(zh="待协同办结", en="It has to be settled together"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_ANSWERED, of="whistle_case")),
    unless=(holds(CASE_SETTLED, of="whistle_case"),),
    then=obligation("whistle_case", bearer=ALL_TOGETHER),
    source=FOUR_STEPS,
)

CASE_DONE = Consequence(
    key="case-done",
    title=Text(zh="已办结", en="Settled"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=status("whistle_case"),
    source=FOUR_STEPS,
)

CASE_OVERDUE = Consequence(
    key="case-overdue",
    title=Text(zh="已逾期", en="Late"),
    when=(holds(IN_CHAIN, of="whistle_case"), holds(CASE_LATE, of="whistle_case")),
    then=status("whistle_case"),
    source=FOUR_STEPS,
)

# -- the certificate

HOLDS_CERTIFICATE = Circumstance(
    key="holds-certificate",
    title=Text(zh="已获得职业水平证书", en="Has gained the professional certificate"),
    holds=worker.has_certificate.is_(True),
    source=ALLOWANCE,
)

PAID_ALLOWANCE = Circumstance(
    key="paid-allowance",
    title=Text(zh="已有津贴", en="Is paid the allowance"),
    holds=HAS_ALLOWANCE,
    source=ALLOWANCE,
)

WORKER_HAS_ALLOWANCE = Consequence(
    key="worker-has-allowance",
    title=Text(zh="应给予职业津贴", en="Has a claim to the allowance"),
    when=(holds(HOLDS_CERTIFICATE, of="worker"),),
    then=entitlement("worker"),
    source=ALLOWANCE,
)

ALLOWANCE_UNPAID = Consequence(
    key="allowance-unpaid",
    title=Text(zh="应给予而未给予津贴", en="Has a claim to the allowance, and is not paid it"),
    when=(follows(WORKER_HAS_ALLOWANCE, of="worker"),),
    unless=(holds(PAID_ALLOWANCE, of="worker"),),
    then=status("worker"),
    source=ALLOWANCE,
)

# -- tasks, and who answers for them

TASK = Consequence(
    key="task",
    title=Text(zh="责任部门的任务", en="Task of whoever is responsible"),
    when=(judged(None, "failed", of="entity", rule="requirement", tier="breach"),),
    then=obligation("entity", rule="requirement"),
    source=HUANGJINLING.clause("七(一)23", evidence=("工作职责", "具体责任人")),
    note=Text(
        zh="未做到且构成违反的要求，是其责任部门的任务；没有写责任部门的，是对象自己的任务。",
        en="A requirement that is broken is a task of the office that is responsible; where none is named, of the "
        "entity itself.",
    ),
)

TASK_AHEAD = Consequence(
    key="task-ahead",
    title=Text(zh="尚未到期的任务", en="Task that is not due yet"),
    when=(judged(None, "failed", of="entity", rule="requirement", tier="warning", due="not-yet-due"),),
    then=obligation("entity", rule="requirement", key="task"),
    source=HUANGJINLING.clause("三", evidence=("2023年底",)),
)

TASK_OVERDUE = Consequence(
    key="task-overdue",
    title=Text(zh="任务逾期", en="The task is overdue"),
    when=(
        follows(TASK, of="entity", rule="requirement"),
        judged(None, "failed", of="entity", rule="requirement", tier="breach", due="overdue"),
    ),
    then=status("entity", rule="requirement"),
    source=HUANGJINLING.clause("三", evidence=("2023年底",)),
    note=Text(
        zh="各条没有写期限，只有三的目标写明2023年底：没有期限的任务不会逾期。",
        en="The items set no day. The goals of 三 alone have one, the end of 2023: a task without a day is never "
        "overdue.",
    ),
)

TO_LEADING_GROUP = Consequence(
    key="to-leading-group",
    title=Text(zh="逾期任务交领导小组", en="The overdue task goes to the leading group"),
    when=(follows(TASK_OVERDUE, of="entity", rule="requirement"),),
    then=escalation("entity", rule="requirement", bearer=LEADING_GROUP_OF_STREET),
    source=HUANGJINLING.clause("七(一)23", evidence=("领导小组", "切实解决困难和问题")),
)

ACCOUNTABILITY = Consequence(
    key="accountability",
    title=Text(zh="责任落实不到位，应予问责", en="A duty was not seen to: somebody is to be called to account"),
    when=(follows(TO_LEADING_GROUP, of="entity", rule="requirement"),),
    then=escalation("entity", rule="requirement", bearer=CALLED_TO_ACCOUNT),
    source=HUANGJINLING.clause("八31", evidence=("责任落实不到位", "严肃问责")),
    note=Text(
        zh="到期仍未做到，按责任落实不到位解读；如何问责原文未写。",
        en="What is not done when its day is over is read as a duty that was not seen to. How one is called to account "
        "is not said.",
    ),
)

ACCOUNTABILITY_FOR_FAULTS = Consequence(
    key="accountability-for-faults",
    title=Text(zh="有应问责的情形，应予问责", en="A ground was found: the community is to be called to account"),
    when=(judged(ACCOUNTABILITY_TRIGGERS, "failed", of="community"),),
    then=escalation("community", bearer=CALLED_TO_ACCOUNT),
    source=HUANGJINLING.clause("八31", evidence=("形式主义和官僚主义", "严肃问责")),
)
