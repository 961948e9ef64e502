"""Loops that hold numbers against limits: whether one is as good as the other, and what lies between them.

Numbers are multiplied by constants on the way, and may count above a floor only; see `opcodes.Extra`.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from civic_rules.tables.compiled.loops import compiled, lesser
from civic_rules.tables.compiled.opcodes import Code, Extra
from civic_rules.tables.kernels import ABOVE, BELOW, NO_PART_OF_ONE


@compiled
def _edge(number):
    """From where on a number is as good as at least another one: the second unless that is negative."""
    return lesser(number * ABOVE, number * BELOW)


@compiled
def next_whole(gap):
    """A gap rounded up, where noise above a whole number does not count."""
    return np.ceil(lesser(gap * BELOW, gap - NO_PART_OF_ONE))


@compiled
def _term(number, factor, floor):
    """A number times a factor; none where it is not above a floor."""
    return np.nan if number <= floor else number * factor


def _gap_loop(is_whole, is_divided):
    """What fills in the gaps between two numbers where a verdict is failed; what is not asked for costs nothing."""

    @njit(nogil=True, error_model="numpy")
    def fill(out, a, b, truth, extras):
        up, down = extras[Extra.X], extras[Extra.Y]
        p, q, r, s = extras[Extra.FACTOR], extras[Extra.FLOOR], extras[Extra.SECOND_FACTOR], extras[Extra.SECOND_FLOOR]
        for i in range(out.size):
            gap = (_term(a[i], p, q) - _term(b[i], r, s)) * up
            gap = gap / down if is_divided else gap
            gap = next_whole(gap) if is_whole else gap
            out[i] = gap if truth[i] == 0 else np.nan

    return fill


_gap_whole_divided, _gap_whole, _gap_divided, _gap = (
    _gap_loop(*flags) for flags in ((True, True), (True, False), (False, True), (False, False))
)


@compiled
def gaps(op, out, a, b, truth, extras):
    """What lies between two numbers, in another unit, where a verdict is failed."""
    is_whole, is_divided = op == Code.WHOLE_GAP, extras[Extra.Y] != 1
    if is_whole and is_divided:
        _gap_whole_divided(out, a, b, truth, extras)
    elif is_whole:
        _gap_whole(out, a, b, truth, extras)
    elif is_divided:
        _gap_divided(out, a, b, truth, extras)
    else:
        _gap(out, a, b, truth, extras)


@compiled
def compared(op, out, left, right, extras):
    """Which of two numbers is the larger, with the one tolerance.

    That one is at most another is that its negative is at least that of the other; and where it is not less, it is at
    least the other, unless one of them is none.
    """
    q, s = extras[Extra.FLOOR], extras[Extra.SECOND_FLOOR]
    sign = -1.0 if op in (Code.AT_MOST, Code.MORE) else 1.0
    p, r = sign * extras[Extra.FACTOR], sign * extras[Extra.SECOND_FACTOR]
    if np.isnan(q) and np.isnan(s):
        for i in range(out.size):
            number, edge = left[i] * p, _edge(right[i] * r)
            out[i] = 1 + (number >= edge) - (number < edge)
    else:
        for i in range(out.size):
            number, edge = _term(left[i], p, q), _edge(_term(right[i], r, s))
            out[i] = 1 + (number >= edge) - (number < edge)
    if op in (Code.LESS, Code.MORE):
        for i in range(out.size):
            out[i] = 2 - out[i]


def _limit_loop(is_whole, is_divided, *, has_floors):
    """What gives the verdict of a rule and its shortfall together."""

    @njit(nogil=True, error_model="numpy")
    def fill(out, short, a, b, when, extras, sign):
        up, down = extras[Extra.X], extras[Extra.Y]
        p, q, r, s = extras[Extra.FACTOR], extras[Extra.FLOOR], extras[Extra.SECOND_FACTOR], extras[Extra.SECOND_FLOOR]
        p, r = sign * p, sign * r
        for i in range(out.size):
            number = _term(a[i], p, q) if has_floors else a[i] * p
            limit = _term(b[i], r, s) if has_floors else b[i] * r
            edge = _edge(limit)
            verdict = 1 + (number >= edge) - (number < edge) if when[i] == 2 else 3 - 2 * when[i]
            gap = (limit - number) * up
            gap = gap / down if is_divided else gap
            gap = next_whole(gap) if is_whole else gap
            out[i] = verdict
            short[i] = gap if verdict == 0 else np.nan

    return fill


_limit_whole_divided, _limit_whole, _limit_divided, _limit = (
    _limit_loop(*flags, has_floors=False) for flags in ((True, True), (True, False), (False, True), (False, False))
)
_limit_whole_divided_above, _limit_whole_above, _limit_divided_above, _limit_above = (
    _limit_loop(*flags, has_floors=True) for flags in ((True, True), (True, False), (False, True), (False, False))
)


@compiled
def limited(op, out, short, a, b, when, extras):
    """The verdict of a rule that compares two numbers, and what lies between them where it is failed."""
    sign = 1.0 if op == Code.LOW_LIMIT else -1.0
    is_whole, is_divided = extras[Extra.IS_WHOLE] != 0, extras[Extra.Y] != 1
    if np.isnan(extras[Extra.FLOOR]) and np.isnan(extras[Extra.SECOND_FLOOR]):
        if is_whole and is_divided:
            _limit_whole_divided(out, short, a, b, when, extras, sign)
        elif is_whole:
            _limit_whole(out, short, a, b, when, extras, sign)
        elif is_divided:
            _limit_divided(out, short, a, b, when, extras, sign)
        else:
            _limit(out, short, a, b, when, extras, sign)
    elif is_whole and is_divided:
        _limit_whole_divided_above(out, short, a, b, when, extras, sign)
    elif is_whole:
        _limit_whole_above(out, short, a, b, when, extras, sign)
    elif is_divided:
        _limit_divided_above(out, short, a, b, when, extras, sign)
    else:
        _limit_above(out, short, a, b, when, extras, sign)
