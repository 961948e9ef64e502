"""Clause 四(一) and 专栏1: the lead of the party organisation, and the many parties that take part in services."""

from civic_rules.expressions import all_of, any_of, either, subject
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    AGRICULTURE,
    CIVIL_AFFAIRS,
    COMMERCE,
    DEVELOPMENT_REFORM,
    HOUSING,
    PARTY_ORGANISATION,
    PUBLICITY,
    STATE_ASSETS,
    TRADE_UNIONS,
    WOMEN,
    YOUTH_LEAGUE,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
street = subject("street")

TASK_1 = (PARTY_ORGANISATION, CIVIL_AFFAIRS, HOUSING, AGRICULTURE, TRADE_UNIONS, YOUTH_LEAGUE, WOMEN)
TASK_2 = (
    CIVIL_AFFAIRS,
    PARTY_ORGANISATION,
    PUBLICITY,
    DEVELOPMENT_REFORM,
    COMMERCE,
    STATE_ASSETS,
    TRADE_UNIONS,
    YOUTH_LEAGUE,
    WOMEN,
)

DUTIES_NOTE = Text(
    zh="镇街和村（社区）两级都有责任，分别判断。列举未尽，五项为最低要求。",
    en="Both levels have the duty, and each is judged by itself. The list is open, and these five are the least.",
)

CITY_POOL = Text(
    zh="以全市培育的总体判断，不要求每个社区样样都有；列举未尽。",
    en="What the city fosters as a whole is judged, not what each community has. The list is open.",
)

PARTY_ORG_DUTIES = Requirement(
    key="party-org-duties",
    title=Text(zh="村（社区）党组织对服务的引领职责", en="Duties of the community's party organisation over services"),
    must=community.arrangement("party-service-duties").has_all(
        "leads-organisations", "pools-resources", "leads-project-design", "leads-deliberation", "leads-evaluation"
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("服务项目设计", "实施评价问效", "议事协商决策")),
    wording=("统筹用好", "牵头开展"),
    note=DUTIES_NOTE,
)

PARTY_ORG_DUTIES_STREET = Requirement(
    key="party-org-duties-street",
    variant_of="party-org-duties",
    title=Text(zh="镇街党组织对服务的引领职责", en="Duties of the street's party organisation over services"),
    must=street.arrangement("party-service-duties").has_all(
        "leads-organisations", "pools-resources", "leads-project-design", "leads-deliberation", "leads-evaluation"
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("服务项目设计", "实施评价问效", "议事协商决策")),
    wording=("统筹用好", "牵头开展"),
    note=DUTIES_NOTE,
)

CO_GOVERNANCE_SYSTEM = Requirement(
    key="co-governance-system",
    title=Text(zh="社区服务中各方的分工", en="Who does what in community services"),
    must=community.arrangement("service-co-governance").has_all(
        "party-organisation",
        "self-governing-organisation",
        "residents",
        "mass-organisations",
        "social-organisations",
        "social-workers",
        "stationed-units",
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("基层群众性自治组织主导", "驻区单位共同参与")),
    wording=("全面健全",),
    note=Text(
        zh="引文中间多出一个句号，前后连读。",
        en="A full stop stands in the middle of the sentence by mistake: it is read through.",
    ),
)

PARTY_ORGS_IN_ELIGIBLE_GROUPS = Requirement(
    key="party-orgs-in-eligible-groups",
    title=Text(zh="符合条件的群体建有党组织", en="Groups that meet the conditions have a party organisation"),
    must=all_of(
        any_of(
            community.eligible_groups.includes_none("farmer-cooperative"),
            community.groups_with_party_organisation.includes_all("farmer-cooperative"),
        ),
        any_of(
            community.eligible_groups.includes_none("grid-unit"),
            community.groups_with_party_organisation.includes_all("grid-unit"),
        ),
        any_of(
            community.eligible_groups.includes_none("dwelling-compound"),
            community.groups_with_party_organisation.includes_all("dwelling-compound"),
        ),
        any_of(
            community.eligible_groups.includes_none("other"),
            community.groups_with_party_organisation.includes_all("other"),
        ),
    ),
    when=community.eligible_groups.includes_any("dwelling-compound", "grid-unit", "farmer-cooperative", "other"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("网格单元、城市小区", "农民专业合作社")),
    wording=("推动",),
    note=Text(
        zh="按类判断，社区里没有合格群体的类别不计。条件和比例原文未写。",
        en="Each kind is judged, and a kind of which the community has no eligible group is passed over. Neither the "
        "conditions nor a share are given.",
    ),
)

PARTY_RECOMMENDED_ORG_LEADERS = Requirement(
    key="party-recommended-org-leaders",
    title=Text(zh="党组织推荐的人选任组织负责人", en="Candidates of the party organisation head organisations"),
    must=community.arrangement("party-recommended-leaders").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("依纪依程序",)),
    wording=("推动", "注重"),
    note=Text(
        zh="“注重”承接句首的“推动”。须依纪依程序。",
        en="The verb leans on the promotion with which the sentence opens. Discipline and procedure are to be kept.",
    ),
)

