"""How rules are written in Python: `subject()`, operators, and a few functions that read like the clause.

```python
community = subject("community")
must = community.facility_area / community.households >= "43 m² / (100 household)"
when = all_of(community.settlement.is_("urban"), community.is_new_build.is_(True))
```

Each operator checks its operands at once: an unknown field, a unit that does not fit or two subjects mixed is an
error in the line that is wrong.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from civic_rules import units
from civic_rules.errors import KindMismatchError, UnknownFieldError
from civic_rules.expressions import nodes
from civic_rules.expressions.kinds import arrangement_term, entity_type, field_spec
from civic_rules.expressions.nodes import Comparison, Node, Quantifier, Window
from civic_rules.expressions.signatures import check_size, signature
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from civic_rules.expressions.choices import Parameter, Reading

Expression = Node | str | date | bool
"""A node, a quantity as text ("43 m² / (100 household)"), a day or a truth."""

Built = TypeVar("Built", bound=Node)


def checked(node: Built) -> Built:
    """The node itself, once its tree has been checked.

    Raises:
        DeclarationError: Something in the tree does not fit.
    """
    check_size(node)
    signature(node)
    return node


def quantity(text: str) -> nodes.Number:
    """A quantity as the document writes it.

    Args:
        text: A number and a unit, as in "43 m² / (100 household)" or "95 %".

    Raises:
        QuantityError: The text is no quantity.
        UndefinedUnitError: The unit is not known.

    Examples:
        >>> quantity("43 m² / (100 household)").unit
        'm² / (100 household)'
    """
    value, unit = units.split_quantity(text)
    return checked(nodes.Number(value=value, unit=unit or "1"))


def expression(value: object) -> Node:
    """A node, made of what a rule writes: a node, a quantity as text, a date, or a truth."""
    if isinstance(value, Node):
        return value
    if isinstance(value, str):
        return quantity(value)
    if isinstance(value, bool):
        return nodes.Always(value=value)
    if isinstance(value, date):
        return nodes.Day(value=value)
    message = said(
        "expected an expression or a quantity with its unit such as '10 worker', got {given}",
        "应为表达式，或带单位的数量（如 '10 worker'），实为 {given}",
        given=repr(value),
    )
    raise KindMismatchError(message)


READ_WITH = {"arrangements": "arrangement(name)", "events": "event_count(kind, window)"}
"""The functions that read fields which are no expression by themselves."""


def read_otherwise(subject: Message, name: str, kind: str) -> Message:
    """That a field is no expression by itself, and by which function it is read."""
    return said(
        "{subject}.{name} is read with {function}",
        "{subject}.{name} 要用 {function} 读取",
        subject=subject,
        name=name,
        function=READ_WITH[kind],
    )


class Subject:
    """A kind of entity, as the start of expressions: `subject("community").households`.

    A field gives an expression. A field that holds entities gives those that the subject itself holds.
    """

    __slots__ = ("_kind",)

    def __init__(self, kind: str) -> None:
        """Check that there is such a kind of entity."""
        entity_type(kind)
        self._kind = kind

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a node, a path or members: the field decides
        """The field of this name."""
        if name.startswith("__"):
            raise AttributeError(name)
        return _read(self._kind, name)

    def arrangement(self, name: str) -> ArrangementOf:
        """An arrangement that the subject may have."""
        arrangement_term(self._kind, name)
        return ArrangementOf(self._kind, name)

    def all(self, kind: str) -> MembersOf:
        """The members of a kind at any depth below the subject."""
        return MembersOf(checked(nodes.Members(subject=self._kind, of=kind)))

    def event_count(
        self, event: str, window: Window, *, on_day: int | None = None, or_next_working_day: bool = False
    ) -> nodes.EventCount:
        """How many events of a kind fell into the last calendar window that is over; `on_day` picks a day of the month.

        Args:
            event: The kind of event.
            window: The calendar window.
            on_day: The day of the month on which alone they count, at most 26.
            or_next_working_day: Whether the Monday counts too where that day falls on a weekend.
        """
        given: dict[str, Any] = {"on_day": on_day, "or_next_working_day": or_next_working_day}
        return checked(nodes.EventCount(subject=self._kind, event=event, window=window, **given))

    def __repr__(self) -> str:
        """The call that makes it."""
        return f"subject({self._kind!r})"


class Path:
    """A nested record of a subject: the way to its fields, or a step that is done or not."""

    __slots__ = ("_field",)

    def __init__(self, field: nodes.Field) -> None:
        """Keep the field that holds the record."""
        self._field = field

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a node or a path: the field decides
        """The field of the record."""
        if name.startswith("__"):
            raise AttributeError(name)
        return _read(self._field.subject, f"{self._field.name}.{name}")

    def done_by(self, day: Expression) -> nodes.DoneBy:
        """The step is done by a day, that day included."""
        return done_by(self, day=day)


class MembersOf:
    """The members of a subject."""

    __slots__ = ("_node",)

    def __init__(self, node: nodes.Members) -> None:
        """Keep the node."""
        self._node = node

    def where(self, condition: Expression) -> MembersOf:
        """Those members for which a condition holds."""
        both = condition if self._node.where is None else all_of(self._node.where, condition)
        return MembersOf(checked(self._node.model_copy(update={"where": expression(both)})))

    def count(self) -> nodes.Count:
        """How many they are."""
        return checked(nodes.Count(members=self._node))

    def total(self, value: Expression) -> nodes.Total:
        """A number added up over them."""
        return checked(nodes.Total(members=self._node, value=expression(value)))

    def share(self, that: Expression) -> nodes.Share:
        """The share of them for which a condition holds."""
        return checked(nodes.Share(members=self._node, that=expression(that)))

    def every(self, that: Expression) -> nodes.Every:
        """A condition holds for every one of them."""
        return checked(nodes.Every(members=self._node, that=expression(that)))

    def some(self, that: Expression) -> nodes.Some:
        """A condition holds for at least one of them."""
        return checked(nodes.Some(members=self._node, that=expression(that)))


class ArrangementOf:
    """An arrangement of a subject."""

    __slots__ = ("_kind", "_name")

    def __init__(self, kind: str, name: str) -> None:
        """Keep the kind of entity and the id of the arrangement."""
        self._kind = kind
        self._name = name

    def in_place(self) -> nodes.InPlace:
        """The arrangement is in place."""
        return nodes.InPlace(subject=self._kind, arrangement=self._name)

    def has_all(self, *parts: str) -> nodes.HasParts:
        """All of these parts are in place."""
        return self._parts(parts, "all")

    def has_any(self, *parts: str) -> nodes.HasParts:
        """At least one of these parts is in place."""
        return self._parts(parts, "any")

    def _parts(self, parts: tuple[str, ...], how: Quantifier) -> nodes.HasParts:
        return checked(nodes.HasParts(subject=self._kind, arrangement=self._name, parts=parts, how=how))


def _read(kind: str, name: str) -> Node | Path | MembersOf:
    spec = field_spec(kind, name)
    if spec.kind in READ_WITH:
        raise UnknownFieldError(read_otherwise(both(entity_type(kind).__name__, kind), name, spec.kind))
    if spec.kind == "members":
        member = entity_type(kind).member_fields()[name].kind
        return MembersOf(checked(nodes.Members(subject=kind, of=member, direct=True)))
    field = nodes.Field(subject=kind, name=name)
    return Path(field) if spec.kind == "record" else field


def subject(kind: str) -> Subject:
    """The kind of entity that a rule speaks of.

    Args:
        kind: An English word such as "community", "county" or "worker".

    Raises:
        UnknownFieldError: There is no such kind.

    Examples:
        >>> subject("community").facility_area >= "400 m²"  # doctest: +ELLIPSIS
        Compare(kind='compare', left=Field(kind='field', subject='community', name='facility_area'), ...
    """
    return Subject(kind)


def all_of(*conditions: Expression) -> nodes.AllOf:
    """All of the conditions hold."""
    return checked(nodes.AllOf(conditions=tuple(map(expression, conditions))))


def any_of(*conditions: Expression) -> nodes.AnyOf:
    """At least one of the conditions holds."""
    return checked(nodes.AnyOf(conditions=tuple(map(expression, conditions))))


def not_(condition: Expression) -> nodes.Not:
    """The condition does not hold."""
    return checked(nodes.Not(condition=expression(condition)))


def tally(*conditions: Expression) -> nodes.Tally:
    """How many of the conditions hold."""
    return checked(nodes.Tally(conditions=tuple(map(expression, conditions))))


def largest(*values: Expression) -> nodes.Largest:
    """The greatest of several numbers."""
    return checked(nodes.Largest(of=tuple(map(expression, values))))


def smallest(*values: Expression) -> nodes.Smallest:
    """The least of several numbers."""
    return checked(nodes.Smallest(of=tuple(map(expression, values))))


def round_up(value: Expression) -> nodes.RoundUp:
    """The next whole number, where a text counts heads."""
    return checked(nodes.RoundUp(value=expression(value)))


def either(*sources: Expression) -> nodes.Either:
    """What several sources of one fact say together: a reported figure and a sum over members, say."""
    return checked(nodes.Either(sources=tuple(map(expression, sources))))


def within(kind: str, value: Expression) -> nodes.Within:
    """A value of the nearest entity of a kind that holds the subject."""
    return checked(nodes.Within(subject=kind, value=expression(value)))


def choose(reading: Reading, /, **options: Expression) -> nodes.Choice:
    """What stands for each option of a reading; dashes in the key of an option are written as underscores."""
    made = {key.replace("_", "-"): expression(value) for key, value in options.items()}
    return checked(nodes.Choice(reading=reading, options=made))


def parameter(value: Parameter, *, at: date | None = None) -> nodes.ParameterValue:
    """The value of a parameter on the day of the audit, or on a fixed day."""
    return checked(nodes.ParameterValue(parameter=value, at=at))


def done_by(*steps: Path | nodes.Field, day: Expression) -> nodes.DoneBy:
    """Steps that are all done by a day, that day included."""
    return checked(nodes.DoneBy(steps=tuple(map(_step, steps)), by=expression(day)))


def in_order(*steps: Path | nodes.Field) -> nodes.InOrder:
    """Steps that are all done, none before the one that precedes it."""
    return checked(nodes.InOrder(steps=tuple(map(_step, steps))))


def reached(step: Path | nodes.Field) -> nodes.Reached:
    """A step that is done, or a day that has come, on the day of the audit."""
    return checked(nodes.Reached(step=_step(step)))


def in_last(step: Path | nodes.Field, window: Window) -> nodes.InWindow:
    """A step that was done in the last calendar window that is over."""
    return checked(nodes.InWindow(step=_step(step), window=window))


def in_this(step: Path | nodes.Field, window: Window) -> nodes.InWindow:
    """A step that was done in the calendar window that the audit falls into."""
    return checked(nodes.InWindow(step=_step(step), window=window, which="this"))


def _step(step: Path | nodes.Field) -> nodes.Field:
    return step._field if isinstance(step, Path) else step  # noqa: SLF001  the same module


def compare(left: Expression, op: Comparison, right: Expression) -> nodes.Compare:
    """A comparison of two numbers."""
    return checked(nodes.Compare(left=expression(left), op=op, right=expression(right)))


def between(value: Expression, low: Expression, high: Expression) -> nodes.Between:
    """A number from a least to a greatest value, both included."""
    return checked(nodes.Between(value=expression(value), low=expression(low), high=expression(high)))


def is_(value: Expression, *terms: bool | str) -> nodes.Is:
    """A category that is one of some terms, or a truth that is as stated."""
    return checked(nodes.Is(value=expression(value), terms=terms))


def includes(listing: Expression, how: Quantifier, *items: str) -> nodes.Includes:
    """A listing that names all, any or none of some terms."""
    if not isinstance(listing, nodes.Field):
        message = said(
            "expected a field that holds a listing, got {given}", "应为列举字段，实为 {given}", given=repr(listing)
        )
        raise KindMismatchError(message)
    return checked(nodes.Includes(listing=listing, items=items, how=how))


def add(*terms: Expression) -> nodes.Sum:
    """Terms added up."""
    return checked(nodes.Sum(terms=tuple(map(expression, terms))))


def subtract(left: Expression, right: Expression) -> nodes.Difference:
    """One number less another."""
    return checked(nodes.Difference(left=expression(left), right=expression(right)))


def multiply(*factors: Expression) -> nodes.Product:
    """Factors multiplied."""
    return checked(nodes.Product(factors=tuple(map(expression, factors))))


def divide(numerator: Expression, denominator: Expression) -> nodes.Ratio:
    """One number for each of another."""
    return checked(nodes.Ratio(numerator=expression(numerator), denominator=expression(denominator)))
