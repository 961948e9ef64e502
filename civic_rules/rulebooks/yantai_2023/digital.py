"""Clause 二(二): three measures on smart communities, platforms and data."""

from civic_rules.expressions import all_of, choose, subject
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rulebooks.yantai_2023.readings import MECHANISM_LEVEL
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
street = subject("street")
county = subject("county")
city = subject("city")

CITY_GOVERNMENT = Text(zh="市政府", en="city government")

MECHANISMS = ("public-opinion-response", "emergency-response", "risk-assessment", "public-feedback")

SMART_COMMUNITY_PLAN = Requirement(
    key="smart-community-plan",
    title=Text(zh="全市一个智慧社区规划", en="One city-wide plan for smart communities"),
    must=city.arrangement("smart-community-plan").in_place(),
    modality=Modality.MANDATORY,
    responsible=(CITY_GOVERNMENT,),
    source=YANTAI.clause("二(二)-10", evidence=("市级统一编制", "智慧社区建设规划")),
    covers=("measure-10-smart-community",),
    wording=("统筹智慧社区", "统一编制"),
    note=Text(
        zh="“统一”指由市级编制；各县（市、区）是否另有规划不作判断。",
        en="The city makes it for all. Whether a county has a plan of its own besides is not judged.",
    ),
)

UNIFIED_PLATFORMS = Requirement(
    key="unified-platforms",
    title=Text(zh="全市统一的两个平台", en="Two platforms for the whole city"),
    must=city.arrangement("smart-platforms").has_all("town-street-data", "community-management"),
    modality=Modality.MANDATORY,
    responsible=(CITY_GOVERNMENT,),
    source=YANTAI.clause("二(二)-10", evidence=("镇街数据平台", "智慧社区综合管理平台")),
    wording=("建立",),
)

STREET_COMMUNITY_INTEGRATION = Guidance(
    key="street-community-integration",
    title=Text(zh="镇街与社区的工作相衔接", en="Work of streets and communities joined"),
    source=YANTAI.clause("二(二)-10", evidence=("有效融合",)),
    wording=("推动",),
)

FOUR_PLATFORM_MECHANISMS = Requirement(
    key="four-platform-mechanisms",
    title=Text(zh="信息平台上的四项机制", en="Four mechanisms on the information platform"),
    must=choose(
        MECHANISM_LEVEL,
        city=city.arrangement("platform-mechanisms").has_all(*MECHANISMS),
        community=city.all("community")
        .where(URBAN)
        .every(community.arrangement("platform-mechanisms").has_all(*MECHANISMS)),
    ),
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(二)-11", evidence=("民情反馈", "应急响应", "风险研判", "舆情应对")),
    covers=("measure-11-smart-scenarios",),
    wording=("依托", "建立健全"),
)

WHOLE_CYCLE_MANAGEMENT = Guidance(
    key="whole-cycle-management",
    title=Text(zh="社区管理贯穿始终", en="Management of the community through its whole cycle"),
    source=YANTAI.clause("二(二)-11", evidence=("全周期管理",)),
    wording=("提升",),
)

MEASURE_12_DATA_ENTRY = Guidance(
    key="measure-12-data-entry",
    title=Text(zh="措施12：减少数据录入", en="Measure 12: less data entry"),
    source=YANTAI.clause("二(二)-12", evidence=("精简归并社区数据录入",)),
    note=Text(
        zh="录入本身只有措施名称；这一段的其他内容讲数据返还和共享，另行判断。",
        en="Of data entry itself there is only the name. What else the passage asks for is about the return and the "
        "sharing of data, and has rules of its own.",
    ),
)

DATA_RETURN_TO_GRASSROOTS = Requirement(
    key="data-return-to-grassroots",
    title=Text(zh="市县两级的数据返还基层", en="Data of the city and the counties returned to the grassroots"),
    must=all_of(
        city.arrangement("data-return").in_place(),
        city.all("county").every(county.arrangement("data-return").in_place()),
    ),
    modality=Modality.ENCOURAGED,
    source=YANTAI.clause("二(二)-12", evidence=("县级以上数据", "返还赋能")),
    wording=("推动",),
    note=Text(zh="“以上”包括县级。", en="“And above” includes the county level."),
)

DATA_EXCHANGE_MECHANISM = Requirement(
    key="data-exchange-mechanism",
    title=Text(zh="镇街与部门共享交换数据", en="Streets and departments share and exchange data"),
    must=street.arrangement("data-exchange").in_place(),
    modality=Modality.MANDATORY,
    source=YANTAI.clause("二(二)-12", evidence=("资源共享交换机制",)),
    wording=("完善",),
)

DATA_LINKAGE_LEVELS = Requirement(
    key="data-linkage-levels",
    title=Text(zh="数据在三级之间联动", en="Data linked between three levels"),
    must=city.arrangement("data-linkage").has_all("county", "street", "community"),
    modality=Modality.TARGET,
    source=YANTAI.clause("二(二)-12", evidence=("多级联动", "融合应用")),
    wording=("实现",),
    note=Text(
        zh="三级为县（市、区）、镇街和社区，不含市级。没有期限，因此不构成违反。",
        en="The levels are county, street and community; the city is not one. Without a date it cannot be broken.",
    ),
)