JOINT_BUILDING_MECHANISM = Requirement(
    key="joint-building-mechanism",
    title=Text(zh="单位与社区党组织结对共建", en="Units and community party organisations pair up"),
    must=community.arrangement("paired-building").in_place(),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("常态化结对共建",)),
    wording=("健全",),
)

PARTY_MEMBER_CHECK_IN_SYSTEM = Requirement(
    key="party-member-check-in-system",
    title=Text(
        zh="在职党员报到并在小区服务",
        en="Party members in service report to the community and serve in their compound",
    ),
    must=community.arrangement("double-reporting").has_all("party-members", "compound-service"),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("社区报到", "在小区服务制度")),
    wording=("落实",),
    note=Text(
        zh="这里要求有制度；报到的覆盖面见专栏5-1。",
        en="The system is what is asked for here. How many report is in 专栏5-1.",
    ),
)

THREE_LISTS_TWO_WAY_CLAIM = Requirement(
    key="three-lists-two-way-claim",
    title=Text(zh="三张清单与双向认领", en="Three lists, claimed in both directions"),
    must=community.arrangement("claimed-service-lists").has_all("needs", "resources", "projects", "two-way-claiming"),
    modality=Modality.MANDATORY,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("服务需求、服务资源", "三张清单", "双向认领")),
    wording=("建立", "实行"),
    note=Text(
        zh="与专栏5-17的三项清单不同：那里的第三项是民生项目。",
        en="They are not the three lists of 专栏5-17, of which the third is one of livelihood projects.",
    ),
)

