"""Clause 六(一)18 and 19: property management and service facilities."""

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    either,
    in_order,
    not_,
    reached,
    subject,
)
from civic_rules.indicators import FACILITY_AREA_PER_HOUSEHOLD
from civic_rules.rulebooks.huangjinling_2023.departments import COMMUNITY_MANAGEMENT, PARTY_BUILDING, SERVICE_CENTRE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
committee = subject("committee")
owners_committee = subject("owners_committee")
property_company = subject("property_company")

ITEM_18 = (PARTY_BUILDING, COMMUNITY_MANAGEMENT)
ITEM_19 = (SERVICE_CENTRE,)

COMPANIES = street.all("property_company")
HAS_PARTY_ORGANISATION = property_company.has_party_organisation.is_(True)
HAS_PARTY_WORK = property_company.is_reached_by_party_work.is_(True)

HAS_OWNERS_COMMITTEE = either(
    community.bodies.includes_all("owners-committee"),
    community.owners_committees.count() >= "1 owners_committee",
)
HAS_PROPERTY_COMPANY = either(
    community.has_property_service.is_(True),
    community.bodies.includes_all("property-company"),
    community.property_companies.count() >= "1 property_company",
)

CROSS_POSTS = community.arrangement("property-cross-posts")

IS_PARTY_ORGANISATION = committee.committee_kind.is_("party-organisation")
IS_RESIDENTS_COMMITTEE = committee.committee_kind.is_("residents-committee")
GUIDES_OWNERS = committee.guides.includes_all("owners-committee")
GUIDES_COMPANIES = committee.guides.includes_all("property-company")

OPEN_LIST = Text(zh="列举未尽，写出的为最低要求。", en="The list is open, and what is named is the least.")
JOINT_ORGANISATION = Text(
    zh="“全覆盖”按百分之百理解，联合建立的也算；一家企业算一次。没有期限，行业的覆盖不作判断。",
    en="Full coverage is read as 100 %. An organisation shared with others counts, and each company counts once. There "
    "is no day. What covers the trade as a whole is not judged.",
)
ONE_FOR_INFORMATION = Text(
    zh="全街道的目标，这里只看一家，仅供参考。",
    en="It is a goal of the whole street. How one company stands is for information.",
)

HOUSEHOLDS_COUNTED = Reading(
    key="households-counted",
    title=Text(
        zh="每百户居民的“户”是全部住户还是常住户？",
        en="Are the households by which the floor area is divided all of the community, or those who live there "
        "permanently?",
    ),
    options=(
        ReadingOption(key="all", title=Text(zh="全部住户", en="all households")),
        ReadingOption(key="permanent", title=Text(zh="常住户", en="permanent households")),
    ),
    default="all",
    reason=Text(
        zh="这里只写居民；配备网格员的第14条写明常住，可见两处用词不同。",
        en="It says residents here. Item 14, on grid workers, says permanent residents, so the words differ.",
    ),
)

TRAVEL_MODE = Reading(
    key="travel-mode",
    title=Text(
        zh="服务圈的10分钟按哪种出行方式计？",
        en="For which way of travel do the 10 minutes of the service circle hold?",
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
        zh="服务圈要覆盖全部居民吗？",
        en="Does the service circle have to take in every resident?",
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

CIRCLE_TIME = community.service_circle_time <= "10 minute"
SERVICE_CIRCLE = choose(
    CIRCLE_REACH,
    as_meant=CIRCLE_TIME,
    all_residents=all_of(CIRCLE_TIME, community.service_circle_residents / community.residents >= "100 %"),
)

# -- 18

RED_PROPERTY_BRAND = Requirement(
    key="red-property-brand",
    title=Text(zh="红色物业的项目与创建", en="Project and programme of party-led property management"),
    must=street.arrangement("party-led-property").has_all("brand-project", "creation"),
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("“红色物业”", "创建工作")),
    wording=("持续开展",),
    note=Text(
        zh="没有写每个社区或每家企业，按街道判断。",
        en="Neither each community nor each company is named, so the street is judged.",
    ),
)

PROPERTY_PARTY_ORGANISATION_COVERAGE = Requirement(
    key="property-party-organisation-coverage",
    title=Text(zh="物业企业都有党组织", en="A party organisation in every property company"),
    must=either(street.property_party_organisation_share, COMPANIES.share(HAS_PARTY_ORGANISATION)) >= "100 %",
    when=either(street.property_party_organisation_share >= "0 %", COMPANIES.count() >= "1 property_company"),
    modality=Modality.TARGET,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("党的组织和党的工作", "全覆盖")),
    wording=("推进", "全覆盖"),
    note=JOINT_ORGANISATION,
)

