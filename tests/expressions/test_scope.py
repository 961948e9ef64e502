"""An entity in its place: what it holds, at which depth, what of it is not known, and what holds it."""

from __future__ import annotations

import pytest

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions.scope import Scope, kinds_below

WORKERS = {"staff": [{"id": "w1"}, {"id": "w2"}]}


def members(entity: cr.Entity, kind: str, *, direct: bool = False) -> tuple[list[str], tuple[str, ...]]:
    """The ids of the members of a kind that are known, and the lists that are not."""
    found, gaps = Scope(entity).members(kind, direct=direct)
    return [one.entity.id for one in found], tuple(gaps)


@pytest.mark.parametrize(
    ("city", "found"),
    [
        ({}, ([], ("communities",))),
        ({"communities": []}, ([], ())),
        ({"communities": [{"id": "c1"}]}, (["c1"], ())),
        ({"counties": [{"id": "k1", "communities": [{"id": "c1"}]}]}, (["c1"], ())),
        ({"counties": [{"id": "k1"}]}, ([], ("k1.communities",))),
        ({"counties": [{"id": "k1", "streets": [{"id": "s1", "communities": [{"id": "c1"}]}]}]}, (["c1"], ())),
        ({"counties": [{"id": "k1", "streets": [{"id": "s1"}]}]}, ([], ("k1.s1.communities",))),
        (
            {"communities": [{"id": "c1"}], "counties": [{"id": "k1", "communities": [{"id": "c2"}]}]},
            (["c2", "c1"], ()),
        ),
        (
            {"communities": [{"id": "c1"}], "counties": [{"id": "k1"}, {"id": "k2", "communities": []}]},
            (["c1"], ("k1.communities",)),
        ),
    ],
)
def test_communities_of_a_city(city: dict[str, object], found: tuple[list[str], tuple[str, ...]]) -> None:
    """Communities are found at any depth; each list that would have to be known is named by its path."""
    listed, gaps = members(cr.City.model_validate({"id": "yc", **city}), "community")

    assert (sorted(listed), gaps) == (sorted(found[0]), found[1])


def test_members_that_the_entity_itself_holds() -> None:
    """Direct members are those of the entity's own lists."""
    city = cr.City(id="yc", counties=[{"id": "k1", "communities": [{"id": "c1", **WORKERS}]}])

    assert members(city, "community", direct=True) == ([], ("communities",))
    assert members(city, "county", direct=True) == (["k1"], ())
    assert members(city, "worker") == (["w1", "w2"], ())


def test_a_kind_that_cannot_be_held() -> None:
    """What an entity cannot hold, it does not hold, and nothing is missing."""
    assert members(cr.Worker(id="w1"), "community") == ([], ())


def test_what_holds_an_entity() -> None:
    """The nearest holder of a kind is found, and none where the entity stands alone."""
    city = cr.City(id="yc", counties=[{"id": "k1", "communities": [{"id": "c1", **WORKERS}]}])
    worker = Scope(city).walk()[-1]

    assert worker.entity.id == "w2"
    assert [(scope.entity.id if scope else None) for scope in map(worker.above, ("community", "county", "city"))] == [
        "c1",
        "k1",
        "yc",
    ]
    assert worker.above("street") is None
    assert worker.above("worker") is None


def test_walk() -> None:
    """Each entity comes before what it holds, in the order of the lists."""
    city = cr.City(
        id="yc",
        counties=[{"id": "k1", "communities": [{"id": "c1"}, {"id": "c2", **WORKERS}]}, {"id": "k2"}],
        communities=[{"id": "c3"}],
    )

    assert [scope.entity.id for scope in Scope(city).walk()] == ["yc", "k1", "c1", "c2", "w1", "w2", "k2", "c3"]


def test_kinds_below() -> None:
    """A worker holds nobody, a community its own kinds, a city every kind."""
    assert kinds_below("worker") == {"worker"}
    assert {"community", "worker", "grid"} <= kinds_below("community")
    assert kinds_below("city") == set(ENTITY_TYPES)
