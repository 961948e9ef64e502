"""Consequences are checked when they are declared, and are data that is written and read back without loss."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.errors import (
    CyclicAbsenceError,
    DeclarationError,
    InvalidRulebookError,
    KindMismatchError,
    UnknownFactError,
    UnknownRequirementError,
    UnsafeVariableError,
)
from civic_rules.rules import (
    Dependence,
    Judged,
    Rulebook,
    escalation,
    follows,
    held,
    holds,
    judged,
    obligation,
    priority,
    status,
    stratify,
)
from civic_rules.text import Text
from tests.chinese import left_in_english

if TYPE_CHECKING:
    from collections.abc import Callable

YANCHENG = cr.load("yancheng-2013-6")
WEIHAI = cr.load("weihai-practice")
CITED = YANCHENG.document.clause("三(六)")
NAME = Text(zh="某事", en="something")

community = cr.subject("community")
MUST = YANCHENG["facility-required-area"]
EMERGENCY = cr.Circumstance(key="emergency", title=NAME, holds=community.is_in_emergency.is_(True), source=CITED)


def rule_of(key: str, when: Any, then: Any, unless: Any = ()) -> cr.Consequence:  # noqa: ANN401  patterns and effects
    """A consequence."""
    return cr.Consequence(key=key, title=NAME, when=when, unless=unless, then=then, source=CITED)


def book_of(*rules: Any) -> Rulebook:  # noqa: ANN401  any rule
    """A rulebook of a requirement, a circumstance and some rules."""
    return Rulebook(YANCHENG.document, (MUST, EMERGENCY, *rules))


def failing(*, of: str = "community") -> Judged:
    """The requirement failed."""
    return judged(MUST, "failed", of=of)


@pytest.mark.parametrize(
    ("declare", "error", "said"),
    [
        (
            lambda: rule_of("it", (failing(),), status("county")),
            UnsafeVariableError,
            "it: the variable 'county' of then stands in no pattern of when",
        ),
        (
            lambda: rule_of("it", (failing(),), status("community"), (holds(EMERGENCY, of="community2"),)),
            UnsafeVariableError,
            "'community2' of unless stands in no pattern of when; did you mean 'community'?",
        ),
        (
            lambda: rule_of("it", (failing(), holds(EMERGENCY, of="community2")), status("community")),
            DeclarationError,
            "it: the patterns of when do not hang together: community2 is joined to none of the others",
        ),
        (lambda: failing(of="comunity"), DeclarationError, "got 'comunity'; did you mean 'community'?"),
        (lambda: status("comunity"), DeclarationError, "did you mean 'community'?"),
        (lambda: held("county", by="community"), DeclarationError, "a community holds no county"),
        (lambda: held("community", by="community"), DeclarationError, "stands twice in one pattern"),
        (lambda: Judged(of="community"), DeclarationError, "by the key of its requirement, or by a variable"),
        (lambda: judged(MUST, of="community", rule="requirement"), DeclarationError, "by the key of its requirement"),
        (lambda: judged(None, of="community", rule="community2"), DeclarationError, "is named 'requirement'"),
        (lambda: status("community", rule="rule"), DeclarationError, "is named 'requirement'"),
        (
            lambda: cr.Circumstance(key="x", title=NAME, holds=community.households, source=CITED),
            KindMismatchError,
            "x: holds is no condition",
        ),
        (
            lambda: cr.Circumstance(key="x", title=NAME, holds={"kind": "always", "value": True}, source=CITED),
            KindMismatchError,
            "has no subject",
        ),
    ],
)
def test_a_wrong_declaration_is_an_error_at_once(
    declare: Callable[[], object], error: type[Exception], said: str
) -> None:
    """A variable that nothing binds, a kind that is none and a condition that is none are errors where they stand."""
    with pytest.raises(error) as raised:
        declare()

    assert said in str(raised.value)


def test_only_what_is_owed_has_a_due_date() -> None:
    """A status has no due date."""
    with pytest.raises(DeclarationError, match="only an obligation has a due date; this is status"):
        status("community").model_copy(update={"due": "2015-01-01"}).model_validate(
            {"kind": "status", "of": "community", "due": "2015-01-01"}
        )


def test_joins_are_few() -> None:
    """A consequence joins at most eight facts."""
    with pytest.raises(ValidationError, match="at most 8"):
        rule_of("it", (failing(),) * 9, status("community"))


@pytest.mark.parametrize(
    ("rules", "error", "said"),
    [
        (
            (rule_of("it", (judged("facility-requird-area", "failed", of="community"),), status("community")),),
            UnknownFactError,
            "it: the rulebook has no requirement 'facility-requird-area'; did you mean 'facility-required-area'?",
        ),
        (
            (rule_of("it", (holds("emergncy", of="community"),), status("community")),),
            UnknownFactError,
            "it: the rulebook has no circumstance 'emergncy'; did you mean 'emergency'?",
        ),
        (
            (rule_of("it", (follows("that", of="community"),), status("community")),),
            UnknownFactError,
            "it: the rulebook has no effect 'that'",
        ),
        (
            (rule_of("it", (failing(of="county"),), status("county")),),
            KindMismatchError,
            "it: 'facility-required-area' speaks of a community; the variable 'county' is a county",
        ),
        (
            (rule_of("it", (holds(EMERGENCY, of="county"),), status("county")),),
            KindMismatchError,
            "it: 'emergency' speaks of a community; the variable 'county' is a county",
        ),
        (
            (
                rule_of("one", (failing(),), status("community")),
                rule_of("it", (follows("one", of="county"),), status("county")),
            ),
            KindMismatchError,
            "it: 'one' speaks of a community; the variable 'county' is a county",
        ),
        (
            (
                rule_of("one", (failing(), held("community", by="county")), status("county", about="community")),
                rule_of("it", (follows("one", of="county"),), status("county")),
            ),
            KindMismatchError,
            "it: 'one' has an 'about', which the pattern overlooks",
        ),
        (
            (
                rule_of("one", (failing(),), status("community", key="same")),
                rule_of("two", (failing(),), priority("community", key="same")),
            ),
            KindMismatchError,
            "two: concludes 'same' in another form than one does",
        ),
        (
            (
                rule_of("one", (failing(),), status("community"), (follows("two", of="community"),)),
                rule_of("two", (follows("one", of="community"),), status("community")),
            ),
            CyclicAbsenceError,
            "yancheng-2013-6: what follows depends on its own absence: two → one → two",
        ),
        (
            (rule_of("one", (failing(),), status("community"), (follows("one", of="community"),)),),
            CyclicAbsenceError,
            "one → one",
        ),
    ],
)
def test_consequences_are_checked_against_their_rulebook(
    rules: tuple[cr.Consequence, ...], error: type[DeclarationError], said: str
) -> None:
    """What a consequence asks for is there, speaks of its kind of entity, and depends on no absence of its own."""
    with pytest.raises(error) as raised:
        book_of(*rules)

    assert said in str(raised.value)
    assert left_in_english(raised.value.text("zh")) == []


@pytest.mark.parametrize("effect", [obligation, escalation])
def test_a_report_obliges_nobody(effect: Callable[[str], Any]) -> None:
    """From a report no obligation and no escalation follows; a status may."""
    cited = WEIHAI.document.clause("段6(机制创新)")
    routing = WEIHAI["consultation-routing"]
    made = [
        cr.Consequence(key="x", title=NAME, when=(judged(routing, "failed", of="proposal"),), then=then, source=cited)
        for then in (status("proposal"), effect("proposal"))
    ]
    Rulebook(WEIHAI.document, (routing, made[0]))
    with pytest.raises(DeclarationError, match="is a report and binds nobody; x concludes an"):
        Rulebook(WEIHAI.document, (routing, made[1]))


CHAIN = book_of(
    rule_of(
        "one", (failing(), held("community", by="county")), obligation("county", about="community", bearer=(NAME,))
    ),
    rule_of(
        "two",
        (judged(None, "failed", of="entity", rule="requirement", tier="breach", due=("due", "overdue")),),
        status("entity", rule="requirement"),
        (judged(None, "passed", of="entity", rule="requirement", is_assigned=True),),
    ),
    rule_of("three", (holds(EMERGENCY, of="community"),), status("community")),
)


def test_written_and_read_back() -> None:
    """A rulebook with consequences comes back from JSON as it was."""
    assert Rulebook.from_json(CHAIN.to_json()) == CHAIN


def test_faults_of_json_are_all_told() -> None:
    """Wrong consequences in JSON are faults with their places, all of them at once."""
    raw = json.loads(CHAIN.to_json())
    raw["rules"][2]["when"][0]["requirement"] = "facility-requird-area"
    raw["rules"][4]["when"][0]["circumstance"] = "emergncy"
    with pytest.raises(InvalidRulebookError) as raised:
        Rulebook.from_json(json.dumps(raw))

    assert [(fault.where, fault.message.partition("; did")[0]) for fault in raised.value.faults] == [
        ("rules[2]", "one: the rulebook has no requirement 'facility-requird-area'"),
        ("rules[4]", "three: the rulebook has no circumstance 'emergncy'"),
    ]


@pytest.mark.parametrize(
    ("change", "where", "said"),
    [
        ({"fact": "judge"}, "rules[2].when[0]", "there is no kind of fact 'judge'; did you mean 'judged'?"),
        ({"verdict": ["fail"]}, "rules[2].when[0].verdict[0]", "expected 'passed', 'failed', "),
        ({"of": "comunity"}, "rules[2]", "did you mean 'community'?"),
        ({"colour": 1}, "rules[2].when[0].colour", "there is no such key"),
    ],
)
def test_fault_of_a_pattern_has_its_place(change: dict[str, Any], where: str, said: str) -> None:
    """A pattern that is written wrongly in JSON is a fault with its place and the nearest valid name."""
    raw = json.loads(CHAIN.to_json())
    raw["rules"][2]["when"][0].update(change)
    with pytest.raises(InvalidRulebookError) as raised:
        Rulebook.from_json(json.dumps(raw))
    [fault] = raised.value.faults

    assert (fault.where, said in fault.message) == (where, True)


def test_rules_of_each_kind() -> None:
    """A rulebook lists its circumstances and consequences, and neither is asked for as a requirement."""
    assert [one.key for one in CHAIN.circumstances] == ["emergency"]
    assert [one.key for one in CHAIN.consequences] == ["one", "two", "three"]
    assert [one.key for one in CHAIN] == ["facility-required-area"]
    for key, what in (("emergency", "a circumstance"), ("one", "a consequence")):
        with pytest.raises(UnknownRequirementError, match=what):
            CHAIN[key]


def test_coverage_of_a_clause_names_what_follows() -> None:
    """The coverage of a clause has its circumstances and its consequences."""
    [row] = [row for row in cr.coverage(CHAIN) if row.clause.number == "三(六)"]

    assert [one.key for one in row.consequences] == ["one", "two", "three"]
    assert [one.key for one in row.circumstances] == ["emergency"]


def test_evidence_of_consequences_is_looked_up() -> None:
    """The evidence terms of consequences and circumstances are verified as those of requirements are."""
    rule = rule_of("it", (failing(),), status("community")).model_copy(
        update={"source": YANCHENG.document.clause("三(六)", evidence=("九百平方米",))}
    )
    checked = cr.verify_citations(Rulebook(YANCHENG.document, (MUST, rule)), "每百户不低于20平方米")

    assert "yancheng-2013-6/it" in {term.rule for term in checked.missing}


def test_readings_of_circumstances_can_be_chosen() -> None:
    """A reading on which only a circumstance rests is one of the rulebook's."""
    assert "gap-conditions" in {reading.key for reading in YANCHENG.readings}
    alone = Rulebook(YANCHENG.document, YANCHENG.circumstances)
    report = cr.audit(cr.Community(id="c1"), alone, on="2013-02-01", readings={"gap-conditions": "both"})

    assert len(report) == 0


def test_lowest_stratum_that_serves() -> None:
    """A rule stands no higher than what it wants absent makes it."""
    rules = [
        Dependence("a", (), ()),
        Dependence("b", ("a",), ()),
        Dependence("c", ("b",), ("a",)),
        Dependence("d", ("c",), ("given",)),
        Dependence("a", ("b",), ()),
    ]

    assert stratify(rules) == [0, 0, 1, 1, 0]
