"""Conclusions: what follows, what is open and what would settle it, and why, down to findings and circumstances."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules import inference
from civic_rules.entities.terms import Service
from civic_rules.errors import UnknownEntityError, UnknownNameError
from civic_rules.inference import conclude, concluding
from civic_rules.inference.chaining import Reference
from civic_rules.inference.engines import default_engine
from civic_rules.inference.facts import due_state
from civic_rules.inference.holdings import everything
from civic_rules.rules import Circumstance, DueState, Rulebook, follows, holds, judged, status
from civic_rules.testing.strategies import audit_days, entities, less_known
from tests.inference.declared import CITED, GRAVE, MUST, NAME, URBAN, YANCHENG, book_of, community, rule_of

CHAINING = [book for book in cr.available() if cr.load(book).consequences]


def test_why_goes_down_to_the_leaves() -> None:
    """Every conclusion says its rule, its clause and what it rests on, and so do the conclusions that it rests on."""
    entity = cr.County(
        id="k1",
        communities=[
            cr.Community(id="c1", has_facility=False, has_recent_project=False, gap_plan={"completed": False})
        ],
    )
    report = cr.audit(entity, YANCHENG, on="2013-06-01")
    [overdue] = report.conclusions.of("gap-plan-overdue")
    [owed] = overdue.because.conclusions
    [gap] = owed.because.conclusions

    assert overdue.because.rule.source.clause == "三(六)"
    assert overdue.because.findings == (report.for_entity("c1")["gap-community-plan"],)
    assert [ground.parties and ground.parties[1].id for ground in owed.because.grounds] == [None, "k1"]
    assert [(one.circumstance.key, one.truth) for one in gap.because.observations] == [
        ("lacks-room-and-development", True)
    ]
    assert gap.because.conclusions == ()


def test_what_is_wanted_absent_is_shown_too() -> None:
    """A reason names what may not be there, with the finding or circumstance that shows that it is not."""
    rule = rule_of(
        "it", (judged(MUST, "failed", of="community"),), status("community"), (judged(GRAVE, "passed", of="community"),)
    )
    [found] = cr.audit(cr.Community(**URBAN, facility_area=1, workers=0), book_of(rule), on="2016-01-01").conclusions
    absent = found.because.grounds[1]

    assert (absent.is_wanted, absent.truth) == (False, False)
    assert absent.finding is not None
    assert absent.finding.requirement == GRAVE


def test_several_ways_are_all_told_the_shortest_first() -> None:
    """What follows in two ways has both reasons, and the one with fewer steps comes first."""
    long = rule_of("first", (judged(MUST, "failed", of="community"),), status("community"))
    rules = (
        long,
        rule_of("by-way", (follows(long, of="community"),), status("community", key="goal")),
        rule_of("at-once", (judged(MUST, "failed", of="community"),), status("community", key="goal")),
    )
    [_, goal] = cr.audit(cr.Community(**URBAN, facility_area=1), book_of(*rules), on="2016-01-01").conclusions

    assert [why.rule.key for why in goal.reasons] == ["at-once", "by-way"]
    assert goal.rule.key == "at-once"


def test_open_circle_ends() -> None:
    """Open conclusions that need each other say what is missing once."""
    rules = (
        rule_of("start", (judged(MUST, "failed", of="community"),), status("community", key="one")),
        rule_of("there", (follows("one", of="community"),), status("community", key="two")),
        rule_of("back", (follows("two", of="community"),), status("community", key="one")),
    )
    found = cr.audit(cr.Community(**URBAN), book_of(*rules), on="2016-01-01").conclusions

    assert [(one.key, one.missing) for one in found.open] == [
        ("one", ("community c1: facility_area",)),
        ("two", ("community c1: facility_area",)),
    ]
    assert "? " in found.explain()


def test_doubt_without_missing_fields_names_the_reading() -> None:
    """Where only a reading without a default is open, the reading would settle it."""
    reading = cr.Reading(
        key="which",
        title=NAME,
        options=({"key": "a", "title": NAME}, {"key": "b", "title": NAME}),
        default=None,
        reason=NAME,
    )
    from civic_rules.expressions import choose  # noqa: PLC0415  one test needs it

    chosen = Circumstance(
        key="chosen", title=NAME, holds=choose(reading, a=community.is_in_emergency.is_(True), b=False), source=CITED
    )
    book = book_of(chosen, rule_of("it", (holds(chosen, of="community"),), status("community")))
    entity = cr.Community(id="c1", is_in_emergency=True)
    [open_] = cr.audit(entity, book, on="2016-01-01").conclusions.open
    [certain] = cr.audit(entity, book, on="2016-01-01", readings={"which": "a"}).conclusions

    assert open_.missing == ("community c1: which",)
    assert certain.is_certain


def city_at(share: int) -> cr.City:
    """A city of 100 communities of which as many attain the standard."""
    services = [one.value for one in Service][:6]
    return cr.City(
        id="x",
        communities=[
            cr.Community(
                id=f"c{n}",
                settlement="urban",
                households=2350,
                facility_area=470 if n < share else 400,
                services=services,
            )
            for n in range(100)
        ],
    )


def test_a_city_that_attains_its_share_puts_no_community_first() -> None:
    """At 95 of 100 the five others do not come first; at 94 the six others do."""
    found = [cr.audit(city_at(share), YANCHENG, on="2015-12-31").conclusions for share in (95, 94)]

    assert [len(one.of("attainment-priority")) for one in found] == [0, 6]
    assert [len(one.of("counts-toward-attainment")) for one in found] == [95, 94]


def test_parts_of_a_report_have_their_conclusions() -> None:
    """The report of one entity has what is of it or about it, as the whole report has it."""
    entity = cr.County(
        id="k1",
        communities=[cr.Community(id=one, has_facility=False, has_recent_project=False) for one in ("c1", "c2")],
    )
    report = cr.audit(entity, YANCHENG, on="2013-02-01")
    part = report.for_entity("c1").conclusions

    assert [(one.key, one.entity_id) for one in part] == [("gap-community", "c1"), ("gap-plan-owed", "k1")]
    assert [repr(one) for one in report.conclusions.for_entity("c1")] == [repr(one) for one in part]
    assert {one.about_party.id for one in report.of_members().conclusions.of("gap-plan-owed") if one.about_party} == {
        "c1",
        "c2",
    }
    with pytest.raises(UnknownEntityError, match="c9"):
        report.conclusions.for_entity("c9")


def test_conclusions_are_worked_out_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit chains nothing; the first question for conclusions does, and the second has the same answer."""
    calls: list[object] = []
    whole = concluding.conclude

    def counted(one: cr.Report, **given: Any) -> cr.Conclusions:  # noqa: ANN401  whatever it is called with
        calls.append(one)
        return whole(one, **given)

    monkeypatch.setattr(inference, "conclude", counted)
    report = cr.audit(cr.Community(id="c1"), YANCHENG, on="2013-02-01")
    before = len(calls)
    first, second = report.conclusions, report.conclusions

    assert (before, len(calls), first is second) == (0, 1, True)


