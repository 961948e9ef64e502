"""Facilities, service centres and grids: the places through which a community is served."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from civic_rules.entities.base import Entity
from civic_rules.entities.fields import Day, Listing, Nested, OneOf, YesNo, amount, count
from civic_rules.entities.records import Step
from civic_rules.entities.terms import (
    CentreKind,
    CentreService,
    CentreTask,
    CheckingBody,
    FacilityMisuse,
    GridFunction,
    ReceptionFeature,
    SmartApplication,
)


class Facility(Entity):
    """A room or building for the management and service of a community."""

    kind: ClassVar[str] = "facility"
    kind_zh: ClassVar[str] = "用房"

    area: Annotated[float | None, amount("m²", "面积", "建筑面积")] = None
    """Floor area as delivered."""
    planned_area: Annotated[float | None, amount("m²", "规划面积")] = None
    """Floor area that the plan or the land contract asks for."""
    is_in_plan: Annotated[bool | None, YesNo("已纳入规划")] = None
    """Whether it stands in the urban and rural construction plan and awaits, or is under, construction."""
    planned_delivery: Annotated[date | None, Day("计划交付日期")] = None
    """The day by which it is to be handed over."""
    delivered: Annotated[Step | None, Nested("交付")] = None
    """The hand-over to the community."""
    is_accepted: Annotated[bool | None, YesNo("验收合格")] = None
    """Whether its quality was accepted."""
    checked_by: Annotated[Mapping[CheckingBody, bool] | None, Listing("把关单位", (), CheckingBody)] = None
    """Who has signed for it before the hand-over."""
    is_on_asset_register: Annotated[bool | None, YesNo("国有资产登记")] = None
    """Whether it is kept on the register of state assets."""
    misuses: Annotated[Mapping[FacilityMisuse, bool] | None, Listing("违规使用", (), FacilityMisuse)] = None
    """Forbidden uses found; None says not reviewed, an empty list says reviewed and clean."""


class ServiceCentre(Entity):
    """A centre or station where people are served: of a city, a county, a street or a community."""

    kind: ClassVar[str] = "service_centre"
    kind_zh: ClassVar[str] = "服务中心"

    centre_kind: Annotated[CentreKind | None, OneOf("中心类型", (), CentreKind)] = None
    """What the centre is."""
    services: Annotated[Mapping[CentreService, bool] | None, Listing("服务事项", (), CentreService)] = None
    """Services that it concentrates."""
    tasks: Annotated[Mapping[CentreTask, bool] | None, Listing("承担任务", (), CentreTask)] = None
    """Tasks that it carries out."""
    reception: Annotated[Mapping[ReceptionFeature, bool] | None, Listing("受理方式", (), ReceptionFeature)] = None
    """How it receives people."""


class Grid(Entity):
    """A part of a community that is served as one."""

    kind: ClassVar[str] = "grid"
    kind_zh: ClassVar[str] = "网格"

    households: Annotated[int | None, count("household", "户数", "总户数")] = None
    """Households in the grid."""
    permanent_households: Annotated[int | None, count("household", "常住户数")] = None
    """Those of the households that live there permanently."""
    grid_coordinators: Annotated[int | None, count("grid_coordinator", "网格协理员数", "网格协理员", "网格员数")] = None
    """Coordinators, also called grid workers, who serve it; its leaders are not among them."""
    grid_leaders: Annotated[int | None, count("grid_leader", "网格长数", "网格长")] = None
    """Leaders that it has."""
    sections: Annotated[int | None, count("section", "片区数")] = None
    """Sections into which it is divided; a grid that is not divided has one."""
    assigned_sections: Annotated[int | None, count("section", "有责任人片区数")] = None
    """Those of the sections for which a person is named who answers for them."""
    has_party_organisation: Annotated[bool | None, YesNo("建有党组织")] = None
    """Whether it has a party organisation of its own, be it a branch or a group."""
    functions: Annotated[Mapping[GridFunction, bool] | None, Listing("网格职能", (), GridFunction)] = None
    """What is done in it."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("permanent_households", "households"),
        ("assigned_sections", "sections"),
    )


class DwellingCompound(Entity):
    """A dwelling compound: a group of houses with grounds of their own."""

    kind: ClassVar[str] = "dwelling_compound"
    kind_zh: ClassVar[str] = "小区"

    has_property_management: Annotated[bool | None, YesNo("有物业管理")] = None
    """Whether a property company manages it."""
    is_resettlement: Annotated[bool | None, YesNo("拆迁搬迁安置")] = None
    """Whether it houses people who were resettled or whose land was taken."""
    has_self_management: Annotated[bool | None, YesNo("有物业自治组织")] = None
    """Whether its owners have an organisation that manages it."""
    is_party_led: Annotated[bool | None, YesNo("实行物业党建引领")] = None
    """Whether its property is managed under the lead of the party organisation."""
    is_smart: Annotated[bool | None, YesNo("智慧小区")] = None
    """Whether it is, or is being built as, a smart compound."""
    smart_applications: Annotated[Mapping[SmartApplication, bool] | None, Listing("智慧应用", (), SmartApplication)] = (
        None
    )
    """Smart applications that run in it."""
