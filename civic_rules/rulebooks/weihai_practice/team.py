"""Paragraph 4: the people who serve communities."""

from civic_rules.expressions import either, quantity, subject
from civic_rules.indicators import URBAN, WORKERS_PER_RESIDENT
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
street = subject("street")
community = subject("community")
worker = subject("worker")
compound = subject("dwelling_compound")
owners_committee = subject("owners_committee")

ALL_ORGANISATIONS = community.social_organisations + community.filed_organisations

HAS_FEDERATION = street.arrangement("social-organisation-federation").in_place()
HAS_STATION = street.arrangement("social-work-station").in_place()
HAS_PROPERTY_SERVICE = compound.has_property_management.is_(True)
HAS_PROPERTY_COMMITTEE = community.arrangement("environment-property-committee").in_place()

DEPENDS_ON_SIZE = Text(
    zh="总数随城市大小变化，不能直接比较优劣。",
    en="A total goes with the size of a city, so that more is not better by itself.",
)

TWO_COMMITTEE_MEMBERS_ELECTED = Benchmark(
    key="two-committee-members-elected",
    title=Text(zh="换届当选的两委成员", en="Committee members elected at the term change"),
    value=quantity("2081 committee_member"),
    measures=city.elected_committee_members,
    direction=Direction.NEITHER,
    wording=("换届选举",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("换届选举", "2081人")),
    note=DEPENDS_ON_SIZE,
)

FULL_TIME_RECRUITS = Benchmark(
    key="full-time-recruits",
    title=Text(zh="社会招录的专职人员", en="Full-time staff recruited from society"),
    value=quantity("1393 worker"),
    measures=city.recruited_workers,
    direction=Direction.NEITHER,
    wording=("招录",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("面向社会招录", "1393人")),
    note=DEPENDS_ON_SIZE,
)

WORKERS_PER_COMMUNITY = Benchmark(
    key="workers-per-community",
    title=Text(zh="每个社区的工作者人数", en="Workers per community"),
    value=quantity("10.6 worker / community"),
    measures=either(
        city.workers_per_community,
        city.all("community").total(community.workers) / city.all("community").count(),
    ),
    likewise=(
        county.all("community").total(community.workers) / county.all("community").count(),
        street.all("community").total(community.workers) / street.all("community").count(),
        community.workers / "1 community",
    ),
    direction=Direction.HIGHER,
    rounded_to=0.1,
    wording=("平均",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("平均每个社区", "10。6人")),
    note=Text(
        zh="原文的小数点印成了句号。平均数不说明每个社区都有这么多人；是否包括农村社区，原文未写。",
        en="The text prints the decimal point as a full stop. An average does not say that each community has as many. "
        "Whether rural communities are in it is not said.",
    ),
)

WORKERS_PER_10K = Benchmark(
    key="workers-per-10k",
    title=Text(zh="每万名城镇居民的工作者人数", en="Workers for 10,000 urban residents"),
    value=quantity("17 worker / (10000 resident)"),
    measures=either(
        city.workers_per_residents,
        city.all("community").where(URBAN).total(community.workers)
        / city.all("community").where(URBAN).total(community.residents),
    ),
    likewise=(
        county.all("community").where(URBAN).total(community.workers)
        / county.all("community").where(URBAN).total(community.residents),
        street.all("community").where(URBAN).total(community.workers)
        / street.all("community").where(URBAN).total(community.residents),
        WORKERS_PER_RESIDENT,
    ),
    comparable_when=(URBAN,),
    direction=Direction.HIGHER,
    rounded_to=1,
    wording=("配备",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("每万名城镇常住人口", "17人")),
    note=Text(
        zh="分母是城镇常住人口，因此只与城市社区相比。",
        en="The denominator is the permanent urban population, so only urban communities are compared.",
    ),
)

