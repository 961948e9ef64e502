"""What a requirement measures besides its truth: the value found, the limit, and what is missing to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.expressions.bounds import UNKNOWN, Bounds, compare, multiply
from civic_rules.units import rounded_up
from civic_rules.verdicts import Truth, all_true, any_true, negation

if TYPE_CHECKING:
    from collections.abc import Sequence

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


ONE = Bounds(1, 1)


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
            return Outcome(None, None, limit.exact)
        scaled = value if self.up == 1 else multiply((value, Bounds(self.up, self.up)))
        needed = limit if self.down == 1 else multiply((limit, Bounds(self.down, self.down)))
        needed = needed if per == ONE else multiply((needed, per))
        truth = compare(scaled, self.op, needed)
        measured = _measured(value.exact, per.exact, self.up, self.down)
        return Outcome(truth, measured, limit.exact, self.gap(scaled, needed) if truth is False else None)

    def gap(self, scaled: Bounds, needed: Bounds) -> float | None:
        """What is missing to, or in excess of, a limit that is not met, at the least; in the unit of the value."""
        if self.op in {">=", ">"}:
            return whole_gap((needed.low - scaled.high) / self.up, whole=self.whole)
        if self.op in {"<=", "<"}:
            return whole_gap((scaled.low - needed.high) / self.up, whole=self.whole)
        return abs(scaled.low - needed.low) / self.up


def whole_gap(gap: float, *, whole: bool) -> float:
    """A gap, rounded up where whole things are missing."""
    return rounded_up(gap) if whole else gap


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
    missed = second if second.truth is False else first
    return Outcome(truth, first.measured, missed.limit, missed.shortfall)


def parts(how: str, states: Sequence[Truth]) -> Outcome:
    """All, any or none of several parts: how many are there, and how many should be."""
    there = sum(state is True for state in states)
    known = None not in states
    if how == "all":
        truth, limit = all_true(states), len(states)
    elif how == "any":
        truth, limit = any_true(states), 1
    else:
        truth, limit = negation(any_true(states)), 0
    if truth is not False:
        return Outcome(truth, there if known else None, limit)
    shortfall = there if how == "none" else sum(state is False for state in states) if how == "all" else 1
    return Outcome(truth, there if known else None, limit, shortfall)


def members(states: Sequence[tuple[Truth, Truth]] | None, *, every: bool, complete: bool) -> Outcome:
    """A condition on every, or on at least one, member.

    Args:
        states: For each member, whether it counts and whether the condition holds.
        every: Whether every member must hold, or one is enough.
        complete: Whether all members are known.
    """
    if states is None:
        return Outcome(None)
    each = [any_true((negation(counts), holds)) for counts, holds in states]
    if not every:
        each = [all_true((counts, holds)) for counts, holds in states]
    truth = all_true(each) if every else any_true(each)
    if not complete and truth is every:
        truth = None
    counted = [holds for counts, holds in states if counts is not False]
    known = complete and None not in counted and all(counts is not None for counts, _ in states)
    held = sum(holds is True for holds in counted)
    limit = len(counted) if every else 1
    missed = sum(state is False for state in each) if every else 1
    return Outcome(truth, held if known else None, limit if known else None, missed if truth is False else None)


__all__ = ["ONE", "UNKNOWN", "Limit", "Measured", "Outcome", "between", "members", "parts", "whole_gap"]
