"""The meaning of the tree, in plain Python: slow, traced, and what every engine is held to.

`interpret` gives the value of an expression with everything that led to it and the fields that are missing;
`assess` gives what a requirement finds. The compiled form in `compiler` must give the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from civic_rules import units
from civic_rules.expressions import bounds, measures, nodes, steps
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.kinds import field_spec
from civic_rules.expressions.measures import Limit, Outcome
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.windows import is_on_day, last_window, window_of
from civic_rules.verdicts import Truth, all_true, any_true, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Trace:
    """The value of a node and how it came about.

    Attributes:
        node: The node.
        value: `Bounds` for a number; True, False or None for a condition; else the date, term or mapping.
        missing: The fields that would settle the value; empty where it is settled, or where no field could.
        parts: The traces of the nodes below, as far as they were looked at.
        note: Why a value is not known although nothing is missing: "zero-denominator", "contradiction",
            "no-reading" or "not-yet-set"; else "".
    """

    node: nodes.Node
    value: Any
    missing: tuple[str, ...] = ()
    parts: tuple[Trace, ...] = ()
    note: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether the value is known."""
        return self.value.exact is not None if isinstance(self.value, Bounds) else self.value is not None

    def notes(self) -> tuple[str, ...]:
        """The notes of this trace and of those below it that are not settled, each once."""
        found = [self.note] if self.note else []
        below = [note for part in self.parts if not part.is_settled for note in part.notes()]
        return tuple(dict.fromkeys([*found, *below]))


def _trace(
    node: nodes.Node, value: object, parts: Iterable[Trace] = (), *, missing: Iterable[str] = (), note: str = ""
) -> Trace:
    """A trace whose missing fields are its own and those of its unsettled parts, unless the value is known."""
    parts = tuple(parts)
    made = Trace(node, value, (), parts, note)
    if made.is_settled:
        return made
    gaps = [*missing, *(gap for part in parts if not part.is_settled for gap in part.missing)]
    return Trace(node, value, tuple(dict.fromkeys(gaps)), parts, note)


