"""Clauses 一, 二, 三: guiding thought, principles and goals.

What stands among the goals for the end of 2023 is a target with that day, where data can judge it. The three to five
years after it are a range without a measure: no day is made of them.
"""

from datetime import date

from civic_rules.expressions import Reading, ReadingOption, all_of, choose, subject
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
street = subject("street")

END_OF_2023 = date(2023, 12, 31)

INSTITUTION_PROGRESS = Reading(
    key="institution-progress",
    title=Text(
        zh="三项社区制度怎样才算有实质进展？",
        en="When have the three systems of a community made substantive progress?",
    ),
    options=(
        ReadingOption(key="in-place", title=Text(zh="三项制度都已建立", en="each of the three systems is in place")),
        ReadingOption(
            key="found",
            title=Text(zh="有人评定三项都有实质进展", en="somebody assessed each and found substantive progress"),
        ),
    ),
    default="in-place",
    reason=Text(
        zh="原文没有尺度，也没有写由谁评定；制度是否已建立可以查到。",
        en="The text sets no measure and names nobody who assesses. Whether a system is in place can be looked up.",
    ),
)

FIVE_BIG_MEASURES = Guidance(
    key="five-big-measures",
    title=Text(
        zh="五大举措：党建、融合、联动、数据、和谐",
        en="Five lines of work: the party leads, joining up, joint governance, data, harmony for all",
    ),
    source=HUANGJINLING.clause("一", evidence=("大党建统领", "大数据支撑", "五大举措")),
    wording=("大力实施",),
    note=Text(
        zh="只是方案的总称，具体要求在以后各条。",
        en="They are the headings of the plan. What they ask for stands in its items.",
    ),
)

FOUR_PRINCIPLES = Guidance(
    key="four-principles",
    title=Text(
        zh="四条原则：党的领导、以人为本、共驻共建、系统推进",
        en="Four principles: the party leads, people first, shared resources, everything in step",
    ),
    source=HUANGJINLING.clause("二", evidence=("坚持党的全面领导", "以人为本", "共驻共建", "坚持统筹协调")),
)

PARTY_CORE_ROLE_STRENGTHENED = Guidance(
    key="party-core-role-strengthened",
    title=Text(
        zh="党组织核心作用更强（2023年底）",
        en="Party organisations are more than before the core of governance, by the end of 2023",
    ),
    source=HUANGJINLING.clause("三", evidence=("2023年底", "核心作用")),
    wording=("工作目标", "进一步加强"),
    note=Text(zh="没有尺度。", en="It has no measure."),
)

ORG_RELATIONS_CLEAR = Guidance(
    key="org-relations-clear",
    title=Text(
        zh="社区各类组织之间关系顺畅（2023年底）",
        en="The organisations of a community know how they stand to each other, by the end of 2023",
    ),
    source=HUANGJINLING.clause("三", evidence=("2023年底", "清晰顺畅")),
    wording=("工作目标", "更加清晰顺畅"),
    note=Text(
        zh="没有尺度。居委会、业委会和物业的协调机制在六(一)18。",
        en="It has no measure. The mechanism for the committees and the property company stands in 六(一)18.",
    ),
)

STREET_COMMUNITY_DUTY_BOUNDARY = Requirement(
    key="street-community-duty-boundary",
    title=Text(zh="街道与社区的权责划清", en="What is the street's duty and what its communities'"),
    must=street.arrangement("community-duty-boundary").in_place(),
    modality=Modality.TARGET,
    due=END_OF_2023,
    source=HUANGJINLING.clause("三", evidence=("2023年底", "权责边界")),
    wording=("工作目标", "明确清晰"),
    note=Text(
        zh="原文不要求清单，划清的任何成文形式都算。",
        en="The text does not ask for a list: any form in which the boundary is laid down counts.",
    ),
)

