"""Numbers, dates, records and members as phrases, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civic_rules.expressions import nodes, words
from civic_rules.expressions.kinds import field_spec
from civic_rules.expressions.voice import Voice, clause, say
from civic_rules.expressions.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

PEOPLE = ("worker",)
"""Kinds of entity of whom English says "who", not "that"."""

# -- constants and fields --------------------------------------------------------------------------------------


@say.register
def _(node: nodes.Number, voice: Voice) -> str:
    return words.amount_text(node.value, node.unit, voice.lang)


@say.register
def _(node: nodes.Day, voice: Voice) -> str:
    return words.day_text(node.value, voice.lang)


@say.register
def _(node: nodes.Always, voice: Voice) -> str:
    if voice.zh:
        return "任何情况下均成立" if node.value else "任何情况下均不成立"
    return "this holds in every case" if node.value else "this holds in no case"


@say.register
def _(node: nodes.Field, voice: Voice) -> str:
    spec = field_spec(node.subject, node.name)
    if spec.kind == "truth":
        return said_of_truth(node, voice, holds=True)
    if voice.zh:
        return f"{voice.before()}的{spec.zh}" if voice.holder else spec.zh
    return f"the {_noun(node)}" + (f" of the {words.kind_name(voice.holder, 'en')}" if voice.holder else "")


def _noun(field: nodes.Field) -> str:
    """The English noun for a field, without an article: "number of households", "filing bodies of the gap plan"."""
    spec = field_spec(field.subject, field.name)
    record = words.spelt(field.name.rpartition(".")[0])
    noun = words.last_words(field.name)
    if spec.kind == "number" and spec.whole:
        noun = f"number of {noun}"
    if spec.kind == "date":
        return f"{record} date".lstrip() if noun == "on" else f"{noun} date".removesuffix("date date")
    return f"{noun} of the {record}" if record else noun


def said_of_truth(field: nodes.Field, voice: Voice, *, holds: bool) -> str:
    """A truth stated or denied of its subject."""
    if field.name.endswith(".done"):
        step = nodes.Field(subject=field.subject, name=field.name.removesuffix(".done"))
        return step_state(step, voice, holds=holds)
    if voice.zh:
        return voice.before() + words.chinese_predicate(field_spec(field.subject, field.name).zh, holds=holds)
    said = words.predicate(field.name, holds=holds)
    if said is None:
        return f"“{words.field_label(field.subject, field.name, 'en')}” {'holds' if holds else 'does not hold'}"
    return said.of(f"the {words.kind_name(field.subject, 'en')}")


def step_state(step: nodes.Field, voice: Voice, *, holds: bool) -> str:
    """A step that has, or has not, been done."""
    (thing, [act]), *_ = step_groups((step,), voice)
    if voice.zh:
        return f"{thing}{'已' if holds else '尚未'}{act}"
    done = f"{thing} has {{}}been {act}" if words.is_act(act) else f"the step {words.quoted(act)} has {{}}been done"
    return done.format("" if holds else "not ")


def were_done(thing: str, acts: list[str]) -> str:
    """The English clause for steps of one thing: "the layout plan was completed and filed"."""
    if all(map(words.is_act, acts)):
        return f"{thing} was {listed(acts, 'en')}"
    names = listed([words.quoted(act) for act in acts], "en")
    return f"the {'step' if len(acts) == 1 else 'steps'} {names} {'was' if len(acts) == 1 else 'were'} done"


@say.register
def _(node: nodes.ParameterValue, voice: Voice) -> str:
    title, unit, lang = node.parameter.title.in_(voice.lang), node.parameter.unit, voice.lang
    title = words.quoted(title)
    day = node.at or (voice.context.on if voice.context else None)
    if day is not None:
        value, holds = node.parameter.on(day), words.day_text(day, lang)
        if value is None:
            return f"{title}（{holds}尚无数值）" if voice.zh else f"{title} (which has no value yet on {holds})"
        amount = words.amount_text(value, unit, lang)
        return f"{amount}（{title}，{holds}）" if voice.zh else f"{amount} ({title} on {holds})"
    stages = [
        (words.day_text(one.since, lang), words.amount_text(one.value, unit, lang)) for one in node.parameter.values
    ]
    if voice.zh:
        return f"{title}（{'，'.join(f'自{since}起{amount}' for since, amount in stages)}）"
    return f"{title} ({', '.join(f'{amount} from {since}' for since, amount in stages)})"


@say.register
def _(node: nodes.EventCount, voice: Voice) -> str:
    event = words.event_name(node.event, voice.lang)
    zh, en = words.WINDOWS[node.window]
    if voice.zh:
        return f"{voice.before()}{zh}{_on_day(node, voice)}“{event}”的次数"
    return f"the number of events “{event}”{_on_day(node, voice)} in the last full {en}"


def _on_day(node: nodes.EventCount, voice: Voice) -> str:
    """The day of the month on which alone events count; "" for any."""
    if node.on_day is None:
        return ""
    if voice.zh:
        return f"{node.on_day}日{'（遇周末可顺延至周一）' if node.or_next_working_day else ''}"
    moved = " (or the Monday after it where that is a weekend)" if node.or_next_working_day else ""
    return f" on day {node.on_day} of a month{moved}"


# -- arithmetic ------------------------------------------------------------------------------------------------

Kinds = tuple[type[nodes.Node], ...]

SUMS: Kinds = (nodes.Sum, nodes.Difference)
ARITHMETIC: Kinds = (*SUMS, nodes.Product, nodes.Ratio)
LISTS: Kinds = (nodes.Largest, nodes.Smallest, nodes.Either)


def _operand(node: nodes.Node, voice: Voice, within: Kinds) -> str:
    """A part of a calculation, in brackets where it would otherwise be read with its neighbours."""
    text = say(node, voice)
    if not isinstance(node, within):
        return text
    return f"（{text}）" if voice.zh else f"({text})"


def _chain(
    parts: Iterable[nodes.Node], voice: Voice, sign: tuple[str, str], within: tuple[type[nodes.Node], ...]
) -> str:
    joiner = sign[0] if voice.zh else f" {sign[1]} "
    return joiner.join(_operand(part, voice, within) for part in parts)


@say.register
def _(node: nodes.Sum, voice: Voice) -> str:
    return _chain(node.terms, voice, ("+", "plus"), SUMS)


@say.register
def _(node: nodes.Difference, voice: Voice) -> str:
    return _chain((node.left, node.right), voice, ("−", "minus"), SUMS)


@say.register
def _(node: nodes.Product, voice: Voice) -> str:
    return _chain(node.factors, voice, ("×", "times"), ARITHMETIC)


@say.register
def _(node: nodes.Ratio, voice: Voice) -> str:
    if voice.zh:
        return f"{_chain((node.numerator, node.denominator), voice, ('与', ''), (*ARITHMETIC, *LISTS))}之比"
    above, below = (_counted_noun(part, voice) for part in (node.numerator, node.denominator))
    return f"the ratio of {above} to {below}"


def _counted_noun(node: nodes.Node, voice: Voice) -> str:
    """What a ratio is of: "volunteers", not "the number of volunteers"."""
    if isinstance(node, nodes.Field) and not voice.holder and field_spec(node.subject, node.name).whole:
        return words.last_words(node.name)
    return _operand(node, voice, (*ARITHMETIC, *LISTS))


def _extreme(of: tuple[nodes.Node, ...], voice: Voice, zh: tuple[str, str], en: tuple[str, str]) -> str:
    parts = [_operand(part, voice, LISTS) for part in of]
    pair = len(parts) == 2  # noqa: PLR2004  the larger of two, the largest of more
    if voice.zh:
        return f"{'与'.join(parts) if pair else '、'.join(parts)}中的{zh[0] if pair else zh[1]}"
    return f"the {en[0] if pair else en[1]} of {listed(parts, 'en')}"


@say.register
def _(node: nodes.Largest, voice: Voice) -> str:
    return _extreme(node.of, voice, ("较大者", "最大者"), ("larger", "largest"))


@say.register
def _(node: nodes.Smallest, voice: Voice) -> str:
    return _extreme(node.of, voice, ("较小者", "最小者"), ("smaller", "smallest"))


@say.register
def _(node: nodes.RoundUp, voice: Voice) -> str:
    inner = _operand(node.value, voice, (*SUMS, nodes.Product, *LISTS))
    return f"{inner}（向上取整）" if voice.zh else f"{inner}, rounded up to a whole number"


# -- members ---------------------------------------------------------------------------------------------------


@say.register
def _(node: nodes.Members, voice: Voice) -> str:
    if voice.zh:
        return chinese_members(node, voice)
    return f"the {english_members(node, voice, many=True)}"


def english_members(node: nodes.Members, voice: Voice, *, many: bool) -> str:
    """Members in English without an article: "communities whose settlement is urban"."""
    held = f" of the {words.kind_name(voice.holder, 'en')}" if voice.holder else ""
    name = words.kind_name(node.of, "en", many=many) + held
    return name if node.where is None else f"{name} {_relative(node.where, node.of, voice, many=many)}"


def _relative(condition: nodes.Node, kind: str, voice: Voice, *, many: bool) -> str:
    """A condition on members as a relative clause: "that are registered", "whose settlement is urban"."""
    own = voice.of_holder("")
    if isinstance(condition, nodes.AllOf):
        return " and ".join(_relative(part, kind, voice, many=many) for part in condition.conditions)
    said = predicate_of(condition)
    if said is not None and not said.about:
        return f"{'who' if kind in PEOPLE else 'that'} {said.of('', many=many)}"
    text = say(condition, own)
    if isinstance(condition, (nodes.Is, nodes.Compare, nodes.Between)) and text.startswith("the "):
        value = condition.left if isinstance(condition, nodes.Compare) else condition.value
        if isinstance(value, nodes.Field) and field_spec(value.subject, value.name).kind != "truth":
            return f"whose {text.removeprefix('the ')}"
    return f"{'for whom' if kind in PEOPLE else 'where'} {clause(condition, own)}"


def predicate_of(condition: nodes.Node) -> words.Predicate | None:
    """What a condition says of its subject, where it is a plain truth of it."""
    field, holds = condition, True
    if isinstance(condition, nodes.Is) and len(condition.terms) == 1:
        field, holds = condition.value, condition.terms[0] is True
    if not isinstance(field, nodes.Field) or field.name.endswith(".done"):
        return None
    is_truth = field_spec(field.subject, field.name).kind == "truth"
    return words.predicate(field.name, holds=holds) if is_truth else None


def chinese_members(node: nodes.Members, voice: Voice) -> str:
    """Members in Chinese: 城乡类型为城市的社区."""
    name = words.kind_name(node.of, "zh")
    held = f"{voice.before()}的" if voice.holder else ""
    return held + (name if node.where is None else f"{chinese_clause(node.where, voice.of_holder(''))}的{name}")


def chinese_clause(condition: nodes.Node, voice: Voice) -> str:
    """A Chinese clause as part of a phrase, in quotation marks where it would run into what follows."""
    text = say(condition, voice)
    return f"满足{words.quoted(text)}" if any(mark in text for mark in "，；：的") else text


@say.register
def _(node: nodes.Count, voice: Voice) -> str:
    if voice.zh:
        return f"{chinese_members(node.members, voice)}数量"
    return f"the number of {english_members(node.members, voice, many=True)}"


@say.register
def _(node: nodes.Total, voice: Voice) -> str:
    own = voice.of_holder("")
    if voice.zh:
        return f"{chinese_members(node.members, voice)}的{say(node.value, own)}合计"
    return f"the total of {say(node.value, own)} over all {english_members(node.members, voice, many=True)}"


@say.register
def _(node: nodes.Share, voice: Voice) -> str:
    own = voice.of_holder("")
    if voice.zh:
        among = chinese_members(node.members, voice)
        every = "全部" if node.members.where is None else ""
        return f"{every}{among}中{chinese_clause(node.that, own)}的占比"
    everyone = node.members.model_copy(update={"where": None})
    that = _relative(node.that, node.members.of, voice, many=True)
    text = f"the share of {english_members(everyone, voice, many=True)} {that}"
    if node.members.where is None:
        return text
    return f"{text}, among those {_relative(node.members.where, node.members.of, voice, many=True)}"


def is_count(node: nodes.Node) -> bool:
    """Whether a number counts whole things, so that its unit need not be said again."""
    node = nodes.unwrapped(node)
    if isinstance(node, nodes.Field):
        return field_spec(node.subject, node.name).whole
    return isinstance(node, (nodes.Count, nodes.EventCount, nodes.Tally))


def step_groups(steps: Iterable[nodes.Field], voice: Voice) -> list[tuple[str, list[str]]]:
    """Steps by what they are steps of: a plan that is completed and filed, the subject that is delivered."""
    groups: dict[str, list[str]] = {}
    for step in steps:
        record, _, last = step.name.rpartition(".")
        if voice.zh:
            zh, held = field_spec(step.subject, step.name).zh, field_spec(step.subject, record).zh if record else ""
            thing = f"{voice.before()}{'的' if voice.holder and held else ''}{held}"
            thing = thing or words.kind_name(step.subject, "zh")
            groups.setdefault(thing, []).append(zh.removeprefix(held))
        else:
            held = words.spelt(record) or words.kind_name(step.subject, "en")
            of = f" of the {words.kind_name(voice.holder, 'en')}" if voice.holder and record else ""
            groups.setdefault(f"the {held}{of}", []).append(words.spelt(last))
    return list(groups.items())
