"""What a requirement measures besides its truth: the value found, the limit, and what is missing to it."""

from __future__ import annotations

from datetime import date
from math import isfinite, isnan
from typing import NamedTuple

from civic_rules.expressions.bounds import UNKNOWN, Bounds, compare, multiply
from civic_rules.units import at_least, at_most, less_than, more_than, rounded_up, same
from civic_rules.verdicts import Truth, all_true, negation

Measured = float | date | None
"""A number or a date; None where there is none or it is not known."""


class Outcome(NamedTuple):
    """What a requirement finds.

    Attributes:
        truth: Whether the condition holds; None where that is not known.
        measured: What was found, in the unit of the limit.
        limit: What is asked for.
        shortfall: What is missing to the limit, or in excess of it, in the unit of the field; None unless failed.
    """

    truth: Truth
    measured: Measured = None
    limit: Measured = None
    shortfall: float | None = None


_new = tuple.__new__
"""What `Outcome(...)` does, at a third of its cost: most requirements make one for every entity."""

ONE = Bounds(1, 1)

HOLDS = {">=": at_least, ">": more_than, "<=": at_most, "<": less_than, "==": same}
"""The comparison that each sense stands for."""


class Limit(NamedTuple):
    """How a comparison is made without dividing by a constant: `value * up op limit * down * per`.

    Attributes:
        op: The sense of the comparison.
        up: Numerator of the factor from the unit of the value to the unit of the limit.
        down: Denominator of that factor.
        whole: Whether what is missing is counted in whole things.
    """

    op: str
    up: int
    down: int
    whole: bool

    def judge(self, value: Bounds, per: Bounds, limit: Bounds) -> Outcome:
        """Compare a value, or a value for each of something, with a limit.

        Args:
            value: The value, or the numerator of a ratio.
            per: The denominator of a ratio, or one.
            limit: The limit in its own unit.
        """
        if per.low <= 0:
            return Outcome(None, None, finite(limit.exact))
        if value.low == value.high and limit.low == limit.high and per.low == per.high:
            return self.exactly(value.low, limit.low, per.low)
        scaled = value if self.up == 1 else multiply((value, Bounds(self.up, self.up)))
        needed = limit if self.down == 1 else multiply((limit, Bounds(self.down, self.down)))
        needed = needed if per == ONE else multiply((needed, per))
        measured = finite(_measured(value.exact, per.exact, self.up, self.down))
        if any(isnan(side) for side in (*scaled, *needed)):
            return Outcome(None, None, finite(limit.exact))
        truth = compare(scaled, self.op, needed)
        return Outcome(truth, measured, finite(limit.exact), self.gap(scaled, needed) if truth is False else None)

    def in_limit_unit(self, value: float) -> float:
        """A value in the unit of the limit."""
        return value if self.up == self.down else value * self.up / self.down

    def exactly(self, value: float, limit: float, per: float = 1) -> Outcome:
        """Compare known numbers: what `judge` does, without the detour over bounds."""
        op, up, down, whole = self
        scaled, needed = value * up, limit * down * per
        measured = finite(value if per == 1 and up == down else scaled / (per * down))
        if HOLDS[op](scaled, needed):
            return _new(Outcome, (True, measured, finite(limit), None))
        gap = needed - scaled if op in {">=", ">"} else scaled - needed
        if isnan(gap):
            return _new(Outcome, (None, None, finite(limit), None))
        gap = abs(gap) if op == "==" else gap
        short = whole_gap(gap / up, whole=whole and op != "==")
        return _new(Outcome, (False, measured, finite(limit), short))

    def gap(self, scaled: Bounds, needed: Bounds) -> float | None:
        """What is missing to, or in excess of, a limit that is not met, at the least; in the unit of the value."""
        if self.op in {">=", ">"}:
            return whole_gap((needed.low - scaled.high) / self.up, whole=self.whole)
        if self.op in {"<=", "<"}:
            return whole_gap((scaled.low - needed.high) / self.up, whole=self.whole)
        return whole_gap(max(needed.low - scaled.high, scaled.low - needed.high) / self.up, whole=False)


def whole_gap(gap: float, *, whole: bool) -> float | None:
    """A gap, rounded up where whole things are missing; None where it is too large for a number."""
    if not isfinite(gap):
        return None
    return rounded_up(gap) if whole else gap


def finite(number: float | None) -> float | None:
    """The number; None for what is infinite or no number, which is nothing that anybody measured.

    Examples:
        >>> finite(5.0), finite(float("inf")), finite(float("nan"))
        (5.0, None, None)
    """
    return number if number is not None and isfinite(number) else None


def _measured(value: float | None, per: float | None, up: int, down: int) -> float | None:
    if value is None or per is None:
        return None
    if per == 1 and up == down:
        return value
    return value * up / (per * down)


def between(value: Bounds, low: Bounds, high: Bounds, *, above: Limit, below: Limit) -> Outcome:
    """A value from a least to a greatest; the limit is the end that it misses, or the least."""
    first, second = above.judge(value, ONE, low), below.judge(value, ONE, high)
    truth = all_true((first.truth, second.truth))
    missed = second if second.truth is False and first.truth is not False else first
    return Outcome(truth, first.measured, missed.limit, missed.shortfall)


def truth_of_parts(how: str, states: list[Truth]) -> Truth:
    """Whether all, any or none of several parts are there."""
    if how == "all":
        return False if False in states else None if None in states else True
    there: Truth = True if True in states else None if None in states else False
    return there if how == "any" else negation(there)


def parts(how: str, states: list[Truth]) -> Outcome:
    """All, any or none of several parts: how many are there, and how many should be."""
    there, absent = states.count(True), states.count(False)
    measured = there if there + absent == len(states) else None
    if how == "all":
        limit, short = len(states), absent
    else:
        limit, short = (1, 1) if how == "any" else (0, there)
    truth = truth_of_parts(how, states)
    return _new(Outcome, (truth, measured, limit, short if truth is False else None))


def members(states: list[tuple[Truth, Truth]], *, every: bool, complete: bool) -> Outcome:
    """A condition on every, or on at least one, member.

    Args:
        states: For each member, whether it counts and whether the condition holds.
        every: Whether every member must hold, or one is enough.
        complete: Whether all members are known.
    """
    held, missed = states.count((True, True)), states.count((True, False))
    left_out = sum(counts is False for counts, _ in states)
    undecided = len(states) - held - missed - left_out
    certain = complete and not undecided
    # A member that may not count settles nothing if it would not have changed the answer.
    is_open = undecided > states.count((None, every)) or not complete
    if every:
        truth: Truth = False if missed else None if is_open else True
        limit, short = held + missed, missed
    else:
        truth = True if held else None if is_open else False
        limit, short = 1, 1
    measured = held if certain else None
    return Outcome(truth, measured, limit if certain else None, short if truth is False else None)


__all__ = ["ONE", "UNKNOWN", "Limit", "Measured", "Outcome", "between", "finite", "members", "parts", "whole_gap"]