PROPERTY_PARTY_ORGANISATION_COVERAGE_COMPANY = Requirement(
    key="property-party-organisation-coverage-company",
    variant_of="property-party-organisation-coverage",
    title=Text(zh="本企业有党组织", en="Party organisation of the company"),
    must=HAS_PARTY_ORGANISATION,
    modality=Modality.REPORTED,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("党的组织和党的工作", "全覆盖")),
    wording=("推进", "全覆盖"),
    note=ONE_FOR_INFORMATION,
)

PROPERTY_PARTY_WORK_COVERAGE = Requirement(
    key="property-party-work-coverage",
    title=Text(zh="党的工作到每家物业企业", en="The work of the party reaches every property company"),
    must=either(street.property_party_work_share, COMPANIES.share(HAS_PARTY_WORK)) >= "100 %",
    when=either(street.property_party_work_share >= "0 %", COMPANIES.count() >= "1 property_company"),
    modality=Modality.TARGET,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("党的组织和党的工作", "全覆盖")),
    wording=("推进", "全覆盖"),
    note=Text(
        zh="“全覆盖”按百分之百理解，没有期限。以什么方式开展，原文未写。",
        en="Full coverage is read as 100 %, and there is no day. In which way the work is done is not said.",
    ),
)

PROPERTY_PARTY_WORK_COVERAGE_COMPANY = Requirement(
    key="property-party-work-coverage-company",
    variant_of="property-party-work-coverage",
    title=Text(zh="本企业开展党的工作", en="Work of the party in the company"),
    must=HAS_PARTY_WORK,
    modality=Modality.REPORTED,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("党的组织和党的工作", "全覆盖")),
    wording=("推进", "全覆盖"),
    note=ONE_FOR_INFORMATION,
)

TWO_WAY_ENTRY_CROSS_APPOINTMENT = Requirement(
    key="two-way-entry-cross-appointment",
    title=Text(
        zh="两委成员与物业、业委会负责人互相任职",
        en="Committee members and heads of property bodies hold posts with each other",
    ),
    # A body that does not exist in the community has no posts to give.
    must=all_of(
        any_of(
            not_(HAS_OWNERS_COMMITTEE),
            CROSS_POSTS.has_all("members-in-owners-committees", "owners-heads-in-committees"),
        ),
        any_of(
            not_(HAS_PROPERTY_COMPANY),
            CROSS_POSTS.has_all("members-in-companies", "company-heads-in-committees"),
        ),
    ),
    when=any_of(HAS_OWNERS_COMMITTEE, HAS_PROPERTY_COMPANY),
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("双向进入、交叉任职",)),
    wording=("推行",),
    note=Text(
        zh="业委会和物业企业都写到，因此与两者都要双向任职；社区里没有的不问。没有人数和比例，每个方向有一人即可。",
        en="Both are named, so posts go both ways with the owners' committee and with a company. A body that does not "
        "exist in the community is not asked about. There is no number: one post in each direction is enough.",
    ),
)

THREE_PARTY_COORDINATION = Requirement(
    key="three-party-coordination",
    title=Text(
        zh="党组织领导的三方协调",
        en="Residents' committee, owners' committee and property company work together under the party organisation",
    ),
    must=community.arrangement("property-coordination").in_place(),
    when=any_of(HAS_OWNERS_COMMITTEE, HAS_PROPERTY_COMPANY),
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("协调运行机制",)),
    wording=("健全",),
    note=Text(
        zh="业委会和物业企业都没有的社区不问。",
        en="A community with neither owners' committee nor property company is not asked.",
    ),
)

