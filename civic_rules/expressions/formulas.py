"""Expressions as formulas, in English and Chinese: one line in the syntax of the builder.

`parsing.parse` reads a formula back. Readings, parameters and indicators are written by their key.
"""

from __future__ import annotations

import json
import keyword
import unicodedata
from functools import cache, singledispatch
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES, EventKind
from civic_rules.errors import CivicRulesError
from civic_rules.expressions import nodes
from civic_rules.expressions.kinds import arrangement_term, entity_type, field_spec
from civic_rules.units import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civic_rules.entities import Record, Vocabulary

FUNCTIONS = {
    "all_of": "均满足",
    "any_of": "任一满足",
    "not_": "非",
    "tally": "满足数",
    "largest": "取大",
    "smallest": "取小",
    "round_up": "向上取整",
    "add": "相加",
    "multiply": "相乘",
    "quantity": "数量",
    "either": "互证",
    "within": "所在",
    "done_by": "按期完成",
    "in_order": "依次完成",
    "reached": "已到",
    "in_last": "在上一完整",
    "in_this": "在本",
    "parameter": "参数",
    "reading": "解读",
    "indicator": "指标",
}
"""The functions of formulas and their Chinese names."""

METHODS = {
    "is_": "为",
    "equals": "等于",
    "between": "介于",
    "includes_all": "包含全部",
    "includes_any": "包含任一",
    "includes_none": "均不包含",
    "all": "全部",
    "where": "其中",
    "count": "计数",
    "total": "合计",
    "share": "占比",
    "every": "每个均",
    "some": "至少一个",
    "arrangement": "制度",
    "in_place": "已落实",
    "has_all": "具备全部",
    "has_any": "具备任一",
    "has_none": "均不具备",
    "event_count": "次数",
    "done_by": "按期完成",
}
"""What can be called on a subject, its members or an expression, and the Chinese names."""

WINDOWS = {"week": "周", "month": "月", "quarter": "季度", "half-year": "半年", "year": "年"}
"""The calendar windows and their Chinese names."""


def english(names: Mapping[str, str]) -> Mapping[str, str]:
    """The English name behind every English and Chinese one."""
    return MappingProxyType({**{zh: name for name, zh in names.items()}, **{name: name for name in names}})


TRUTHS = {"True": "真", "False": "假"}

DAY = {"en": "day", "zh": "截止"}
"""The keyword before the day by which steps are to be done."""

COMPARING, ADDING, MULTIPLYING, CALLING = range(4)
"""How closely the parts of a formula hold together, the loosest first."""


class Written(NamedTuple):
    """The text of an expression.

    Attributes:
        text: The text.
        holds: How closely its parts hold together.
    """

    text: str
    holds: int = CALLING

    def at(self, least: int) -> str:
        """The text, in brackets if its parts hold together less closely than they must here."""
        return self.text if self.holds >= least else f"({self.text})"


def identifier(label: str) -> str:
    """A Chinese label as a name that a formula can use; "" where nothing is left of it.

    Examples:
        >>> identifier("县(市、区)"), identifier("服务用房面积")
        ('县市区', '服务用房面积')
    """
    kept = "".join(mark for mark in unicodedata.normalize("NFKC", label) if f"x{mark}".isidentifier())
    return kept if kept.isidentifier() and not keyword.iskeyword(kept) else ""


def _one_to_one(labels: Mapping[str, str]) -> Mapping[str, str]:
    """The Chinese name of each English one; the English one itself where the Chinese would be taken twice."""
    made = {name: identifier(label) for name, label in labels.items()}
    taken = [*made.values(), *labels]
    return MappingProxyType({name: zh if zh and taken.count(zh) == 1 else name for name, zh in made.items()})


@cache
def kind_names() -> Mapping[str, str]:
    """The Chinese name of each kind of entity in formulas."""
    return _one_to_one({kind: model.kind_zh for kind, model in ENTITY_TYPES.items()})


@cache
def field_names(model: type[Record]) -> Mapping[str, str]:
    """The Chinese name of each field of an entity or a record in formulas."""
    return _one_to_one({name: label.zh for name, label in model.labels().items()})


