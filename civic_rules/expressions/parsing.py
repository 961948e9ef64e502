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
from civic_rules.expressions.calls import A_STEP, CALLED, READ, Arranged, Subject, Value, one_of
from civic_rules.expressions.formulas import FUNCTIONS, METHODS, TRUTHS, english, field_names, kind_names
from civic_rules.expressions.kinds import entity_type, field_spec, named, no_field, no_kind
from civic_rules.messages import Message, both, joined, said, spaced

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
_UNUSABLE = both("a name is too long, or a part of it is of the wrong kind", "名称太长，或其中有一部分不是应有的种类")
_PIECE = both("a field, a function or a quantity in quotation marks", "字段、函数或引号中的数量")
_A_DAY = both("a day such as 2013-03-31", "日期（如 2013-03-31）")
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

    def place(self, tree: ast.AST) -> int:
        """At which character a part of the tree stands: a field or a method where its own name begins."""
        if isinstance(tree, ast.Attribute):
            return self.plain.place((tree.end_col_offset or 0) - len(tree.attr.encode()))
        return self.plain.place(getattr(tree, "col_offset", 0))

    def refusal(
        self, tree: ast.AST, message: Message, error: type[DeclarationError] = FormulaError
    ) -> DeclarationError:
        """The error that refuses a part of the tree, with its place."""
        return error(syntax.at(self.place(tree), message))

    def instead(self, tree: ast.AST, found: str, wanted: str, hint: Message | None = None) -> DeclarationError:
        """The error that refuses a part of the tree, and says what was found and what was expected."""
        return self.refusal(tree, syntax.instead(found, wanted, hint))

    def expression(self, tree: ast.AST) -> nodes.Node:
        """The node that a part of the tree stands for."""
        value = self.value(tree)
        if isinstance(value, Subject):
            alone = said("the subject {kind} alone", "单独的对象 {kind}", kind=value.kind)
            raise self.instead(tree, alone, both("one of its fields", "它的一个字段"))
        if isinstance(value, Arranged):
            alone = said("the arrangement {name} alone", "单独的制度 {name}", name=value.name)
            after = both("in_place() or has_all(...) after it", "在其后带有 in_place() 或 has_all(...) 的制度")
            raise self.instead(tree, alone, after)
        return value

    def value(self, tree: ast.AST) -> Value:
        """A node, a subject or an arrangement; what the builder refuses is refused with its place."""
        try:
            return self._value(tree)
        except QuantityError as error:
            raise self.refusal(tree, error.message) from None
        except ValidationError:
            raise self.refusal(tree, _UNUSABLE) from None
        except DeclarationError as error:
            if not str(error).startswith("at character "):
                error.args = (syntax.at(self.place(tree), error.message),)
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
        raise self.instead(tree, syntax.found(tree), _PIECE)

    def _call(self, tree: ast.Call) -> Value:
        if isinstance(tree.func, ast.Attribute):
            return self._method(tree, tree.func)
        if isinstance(tree.func, ast.Name):
            return self._function(tree, tree.func.id)
        before = said("{found} before brackets", "括号前的{found}", found=spaced(syntax.found(tree.func)))
        raise self.instead(tree, before, both("the name of a function", "函数的名称"))

    def _constant(self, tree: ast.Constant) -> nodes.Node:
        if isinstance(tree.value, bool):
            return nodes.Always(value=tree.value)
        if not isinstance(tree.value, str):
            wanted = both("a quantity in quotation marks such as '10 worker'", "引号中的数量，如 '10 worker'")
            raise self.instead(tree, shown(tree.value), wanted)
        is_day = _DAY.fullmatch(tree.value)
        return nodes.Day(value=self.day(tree)) if is_day else builder.quantity(tree.value)

    def _name(self, tree: ast.Name) -> Value:
        if tree.id in _TRUTHS:
            return nodes.Always(value=_TRUTHS[tree.id])
        if tree.id not in _kinds():
            hint = did_you_mean(tree.id, [*_kinds(), *_FUNCTION_NAMES])
            written = said("the name {name}", "名称 {name}", name=shown(tree.id))
            raise self.instead(tree, written, both("a kind of entity or a function", "对象的种类或函数"), hint)
        return Subject(_kinds()[tree.id])

    def _attribute(self, tree: ast.Attribute) -> nodes.Node:
        start = self.value(tree.value)
        model: type[Record] | None
        if isinstance(start, Subject):
            subject, before, model = start.kind, "", entity_type(start.kind)
        elif isinstance(start, nodes.Field) and (spec := field_spec(start.subject, start.name)).kind == "record":
            subject, before, model = start.subject, f"{start.name}.", spec.model
        else:
            wanted = both("a function: only a subject has fields", "函数：只有对象才有字段")
            raise self.instead(tree, f".{tree.attr}", wanted)
        names = english(field_names(model)) if model else {}
        if tree.attr not in names:
            title = named(model) if model else entity_type(subject).called()
            wrong = no_field(title, shown(tree.attr), did_you_mean(tree.attr, names))
            raise self.refusal(tree, wrong, UnknownFieldError)
        return _field(subject, f"{before}{names[tree.attr]}")

    def _compare(self, tree: ast.Compare) -> nodes.Node:
        if len(tree.ops) > 1:
            wanted = both("one; write value.between(low, high)", "一次比较；请写成 value.between(low, high)")
            raise self.instead(tree, both("two comparisons in a row", "连续两次比较"), wanted)
        sense = _SENSES.get(type(tree.ops[0]))
        if sense is None:
            raise self.instead(tree, syntax.found(tree.ops[0]), one_of(_SENSES.values()))
        return builder.compare(self.expression(tree.left), sense, self.expression(tree.comparators[0]))

    def _function(self, tree: ast.Call, name: str) -> nodes.Node:
        known = _FUNCTION_NAMES.get(name)
        if known is None:
            hint = did_you_mean(name, _FUNCTION_NAMES)
            functions = said("one of the functions {known}", "以下函数之一：{known}", known=joined(FUNCTIONS))
            raise self.instead(tree, shown(name), functions, hint)
        return READ[known](self, tree)

    def _method(self, tree: ast.Call, target: ast.Attribute) -> Value:
        start = self.value(target.value)
        called = next(names for kind, names in CALLED if isinstance(start, kind))
        known = _METHOD_NAMES.get(target.attr, "")
        if known not in called:
            hint = did_you_mean(target.attr, [name for name, known in _METHOD_NAMES.items() if known in called])
            raise self.instead(target, f".{target.attr}()", one_of(called), hint)
        return called[known](self, tree, start)

    # -- what stands in the brackets of a call -----------------------------------------------------------------

    def arguments(
        self, tree: ast.Call, least: int, most: int | None = None, *, named: bool = False
    ) -> Sequence[ast.expr]:
        """The arguments of a call, as many as its function takes."""
        starred = next((one for one in tree.args if isinstance(one, ast.Starred)), None)
        if starred is not None:
            raise self.instead(starred, "*", both("the arguments one by one", "逐个写出的参数"))
        if tree.keywords and not named:
            name = both("a name before a value", "值前的名称")
            raise self.instead(tree.keywords[0], name, both("the value alone", "单独的值"))
        if len(tree.args) < least or (most is not None and len(tree.args) > most):
            count = said("{count} in the brackets", "括号中的 {count} 个参数", count=len(tree.args))
            raise self.instead(tree, count, _how_many(least, most))
        return tree.args

    def expressions(self, tree: ast.Call, least: int, most: int | None = None) -> list[nodes.Node]:
        """The expressions in the brackets of a call."""
        return [self.expression(one) for one in self.arguments(tree, least, most)]

    def one(self, tree: ast.Call) -> nodes.Node:
        """The one expression in the brackets of a call."""
        (only,) = self.expressions(tree, 1, 1)
        return only

    def text(self, tree: ast.expr, what: Message) -> str:
        """A text in quotation marks."""
        if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
            return tree.value
        wanted = said("{what} in quotation marks", "引号中的{what}", what=what)
        raise self.instead(tree, syntax.found(tree), wanted)

    def texts(self, tree: ast.Call, what: Message) -> list[str]:
        """The texts in the brackets of a call."""
        return [self.text(one, what) for one in self.arguments(tree, 1)]

    def day(self, tree: ast.expr) -> date:
        """A calendar day."""
        text = self.text(tree, _A_DAY)
        try:
            year, month, day = map(int, text.split("-") if _DAY.fullmatch(text) else "")
            return date(year, month, day)
        except ValueError:
            raise self.instead(tree, shown(text), _A_DAY) from None

    def kind(self, tree: ast.expr) -> str:
        """A kind of entity."""
        name = self.text(tree, both("a kind of entity", "对象的种类"))
        if name not in _kinds():
            raise self.refusal(tree, no_kind(shown(name), did_you_mean(name, _kinds())), UnknownFieldError)
        return _kinds()[name]

    def keyed(self, tree: ast.expr, what: Message, known: Mapping[str, Named]) -> Named:
        """Something that the caller handed in by its key."""
        wanted = said("the key of {what}", "{what}的编号", what=what)
        key = self.text(tree, wanted)
        if key not in known:
            raise self.instead(tree, shown(key), wanted, did_you_mean(key, known))
        return known[key]

    def steps(self, tree: ast.Call, least: int, most: int | None = None, *, named: bool = False) -> list[nodes.Field]:
        """The steps in the brackets of a call."""
        made = [(one, self.expression(one)) for one in self.arguments(tree, least, most, named=named)]
        steps = []
        for one, step in made:
            if not isinstance(step, nodes.Field):
                raise self.instead(one, syntax.found(one), A_STEP)
            steps.append(step)
        return steps


def _how_many(least: int, most: int | None) -> Message:
    """How many arguments a function takes."""
    if most is None:
        return said("at least {least}", "至少 {least} 个", least=least)
    if least == most:
        return both(str(least), f"{least} 个")
    return said("{least} to {most}", "{least} 至 {most} 个", least=least, most=most)


def _field(subject: str, name: str) -> nodes.Node:
    """A field, or the members that a subject itself holds."""
    spec = field_spec(subject, name)
    if spec.kind in builder.READ_WITH:
        raise UnknownFieldError(builder.read_otherwise(both(subject, subject), name, spec.kind))
    if spec.kind == "members":
        member = entity_type(subject).member_fields()[name].kind
        return builder.checked(nodes.Members(subject=subject, of=member, direct=True))
    return builder.checked(nodes.Field(subject=subject, name=name))
