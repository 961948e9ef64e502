"""Every field, term, step and source that a rulebook reads has a case that would fail if it were another.

Each is made wrong in turn: a term, a step, a source or a part of a sum is dropped, every is made some, the larger the
smaller, two steps change places; another field of the same sort, another term, arrangement, event or window is read.
Then some case has to fail. Figures and lists are those of `test_wrong_figures.py`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES, EventKind
from civic_rules.expressions import nodes
from tests.test_wrong_figures import OTHER_WINDOW, of_book, unnoticed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.test_wrong_figures import Wrong

pytestmark = pytest.mark.no_cover
"""As in `test_wrong_figures.py`."""

READ_ALIKE = {
    # A whole number of workers is at least a number where it is at least that number rounded up; a grid that is judged
    # by its community shows no limit.
    "huangjinling-2023/grid-worker-per-150-households": {"must: option community: not rounded"},
}
"""What may be read of a requirement in another way without a case that fails, because both say the same."""

LISTS = {
    nodes.Is: "terms",
    nodes.Tally: "conditions",
    nodes.Either: "sources",
    nodes.DoneBy: "steps",
    nodes.InOrder: "steps",
    nodes.Sum: "terms",
    nodes.Largest: "of",
    nodes.Smallest: "of",
}
"""What can be dropped of a node."""

ALONE = (nodes.Either, nodes.Sum, nodes.Largest, nodes.Smallest)
"""Nodes of which the last that is left stands by itself."""


def wrong_reads(node: nodes.Node) -> Iterator[Wrong]:
    """Wrong forms of one node by itself, but for its figures."""
    yield from shorter(node)
    yield from turned(node)
    match node:
        case nodes.Members(where=where) if where is not None:
            yield "members without where", node.model_copy(update={"where": None})
        case nodes.InOrder(steps=steps):
            for at in range(len(steps) - 1):
                swapped = (*steps[:at], steps[at + 1], steps[at], *steps[at + 2 :])
                yield f"steps {at} and {at + 1} swapped", node.model_copy(update={"steps": swapped})
        case nodes.InWindow(window=window):
            yield f"{window} as {OTHER_WINDOW[window]}", node.model_copy(update={"window": OTHER_WINDOW[window]})
        case nodes.RoundUp(value=value):
            yield "not rounded", value
        case nodes.Difference(left=left):
            yield "nothing taken away", left
        case nodes.Not(condition=condition):
            yield "without not", condition
        case nodes.Field() | nodes.InPlace() | nodes.EventCount():
            yield from others(node)
        case nodes.Is():
            yield from other_terms(node)


def turned(node: nodes.Node) -> Iterator[Wrong]:
    """A condition that asks for all where it asked for one, or the other way round, or for the contrary."""
    match node:
        case nodes.Is():
            yield f"not {node.terms}", nodes.Not(condition=node)
        case nodes.AllOf(conditions=conditions):
            yield "all-of as any-of", nodes.AnyOf(conditions=conditions)
        case nodes.AnyOf(conditions=conditions):
            yield "any-of as all-of", nodes.AllOf(conditions=conditions)
        case nodes.Every(members=members, that=that):
            yield "every as some", nodes.Some(members=members, that=that)
        case nodes.Some(members=members, that=that):
            yield "some as every", nodes.Every(members=members, that=that)
        case nodes.Largest(of=of):
            yield "largest as smallest", nodes.Smallest(of=of)
        case nodes.Smallest(of=of):
            yield "smallest as largest", nodes.Largest(of=of)


def shorter(node: nodes.Node) -> Iterator[Wrong]:
    """A node without one of what it lists."""
    name = LISTS.get(type(node), "")
    listed = getattr(node, name) if name else ()
    for at in range(len(listed)) if len(listed) > 1 else ():
        rest = (*listed[:at], *listed[at + 1 :])
        made = rest[0] if len(rest) == 1 and isinstance(node, ALONE) else node.model_copy(update={name: rest})
        yield f"{node.kind} without {name[:-1]} {at}", made


def others(node: nodes.Field | nodes.InPlace | nodes.EventCount) -> Iterator[Wrong]:
    """A node that reads another of the same sort: a field, an arrangement, an event."""
    if isinstance(node, nodes.Field):
        attribute, sort = "name", fields_like(node.subject, node.name)
    elif isinstance(node, nodes.InPlace):
        attribute, sort = "arrangement", terms(node.subject, "arrangements")
    else:
        attribute, sort = "event", tuple(kind.value for kind in EventKind)
    ours = getattr(node, attribute)
    for other in sort:
        if other != ours:
            yield f"{ours} as {other}", node.model_copy(update={attribute: other})


def other_terms(node: nodes.Is) -> Iterator[Wrong]:
    """A field that is another term of its list."""
    sort = terms(node.value.subject, node.value.name) if isinstance(node.value, nodes.Field) else ()
    for at, term in enumerate(node.terms):
        for other in sort:
            if other not in node.terms:
                listed = (*node.terms[:at], other, *node.terms[at + 1 :])
                yield f"{term} as {other}", node.model_copy(update={"terms": listed})


@cache
def fields_like(kind: str, name: str) -> tuple[str, ...]:
    """The fields of the same sort."""
    specs = ENTITY_TYPES[kind].specs()
    sorts = {spec.name: (spec.kind, spec.unit, spec.vocabulary) for spec in specs.values()}
    return tuple(other for other, sort in sorts.items() if sort == sorts[name])


@cache
def terms(kind: str, name: str) -> tuple[str, ...]:
    """The terms that a field may hold."""
    vocabulary = ENTITY_TYPES[kind].specs()[name].vocabulary
    return tuple(term.value for term in vocabulary) if vocabulary else ()


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_what_is_read_wrongly_is_noticed(rulebook_id: str) -> None:
    """Whatever a requirement leaves out, turns round or mistakes for another, one of its cases fails."""
    assert unnoticed(cr.load(rulebook_id), wrong_reads) == of_book(rulebook_id, READ_ALIKE)
