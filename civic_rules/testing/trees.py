"""Hypothesis strategies: random conditions and numbers that are well formed, over the fields that there are.

They hold engines to one meaning: whatever tree is drawn, every engine must find the same. `civic_rules.testing.
strategies.entities` draws what they are asked of.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES, EventKind, Step
from civic_rules.entities.records import Attested
from civic_rules.expressions import DatedValue, Indicator, Parameter, Reading, ReadingOption, builder, nodes
from civic_rules.expressions.kinds import entity_type
from civic_rules.expressions.scope import kinds_below
from civic_rules.expressions.signatures import signature
from civic_rules.rules import Clause, Document, Modality, Requirement, Rulebook
from civic_rules.text import Text

try:
    from hypothesis import strategies as st
except ImportError as error:  # pragma: no cover  the tests have it
    raise ImportError("civic_rules.testing.trees needs Hypothesis: install civic-rules[test]") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from civic_rules.entities import FieldSpec

    Draw = Callable[[st.SearchStrategy[Any]], Any]
    NumberWay = Callable[[Draw, str, str | None, int], nodes.Node | None]
    ConditionWay = Callable[[Draw, str, int], nodes.Node | None]

TITLE = Text(zh="测试", en="Test")

DAYS = st.dates(date(2012, 10, 1), date(2013, 9, 30))
"""The days that stand in conditions."""

READINGS = tuple(
    Reading(
        key=f"reading-{default or 'open'}",
        title=TITLE,
        options=tuple(ReadingOption(key=key, title=TITLE) for key in ("first", "second")),
        default=default,
        reason=TITLE,
    )
    for default in ("first", "second", None)
)
"""Readings that stand in trees: two with a default, one without."""

SCALES = {"m²": ("m²", "ha", "亩"), "CNY / year": ("CNY / year", "CNY / month", "万元 / year"), "%": ("%", "1")}
"""Other units in which a figure may be written."""


@cache
def _fields(kind: str, *kinds: str) -> tuple[FieldSpec, ...]:
    """The fields of a kind of entity that hold one of some kinds of value."""
    return tuple(spec for spec in entity_type(kind).specs().values() if spec.kind in kinds)


@cache
def _steps(kind: str) -> tuple[str, ...]:
    return tuple(name for name, spec in entity_type(kind).specs().items() if spec.model is Step)


@cache
def _holders(kind: str) -> tuple[str, ...]:
    """The kinds of entity that can hold a kind, at any depth."""
    return tuple(model.kind for model in ENTITY_TYPES.values() if model.reaches(kind))


def figures(unit: str) -> st.SearchStrategy[nodes.Number]:
    """Quantities of a unit, as a document would write them."""
    values = st.integers(0, 6) | st.integers(0, 5000) | st.integers(0, 5000).map(lambda n: n / 100)
    written = st.sampled_from(SCALES.get(unit, (unit,)))
    return st.builds(lambda value, unit: nodes.Number(value=value, unit=unit), values, written)


@st.composite
def numbers(draw: Draw, kind: str, unit: str | None = None, depth: int = 2) -> nodes.Node:
    """A number about a kind of entity.

    Args:
        draw: Given by Hypothesis.
        kind: The kind of entity.
        unit: The unit that it must be compatible with; None for any.
        depth: How many levels the tree may have below the number.
    """
    ways: list[NumberWay] = [_field_number, _figure]
    if depth > 0:
        ways += [_sum, _sum, _ratio, _product, _extreme, _either, _choice, _round_up, _named, _parameter, _counted]
        ways += [_within] if _holders(kind) else []
        ways += [_over_members] if entity_type(kind).member_fields() else []
    made = draw(st.sampled_from(ways))(draw, kind, unit, depth - 1)
    return made if made is not None else _figure(draw, kind, unit, depth)


def _figure(draw: Draw, _kind: str, unit: str | None, _depth: int) -> nodes.Node:
    made: nodes.Number = draw(figures(unit or "household"))
    return made


def _field_number(draw: Draw, kind: str, unit: str | None, _depth: int) -> nodes.Node | None:
    known = [s for s in _fields(kind, "number") if unit is None or units.compatible(s.unit, unit)]
    return nodes.Field(subject=kind, name=draw(st.sampled_from(known)).name) if known else None


def _unit(draw: Draw, kind: str, unit: str | None) -> str:
    """The unit asked for, or that of some field."""
    if unit is not None:
        return unit
    return str(draw(st.sampled_from([spec.unit for spec in _fields(kind, "number")] or ["item"])))


def _several(draw: Draw, kind: str, unit: str, depth: int) -> list[nodes.Node]:
    made: list[nodes.Node] = draw(st.lists(numbers(kind, unit, depth), min_size=2, max_size=3))
    return made


def _sum(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    of = _unit(draw, kind, unit)
    if draw(st.booleans()):
        return builder.add(*_several(draw, kind, of, depth))
    return builder.subtract(*draw(st.tuples(numbers(kind, of, depth), numbers(kind, of, depth))))


def _extreme(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    make = draw(st.sampled_from((builder.largest, builder.smallest)))
    made: nodes.Node = make(*_several(draw, kind, _unit(draw, kind, unit), depth))
    return made


def _either(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    parts = _several(draw, kind, _unit(draw, kind, unit), depth)
    return builder.largest(*parts) if any(map(_weighs_sources, parts)) else builder.either(*parts)


def _weighs_sources(node: nodes.Node) -> bool:
    """Whether a tree has an either() in it: another one above it might take a contradiction for a gap."""
    return any(isinstance(part, nodes.Either) for part in node.walk())


def _choice(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    of = _unit(draw, kind, unit)
    first, second = draw(st.tuples(numbers(kind, of, depth), numbers(kind, of, depth)))
    return builder.choose(draw(st.sampled_from(READINGS)), first=first, second=second)


def _round_up(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    return builder.round_up(draw(numbers(kind, unit, depth)))


def _named(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    return Indicator(key="indicator", title=TITLE, value=draw(numbers(kind, unit, depth)))


def _parameter(draw: Draw, kind: str, unit: str | None, _depth: int) -> nodes.Node:
    stages = draw(st.lists(st.tuples(DAYS, st.integers(0, 5000)), min_size=1, max_size=3))
    values = tuple(DatedValue(since=since, value=value) for since, value in stages)
    made = Parameter(key="parameter", title=TITLE, unit=_unit(draw, kind, unit), values=values)
    return builder.parameter(made, at=draw(st.none() | DAYS))


def _ratio(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    """A ratio; where a unit is asked for, its numerator carries the unit of the denominator too."""
    below = draw(numbers(kind, None, depth))
    of = signature(below).unit
    above = None if unit is None else units.product(unit, of)
    return builder.divide(draw(numbers(kind, above, depth)), below)


def _product(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    """A number times a figure in the unit that is left."""
    number = draw(numbers(kind, None, depth))
    wanted = _unit(draw, kind, unit)
    return builder.multiply(number, draw(figures(units.quotient(wanted, signature(number).unit))))


def _counted(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node | None:
    if unit in {None, "event"} and _fields(kind, "events") and draw(st.booleans()):
        window = draw(st.sampled_from(get_args(nodes.Window)))
        day = draw(st.none() | st.integers(1, 26))
        moves = day is not None and draw(st.booleans())
        event = draw(st.sampled_from(list(EventKind))).value
        return nodes.EventCount(subject=kind, event=event, window=window, on_day=day, or_next_working_day=moves)
    if unit in {None, "item"}:
        return builder.tally(*draw(st.lists(conditions(kind, depth), min_size=1, max_size=3)))
    return None


def _within(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node:
    holder = draw(st.sampled_from(_holders(kind)))
    return builder.within(holder, draw(numbers(holder, unit, depth)))


@st.composite
def members(draw: Draw, kind: str, depth: int, of: str | None = None) -> builder.MembersOf:
    """Members of a kind of entity, those that it holds itself or those at any depth."""
    held = {model.kind for model in entity_type(kind).member_fields().values()}
    below = sorted(kinds_below(kind) - {kind} if of is None else {of})
    member = draw(st.sampled_from(below))
    direct = member in held and draw(st.booleans())
    made = builder.MembersOf(nodes.Members(subject=kind, of=member, direct=direct))
    return made.where(draw(conditions(member, depth))) if draw(st.booleans()) else made


def _over_members(draw: Draw, kind: str, unit: str | None, depth: int) -> nodes.Node | None:
    reached = unit if unit in kinds_below(kind) - {kind} else None
    if reached is not None or (unit is None and draw(st.booleans())):
        return draw(members(kind, depth, reached)).count()  # type: ignore[no-any-return]  # draw() is untyped
    found = draw(members(kind, depth))
    of = found.count().members.of
    if unit is None or units.is_dimensionless(unit):
        return found.share(draw(conditions(of, depth)))  # type: ignore[no-any-return]  # as above
    return found.total(draw(numbers(of, unit, depth)))  # type: ignore[no-any-return]  # as above


@st.composite
def conditions(draw: Draw, kind: str, depth: int = 3) -> nodes.Node:
    """A condition on a kind of entity.

    Args:
        draw: Given by Hypothesis.
        kind: The kind of entity.
        depth: How many levels the tree may have below the condition.
    """
    ways: list[ConditionWay] = [_limit, _limit, _fact, _dated, _listed, _arranged]
    if depth > 0:
        ways += [_joined, _joined, _between, _source, _indicator, _placed]
        ways += [_for_members] * 2 if entity_type(kind).member_fields() else []
    made = draw(st.sampled_from(ways))(draw, kind, depth - 1)
    return made if made is not None else _limit(draw, kind, depth - 1)


def _limit(draw: Draw, kind: str, depth: int) -> nodes.Node:
    left = draw(numbers(kind, None, min(depth, 2)))
    of = signature(left).unit
    right = draw(figures(of) | numbers(kind, of, min(depth, 2)))
    return builder.compare(left, draw(st.sampled_from(get_args(nodes.Comparison))), right)


def _between(draw: Draw, kind: str, depth: int) -> nodes.Node:
    """A range, both ends of which are written in one unit."""
    value = draw(numbers(kind, None, min(depth, 2)))
    low = draw(figures(signature(value).unit))
    high = draw(figures(low.unit) | numbers(kind, low.unit, 1))
    if units.factor(signature(high).unit, low.unit) != 1:
        high = draw(figures(low.unit)).model_copy(update={"unit": low.unit})
    return builder.between(value, low, high)


def _fact(draw: Draw, kind: str, _depth: int) -> nodes.Node | None:
    known = _fields(kind, "truth", "category")
    if not known:
        return nodes.Always(value=draw(st.booleans()))
    spec = draw(st.sampled_from(known))
    field = nodes.Field(subject=kind, name=spec.name)
    if spec.kind == "truth":
        return draw(st.sampled_from((field, field.is_(True), field.is_(False))))  # type: ignore[no-any-return]
    terms = draw(
        st.lists(st.sampled_from([term.value for term in spec.vocabulary]), min_size=1, max_size=2, unique=True)
    )
    return field.is_(*terms)


def _dated(draw: Draw, kind: str, depth: int) -> nodes.Node | None:
    steps = [nodes.Field(subject=kind, name=name) for name in _steps(kind)]
    dates = [nodes.Field(subject=kind, name=spec.name) for spec in _fields(kind, "date")]
    if not steps:
        return builder.reached(draw(st.sampled_from(dates))) if dates else None
    chosen = draw(st.lists(st.sampled_from(steps), min_size=1, max_size=4, unique_by=id))
    how = draw(st.integers(0, 3))
    if how == 0 and len(chosen) > 1:
        return builder.in_order(*chosen)
    if how == 1:
        return builder.reached(draw(st.sampled_from([*chosen, *dates])))
    if how == 2:  # noqa: PLR2004  a way, not a quantity
        window = draw(st.sampled_from(get_args(nodes.Window)))
        return builder.in_last(chosen[0], window) if draw(st.booleans()) else builder.in_this(chosen[0], window)
    return builder.done_by(*chosen, day=draw(_due(dates, depth)))


def _due(dates: Sequence[nodes.Node], depth: int) -> st.SearchStrategy[nodes.Node]:
    """A day that is written in the rule, recorded in a field, or left to a reading."""
    by: st.SearchStrategy[nodes.Node] = st.builds(lambda day: nodes.Day(value=day), DAYS)
    by = by | st.sampled_from(dates) if dates else by
    if depth > 0:
        by |= st.builds(lambda r, a, b: builder.choose(r, first=a, second=b), st.sampled_from(READINGS), by, by)
    return by


def _listed(draw: Draw, kind: str, _depth: int) -> nodes.Node | None:
    known = _fields(kind, "listing")
    if not known:
        return None
    spec = draw(st.sampled_from(known))
    return builder.includes(nodes.Field(subject=kind, name=spec.name), _how(draw), *_some(draw, list(spec.vocabulary)))


def _how(draw: Draw) -> nodes.Quantifier:
    made: nodes.Quantifier = draw(st.sampled_from(get_args(nodes.Quantifier)))
    return made


def _some(draw: Draw, terms: Sequence[str]) -> list[str]:
    return [str(term) for term in draw(st.lists(st.sampled_from(terms), min_size=1, max_size=3, unique=True))]


def _arranged(draw: Draw, kind: str, _depth: int) -> nodes.Node | None:
    label = entity_type(kind).labels().get("arrangements")
    if not isinstance(label, Attested) or not list(label.vocabulary):
        return None
    term = draw(st.sampled_from(list(label.vocabulary)))
    if not term.parts or draw(st.booleans()):
        return nodes.InPlace(subject=kind, arrangement=term.value)
    parts = tuple(_some(draw, list(term.parts)))
    return nodes.HasParts(subject=kind, arrangement=term.value, parts=parts, how=_how(draw))


def _joined(draw: Draw, kind: str, depth: int) -> nodes.Node:
    parts = draw(st.lists(conditions(kind, depth), min_size=1, max_size=3))
    how = draw(st.sampled_from((builder.all_of, builder.any_of, builder.not_)))
    made: nodes.Node = how(parts[0]) if how is builder.not_ else how(*parts)
    return made


def _source(draw: Draw, kind: str, depth: int) -> nodes.Node:
    first, second = draw(st.tuples(conditions(kind, depth), conditions(kind, depth)))
    if draw(st.booleans()) and not (_weighs_sources(first) or _weighs_sources(second)):
        return builder.either(first, second)
    return builder.choose(draw(st.sampled_from(READINGS)), first=first, second=second)


def _indicator(draw: Draw, kind: str, depth: int) -> nodes.Node:
    return Indicator(key="indicator", title=TITLE, value=draw(conditions(kind, depth)))


def _placed(draw: Draw, kind: str, depth: int) -> nodes.Node | None:
    holders = _holders(kind)
    if not holders:
        return None
    holder = draw(st.sampled_from(holders))
    return builder.within(holder, draw(conditions(holder, depth)))


def _for_members(draw: Draw, kind: str, depth: int) -> nodes.Node:
    found = draw(members(kind, depth))
    that = draw(conditions(found.count().members.of, depth))
    made: nodes.Node = draw(st.sampled_from((found.every, found.some)))(that)
    return made


DOCUMENT = Document(
    id="test-2012",
    title=TITLE,
    issuer=TITLE,
    issued=date(2012, 1, 1),
    in_force_from=date(2012, 1, 1),
    last_checked=date(2012, 1, 1),
    clauses=(Clause(number="1", title=TITLE),),
)
"""The document of rulebooks that are drawn."""


@st.composite
def rulebooks(draw: Draw, kind: str, *, rules: int = 2, depth: int = 3) -> Rulebook:
    """Rulebooks with random requirements of one kind of entity, in force from the first day of 2012.

    Args:
        draw: Given by Hypothesis.
        kind: The kind of entity.
        rules: How many requirements there are at most.
        depth: How many levels the trees of conditions may have.
    """
    made = [
        Requirement(
            key=f"rule-{number}",
            title=TITLE,
            must=draw(conditions(kind, depth).filter(lambda node: signature(node).subject is not None)),
            when=draw(st.none() | conditions(kind, 1)),
            modality=draw(st.sampled_from(Modality)),
            due=draw(st.none() | DAYS),
            breach_when=draw(st.none() | conditions(kind, 1)),
            source=DOCUMENT.clause("1"),
        )
        for number in range(draw(st.integers(1, rules)))
    ]
    return Rulebook(DOCUMENT, tuple(made))
