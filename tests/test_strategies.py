"""What is drawn for tests: every kind of fact, known and not known, near the limits, and never contradictory."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES, Entity
from civic_rules.errors import UnknownFieldError
from civic_rules.expressions import nodes
from civic_rules.expressions.scope import Scope
from civic_rules.testing import strategies, trees
from civic_rules.testing.facts import facts_of
from civic_rules.testing.strategies import cities, communities, counties, entities, less_known

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = cr.load("yancheng-2013-6")
FEW = settings(max_examples=max(5, settings().max_examples // 5))
SEARCH = settings(max_examples=2000, database=None, derandomize=True)


def can_be(drawn: st.SearchStrategy[Any], wanted: Callable[[Any], object]) -> bool:
    """Whether something that is wanted is drawn."""
    return bool(wanted(find(drawn, lambda one: bool(wanted(one)), settings=SEARCH)))


@pytest.mark.parametrize("name", [name for name in cr.Community.labels() if name != "id"])
def test_every_fact_is_drawn(name: str) -> None:
    """Each field of a community is drawn as known, and as not known."""
    drawn = entities("community", members=1, depth=1)

    assert can_be(
        drawn, lambda one: getattr(one, name) not in {None, ()} if name != "arrangements" else one.arrangements
    )
    assert can_be(drawn, lambda one: not getattr(one, name))


@pytest.mark.parametrize("verdict", ["passed", "failed", "cannot_tell"])
@pytest.mark.parametrize("key", ["facility-required-area", "volunteer-registration-rate-urban", "four-part-structure"])
def test_every_verdict_is_drawn(key: str, verdict: str) -> None:
    """The communities that are drawn for a rulebook meet its requirements, and miss them, and leave them open."""
    assert can_be(
        communities(BOOK, members=1), lambda one: cr.audit(one, BOOK, on="2015-12-31")[key].verdict == verdict
    )


def test_limits_are_drawn() -> None:
    """A number lies at a limit, exactly or just beside it, more often than chance would have it."""

    def missed_by_little(one: cr.Community) -> bool:
        shortfall = cr.audit(one, BOOK, on="2015-12-31")["facility-required-area"].shortfall
        return shortfall is not None and shortfall < 1

    def met_exactly(one: cr.Community) -> bool:
        finding = cr.audit(one, BOOK, on="2015-12-31")["facility-required-area"]
        return finding.measured is not None and finding.measured == finding.limit

    assert can_be(communities(BOOK), missed_by_little)
    assert can_be(communities(BOOK), met_exactly)


def test_only_what_is_read_is_drawn() -> None:
    """For a rulebook, only the facts are drawn that one of its requirements reads."""
    kept = [rule for rule in BOOK if rule.inputs() == ("facility_area", "households")]
    facts = facts_of(cr.Rulebook(BOOK.document, tuple(kept)))

    assert {kind: set(names) for kind, names in (facts.read or {}).items()} == {
        "community": {"facility_area", "households"}
    }
    assert {edge.field for edge in facts.edges["community"]} == {"facility_area"}


@FEW
@given(cities())
def test_what_is_drawn_can_be_audited(city: cr.City) -> None:
    """Ids are unique within a kind, and members are bounded in number."""
    scopes = Scope(city).walk()

    assert len({(one.entity.kind, one.entity.id) for one in scopes}) == len(scopes)
    assert max((len(held) for one in scopes for held in _lists(one.entity)), default=0) <= 2


def _lists(entity: Entity) -> list[tuple[Entity, ...]]:
    return [getattr(entity, name) or () for name in entity.member_fields()]


@FEW
@given(st.sampled_from(sorted(ENTITY_TYPES)).flatmap(lambda kind: entities(kind, depth=0)))
def test_no_members_at_no_depth(entity: Entity) -> None:
    """Depth says how many levels of members there are."""
    assert [held for held in _lists(entity) if held] == []


@FEW
@given(counties(BOOK, members=1).flatmap(lambda one: st.tuples(st.just(one), less_known(one))))
def test_less_known_only_forgets(both: tuple[cr.County, cr.County]) -> None:
    """What is still known is as it was, field by field."""
    before, after = both

    def forgets(was: Entity, now: Entity) -> bool:
        for name in type(was).labels():
            old, new = getattr(was, name), getattr(now, name)
            if name in was.member_fields() and new is not None:
                assert [forgets(a, b) for a, b in zip(old, new, strict=True)] == [True] * len(old)
            elif isinstance(new, dict):
                assert old is not None
                assert new.keys() <= old.keys()
            elif new is not None and not hasattr(new, "labels"):
                assert new == old
        return True

    assert forgets(before, after)


@pytest.mark.parametrize("kind", sorted(set(nodes.NODE_TYPES) - {"members"}))
def test_every_node_is_drawn(kind: str) -> None:
    """The trees that are drawn have every kind of node."""
    drawn = st.sampled_from(("community", "city", "county")).flatmap(trees.conditions)

    assert can_be(drawn, lambda tree: kind in {node.kind for node in tree.walk()})


def test_an_unknown_kind() -> None:
    """A kind of entity that is not there is an error when the strategy is made."""
    with pytest.raises(UnknownFieldError, match="did you mean 'community'"):
        entities("comunity")


@pytest.mark.parametrize("module", [strategies, trees])
def test_without_hypothesis(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401  a module
    """Where Hypothesis is not installed, the message says what to install."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, module.__name__)

    with pytest.raises(ImportError, match=r"install civic-rules\[test\]"):
        importlib.import_module(module.__name__)
