"""What each column operation is on NumPy arrays.

A number is an array of floats with NaN for what is not known, a truth one of small whole numbers; a constant is a
plain number. No function changes what it is given, and none looks at one row after the other.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from civic_rules.tables.ops import NO, UNSURE, YES
from civic_rules.units import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

Array = Any
"""An array, or a plain number for what is the same in every row."""

ABOVE, BELOW = 1 + TOLERANCE, 1 - TOLERANCE
NO_PART_OF_ONE = 1e-12
ROUNDING = 0.005
"""As in `expressions.bounds`."""
INAPPLICABLE = 3


def _least_enough(limit: Array, *, may_be_negative: bool = True) -> Array:
    """The least number that is the limit but for noise."""
    if isinstance(limit, float):
        return min(limit * BELOW, limit * ABOVE)
    least = np.multiply(limit, BELOW)
    return np.minimum(least, limit * ABOVE, out=least) if may_be_negative else least


def _most_allowed(limit: Array, *, may_be_negative: bool = True) -> Array:
    """The greatest number that is the limit but for noise."""
    if isinstance(limit, float):
        return max(limit * BELOW, limit * ABOVE)
    most = np.multiply(limit, ABOVE)
    return np.maximum(most, limit * BELOW, out=most) if may_be_negative else most


def _decided(yes: NDArray[np.bool_], no: NDArray[np.bool_]) -> Array:
    """True, false, or not known where neither is so."""
    truth = np.subtract(yes.view(np.uint8), no.view(np.uint8))
    return np.add(truth, 1, out=truth)


def compare(left: Array, right: Array, op: str, *, may_be_negative: bool = True) -> Array:
    """Two numbers with the one tolerance.

    Args:
        left: The number on the left.
        right: The number on the right.
        op: The sense of the comparison.
        may_be_negative: Whether the number on the right may be below zero.
    """
    if op == ">=":
        edge = _least_enough(right, may_be_negative=may_be_negative)
        return _decided(np.greater_equal(left, edge), np.less(left, edge))
    if op == ">":
        edge = _most_allowed(right, may_be_negative=may_be_negative)
        return _decided(np.greater(left, edge), np.less_equal(left, edge))
    if op == "<=":
        edge = _most_allowed(right, may_be_negative=may_be_negative)
        return _decided(np.less_equal(left, edge), np.greater(left, edge))
    if op == "<":
        edge = _least_enough(right, may_be_negative=may_be_negative)
        return _decided(np.less(left, edge), np.greater_equal(left, edge))
    same = np.abs(np.subtract(left, right)) <= TOLERANCE * np.maximum(np.abs(left), np.abs(right))
    same |= np.equal(left, right)
    known = np.equal(left, left) & np.equal(right, right)
    return _decided(same, known & ~same)


def round_up(value: Array, is_gap: bool) -> Array:  # noqa: FBT001  the order of an operation
    """The next whole number, where noise above a whole number does not count; of a gap only what is above zero."""
    least = np.multiply(value, BELOW)
    if not is_gap:
        np.minimum(least, value * ABOVE, out=least)
    np.minimum(least, value - NO_PART_OF_ONE, out=least)
    return np.ceil(least, out=least)


def scaled(value: Array, up: int, down: int) -> Array:
    """A number in another unit; multiplied before it is divided, so that whole factors stay exact."""
    if up == 1:
        return np.divide(value, down)
    return np.multiply(value, up) if down == 1 else np.multiply(value, up) / down


def _where(truth: Array, yes: Array, no: Array) -> Array:
    return np.where(np.equal(truth, YES), yes, no)


def _select(chosen: NDArray[np.bool_], yes: Array, no: Array) -> Array:
    """One truth where something is chosen, else another; at a fraction of what `np.where` takes for single bytes."""
    mask = np.negative(chosen.view(np.uint8))
    differ = np.bitwise_xor(np.asarray(yes, np.uint8), np.asarray(no, np.uint8))
    np.bitwise_and(mask, differ, out=mask)
    return np.bitwise_xor(mask, np.asarray(no, np.uint8), out=mask)


def _where_truth(truth: Array, yes: Array, no: Array) -> Array:
    return _select(np.equal(truth, YES), yes, no)


def _unknown(low: Array, high: Array) -> Array:
    return np.isneginf(low) & np.isposinf(high)


def _corners(a: tuple[Array, Array], b: tuple[Array, Array]) -> list[Array]:
    return [np.where(np.equal(x, 0) | np.equal(y, 0), 0.0, np.multiply(x, y)) for x in a for y in b]


def product_low(a: Array, b: Array, c: Array, d: Array) -> Array:
    """The least product of a number from a to b and one from c to d."""
    least = reduce(np.minimum, _corners((a, b), (c, d)))
    return np.where(_unknown(a, b) | _unknown(c, d), -np.inf, least)


def product_high(a: Array, b: Array, c: Array, d: Array) -> Array:
    """The greatest product."""
    most = reduce(np.maximum, _corners((a, b), (c, d)))
    return np.where(_unknown(a, b) | _unknown(c, d), np.inf, most)


def quotient_low(a: Array, b: Array, c: Array, d: Array) -> Array:
    """The least quotient of a number from a to b and one from c to d; not known unless c is above zero."""
    least = np.divide(a, np.where(np.greater_equal(a, 0), d, c))
    return np.where(np.less_equal(c, 0) | _unknown(a, b), -np.inf, least)


def quotient_high(a: Array, b: Array, c: Array, d: Array) -> Array:
    """The greatest quotient."""
    most = np.divide(b, np.where(np.greater_equal(b, 0), c, d))
    return np.where(np.less_equal(c, 0) | _unknown(a, b), np.inf, most)


def _apart(low: Array, high: Array) -> tuple[Array, Array, Array]:
    """Whether sources agree, are the same but for noise, or lie apart by no more than rounding."""
    largest = np.maximum(np.abs(low), np.abs(high))
    gap = np.subtract(low, high)
    return np.less_equal(low, high), gap <= TOLERANCE * largest, gap <= ROUNDING * largest


def agreed_low(low: Array, high: Array) -> Array:
    """The least value that several sources of one figure leave, given the greatest of their least values."""
    agree, same, rounded = _apart(low, high)
    return np.where(agree | same, low, np.where(rounded, high, -np.inf))


def agreed_high(low: Array, high: Array) -> Array:
    """The greatest value that several sources of one figure leave."""
    agree, same, rounded = _apart(low, high)
    return np.where(agree, high, np.where(same | rounded, low, np.inf))


def agreed(*truths: Array) -> Array:
    """What several sources of one fact say together."""
    yes = reduce(np.logical_or, [np.equal(truth, YES) for truth in truths])
    no = reduce(np.logical_or, [np.equal(truth, NO) for truth in truths])
    return _decided(yes, no)


def same_day(*days: Array) -> Array:
    """The day that several sources give; not known where they differ."""
    first, last = reduce(np.fmin, days), reduce(np.fmax, days)
    return np.where(np.equal(first, last), first, np.nan)


def count(*truths: Array, table: int) -> Array:
    """How many truths are in one of the states of a table."""
    found = [np.not_equal(np.bitwise_and(np.right_shift(table, truth), 1), 0) for truth in truths]
    return reduce(np.add, [one.astype(np.float64) if isinstance(one, np.ndarray) else float(one) for one in found])


def states(counts: Array, that: Array, *, table: int) -> Array:
    """Whether a member counts and holds as one of the states of a table says."""
    lookup = np.array([bool(table >> place & 1) for place in range(9)])
    place = np.add(np.multiply(counts, 3, dtype=np.uint8), that, dtype=np.uint8)
    return np.take(lookup, place)


def _verdict(when: Array, truth: Array) -> Array:
    otherwise = _select(np.equal(when, NO), INAPPLICABLE, UNSURE)
    return _select(np.equal(when, YES), truth, otherwise)


def shortfall(verdict: Array, gap: Array, out: NDArray[np.float64] | None = None) -> Array:
    """The gap where the verdict is failed, NaN elsewhere; into an array that is there where one is given."""
    return unless(np.not_equal(verdict, NO), gap, out)


def unless(hidden: NDArray[np.bool_], values: Array, out: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Numbers, with NaN where they are hidden: a number all bits of which are set is none."""
    bits = hidden.astype(np.int64)
    np.negative(bits, out=bits)
    into = bits if out is None else out.view(np.int64)
    return np.bitwise_or(np.asarray(values, np.float64).view(np.int64), bits, out=into).view(np.float64)


