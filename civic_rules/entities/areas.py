"""The areas that hold communities: streets and towns, counties, the city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from civic_rules.entities.arrangements import CityArrangement, CountyArrangement
from civic_rules.entities.base import Entity
from civic_rules.entities.community import Community
from civic_rules.entities.fields import Members, Nested, amount, percent
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.people import Committee, Fund
from civic_rules.entities.places import ServiceCentre
from civic_rules.entities.records import Attestation, Attested, Plan


class Street(Entity):
    """A street (urban) or town (rural): the level between the county and its communities."""

    kind: ClassVar[str] = "street"
    kind_zh: ClassVar[str] = "镇街"

    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its comprehensive service centres."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities."""


class County(Entity):
    """A county, a city district or a county-level city; development zones are treated like one."""

    kind: ClassVar[str] = "county"
    kind_zh: ClassVar[str] = "县(市、区)"

    layout_plan: Annotated[Plan | None, Nested("社区布局规划")] = None
    """The plan of which communities it is divided into."""
    facility_plan: Annotated[Plan | None, Nested("用房专项规划")] = None
    """The special plan for building the rooms of communities."""
    urban_average_wage: Annotated[float | None, amount("CNY / year", "城镇在岗平均工资")] = None
    """Average annual wage of on-post staff of its urban units in the year before the audit."""
    rural_net_income: Annotated[float | None, amount("CNY / year", "农民人均纯收入")] = None
    """Rural net income per head in the year before the audit."""
    rural_transfer_standard: Annotated[float | None, amount("CNY / year", "转移支付标准")] = None
    """What the rural fiscal transfer payment provides for the office funds of one community."""
    two_committee_pay: Annotated[float | None, amount("CNY / year", "两委成员报酬")] = None
    """Pay of party-organisation and committee members, to which the pay of other staff is tied."""
    other_staff_pay_share: Annotated[float | None, percent("其他人员报酬比例")] = None
    """The share of that pay which other staff are due; each county sets it."""

    arrangements: Annotated[Mapping[CountyArrangement, Attestation], Attested("制度", (), CountyArrangement)] = (
        FrozenDict()
    )
    """What is known of its bodies, systems and practices."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees."""
    funds: Annotated[tuple[Fund, ...] | None, Members("资金列表")] = None
    """Its funds."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its service centres."""
    streets: Annotated[tuple[Street, ...] | None, Members("镇街列表")] = None
    """Its streets and towns."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities, where they are not listed by street."""


class City(Entity):
    """A prefecture-level city, with its members or with the figures that it reports."""

    kind: ClassVar[str] = "city"
    kind_zh: ClassVar[str] = "市"

    urban_average_wage: Annotated[float | None, amount("CNY / year", "城镇在岗平均工资")] = None
    """Average annual wage of on-post staff of its urban units in the year before the audit."""
    harmonious_urban_share: Annotated[float | None, percent("城市和谐社区比例")] = None
    """Urban communities that meet the provincial standard, as the city reports."""
    harmonious_rural_share: Annotated[float | None, percent("农村和谐社区比例")] = None
    """Rural communities that meet the provincial standard, as the city reports."""
    new_system_urban_share: Annotated[float | None, percent("城市新体制比例")] = None
    """Urban communities that run the four-part structure, as the city reports."""
    new_system_rural_share: Annotated[float | None, percent("农村新体制比例")] = None
    """Rural communities that run the four-part structure, as the city reports."""
    autonomy_share: Annotated[float | None, percent("自治达标率")] = None
    """Communities whose self-government meets the standard, as the city reports."""
    facility_share: Annotated[float | None, percent("设施功能达标率")] = None
    """Communities whose facilities and functions meet the standard, as the city reports."""
    professional_urban_share: Annotated[float | None, percent("城市专业化比例")] = None
    """Professional workers among urban community workers, as the city reports."""
    professional_rural_share: Annotated[float | None, percent("农村专业化比例")] = None
    """Professional workers among rural community workers, as the city reports."""

    arrangements: Annotated[Mapping[CityArrangement, Attestation], Attested("制度", (), CityArrangement)] = FrozenDict()
    """What is known of its bodies, systems and practices."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its service centres."""
    counties: Annotated[tuple[County, ...] | None, Members("县区列表")] = None
    """Its counties, districts and county-level cities."""
    streets: Annotated[tuple[Street, ...] | None, Members("镇街列表")] = None
    """Its streets and towns, where they are not listed by county."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities, where they are not listed by county or street."""
