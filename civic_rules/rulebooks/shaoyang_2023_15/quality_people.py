"""The fifth box, items 1 to 9: party members, civic practice, the elderly, infants, minors, the disabled, work, health.

Full coverage is judged on the city. What each street or community has of it is a variant that judges nobody.
"""

from datetime import date

from civic_rules.expressions import choose, either, subject
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    CIVIL_AFFAIRS,
    DISABLED_PERSONS,
    EDUCATION,
    HEALTH,
    HUMAN_RESOURCES,
    PARTY_ORGANISATION,
    PARTY_WORK,
    PUBLICITY,
    STATE_ASSETS,
    WOMEN,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.readings import ABOUT_FIGURE
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
street = subject("street")
community = subject("community")

END_OF_2025 = date(2025, 12, 31)

COMMUNITIES = city.all("community")
URBAN_COMMUNITIES = COMMUNITIES.where(URBAN)
ALL_STREETS = city.all("street")
STREETS_ALONE = ALL_STREETS.where(street.is_township.is_(False))

HAS_DAY_CARE = community.arrangement("day-care").in_place()
HAS_ELDERLY_INSTITUTION = street.arrangement("elderly-institution").in_place()
PROTECTS_MINORS = street.arrangement("minor-protection").has_any("workstation", "named-person")
HAS_DISABLED_ASSOCIATION = community.arrangement("disabled-association").in_place()
RENTS_AIDS = community.arrangement("aid-rental").in_place()

PARTY_BODIES = (PARTY_ORGANISATION, PARTY_WORK, EDUCATION, HEALTH, STATE_ASSETS)
MINORS_BODIES = (CIVIL_AFFAIRS, EDUCATION, WOMEN)
DISABILITY_BODIES = (DISABLED_PERSONS, HEALTH)

ONE_FOR_INFORMATION = Text(
    zh="单个镇街或社区的情况，仅供参考；全覆盖的要求针对全市。",
    en="How one street or community stands, for information. Full coverage is asked of the city.",
)

OPEN_LIST = Text(
    zh="原文列举未尽，所列各项为最低要求。",
    en="The list is open, and what it names is the least.",
)

UNIT_CHECK_IN_COVERAGE = Requirement(
    key="unit-check-in-coverage",
    title=Text(zh="单位党组织都到社区报到", en="Party organisations of all units report to a community"),
    must=city.reporting_units / city.units_with_party_organisation >= "100 %",
    modality=Modality.ENCOURAGED,
    responsible=PARTY_BODIES,
    source=SHAOYANG.clause("专栏5-1", evidence=("社区报到全覆盖", "企事业单位党组织")),
    wording=("推动",),
    note=Text(
        zh="分母为机关和企事业单位中有党组织的单位；全覆盖按100%理解。",
        en="The whole is every public body, enterprise and institution with a party organisation. All means 100 %.",
    ),
)

MEMBER_CHECK_IN_COVERAGE = Requirement(
    key="member-check-in-coverage",
    title=Text(zh="在职党员都到社区报到", en="All party members in service report to a community"),
    must=city.reporting_party_members / city.in_service_party_members >= "100 %",
    modality=Modality.ENCOURAGED,
    responsible=PARTY_BODIES,
    source=SHAOYANG.clause("专栏5-1", evidence=("社区报到全覆盖", "在职党员")),
    wording=("推动",),
)

COMMUNITY_ORGANISATION_SYSTEM = Guidance(
    key="community-organisation-system",
    title=Text(
        zh="党组织领导、自治组织为基础",
        en="The party organisation leads, the self-governing organisation is the base",
    ),
    source=SHAOYANG.clause("专栏5-1", evidence=("社区组织体系",)),
    wording=("健全",),
)

POST_DUTY_ACTIVITIES = Requirement(
    key="post-duty-activities",
    title=Text(zh="党员设岗定责，服务居民", en="Party members take posts and duties that serve residents"),
    must=community.arrangement("party-member-posts").in_place(),
    modality=Modality.MANDATORY,
    responsible=PARTY_BODIES,
    source=SHAOYANG.clause("专栏5-1", evidence=("设岗定责",)),
    wording=("组织党员参加",),
    note=Text(zh="次数未写。", en="How often is not said."),
)

CIVILISATION_STATION_FIVE_HAVES = Requirement(
    key="civilisation-station-five-haves",
    title=Text(zh="文明实践站“五有”", en="What a station for civic practice has"),
    must=community.arrangement("civic-practice-station").has_all(
        "place", "team", "activities", "projects", "mechanism"
    ),
    modality=Modality.MANDATORY,
    responsible=(PUBLICITY,),
    source=SHAOYANG.clause("专栏5-2", evidence=("有场所、有队伍", "有项目、有机制")),
    wording=("按照",),
)

