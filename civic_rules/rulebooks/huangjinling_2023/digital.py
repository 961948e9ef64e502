"""Clause 五(五): smart governance."""

from civic_rules.expressions import all_of, either, subject
from civic_rules.rulebooks.huangjinling_2023.departments import SERVICE_CENTRE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
compound = subject("dwelling_compound")
centre = subject("service_centre")

ON_PLATFORM = community.arrangement("integrated-platform").in_place()

STREET_CONVENIENCE_CENTRE = Requirement(
    key="street-convenience-centre",
    title=Text(zh="街道便民中心一站办理", en="Convenience service centre of the street, with one-stop handling"),
    must=street.service_centres.some(
        all_of(
            centre.centre_kind.is_("convenience-service-centre"),
            centre.reception.includes_all("one-stop-handling"),
        )
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("便民服务中心", "一站式")),
    wording=("加强",),
    note=Text(
        zh="要求加强，没有标准，有一个一站办理的中心即可。",
        en="It is to be strengthened, without a measure: one centre with one-stop handling is enough.",
    ),
)

SELF_SERVICE_TERMINAL_EXTENSION = Requirement(
    key="self-service-terminal-extension",
    title=Text(zh="自助终端到社区", en="Self-service terminals in the community"),
    must=community.arrangement("government-self-service").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("综合自助终端", "向基层延伸")),
    wording=("推动",),
    note=Text(zh="没有覆盖面。", en="No coverage is set."),
)

SERVICE_STANDARDISATION_ONE_NET = Requirement(
    key="service-standardisation-one-net",
    title=Text(zh="事项有标准、上一张网", en="Services set to a standard and handled on one network"),
    must=street.arrangement("one-net-service").has_all("standard-matters", "one-net"),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("事项标准化", "一网通办")),
    wording=("持续推进", "推动"),
)

INTEGRATED_PLATFORM_COVERAGE = Requirement(
    key="integrated-platform-coverage",
    title=Text(zh="平台覆盖所有社区", en="The integrated platform covers every community"),
    must=either(street.platform_coverage, street.all("community").share(ON_PLATFORM)) >= "100 %",
    modality=Modality.TARGET,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("覆盖全部社区",)),
    wording=("建设", "覆盖全部社区"),
    note=Text(
        zh="“全部”即100%。没有期限，因此不构成违反。",
        en="All of them are 100 %. Without a date it cannot be broken.",
    ),
)

INTEGRATED_PLATFORM_COVERAGE_COMMUNITY = Requirement(
    key="integrated-platform-coverage-community",
    variant_of="integrated-platform-coverage",
    title=Text(zh="本社区接入平台", en="The community is on the integrated platform"),
    must=ON_PLATFORM,
    modality=Modality.REPORTED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("覆盖全部社区",)),
    wording=("建设", "覆盖全部社区"),
    note=Text(
        zh="每个社区的情况，仅供参考；覆盖面按街道判断。",
        en="How each community stands, for information. Coverage is that of the street.",
    ),
)

INTEGRATED_PLATFORM_FUNCTIONS = Requirement(
    key="integrated-platform-functions",
    title=Text(zh="平台的三项功能", en="Three functions joined on the platform"),
    must=street.arrangement("integrated-platform").has_all(
        "administration", "community-affairs", "convenience-services"
    ),
    modality=Modality.TARGET,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("行政管理", "信息平台")),
    wording=("建设",),
    note=Text(
        zh="三项要在同一平台上。没有期限，因此不构成违反。",
        en="All three are on one platform. Without a date it cannot be broken.",
    ),
)

ONE_DOOR_SERVICE = Requirement(
    key="one-door-service",
    title=Text(zh="社区一门办理", en="Services of the community behind one door"),
    must=community.arrangement("one-place-service").has_all("one-door"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("一门式",)),
    wording=("推行",),
)

SMART_COMPOUND_APPLICATIONS = Requirement(
    key="smart-compound-applications",
    title=Text(zh="智慧小区的四项应用", en="Four applications of a smart compound"),
    must=compound.smart_applications.includes_all(
        "smart-security", "floating-population", "parking", "mail-and-parcel-storage"
    ),
    when=compound.is_smart.is_(True),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("五(五)15", evidence=("智慧小区", "小区智能安防")),
    wording=("推动", "开展"),
    note=Text(
        zh="只问智慧小区，哪些小区要建没有写明。列举未尽，四项为最低要求。",
        en="It is asked of smart compounds; which ones are to be built is not said. The list is open, and these four "
        "are the least.",
    ),
)

BIG_DATA_ANALYSIS = Guidance(
    key="big-data-analysis",
    title=Text(zh="信息共享与数据研判", en="Sharing of information and analysis of data"),
    source=HUANGJINLING.clause("五(五)15", evidence=("信息资源共享", "大数据分析研判")),
    wording=("加大", "强化", "加强"),
    note=Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked."),
)
