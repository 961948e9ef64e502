"""Patterns of consequences: findings, tasks, circumstances, and entities that are held together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import civic_rules as cr
from civic_rules.rules import Rulebook, entitlement, escalation, follows, held, holds, judged, obligation, status
from civic_rules.text import Text
from tests.inference.declared import BUREAU, EMERGENCY, GRAVE, MUST, URBAN, book_of, rule_of

Keys = tuple[list[str], list[str]]
"""The keys of what follows, and of what is open."""


def concluded(book: Rulebook, entity: cr.Entity, on: str = "2016-01-01") -> tuple[list[str], list[str]]:
    """The keys of what follows, and of what is open."""
    found = cr.audit(entity, book, on=on).conclusions
    return [one.key for one in found], [one.key for one in found.open]


def asks(**pattern: Any) -> Rulebook:  # noqa: ANN401  arguments of judged()
    """A rulebook in which one thing follows from a finding on room."""
    verdicts = pattern.pop("verdicts", ())
    return book_of(rule_of("it", (judged(MUST, *verdicts, of="community", **pattern),), status("community")))


FOLLOWS: Keys = (["it"], [])
OPEN: Keys = ([], ["it"])
NEITHER: Keys = ([], [])


@pytest.mark.parametrize(
    ("pattern", "facts", "on", "expected"),
    [
        ({"verdicts": ("failed",)}, {"facility_area": 399}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("failed",)}, {"facility_area": 400}, "2016-01-01", NEITHER),
        ({"verdicts": ("failed",)}, {}, "2016-01-01", OPEN),
        ({"verdicts": ("passed",)}, {"facility_area": 400}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("passed", "failed")}, {}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("passed", "failed")}, {"settlement": None}, "2016-01-01", OPEN),
        ({"verdicts": ("inapplicable",)}, {"settlement": "rural"}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("inapplicable",)}, {"settlement": None, "facility_area": 1}, "2016-01-01", OPEN),
        ({"verdicts": ("inapplicable",)}, {}, "2016-01-01", NEITHER),
        ({"verdicts": ("failed",)}, {"settlement": None, "facility_area": 399}, "2016-01-01", OPEN),
        ({"verdicts": ("failed",)}, {"settlement": None, "facility_area": 400}, "2016-01-01", NEITHER),
        ({"verdicts": ("passed",)}, {"settlement": None, "facility_area": 399}, "2016-01-01", NEITHER),
        ({"verdicts": ("passed", "inapplicable")}, {"settlement": None, "facility_area": 400}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("cannot_tell",)}, {}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("cannot_tell",)}, {"facility_area": 1}, "2016-01-01", NEITHER),
        ({"verdicts": ("cannot_tell",), "tier": "none"}, {}, "2016-01-01", FOLLOWS),
        ({"verdicts": ("cannot_tell",), "tier": "breach"}, {}, "2016-01-01", NEITHER),
        ({"tier": "breach"}, {"facility_area": 399}, "2016-01-01", FOLLOWS),
        ({"tier": "breach"}, {"facility_area": 399}, "2015-12-30", NEITHER),
        ({"tier": "warning"}, {"facility_area": 399}, "2015-12-30", FOLLOWS),
        ({"tier": "none"}, {"facility_area": 400}, "2016-01-01", FOLLOWS),
        ({"due": "not-yet-due"}, {"facility_area": 399}, "2015-12-30", FOLLOWS),
        ({"due": "due"}, {"facility_area": 399}, "2015-12-31", FOLLOWS),
        ({"due": "overdue"}, {"facility_area": 399}, "2015-12-31", NEITHER),
        ({"due": "overdue"}, {"facility_area": 399}, "2016-01-01", FOLLOWS),
        ({"due": ("due", "overdue")}, {"facility_area": 399}, "2015-12-31", FOLLOWS),
        ({"due": "no-day"}, {"facility_area": 399}, "2016-01-01", NEITHER),
    ],
)
def test_pattern_of_a_finding(
    pattern: dict[str, Any], facts: dict[str, Any], on: str, expected: tuple[list[str], list[str]]
) -> None:
    """A finding is asked for by verdict, by what a failure is, and by where the day lies; unknown is only possible."""
    assert concluded(asks(**pattern), cr.Community(**{**URBAN, **facts}), on) == expected


@pytest.mark.parametrize(
    ("is_new", "expected"), [(True, ["breach"]), (False, ["warning"]), (None, [])], ids=["new", "old", "not known"]
)
def test_whether_a_failure_is_a_breach_may_be_unknown(is_new: bool | None, expected: list[str]) -> None:  # noqa: FBT001
    """Where it is not known whether a failure is a breach, both are open and neither is certain."""
    tiers = ("breach", "warning")
    rules = [
        rule_of(tier, (judged(GRAVE, "failed", of="community", tier=tier),), status("community")) for tier in tiers
    ]
    found = cr.audit(
        cr.Community(id="c1", workers=2, is_new_build=is_new), book_of(*rules), on="2016-01-01"
    ).conclusions
    missing = ("community c1: is_new_build",)

    assert [one.key for one in found] == expected
    assert [(one.key, one.missing) for one in found.open] == (
        [] if expected else [("breach", missing), ("warning", missing)]
    )


TASKS = (
    rule_of(
        "task",
        (judged(None, "failed", of="entity", rule="requirement", tier="breach", is_assigned=True),),
        obligation("entity", rule="requirement"),
    ),
    rule_of(
        "late",
        (
            follows("task", of="entity", rule="requirement"),
            judged(None, "failed", of="entity", rule="requirement", due="overdue"),
        ),
        escalation("entity", rule="requirement", bearer=(Text(zh="领导小组", en="leading group"),)),
    ),
)


def test_task_of_whoever_is_responsible() -> None:
    """A failed requirement becomes the task of who is responsible, with its due date, and is escalated when overdue."""
    entity = cr.Community(**URBAN, facility_area=1, workers=0, is_new_build=True, volunteers=0)
    [task, late] = cr.audit(entity, book_of(*TASKS), on="2016-01-01").conclusions

    assert (task.requirement, task.bearer, task.due, task.is_overdue) == (MUST, (BUREAU,), date(2015, 12, 31), True)
    assert (late.key, late.kind, late.due, late.bearer[0].en) == ("late", "escalation", None, "leading group")


def test_task_of_a_requirement_that_cannot_be_told_is_open() -> None:
    """Of every requirement that may turn out to be a breach a task is open, each with what would settle it."""
    found = cr.audit(cr.Community(**URBAN, workers=3, volunteers=1), book_of(*TASKS), on="2016-01-01").conclusions

    assert [(one.key, one.missing) for one in found.open] == [
        ("task", ("community c1: facility_area",)),
        ("late", ("community c1: facility_area",)),
    ]


def test_circumstance() -> None:
    """What a circumstance concludes follows where it holds, is open where that is not known, and else does not."""
    book = book_of(EMERGENCY, rule_of("may", (holds(EMERGENCY, of="community"),), entitlement("community")))
    found = [concluded(book, cr.Community(id="c1", is_in_emergency=known)) for known in (True, None, False)]

    assert found == [(["may"], []), ([], ["may"]), ([], [])]


def test_nothing_follows_while_the_document_is_not_in_force() -> None:
    """A circumstance that holds concludes nothing before the document is in force."""
    book = book_of(EMERGENCY, rule_of("may", (holds(EMERGENCY, of="community"),), entitlement("community")))

    assert concluded(book, cr.Community(id="c1", is_in_emergency=True), on="2013-01-15") == ([], [])


NEAR = book_of(
    EMERGENCY,
    rule_of(
        "neighbour",
        (
            holds(EMERGENCY, of="community"),
            held("community", by="county"),
            held("community2", by="county"),
            judged(MUST, "passed", of="community2"),
        ),
        status("community2", about="community"),
    ),
)


def test_variables_join_entities_through_what_holds_them() -> None:
    """Two communities of one county are joined; one of another county is not."""
    good = {"settlement": "urban", "facility_area": 400}
    first = cr.County(
        id="k1",
        streets=[cr.Street(id="s1", communities=[cr.Community(id="c1", is_in_emergency=True)])],
        communities=[cr.Community(id="c2", is_in_emergency=False, **good)],
    )
    other = cr.County(id="k2", communities=[cr.Community(id="c3", is_in_emergency=False, **good)])
    found = cr.audit(cr.City(id="x", counties=[first, other]), NEAR, on="2016-01-01").conclusions

    assert [(one.entity_id, one.about.id if one.about else None) for one in found] == [("c2", "c1")]


def test_place_that_was_not_handed_in_is_the_same_for_all_that_lie_in_it() -> None:
    """Two communities of one street lie in one county, though nobody has said in which."""
    street = cr.Street(
        id="s1",
        communities=[
            cr.Community(id="c1", is_in_emergency=True),
            cr.Community(id="c2", settlement="urban", facility_area=400, is_in_emergency=False),
        ],
    )
    [found] = cr.audit(street, NEAR, on="2016-01-01").conclusions
    holders = {ground.parties[1] for ground in found.because.grounds if ground.parties}

    assert (found.entity_id, [(one.kind, one.id, one.inner.id) for one in holders]) == ("c2", [("county", "", "s1")])


def test_places_that_were_not_handed_in_are_not_taken_for_one() -> None:
    """Two communities that a city lists itself may lie in two counties."""
    city = cr.City(
        id="x",
        communities=[
            cr.Community(id="c1", settlement="rural", is_in_emergency=True),
            cr.Community(id="c2", settlement="urban", facility_area=400, is_in_emergency=False),
        ],
    )

    assert concluded(NEAR, city) == ([], [])


ANY_EMERGENCY = (
    rule_of("alarm", (holds(EMERGENCY, of="community"), held("community", by="county")), status("county")),
    rule_of(
        "calm",
        (judged(MUST, "passed", of="community"), held("community", by="county")),
        status("county"),
        (follows("alarm", of="county"),),
    ),
)


@pytest.mark.parametrize(
    ("listed", "expected"),
    [("streets", (["calm"], [])), ("neither", ([], ["alarm", "calm"]))],
)
def test_members_that_are_not_known_may_exist(listed: str, expected: Keys) -> None:
    """Of a county whose streets are not listed whole, what no listed community does another one may do."""
    quiet = cr.Community(id="c1", settlement="urban", facility_area=400, is_in_emergency=False)
    streets = [cr.Street(id="s1", communities=[quiet])]
    streets += [cr.Street(id="s2")] if listed == "neither" else []
    county = cr.County(id="k1", streets=streets)
    found = cr.audit(county, book_of(EMERGENCY, *ANY_EMERGENCY), on="2016-01-01").conclusions

    assert ([one.key for one in found], [one.key for one in found.open]) == expected
    assert {one.missing for one in found.open} <= {("community of county k1",)}
