"""From the expression tree to column operations: conditions, as truths in three values."""

from __future__ import annotations

from functools import singledispatch
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import chosen, limit_of
from civic_rules.expressions.kinds import field_spec
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.windows import window_of
from civic_rules.tables.lowering import Amount, Lowering, day_number
from civic_rules.tables.ops import NO, UNSURE, YES, Op

if TYPE_CHECKING:
    from civic_rules.expressions.measures import Limit


@singledispatch
def condition(node: nodes.Node, low: Lowering) -> Op:
    """A condition as an operation.

    Args:
        node: The condition; it must have been checked.
        low: The audit on its way.
    """
    inner = chosen(node, low.context)
    return low.graph.always(None) if inner is node else condition(inner, low)


@condition.register
def _(node: nodes.Always, low: Lowering) -> Op:
    return low.graph.always(node.value)


@condition.register
def _(node: nodes.Field, low: Lowering) -> Op:
    return low.column("truth", node.subject, node.name)


@condition.register
def _(node: nodes.Is, low: Lowering) -> Op:
    value = chosen(node.value, low.context)
    if signature(node.value).kind == "category":
        if not isinstance(value, nodes.Field):
            return low.graph.always(None)
        return low.column("category", value.subject, value.name, frozenset(map(str, node.terms)))
    truth = condition(value, low)
    if len(set(node.terms)) > 1:
        make = low.graph.make
        return make("any_of", truth, make("not_", truth))
    return truth if node.terms[0] is True else low.graph.make("not_", truth)


@condition.register
def _(node: nodes.AllOf, low: Lowering) -> Op:
    return low.graph.make("all_of", *(condition(part, low) for part in node.conditions))


@condition.register
def _(node: nodes.AnyOf, low: Lowering) -> Op:
    return low.graph.make("any_of", *(condition(part, low) for part in node.conditions))


@condition.register
def _(node: nodes.Not, low: Lowering) -> Op:
    return low.graph.make("not_", condition(node.condition, low))


@condition.register
def _(node: nodes.Either, low: Lowering) -> Op:
    return low.graph.make("agreed", *(condition(source, low) for source in node.sources))


@condition.register
def _(node: nodes.Within, low: Lowering) -> Op:
    kind, holder = low.below[-1], node.subject
    if not low.given.is_linked(kind, holder):
        low.absent[holder, kind] = None
        return low.graph.always(None)
    with low.inside(holder):
        inner = condition(node.value, low)
    return low.graph.make("holder_truth", inner, params=(holder,), kind=kind)


# -- comparisons -----------------------------------------------------------------------------------------------


class Sides(NamedTuple):
    """The two sides of a comparison, both multiplied out so that nothing is divided by a constant.

    Attributes:
        scaled: What was found.
        needed: What is asked for.
        per: The denominator of a ratio; None where there is none.
        how: The sense of the comparison and the factor between the units.
    """

    scaled: Amount
    needed: Amount
    per: Amount | None
    how: Limit


def sides(value: Amount, limit: Amount, per: Amount | None, how: Limit, low: Lowering) -> Sides:
    """A value, or a value for each of something, and its limit, ready to be compared."""
    one = low.graph.literal
    scaled = value if how.up == 1 else low.product([value, low.plain(one(how.up))])
    needed = limit if how.down == 1 else low.product([limit, low.plain(one(how.down))])
    if per is None:
        return Sides(scaled, needed, None, how)
    if per.plain:
        per = low.plain(low.graph.make("positive", per.low))
    return Sides(scaled, low.product([needed, per]), per, how)


