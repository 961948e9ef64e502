"""Benchmarks: what Weihai reported, figure by figure, and what cannot be declared."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.errors import (
    DeclarationError,
    InvalidRulebookError,
    KindMismatchError,
    MixedSubjectsError,
    UnitMismatchError,
    UnknownRequirementError,
)
from civic_rules.expressions import DatedValue, Parameter, parameter, quantity, reached
from civic_rules.rules import Benchmark, Direction, Sense
from tests.chinese import left_in_english

TITLE = cr.Text(zh="示范", en="A model")
city = cr.subject("city")
county = cr.subject("county")
community = cr.subject("community")

REPORT = cr.Document(
    id="model-report",
    title=TITLE,
    issuer=TITLE,
    in_force_from=date(2021, 12, 31),
    last_checked=date(2022, 1, 1),
    is_report=True,
    clauses=(cr.Clause(number="1", title=TITLE),),
)

REPORTED = {
    "national-case-selected": (1, "item", "neither", None),
    "supporting-documents": (6, "document", "higher", None),
    "standard-categories": (6, "item", "neither", None),
    "standard-indicators": (33, "indicator", "neither", None),
    "two-committee-members-elected": (2081, "committee_member", "neither", None),
    "full-time-recruits": (1393, "worker", "neither", None),
    "workers-per-community": (10.6, "worker / community", "higher", 0.1),
    "workers-per-10k": (17, "worker / (10000 resident)", "higher", 1),
    "workers-with-degree": (85.6, "%", "higher", 0.1),
    "pay-posts": (3, "post", "neither", None),
    "pay-grades": (18, "grade", "neither", None),
    "leaders-recruited-to-posts": (37, "committee_member", "higher", None),
    "towns-streets-total": (72, "street", "neither", None),
    "social-organisation-federation-coverage": (100, "%", "higher", None),
    "social-work-station-coverage": (100, "%", "higher", None),
    "community-social-organisations": (3369, "organisation", "neither", None),
    "social-organisations-per-community": (10, "organisation / community", "higher", 1),
    "registered-volunteers": (450_000, "volunteer", "neither", 10_000),
    "double-reporting-units": (2926, "unit_body", "neither", None),
    "double-reporting-members": (55_000, "party_member", "neither", 1000),
    "property-committee-coverage": (100, "%", "higher", None),
    "property-service-coverage": (100, "%", "higher", None),
    "owners-committees": (869, "owners_committee", "higher", None),
    "owners-committee-members": (4249, "committee_member", "neither", None),
    "burden-reduction-measures": (10, "item", "neither", None),
    "service-satisfaction-2021": (96.6, "%", "higher", 0.1),
    "delegated-services": (28, "item", "higher", None),
    "smart-pilots": (22, "community", "neither", None),
    "service-circle-minutes": (15, "minute", "lower", None),
    "service-items": (200, "item", "higher", None),
    "people-served-per-year": (1_300_000, "person_time / year", "neither", 10_000),
    "venture-funding": (2_800_000, "CNY", "neither", 10_000),
    "venture-projects": (77, "item", "neither", None),
    "venture-people-served": (31_000, "person_time", "neither", 1000),
}
"""Every figure of the report, written down a second time: value, unit, better side, rounding."""


def benchmark(**changes: object) -> Benchmark:
    """A benchmark of a model report, with changes."""
    given: dict[str, Any] = {
        "key": "model",
        "title": TITLE,
        "value": quantity("10 worker / community"),
        "measures": city.workers_per_community,
        "direction": Direction.HIGHER,
        "source": REPORT.clause("1"),
    }
    return Benchmark(**{**given, **changes})


@pytest.fixture(scope="module")
def weihai() -> cr.Rulebook:
    """The rulebook of the report of Weihai."""
    return cr.load("weihai-practice")


def test_every_figure_of_the_report_is_a_benchmark(weihai: cr.Rulebook) -> None:
    """Value, unit, better side and rounding are those of the text, in its order."""
    found = {
        one.key: (one.value.value, one.value.unit, one.direction.value, one.rounded_to) for one in weihai.benchmarks
    }

    assert found == REPORTED
    assert list(found) == list(REPORTED)


def test_yantai_reports_two_figures_of_its_drafting() -> None:
    """Two rounds of consultation and 28 departments are what others can be placed beside, and nothing to be met."""
    found = [
        (one.key, one.value.value, one.value.unit, one.direction.value) for one in cr.load("yantai-2023").benchmarks
    ]

    assert found == [
        ("consultation-rounds", 2, "event", "neither"),
        ("co-signing-departments", 28, "department", "neither"),
    ]


def test_one_figure_has_a_period_and_one_is_open(weihai: cr.Rulebook) -> None:
    """The satisfaction is that of 2021, and the services are more than 200."""
    dated = {one.key: (one.since, one.until) for one in weihai.benchmarks if one.until is not None}
    open_ones = [one.key for one in weihai.benchmarks if one.sense is Sense.MORE_THAN]

    assert dated == {"service-satisfaction-2021": (date(2021, 1, 1), date(2021, 12, 31))}
    assert open_ones == ["service-items"]


def test_benchmarks_are_rules_and_no_requirements(weihai: cr.Rulebook) -> None:
    """They stand in the order of the text and in the coverage, and neither iteration nor an audit meets them."""
    rows = {row.clause.number: len(row.benchmarks) for row in cr.coverage(weihai)}

    assert (len(weihai), len(weihai.guidance), len(weihai.benchmarks)) == (50, 3, 34)
    assert [rule.key for rule in weihai] == [rule.key for rule in weihai.requirements]
    assert sum(rows.values()) == 34
    assert rows["段4(队伍建设)"] == 20


def test_asking_for_the_requirement_says_that_it_is_a_benchmark(weihai: cr.Rulebook) -> None:
    """`book[key]` gives requirements alone and says where the benchmark is."""
    with pytest.raises(UnknownRequirementError, match="is a benchmark, which judges nobody; see"):
        weihai["workers-per-10k"]

    assert weihai.rule("weihai-practice/workers-per-10k").key == "workers-per-10k"


def test_a_rulebook_with_benchmarks_survives_json(weihai: cr.Rulebook) -> None:
    """What is written as JSON is read back without loss."""
    assert cr.Rulebook.from_json(weihai.to_json()) == weihai


def test_no_rule_of_a_report_binds_anybody(weihai: cr.Rulebook) -> None:
    """Every requirement, and every benchmark, is reported."""
    modalities = {rule.modality for rule in weihai} | {rule.modality for rule in weihai.benchmarks}

    assert weihai.document.is_report
    assert modalities == {cr.Modality.REPORTED}


def test_a_report_refuses_a_rule_that_binds() -> None:
    """In Python and in JSON, with the key and the modality."""
    rule = cr.Requirement(
        key="rule",
        title=TITLE,
        must=community.workers >= "10 worker",
        modality=cr.Modality.MANDATORY,
        source=REPORT.clause("1"),
    )
    with pytest.raises(DeclarationError, match="model-report is a report and binds nobody; rule has the modality"):
        cr.Rulebook(REPORT, (rule,))

    text = json.dumps({"document": REPORT.model_dump(mode="json"), "rules": [rule.model_dump(mode="json")]})
    with pytest.raises(InvalidRulebookError, match=r"rules\[0\]: model-report is a report and binds nobody"):
        cr.Rulebook.from_json(text)


def test_only_a_report_may_bear_no_date() -> None:
    """Any other document has the day on which it was issued."""
    assert REPORT.issued is None
    with pytest.raises(DeclarationError, match="issued is required of a document that is no report"):
        cr.Document.model_validate({**REPORT.model_dump(), "is_report": False})


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"measures": city.pay_posts}, UnitMismatchError, "a measure in post cannot have the value 10 worker"),
        ({"measures": city.is_national_case}, KindMismatchError, "a measure has to be a number"),
        ({"measures": quantity("10 worker / community")}, MixedSubjectsError, "this has no subject"),
        ({"likewise": (city.workers_per_community,)}, MixedSubjectsError, "this has city twice"),
        ({"likewise": (community.workers,)}, UnitMismatchError, "a measure in worker cannot"),
        ({"exceeds": city.pay_posts}, UnitMismatchError, "a measure in post cannot"),
        ({"exceeds": city.satisfaction_until}, KindMismatchError, "exceeds has to be a number"),
        ({"own_until": city.pay_posts}, KindMismatchError, "own_until has to be a date, and this is a number"),
        ({"comparable_when": (city.pay_posts,)}, KindMismatchError, "comparable_when has to be a truth"),
        (
            {"comparable_when": (community.settlement.is_("urban"),)},
            MixedSubjectsError,
            "comparable_when speaks of community, which has no measure here",
        ),
        (
            {"comparable_when": (city.pay_posts > "1 post", city.pay_posts > "2 post")},
            MixedSubjectsError,
            "this has city twice",
        ),
        (
            {"since": date(2022, 1, 1), "until": date(2021, 12, 31)},
            DeclarationError,
            "until 2021-12-31 is before since 2022-01-01",
        ),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, object], error: type[DeclarationError], message: str) -> None:
    """When the benchmark is declared, with what is wrong."""
    with pytest.raises(error, match=message) as caught:
        benchmark(**changes)

    assert left_in_english(caught.value.text("zh")) == []


def test_nothing_in_a_benchmark_depends_on_the_day() -> None:
    """A figure is compared on no day in particular."""
    stages = Parameter(
        key="stages", title=TITLE, unit="worker / community", values=(DatedValue(since=date(2020, 1, 1), value=1),)
    )
    with pytest.raises(DeclarationError, match="parameter depends on the day"):
        benchmark(measures=city.workers_per_community + parameter(stages))
    with pytest.raises(DeclarationError, match="reached depends on the day"):
        benchmark(comparable_when=(reached(city.burden_study),))

    made = benchmark(measures=city.workers_per_community + parameter(stages, at=date(2021, 1, 1)))

    assert made.subject == "city"


@pytest.mark.parametrize("rounding", [0, -1])
def test_a_rounding_is_above_zero(rounding: int) -> None:
    """An exact figure has no rounding at all."""
    with pytest.raises(ValidationError, match="greater than 0"):
        benchmark(rounded_to=rounding)


@pytest.mark.parametrize(
    ("changes", "span"),
    [
        ({}, (10.0, 10.0)),
        ({"rounded_to": 1}, (9.5, 10.5)),
        ({"sense": Sense.MORE_THAN}, (10.0, float("inf"))),
    ],
)
def test_the_span_of_a_figure(changes: dict[str, object], span: tuple[float, float]) -> None:
    """An exact figure is itself, a rounded one what rounds to it, an open one everything above it."""
    assert benchmark(**changes).span() == span


def test_a_benchmark_knows_the_kinds_that_it_can_be_compared_with() -> None:
    """One measure for each kind, and the conditions and fields of that kind."""
    made = benchmark(
        likewise=(
            county.all("community").total(community.workers) / county.all("community").count(),
            community.workers / "1 community",
        ),
        comparable_when=(community.settlement.is_("urban"),),
        exceeds=city.workers_per_community,
        own_until=city.satisfaction_until,
    )

    assert list(made.by_kind) == ["city", "county", "community"]
    assert [made.condition_for(kind) is None for kind in made.by_kind] == [True, True, False]
    assert [made.exceeds_for(kind) is None for kind in made.by_kind] == [False, True, True]
    assert [made.own_until_for(kind) is None for kind in made.by_kind] == [False, True, True]
