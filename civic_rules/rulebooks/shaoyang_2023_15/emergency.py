"""Clause 四(五)13: emergency management in villages and urban communities alike."""

from civic_rules.expressions import Reading, ReadingOption, all_of, any_of, choose, not_, subject
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    CIVIL_AFFAIRS,
    COMMERCE,
    EMERGENCY_MANAGEMENT,
    FORESTRY,
    PUBLIC_SECURITY,
    TRANSPORT,
    WATER,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")

EMERGENCY = (
    EMERGENCY_MANAGEMENT,
    CIVIL_AFFAIRS,
    PUBLIC_SECURITY,
    TRANSPORT,
    WATER,
    FORESTRY,
    COMMERCE,
)

FOREST_FIRE_DRILL_SCOPE = Reading(
    key="forest-fire-drill-scope",
    title=Text(
        zh="森林防灭火演练是否只要求有林地的社区？",
        en="Is a forest-fire drill asked only of communities with forest?",
    ),
    options=(
        ReadingOption(key="where-forest", title=Text(zh="有林地的社区", en="communities with forest")),
        ReadingOption(key="everywhere", title=Text(zh="所有社区", en="all communities")),
    ),
    default="where-forest",
    reason=Text(
        zh="原文并列各类演练，没有写范围；没有林地的社区演练无从谈起。",
        en="The text lists the drills side by side and names no scope. A community without forest has none to protect.",
    ),
)

EMERGENCY_PREVENTION_GRID = Requirement(
    key="emergency-prevention-grid",
    title=Text(zh="社区有应急防控网格", en="Grid for the prevention of emergencies"),
    must=community.arrangement("emergency-grid").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("应急管理防控网格",)),
    wording=("建立",),
)

SAFETY_WORK_LIST = Requirement(
    key="safety-work-list",
    title=Text(zh="九项安全工作", en="Nine kinds of safety work"),
    must=community.arrangement("safety-work").has_all(
        "enterprises-and-crowds",
        "safety-training",
        "traffic-publicity",
        "hazard-screening",
        "fire-use",
        "electricity",
        "gas",
        "earthquake",
        "flood",
    ),
    # The safety of enterprises and crowded places is only to be strengthened.
    breach_when=not_(
        community.arrangement("safety-work").has_all(
            "safety-training",
            "traffic-publicity",
            "hazard-screening",
            "fire-use",
            "electricity",
            "gas",
            "earthquake",
            "flood",
        )
    ),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("人员密集场所", "用气、用电、用火", "防洪防涝、抗震")),
    wording=("开展", "做好"),
    note=Text(
        zh="列举未穷尽，九项为最少；没有频次。企业和密集场所安全只是加强，缺它只作提醒。",
        en="The list is open, and the nine named are the least. No figure says how often. The safety of enterprises "
        "and crowded places is only to be strengthened: its lack is a warning.",
    ),
)

EMERGENCY_FIVE_ELEMENTS = Requirement(
    key="emergency-five-elements",
    title=Text(zh="组织、责任、预案、制度、风险图", en="Organisation, duties, plans, rules and a risk map"),
    must=all_of(
        community.arrangement("emergency-system").has_all("organisation", "responsibility", "work-system", "risk-map"),
        community.arrangement("emergency-plan").in_place(),
    ),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("应急组织体系", "责任体系", "风险分布图")),
    wording=("完善",),
    note=Text(
        zh="五项都要有；预案应简便易行，有预案即可。",
        en="All five are needed. The plans are to be simple: that there is one is enough.",
    ),
)

RESCUE_VOLUNTEER_TEAM = Requirement(
    key="rescue-volunteer-team",
    title=Text(zh="社区有救援志愿队", en="Team of rescue volunteers"),
    must=community.arrangement("rescue-volunteer-team").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("应急救援志愿者队伍",)),
    wording=("组建",),
    note=Text(zh="没有人数。", en="The text gives no number of people."),
)

DRILL_TYPES = Requirement(
    key="drill-types",
    title=Text(zh="四类应急演练", en="Four kinds of emergency drill"),
    must=choose(
        FOREST_FIRE_DRILL_SCOPE,
        where_forest=all_of(
            community.arrangement("emergency-drills").has_all("fire", "flood", "evacuation"),
            any_of(
                community.has_forest.is_(False),
                community.arrangement("emergency-drills").has_all("forest-fire"),
            ),
        ),
        everywhere=community.arrangement("emergency-drills").has_all("fire", "forest-fire", "flood", "evacuation"),
    ),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("消防、森林防灭火", "居民疏散和避难")),
    wording=("开展",),
    note=Text(
        zh="列举未穷尽；这里没有频次，定期演练见专栏5-16。",
        en="The list is open. How often is not said here: 专栏5-16 asks for drills at regular times.",
    ),
)

EMERGENCY_RESERVES = Requirement(
    key="emergency-reserves",
    title=Text(zh="应急物资有储备", en="Reserves of emergency supplies"),
    must=community.arrangement("emergency-reserves").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("物资储备保障",)),
    wording=("强化",),
    note=Text(
        zh="没有品种和数量，只看有无。",
        en="Neither kinds nor amounts are given: whether there are any is all.",
    ),
)

EMERGENCY_BROADCAST = Requirement(
    key="emergency-broadcast",
    title=Text(zh="社区有应急广播", en="Emergency broadcast in the community"),
    must=community.arrangement("emergency-broadcast").in_place(),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("应急广播体系", "预警信息")),
    restated_in=(SHAOYANG.clause("专栏5-16", evidence=("应急广播体系",)),),
    wording=("健全",),
    note=Text(
        zh="拓展预警发布渠道只是要求做得更好，不计入判断。",
        en="More channels for warnings are asked for as well, without a measure. They do not count here.",
    ),
)

FIVE_LEVEL_COMMAND = Requirement(
    key="five-level-command",
    title=Text(zh="使用五级应急指挥联动系统", en="Emergency command linked over five levels in use"),
    must=city.arrangement("five-level-command").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("应急指挥五级", "联动系统")),
    wording=("推广应用",),
    note=Text(
        zh="五级没有列出，通常指省、市、县、乡、村。",
        en="The five levels are not listed. Province, city, county, town and village are customary.",
    ),
)

SHELTER_AND_MICRO_FIRE_STATION = Requirement(
    key="shelter-and-micro-fire-station",
    title=Text(zh="避难场所和微型消防站", en="Emergency shelter and micro fire station"),
    must=all_of(
        community.arrangement("emergency-shelter").in_place(),
        community.arrangement("micro-fire-station").in_place(),
    ),
    # A shelter is only to be strengthened, as in the other documents; the station is to be set up and complete.
    breach_when=not_(community.arrangement("micro-fire-station").in_place()),
    modality=Modality.MANDATORY,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("微型消防站(点)", "避难场所")),
    wording=("健全完善",),
    note=Text(
        zh="消防站（点）是健全完善，缺少即违反；避难场所只是加强，缺少只作提醒。",
        en="The fire station is to be complete, and its lack is a breach. The shelter is only to be strengthened, and "
        "its lack is a warning.",
    ),
)

SOCIAL_FORCES_IN_EMERGENCY_RESPONSE = Requirement(
    key="social-forces-in-emergency-response",
    title=Text(zh="社会力量参与应急", en="Social forces take part in emergencies"),
    must=community.arrangement("social-forces-in-emergency").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=EMERGENCY,
    lead=EMERGENCY[:1],
    source=SHAOYANG.clause("四(五)13", evidence=("有序参与应急处置",)),
    wording=("引导",),
)
