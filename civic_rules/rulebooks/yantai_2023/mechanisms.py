"""Clause 二(三), without the pledges: posts in grids, services beyond office hours, linked services, consultation."""

from civic_rules.expressions import all_of, choose, either, subject
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rulebooks.yantai_2023.readings import CONSULTATION_DAY_SHIFT, FLEXIBLE_HOURS_SCOPE
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

community = subject("community")
worker = subject("worker")

COMMUNITIES = Text(zh="社区", en="communities")

in_office = either(community.office_workers, community.staff.where(worker.post.is_("office")).count())
IN_GRIDS = either(community.grid_workers, community.staff.where(worker.post.is_("grid")).count())
OTHER_WORKERS = either(community.workers, community.staff.count()) - community.necessary_office_workers
SESSIONS = community.event_count("resident-consultation", "month")

MEASURE_13_FIXED_POST_GRID = Requirement(
    key="measure-13-fixed-post-grid",
    title=Text(zh="措施13：网格定岗机制", en="Measure 13: workers posted to grids"),
    must=community.arrangement("fixed-post-grid").in_place(),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(三)-13", evidence=("‘定岗网格’机制",)),
    wording=("推行",),
)

OFFICE_STAFF_MINIMUM = Requirement(
    key="office-staff-minimum",
    title=Text(zh="办公室只留必要人员", en="Only necessary staff stay in the office"),
    must=in_office <= community.necessary_office_workers,
    when=URBAN,
    modality=Modality.IN_PRINCIPLE,
    source=YANTAI.clause("二(三)-13", evidence=("原则上只保留", "必要工作人员")),
    wording=("原则上只保留",),
    note=Text(
        zh="必要人数没有规定，由社区自行申报。",
        en="The text has no figure for what is necessary: each community declares its own.",
    ),
)

WORKERS_IN_GRID = Requirement(
    key="workers-in-grid",
    title=Text(zh="其余工作者都在网格定岗", en="All other workers have a post in a grid"),
    must=IN_GRIDS / OTHER_WORKERS >= "100 %",
    when=all_of(URBAN, OTHER_WORKERS >= "1 worker"),
    modality=Modality.IN_PRINCIPLE,
    source=YANTAI.clause("二(三)-13", evidence=("全部常态下沉网格",)),
    wording=("原则上", "全部常态下沉"),
    note=Text(
        zh="“原则上”统领整句。常态指固定的岗位，偶尔入户不算。",
        en="“In principle” governs both halves of the sentence. A standing post is meant, not a visit now and then.",
    ),
)

FLEXIBLE_HOURS_SYSTEM = Requirement(
    key="flexible-hours-system",
    title=Text(zh="工作者实行弹性工时", en="Flexible working hours"),
    must=choose(
        FLEXIBLE_HOURS_SCOPE,
        community=community.arrangement("flexible-hours").in_place(),
        worker=community.staff.every(worker.has_flexible_hours.is_(True)),
    ),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(三)-14", evidence=("弹性工时制度",)),
    wording=("全面建立",),
    note=Text(zh="“全面”按每个社区理解，没有期限。", en="“Fully” is read as: in every community. There is no date."),
)

EXTENDED_HOURS_ARRANGEMENTS = Requirement(
    key="extended-hours-arrangements",
    title=Text(zh="延时服务的三种安排", en="Three arrangements for services beyond office hours"),
    must=community.arrangement("duty-arrangements").has_all("holiday-rota", "all-day-duty", "staggered-hours"),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(三)-14", evidence=("全日值班", "错时上下班", "节假日轮值")),
    covers=("measure-14-extended-hours",),
    wording=("实行",),
    note=Text(
        zh="三种都要有。全日值班的具体时间没有写明。",
        en="All three are asked for. The hours of all-day duty are not given.",
    ),
)

SERVICE_IN_TIME_OFF = Requirement(
    key="service-in-time-off",
    title=Text(zh="居民工休时有人服务", en="Service when residents are off work"),
    must=community.time_off_service > "0 hour / week",
    when=URBAN,
    modality=Modality.REPORTED,
    source=YANTAI.clause("二(三)-14", evidence=("利用工休时间",)),
    wording=("方便居民",),
    note=Text(
        zh="这是三种安排的目的。原文没有时数，数值仅供参考。",
        en="It is what the three arrangements are for. The text gives no hours: the figure is for information.",
    ),
)

MEASURE_16_LINKAGE = Requirement(
    key="measure-16-linkage",
    title=Text(zh="措施16：联动服务机制", en="Measure 16: mechanism of linked services"),
    must=community.arrangement("linked-services").in_place(),
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(三)-16", evidence=("健全联动服务机制",)),
    wording=("健全",),
    note=Text(
        zh="原文没有说明联动哪些方面。协商各条按语句顺序归在这里。",
        en="The text does not say what is linked. The rules on consultation stand here by the order of the sentences.",
    ),
)

SUNSHINE_17_ADOPTED = Requirement(
    key="sunshine-17-adopted",
    title=Text(zh="采用芝罘区的协商做法", en="The consultation practice of Zhifu District taken up"),
    must=community.arrangement("sunshine-17-consultation").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(三)-16", evidence=("推广芝罘区", "“阳光17议”")),
    wording=("推广",),
)

MONTHLY_CONSULTATION = Requirement(
    key="monthly-consultation",
    title=Text(zh="每月一次居民协商", en="A consultation of residents every month"),
    must=SESSIONS >= "1 event",
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-16", evidence=("每月定期", "说事议事活动")),
    wording=("推广", "每月定期"),
    note=Text(
        zh="看最近一个已结束的日历月。每月协商是所推广做法的内容，因此同样属于提倡。",
        en="The last calendar month that is over counts. The monthly session is part of the practice that is promoted, "
        "so it is promoted too.",
    ),
)

CONSULTATION_DAY = Requirement(
    key="consultation-day",
    title=Text(zh="协商固定在17日", en="The session held on the 17th"),
    must=choose(
        CONSULTATION_DAY_SHIFT,
        strict=community.event_count("resident-consultation", "month", on_day=17) >= "1 event",
        next_working_day=community.event_count("resident-consultation", "month", on_day=17, or_next_working_day=True)
        >= "1 event",
    ),
    # A month without any session is a matter of the rule before this one.
    when=all_of(URBAN, SESSIONS >= "1 event"),
    modality=Modality.IN_PRINCIPLE,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-16", evidence=("原则上每月17日",)),
    wording=("原则上每月17日",),
    note=Text(
        zh="法定节假日和调休不在判断之内，只看周六、周日。",
        en="Public holidays and shifted working days are not known: only Saturday and Sunday count as a weekend.",
    ),
)

CONSULTATION_AGENDA = Requirement(
    key="consultation-agenda",
    title=Text(zh="协商难点和重点问题", en="Sessions deal with difficult and key problems"),
    must=community.arrangement("sunshine-17-consultation").has_all("difficult-issues"),
    when=all_of(URBAN, community.arrangement("sunshine-17-consultation").in_place()),
    modality=Modality.ENCOURAGED,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-16", evidence=("难点重点问题",)),
    wording=("推广", "共同协商解决"),
)
