"""What an entity records, as far as a condition reads it: short phrases for people, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from itertools import pairwise
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.expressions import nodes, words
from civic_rules.expressions.interpreter import interpret, read_path
from civic_rules.expressions.kinds import arrangement_term, counting_unit, field_spec
from civic_rules.expressions.scope import Scope
from civic_rules.expressions.sentences import answers
from civic_rules.expressions.steps import act
from civic_rules.expressions.voice import Voice
from civic_rules.expressions.windows import is_on_day, last_window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civic_rules.entities import Attestation, Entity
    from civic_rules.expressions.scope import Context
    from civic_rules.verdicts import Truth

SHOWN = 8
"""How many members, or missing fields, are named before the rest is only counted."""


def entity_name(entity: Entity) -> str:
    """The name of an entity with its id, or the id alone."""
    return f"{entity.name} ({entity.id})" if entity.name and entity.name != entity.id else entity.id


def named(names: Sequence[str], voice: Voice, joiner: tuple[str, str] = ("、", ", ")) -> str:
    """Some names, and how many more there are.

    Args:
        names: The names.
        voice: The voice.
        joiner: What stands between them, in Chinese and in English.

    Examples:
        >>> from civic_rules.expressions.voice import Voice
        >>> named(["c1", "c2"], Voice("zh")), named([f"c{n}" for n in range(10)], Voice("en"))
        ('c1、c2', 'c0, c1, c2, c3, c4, c5, c6, c7 and 2 more')
    """
    more = len(names) - SHOWN
    shown = joiner[0 if voice.zh else 1].join(names[:SHOWN])
    if more <= 0:
        return shown
    return f"{shown}等共{len(names)}项" if voice.zh else f"{shown} and {more} more"


def pair(name: str, value: str, voice: Voice) -> str:
    """A name with its value."""
    return f"{name}：{value}" if voice.zh else f"{name}: {value}"


def not_known(voice: Voice) -> str:
    """The word for what is not known."""
    return "不明" if voice.zh else "not known"


def label(field: nodes.Field, voice: Voice) -> str:
    """The name of a field, with the holder that it belongs to."""
    name = words.field_label(field.subject, field.name, voice.lang)
    if not voice.holder:
        return name
    return f"{voice.before()}的{name}" if voice.zh else f"{name}{voice.after()}"


@singledispatch
def told(node: nodes.Node, scope: Scope, voice: Voice) -> list[str]:
    """What is recorded of everything that an expression reads, each once.

    Args:
        node: The expression.
        scope: The entity in its place.
        voice: How it is spoken; its context says the day and the readings.
    """
    return list(dict.fromkeys(one for child in node.children() for one in told(child, scope, voice)))


def _context(voice: Voice) -> Context:
    if voice.context is None:
        msg = "evidence is told of an audit: the voice needs its context"
        raise ValueError(msg)
    return voice.context


@told.register
def _(node: nodes.Field, scope: Scope, voice: Voice) -> list[str]:
    if node.name.endswith(".done"):
        return [_step_told(nodes.Field(subject=node.subject, name=node.name.removesuffix(".done")), scope, voice)]
    spec = field_spec(node.subject, node.name)
    return [pair(label(node, voice), words.value_text(read_path(scope.row, node.name), spec, voice.lang), voice)]


@told.register
def _(node: nodes.ParameterValue, _scope: Scope, voice: Voice) -> list[str]:
    value = node.parameter.on(node.at or _context(voice).on)
    unset = "尚无数值" if voice.zh else "not yet set"
    amount = unset if value is None else words.amount_text(value, node.parameter.unit, voice.lang)
    return [pair(words.quoted(node.parameter.title.in_(voice.lang)), amount, voice)]


@told.register
def _(node: nodes.EventCount, scope: Scope, voice: Voice) -> list[str]:
    first, last = last_window(node.window, _context(voice).on)
    since, until = (words.day_text(day, voice.lang) for day in (first, last))
    event = words.quoted(words.event_name(node.event, voice.lang))
    name = f"{since}至{until}{event}" if voice.zh else f"{event} from {since} to {until}"
    events = scope.row["events"]
    if events is None:
        return [pair(name, "无记录" if voice.zh else "no record", voice)]
    in_window = [one.on for one in events if one.kind == node.event and first <= one.on <= last]
    days = [day for day in in_window if is_on_day(day, node.on_day, or_next_working_day=node.or_next_working_day)]
    count = f"{len(days)}次" if voice.zh else str(len(days))
    dates = named([words.day_text(day, voice.lang) for day in days], voice)
    space = "" if voice.zh else " "
    return [pair(name, f"{count}{space}{voice.bracketed(dates)}" if days else count, voice)]


@told.register
def _(node: nodes.Choice, scope: Scope, voice: Voice) -> list[str]:
    key = _context(voice).option(node.reading)
    if key is None:
        return []
    option = node.reading.option(key)
    if answers(node) and option is not None:
        return [pair("答案" if voice.zh else "answer", words.quoted(option.title.in_(voice.lang)), voice)]
    return told(node.options[key], scope, voice)


@told.register
def _(node: nodes.Within, scope: Scope, voice: Voice) -> list[str]:
    holder = scope.above(node.subject)
    if holder is not None:
        return told(node.value, holder, voice.of_holder(node.subject))
    kind = words.kind_name(node.subject, voice.lang)
    return [f"未给出所在{kind}" if voice.zh else f"its {kind} is not given"]


# -- members ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """A member: whether it counts, and whether what is asked of it holds."""

    name: str
    counts: Truth
    holds: Truth


def _asked(members: nodes.Members, that: nodes.Node | None, scope: Scope, voice: Voice) -> Iterator[_Asked]:
    context = _context(voice)
    for one in scope.members(members.of, direct=members.direct)[0]:
        counts = True if members.where is None else interpret(members.where, one, context).value
        if counts is not False:
            holds = True if that is None else interpret(that, one, context).value
            yield _Asked(entity_name(one.entity), counts, holds)


def _group(count: int, names: Sequence[str], words_of: tuple[str, str], unit: str, voice: Voice) -> str:
    """One group of members: how many, and who they are where that matters."""
    who = f"（{named(names, voice)}）" if voice.zh and names else f" ({named(names, voice)})" if names else ""
    if voice.zh:
        return f"{words_of[0]}{words.amount_text(count, unit, 'zh')}{who}"
    return f"{words_of[1]} {count}{who}"


_HOLDS: dict[Truth, tuple[str, str]] = {
    True: ("符合", "it holds for"),
    False: ("不符合", "not for"),
    None: ("不明", "not known for"),
}


def _members_told(members: nodes.Members, scope: Scope, voice: Voice, that: nodes.Node | None = None) -> list[str]:
    """How many members count, and for which of them what is asked holds, does not, or is not known."""
    asked = list(_asked(members, that, scope, voice))
    counted = [one for one in asked if one.counts is True]
    unit, kind = counting_unit(members.of), words.kind_name(members.of, voice.lang, many=True)
    said = []
    for state, heads in _HOLDS.items():
        names = [one.name for one in counted if one.holds is state]
        if that is not None and counted and (names or state):
            said.append(_group(len(names), [] if state else names, heads, unit, voice))
    open_ones = [one.name for one in asked if one.counts is None]
    if open_ones:
        said.append(_group(len(open_ones), open_ones, ("不明是否计入", "not known whether these count:"), unit, voice))
    gaps = scope.members(members.of, direct=members.direct)[1]
    if gaps:
        where = voice.bracketed(named(gaps, voice))
        said.append(f"缺{kind}名单{where}" if voice.zh else f"the list of {kind} is missing {where}")
    joined = ("，" if voice.zh else ", ").join(said)
    if gaps and not asked:
        return [joined]
    head = _head(members, len(counted), voice)
    return [pair(head, joined, voice) if said else head]


def _head(members: nodes.Members, count: int, voice: Voice) -> str:
    """How many members count."""
    if voice.zh:
        return f"计入的{words.kind_name(members.of, 'zh')}{words.amount_text(count, counting_unit(members.of), 'zh')}"
    verb = "counts" if count == 1 else "count"
    return f"{units.format_number(count)} {words.kind_name(members.of, 'en', many=count != 1)} {verb}"


@told.register
def _(node: nodes.Count, scope: Scope, voice: Voice) -> list[str]:
    return _members_told(node.members, scope, voice)


@told.register
def _(node: nodes.Total, scope: Scope, voice: Voice) -> list[str]:
    return _members_told(node.members, scope, voice)


@told.register(nodes.Share)
@told.register(nodes.Every)
@told.register(nodes.Some)
def _(node: nodes.Share | nodes.Every | nodes.Some, scope: Scope, voice: Voice) -> list[str]:
    return _members_told(node.members, scope, voice, node.that)


# -- listings and arrangements ---------------------------------------------------------------------------------

_THERE = {True: ("已有", "there"), False: ("缺少", "lacking"), None: ("不明", "not known")}
_FORBIDDEN = {True: ("存在", "found"), False: ("不存在", "not found"), None: ("不明", "not known")}


def _states(states: Sequence[tuple[str, Truth]], how: str, voice: Voice) -> list[str]:
    """Which of several things are there, which are not, and which are not known."""
    said = []
    for state, heads in (_FORBIDDEN if how == "none" else _THERE).items():
        names = [name for name, known in states if known is state]
        if names:
            said.append(pair(heads[0 if voice.zh else 1], ("、" if voice.zh else ", ").join(names), voice))
    return said


@told.register(nodes.AllOf)
@told.register(nodes.AnyOf)
@told.register(nodes.Tally)
def _(node: nodes.AllOf | nodes.AnyOf | nodes.Tally, scope: Scope, voice: Voice) -> list[str]:
    parts = _merged(node.conditions)
    return list(dict.fromkeys(one for part in parts for one in told(part, scope, voice)))


def _merged(conditions: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The conditions, with what is asked of one listing put together, so that the listing is told once."""
    made: dict[str, nodes.Node] = {}
    for place, one in enumerate(conditions):
        if not isinstance(one, nodes.Includes):
            made[str(place)] = one
            continue
        key = f"{one.listing.name} {one.how == 'none'}"
        before = made.get(key)
        items = (*before.items, *one.items) if isinstance(before, nodes.Includes) else one.items
        made[key] = one.model_copy(update={"items": tuple(dict.fromkeys(items))})
    return list(made.values())


