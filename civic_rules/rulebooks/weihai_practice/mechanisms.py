"""Paragraph 6: visits, reception, consultation, the call for departments, and the survey."""

from datetime import date

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    done_by,
    either,
    in_order,
    not_,
    quantity,
    reached,
    subject,
)
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
worker = subject("worker")
proposal = subject("proposal")
whistle = subject("whistle_case")

THREE_FORCES = (
    Text(zh="公安", en="public security"),
    Text(zh="市场监管", en="market supervision"),
    Text(zh="综合执法", en="comprehensive enforcement"),
)
COMMUNITY_WORKERS = (Text(zh="社区工作人员", en="community workers"),)
PROFESSIONAL_BODY = (Text(zh="专业机构", en="a professional body"),)

HOUSEHOLDS_ASSIGNED = either(community.assigned_households, community.staff.total(worker.assigned_households))
HOUSEHOLDS_VISITED = either(community.visited_households, community.staff.total(worker.visited_households))
SHOPS_ASSIGNED = either(community.assigned_shops, community.staff.total(worker.assigned_shops))
SHOPS_VISITED = either(community.visited_shops, community.staff.total(worker.visited_shops))

VISIT_NOTE = Text(
    zh="“每月”按上一个整日历月计算，“居民”按户计算：每户、每家商户都走访到才算做到。",
    en="The month is the last calendar month that is over, and residents are counted by household. It is done when "
    "every household and every shop was called on.",
)

CONSULTATION_ROUTE = Reading(
    key="consultation-route",
    title=Text(zh="哪类事项进哪个会？", en="Which matter goes to which meeting?"),
    options=(
        ReadingOption(
            key="by-name",
            title=Text(
                zh="按会议名称：小微事务进恳谈会，一般事务进议事会，重大事项进论证会",
                en="by their names: small matters to the talk, others to the council, major ones to the review",
            ),
        ),
        ReadingOption(
            key="any",
            title=Text(zh="三个会中任何一个都可以", en="any of the three meetings"),
        ),
    ),
    default="by-name",
    reason=Text(
        zh="原文只说按大小、难易和权限分类分层，没有划线；两个会的名称已写明小微和重大，其余进第三个会。",
        en="The text sorts by size, difficulty and authority and draws no line. Two of the meetings have small and "
        "major in their names, and what is left goes to the third.",
    ),
)

WHISTLE_PROMPTNESS = Reading(
    key="whistle-promptness",
    title=Text(zh="吹哨之后怎样才算第一时间？", en="What is at once, after the departments were called?"),
    options=(
        ReadingOption(key="answered-same-day", title=Text(zh="部门当天报到", en="the departments come that day")),
        ReadingOption(key="settled-same-day", title=Text(zh="当天办结", en="the matter is settled that day")),
    ),
    default=None,
    reason=Text(
        zh="原文没有天数，因此不设默认。",
        en="The text has no number of days, so none is taken unless a user chooses one.",
    ),
)

FRONTLINE_WORK_METHOD = Requirement(
    key="frontline-work-method",
    title=Text(zh="走出去，也把门打开", en="Going to residents, and an open door for them"),
    must=community.arrangement("frontline-work").has_all("visits", "open-door"),
    modality=Modality.REPORTED,
    wording=("全面推行",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("一线工作法", "上门与开门相结合")),
)

HOME_VISIT_FREQUENCY = Requirement(
    key="home-visit-frequency",
    title=Text(zh="分包住户月月走访到", en="Each household called on every month"),
    must=HOUSEHOLDS_VISITED / HOUSEHOLDS_ASSIGNED >= "100 %",
    when=HOUSEHOLDS_ASSIGNED > "0 household",
    modality=Modality.REPORTED,
    wording=("至少",),
    responsible=COMMUNITY_WORKERS,
    source=WEIHAI.clause("段6(机制创新)", evidence=("每月至少上门走访一次", "分包的居民和商户")),
    note=VISIT_NOTE,
)

HOME_VISIT_FREQUENCY_SHOPS = Requirement(
    key="home-visit-frequency-shops",
    title=Text(zh="分包商户月月走访到", en="Each shop called on every month"),
    must=SHOPS_VISITED / SHOPS_ASSIGNED >= "100 %",
    when=SHOPS_ASSIGNED > "0 shop",
    modality=Modality.REPORTED,
    wording=("至少",),
    responsible=COMMUNITY_WORKERS,
    source=WEIHAI.clause("段6(机制创新)", evidence=("每月至少上门走访一次", "分包的居民和商户")),
    note=VISIT_NOTE,
)

