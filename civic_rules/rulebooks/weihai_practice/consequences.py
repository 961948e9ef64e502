"""What follows in Weihai: where a proposal goes, how far a call for departments has come, what evaluations are for.

The document is a report and binds nobody: what follows is how a thing stands in Weihai's practice, and no duty.
"""

from civic_rules.expressions import choose, reached, subject
from civic_rules.indicators import LATE
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rulebooks.weihai_practice.mechanisms import CONSULTATION_ROUTE, CONSULTATION_ROUTING
from civic_rules.rules import Circumstance, Consequence, follows, holds, judged, status
from civic_rules.text import Text

county = subject("county")
proposal = subject("proposal")
whistle = subject("whistle_case")

BY_WEIGHT = WEIHAI.clause("段6(机制创新)", evidence=("事情大小", "难易程度", "职责权限", "分类分层协商"))
CALLED = WEIHAI.clause("段6(机制创新)", evidence=("吹哨报到", "协调联动"))
AT_ONCE = WEIHAI.clause("段6(机制创新)", evidence=("吹哨报到", "第一时间解决"))

# -- evaluation of units by communities

UNITS_EVALUATED = Circumstance(
    key="units-evaluated",
    title=Text(zh="社区已评议相关单位", en="Communities have evaluated the units"),
    holds=reached(county.units_evaluated),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("以下评上",)),
)

EVALUATION_USED = Circumstance(
    key="evaluation-used",
    title=Text(zh="评议结果已纳入年度综合考核", en="The yearly assessment has used the results"),
    holds=reached(county.evaluation_used),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("年度综合考核",)),
)

EVALUATION_FOR_ASSESSMENT = Consequence(
    key="evaluation-for-assessment",
    title=Text(zh="评议结果进入年度综合考核", en="The results go into the yearly assessment"),
    when=(holds(UNITS_EVALUATED, of="county"),),
    then=status(of="county"),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("以下评上", "年度综合考核")),
)

EVALUATION_STILL_UNUSED = Consequence(
    key="evaluation-still-unused",
    title=Text(zh="评议结果尚未纳入考核", en="The yearly assessment has not used the results yet"),
    when=(follows(EVALUATION_FOR_ASSESSMENT, of="county"),),
    unless=(holds(EVALUATION_USED, of="county"),),
    then=status(of="county"),
    source=WEIHAI.clause("段5(减负赋权)", evidence=("年度综合考核",)),
)

# -- the three meetings

SMALL_MATTER = Circumstance(
    key="small-matter",
    title=Text(zh="小微事务", en="Small matter"),
    holds=choose(CONSULTATION_ROUTE, by_name=proposal.scale.is_("small"), any=False),
    source=BY_WEIGHT,
)

COMMON_MATTER = Circumstance(
    key="common-matter",
    title=Text(zh="一般事务", en="Matter of middle weight"),
    holds=choose(CONSULTATION_ROUTE, by_name=proposal.scale.is_("middle"), any=False),
    source=BY_WEIGHT,
)

MAJOR_MATTER = Circumstance(
    key="major-matter",
    title=Text(zh="重大事项", en="Major matter"),
    holds=choose(CONSULTATION_ROUTE, by_name=proposal.scale.is_("major"), any=False),
    source=BY_WEIGHT,
)

ROUTE_TO_TALK = Consequence(
    key="route-to-talk",
    title=Text(zh="进小微事务恳谈会", en="Goes to the talk on small matters"),
    when=(holds(SMALL_MATTER, of="proposal"),),
    then=status(of="proposal"),
    source=WEIHAI.clause("段6(机制创新)", evidence=("小微事务恳谈会", "分类分层协商")),
)

ROUTE_TO_COUNCIL = Consequence(
    key="route-to-council",
    title=Text(zh="进社区党群议事会", en="Goes to the council of party and residents"),
    when=(holds(COMMON_MATTER, of="proposal"),),
    then=status(of="proposal"),
    source=WEIHAI.clause("段6(机制创新)", evidence=("社区党群议事会", "分类分层协商")),
)

