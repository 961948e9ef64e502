"""Requirements as plain Python functions: a condition with the value that it measures, its limit and what is missing.

The commonest shapes (a number or a ratio against a constant) have functions of their own, without detours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from math import isnan
from typing import TYPE_CHECKING

from civic_rules.expressions import bounds, measures, nodes, steps
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.compiler import bounded, condition, meeting, value_of
from civic_rules.expressions.interpreter import chosen, limit_of
from civic_rules.expressions.measures import ONE, Limit, Measured, Outcome, finite, whole_gap
from civic_rules.expressions.plain_numbers import Read, Row, constant, field, is_plain, plain
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.units import at_least, at_most
from civic_rules.verdicts import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Found = tuple[Truth, Measured, Measured, float | None]
"""What an `Outcome` has; the commonest requirements give a plain tuple, which costs a tenth."""
Judge = Callable[[Row, Scope], Found]
"""A compiled requirement: truth, measured value, limit and shortfall."""


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
    if not isinstance(left, nodes.Ratio) and same_unit and is_plain(left, context) and is_plain(node.right, context):
        return _plain_versus(plain(left, context), how, plain(node.right, context))
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
    meet = meeting(node.members, condition(node.that, context), context)

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
        measured = finite(value if up == down else scaled_value / down)
        if holds(scaled_value, needed):
            return True, measured, limit, None
        if isnan(scaled_value):
            return unknown
        return False, measured, limit, whole_gap(sign * (needed - scaled_value) / up, whole=whole)

    return decide


def _plain_versus(read: Read, how: Limit, limit: Read) -> Judge:
    """A number against another number of the entity or its holders."""

    def decide(row: Row, scope: Scope) -> Found:
        value, wanted = read(row, scope), limit(row, scope)
        if value is not None and wanted is not None:
            return how.exactly(value, wanted)
        return None, None if value is None else finite(how.in_limit_unit(value)), finite(wanted), None

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
        measured = finite(scaled_value / (per * down))
        if holds(scaled_value, needed):
            return True, measured, limit, None
        if isnan(scaled_value - needed):
            return unknown
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
    """A number between two constants: the end that it misses is the limit, the lower end first."""

    def decide(row: Row, scope: Scope) -> Found:
        found = at_least_low(row, scope)
        if found[0] is not True:
            return found
        above = at_most_high(row, scope)
        return found if above[0] is True else above

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
        return unknown if found is None else measures.parts(how, found.states(parts))

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
    meet = meeting(node.members, condition(node.that, context), context)
    every = isinstance(node, nodes.Every)

    def decide(_row: Row, scope: Scope) -> Outcome:
        met, complete = meet(scope)
        return measures.members(met, every=every, complete=complete)

    return decide