HOME_CARE_FACILITY_PROGRAMME = Guidance(
    key="home-care-facility-programme",
    title=Text(zh="居家养老设施建设工程", en="Programme of facilities for care at home"),
    source=SHAOYANG.clause("专栏5-3", evidence=("居家养老服务设施",)),
    wording=("实施",),
    note=Text(zh="由其后两项覆盖率衡量。", en="The two rates of coverage that follow measure it."),
)

STREET_ELDERLY_INSTITUTION_COVERAGE = Requirement(
    key="street-elderly-institution-coverage",
    title=Text(
        zh="综合性养老机构覆盖全部街道",
        en="A comprehensive institution for the care of the elderly in every street",
    ),
    must=either(city.elderly_institution_coverage, STREETS_ALONE.share(HAS_ELDERLY_INSTITUTION)) >= "100 %",
    when=either(city.elderly_institution_coverage >= "0 %", STREETS_ALONE.count() >= "1 street"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("街道综合性养老机构", "全覆盖")),
    wording=("实现全覆盖",),
    note=Text(
        zh="只写街道，乡镇不计入；期限按2025年末理解。",
        en="Streets alone are named, so towns are left out. By 2025 is read as the end of that year.",
    ),
)

STREET_ELDERLY_INSTITUTION_COVERAGE_STREET = Requirement(
    key="street-elderly-institution-coverage-street",
    variant_of="street-elderly-institution-coverage",
    title=Text(zh="本街道有综合性养老机构", en="Comprehensive care institution of the street"),
    must=HAS_ELDERLY_INSTITUTION,
    when=street.is_township.is_(False),
    modality=Modality.REPORTED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("街道综合性养老机构", "全覆盖")),
    wording=("实现全覆盖",),
    note=ONE_FOR_INFORMATION,
)

URBAN_DAY_CARE_COVERAGE = Requirement(
    key="urban-day-care-coverage",
    title=Text(zh="日间照料覆盖全部城市社区", en="Day care for the elderly in every urban community"),
    must=either(city.urban_day_care_coverage, URBAN_COMMUNITIES.share(HAS_DAY_CARE)) >= "100 %",
    when=either(city.urban_day_care_coverage >= "0 %", URBAN_COMMUNITIES.count() >= "1 community"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("日间照料机构", "到2025年")),
    wording=("实现全覆盖",),
)

URBAN_DAY_CARE_COVERAGE_COMMUNITY = Requirement(
    key="urban-day-care-coverage-community",
    variant_of="urban-day-care-coverage",
    title=Text(zh="本城市社区有日间照料机构", en="Day care of the urban community"),
    must=HAS_DAY_CARE,
    when=URBAN,
    modality=Modality.REPORTED,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("日间照料机构", "到2025年")),
    wording=("实现全覆盖",),
    note=ONE_FOR_INFORMATION,
)

ELDERLY_VISIT_SYSTEM = Requirement(
    key="elderly-visit-system",
    title=Text(zh="定期上门探访居家老人", en="Regular visits to the elderly at home"),
    must=community.arrangement("elderly-visits").in_place(),
    modality=Modality.MANDATORY,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("居家定期探访制度",)),
    wording=("建立",),
)

SPECIAL_ELDERLY_MONTHLY_VISIT_RATE = Requirement(
    key="special-elderly-monthly-visit-rate",
    title=Text(
        zh="特殊困难老年人每月都有人探访",
        en="Each elderly resident in special difficulty is visited every month",
    ),
    must=community.special_elderly_visited / community.special_elderly >= "100 %",
    when=community.special_elderly > "0 elderly_resident",
    modality=Modality.TARGET,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("月探访率", "100%")),
    wording=("达到",),
    note=Text(
        zh="按上一个整日历月计算。前一句的2025年期限不套用到这一句，因此没有期限；特殊困难比“特困”范围宽。",
        en="The month is the last calendar month that is over. The day of the sentence before is not taken over, so "
        "there is none. Special difficulty is wider than the legal category of destitution.",
    ),
)

