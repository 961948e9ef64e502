"""The community: the entity of which most requirements are asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from civic_rules.entities.arrangements import CommunityArrangement
from civic_rules.entities.base import Entity
from civic_rules.entities.casework import (
    AssignedTask,
    Conflict,
    Demonstration,
    MajorMatter,
    Pledge,
    Proposal,
    WhistleCase,
)
from civic_rules.entities.fields import Dated, Listing, Members, Nested, OneOf, YesNo, amount, count
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.people import (
    Candidate,
    Committee,
    Deliberation,
    OwnersCommittee,
    PropertyCompany,
    SocialOrganisation,
    Worker,
)
from civic_rules.entities.places import DwellingCompound, Facility, Grid, ServiceCentre
from civic_rules.entities.records import Attestation, Attested, Event, Plan, Step
from civic_rules.entities.terms import (
    BadCustom,
    BurialFinding,
    CommunityBody,
    Department,
    FacilityDefect,
    FundMisuse,
    GridSystem,
    GroupKind,
    Imposition,
    Service,
    Settlement,
    TravelMode,
    WorkFault,
)
from civic_rules.entities.vocabulary import Arrangement


class Community(Entity):
    """An urban residents' community or a rural village community.

    Every fact may be left out: what is not given is not known, and never taken for zero.

    Examples:
        >>> Community(id="c1", 户数="1,500户", facility_area="0.043 ha").households
        1500
    """

    kind: ClassVar[str] = "community"
    kind_zh: ClassVar[str] = "社区"

    settlement: Annotated[Settlement | None, OneOf("城乡类型", ("类型",), Settlement)] = None
    """Whether it is urban or rural."""
    is_new_build: Annotated[bool | None, YesNo("新开发社区", ("新建社区",))] = None
    """Whether its rooms are supplied by a new development."""
    is_smart_pilot: Annotated[bool | None, YesNo("智慧社区试点")] = None
    """Whether it is a pilot of smart communities."""
    is_modern_service_pilot: Annotated[bool | None, YesNo("现代社区服务试点")] = None
    """Whether it is a pilot of modern community services."""
    has_broadband: Annotated[bool | None, YesNo("通宽带")] = None
    """Whether fixed broadband reaches it."""
    has_5g: Annotated[bool | None, YesNo("通5G")] = None
    """Whether 5G reaches it."""
    is_in_emergency: Annotated[bool | None, YesNo("处于应急状态")] = None
    """Whether the state of emergency holds in it on the day of the audit."""
    has_forest: Annotated[bool | None, YesNo("有林地")] = None
    """Whether there is forest in it."""
    is_newly_drawn: Annotated[bool | None, YesNo("新划分社区")] = None
    """Whether its boundaries were drawn anew under the layout plan, as opposed to standing before it."""

    households: Annotated[int | None, count("household", "户数", "总户数")] = None
    """Households living in it."""
    permanent_households: Annotated[int | None, count("household", "常住户数")] = None
    """Those of the households that live in it permanently."""
    residents: Annotated[int | None, count("resident", "居民人口", "常住人口", "人口")] = None
    """People living in it permanently, of all ages."""

    facility_area: Annotated[float | None, amount("m²", "服务用房面积", "综合服务设施面积")] = None
    """Floor area of all its management and service rooms together."""
    activity_area: Annotated[float | None, amount("m²", "居民活动面积")] = None
    """The part of that floor area which is open to residents' activities."""
    has_facility: Annotated[bool | None, YesNo("有服务用房")] = None
    """Whether it has management and service rooms at all."""
    commercial_and_service_area: Annotated[float | None, amount("m²", "商业和综合服务设施面积")] = None
    """Floor area of the shops and the service facilities that came with its new buildings."""
    total_floor_area: Annotated[float | None, amount("m²", "社区总建筑面积")] = None
    """Floor area of all its new buildings together."""
    elderly_care_land: Annotated[float | None, amount("m²", "养老服务设施用地")] = None
    """Land set aside for facilities that care for its elderly."""
    is_resettlement: Annotated[bool | None, YesNo("易地搬迁安置社区")] = None
    """Whether it is a site to which people were resettled from elsewhere."""
    has_business_site: Annotated[bool | None, YesNo("有商务楼宇商圈")] = None
    """Whether office buildings, a business district or a larger enterprise stand in it."""
    has_property_service: Annotated[bool | None, YesNo("有物业服务")] = None
    """Whether a property company serves dwelling compounds in it."""
    is_in_need_of_property_committee: Annotated[bool | None, YesNo("需设环境物业委员会")] = None
    """Whether its committee found that it needs a committee for environment and property management."""
    facility_defects: Annotated[Mapping[FacilityDefect, bool] | None, Listing("设施不足", (), FacilityDefect)] = None
    """What its facility lacks; None says not reviewed, an empty list says that nothing is lacking."""
    has_recent_project: Annotated[bool | None, YesNo("近年有开发项目")] = None
    """Whether there was a development project in it in recent years."""
    recent_project_can_supply: Annotated[bool | None, YesNo("项目可代建用房")] = None
    """Whether that project is large enough to supply the rooms."""
    gap_plan: Annotated[Plan | None, Nested("缺口方案")] = None
    """The solution put forward for it where it has no rooms or too little."""

    workers: Annotated[int | None, count("worker", "社区工作者数", "社区工作者")] = None
    """People who work for it, of every group but volunteers."""
    full_time_workers: Annotated[int | None, count("worker", "专职工作者数", "专职工作者")] = None
    """Full-time community workers, counted apart from coordinators and committee members."""
    committee_members: Annotated[int | None, count("committee_member", "两委成员数")] = None
    """Members of its party organisation and its committee; one person with two posts is counted once."""
    cross_appointed_members: Annotated[int | None, count("committee_member", "交叉任职成员数")] = None
    """Those of these members who sit in both."""
    grid_coordinators: Annotated[int | None, count("grid_coordinator", "网格协理员数", "网格协理员", "网格员数")] = None
    """Coordinators, also called grid workers, of its grids; grid leaders are not among them."""
    separate_grids: Annotated[Mapping[GridSystem, bool] | None, Listing("未并网格", (), GridSystem)] = None
    """Kinds of grid that still stand beside the one net; None says not reviewed, an empty list says all merged."""
    insured_workers: Annotated[int | None, count("worker", "参保人员数")] = None
    """Those of its workers who are covered by social security."""
    approved_workers: Annotated[int | None, count("worker", "核定社区工作者数")] = None
    """Workers that it is approved to have, whether or not the posts are filled."""
    office_workers: Annotated[int | None, count("worker", "留岗办公人数")] = None
    """Those of its workers who stay in its office."""
    necessary_office_workers: Annotated[int | None, count("worker", "必要办公人数")] = None
    """Workers whom it declares to be necessary for the daily work of its office."""
    grid_workers: Annotated[int | None, count("worker", "网格定岗人数")] = None
    """Those of its workers who have a standing post in a grid."""
    all_post_workers: Annotated[int | None, count("worker", "全岗通人数")] = None
    """Those of its workers who can handle the business of every post."""
    tasks_assigned: Annotated[int | None, count("item", "交办事项数")] = None
    """Kinds of task that higher levels have assigned to it."""
    tasks_admitted: Annotated[int | None, count("item", "准入事项数")] = None
    """Those of the assigned tasks that were admitted before."""
    impositions: Annotated[Mapping[Imposition, bool] | None, Listing("违规摊派", (), Imposition)] = None
    """What is put upon it against the rules and still stands; None says not reviewed, an empty list says clean."""
    full_time_grid_workers: Annotated[int | None, count("grid_coordinator", "专职网格员数")] = None
    """Full-time workers of its grids."""
    team_grid_workers: Annotated[int | None, count("grid_coordinator", "纳入队伍网格员数")] = None
    """Those of its full-time grid workers who are managed as community workers."""
    new_workers: Annotated[int | None, count("worker", "新任工作者数")] = None
    """Those of its workers who are new to their post."""
    mentored_workers: Annotated[int | None, count("worker", "有导师新任工作者数")] = None
    """Those of its new workers who have a mentor."""
    trained_workers: Annotated[int | None, count("worker", "参训人数")] = None
    """Those of its workers who were trained in the period on record."""

    volunteers: Annotated[int | None, count("volunteer", "注册志愿者数", "志愿者数", "志愿者")] = None
    """Registered volunteers of the community, wherever they live."""
    party_member_volunteers: Annotated[int | None, count("volunteer", "党员志愿者数")] = None
    """Those of its volunteers who are party members."""
    civil_servant_volunteers: Annotated[int | None, count("volunteer", "公务员志愿者数")] = None
    """Those of its volunteers who are civil servants."""
    volunteer_projects: Annotated[int | None, count("item", "志愿服务项目数")] = None
    """Projects of volunteer service that were planned and are run, or were run, in it."""
    social_organisations: Annotated[int | None, count("organisation", "登记社会组织数", "社会组织数")] = None
    """Registered social organisations."""
    eligible_groups: Annotated[Mapping[GroupKind, bool] | None, Listing("符合建党组织条件的群体", (), GroupKind)] = None
    """Kinds of group in it that meet the conditions for a party organisation of their own."""
    groups_with_party_organisation: Annotated[
        Mapping[GroupKind, bool] | None, Listing("已建党组织的群体", (), GroupKind)
    ] = None
    """Those of these kinds in which every group that meets the conditions has a party organisation."""
    filed_organisations: Annotated[int | None, count("organisation", "备案社会组织数")] = None
    """Social organisations that are only filed, not registered."""

    services: Annotated[Mapping[Service, bool] | None, Listing("基本公共服务", ("服务项目",), Service)] = None
    """Basic public services that it offers."""
    extra_services: Annotated[int | None, count("item", "拓展服务数")] = None
    """Services beyond the basic ones."""
    extra_services_by_need: Annotated[int | None, count("item", "按需拓展服务数")] = None
    """Those of the extra services that rest on a recorded need of residents."""
    convenience_entities: Annotated[int | None, count("organisation", "便民服务实体数")] = None
    """Entities that offer convenience services to residents."""
    service_circle_time: Annotated[float | None, amount("minute", "服务圈时间")] = None
    """Time in which its services are meant to be within reach of a resident."""
    delegated_services: Annotated[int | None, count("item", "下放社区事项数")] = None
    """Public service matters, passed down to communities, that residents can settle in it."""
    time_off_service: Annotated[float | None, amount("hour / week", "工休服务时间", maximum=168)] = None
    """Hours a week during which people are served outside common office hours or on days off."""
    service_circle_mode: Annotated[TravelMode | None, OneOf("服务圈出行方式", (), TravelMode)] = None
    """The way of travel for which that time holds."""
    service_circle_residents: Annotated[int | None, count("resident", "服务圈内居民数")] = None
    """Those of its residents who reach its services within that time."""
    assigned_households: Annotated[int | None, count("household", "分包户数")] = None
    """Households that one of its workers looks after."""
    visited_households: Annotated[int | None, count("household", "上月走访户数")] = None
    """Those of the households called on at least once in the last calendar month that is over."""
    assigned_shops: Annotated[int | None, count("shop", "分包商户数")] = None
    """Shops that one of its workers looks after."""
    visited_shops: Annotated[int | None, count("shop", "上月走访商户数")] = None
    """Those of the shops called on at least once in the last calendar month that is over."""
    visit_problems: Annotated[int | None, count("case", "走访反映问题数")] = None
    """Problems that were raised on these visits."""
    visit_problems_settled: Annotated[int | None, count("case", "走访问题办结数")] = None
    """Those of the problems that were studied and settled."""
    forces: Annotated[Mapping[Department, bool] | None, Listing("下沉力量", (), Department)] = None
    """Departments that send people to it."""
    stationed_offices: Annotated[Mapping[Department, bool] | None, Listing("派驻机构", (), Department)] = None
    """Those departments that have an office in it."""
    liaisons: Annotated[Mapping[Department, bool] | None, Listing("联络员", (), Department)] = None
    """Those departments that have named a liaison person for it."""
    service_hours: Annotated[float | None, amount("hour / day", "每日服务时间", maximum=24)] = None
    """Hours a day during which people are served."""
    online_service_hours: Annotated[float | None, amount("hour / day", "每日线上服务时间", maximum=24)] = None
    """Hours a day during which people are served online in what they care about."""
    special_elderly: Annotated[int | None, count("elderly_resident", "特殊困难老年人数")] = None
    """Its elderly residents in special difficulty."""
    special_elderly_visited: Annotated[int | None, count("elderly_resident", "上月探访老年人数")] = None
    """Those of the elderly in special difficulty visited at least once in the last calendar month that is over."""
    fitness_time: Annotated[float | None, amount("minute", "健身设施到达时间")] = None
    """Time in which a resident reaches a place for fitness."""
    fitness_mode: Annotated[TravelMode | None, OneOf("健身圈出行方式", (), TravelMode)] = None
    """The way of travel for which that time holds."""
    fitness_residents: Annotated[int | None, count("resident", "健身圈内居民数")] = None
    """Those of its residents who reach a place for fitness within that time."""
    police_officers: Annotated[int | None, count("police_officer", "社区民警数")] = None
    """Police officers who are assigned to it."""
    police_area_officers: Annotated[int | None, count("police_officer", "警务区民警数")] = None
    """Police officers of the police area to which it belongs."""
    legal_advisers: Annotated[int | None, count("legal_adviser", "法律顾问数")] = None
    """Legal advisers that it has."""
    mediation_teams: Annotated[int | None, count("mediation_team", "民调员队伍数")] = None
    """Teams of people's mediators that it has."""
    auxiliary_officers: Annotated[int | None, count("auxiliary_officer", "辅警数")] = None
    """Auxiliary police officers who are assigned to it."""
    disaster_officers: Annotated[int | None, count("disaster_officer", "灾害信息员数")] = None
    """People who pass on information on disasters for it."""
    burial_findings: Annotated[Mapping[BurialFinding, bool] | None, Listing("殡葬乱象", (), BurialFinding)] = None
    """Burial and funeral practices found that are to stop; None says not reviewed, an empty list says none found."""
    bad_customs: Annotated[Mapping[BadCustom, bool] | None, Listing("陈规陋习", (), BadCustom)] = None
    """Customs found that are to stop; None says not reviewed, an empty list says none found."""
    service_items: Annotated[int | None, count("item", "公共服务事项数")] = None
    """Kinds of public service that people can have handled in it."""
    rated_items: Annotated[int | None, count("item", "可评价事项数")] = None
    """Those of the kinds of public service that people can rate as good or bad."""
    is_elderly_friendly: Annotated[bool | None, YesNo("老年友好社区")] = None
    """Whether it is built as a model for the elderly."""
    bodies: Annotated[Mapping[CommunityBody, bool] | None, Listing("辖区组织", (), CommunityBody)] = None
    """Which of the bodies that a committee guides exist in it."""
    party_branches: Annotated[int | None, count("party_branch", "党支部数")] = None
    """Party branches in it."""
    featured_branches: Annotated[int | None, count("party_branch", "有特色党支部数")] = None
    """Those of the branches that have a feature of their own."""
    brands: Annotated[int | None, count("item", "社区品牌数")] = None
    """Brands of its own by which its work is known."""
    work_faults: Annotated[Mapping[WorkFault, bool] | None, Listing("追责情形", (), WorkFault)] = None
    """For what it is to be held to account; None says not reviewed, an empty list says that nothing was found."""
    held_to_account: Annotated[Step | None, Nested("问责")] = None
    """It was held to account for what was found."""

    office_funds: Annotated[float | None, amount("CNY / year", "办公经费")] = None
    """Office funds of the year, without pay."""
    fund_misuses: Annotated[Mapping[FundMisuse, bool] | None, Listing("经费违规", (), FundMisuse)] = None
    """Forbidden treatment of its funds; None says not reviewed, an empty list says reviewed and clean."""

    is_in_three_zero_programme: Annotated[bool | None, YesNo("参加三零创建")] = None
    """Whether it takes part in the programme of communities without escalated petition, accident or case."""
    demonstration: Annotated[Demonstration | None, Nested("示范创建")] = None
    """Its way through the programme of demonstration communities."""
    meets_harmonious_standard: Annotated[bool | None, YesNo("达到和谐社区标准")] = None
    """Whether an assessor found it to meet the provincial standard of a harmonious community."""
    meets_autonomy_standard: Annotated[bool | None, YesNo("自治达标")] = None
    """Whether an assessor found its self-government to meet the standard."""
    is_on_information_platform: Annotated[bool | None, YesNo("接入信息平台")] = None
    """Whether it is connected to the city-wide information platform."""

    arrangements: Annotated[Mapping[Arrangement, Attestation], Attested("制度", (), CommunityArrangement)] = (
        FrozenDict()
    )
    """What is known of its bodies, systems and practices."""
    events: Annotated[tuple[Event, ...] | None, Dated("事项记录")] = None
    """Dated events. A list is the complete record of the kinds of event that it is asked for."""

    grids: Annotated[tuple[Grid, ...] | None, Members("网格列表")] = None
    """Its grids."""
    facilities: Annotated[tuple[Facility, ...] | None, Members("用房列表")] = None
    """Its rooms one by one."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务站列表")] = None
    """Its service stations."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees."""
    staff: Annotated[tuple[Worker, ...] | None, Members("人员列表")] = None
    """The people who work for it one by one."""
    candidates: Annotated[tuple[Candidate, ...] | None, Members("两委人选列表")] = None
    """The people who are to enter its party organisation or its committee."""
    organisations: Annotated[tuple[SocialOrganisation, ...] | None, Members("社会组织列表")] = None
    """Its social organisations one by one."""
    owners_committees: Annotated[tuple[OwnersCommittee, ...] | None, Members("业主委员会列表")] = None
    """Its owners' committees."""
    property_companies: Annotated[tuple[PropertyCompany, ...] | None, Members("物业公司列表")] = None
    """Companies that manage its dwelling compounds."""
    compounds: Annotated[tuple[DwellingCompound, ...] | None, Members("小区列表")] = None
    """Its dwelling compounds."""
    conflicts: Annotated[tuple[Conflict, ...] | None, Members("矛盾风险列表")] = None
    """Conflicts and risks of conflict that it has on record."""
    deliberations: Annotated[tuple[Deliberation, ...] | None, Members("议事事项列表")] = None
    """Matters that went through its four discussions."""
    proposals: Annotated[tuple[Proposal, ...] | None, Members("协商事项列表")] = None
    """Matters that residents brought before its consultation."""
    major_matters: Annotated[tuple[MajorMatter, ...] | None, Members("重大事项列表")] = None
    """Important matters of governance that were before it."""
    whistle_cases: Annotated[tuple[WhistleCase, ...] | None, Members("吹哨事项列表")] = None
    """Problems for which it calls the departments."""
    assigned_tasks: Annotated[tuple[AssignedTask, ...] | None, Members("交办事项列表")] = None
    """Tasks that higher levels have assigned to it, one by one."""
    pledges: Annotated[tuple[Pledge, ...] | None, Members("承诺列表")] = None
    """Its public pledges, of every year."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("permanent_households", "households"),
        ("activity_area", "facility_area"),
        ("commercial_and_service_area", "total_floor_area"),
        ("cross_appointed_members", "committee_members"),
        ("full_time_workers", "workers"),
        ("team_grid_workers", "full_time_grid_workers"),
        ("new_workers", "workers"),
        ("mentored_workers", "new_workers"),
        ("insured_workers", "workers"),
        ("office_workers", "workers"),
        ("grid_workers", "workers"),
        ("all_post_workers", "workers"),
        ("tasks_admitted", "tasks_assigned"),
        ("trained_workers", "workers"),
        ("visited_households", "assigned_households"),
        ("visited_shops", "assigned_shops"),
        ("visit_problems_settled", "visit_problems"),
        ("special_elderly_visited", "special_elderly"),
        ("service_circle_residents", "residents"),
        ("fitness_residents", "residents"),
        ("rated_items", "service_items"),
        ("party_member_volunteers", "volunteers"),
        ("civil_servant_volunteers", "volunteers"),
        ("extra_services_by_need", "extra_services"),
        ("featured_branches", "party_branches"),
    )
    denials: ClassVar[tuple[tuple[str, str], ...]] = (("facility_area", "has_facility"),)
