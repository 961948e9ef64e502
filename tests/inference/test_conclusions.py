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
from civic_rules.rules import (
    Circumstance,
    DueState,
    Modality,
    Requirement,
    Rulebook,
    entitlement,
    escalation,
    follows,
    held,
    holds,
    judged,
    obligation,
    status,
)
from civic_rules.testing.strategies import audit_days, entities, less_known
from civic_rules.text import Text

YANCHENG = cr.load("yancheng-2013-6")
CITED = YANCHENG.document.clause("三(六)")
CHAINING = [book for book in cr.available() if cr.load(book).consequences]
NAME = Text(zh="某事", en="something")

community = cr.subject("community")
BUREAU = Text(zh="民政局", en="civil affairs bureau")
MUST = Requirement(
    key="enough-room",
    title=Text(zh="用房", en="Enough room"),
    must=community.facility_area >= "400 m²",
    when=community.settlement.is_("urban"),
    modality=Modality.MANDATORY,
    due=date(2015, 12, 31),
    responsible=(BUREAU,),
    source=CITED,
)
GRAVE = Requirement(
    key="enough-workers",
    title=Text(zh="人手", en="Enough workers"),
    must=community.workers >= "3 worker",
    modality=Modality.MANDATORY,
    breach_when=community.is_new_build.is_(True),
    source=CITED,
)
SOFT = Requirement(
    key="volunteers-known",
    title=Text(zh="志愿者", en="Volunteers"),
    must=community.volunteers >= "1 volunteer",
    modality=Modality.ENCOURAGED,
    responsible=(BUREAU,),
    source=CITED,
)


def book_of(*rules: Any) -> Rulebook:  # noqa: ANN401  any rule
    """A rulebook of three requirements and some rules."""
    return Rulebook(YANCHENG.document, (MUST, GRAVE, SOFT, *rules))


def rule_of(key: str, when: Any, then: Any, unless: Any = ()) -> cr.Consequence:  # noqa: ANN401  patterns and effects
    """A consequence."""
    return cr.Consequence(key=key, title=NAME, when=when, unless=unless, then=then, source=CITED)


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


URBAN = {"id": "c1", "settlement": "urban"}
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


EMERGENCY = Circumstance(key="emergency", title=NAME, holds=community.is_in_emergency.is_(True), source=CITED)


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
