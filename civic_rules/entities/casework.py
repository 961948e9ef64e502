"""Dealings with a course: pledges, proposals, calls for help, tasks, demonstration, the drawing up of a policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from civic_rules.entities.base import Entity, Record
from civic_rules.entities.fields import Listing, Nested, OneOf, Words, YesNo, count
from civic_rules.entities.records import Step
from civic_rules.entities.terms import (
    CaseParty,
    Channel,
    ConsultationMeeting,
    Department,
    ProposalMatter,
    ProposalScale,
    ServiceDomain,
)


class Pledge(Entity):
    """Projects for residents that a community promises in public, and what became of them.

    Examples:
        >>> pledge = Pledge(id="p1", published="2024-01-10", channels=["线上", "线下"], projects=5, projects_by_need=5)
        >>> pledge.published.on.year
        2024
    """

    kind: ClassVar[str] = "pledge"
    kind_zh: ClassVar[str] = "承诺"

    published: Annotated[Step | None, Nested("公开")] = None
    """The public pledge. Its day says for which year it counts."""
    channels: Annotated[Mapping[Channel, bool] | None, Listing("公开渠道", (), Channel)] = None
    """How it was made public."""
    projects: Annotated[int | None, count("item", "承诺项目数")] = None
    """Projects promised."""
    projects_by_need: Annotated[int | None, count("item", "按需承诺项目数")] = None
    """Those of the projects that rest on a recorded need of residents."""
    projects_fulfilled: Annotated[int | None, count("item", "兑现项目数")] = None
    """Those of the projects that have been carried out."""
    reported_on: Annotated[Step | None, Nested("公布进展")] = None
    """Publication of how the projects went, so that residents can supervise them."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("projects_by_need", "projects"),
        ("projects_fulfilled", "projects"),
    )


class Proposal(Entity):
    """A matter that residents brought before the consultation of their community."""

    kind: ClassVar[str] = "proposal"
    kind_zh: ClassVar[str] = "协商事项"

    matter: Annotated[ProposalMatter | None, OneOf("事项类别", (), ProposalMatter)] = None
    """What it is."""
    scale: Annotated[ProposalScale | None, OneOf("事项分级", (), ProposalScale)] = None
    """How weighty it was graded, by size, difficulty and authority."""
    meeting: Annotated[ConsultationMeeting | None, OneOf("协商会议", (), ConsultationMeeting)] = None
    """The meeting to which it went."""
    discussed: Annotated[Step | None, Nested("协商")] = None
    """The meeting itself."""
    published: Annotated[Step | None, Nested("公开")] = None
    """Publication of what residents should know of it."""
    result_used: Annotated[Step | None, Nested("结果运用")] = None
    """The outcome is put to use."""


class MajorMatter(Entity):
    """An important matter or major problem of governance, on its way to a decision."""

    kind: ClassVar[str] = "major_matter"
    kind_zh: ClassVar[str] = "重大事项"
    counted_in: ClassVar[str] = "case"

    discussed: Annotated[Step | None, Nested("党组织研究讨论")] = None
    """The party organisation studies and discusses it."""
    decided: Annotated[Step | None, Nested("按程序决定")] = None
    """It is decided by the procedure laid down for it."""


class WhistleCase(Entity):
    """A problem for which a community, a street or a grid calls the departments."""

    kind: ClassVar[str] = "whistle_case"
    kind_zh: ClassVar[str] = "吹哨事项"
    counted_in: ClassVar[str] = "case"

    exceeds_community: Annotated[bool | None, YesNo("超出社区能力")] = None
    """Whether the community cannot settle it by itself."""
    discovered: Annotated[Step | None, Nested("发现")] = None
    """Discovery of the problem, by a grid or anybody else."""
    discovered_by: Annotated[CaseParty | None, OneOf("发现方", (), CaseParty)] = None
    """Who discovered it."""
    collected: Annotated[Step | None, Nested("收集")] = None
    """The community takes it down."""
    whistled: Annotated[Step | None, Nested("吹哨")] = None
    """The call for the departments."""
    whistled_by: Annotated[CaseParty | None, OneOf("吹哨方", (), CaseParty)] = None
    """Who called them."""
    answered: Annotated[Step | None, Nested("报到")] = None
    """The departments come."""
    settled: Annotated[Step | None, Nested("办结")] = None
    """The problem is settled."""
    late_from: Annotated[Step | None, Nested("逾期起算")] = None
    """The time that was set for it is over: the first day on which it is late to settle it. False for no time set."""
    answered_by: Annotated[Mapping[Department, bool] | None, Listing("报到部门", (), Department)] = None
    """The departments that came."""


