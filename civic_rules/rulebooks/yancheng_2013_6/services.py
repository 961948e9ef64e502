"""Clause 二(五): services for residents, their three layers and the basic services of a community."""

from civic_rules.expressions import Indicator, all_of, any_of, either, subject, tally
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
service_centre = subject("service_centre")

# A compound service is there if it is listed as such, or if both of its halves are.
HEALTH_FAMILY_PLANNING = Indicator(
    key="health-family-planning",
    title=Text(zh="有卫生计生服务", en="health and family planning on offer"),
    value=any_of(
        community.services.includes_all("health-family-planning"),
        community.services.includes_all("health", "family-planning"),
    ),
)
CIVIL_AFFAIRS_SOCIAL_SECURITY = Indicator(
    key="civil-affairs-social-security",
    title=Text(zh="有民政社保服务", en="civil affairs and social security on offer"),
    value=any_of(
        community.services.includes_all("civil-affairs-social-security"),
        community.services.includes_all("civil-affairs", "social-security"),
    ),
)
ELDERLY_CARE_DISABILITY = Indicator(
    key="elderly-care-disability",
    title=Text(zh="有养老助残服务", en="care of the elderly and the disabled on offer"),
    value=any_of(
        community.services.includes_all("elderly-care-disability"),
        community.services.includes_all("elderly-care", "disability"),
    ),
)
CULTURE_SPORTS_EDUCATION = Indicator(
    key="culture-sports-education",
    title=Text(zh="有文体教育服务", en="culture, sports and education on offer"),
    value=any_of(
        community.services.includes_all("culture-sports-education"),
        community.services.includes_all("culture-sports", "education"),
    ),
)
PUBLIC_SECURITY_LEGAL = Indicator(
    key="public-security-legal",
    title=Text(zh="有治安法律服务", en="public security and legal aid on offer"),
    value=any_of(
        community.services.includes_all("public-security-legal"),
        community.services.includes_all("public-security", "legal"),
    ),
)
ENVIRONMENT_MIGRANT_SERVICES = Indicator(
    key="environment-migrant-services",
    title=Text(zh="有环保及流动人口服务", en="environment and services for migrants on offer"),
    value=any_of(
        community.services.includes_all("environment-migrant-services"),
        community.services.includes_all("environment", "migrant-services"),
    ),
)
SIX_SERVICES = (
    HEALTH_FAMILY_PLANNING,
    CIVIL_AFFAIRS_SOCIAL_SECURITY,
    ELDERLY_CARE_DISABILITY,
    CULTURE_SPORTS_EDUCATION,
    PUBLIC_SECURITY_LEGAL,
    ENVIRONMENT_MIGRANT_SERVICES,
)

URBAN_SERVICES_COMPLETE = tally(*SIX_SERVICES) >= "6 item"
RURAL_SERVICES_COMPLETE = (
    tally(
        *SIX_SERVICES,
        community.services.includes_all("production-materials"),
        community.services.includes_all("farm-agency"),
    )
    >= "8 item"
)
SERVICES_COMPLETE = any_of(all_of(URBAN, URBAN_SERVICES_COMPLETE), all_of(RURAL, RURAL_SERVICES_COMPLETE))

THREE_LAYER_SERVICE_SYSTEM = Requirement(
    key="three-layer-service-system",
    title=Text(zh="公共、市场、互助三层服务齐备", en="Public services, market services and mutual help side by side"),
    must=community.arrangement("service-layers").has_all("public-service", "market-service", "mutual-help"),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(五)", evidence=("政府公共服务为基础", "市场经营服务", "居民互助服务")),
    wording=("构建",),
    note=Text(
        zh="每一层至少有一项服务即视为具备。",
        en="A layer is there once it has at least one service.",
    ),
)

SERVICE_INTEGRATION = Guidance(
    key="service-integration",
    title=Text(zh="各类服务相互融合", en="Services of different kinds are integrated"),
    source=YANCHENG.clause("二(五)", evidence=("有机融合",)),
    wording=("实现",),
)

ONE_STOP_SERVICE = Requirement(
    key="one-stop-service",
    title=Text(zh="管理服务站一处受理、一站办结", en="One reception point and one-stop handling at the station"),
    must=service_centre.reception.includes_all("single-reception", "one-stop-handling"),
    when=service_centre.centre_kind.is_("management-service-station"),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(五)", evidence=("一门受理", "一站式")),
    wording=("实行",),
)

