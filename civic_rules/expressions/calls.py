"""What each function of a formula makes: the functions that stand by themselves, and those called on something."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civic_rules.entities import EventKind, Vocabulary
from civic_rules.errors import did_you_mean, shown
from civic_rules.expressions import builder, nodes, syntax
from civic_rules.expressions.formulas import DAY, WINDOWS, english
from civic_rules.expressions.kinds import arrangement_term, field_spec
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from civic_rules.expressions.parsing import Reader

WINDOW_NAMES = english(WINDOWS)

LAST_DAY = 26
"""The last day of the month on which events can be asked for."""


A_STEP = both("a step of a subject", "对象的步骤")
A_TERM = both("a term", "词项")


def one_of(known: Iterable[str]) -> Message:
    """The words of which one was expected."""
    return said("one of {known}", "以下之一：{known}", known=joined(known))


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of entity: by itself no expression."""

    kind: str


@dataclass(frozen=True, slots=True)
class Arranged:
    """An arrangement of a subject: by itself no expression."""

    kind: str
    name: str


Value = nodes.Node | Subject | Arranged


# -- functions -------------------------------------------------------------------------------------------------

Read = Callable[["Reader", ast.Call], nodes.Node]


def _of_several(build: Callable[..., nodes.Node], least: int, most: int | None = None) -> Read:
    """A function of expressions alone."""
    return lambda reader, tree: build(*reader.expressions(tree, least, most))


def _quantity(reader: Reader, tree: ast.Call) -> nodes.Node:
    number, *unit = reader.arguments(tree, 1, 2)
    if not unit:
        return builder.quantity(reader.text(number, both("a quantity", "数量")))
    is_negative = isinstance(number, ast.UnaryOp) and isinstance(number.op, ast.USub)
    inner = number.operand if isinstance(number, ast.UnaryOp) and is_negative else number
    value = inner.value if isinstance(inner, ast.Constant) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise reader.instead(number, syntax.found(number), both("a number", "数"))
    signed = -value if is_negative else value
    return builder.checked(nodes.Number(value=signed, unit=reader.text(unit[0], both("a unit", "单位"))))


def _within(reader: Reader, tree: ast.Call) -> nodes.Node:
    kind, value = reader.arguments(tree, 2, 2)
    return builder.within(reader.kind(kind), reader.expression(value))


def _done_by(reader: Reader, tree: ast.Call) -> nodes.Node:
    steps = reader.steps(tree, 1, named=True)
    days = [one.value for one in tree.keywords if one.arg in DAY.values()]
    if len(days) != 1 or len(tree.keywords) != 1:
        message = both(
            "done_by() takes steps and then one day, as day='2013-03-31'",
            "done_by() 先写各步骤，再写一个日期，如 day='2013-03-31'",
        )
        raise reader.refusal(tree, message)
    return builder.done_by(*steps, day=reader.expression(days[0]))


def _parameter(reader: Reader, tree: ast.Call) -> nodes.Node:
    key, *at = reader.arguments(tree, 1, 2)
    found = reader.keyed(key, both("a parameter", "参数"), reader.parameters)
    return builder.parameter(found, at=reader.day(at[0]) if at else None)


def _indicator(reader: Reader, tree: ast.Call) -> nodes.Node:
    (key,) = reader.arguments(tree, 1, 1)
    return builder.checked(reader.keyed(key, both("an indicator", "指标"), reader.indicators))


def _reading(reader: Reader, tree: ast.Call) -> nodes.Node:
    (key,) = reader.arguments(tree, 1, 1, named=True)
    reading = reader.keyed(key, both("a reading", "解读"), reader.readings)
    options: dict[str, nodes.Node] = {}
    for name, value in _options(reader, tree):
        if name in options:
            twice = said("the option {name!r} stands twice", "选项 {name!r} 写了两次", name=name)
            raise reader.refusal(value, twice)
        options[name] = reader.expression(value)
    return builder.checked(nodes.Choice(reading=reading, options=options))


