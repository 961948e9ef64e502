"""Who has to see to a requirement, and who of them leads."""

from __future__ import annotations

from collections import defaultdict

import pytest

import civic_rules as cr
from civic_rules.errors import DeclarationError

BOOK = cr.load("shaoyang-2023-15")
GOALS = "三"
"""The clause of goals, which names nobody: a goal has the departments of the task that restates it."""


def test_a_clause_names_the_same_departments_in_all_its_rules() -> None:
    """A rule, or a goal that a task restates, has all departments of the clause, and who leads them."""
    found = defaultdict(set)
    for rule in BOOK:
        clauses = [rule.source, *rule.restated_in] if rule.source.clause == GOALS else [rule.source]
        for citation in clauses:
            if rule.responsible and citation.clause != GOALS:
                found[citation.clause].add((rule.responsible, rule.lead))

    assert len(found) > 10
    assert {clause: named for clause, named in found.items() if len(named) > 1} == {}


def test_a_goal_without_a_task_names_nobody() -> None:
    """No department is made up for a goal that no task takes up."""
    alone = [rule for rule in BOOK if rule.source.clause == GOALS and not rule.restated_in]

    assert alone
    assert [rule.key for rule in alone if rule.responsible] == []


@pytest.mark.parametrize(
    ("key", "lead"),
    [
        ("resident-activity-area-share", ("市民政局",)),
        ("facility-hours-per-day", ("市民政局",)),
        ("emergency-prevention-grid", ("市应急局",)),
        ("plan-promotion-mechanism", ("市民政局", "市发改委")),
        ("disaster-information-officer", ()),
    ],
)
def test_who_leads_is_told_from_who_supports(key: str, lead: tuple[str, ...]) -> None:
    """A task has one department that leads, the plan as a whole two, and a box none."""
    assert lead == tuple(one.zh for one in BOOK[key].lead)


def test_who_leads_is_marked_where_people_read() -> None:
    """The explanation and the names in both languages say who leads."""
    report = cr.audit(cr.Community(id="c1", service_hours=7), BOOK, on="2024-06-30")
    finding = report["facility-hours-per-day"]

    assert "市民政局（牵头）、市委组织部" in finding.explain("zh")
    assert "city civil affairs bureau (lead), " in finding.explain("en")


def test_who_leads_has_to_be_responsible() -> None:
    """The message names both."""
    rule = BOOK["facility-hours-per-day"]
    fields = {name: getattr(rule, name) for name in type(rule).model_fields}

    with pytest.raises(DeclarationError, match="city civil affairs bureau leads and is not responsible"):
        cr.Requirement(**{**fields, "responsible": rule.responsible[1:]})
