"""Clauses 四(五)10 and 四(五)11: public services, and the services of everyday life."""

from civic_rules.expressions import all_of, any_of, choose, either, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    ADMINISTRATIVE_APPROVAL,
    CIVIL_AFFAIRS,
    COMMERCE,
    CULTURE,
    DEVELOPMENT_REFORM,
    EDUCATION,
    HEALTH,
    HOUSING,
    HUMAN_RESOURCES,
    SCIENCE,
    SCIENCE_ASSOCIATION,
    STATE_ASSETS,
    SUPPLY_COOPERATIVES,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.readings import CIRCLE_REACH, TRAVEL_MODE
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
street = subject("street")
community = subject("community")
committee = subject("committee")
compound = subject("dwelling_compound")

PUBLIC_SERVICE = (
    CIVIL_AFFAIRS,
    ADMINISTRATIVE_APPROVAL,
    DEVELOPMENT_REFORM,
    HEALTH,
    STATE_ASSETS,
    HUMAN_RESOURCES,
    EDUCATION,
    CULTURE,
    SCIENCE,
    SCIENCE_ASSOCIATION,
)
CONVENIENCE = (COMMERCE, DEVELOPMENT_REFORM, HOUSING, CIVIL_AFFAIRS, SUPPLY_COOPERATIVES)

COUNTY_HAS_BOTH = county.arrangement("service-catalogues").has_all("public-service-catalogue", "community-service-list")
LIVING_CIRCLE_TIME = community.service_circle_time <= "15 minute"
LIVING_CIRCLE = choose(
    CIRCLE_REACH,
    as_meant=LIVING_CIRCLE_TIME,
    all_residents=all_of(LIVING_CIRCLE_TIME, community.service_circle_residents / community.residents >= "100 %"),
)

OPEN_LIST = Text(
    zh="列举未穷尽，列出的各项为最少。",
    en="The list is open, and those named are the least.",
)

# -- 四(五)10

SERVICE_CATALOGUE_AND_LIST = Requirement(
    key="service-catalogue-and-list",
    title=Text(zh="市县都有服务目录和清单", en="Catalogue and list of services in the city and every county"),
    must=all_of(
        city.arrangement("service-catalogues").has_all("public-service-catalogue", "community-service-list"),
        city.all("county").every(COUNTY_HAS_BOTH),
    ),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("市县两级", "公共服务目录", "社区服务清单")),
    wording=("推动", "普遍建立"),
    note=Text(
        zh="两级各两件，每个县都计算在内；没有期限。",
        en="Two documents at each of two levels, and every county counts. There is no date.",
    ),
)

SERVICE_CATALOGUE_AND_LIST_COUNTY = Requirement(
    key="service-catalogue-and-list-county",
    variant_of="service-catalogue-and-list",
    title=Text(zh="本县有服务目录和清单", en="Catalogue and list of services in the county"),
    must=COUNTY_HAS_BOTH,
    modality=Modality.REPORTED,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("公共服务目录", "社区服务清单")),
    wording=("推动", "普遍建立"),
    note=Text(
        zh="一个县的情况，仅供参考；普遍建立按全市判断。",
        en="How one county stands, for information. The city with all its counties is judged.",
    ),
)

PUBLIC_SERVICE_RESOURCES_SINK = Guidance(
    key="public-service-resources-sink",
    title=Text(zh="公共服务资源下到社区", en="Resources of public services move down to communities"),
    source=SHAOYANG.clause("四(五)10", evidence=("公共服务资源", "脱贫村")),
    wording=("推动", "增强"),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)

POPULATION_INDICATOR_AND_WARNING = Requirement(
    key="population-indicator-and-warning",
    title=Text(zh="人口服务、指标、预警三套体系", en="Services, indicators and forecasts for the population"),
    must=city.arrangement("population-systems").has_all(
        "life-cycle-services", "balance-indicators", "forecast-and-warning"
    ),
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("人口服务体系", "均衡发展指标体系", "预测预警")),
    wording=("建立健全", "建立", "健全"),
)

INCLUSIVE_ELDERLY_CHILDCARE = Requirement(
    key="inclusive-elderly-childcare",
    title=Text(zh="社区有普惠养老和托育", en="Care of the elderly and of infants that all can afford"),
    must=community.arrangement("inclusive-care").has_all("elderly-care", "childcare"),
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("一老一小", "普惠养老托育")),
    wording=("完善",),
    note=Text(
        zh="没有数量和价格标准。国有企业参与是鼓励，另作一条。",
        en="There is no figure for places or prices. State-owned enterprises are only encouraged, in a rule of "
        "its own.",
    ),
)

