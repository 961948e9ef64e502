"""The expression tree: what can be said of an entity.

Every node is a frozen Pydantic model, so that a tree is written as JSON and read back without loss, and nothing
in it executes. Python writes trees with `subject()` and the operators of `civic_rules.expressions.builder`.

```
number      Number Field ParameterValue Sum Difference Product Ratio Largest Smallest RoundUp
            Count Total Share Tally EventCount
condition   Always Compare Between Is AllOf AnyOf Not Includes InPlace HasParts DoneBy InOrder Reached
            InWindow Every Some
date        Day Field
any         Indicator Choice Within Either
members     Members
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

from pydantic import BaseModel, ConfigDict, Discriminator, StrictInt
from pydantic import Field as Of

from civic_rules.errors import TruthValueError
from civic_rules.expressions import literals
from civic_rules.expressions.choices import Parameter, Reading
from civic_rules.messages import both
from civic_rules.text import Text

if TYPE_CHECKING:
    from types import ModuleType

Name = Annotated[str, Of(min_length=1, max_length=200)]
Comparison = Literal[">=", ">", "<=", "<", "=="]
Quantifier = Literal["all", "any", "none"]
Window = Literal["week", "month", "quarter", "half-year", "year"]
Which = Literal["last", "this"]


class Node(BaseModel):
    """A node of the tree. Two nodes are equal if they say the same; neither is true or false in Python."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str

    def __bool__(self) -> NoReturn:
        """Refuse: `and`, `or`, `not` and chained comparisons would silently drop a condition."""
        message = both(
            "an expression is neither true nor false in Python; join conditions with all_of(), any_of(), not_()",
            "表达式在 Python 中没有真假；请用 all_of()、any_of()、not_() 连接条件",
        )
        raise TruthValueError(message)

    def __ge__(self, other: Node | str) -> Compare:
        """At least: `community.workers >= "10 worker"`."""
        made: Compare = _builder().compare(self, ">=", other)
        return made

    def __gt__(self, other: Node | str) -> Compare:
        """More than."""
        made: Compare = _builder().compare(self, ">", other)
        return made

    def __le__(self, other: Node | str) -> Compare:
        """At most."""
        made: Compare = _builder().compare(self, "<=", other)
        return made

    def __lt__(self, other: Node | str) -> Compare:
        """Less than."""
        made: Compare = _builder().compare(self, "<", other)
        return made

    def equals(self, other: Node | str) -> Compare:
        """The same number; `==` is left to compare trees."""
        made: Compare = _builder().compare(self, "==", other)
        return made

    def between(self, low: Node | str, high: Node | str) -> Between:
        """From a least to a greatest value, both included."""
        made: Between = _builder().between(self, low, high)
        return made

    def is_(self, *terms: bool | str) -> Is:
        """A category that is one of these terms, or a truth that is as stated."""
        made: Is = _builder().is_(self, *terms)
        return made

    def includes_all(self, *items: str) -> Includes:
        """A listing that names all of these terms."""
        made: Includes = _builder().includes(self, "all", *items)
        return made

    def includes_any(self, *items: str) -> Includes:
        """A listing that names at least one of these terms."""
        made: Includes = _builder().includes(self, "any", *items)
        return made

    def includes_none(self, *items: str) -> Includes:
        """A listing that names none of these terms."""
        made: Includes = _builder().includes(self, "none", *items)
        return made

    def __add__(self, other: Node | str) -> Sum:
        """Two numbers added."""
        made: Sum = _builder().add(self, other)
        return made

    def __sub__(self, other: Node | str) -> Difference:
        """One number less another."""
        made: Difference = _builder().subtract(self, other)
        return made

    def __mul__(self, other: Node | str) -> Product:
        """Two numbers multiplied."""
        made: Product = _builder().multiply(self, other)
        return made

    def __truediv__(self, other: Node | str) -> Ratio:
        """One number for each of another."""
        made: Ratio = _builder().divide(self, other)
        return made

    def children(self) -> Iterator[Node]:
        """The nodes directly below this one, in the order in which they are written."""
        for name in type(self).model_fields:
            yield from _nodes(getattr(self, name))

    def walk(self) -> Iterator[Node]:
        """This node and every node below it, from the top."""
        yield self
        for child in self.children():
            yield from child.walk()


