"""What each column operation is on NumPy arrays.

A number is an array of floats with NaN for what is not known, a truth one of small whole numbers; a constant is a
plain number. No function changes what it is given, and none looks at one row after the other.

A new array costs more than the arithmetic that fills it. The operations in `INTO` therefore write into an array that
is there, and take what they need in between from a `Spare`; without them NumPy makes new arrays.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

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


class Spare(NamedTuple):
    """Arrays that an operation may write on, and that nobody reads after it; None for new ones.

    Attributes:
        number: One of floats.
        first: One of single bytes.
        second: Another of single bytes.
    """

    number: NDArray[np.float64] | None = None
    first: NDArray[np.bool_] | None = None
    second: NDArray[np.bool_] | None = None


NEW = Spare()


def _least_enough(limit: Array, spare: Spare, *, may_be_negative: bool) -> Array:
    """The least number that is the limit but for noise."""
    if isinstance(limit, float):
        return min(limit * BELOW, limit * ABOVE)
    least = np.multiply(limit, BELOW, out=spare.number)
    return np.minimum(least, limit * ABOVE, out=least) if may_be_negative else least


def _most_allowed(limit: Array, spare: Spare, *, may_be_negative: bool) -> Array:
    """The greatest number that is the limit but for noise."""
    if isinstance(limit, float):
        return max(limit * BELOW, limit * ABOVE)
    most = np.multiply(limit, ABOVE, out=spare.number)
    return np.maximum(most, limit * BELOW, out=most) if may_be_negative else most


def _decided(yes: NDArray[np.bool_], no: NDArray[np.bool_], out: Array = None) -> Array:
    """True, false, or not known where neither is so."""
    truth = np.subtract(yes.view(np.uint8), no.view(np.uint8), out=out)
    return np.add(truth, 1, out=truth)


def compare(  # noqa: PLR0913  all but three are named
    left: Array, right: Array, op: str, *, may_be_negative: bool = True, out: Array = None, spare: Spare = NEW
) -> Array:
    """Two numbers with the one tolerance.

    Args:
        left: The number on the left.
        right: The number on the right.
        op: The sense of the comparison.
        may_be_negative: Whether the number on the right may be below zero.
        out: Where the truth goes.
        spare: Arrays to write on.
    """
    if op == "==":
        same = np.abs(np.subtract(left, right)) <= TOLERANCE * np.maximum(np.abs(left), np.abs(right))
        same |= np.equal(left, right)
        known = np.equal(left, left) & np.equal(right, right)
        return _decided(same, known & ~same, out)
    holds, fails, edge_of = _SENSES[op]
    edge = edge_of(right, spare, may_be_negative=may_be_negative)
    return _decided(holds(left, edge, out=spare.first), fails(left, edge, out=spare.second), out)


_SENSES: dict[str, tuple[Any, Any, Any]] = {
    ">=": (np.greater_equal, np.less, _least_enough),
    ">": (np.greater, np.less_equal, _most_allowed),
    "<=": (np.less_equal, np.greater, _most_allowed),
    "<": (np.less, np.greater_equal, _least_enough),
}
"""What holds and what fails of a number and an edge, and which edge that is."""


def round_up(value: Array, is_gap: bool, *, out: Array = None, spare: Spare = NEW) -> Array:  # noqa: FBT001  the order of an operation
    """The next whole number, where noise above a whole number does not count; of a gap only what is above zero."""
    least = np.multiply(value, BELOW, out=out)
    if not is_gap:
        np.minimum(least, value * ABOVE, out=least)
    np.minimum(least, np.subtract(value, NO_PART_OF_ONE, out=spare.number), out=least)
    return np.ceil(least, out=least)


def scaled(value: Array, up: int, down: int, *, out: Array = None, spare: Spare = NEW) -> Array:  # noqa: ARG001  as all
    """A number in another unit; multiplied before it is divided, so that whole factors stay exact."""
    if up == 1:
        return np.divide(value, down, out=out)
    found = np.multiply(value, up, out=out)
    return found if down == 1 else np.divide(found, down, out=out)


def positive(value: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    """A number where it is above zero."""
    if np.fmin.reduce(value, initial=np.inf) > 0:
        # As good as always: there is nothing to hide.
        return np.positive(value, out=out)
    above = np.greater(value, 0, out=spare.first)
    return unless(np.logical_not(above, out=above), value, out)


def _where(truth: Array, yes: Array, no: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    if isinstance(no, float) and np.isnan(no):
        return unless(np.not_equal(truth, YES, out=spare.first), yes, out)
    mask = np.equal(truth, YES, out=spare.first).view(np.int8)
    np.negative(mask, out=mask)
    numbers = np.empty(mask.shape) if out is None else out
    chosen = numbers.view(np.int64)
    np.copyto(chosen, mask)
    yes, no = (np.asarray(one, np.float64).view(np.int64) for one in (yes, no))
    differ = np.bitwise_xor(yes, no, out=None if spare.number is None else spare.number.view(np.int64))
    np.bitwise_and(chosen, differ, out=chosen)
    np.bitwise_xor(chosen, no, out=chosen)
    return numbers


def _select(chosen: NDArray[np.bool_], yes: Array, no: Array, out: Array = None) -> Array:
    """One truth where something is chosen, else another; at a fraction of what `np.where` takes for single bytes.

    What is chosen may be written on, and so may be what is returned.
    """
    mask = chosen.view(np.uint8)
    np.negative(mask, out=mask)
    differ = np.bitwise_xor(np.asarray(yes, np.uint8), np.asarray(no, np.uint8))
    return np.bitwise_xor(np.bitwise_and(mask, differ, out=mask), np.asarray(no, np.uint8), out=out)


def _where_truth(truth: Array, yes: Array, no: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    return _select(np.equal(truth, YES, out=spare.first), yes, no, out)


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


def _verdict(when: Array, truth: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    # 3 where a rule does not apply, 1 where that is not known, and all bits where it does.
    otherwise = np.multiply(when, 2, out=out, dtype=np.uint8)
    np.subtract(INAPPLICABLE, otherwise, out=otherwise)
    hidden = np.not_equal(when, YES, out=spare.first).view(np.uint8)
    np.negative(hidden, out=hidden)
    return np.bitwise_and(otherwise, np.bitwise_or(hidden, truth, out=hidden), out=otherwise)


def shortfall(verdict: Array, gap: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    """The gap where the verdict is failed, NaN elsewhere."""
    return unless(np.not_equal(verdict, NO, out=spare.first), gap, out)


def unless(hidden: NDArray[np.bool_], values: Array, out: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """Numbers, with NaN where they are hidden: a number all bits of which are set is none.

    What is hidden may be written on.
    """
    mask = hidden.view(np.int8)
    np.negative(mask, out=mask)
    numbers = np.empty(mask.shape) if out is None else out
    bits = numbers.view(np.int64)
    np.copyto(bits, mask)
    np.bitwise_or(np.asarray(values, np.float64).view(np.int64), bits, out=bits)
    return numbers


def _all(combine: Any) -> Callable[..., Array]:  # noqa: ANN401  a function of NumPy
    """An operation on any number of arguments: two at a time."""

    def run(first: Array, *others: Array, out: Array = None, spare: Spare = NEW) -> Array:  # noqa: ARG001  as all
        if not others:
            return np.array(first) if out is None else np.positive(first, out=out)
        found = first
        for other in others:
            found = combine(found, other, out=out)
        return found

    return run


def _not(truth: Array, *, out: Array = None, spare: Spare = NEW) -> Array:  # noqa: ARG001  as all
    return np.subtract(YES, truth, out=out)


def _if_known(value: Array, truth: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    return _select(np.isnan(value, out=spare.first), UNSURE, truth, out)


def _guard(given: Array, truth: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    return _select(np.equal(given, YES, out=spare.first), truth, UNSURE, out)


def _first_known(first: Array, second: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    return _select(np.equal(first, UNSURE, out=spare.first), second, first, out)


def _not_false(truth: Array, *, out: Array = None, spare: Spare = NEW) -> Array:
    return np.multiply(np.not_equal(truth, NO, out=spare.first), 2, out=out, dtype=np.uint8)


def _truth_of(yes: Array) -> Array:
    return np.multiply(yes, 2, dtype=np.uint8)


INTO: dict[str, Callable[..., Array]] = {
    "sum": _all(np.add),
    "difference": _all(np.subtract),
    "product": _all(np.multiply),
    "quotient": _all(np.divide),
    "largest": _all(np.maximum),
    "smallest": _all(np.minimum),
    "where": _where,
    "round_up": round_up,
    "scaled": scaled,
    "positive": positive,
    "compare": compare,
    "all_of": _all(np.minimum),
    "any_of": _all(np.maximum),
    "not_": _not,
    "first_known": _first_known,
    "not_false": _not_false,
    "if_known": _if_known,
    "guard": _guard,
    "where_truth": _where_truth,
    "verdict": _verdict,
    "shortfall": shortfall,
}
"""Operations that also take `out`, an array for the result that is none of the arguments, and `spare`."""

KERNELS: dict[str, Callable[..., Array]] = {
    **INTO,
    "finite": lambda value: unless(~np.isfinite(value), value),
    "otherwise": lambda value, other: np.where(np.isnan(value), other, value),
    "same_day": same_day,
    "count": lambda *args: count(*args[:-1], table=args[-1]),
    "states": lambda counts, that, table: states(counts, that, table=table),
    "product_low": product_low,
    "product_high": product_high,
    "quotient_low": quotient_low,
    "quotient_high": quotient_high,
    "agreed_low": agreed_low,
    "agreed_high": agreed_high,
    "equal": lambda left, right: _truth_of(np.equal(left, right)),
    "agreed": agreed,
    "halfway": lambda sure, possible: np.right_shift(np.add(sure, possible), 1),
    "open_": lambda truth: _truth_of(np.equal(truth, UNSURE)),
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
