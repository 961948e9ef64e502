"""Clause 二(四), second part: social organisations and volunteers."""

from datetime import date

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    either,
    largest,
    subject,
    tally,
)
from civic_rules.indicators import RURAL, URBAN, VOLUNTEERS_PER_RESIDENT
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rulebooks.yancheng_2013_6.readings import END_OF_2015
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
community = subject("community")
organisation = subject("social_organisation")

IS_REGISTERED = organisation.is_registered.is_(True)

SOCIAL_ORGANISATION_STATUS = Reading(
    key="social-organisation-status",
    title=Text(
        zh="只备案、未登记的社会组织算不算？",
        en="Do social organisations count that are filed but not registered?",
    ),
    options=(
        ReadingOption(key="registered", title=Text(zh="只算已登记的", en="only those registered")),
        ReadingOption(key="registered-or-filed", title=Text(zh="登记和备案的都算", en="those registered or filed")),
    ),
    default="registered",
    reason=Text(zh="原文写的是登记数。", en="The text speaks of the number registered."),
)

VOLUNTEER_RATE_LEVEL = Reading(
    key="volunteer-rate-level",
    title=Text(
        zh="志愿者注册率按每个社区计算，还是按全市城市、农村合计？",
        en="Is the rate of volunteers that of each community, or that of all urban and all rural ones together?",
    ),
    options=(
        ReadingOption(key="per-community", title=Text(zh="每个社区各自达到", en="each community reaches it")),
        ReadingOption(key="city-wide", title=Text(zh="全市城市、农村各自合计", en="city-wide, urban and rural apart")),
    ),
    default="per-community",
    reason=Text(
        zh="同一句先规定每个社区的组织数，志愿者比例随后写出。",
        en="The same sentence first sets a number for each community and goes on to the rate of volunteers.",
    ),
)

VOLUNTEER_NOTE = Text(
    zh="居民人口按常住、各年龄计；志愿者住在何处不限。原文只写2015年，按年底到期解读。",
    en="Residents are those living there permanently, of all ages. Where a volunteer lives does not matter. "
    "The text names the year 2015 alone, which is read as its end.",
)

PRIORITY_SOCIAL_ORGANISATION_TYPES = Requirement(
    key="priority-social-organisation-types",
    title=Text(zh="优先培育的四类组织", en="Four priority types of social organisation"),
    must=tally(
        community.organisations.some(organisation.organisation_type.is_("public-welfare-charity")),
        community.organisations.some(organisation.organisation_type.is_("welfare-service")),
        community.organisations.some(organisation.organisation_type.is_("dispute-resolution")),
        community.organisations.some(organisation.organisation_type.is_("culture-sports")),
    )
    >= "4 item",
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause(
        "二(四)-社会组织与志愿者", evidence=("公益慈善类", "矛盾化解类", "福利服务类", "文体娱乐类")
    ),
    wording=("优先培育发展",),
    note=Text(
        zh="这是优先方向而非必备清单：缺少一类只作提醒。",
        en="This is an order of priority, not a list that must be complete. A type that is lacking is a warning.",
    ),
)

GOVERNMENT_PURCHASE_MECHANISM = Requirement(
    key="government-purchase-mechanism",
    title=Text(zh="购买服务机制", en="Government purchase-of-service mechanism"),
    must=county.arrangement("service-purchase").in_place(),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("政府购买服务机制",)),
    wording=("建立",),
    note=Text(
        zh="原文未写哪一级政府，按出资的县级判断。",
        en="The text does not say which level of government. It is judged on the county, which pays.",
    ),
)

SOCIAL_ORGANISATION_SUPPORT = Guidance(
    key="social-organisation-support",
    title=Text(zh="加强对社区社会组织的扶持", en="More support for community social organisations"),
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("加大", "扶持力度")),
    wording=("加大",),
)

VOLUNTEER_TEAM_CORE = Requirement(
    key="volunteer-team-core",
    title=Text(zh="志愿队伍的骨干", en="Party members and civil servants lead volunteering"),
    must=all_of(
        community.party_member_volunteers >= "1 volunteer",
        community.civil_servant_volunteers >= "1 volunteer",
    ),
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("党员和公务员志愿者",)),
    wording=("大力加强",),
    note=Text(
        zh="“引领”没有数字：两类志愿者各至少一人即为有。",
        en="To lead has no figure. At least one volunteer of each group is taken as enough.",
    ),
)

