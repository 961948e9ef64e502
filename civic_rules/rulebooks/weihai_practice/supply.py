"""Paragraph 7: public, convenience and volunteer services."""

from civic_rules.expressions import all_of, quantity, subject
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Modality, Requirement, Sense
from civic_rules.text import Text

city = subject("city")
community = subject("community")

APPROVAL_BUREAU = (Text(zh="联合市行政审批服务局", en="together with the city's bureau of administrative approval"),)

NO_PERIOD = Text(
    zh="原文没有写是哪段时间。总数随城市大小变化。",
    en="The text does not say in which period. A total goes with the size of a city.",
)

SERVICE_SUPPLY_LINES = Requirement(
    key="service-supply-lines",
    title=Text(zh="三类服务都有", en="All three lines of service"),
    must=community.arrangement("service-lines").has_all(
        "public-services", "convenience-services", "volunteer-services"
    ),
    modality=Modality.REPORTED,
    wording=("开展",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("高效化社区公共服务", "多样化社区便民服务", "个性化社区志愿服务")),
    note=Text(
        zh="与盐城的三层服务相近，但不是一套。",
        en="It is close to the three layers of Yancheng and not the same.",
    ),
)

SERVICE_HALL_STANDARD = Requirement(
    key="service-hall-standard",
    title=Text(zh="服务大厅的建设运行标准", en="Standard for building and running service halls"),
    must=city.arrangement("service-hall-standard").in_place(),
    modality=Modality.REPORTED,
    wording=("出台",),
    responsible=APPROVAL_BUREAU,
    source=WEIHAI.clause("段7(群众需求)", evidence=("市行政审批服务局", "服务大厅", "运行规范")),
    note=Text(zh="牵头单位原文未写。", en="The lead body is not named."),
)

DELEGATED_SERVICES = Benchmark(
    key="delegated-services",
    title=Text(zh="可在社区办的公共服务", en="Public services that can be had in communities"),
    value=quantity("28 item"),
    measures=city.delegated_services,
    likewise=(community.delegated_services,),
    direction=Direction.HIGHER,
    wording=("下放",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("28项公共服务事项", "下放社区办理")),
    note=Text(zh="原文没有列出这些事项。", en="The text does not list them."),
)

DATA_INTEGRATION = Requirement(
    key="data-integration",
    title=Text(zh="社区数据汇总使用", en="Basic data of communities brought together and used"),
    must=city.arrangement("community-data-integration").in_place(),
    modality=Modality.REPORTED,
    wording=("推进",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("基础数据整合应用",)),
)

SMART_PILOTS = Benchmark(
    key="smart-pilots",
    title=Text(zh="省级智慧社区试点", en="Communities in the provincial pilot of smart communities"),
    value=quantity("22 community"),
    measures=city.pilot_communities,
    direction=Direction.NEITHER,
    wording=("纳入",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("22个社区", "省级智慧社区")),
)

LIVING_CIRCLE_PROJECT = Requirement(
    key="living-circle-project",
    title=Text(zh="生活圈示范工程", en="Demonstration project for convenient living circles"),
    must=city.arrangement("living-circle-project").in_place(),
    modality=Modality.REPORTED,
    wording=("实施",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("便民生活圈示范",)),
)

CONVENIENCE_OUTLETS = Requirement(
    key="convenience-outlets",
    title=Text(zh="由公用单位或社会力量开办的网点", en="Outlets opened by utilities or by private and civic bodies"),
    must=community.arrangement("convenience-outlets").has_any("public-utilities", "social-forces"),
    modality=Modality.REPORTED,
    wording=("鼓励",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("公用事业单位", "社会力量", "便民网点")),
    note=Text(zh="两类主体有一类开办即可。", en="An outlet of either is enough."),
)

SERVICE_CIRCLE_MINUTES = Benchmark(
    key="service-circle-minutes",
    title=Text(zh="到达服务所需时间", en="Time to reach services"),
    value=quantity("15 minute"),
    measures=city.service_circle_time,
    likewise=(community.service_circle_time,),
    direction=Direction.LOWER,
    wording=("打造",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("15分钟服务圈",)),
    note=Text(
        zh="这是名称中的时间：有多少居民在圈内、以何种方式到达，原文未写。",
        en="It is the time in a label. How many residents are within reach, and by what means, is not said.",
    ),
)

