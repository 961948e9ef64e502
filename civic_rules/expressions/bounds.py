"""Numbers of which only the least and the greatest possible value may be known.

A known number has both bounds equal; nothing known is from minus to plus infinity. Every comparison uses the one
tolerance of `civic_rules.units`.
"""

from __future__ import annotations

from math import inf, isinf
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.units import at_least, at_most, less_than, more_than, rounded_up, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from civic_rules.verdicts import Truth


class Bounds(NamedTuple):
    """The least and the greatest value that a number can have.

    Attributes:
        low: The least possible value.
        high: The greatest possible value.
    """

    low: float
    high: float

    @property
    def exact(self) -> float | None:
        """The number where it is known, else None.

        Examples:
            >>> Bounds(3, 3).exact, Bounds(3, 4).exact
            (3, None)
        """
        return self.low if self.low == self.high else None


UNKNOWN = Bounds(-inf, inf)


_new = tuple.__new__
"""What `Bounds(...)` does, at a third of its cost: it runs for many numbers of every entity."""


def bounds(number: float | None) -> Bounds:
    """The bounds of a number that is known, or not known at all."""
    return UNKNOWN if number is None else _new(Bounds, (number, number))


def add(terms: Iterable[Bounds]) -> Bounds:
    """The sum."""
    low = high = 0.0
    for term in terms:
        low, high = low + term.low, high + term.high
    return Bounds(low, high)


def subtract(left: Bounds, right: Bounds) -> Bounds:
    """The difference."""
    return Bounds(left.low - right.high, left.high - right.low)


def multiply(factors: Iterable[Bounds]) -> Bounds:
    """The product; not known where a factor is not known at all, even beside a zero."""
    low = high = 1.0
    for factor in factors:
        if UNKNOWN in (factor, (low, high)):
            return UNKNOWN
        corners = [_times(a, b) for a in (low, high) for b in factor]
        low, high = min(corners), max(corners)
    return Bounds(low, high)


def scale(value: Bounds, by: Fraction) -> Bounds:
    """A number in another unit; multiplied before it is divided, so that whole factors stay exact."""
    if by == 1 or value == UNKNOWN:
        return value
    return Bounds(value.low * by.numerator / by.denominator, value.high * by.numerator / by.denominator)


def divide(numerator: Bounds, denominator: Bounds) -> Bounds:
    """The quotient; not known where the denominator is not known to be above zero."""
    if denominator.low <= 0 or numerator == UNKNOWN:
        return UNKNOWN
    low, high = numerator
    return Bounds(
        low / (denominator.high if low >= 0 else denominator.low),
        high / (denominator.low if high >= 0 else denominator.high),
    )


def largest(values: Sequence[Bounds]) -> Bounds:
    """The greatest of several numbers: at least as great as those that are known."""
    return Bounds(max(v.low for v in values), max(v.high for v in values))


def smallest(values: Sequence[Bounds]) -> Bounds:
    """The least of several numbers: at most as great as those that are known."""
    return Bounds(min(v.low for v in values), min(v.high for v in values))


def round_up(value: Bounds) -> Bounds:
    """The next whole number."""
    low, high = (side if isinf(side) else rounded_up(side) for side in value)
    return Bounds(low, high)


ROUNDING = 0.005
"""How far two sources of one figure may lie apart, relative to it, and still be one figure that somebody rounded."""


def agreed(sources: Iterable[Bounds]) -> Bounds:
    """What several sources of one figure say together; not known where they contradict each other.

    Sources that differ by no more than rounding are one figure somewhere between them.

    Examples:
        >>> agreed([Bounds(90, 90), Bounds(85, 95)]), agreed([Bounds(50, 50), Bounds(85, 95)])
        (Bounds(low=90, high=90), Bounds(low=-inf, high=inf))
        >>> agreed([Bounds(90.9, 90.9), Bounds(90.91, 90.91)])
        Bounds(low=90.9, high=90.91)
    """
    low, high = -inf, inf
    for source in sources:
        low, high = max(low, source.low), min(high, source.high)
    if low <= high:
        return Bounds(low, high)
    if same(low, high):
        return Bounds(low, low)
    return Bounds(high, low) if low - high <= ROUNDING * max(abs(low), abs(high)) else UNKNOWN


def share(members: Iterable[tuple[Truth, Truth]]) -> Bounds:
    """The share of members that hold, between 0 and 1.

    Args:
        members: For each member, whether it counts at all and whether it holds; either may be not known.

    Returns:
        The least and the greatest share that any completion of what is not known can give; not known where no
        member is known to count.

    Examples:
        >>> share([(True, True), (True, None)])
        Bounds(low=0.5, high=1.0)
    """
    (held, counted), (best, best_counted) = share_ends(members)
    return Bounds(held / counted, best / best_counted) if counted else UNKNOWN


def share_ends(members: Iterable[tuple[Truth, Truth]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """How many members hold, and how many count, in the worst and in the best completion of what is not known.

    Where no member is known to count, nobody counts.
    """
    counted = held = undecided = may_hold = may_miss = 0
    for counts, holds in members:
        if counts is True:
            counted += 1
            held += holds is True
            undecided += holds is None
        elif counts is None:
            may_hold += holds is not False
            may_miss += holds is not True
    if counted == 0:
        return (0, 0), (0, 0)
    return (held, counted + may_miss), (held + undecided + may_hold, counted + may_hold)


def members_short(members: Iterable[tuple[Truth, Truth]], wanted: float) -> int:
    """How many members are missing to a wanted share, at the least."""
    _, (best, counted) = share_ends(members)
    return max(0, rounded_up(wanted * counted) - best)


def total(members: Iterable[tuple[Truth, Bounds]]) -> Bounds:
    """A number added up over members that may or may not count.

    Args:
        members: For each member, whether it counts at all and its number; either may be not known.
    """
    terms = []
    for counts, value in members:
        if counts is True:
            terms.append(value)
        elif counts is None:
            terms.append(Bounds(min(0, value.low), max(0, value.high)))
    return add(terms)


def tally(truths: Sequence[Truth]) -> Bounds:
    """How many are true."""
    low = truths.count(True)
    return _new(Bounds, (low, low + truths.count(None)))


def compare(left: Bounds, op: str, right: Bounds) -> Truth:
    """Whether `left op right`, for >=, >, <=, < and ==; None where the bounds leave it open."""
    if op in {"<=", "<"}:
        left, right, op = right, left, ">=" if op == "<=" else ">"
    if op == ">=":
        return True if at_least(left.low, right.high) else False if less_than(left.high, right.low) else None
    if op == ">":
        return True if more_than(left.low, right.high) else False if at_most(left.high, right.low) else None
    if less_than(left.high, right.low) or less_than(right.high, left.low):
        return False
    known = left.exact is not None and right.exact is not None
    return True if known else None


def _times(a: float, b: float) -> float:
    return 0.0 if 0 in (a, b) else a * b