def test_report_as_data_has_conclusions() -> None:
    """The report as plain data says what follows and what is open."""
    entity = cr.Community(id="c1", has_facility=False, has_recent_project=False)
    said = cr.audit(entity, YANCHENG, on="2013-02-01").to_dict()["conclusions"]
    [_, owed] = said["certain"]

    assert owed["conclusion"] == "yancheng-2013-6/gap-plan-owed"
    assert (owed["entity_kind"], owed["entity"], owed["about"], owed["due"]) == ("county", "", "c1", "2013-03-31")
    assert owed["bearer"] == [{"zh": "各县（市、区）政府", "en": "county governments"}]
    assert all(one["missing"] for one in said["open"])


@pytest.mark.parametrize(("day", "state"), [(30, "not-yet-due"), (31, "due")])
def test_due_date_is_the_last_day_in_time(day: int, state: str) -> None:
    """On its due date a thing is due, and not overdue."""
    assert due_state(date(2015, 12, 31), date(2015, 12, day)) == state
    assert due_state(date(2015, 12, 31), date(2016, 1, 1)) is DueState.OVERDUE
    assert due_state(None, date(2016, 1, 1)) is DueState.NO_DAY


def identity(one: cr.Conclusion) -> tuple[object, ...]:
    """What makes a conclusion the same in two audits."""
    about = None if one.about_party is None else (one.about_party.kind, one.about_party.inner.id)
    return one.id, one.entity_kind, one.party.inner.id, about, one.requirement and one.requirement.id


