r"""Column operations: what the expression tree becomes for tables, before any engine runs it.

The tree says what a rule means for one entity. For a table the same meaning is a graph of operations on whole
columns, in which a shared part stands once. Each engine gives every operation its meaning on its own columns
(`kernels` on NumPy arrays), and nothing else of the tree reaches it.

A **number** is a float; NaN (null in an engine that has it) is not known. A number with bounds is two operations, of
its least and its greatest value, in which nothing is NaN and what is not known is infinite. A day is the number of
days since 1 January 1970. A **truth** is 0 for false, 1 for not known, 2 for true, so that and is the least and or
the greatest. Every comparison has the one tolerance of `civic_rules.units`.

```
leaf      literal(v)  always(v)  number(path)  day(path)  truth(path)  category(path, terms)  events(...)
number    sum  difference  product  quotient  largest  smallest  round_up(is_gap)  scaled(up, down)  positive  finite
          otherwise(v)  where  same_day  count(states)  states(table)
bounds    product_low  product_high  quotient_low  quotient_high  agreed_low  agreed_high
members   total(of, direct)  complete(of, direct)  of_holder(kind)
truth     compare(op)  equal  all_of  any_of  not_  agreed  halfway  first_known  not_false  open_  if_known  guard
          where_truth  holder_truth(kind)
verdict   verdict  shortfall
```
"""

from __future__ import annotations

from math import inf, isnan, nan, prod
from typing import Any

UNSURE, NO, YES = 1, 0, 2
"""The codes of a truth."""

TRUTHS = frozenset({
    "always", "truth", "category", "complete", "compare", "equal", "all_of", "any_of", "not_", "agreed", "halfway",
    "first_known", "not_false", "open_", "if_known", "guard", "where_truth", "verdict", "holder_truth",
})  # fmt: skip
"""The operations that give a truth; all others give a number."""


class Op:
    """One operation on columns.

    Two operations of one graph are the same object if they say the same.

    Attributes:
        name: What it does; the module has the list.
        args: The operations whose results it takes.
        params: What else it needs: a path, a factor, a sense of comparison.
        kind: The kind of entity whose table the result is a column of; None for what is the same for all.
    """

    __slots__ = ("args", "kind", "name", "params")

    def __init__(self, name: str, args: tuple[Op, ...], params: tuple[Any, ...], kind: str | None) -> None:
        """Keep what it is made of; `Graph.make` makes each once."""
        self.name = name
        self.args = args
        self.params = params
        self.kind = kind

    @property
    def is_truth(self) -> bool:
        """Whether the result is a truth, not a number."""
        return self.name in TRUTHS

    @property
    def is_constant(self) -> bool:
        """Whether the result is one value for every entity."""
        return self.name in {"literal", "always"}

    @property
    def value(self) -> float:
        """The value of a constant."""
        found: float = self.params[0]
        return found

    @property
    def is_unknown(self) -> bool:
        """Whether it is a constant that is not known."""
        return (self.name == "literal" and isnan(self.value)) or (self.name == "always" and self.value == UNSURE)

    def __repr__(self) -> str:
        """The operation as a call."""
        inner = ", ".join([*(repr(arg) for arg in self.args), *(repr(one) for one in self.params)])
        return f"{self.name}({inner})"


class Graph:
    """The operations of one audit, each once."""

    def __init__(self) -> None:
        """Begin empty."""
        self._made: dict[tuple[Any, ...], Op] = {}

    def make(self, name: str, *args: Op, params: tuple[Any, ...] = (), kind: str | None = None) -> Op:
        """The operation of this name on these arguments; a simpler one where that says the same."""
        simple = simplified(self, name, args, params)
        if simple is not None:
            return simple
        if kind is None:
            kind = next((arg.kind for arg in args if arg.kind is not None), None)
        key = (name, kind, params, *map(id, args))
        if key not in self._made:
            self._made[key] = Op(name, args, params, kind)
        return self._made[key]

    def literal(self, value: float | None) -> Op:
        """A number that is the same for every entity; None for not known."""
        number = nan if value is None else float(value)
        key = ("literal", "nan" if isnan(number) else number)
        if key not in self._made:
            self._made[key] = Op("literal", (), (number,), None)
        return self._made[key]

    def always(self, value: bool | int | None) -> Op:  # noqa: FBT001  a truth
        """A truth that is the same for every entity."""
        code = {None: UNSURE, True: YES, False: NO}[value] if value is None or isinstance(value, bool) else value
        key = ("always", code)
        if key not in self._made:
            self._made[key] = Op("always", (), (code,), None)
        return self._made[key]