INCLUSIVE_ELDERLY_CHILDCARE_ENTERPRISES = Requirement(
    key="inclusive-elderly-childcare-enterprises",
    title=Text(zh="国企增加养老托育供给", en="State-owned enterprises add places of care"),
    must=city.arrangement("state-enterprise-care").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("鼓励国有企业", "新建、改造、租赁")),
    wording=("鼓励",),
)

VILLAGERS_PUBLIC_HEALTH_COMMITTEE = Requirement(
    key="villagers-public-health-committee",
    title=Text(zh="村委会下设公共卫生机构", en="Public health committee under the villagers' committee"),
    must=community.arrangement("subcommittees").has_all("public-health"),
    when=RURAL,
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("下属公共卫生委员会", "健康村")),
    wording=("健全",),
    note=Text(
        zh="原文只写村民委员会，城市社区不适用。",
        en="The text speaks of villagers' committees alone: urban communities are not asked for one.",
    ),
)

VILLAGE_COMMUNITY_HEALTH_ROLE = Requirement(
    key="village-community-health-role",
    title=Text(zh="社区参与三项健康工作", en="Three kinds of health work of the community"),
    must=community.arrangement("health-work").has_all(
        "health-education", "public-health-service", "public-health-emergency"
    ),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("健康教育", "公共卫生服务", "公共卫生突发事件")),
    wording=("推进健康村",),
    note=Text(
        zh="要求发挥作用，没有规定做到什么程度；村和社区都适用，列举未穷尽。",
        en="A part is to be played, and the text does not say how large. It is asked of villages and urban "
        "communities alike, and the list is open.",
    ),
)

EMPLOYMENT_SERVICE_PLATFORM = Requirement(
    key="employment-service-platform",
    title=Text(zh="就业对接、培训、创业服务", en="Matching, training and start-up services for jobs"),
    must=city.arrangement("employment-service").has_all("matching-platform", "skills-training", "start-up-service"),
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("供需对接平台", "职业技能培训", "创业就业服务")),
    wording=("开展",),
)

EDUCATION_FITNESS_CULTURE_SCIENCE = Guidance(
    key="education-fitness-culture-science",
    title=Text(zh="教育、健身、文化、科普服务", en="Education, fitness, culture and popular science"),
    source=SHAOYANG.clause("四(五)10", evidence=("社区教育", "全民健身工程", "科普")),
    wording=("加强", "推进", "扩大"),
    note=Text(zh="细目见专栏5-9至5-12。", en="专栏5-9 to 5-12 go into the details."),
)

MARRIAGE_REGISTRY_MEDIATION_ROOM = Requirement(
    key="marriage-registry-mediation-room",
    title=Text(zh="婚姻登记处有调解室", en="Mediation room at the marriage registry"),
    must=county.arrangement("marriage-mediation-room").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SERVICE,
    lead=PUBLIC_SERVICE[:1],
    source=SHAOYANG.clause("四(五)10", evidence=("婚姻登记机构", "调解室")),
    wording=("有条件",),
    note=Text(
        zh="限于有条件的登记机构，条件没有写明；登记在县一级办理，按县判断。",
        en="It is for registries where conditions allow, and the conditions are not stated. Counties keep the "
        "registries and are judged.",
    ),
)

MARRIAGE_AND_FAMILY_SERVICES = Guidance(
    key="marriage-and-family-services",
    title=Text(zh="婚姻家庭调解和文化服务", en="Mediation and culture for marriages and families"),
    source=SHAOYANG.clause("四(五)10", evidence=("婚姻家庭纠纷", "婚姻家庭文化服务")),
    wording=("加强",),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)

# -- 四(五)11

FIFTEEN_MINUTE_LIFE_CIRCLE = Requirement(
    key="fifteen-minute-life-circle",
    title=Text(zh="城市社区一刻钟生活圈", en="Everyday services within 15 minutes in urban communities"),
    must=choose(
        TRAVEL_MODE,
        as_recorded=LIVING_CIRCLE,
        on_foot=all_of(community.service_circle_mode.is_("walking"), LIVING_CIRCLE),
    ),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("15分钟生活圈", "全面推进")),
    wording=("全面推进",),
    note=Text(
        zh="还要求与国土空间规划衔接。",
        en="A link to land-use planning is asked for as well.",
    ),
)