ELDER_FRIENDLY_COMMUNITIES = Requirement(
    key="elder-friendly-communities",
    title=Text(zh="建成老年友好的示范社区", en="Communities that are a model for the elderly"),
    must=either(
        city.elderly_friendly_communities,
        COMMUNITIES.where(community.is_elderly_friendly.is_(True)).count(),
    )
    >= "1 community",
    modality=Modality.TARGET,
    responsible=(CIVIL_AFFAIRS,),
    source=SHAOYANG.clause("专栏5-3", evidence=("老年友好型社区",)),
    wording=("建成一批",),
    note=Text(zh="“一批”没有数目，有一个即可。", en="The text gives no number, so one is enough."),
)

CHILDCARE_IN_FACILITY_BUILDING = Requirement(
    key="childcare-in-facility-building",
    title=Text(zh="建设综合设施时考虑托育", en="Infant care is considered when facilities are built"),
    must=community.arrangement("childcare-planning").in_place(),
    modality=Modality.MANDATORY,
    responsible=(HEALTH,),
    source=SHAOYANG.clause("专栏5-4", evidence=("统筹考虑婴幼儿照护",)),
    wording=("统筹考虑",),
    note=Text(
        zh="要求考虑，没有要求建；与其他设施的衔接只写“加强”，不作判断。",
        en="It has to be considered, not built. Links with other facilities are only to be strengthened: not judged.",
    ),
)

CHILDCARE_RURAL_AND_ONLINE = Guidance(
    key="childcare-rural-and-online",
    title=Text(zh="农村托育和线上育儿服务", en="Infant care in villages, and help for parents online"),
    source=SHAOYANG.clause("专栏5-4", evidence=("父母课堂", "互动式家庭育儿")),
    wording=("加大", "鼓励"),
)

MINOR_PROTECTION_COVERAGE = Requirement(
    key="minor-protection-coverage",
    title=Text(
        zh="每个镇街有工作站或专人保护未成年人",
        en="A station or a named person for the protection of minors in every town and street",
    ),
    must=either(city.minor_protection_coverage, ALL_STREETS.share(PROTECTS_MINORS)) >= "100 %",
    modality=Modality.TARGET,
    responsible=MINORS_BODIES,
    source=SHAOYANG.clause("专栏5-5", evidence=("未成年人保护工作站", "指定专人")),
    wording=("推进", "实现全覆盖"),
    note=Text(zh="两种形式有一种即可。", en="One of the two forms is enough."),
)

MINOR_PROTECTION_COVERAGE_STREET = Requirement(
    key="minor-protection-coverage-street",
    variant_of="minor-protection-coverage",
    title=Text(zh="本镇街有工作站或专人", en="Station or named person of the town or street"),
    must=PROTECTS_MINORS,
    modality=Modality.REPORTED,
    responsible=MINORS_BODIES,
    source=SHAOYANG.clause("专栏5-5", evidence=("未成年人保护工作站", "指定专人")),
    wording=("推进", "实现全覆盖"),
    note=ONE_FOR_INFORMATION,
)

YOUTH_HOME_AND_PRACTICE_PLACE = Requirement(
    key="youth-home-and-practice-place",
    title=Text(zh="青少年的两类场所", en="Two kinds of place for young people"),
    must=community.arrangement("youth-places").has_all("youth-home", "off-campus-practice"),
    modality=Modality.ENCOURAGED,
    responsible=MINORS_BODIES,
    source=SHAOYANG.clause("专栏5-5", evidence=("青年之家", "校外实践教育场所")),
    wording=("推动", "普遍建立"),
    note=Text(
        zh="“普遍”没有比例。这里只写社区，同句的家长学校写村和社区；按全部社区理解。",
        en="Generally has no rate. The text says communities here, and villages and communities for the parents' "
        "school: all communities are taken.",
    ),
)

CHILD_CARE_AFTER_SCHOOL = Requirement(
    key="child-care-after-school",
    title=Text(zh="学龄儿童课后和假期看护", en="Care of school-age children after class and in holidays"),
    must=community.arrangement("child-care-hours").has_all("after-class-care", "holiday-care"),
    modality=Modality.ENCOURAGED,
    responsible=MINORS_BODIES,
    source=SHAOYANG.clause("专栏5-5", evidence=("课后托管", "寒暑假集中看护")),
    wording=("推动", "提供"),
)

PARENTS_SCHOOL = Requirement(
    key="parents-school",
    title=Text(zh="家长学校和家庭教育站点", en="Parents' school and service point for family education"),
    must=community.arrangement("family-education").has_all("parents-school", "service-point"),
    modality=Modality.ENCOURAGED,
    responsible=MINORS_BODIES,
    source=SHAOYANG.clause("专栏5-5", evidence=("家长学校", "家庭教育服务站点")),
    wording=("推广建立",),
)

