"""Clause 四(二) and 专栏2: the network and the layout of service facilities, and the filling of gaps."""

from civic_rules.expressions import all_of, choose, not_, subject, within
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import CIVIL_AFFAIRS, HOUSING, TASK_3, TASK_4
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.goals import HAS_FACILITY
from civic_rules.rulebooks.shaoyang_2023_15.readings import ELDERLY_LAND_AREA
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
community = subject("community")
street = subject("street")

ELDERLY_LAND = "0.1 m² / resident"

IS_RESETTLEMENT = community.is_resettlement.is_(True)

ONE_DOOR_CONSOLIDATION = Guidance(
    key="one-door-consolidation",
    title=Text(zh="巩固基层一门式服务", en="One-door services at the grassroots are kept up"),
    source=SHAOYANG.clause("四(二)3", evidence=("一门式",)),
    wording=("巩固拓展",),
    note=Text(zh="全覆盖写作已有的成果。", en="Full coverage is spoken of as already reached."),
)

INADEQUATE_FACILITY_UPGRADE = Requirement(
    key="inadequate-facility-upgrade",
    title=Text(zh="不足的设施有升级办法", en="A facility that falls short is upgraded"),
    must=community.gap_plan.means.includes_any(
        "idle-resources",
        "self-build",
        "alteration",
        "extension",
        "swap",
        "purchase",
        "community-reorganisation",
        "other",
    ),
    when=all_of(
        HAS_FACILITY,
        community.facility_defects.includes_any("too-small", "incomplete-functions", "short-of-need"),
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("整合闲置资源", "原址改扩建")),
    wording=("采取整合",),
    note=Text(
        zh="三种不足有一种即须升级；面积多小算狭小没有数字。办法列举未尽，有一种即可。",
        en="One of three defects is enough to call for it. No figure says what is too small. The list of ways is open, "
        "and one way is enough.",
    ),
)

FACILITY_STANDARDISATION = Guidance(
    key="facility-standardisation",
    title=Text(zh="设施标准化建设", en="Facilities are built to a standard"),
    source=SHAOYANG.clause("四(二)3", evidence=("标准化、规范化建设",)),
    wording=("统筹推进",),
    note=Text(zh="标准不在文中。", en="The standard is not in the text."),
)

STOCK_ASSET_CONVERSION = Requirement(
    key="stock-asset-conversion",
    title=Text(zh="存量房屋转为服务设施", en="Existing buildings become service facilities"),
    must=city.arrangement("stock-building-conversion").has_any("exchange-purchase", "allocation", "lease"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("换购、划拨、租借",)),
    wording=("鼓励",),
    note=Text(zh="有一种方式即可。", en="One way is enough."),
)

SOE_IDLE_ASSET_REVIVAL = Requirement(
    key="soe-idle-asset-revival",
    title=Text(zh="国有企业盘活社区闲置资产", en="State-owned companies revive idle assets of communities"),
    must=city.arrangement("idle-asset-revival").has_any("acquisition-disposal", "restructuring", "debt-to-equity"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("市场化债转股",)),
    wording=("支持",),
    note=Text(zh="有一种方式即可。", en="One way is enough."),
)

URBAN_SERVICE_COMPLEX = Requirement(
    key="urban-service-complex",
    title=Text(zh="城市社区综合服务体", en="Comprehensive service complex of an urban community"),
    must=community.arrangement("service-complex").in_place(),
    when=all_of(URBAN, community.has_business_site.is_(True)),
    modality=Modality.ENCOURAGED,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("综合服务体",)),
    wording=("鼓励",),
    note=Text(
        zh="只问有商务楼宇、商圈或较大企业的城市社区。",
        en="It is asked only of urban communities with office buildings, a business district or a larger enterprise.",
    ),
)

NATURAL_VILLAGE_FACILITIES = Guidance(
    key="natural-village-facilities",
    title=Text(zh="较大村落和既有社区补设施", en="More facilities in larger villages and standing communities"),
    source=SHAOYANG.clause("四(二)3", evidence=("较大自然村", "短板")),
    wording=("加强",),
    note=Text(zh="多大算较大，原文未写。", en="How large is larger is not said."),
)