class AssignedTask(Entity):
    """A kind of task that a higher level has assigned to a community, and how it was admitted.

    Examples:
        >>> task = AssignedTask(id="t1", assigned_by="某局", is_on_list=False, stopped="2023-05-01")
        >>> task.stopped.done, task.is_approved
        (True, None)
    """

    kind: ClassVar[str] = "assigned_task"
    kind_zh: ClassVar[str] = "交办事项"
    counted_in: ClassVar[str] = "item"

    assigned_by: Annotated[str | None, Words("交办单位")] = None
    """The unit that assigned it, whose fault a missing admission is."""
    is_on_list: Annotated[bool | None, YesNo("纳入准入清单")] = None
    """Whether the list of admitted work has it."""
    is_approved: Annotated[bool | None, YesNo("获单独批准")] = None
    """Whether it was approved by itself before, though the list does not have it."""
    stopped: Annotated[Step | None, Nested("叫停")] = None
    """It was corrected and stopped."""


class Conflict(Entity):
    """A conflict among residents, from the first sign of a risk to what comes after it is settled."""

    kind: ClassVar[str] = "conflict"
    kind_zh: ClassVar[str] = "矛盾风险"
    counted_in: ClassVar[str] = "case"

    forecast: Annotated[Step | None, Nested("预测")] = None
    """The risk is forecast."""
    prevented: Annotated[Step | None, Nested("防范")] = None
    """Steps are taken to prevent it."""
    mediated: Annotated[Step | None, Nested("调处")] = None
    """It is mediated and settled."""
    guided: Annotated[Step | None, Nested("引导")] = None
    """The people concerned are guided afterwards."""


class Demonstration(Record):
    """The way of a community through a programme of demonstration communities."""

    kind_zh: ClassVar[str] = "示范创建"

    joined: Annotated[Step | None, Nested("参加创建")] = None
    """It takes part in the programme."""
    selected: Annotated[Step | None, Nested("择优选出")] = None
    """It is chosen among the best."""
    recommended: Annotated[Step | None, Nested("推荐上报")] = None
    """It is put forward to the province or beyond."""


class PolicyDrafting(Record):
    """How a city drew up its policy on communities, and what the policy is made of."""

    kind_zh: ClassVar[str] = "政策制定"

    researched: Annotated[Step | None, Nested("实地调研")] = None
    """Research in streets and communities."""
    consulted_on: Annotated[Step | None, Nested("征求意见")] = None
    """Consultation of the departments, when its last round ended."""
    consultation_rounds: Annotated[int | None, count("event", "征求意见轮次")] = None
    """Rounds of that consultation."""
    co_signed: Annotated[Step | None, Nested("会签")] = None
    """Agreement and signature of the departments."""
    co_signing_departments: Annotated[int | None, count("department", "会签部门数")] = None
    """Departments that signed."""
    adopted: Annotated[Step | None, Nested("审议通过")] = None
    """Adoption by the executive meeting of the city government."""
    issued: Annotated[Step | None, Nested("印发")] = None
    """Issue by the office of the city government."""
    service_measures: Annotated[int | None, count("item", "服务措施数")] = None
    """Its measures on services."""
    digital_measures: Annotated[int | None, count("item", "数字措施数")] = None
    """Its measures on digital support."""
    mechanism_measures: Annotated[int | None, count("item", "机制措施数")] = None
    """Its measures on the mechanisms of governance."""
    foundation_measures: Annotated[int | None, count("item", "基础保障措施数")] = None
    """Its measures on centres, burdens and workers."""
    domains: Annotated[Mapping[ServiceDomain, bool] | None, Listing("服务领域", (), ServiceDomain)] = None
    """Fields of service with which it deals."""