FEW = settings(max_examples=max(4, settings().max_examples // 12))
"""For tests that run over everything that a document concludes."""


@pytest.mark.parametrize("rulebook_id", CHAINING)
@FEW
@given(data=st.data())
def test_less_known_concludes_nothing_else(rulebook_id: str, data: st.DataObject) -> None:
    """Whatever is forgotten of a place, nothing follows that was ruled out, and nothing is ruled out that followed."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    entity = data.draw(entities("city", book, members=2) | entities("community", book))
    forgotten = data.draw(less_known(entity))
    full, less = (cr.audit(one, book, on=on).conclusions for one in (entity, forgotten))
    left = {(one.kind, one.id) for one in everything(forgotten)}
    still = [one for one in full if {(p.kind, p.id) for p in (one.party, one.about_party) if p and p.entity} <= left]

    assert {identity(one) for one in less} <= {identity(one) for one in (*full, *full.open)}
    assert {identity(one) for one in still} <= {identity(one) for one in (*less, *less.open)}


@pytest.mark.parametrize("rulebook_id", CHAINING)
@FEW
@given(data=st.data())
def test_both_engines_conclude_the_same_of_a_place(rulebook_id: str, data: st.DataObject) -> None:
    """On random places the default engine and the reference conclude the same, for the same reasons."""
    book = cr.load(rulebook_id)
    entity = data.draw(entities("city", book, members=2) | entities("community", book))
    report = cr.audit(entity, book, on=data.draw(audit_days(book)))
    traces = [conclude(report, engine).trace() for engine in (default_engine(), Reference())]

    assert {**traces[0], "engine": ""} == {**traces[1], "engine": ""}


@pytest.mark.parametrize("rulebook_id", CHAINING)
@FEW
@given(data=st.data())
def test_every_conclusion_has_words_and_what_would_settle_it(rulebook_id: str, data: st.DataObject) -> None:
    """Whatever follows is told in both languages, and whatever is open names what would settle it."""
    book = cr.load(rulebook_id)
    entity = data.draw(entities("city", book, members=1) | entities("community", book))
    found = cr.audit(entity, book, on=data.draw(audit_days(book))).conclusions

    assert [one for one in found.open if not one.missing] == []
    assert found.explain("en").strip() != found.explain("zh").strip() != ""


def test_told_in_two_languages_and_no_other() -> None:
    """Conclusions are told in English and in Chinese."""
    found = cr.audit(cr.Community(id="c1"), YANCHENG, on="2013-02-01").conclusions
    for tell in (found.explain, found.to_dot, *(one.explain for one in found.open[:1])):
        with pytest.raises(UnknownNameError, match="'fr'"):
            tell("fr")  # type: ignore[arg-type]  # it is refused


def test_rulebooks_that_say_the_same_conclude_the_same() -> None:
    """A rulebook that was read from JSON, and a report that was pickled, conclude what the original does."""
    entity = cr.Community(id="c1", has_facility=False, has_recent_project=False, gap_plan={"completed": False})
    report = cr.audit(entity, YANCHENG, on="2013-06-01")
    said = [one.key for one in report.conclusions]
    read = cr.audit(entity, Rulebook.from_json(YANCHENG.to_json()), on="2013-06-01")
    sent = pickle.loads(pickle.dumps(report))  # noqa: S301  made in this line

    assert said == ["gap-community", "gap-plan-owed", "gap-plan-overdue", "gap-plan-to-committee"]
    assert [[one.key for one in other.conclusions] for other in (read, sent)] == [said, said]


def test_rulebooks_do_not_meet() -> None:
    """Several rulebooks together conclude what each concludes by itself, though their circumstances share keys."""
    books = [cr.load(one) for one in cr.available()]
    entity = cr.examples.synthetic(12, 3)
    together = cr.audit(entity, books, on="2024-06-30").conclusions
    alone = [cr.audit(entity, book, on="2024-06-30").conclusions for book in books]

    assert [identity(one) for one in together] == [identity(one) for found in alone for one in found]
    assert [identity(one) for one in together.open] == [identity(one) for found in alone for one in found.open]


IN_ONE_ORDER = """
import civic_rules as cr
communities = [cr.Community(id=f"c{n}", has_facility=False, has_recent_project=False) for n in range(12)]
report = cr.audit(cr.City(id="y", communities=communities), cr.load("yancheng-2013-6"), on="2013-06-01")
print(report.to_json(), report.conclusions.trace())
"""


def test_conclusions_come_in_one_order_in_every_process() -> None:
    """What follows is told in the same order whatever the hashes of a process are."""
    told = {
        subprocess.run(  # noqa: S603  the script is ours
            [sys.executable, "-c", IN_ONE_ORDER],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
