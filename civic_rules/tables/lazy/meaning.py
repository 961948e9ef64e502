"""What each column operation is as an expression of a query.

A number is a float with null for what is not known, and never NaN; a truth is a boolean with null for what is not
known, which `&`, `|` and `~` of every engine take as Kleene's. Every `when` names the case in which something holds:
a condition that is not known falls through. Nothing is divided by a constant, which Polars would take as a product
with its reciprocal, and nothing by what may be zero.
"""

from __future__ import annotations

from functools import reduce
from math import inf
from operator import add, and_, ge, gt, le, lt, mul, or_
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from civic_rules.tables.ops import NO, UNSURE, YES, Op, is_never_negative, magnitude
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


def not_false(value: Expr) -> Expr:
    """Whether a truth is not known to be false; never null."""
    return nw.coalesce(value, nw.lit(True))  # noqa: FBT003  a truth


def fails(value: Expr) -> Expr:
    """Whether a truth does not hold; null where it is not known. DuckDB chooses rows faster by this than by a not."""
    return value == nw.lit(False)  # noqa: FBT003  a truth


STATES = (NO, UNSURE, YES)

IS_STATE: dict[int, Callable[[Expr], Expr]] = {NO: is_no, UNSURE: lambda value: value.is_null(), YES: is_yes}
"""Whether a truth is in a state; never null."""

CHOOSES: dict[int, Callable[[Expr], Expr]] = IS_STATE | {NO: fails, YES: lambda value: value}
"""The same for a `when`, which does not choose what is null."""


def one_if(value: Expr, *, otherwise: bool = False) -> Expr:
    """1 where something is known to hold, else 0; the other way round if `otherwise`."""
    return nw.when(value).then(nw.lit(float(not otherwise))).otherwise(nw.lit(float(otherwise)))


def is_sure(op: Op) -> bool:
    """Whether a number is never null."""
    if op.is_constant:
        return not op.is_unknown
    if op.name in {"otherwise", "count"}:
        return True
    return op.name in {"largest", "smallest", "where", "total"} and all(
        is_sure(arg) for arg in op.args if not arg.is_truth
    )


# -- numbers ---------------------------------------------------------------------------------------------------


def _known(*args: Expr) -> Expr:
    return reduce(and_, [~arg.is_null() for arg in args])


def _extreme(op: Op, args: list[Expr]) -> Expr:
    found = nw.max_horizontal(*args) if op.name == "largest" else nw.min_horizontal(*args)
    open_ = [arg for arg, of in zip(args, op.args, strict=True) if not is_sure(of)]
    return nw.when(_known(*open_)).then(found) if open_ else found


def _scaled(value: Expr, up: int, down: int) -> Expr:
    return value * nw.lit(up / down)


def _positive(value: Expr) -> Expr:
    return nw.when(value > 0).then(value)


def _finite(value: Expr) -> Expr:
    # NaN counts as greater than any number in these engines.
    return nw.when(value.abs() <= LARGEST_FLOAT).then(value)


def _quotient(above: Expr, below: Expr) -> Expr:
    return above / _positive(below)


def _round_up(op: Op, value: Expr) -> Expr:
    """The next whole number, where noise above a whole number does not count; of a gap only what is above zero."""
    [is_gap] = op.params
    below_zero = [] if is_gap else [value * nw.lit(ABOVE)]
    least = nw.min_horizontal(value * nw.lit(BELOW), *below_zero, value - nw.lit(NO_PART_OF_ONE))
    whole = least.ceil().cast(nw.Float64)
    # What is infinite is no whole number in an engine that rounds to whole ones.
    return whole if _is_small(op) else nw.when(value.abs() < MOST_WHOLE).then(whole).otherwise(value)


def _is_small(op: Op) -> bool:
    """Whether what is rounded cannot come near to where floats have no parts."""
    return magnitude(op.args[0]) < MOST_WHOLE


MOST_WHOLE = 2.0**53
"""From here on every float is a whole number."""


def _where(condition: Expr, yes: Expr, no: Expr) -> Expr:
    return nw.when(condition).then(yes).otherwise(no)


def _same_day(*days: Expr) -> Expr:
    first = nw.min_horizontal(*days)
    return nw.when(first == nw.max_horizontal(*days)).then(first)


def _count(*args: Any) -> Expr:  # noqa: ANN401  truths, and the table of states
    *truths, table = args
    wanted = [state for state in STATES if table >> state & 1]
    if len(wanted) == 1:
        return reduce(add, [one_if(CHOOSES[wanted[0]](one)) for one in truths])
    [other] = set(STATES) - set(wanted)
    return reduce(add, [one_if(CHOOSES[other](one), otherwise=True) for one in truths])


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


_FACTORS = {">=": (BELOW, ABOVE), ">": (ABOVE, BELOW), "<=": (ABOVE, BELOW), "<": (BELOW, ABOVE)}
"""What a limit is multiplied by, where it is not below zero and where it is, to be the edge of what still counts."""


