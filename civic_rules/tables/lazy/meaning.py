"""What each column operation is as an expression of a query.

A number is a float with null for what is not known, and never NaN; a truth is a boolean with null for what is not
known, which `&`, `|` and `~` of every engine take as Kleene's. Every `when` names the case in which something holds:
a condition that is not known falls through. Nothing is divided by a constant, which Polars would take as a product
with its reciprocal, and nothing by what may be zero.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import add, and_, mul, or_
from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.tables.ops import NO, UNSURE, YES, Op
from civic_rules.units import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Callable

Expr = nw.Expr

ABOVE, BELOW = 1 + TOLERANCE, 1 - TOLERANCE
NO_PART_OF_ONE = 1e-12
ROUNDING = 0.005
"""As in `expressions.bounds`."""
LARGEST_FLOAT = 1.7976931348623157e308
FAILED, CANNOT_TELL, PASSED, INAPPLICABLE = range(4)


def number(value: float | None) -> Expr:
    """A number that is the same in every row."""
    return nw.lit(None, nw.Float64) if value is None or value != value else nw.lit(float(value))  # noqa: PLR0124  NaN


def truth(code: float) -> Expr:
    """A truth that is the same in every row."""
    return nw.lit(None, nw.Boolean) if code == UNSURE else nw.lit(code == YES)


def code(value: int) -> Expr:
    """The code of a verdict."""
    return nw.lit(value, nw.Int8)


def is_yes(value: Expr) -> Expr:
    """Whether a truth is known to hold; never null."""
    return nw.coalesce(value, nw.lit(False))  # noqa: FBT003  a truth


def is_no(value: Expr) -> Expr:
    """Whether a truth is known not to hold; never null."""
    return nw.coalesce(~value, nw.lit(False))  # noqa: FBT003  a truth


IS_STATE: dict[int, Callable[[Expr], Expr]] = {NO: is_no, UNSURE: lambda value: value.is_null(), YES: is_yes}


def one_if(value: Expr) -> Expr:
    """1 where something is known to hold, else 0."""
    return nw.when(value).then(nw.lit(1.0)).otherwise(nw.lit(0.0))


# -- numbers ---------------------------------------------------------------------------------------------------


def _known(*args: Expr) -> Expr:
    return reduce(and_, [~arg.is_null() for arg in args])


def _largest(*args: Expr) -> Expr:
    return nw.when(_known(*args)).then(nw.max_horizontal(*args))


def _smallest(*args: Expr) -> Expr:
    return nw.when(_known(*args)).then(nw.min_horizontal(*args))


def _scaled(value: Expr, up: int, down: int) -> Expr:
    return value * nw.lit(up / down)


def _positive(value: Expr) -> Expr:
    return nw.when(value > 0).then(value)


def _finite(value: Expr) -> Expr:
    # NaN counts as greater than any number in these engines.
    return nw.when(value.abs() <= LARGEST_FLOAT).then(value)


def _quotient(above: Expr, below: Expr) -> Expr:
    return above / _positive(below)


def _round_up(value: Expr, is_gap: bool) -> Expr:  # noqa: FBT001  the order of an operation
    """The next whole number, where noise above a whole number does not count; of a gap only what is above zero."""
    below_zero = [] if is_gap else [value * nw.lit(ABOVE)]
    least = nw.min_horizontal(value * nw.lit(BELOW), *below_zero, value - nw.lit(NO_PART_OF_ONE))
    # What is infinite is no whole number in an engine that rounds to whole ones.
    return nw.when(value.abs() < MOST_WHOLE).then(least.ceil().cast(nw.Float64)).otherwise(value)


MOST_WHOLE = 2.0**53
"""From here on every float is a whole number."""


def _where(condition: Expr, yes: Expr, no: Expr) -> Expr:
    return nw.when(condition).then(yes).otherwise(no)


def _same_day(*days: Expr) -> Expr:
    first = nw.min_horizontal(*days)
    return nw.when(first == nw.max_horizontal(*days)).then(first)


def _count(*args: Any) -> Expr:  # noqa: ANN401  truths, and the table of states
    *truths, table = args
    wanted = [state for state in (NO, UNSURE, YES) if table >> state & 1]
    return reduce(add, [one_if(reduce(or_, [IS_STATE[state](one) for state in wanted])) for one in truths])


def _states(counts: Expr, that: Expr, table: int) -> Expr:
    """Whether a member counts and holds as one of the states of a table says; never null."""
    found = []
    for count in (NO, UNSURE, YES):
        holding = [hold for hold in (NO, UNSURE, YES) if table >> 3 * count + hold & 1]
        if len(holding) == len(IS_STATE):
            found.append(IS_STATE[count](counts))
        elif holding:
            found.append(IS_STATE[count](counts) & reduce(or_, [IS_STATE[hold](that) for hold in holding]))
    return reduce(or_, found)


# -- bounds ----------------------------------------------------------------------------------------------------


def _unknown(low: Expr, high: Expr) -> Expr:
    return (low == -inf) & (high == inf)


def _corners(a: Expr, b: Expr, c: Expr, d: Expr) -> list[Expr]:
    zero = nw.lit(0.0)
    return [nw.when((x == 0) | (y == 0)).then(zero).otherwise(x * y) for x in (a, b) for y in (c, d)]


def _product_low(a: Expr, b: Expr, c: Expr, d: Expr) -> Expr:
    least = nw.min_horizontal(*_corners(a, b, c, d))
    return nw.when(_unknown(a, b) | _unknown(c, d)).then(nw.lit(-inf)).otherwise(least)


def _product_high(a: Expr, b: Expr, c: Expr, d: Expr) -> Expr:
    most = nw.max_horizontal(*_corners(a, b, c, d))
    return nw.when(_unknown(a, b) | _unknown(c, d)).then(nw.lit(inf)).otherwise(most)


def _quotient_low(a: Expr, b: Expr, c: Expr, d: Expr) -> Expr:
    below = _positive(nw.when(a >= 0).then(d).otherwise(c))
    return nw.when((c > 0) & ~_unknown(a, b)).then(a / below).otherwise(nw.lit(-inf))


def _quotient_high(a: Expr, b: Expr, c: Expr, d: Expr) -> Expr:
    below = _positive(nw.when(b >= 0).then(c).otherwise(d))
    return nw.when((c > 0) & ~_unknown(a, b)).then(b / below).otherwise(nw.lit(inf))


def _apart(low: Expr, high: Expr) -> tuple[Expr, Expr, Expr]:
    largest, gap = nw.max_horizontal(low.abs(), high.abs()), low - high
    return low <= high, gap <= largest * nw.lit(TOLERANCE), gap <= largest * nw.lit(ROUNDING)


def _agreed_low(low: Expr, high: Expr) -> Expr:
    agree, same, rounded = _apart(low, high)
    return nw.when(agree | same).then(low).when(rounded).then(high).otherwise(nw.lit(-inf))


def _agreed_high(low: Expr, high: Expr) -> Expr:
    agree, same, rounded = _apart(low, high)
    return nw.when(agree).then(high).when(same | rounded).then(low).otherwise(nw.lit(inf))


# -- truths ----------------------------------------------------------------------------------------------------


def _edge(limit: Expr, if_positive: float, if_negative: float) -> Expr:
    return nw.when(limit >= 0).then(limit * nw.lit(if_positive)).otherwise(limit * nw.lit(if_negative))


def _compare(left: Expr, right: Expr, op: str) -> Expr:
    """Two numbers with the one tolerance; null where one of them is."""
    if op == ">=":
        return left >= _edge(right, BELOW, ABOVE)
    if op == ">":
        return left > _edge(right, ABOVE, BELOW)
    if op == "<=":
        return left <= _edge(right, ABOVE, BELOW)
    if op == "<":
        return left < _edge(right, BELOW, ABOVE)
    largest = nw.max_horizontal(left.abs(), right.abs())
    return (left == right) | ((left - right).abs() <= largest * nw.lit(TOLERANCE))


def _agreed(*truths: Expr) -> Expr:
    yes, no = (reduce(or_, [is_state(one) for one in truths]) for is_state in (is_yes, is_no))
    return nw.when(yes & ~no).then(truth(YES)).when(no & ~yes).then(truth(NO))


def _halfway(sure: Expr, possible: Expr) -> Expr:
    return nw.when(sure).then(truth(YES)).when(~possible).then(truth(NO))


def _verdict(when: Expr, holds: Expr) -> Expr:
    applied = verdict_of(holds)
    return nw.when(when).then(applied).when(~when).then(code(INAPPLICABLE)).otherwise(code(CANNOT_TELL))


def verdict_of(holds: Expr) -> Expr:
    """The code of a verdict: met, not met, otherwise not known."""
    return nw.when(holds).then(code(PASSED)).when(~holds).then(code(FAILED)).otherwise(code(CANNOT_TELL))


MEANING: dict[str, Callable[..., Expr]] = {
    "sum": lambda *args: reduce(add, args),
    "difference": lambda left, right: left - right,
    "product": lambda *args: reduce(mul, args),
    "quotient": _quotient,
    "largest": _largest,
    "smallest": _smallest,
    "round_up": _round_up,
    "scaled": _scaled,
    "positive": _positive,
    "finite": _finite,
    "otherwise": lambda value, other: nw.coalesce(value, nw.lit(float(other))),
    "where": _where,
    "same_day": _same_day,
    "count": _count,
    "states": _states,
    "product_low": _product_low,
    "product_high": _product_high,
    "quotient_low": _quotient_low,
    "quotient_high": _quotient_high,
    "agreed_low": _agreed_low,
    "agreed_high": _agreed_high,
    "compare": _compare,
    "equal": lambda left, right: is_yes(left == right),
    "all_of": lambda *args: reduce(and_, args),
    "any_of": lambda *args: reduce(or_, args),
    "not_": lambda value: ~value,
    "agreed": _agreed,
    "halfway": _halfway,
    "first_known": nw.coalesce,
    "not_false": lambda value: nw.coalesce(value, nw.lit(True)),  # noqa: FBT003  a truth
    "open_": lambda value: value.is_null(),
    "if_known": lambda value, holds: nw.when(~value.is_null()).then(holds),
    "guard": lambda given, holds: nw.when(given).then(holds),
    "where_truth": _where,
    "verdict": _verdict,
}
"""The expression of each operation: it takes those of its arguments, then its parameters."""

_OFTEN: dict[str, tuple[int, ...]] = {
    "quotient": (1, 2),
    "finite": (2,),
    "positive": (2,),
    "round_up": (4,),
    "verdict": (2, 2),
    "shortfall": (2, 1),
}
"""How often an operation names each argument, where that is more than once."""

_MANY = frozenset(
    {
        "largest",
        "smallest",
        "same_day",
        "count",
        "states",
        "product_low",
        "product_high",
        "quotient_low",
        "quotient_high",
    }
    | {"agreed_low", "agreed_high", "agreed"}
)


def uses(op: Op, place: int) -> int:
    """How often an operation names one of its arguments."""
    if op.name == "compare":
        return 2 if place == 1 or op.params[0] == "==" else 1
    return 2 if op.name in _MANY else _OFTEN.get(op.name, (1,) * (place + 1))[place]


def written(op: Op, args: list[Expr]) -> Expr:
    """An operation as an expression, given those of its arguments."""
    if op.name == "shortfall":
        failed = args[0] == FAILED if op.args[0].name == "verdict" else ~args[0]
        return nw.when(failed).then(args[1])
    return MEANING[op.name](*args, *op.params)