@told.register
def _(node: nodes.Includes, scope: Scope, voice: Voice) -> list[str]:
    known = read_path(scope.row, node.listing.name)
    name = label(node.listing, voice)
    if known is None:
        return [pair(name, not_known(voice), voice)]
    vocabulary = field_spec(node.listing.subject, node.listing.name).vocabulary
    states = [(words.term_name(vocabulary, item, voice.lang), known.get(item)) for item in node.items]
    first, *more = _states(states, node.how, voice)
    return [f"{name}{'' if voice.zh else ' '}{first}", *more]


@told.register
def _(node: nodes.HasParts, scope: Scope, voice: Voice) -> list[str]:
    known = scope.row["arrangements"].get(node.arrangement)
    name = words.arrangement_name(node.subject, node.arrangement, voice.lang)
    if known is None:
        return [pair(name, not_known(voice), voice)]
    parts = arrangement_term(node.subject, node.arrangement).parts
    states = [(parts[part].title(voice.lang), known.part(part)) for part in node.parts]
    first, *more = _states(states, node.how, voice)
    return [f"{name}{'' if voice.zh else ' '}{first}", *more, *_recorded(known, voice)]


@told.register
def _(node: nodes.InPlace, scope: Scope, voice: Voice) -> list[str]:
    known = scope.row["arrangements"].get(node.arrangement)
    name = words.arrangement_name(node.subject, node.arrangement, voice.lang)
    state = None if known is None else known.in_place
    heads = {True: ("已落实", "in place"), False: ("未落实", "not in place"), None: ("不明", "not known")}
    said = pair(name, heads[state][0 if voice.zh else 1], voice)
    return [said] if known is None else [said, *_recorded(known, voice)]


