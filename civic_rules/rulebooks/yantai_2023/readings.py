"""Readings: where the text leaves a choice, and what is taken; and remarks that several rules share."""

from civic_rules.expressions import Reading, ReadingOption
from civic_rules.text import Text

TITLE_ALONE = Text(
    zh="解读只列出措施名称，没有可以检验的内容。",
    en="The text gives the name of the measure and nothing that could be tested.",
)

RED_PROPERTY_UNIT = Reading(
    key="party-led-property-unit",
    title=Text(
        zh="物业党建工程的全面实施以社区、小区还是物业公司计？",
        en="Is the party-led property project everywhere when each community has it, each compound, or each company?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="每个社区", en="each community")),
        ReadingOption(
            key="compound",
            title=Text(zh="社区内每个有物业管理的小区", en="each compound of a community that a company manages"),
        ),
        ReadingOption(key="company", title=Text(zh="社区内每家物业公司", en="each property company of a community")),
    ),
    default="community",
    reason=Text(
        zh="原文没有写明单位；这些措施都是对社区提出的。",
        en="The text names no unit. Its measures are all measures for communities.",
    ),
)

FLEXIBLE_HOURS_SCOPE = Reading(
    key="flexible-hours-scope",
    title=Text(
        zh="弹性工时的全面建立以社区计还是以人计？",
        en="Are flexible hours everywhere when each community has the system, or each worker the hours?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="每个社区建立制度", en="each community has the system")),
        ReadingOption(key="worker", title=Text(zh="每名工作者实行弹性工时", en="each worker has flexible hours")),
    ),
    default="community",
    reason=Text(
        zh="要建立的是制度；谁按弹性工时工作由社区安排。",
        en="A system is what is to be set up. Who works by it is left to the community.",
    ),
)

VOLUNTEERING_PERIOD = Reading(
    key="volunteering-period",
    title=Text(
        zh="志愿服务多久一次才算经常？",
        en="How often have volunteers to be active for their service to count as regular?",
    ),
    options=(
        ReadingOption(key="week", title=Text(zh="每周", en="every week")),
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
    ),
    default=None,
    reason=Text(
        zh="原文没有次数，也没有别的规定可以参照，须由使用者选定。",
        en="The text gives no figure, and nothing else that binds gives one. The user has to choose.",
    ),
)

MECHANISM_LEVEL = Reading(
    key="platform-mechanism-level",
    title=Text(
        zh="四项平台机制由市级建立还是由各社区建立？",
        en="Are the four mechanisms on the platform the city's, or each community's own?",
    ),
    options=(
        ReadingOption(key="city", title=Text(zh="全市", en="the city's")),
        ReadingOption(key="community", title=Text(zh="每个城市社区", en="each urban community's")),
    ),
    default="city",
    reason=Text(
        zh="原文没有写明层级。机制依托的平台，上一句规定由市级建设。",
        en="The text names no level. The sentence before has the city build the platform on which they run.",
    ),
)

PLEDGE_YEAR = Reading(
    key="pledge-year",
    title=Text(
        zh="每年一次的承诺看哪一年？",
        en="Of which year is the yearly pledge asked on the day of an audit?",
    ),
    options=(
        ReadingOption(key="last-full-year", title=Text(zh="上一个完整年度", en="the last full year")),
        ReadingOption(key="current-year", title=Text(zh="审计当年", en="the year of the audit so far")),
        ReadingOption(
            key="either-year",
            title=Text(zh="上一个完整年度或审计当年", en="the last full year, or the year of the audit so far"),
        ),
    ),
    default="last-full-year",
    reason=Text(
        zh="当年尚未结束时，没有承诺还不能算缺漏；已结束的年度才能判断。",
        en="As long as a year is not over, nothing is missed in it. A year that is over can be judged.",
    ),
)

CONSULTATION_DAY_SHIFT = Reading(
    key="consultation-day-on-weekends",
    title=Text(
        zh="17日遇周末时，可否顺延？",
        en="May the session of the 17th move where that day falls on a weekend?",
    ),
    options=(
        ReadingOption(key="strict", title=Text(zh="只认17日当天", en="only the 17th itself counts")),
        ReadingOption(
            key="next-working-day",
            title=Text(zh="17日，遇周末也可在其后的周一", en="the 17th, or the Monday after it where it is a weekend"),
        ),
    ),
    default="strict",
    reason=Text(
        zh="原文没有写顺延；“原则上”已允许例外，另选日期只作提示。",
        en="The text provides for no move. It says “in principle”, so another day is only a warning anyway.",
    ),
)

DENSITY_AREA = Reading(
    key="worker-density-area",
    title=Text(
        zh="每万人配备18人在哪一级计算？",
        en="Over which area are the 18 workers for each 10,000 residents counted?",
    ),
    options=(
        ReadingOption(key="city", title=Text(zh="全市", en="the whole city")),
        ReadingOption(key="county", title=Text(zh="每个县（市、区）", en="each county")),
        ReadingOption(key="community", title=Text(zh="每个城市社区", en="each urban community")),
    ),
    default="city",
    reason=Text(
        zh="同一句另给每个社区规定人数下限，可见万人比例按区域计算；区域未写明，取全市。",
        en="The same sentence has a floor of its own for each community, so the ratio is one of an area. The area is "
        "not named: the city is taken.",
    ),
)

WORKERS_COUNTED = Reading(
    key="workers-counted",
    title=Text(
        zh="配备标准按在岗人数还是核定人数判断？",
        en="Is the standard held against workers in post, or against workers approved?",
    ),
    options=(
        ReadingOption(key="in-post", title=Text(zh="在岗人数", en="workers in post")),
        ReadingOption(key="approved", title=Text(zh="核定人数", en="workers approved")),
    ),
    default="in-post",
    reason=Text(
        zh="标准用于核定总量，另有一条单独判断；居民见到的和各地通报的都是在岗人数。",
        en="The standard serves to approve a total, which a rule of its own judges. People in post are whom residents "
        "meet and whom cities report.",
    ),
)

URBAN_POPULATION = Reading(
    key="urban-population",
    title=Text(
        zh="城镇常住人口取哪个数？",
        en="Which figure is the permanent urban population?",
    ),
    options=(
        ReadingOption(
            key="communities",
            title=Text(zh="各城市社区常住居民之和", en="the permanent residents of all urban communities"),
        ),
        ReadingOption(key="statistic", title=Text(zh="官方统计数", en="the figure of official statistics")),
    ),
    default="communities",
    reason=Text(
        zh="工作者为城市社区配备，两边应指同一片居民。",
        en="The workers are for urban communities, so both sides of the ratio are to mean the same people.",
    ),
)

APPROVED_TOTAL = Reading(
    key="approved-total-method",
    title=Text(
        zh="核定总量时，两个标准在全市合并比较还是逐个社区比较？",
        en="Are the two standards of the approved total compared for the city, or community by community?",
    ),
    options=(
        ReadingOption(
            key="area-and-floor",
            title=Text(
                zh="全市的万人比例和各社区下限合计，两者取大",
                en="the greater of the city's ratio and all floors together",
            ),
        ),
        ReadingOption(
            key="by-community",
            title=Text(zh="逐个社区取大者后相加", en="the greater of the two for each community, added up"),
        ),
    ),
    default="area-and-floor",
    reason=Text(
        zh="原文以“且”并列两个标准，没有要求逐个社区按万人比例核定。后一种算法的结果不会更小。",
        en="The text joins two standards by “and” and does not ask for the ratio in each community. The other way "
        "never gives less.",
    ),
)
