"""Which facts a rulebook reads, and at which numbers its verdicts turn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import interpret
from civic_rules.expressions.scope import Context, Scope, kinds_below
from civic_rules.expressions.signatures import signature
from civic_rules.rules import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from civic_rules.entities import Entity, Record


@dataclass(frozen=True)
class Edge:
    """A number of an entity and the limit that it is held against.

    Attributes:
        field: The field that has the number.
        limit: The limit.
        per: The denominator, where the limit is on a ratio.
        to_field: The unit of the field, for each of the denominator where there is one.
    """

    field: str
    limit: nodes.Node
    per: nodes.Node | None
    to_field: str

    def target(self, entity: Entity, on: date) -> float | None:
        """The number that the field would need to be at the limit; None where the other facts do not say."""
        scope, context = Scope(entity), Context(on)
        limit = interpret(self.limit, scope, context).value.exact
        per = 1 if self.per is None else interpret(self.per, scope, context).value.exact
        if limit is None or per is None:
            return None
        return float(limit * per * units.factor(signature(self.limit).unit, self.to_field))


@dataclass(frozen=True)
class Facts:
    """Which facts are drawn.

    Attributes:
        read: The fields that are drawn, by the kind of entity; None for all.
        edges: The limits to which numbers are drawn near, by the kind of entity.
        days: Days on which a verdict turns.
        on: A day on which the limits are in force.
    """

    read: Mapping[str, frozenset[str]] | None = None
    edges: Mapping[str, tuple[Edge, ...]] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    on: date = date(2020, 1, 1)

    def draws(self, model: type[Record], name: str) -> bool:
        """Whether a field, or an arrangement (`arrangements.co-building`), is drawn."""
        kind = getattr(model, "kind", None)
        if name == "id":
            return False
        if self.read is None or kind not in ENTITY_TYPES:
            return True
        held = ENTITY_TYPES[kind].member_fields()
        if name in held:
            return bool(kinds_below(held[name].kind) & self.read.keys())
        return name in self.read.get(kind, ())


def facts_of(rulebooks: Rulebook | Iterable[Rulebook] | None) -> Facts:
    """The facts that rulebooks read, and their limits; all facts where there is no rulebook."""
    if rulebooks is None:
        return Facts()
    books = (rulebooks,) if isinstance(rulebooks, Rulebook) else tuple(rulebooks)
    read: dict[str, set[str]] = defaultdict(set)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for rule in (rule for book in books for rule in (*book, *book.circumstances)):
        read[rule.subject].update()
        for node in (node for top in rule.expressions() for node in top.walk()):
            for kind, name in _read_by(node):
                read[kind].update(name)
            for kind, edge in _edges_of(node):
                edges[kind].append(edge)
    return Facts(
        {kind: frozenset(names) for kind, names in read.items()},
        {kind: tuple(found) for kind, found in edges.items()},
        tuple(dict.fromkeys(day for book in books for day in _days_of(book))),
        max((book.document.in_force_from for book in books), default=Facts.on),
    )


def _days_of(book: Rulebook) -> Iterator[date]:
    """The days that a rulebook names."""
    ends = (book.document.in_force_until, *(day for rule in book for day in (rule.due, rule.until)))
    yield from (day for day in (book.document.in_force_from, *ends) if day is not None)
    for node in (node for rule in book for top in rule.expressions() for node in top.walk()):
        if isinstance(node, nodes.Day):
            yield node.value
        elif isinstance(node, nodes.ParameterValue):
            yield from (stage.since for stage in node.parameter.values)


def _read_by(node: nodes.Node) -> Iterator[tuple[str, set[str]]]:
    """What one node reads: the kind of entity, and the names of the fields."""
    if isinstance(node, nodes.Members):
        yield node.of, set()
    elif isinstance(node, nodes.Field):
        yield node.subject, {node.name.partition(".")[0]}
    elif isinstance(node, nodes.EventCount):
        yield node.subject, {"events"}
    elif isinstance(node, (nodes.InPlace, nodes.HasParts)):
        yield node.subject, {"arrangements", f"arrangements.{node.arrangement}"}


def _edges_of(node: nodes.Node) -> Iterator[tuple[str, Edge]]:
    """The limits that one node sets to a field, or to a ratio of a field."""
    if isinstance(node, nodes.Compare):
        sides = [(node.left, node.right), (node.right, node.left)]
    elif isinstance(node, nodes.Between):
        sides = [(node.value, node.low), (node.value, node.high)]
    else:
        return
    for value, limit in sides:
        inner = nodes.unwrapped(value)
        counted = nodes.unwrapped(inner.numerator) if isinstance(inner, nodes.Ratio) else inner
        if isinstance(counted, nodes.Field) and "." not in counted.name:
            per = inner.denominator if isinstance(inner, nodes.Ratio) else None
            unit = signature(inner).unit
            yield counted.subject, Edge(counted.name, limit, per, unit)
