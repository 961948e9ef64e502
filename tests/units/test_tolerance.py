"""The tolerance: one for all comparisons, and for rounding up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules import units

NUMBERS = st.floats(allow_nan=False)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (0.1 + 0.2, 0.3, True),
        (43 * 0.43, 18.49, True),
        (0, 0.0, True),
        (0, 1e-300, False),
        (1, 1 + 1e-8, False),
        (1e300, 1e300 * (1 + 1e-10), True),
        (math.inf, math.inf, True),
        (math.inf, -math.inf, False),
        (math.inf, 5, False),
        (-1, 1, False),
    ],
)
def test_same(a: float, b: float, expected: bool) -> None:  # noqa: FBT001
    """Two numbers are the same within a relative tolerance, and only zero is zero."""
    assert expected == units.same(a, b)


@given(NUMBERS, NUMBERS)
def test_comparisons_agree_with_their_negations(a: float, b: float) -> None:
    """More than is not at most, less than is not at least, and exactly one of <, same, > holds."""
    assert units.more_than(a, b) == (not units.at_most(a, b))
    assert units.less_than(a, b) == (not units.at_least(a, b))
    assert units.at_least(a, b) == units.at_most(b, a)
    assert [units.less_than(a, b), units.same(a, b), units.more_than(a, b)].count(True) == 1


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (150.00000000001, 150),
        (150.01, 151),
        (149.99999999999, 150),
        (0.0, 0),
        (0.2, 1),
        (-1.5, -1),
        (7, 7),
        (1e-17, 0),
        (-1e-17, 0),
        (1e-12, 0),
        (1e-11, 1),
        (-1e-11, 0),
        (10**400, 10**400),
    ],
)
def test_rounded_up(x: float, expected: int) -> None:
    """Noise above a whole number does not cost a whole one more."""
    assert expected == units.rounded_up(x)


def test_infinity_is_not_rounded_up() -> None:
    """There is no whole number above infinity."""
    with pytest.raises(OverflowError):
        units.rounded_up(math.inf)
