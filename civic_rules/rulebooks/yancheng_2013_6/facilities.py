"""Clause 三(六): size and rooms of communities, plans, the off-site fund, building and use, gaps and attainment."""

from datetime import date

from civic_rules.expressions import (
    Indicator,
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    done_by,
    either,
    largest,
    not_,
    reached,
    subject,
)
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rulebooks.yancheng_2013_6.readings import ATTAINMENT_RATE_SCOPE
from civic_rules.rulebooks.yancheng_2013_6.services import SERVICES_COMPLETE
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
county = subject("county")
facility = subject("facility")
fund = subject("fund")
payment = subject("payment")

COUNTY_GOVERNMENTS = Text(zh="各县（市、区）政府", en="county governments")
CHECKING_DEPARTMENTS = (
    Text(zh="民政、规划、建设、房产等部门", en="departments of civil affairs, planning, construction, housing"),
    Text(zh="社区", en="the community"),
)

REQUIRED_AREA = largest("400 m²", community.households * "20 m² / (100 household)")

IS_OFFSITE_FUND = fund.fund_kind.is_("offsite-construction")

IS_PLANNED = facility.is_in_plan.is_(True)
IS_HANDED_OVER = reached(facility.delivered)
HAND_OVER_IS_DUE = any_of(reached(facility.planned_delivery), IS_HANDED_OVER)

SAME_LEVEL_GOVERNMENT = Reading(
    key="same-level-government",
    title=Text(
        zh="规划报“同级政府”备案，指县级政府还是市政府？",
        en="With which government are the plans filed beside the municipal department?",
    ),
    options=(
        ReadingOption(key="county-government", title=Text(zh="本县（市、区）政府", en="the county's own government")),
        ReadingOption(key="city-government", title=Text(zh="市政府", en="the government of the city")),
    ),
    default="county-government",
    reason=Text(
        zh="规划属于县一级，“同级”按规划的级别理解。",
        en="The plans are the county's. The level is read as that of the plans, not that of the department.",
    ),
)

SIZE_NOTE = Text(
    zh="两端均含。这是划分社区的标准：已有社区超出范围只作提醒，新划分的社区才算违反。户数口径原文未写。",
    en="Both ends count. The norm is for drawing boundaries: outside the band a standing community gets a warning, "
    "and only a newly drawn one breaks the rule. Which households count is not said.",
)

PLAN_NOTE = Text(
    zh="编制和备案都须在期限内，期限最后一天有效。",
    en="The plan has to be both completed and filed by the day, that day included.",
)

COUNTY_PLATFORM_RESPONSIBILITY = Requirement(
    key="county-platform-responsibility",
    title=Text(zh="县级政府承担平台建设责任", en="The county takes on the building of platforms"),
    must=county.arrangement("platform-responsibility").in_place(),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("法定责任", "主体责任")),
    wording=("要切实履行",),
)

COMMUNITY_SIZE_URBAN = Requirement(
    key="community-size-urban",
    title=Text(zh="城市社区户数规模", en="Size of an urban community in households"),
    must=community.households.between("2000 household", "3000 household"),
    when=URBAN,
    modality=Modality.MANDATORY,
    breach_when=community.is_newly_drawn.is_(True),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("2000户-3000户", "科学划分")),
    wording=("按照", "科学划分和设置"),
    note=SIZE_NOTE,
)

COMMUNITY_SIZE_RURAL = Requirement(
    key="community-size-rural",
    title=Text(zh="农村社区户数规模", en="Size of a rural community in households"),
    must=community.households.between("1000 household", "1500 household"),
    when=RURAL,
    modality=Modality.MANDATORY,
    breach_when=community.is_newly_drawn.is_(True),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("1000户-1500户", "科学划分")),
    wording=("按照", "科学划分和设置"),
    note=SIZE_NOTE,
)

FACILITY_REQUIRED_AREA = Requirement(
    key="facility-required-area",
    title=Text(zh="服务用房应有面积", en="Floor area that the rooms of a community must have"),
    must=community.facility_area >= REQUIRED_AREA,
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("每百户", "20平方米", "400平方米")),
    wording=("不低于", "建设"),
    covers=("facility-area-per-100-households", "facility-min-area"),
    note=Text(
        zh="两个标准同时成立，取其大者：2000户以下为400平方米，以上按户数计，不进整百户。",
        en="Both limits hold together, so the larger binds: 400 m² up to 2,000 households, above that the area "
        "grows with every household and is not rounded to hundreds.",
    ),
)