def _builder() -> ModuleType:
    """The functions that build and check nodes; they need the node classes, so they are imported when used."""
    from civic_rules.expressions import builder  # noqa: PLC0415  see above

    return builder


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _nodes(item)


class Number(Node):
    """A quantity that is written in the rule, as the document writes it: 43 m² / (100 household)."""

    kind: Literal["number"] = "number"
    value: literals.Number
    unit: Name


class Day(Node):
    """A calendar day that is written in the rule."""

    kind: Literal["day"] = "day"
    value: literals.Day


class Always(Node):
    """A condition that always, or never, holds: an option of a reading."""

    kind: Literal["always"] = "always"
    value: literals.Truth


class Field(Node):
    """What an entity records under a name; a dotted path reaches into a nested record."""

    kind: Literal["field"] = "field"
    subject: Name
    name: Name


class ParameterValue(Node):
    """The value of a parameter on the day of the audit, or on a fixed day."""

    kind: Literal["parameter"] = "parameter"
    parameter: Parameter
    at: literals.Day | None = None


class Sum(Node):
    """Terms added up."""

    kind: Literal["sum"] = "sum"
    terms: Annotated[tuple[AnyNode, ...], Of(min_length=2)]


class Difference(Node):
    """One number less another."""

    kind: Literal["difference"] = "difference"
    left: AnyNode
    right: AnyNode


class Product(Node):
    """Factors multiplied."""

    kind: Literal["product"] = "product"
    factors: Annotated[tuple[AnyNode, ...], Of(min_length=2)]


class Ratio(Node):
    """One number for each of another; not known where the denominator is missing or zero."""

    kind: Literal["ratio"] = "ratio"
    numerator: AnyNode
    denominator: AnyNode


class Largest(Node):
    """The greatest of several numbers."""

    kind: Literal["largest"] = "largest"
    of: Annotated[tuple[AnyNode, ...], Of(min_length=2)]


class Smallest(Node):
    """The least of several numbers."""

    kind: Literal["smallest"] = "smallest"
    of: Annotated[tuple[AnyNode, ...], Of(min_length=2)]


class RoundUp(Node):
    """The next whole number, where a text counts heads."""

    kind: Literal["round-up"] = "round-up"
    value: AnyNode


class Members(Node):
    """Entities of one kind below the subject.

    Attributes:
        of: The kind of the members.
        direct: Whether only those that the subject itself holds are meant, not those at any depth.
        where: A condition on a member; members for which it does not hold are left out.
    """

    kind: Literal["members"] = "members"
    subject: Name
    of: Name
    direct: literals.Truth = False
    where: AnyNode | None = None


class Count(Node):
    """How many members there are."""

    kind: Literal["count"] = "count"
    members: Members


class Total(Node):
    """A number added up over members."""

    kind: Literal["total"] = "total"
    members: Members
    value: AnyNode


class Share(Node):
    """The share of members for which a condition holds; bounds where some are not known."""

    kind: Literal["share"] = "share"
    members: Members
    that: AnyNode


class Tally(Node):
    """How many of several conditions hold."""

    kind: Literal["tally"] = "tally"
    conditions: Annotated[tuple[AnyNode, ...], Of(min_length=1)]


class EventCount(Node):
    """How many events of a kind fall into the last calendar window that was over on the day of the audit.

    Attributes:
        event: The kind of event.
        window: The calendar window.
        on_day: The day of the month on which alone they count; none after the 26th, so that two days later it is
            still the same month.
        or_next_working_day: Whether the Monday counts too where that day falls on a weekend.
    """

    kind: Literal["events"] = "events"
    subject: Name
    event: Name
    window: Window
    on_day: Annotated[StrictInt, Of(ge=1, le=26)] | None = None
    or_next_working_day: literals.Truth = False


class Indicator(Node):
    """An expression with a name, on which several documents set limits."""

    kind: Literal["indicator"] = "indicator"
    key: Name
    title: Text
    value: AnyNode


class Choice(Node):
    """What stands for each option of a reading; not known where none is chosen."""

    kind: Literal["choice"] = "choice"
    reading: Reading
    options: Mapping[Name, AnyNode]


class Within(Node):
    """A value of the nearest entity of a kind that holds the subject."""

    kind: Literal["within"] = "within"
    subject: Name
    """The kind of entity that is asked of: the subject of `value`."""
    value: AnyNode


