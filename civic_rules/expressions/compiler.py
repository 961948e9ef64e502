"""The tree as plain Python functions: compiled once a rule, then run on every entity.

Here are conditions, and the numbers with bounds that they compare; `plain_numbers` has the numbers that need no
bounds, and `judges` the requirements with what they measure. Nothing of Pydantic or Pint is touched when the
functions run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from civic_rules import units
from civic_rules.expressions import bounds, measures, nodes, steps
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.interpreter import chosen, limit_of
from civic_rules.expressions.measures import HOLDS, ONE, Limit
from civic_rules.expressions.plain_numbers import (
    Read,
    Row,
    constant,
    field,
    in_unit,
    is_plain,
    of_holder,
    plain,
    written_scale,
)
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.windows import window_of
from civic_rules.verdicts import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


Decide = Callable[[Row, Scope], Truth]
"""A compiled condition."""


# -- numbers with bounds ---------------------------------------------------------------------------------------


def bounded(node: nodes.Node, context: Context) -> Read:
    """A number as bounds."""
    if not is_plain(node, context):
        return _bounded(node, context)
    number = constant(node, context)
    if number is not None:
        known = bounds.bounds(number)
        return lambda _row, _scope: known
    inner = plain(node, context)
    return lambda row, scope: bounds.bounds(inner(row, scope))


@singledispatch
def _bounded(node: nodes.Node, context: Context) -> Read:
    inner = chosen(node, context)
    if inner is node:
        return lambda _row, _scope: UNKNOWN
    return _bounds_in(inner, signature(node).unit, context)


def _bounds_in(node: nodes.Node, unit: str, context: Context) -> Read:
    read = bounded(node, context)
    by = units.factor(signature(node).unit, unit)
    return read if by == 1 else lambda row, scope: bounds.scale(read(row, scope), by)


def _together(parts: Iterable[nodes.Node], unit: str, context: Context, join: Callable[[list[Bounds]], Bounds]) -> Read:
    reads = [_bounds_in(part, unit, context) for part in parts]
    return lambda row, scope: join([read(row, scope) for read in reads])


@_bounded.register
def _(node: nodes.Sum, context: Context) -> Read:
    return _together(node.terms, signature(node).unit, context, bounds.add)


@_bounded.register
def _(node: nodes.Difference, context: Context) -> Read:
    parts = (node.left, node.right)
    return _together(parts, signature(node).unit, context, lambda both: bounds.subtract(*both))


@_bounded.register
def _(node: nodes.Largest, context: Context) -> Read:
    return _extreme(node.of, signature(node).unit, context, (max, bounds.largest))


@_bounded.register
def _(node: nodes.Smallest, context: Context) -> Read:
    return _extreme(node.of, signature(node).unit, context, (min, bounds.smallest))


def _extreme(
    parts: Iterable[nodes.Node],
    unit: str,
    context: Context,
    pick: tuple[Callable[[list[float]], float], Callable[[list[Bounds]], Bounds]],
) -> Read:
    """The largest or smallest of numbers, which mostly are all known."""
    of_known, of_bounds = pick
    if not all(is_plain(part, context) for part in parts):
        return _together(parts, unit, context, of_bounds)
    reads = [in_unit(part, unit, context) for part in parts]

    def read(row: Row, scope: Scope) -> Bounds:
        values = [one(row, scope) for one in reads]
        if None in values:
            return of_bounds([bounds.bounds(value) for value in values])
        return bounds.bounds(of_known(values))

    return read


@_bounded.register
def _(node: nodes.Either, context: Context) -> Read:
    unit, first = signature(node).unit, node.sources[0]
    together = _together(node.sources, unit, context, bounds.agreed)
    if len(node.sources) != 2 or not isinstance(first, nodes.Field) or signature(first).unit != unit:  # noqa: PLR2004
        return together
    reported, counted = field(first.name), _bounds_in(node.sources[1], unit, context)
    # Mostly there is one source alone: a reported figure, or what can be counted.
    return lambda row, scope: counted(row, scope) if reported(row, scope) is None else together(row, scope)


@_bounded.register
def _(node: nodes.Product, context: Context) -> Read:
    factors = [bounded(factor, context) for factor in node.factors]
    by = written_scale(node)
    return lambda row, scope: bounds.scale(bounds.multiply([factor(row, scope) for factor in factors]), by)


@_bounded.register
def _(node: nodes.Ratio, context: Context) -> Read:
    top, below = bounded(node.numerator, context), bounded(node.denominator, context)
    return lambda row, scope: bounds.divide(top(row, scope), below(row, scope))


@_bounded.register
def _(node: nodes.RoundUp, context: Context) -> Read:
    inner = bounded(node.value, context)
    return lambda row, scope: bounds.round_up(inner(row, scope))


@_bounded.register
def _(node: nodes.Within, context: Context) -> Read:
    return of_holder(node.subject, bounded(node.value, context), UNKNOWN)


@_bounded.register
def _(node: nodes.Tally, context: Context) -> Read:
    conditions = [condition(part, context) for part in node.conditions]
    return lambda row, scope: bounds.tally([one(row, scope) for one in conditions])


@_bounded.register
def _(node: nodes.Count, context: Context) -> Read:
    kind, direct = node.members.of, node.members.direct
    where = None if node.members.where is None else condition(node.members.where, context)

    def read(_row: Row, scope: Scope) -> Bounds:
        found, gaps = scope.members(kind, direct=direct)
        least = bounds.bounds(len(found)) if where is None else bounds.tally([where(one.row, one) for one in found])
        return Bounds(least.low, UNKNOWN.high) if gaps else least

    return read


@_bounded.register
def _(node: nodes.Total, context: Context) -> Read:
    meet = meeting(node.members, bounded(node.value, context), context)

    def read(_row: Row, scope: Scope) -> Bounds:
        met, complete = meet(scope)
        return bounds.total(met) if complete else UNKNOWN

    return read


@_bounded.register
def _(node: nodes.Share, context: Context) -> Read:
    meet = meeting(node.members, condition(node.that, context), context)

    def read(_row: Row, scope: Scope) -> Bounds:
        met, complete = meet(scope)
        return bounds.share(met) if complete else UNKNOWN

    return read


Meet = Callable[[Scope], tuple[list[tuple[Truth, Any]], bool]]
"""The members of a subject with what is asked of them, and whether all of them are known."""


def meeting(members: nodes.Members, ask: Read | None, context: Context) -> Meet:
    """The members of a subject with what is asked of each; members that do not count are left out."""
    where = None if members.where is None else condition(members.where, context)
    kind, direct = members.of, members.direct

    def meet(scope: Scope) -> tuple[list[tuple[Truth, Any]], bool]:
        found, gaps = scope.members(kind, direct=direct)
        met: list[tuple[Truth, Any]] = []
        for one in found:
            counts = True if where is None else where(one.row, one)
            if counts is not False:
                met.append((counts, None if ask is None else ask(one.row, one)))
        return met, not gaps

    return meet


# -- conditions ------------------------------------------------------------------------------------------------


@singledispatch
def condition(node: nodes.Node, context: Context) -> Decide:
    """A condition as True, False or None for not known."""
    inner = chosen(node, context)
    if inner is not node:
        return condition(inner, context)
    return lambda _row, _scope: None


@condition.register
def _(node: nodes.Always, _context: Context) -> Decide:
    value = node.value
    return lambda _row, _scope: value


@condition.register
def _(node: nodes.Field, _context: Context) -> Decide:
    return field(node.name)


@condition.register
def _(node: nodes.Is, context: Context) -> Decide:
    asked, terms = chosen(node.value, context), frozenset(node.terms)
    if isinstance(asked, nodes.Field) and "." not in asked.name:
        name = asked.name

        def decide_field(row: Row, _scope: Scope) -> Truth:
            value = row[name]
            return None if value is None else value in terms

        return decide_field
    inner = value_of(node.value, context)

    def decide(row: Row, scope: Scope) -> Truth:
        value = inner(row, scope)
        return None if value is None else value in terms

    return decide


def value_of(node: nodes.Node, context: Context) -> Read:
    """A category, a date or a truth; None where it is not known."""
    node = chosen(node, context)
    if isinstance(node, nodes.Field):
        return field(node.name)
    if isinstance(node, nodes.Day):
        day = node.value
        return lambda _row, _scope: day
    if isinstance(node, nodes.Within):
        return of_holder(node.subject, value_of(node.value, context))
    if signature(node).kind == "truth":
        return condition(node, context)
    if isinstance(node, nodes.Either):
        return _agreed([value_of(source, context) for source in node.sources])
    return lambda _row, _scope: None


@condition.register
def _(node: nodes.AllOf, context: Context) -> Decide:
    conditions = [condition(part, context) for part in node.conditions]

    def decide(row: Row, scope: Scope) -> Truth:
        known: Truth = True
        for one in conditions:
            truth = one(row, scope)
            if truth is False:
                return False
            if truth is None:
                known = None
        return known

    return decide


@condition.register
def _(node: nodes.AnyOf, context: Context) -> Decide:
    conditions = [condition(part, context) for part in node.conditions]

    def decide(row: Row, scope: Scope) -> Truth:
        known: Truth = False
        for one in conditions:
            truth = one(row, scope)
            if truth is True:
                return True
            if truth is None:
                known = None
        return known

    return decide


@condition.register
def _(node: nodes.Not, context: Context) -> Decide:
    inner = condition(node.condition, context)
    return lambda row, scope: negation(inner(row, scope))


@condition.register
def _(node: nodes.InPlace, _context: Context) -> Decide:
    name = node.arrangement

    def decide(row: Row, _scope: Scope) -> Truth:
        found = row["arrangements"].get(name)
        return None if found is None else found.in_place

    return decide


@condition.register
def _(node: nodes.InOrder, context: Context) -> Decide:
    reads = [field(step.name) for step in node.steps]
    on = context.on
    return lambda row, scope: steps.in_order([steps.act(read(row, scope), on) for read in reads])


@condition.register
def _(node: nodes.Reached, context: Context) -> Decide:
    read, on = field(node.step.name), context.on
    return lambda row, scope: steps.act(read(row, scope), on)[0]


@condition.register
def _(node: nodes.InWindow, context: Context) -> Decide:
    read, on = field(node.step.name), context.on
    first, last = window_of(node.which, node.window, on)
    return lambda row, scope: steps.is_within(steps.act(read(row, scope), on), first, last)


@condition.register
def _(node: nodes.Within, context: Context) -> Decide:
    return of_holder(node.subject, condition(node.value, context))


@condition.register
def _(node: nodes.Either, context: Context) -> Decide:
    return _agreed([condition(source, context) for source in node.sources])


def _agreed(sources: Sequence[Read]) -> Read:
    def decide(row: Row, scope: Scope) -> object:
        known = {value for source in sources if (value := source(row, scope)) is not None}
        return known.pop() if len(known) == 1 else None

    return decide


@condition.register
def _(node: nodes.Compare, context: Context) -> Decide:
    how, left = limit_of(node, node.right, node.op), nodes.unwrapped(node.left)
    right = constant(node.right, context)
    if right is not None and is_plain(left, context) and not isinstance(left, (nodes.Ratio, nodes.Choice)):
        return _plain_compare(plain(left, context), how, right)
    limit = bounded(node.right, context)
    if isinstance(left, nodes.Ratio):
        top, below = bounded(left.numerator, context), bounded(left.denominator, context)
        return lambda row, scope: how.judge(top(row, scope), below(row, scope), limit(row, scope)).truth
    value = bounded(node.left, context)
    return lambda row, scope: how.judge(value(row, scope), ONE, limit(row, scope)).truth


def _plain_compare(read: Read, how: Limit, limit: float) -> Decide:
    up, needed, holds = how.up, limit * how.down, HOLDS[how.op]

    def decide(row: Row, scope: Scope) -> Truth:
        value = read(row, scope)
        return None if value is None else holds(value * up, needed)

    return decide


@condition.register
def _(node: nodes.Between, context: Context) -> Decide:
    value, low, high = (bounded(part, context) for part in (node.value, node.low, node.high))
    above, below = limit_of(node, node.low, ">="), limit_of(node, node.high, "<=")
    return lambda row, scope: (
        measures.between(value(row, scope), low(row, scope), high(row, scope), above=above, below=below).truth
    )


@condition.register
def _(node: nodes.Includes, _context: Context) -> Decide:
    read, items, how = field(node.listing.name), node.items, node.how
    if len(items) == 1 and how != "none":
        item = items[0]

        def decide_one(row: Row, scope: Scope) -> Truth:
            known: Mapping[str, bool] | None = read(row, scope)
            return None if known is None else known.get(item)

        return decide_one

    def decide(row: Row, scope: Scope) -> Truth:
        known: Mapping[str, bool] | None = read(row, scope)
        return None if known is None else measures.truth_of_parts(how, [known.get(item) for item in items])

    return decide


@condition.register
def _(node: nodes.HasParts, _context: Context) -> Decide:
    name, parts, how = node.arrangement, node.parts, node.how

    def decide(row: Row, _scope: Scope) -> Truth:
        found = row["arrangements"].get(name)
        return None if found is None else measures.truth_of_parts(how, found.states(parts))

    return decide


@condition.register
def _(node: nodes.DoneBy, context: Context) -> Decide:
    reads = [field(step.name) for step in node.steps]
    due, on = value_of(node.by, context), context.on
    return lambda row, scope: steps.all_done_by(
        [steps.act(read(row, scope), on) for read in reads], due(row, scope), on
    )


@condition.register(nodes.Every)
@condition.register(nodes.Some)
def _(node: nodes.Every | nodes.Some, context: Context) -> Decide:
    kind, direct = node.members.of, node.members.direct
    where = None if node.members.where is None else condition(node.members.where, context)
    that, every = condition(node.that, context), isinstance(node, nodes.Every)

    def decide(_row: Row, scope: Scope) -> Truth:
        found, gaps = scope.members(kind, direct=direct)
        known: Truth = None if gaps else every
        for one in found:
            truth = that(one.row, one)
            # A member that would not change the answer settles nothing, whether or not it counts.
            if truth is every:
                continue
            counts = True if where is None else where(one.row, one)
            if counts and truth is not None:
                return truth
            if counts is not False:
                known = None
        return known

    return decide
