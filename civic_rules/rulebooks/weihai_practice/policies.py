"""Paragraph 3: policies, the plan, the standard and the demonstration programme."""

from civic_rules.expressions import in_order, quantity, reached, subject
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")

GOVERNANCE_OPINIONS_ISSUED = Requirement(
    key="governance-opinions-issued",
    title=Text(zh="全市治理意见已出台", en="City opinions on governance at the grassroots issued"),
    must=city.arrangement("governance-opinions").in_place(),
    modality=Modality.REPORTED,
    wording=("出台",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("在全省率先出台",)),
    note=Text(
        zh="“率先”是报道的说法，此处只看是否出台。",
        en="That it was the first in the province is a claim of the report. Whether it is issued is all that is asked.",
    ),
)

SUPPORTING_DOCUMENTS = Benchmark(
    key="supporting-documents",
    title=Text(zh="配套文件份数", en="Documents that support the opinions"),
    value=quantity("6 document"),
    measures=city.supporting_documents,
    direction=Direction.HIGHER,
    wording=("配套",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("等6个文件",)),
    note=Text(
        zh="按语法，6份是配套文件，不含意见本身；原文只点名其中一份。",
        en="By the grammar the six are those that support the opinions, without the opinions themselves. "
        "One of them is named.",
    ),
)

SERVICE_SYSTEM_PLAN = Requirement(
    key="service-system-plan",
    title=Text(zh="服务体系建设规划", en="Plan of the community service system"),
    must=city.arrangement("service-system-plan").in_place(),
    modality=Modality.REPORTED,
    wording=("编制",),
    responsible=(Text(zh="会同有关部门", en="together with the departments concerned"),),
    source=WEIHAI.clause("段3(政策创制)", evidence=("规划先行", "会同有关部门")),
)

SERVICE_SYSTEM_QUALITIES = Guidance(
    key="service-system-qualities",
    title=Text(
        zh="服务体系的五项追求",
        en="Five qualities at which the service system aims",
    ),
    wording=("加快构建",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("机构健全", "供给充分", "主体多元", "设施完备", "群众满意")),
    note=Text(
        zh="这是体系要达到的样子，原文没有给出判断办法。",
        en="They say what the system should become. The text gives no way to tell whether it has.",
    ),
)

COMMUNITY_STANDARD = Requirement(
    key="community-standard",
    title=Text(zh="好社区的市级标准", en="City standard of a good community"),
    must=city.arrangement("community-standard").in_place(),
    modality=Modality.REPORTED,
    wording=("制定",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("“精致幸福社区”标准",)),
)

STANDARD_CATEGORIES = Benchmark(
    key="standard-categories",
    title=Text(zh="标准中的指标类数", en="Categories of indicators in the standard"),
    value=quantity("6 item"),
    measures=city.standard_categories,
    direction=Direction.NEITHER,
    wording=("建立",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("6大类",)),
)

STANDARD_CATEGORY_LIST = Requirement(
    key="standard-category-list",
    title=Text(zh="六个类别的名称", en="The six categories by name"),
    must=city.standard_topics.includes_all(
        "satisfied-residents",
        "rich-culture",
        "fine-environment",
        "precise-service",
        "refined-governance",
        "excellent-team",
    ),
    modality=Modality.REPORTED,
    wording=("建立",),
    source=WEIHAI.clause(
        "段3(政策创制)",
        evidence=("队伍精良", "环境精美", "治理精细", "文化精彩", "服务精准", "群众满意"),
    ),
)

STANDARD_INDICATORS = Benchmark(
    key="standard-indicators",
    title=Text(zh="标准中的指标项数", en="Indicators in the standard"),
    value=quantity("33 indicator"),
    measures=city.standard_indicators,
    direction=Direction.NEITHER,
    wording=("建立",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("33项指标体系",)),
    note=Text(zh="原文没有列出这些指标。", en="The text does not list them."),
)

DEMONSTRATION_PROGRAMME_IN_PLACE = Requirement(
    key="demonstration-programme-in-place",
    title=Text(zh="全市开展示范创建", en="Programme of demonstration communities"),
    must=city.arrangement("demonstration-programme").in_place(),
    modality=Modality.REPORTED,
    wording=("组织开展",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("示范创建活动",)),
)

DEMONSTRATION_PROGRAMME = Requirement(
    key="demonstration-programme",
    title=Text(zh="先创建、再择优、后推荐", en="Demonstration first, then choice of the best, then recommendation"),
    must=in_order(
        community.demonstration.joined, community.demonstration.selected, community.demonstration.recommended
    ),
    when=reached(community.demonstration.recommended),
    modality=Modality.REPORTED,
    wording=("择优推荐",),
    source=WEIHAI.clause("段3(政策创制)", evidence=("示范创建活动", "择优推荐", "省级以上")),
    note=Text(
        zh="只看已被推荐的社区。",
        en="It is asked of communities that were put forward.",
    ),
)
