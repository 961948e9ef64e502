"""The tree as plain Python functions: compiled once a rule, then run on every entity.

Here are numbers with bounds, conditions, and requirements with what they measure; `plain_numbers` has the numbers
that need no bounds. Nothing of Pydantic or Pint is touched when the functions run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from civic_rules import units
from civic_rules.expressions import bounds, measures, nodes, steps
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.interpreter import chosen, limit_of
from civic_rules.expressions.measures import ONE, Limit, Measured, Outcome, whole_gap
from civic_rules.expressions.plain_numbers import (
    Read,
    Row,
    constant,
    field,
    is_plain,
    of_holder,
    plain,
    written_scale,
)
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.units import at_least, at_most
from civic_rules.verdicts import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


Decide = Callable[[Row, Scope], Truth]
"""A compiled condition."""
Found = tuple[Truth, Measured, Measured, float | None]
"""What an `Outcome` has; the commonest requirements give a plain tuple, which costs a tenth."""
Judge = Callable[[Row, Scope], Found]
"""A compiled requirement: truth, measured value, limit and shortfall."""


# -- numbers with bounds ---------------------------------------------------------------------------------------


def bounded(node: nodes.Node, context: Context) -> Read:
    """A number as bounds."""
    if is_plain(node, context):
        inner = plain(node, context)
        return lambda row, scope: bounds.bounds(inner(row, scope))
    return _bounded(node, context)


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
    return _together(node.of, signature(node).unit, context, bounds.largest)


@_bounded.register
def _(node: nodes.Smallest, context: Context) -> Read:
    return _together(node.of, signature(node).unit, context, bounds.smallest)


@_bounded.register
def _(node: nodes.Either, context: Context) -> Read:
    return _together(node.sources, signature(node).unit, context, bounds.agreed)


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
    return lambda row, scope: bounds.tally(one(row, scope) for one in conditions)


@_bounded.register
def _(node: nodes.Count, context: Context) -> Read:
    meet = _meeting(node.members, None, context)

    def read(_row: Row, scope: Scope) -> Bounds:
        met, complete = meet(scope)
        low, high = bounds.tally(counts for counts, _ in met)
        return Bounds(low, high if complete else UNKNOWN.high)

    return read


@_bounded.register
def _(node: nodes.Total, context: Context) -> Read:
    meet = _meeting(node.members, bounded(node.value, context), context)

    def read(_row: Row, scope: Scope) -> Bounds:
        met, complete = meet(scope)
        return bounds.total(met) if complete else UNKNOWN

    return read


@_bounded.register
def _(node: nodes.Share, context: Context) -> Read:
    meet = _meeting(node.members, condition(node.that, context), context)

    def read(_row: Row, scope: Scope) -> Bounds:
        met, complete = meet(scope)
        return bounds.share(met) if complete else UNKNOWN

    return read


Meet = Callable[[Scope], tuple[list[tuple[Truth, Any]], bool]]
"""The members of a subject with what is asked of them, and whether all of them are known."""


def _meeting(members: nodes.Members, ask: Read | None, context: Context) -> Meet:
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
    if isinstance(node, nodes.Choice):
        return lambda _row, _scope: None
    decide = judge(node, context)
    return lambda row, scope: decide(row, scope)[0]


@condition.register
def _(node: nodes.Always, _context: Context) -> Decide:
    value = node.value
    return lambda _row, _scope: value


@condition.register
def _(node: nodes.Field, _context: Context) -> Decide:
    return field(node.name)


@condition.register
def _(node: nodes.Is, context: Context) -> Decide:
    inner = value_of(node.value, context)
    if len(node.terms) == 1:
        term = node.terms[0]

        def decide_one(row: Row, scope: Scope) -> Truth:
            value = inner(row, scope)
            return None if value is None else value == term

        return decide_one
    terms = frozenset(node.terms)

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


# -- requirements: conditions with what they measure -----------------------------------------------------------


@singledispatch
def judge(node: nodes.Node, context: Context) -> Judge:
    """A condition with the value that it measures, its limit and what is missing."""
    inner = chosen(node, context)
    if inner is not node:
        return judge(inner, context)
    decide = condition(node, context)
    return lambda row, scope: (decide(row, scope), None, None, None)


@judge.register
def _(node: nodes.Compare, context: Context) -> Judge:
    limit = constant(node.right, context)
    how = limit_of(node, node.right, node.op)
    left = chosen(node.left, context)
    same_unit = left is node.left or signature(left).unit == signature(node.left).unit
    if limit is not None and node.op in {">=", "<="} and same_unit and is_plain(left, context):
        if isinstance(left, nodes.Ratio) and isinstance(nodes.unwrapped(node.left), nodes.Ratio):
            return _plain_ratio(left, how, limit, context)
        if not isinstance(left, nodes.Ratio):
            return _plain_limit(plain(left, context), how, limit)
    right = bounded(node.right, context)
    inner = nodes.unwrapped(node.left)
    if isinstance(inner, nodes.Ratio):
        top, below = bounded(inner.numerator, context), bounded(inner.denominator, context)
        return lambda row, scope: how.judge(top(row, scope), below(row, scope), right(row, scope))
    if isinstance(inner, nodes.Share) and node.op in {">=", ">"}:
        return _share_limit(inner, how, right, context)
    value = bounded(node.left, context)
    return lambda row, scope: how.judge(value(row, scope), ONE, right(row, scope))


def _share_limit(node: nodes.Share, how: Limit, limit: Read, context: Context) -> Judge:
    """A share of members against a limit: what is missing is counted in members."""
    meet = _meeting(node.members, condition(node.that, context), context)

    def decide(row: Row, scope: Scope) -> Outcome:
        met, complete = meet(scope)
        wanted: Bounds = limit(row, scope)
        outcome = how.judge(bounds.share(met) if complete else UNKNOWN, ONE, wanted)
        if outcome.truth is not False:
            return outcome
        return outcome._replace(shortfall=bounds.members_short(met, wanted.low * how.down / how.up))

    return decide


def _plain_limit(read: Read, how: Limit, limit: float) -> Judge:
    """A number against a constant: the commonest requirement, without detours."""
    up, down, whole = how.up, how.down, how.whole
    needed = limit * down
    holds = at_least if how.op == ">=" else at_most
    sign = 1 if how.op == ">=" else -1
    unknown = (None, None, limit, None)

    def decide(row: Row, scope: Scope) -> Found:
        value = read(row, scope)
        if value is None:
            return unknown
        scaled_value = value * up
        measured = value if up == down else scaled_value / down
        if holds(scaled_value, needed):
            return True, measured, limit, None
        return False, measured, limit, whole_gap(sign * (needed - scaled_value) / up, whole=whole)

    return decide


def _plain_ratio(node: nodes.Ratio, how: Limit, limit: float, context: Context) -> Judge:
    """A ratio against a constant, compared without dividing."""
    top, below = plain(node.numerator, context), plain(node.denominator, context)
    up, down, whole = how.up, how.down, how.whole
    limit_down = limit * down
    holds = at_least if how.op == ">=" else at_most
    sign = 1 if how.op == ">=" else -1
    unknown = (None, None, limit, None)

    def decide(row: Row, scope: Scope) -> Found:
        value, per = top(row, scope), below(row, scope)
        if value is None or per is None or per <= 0:
            return unknown
        scaled_value, needed = value * up, limit_down * per
        measured = scaled_value / (per * down)
        if holds(scaled_value, needed):
            return True, measured, limit, None
        return False, measured, limit, whole_gap(sign * (needed - scaled_value) / up, whole=whole)

    return decide


@judge.register
def _(node: nodes.Between, context: Context) -> Judge:
    above, below = limit_of(node, node.low, ">="), limit_of(node, node.high, "<=")
    least, most = constant(node.low, context), constant(node.high, context)
    if is_plain(node.value, context) and least is not None and most is not None:
        read = plain(node.value, context)
        return _plain_range(_plain_limit(read, above, least), _plain_limit(read, below, most))
    value, low, high = (bounded(part, context) for part in (node.value, node.low, node.high))

    def decide(row: Row, scope: Scope) -> Outcome:
        return measures.between(value(row, scope), low(row, scope), high(row, scope), above=above, below=below)

    return decide


def _plain_range(at_least_low: Judge, at_most_high: Judge) -> Judge:
    """A number between two constants: the end that it misses is the limit."""

    def decide(row: Row, scope: Scope) -> Found:
        found = at_least_low(row, scope)
        if found[0] is not True:
            return found
        above = at_most_high(row, scope)
        return found if above[0] else above

    return decide


@judge.register
def _(node: nodes.Includes, _context: Context) -> Judge:
    read, items, how = field(node.listing.name), node.items, node.how
    unknown = measures.parts(how, [None] * len(items))

    def decide(row: Row, scope: Scope) -> Outcome:
        known: Mapping[str, bool] | None = read(row, scope)
        return unknown if known is None else measures.parts(how, [known.get(item) for item in items])

    return decide


@judge.register
def _(node: nodes.HasParts, _context: Context) -> Judge:
    name, parts, how = node.arrangement, node.parts, node.how
    unknown = measures.parts(how, [None] * len(parts))

    def decide(row: Row, _scope: Scope) -> Outcome:
        found = row["arrangements"].get(name)
        return unknown if found is None else measures.parts(how, [found.part(part) for part in parts])

    return decide


@judge.register
def _(node: nodes.DoneBy, context: Context) -> Judge:
    reads = [field(step.name) for step in node.steps]
    due = value_of(node.by, context)
    on: date = context.on

    def decide(row: Row, scope: Scope) -> Outcome:
        by = due(row, scope)
        acts = [steps.act(read(row, scope), on) for read in reads]
        truth = steps.all_done_by(acts, by, on)
        late = steps.days_late(acts, by, on) if truth is False else None
        return Outcome(truth, steps.last_day(acts), by, late)

    return decide


@judge.register(nodes.Every)
@judge.register(nodes.Some)
def _(node: nodes.Every | nodes.Some, context: Context) -> Judge:
    meet = _meeting(node.members, condition(node.that, context), context)
    every = isinstance(node, nodes.Every)

    def decide(_row: Row, scope: Scope) -> Outcome:
        met, complete = meet(scope)
        return measures.members(met, every=every, complete=complete)

    return decide
