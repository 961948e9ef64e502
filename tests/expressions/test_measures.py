"""Measures of requirements: what is no number is never reported as one."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.expressions import smallest, subject
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.interpreter import assess
from civic_rules.expressions.judges import judge
from civic_rules.expressions.measures import ONE, Limit, Outcome
from civic_rules.expressions.scope import Context, Scope

if TYPE_CHECKING:
    from civic_rules.expressions.nodes import Node

community = subject("community")
CONTEXT = Context(date(2020, 1, 1), {})
HUGE = 1.5e308


@pytest.mark.parametrize("op", [">=", ">", "<=", "<", "=="])
@pytest.mark.parametrize(
    "value", [Bounds(math.inf, math.inf), Bounds(math.nan, math.nan), UNKNOWN, Bounds(5, math.inf)]
)
@pytest.mark.parametrize("limit", [Bounds(3, 3), Bounds(math.inf, math.inf), Bounds(-math.inf, 4)])
@pytest.mark.parametrize("whole", [True, False])
def test_no_infinite_measures(op: str, value: Bounds, limit: Bounds, whole: bool) -> None:  # noqa: FBT001
    """What was measured, the limit and what is missing are finite numbers or None."""
    outcome = Limit(op, 1, 1, whole).judge(value, ONE, limit)
    assert [one for one in outcome[1:] if isinstance(one, float) and not math.isfinite(one)] == []


@pytest.mark.parametrize(
    "must",
    [
        smallest(community.households, "0 household").equals("1 household"),
        community.facility_area + community.activity_area <= "1 m²",
        community.facility_area + community.activity_area >= "1 ha",
        (community.facility_area + community.activity_area) / community.residents <= "1 m² / resident",
        (community.facility_area + community.activity_area).equals("1 m²"),
    ],
    ids=str,
)
def test_both_judges_agree_beyond_the_largest_number(must: Node) -> None:
    """The compiled functions and the interpreter both leave out what is too large for a number."""
    given = cr.Community.model_construct(id="c1", facility_area=HUGE, activity_area=HUGE, residents=1)
    scope = Scope(given)
    compiled = Outcome(*judge(must, CONTEXT)(scope.row, scope))
    assert compiled == assess(must, scope, CONTEXT)
    assert [one for one in compiled[1:] if isinstance(one, float) and not math.isfinite(one)] == []