FACILITY_AREA_NEW_BUILD = Requirement(
    key="facility-area-new-build",
    title=Text(zh="新开发配建用房总面积", en="Total floor area of rooms supplied by a new development"),
    must=community.facility_area >= "1500 m²",
    when=community.is_new_build.is_(True),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("新开发代(配)建", "总面积", "1500平方米")),
    wording=("不得少于",),
    note=Text(
        zh="按该社区交付的全部用房合计，不按单间；与应有面积同时适用。",
        en="All rooms of the community count together. It applies on top of the area that every community needs.",
    ),
)

LAYOUT_PLAN_DEADLINE = Requirement(
    key="layout-plan-deadline",
    title=Text(zh="布局规划按期编制并备案", en="Community layout plan completed and filed in time"),
    must=done_by(county.layout_plan.completed, county.layout_plan.filed, day=date(2013, 3, 31)),
    modality=Modality.MANDATORY,
    due=date(2013, 3, 31),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("社区布局规划", "2013年3月份完成", "备案")),
    wording=("制定", "要在", "完成"),
    covers=("community-layout-plan",),
    note=PLAN_NOTE,
)

FACILITY_SPECIAL_PLAN_DEADLINE = Requirement(
    key="facility-special-plan-deadline",
    title=Text(zh="用房专项规划按期编制并备案", en="Special plan for rooms completed and filed in time"),
    must=done_by(county.facility_plan.completed, county.facility_plan.filed, day=date(2013, 3, 31)),
    modality=Modality.MANDATORY,
    due=date(2013, 3, 31),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("用房建设专项规划", "2013年3月份完成", "备案")),
    wording=("要在", "完成"),
    note=PLAN_NOTE,
)

PLAN_FILING_RECIPIENTS = Requirement(
    key="plan-filing-recipients",
    title=Text(zh="两项规划均报两处备案", en="Both plans are filed with both bodies"),
    must=choose(
        SAME_LEVEL_GOVERNMENT,
        county_government=all_of(
            county.layout_plan.filed_with.includes_all("municipal-civil-affairs", "county-government"),
            county.facility_plan.filed_with.includes_all("municipal-civil-affairs", "county-government"),
        ),
        city_government=all_of(
            county.layout_plan.filed_with.includes_all("municipal-civil-affairs", "city-government"),
            county.facility_plan.filed_with.includes_all("municipal-civil-affairs", "city-government"),
        ),
    ),
    modality=Modality.MANDATORY,
    due=date(2013, 3, 31),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("市级民政部门", "同级政府")),
    wording=("要在", "备案"),
)

PLATFORM_COST_IN_LAND_COST = Requirement(
    key="platform-cost-in-land-cost",
    title=Text(zh="平台成本列入土地成本", en="Cost of platforms is part of the cost of building land"),
    must=county.arrangement("platform-cost-in-land-cost").in_place(),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("纳入建设土地成本",)),
    wording=("纳入建设土地成本",),
)

OFFSITE_CONSTRUCTION_FUND = Requirement(
    key="offsite-construction-fund",
    title=Text(zh="设有易地建设资金", en="A fund for building platforms off site exists"),
    must=county.funds.some(IS_OFFSITE_FUND),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("易地建设专项资金",)),
    wording=("设立",),
)

OFFSITE_FUND_POOLING = Requirement(
    key="offsite-fund-pooling",
    title=Text(zh="易地建设资金统筹使用", en="The off-site fund is pooled across the area"),
    must=fund.is_pooled.is_(True),
    when=IS_OFFSITE_FUND,
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("区域统筹",)),
    wording=("实行",),
)

OFFSITE_FUND_USES = Requirement(
    key="offsite-fund-uses",
    title=Text(zh="易地建设资金逐笔用于规定用途", en="Each payment of the off-site fund is for an allowed purpose"),
    must=fund.payments.every(payment.purpose.is_("new-build", "alteration", "extension", "maintenance-repair")),
    when=all_of(IS_OFFSITE_FUND, fund.payments.count() >= "1 payment"),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("新、改、扩建", "维护维修")),
    wording=("用于",),
    note=Text(
        zh="用途清单封闭，其他用途一笔也不行；尚无支出的资金不检查。",
        en="The list of uses is closed, so one payment for anything else fails. A fund without payments is not asked.",
    ),
)