GUIDANCE_SUPERVISION_OWNERS_PROPERTY = Requirement(
    key="guidance-supervision-owners-property",
    title=Text(
        zh="党组织和居委会对业委会、物业的指导监督",
        en="Party organisation and residents' committee guide and supervise owners' committees and companies",
    ),
    must=all_of(
        any_of(
            not_(HAS_OWNERS_COMMITTEE),
            all_of(
                community.committees.some(all_of(IS_PARTY_ORGANISATION, GUIDES_OWNERS)),
                community.committees.some(all_of(IS_RESIDENTS_COMMITTEE, GUIDES_OWNERS)),
            ),
        ),
        any_of(
            not_(HAS_PROPERTY_COMPANY),
            all_of(
                community.committees.some(all_of(IS_PARTY_ORGANISATION, GUIDES_COMPANIES)),
                community.committees.some(all_of(IS_RESIDENTS_COMMITTEE, GUIDES_COMPANIES)),
            ),
        ),
    ),
    when=any_of(HAS_OWNERS_COMMITTEE, HAS_PROPERTY_COMPANY),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("指导和监督",)),
    wording=("加强",),
    note=Text(
        zh="两家都要指导监督；社区里没有的对象不问。",
        en="Both are to do so. A body that does not exist in the community needs no guidance.",
    ),
)

OWNERS_COMMITTEE_CANDIDATES = Guidance(
    key="owners-committee-candidates",
    title=Text(zh="推荐五类人进业委会", en="Five groups from which members of owners' committees are put forward"),
    source=HUANGJINLING.clause("六(一)18", evidence=("“两代表一委员”", "在职党员", "业主委员会主任")),
    wording=("注重推荐",),
    note=Text(
        zh="“两代表一委员”指党代表、人大代表、政协委员；经法定程序，主任尤其如此。",
        en="The first of them are party delegates, people's deputies and consultative members. It takes the procedure "
        "of the law, and the head of the committee is meant above all.",
    ),
)

OWNERS_COMMITTEE_PARTY_SHARE = Requirement(
    key="owners-committee-party-share",
    title=Text(zh="业委会成员至少一半是党员", en="At least half of an owners' committee are party members"),
    must=owners_committee.party_members / owners_committee.members >= "50 %",
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("占比不低于50%", "中共党员")),
    wording=("不低于",),
    note=Text(
        zh="句子以推荐开头，但“不低于”是底线。分母是全体现任成员，恰好一半即达到。候补成员原文未写；成员由业主依法选举。",
        en="The sentence begins with recommending, but a floor is a floor. All sitting members are counted, and "
        "exactly half is enough. Substitutes are not mentioned. The owners elect the members as the law provides.",
    ),
)

PROPERTY_PARTY_BUILDING_LINKED = Requirement(
    key="property-party-building-linked",
    title=Text(
        zh="物业党建与三件事挂钩",
        en="The party building of property companies counts in three respects",
    ),
    must=street.arrangement("property-party-link").has_all("tendering", "credit-record", "industry-awards"),
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("物业招投标", "信用征集", "行业评优")),
    wording=("挂钩",),
    note=OPEN_LIST,
)

PROPERTY_SATISFACTION_SURVEY = Requirement(
    key="property-satisfaction-survey",
    title=Text(zh="物业服务的居民满意度调查", en="Survey of residents' satisfaction with property service"),
    must=community.arrangement("property-satisfaction-survey").in_place(),
    when=HAS_PROPERTY_COMPANY,
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("居民满意度调查机制",)),
    wording=("建立",),
    note=Text(
        zh="多久一次、多少分合格，原文未写。没有物业服务的社区不问。",
        en="How often, and what would be a pass, is not said. A community without property service is not asked.",
    ),
)