SOCIAL_ORGANISATIONS_PER_COMMUNITY = Requirement(
    key="social-organisations-per-community",
    title=Text(zh="每个社区的社会组织数量", en="Social organisations in each community"),
    must=choose(
        SOCIAL_ORGANISATION_STATUS,
        registered=either(community.social_organisations, community.organisations.where(IS_REGISTERED).count()),
        registered_or_filed=either(
            # Those registered count even where it is not known how many are only filed.
            largest(
                community.social_organisations,
                community.social_organisations + community.filed_organisations,
            ),
            community.organisations.where(any_of(IS_REGISTERED, organisation.is_filed.is_(True))).count(),
        ),
    )
    >= "5 organisation",
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("到2015年", "每个社区", "登记数", "5个以上")),
    wording=("要达到",),
    note=END_OF_2015,
)

VOLUNTEER_REGISTRATION_RATE_URBAN = Requirement(
    key="volunteer-registration-rate-urban",
    title=Text(zh="城市社区志愿者注册占比", en="Volunteer registration rate of an urban community"),
    must=VOLUNTEERS_PER_RESIDENT >= "15 volunteer / (100 resident)",
    when=all_of(URBAN, choose(VOLUNTEER_RATE_LEVEL, per_community=True, city_wide=False)),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause(
        "二(四)-社会组织与志愿者", evidence=("到2015年", "城市社区志愿者注册率", "居民人口", "15% 以上")
    ),
    wording=("要达到",),
    note=VOLUNTEER_NOTE,
)

VOLUNTEER_REGISTRATION_RATE_URBAN_CITY = Requirement(
    key="volunteer-registration-rate-urban-city",
    variant_of="volunteer-registration-rate-urban",
    title=Text(zh="全市城市社区志愿者注册占比", en="Volunteer registration rate of all urban communities"),
    must=either(city.urban_volunteers, city.all("community").where(URBAN).total(community.volunteers))
    / either(city.urban_residents, city.all("community").where(URBAN).total(community.residents))
    >= "15 volunteer / (100 resident)",
    when=all_of(
        choose(VOLUNTEER_RATE_LEVEL, per_community=False, city_wide=True),
        either(city.urban_residents > "0 resident", city.all("community").where(URBAN).count() >= "1 community"),
    ),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause(
        "二(四)-社会组织与志愿者", evidence=("到2015年", "城市社区志愿者注册率", "居民人口", "15% 以上")
    ),
    wording=("要达到",),
    note=VOLUNTEER_NOTE,
)

VOLUNTEER_REGISTRATION_RATE_RURAL = Requirement(
    key="volunteer-registration-rate-rural",
    title=Text(zh="农村社区志愿者注册占比", en="Volunteer registration rate of a rural community"),
    must=VOLUNTEERS_PER_RESIDENT >= "10 volunteer / (100 resident)",
    when=all_of(RURAL, choose(VOLUNTEER_RATE_LEVEL, per_community=True, city_wide=False)),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("到2015年", "居民人口", "农村占 10% 以上")),
    wording=("要达到",),
    note=VOLUNTEER_NOTE,
)

VOLUNTEER_REGISTRATION_RATE_RURAL_CITY = Requirement(
    key="volunteer-registration-rate-rural-city",
    variant_of="volunteer-registration-rate-rural",
    title=Text(zh="全市农村社区志愿者注册占比", en="Volunteer registration rate of all rural communities"),
    must=either(city.rural_volunteers, city.all("community").where(RURAL).total(community.volunteers))
    / either(city.rural_residents, city.all("community").where(RURAL).total(community.residents))
    >= "10 volunteer / (100 resident)",
    when=all_of(
        choose(VOLUNTEER_RATE_LEVEL, per_community=False, city_wide=True),
        either(city.rural_residents > "0 resident", city.all("community").where(RURAL).count() >= "1 community"),
    ),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("二(四)-社会组织与志愿者", evidence=("到2015年", "居民人口", "农村占 10% 以上")),
    wording=("要达到",),
    note=VOLUNTEER_NOTE,
)
