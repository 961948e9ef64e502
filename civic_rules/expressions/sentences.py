"""Expressions as plain sentences, in English and Chinese: what a rule says, for people who do not read formulas.

A condition becomes a clause, a number or a date a phrase. Both languages are written from the same tree.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.expressions import nodes, words
from civic_rules.expressions.kinds import field_spec
from civic_rules.expressions.phrases import (
    chinese_members,
    english_members,
    is_count,
    predicate_of,
    said_of_truth,
    step_groups,
    step_state,
    were_done,
)
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.voice import Voice, clause, say
from civic_rules.expressions.words import listed

if TYPE_CHECKING:
    from civic_rules.expressions.scope import Context
    from civic_rules.units import Lang

SENSES = {
    ">=": ("不低于", "不少于", "at least"),
    ">": ("高于", "多于", "more than"),
    "<=": ("不高于", "不超过", "at most"),
    "<": ("低于", "少于", "less than"),
    "==": ("等于", "等于", "exactly"),
}
"""How a comparison reads: in Chinese of amounts and of things that are counted, and in English."""

ITEMS = (";", ":", "；", "：")
"""What joins the items of a list."""

OPPOSITES = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "==": ""}


def sentence(node: nodes.Node, lang: Lang = "en", context: Context | None = None) -> str:
    """An expression as a plain sentence or phrase, without a full stop.

    Args:
        node: Any expression.
        lang: "en" for English, "zh" for Chinese.
        context: The audit whose readings are taken; without one every option of a reading is told.

    Examples:
        >>> from civic_rules.expressions import largest, subject
        >>> community = subject("community")
        >>> rule = community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)")
        >>> sentence(rule)
        'the facility area is at least the larger of 400 m² and the number of households times 20 m² per 100 households'
        >>> sentence(rule, "zh")
        '服务用房面积不低于400平方米与户数×20平方米/百户中的较大者'
    """
    return say(node, Voice(lang, context))


# -- members


@say.register
def _(node: nodes.Every, voice: Voice) -> str:
    own = voice.of_holder("")
    if voice.zh:
        flows = predicate_of(node.that) is not None or isinstance(node.that, nodes.Some)
        text = say(node.that, own)
        return f"所有{chinese_members(node.members, voice)}均{text if flows else f'满足{words.quoted(text)}'}"
    return _english_about(f"every {english_members(node.members, voice, many=False)}", node.that, own, many=False)


@say.register
def _(node: nodes.Some, voice: Voice) -> str:
    where = node.members.where
    both = node.that if where is None else nodes.AllOf(conditions=(where, node.that))
    members = node.members.model_copy(update={"where": both})
    if voice.zh:
        return f"至少有一{words.MEASURE_WORDS.get(members.of, '个')}{chinese_members(members, voice)}"
    return f"there is at least one {english_members(members, voice, many=False)}"


def _english_about(who: str, condition: nodes.Node, voice: Voice, *, many: bool) -> str:
    """A condition said of members: "every worker is qualified", "for every worker, the annual pay is ..."."""
    said = predicate_of(condition)
    if said is not None and not said.about:
        return said.of(who, many=many)
    return f"for {who}, {say(condition, voice)}"


# -- names, choices, sources -----------------------------------------------------------------------------------


@say.register
def _(node: nodes.Indicator, voice: Voice) -> str:
    title = f"{voice.before()}{'的' if voice.holder else ''}{words.quoted(node.title.in_(voice.lang))}"
    if signature(node).kind != "truth":
        return title
    return f"{title}成立" if voice.zh else f"{title} holds"


def answers(node: nodes.Choice) -> list[str]:
    """The answers to a reading for which a condition holds, where it depends on nothing else; else none.

    Args:
        node: What stands for each option of the reading.
    """
    if not all(isinstance(one, nodes.Always) for one in node.options.values()):
        return []
    return [one.key for one in node.reading.options if node.options[one.key] == nodes.Always(value=True)]


def _answered(node: nodes.Choice, keys: list[str], voice: Voice, *, holds: bool) -> str:
    question = words.quoted(node.reading.title.in_(voice.lang))
    titles = [words.quoted(one.title.in_(voice.lang)) for one in node.reading.options if one.key in keys]
    answer = listed(titles, voice.lang, "or")
    if voice.zh:
        return f"对{question}的答案{'为' if holds else '不是'}{answer}"
    return f"the answer to {question} is {'' if holds else 'not '}{answer}"


@say.register
def _(node: nodes.Choice, voice: Voice) -> str:
    keys = answers(node)
    if keys:
        return _answered(node, keys, voice, holds=True)
    option = None if voice.context is None else voice.context.option(node.reading)
    if option is not None:
        return say(node.options[option], voice)
    question = node.reading.title.in_(voice.lang)
    each = [(one.title.in_(voice.lang), say(node.options[one.key], voice)) for one in node.reading.options]
    if voice.zh:
        options = "；".join(f"{words.quoted(title)}时，{text}" for title, text in each)
        return f"（依对{words.quoted(question)}的答案：{options}）"
    options = "; ".join(f"if {words.quoted(title)}, {text}" for title, text in each)
    return f"(by the answer to {words.quoted(question)}: {options})"


@say.register
def _(node: nodes.Within, voice: Voice) -> str:
    return say(node.value, voice.of_holder(node.subject))


@say.register
def _(node: nodes.Either, voice: Voice) -> str:
    first, *others = [say(source, voice) for source in node.sources]
    if voice.zh:
        return f"{first}（另有来源：{'；'.join(others)}）"
    return f"{first} (or, from another source: {'; '.join(others)})"


# -- conditions ------------------------------------------------------------------------------------------------


@say.register
def _(node: nodes.Compare, voice: Voice) -> str:
    return _compared(node, node.op, voice)


def _compared(node: nodes.Compare, op: str, voice: Voice) -> str:
    left, right = node.left, node.right
    if isinstance(left, nodes.Field) and isinstance(right, nodes.Number) and right.value == 0 and op == ">=":
        return f"{say(left, voice)}{'已有数据' if voice.zh else ' is on record'}"
    if isinstance(left, nodes.Tally) and isinstance(right, nodes.Number):
        return _tallied(left, op, right, voice)
    if isinstance(left, nodes.Share) and isinstance(right, (nodes.Number, nodes.ParameterValue)) and not voice.zh:
        who = f"{SENSES[op][2]} {say(right, voice)} of the {english_members(left.members, voice, many=True)}"
        return _english_about(who, left.that, voice.of_holder(""), many=True)
    if voice.zh:
        return f"{say(left, voice)}{chinese_sense(left, op)}{say(right, voice)}"
    return f"{say(left, voice)} {_be(left)} {SENSES[op][2]} {_against(left, right, voice)}"


def chinese_sense(value: nodes.Node, op: str) -> str:
    """How a comparison reads in Chinese: 不少于 of what is counted, 不低于 of anything else."""
    return SENSES[op][1 if units.is_counted(signature(value).unit) else 0]


def _against(left: nodes.Node, right: nodes.Node, voice: Voice) -> str:
    """A limit in English, without its unit where what is counted was just named."""
    if is_count(left) and isinstance(right, nodes.Number) and _is_same_unit(left, right):
        return units.format_number(right.value)
    return say(right, voice)


def _is_same_unit(left: nodes.Node, right: nodes.Node) -> bool:
    return units.factor(signature(left).unit, signature(right).unit) == 1


def _be(node: nodes.Node) -> str:
    if not isinstance(node, nodes.Field) or is_count(node):
        return "is"
    return "are" if words.is_many(words.last_words(node.name)) else "is"


def _tallied(tally: nodes.Tally, op: str, right: nodes.Number, voice: Voice) -> str:
    number, count = units.format_number(right.value), len(tally.conditions)
    items = _itemised(tally, voice)
    if op == ">=" and right.value == count and _is_same_unit(tally, right):
        return f"以下{count}项全部成立：{items}" if voice.zh else f"all of these hold: {items}"
    if voice.zh:
        return f"以下{count}项中，成立的{SENSES[op][1]}{number}项：{items}"
    return f"{SENSES[op][2]} {number} of these {count} {'holds' if right.value == 1 else 'hold'}: {items}"


@say.register
def _(node: nodes.Tally, voice: Voice) -> str:
    if voice.zh:
        return f"以下{len(node.conditions)}项中成立的项数（{_itemised(node, voice)}）"
    return f"the number of these that hold ({_itemised(node, voice)})"


def _itemised(tally: nodes.Tally, voice: Voice) -> str:
    items = [
        words.quoted(one.title.in_(voice.lang)) if isinstance(one, nodes.Indicator) else clause(one, voice, ITEMS)
        for one in tally.conditions
    ]
    return ("；" if voice.zh else "; ").join(items)


@say.register
def _(node: nodes.Between, voice: Voice) -> str:
    if voice.zh:
        return f"{say(node.value, voice)}在{say(node.low, voice)}至{say(node.high, voice)}之间（含）"
    low, high = (_against(node.value, end, voice) for end in (node.low, node.high))
    return f"{say(node.value, voice)} {_be(node.value)} from {low} to {high}"


@say.register
def _(node: nodes.Is, voice: Voice) -> str:
    return _is(node, voice, holds=True)


def _is(node: nodes.Is, voice: Voice, *, holds: bool) -> str:
    truths = {term for term in node.terms if isinstance(term, bool)}
    if not truths:
        return _is_term(node, voice, holds=holds)
    if len(truths) > 1:
        text = say(node.value, voice)
        known = f"已知是否{words.quoted(text)}" if voice.zh else f"it is known whether {text}"
        return known if holds else _not(known, voice)
    return say(node.value, voice) if (truths == {True}) is holds else denied(node.value, voice)


def _is_term(node: nodes.Is, voice: Voice, *, holds: bool) -> str:
    field = nodes.unwrapped(node.value)
    spec = field_spec(field.subject, field.name) if isinstance(field, nodes.Field) else None
    vocabulary = spec.vocabulary if spec else None
    names = [words.term_name(vocabulary, str(term), voice.lang) for term in node.terms]
    spaced = [words.quoted(name) if " " in name and not name.startswith("“") else name for name in names]
    terms = listed(spaced, voice.lang, "or")
    if voice.zh:
        return f"{say(node.value, voice)}{'为' if holds else '不是'}{terms}"
    return f"{say(node.value, voice)} is {'' if holds else 'not '}{terms}"


@say.register
def _(node: nodes.AllOf, voice: Voice) -> str:
    return ("，且" if voice.zh else " and ").join(clause(part, voice) for part in node.conditions)


@say.register
def _(node: nodes.AnyOf, voice: Voice) -> str:
    return ("，或" if voice.zh else " or ").join(clause(part, voice) for part in node.conditions)


@say.register
def _(node: nodes.Not, voice: Voice) -> str:
    return denied(node.condition, voice)


@singledispatch
def denied(node: nodes.Node, voice: Voice) -> str:
    """A condition that must not hold, in a voice."""
    return _not(say(node, voice), voice)


def _not(text: str, voice: Voice) -> str:
    return f"以下不成立：{words.quoted(text)}" if voice.zh else f"it is not so that {text}"


@denied.register
def _(node: nodes.Field, voice: Voice) -> str:
    return said_of_truth(node, voice, holds=False)


@denied.register
def _(node: nodes.Is, voice: Voice) -> str:
    return _is(node, voice, holds=False)


@denied.register
def _(node: nodes.Not, voice: Voice) -> str:
    return say(node.condition, voice)


@denied.register
def _(node: nodes.Within, voice: Voice) -> str:
    return denied(node.value, voice.of_holder(node.subject))


@denied.register
def _(node: nodes.Choice, voice: Voice) -> str:
    keys = answers(node)
    return _answered(node, keys, voice, holds=False) if keys else _not(say(node, voice), voice)


@denied.register
def _(node: nodes.InPlace, voice: Voice) -> str:
    return _in_place(node, voice, holds=False)


@denied.register
def _(node: nodes.Reached, voice: Voice) -> str:
    return _reached(node, voice, holds=False)


@denied.register
def _(node: nodes.InWindow, voice: Voice) -> str:
    return _in_window(node, voice, holds=False)


@denied.register
def _(node: nodes.Compare, voice: Voice) -> str:
    opposite = OPPOSITES[node.op]
    is_plain = isinstance(node.left, (nodes.Field, nodes.Indicator, nodes.Ratio, nodes.Count, nodes.EventCount))
    if is_plain and opposite and not (isinstance(node.right, nodes.Number) and node.right.value == 0):
        return _compared(node, opposite, voice)
    return _not(say(node, voice), voice)


# -- listings, arrangements, steps -----------------------------------------------------------------------------


@say.register
def _(node: nodes.Includes, voice: Voice) -> str:
    spec = field_spec(node.listing.subject, node.listing.name)
    items = [words.term_name(spec.vocabulary, item, voice.lang) for item in node.items]
    listing = say(node.listing, voice)
    verb = "include" if words.is_many(words.last_words(node.listing.name)) else "includes"
    return listing + _of_several(items, node.how, voice, verb)


@say.register
def _(node: nodes.HasParts, voice: Voice) -> str:
    items = [words.part_name(node.subject, node.arrangement, part, voice.lang) for part in node.parts]
    return _arrangement(node, voice) + _of_several(items, node.how, voice, "includes")


def _of_several(items: list[str], how: str, voice: Voice, verb: str) -> str:
    """What a listing or an arrangement must, or must not, have of several things."""
    one = len(items) == 1
    if voice.zh:
        if how == "all" or (how == "any" and one):
            return f"包含{listed(items, 'zh')}"
        among = items[0] if one else f"{'、'.join(items)}中的任何一项"
        return f"不包含{among}" if how == "none" else f"至少包含{'、'.join(items)}之一"
    if how == "all" or (how == "any" and one):
        return f" {verb} {listed(items, 'en')}"
    if how == "any":
        return f" {verb} at least one of {listed(items, 'en')}"
    denied_verb = "do not include" if verb == "include" else "does not include"
    return f" {denied_verb} {items[0]}" if one else f" {verb} none of {listed(items, 'en')}"


def _arrangement(node: nodes.HasParts | nodes.InPlace, voice: Voice) -> str:
    name = words.arrangement_name(node.subject, node.arrangement, voice.lang)
    if voice.zh:
        return f"{voice.before()}{name}"
    return name + (f" of the {words.kind_name(voice.holder, 'en')}" if voice.holder else "")


@say.register
def _(node: nodes.InPlace, voice: Voice) -> str:
    return _in_place(node, voice, holds=True)


def _in_place(node: nodes.InPlace, voice: Voice, *, holds: bool) -> str:
    if voice.zh:
        return f"{_arrangement(node, voice)}{'已' if holds else '未'}落实"
    return f"{_arrangement(node, voice)} is {'' if holds else 'not '}in place"


@say.register
def _(node: nodes.DoneBy, voice: Voice) -> str:
    by = say(node.by, voice)
    groups = step_groups(node.steps, voice)
    if voice.zh:
        return "，".join(f"{thing}于{by}前（含当日）{_chinese_acts(acts)}" for thing, acts in groups)
    return f"{listed([were_done(thing, acts) for thing, acts in groups], 'en')} by {by}"


def _chinese_acts(acts: list[str]) -> str:
    return "、".join(acts[:-1]) + ("并" if len(acts) > 1 else "") + acts[-1]


@say.register
def _(node: nodes.InOrder, voice: Voice) -> str:
    groups = step_groups(node.steps, voice)
    if len(groups) == 1:
        thing, acts = groups[0]
        return f"{thing}依次完成{'、'.join(acts)}" if voice.zh else f"{were_done(thing, acts)}, in this order"
    names = [words.field_label(step.subject, step.name, voice.lang) for step in node.steps]
    return f"依次完成：{'、'.join(names)}" if voice.zh else f"these were done in this order: {', '.join(names)}"


@say.register
def _(node: nodes.Reached, voice: Voice) -> str:
    return _reached(node, voice, holds=True)


def _reached(node: nodes.Reached, voice: Voice, *, holds: bool) -> str:
    if field_spec(node.step.subject, node.step.name).kind == "date":
        day = say(node.step, voice)
        return f"{day}{'已' if holds else '未'}到" if voice.zh else f"{day} has {'' if holds else 'not '}come"
    return step_state(node.step, voice, holds=holds)


@say.register
def _(node: nodes.InWindow, voice: Voice) -> str:
    return _in_window(node, voice, holds=True)


def _in_window(node: nodes.InWindow, voice: Voice, *, holds: bool) -> str:
    full_zh, en = words.WINDOWS[node.window]
    zh = (
        full_zh if node.which == "last" else f"本{full_zh.removeprefix('上一').removeprefix('完整').removeprefix('整')}"
    )
    period = f"in the last full {en}" if node.which == "last" else f"in the current {en}"
    if field_spec(node.step.subject, node.step.name).kind == "date":
        day = say(node.step, voice)
        return f"{day}{'' if holds else '不'}在{zh}内" if voice.zh else f"{day} is {'' if holds else 'not '}{period}"
    done = step_state(node.step, voice, holds=holds)
    return f"{zh}内{done}" if voice.zh else f"{done} {period}"