SURVEY_AND_CREDIT_USED = Requirement(
    key="survey-and-credit-used",
    title=Text(
        zh="用调查和诚信结果督促物业改进",
        en="Survey and credit record are used to make the company improve",
    ),
    must=all_of(
        in_order(property_company.surveyed, property_company.survey_used),
        reached(property_company.credit_used),
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_18,
    source=HUANGJINLING.clause("六(一)18", evidence=("综合运用", "诚信体系")),
    wording=("综合运用",),
    note=Text(
        zh="先调查，后运用；两样都要用到。",
        en="The survey comes before its use, and both sources are to be used.",
    ),
)

# -- 19

FACILITY_AREA_PER_100_HOUSEHOLDS = Requirement(
    key="facility-area-per-100-households",
    title=Text(zh="每百户服务用房面积", en="Floor area of service rooms for each 100 households"),
    must=choose(
        HOUSEHOLDS_COUNTED,
        all=FACILITY_AREA_PER_HOUSEHOLD >= "40 m² / (100 household)",
        permanent=community.facility_area / community.permanent_households >= "40 m² / (100 household)",
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_19,
    source=HUANGJINLING.clause("六(一)19", evidence=("不低于40平方米", "每百户居民", "整合共享")),
    covers=("facility-supply-means",),
    wording=("按照", "不低于"),
    note=Text(
        zh="常住还是全部，原文未写；没有期限。新建、改扩建、整合共享的都算，方式列举未尽，因此不单独判断。",
        en="Whether permanent households alone are meant is not said. There is no day. Rooms newly built, altered or "
        "shared all count. The list of ways is open, so that none can be wrong.",
    ),
)

ONE_SEVEN_N_MODEL = Requirement(
    key="one-seven-n-model",
    title=Text(zh="一套架构加七项服务", en="One structure and seven services of the 1+7+N model"),
    must=community.arrangement("one-seven-n").has_all(
        "organisation",
        "comprehensive-governance",
        "volunteer-service",
        "sports",
        "culture",
        "childcare",
        "elderly-care",
        "medical-care",
    ),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_19,
    source=HUANGJINLING.clause("六(一)19", evidence=("“1+7+N”", "文化、体育", "医疗、敬老、托幼", "综合治理等7项")),
    wording=("探索",),
    note=Text(
        zh="七项逐一写明；“N”没有内容，不作判断。与“一有七中心”不是一回事。",
        en="The seven are named one by one. What N holds is not said, and it is not judged. The scheme of seven "
        "centres is another matter.",
    ),
)

MULTI_USE_ROOMS = Requirement(
    key="multi-use-rooms",
    title=Text(zh="一室多用，合作办服务", en="One room serves many uses, and others help to run the services"),
    must=all_of(
        community.arrangement("service-first-premises").has_all("multi-use"),
        community.arrangement("service-partners").has_all("market-bodies", "social-forces"),
    ),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_19,
    source=HUANGJINLING.clause("六(一)19", evidence=("“一室多用”", "市场主体和社会力量")),
    wording=("鼓励和支持",),
)

TEN_MINUTE_SERVICE_CIRCLE = Requirement(
    key="ten-minute-service-circle",
    title=Text(zh="服务在10分钟以内可到", en="Services within 10 minutes"),
    must=choose(
        TRAVEL_MODE,
        as_recorded=SERVICE_CIRCLE,
        on_foot=all_of(community.service_circle_mode.is_("walking"), SERVICE_CIRCLE),
    ),
    modality=Modality.MANDATORY,
    responsible=ITEM_19,
    source=HUANGJINLING.clause("六(一)19", evidence=("“10分钟服务圈”",)),
    wording=("落实",),
)

ONE_HAS_SEVEN_CENTRES = Requirement(
    key="one-has-seven-centres",
    title=Text(zh="党群服务中心的“一有七中心”", en="The scheme of seven centres in the service centre"),
    must=community.arrangement("one-has-seven-centres").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_19,
    source=HUANGJINLING.clause("六(一)19", evidence=("“一有七中心”",)),
    wording=("推进",),
    note=Text(
        zh="七个中心是哪些，原文未写，不能逐项判断；与七项基本服务不是一回事。",
        en="Which the seven centres are is not said, so they cannot be judged one by one. They are not the seven basic "
        "services.",
    ),
)

HOME_SERVICE_BRAND_AND_CARE = Guidance(
    key="home-service-brand-and-care",
    title=Text(
        zh="家政进社区，关爱困难群众，防控疾病",
        en="Household services come in, people in hardship are cared for, diseases are prevented",
    ),
    source=HUANGJINLING.clause("六(一)19", evidence=("品牌家政企业", "关爱照护", "慢性病防控")),
    wording=("推动", "加强", "做好"),
)
