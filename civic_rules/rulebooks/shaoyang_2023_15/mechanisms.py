"""Tasks 14 to 16 and the working requirements: convenient service, purchase, evaluation, who does what and pays.

Full coverage is judged on the city. What each community has of it is a variant that judges nobody.
"""

from civic_rules.expressions import all_of, either, subject
from civic_rules.indicators import RURAL
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    ADMINISTRATIVE_APPROVAL,
    AGRICULTURE,
    CIVIL_AFFAIRS,
    COUNTY_GOVERNMENTS,
    DEVELOPMENT_REFORM,
    FINANCE,
    PARTY_ORGANISATION,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.quality_people import ONE_FOR_INFORMATION, OPEN_LIST
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
community = subject("community")
organisation = subject("social_organisation")

COMMUNITIES = city.all("community")
HAS_AGENCY_SERVICE = community.arrangement("agency-service").in_place()
IS_SURVEYED = community.arrangement("satisfaction-survey").in_place()

CONVENIENCE_BODIES = (CIVIL_AFFAIRS, PARTY_ORGANISATION, ADMINISTRATIVE_APPROVAL)
PURCHASE_BODIES = (FINANCE, CIVIL_AFFAIRS, AGRICULTURE)
EVALUATION_BODIES = (ADMINISTRATIVE_APPROVAL, CIVIL_AFFAIRS, PARTY_ORGANISATION)
TOWNS_AND_STREETS = Text(zh="乡镇（街道）", en="towns and streets")

INSTANT_RESPONSE_MECHANISM = Requirement(
    key="instant-response-mechanism",
    title=Text(zh="居民诉求即时响应", en="Residents get an answer at once"),
    must=community.arrangement("instant-response").in_place(),
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("即时响应机制", "接诉即办")),
    wording=("完善",),
    note=Text(
        zh="“即时”没有时限；接诉即办只写“推广”，不作判断。",
        en="At once has no figure. Handling each complaint as it comes is only spread as an experience: not judged.",
    ),
)

FACILITY_HOURS_PER_DAY = Requirement(
    key="facility-hours-per-day",
    title=Text(zh="社区设施每天服务8小时以上", en="At least 8 hours of service a day"),
    must=community.service_hours >= "8 hour / day",
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("每天不少于8小时",)),
    wording=("不少于",),
    note=Text(
        zh="每天包括休息日。原文并列开放和服务时间，取其中较短的服务时间。",
        en="Every day takes in days of rest. The text names opening and service: the hours of service are taken, "
        "which are never the longer.",
    ),
)

ONLINE_SERVICE_24H = Requirement(
    key="online-service-24h",
    title=Text(zh="居民关切的事全天可在线办", en="What people care about is served online at every hour"),
    must=community.online_service_hours >= "24 hour / day",
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("24小时线上服务", "群众关切项目")),
    wording=("应开展",),
    note=Text(zh="关切项目有哪些，原文未列。", en="The text does not list what people care about."),
)

OFFLINE_CHANNEL_KEPT = Requirement(
    key="offline-channel-kept",
    title=Text(zh="留有线下办事的渠道", en="A way to have things handled in person"),
    must=community.arrangement("offline-channel").in_place(),
    modality=Modality.MANDATORY,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("保留必要线下",)),
    wording=("应开展", "保留"),
)

ONE_DOOR_ONE_STOP_SERVICE = Requirement(
    key="one-door-one-stop-service",
    title=Text(zh="一门办理，一站服务", en="Service at one door and one stop"),
    must=community.arrangement("one-place-service").has_all("one-door", "one-stop"),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("一门式办理", "一站式服务")),
    wording=("深化",),
)

AGENCY_SERVICE_COVERAGE = Requirement(
    key="agency-service-coverage",
    title=Text(
        zh="政务代办到每个村和社区",
        en="Government business handled on residents' behalf in every community",
    ),
    must=either(city.agency_service_coverage, COMMUNITIES.share(HAS_AGENCY_SERVICE)) >= "100 %",
    modality=Modality.TARGET,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("政务代办服务", "全覆盖")),
    wording=("实现", "全覆盖"),
    note=Text(zh="办结事项逐步增加，没有数目。", en="The items handled are to grow, without a figure."),
)

AGENCY_SERVICE_COVERAGE_COMMUNITY = Requirement(
    key="agency-service-coverage-community",
    variant_of="agency-service-coverage",
    title=Text(zh="本村（社区）有政务代办", en="Government business handled on residents' behalf in the community"),
    must=HAS_AGENCY_SERVICE,
    modality=Modality.REPORTED,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("政务代办服务", "全覆盖")),
    wording=("实现", "全覆盖"),
    note=ONE_FOR_INFORMATION,
)

VILLAGE_CADRE_ROTA_AND_AGENCY = Requirement(
    key="village-cadre-rota-and-agency",
    title=Text(zh="村干部值班和代办", en="Village cadres take turns on duty and handle business for others"),
    must=community.arrangement("village-cadre-service").has_all("rota-duty", "agency"),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("轮流值班", "代办等制度")),
    wording=("积极推行",),
    note=OPEN_LIST,
)

