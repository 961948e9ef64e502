"""What follows in Yancheng: communities without enough room, and communities that count as attaining the standard."""

from datetime import date

from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rulebooks.yancheng_2013_6.facilities import (
    COUNTY_GOVERNMENTS,
    FACILITY_ATTAINMENT_RATE,
    GAP_COMMUNITY,
    GAP_COMMUNITY_PLAN,
    MEETS_STANDARD,
)
from civic_rules.rules import (
    Circumstance,
    Consequence,
    escalation,
    follows,
    held,
    holds,
    judged,
    obligation,
    priority,
    status,
)
from civic_rules.text import Text

LACKS_ROOM_AND_DEVELOPMENT = Circumstance(
    key="lacks-room-and-development",
    title=Text(zh="用房不足且没有可依托的项目", en="Too little room, and no development that can supply it"),
    holds=GAP_COMMUNITY,
    source=YANCHENG.clause("三(六)", evidence=("达不到最低标准", "无法实现代建目标")),
)

ROOM_AND_SERVICES_COMPLETE = Circumstance(
    key="room-and-services-in-place",
    title=Text(zh="面积达标、服务齐备", en="Enough room and all basic services"),
    holds=MEETS_STANDARD,
    source=YANCHENG.clause("三(六)", evidence=("设施及功能达标率",)),
)

GAP_COMMUNITY_STATUS = Consequence(
    key="gap-community",
    title=Text(zh="缺口社区", en="Community without enough room"),
    when=(holds(LACKS_ROOM_AND_DEVELOPMENT, of="community"),),
    then=status(of="community"),
    source=YANCHENG.clause("三(六)", evidence=("达不到最低标准", "开发项目规模较小")),
)

GAP_PLAN_OWED = Consequence(
    key="gap-plan-owed",
    title=Text(zh="县（市、区）须提出该社区的解决方案", en="The county owes a solution for the community"),
    when=(follows(GAP_COMMUNITY_STATUS, of="community"), held("community", by="county")),
    then=obligation(of="county", about="community", bearer=(COUNTY_GOVERNMENTS,), due=date(2013, 3, 31)),
    source=YANCHENG.clause("三(六)", evidence=("2013年3月底前", "逐个社区", "解决方案")),
    note=Text(
        zh="义务一经成立就一直在；是否已经履行，由核查结果说明。",
        en="What is owed stays owed: whether it was done is what the finding says.",
    ),
)

GAP_PLAN_OVERDUE = Consequence(
    key="gap-plan-overdue",
    title=Text(zh="缺口社区方案逾期未提出", en="The solution for the community is overdue"),
    when=(
        follows(GAP_PLAN_OWED, of="county", about="community"),
        judged(GAP_COMMUNITY_PLAN, "failed", of="community", tier="breach", due="overdue"),
    ),
    then=status(of="county", about="community"),
    source=YANCHENG.clause("三(六)", evidence=("2013年3月底前", "解决方案")),
)

GAP_PLAN_TO_COMMITTEE = Consequence(
    key="gap-plan-to-committee",
    title=Text(zh="逾期方案交市社区委员会督促检查", en="The overdue solution goes to the city's committee"),
    when=(follows(GAP_PLAN_OVERDUE, of="county", about="community"), held("county", by="city")),
    then=escalation(
        of="city",
        about="community",
        bearer=(Text(zh="市社区委员会", en="the city's committee for community building"),),
    ),
    source=YANCHENG.clause("二(三)", evidence=("社区委员会", "督促检查")),
    note=Text(
        zh="文件把督促检查交给委员会，没有写明逾期如何上报；按督促检查的对象包括逾期事项解读。",
        en="The document gives supervision to the committee and names no way there. What is overdue is read as falling "
        "under it.",
    ),
)

COUNTS_TOWARD_ATTAINMENT = Consequence(
    key="counts-toward-attainment",
    title=Text(zh="计入设施及功能达标社区", en="Counts as a community that attains the standard"),
    when=(holds(ROOM_AND_SERVICES_COMPLETE, of="community"), held("community", by="city")),
    then=status(of="community", about="city"),
    source=YANCHENG.clause("三(六)", evidence=("设施及功能达标率", "95%以上")),
)

ATTAINMENT_PRIORITY = Consequence(
    key="attainment-priority",
    title=Text(zh="全市未达到95%，先补足该社区", en="The city is short of 95 %: this community comes first"),
    when=(
        judged(FACILITY_ATTAINMENT_RATE, "failed", of="city"),
        held("community", by="city"),
    ),
    unless=(follows(COUNTS_TOWARD_ATTAINMENT, of="community", about="city"),),
    then=priority(of="community", about="city"),
    source=YANCHENG.clause("三(六)", evidence=("设施及功能达标率", "95%以上")),
    note=Text(
        zh="文件没有写先后；只有补足未达标的社区，比例才会上升。",
        en="The document sets no order. The share rises by nothing but communities that do not attain it yet.",
    ),
)
