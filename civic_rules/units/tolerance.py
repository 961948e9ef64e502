"""The one tolerance: when two numbers are the same, and what follows from it."""

from __future__ import annotations

import math

TOLERANCE = 1e-9
"""The relative difference below which two numbers are the same, in every comparison of the project."""

_NO_PART_OF_ONE = 1e-12


def same(a: float, b: float) -> bool:
    """Whether two numbers are equal but for noise. Nothing but zero is the same as zero.

    Examples:
        >>> same(0.1 + 0.2, 0.3), same(1e-12, 0), same(float("inf"), 5)
        (True, False, False)
    """
    return a == b or math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=0)


def at_least(a: float, b: float) -> bool:
    """Whether a is b or more.

    Examples:
        >>> at_least(18.489999999999998, 18.49), at_least(18.48, 18.49)
        (True, False)
    """
    return a >= b or same(a, b)


def at_most(a: float, b: float) -> bool:
    """Whether a is b or less.

    Examples:
        >>> at_most(0.1 + 0.2, 0.3)
        True
    """
    return a <= b or same(a, b)


def more_than(a: float, b: float) -> bool:
    """Whether a is not `at_most` b.

    Examples:
        >>> more_than(0.1 + 0.2, 0.3), more_than(0.31, 0.3)
        (False, True)
    """
    return not at_most(a, b)


def less_than(a: float, b: float) -> bool:
    """Whether a is not `at_least` b.

    Examples:
        >>> less_than(0.29, 0.3)
        True
    """
    return not at_least(a, b)


def rounded_up(x: float) -> int:
    """The next whole number, where noise above a whole number does not count.

    Noise is what `TOLERANCE` lets pass, and near zero, where a relative difference says nothing, a difference of up to
    1e-12.

    Raises:
        OverflowError: The number is infinite.

    Examples:
        >>> rounded_up(150.00000000001), rounded_up(150.01)
        (150, 151)
        >>> rounded_up(1e-17), rounded_up(1e-11)
        (0, 1)
    """
    whole = round(x)
    is_whole = x == whole or math.isclose(x, whole, rel_tol=TOLERANCE, abs_tol=_NO_PART_OF_ONE)
    return whole if is_whole else math.ceil(x)