FLEXIBLE_SERVICE_FORMS = Requirement(
    key="flexible-service-forms",
    title=Text(zh="社区的弹性服务方式", en="Flexible forms of service"),
    must=community.arrangement("duty-arrangements").has_any(
        "ab-posts", "staggered-hours", "extended-hours", "door-to-door"
    ),
    modality=Modality.ENCOURAGED,
    responsible=CONVENIENCE_BODIES,
    lead=CONVENIENCE_BODIES[:1],
    source=SHAOYANG.clause("四(六)14", evidence=("AB岗互补", "错时上班", "延时服务")),
    wording=("探索推行",),
    note=Text(zh="有一种即可；列举未尽。", en="One of the forms is enough. The list is open."),
)

PRIORITY_CONTRACTOR_ELIGIBILITY = Requirement(
    key="priority-contractor-eligibility",
    title=Text(zh="优先承接的社会组织须具备的条件", en="What an organisation with priority for contracts has to be"),
    must=all_of(
        organisation.has_sound_party_organisation.is_(True),
        organisation.is_well_managed.is_(True),
        organisation.is_funded_mass_organisation.is_(False),
    ),
    when=organisation.has_priority_contract.is_(True),
    modality=Modality.ENCOURAGED,
    responsible=PURCHASE_BODIES,
    lead=PURCHASE_BODIES[:1],
    source=SHAOYANG.clause("四(六)15", evidence=("党组织健全、管理规范", "不含由财政拨款")),
    wording=("支持", "优先承接"),
    note=Text(
        zh="只看得到优先的组织；优先是支持，不是义务。",
        en="Only organisations that are given priority are judged. Priority is support, and no duty.",
    ),
)

ALTERNATIVE_CONTRACTORS = Requirement(
    key="alternative-contractors",
    title=Text(
        zh="自治组织或集体经济组织可以承接",
        en="Self-governing organisations or rural collectives are admitted as contractors",
    ),
    must=city.arrangement("purchase-contractors").has_any("self-governing-organisations", "rural-collectives"),
    modality=Modality.ENCOURAGED,
    responsible=PURCHASE_BODIES,
    lead=PURCHASE_BODIES[:1],
    source=SHAOYANG.clause("四(六)15", evidence=("农村集体经济组织", "承接主体")),
    wording=("支持",),
    note=Text(
        zh="原文列出可以承接的两种组织，有一种承接即可；不排除其他承接方。",
        en="The text names two kinds of body that may be contractors: one that is admitted is enough. Others are not "
        "shut out.",
    ),
)

PURCHASE_POLICY_OPTIMISED = Guidance(
    key="purchase-policy-optimised",
    title=Text(zh="完善政府采购服务的政策", en="Better policy on the purchase of services"),
    source=SHAOYANG.clause("四(六)15", evidence=("购买服务政策措施",)),
    wording=("优化",),
)

SATISFACTION_SURVEY_SYSTEM = Requirement(
    key="satisfaction-survey-system",
    title=Text(zh="满意度调查成为制度", en="The survey of satisfaction is a standing system"),
    must=city.arrangement("satisfaction-survey").in_place(),
    modality=Modality.MANDATORY,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("调查评估制度",)),
    wording=("健全",),
    note=Text(
        zh="制度要健全；覆盖面是要达到的状态，另作一条。层级未写明，按全市判断。",
        en="The system is to be sound. Whom it covers is a state to be reached, in a rule of its own. The level is not "
        "named: the city is judged.",
    ),
)

SATISFACTION_SURVEY_COVERAGE = Requirement(
    key="satisfaction-survey-coverage",
    title=Text(zh="每个村和社区都做满意度调查", en="The survey of satisfaction covers every community"),
    must=either(city.satisfaction_survey_coverage, COMMUNITIES.share(IS_SURVEYED)) >= "100 %",
    modality=Modality.TARGET,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("满意度调查", "覆盖所有村")),
    wording=("实现",),
    note=Text(zh="多久一次、多少分合格，原文未写。", en="How often, and what would be a pass, is not said."),
)

SATISFACTION_SURVEY_COVERAGE_COMMUNITY = Requirement(
    key="satisfaction-survey-coverage-community",
    variant_of="satisfaction-survey-coverage",
    title=Text(zh="本村（社区）做满意度调查", en="The survey of satisfaction covers the community"),
    must=IS_SURVEYED,
    modality=Modality.REPORTED,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("满意度调查", "覆盖所有村")),
    wording=("实现",),
    note=ONE_FOR_INFORMATION,
)

GOOD_BAD_RATING_COVERAGE = Requirement(
    key="good-bad-rating-coverage",
    title=Text(zh="公共服务事项都可好差评", en="People can rate every item of public service"),
    must=either(
        city.rating_coverage,
        COMMUNITIES.total(community.rated_items) / COMMUNITIES.total(community.service_items),
    )
    >= "100 %",
    modality=Modality.TARGET,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("好差评", "评价全覆盖")),
    wording=("逐步实现",),
    note=Text(zh="先试点再逐步推开，没有期限。", en="It goes from pilots step by step, and there is no day."),
)