WORKERS_WITH_DEGREE = Benchmark(
    key="workers-with-degree",
    title=Text(zh="大学以上学历人员占比", en="Workers with university education"),
    value=quantity("85.6 %"),
    measures=either(city.university_share, city.all("worker").share(worker.has_degree.is_(True))),
    likewise=(
        county.all("worker").share(worker.has_degree.is_(True)),
        street.all("worker").share(worker.has_degree.is_(True)),
        community.all("worker").share(worker.has_degree.is_(True)),
    ),
    direction=Direction.HIGHER,
    rounded_to=0.1,
    wording=("占",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("大学以上文化", "85。6%")),
    note=Text(
        zh="原文的小数点印成了句号；大学是否包括专科，原文未写。",
        en="The text prints the decimal point as a full stop. Whether junior colleges count is not said.",
    ),
)

PAY_POSTS = Benchmark(
    key="pay-posts",
    title=Text(zh="薪酬体系的岗位数", en="Posts in the pay system"),
    value=quantity("3 post"),
    measures=city.pay_posts,
    direction=Direction.NEITHER,
    wording=("构建",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("3岗18级",)),
)

PAY_GRADES = Benchmark(
    key="pay-grades",
    title=Text(zh="薪酬体系的等级数", en="Grades in the pay system"),
    value=quantity("18 grade"),
    measures=city.pay_grades,
    direction=Direction.NEITHER,
    wording=("构建",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("3岗18级",)),
    note=Text(
        zh="合计18级还是每岗18级，原文未写，通常指合计。",
        en="Whether the 18 are all or those of each post is not said. Usually all are meant.",
    ),
)

PAY_SYSTEM = Requirement(
    key="pay-system",
    title=Text(zh="按岗位和等级定薪", en="Pay system by posts and grades"),
    must=city.arrangement("pay-system").in_place(),
    modality=Modality.REPORTED,
    wording=("构建",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("薪酬体系",)),
)

LEADERS_RECRUITED_TO_POSTS = Benchmark(
    key="leaders-recruited-to-posts",
    title=Text(zh="考入公职的社区带头人", en="Community leaders who passed into public posts"),
    value=quantity("37 committee_member"),
    measures=city.leaders_in_public_posts,
    direction=Direction.HIGHER,
    wording=("考录",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("37名", "考录公务员")),
    note=Text(zh="原文没有写是哪段时间。", en="The text does not say in which period."),
)

CAREER_PATH = Requirement(
    key="career-path",
    title=Text(zh="社区工作者的上升通道", en="Career path for community workers"),
    must=city.arrangement("career-path").in_place(),
    modality=Modality.REPORTED,
    wording=("拓宽",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("发展空间",)),
)

TRAINING_ALL_STAFF = Requirement(
    key="training-all-staff",
    title=Text(zh="人人参加培训", en="Training for all workers"),
    must=either(
        community.trained_workers / community.workers,
        community.staff.share(worker.is_trained.is_(True)),
    )
    >= "100 %",
    modality=Modality.REPORTED,
    wording=("组织开展",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("全员培训",)),
    note=Text(
        zh="多久一次，原文未写：按数据所指的时段计算。",
        en="How often is not said: the period is the one that the data are of.",
    ),
)

SOCIAL_WORKER_CERTIFICATE = Requirement(
    key="social-worker-certificate",
    title=Text(zh="鼓励考取社工资格", en="Encouragement to gain the social-worker qualification"),
    must=city.arrangement("exam-encouragement").in_place(),
    modality=Modality.REPORTED,
    wording=("鼓励",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("鼓励考取", "职业资格")),
)

TOWNS_STREETS_TOTAL = Benchmark(
    key="towns-streets-total",
    title=Text(zh="镇街总数", en="Towns and streets"),
    value=quantity("72 street"),
    measures=either(city.towns_and_streets, city.all("street").count()),
    direction=Direction.NEITHER,
    wording=("全部",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("72个镇街",)),
)