def kind_word(kind: str, lang: Lang) -> str:
    """A kind of entity as a formula names it."""
    return kind_names()[kind] if lang == "zh" else kind


def path(subject: str, name: str, lang: Lang) -> str:
    """A field as a formula names it: `community.households`, 社区.户数.

    Examples:
        >>> path("county", "layout_plan.filed", "zh")
        '县市区.社区布局规划.备案'
    """
    steps = name.split(".")
    records = [".".join(steps[:place]) for place in range(1, len(steps))]
    models = [entity_type(subject), *(field_spec(subject, record).model for record in records)]
    spoken = [
        field_names(model)[step] if model and lang == "zh" else step for model, step in zip(models, steps, strict=True)
    ]
    return ".".join([kind_word(subject, lang), *spoken])


def term_text(vocabulary: type[Vocabulary] | None, term: str, lang: Lang) -> str:
    """A term in quotation marks: by its id, or by its Chinese name where that names it alone."""
    if vocabulary is None or lang == "en":
        return quoted(term)
    member = vocabulary(term)
    return quoted(member.zh if vocabulary(member.zh) is member else term)


def quoted(text: str) -> str:
    """A text in quotation marks, as a formula reads it back."""
    return json.dumps(text, ensure_ascii=False)


def formula(node: nodes.Node, lang: Lang = "en") -> str:
    """An expression as a formula.

    Args:
        node: Any expression.
        lang: "en" for English names, "zh" for Chinese ones.

    Examples:
        >>> from civic_rules.expressions import largest, subject
        >>> community = subject("community")
        >>> rule = community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)")
        >>> formula(rule)
        'community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)")'
        >>> formula(rule, "zh")
        '社区.服务用房面积 >= 取大("400 m²", 社区.户数 * "20 m² / (100 household)")'
    """
    return write(node, lang).text


@singledispatch
def write(node: nodes.Node, lang: Lang) -> Written:
    """An expression with what its brackets depend on."""
    msg = f"{type(node).__name__} cannot be written as a formula in {lang}"
    raise TypeError(msg)


def _call(name: str, arguments: Iterable[str], lang: Lang) -> Written:
    return Written(f"{FUNCTIONS[name] if lang == 'zh' else name}({', '.join(arguments)})")


def _method(start: str, name: str, arguments: Iterable[str], lang: Lang) -> Written:
    return Written(f"{start}.{METHODS[name] if lang == 'zh' else name}({', '.join(arguments)})")


def _texts(parts: Iterable[nodes.Node], lang: Lang) -> list[str]:
    return [formula(part, lang) for part in parts]


# -- constants and fields --------------------------------------------------------------------------------------


@write.register
def _(node: nodes.Number, lang: Lang) -> Written:
    text = f"{node.value} {node.unit}" if node.unit != "1" else str(node.value)
    if _reads_back(text, node):
        return Written(quoted(text))
    return _call("quantity", [str(node.value), quoted(node.unit)], lang)


def _reads_back(text: str, node: nodes.Number) -> bool:
    """Whether a quantity as text gives the same number, and the same unit to the letter."""
    try:
        value, unit = units.split_quantity(text)
    except CivicRulesError:
        return False
    return (repr(value), unit or "1") == (repr(node.value), node.unit)


@write.register
def _(node: nodes.Day, _lang: Lang) -> Written:
    return Written(quoted(node.value.isoformat()))


@write.register
def _(node: nodes.Always, lang: Lang) -> Written:
    return Written(_truth(lang, is_true=node.value))


def _truth(lang: Lang, *, is_true: bool) -> str:
    return TRUTHS[str(is_true)] if lang == "zh" else str(is_true)


@write.register
def _(node: nodes.Field, lang: Lang) -> Written:
    return Written(path(node.subject, node.name, lang))


@write.register
def _(node: nodes.ParameterValue, lang: Lang) -> Written:
    at = [] if node.at is None else [quoted(node.at.isoformat())]
    return _call("parameter", [quoted(node.parameter.key), *at], lang)


