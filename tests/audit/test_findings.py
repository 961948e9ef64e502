"""What a finding says: the verdict, what was measured, what is missing, and whether that is a breach today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from civic_rules.audit import audit
from civic_rules.entities import City, Community, County, Deliberation, Entity
from civic_rules.expressions import (
    Node,
    Reading,
    ReadingOption,
    all_of,
    choose,
    done_by,
    either,
    in_order,
    largest,
    subject,
    tally,
    within,
)
from civic_rules.rules import Clause, Document, Modality, Requirement, Rulebook
from civic_rules.text import Text

if TYPE_CHECKING:
    from civic_rules.audit import Finding

TITLE = Text(zh="测试", en="Test")
SINCE, DUE = date(2013, 1, 16), date(2015, 12, 31)
DAY = timedelta(days=1)

DOCUMENT = Document(
    id="doc-1",
    title=TITLE,
    issuer=TITLE,
    issued=SINCE,
    in_force_from=SINCE,
    last_checked=SINCE,
    clauses=(Clause(number="1", title=TITLE),),
)

community, county, city = subject("community"), subject("county"), subject("city")
worker, deliberation = subject("worker"), subject("deliberation")

AREA = community.facility_area >= "400 m²"


def find(must: Node, entity: Entity, on: date = DUE, readings: dict[str, str] | None = None, **rule: Any) -> Finding:  # noqa: ANN401
    """What an audit finds of one rule and the entity that is handed in, or the first of its members."""
    given = {"modality": Modality.MANDATORY, **rule}
    made = Requirement(key="rule", title=TITLE, must=must, source=DOCUMENT.clause("1"), **given)
    document = DOCUMENT.model_copy(update={"in_force_until": rule.pop("in_force_until", None)})
    return audit(entity, Rulebook(document, (made,)), on=on, readings=readings).for_requirement("rule")[0]


def measured(finding: Finding) -> tuple[object, ...]:
    """The verdict with its numbers and units."""
    return (finding.verdict, finding.measured, finding.limit, finding.unit, finding.shortfall, finding.shortfall_unit)


# -- measures --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("must", "facts", "found"),
    [
        (AREA, {"facility_area": 400}, ("passed", 400, 400, "m²", None, "m²")),
        (AREA, {"facility_area": 399.5}, ("failed", 399.5, 400, "m²", 0.5, "m²")),
        (community.facility_area >= "0.04 ha", {"facility_area": 300}, ("failed", 0.03, 0.04, "ha", 100, "m²")),
        (community.workers >= "10 worker", {"workers": 7}, ("failed", 7, 10, "worker", 3, "worker")),
        (community.workers > "10 worker", {"workers": 10}, ("failed", 10, 10, "worker", 0, "worker")),
        (
            community.households <= "3000 household",
            {"households": 3100},
            ("failed", 3100, 3000, "household", 100, "household"),
        ),
        (
            community.households < "3000 household",
            {"households": 2999},
            ("passed", 2999, 3000, "household", None, "household"),
        ),
        (community.workers.equals("10 worker"), {"workers": 7}, ("failed", 7, 10, "worker", 3, "worker")),
        (
            community.facility_area / community.households >= "43 m² / (100 household)",
            {"facility_area": 18.49, "households": 43},
            ("passed", pytest.approx(43), 43, "m² / (100 household)", None, "m²"),
        ),
        (
            community.facility_area / community.households >= "43 m² / (100 household)",
            {"facility_area": 400, "households": 1000},
            ("failed", 40, 43, "m² / (100 household)", 30, "m²"),
        ),
        (
            community.volunteers / community.residents >= "15 volunteer / (100 resident)",
            {"volunteers": 150, "residents": 1001},
            ("failed", 150 * 100 / 1001, 15, "volunteer / (100 resident)", 1, "volunteer"),
        ),
        (
            community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)"),
            {"facility_area": 469.9, "households": 2350},
            ("failed", 469.9, 470, "m²", pytest.approx(0.1), "m²"),
        ),
        (
            community.households.between("2000 household", "3000 household"),
            {"households": 3001},
            ("failed", 3001, 3000, "household", 1, "household"),
        ),
        (
            community.households.between("2000 household", "3000 household"),
            {"households": 1999},
            ("failed", 1999, 2000, "household", 1, "household"),
        ),
        (
            community.services.includes_all("health", "education"),
            {"services": ["health"]},
            ("failed", 1, 2, "item", 1, "item"),
        ),
        (
            community.fund_misuses.includes_none("diverted", "withheld"),
            {"fund_misuses": ["diverted"]},
            ("failed", 1, 0, "item", 1, "item"),
        ),
        (
            community.arrangement("four-part-structure").has_any("office", "party-committee"),
            {"arrangements": {"four-part-structure": []}},
            ("failed", 0, 1, "item", 1, "item"),
        ),
        (
            tally(community.has_facility, community.is_new_build) >= "2 item",
            {"has_facility": True, "is_new_build": False},
            ("failed", 1, 2, "item", 1, "item"),
        ),
        (
            community.staff.every(worker.has_certificate),
            {"staff": [{"id": "w1", "has_certificate": True}, {"id": "w2", "has_certificate": False}]},
            ("failed", 1, 2, "worker", 1, "worker"),
        ),
        (
            community.staff.some(worker.has_certificate),
            {"staff": [{"id": "w1", "has_certificate": False}]},
            ("failed", 0, 1, "worker", 1, "worker"),
        ),
        (
            community.staff.share(worker.has_certificate) >= "60 %",
            {"staff": [{"id": f"w{n}", "has_certificate": n < 2} for n in range(4)]},
            ("failed", 50, 60, "%", 1, "worker"),
        ),
        (
            all_of(AREA, community.has_facility),
            {"facility_area": 3, "has_facility": True},
            ("failed", None, None, "", None, ""),
        ),
    ],
)
def test_measures(must: Node, facts: dict[str, Any], found: tuple[object, ...]) -> None:
    """What was found stands in the unit of the limit, what is missing in the unit of the field, in whole things."""
    assert measured(find(must, Community(id="c1", **facts))) == found


def test_measures_of_a_deadline() -> None:
    """Of a deadline, the day of the last act is measured, the due day is the limit, and days are missing."""
    must = done_by(county.layout_plan.completed, county.layout_plan.filed, day=date(2013, 3, 31))
    late = County(id="k1", layout_plan={"completed": "2013-03-31", "filed": "2013-04-12"})

    assert measured(find(must, late)) == ("failed", date(2013, 4, 12), date(2013, 3, 31), "", 12, "day")


def test_nothing_missing_in_what_passes() -> None:
    """A shortfall belongs to a failure."""
    assert find(AREA, Community(id="c1", facility_area=500)).shortfall is None


# -- what is not known -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("must", "facts", "missing", "notes"),
    [
        (AREA, {}, ("facility_area",), ()),
        (
            community.facility_area / community.households >= "1 m² / household",
            {"households": 3},
            ("facility_area",),
            (),
        ),
        (
            community.facility_area / community.households >= "1 m² / household",
            {"facility_area": 3, "households": 0},
            (),
            ("zero-denominator",),
        ),
        (community.services.includes_all("health"), {}, ("services",), ()),
        (
            community.services.includes_all("health", "education"),
            {"services": {"health": True}},
            ("services.education",),
            (),
        ),
        (community.arrangement("co-building").in_place(), {}, ("arrangements.co-building",), ()),
        (
            community.arrangement("four-part-structure").has_all("office"),
            {"arrangements": {"four-part-structure": True}},
            ("arrangements.four-part-structure.office",),
            (),
        ),
        (community.event_count("funds-publication", "year") >= "1 event", {}, ("events",), ()),
        (community.gap_plan.completed.done_by(DUE), {}, ("gap_plan.completed",), ()),
        (community.staff.count() >= "3 worker", {}, ("staff",), ()),
        (
            community.staff.share(worker.has_certificate) >= "60 %",
            {"staff": [{"id": "w1"}, {"id": "w2", "has_certificate": True}]},
            ("w1.has_certificate",),
            (),
        ),
        (community.staff.share(worker.has_certificate) >= "60 %", {"staff": []}, (), ("zero-denominator",)),
        (
            all_of(AREA, community.has_facility, community.is_new_build),
            {"has_facility": True},
            ("facility_area", "is_new_build"),
            (),
        ),
        (
            community.households >= within("county", county.urban_average_wage) * "1 household / (CNY / year)",
            {"households": 3},
            ("county",),
            (),
        ),
    ],
)
def test_what_is_missing(must: Node, facts: dict[str, Any], missing: tuple[str, ...], notes: tuple[str, ...]) -> None:
    """Where nothing can be told, the fields that would settle it are named, or a note says why."""
    finding = find(must, Community(id="c1", **facts))

    assert (finding.verdict, finding.missing, finding.notes) == ("cannot_tell", missing, notes)


def test_what_is_known_is_not_missing() -> None:
    """A failed part settles a condition, and nothing is missing however little else is known."""
    finding = find(all_of(AREA, community.has_facility), Community(id="c1", has_facility=False))

    assert (finding.verdict, finding.missing, finding.notes) == ("failed", (), ())


def test_bounds_settle_a_share() -> None:
    """A share whose worst case is enough passes, one whose best case is too little fails."""
    must = city.all("community").share(community.has_facility) >= "60 %"
    states = {"passed": (True, True, None), "failed": (False, False, None), "cannot_tell": (True, False, None)}
    cities = {
        verdict: City(id="yc", communities=[{"id": f"c{n}", "has_facility": one} for n, one in enumerate(known)])
        for verdict, known in states.items()
    }

    assert {verdict: find(must, one).verdict for verdict, one in cities.items()} == {one: one for one in states}


def test_sources_that_contradict_each_other() -> None:
    """A reported figure and a count that exclude each other tell nothing, and a note says so."""
    must = either(city.facility_share, city.all("community").share(community.has_facility)) >= "60 %"
    finding = find(must, City(id="yc", facility_share=50, communities=[{"id": "c1", "has_facility": True}]))

    assert (finding.verdict, finding.missing, finding.notes) == ("cannot_tell", (), ("contradiction",))


def test_sources_of_a_member_that_contradict_each_other() -> None:
    """The contradiction of a member is said in words, though the finding is that of its city."""
    must = city.all("community").every(either(community.has_facility, community.is_new_build))
    finding = find(must, City(id="yc", communities=[{"id": "c1", "has_facility": True, "is_new_build": False}]))

    assert (finding.verdict, finding.missing, finding.notes) == ("cannot_tell", (), ("contradiction",))
    assert "the sources contradict each other" in finding.explain("en")
    assert "数据相互矛盾" in finding.explain("zh")


def test_members_through_their_holder() -> None:
    """What holds a member is asked through it, and is named with its kind where it is missing."""
    must = worker.annual_pay >= within("county", county.urban_average_wage)
    staff = [{"id": "w1", "annual_pay": 50_000}]
    poor, unknown = (
        County(id="k1", urban_average_wage=wage, communities=[{"id": "c1", "staff": staff}]) for wage in (60_000, None)
    )

    assert measured(find(must, poor)) == ("failed", 50_000, 60_000, "CNY / year", 10_000, "CNY / year")
    assert find(must, unknown).missing == ("county.urban_average_wage",)


# -- applicability, dates, breaches ----------------------------------------------------------------------------

SMALL = Community(id="c1", settlement="urban", facility_area=3, is_new_build=False)


@pytest.mark.parametrize(
    ("when", "verdict", "missing"),
    [
        (None, "failed", ()),
        (community.settlement.is_("urban"), "failed", ()),
        (community.settlement.is_("rural"), "inapplicable", ()),
        (community.has_facility, "cannot_tell", ("has_facility",)),
    ],
)
def test_applicability(when: Node | None, verdict: str, missing: tuple[str, ...]) -> None:
    """What does not apply is inapplicable; where that is not known, nothing can be told."""
    finding = find(AREA, SMALL, when=when)

    assert (finding.verdict, finding.missing) == (verdict, missing)


@pytest.mark.parametrize(
    ("on", "verdict"), [(SINCE - DAY, "inapplicable"), (SINCE, "failed"), (DUE - DAY, "failed"), (DUE, "inapplicable")]
)
def test_in_force(on: date, verdict: str) -> None:
    """A rule is asked from the day on which its document is in force, up to the day before something replaces it."""
    assert find(AREA, SMALL, on, until=DUE).verdict == verdict


def test_a_document_that_is_no_longer_in_force() -> None:
    """From the day on which a document ends, none of its rules applies."""
    rule = Requirement(key="rule", title=TITLE, must=AREA, modality=Modality.MANDATORY, source=DOCUMENT.clause("1"))
    book = Rulebook(DOCUMENT.model_copy(update={"in_force_until": DUE}), (rule,))

    assert [audit(SMALL, book, on=on)["rule"].verdict for on in (DUE - DAY, DUE)] == ["failed", "inapplicable"]


@pytest.mark.parametrize(
    ("modality", "due", "on", "is_breach", "is_warning"),
    [
        (Modality.MANDATORY, None, SINCE, True, False),
        (Modality.MANDATORY, DUE, DUE - DAY, False, True),
        (Modality.MANDATORY, DUE, DUE, True, False),
        (Modality.MANDATORY, DUE, DUE + DAY, True, False),
        (Modality.TARGET, None, DUE, False, True),
        (Modality.TARGET, DUE, DUE - DAY, False, True),
        (Modality.TARGET, DUE, DUE, True, False),
        (Modality.IN_PRINCIPLE, None, DUE, False, True),
        (Modality.IN_PRINCIPLE, DUE, DUE + DAY, False, True),
        (Modality.ENCOURAGED, None, DUE, False, True),
        (Modality.REPORTED, None, DUE, False, False),
    ],
)
def test_breaches(modality: Modality, due: date | None, on: date, *, is_breach: bool, is_warning: bool) -> None:
    """Only what is mandatory, or a target with a date, is breached, and never before it is due."""
    finding = find(AREA, SMALL, on, modality=modality, due=due)

    assert (finding.verdict, finding.is_breach, finding.is_warning) == ("failed", is_breach, is_warning)


@pytest.mark.parametrize(
    ("breach_when", "is_breach"),
    [(community.settlement.is_("urban"), True), (community.is_new_build, False), (community.has_facility, False)],
    ids=["holds", "does not hold", "not known"],
)
def test_what_makes_a_breach(breach_when: Node, *, is_breach: bool) -> None:
    """A condition can make a failure a breach; unless it is known to hold, the failure is a warning."""
    finding = find(AREA, SMALL, breach_when=breach_when)

    assert (finding.is_breach, finding.is_warning) == (is_breach, not is_breach)


@pytest.mark.parametrize("facts", [{}, {"facility_area": 400}], ids=["cannot tell", "passed"])
def test_only_a_failure_is_a_breach(facts: dict[str, Any]) -> None:
    """What passes, or cannot be told, is neither breach nor warning."""
    finding = find(AREA, Community(id="c1", **facts))

    assert (finding.is_breach, finding.is_warning) == (False, False)


# -- readings --------------------------------------------------------------------------------------------------


def reading(default: str | None) -> Reading:
    """A place that can be read in two ways."""
    options = (ReadingOption(key="total", title=TITLE), ReadingOption(key="activity", title=TITLE))
    return Reading(key="which-area", title=TITLE, options=options, default=default, reason=TITLE)


@pytest.mark.parametrize(
    ("default", "chosen", "found"),
    [
        ("total", {}, ("passed", "total")),
        ("activity", {}, ("failed", "activity")),
        ("total", {"which-area": "activity"}, ("failed", "activity")),
        (None, {"which-area": "total"}, ("passed", "total")),
        (None, {}, ("cannot_tell", None)),
    ],
)
def test_readings(default: str | None, chosen: dict[str, str], found: tuple[str, str | None]) -> None:
    """The option that was taken stands in the finding; without one, and without a default, nothing can be told."""
    place = reading(default)
    must = choose(place, total=AREA, activity=community.activity_area >= "400 m²")
    finding = find(must, Community(id="c1", facility_area=500, activity_area=100), readings=chosen)

    assert (finding.verdict, finding.readings) == (found[0], ((place, found[1]),))
    assert finding.notes == (("no-reading",) if found[1] is None else ())


# -- as data ---------------------------------------------------------------------------------------------------


def test_as_data() -> None:
    """A finding is plain data, with its clauses, its evidence and its readings."""
    finding = find(AREA, SMALL, due=DUE)

    assert finding.to_dict() == {
        "requirement": "doc-1/rule",
        "entity": "c1",
        "entity_kind": "community",
        "on": "2015-12-31",
        "verdict": "failed",
        "is_breach": True,
        "is_warning": False,
        "modality": "mandatory",
        "due": "2015-12-31",
        "measured": 3,
        "limit": 400,
        "unit": "m²",
        "shortfall": 397,
        "shortfall_unit": "m²",
        "missing": [],
        "notes": [],
        "readings": {},
        "clauses": ["1"],
        "evidence": [],
    }


def test_days_as_data() -> None:
    """A day is written as ISO text, and its unit is that of what is missing alone."""
    must = deliberation.resolved.done_by(DUE)
    data = find(must, Deliberation(id="d1", resolved=DUE + DAY), DUE + DAY).to_dict()

    assert (data["measured"], data["limit"], data["shortfall"], data["unit"], data["shortfall_unit"]) == (
        "2016-01-01",
        "2015-12-31",
        1,
        "",
        "day",
    )


def test_the_trace_has_every_part() -> None:
    """The trace gives the value of each part of the condition."""
    steps = in_order(deliberation.proposed, deliberation.resolved)
    trace = find(all_of(steps, deliberation.resolved.done_by(DUE)), Deliberation(id="d1", resolved=DUE)).trace()

    assert [(part.node.kind, part.value) for part in trace.parts] == [("in-order", None), ("done-by", True)]
    assert trace.missing == ("proposed",)


def test_shown() -> None:
    """A finding is shown with its requirement, its entity and its verdict."""
    assert repr(find(AREA, SMALL)) == "<Finding doc-1/rule of community c1: failed>"