SOCIAL_ORGANISATION_FEDERATION_COVERAGE = Benchmark(
    key="social-organisation-federation-coverage",
    title=Text(zh="有联合会的镇街占比", en="Towns and streets with a federation of social organisations"),
    value=quantity("100 %"),
    measures=either(
        city.streets_with_federation / city.towns_and_streets,
        city.all("street").share(HAS_FEDERATION),
    ),
    likewise=(county.all("street").share(HAS_FEDERATION),),
    direction=Direction.HIGHER,
    wording=("全部成立",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("72个镇街", "社会组织联合会", "全部成立")),
)

SOCIAL_WORK_STATION_COVERAGE = Benchmark(
    key="social-work-station-coverage",
    title=Text(zh="有社工站的镇街占比", en="Towns and streets with a social-work station"),
    value=quantity("100 %"),
    measures=either(
        city.streets_with_station / city.towns_and_streets,
        city.all("street").share(HAS_STATION),
    ),
    likewise=(county.all("street").share(HAS_STATION),),
    direction=Direction.HIGHER,
    wording=("全部成立",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("72个镇街", "全部成立", "社工站")),
)

COMMUNITY_SOCIAL_ORGANISATIONS = Benchmark(
    key="community-social-organisations",
    title=Text(zh="社区社会组织总数", en="Community social organisations"),
    value=quantity("3369 organisation"),
    measures=either(city.community_organisations, city.all("community").total(ALL_ORGANISATIONS)),
    direction=Direction.NEITHER,
    wording=("达到",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("社区社会组织", "3369个")),
    note=Text(
        zh="登记还是备案，原文未写：由社区加总时两者都计入。总数随城市大小变化。",
        en="Registered or filed is not said: both count where communities are added up. A total goes with the size "
        "of a city.",
    ),
)

SOCIAL_ORGANISATIONS_PER_COMMUNITY = Benchmark(
    key="social-organisations-per-community",
    title=Text(zh="每个社区的社会组织数", en="Social organisations per community"),
    value=quantity("10 organisation / community"),
    measures=either(
        city.organisations_per_community,
        city.all("community").total(ALL_ORGANISATIONS) / city.all("community").count(),
    ),
    likewise=(
        county.all("community").total(ALL_ORGANISATIONS) / county.all("community").count(),
        street.all("community").total(ALL_ORGANISATIONS) / street.all("community").count(),
        ALL_ORGANISATIONS / "1 community",
    ),
    direction=Direction.HIGHER,
    rounded_to=1,
    wording=("平均",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("平均每个社区10个",)),
    note=Text(
        zh="这是约数，也是平均数。登记还是备案，原文未写：两者都计入。",
        en="It is rounded, and it is an average. Registered or filed is not said: both count.",
    ),
)

REGISTERED_VOLUNTEERS = Benchmark(
    key="registered-volunteers",
    title=Text(zh="注册的社区志愿者", en="Registered community volunteers"),
    value=quantity("450000 volunteer"),
    measures=either(city.registered_volunteers, city.all("community").total(community.volunteers)),
    direction=Direction.NEITHER,
    rounded_to=10_000,
    wording=("达到",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("社区注册志愿者", "45万名")),
    note=Text(
        zh="以万计的约数。是否包括农村，原文未写，因此不推算占人口的比例。",
        en="It is rounded to ten thousand. Whether rural volunteers are in it is not said, so no share of the "
        "population is worked out.",
    ),
)

DOUBLE_REPORTING_UNITS = Benchmark(
    key="double-reporting-units",
    title=Text(zh="到社区报到的单位党组织", en="Party organisations of units that reported to communities"),
    value=quantity("2926 unit_body"),
    measures=city.reporting_units,
    direction=Direction.NEITHER,
    wording=("深化",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("双报到", "2926个")),
    note=DEPENDS_ON_SIZE,
)