VISIT_FOLLOW_UP = Requirement(
    key="visit-follow-up",
    title=Text(zh="走访中的问题得到解决", en="Problems raised on visits are settled"),
    must=community.visit_problems_settled / community.visit_problems >= "100 %",
    when=community.visit_problems > "0 case",
    modality=Modality.REPORTED,
    wording=("研究解决",),
    responsible=COMMUNITY_WORKERS,
    source=WEIHAI.clause("段6(机制创新)", evidence=("及时研究解决",)),
    note=Text(zh="“及时”没有天数，不作计时。", en="In time has no number of days, so none is counted."),
)

OFFICE_MINIMISED_SERVICE_MAXIMISED = Requirement(
    key="office-minimised-service-maximised",
    title=Text(zh="办公面积让给服务", en="Smaller offices, larger rooms for service"),
    must=community.arrangement("service-first-premises").in_place(),
    modality=Modality.REPORTED,
    wording=("实施", "按照"),
    source=WEIHAI.clause("段6(机制创新)", evidence=("办公最小化", "服务最大化", "去行政化")),
    note=Text(zh="原文没有面积比例。", en="The text gives no split of the floor area."),
)

COMMUNITY_LIVING_ROOM = Requirement(
    key="community-living-room",
    title=Text(zh="社区有会客厅", en="Living room of the community"),
    must=community.arrangement("living-room").in_place(),
    modality=Modality.REPORTED,
    wording=("建设",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("社区会客厅",)),
)

DUTY_ARRANGEMENTS = Requirement(
    key="duty-arrangements",
    title=Text(zh="三种接待安排", en="Three arrangements for receiving residents"),
    must=community.arrangement("duty-arrangements").has_all("all-day-duty", "rotating-reception", "staggered-hours"),
    modality=Modality.REPORTED,
    wording=("实行",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("全日值班", "轮流坐班", "错时上下班")),
)

THREE_MEETINGS = Requirement(
    key="three-meetings",
    title=Text(zh="协商的三种会议", en="Three meetings for consultation"),
    must=community.arrangement("tiered-consultation").has_all(
        "major-matters-review", "party-mass-council", "small-matters-talk"
    ),
    modality=Modality.REPORTED,
    wording=("深化",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("三会", "小微事务恳谈会", "重大事项论证会", "社区党群议事会")),
    note=Text(
        zh="与盐城的四种会议不是一套。",
        en="It is another set than the four meetings of Yancheng.",
    ),
)

CONSULTATION_INPUTS = Requirement(
    key="consultation-inputs",
    title=Text(zh="进入协商的三类事项", en="Three kinds of matter taken into consultation"),
    must=community.arrangement("consultation-inputs").has_all("small-wishes", "small-proposals", "disputes"),
    modality=Modality.REPORTED,
    wording=("征集",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("微心愿", "小提案", "矛盾纠纷")),
)

CONSULTATION_ROUTING = Requirement(
    key="consultation-routing",
    title=Text(zh="事项按分量进会", en="Each matter goes to the meeting that fits its weight"),
    must=choose(
        CONSULTATION_ROUTE,
        by_name=any_of(
            all_of(proposal.scale.is_("small"), proposal.meeting.is_("small-matters-talk")),
            all_of(proposal.scale.is_("middle"), proposal.meeting.is_("party-mass-council")),
            all_of(proposal.scale.is_("major"), proposal.meeting.is_("major-matters-review")),
        ),
        any=proposal.meeting.is_("small-matters-talk", "party-mass-council", "major-matters-review"),
    ),
    modality=Modality.REPORTED,
    wording=("分类分层",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("事情大小", "难易程度", "职责权限", "分类分层协商")),
    note=Text(
        zh="分级由处理的人按三项标准给出，原文没有划线。",
        en="Whoever handles the matter grades it by the three criteria. The text draws no line.",
    ),
)

CONSULTATION_PUBLICATION = Requirement(
    key="consultation-publication",
    title=Text(zh="协商情况向居民公开", en="Residents are told of each consultation"),
    must=reached(proposal.published),
    when=reached(proposal.discussed),
    modality=Modality.REPORTED,
    wording=("公开",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("及时公开有关情况",)),
    note=Text(
        zh="公开的是有关情况，不只是结果；“及时”没有天数。",
        en="What is published is wider than the outcome. In time has no number of days.",
    ),
)

