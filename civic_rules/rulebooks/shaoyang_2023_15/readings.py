"""Readings of the goals and tasks: where the text leaves a choice, and what is taken."""

from civic_rules.expressions import Reading, ReadingOption
from civic_rules.text import Text

FACILITY_AREA_LEVEL = Reading(
    key="facility-area-level",
    title=Text(
        zh="每百户43平方米以全市合计判断，还是每个社区都要达到？",
        en="Is 43 m² per 100 households the figure of the whole city, or of every single community?",
    ),
    options=(
        ReadingOption(key="city", title=Text(zh="全市合计", en="the whole city")),
        ReadingOption(key="community", title=Text(zh="每个社区", en="every community")),
    ),
    default="city",
    reason=Text(
        zh="这是全市发展目标中的一项，原文没有写“每个社区”。",
        en="It stands among the goals of the city, and the text does not say every community.",
    ),
)

ACTIVITY_AREA_LEVEL = Reading(
    key="activity-area-level",
    title=Text(
        zh="居民活动区域60%以全市合计判断，还是每个社区都要达到？",
        en="Are the 60 % for residents' activities those of the whole city, or of every single facility?",
    ),
    options=(
        ReadingOption(key="city", title=Text(zh="全市合计", en="the whole city")),
        ReadingOption(key="community", title=Text(zh="每个有综合服务设施的社区", en="every community with a facility")),
    ),
    default="city",
    reason=Text(
        zh="这是全市发展目标中的一项，原文没有写“每个设施”。",
        en="It stands among the goals of the city, and the text does not say every facility.",
    ),
)

NEW_BUILD_LEVEL = Reading(
    key="new-build-share-level",
    title=Text(
        zh="新建社区设施面积10%，每个新建社区都要达到，还是以全市新建社区合计判断？",
        en="Are the 10 % those of every new community, or of all new communities of the city together?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="每个新建社区", en="every new community")),
        ReadingOption(key="city", title=Text(zh="全市新建社区合计", en="all new communities of the city")),
    ),
    default="community",
    reason=Text(
        zh="任务中要求确保新建社区面积达标，平均数不能代替。",
        en="A task wants the area of new communities ensured, and an average does not answer that.",
    ),
)

WORKER_DENSITY_AREA = Reading(
    key="worker-density-area",
    title=Text(
        zh="每万人18名社区工作者在哪一级计算？",
        en="Over which area are the 18 workers for each 10,000 residents counted?",
    ),
    options=(
        ReadingOption(key="city", title=Text(zh="全市", en="the whole city")),
        ReadingOption(key="county", title=Text(zh="每个县（市、区）", en="each county")),
        ReadingOption(key="community", title=Text(zh="每个城市社区", en="each urban community")),
    ),
    default="city",
    reason=Text(
        zh="这是全市发展目标中的一项，人口是全市城镇人口。",
        en="It stands among the goals of the city, and the people are the urban population of the city.",
    ),
)

SELF_SERVICE_UNIT = Reading(
    key="self-service-unit",
    title=Text(
        zh="城市政务自助服务全覆盖，以城市社区计还是以街道计？",
        en="Is self-service everywhere when each urban community has it, or each street with urban communities?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="城市社区", en="urban communities")),
        ReadingOption(key="street", title=Text(zh="有城市社区的街道（乡镇）", en="streets with urban communities")),
    ),
    default="community",
    reason=Text(
        zh="原文没有写明单位；同一句的其他覆盖率以社区或其设施计。",
        en="The text names no unit. The other coverage rates of the sentence are those of communities.",
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
        zh="工作者按城市社区统计，两边应指同一片居民；口径与其他文件一致。",
        en="The workers are those of urban communities, so both sides of the ratio are to mean the same people. Other "
        "documents with the same ratio are read alike.",
    ),
)

ELDERLY_LAND_AREA = Reading(
    key="elderly-land-area",
    title=Text(
        zh="养老设施人均用地在多大的范围内计算？",
        en="Over which area is the land for the care of the elderly divided by the people?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="本社区", en="the community")),
        ReadingOption(key="street", title=Text(zh="所在镇街", en="its street or town")),
        ReadingOption(key="county", title=Text(zh="所在县（市、区）", en="its county")),
    ),
    default="community",
    reason=Text(
        zh="原文只写分区分级，没有写明范围；设施是社区的，取本社区。",
        en="The text speaks of areas and tiers and names none. The facilities are those of communities: the "
        "community is taken.",
    ),
)

