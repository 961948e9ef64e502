"""Formulas read back as expressions. A formula is data: it is parsed, never run.

Only what `formulas` writes is accepted of Python's syntax: subjects and their fields, the known functions,
comparisons, the four operations, and quoted texts. The builder makes and checks every node, so a unit that does
not fit is the same error here as in a rulebook.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from civic_rules.entities import ENTITY_TYPES
from civic_rules.errors import DeclarationError, FormulaError, QuantityError, UnknownFieldError, did_you_mean, shown
from civic_rules.expressions import builder, nodes, syntax
from civic_rules.expressions.calls import CALLED, READ, Arranged, Subject, Value
from civic_rules.expressions.formulas import FUNCTIONS, METHODS, TRUTHS, english, field_names, kind_names
from civic_rules.expressions.kinds import entity_type, field_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from civic_rules.entities import Record
    from civic_rules.expressions.choices import Parameter, Reading

Named = TypeVar("Named")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_OPERATIONS: dict[type[ast.operator], Callable[[nodes.Node, nodes.Node], nodes.Node]] = {
    ast.Add: builder.add,
    ast.Sub: builder.subtract,
    ast.Mult: builder.multiply,
    ast.Div: builder.divide,
}
_SENSES: dict[type[ast.cmpop], nodes.Comparison] = {
    ast.GtE: ">=",
    ast.Gt: ">",
    ast.LtE: "<=",
    ast.Lt: "<",
    ast.Eq: "==",
}
_TRUTHS = {**{zh: en == "True" for en, zh in TRUTHS.items()}, "true": True, "false": False}


def parse(
    text: str,
    *,
    readings: Mapping[str, Reading] = MappingProxyType({}),
    parameters: Mapping[str, Parameter] = MappingProxyType({}),
    indicators: Mapping[str, nodes.Indicator] = MappingProxyType({}),
) -> nodes.Node:
    """The expression that a formula says; `formula` writes it.

    English and Chinese names may be mixed. ≥, ≤, × and ÷ and full-width punctuation are read too.

    Args:
        text: The formula.
        readings: The readings that it may name, by key.
        parameters: The parameters that it may name, by key.
        indicators: The indicators that it may name, by key.

    Raises:
        FormulaError: The text is no formula; the message says where, what was found and what was expected.
        DeclarationError: The formula says what cannot be said: an unknown field, a unit that does not fit ...

    Examples:
        >>> from civic_rules.expressions.formulas import formula
        >>> formula(parse("社区.服务用房面积 ≥ “400 m²”"))
        'community.facility_area >= "400 m²"'
        >>> parse("community.househols >= '10 household'")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        civic_rules.errors.UnknownFieldError: at character 11: Community has no field 'househols'; did you mean ...
    """
    plain = syntax.plain(text)
    return Reader(plain, readings, parameters, indicators).expression(syntax.tree(plain))


@cache
def _kinds() -> Mapping[str, str]:
    """Every name by which a formula may call a kind of entity, with the kind."""
    labels = {model.kind_zh: kind for kind, model in ENTITY_TYPES.items()}
    return MappingProxyType({**labels, **english(kind_names())})


_FUNCTION_NAMES = english(FUNCTIONS)
_METHOD_NAMES = english(METHODS)


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes nodes of a syntax tree."""

    plain: syntax.Plain
    readings: Mapping[str, Reading]
    parameters: Mapping[str, Parameter]
    indicators: Mapping[str, nodes.Indicator]

    def place(self, tree: ast.AST) -> str:
        """Where a part of the tree stands: a field or a method where its own name begins."""
        if isinstance(tree, ast.Attribute):
            return f"at character {self.plain.place((tree.end_col_offset or 0) - len(tree.attr.encode()))}"
        return f"at character {self.plain.place(getattr(tree, 'col_offset', 0))}"

    def refusal(self, tree: ast.AST, message: str, error: type[DeclarationError] = FormulaError) -> DeclarationError:
        """The error that refuses a part of the tree, with its place."""
        return error(f"{self.place(tree)}: {message}")

    def expression(self, tree: ast.AST) -> nodes.Node:
        """The node that a part of the tree stands for."""
        value = self.value(tree)
        if isinstance(value, Subject):
            raise self.refusal(tree, f"found the subject {value.kind} alone, expected one of its fields")
        if isinstance(value, Arranged):
            raise self.refusal(
                tree, f"found the arrangement {value.name} alone, expected in_place() or has_all(...) after it"
            )
        return value

    def value(self, tree: ast.AST) -> Value:
        """A node, a subject or an arrangement; what the builder refuses is refused with its place."""
        try:
            return self._value(tree)
        except QuantityError as error:
            raise self.refusal(tree, str(error)) from None
        except ValidationError:
            raise self.refusal(tree, "a name is too long, or a part of it is of the wrong kind") from None
        except DeclarationError as error:
            if not str(error).startswith("at character "):
                error.args = (f"{self.place(tree)}: {error}",)
            raise

    def _value(self, tree: ast.AST) -> Value:
        match tree:
            case ast.Constant():
                return self._constant(tree)
            case ast.Name():
                return self._name(tree)
            case ast.Attribute():
                return self._attribute(tree)
            case ast.Call():
                return self._call(tree)
            case ast.BinOp(op=op) if type(op) in _OPERATIONS:
                return _OPERATIONS[type(op)](self.expression(tree.left), self.expression(tree.right))
            case ast.Compare():
                return self._compare(tree)
        wanted = "a field, a function or a quantity in quotation marks"
        raise self.refusal(tree, f"found {syntax.found(tree)}, expected {wanted}")

    def _call(self, tree: ast.Call) -> Value:
        if isinstance(tree.func, ast.Attribute):
            return self._method(tree, tree.func)
        if isinstance(tree.func, ast.Name):
            return self._function(tree, tree.func.id)
        raise self.refusal(tree, f"found {syntax.found(tree.func)} before brackets, expected the name of a function")

    def _constant(self, tree: ast.Constant) -> nodes.Node:
        if isinstance(tree.value, bool):
            return nodes.Always(value=tree.value)
        if not isinstance(tree.value, str):
            raise self.refusal(
                tree, f"found {shown(tree.value)}, expected a quantity in quotation marks such as '10 worker'"
            )
        is_day = _DAY.fullmatch(tree.value)
        return nodes.Day(value=self.day(tree)) if is_day else builder.quantity(tree.value)

    def _name(self, tree: ast.Name) -> Value:
        if tree.id in _TRUTHS:
            return nodes.Always(value=_TRUTHS[tree.id])
        if tree.id not in _kinds():
            hint = did_you_mean(tree.id, [*_kinds(), *_FUNCTION_NAMES])
            raise self.refusal(tree, f"found the name {shown(tree.id)}, expected a kind of entity or a function{hint}")
        return Subject(_kinds()[tree.id])

    def _attribute(self, tree: ast.Attribute) -> nodes.Node:
        start = self.value(tree.value)
        model: type[Record] | None
        if isinstance(start, Subject):
            subject, before, model = start.kind, "", entity_type(start.kind)
        elif isinstance(start, nodes.Field) and (spec := field_spec(start.subject, start.name)).kind == "record":
            subject, before, model = start.subject, f"{start.name}.", spec.model
        else:
            raise self.refusal(tree, f"found .{tree.attr}, expected a function: only a subject has fields")
        names = english(field_names(model)) if model else {}
        if tree.attr not in names:
            hint = did_you_mean(tree.attr, names)
            title = model.__name__ if model else subject
            raise self.refusal(tree, f"{title} has no field {shown(tree.attr)}{hint}", UnknownFieldError)
        return _field(subject, f"{before}{names[tree.attr]}")

    def _compare(self, tree: ast.Compare) -> nodes.Node:
        if len(tree.ops) > 1:
            raise self.refusal(tree, "found two comparisons in a row, expected one; write value.between(low, high)")
        sense = _SENSES.get(type(tree.ops[0]))
        if sense is None:
            raise self.refusal(tree, f"found {syntax.found(tree.ops[0])}, expected one of >=, >, <=, <, ==")
        return builder.compare(self.expression(tree.left), sense, self.expression(tree.comparators[0]))

    def _function(self, tree: ast.Call, name: str) -> nodes.Node:
        known = _FUNCTION_NAMES.get(name)
        if known is None:
            hint = did_you_mean(name, _FUNCTION_NAMES)
            raise self.refusal(tree, f"found {shown(name)}, expected one of the functions {', '.join(FUNCTIONS)}{hint}")
        return READ[known](self, tree)

    def _method(self, tree: ast.Call, target: ast.Attribute) -> Value:
        start = self.value(target.value)
        called = next(names for kind, names in CALLED if isinstance(start, kind))
        known = _METHOD_NAMES.get(target.attr, "")
        if known not in called:
            hint = did_you_mean(target.attr, [name for name, known in _METHOD_NAMES.items() if known in called])
            raise self.refusal(target, f"found .{target.attr}(), expected one of {', '.join(called)}{hint}")
        return called[known](self, tree, start)

    # -- what stands in the brackets of a call -----------------------------------------------------------------

    def arguments(
        self, tree: ast.Call, least: int, most: int | None = None, *, named: bool = False
    ) -> Sequence[ast.expr]:
        """The arguments of a call, as many as its function takes."""
        starred = next((one for one in tree.args if isinstance(one, ast.Starred)), None)
        if starred is not None:
            raise self.refusal(starred, "found *, expected the arguments one by one")
        if tree.keywords and not named:
            raise self.refusal(tree.keywords[0], "found a name before a value, expected the value alone")
        if len(tree.args) < least or (most is not None and len(tree.args) > most):
            wanted = f"at least {least}" if most is None else str(least) if least == most else f"{least} to {most}"
            raise self.refusal(tree, f"found {len(tree.args)} in the brackets, expected {wanted}")
        return tree.args

    def expressions(self, tree: ast.Call, least: int, most: int | None = None) -> list[nodes.Node]:
        """The expressions in the brackets of a call."""
        return [self.expression(one) for one in self.arguments(tree, least, most)]

    def one(self, tree: ast.Call) -> nodes.Node:
        """The one expression in the brackets of a call."""
        (only,) = self.expressions(tree, 1, 1)
        return only

    def text(self, tree: ast.expr, what: str) -> str:
        """A text in quotation marks."""
        if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
            return tree.value
        raise self.refusal(tree, f"found {syntax.found(tree)}, expected {what} in quotation marks")

    def texts(self, tree: ast.Call, what: str) -> list[str]:
        """The texts in the brackets of a call."""
        return [self.text(one, what) for one in self.arguments(tree, 1)]

    def day(self, tree: ast.expr) -> date:
        """A calendar day."""
        text = self.text(tree, "a day such as 2013-03-31")
        try:
            year, month, day = map(int, text.split("-") if _DAY.fullmatch(text) else "")
            return date(year, month, day)
        except ValueError:
            raise self.refusal(tree, f"found {shown(text)}, expected a day such as 2013-03-31") from None

    def kind(self, tree: ast.expr) -> str:
        """A kind of entity."""
        name = self.text(tree, "a kind of entity")
        if name not in _kinds():
            raise self.refusal(
                tree, f"there is no kind of entity {shown(name)}{did_you_mean(name, _kinds())}", UnknownFieldError
            )
        return _kinds()[name]

    def keyed(self, tree: ast.expr, what: str, known: Mapping[str, Named]) -> Named:
        """Something that the caller handed in by its key."""
        key = self.text(tree, f"the key of {what}")
        if key not in known:
            raise self.refusal(tree, f"found {shown(key)}, expected the key of {what}{did_you_mean(key, known)}")
        return known[key]

    def steps(self, tree: ast.Call, least: int, most: int | None = None, *, named: bool = False) -> list[nodes.Field]:
        """The steps in the brackets of a call."""
        made = [(one, self.expression(one)) for one in self.arguments(tree, least, most, named=named)]
        steps = []
        for one, step in made:
            if not isinstance(step, nodes.Field):
                raise self.refusal(one, f"found {syntax.found(one)}, expected a step of a subject")
            steps.append(step)
        return steps


def _field(subject: str, name: str) -> nodes.Node:
    """A field, or the members that a subject itself holds."""
    spec = field_spec(subject, name)
    if spec.kind in builder.READ_WITH:
        msg = f"{subject}.{name} is read with {builder.READ_WITH[spec.kind]}"
        raise UnknownFieldError(msg)
    if spec.kind == "members":
        member = entity_type(subject).member_fields()[name].kind
        return builder.checked(nodes.Members(subject=subject, of=member, direct=True))
    return builder.checked(nodes.Field(subject=subject, name=name))
