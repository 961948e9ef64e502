"""What an expression is: a number of some unit, a condition, a date; and of which subject it speaks.

`signature` checks a tree once, when a rule is declared or read: fields that do not exist, units that do not fit,
two subjects mixed, a date where a number belongs. After that nothing needs checking.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import EventKind, Step
from civic_rules.errors import (
    DeclarationError,
    KindMismatchError,
    MixedSubjectsError,
    UnitMismatchError,
    UnknownFieldError,
    UnknownTermError,
    did_you_mean,
)
from civic_rules.expressions import nodes
from civic_rules.expressions.kinds import arrangement_term, counting_unit, entity_type, field_spec, named
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_DEPTH = 40
"""The depth of the deepest tree that is accepted."""

MAX_NODES = 2000
"""The number of nodes of the largest tree that is accepted."""

MAX_KNOWN = 50_000
"""Of how many nodes it is kept what they are: more than all rulebooks have."""

KIND_WORDS = {
    "number": both("a number", "数"),
    "truth": both("a condition", "条件"),
    "date": both("a date", "日期"),
    "category": both("a category", "类别"),
    "text": both("a text", "文字"),
    "listing": both("a listing", "列举"),
    "record": both("a record", "记录"),
    "members": both("members", "成员"),
}
"""What messages call what an expression is."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What an expression is.

    Attributes:
        kind: number, truth, date, category, text, listing, record or members.
        unit: The unit of a number; "1" for a plain number, "" for anything else.
        subject: The kind of entity that it speaks of; None for a constant.
    """

    kind: str
    unit: str = ""
    subject: str | None = None


def check_size(node: nodes.Node) -> None:
    """Refuse a tree that is deeper or larger than any rule needs.

    Raises:
        DeclarationError: The tree is too deep or too large.
    """
    count = 0
    level: list[nodes.Node] = [node]
    for _ in range(MAX_DEPTH):
        count += len(level)
        level = [child for parent in level for child in parent.children()]
        if not level or count > MAX_NODES:
            break
    if level or count > MAX_NODES:
        message = said(
            "the expression is too large: at most {depth} levels and {nodes} nodes are accepted",
            "表达式太大：最多接受 {depth} 层、{nodes} 个节点",
            depth=MAX_DEPTH,
            nodes=MAX_NODES,
        )
        raise DeclarationError(message)


def signature(node: nodes.Node) -> Signature:
    """What an expression is; checks the whole tree below it.

    Raises:
        DeclarationError: Something in the tree does not fit; the subclass says what.

    Examples:
        >>> from civic_rules.expressions import subject
        >>> community = subject("community")
        >>> signature(community.facility_area / community.households)
        Signature(kind='number', unit='m² / household', subject='community')
    """
    known = _KNOWN.get(id(node))
    if known is not None and known[0] is node:
        return known[1]
    found = _signature(node)
    if len(_KNOWN) >= MAX_KNOWN:
        _KNOWN.clear()
    _KNOWN[id(node)] = node, found
    return found


_KNOWN: dict[int, tuple[nodes.Node, Signature]] = {}
"""What nodes are known to be. A node never changes, and one that is kept here keeps its place in memory."""


@singledispatch
def _signature(node: nodes.Node) -> Signature:
    message = said("{given} is not an expression", "{given} 不是表达式", given=type(node).__name__)
    raise KindMismatchError(message)


def number_unit(node: nodes.Node) -> str:
    """The unit of a number.

    Raises:
        KindMismatchError: The expression is no number.
    """
    return _expect(node, "number").unit


def _expect(node: nodes.Node, *kinds: str) -> Signature:
    found = signature(node)
    if found.kind not in kinds:
        message = said(
            "expected {wanted}, got {given}: {node}",
            "应为{wanted}，实为{given}：{node}",
            wanted=joined([KIND_WORDS[kind] for kind in kinds], " or ", "或"),
            given=KIND_WORDS[found.kind],
            node=_short(node),
        )
        raise KindMismatchError(message)
    return found


def _short(node: nodes.Node) -> str:
    if isinstance(node, nodes.Field):
        return f"{node.subject}.{node.name}"
    return f"{node.value} {node.unit}" if isinstance(node, nodes.Number) else node.kind


def _subject(found: Iterable[Signature]) -> str | None:
    kinds = {one.subject for one in found if one.subject is not None}
    if len(kinds) > 1:
        message = said(
            "one expression speaks of {kinds}; reach members with all() and holders with within()",
            "一个表达式同时涉及{kinds}；请用 all() 取成员，用 within() 取上级对象",
            kinds=joined([entity_type(kind).called() for kind in sorted(kinds)], " and ", "和"),
        )
        raise MixedSubjectsError(message)
    return next(iter(kinds), None)


def _same_dimension(found: Iterable[Signature], doing: Message) -> str:
    first, *others = [one.unit for one in found]
    for other in others:
        if not units.compatible(first, other):
            message = said(
                "cannot {doing} {first} and {other}: they measure different things",
                "{first} 与 {other} 不能{doing}：两者计量的不是同一种量",
                doing=doing,
                first=first,
                other=other,
            )
            raise UnitMismatchError(message)
    return first


def _conditions(parts: Iterable[nodes.Node]) -> Signature:
    return Signature("truth", "", _subject([_expect(part, "truth") for part in parts]))


@_signature.register
def _(node: nodes.Number) -> Signature:
    units.check_unit(node.unit)
    return Signature("number", node.unit)


@_signature.register(nodes.Day)
def _(_node: nodes.Day) -> Signature:
    return Signature("date")


@_signature.register(nodes.Always)
def _(_node: nodes.Always) -> Signature:
    return Signature("truth")


@_signature.register
def _(node: nodes.Field) -> Signature:
    spec = field_spec(node.subject, node.name)
    if spec.kind not in KIND_WORDS:
        message = said(
            "{field} is read with arrangement() or event_count(), not as a field",
            "{field} 要用 arrangement() 或 event_count() 读取，不能当作字段",
            field=_short(node),
        )
        raise KindMismatchError(message)
    return Signature(spec.kind, spec.unit, node.subject)


@_signature.register
def _(node: nodes.ParameterValue) -> Signature:
    units.check_unit(node.parameter.unit)
    return Signature("number", node.parameter.unit)


_ADD = both("add", "相加")
_SUBTRACT = both("subtract", "相减")
_COMPARE = both("compare", "比较")


def _terms(parts: tuple[nodes.Node, ...], doing: Message) -> Signature:
    found = [_expect(part, "number") for part in parts]
    return Signature("number", _same_dimension(found, doing), _subject(found))


@_signature.register
def _(node: nodes.Sum) -> Signature:
    return _terms(node.terms, _ADD)


@_signature.register
def _(node: nodes.Difference) -> Signature:
    return _terms((node.left, node.right), _SUBTRACT)


@_signature.register
def _(node: nodes.Largest) -> Signature:
    return _terms(node.of, _COMPARE)


@_signature.register
def _(node: nodes.Smallest) -> Signature:
    return _terms(node.of, _COMPARE)


@_signature.register
def _(node: nodes.Product) -> Signature:
    found = [_expect(part, "number") for part in node.factors]
    unit = found[0].unit
    for factor in found[1:]:
        unit = units.product(unit, factor.unit)
    return Signature("number", units.without_scale(unit), _subject(found))


@_signature.register
def _(node: nodes.Ratio) -> Signature:
    found = [_expect(node.numerator, "number"), _expect(node.denominator, "number")]
    return Signature("number", units.quotient(found[0].unit, found[1].unit), _subject(found))


@_signature.register
def _(node: nodes.RoundUp) -> Signature:
    return _expect(node.value, "number")


@_signature.register
def _(node: nodes.Members) -> Signature:
    owner, member = entity_type(node.subject), entity_type(node.of)
    held = [model for model in owner.member_fields().values() if model is member]
    if not (held if node.direct else owner.reaches(node.of)):
        message = said("{owner} holds no {member}", "{owner}下没有{member}", owner=named(owner), member=member.called())
        raise UnknownFieldError(message)
    if node.where is not None:
        _about(node.where, node.of, "truth")
    return Signature("members", "", node.subject)


def _about(node: nodes.Node, kind: str, *wanted: str) -> Signature:
    """Check that what is asked of members speaks of them."""
    found = _expect(node, *wanted)
    _subject([found, Signature(found.kind, "", kind)])
    return found


@_signature.register
def _(node: nodes.Count) -> Signature:
    return Signature("number", counting_unit(node.members.of), signature(node.members).subject)


@_signature.register
def _(node: nodes.Total) -> Signature:
    unit = _about(node.value, node.members.of, "number").unit
    return Signature("number", unit, signature(node.members).subject)


@_signature.register
def _(node: nodes.Share) -> Signature:
    _about(node.that, node.members.of, "truth")
    return Signature("number", "1", signature(node.members).subject)


@_signature.register(nodes.Every)
@_signature.register(nodes.Some)
def _(node: nodes.Every | nodes.Some) -> Signature:
    _about(node.that, node.members.of, "truth")
    return Signature("truth", "", signature(node.members).subject)


@_signature.register
def _(node: nodes.Tally) -> Signature:
    return Signature("number", "item", _conditions(node.conditions).subject)


@_signature.register
def _(node: nodes.EventCount) -> Signature:
    field_spec(node.subject, "events")
    known = [kind.value for kind in EventKind]
    if node.event not in known:
        message = said(
            "there is no kind of event {event!r}{hint}",
            "没有 {event!r} 这种事项{hint}",
            event=node.event,
            hint=did_you_mean(node.event, known),
        )
        raise UnknownTermError(message)
    if node.or_next_working_day and node.on_day is None:
        message = both(
            "or_next_working_day moves a day of the month: give on_day",
            "or_next_working_day 顺延的是每月的某一天：请给出 on_day",
        )
        raise DeclarationError(message)
    return Signature("number", "event", node.subject)


@_signature.register
def _(node: nodes.Indicator) -> Signature:
    return signature(node.value)


def _alike(parts: Iterable[nodes.Node], doing: Message) -> Signature:
    found = [signature(part) for part in parts]
    kinds = {one.kind for one in found}
    if len(kinds) > 1:
        words = joined([KIND_WORDS[kind] for kind in sorted(kinds)], " and ", "和")
        message = said("cannot {doing} {words}", "{words}不能{doing}", doing=doing, words=words)
        raise KindMismatchError(message)
    unit = _same_dimension(found, doing) if found[0].kind == "number" else ""
    return Signature(found[0].kind, unit, _subject(found))


@_signature.register
def _(node: nodes.Choice) -> Signature:
    known = [option.key for option in node.reading.options]
    for key in node.options:
        if key not in known:
            message = said(
                "reading {reading} has no option {key!r}{hint}",
                "解读 {reading} 没有选项 {key!r}{hint}",
                reading=node.reading.key,
                key=key,
                hint=did_you_mean(key, known),
            )
            raise UnknownTermError(message)
    missing = [key for key in known if key not in node.options]
    if missing:
        message = said(
            "reading {reading}: nothing stands for the option {key!r}",
            "解读 {reading}：选项 {key!r} 没有对应的表达式",
            reading=node.reading.key,
            key=missing[0],
        )
        raise UnknownTermError(message)
    return _alike(node.options.values(), both("choose between", "作为同一解读的选项"))


@_signature.register
def _(node: nodes.Either) -> Signature:
    if any(isinstance(part, nodes.Either) for source in node.sources for part in _of_itself(source)):
        # Sources that contradict each other say nothing, which an outer either() would take for a source that is
        # not known: with a fact less they no longer contradict each other, and what passed would fail.
        message = both(
            "either() inside either(): give all sources to one either()",
            "either() 里不能再有 either()：请把所有来源都交给一个 either()",
        )
        raise KindMismatchError(message)
    return _alike(node.sources, both("hold against each other", "相互核对"))


def _of_itself(node: nodes.Node) -> Iterator[nodes.Node]:
    """A node and what stands below it, without what is asked of members."""
    yield node
    if not isinstance(node, (nodes.Count, nodes.Total, nodes.Share, nodes.Every, nodes.Some)):
        for child in node.children():
            yield from _of_itself(child)


@_signature.register
def _(node: nodes.Within) -> Signature:
    entity_type(node.subject)
    found = signature(node.value)
    _subject([found, Signature(found.kind, "", node.subject)])
    return Signature(found.kind, found.unit)


@_signature.register
def _(node: nodes.Compare) -> Signature:
    found = [_expect(node.left, "number"), _expect(node.right, "number")]
    _same_dimension(found, _COMPARE)
    return Signature("truth", "", _subject(found))


@_signature.register
def _(node: nodes.Between) -> Signature:
    found = [_expect(part, "number") for part in (node.value, node.low, node.high)]
    _same_dimension(found, _COMPARE)
    _, low, high = found
    if units.factor(low.unit, high.unit) != 1:
        message = said(
            "both ends of a range are written in one unit: got {low} and {high}",
            "范围的两端应用同一单位：实为 {low} 和 {high}",
            low=low.unit,
            high=high.unit,
        )
        raise UnitMismatchError(message)
    return Signature("truth", "", _subject(found))


@_signature.register
def _(node: nodes.Is) -> Signature:
    found = _expect(node.value, "truth", "category")
    if found.kind == "truth":
        wrong = [term for term in node.terms if not isinstance(term, bool)]
        if wrong:
            message = said(
                "{node} is true or false, not {term!r}",
                "{node} 的值是“是”或“否”（true 或 false），不是 {term!r}",
                node=_short(node.value),
                term=wrong[0],
            )
            raise UnknownTermError(message)
        return Signature("truth", "", found.subject)
    value = nodes.unwrapped(node.value)
    if not isinstance(value, nodes.Field):
        raise KindMismatchError(both("is_() asks for a term of a field", "is_() 只能用于字段的词项"))
    _check_terms(value, node.terms)
    return Signature("truth", "", found.subject)


def _check_terms(field: nodes.Field, terms: Iterable[bool | str]) -> None:
    vocabulary = field_spec(field.subject, field.name).vocabulary
    known = [term.value for term in vocabulary or ()]
    for term in terms:
        if term not in known:
            message = said(
                "{field} has no term {term!r}{hint}",
                "{field} 没有词项 {term!r}{hint}",
                field=_short(field),
                term=term,
                hint=did_you_mean(str(term), known),
            )
            raise UnknownTermError(message)


@_signature.register
def _(node: nodes.AllOf) -> Signature:
    return _conditions(node.conditions)


@_signature.register
def _(node: nodes.AnyOf) -> Signature:
    return _conditions(node.conditions)


@_signature.register
def _(node: nodes.Not) -> Signature:
    return _conditions((node.condition,))


@_signature.register
def _(node: nodes.Includes) -> Signature:
    found = _expect(node.listing, "listing")
    _check_terms(node.listing, node.items)
    return Signature("truth", "", found.subject)


@_signature.register
def _(node: nodes.InPlace) -> Signature:
    arrangement_term(node.subject, node.arrangement)
    return Signature("truth", "", node.subject)


@_signature.register
def _(node: nodes.HasParts) -> Signature:
    known = arrangement_term(node.subject, node.arrangement).parts
    for part in node.parts:
        if part not in known:
            message = said(
                "{arrangement} has no part {part!r}{hint}",
                "制度 {arrangement} 没有组成部分 {part!r}{hint}",
                arrangement=node.arrangement,
                part=part,
                hint=did_you_mean(part, known),
            )
            raise UnknownTermError(message)
    return Signature("truth", "", node.subject)


def _steps(steps: tuple[nodes.Field, ...]) -> list[Signature]:
    found = [_expect(step, "record") for step in steps]
    for step in steps:
        if field_spec(step.subject, step.name).model is not Step:
            message = said(
                "{field} is not a step: expected an act with a day",
                "{field} 不是步骤：应为带日期的一项行动",
                field=_short(step),
            )
            raise KindMismatchError(message)
    return found


@_signature.register
def _(node: nodes.DoneBy) -> Signature:
    return Signature("truth", "", _subject([*_steps(node.steps), _expect(node.by, "date")]))


@_signature.register
def _(node: nodes.InOrder) -> Signature:
    return Signature("truth", "", _subject(_steps(node.steps)))


@_signature.register(nodes.Reached)
@_signature.register(nodes.InWindow)
def _(node: nodes.Reached | nodes.InWindow) -> Signature:
    found = signature(node.step)
    return Signature("truth", "", found.subject if found.kind == "date" else _subject(_steps((node.step,))))