RELOCATION_SITE_FACILITIES = Requirement(
    key="relocation-site-facilities",
    title=Text(zh="搬迁安置点有综合与配套设施", en="Service and supporting facilities at resettlement sites"),
    must=all_of(HAS_FACILITY, community.arrangement("supporting-facilities").in_place()),
    when=IS_RESETTLEMENT,
    modality=Modality.ENCOURAGED,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("集中安置点", "配套服务设施")),
    wording=("加快",),
    note=Text(zh="配套设施的种类没有列出。", en="The kinds of supporting facility are not listed."),
)

RELOCATION_SITE_SUBSIDY = Requirement(
    key="relocation-site-subsidy",
    title=Text(zh="安置社区的设施建设得到补助", en="Resettlement communities get a subsidy for their facility"),
    must=community.arrangement("facility-subsidy").in_place(),
    when=IS_RESETTLEMENT,
    modality=Modality.MANDATORY,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("四(二)3", evidence=("乡村振兴补助资金", "适当补助")),
    wording=("予以适当补助",),
    note=Text(
        zh="“适当”说的是多少，不是给不给；没有金额。资金来自中央、省、市三级。",
        en="How much is left open, not whether: there is no sum. The money is that of the state, the province and the "
        "city.",
    ),
)

OFFICE_SPACE_REDUCTION = Requirement(
    key="office-space-reduction",
    title=Text(zh="压缩办公空间、扩大活动空间", en="Less space for offices and more for activities"),
    must=community.arrangement("service-first-premises").has_all(
        "simplified-offices", "open-office", "less-fixed-space", "less-display-space", "more-activity-space"
    ),
    when=HAS_FACILITY,
    # Less of one kind of space and more of another is asked for without a measure.
    breach_when=not_(community.arrangement("service-first-premises").has_all("simplified-offices", "open-office")),
    modality=Modality.MANDATORY,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("精简整合办公空间", "开放式办公", "陈列展示空间")),
    wording=("精简整合", "推行"),
    note=Text(
        zh="精简办公空间、开放式办公缺一即违反；减少固定、陈列空间和增加活动空间没有尺度，缺少只作提醒。",
        en="Smaller offices and open offices are to be made, and the lack of one is a breach. Less fixed and display "
        "space and more space for activities have no measure: their lack is a warning.",
    ),
)

OFFICE_SPACE_MULTI_USE = Requirement(
    key="office-space-multi-use",
    title=Text(zh="一房多用", en="One room serves many uses"),
    must=community.arrangement("service-first-premises").has_all("multi-use"),
    when=HAS_FACILITY,
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("一房多用",)),
    wording=("倡导",),
    note=Text(
        zh="与压缩办公空间同句，但只是倡导，因此单列。",
        en="It stands in one sentence with smaller offices, and is only promoted: it is a rule of its own.",
    ),
)

THREE_DE_CONVERSIONS = Requirement(
    key="three-de-conversions",
    title=Text(zh="设施的三项改造", en="The facility looks less like an office and more like a home"),
    must=community.arrangement("service-first-premises").has_all("less-administrative", "less-formal", "friendly"),
    when=HAS_FACILITY,
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("去行政化、去形式化", "亲民化改造")),
    wording=("推动实现",),
)

SERVICE_ITEMS_POOLED = Guidance(
    key="service-items-pooled",
    title=Text(zh="整合服务项目和资源", en="Items and resources of service are pooled"),
    source=SHAOYANG.clause("四(二)4", evidence=("为民服务项目",)),
    wording=("整合",),
    note=Text(zh="哪些项目、整合到什么程度，原文未写。", en="Neither the items nor the extent is said."),
)

ELDERLY_CHILDCARE_DISABILITY_SPACE = Requirement(
    key="elderly-childcare-disability-space",
    title=Text(zh="设施内的养老、托育、助残空间", en="Space in the facility for the elderly, infants and the disabled"),
    must=community.arrangement("care-space").has_all("elderly-care", "childcare", "disability-aid"),
    when=HAS_FACILITY,
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("老年人、未成年人", "养老、托育、助残服务")),
    wording=("支持",),
)

ELDERLY_FACILITY_LAND_PER_CAPITA = Requirement(
    key="elderly-facility-land-per-capita",
    title=Text(zh="养老服务设施人均用地", en="Land for the care of the elderly, for each resident"),
    must=choose(
        ELDERLY_LAND_AREA,
        community=community.elderly_care_land / community.residents >= ELDERLY_LAND,
        street=within(
            "street",
            street.all("community").total(community.elderly_care_land)
            / street.all("community").total(community.residents),
        )
        >= ELDERLY_LAND,
        county=within(
            "county",
            county.all("community").total(community.elderly_care_land)
            / county.all("community").total(community.residents),
        )
        >= ELDERLY_LAND,
    ),
    modality=Modality.MANDATORY,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("人均用地", "0.1平方米")),
    wording=("严格按照", "不少于0.1平方米"),
    note=Text(
        zh="指用地面积，不是建筑面积。人口口径原文未写，按全部常住人口计。",
        en="It is land, not floor area. Whose number divides it is not said: all permanent residents are taken.",
    ),
)