COMMUNITY_INSTITUTIONS_SUBSTANTIVE_PROGRESS = Requirement(
    key="community-institutions-substantive-progress",
    title=Text(
        zh="协商、减负、考核三项社区制度的进展",
        en="Progress of three systems of a community: deliberation, relief from burdens, assessment",
    ),
    must=choose(
        INSTITUTION_PROGRESS,
        in_place=all_of(
            community.arrangement("deliberation-system").in_place(),
            community.arrangement("burden-reduction").in_place(),
            community.arrangement("management-assessment").in_place(),
        ),
        found=community.arrangement("institution-progress").has_all(
            "deliberation", "burden-reduction", "management-assessment"
        ),
    ),
    modality=Modality.TARGET,
    due=END_OF_2023,
    source=HUANGJINLING.clause("三", evidence=("2023年底", "社区减负", "社区管理考核", "取得实质性进展")),
    wording=("工作目标", "取得实质性进展"),
    note=Text(
        zh="列举未尽，三项为最低要求。减负和考核两项制度只在这里出现；由谁建立原文未写，看在社区是否已有。",
        en="The list is open, and these three are the least. Relief from burdens, and the assessment of how a "
        "community is managed, stand nowhere else in the text. Who sets the systems up is not said: what counts is "
        "that the community has them.",
    ),
)

PUBLIC_SERVICE_PLATFORM_INTERCONNECTED = Requirement(
    key="public-service-platform-interconnected",
    title=Text(zh="社区公共服务平台上下连通", en="The community's service platform is linked upward and downward"),
    must=community.arrangement("public-service-platform").has_all("upward", "downward"),
    modality=Modality.TARGET,
    due=END_OF_2023,
    source=HUANGJINLING.clause("三", evidence=("2023年底", "公共服务平台", "对上对下互联互通")),
    wording=("工作目标", "实现"),
    note=Text(
        zh="两个方向都要连通。上下各连到哪一级，原文未写。",
        en="Both directions are asked for. How far up and how far down is not said.",
    ),
)

DIGITAL_GRID_MODEL_BUILT = Requirement(
    key="digital-grid-model-built",
    title=Text(zh="数字化、网格化两方面的管理服务模式", en="Digital and grid-based management and service"),
    must=street.arrangement("digital-grid-model").has_all("digital", "grid-based"),
    modality=Modality.TARGET,
    due=END_OF_2023,
    source=HUANGJINLING.clause("三", evidence=("2023年底", "数字化、网格化", "基本建成")),
    wording=("工作目标", "基本建成"),
    note=Text(
        zh="“基本”没有尺度，层级也未写，按街道判断。网格和信息平台的具体要求在五(四)14和五(五)15。",
        en="“Basically” has no measure. Nor is the level named, and the street is judged. What is asked of grids and "
        "platform stands in 五(四)14 and 五(五)15.",
    ),
)

SMART_COMMUNITY_AND_FACILITIES_UPGRADE = Guidance(
    key="smart-community-and-facilities-upgrade",
    title=Text(
        zh="资源统筹、智慧社区、设施和服务体系的进步（2023年底）",
        en="Pooled resources, smart communities, better facilities and services, by the end of 2023",
    ),
    source=HUANGJINLING.clause("三", evidence=("区域资源统筹整合", "智慧社区建设", "社区服务设施建设")),
    wording=("工作目标", "全面升级"),
    note=Text(
        zh="没有数值。设施面积的标准在六(一)19。",
        en="There is no figure. The standard of floor area stands in 六(一)19.",
    ),
)

GOVERNANCE_SYSTEM_MATURE = Guidance(
    key="governance-system-mature",
    title=Text(
        zh="此后三至五年治理体制成熟",
        en="The governance of communities is mature within three to five years more",
    ),
    source=HUANGJINLING.clause("三", evidence=("再通过3至5年", "成熟定型")),
    wording=("工作目标", "更加成熟定型"),
    note=Text(
        zh="从2023年底起算，即2026年底至2028年底之间。原文给的是一段时间而不是某一天，也没有衡量成熟的尺度，因此不作判断。",
        en="Counted from the end of 2023, that is between the end of 2026 and the end of 2028. The text gives a range "
        "and no day, and nothing by which maturity is measured: it is not judged.",
    ),
)