ROUTE_TO_REVIEW = Consequence(
    key="route-to-review",
    title=Text(zh="进重大事项论证会", en="Goes to the review of major matters"),
    when=(holds(MAJOR_MATTER, of="proposal"),),
    then=status(of="proposal"),
    source=WEIHAI.clause("段6(机制创新)", evidence=("重大事项论证会", "分类分层协商")),
)

MISROUTED = Consequence(
    key="misrouted",
    title=Text(zh="进了别的会议", en="Went to another meeting"),
    when=(judged(CONSULTATION_ROUTING, "failed", of="proposal"),),
    then=status(of="proposal"),
    source=BY_WEIGHT,
)

# -- a call for the departments

EXCEEDS_COMMUNITY = Circumstance(
    key="exceeds-community",
    title=Text(zh="社区解决不了", en="The community cannot settle it"),
    holds=whistle.exceeds_community.is_(True),
    source=WEIHAI.clause("段6(机制创新)", evidence=("社区解决不了",)),
)

CASE_CALLED = Circumstance(
    key="case-called",
    title=Text(zh="已吹哨", en="The departments were called"),
    holds=reached(whistle.whistled),
    source=CALLED,
)

CASE_ANSWERED = Circumstance(
    key="case-answered",
    title=Text(zh="部门已报到", en="The departments have come"),
    holds=reached(whistle.answered),
    source=CALLED,
)

CASE_SETTLED = Circumstance(
    key="case-settled",
    title=Text(zh="已办结", en="The matter is settled"),
    holds=reached(whistle.settled),
    source=AT_ONCE,
)

CASE_LATE = Circumstance(
    key="case-late",
    title=Text(zh="逾期未办结或逾期办结", en="Not settled in time"),
    holds=LATE,
    source=AT_ONCE,
    note=Text(
        zh="“第一时间”没有天数：以为该事项定下的时限为准，没有定时限的，无法判断。",
        en="At once has no number of days. The time that was set for the case counts; where none was, nothing is told.",
    ),
)

WHISTLE_TO_CALL = Consequence(
    key="whistle-to-call",
    title=Text(zh="待吹哨", en="The departments are to be called"),
    when=(holds(EXCEEDS_COMMUNITY, of="whistle_case"),),
    unless=(holds(CASE_CALLED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=status(of="whistle_case"),
    source=CALLED,
)

WHISTLE_TO_ANSWER = Consequence(
    key="whistle-to-answer",
    title=Text(zh="已吹哨，待报到", en="Called, and the departments are to come"),
    when=(holds(CASE_CALLED, of="whistle_case"),),
    unless=(holds(CASE_ANSWERED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=status(of="whistle_case"),
    source=CALLED,
)

WHISTLE_TO_SETTLE = Consequence(
    key="whistle-to-settle",
    title=Text(zh="已报到，待办结", en="The departments have come, and the matter is to be settled"),
    when=(holds(CASE_ANSWERED, of="whistle_case"),),
    unless=(holds(CASE_SETTLED, of="whistle_case"),),
    then=status(of="whistle_case"),
    source=AT_ONCE,
)

WHISTLE_SETTLED = Consequence(
    key="whistle-settled",
    title=Text(zh="已办结", en="The call has led to a settlement"),
    when=(holds(CASE_CALLED, of="whistle_case"), holds(CASE_SETTLED, of="whistle_case")),
    then=status(of="whistle_case"),
    source=AT_ONCE,
)

WHISTLE_LATE = Consequence(
    key="whistle-late",
    title=Text(zh="吹哨事项逾期", en="The called matter is late"),
    when=(holds(CASE_CALLED, of="whistle_case"), holds(CASE_LATE, of="whistle_case")),
    then=status(of="whistle_case"),
    source=AT_ONCE,
)