CONVENIENCE_SERVICE_PLATFORM = Requirement(
    key="convenience-service-platform",
    title=Text(zh="统一的便民平台", en="One platform for convenience services"),
    must=city.arrangement("convenience-platform").in_place(),
    modality=Modality.REPORTED,
    wording=("整合",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("6012349", "便民服务平台")),
    note=Text(zh="6012349是平台的号码，不是数量。", en="6012349 is the number by which it is known, and no quantity."),
)

SERVICE_ITEMS = Benchmark(
    key="service-items",
    title=Text(zh="平台上的服务项目", en="Services on the platform"),
    value=quantity("200 item"),
    measures=city.platform_services,
    exceeds=city.platform_services_over,
    direction=Direction.HIGHER,
    sense=Sense.MORE_THAN,
    wording=("推出",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("200多个服务项目",)),
    note=Text(
        zh="“200多”说明超过200，不知确切数：超过200的城市无法判断高低。",
        en="More than 200 leaves the number open, so that a city with more than 200 cannot be told to have more or "
        "fewer.",
    ),
)

PEOPLE_SERVED_PER_YEAR = Benchmark(
    key="people-served-per-year",
    title=Text(zh="平台一年服务的人次", en="Times that the platform served a resident in a year"),
    value=quantity("1300000 person_time / year"),
    measures=city.platform_visits,
    direction=Direction.NEITHER,
    rounded_to=10_000,
    wording=("年服务",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("年服务居民", "130万人次")),
    note=Text(
        zh="人次不是人数；原文没有写是哪一年。总数随城市大小变化。",
        en="They are times and not people, and the year is not said. A total goes with the size of a city.",
    ),
)

GOVERNMENT_PURCHASE = Requirement(
    key="government-purchase",
    title=Text(zh="政府出资购买和创投", en="Government buys services and funds ventures for the public good"),
    must=all_of(
        city.arrangement("service-purchase").in_place(),
        city.arrangement("public-welfare-ventures").in_place(),
    ),
    modality=Modality.REPORTED,
    wording=("优化",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("政府购买服务", "公益创投")),
)

VENTURE_FUNDING = Benchmark(
    key="venture-funding",
    title=Text(zh="公益创投投入", en="Money for ventures for the public good"),
    value=quantity("2800000 CNY"),
    measures=city.venture_funds,
    direction=Direction.NEITHER,
    rounded_to=10_000,
    wording=("投入",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("投入280万元",)),
    note=NO_PERIOD,
)

VENTURE_PROJECTS = Benchmark(
    key="venture-projects",
    title=Text(zh="公益创投项目", en="Ventures for the public good"),
    value=quantity("77 item"),
    measures=city.venture_projects,
    direction=Direction.NEITHER,
    wording=("实施",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("公益创投项目77个",)),
    note=NO_PERIOD,
)

VENTURE_PEOPLE_SERVED = Benchmark(
    key="venture-people-served",
    title=Text(zh="公益创投服务的人次", en="Times that these ventures served a resident"),
    value=quantity("31000 person_time"),
    measures=city.venture_visits,
    direction=Direction.NEITHER,
    rounded_to=1000,
    wording=("服务居民",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("服务居民3.1万人次",)),
    note=NO_PERIOD,
)

CREDIT_GOVERNANCE = Requirement(
    key="credit-governance",
    title=Text(zh="信用与契约并用", en="Credit joined with agreements"),
    must=community.arrangement("credit-governance").has_all("credit", "agreement"),
    modality=Modality.REPORTED,
    wording=("推进",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("信用治理制度化", "信用进社区", "信用+契约化")),
)

RESIDENTS_COVENANT = Requirement(
    key="residents-covenant",
    title=Text(zh="公约有且执行", en="A residents' covenant that is kept"),
    must=community.arrangement("residents-covenant").has_all("kept"),
    modality=Modality.REPORTED,
    wording=("有效落实",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("有效落实居民公约",)),
)

INCENTIVE_FOR_MUTUAL_HELP = Requirement(
    key="incentive-for-mutual-help",
    title=Text(zh="居民和商户互助有激励", en="Residents and shops are rewarded for helping each other"),
    must=community.arrangement("mutual-help-incentives").has_all("residents", "shops"),
    modality=Modality.REPORTED,
    wording=("激励",),
    source=WEIHAI.clause("段7(群众需求)", evidence=("激励社区居民和商户", "志愿互助服务")),
)
