"""The limits that documents set on one indicator."""

from __future__ import annotations

from datetime import date

import civic_rules as cr
from civic_rules.expressions import Indicator, largest, subject
from civic_rules.indicators import WORKERS_PER_RESIDENT
from civic_rules.rules import limits_on

community = subject("community")
AREA = Indicator(
    key="area",
    title=cr.Text(zh="户均面积", en="Area per household"),
    value=community.facility_area / community.households,
)


def book_of(must: object, **more: object) -> cr.Rulebook:
    """A rulebook with one requirement."""
    document = cr.Document(
        id="d",
        title=cr.Text(zh="文件", en="Document"),
        issuer=cr.Text(zh="机关", en="Issuer"),
        issued=date(2020, 1, 1),
        in_force_from=date(2020, 1, 1),
        last_checked=date(2020, 1, 1),
        clauses=(cr.Clause(number="一", title=cr.Text(zh="一", en="One")),),
    )
    fields = {"key": "r", "title": cr.Text(zh="要求", en="Rule"), "modality": cr.Modality.MANDATORY}
    rule = cr.Requirement.model_validate({**fields, "must": must, "source": document.clause("一"), **more})
    return cr.Rulebook(document, (rule,))


def said(book: cr.Rulebook) -> list[tuple[str | None, float, str]]:
    """The sense, the number and the unit of what a rulebook says of the indicator."""
    return [(limit.sense, limit.value.value, limit.value.unit) for limit in limits_on(AREA, book)]


def test_a_limit_on_the_indicator_is_found() -> None:
    """By its name, and by the ratio that it stands for."""
    expected = [(">=", 43, "m² / (100 household)")]

    assert expected == said(book_of(AREA >= "43 m² / (100 household)"))
    assert expected == said(book_of(community.facility_area / community.households >= "43 m² / (100 household)"))


def test_a_limit_that_is_multiplied_out_is_found() -> None:
    """An area that grows with the households limits the area of each; the floor beside it does not."""
    rate = community.households * "20 m² / (100 household)"

    assert said(book_of(community.facility_area >= largest("400 m²", rate))) == [(">=", 20, "m² / (100 household)")]


def test_both_ends_of_a_range_are_limits() -> None:
    """A range has a floor and a ceiling."""
    found = said(book_of(AREA.between("20 m² / (100 household)", "50 m² / (100 household)")))

    assert found == [(">=", 20, "m² / (100 household)"), ("<=", 50, "m² / (100 household)")]


def test_other_limits_are_none_of_the_indicator() -> None:
    """The same area without households, or for each resident, is something else."""
    assert said(book_of(community.facility_area >= "400 m²")) == []
    assert said(book_of(community.facility_area >= community.residents * "1 m² / resident")) == []


def test_a_goal_stands_before_what_each_community_has_of_it() -> None:
    """A city's goal is found through the variant for communities."""
    assert [limit.rule.key for limit in limits_on(WORKERS_PER_RESIDENT, cr.load("shaoyang-2023-15"))] == [
        "workers-per-10000-urban-residents",
        "workers-per-10000-urban-residents-community",
    ]


def test_a_reported_figure_has_no_sense() -> None:
    """Weihai reports 17 workers per 10,000 residents and asks for nothing."""
    [limit] = limits_on(WORKERS_PER_RESIDENT, cr.load("weihai-practice"))

    assert (limit.sense, limit.value.value) == (None, 17)