def _truth_of(yes: Array) -> Array:
    return np.multiply(yes, 2, dtype=np.uint8)


KERNELS: dict[str, Callable[..., Array]] = {
    "sum": lambda *args: reduce(np.add, args),
    "difference": np.subtract,
    "product": lambda *args: reduce(np.multiply, args),
    "quotient": np.divide,
    "largest": lambda *args: reduce(np.maximum, args),
    "smallest": lambda *args: reduce(np.minimum, args),
    "round_up": round_up,
    "scaled": scaled,
    "positive": lambda value: unless(~np.greater(value, 0), value),
    "finite": lambda value: unless(~np.isfinite(value), value),
    "otherwise": lambda value, other: np.where(np.isnan(value), other, value),
    "where": _where,
    "same_day": same_day,
    "count": lambda *args: count(*args[:-1], table=args[-1]),
    "states": lambda counts, that, table: states(counts, that, table=table),
    "product_low": product_low,
    "product_high": product_high,
    "quotient_low": quotient_low,
    "quotient_high": quotient_high,
    "agreed_low": agreed_low,
    "agreed_high": agreed_high,
    "compare": compare,
    "equal": lambda left, right: _truth_of(np.equal(left, right)),
    "all_of": lambda *args: reduce(np.minimum, args),
    "any_of": lambda *args: reduce(np.maximum, args),
    "not_": lambda truth: np.subtract(YES, truth),
    "agreed": agreed,
    "halfway": lambda sure, possible: np.right_shift(np.add(sure, possible), 1),
    "first_known": lambda first, second: _select(np.equal(first, UNSURE), second, first),
    "not_false": lambda truth: _truth_of(np.not_equal(truth, NO)),
    "open_": lambda truth: _truth_of(np.equal(truth, UNSURE)),
    "if_known": lambda value, truth: _select(np.isnan(value), UNSURE, truth),
    "guard": lambda given, truth: _select(np.equal(given, YES), truth, UNSURE),
    "where_truth": _where_truth,
    "verdict": _verdict,
    "shortfall": shortfall,
}
"""The function of each operation: it takes the results of its arguments, then its parameters."""


def constant(name: str, values: Sequence[float], are_truths: Sequence[bool], params: Sequence[Any]) -> float:
    """What an operation gives for constants."""
    arrays = [
        np.array([value], np.uint8 if is_truth else np.float64)
        for value, is_truth in zip(values, are_truths, strict=True)
    ]
    with np.errstate(all="ignore"):
        return float(np.ravel(KERNELS[name](*arrays, *params))[0])