ELDERLY_HEALTH_COLOCATION = Requirement(
    key="elderly-health-colocation",
    title=Text(zh="养老设施与医疗设施相邻", en="Care of the elderly beside medical care"),
    must=community.arrangement("elderly-health-colocation").has_any("same-site", "adjacent"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("同址或邻近设置",)),
    wording=("推动",),
    note=Text(zh="“邻近”没有距离。", en="No distance is given."),
)

THREE_ACCESSIBILITY_RETROFITS = Requirement(
    key="three-accessibility-retrofits",
    title=Text(zh="适老、适儿与无障碍改造", en="Facilities fit for the elderly, for children and for the disabled"),
    must=community.arrangement("accessibility-retrofit").has_all("elderly-friendly", "child-friendly", "barrier-free"),
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("适老化、适儿化", "无障碍建设")),
    wording=("推进",),
)

CONVENIENCE_FACILITIES = Requirement(
    key="convenience-facilities",
    title=Text(zh="便民服务设施齐备", en="Convenience facilities"),
    must=community.arrangement("convenience-facilities").has_all(
        "parking", "refuse-handling", "public-toilets", "shops"
    ),
    modality=Modality.TARGET,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("停车场、垃圾处理", "便民商业网点")),
    wording=("逐步完善",),
    note=Text(
        zh="逐步完善，没有期限；列举未尽，四种为最低要求。",
        en="They come step by step and have no date. The list is open, and these four are the least.",
    ),
)

NEIGHBOURING_JOINT_BUILDING = Guidance(
    key="neighbouring-joint-building",
    title=Text(zh="相邻社区共建共享设施", en="Neighbouring communities build and share facilities"),
    source=SHAOYANG.clause("四(二)4", evidence=("统筹建设、联动改造",)),
    wording=("推进",),
)

RURAL_FUNERAL_AND_CEREMONY_VENUES = Requirement(
    key="rural-funeral-and-ceremony-venues",
    title=Text(zh="农村殡葬设施与婚丧场所", en="Rural funeral facilities and venues for ceremonies"),
    must=community.arrangement("rural-ceremony-venues").has_all("public-funeral-facility", "ceremony-venue"),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("四(二)4", evidence=("公益性殡葬", "婚丧喜庆")),
    wording=("有条件", "积极推进", "探索推进"),
    note=Text(
        zh="两项互不替代。前一项只在有条件的地方推进。",
        en="One does not stand in for the other. The first is for places that have the conditions.",
    ),
)

FACILITY_GAP_PRIORITY_AREAS = Requirement(
    key="facility-gap-priority-areas",
    title=Text(zh="设施补短板的重点区域", en="Places where gaps in facilities are filled first"),
    must=city.arrangement("facility-gap-programme").has_all(
        "resettlement-communities", "new-residential-areas", "old-compounds"
    ),
    modality=Modality.TARGET,
    responsible=(CIVIL_AFFAIRS, HOUSING),
    source=SHAOYANG.clause("专栏2", evidence=("易地搬迁", "城镇老旧小区", "以奖代补")),
    wording=("重点补齐",),
    note=Text(zh="没有期限；以奖代补没有金额。", en="There is no date. It is paid for by rewards, without a sum."),
)

NEW_COMPOUND_SYNCHRONOUS_FACILITIES = Requirement(
    key="new-compound-synchronous-facilities",
    title=Text(zh="新建社区的设施与住宅同步建成", en="Facilities are built in step with new housing"),
    must=community.arrangement("synchronised-facilities").has_all("built-together"),
    when=community.is_new_build.is_(True),
    modality=Modality.MANDATORY,
    responsible=(CIVIL_AFFAIRS, HOUSING),
    source=SHAOYANG.clause("专栏2", evidence=("同步配建", "新建居住社区")),
    wording=("同步配建",),
    note=Text(zh="设施种类没有列出。", en="The kinds of facility are not listed."),
)
