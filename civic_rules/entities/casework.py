"""Dealings with a course, from a first act to a last one: public pledges, and the drawing up of a policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from civic_rules.entities.base import Entity, Record
from civic_rules.entities.fields import Listing, Nested, count
from civic_rules.entities.records import Step
from civic_rules.entities.terms import Channel, ServiceDomain


class Pledge(Entity):
    """Projects for residents that a community promises in public, and what became of them.

    Examples:
        >>> pledge = Pledge(id="p1", published="2024-01-10", channels=["线上", "线下"], projects=5, projects_by_need=5)
        >>> pledge.published.on.year
        2024
    """

    kind: ClassVar[str] = "pledge"
    kind_zh: ClassVar[str] = "承诺"

    published: Annotated[Step | None, Nested("公开承诺")] = None
    """The public pledge. Its day says for which year it counts."""
    channels: Annotated[Mapping[Channel, bool] | None, Listing("公开渠道", (), Channel)] = None
    """How it was made public."""
    projects: Annotated[int | None, count("item", "承诺项目数")] = None
    """Projects promised."""
    projects_by_need: Annotated[int | None, count("item", "按需承诺项目数")] = None
    """Those of the projects that rest on a recorded need of residents."""
    projects_fulfilled: Annotated[int | None, count("item", "兑现项目数")] = None
    """Those of the projects that have been carried out."""
    progress_published: Annotated[Step | None, Nested("进展公开")] = None
    """Publication of how the projects went, so that residents can supervise them."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("projects_by_need", "projects"),
        ("projects_fulfilled", "projects"),
    )


class PolicyDrafting(Record):
    """How a city drew up its policy on communities, and what the policy is made of."""

    researched: Annotated[Step | None, Nested("实地调研")] = None
    """Research in streets and communities."""
    consulted: Annotated[Step | None, Nested("征求意见")] = None
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