def _edge(limit: Op, right: Expr, sense: str) -> Expr:
    """What a number is held against: the limit, moved by the tolerance."""
    factor, below_zero = _FACTORS[sense]
    if limit.is_constant:
        return nw.lit(limit.value * (factor if limit.value >= 0 else below_zero))
    moved = right * nw.lit(factor)
    if is_never_negative(limit):
        return moved
    return nw.when(right >= 0).then(moved).otherwise(right * nw.lit(below_zero))


def _compare(op: Op, left: Expr, right: Expr) -> Expr:
    """Two numbers with the one tolerance; null where one of them is."""
    [sense] = op.params
    if sense == "==":
        largest = nw.max_horizontal(left.abs(), right.abs())
        return (left == right) | ((left - right).abs() <= largest * nw.lit(TOLERANCE))
    edge = _edge(op.args[1], right, sense)
    holds, turned = _SENSES[sense]
    # Polars 1 takes a number that is held against a column of one value for one row.
    return turned(edge, left) if op.args[0].is_constant else holds(left, edge)


_SENSES: dict[str, tuple[Callable[..., Expr], Callable[..., Expr]]] = {
    ">=": (ge, le),
    ">": (gt, lt),
    "<=": (le, ge),
    "<": (lt, gt),
}
"""Each sense, and the same with the sides exchanged."""


def _agreed(*truths: Expr) -> Expr:
    some, every = reduce(or_, truths), reduce(and_, truths)
    found = nw.when(some & not_false(every)).then(truth(YES))
    return found.when(~every & ~is_yes(some)).then(truth(NO))


def _halfway(sure: Expr, possible: Expr) -> Expr:
    return nw.when(sure).then(truth(YES)).when(~possible).then(truth(NO))


class Verdicts(NamedTuple):
    """A column of verdicts, as the truths of which they are made.

    Attributes:
        holds: Whether what a rule asks for holds.
        when: Whether it applies; None where it always does.
    """

    holds: Expr
    when: Expr | None = None

    def _applied(self, found: Expr) -> Expr:
        return found if self.when is None else self.when & found

    @property
    def failed(self) -> Expr:
        """Whether a rule is not met."""
        return self._applied(fails(self.holds))

    @property
    def passed(self) -> Expr:
        """Whether a rule is met."""
        return self._applied(self.holds)

    def among(self, *each: Expr) -> Expr:
        """One of four values, in the order of the codes: met, not met, otherwise not known."""
        if self.when is None:
            found = nw.when(self.passed).then(each[PASSED])
        else:
            found = nw.when(fails(self.when)).then(each[INAPPLICABLE]).when(self.passed).then(each[PASSED])
        return found.when(self.failed).then(each[FAILED]).otherwise(each[CANNOT_TELL])

    @property
    def code(self) -> Expr:
        """The codes."""
        return self.among(*map(code, range(4)))


MEANING: dict[str, Callable[..., Expr]] = {
    "sum": lambda *args: reduce(add, args),
    "difference": lambda left, right: left - right,
    "product": lambda *args: reduce(mul, args),
    "quotient": _quotient,
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
    "equal": lambda left, right: is_yes(left == right),
    "all_of": lambda *args: reduce(and_, args),
    "any_of": lambda *args: reduce(or_, args),
    "not_": lambda value: ~value,
    "agreed": _agreed,
    "halfway": _halfway,
    "first_known": nw.coalesce,
    "not_false": not_false,
    "open_": lambda value: value.is_null(),
    "if_known": lambda value, holds: nw.when(~value.is_null()).then(holds),
    "guard": lambda given, holds: nw.when(given).then(holds),
    "where_truth": _where,
    "verdict": lambda when, holds: Verdicts(holds, when).code,
}
"""The expression of each operation: it takes those of its arguments, then its parameters."""

_OFTEN: dict[str, tuple[int, ...]] = {
    "quotient": (1, 2),
    "finite": (2,),
    "positive": (2,),
    "verdict": (3, 2),
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


def arguments(op: Op) -> tuple[Op, ...]:
    """The operations of which one is made: a shortfall is made of the truths of its verdict."""
    if op.name == "shortfall" and op.args[0].name == "verdict":
        return (*op.args[0].args, op.args[1])
    return op.args


def uses(op: Op, place: int) -> int:
    """How often an operation names one of its arguments."""
    if op.name == "compare":
        is_plain = place == 0 or is_never_negative(op.args[1])
        return 1 if is_plain and op.params[0] != "==" else 2
    if op.name == "round_up":
        return 2 if _is_small(op) else 4
    return 2 if op.name in _MANY else _OFTEN.get(op.name, (1,) * (place + 1))[place]


def written(op: Op, args: list[Expr]) -> Expr:  # noqa: PLR0911  a return an operation
    """An operation as an expression, given those of its arguments."""
    match op.name:
        case "shortfall":
            *when, holds, gap = args
            return nw.when(Verdicts(holds, *when).failed).then(gap)
        case "compare":
            return _compare(op, *args)
        case "round_up":
            return _round_up(op, *args)
        case "largest" | "smallest":
            return _extreme(op, args)
        case "equal" if op.args[0].is_constant:  # as in `_compare`
            return MEANING["equal"](*reversed(args))
        case "where" if op.args[2].is_unknown:
            return nw.when(args[0]).then(args[1])
        case _:
            return MEANING[op.name](*args, *op.params)