ABOUT_FIGURE = Reading(
    key="about-figure",
    title=Text(
        zh="“左右”允许多大的出入？",
        en="How far may a number be from a figure that the text gives as about?",
    ),
    options=(
        ReadingOption(key="within-one", title=Text(zh="上下各差一个以内", en="one more or one less")),
        ReadingOption(key="one-less", title=Text(zh="最多少一个，多不限", en="at most one less, and any number more")),
        ReadingOption(key="at-least", title=Text(zh="不少于该数", en="no less than the figure")),
    ),
    default="within-one",
    reason=Text(
        zh="“左右”两边都有余地，原文没有写多大；数目小，取一个。",
        en="About leaves room on both sides, and the text does not say how much. The figures are small: one is taken.",
    ),
)

DRILL_PERIOD = Reading(
    key="drill-period",
    title=Text(
        zh="避难演练和自救宣传多久一次才算定期？",
        en="How often are drills and publicity to be held to count as regular?",
    ),
    options=(
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default=None,
    reason=Text(
        zh="原文没有次数，须由使用者选定。",
        en="The text gives no figure, so the user has to choose.",
    ),
)

TRAVEL_MODE = Reading(
    key="travel-mode",
    title=Text(
        zh="生活圈、健身圈的分钟数按哪种出行方式计？",
        en="For which way of travel do the minutes of a living or fitness circle hold?",
    ),
    options=(
        ReadingOption(key="as-recorded", title=Text(zh="登记的方式", en="the way that is on record")),
        ReadingOption(key="on-foot", title=Text(zh="步行", en="on foot")),
    ),
    default="as-recorded",
    reason=Text(
        zh="原文没有写出行方式，通常指步行；不据此否定登记的时间。",
        en="The text names none. Walking is customary, but that is no reason to reject a time that is on record.",
    ),
)

CIRCLE_REACH = Reading(
    key="circle-reach",
    title=Text(
        zh="生活圈、健身圈要覆盖全部居民吗？",
        en="Does a living or fitness circle have to take in every resident?",
    ),
    options=(
        ReadingOption(key="as-meant", title=Text(zh="看设定的到达时间", en="the time that is meant to do")),
        ReadingOption(key="all-residents", title=Text(zh="全部居民在时间之内", en="every resident is within the time")),
    ),
    default="as-meant",
    reason=Text(
        zh="原文只有分钟数，没有居民比例。",
        en="The text has the minutes alone and no share of residents.",
    ),
)

SCIENCE_OCCASIONS = Reading(
    key="science-occasions",
    title=Text(
        zh="科技活动周和全国科普日都要有活动，还是有一次即可？",
        en="Is there to be an activity in the science week and one on the popular-science day, or is one enough?",
    ),
    options=(
        ReadingOption(key="both", title=Text(zh="两个时段各一次", en="one on each occasion")),
        ReadingOption(key="either", title=Text(zh="有一次即可", en="one on either occasion")),
    ),
    default="both",
    reason=Text(
        zh="原文并列两个时段，没有写“或”。",
        en="The text names both occasions side by side and does not say or.",
    ),
)

OFFICER_COUNT = Reading(
    key="disaster-officer-count",
    title=Text(
        zh="每村（社区）1名灾害信息员，是至少一名还是只设一名？",
        en="Is one disaster information officer for each community the least, or the exact number?",
    ),
    options=(
        ReadingOption(key="at-least", title=Text(zh="至少一名", en="at least one")),
        ReadingOption(key="exactly", title=Text(zh="正好一名", en="exactly one")),
    ),
    default="at-least",
    reason=Text(
        zh="要求的是处处都有人负责，多设不妨碍。",
        en="Somebody is wanted everywhere, and more people do no harm to that.",
    ),
)

POLICE_AREA = Reading(
    key="police-area",
    title=Text(
        zh="“一区一警”的“区”是社区还是警务区？",
        en="Is the area that has a police officer the community, or the police area?",
    ),
    options=(
        ReadingOption(key="community", title=Text(zh="社区", en="the community")),
        ReadingOption(key="police-area", title=Text(zh="警务区", en="the police area to which it belongs")),
    ),
    default="community",
    reason=Text(
        zh="同一句中与它并列的是“一村一辅警”，以村为单位，这里相应取社区。",
        en="Beside it stands one auxiliary officer for each village, so the community is taken here.",
    ),
)
