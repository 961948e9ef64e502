"""What is drawn for tests: every kind of fact, known and not known, and never contradictory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

import civic_rules as cr
from civic_rules.errors import UnknownFieldError
from civic_rules.expressions.scope import Scope
from civic_rules.testing.facts import facts_of
from civic_rules.testing.strategies import cities, entities

if TYPE_CHECKING:
    from civic_rules.entities import Entity

BOOK = cr.load("yancheng-2013-6")
FEW = settings(max_examples=max(5, settings().max_examples // 5))


def test_only_what_is_read_is_drawn() -> None:
    """For a rulebook, only the facts are drawn that one of its requirements reads."""
    kept = [rule for rule in BOOK if rule.inputs() == ("facility_area", "households")]
    facts = facts_of(cr.Rulebook(BOOK.document, tuple(kept)))

    assert {kind: set(names) for kind, names in (facts.read or {}).items()} == {
        "community": {"facility_area", "households"}
    }
    assert {edge.field for edge in facts.edges["community"]} == {"facility_area"}


def lists_of(entity: Entity) -> list[tuple[Entity, ...]]:
    """What an entity holds, list by list."""
    return [getattr(entity, name) or () for name in entity.member_fields()]


@FEW
@given(cities(BOOK))
def test_what_is_drawn_can_be_audited(city: cr.City) -> None:
    """Ids are unique within a kind, and members are bounded in number."""
    scopes = Scope(city).walk()

    assert len({(one.entity.kind, one.entity.id) for one in scopes}) == len(scopes)
    assert max((len(held) for one in scopes for held in lists_of(one.entity)), default=0) <= 2


@FEW
@given(entities("community", depth=0))
def test_no_members_at_no_depth(community: Entity) -> None:
    """Depth says how many levels of members there are."""
    assert [held for held in lists_of(community) if held] == []


def test_an_unknown_kind() -> None:
    """A kind of entity that is not there is an error when the strategy is made."""
    with pytest.raises(UnknownFieldError, match="did you mean 'community'"):
        entities("comunity")
