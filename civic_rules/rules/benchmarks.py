"""Figures that a report gives: what others can be placed beside, and what judges nobody."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from civic_rules import units
from civic_rules.entities import Vocabulary
from civic_rules.errors import DeclarationError, KindMismatchError, MixedSubjectsError, UnitMismatchError
from civic_rules.expressions import nodes
from civic_rules.expressions.kinds import entity_type
from civic_rules.expressions.literals import Day, Number  # noqa: TC001  Pydantic reads the annotations
from civic_rules.expressions.nodes import AnyNode  # noqa: TC001  Pydantic reads the annotations
from civic_rules.expressions.signatures import KIND_WORDS, check_size, signature
from civic_rules.messages import Message, both, joined, said
from civic_rules.rules.modalities import Modality
from civic_rules.rules.requirements import NO_SUBJECT, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Direction(Vocabulary):
    """Which side of a figure is the better one."""

    HIGHER = "higher", "越高越好", "higher is better"
    LOWER = "lower", "越低越好", "lower is better"
    NEITHER = "neither", "不分优劣", "neither is better"


class Sense(Vocabulary):
    """How a figure is meant."""

    EXACT = "exact", "即为此数", "this number"
    MORE_THAN = "more-than", "多于此数", "more than this number"


TIMELY = (nodes.EventCount, nodes.DoneBy, nodes.InOrder, nodes.Reached, nodes.InWindow)
"""Nodes whose value depends on the day on which somebody asks."""


class Benchmark(Rule):
    """A figure that a report gives, with the expression that it is a value of.

    Attributes:
        value: The figure with its unit, as the text has it.
        measures: What it is a value of, for the kind of entity that reported it.
        likewise: The same measure of other kinds of entity, one for each kind.
        comparable_when: Conditions, one for each kind at most, without which an entity of the kind is not comparable.
        exceeds: A number that the measure of an entity exceeds, where it reports "more than" a number and no other.
        direction: Which side of the figure is the better one.
        sense: Whether the figure itself is meant, or more than it.
        rounded_to: How finely the figure is stated, in its own unit: 10000 for 45万; None for an exact one.
        since: The first day of the period that it is of, where the text names one.
        until: The last day of that period.
        own_until: The last day of the period that an entity's own figure is of.

    Examples:
        >>> import civic_rules as cr
        >>> benchmark = cr.load("weihai-practice").benchmarks[0]
        >>> benchmark.subject, benchmark.modality.value
        ('city', 'reported')
    """

    value: nodes.Number
    measures: AnyNode
    likewise: tuple[AnyNode, ...] = ()
    comparable_when: tuple[AnyNode, ...] = ()
    exceeds: AnyNode | None = None
    direction: Direction
    sense: Sense = Sense.EXACT
    rounded_to: Annotated[Number, Field(gt=0)] | None = None
    since: Day | None = None
    until: Day | None = None
    own_until: AnyNode | None = None

    @model_validator(mode="after")
    def _check(self) -> Benchmark:
        """Check the expressions as soon as the figure is declared."""
        for node in self.expressions():
            check_size(node)
            self._check_day(node)
        signature(self.value)
        self._check_kinds()
        for measure in (*self.by_kind.values(), *([self.exceeds] if self.exceeds is not None else [])):
            self._check_unit(measure)
        if self.since is not None and self.until is not None and self.until < self.since:
            message = said(
                "{rule}: until {until} is before since {since}",
                "{rule}：until {until} 早于 since {since}",
                rule=self.key,
                until=self.until,
                since=self.since,
            )
            raise DeclarationError(message)
        return self

    def _check_day(self, top: nodes.Node) -> None:
        """A figure is compared on no day in particular, so nothing in it may depend on one."""
        for node in top.walk():
            if isinstance(node, TIMELY) or (isinstance(node, nodes.ParameterValue) and node.at is None):
                message = said(
                    "{rule}: {node} depends on the day, and a benchmark is compared on no day in particular",
                    "{rule}：{node} 取决于日期，而通报数据的比较不限于某一天",
                    rule=self.key,
                    node=node.kind,
                )
                raise DeclarationError(message)

    def _check_kinds(self) -> None:
        """Each measure, and each condition, speaks of one kind of entity of its own."""
        for name, found in (("measures", self._measures()), ("comparable_when", self.comparable_when)):
            kinds = [signature(node).subject for node in found]
            twice = {kind for kind in kinds if kinds.count(kind) > 1}
            if None in kinds or twice:
                names = joined([entity_type(kind).called() for kind in sorted(filter(None, twice))])
                message = said(
                    "{rule}: {name} speaks of each kind of entity once; this has {what}",
                    "{rule}：{name} 对每种对象只能涉及一次；这里{what}",
                    rule=self.key,
                    name=name,
                    what=NO_SUBJECT if None in kinds else said("{kinds} twice", "两次涉及{kinds}", kinds=names),
                )
                raise MixedSubjectsError(message)
        wanted = [(node, "truth", "comparable_when") for node in self.comparable_when]
        wanted += [(node, "number", "exceeds") for node in (self.exceeds,) if node is not None]
        wanted += [(node, "date", "own_until") for node in (self.own_until,) if node is not None]
        for node, kind, name in wanted:
            found_kind, subject = signature(node).kind, signature(node).subject
            if found_kind != kind:
                raise KindMismatchError(_another_kind(self.key, both(name, f"{name} "), kind, found_kind))
            if subject not in self.by_kind:
                message = said(
                    "{rule}: {name} speaks of {subject}, which has no measure here",
                    "{rule}：{name} 涉及{subject}，而这里没有给出它的测量项",
                    rule=self.key,
                    name=name,
                    subject=_NOTHING if subject is None else entity_type(subject).called(),
                )
                raise MixedSubjectsError(message)

    def _check_unit(self, measure: nodes.Node) -> None:
        found = signature(measure)
        if found.kind != "number":
            raise KindMismatchError(_another_kind(self.key, both("a measure", "测量项"), "number", found.kind))
        if not units.compatible(found.unit, self.value.unit):
            message = said(
                "{rule}: a measure in {unit} cannot have the value {value:g} {given}",
                "{rule}：以 {unit} 计的测量项不能取值 {value:g} {given}",
                rule=self.key,
                unit=found.unit,
                value=self.value.value,
                given=self.value.unit,
            )
            raise UnitMismatchError(message)

    def _measures(self) -> tuple[nodes.Node, ...]:
        return (self.measures, *self.likewise)

    @property
    def modality(self) -> Modality:
        """Always reported: a figure of a report binds nobody."""
        return Modality.REPORTED

    @property
    def subject(self) -> str:
        """The kind of entity that reported the figure."""
        return signature(self.measures).subject or ""

    @cached_property
    def by_kind(self) -> Mapping[str, nodes.Node]:
        """What is measured of each kind of entity that can be placed beside the figure."""
        return {signature(node).subject or "": node for node in self._measures()}

    def condition_for(self, kind: str) -> nodes.Node | None:
        """The condition on which an entity of a kind is comparable; None where every one is."""
        return _of_kind(self.comparable_when, kind)

    def exceeds_for(self, kind: str) -> nodes.Node | None:
        """The number that the measure of an entity of a kind exceeds; None where there is no such field."""
        return _of_kind(() if self.exceeds is None else (self.exceeds,), kind)

    def own_until_for(self, kind: str) -> nodes.Node | None:
        """The last day of the period of an own figure, for entities of a kind; None where there is no such field."""
        return _of_kind(() if self.own_until is None else (self.own_until,), kind)

    def expressions(self) -> tuple[nodes.Node, ...]:
        """Every expression of the benchmark."""
        others = (self.exceeds, self.own_until)
        return (*self._measures(), *self.comparable_when, *(node for node in others if node is not None))

    def span(self) -> tuple[float, float]:
        """The least number that the figure can stand for, and the number below which it must be.

        Examples:
            >>> import civic_rules as cr
            >>> cr.load("weihai-practice").rule("registered-volunteers").span()
            (445000.0, 455000.0)
        """
        value = float(self.value.value)
        if self.sense is Sense.MORE_THAN:
            return value, math.inf
        half = 0.0 if self.rounded_to is None else self.rounded_to / 2
        return value - half, value + half


_NOTHING = both("None", "空值")


def _another_kind(rule: str, what: Message, kind: str, found: str) -> Message:
    """That an expression of a benchmark is of another kind than it has to be."""
    return said(
        "{rule}: {what} has to be a {kind}, and this is a {found}",
        "{rule}：{what}应为{kind}，而这是{found}",
        rule=rule,
        what=what,
        kind=both(kind, KIND_WORDS[kind].zh),
        found=both(found, KIND_WORDS[found].zh),
    )


def _of_kind(found: Iterable[nodes.Node], kind: str) -> nodes.Node | None:
    return next((node for node in found if signature(node).subject == kind), None)