TOWNSHIP_CONVENIENCE_CIRCLE = Requirement(
    key="township-convenience-circle",
    title=Text(zh="乡镇有便民生活圈", en="Living circle of the town"),
    must=street.arrangement("convenience-living-circle").in_place(),
    when=street.is_township.is_(True),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("乡镇便民生活圈",)),
    wording=("全面推进",),
    note=Text(zh="对乡镇没有时间要求。", en="No time is set for towns."),
)

PUBLIC_UTILITY_OUTLETS = Requirement(
    key="public-utility-outlets",
    title=Text(zh="八类公用事业网点", en="Outlets of eight public utilities"),
    must=community.arrangement("public-utility-outlets").has_all(
        "broadcasting", "water", "electricity", "gas", "supply-and-marketing", "telecom", "finance", "postal"
    ),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("邮政、金融、电信、供销", "广播电视", "燃气、电力")),
    wording=("支持",),
    note=OPEN_LIST,
)

CONVENIENCE_SERVICE_ITEMS = Requirement(
    key="convenience-service-items",
    title=Text(zh="十类便民服务", en="Ten kinds of convenience service"),
    must=community.arrangement("convenience-services").has_all(
        "recycling",
        "courier",
        "logistics",
        "hairdressing",
        "retail",
        "catering",
        "housekeeping",
        "repair",
        "childcare",
        "elderly-care",
    ),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("餐饮、零售、美容美发", "再生资源回收")),
    wording=("引导",),
    note=OPEN_LIST,
)

GUIDANCE_SUPERVISION_OWNERS_PROPERTY = Requirement(
    key="guidance-supervision-owners-property",
    title=Text(
        zh="业委会和物业企业受指导监督",
        en="Owners' committee and property company are guided and supervised",
    ),
    # A body that does not exist in the community needs no guidance.
    must=all_of(
        any_of(
            community.bodies.includes_none("owners-committee"),
            community.committees.some(committee.guides.includes_all("owners-committee")),
        ),
        any_of(
            community.bodies.includes_none("property-company"),
            community.committees.some(committee.guides.includes_all("property-company")),
        ),
    ),
    when=community.bodies.includes_any("owners-committee", "property-company"),
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("指导和监督", "业主委员会")),
    wording=("指导和监督",),
    note=Text(
        zh="由谁指导没有写明，社区任一委员会指导即可。",
        en="Who guides them is not said. Any committee of the community will do.",
    ),
)

TWO_WAY_CHOICE_MECHANISM = Requirement(
    key="two-way-choice-mechanism",
    title=Text(zh="业主与物业双向选择", en="Owners and property companies choose each other"),
    must=community.arrangement("owners-property-choice").in_place(),
    when=either(community.has_property_service.is_(True), community.property_companies.count() >= "1 property_company"),
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("双向选择机制",)),
    wording=("建立",),
    note=Text(
        zh="机制在哪一级建立没有写明，按有物业服务的社区判断。",
        en="The level is not named. Communities with property service are judged.",
    ),
)

PROPERTY_SELF_MANAGEMENT_ORGS = Requirement(
    key="property-self-management-orgs",
    title=Text(zh="无物业和安置小区有自治组织", en="Self-management where no company manages the compound"),
    must=compound.has_self_management.is_(True),
    when=any_of(compound.has_property_management.is_(False), compound.is_resettlement.is_(True)),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE,
    lead=CONVENIENCE[:1],
    source=SHAOYANG.clause("四(五)11", evidence=("物业管理自治组织", "无物业管理")),
    wording=("支持",),
    note=Text(
        zh="适用于无物业管理的小区，以及征地拆迁、易地搬迁的安置区。",
        en="It is for compounds without property management, and for the sites of people who were resettled.",
    ),
)

RURAL_TRADE_SERVICES = Guidance(
    key="rural-trade-services",
    title=Text(zh="收购农产品、供应农资", en="Purchase of farm produce and supply of farm materials"),
    source=SHAOYANG.clause("四(五)11", evidence=("农产品收购", "农资供应")),
    wording=("强化",),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)