DOUBLE_REPORTING_MEMBERS = Benchmark(
    key="double-reporting-members",
    title=Text(zh="到社区报到的党员", en="Party members who reported to communities"),
    value=quantity("55000 party_member"),
    measures=city.reporting_party_members,
    direction=Direction.NEITHER,
    rounded_to=1000,
    wording=("深化",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("双报到", "5。5万名党员")),
    note=Text(
        zh="原文的小数点印成了句号；精确到千。总数随城市大小变化。",
        en="The text prints the decimal point as a full stop. The figure is rounded to a thousand. A total goes with "
        "the size of a city.",
    ),
)

DOUBLE_REPORTING_SYSTEM = Requirement(
    key="double-reporting-system",
    title=Text(zh="单位和党员都到社区报到", en="Units and party members both report to the community"),
    must=community.arrangement("double-reporting").has_all("unit-party-organisations", "party-members"),
    modality=Modality.REPORTED,
    wording=("深化",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("双报到", "到社区报到服务")),
)

RED_PROPERTY = Requirement(
    key="red-property",
    title=Text(zh="党建引领的物业管理", en="Property management led by the party organisation"),
    must=community.arrangement("party-led-property").in_place(),
    modality=Modality.REPORTED,
    wording=("全面推行",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("全面推行", "红色物业")),
    note=Text(
        zh="“全面”以什么计数，原文未写：看每个社区是否推行。",
        en="Of what it is everywhere is not said: every community is asked.",
    ),
)

PROPERTY_COMMITTEE_COVERAGE = Benchmark(
    key="property-committee-coverage",
    title=Text(
        zh="有环境和物业委员会的社区占比",
        en="Communities with a committee for environment and property management",
    ),
    value=quantity("100 %"),
    measures=either(city.property_committee_share, city.all("community").share(HAS_PROPERTY_COMMITTEE)),
    likewise=(
        county.all("community").share(HAS_PROPERTY_COMMITTEE),
        street.all("community").share(HAS_PROPERTY_COMMITTEE),
    ),
    direction=Direction.HIGHER,
    wording=("实现", "全覆盖"),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("物业管理委员会", "全覆盖")),
)

PROPERTY_SERVICE_COVERAGE = Benchmark(
    key="property-service-coverage",
    title=Text(zh="有物业服务的小区占比", en="Dwelling compounds with property service"),
    value=quantity("100 %"),
    measures=either(city.property_service_share, city.all("dwelling_compound").share(HAS_PROPERTY_SERVICE)),
    likewise=(
        county.all("dwelling_compound").share(HAS_PROPERTY_SERVICE),
        street.all("dwelling_compound").share(HAS_PROPERTY_SERVICE),
        community.compounds.share(HAS_PROPERTY_SERVICE),
    ),
    direction=Direction.HIGHER,
    wording=("实现", "全覆盖"),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("住宅小区物业服务", "全覆盖")),
)

OWNERS_COMMITTEES = Benchmark(
    key="owners-committees",
    title=Text(zh="组建的业主委员会", en="Owners' committees formed"),
    value=quantity("869 owners_committee"),
    measures=either(city.owners_committees_formed, city.all("owners_committee").count()),
    direction=Direction.HIGHER,
    wording=("组建",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("业主委员会", "869个")),
    note=Text(
        zh="占小区的比例，原文未写。总数随城市大小变化。",
        en="The share of compounds is not said. A total goes with the size of a city.",
    ),
)

OWNERS_COMMITTEE_MEMBERS = Benchmark(
    key="owners-committee-members",
    title=Text(zh="业主委员会的委员", en="Members of owners' committees"),
    value=quantity("4249 committee_member"),
    measures=either(
        city.owners_committee_members,
        city.all("owners_committee").total(owners_committee.members),
    ),
    direction=Direction.NEITHER,
    wording=("推选",),
    source=WEIHAI.clause("段4(队伍建设)", evidence=("推选委员", "4249人")),
    note=DEPENDS_ON_SIZE,
)