DISABLED_ASSOCIATION_COVERAGE = Requirement(
    key="disabled-association-coverage",
    title=Text(zh="村和社区都有残协", en="An association of disabled persons in every community"),
    must=either(city.disabled_association_coverage, COMMUNITIES.share(HAS_DISABLED_ASSOCIATION)) >= "100 %",
    modality=Modality.ENCOURAGED,
    responsible=DISABILITY_BODIES,
    source=SHAOYANG.clause("专栏5-6", evidence=("残疾人协会全覆盖",)),
    wording=("推动实现",),
)

DISABLED_ASSOCIATION_COVERAGE_COMMUNITY = Requirement(
    key="disabled-association-coverage-community",
    variant_of="disabled-association-coverage",
    title=Text(zh="本村（社区）有残协", en="Association of disabled persons of the community"),
    must=HAS_DISABLED_ASSOCIATION,
    modality=Modality.REPORTED,
    responsible=DISABILITY_BODIES,
    source=SHAOYANG.clause("专栏5-6", evidence=("残疾人协会全覆盖",)),
    wording=("推动实现",),
    note=ONE_FOR_INFORMATION,
)

REHABILITATION_AID_RENTAL_PILOTS = Requirement(
    key="rehabilitation-aid-rental-pilots",
    title=Text(zh="试点租赁康复辅具的社区数", en="Communities that try out the rental of aids for rehabilitation"),
    must=either(city.aid_rental_communities, COMMUNITIES.where(RENTS_AIDS).count()) >= "50 community",
    modality=Modality.ENCOURAGED,
    responsible=DISABILITY_BODIES,
    source=SHAOYANG.clause("专栏5-6", evidence=("50个社区", "社区租赁服务")),
    wording=("试点开展",),
    note=Text(
        zh="数目按下限理解；这一句没有期限。",
        en="The figure is read as the least. The sentence sets no day.",
    ),
)

DISABILITY_SERVICE_KINDS = Requirement(
    key="disability-service-kinds",
    title=Text(zh="为残疾人提供的各类服务", en="Kinds of service for the disabled"),
    must=community.arrangement("disability-services").has_all(
        "rehabilitation-training",
        "aids-adaptation",
        "family-doctor-assistance",
        "day-care",
        "home-care",
        "assisted-employment",
        "home-flexible-employment",
    ),
    modality=Modality.MANDATORY,
    responsible=DISABILITY_BODIES,
    source=SHAOYANG.clause("专栏5-6", evidence=("康复训练、辅助器具适配", "居家托养", "辅助性就业")),
    wording=("开展", "提供"),
    note=OPEN_LIST,
)

BARRIER_FREE_ENVIRONMENT = Requirement(
    key="barrier-free-environment",
    title=Text(zh="社区环境无障碍", en="Barrier-free environment of the community"),
    must=community.arrangement("barrier-free-environment").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=DISABILITY_BODIES,
    source=SHAOYANG.clause("专栏5-6", evidence=("社区无障碍环境建设",)),
    wording=("推进",),
)

EMPLOYMENT_STATIONS = Requirement(
    key="employment-stations",
    title=Text(zh="村和社区的就业创业站点", en="Station for jobs and start-ups in the community"),
    must=community.arrangement("employment-station").in_place(),
    modality=Modality.MANDATORY,
    responsible=(HUMAN_RESOURCES,),
    source=SHAOYANG.clause("专栏5-7", evidence=("就业创业服务站点",)),
    wording=("依托", "设立"),
)

EMPLOYMENT_STATIONS_STREET = Requirement(
    key="employment-stations-street",
    variant_of="employment-stations",
    title=Text(zh="镇街的就业创业站点", en="Station for jobs and start-ups in the town or street"),
    must=street.arrangement("employment-station").in_place(),
    modality=Modality.MANDATORY,
    responsible=(HUMAN_RESOURCES,),
    source=SHAOYANG.clause("专栏5-7", evidence=("乡镇街道", "就业创业服务站点")),
    wording=("依托", "设立"),
    note=Text(zh="镇街与村、社区两级都要设立。", en="Both levels are asked for: streets, and communities."),
)