def read_path(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401  fields are of many types
    """The value of a field, which a dotted path may reach; None where anything on the way is not known."""
    first, *rest = name.split(".")
    value = row[first]
    for step in rest:
        if value is None:
            return None
        value = getattr(value, step)
    return value


@singledispatch
def interpret(node: nodes.Node, scope: Scope, context: Context) -> Trace:  # noqa: ARG001  each kind of node has its own
    """The value of an expression for one entity, with its trace and the fields that are missing.

    Args:
        node: The expression; it must have been checked.
        scope: The entity in its place.
        context: The day of the audit and the readings.
    """
    msg = f"{type(node).__name__} has no value of its own"
    raise TypeError(msg)


def number(node: nodes.Node, scope: Scope, context: Context, unit: str) -> tuple[Bounds, Trace]:
    """The bounds of a number in some unit, and its trace in its own."""
    trace = interpret(node, scope, context)
    return bounds.scale(trace.value, units.factor(signature(node).unit, unit)), trace


@interpret.register
def _(node: nodes.Number, _scope: Scope, _context: Context) -> Trace:
    return Trace(node, Bounds(node.value, node.value))


@interpret.register(nodes.Day)
@interpret.register(nodes.Always)
def _(node: nodes.Day | nodes.Always, _scope: Scope, _context: Context) -> Trace:
    return Trace(node, node.value)


@interpret.register
def _(node: nodes.Field, scope: Scope, _context: Context) -> Trace:
    value = read_path(scope.row, node.name)
    if field_spec(node.subject, node.name).kind == "number":
        value = bounds.bounds(value)
    return _trace(node, value, missing=[node.name])


@interpret.register
def _(node: nodes.ParameterValue, _scope: Scope, context: Context) -> Trace:
    value = node.parameter.on(node.at or context.on)
    return _trace(node, bounds.bounds(value), note="" if value is not None else "not-yet-set")


def _numbers(
    parts: Iterable[nodes.Node], scope: Scope, context: Context, unit: str
) -> tuple[list[Bounds], list[Trace]]:
    both = [number(part, scope, context, unit) for part in parts]
    return [value for value, _ in both], [trace for _, trace in both]


@interpret.register
def _(node: nodes.Sum, scope: Scope, context: Context) -> Trace:
    values, traces = _numbers(node.terms, scope, context, signature(node).unit)
    return _trace(node, bounds.add(values), traces)


@interpret.register
def _(node: nodes.Difference, scope: Scope, context: Context) -> Trace:
    values, traces = _numbers((node.left, node.right), scope, context, signature(node).unit)
    return _trace(node, bounds.subtract(*values), traces)


@interpret.register
def _(node: nodes.Product, scope: Scope, context: Context) -> Trace:
    traces = [interpret(factor, scope, context) for factor in node.factors]
    written = "1"
    for factor in node.factors:
        written = units.product(written, signature(factor).unit)
    values = [trace.value for trace in traces]
    return _trace(node, bounds.scale(bounds.multiply(values), units.factor(written, signature(node).unit)), traces)


@interpret.register
def _(node: nodes.Ratio, scope: Scope, context: Context) -> Trace:
    top, below = interpret(node.numerator, scope, context), interpret(node.denominator, scope, context)
    note = "zero-denominator" if below.value.exact is not None and below.value.exact <= 0 else ""
    return _trace(node, bounds.divide(top.value, below.value), (top, below), note=note)


@interpret.register
def _(node: nodes.Largest, scope: Scope, context: Context) -> Trace:
    values, traces = _numbers(node.of, scope, context, signature(node).unit)
    return _trace(node, bounds.largest(values), traces)


@interpret.register
def _(node: nodes.Smallest, scope: Scope, context: Context) -> Trace:
    values, traces = _numbers(node.of, scope, context, signature(node).unit)
    return _trace(node, bounds.smallest(values), traces)


@interpret.register
def _(node: nodes.RoundUp, scope: Scope, context: Context) -> Trace:
    inner = interpret(node.value, scope, context)
    return _trace(node, bounds.round_up(inner.value), (inner,))


@dataclass(frozen=True, slots=True)
class _Met:
    """The members of a subject: whether each counts, what is asked of it, and what is missing to know them."""

    counts: list[Truth]
    traces: list[Trace]
    asked: list[Trace]
    gaps: tuple[str, ...]

    @property
    def parts(self) -> list[Trace]:
        return [*self.traces, *self.asked]

    @property
    def missing(self) -> list[str]:
        return [*self.gaps, *(gap for trace in self.parts for gap in trace.missing)]


def _meet(members: nodes.Members, that: nodes.Node | None, scope: Scope, context: Context) -> _Met:
    found, gaps = scope.members(members.of, direct=members.direct)
    counts: list[Truth] = []
    traces: list[Trace] = []
    asked: list[Trace] = []
    for one in found:
        where = None if members.where is None else interpret(members.where, one, context)
        counted = True if where is None else where.value
        if counted is False:
            continue
        counts.append(counted)
        traces += [] if where is None else [_named(where, one)]
        asked += [] if that is None else [_named(interpret(that, one, context), one)]
    return _Met(counts, traces, asked, gaps)


def _named(trace: Trace, member: Scope) -> Trace:
    """A trace whose missing fields are named with the member that they belong to."""
    missing = tuple(f"{member.entity.id}.{gap}" for gap in trace.missing)
    return Trace(trace.node, trace.value, missing, trace.parts, trace.note)


@interpret.register
def _(node: nodes.Count, scope: Scope, context: Context) -> Trace:
    met = _meet(node.members, None, scope, context)
    value = bounds.tally(met.counts)
    value = Bounds(value.low, UNKNOWN.high) if met.gaps else value
    return _trace(node, value, met.traces, missing=met.missing)


@interpret.register
def _(node: nodes.Total, scope: Scope, context: Context) -> Trace:
    met = _meet(node.members, node.value, scope, context)
    value = bounds.total(zip(met.counts, (trace.value for trace in met.asked), strict=True))
    value = bounds.add((value, UNKNOWN)) if met.gaps else value
    return _trace(node, value, met.parts, missing=met.missing)


@interpret.register
def _(node: nodes.Share, scope: Scope, context: Context) -> Trace:
    met = _meet(node.members, node.that, scope, context)
    value = bounds.share(zip(met.counts, (trace.value for trace in met.asked), strict=True))
    empty = not met.counts and not met.gaps
    value = UNKNOWN if met.gaps else value
    return _trace(node, value, met.parts, missing=met.missing, note="zero-denominator" if empty else "")


@interpret.register(nodes.Every)
@interpret.register(nodes.Some)
def _(node: nodes.Every | nodes.Some, scope: Scope, context: Context) -> Trace:
    met = _meet(node.members, node.that, scope, context)
    outcome = _members_outcome(node, met)
    return _trace(node, outcome.truth, met.parts, missing=met.missing)


def _members_outcome(node: nodes.Every | nodes.Some, met: _Met) -> Outcome:
    states = list(zip(met.counts, (trace.value for trace in met.asked), strict=True))
    return measures.members(states, every=isinstance(node, nodes.Every), complete=not met.gaps)


@interpret.register
def _(node: nodes.Tally, scope: Scope, context: Context) -> Trace:
    traces = [interpret(part, scope, context) for part in node.conditions]
    return _trace(node, bounds.tally([trace.value for trace in traces]), traces)


@interpret.register
def _(node: nodes.EventCount, scope: Scope, context: Context) -> Trace:
    events = scope.row["events"]
    if events is None:
        return _trace(node, UNKNOWN, missing=["events"])
    first, last = last_window(node.window, context.on)
    days = [event.on for event in events if event.kind == node.event and first <= event.on <= last]
    found = sum(is_on_day(day, node.on_day, or_next_working_day=node.or_next_working_day) for day in days)
    return Trace(node, Bounds(found, found))


@interpret.register
def _(node: nodes.Indicator, scope: Scope, context: Context) -> Trace:
    inner = interpret(node.value, scope, context)
    return _trace(node, inner.value, (inner,))


def _nothing(node: nodes.Node) -> Bounds | None:
    return UNKNOWN if signature(node).kind == "number" else None


@interpret.register
def _(node: nodes.Choice, scope: Scope, context: Context) -> Trace:
    option = context.option(node.reading)
    if option is None:
        return _trace(node, _nothing(node), note="no-reading")
    chosen = node.options[option]
    if signature(node).kind == "number":
        value, inner = number(chosen, scope, context, signature(node).unit)
        return _trace(node, value, (inner,))
    inner = interpret(chosen, scope, context)
    return _trace(node, inner.value, (inner,))


@interpret.register
def _(node: nodes.Within, scope: Scope, context: Context) -> Trace:
    holder = scope.above(node.subject)
    if holder is None:
        return _trace(node, _nothing(node), missing=[node.subject])
    inner = interpret(node.value, holder, context)
    gaps = [f"{node.subject}.{gap}" for gap in inner.missing]
    return _trace(node, inner.value, (Trace(inner.node, inner.value, tuple(gaps), inner.parts, inner.note),))


@interpret.register
def _(node: nodes.Either, scope: Scope, context: Context) -> Trace:
    if signature(node).kind == "number":
        values, traces = _numbers(node.sources, scope, context, signature(node).unit)
        together = bounds.agreed(values)
        contradict = together == UNKNOWN and any(one != UNKNOWN for one in values)
        return _trace(node, together, traces, note="contradiction" if contradict else "")
    traces = [interpret(source, scope, context) for source in node.sources]
    known = {trace.value for trace in traces if trace.value is not None}
    value = known.pop() if len(known) == 1 else None
    return _trace(node, value, traces, note="contradiction" if known else "")


@interpret.register
def _(node: nodes.Compare, scope: Scope, context: Context) -> Trace:
    return _compared(node, scope, context)[0]


def limit_of(node: nodes.Compare | nodes.Between, limit: nodes.Node, op: str) -> Limit:
    """How a value is compared with a limit: the factor between their units, and whether gaps are whole."""
    value = nodes.unwrapped(node.left if isinstance(node, nodes.Compare) else node.value)
    counted = value.numerator if isinstance(value, nodes.Ratio) else value
    scale = units.factor(signature(value).unit, signature(limit).unit)
    whole = units.is_counted(signature(counted).unit)
    return Limit(op, scale.numerator, scale.denominator, whole)


def _compared(node: nodes.Compare, scope: Scope, context: Context) -> tuple[Trace, Outcome]:
    limit = interpret(node.right, scope, context)
    left = interpret(node.left, scope, context)
    how = limit_of(node, node.right, node.op)
    value, per = left.value, measures.ONE
    inner = nodes.unwrapped(node.left)
    if isinstance(inner, nodes.Ratio):
        value = interpret(inner.numerator, scope, context).value
        per = interpret(inner.denominator, scope, context).value
    outcome = how.judge(value, per, limit.value)
    if isinstance(inner, nodes.Share) and outcome.truth is False and node.op in {">=", ">"}:
        met = _meet(inner.members, inner.that, scope, context)
        wanted = limit.value.low * how.down / how.up
        states = zip(met.counts, (trace.value for trace in met.asked), strict=True)
        outcome = outcome._replace(shortfall=bounds.members_short(states, wanted))
    return _trace(node, outcome.truth, (left, limit)), outcome


@interpret.register
def _(node: nodes.Between, scope: Scope, context: Context) -> Trace:
    return _in_between(node, scope, context)[0]


def _in_between(node: nodes.Between, scope: Scope, context: Context) -> tuple[Trace, Outcome]:
    traces = [interpret(part, scope, context) for part in (node.value, node.low, node.high)]
    above, below = limit_of(node, node.low, ">="), limit_of(node, node.high, "<=")
    outcome = measures.between(*(trace.value for trace in traces), above=above, below=below)
    return _trace(node, outcome.truth, traces), outcome


@interpret.register
def _(node: nodes.Is, scope: Scope, context: Context) -> Trace:
    inner = interpret(node.value, scope, context)
    return _trace(node, None if inner.value is None else inner.value in node.terms, (inner,))


@interpret.register
def _(node: nodes.AllOf, scope: Scope, context: Context) -> Trace:
    traces = [interpret(part, scope, context) for part in node.conditions]
    return _trace(node, all_true(trace.value for trace in traces), traces)


@interpret.register
def _(node: nodes.AnyOf, scope: Scope, context: Context) -> Trace:
    traces = [interpret(part, scope, context) for part in node.conditions]
    return _trace(node, any_true(trace.value for trace in traces), traces)


@interpret.register
def _(node: nodes.Not, scope: Scope, context: Context) -> Trace:
    inner = interpret(node.condition, scope, context)
    return _trace(node, negation(inner.value), (inner,))


def _listed(node: nodes.Includes, scope: Scope) -> tuple[Outcome, list[str]]:
    known = read_path(scope.row, node.listing.name)
    states = [None if known is None else known.get(item) for item in node.items]
    if known is None:
        return measures.parts(node.how, states), [node.listing.name]
    gaps = [item for item, state in zip(node.items, states, strict=True) if state is None]
    return measures.parts(node.how, states), [f"{node.listing.name}.{gap}" for gap in gaps]


def _arranged(node: nodes.HasParts, scope: Scope) -> tuple[Outcome, list[str]]:
    found = scope.row["arrangements"].get(node.arrangement)
    states = [None if found is None else found.part(part) for part in node.parts]
    place = f"arrangements.{node.arrangement}"
    if found is None:
        return measures.parts(node.how, states), [place]
    gaps = [part for part, state in zip(node.parts, states, strict=True) if state is None]
    return measures.parts(node.how, states), [f"{place}.{gap}" for gap in gaps]


@interpret.register
def _(node: nodes.Includes, scope: Scope, _context: Context) -> Trace:
    outcome, gaps = _listed(node, scope)
    return _trace(node, outcome.truth, missing=gaps)


@interpret.register
def _(node: nodes.HasParts, scope: Scope, _context: Context) -> Trace:
    outcome, gaps = _arranged(node, scope)
    return _trace(node, outcome.truth, missing=gaps)


@interpret.register
def _(node: nodes.InPlace, scope: Scope, _context: Context) -> Trace:
    found = scope.row["arrangements"].get(node.arrangement)
    value = None if found is None else found.in_place
    return _trace(node, value, missing=[f"arrangements.{node.arrangement}"])


def _acts(fields: Iterable[nodes.Field], scope: Scope, on: date) -> tuple[list[steps.Act], list[str]]:
    acts = [steps.act(read_path(scope.row, field.name), on) for field in fields]
    gaps = [field.name for field, (done, day) in zip(fields, acts, strict=True) if done is None or day is None]
    return acts, gaps


@interpret.register
def _(node: nodes.DoneBy, scope: Scope, context: Context) -> Trace:
    return _done(node, scope, context)[0]


def _done(node: nodes.DoneBy, scope: Scope, context: Context) -> tuple[Trace, Outcome]:
    by = interpret(node.by, scope, context)
    acts, gaps = _acts(node.steps, scope, context.on)
    truth = steps.all_done_by(acts, by.value, context.on)
    late = steps.days_late(acts, by.value, context.on) if truth is False else None
    return _trace(node, truth, (by,), missing=gaps), Outcome(truth, steps.last_day(acts), by.value, late)


@interpret.register
def _(node: nodes.InOrder, scope: Scope, context: Context) -> Trace:
    acts, gaps = _acts(node.steps, scope, context.on)
    return _trace(node, steps.in_order(acts), missing=gaps)


@interpret.register
def _(node: nodes.Reached, scope: Scope, context: Context) -> Trace:
    [(done, _day)], gaps = _acts((node.step,), scope, context.on)
    return _trace(node, done, missing=gaps)


@interpret.register
def _(node: nodes.InWindow, scope: Scope, context: Context) -> Trace:
    [act], gaps = _acts((node.step,), scope, context.on)
    return _trace(node, steps.is_within(act, *window_of(node.which, node.window, context.on)), missing=gaps)


def chosen(node: nodes.Node, context: Context) -> nodes.Node:
    """The condition behind the name of an indicator and the option of a reading."""
    while isinstance(node, (nodes.Indicator, nodes.Choice)):
        if isinstance(node, nodes.Indicator):
            node = node.value
        elif (option := context.option(node.reading)) is not None:
            node = node.options[option]
        else:
            break
    return node


def taken(node: nodes.Node, context: Context) -> Iterator[nodes.Node]:
    """An expression and every node below it, with only the taken option of each reading."""
    node = chosen(node, context)
    yield node
    for child in node.children():
        yield from taken(child, context)


def assess(node: nodes.Node, scope: Scope, context: Context) -> Outcome:
    """What a requirement with this condition finds: truth, measured value, limit and shortfall.

    Args:
        node: A condition; it must have been checked.
        scope: The entity in its place.
        context: The day of the audit and the readings.
    """
    node = chosen(node, context)
    match node:
        case nodes.Compare():
            outcome = _compared(node, scope, context)[1]
        case nodes.Between():
            outcome = _in_between(node, scope, context)[1]
        case nodes.DoneBy():
            outcome = _done(node, scope, context)[1]
        case nodes.Includes():
            outcome = _listed(node, scope)[0]
        case nodes.HasParts():
            outcome = _arranged(node, scope)[0]
        case nodes.Every() | nodes.Some():
            outcome = _members_outcome(node, _meet(node.members, node.that, scope, context))
        case _:
            outcome = Outcome(interpret(node, scope, context).value)
    return outcome
