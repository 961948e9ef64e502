"""From a requirement to column operations: its verdict, what it measures, its limit and what is missing."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import chosen
from civic_rules.tables import conditions
from civic_rules.tables.lowering import Amount, Lowering, day_number, share_ends
from civic_rules.tables.ops import NO, UNSURE, YES, Op

if TYPE_CHECKING:
    from civic_rules.rules import Requirement
    from civic_rules.tables.conditions import Sides


class Judged(NamedTuple):
    """A condition as operations.

    Attributes:
        truth: Whether it holds.
        measured: What was found, in the unit of the limit.
        limit: What is asked for.
        gap: What is missing, wherever it is asked: it counts only where the condition does not hold.
        is_dated: Whether measured value and limit are days.
    """

    truth: Op
    measured: Op
    limit: Op
    gap: Op
    is_dated: bool = False


class Asked(NamedTuple):
    """A requirement as operations.

    Attributes:
        verdict: 0 failed, 1 cannot tell, 2 passed, 3 inapplicable.
        measured: What was found; NaN where nothing is measured, it is not known, or the rule does not apply.
        limit: What is asked for.
        shortfall: What is missing; NaN unless failed.
        grave: The truth on which a failure is a breach.
        is_dated: Whether measured value and limit are days.
    """

    verdict: Op
    measured: Op
    limit: Op
    shortfall: Op
    grave: Op
    is_dated: bool


def ask(rule: Requirement, low: Lowering, *, in_force: bool) -> Asked:
    """A requirement as operations on the table of its subject.

    Args:
        rule: The requirement.
        low: The audit on its way.
        in_force: Whether it can be asked on the day of the audit.
    """
    make, always = low.graph.make, low.graph.always
    if not in_force:
        nothing = low.unknown
        return Asked(make("verdict", always(NO), always(UNSURE)), nothing, nothing, nothing, always(NO), is_dated=False)
    with low.inside(rule.subject):
        when = always(YES) if rule.when is None else low.truth(rule.when)
        found = judged(rule.must, low)
        grave = always(YES) if rule.breach_when is None else low.truth(rule.breach_when)
    verdict = make("verdict", when, found.truth)
    measured, limit = (make("where", when, make("finite", one), low.unknown) for one in (found.measured, found.limit))
    shortfall = make("shortfall", verdict, make("finite", found.gap))
    return Asked(verdict, measured, limit, shortfall, grave, found.is_dated)


def judged(node: nodes.Node, low: Lowering) -> Judged:
    """A condition with what it measures."""
    node = chosen(node, low.context)
    match node:
        case nodes.Compare():
            return _compare(node, low)
        case nodes.Between():
            return _between(node, low)
        case nodes.DoneBy():
            return _done_by(node, low)
        case nodes.Includes() | nodes.HasParts():
            return _parts(node, low)
        case nodes.Every() | nodes.Some():
            return _members(node, low)
        case _:
            nothing = low.unknown
            return Judged(low.truth(node), nothing, nothing, nothing)


def _exact(amount: Amount, low: Lowering) -> Op:
    """A number where it is known, else NaN."""
    if amount.plain:
        return amount.low
    return low.graph.make("where", low.graph.make("equal", amount.low, amount.high), amount.low, low.unknown)


def _measure(found: Sides, value: Amount, low: Lowering) -> Op:
    """What was found, in the unit of the limit."""
    how, make = found.how, low.graph.make
    known = _exact(value, low)
    if found.per is None:
        return make("scaled", known, params=(how.up, how.down))
    scaled = known if how.up == 1 else make("product", known, low.graph.literal(how.up))
    per = make("positive", _exact(found.per, low))
    return make("quotient", scaled, per if how.down == 1 else make("product", per, low.graph.literal(how.down)))


def _gap(found: Sides, low: Lowering) -> Op:
    """What is missing to a limit that is not met, or in excess of it, at the least; in the unit of the value."""
    make, how = low.graph.make, found.how
    if found.scaled.plain and found.needed.plain:
        (a, b), (c, d) = (found.scaled.low,) * 2, (found.needed.low,) * 2
    else:
        (a, b), (c, d) = low.bounds(found.scaled), low.bounds(found.needed)
    short, excess = make("difference", c, b), make("difference", a, d)
    gap = short if how.op in {">=", ">"} else excess if how.op in {"<=", "<"} else make("largest", short, excess)
    gap = make("scaled", gap, params=(1, how.up))
    return make("round_up", gap, params=(True,)) if how.whole and how.op != "==" else gap


def _limited(found: Sides, value: Amount, limit: Amount, low: Lowering) -> Judged:
    return Judged(conditions.compared(found, low), _measure(found, value, low), _exact(limit, low), _gap(found, low))


def _compare(node: nodes.Compare, low: Lowering) -> Judged:
    found, value, limit = conditions.compare_sides(node, low)
    judged = _limited(found, value, limit, low)
    inner = nodes.unwrapped(node.left)
    if not isinstance(inner, nodes.Share) or node.op not in {">=", ">"}:
        return judged
    # What is missing to a share is counted in members.
    make, literal = low.graph.make, low.graph.literal
    _, _, best, counted = share_ends(inner, low)
    wanted = make("scaled", low.bounds(limit)[0], params=(found.how.down, found.how.up))
    short = make("difference", make("round_up", make("product", wanted, counted), params=(True,)), best)
    return judged._replace(gap=make("largest", short, literal(0)))


def _between(node: nodes.Between, low: Lowering) -> Judged:
    make = low.graph.make
    first, second = conditions.range_sides(node, low)
    value = low.amount(node.value)
    above = _limited(first, value, low.amount(node.low), low)
    below = _limited(second, value, low.amount(node.high), low)
    # The limit is the end that is missed, or the least.
    over = make("all_of", make("not_", below.truth), make("not_false", above.truth))
    return Judged(
        make("all_of", above.truth, below.truth),
        above.measured,
        make("where", over, below.limit, above.limit),
        make("where", over, below.gap, above.gap),
    )


def _done_by(node: nodes.DoneBy, low: Lowering) -> Judged:
    make, unknown = low.graph.make, low.unknown
    by = conditions.due_day(node.by, low)
    acts = [conditions.act(step, low) for step in node.steps]
    on = low.graph.literal(day_number(low.context.on))
    truth = make("all_of", *(conditions.done_by(one, by, low) for one in acts))
    days = [make("where", one.done, one.day, unknown) for one in acts]
    last = days[0] if len(days) == 1 else make("largest", *days)
    ends = [make("where", make("not_", one.done), on, one.day) for one in acts]
    lates = [make("otherwise", make("difference", end, by), params=(-inf,)) for end in ends]
    late = make("positive", lates[0] if len(lates) == 1 else make("largest", *lates))
    return Judged(truth, last, by, late, is_dated=True)


def _parts(node: nodes.Includes | nodes.HasParts, low: Lowering) -> Judged:
    make, literal = low.graph.make, low.graph.literal
    parts = conditions.states(node, low)
    there = make("count", *parts, params=(1 << YES,))
    unsure = make("count", *parts, params=(1 << UNSURE,))
    measured = make("where", make("equal", unsure, literal(0)), there, low.unknown)
    if node.how == "all":
        limit, gap = literal(len(parts)), make("count", *parts, params=(1 << NO,))
    else:
        limit, gap = (literal(1), literal(1)) if node.how == "any" else (literal(0), there)
    return Judged(conditions.of_parts(node.how, parts, low), measured, limit, gap)


def _members(node: nodes.Every | nodes.Some, low: Lowering) -> Judged:
    make, literal = low.graph.make, low.graph.literal
    of = conditions.holding(node, low)
    certain = make("all_of", of.complete, make("equal", of.undecided, literal(0)))
    if isinstance(node, nodes.Every):
        limit, gap = make("sum", of.held, of.missed), of.missed
    else:
        limit, gap = literal(1), literal(1)
    return Judged(
        conditions.members_truth(node, of, low),
        make("where", certain, of.held, low.unknown),
        make("where", certain, limit, low.unknown),
        gap,
    )