GOOD_BAD_RATING_COVERAGE_COMMUNITY = Requirement(
    key="good-bad-rating-coverage-community",
    variant_of="good-bad-rating-coverage",
    title=Text(zh="本村（社区）的事项都可好差评", en="People can rate every item of public service in the community"),
    must=community.rated_items / community.service_items >= "100 %",
    modality=Modality.REPORTED,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("好差评", "评价全覆盖")),
    wording=("逐步实现",),
    note=ONE_FOR_INFORMATION,
)

RATING_RESULTS_LINKED = Requirement(
    key="rating-results-linked",
    title=Text(zh="评价结果用于四个方面", en="Four uses of the results of evaluation"),
    must=city.arrangement("rating-results-use").has_all(
        "service-purchase", "performance-pay", "performance-assessment", "awards"
    ),
    modality=Modality.MANDATORY,
    responsible=EVALUATION_BODIES,
    lead=EVALUATION_BODIES[:1],
    source=SHAOYANG.clause("四(六)16", evidence=("评先评优", "购买服务")),
    wording=("挂钩",),
    note=Text(
        zh="占多大分量原文未写；列举未尽。",
        en="What weight they carry is not said. The list is open.",
    ),
)

PLAN_PROMOTION_MECHANISM = Requirement(
    key="plan-promotion-mechanism",
    title=Text(zh="两部门牵头、各部门参加的推进机制", en="Mechanism that carries the plan forward"),
    must=city.arrangement("promotion-mechanism").has_all(
        "civil-affairs-lead",
        "development-reform-lead",
        "organisation",
        "public-security",
        "justice",
        "health",
        "human-resources",
        "education",
        "administrative-approval",
    ),
    modality=Modality.MANDATORY,
    responsible=(CIVIL_AFFAIRS, DEVELOPMENT_REFORM),
    lead=(CIVIL_AFFAIRS, DEVELOPMENT_REFORM),
    source=SHAOYANG.clause("五(一)", evidence=("民政、发改部门总牵头", "行政审批")),
    wording=("依托", "建立健全"),
    note=Text(
        zh="以社区建设联席会议为依托；参加部门列举未尽。",
        en="It rests on the joint conference on community building. The list of departments is open.",
    ),
)

DEPARTMENT_COORDINATION_MECHANISM = Requirement(
    key="department-coordination-mechanism",
    title=Text(zh="部门在三个方面协同", en="Departments work together in three respects"),
    must=city.arrangement("department-coordination").has_all("work-deployment", "follow-up-guidance", "feedback"),
    modality=Modality.MANDATORY,
    source=SHAOYANG.clause("五(一)", evidence=("工作协同机制", "跟踪指导")),
    wording=("建立健全",),
    note=OPEN_LIST,
)

COUNTY_GOVERNMENT_DUTIES = Requirement(
    key="county-government-duties",
    title=Text(zh="县级政府的八项责任", en="Eight duties of a county government on the plan"),
    must=county.arrangement("plan-duties").has_all(
        "agenda",
        "target-assessment",
        "livelihood-projects",
        "problem-solving",
        "tiered-responsibility",
        "timetable",
        "roadmap",
        "policy-refinement",
    ),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=SHAOYANG.clause("五(二)", evidence=("重要议事议程", "政府目标考核", "时间表")),
    wording=("要将", "纳入"),
    note=Text(
        zh="要落实的是省的“十四五”规划。",
        en="The plan meant is the provincial one for the years to 2025.",
    ),
)

TOWNSHIP_IMPLEMENTATION = Guidance(
    key="township-implementation",
    title=Text(zh="镇街具体落实", en="Towns and streets carry out the work"),
    source=SHAOYANG.clause("五(二)", evidence=("乡镇(街道)要做好",)),
    wording=("要做好",),
)

COUNTY_FUNDING = Requirement(
    key="county-funding",
    title=Text(zh="县级在政策、资金、项目上的保障", en="What the county provides: policy, money, projects"),
    must=county.arrangement("plan-support").has_all(
        "policy", "fund-arrangement", "projects", "pooled-funds", "guaranteed-funds"
    ),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=SHAOYANG.clause("五(三)", evidence=("统筹利用现有资金", "经费保障")),
    wording=("要在", "统筹利用", "按规定落实"),
    note=Text(zh="数额按规定，原文未写。", en="The amount is that of other rules. The text names none."),
)

SOCIAL_FUNDING_CHANNELS = Requirement(
    key="social-funding-channels",
    title=Text(zh="引入社会资金的渠道", en="Channels of private money"),
    must=county.arrangement("social-funding").has_any("charity", "community-fund", "service-purchase", "paid-service"),
    modality=Modality.ENCOURAGED,
    responsible=(COUNTY_GOVERNMENTS,),
    source=SHAOYANG.clause("五(三)", evidence=("社区基金(会)", "低偿或有偿服务")),
    wording=("鼓励",),
    note=Text(zh="有一种即可；列举未尽。", en="One channel is enough. The list is open."),
)