class Either(Node):
    """What several sources of one fact say together; not known where they contradict each other."""

    kind: Literal["either"] = "either"
    sources: Annotated[tuple[AnyNode, ...], Of(min_length=2)]


class Compare(Node):
    """A comparison of two numbers."""

    kind: Literal["compare"] = "compare"
    left: AnyNode
    op: Comparison
    right: AnyNode


class Between(Node):
    """A number from a least to a greatest value, both included."""

    kind: Literal["between"] = "between"
    value: AnyNode
    low: AnyNode
    high: AnyNode


class Is(Node):
    """A category that is one of some terms, or a truth that is as stated."""

    kind: Literal["is"] = "is"
    value: AnyNode
    terms: Annotated[tuple[literals.Truth | str, ...], Of(min_length=1)]


class AllOf(Node):
    """Conditions that must hold together."""

    kind: Literal["all-of"] = "all-of"
    conditions: Annotated[tuple[AnyNode, ...], Of(min_length=1)]


class AnyOf(Node):
    """Conditions of which one must hold."""

    kind: Literal["any-of"] = "any-of"
    conditions: Annotated[tuple[AnyNode, ...], Of(min_length=1)]


class Not(Node):
    """A condition that must not hold."""

    kind: Literal["not"] = "not"
    condition: AnyNode


class Includes(Node):
    """A listing that names all, any or none of some terms."""

    kind: Literal["includes"] = "includes"
    listing: Field
    items: Annotated[tuple[Name, ...], Of(min_length=1)]
    how: Quantifier = "all"


class InPlace(Node):
    """An arrangement that is in place."""

    kind: Literal["in-place"] = "in-place"
    subject: Name
    arrangement: Name


class HasParts(Node):
    """An arrangement of which all, any or none of some parts are in place."""

    kind: Literal["has-parts"] = "has-parts"
    subject: Name
    arrangement: Name
    parts: Annotated[tuple[Name, ...], Of(min_length=1)]
    how: Quantifier = "all"


class DoneBy(Node):
    """Steps that are all done by a day, that day included."""

    kind: Literal["done-by"] = "done-by"
    steps: Annotated[tuple[Field, ...], Of(min_length=1)]
    by: AnyNode


class InOrder(Node):
    """Steps that are all done, none before the one that precedes it; the same day is in order."""

    kind: Literal["in-order"] = "in-order"
    steps: Annotated[tuple[Field, ...], Of(min_length=2)]


class Reached(Node):
    """A step that is done, or a day that has come, on the day of the audit."""

    kind: Literal["reached"] = "reached"
    step: Field


class InWindow(Node):
    """A step that was done in the last calendar window that is over, or in the one that the audit falls into."""

    kind: Literal["in-window"] = "in-window"
    step: Field
    window: Window
    which: Which = "last"


class Every(Node):
    """A condition that holds for every member."""

    kind: Literal["every"] = "every"
    members: Members
    that: AnyNode


class Some(Node):
    """A condition that holds for at least one member."""

    kind: Literal["some"] = "some"
    members: Members
    that: AnyNode


AnyNode = Annotated[
    Number
    | Day
    | Always
    | Field
    | ParameterValue
    | Sum
    | Difference
    | Product
    | Ratio
    | Largest
    | Smallest
    | RoundUp
    | Members
    | Count
    | Total
    | Share
    | Tally
    | EventCount
    | Indicator
    | Choice
    | Within
    | Either
    | Compare
    | Between
    | Is
    | AllOf
    | AnyOf
    | Not
    | Includes
    | InPlace
    | HasParts
    | DoneBy
    | InOrder
    | Reached
    | InWindow
    | Every
    | Some,
    Discriminator("kind"),
]
"""Any node of the tree, told apart by its `kind`."""

NODE_TYPES: dict[str, type[Node]] = {str(model.model_fields["kind"].default): model for model in Node.__subclasses__()}
"""Every node class by its kind."""

for _model in NODE_TYPES.values():
    _model.model_rebuild(_types_namespace={**globals()})


def unwrapped(node: Node) -> Node:
    """The expression behind the name of an indicator."""
    while isinstance(node, Indicator):
        node = node.value
    return node
