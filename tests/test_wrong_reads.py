"""Every field, term, step and source that a rulebook reads has a case that would fail if it were another.

Each is made wrong in turn: a term, a step or a source is dropped, every is made some, two steps change places, another
field of the same sort is read. Then some case has to fail. Figures and lists are those of `test_wrong_figures.py`.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import nodes
from tests.test_wrong_figures import unnoticed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.test_wrong_figures import Wrong

READ_TWICE = ("yancheng-2013-6",)
"""Rulebooks that are held to this; one is added when its cases are complete in this sense."""

LISTS = {
    nodes.Is: "terms",
    nodes.Tally: "conditions",
    nodes.Either: "sources",
    nodes.DoneBy: "steps",
    nodes.InOrder: "steps",
}
"""What can be dropped of a node."""

MISTAKEN = 3
"""For how many others a field is mistaken."""


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
        case nodes.Field():
            yield from other_fields(node)


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


def shorter(node: nodes.Node) -> Iterator[Wrong]:
    """A node without one of what it lists."""
    name = LISTS.get(type(node), "")
    listed = getattr(node, name) if name else ()
    for at in range(len(listed)) if len(listed) > 1 else ():
        rest = (*listed[:at], *listed[at + 1 :])
        made = rest[0] if len(rest) == 1 and isinstance(node, nodes.Either) else node.model_copy(update={name: rest})
        yield f"{node.kind} without {name[:-1]} {at}", made


def other_fields(node: nodes.Field) -> Iterator[Wrong]:
    """Another field of the same entity that is easily mistaken for it."""
    for name in mistaken_for(node.subject, node.name):
        yield f"{node.name} as {name}", node.model_copy(update={"name": name})


@cache
def mistaken_for(kind: str, name: str) -> list[str]:
    """The fields of the same sort that are named most alike."""
    specs = ENTITY_TYPES[kind].specs()
    sorts = {spec.name: (spec.kind, spec.unit, spec.vocabulary) for spec in specs.values()}
    alike = [other for other, sort in sorts.items() if other != name and sort == sorts[name]]
    return get_close_matches(name, alike, n=MISTAKEN, cutoff=0)


@pytest.mark.parametrize("rulebook_id", READ_TWICE)
def test_what_is_read_wrongly_is_noticed(rulebook_id: str) -> None:
    """Whatever a requirement leaves out, turns round or mistakes for another, one of its cases fails."""
    assert unnoticed(cr.load(rulebook_id), wrong_reads) == {}