def compared(found: Sides, low: Lowering) -> Op:
    """Whether what was found is as it should be."""
    make, op = low.graph.make, found.how.op
    scaled, needed, per = found.scaled, found.needed, found.per
    if scaled.plain and needed.plain:
        truth = make("compare", scaled.low, needed.low, params=(op,))
    else:
        (a, b), (c, d) = low.bounds(scaled), low.bounds(needed)
        if op in {"<=", "<"}:
            (a, b), (c, d), op = (c, d), (a, b), ">=" if op == "<=" else ">"
        possible = make("compare", b, c, params=(op if op != "==" else ">=",))
        if op == "==":
            possible = make("all_of", possible, make("compare", d, a, params=(">=",)))
            sure = make("all_of", possible, make("equal", a, b), make("equal", c, d))
        else:
            sure = make("compare", a, d, params=(op,))
        truth = make("halfway", sure, possible)
    if per is None or per.plain:
        # A plain denominator that is not above zero is not known, and neither is what is needed then.
        return truth
    least = low.bounds(per)[0]
    return make("guard", make("compare", least, low.graph.literal(0), params=(">",)), truth)


def compare_sides(node: nodes.Compare, low: Lowering) -> tuple[Sides, Amount, Amount]:
    """The sides of a comparison, with the value and the limit as they are written."""
    how, inner = limit_of(node, node.right, node.op), nodes.unwrapped(node.left)
    limit = low.amount(node.right)
    if isinstance(inner, nodes.Ratio):
        value, per = low.amount(inner.numerator), low.amount(inner.denominator)
        return sides(value, limit, per, how, low), value, limit
    value = low.amount(node.left)
    return sides(value, limit, None, how, low), value, limit


@condition.register
def _(node: nodes.Compare, low: Lowering) -> Op:
    return compared(compare_sides(node, low)[0], low)


def range_sides(node: nodes.Between, low: Lowering) -> tuple[Sides, Sides]:
    """The comparisons with the least and with the greatest value of a range."""
    value = low.amount(node.value)
    least, most = low.amount(node.low), low.amount(node.high)
    above, below = limit_of(node, node.low, ">="), limit_of(node, node.high, "<=")
    return sides(value, least, None, above, low), sides(value, most, None, below, low)


@condition.register
def _(node: nodes.Between, low: Lowering) -> Op:
    return low.graph.make("all_of", *(compared(one, low) for one in range_sides(node, low)))


# -- lists and arrangements ------------------------------------------------------------------------------------


@condition.register
def _(node: nodes.InPlace, low: Lowering) -> Op:
    return low.column("truth", node.subject, f"arrangements.{node.arrangement}")


def states(node: nodes.Includes | nodes.HasParts, low: Lowering) -> list[Op]:
    """Whether each of the terms of a listing, or of the parts of an arrangement, is there."""
    if isinstance(node, nodes.Includes):
        listing = node.listing
        return [low.column("truth", listing.subject, f"{listing.name}.{item}") for item in node.items]
    name = f"arrangements.{node.arrangement}"
    return [low.column("truth", node.subject, f"{name}.{part}") for part in node.parts]


def of_parts(how: str, parts: list[Op], low: Lowering) -> Op:
    """Whether all, any or none of several parts are there."""
    make = low.graph.make
    if how == "all":
        return make("all_of", *parts)
    there = make("any_of", *parts)
    return there if how == "any" else make("not_", there)


@condition.register(nodes.Includes)
@condition.register(nodes.HasParts)
def _(node: nodes.Includes | nodes.HasParts, low: Lowering) -> Op:
    return of_parts(node.how, states(node, low), low)


# -- acts in time ----------------------------------------------------------------------------------------------


class Act(NamedTuple):
    """Whether an act is done on the day of the audit, and its day where that is known."""

    done: Op
    day: Op


def act(field: nodes.Field, low: Lowering) -> Act:
    """What is known of a step or a date on the day of the audit; a day to come says that it is not done."""
    day = low.column("day", field.subject, field.name)
    on = low.graph.literal(day_number(low.context.on))
    come = low.graph.make("compare", day, on, params=("<=",))
    if field_spec(field.subject, field.name).kind == "date":
        return Act(come, day)
    said = low.column("truth", field.subject, field.name)
    return Act(low.graph.make("first_known", come, said), day)