@write.register
def _(node: nodes.EventCount, lang: Lang) -> Written:
    window = quoted(WINDOWS[node.window] if lang == "zh" else node.window)
    day = [] if node.on_day is None else [str(node.on_day)]
    day += [_truth(lang, is_true=True)] if day and node.or_next_working_day else []
    arguments = [term_text(EventKind, node.event, lang), window, *day]
    return _method(kind_word(node.subject, lang), "event_count", arguments, lang)


# -- arithmetic ------------------------------------------------------------------------------------------------


def _binary(left: nodes.Node, sign: str, right: nodes.Node, lang: Lang, level: int) -> Written:
    """Two operands: operators of one level are read from the left."""
    return Written(f"{write(left, lang).at(level)} {sign} {write(right, lang).at(level + 1)}", level)


@write.register
def _(node: nodes.Sum, lang: Lang) -> Written:
    if len(node.terms) > 2:  # noqa: PLR2004  a + b + c is (a + b) + c
        return _call("add", _texts(node.terms, lang), lang)
    return _binary(node.terms[0], "+", node.terms[1], lang, ADDING)


@write.register
def _(node: nodes.Difference, lang: Lang) -> Written:
    return _binary(node.left, "-", node.right, lang, ADDING)


@write.register
def _(node: nodes.Product, lang: Lang) -> Written:
    if len(node.factors) > 2:  # noqa: PLR2004  a * b * c is (a * b) * c
        return _call("multiply", _texts(node.factors, lang), lang)
    return _binary(node.factors[0], "*", node.factors[1], lang, MULTIPLYING)


@write.register
def _(node: nodes.Ratio, lang: Lang) -> Written:
    return _binary(node.numerator, "/", node.denominator, lang, MULTIPLYING)


@write.register
def _(node: nodes.Largest, lang: Lang) -> Written:
    return _call("largest", _texts(node.of, lang), lang)


@write.register
def _(node: nodes.Smallest, lang: Lang) -> Written:
    return _call("smallest", _texts(node.of, lang), lang)


@write.register
def _(node: nodes.RoundUp, lang: Lang) -> Written:
    return _call("round_up", [formula(node.value, lang)], lang)


# -- members ---------------------------------------------------------------------------------------------------


@write.register
def _(node: nodes.Members, lang: Lang) -> Written:
    if node.direct:
        held = entity_type(node.subject).member_fields()
        name = next(name for name, model in held.items() if model.kind == node.of)
        start = Written(path(node.subject, name, lang))
    else:
        start = _method(kind_word(node.subject, lang), "all", [quoted(kind_word(node.of, lang))], lang)
    return start if node.where is None else _method(start.text, "where", [formula(node.where, lang)], lang)


@write.register
def _(node: nodes.Count, lang: Lang) -> Written:
    return _method(formula(node.members, lang), "count", [], lang)


@write.register
def _(node: nodes.Total, lang: Lang) -> Written:
    return _method(formula(node.members, lang), "total", [formula(node.value, lang)], lang)


@write.register
def _(node: nodes.Share, lang: Lang) -> Written:
    return _method(formula(node.members, lang), "share", [formula(node.that, lang)], lang)


@write.register
def _(node: nodes.Every, lang: Lang) -> Written:
    return _method(formula(node.members, lang), "every", [formula(node.that, lang)], lang)


@write.register
def _(node: nodes.Some, lang: Lang) -> Written:
    return _method(formula(node.members, lang), "some", [formula(node.that, lang)], lang)


# -- names, choices, sources -----------------------------------------------------------------------------------


@write.register
def _(node: nodes.Indicator, lang: Lang) -> Written:
    return _call("indicator", [quoted(node.key)], lang)


@write.register
def _(node: nodes.Choice, lang: Lang) -> Written:
    options = [_option(key, formula(value, lang)) for key, value in node.options.items()]
    return _call("reading", [quoted(node.reading.key), *options], lang)


def _option(key: str, text: str) -> str:
    """An option of a reading: as a keyword, or quoted where its key cannot be one."""
    name = key.replace("-", "_")
    return f"{name}={text}" if name.isidentifier() and not keyword.iskeyword(name) else f"**{{{quoted(key)}: {text}}}"


