"""Numbers that are either known or not known at all, as plain Python functions: most of what rules read.

A compiled function takes the fields of an entity as plain values, and the entity's scope for what lies above it,
and gives a float or None. Numbers over members need bounds: see `compiler`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from civic_rules import units
from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import chosen, read_path
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.windows import is_on_day, last_window

if TYPE_CHECKING:
    from fractions import Fraction

Row = dict[str, Any]
Read = Callable[[Row, Scope], Any]
"""A compiled expression of any kind."""
PLAIN = (nodes.Sum, nodes.Difference, nodes.Product, nodes.Ratio, nodes.RoundUp, nodes.Within)
"""Nodes that are floats where what they are made of is."""


def is_plain(node: nodes.Node, context: Context) -> bool:
    """Whether a number is either known or not known at all, so that it needs no bounds."""
    node = chosen(node, context)
    if isinstance(node, PLAIN):
        return all(is_plain(child, context) for child in node.children())
    return isinstance(node, (nodes.Number, nodes.Field, nodes.ParameterValue, nodes.EventCount))


def constant(node: nodes.Node, context: Context) -> float | None:
    """The value of a number that is the same for every entity, in the unit of the node; else None."""
    inner = chosen(node, context)
    if isinstance(inner, nodes.Number):
        value: float | None = inner.value
    elif isinstance(inner, nodes.ParameterValue):
        value = inner.parameter.on(inner.at or context.on)
    else:
        return None
    by = units.factor(signature(inner).unit, signature(node).unit)
    return value if value is None or by == 1 else value * by.numerator / by.denominator


def field(name: str) -> Read:
    """A field, which a dotted path may reach."""
    if "." in name:
        return lambda row, _scope: read_path(row, name)
    return lambda row, _scope: row[name]


@singledispatch
def plain(node: nodes.Node, context: Context) -> Read:
    """A number as a float, or None where it is not known."""
    inner = chosen(node, context)
    if inner is node:
        return lambda _row, _scope: None
    return scaled(plain(inner, context), units.factor(signature(inner).unit, signature(node).unit))


def scaled(read: Read, by: Fraction) -> Read:
    """A number in another unit."""
    if by == 1:
        return read
    up, down = by.numerator, by.denominator

    def convert(row: Row, scope: Scope) -> float | None:
        value = read(row, scope)
        return None if value is None else value * up / down

    return convert


def in_unit(node: nodes.Node, unit: str, context: Context) -> Read:
    """A number in a unit that several are brought to."""
    return scaled(plain(node, context), units.factor(signature(node).unit, unit))


@plain.register(nodes.Number)
@plain.register(nodes.ParameterValue)
def _(node: nodes.Number | nodes.ParameterValue, context: Context) -> Read:
    value = constant(node, context)
    return lambda _row, _scope: value


@plain.register
def _(node: nodes.Field, _context: Context) -> Read:
    return field(node.name)


@plain.register
def _(node: nodes.EventCount, context: Context) -> Read:
    first, last = last_window(node.window, context.on)
    kind, number, moves = node.event, node.on_day, node.or_next_working_day

    def read(row: Row, _scope: Scope) -> int | None:
        events = row["events"]
        if events is None:
            return None
        days = [one.on for one in events if one.kind == kind and first <= one.on <= last]
        return len(days) if number is None else sum(is_on_day(day, number, or_next_working_day=moves) for day in days)

    return read


@plain.register
def _(node: nodes.Sum, context: Context) -> Read:
    terms = [in_unit(term, signature(node).unit, context) for term in node.terms]

    def read(row: Row, scope: Scope) -> float | None:
        total = 0.0
        for term in terms:
            value = term(row, scope)
            if value is None:
                return None
            total += value
        return total

    return read


@plain.register
def _(node: nodes.Difference, context: Context) -> Read:
    left, right = (in_unit(part, signature(node).unit, context) for part in (node.left, node.right))

    def read(row: Row, scope: Scope) -> float | None:
        a, b = left(row, scope), right(row, scope)
        return None if a is None or b is None else a - b

    return read


@plain.register
def _(node: nodes.Product, context: Context) -> Read:
    factors = [plain(factor, context) for factor in node.factors]

    def read(row: Row, scope: Scope) -> float | None:
        product = 1.0
        for factor in factors:
            value = factor(row, scope)
            if value is None:
                return None
            product *= value
        return product

    return scaled(read, written_scale(node))


def written_scale(node: nodes.Product) -> Fraction:
    """The factor from the units as written to the unit of the product."""
    written = "1"
    for part in node.factors:
        written = units.product(written, signature(part).unit)
    return units.factor(written, signature(node).unit)


@plain.register
def _(node: nodes.Ratio, context: Context) -> Read:
    top, below = plain(node.numerator, context), plain(node.denominator, context)

    def read(row: Row, scope: Scope) -> float | None:
        a, b = top(row, scope), below(row, scope)
        return None if a is None or b is None or b <= 0 else a / b

    return read


@plain.register
def _(node: nodes.RoundUp, context: Context) -> Read:
    inner = plain(node.value, context)

    def read(row: Row, scope: Scope) -> float | None:
        value = inner(row, scope)
        return None if value is None else units.rounded_up(value)

    return read


@plain.register
def _(node: nodes.Within, context: Context) -> Read:
    return of_holder(node.subject, plain(node.value, context))


def of_holder(kind: str, inner: Read, nothing: object = None) -> Read:
    """What is read of the nearest holder of a kind; `nothing` where there is none."""

    def read(_row: Row, scope: Scope) -> object:
        holder = scope.above(kind)
        return nothing if holder is None else inner(holder.row, holder)

    return read