_STRICT = frozenset({"sum", "difference", "product", "quotient", "round_up", "scaled", "positive", "finite"})
"""Operations on numbers that are not known where one argument is not."""


def simplified(graph: Graph, name: str, args: tuple[Op, ...], params: tuple[Any, ...]) -> Op | None:
    """What says the same as an operation and is simpler; None where nothing is."""
    if name in _STRICT and any(arg.is_unknown for arg in args):
        return graph.literal(None)
    rule = _RULES.get(name)
    found: Op | None = None if rule is None else rule(graph, args, params)
    if found is None and args and name not in ACROSS and all(arg.is_constant for arg in args):
        return _folded(graph, name, args, params)
    return found


ACROSS = frozenset({"total", "of_holder", "holder_truth"})
"""Operations whose argument is a column of another table: the result depends on the links even where that does not."""


def _folded(graph: Graph, name: str, args: tuple[Op, ...], params: tuple[Any, ...]) -> Op:
    """The constant that an operation on constants gives."""
    from civic_rules.tables.kernels import constant  # noqa: PLC0415  NumPy is slow to import

    value = constant(name, [arg.value for arg in args], [arg.is_truth for arg in args], params)
    return graph.always(int(value)) if name in TRUTHS else graph.literal(value)


def _scaled(graph: Graph, args: tuple[Op, ...], params: tuple[Any, ...]) -> Op | None:
    up, down = params
    [inner] = args
    if up == down:
        return inner
    return graph.literal(inner.value * up / down) if inner.is_constant else None