@write.register
def _(node: nodes.Within, lang: Lang) -> Written:
    return _call("within", [quoted(kind_word(node.subject, lang)), formula(node.value, lang)], lang)


@write.register
def _(node: nodes.Either, lang: Lang) -> Written:
    return _call("either", _texts(node.sources, lang), lang)


# -- conditions ------------------------------------------------------------------------------------------------


@write.register
def _(node: nodes.Compare, lang: Lang) -> Written:
    left, right = write(node.left, lang), write(node.right, lang)
    if node.op == "==":
        return _method(left.at(CALLING), "equals", [right.text], lang)
    return Written(f"{left.at(ADDING)} {node.op} {right.at(ADDING)}", COMPARING)


@write.register
def _(node: nodes.Between, lang: Lang) -> Written:
    return _method(write(node.value, lang).at(CALLING), "between", _texts((node.low, node.high), lang), lang)


@write.register
def _(node: nodes.Is, lang: Lang) -> Written:
    field = nodes.unwrapped(node.value)
    vocabulary = field_spec(field.subject, field.name).vocabulary if isinstance(field, nodes.Field) else None
    terms = [
        _truth(lang, is_true=term) if isinstance(term, bool) else term_text(vocabulary, term, lang)
        for term in node.terms
    ]
    return _method(write(node.value, lang).at(CALLING), "is_", terms, lang)


@write.register
def _(node: nodes.AllOf, lang: Lang) -> Written:
    return _call("all_of", _texts(node.conditions, lang), lang)


@write.register
def _(node: nodes.AnyOf, lang: Lang) -> Written:
    return _call("any_of", _texts(node.conditions, lang), lang)


@write.register
def _(node: nodes.Not, lang: Lang) -> Written:
    return _call("not_", [formula(node.condition, lang)], lang)


@write.register
def _(node: nodes.Tally, lang: Lang) -> Written:
    return _call("tally", _texts(node.conditions, lang), lang)


@write.register
def _(node: nodes.Includes, lang: Lang) -> Written:
    vocabulary = field_spec(node.listing.subject, node.listing.name).vocabulary
    items = [term_text(vocabulary, item, lang) for item in node.items]
    return _method(formula(node.listing, lang), f"includes_{node.how}", items, lang)


def _arrangement(subject: str, name: str, lang: Lang) -> str:
    term = arrangement_term(subject, name)
    return _method(kind_word(subject, lang), "arrangement", [term_text(type(term), name, lang)], lang).text


@write.register
def _(node: nodes.InPlace, lang: Lang) -> Written:
    return _method(_arrangement(node.subject, node.arrangement, lang), "in_place", [], lang)


@write.register
def _(node: nodes.HasParts, lang: Lang) -> Written:
    term = arrangement_term(node.subject, node.arrangement)
    parts = [
        _part_text(term.parts[part].zh, part, lang, [one.zh for one in term.parts.values()]) for part in node.parts
    ]
    return _method(_arrangement(node.subject, node.arrangement, lang), f"has_{node.how}", parts, lang)


def _part_text(zh: str, key: str, lang: Lang, known: list[str]) -> str:
    return quoted(zh if lang == "zh" and known.count(zh) == 1 else key)


@write.register
def _(node: nodes.DoneBy, lang: Lang) -> Written:
    return _call("done_by", [*_texts(node.steps, lang), f"{DAY[lang]}={formula(node.by, lang)}"], lang)


@write.register
def _(node: nodes.InOrder, lang: Lang) -> Written:
    return _call("in_order", _texts(node.steps, lang), lang)


@write.register
def _(node: nodes.Reached, lang: Lang) -> Written:
    return _call("reached", [formula(node.step, lang)], lang)


@write.register
def _(node: nodes.InWindow, lang: Lang) -> Written:
    window = quoted(WINDOWS[node.window] if lang == "zh" else node.window)
    return _call(f"in_{node.which}", [formula(node.step, lang), window], lang)