def due_day(node: nodes.Node, low: Lowering) -> Op:
    """The day that an expression gives."""
    node = chosen(node, low.context)
    if isinstance(node, nodes.Day):
        return low.graph.literal(day_number(node.value))
    if isinstance(node, nodes.Field):
        return low.column("day", node.subject, node.name)
    if isinstance(node, nodes.Within) and low.given.is_linked(low.below[-1], node.subject):
        kind = low.below[-1]
        with low.inside(node.subject):
            inner = due_day(node.value, low)
        return low.graph.make("of_holder", inner, params=(node.subject,), kind=kind)
    if isinstance(node, nodes.Either):
        days = [one for one in (due_day(source, low) for source in node.sources) if not one.is_unknown]
        return low.graph.make("same_day", *days) if days else low.unknown
    return low.unknown


def done_by(one: Act, by: Op, low: Lowering) -> Op:
    """Whether an act was done by a day, that day included."""
    make, always = low.graph.make, low.graph.always
    on = low.graph.literal(day_number(low.context.on))
    in_time = make("compare", on, by, params=("<=",))
    undated = make("any_of", make("all_of", one.done, in_time), always(UNSURE))
    truth = make("first_known", make("compare", one.day, by, params=("<=",)), undated)
    return make("if_known", by, make("all_of", make("not_false", one.done), truth))


@condition.register
def _(node: nodes.DoneBy, low: Lowering) -> Op:
    by = due_day(node.by, low)
    return low.graph.make("all_of", *(done_by(act(step, low), by, low) for step in node.steps))


@condition.register
def _(node: nodes.InOrder, low: Lowering) -> Op:
    make, acts = low.graph.make, [act(step, low) for step in node.steps]
    ordered = [make("compare", first.day, then.day, params=("<=",)) for first, then in combinations(acts, 2)]
    return make("all_of", *(make("not_false", one.done) for one in acts), *ordered)


@condition.register
def _(node: nodes.Reached, low: Lowering) -> Op:
    return act(node.step, low).done


@condition.register
def _(node: nodes.InWindow, low: Lowering) -> Op:
    make, one = low.graph.make, act(node.step, low)
    first, last = (low.graph.literal(day_number(day)) for day in window_of(node.which, node.window, low.context.on))
    ends = (make("compare", one.day, first, params=(">=",)), make("compare", one.day, last, params=("<=",)))
    return make("all_of", make("not_false", one.done), *ends)


# -- members ---------------------------------------------------------------------------------------------------


class Held(NamedTuple):
    """Of the members that count: how many hold, how many do not, and how many leave it open."""

    held: Op
    missed: Op
    undecided: Op
    idle: Op
    complete: Op


def holding(node: nodes.Every | nodes.Some, low: Lowering) -> Held:
    """What is known of a condition on members.

    The idle are those of the undecided who would not change the answer, whether or not they count.
    """
    members = node.members
    with low.inside(members.of):
        counts, that = low.counted(members), condition(node.that, low)
    unsure = [(UNSURE, hold) for hold in (NO, UNSURE, YES)]
    idle = YES if isinstance(node, nodes.Every) else NO
    return Held(
        low.tally(members, counts, that, (YES, YES)),
        low.tally(members, counts, that, (YES, NO)),
        low.tally(members, counts, that, (YES, UNSURE), *unsure),
        low.tally(members, counts, that, (UNSURE, idle)),
        low.complete(members),
    )


def members_truth(node: nodes.Every | nodes.Some, of: Held, low: Lowering) -> Op:
    """Whether a condition holds for every, or for some, member."""
    make, zero = low.graph.make, low.graph.literal(0)
    every = isinstance(node, nodes.Every)
    settled = make("compare", of.missed if every else of.held, zero, params=(">",))
    changing = make("compare", make("difference", of.undecided, of.idle), zero, params=(">",))
    is_open = make("any_of", changing, make("not_", of.complete))
    otherwise = make("where_truth", is_open, low.graph.always(UNSURE), low.graph.always(every))
    return make("where_truth", settled, low.graph.always(not every), otherwise)


@condition.register(nodes.Every)
@condition.register(nodes.Some)
def _(node: nodes.Every | nodes.Some, low: Lowering) -> Op:
    return members_truth(node, holding(node, low), low)