FACILITY_GATEKEEPING = Requirement(
    key="facility-gatekeeping",
    title=Text(zh="用房交付前多方把关", en="Departments and the community check rooms before the hand-over"),
    must=facility.checked_by.includes_all("civil-affairs", "planning", "construction", "housing", "community"),
    when=IS_PLANNED,
    modality=Modality.MANDATORY,
    # Until the hand-over those who have not signed still can.
    breach_when=IS_HANDED_OVER,
    responsible=CHECKING_DEPARTMENTS,
    source=YANCHENG.clause("三(六)", evidence=("待建或在建", "严格把关", "房产等部门")),
    wording=("必须严格把关",),
    note=Text(
        zh="以各方签认为证，部门可以更多；交付前缺签只作提醒。",
        en="A signature of each body shows it, and more departments may sign. Before the hand-over a missing one is "
        "a warning.",
    ),
)

FACILITY_DELIVERY = Requirement(
    key="facility-delivery",
    title=Text(zh="用房按期、足量、合格交付", en="Rooms are handed over in time, in full and in good quality"),
    must=all_of(
        done_by(facility.delivered, day=facility.planned_delivery),
        facility.area >= facility.planned_area,
        facility.is_accepted.is_(True),
    ),
    # Rooms whose planned day is over are judged even if they were never handed over.
    when=all_of(IS_PLANNED, HAND_OVER_IS_DUE),
    modality=Modality.MANDATORY,
    responsible=CHECKING_DEPARTMENTS,
    source=YANCHENG.clause("三(六)", evidence=("保质保量", "按时交付")),
    wording=("必须", "保证"),
    note=Text(
        zh="自计划交付之日起，或提前交付的自交付之日起检查。",
        en="Judged from the planned day on, or from the hand-over if that comes first.",
    ),
)

FACILITY_STATE_ASSET_MANAGEMENT = Requirement(
    key="facility-state-asset-management",
    title=Text(zh="用房按国有资产管理", en="Rooms are managed as state assets"),
    must=facility.is_on_asset_register.is_(True),
    modality=Modality.MANDATORY,
    responsible=CHECKING_DEPARTMENTS,
    source=YANCHENG.clause("三(六)", evidence=("国有资产管理",)),
    wording=("必须", "按照", "严格管理"),
    note=Text(
        zh="以登记为国有资产为证；句首虽说待建在建用房，按适用于全部用房解读。",
        en="An entry in the register of state assets shows it. The sentence opens with planned rooms and is read as "
        "holding for all.",
    ),
)

FACILITY_MISUSE = Requirement(
    key="facility-misuse",
    title=Text(zh="用房没有违规使用", en="Rooms are not misused"),
    must=facility.misuses.includes_none("occupied", "misappropriated", "rented-out", "converted-to-other-use"),
    modality=Modality.MANDATORY,
    responsible=(Text(zh="任何单位和个人", en="any unit or person"),),
    source=YANCHENG.clause("三(六)", evidence=("不得侵占", "出租", "改作他用")),
    wording=("不得",),
    note=Text(
        zh="四种行为一律禁止，收益归社区也不例外；按适用于全部用房解读。",
        en="Four acts are forbidden, even where the community earns by them. Read as holding for all rooms.",
    ),
)

GAP_MINIMUM = Reading(
    key="gap-minimum",
    title=Text(
        zh="认定缺口社区时，“最低标准”指应有面积还是400平方米？",
        en="Which minimum does a community fall short of that counts as a gap?",
    ),
    options=(
        ReadingOption(
            key="required-area",
            title=Text(zh="两个标准中的大者", en="the larger of 400 m² and 20 m² per 100 households"),
        ),
        ReadingOption(key="floor-alone", title=Text(zh="只看400平方米", en="400 m² alone")),
    ),
    default="required-area",
    reason=Text(
        zh="文件要求两个标准同时达到，低于任一标准都是不足。",
        en="The document asks for both limits together, so an area below either of them is too little.",
    ),
)

GAP_CONDITIONS = Reading(
    key="gap-conditions",
    title=Text(
        zh="缺房或面积不足，与没有可依托的开发项目，须同时具备吗？",
        en="Do a lack of room and a lack of a suitable development have to come together?",
    ),
    options=(
        ReadingOption(key="both", title=Text(zh="同时具备", en="both together")),
        ReadingOption(key="one-of-them", title=Text(zh="具备其一", en="either of them alone")),
    ),
    default="both",
    reason=Text(
        zh="后一项说明为何不能靠代建补足；若只需其一，面积已达标的社区也会列入。",
        en="The second says why no developer can supply the rooms. Read as alternatives, it would take in communities "
        "that have enough room.",
    ),
)