URBAN_6X_SERVICES = Requirement(
    key="urban-6x-services",
    title=Text(zh="城市社区六项基本公共服务", en="Six basic public services of an urban community"),
    must=URBAN_SERVICES_COMPLETE,
    when=URBAN,
    modality=Modality.MANDATORY,
    source=YANCHENG.clause(
        "二(五)", evidence=("6+X", "6项", "卫生计生", "养老助残", "民政社保", "治安法律", "文体教育", "环保")
    ),
    wording=("按照", "设置"),
    note=Text(
        zh="六项均为合并项，可整项列出，也可分列两半；只有一半的不计。环保与流动人口为同一项。",
        en="All six are compound. Each may be listed whole or by its two halves, and one half alone does not count. "
        "Environment and services for migrants are one item.",
    ),
)

X_SERVICES_BY_NEED = Requirement(
    key="x-services-by-need",
    title=Text(zh="拓展服务以居民需求为据", en="Extra services rest on residents' needs"),
    must=community.extra_services_by_need >= community.extra_services,
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("二(五)", evidence=("实际需求", "拓展X项服务")),
    wording=("根据", "拓展"),
    note=Text(
        zh="X没有下限：没有拓展服务也算符合。",
        en="X has no minimum: a community without extra services conforms.",
    ),
)

RURAL_8X_SERVICES = Requirement(
    key="rural-8x-services",
    title=Text(zh="农村社区八项基本公共服务", en="Eight basic public services of a rural community"),
    must=RURAL_SERVICES_COMPLETE,
    when=RURAL,
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(五)", evidence=("8+ X", "生产资料", "为农代理", "两项")),
    wording=("按照", "设置"),
    note=Text(
        zh="城市六项之外，另加两项农村服务。",
        en="The six urban services and two more for the countryside.",
    ),
)

PUBLIC_SERVICE_FULL_COVERAGE = Guidance(
    key="public-service-full-coverage",
    title=Text(zh="公共服务惠及全部城乡社区", en="Public services reach every urban and rural community"),
    source=YANCHENG.clause("二(五)", evidence=("努力实现", "城乡全覆盖")),
    wording=("努力实现",),
    note=Text(
        zh="属努力方向，没有期限；各社区是否齐备见六项与八项服务两条。",
        en="An aspiration without a date. The two rules on six and eight services say what each community has.",
    ),
)

MARKET_SERVICES_BY_SOCIAL_ORGANISATIONS = Requirement(
    key="market-services-by-social-organisations",
    title=Text(zh="社会组织开展市场化服务", en="Social organisations run market services"),
    must=community.arrangement("market-services").has_all("elderly-care", "medical", "domestic-help"),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(五)", evidence=("社区社会组织为主体", "养老、医疗、家政")),
    wording=("开展",),
    note=Text(
        zh="列举未穷尽，三项为最少；社会组织所占份额没有数字要求。",
        en="The list is open, and the three named are the least. No figure says how much organisations must run.",
    ),
)

MARKET_SERVICE_MEANS = Guidance(
    key="market-service-means",
    title=Text(zh="培育市场化服务的四种手段", en="Four means of developing market services"),
    source=YANCHENG.clause("二(五)", evidence=("组织化培育", "项目化支撑")),
    wording=("采取",),
)

CONVENIENCE_SERVICE_ENTITIES = Requirement(
    key="convenience-service-entities",
    title=Text(zh="社区有便民服务实体", en="Entities that offer convenience services"),
    must=community.convenience_entities >= "1 organisation",
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("二(五)", evidence=("便民利民服务实体",)),
    wording=("兴办",),
    note=Text(
        zh="原文没有数量，每个社区一家是本规则的检验口径。",
        en="The text gives no number. One in each community is how this rule tests it.",
    ),
)

MUTUAL_HELP_BY_VOLUNTEERS = Requirement(
    key="mutual-help-by-volunteers",
    title=Text(zh="志愿者开展互助服务", en="Volunteers carry out mutual help"),
    # Known as a whole, or activity by activity: two records of one fact.
    must=either(
        community.arrangement("mutual-help").in_place(),
        community.arrangement("mutual-help").has_any("voluntary-patrol", "legal-publicity", "other-activity"),
    ),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(五)", evidence=("社区志愿者为主体", "义务巡逻", "普法宣传")),
    wording=("开展",),
    note=Text(
        zh="巡逻与普法只是举例，有任何一项互助活动即可。",
        en="Patrols and legal education are examples. Any one activity is enough.",
    ),
)

RESIDENT_SATISFACTION_OUTCOME = Guidance(
    key="resident-satisfaction-outcome",
    title=Text(zh="居民感受持续改善", en="Residents feel more satisfied, safer and happier"),
    source=YANCHENG.clause("二(五)", evidence=("满意度", "安全感", "幸福感")),
    wording=("切实提升",),
)