WHISTLE_RESPONSE = Requirement(
    key="whistle-response",
    title=Text(zh="社区吹哨，部门报到，共同办结", en="The community calls, departments come, the matter is settled"),
    must=in_order(whistle.whistled, whistle.answered, whistle.settled),
    when=whistle.exceeds_community.is_(True),
    modality=Modality.REPORTED,
    wording=("健全",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("吹哨报到", "快速响应机制", "协调联动")),
    note=Text(
        zh="三步的名称是我们对这一说法的理解；是否及时另行判断。",
        en="The names of the three steps are our reading of the label. Whether it was at once is a rule of its own.",
    ),
)

WHISTLE_PROMPTNESS_KEPT = Requirement(
    key="whistle-promptness-kept",
    title=Text(zh="吹哨事项第一时间解决", en="What departments were called for is settled at once"),
    must=choose(
        WHISTLE_PROMPTNESS,
        answered_same_day=done_by(whistle.answered, day=whistle.whistled.on),
        settled_same_day=done_by(whistle.settled, day=whistle.whistled.on),
    ),
    when=all_of(whistle.exceeds_community.is_(True), reached(whistle.whistled)),
    modality=Modality.REPORTED,
    wording=("健全",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("快速响应机制", "第一时间解决")),
    note=Text(
        zh="原文没有天数；选定之前无法判断。",
        en="The text has no number of days. Nothing can be told until one is chosen.",
    ),
)

FORCES_SENT_DOWN = Requirement(
    key="forces-sent-down",
    title=Text(zh="三支力量到社区", en="Three forces come to the community"),
    must=community.forces.includes_all("public-security", "market-supervision", "comprehensive-enforcement"),
    modality=Modality.REPORTED,
    wording=("推动",),
    responsible=THREE_FORCES,
    source=WEIHAI.clause("段6(机制创新)", evidence=("公安", "市场监管", "综合执法", "下沉社区")),
    note=Text(
        zh="名单是开放的，可以更多。",
        en="The list is open, so that others may come too.",
    ),
)

STATIONED_OFFICE_OR_LIAISON = Requirement(
    key="stationed-office-or-liaison",
    title=Text(
        zh="每支力量有驻点或有专人",
        en="An office or a person to turn to for each force",
    ),
    must=all_of(
        any_of(
            community.forces.includes_none("public-security"),
            community.stationed_offices.includes_all("public-security"),
            community.liaisons.includes_all("public-security"),
        ),
        any_of(
            community.forces.includes_none("market-supervision"),
            community.stationed_offices.includes_all("market-supervision"),
            community.liaisons.includes_all("market-supervision"),
        ),
        any_of(
            community.forces.includes_none("comprehensive-enforcement"),
            community.stationed_offices.includes_all("comprehensive-enforcement"),
            community.liaisons.includes_all("comprehensive-enforcement"),
        ),
    ),
    when=not_(
        community.forces.includes_none("public-security", "market-supervision", "comprehensive-enforcement"),
    ),
    modality=Modality.REPORTED,
    wording=("设置",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("派驻机构或联络员",)),
    note=Text(
        zh="只看已下沉的力量，两种形式有一种即可。",
        en="Only forces that come are asked for, and one of the two forms is enough.",
    ),
)

THIRD_PARTY_SURVEY = Requirement(
    key="third-party-survey",
    title=Text(zh="第三方电话调查满意度", en="Telephone survey of satisfaction by a third party"),
    must=city.arrangement("satisfaction-survey").has_all("professional-body", "telephone-survey"),
    modality=Modality.REPORTED,
    wording=("委托",),
    responsible=PROFESSIONAL_BODY,
    source=WEIHAI.clause("段6(机制创新)", evidence=("群众满意度为标尺", "委托专业机构", "电话调查")),
    note=Text(
        zh="多久一次原文未写；所报数字是年度的。",
        en="How often is not said. The figure that is reported is one of a year.",
    ),
)

SERVICE_SATISFACTION_2021 = Benchmark(
    key="service-satisfaction-2021",
    title=Text(zh="2021年社区服务满意度", en="Satisfaction with community services in 2021"),
    value=quantity("96.6 %"),
    measures=city.service_satisfaction,
    own_until=city.satisfaction_until,
    direction=Direction.HIGHER,
    rounded_to=0.1,
    since=date(2021, 1, 1),
    until=date(2021, 12, 31),
    wording=("达到",),
    source=WEIHAI.clause("段6(机制创新)", evidence=("2021年度", "满意度达到96.6%")),
    note=Text(
        zh="是满意人数的比例还是平均得分，原文未写。",
        en="Whether it is a share of people or a mean score is not said.",
    ),
)
