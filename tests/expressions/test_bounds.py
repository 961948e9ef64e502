"""Numbers of which only bounds are known: whatever they turn out to be, the result lies within its bounds."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from civic_rules.expressions import bounds
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.units import at_least, at_most, less_than, more_than, rounded_up, same

if TYPE_CHECKING:
    from collections.abc import Callable

    from civic_rules.verdicts import Truth

NUMBERS = st.integers(-20, 20) | st.integers(-2000, 2000).map(lambda n: n / 100)
TRUTHS = st.sampled_from((True, False, None))
COMPLETIONS: dict[Truth, tuple[bool, ...]] = {True: (True,), False: (False,), None: (True, False)}


@st.composite
def partly_known(draw: st.DrawFn) -> tuple[Bounds, float]:
    """Bounds of a number, and the number that it turns out to be."""
    low, number, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return draw(
        st.sampled_from(
            (
                (Bounds(number, number), number),
                (Bounds(low, high), number),
                (Bounds(low, inf), number),
                (Bounds(-inf, high), number),
                (UNKNOWN, number),
            )
        )
    )


def holds(value: Bounds, number: float) -> bool:
    """Whether a number lies within bounds, but for noise."""
    return at_most(value.low, number) and at_least(value.high, number)


@given(st.lists(partly_known(), min_size=2, max_size=4))
def test_arithmetic(parts: list[tuple[Bounds, float]]) -> None:
    """Sums, differences, products, extremes and whole numbers lie within the bounds that are worked out."""
    values, numbers = [value for value, _ in parts], [number for _, number in parts]

    product_of_all = 1.0
    for number in numbers:
        product_of_all *= number
    assert bounds.add(values).low - 1e-9 <= sum(numbers) <= bounds.add(values).high + 1e-9
    assert holds(bounds.multiply(values), product_of_all)
    assert holds(bounds.largest(values), max(numbers))
    assert holds(bounds.smallest(values), min(numbers))
    assert holds(bounds.round_up(values[0]), rounded_up(numbers[0]))
    assert holds(bounds.scale(values[0], Fraction(2000, 3)), numbers[0] * 2000 / 3)
    difference = bounds.subtract(values[0], values[1])
    assert difference.low - 1e-9 <= numbers[0] - numbers[1] <= difference.high + 1e-9


@given(partly_known(), partly_known())
def test_quotient(numerator: tuple[Bounds, float], denominator: tuple[Bounds, float]) -> None:
    """A quotient lies within its bounds, and has none where the denominator may be zero or less."""
    (above, a), (below, b) = numerator, denominator
    assume(b > 0)

    found = bounds.divide(above, below)

    assert holds(found, a / b)
    assert below.low > 0 or found == UNKNOWN


@given(partly_known(), st.sampled_from((">=", ">", "<=", "<", "==")), partly_known())
def test_comparison(left: tuple[Bounds, float], op: str, right: tuple[Bounds, float]) -> None:
    """A comparison that is decided by the bounds is decided in the same way by the numbers."""
    operations: dict[str, Callable[[float, float], bool]] = {
        ">=": at_least,
        ">": more_than,
        "<=": at_most,
        "<": less_than,
        "==": same,
    }
    found = bounds.compare(left[0], op, right[0])

    assert found in {None, operations[op](left[1], right[1])}
    assert found is not None or left[0].exact is None or right[0].exact is None


@given(st.lists(st.tuples(TRUTHS, TRUTHS), max_size=5))
def test_share(members: list[tuple[Truth, Truth]]) -> None:
    """The bounds of a share are the least and the greatest share of any completion; some member is known to count."""
    found = bounds.share(members)
    completions = [
        [(counts, that) for counts, that in one if counts]
        for one in product(*(tuple(product(COMPLETIONS[counts], COMPLETIONS[that])) for counts, that in members))
    ]
    shares = [sum(that for _, that in one) / len(one) for one in completions if one]

    if any(counts is True for counts, _ in members):
        assert found == (min(shares), max(shares))
    else:
        assert found == UNKNOWN


@given(st.lists(st.tuples(TRUTHS, partly_known()), max_size=4))
def test_total(members: list[tuple[Truth, tuple[Bounds, float]]]) -> None:
    """A total lies within its bounds, whoever turns out to count."""
    found = bounds.total([(counts, value) for counts, (value, _) in members])

    for one in product(*(COMPLETIONS[counts] for counts, _ in members)):
        total = sum(number for counted, (_, (_, number)) in zip(one, members, strict=True) if counted)
        assert found.low - 1e-9 <= total <= found.high + 1e-9


@given(st.lists(TRUTHS, max_size=5))
def test_tally(truths: list[Truth]) -> None:
    """A tally runs from those that are true to those that may be."""
    counts = [sum(one) for one in product(*(COMPLETIONS[truth] for truth in truths))]

    assert bounds.tally(truths) == (min(counts), max(counts))


@pytest.mark.parametrize(
    ("sources", "together"),
    [
        ([(90, 90)], (90, 90)),
        ([(90, 90), (-inf, inf)], (90, 90)),
        ([(90, 90), (85, 95)], (90, 90)),
        ([(80, 90), (85, 95)], (85, 90)),
        ([(50, 50), (85, 95)], (-inf, inf)),
        ([(90, 90), (90.4, 90.4)], (90, 90.4)),
        ([(0.1 + 0.2, 0.1 + 0.2), (0.3, 0.3)], (0.1 + 0.2, 0.1 + 0.2)),
        ([(-inf, inf), (-inf, inf)], (-inf, inf)),
    ],
)
def test_sources(sources: list[tuple[float, float]], together: tuple[float, float]) -> None:
    """Sources of one figure say together what each of them allows; sources that exclude each other say nothing."""
    assert bounds.agreed([Bounds(*source) for source in sources]) == together


def test_nothing_known_beside_a_zero() -> None:
    """Nothing times something that is not known is not known: it may not be there at all."""
    assert bounds.multiply((Bounds(0, 0), UNKNOWN)) == UNKNOWN


def test_infinite_bounds_are_no_numbers() -> None:
    """Zero times an open end is zero, and an open end stays open."""
    assert bounds.multiply((Bounds(0, 2), Bounds(3, inf))) == (0, inf)
    assert bounds.round_up(Bounds(1.5, inf)) == (2, inf)