LACKS_ROOM = Indicator(
    key="lacks-room",
    title=Text(zh="没有用房或面积不足", en="no rooms, or too little floor area"),
    value=any_of(
        # Floor area is that of rooms: whoever knows some need not be asked whether there are any.
        either(community.has_facility.is_(False), community.facility_area <= "0 m²"),
        choose(
            GAP_MINIMUM,
            required_area=community.facility_area < REQUIRED_AREA,
            floor_alone=community.facility_area < "400 m²",
        ),
    ),
)
LACKS_DEVELOPMENT = Indicator(
    key="lacks-development",
    title=Text(zh="没有能代建用房的开发项目", en="no development that can supply rooms"),
    value=any_of(community.has_recent_project.is_(False), community.recent_project_can_supply.is_(False)),
)
GAP_COMMUNITY = choose(
    GAP_CONDITIONS,
    both=all_of(LACKS_ROOM, LACKS_DEVELOPMENT),
    one_of_them=any_of(LACKS_ROOM, LACKS_DEVELOPMENT),
)

MEETS_STANDARD = Indicator(
    key="room-and-services-complete",
    title=Text(zh="用房面积与基本服务齐备", en="enough room and all basic services"),
    value=all_of(community.facility_area >= REQUIRED_AREA, SERVICES_COMPLETE),
)

GAP_COMMUNITY_PLAN = Requirement(
    key="gap-community-plan",
    title=Text(zh="缺口社区逐一提出解决方案", en="A solution for each community without enough room"),
    must=community.gap_plan.completed.done_by(date(2013, 3, 31)),
    when=GAP_COMMUNITY,
    modality=Modality.MANDATORY,
    due=date(2013, 3, 31),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("2013年3月底前", "逐个社区", "达不到最低标准")),
    wording=("要通过", "提出"),
    covers=("gap-community-test",),
    note=Text(
        zh="期限约束方案的提出，不约束完工，当天有效。项目是否“近年”、是否太小，文中没有标准，以填报为准。",
        en="The day binds the proposal, not the works, and counts itself. What is recent and what is too small is "
        "not said: the answer on record is taken.",
    ),
)

GAP_COMMUNITY_MEANS = Requirement(
    key="gap-community-means",
    title=Text(zh="方案写明补足用房的途径", en="The solution names a way of getting the rooms"),
    must=community.gap_plan.means.includes_any(
        "self-build", "alteration", "extension", "swap", "purchase", "community-reorganisation", "other"
    ),
    when=GAP_COMMUNITY,
    modality=Modality.MANDATORY,
    due=date(2013, 3, 31),
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("三(六)", evidence=("自建、改建、扩建", "置换、购买", "进行重组")),
    wording=("要通过",),
    note=Text(
        zh="至少一种途径；列举未穷尽，其他途径也算。",
        en="At least one way. The list is open, so another way counts too.",
    ),
)

FACILITY_ATTAINMENT_RATE = Requirement(
    key="facility-attainment-rate",
    title=Text(zh="设施与功能达标比例", en="Share of communities with enough room and all basic services"),
    must=choose(
        ATTAINMENT_RATE_SCOPE,
        joint=either(city.facility_share, city.all("community").share(MEETS_STANDARD)) >= "95 %",
        # A city without urban, or without rural, communities is held to the other rate alone.
        apart=all_of(
            any_of(
                not_(
                    either(
                        city.facility_urban_share >= "0 %",
                        city.all("community").where(URBAN).count() >= "1 community",
                    )
                ),
                either(city.facility_urban_share, city.all("community").where(URBAN).share(MEETS_STANDARD)) >= "95 %",
            ),
            any_of(
                not_(
                    either(
                        city.facility_rural_share >= "0 %",
                        city.all("community").where(RURAL).count() >= "1 community",
                    )
                ),
                either(city.facility_rural_share, city.all("community").where(RURAL).share(MEETS_STANDARD)) >= "95 %",
            ),
        ),
    ),
    # A reported share says that there are communities; otherwise the list of communities says it.
    when=either(
        city.facility_share >= "0 %",
        city.facility_urban_share >= "0 %",
        city.facility_rural_share >= "0 %",
        city.all("community").count() >= "1 community",
    ),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("三(六)", evidence=("到2015年", "设施及功能达标率", "95%以上")),
    wording=("达标率达95%以上",),
    note=Text(
        zh="达标指面积够且城市六项或农村八项服务齐，文中没有另定标准；只写2015年，按年底到期解读。",
        en="A community counts if it has the required area and all six or eight basic services, as no other standard "
        "is set. The text names the year 2015 alone, which is read as its end.",
    ),
)