def _in_window(reader: Reader, tree: ast.Call, which: nodes.Which) -> nodes.Node:
    step, window = reader.arguments(tree, 2, 2)
    field = reader.expression(step)
    if not isinstance(field, nodes.Field):
        raise reader.instead(step, syntax.found(step), A_STEP)
    made = {"step": field, "window": _window(reader, window), "which": which}
    return builder.checked(nodes.InWindow.model_validate(made))


def _options(reader: Reader, tree: ast.Call) -> list[tuple[str, ast.expr]]:
    """The options of a reading: named values, or quoted keys behind two stars."""
    found: list[tuple[str, ast.expr]] = []
    for one in tree.keywords:
        if one.arg is not None:
            found.append((one.arg.replace("_", "-"), one.value))
            continue
        if not isinstance(one.value, ast.Dict):
            wanted = both("options with their keys", "带编号的选项")
            raise reader.instead(one.value, syntax.found(one.value), wanted)
        for option, value in zip(one.value.keys, one.value.values, strict=True):
            found.append((reader.text(option or value, both("an option", "选项")), value))
    return found


READ: dict[str, Read] = {
    "all_of": _of_several(builder.all_of, 1),
    "any_of": _of_several(builder.any_of, 1),
    "not_": _of_several(builder.not_, 1, 1),
    "tally": _of_several(builder.tally, 1),
    "largest": _of_several(builder.largest, 2),
    "smallest": _of_several(builder.smallest, 2),
    "round_up": _of_several(builder.round_up, 1, 1),
    "add": _of_several(builder.add, 2),
    "multiply": _of_several(builder.multiply, 2),
    "quantity": _quantity,
    "either": _of_several(builder.either, 2),
    "within": _within,
    "done_by": _done_by,
    "in_order": lambda reader, tree: builder.in_order(*reader.steps(tree, 2)),
    "reached": lambda reader, tree: builder.reached(*reader.steps(tree, 1, 1)),
    "in_last": lambda reader, tree: _in_window(reader, tree, "last"),
    "in_this": lambda reader, tree: _in_window(reader, tree, "this"),
    "parameter": _parameter,
    "reading": _reading,
    "indicator": _indicator,
}
"""How each function is read."""


# -- methods ---------------------------------------------------------------------------------------------------


def _term(vocabulary: type[Vocabulary] | None, name: str) -> str:
    """The id of a term that is named by its id or its Chinese name; an unknown name is left to the builder."""
    try:
        return vocabulary(name).value if vocabulary else name
    except ValueError:
        return name


def _is(reader: Reader, tree: ast.Call, start: nodes.Node) -> nodes.Node:
    target = nodes.unwrapped(start)
    vocabulary = field_spec(target.subject, target.name).vocabulary if isinstance(target, nodes.Field) else None
    terms: list[bool | str] = []
    for one in reader.arguments(tree, 1):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            terms.append(_term(vocabulary, one.value))
            continue
        value = reader.value(one)
        if not isinstance(value, nodes.Always):
            wanted = both("a term in quotation marks, True or False", "引号中的词项、True 或 False")
            raise reader.instead(one, syntax.found(one), wanted)
        terms.append(value.value)
    return builder.is_(start, *terms)


def _includes(how: nodes.Quantifier) -> Callable[[Reader, ast.Call, nodes.Node], nodes.Node]:
    def read(reader: Reader, tree: ast.Call, start: nodes.Node) -> nodes.Node:
        vocabulary = field_spec(start.subject, start.name).vocabulary if isinstance(start, nodes.Field) else None
        return builder.includes(start, how, *(_term(vocabulary, item) for item in reader.texts(tree, A_TERM)))

    return read


def _has(how: nodes.Quantifier) -> Callable[[Reader, ast.Call, Arranged], nodes.Node]:
    def read(reader: Reader, tree: ast.Call, start: Arranged) -> nodes.Node:
        term = arrangement_term(start.kind, start.name)
        named = [(name, term.part(name)) for name in reader.texts(tree, both("a part", "组成部分"))]
        parts = tuple(found.key if found else name for name, found in named)
        return builder.checked(nodes.HasParts(subject=start.kind, arrangement=start.name, parts=parts, how=how))

    return read


