"""From the expression tree to column operations: numbers, and the members that they are made of.

What `expressions.interpreter` says of one entity is said here once for whole tables. A number that is either known or
not known at all is one operation; one with bounds is two. Conditions are in `conditions`, requirements in `judging`.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import singledispatch
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

from civic_rules import units
from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import chosen
from civic_rules.expressions.plain_numbers import constant, written_scale
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.windows import last_window
from civic_rules.tables.ops import NO, UNSURE, YES, Graph, Op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from civic_rules.expressions.scope import Context

EPOCH = 719_163
"""The ordinal of 1 January 1970, from which days are counted."""


def day_number(day: date) -> int:
    """A day as the number of days since 1 January 1970."""
    return day.toordinal() - EPOCH


class Given(Protocol):
    """What an engine knows of the frames that it was given, before it looks at a row."""

    def has_column(self, kind: str, name: str) -> bool:
        """Whether some column says something of a field, a term or a part: `facility_area`, `services.health`."""

    def completeness(self, kind: str, of: str, *, direct: bool) -> bool | None:
        """Whether all members of a kind are known: of every entity, of none, or (None) of some."""

    def is_linked(self, kind: str, holder: str) -> bool:
        """Whether entities of a kind say in which entity of another kind they lie."""


class Amount(NamedTuple):
    """A number as operations.

    Attributes:
        low: Its least value; where `plain`, the value itself or NaN.
        high: Its greatest value.
        plain: Whether it is either known or not known at all: `low` and `high` are one operation then.
    """

    low: Op
    high: Op
    plain: bool


class Lowering:
    """One audit on its way to column operations.

    Attributes:
        context: The day of the audit and the readings.
        given: What is known of the frames.
        graph: The operations so far.
        missing: The columns that rules read and no frame has, by kind, in the order in which they were met.
        absent: The links that rules follow and the frames do not have: pairs of a kind and what it should hold.
        below: The kinds of entity that are spoken of, the innermost last.
    """

    def __init__(self, context: Context, given: Given) -> None:
        """Begin with an empty graph."""
        self.context = context
        self.given = given
        self.graph = Graph()
        self.missing: dict[tuple[str, str], None] = {}
        self.absent: dict[tuple[str, str], None] = {}
        self.below: list[str] = []
        self._amounts: dict[tuple[int, str], tuple[nodes.Node, Amount]] = {}

    # -- columns -----------------------------------------------------------------------------------------------

    def column(self, sort: str, kind: str, name: str, *params: object) -> Op:
        """A column of a table; a constant that is not known where no frame has it."""
        if not self.given.has_column(kind, name):
            self.missing[kind, name] = None
            return self.graph.always(None) if sort in {"truth", "category"} else self.unknown
        return self.graph.make(sort, params=(name, *params), kind=kind)

    @property
    def unknown(self) -> Op:
        """A number that is not known."""
        return self.graph.literal(None)

    # -- numbers -----------------------------------------------------------------------------------------------

    def plain(self, op: Op) -> Amount:
        """A number that is known or not."""
        return Amount(op, op, plain=True)

    def nothing(self) -> Amount:
        """A number of which nothing is known."""
        return self.plain(self.unknown)

    def bounds(self, amount: Amount) -> tuple[Op, Op]:
        """The least and the greatest value of a number; infinite where it is not known."""
        if not amount.plain:
            return amount.low, amount.high
        make = self.graph.make
        return make("otherwise", amount.low, params=(-inf,)), make("otherwise", amount.low, params=(inf,))

    def amount(self, node: nodes.Node) -> Amount:
        """A number in its own unit."""
        key = id(node), self.below[-1]
        found = self._amounts.get(key)
        if found is None:
            found = self._amounts[key] = (node, number(node, self))
        return found[1]

    @contextmanager
    def inside(self, kind: str) -> Iterator[None]:
        """Speak of entities of a kind: what is said inside is evaluated on their table."""
        self.below.append(kind)
        yield
        self.below.pop()

    def in_unit(self, node: nodes.Node, unit: str) -> Amount:
        """A number in a unit that several are brought to."""
        by = units.factor(signature(node).unit, unit)
        return self.scaled(self.amount(node), by.numerator, by.denominator)

    def scaled(self, amount: Amount, up: int, down: int) -> Amount:
        """A number in another unit."""
        return self.each(amount, lambda op: self.graph.make("scaled", op, params=(up, down)))

    def each(self, amount: Amount, change: Callable[[Op], Op]) -> Amount:
        """A number, both bounds of which are changed alike."""
        low = change(amount.low)
        return Amount(low, low if amount.plain else change(amount.high), plain=amount.plain)

    def joined(self, name: str, amounts: list[Amount]) -> Amount:
        """An operation that is monotone in each of its numbers."""
        make = self.graph.make
        if all(one.plain for one in amounts) and name == "sum":
            return self.plain(make(name, *(one.low for one in amounts)))
        lows, highs = zip(*(self.bounds(one) for one in amounts), strict=True)
        return self.known_or_bounds(make(name, *lows), make(name, *highs))

    def known_or_bounds(self, low: Op, high: Op) -> Amount:
        """Two bounds; a plain constant where they are one."""
        if low is high:
            return self.plain(low)
        if low.is_constant and high.is_constant:
            if low.value == high.value:
                return self.plain(low)
            if (low.value, high.value) == (-inf, inf):
                return self.nothing()
        return Amount(low, high, plain=False)

    def product(self, amounts: list[Amount]) -> Amount:
        """Numbers multiplied; not known where one is not known at all."""
        make = self.graph.make
        if all(one.plain for one in amounts):
            return self.plain(make("product", *(one.low for one in amounts)))
        low, high = self.bounds(amounts[0])
        for one in amounts[1:]:
            if one.plain and one.low.is_constant and one.low.value > 0:
                low, high = (make("product", side, one.low) for side in (low, high))
                continue
            sides = (low, high, *self.bounds(one))
            low, high = make("product_low", *sides), make("product_high", *sides)
        return self.known_or_bounds(low, high)

    # -- members -----------------------------------------------------------------------------------------------

    def total(self, members: nodes.Members, value: Op) -> Op:
        """A number added up over the members of each entity; 0 where no frame has any."""
        if not self.given.is_linked(members.of, members.subject):
            return self.graph.literal(0)
        return self.graph.make("total", value, params=(members.of, members.direct), kind=members.subject)

    def complete(self, members: nodes.Members) -> Op:
        """Whether all members are known."""
        known = self.given.completeness(members.subject, members.of, direct=members.direct)
        if known is False:
            self.absent[members.subject, members.of] = None
        if known is not None:
            return self.graph.always(known)
        return self.graph.make("complete", params=(members.of, members.direct), kind=members.subject)

    def counted(self, members: nodes.Members) -> Op:
        """Whether a member counts."""
        if members.where is None:
            return self.graph.always(True)  # noqa: FBT003  a truth
        return self.truth(members.where)

    def tally(self, members: nodes.Members, counts: Op, that: Op, *states: tuple[int, int]) -> Op:
        """How many members are in one of some states: whether they count, and whether they hold."""
        table = sum(1 << (3 * count + hold) for count, hold in states)
        return self.total(members, self.graph.make("states", counts, that, params=(table,), kind=members.of))

    def truth(self, node: nodes.Node) -> Op:
        """A condition as an operation."""
        from civic_rules.tables.conditions import condition  # noqa: PLC0415  conditions are made of numbers

        return condition(node, self)


@singledispatch
def number(node: nodes.Node, low: Lowering) -> Amount:
    """A number as operations.

    Args:
        node: The expression; it must have been checked.
        low: The audit on its way.
    """
    inner = chosen(node, low.context)
    return low.nothing() if inner is node else low.in_unit(inner, signature(node).unit)


@number.register(nodes.Number)
@number.register(nodes.ParameterValue)
def _(node: nodes.Number | nodes.ParameterValue, low: Lowering) -> Amount:
    return low.plain(low.graph.literal(constant(node, low.context)))


@number.register
def _(node: nodes.Field, low: Lowering) -> Amount:
    return low.plain(low.column("number", node.subject, node.name))


@number.register
def _(node: nodes.Sum, low: Lowering) -> Amount:
    return low.joined("sum", [low.in_unit(term, signature(node).unit) for term in node.terms])


@number.register
def _(node: nodes.Difference, low: Lowering) -> Amount:
    left, right = (low.in_unit(part, signature(node).unit) for part in (node.left, node.right))
    make = low.graph.make
    if left.plain and right.plain:
        return low.plain(make("difference", left.low, right.low))
    (a, b), (c, d) = low.bounds(left), low.bounds(right)
    return low.known_or_bounds(make("difference", a, d), make("difference", b, c))


@number.register
def _(node: nodes.Product, low: Lowering) -> Amount:
    by = written_scale(node)
    return low.scaled(low.product([low.amount(factor) for factor in node.factors]), by.numerator, by.denominator)


@number.register
def _(node: nodes.Ratio, low: Lowering) -> Amount:
    top, below = low.amount(node.numerator), low.amount(node.denominator)
    make = low.graph.make
    if top.plain and below.plain:
        return low.plain(make("quotient", top.low, make("positive", below.low)))
    sides = (*low.bounds(top), *low.bounds(below))
    return low.known_or_bounds(make("quotient_low", *sides), make("quotient_high", *sides))


@number.register
def _(node: nodes.Largest, low: Lowering) -> Amount:
    return low.joined("largest", [low.in_unit(part, signature(node).unit) for part in node.of])


@number.register
def _(node: nodes.Smallest, low: Lowering) -> Amount:
    return low.joined("smallest", [low.in_unit(part, signature(node).unit) for part in node.of])


@number.register
def _(node: nodes.RoundUp, low: Lowering) -> Amount:
    return low.each(low.amount(node.value), lambda op: low.graph.make("round_up", op, params=(False,)))


@number.register
def _(node: nodes.Either, low: Lowering) -> Amount:
    sources = [low.in_unit(source, signature(node).unit) for source in node.sources]
    known = [one for one in sources if not (one.plain and one.low.is_unknown)]
    if len(known) <= 1:
        return known[0] if known else low.nothing()
    make = low.graph.make
    lows, highs = zip(*(low.bounds(one) for one in known), strict=True)
    least, most = make("largest", *lows), make("smallest", *highs)
    return low.known_or_bounds(make("agreed_low", least, most), make("agreed_high", least, most))


@number.register
def _(node: nodes.Within, low: Lowering) -> Amount:
    kind, holder = low.below[-1], node.subject
    if not low.given.is_linked(kind, holder):
        low.absent[holder, kind] = None
        return low.nothing()
    with low.inside(holder):
        amount = low.amount(node.value)

    def reach(op: Op) -> Op:
        return low.graph.make("of_holder", op, params=(holder,), kind=kind)

    if amount.plain:
        return low.plain(reach(amount.low))
    make = low.graph.make
    sides = (make("otherwise", reach(amount.low), params=(-inf,)), make("otherwise", reach(amount.high), params=(inf,)))
    return low.known_or_bounds(*sides)


@number.register
def _(node: nodes.Tally, low: Lowering) -> Amount:
    truths = [low.truth(part) for part in node.conditions]
    make = low.graph.make
    sure = make("count", *truths, params=(1 << YES,))
    return low.known_or_bounds(sure, make("count", *truths, params=(1 << YES | 1 << UNSURE,)))


@number.register
def _(node: nodes.EventCount, low: Lowering) -> Amount:
    if low.given.completeness(node.subject, "event", direct=True) is False:
        low.absent[node.subject, "event"] = None
        return low.nothing()
    first, last = (day_number(day) for day in last_window(node.window, low.context.on))
    how = (node.event, first, last, node.on_day, node.or_next_working_day)
    return low.plain(low.graph.make("events", params=how, kind=node.subject))


@number.register
def _(node: nodes.Count, low: Lowering) -> Amount:
    members = node.members
    with low.inside(members.of):
        counts = low.counted(members)
    make, complete = low.graph.make, low.complete(members)
    least = low.tally(members, counts, counts, (YES, YES))
    most = low.tally(members, counts, counts, (YES, YES), (UNSURE, UNSURE))
    if complete.is_constant and complete.value == YES and most is least:
        return low.plain(least)
    return low.known_or_bounds(least, make("where", complete, most, low.graph.literal(inf)))


@number.register
def _(node: nodes.Total, low: Lowering) -> Amount:
    members, make = node.members, low.graph.make
    with low.inside(members.of):
        counts, value = low.counted(members), low.amount(node.value)
    complete = low.complete(members)
    if complete.is_constant and complete.value == NO:
        return low.nothing()
    if counts.is_constant and counts.value == YES and value.plain:
        return low.plain(make("where", complete, low.total(members, value.low), low.unknown))
    zero, open_ = low.graph.literal(0), make("open_", counts)
    least, most = low.bounds(value)
    least = make("where", counts, least, make("where", open_, make("smallest", least, zero), zero))
    most = make("where", counts, most, make("where", open_, make("largest", most, zero), zero))
    sides = (low.total(members, least), low.total(members, most))
    ends = (make("where", complete, side, low.graph.literal(end)) for side, end in zip(sides, (-inf, inf), strict=True))
    return low.known_or_bounds(*ends)


@number.register
def _(node: nodes.Share, low: Lowering) -> Amount:
    members, make = node.members, low.graph.make
    held, counted, best, best_counted = share_ends(node, low)
    anybody = make("compare", counted_at_all(node, low), low.graph.literal(0), params=(">",))
    known = make("all_of", low.complete(members), anybody)
    least, most = make("quotient", held, counted), make("quotient", best, best_counted)
    sides = (make("where", known, least, low.graph.literal(-inf)), make("where", known, most, low.graph.literal(inf)))
    return low.known_or_bounds(*sides)


def counted_at_all(node: nodes.Share, low: Lowering) -> Op:
    """How many members count for certain."""
    with low.inside(node.members.of):
        counts = low.counted(node.members)
    return low.tally(node.members, counts, counts, (YES, YES))


def share_ends(node: nodes.Share, low: Lowering) -> tuple[Op, Op, Op, Op]:
    """How many members hold, and how many count, in the worst and in the best completion of what is not known."""
    members = node.members
    with low.inside(members.of):
        counts, that = low.counted(members), low.truth(node.that)
    every = [(YES, hold) for hold in (NO, UNSURE, YES)]
    may_hold, may_miss = [(UNSURE, UNSURE), (UNSURE, YES)], [(UNSURE, NO), (UNSURE, UNSURE)]

    def tally(*states: tuple[int, int]) -> Op:
        return low.tally(members, counts, that, *states)

    return (
        tally((YES, YES)),
        tally(*every, *may_miss),
        tally((YES, YES), (YES, UNSURE), *may_hold),
        tally(*every, *may_hold),
    )
