"""What an expression is: a number of some unit, a condition, a date; and of which subject it speaks.

`signature` checks a tree once, when a rule is declared or read: fields that do not exist, units that do not fit,
two subjects mixed, a date where a number belongs. After that nothing needs checking.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES, Entity, EventKind, FieldSpec, Step
from civic_rules.entities.records import Attested
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civic_rules.entities import Arrangement

MAX_DEPTH = 40
"""The depth of the deepest tree that is accepted."""

MAX_NODES = 2000
"""The number of nodes of the largest tree that is accepted."""

MAX_KNOWN = 50_000
"""Of how many nodes it is kept what they are: more than all rulebooks have."""

KIND_WORDS = {
    "number": "a number",
    "truth": "a condition",
    "date": "a date",
    "category": "a category",
    "text": "a text",
    "listing": "a listing",
    "record": "a record",
    "members": "members",
}


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


def entity_type(kind: str) -> type[Entity]:
    """The class of a kind of entity.

    Raises:
        UnknownFieldError: There is no such kind.
    """
    try:
        return ENTITY_TYPES[kind]
    except KeyError:
        hint = did_you_mean(kind, ENTITY_TYPES)
        msg = f"there is no kind of entity {kind!r}{hint}"
        raise UnknownFieldError(msg) from None


def counting_unit(kind: str) -> str:
    """The unit in which entities of a kind are counted."""
    return entity_type(kind).counted_in or kind


def field_spec(subject: str, name: str) -> FieldSpec:
    """What a field of a kind of entity holds.

    Raises:
        UnknownFieldError: There is no such field.
    """
    specs = entity_type(subject).specs()
    if name not in specs:
        msg = f"{entity_type(subject).__name__} has no field {name!r}{did_you_mean(name, specs)}"
        raise UnknownFieldError(msg)
    return specs[name]


def arrangement_term(subject: str, name: str) -> Arrangement:
    """The arrangement of this id that a kind of entity may have.

    Raises:
        UnknownTermError: It has no such arrangement.
    """
    label = entity_type(subject).labels().get("arrangements")
    if not isinstance(label, Attested):
        msg = f"{entity_type(subject).__name__} has no arrangements"
        raise UnknownFieldError(msg)
    try:
        return label.vocabulary(name)
    except ValueError:
        hint = did_you_mean(name, label.vocabulary.names())
        msg = f"{entity_type(subject).__name__} has no arrangement {name!r}{hint}"
        raise UnknownTermError(msg) from None


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
        msg = f"the expression is too large: at most {MAX_DEPTH} levels and {MAX_NODES} nodes are accepted"
        raise DeclarationError(msg)


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
    msg = f"{type(node).__name__} is not an expression"
    raise KindMismatchError(msg)


def number_unit(node: nodes.Node) -> str:
    """The unit of a number.

    Raises:
        KindMismatchError: The expression is no number.
    """
    return _expect(node, "number").unit


def _expect(node: nodes.Node, *kinds: str) -> Signature:
    found = signature(node)
    if found.kind not in kinds:
        wanted = " or ".join(KIND_WORDS[kind] for kind in kinds)
        msg = f"expected {wanted}, got {KIND_WORDS[found.kind]}: {_short(node)}"
        raise KindMismatchError(msg)
    return found


def _short(node: nodes.Node) -> str:
    if isinstance(node, nodes.Field):
        return f"{node.subject}.{node.name}"
    return f"{node.value} {node.unit}" if isinstance(node, nodes.Number) else node.kind


def _subject(found: Iterable[Signature]) -> str | None:
    kinds = {one.subject for one in found if one.subject is not None}
    if len(kinds) > 1:
        names = " and ".join(sorted(kinds))
        msg = f"one expression speaks of {names}; reach members with all() and holders with within()"
        raise MixedSubjectsError(msg)
    return next(iter(kinds), None)


def _same_dimension(found: Iterable[Signature], doing: str) -> str:
    first, *others = [one.unit for one in found]
    for other in others:
        if not units.compatible(first, other):
            msg = f"cannot {doing} {first} and {other}: they measure different things"
            raise UnitMismatchError(msg)
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
        msg = f"{node.subject}.{node.name} is read with arrangement() or event_count(), not as a field"
        raise KindMismatchError(msg)
    return Signature(spec.kind, spec.unit, node.subject)


@_signature.register
def _(node: nodes.ParameterValue) -> Signature:
    units.check_unit(node.parameter.unit)
    return Signature("number", node.parameter.unit)


def _terms(parts: tuple[nodes.Node, ...], doing: str) -> Signature:
    found = [_expect(part, "number") for part in parts]
    return Signature("number", _same_dimension(found, doing), _subject(found))


@_signature.register
def _(node: nodes.Sum) -> Signature:
    return _terms(node.terms, "add")


@_signature.register
def _(node: nodes.Difference) -> Signature:
    return _terms((node.left, node.right), "subtract")


@_signature.register
def _(node: nodes.Largest) -> Signature:
    return _terms(node.of, "compare")


@_signature.register
def _(node: nodes.Smallest) -> Signature:
    return _terms(node.of, "compare")


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
        msg = f"{owner.__name__} holds no {node.of}"
        raise UnknownFieldError(msg)
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
        msg = f"there is no kind of event {node.event!r}{did_you_mean(node.event, known)}"
        raise UnknownTermError(msg)
    if node.or_next_working_day and node.on_day is None:
        msg = "or_next_working_day moves a day of the month: give on_day"
        raise DeclarationError(msg)
    return Signature("number", "event", node.subject)


@_signature.register
def _(node: nodes.Indicator) -> Signature:
    return signature(node.value)


def _alike(parts: Iterable[nodes.Node], doing: str) -> Signature:
    found = [signature(part) for part in parts]
    kinds = {one.kind for one in found}
    if len(kinds) > 1:
        words = " and ".join(KIND_WORDS[kind] for kind in sorted(kinds))
        msg = f"cannot {doing} {words}"
        raise KindMismatchError(msg)
    unit = _same_dimension(found, doing) if found[0].kind == "number" else ""
    return Signature(found[0].kind, unit, _subject(found))


@_signature.register
def _(node: nodes.Choice) -> Signature:
    known = [option.key for option in node.reading.options]
    for key in node.options:
        if key not in known:
            msg = f"reading {node.reading.key} has no option {key!r}{did_you_mean(key, known)}"
            raise UnknownTermError(msg)
    missing = [key for key in known if key not in node.options]
    if missing:
        msg = f"reading {node.reading.key}: nothing stands for the option {missing[0]!r}"
        raise UnknownTermError(msg)
    return _alike(node.options.values(), "choose between")


@_signature.register
def _(node: nodes.Either) -> Signature:
    if any(isinstance(part, nodes.Either) for source in node.sources for part in _of_itself(source)):
        # Sources that contradict each other say nothing, which an outer either() would take for a source that is
        # not known: with a fact less they no longer contradict each other, and what passed would fail.
        msg = "either() inside either(): give all sources to one either()"
        raise KindMismatchError(msg)
    return _alike(node.sources, "hold against each other")


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
    _same_dimension(found, "compare")
    return Signature("truth", "", _subject(found))


@_signature.register
def _(node: nodes.Between) -> Signature:
    found = [_expect(part, "number") for part in (node.value, node.low, node.high)]
    _same_dimension(found, "compare")
    _, low, high = found
    if units.factor(low.unit, high.unit) != 1:
        msg = f"both ends of a range are written in one unit: got {low.unit} and {high.unit}"
        raise UnitMismatchError(msg)
    return Signature("truth", "", _subject(found))


@_signature.register
def _(node: nodes.Is) -> Signature:
    found = _expect(node.value, "truth", "category")
    if found.kind == "truth":
        wrong = [term for term in node.terms if not isinstance(term, bool)]
        if wrong:
            msg = f"{_short(node.value)} is true or false, not {wrong[0]!r}"
            raise UnknownTermError(msg)
        return Signature("truth", "", found.subject)
    value = nodes.unwrapped(node.value)
    if not isinstance(value, nodes.Field):
        msg = "is_() asks for a term of a field"
        raise KindMismatchError(msg)
    _check_terms(value, node.terms)
    return Signature("truth", "", found.subject)


def _check_terms(field: nodes.Field, terms: Iterable[bool | str]) -> None:
    vocabulary = field_spec(field.subject, field.name).vocabulary
    known = [term.value for term in vocabulary or ()]
    for term in terms:
        if term not in known:
            hint = did_you_mean(str(term), known)
            msg = f"{field.subject}.{field.name} has no term {term!r}{hint}"
            raise UnknownTermError(msg)


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
            msg = f"{node.arrangement} has no part {part!r}{did_you_mean(part, known)}"
            raise UnknownTermError(msg)
    return Signature("truth", "", node.subject)


def _steps(steps: tuple[nodes.Field, ...]) -> list[Signature]:
    found = [_expect(step, "record") for step in steps]
    for step in steps:
        if field_spec(step.subject, step.name).model is not Step:
            msg = f"{_short(step)} is not a step: expected an act with a day"
            raise KindMismatchError(msg)
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