THREE_PARTY_COORDINATION = Requirement(
    key="three-party-coordination",
    title=Text(
        zh="居委会、业委会、物业企业在党建引领下协调运行",
        en="Residents' committee, owners' committee and property company work together",
    ),
    must=community.arrangement("property-coordination").in_place(),
    when=either(community.has_property_service.is_(True), community.property_companies.count() >= "1 property_company"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_1,
    lead=TASK_1[:1],
    source=SHAOYANG.clause("四(一)1", evidence=("有物业服务的社区", "协调运行机制")),
    wording=("推动",),
    note=Text(
        zh="只问有物业服务的社区。",
        en="It is asked only of communities that a property company serves.",
    ),
)

FIVE_PARTY_LINKAGE = Requirement(
    key="five-party-linkage",
    title=Text(zh="五社联动机制", en="Linkage of five social forces"),
    must=community.arrangement("five-society-linkage").has_all(
        "community", "social-workers", "social-organisations", "volunteers", "charity-resources"
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_2,
    lead=TASK_2[:1],
    source=SHAOYANG.clause("四(一)2", evidence=("五社联动", "社区为平台")),
    wording=("健全",),
)

SERVICE_CHANNELS = Requirement(
    key="service-channels",
    title=Text(zh="引入社会力量的渠道", en="Ways of drawing in social forces"),
    must=any_of(
        city.arrangement("service-purchase").in_place(),
        city.arrangement("public-welfare-ventures").in_place(),
        city.arrangement("charity-donations").in_place(),
        city.arrangement("community-funds").in_place(),
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_2,
    lead=TASK_2[:1],
    source=SHAOYANG.clause("四(一)2", evidence=("公益创投、慈善捐助", "社区基金")),
    wording=("健全",),
    note=Text(
        zh="四种方式列举未尽，有一种即可。层级未写明，按全市判断。",
        en="Four ways are named and the list is open: one is enough. The level is not named, and the city is judged.",
    ),
)

SPACE_FOR_SERVICE = Requirement(
    key="space-for-service",
    title=Text(zh="以场地、租赁和连锁引入服务企业", en="Space, leases and chains that bring in service companies"),
    must=city.arrangement("space-for-service").has_any("exchange", "concession-leases", "chain-operation"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_2,
    lead=TASK_2[:1],
    source=SHAOYANG.clause("四(一)2", evidence=("优惠租赁", "连锁经营")),
    wording=("支持", "探索", "鼓励"),
)

MASS_ORGANISATIONS_ROLE = Guidance(
    key="mass-organisations-role",
    title=Text(
        zh="政府保障基本服务，群团组织参与",
        en="Government supplies the basic services, and mass organisations take part",
    ),
    source=SHAOYANG.clause("四(一)2", evidence=("主体地位", "群团组织")),
    wording=("强化", "支持"),
)

SOCIAL_ORGANISATION_CULTIVATION = Requirement(
    key="social-organisation-cultivation",
    title=Text(zh="培育三类社区社会组织", en="Three natures of social organisation are fostered"),
    must=city.arrangement("organisation-cultivation").has_all("public-welfare", "service", "mutual-help"),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-1", evidence=("公益性、服务性、互助性",)),
    wording=("培育扶持",),
    note=CITY_POOL,
)

KEY_SERVICE_FIELDS = Requirement(
    key="key-service-fields",
    title=Text(zh="重点培育的服务领域", en="Fields of service that are fostered first"),
    must=city.arrangement("organisation-cultivation").has_all(
        "child-welfare", "disability-aid", "family-education", "elderly-care"
    ),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-1", evidence=("儿童福利和保护", "养老、家庭教育、助残")),
    wording=("重点培育",),
    note=CITY_POOL,
)

BRAND_ORGS_AND_PROJECTS = Requirement(
    key="brand-orgs-and-projects",
    title=Text(zh="品牌组织与品牌项目", en="Brand organisations and brand projects"),
    must=city.arrangement("organisation-cultivation").has_all("brand-organisations", "brand-projects"),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-1", evidence=("品牌社区社会组织",)),
    wording=("培育",),
    note=Text(zh="“一批”没有数量，两者各有即可。", en="A batch is no number: one of each is enough."),
)

VOLUNTEER_TARGET_GROUPS = Requirement(
    key="volunteer-target-groups",
    title=Text(zh="志愿服务的主要对象", en="The main groups that volunteers serve"),
    must=community.arrangement("volunteer-target-groups").has_all(
        "people-in-hardship", "disabled", "children-in-difficulty", "left-behind-children", "left-behind-elderly"
    ),
    modality=Modality.MANDATORY,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏1-2", evidence=("留守老人、留守儿童", "困难人群", "困境儿童")),
    wording=("主要面向", "开展志愿服务"),
    note=Text(
        zh="对象列举未尽，五类为最低要求：服务向该类人群开放即可，不要求社区里都有这样的人。",
        en="The list is open, and these five are the least. The service has to be open to a group: whether such people "
        "live in the community does not matter.",
    ),
)

VOLUNTEER_SERVICE_CONTENTS = Requirement(
    key="volunteer-service-contents",
    title=Text(zh="志愿服务的内容", en="What volunteers do"),
    must=community.arrangement("volunteer-service-contents").has_all(
        "domestic-help",
        "legal-aid",
        "counselling",
        "safety-self-care",
        "schooling-aid",
        "elderly-and-disability-aid",
        "poverty-relief",
    ),
    modality=Modality.MANDATORY,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏1-2", evidence=("扶贫帮困、助老助残", "心理疏导、法律援助")),
    wording=("围绕", "开展志愿服务"),
    note=Text(zh="内容列举未尽，七项为最低要求。", en="The list is open, and these seven are the least."),
)

NEIGHBOURLY_MUTUAL_AID = Requirement(
    key="neighbourly-mutual-aid",
    title=Text(zh="邻里互助与互动活动", en="Mutual aid and activities of neighbours"),
    must=community.arrangement("neighbourhood-mutual-aid").has_all("mutual-aid", "exchange"),
    modality=Modality.MANDATORY,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("专栏1-2", evidence=("邻里互助服务",)),
    wording=("大力开展",),
    note=Text(zh="没有次数。", en="There is no frequency."),
)

SOCIAL_WORK_STUDIOS = Requirement(
    key="social-work-studios",
    title=Text(zh="全市社会工作室数量", en="Social-work studios of the city"),
    must=either(
        city.social_work_studios,
        city.all("community").where(community.arrangement("social-work-studio").in_place()).count()
        * "1 studio / community",
    )
    >= "150 studio",
    modality=Modality.TARGET,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-3", evidence=("社会工作室150",)),
    wording=("建设",),
    note=Text(
        zh="全市总数，不是每个社区的数；原文没有期限。句首的“支持”管社工站，数目另有动词“建设”。"
        "逐个社区统计时，一个社区按一个工作室计。",
        en="It is the total of the city, not a number for each community. There is no date. The support with which the "
        "sentence opens is that of stations: the number has a verb of its own. Where communities are listed, one with "
        "a studio counts as one.",
    ),
)

SOCIAL_WORK_STATION_UPGRADE = Requirement(
    key="social-work-station-upgrade",
    title=Text(zh="镇街社工站提质升级", en="Better social-work stations of streets and towns"),
    must=street.arrangement("social-work-station").has_all("upgraded", "professional", "individual", "targeted"),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-3", evidence=("社工站提质升级",)),
    wording=("支持",),
)

COMMUNITY_CHARITY_FUND = Requirement(
    key="community-charity-fund",
    title=Text(zh="社区慈善捐赠基金", en="Charity fund of the community"),
    must=community.arrangement("charity-fund").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-4", evidence=("社区专项捐赠基金",)),
    wording=("加强", "培育和引导"),
)

CHARITY_ACTIVITY_TYPES = Requirement(
    key="charity-activity-types",
    title=Text(zh="慈善服务活动的种类", en="Kinds of charity activity"),
    must=city.arrangement("charity-activities").has_all(
        "hardship-relief", "elderly-support", "orphan-relief", "disability-aid"
    ),
    modality=Modality.MANDATORY,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏1-4", evidence=("济困、扶老、恤孤、助残",)),
    wording=("开展",),
    note=Text(
        zh="种类列举未尽，四种为最低要求。慈善会和基地是市级的，按全市判断。",
        en="The list is open, and these four are the least. The charity federation is the city's: the city is judged.",
    ),
)