EMPLOYMENT_TARGET_GROUPS = Requirement(
    key="employment-target-groups",
    title=Text(zh="就业服务的重点人群", en="Groups served first with employment"),
    must=community.arrangement("employment-groups").has_all(
        "disabled", "rural-transferred-labour", "veterans", "graduates", "hard-to-employ", "registered-unemployed"
    ),
    modality=Modality.MANDATORY,
    responsible=(HUMAN_RESOURCES,),
    source=SHAOYANG.clause("专栏5-7", evidence=("登记失业人员", "就业困难人员", "退役军人")),
    wording=("依托", "设立"),
    note=OPEN_LIST,
)

CLINIC_AND_FAMILY_DOCTOR = Requirement(
    key="clinic-and-family-doctor",
    title=Text(zh="基本公共卫生项目落到社区", en="Basic items of public health are carried out"),
    must=community.arrangement("primary-health").has_all("public-health-items"),
    modality=Modality.MANDATORY,
    responsible=(HEALTH,),
    source=SHAOYANG.clause("专栏5-8", evidence=("基本卫生公共服务项目",)),
    wording=("落实",),
    note=Text(
        zh="一句话里有三件事，只有这一件用“落实”；其余两件另作一条。",
        en="The sentence has three matters, and only this one is to be carried out. The others have their own rule.",
    ),
)

CLINIC_AND_FAMILY_DOCTOR_STRENGTHENED = Requirement(
    key="clinic-and-family-doctor-strengthened",
    title=Text(zh="卫生服务机构和家庭医生签约", en="Clinic and family-doctor contracts"),
    must=community.arrangement("primary-health").has_all("clinic", "family-doctor-contracts"),
    modality=Modality.ENCOURAGED,
    responsible=(HEALTH,),
    source=SHAOYANG.clause("专栏5-8", evidence=("家庭医生签约", "村卫生室")),
    wording=("加强", "推进"),
    note=Text(zh="签约没有比例。", en="There is no rate of contracts."),
)

MEDICAL_ELDERLY_INTEGRATION = Requirement(
    key="medical-elderly-integration",
    title=Text(zh="医养结合的行动和试点", en="Programme and pilots that join medical care and care of the elderly"),
    must=city.arrangement("medical-elderly-integration").has_all("capacity-action", "demonstration-pilots"),
    modality=Modality.MANDATORY,
    responsible=(HEALTH,),
    source=SHAOYANG.clause("专栏5-8", evidence=("医养结合",)),
    wording=("开展",),
)

LONG_TERM_CARE_MODEL = Requirement(
    key="long-term-care-model",
    title=Text(zh="失能老人三类场所的长期照护", en="Long-term care in three settings"),
    must=city.arrangement("long-term-care-model").has_all("home", "community", "professional-institution"),
    modality=Modality.ENCOURAGED,
    responsible=(HEALTH,),
    source=SHAOYANG.clause("专栏5-8", evidence=("长期照护模式", "失能老年人")),
    wording=("探索建立",),
)

EDUCATION_EXPERIMENTAL_ZONES = Requirement(
    key="education-experimental-zones",
    title=Text(zh="社区教育实验区约3个", en="About 3 experimental zones of community education"),
    must=choose(
        ABOUT_FIGURE,
        within_one=city.education_zones.between("2 education_zone", "4 education_zone"),
        one_less=city.education_zones >= "2 education_zone",
        at_least=city.education_zones >= "3 education_zone",
    ),
    modality=Modality.TARGET,
    responsible=(EDUCATION,),
    source=SHAOYANG.clause("专栏5-9", evidence=("3个左右", "社区教育实验区")),
    wording=("建设",),
)

QUALITY_ELDERLY_UNIVERSITIES = Requirement(
    key="quality-elderly-universities",
    title=Text(zh="优质老年大学约5所", en="About 5 universities of quality for the elderly"),
    must=choose(
        ABOUT_FIGURE,
        within_one=city.elderly_universities.between("4 elderly_university", "6 elderly_university"),
        one_less=city.elderly_universities >= "4 elderly_university",
        at_least=city.elderly_universities >= "5 elderly_university",
    ),
    modality=Modality.TARGET,
    responsible=(EDUCATION,),
    source=SHAOYANG.clause("专栏5-9", evidence=("5所左右", "优质老年大学")),
    wording=("建设",),
)

LEARNING_MODELS = Requirement(
    key="learning-models",
    title=Text(zh="社区和家庭两类学习型创建", en="Models of learning: community and families"),
    must=community.arrangement("learning-models").has_all("learning-community", "learning-family"),
    modality=Modality.ENCOURAGED,
    responsible=(EDUCATION,),
    source=SHAOYANG.clause("专栏5-9", evidence=("学习型社区", "学习型家庭")),
    wording=("推动开展",),
    note=OPEN_LIST,
)