def _where(reader: Reader, tree: ast.Call, start: nodes.Members) -> nodes.Node:
    condition = reader.one(tree)
    joined_up = condition if start.where is None else builder.all_of(start.where, condition)
    return builder.checked(start.model_copy(update={"where": joined_up}))


def _count(reader: Reader, tree: ast.Call, start: nodes.Members) -> nodes.Node:
    reader.arguments(tree, 0, 0)
    return builder.checked(nodes.Count(members=start))


def _between(reader: Reader, tree: ast.Call, start: nodes.Node) -> nodes.Node:
    return builder.between(start, *reader.expressions(tree, 2, 2))


def _step_done_by(reader: Reader, tree: ast.Call, start: nodes.Node) -> nodes.Node:
    if not isinstance(start, nodes.Field):
        message = both("expected a step of a subject before .done_by()", ".done_by() 之前应为对象的步骤")
        raise reader.refusal(tree, message)
    return builder.done_by(start, day=reader.one(tree))


def _arrangement(reader: Reader, tree: ast.Call, start: Subject) -> Arranged:
    (name,) = reader.arguments(tree, 1, 1)
    return Arranged(start.kind, arrangement_term(start.kind, reader.text(name, both("an arrangement", "制度"))).value)


def _all(reader: Reader, tree: ast.Call, start: Subject) -> nodes.Node:
    (kind,) = reader.arguments(tree, 1, 1)
    return builder.checked(nodes.Members(subject=start.kind, of=reader.kind(kind)))


def _event_count(reader: Reader, tree: ast.Call, start: Subject) -> nodes.Node:
    event, window, *when = reader.arguments(tree, 2, 4)
    kind = _term(EventKind, reader.text(event, both("a kind of event", "事项的种类")))
    made: dict[str, object] = {"subject": start.kind, "event": kind, "window": _window(reader, window)}
    if when:
        made["on_day"] = _day_of_month(reader, when[0])
    if when[1:]:
        moves = reader.value(when[1])
        made["or_next_working_day"] = isinstance(moves, nodes.Always) and moves.value
    return builder.checked(nodes.EventCount.model_validate(made))


def _day_of_month(reader: Reader, tree: ast.expr) -> int:
    value = tree.value if isinstance(tree, ast.Constant) else None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LAST_DAY:
        wanted = said("a day of the month from 1 to {last}", "每月 1 日至 {last} 日中的一天", last=LAST_DAY)
        raise reader.instead(tree, syntax.found(tree), wanted)
    return value


def _window(reader: Reader, tree: ast.expr) -> str:
    name = reader.text(tree, both("a calendar window", "日历期间"))
    if name not in WINDOW_NAMES:
        raise reader.instead(tree, shown(name), one_of(WINDOWS), did_you_mean(name, WINDOW_NAMES))
    return WINDOW_NAMES[name]


def _in_place(reader: Reader, tree: ast.Call, start: Arranged) -> nodes.Node:
    reader.arguments(tree, 0, 0)
    return builder.checked(nodes.InPlace(subject=start.kind, arrangement=start.name))


CALLED: tuple[tuple[type, dict[str, Callable[..., Value]]], ...] = (
    (Subject, {"arrangement": _arrangement, "all": _all, "event_count": _event_count}),
    (Arranged, {"in_place": _in_place, "has_all": _has("all"), "has_any": _has("any"), "has_none": _has("none")}),
    (
        nodes.Members,
        {
            "where": _where,
            "count": _count,
            "total": lambda reader, tree, start: builder.checked(nodes.Total(members=start, value=reader.one(tree))),
            "share": lambda reader, tree, start: builder.checked(nodes.Share(members=start, that=reader.one(tree))),
            "every": lambda reader, tree, start: builder.checked(nodes.Every(members=start, that=reader.one(tree))),
            "some": lambda reader, tree, start: builder.checked(nodes.Some(members=start, that=reader.one(tree))),
        },
    ),
    (
        nodes.Node,
        {
            "is_": _is,
            "equals": lambda reader, tree, start: builder.compare(start, "==", reader.one(tree)),
            "between": _between,
            "includes_all": _includes("all"),
            "includes_any": _includes("any"),
            "includes_none": _includes("none"),
            "done_by": _step_done_by,
        },
    ),
)
"""What can be called on what."""