def _positive(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    [inner] = args
    return None if not inner.is_constant else inner if inner.value > 0 else graph.literal(None)


def _finite(_graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    return args[0] if magnitude(args[0]) < LARGEST else None


LARGEST = 1e300
"""What stays below this is a number in every engine."""

MOST_IN_A_COLUMN = 1e15
"""The greatest number of a column that a border lets in."""


def magnitude(op: Op) -> float:
    """How far from zero a number can be where it is known; infinite where that is not said."""
    if op.is_constant:
        return 0.0 if op.is_unknown else abs(op.value)
    below = [magnitude(arg) for arg in op.args if not arg.is_truth]
    match op.name:
        case "number" | "day" | "count":
            return MOST_IN_A_COLUMN
        case "sum" | "difference":
            found = sum(below)
        case "product":
            found = prod(below)
        case "scaled":
            found = below[0] * op.params[0] / op.params[1]
        case "largest" | "smallest" | "positive" | "where" | "round_up" | "of_holder" | "finite":
            found = max(below) + 1
        case _:
            found = inf
    return found


def is_never_negative(op: Op) -> bool:
    """Whether a number is not below zero where it is known: what a border lets in is not. A bound may be -inf."""
    if op.is_constant:
        return op.is_unknown or op.value >= 0
    if op.name in {"number", "count", "events", "states"}:
        return True
    if op.name == "largest":
        return any(is_never_negative(arg) for arg in op.args)
    if op.name == "otherwise" and -inf < op.params[0] < 0:
        return False
    return op.name in _KEEPS_SIGN and all(is_never_negative(arg) for arg in op.args if not arg.is_truth)


_KEEPS_SIGN = frozenset({
    "sum", "product", "quotient", "scaled", "positive", "finite", "smallest", "where", "otherwise", "total",
    "of_holder", "product_low", "product_high", "quotient_low", "quotient_high", "agreed_low", "agreed_high",
})  # fmt: skip
"""Operations that give nothing below zero for what is not below zero."""


def _bound_of_product(at: int) -> Any:  # noqa: ANN401  a rule
    def rule(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
        """A bound of what is multiplied by a number that is sure and above zero is a product."""
        for sure, bounds in ((args[:2], args[2:]), (args[2:], args[:2])):
            if sure[0] is sure[1] and sure[0].is_constant and 0 < sure[0].value < inf:
                return graph.make("product", bounds[at], sure[0])
        return None

    return rule


def _otherwise(graph: Graph, args: tuple[Op, ...], params: tuple[Any, ...]) -> Op | None:
    [inner] = args
    if inner.is_unknown:
        return graph.literal(params[0])
    return inner if inner.is_constant or inner.name in {"count", "states", "otherwise"} else None


def _extreme(absorbed: float) -> Any:  # noqa: ANN401  a rule
    def rule(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
        name = "largest" if absorbed == -inf else "smallest"
        kept = tuple(dict.fromkeys(arg for arg in args if not (arg.is_constant and arg.value == absorbed)))
        if not kept:
            return graph.literal(absorbed)
        if any(arg.is_constant and arg.value == -absorbed for arg in kept):
            return graph.literal(-absorbed)
        if len(kept) == 1:
            return kept[0]
        return graph.make(name, *kept) if len(kept) < len(args) else None

    return rule


def _joined(stop: int) -> Any:  # noqa: ANN401  a rule
    def rule(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
        name = "all_of" if stop == NO else "any_of"
        if any(arg.name == "always" and arg.value == stop for arg in args):
            return graph.always(stop)
        kept = tuple(dict.fromkeys(arg for arg in args if not (arg.name == "always" and arg.value == YES - stop)))
        if not kept:
            return graph.always(YES - stop)
        if len(kept) == 1:
            return kept[0]
        return graph.make(name, *kept) if len(kept) < len(args) else None

    return rule


def _negated(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    [inner] = args
    if inner.is_constant:
        return graph.always(int(YES - inner.value))
    return inner.args[0] if inner.name == "not_" else None


def _compare(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    return graph.always(UNSURE) if any(arg.is_unknown for arg in args) else None


def _guard(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    condition, inner = args
    if condition.is_constant:
        return inner if condition.value == YES else graph.always(UNSURE)
    return inner if inner.is_unknown else None


def _where(_graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    condition, yes, no = args
    if condition.is_constant:
        return yes if condition.value == YES else no
    return yes if yes is no else None


def _equal(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    a, b = args
    if a is b and not a.is_unknown and a.is_constant:
        return graph.always(YES)
    return graph.always(YES if a.value == b.value else NO) if a.is_constant and b.is_constant else None


def _halfway(_graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    return args[0] if args[0] is args[1] else None


def _agreed(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    kept = tuple(dict.fromkeys(arg for arg in args if not arg.is_unknown))
    if len(kept) <= 1:
        return kept[0] if kept else graph.always(UNSURE)
    return graph.make("agreed", *kept) if len(kept) < len(args) else None


def _first_known(_graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    first, second = args
    if first.is_constant:
        return second if first.value == UNSURE else first
    return first if second.is_unknown else None


def _of_state(codes: dict[int, int]) -> Any:  # noqa: ANN401  a rule
    def rule(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
        return graph.always(codes[int(args[0].value)]) if args[0].is_constant else None

    return rule


def _if_known(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    number, inner = args
    if number.is_constant:
        return graph.always(UNSURE) if number.is_unknown else inner
    return inner if inner.is_unknown else None


def _verdict(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    when, truth = args
    if when.is_constant:
        return truth if when.value == YES else graph.always({NO: 3, UNSURE: UNSURE}[int(when.value)])
    return None


def _shortfall(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    verdict, gap = args
    nothing = (verdict.is_constant and verdict.value != NO) or gap.is_unknown
    return graph.literal(None) if nothing else None


def _states(graph: Graph, args: tuple[Op, ...], params: tuple[Any, ...]) -> Op | None:
    if not args[0].is_constant:
        return None
    holding = params[0] >> 3 * int(args[0].value) & 7
    return graph.literal(holding // 7) if holding in {0, 7} else None


def _holder(graph: Graph, args: tuple[Op, ...], _params: tuple[Any, ...]) -> Op | None:
    [inner] = args
    return (graph.always(UNSURE) if inner.is_truth else graph.literal(None)) if inner.is_unknown else None


_RULES: dict[str, Any] = {
    "scaled": _scaled,
    "positive": _positive,
    "finite": _finite,
    "otherwise": _otherwise,
    "largest": _extreme(-inf),
    "smallest": _extreme(inf),
    "all_of": _joined(NO),
    "any_of": _joined(YES),
    "not_": _negated,
    "compare": _compare,
    "guard": _guard,
    "where": _where,
    "where_truth": _where,
    "equal": _equal,
    "halfway": _halfway,
    "agreed": _agreed,
    "first_known": _first_known,
    "not_false": _of_state({NO: NO, UNSURE: YES, YES: YES}),
    "open_": _of_state({NO: NO, UNSURE: YES, YES: NO}),
    "if_known": _if_known,
    "verdict": _verdict,
    "shortfall": _shortfall,
    "states": _states,
    "product_low": _bound_of_product(0),
    "product_high": _bound_of_product(1),
    "of_holder": _holder,
    "holder_truth": _holder,
}