def _recorded(known: Attestation, voice: Voice) -> list[str]:
    """Since when an arrangement has been in place, and where that is recorded."""
    said = []
    if known.since is not None:
        said.append(pair("起始日期" if voice.zh else "since", words.day_text(known.since, voice.lang), voice))
    if known.recorded_in:
        said.append(pair("依据" if voice.zh else "recorded in", known.recorded_in, voice))
    return said


# -- steps -----------------------------------------------------------------------------------------------------


def _step_told(step: nodes.Field, scope: Scope, voice: Voice) -> str:
    done, day = act(read_path(scope.row, step.name), _context(voice).on)
    if day is not None:
        text = words.day_text(day, voice.lang)
        if not done:
            text = f"定于{text}" if voice.zh else f"set for {text}"
    elif done is None:
        text = not_known(voice)
    else:
        heads = {True: ("已完成，日期不明", "done, day not known"), False: ("尚未完成", "not done")}
        text = heads[done][0 if voice.zh else 1]
    return pair(label(step, voice), text, voice)


@told.register
def _(node: nodes.DoneBy, scope: Scope, voice: Voice) -> list[str]:
    return [*(_step_told(step, scope, voice) for step in node.steps), *told(node.by, scope, voice)]


@told.register
def _(node: nodes.InOrder, scope: Scope, voice: Voice) -> list[str]:
    return [*(_step_told(step, scope, voice) for step in node.steps), *_disorder(node, scope, voice)]


@told.register(nodes.Reached)
@told.register(nodes.InWindow)
def _(node: nodes.Reached | nodes.InWindow, scope: Scope, voice: Voice) -> list[str]:
    is_date = field_spec(node.step.subject, node.step.name).kind == "date"
    return told(node.step, scope, voice) if is_date else [_step_told(node.step, scope, voice)]


def _disorder(node: nodes.InOrder, scope: Scope, voice: Voice) -> list[str]:
    """Each step that was done before the one that precedes it."""
    on = _context(voice).on
    days = [(label(step, voice), act(read_path(scope.row, step.name), on)[1]) for step in node.steps]
    known = [(name, day) for name, day in days if day is not None]
    early = [(later, earlier) for (earlier, first), (later, second) in pairwise(known) if second < first]
    return [f"{later}早于{earlier}" if voice.zh else f"{later} came before {earlier}" for later, earlier in early]
