"""A rulebook out of JSON: every fault at once, with its place in the JSON and in words that a writer of rules knows."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from civic_rules.errors import (
    CivicRulesError,
    DeclarationError,
    Fault,
    InvalidRulebookError,
    did_you_mean,
    expected,
    shown,
)
from civic_rules.expressions.nodes import NODE_TYPES
from civic_rules.messages import Message, both, filled, no_json, said
from civic_rules.rules.benchmarks import Benchmark
from civic_rules.rules.consequences import Circumstance, Consequence
from civic_rules.rules.documents import Document
from civic_rules.rules.modalities import Modality
from civic_rules.rules.requirements import Guidance, Requirement
from civic_rules.rules.strata import faults as chaining_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

Made = TypeVar("Made", bound=BaseModel)

MAX_NESTING = 120
"""How deeply the JSON of a rulebook may be nested: the deepest expression that is accepted needs 90 levels."""

MAX_RULES = 5000
"""The number of rules of the largest rulebook that is read."""

FACTS = ("judged", "holds", "follows", "held_by")
"""What a pattern of a consequence may be."""

_TAGS = ("requirement", "benchmark", "circumstance", "consequence", "guidance")

EveryRule = Requirement | Benchmark | Circumstance | Consequence | Guidance
"""What a rulebook may hold."""


def check_binding(document: Document, rule: EveryRule) -> None:
    """Check that no rule of a report binds anybody.

    Raises:
        DeclarationError: The document is a report, and the rule has another modality.
    """
    if document.is_report and isinstance(rule, Requirement) and rule.modality is not Modality.REPORTED:
        message = said(
            "{document} is a report and binds nobody; {rule} has the modality {modality}",
            "{document} 是通报，对任何人都没有约束力；{rule} 的力度却是{modality}",
            document=document.id,
            rule=rule.key,
            modality=both(rule.modality.value, rule.modality.zh),
        )
        raise DeclarationError(message)


def read_rulebook(text: str | bytes) -> tuple[Document, tuple[EveryRule, ...]]:
    """The document and the rules that a JSON text describes.

    Raises:
        InvalidRulebookError: The text is no rulebook; every fault is listed with its place.
    """
    faults: list[Fault] = []
    raw = _plain(text, faults)
    document = _made(Document, raw["document"], "document", faults) if "document" in raw else None
    listed = raw.get("rules")
    rules = [_rule(one, f"rules[{number}]", faults) for number, one in enumerate(listed)] if listed else []
    if document is not None:
        faults += _citation_faults(document, rules)
    if faults or document is None:
        raise InvalidRulebookError(faults)
    return document, tuple(rule for rule in rules if rule is not None)


class _Object(dict[str, Any]):
    """A JSON object that remembers which of its keys it was given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]


def _plain(text: str | bytes, faults: list[Fault]) -> dict[str, Any]:
    """The JSON as plain data: an object with `document` and a list of `rules`."""
    try:
        raw = json.loads(text, object_pairs_hook=_Object)
    except json.JSONDecodeError as error:
        place = said(
            "line {line}, column {column}", "第 {line} 行第 {column} 个字符", line=error.lineno, column=error.colno
        )
        raise InvalidRulebookError([Fault(place, no_json(error.msg))]) from None
    except ValueError as error:
        raise InvalidRulebookError([Fault("", no_json(str(error)))]) from None
    except RecursionError:
        raise InvalidRulebookError([Fault("", _TOO_DEEP)]) from None
    if not isinstance(raw, dict):
        raise InvalidRulebookError([Fault("", expected(_WHOLE, raw), raw)])
    faults += [Fault(where, both("given twice", "写了两次")) for where in _repeated(raw, "", 0)]
    known = ("document", "rules")
    unknown = [key for key in raw if key not in known]
    faults += [Fault(key, _NO_KEY + did_you_mean(key, known), raw[key]) for key in unknown]
    faults += [Fault(key, _REQUIRED) for key in known if key not in raw]
    if not isinstance(raw.get("rules", []), list):
        faults.append(Fault("rules", expected(both("a list", "列表"), raw["rules"]), raw["rules"]))
        raw["rules"] = []
    if len(raw.get("rules", [])) > MAX_RULES:
        raise InvalidRulebookError([Fault("rules", _too_many(len(raw["rules"])))])
    return raw


_WHOLE = both("an object with document and rules", "含有 document 和 rules 的 JSON 对象")
_TOO_DEEP = said("nested more than {most} levels deep", "嵌套超过 {most} 层", most=MAX_NESTING)
_NO_KEY = both("there is no such key", "没有这个键")
_REQUIRED = both("required and not given", "必须给出，但没有给出")


def _too_many(count: int) -> Message:
    return said(
        "{count} rules; at most {most} are read", "有 {count} 条规则；最多读 {most} 条", count=count, most=MAX_RULES
    )


def _repeated(value: object, where: str, depth: int) -> Iterator[str]:
    """The places of keys that are given twice."""
    if depth > MAX_NESTING:
        raise InvalidRulebookError([Fault("", _TOO_DEEP)])
    if isinstance(value, _Object):
        yield from (_joined(where, key) for key in value.twice)
        for key, inner in value.items():
            yield from _repeated(inner, _joined(where, key), depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _repeated(inner, f"{where}[{number}]", depth + 1)


def _rule(raw: object, where: str, faults: list[Fault]) -> EveryRule | None:
    if isinstance(raw, dict) and "must" in raw:
        return _made(Requirement, raw, where, faults)
    if isinstance(raw, dict) and "measures" in raw:
        return _made(Benchmark, raw, where, faults)
    if isinstance(raw, dict) and "holds" in raw:
        return _made(Circumstance, raw, where, faults)
    if isinstance(raw, dict) and "then" in raw:
        return _made(Consequence, raw, where, faults)
    return _made(Guidance, raw, where, faults)


def _made(model: type[Made], raw: object, where: str, faults: list[Fault]) -> Made | None:
    """What a part of the JSON describes; None where it has faults, which are noted."""
    try:
        return model.model_validate(raw)
    except DeclarationError as error:
        faults.append(Fault(where, error.message, raw))
    except ValidationError as error:
        found = [_fault(line, raw, where) for line in error.errors(include_url=False) if not _is_echo(line)]
        faults += {(fault.where, fault.message): fault for fault in found}.values()
    return None


def _citation_faults(document: Document, rules: list[EveryRule | None]) -> Iterator[Fault]:
    """What is wrong with the rules as a whole: clauses that are not there, keys that two rules have, chains."""
    first: dict[str, str] = dict.fromkeys(document.covers, both("the document", "文件"))
    for number, rule in enumerate(rules):
        if rule is None:
            continue
        where = f"rules[{number}]"
        try:
            check_binding(document, rule)
        except DeclarationError as error:
            yield Fault(where, error.message, rule.key)
        for citation in rule.citations:
            try:
                document.check(citation)
            except DeclarationError as error:
                yield Fault(where, error.message, citation)
        for key in (rule.key, *rule.covers):
            if key in first:
                message = said(
                    "has or covers the key {key!r}, as {other} does",
                    "编号 {key!r} 已由{other}具有或涵盖",
                    key=key,
                    other=both(first[key], f" {first[key]} ") if first[key].isascii() else first[key],
                )
                yield Fault(where, message, key)
            first.setdefault(key, where)
    sound = [rule for rule in rules if rule is not None]
    if len(sound) == len(rules):
        for number_of, wrong in chaining_faults(document, sound):
            place = "rules" if number_of is None else f"rules[{number_of}]"
            yield Fault(place, wrong.message, None if number_of is None else sound[number_of].key)


def _is_echo(line: ErrorDetails) -> bool:
    """Whether a list is called too short only because none of what it has can be read."""
    return line["type"] == "too_short" and len(line["input"]) >= line["ctx"]["min_length"]


def _fault(line: ErrorDetails, raw: object, start: str) -> Fault:
    """What Pydantic found, with the path that the JSON has and without the tags of unions."""
    where, data = start, raw
    of_tag: object = None  # The object whose tag was passed; a field of it may have the same name.
    for step in line["loc"]:
        if isinstance(step, int):
            where += f"[{step}]"
            data = data[step] if isinstance(data, list) and step < len(data) else None
        elif isinstance(data, dict) and step in (data.get("kind"), data.get("fact")) and data is not of_tag:
            of_tag = data
        elif isinstance(data, dict) and step not in data and step in _TAGS:
            continue
        elif isinstance(data, dict):
            where, data = _joined(where, step), data.get(step)
    return Fault(where, _message(line), line["input"])


def _joined(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


_NUMBER = both("expected a number, got {given}", "应为数，实为 {given}")
_DATE = both("expected a date such as 2013-03-31, got {given}", "应为日期（如 2013-03-31），实为 {given}")
_EXPRESSION = both(
    "expected an expression, an object with a `kind`; got {given}", "应为表达式，即带 `kind` 的 JSON 对象；实为 {given}"
)
_ONE_OF = both("expected {expected}; got {given}", "应为 {expected}；实为 {given}")
_MESSAGES = {
    "missing": _REQUIRED,
    "extra_forbidden": _NO_KEY,
    "union_tag_not_found": _EXPRESSION,
    "model_attributes_type": _EXPRESSION,
    "model_type": both("expected an object, got {given}", "应为 JSON 对象，实为 {given}"),
    "literal_error": _ONE_OF,
    "enum": _ONE_OF,
    "tuple_type": both("expected a list, got {given}", "应为列表，实为 {given}"),
    "too_short": both(
        "expected {min_length} or more, got {actual_length}", "应至少有 {min_length} 项，实为 {actual_length} 项"
    ),
    "string_type": both("expected text, got {given}", "应为文字，实为 {given}"),
    "bool_type": both("expected true or false, got {given}", "应为 true 或 false，实为 {given}"),
    "string_too_short": both("expected at least one character", "应至少有一个字符"),
    "string_too_long": both(
        "expected at most {max_length} characters, got {given}", "应最多有 {max_length} 个字符，实为 {given}"
    ),
    "string_pattern_mismatch": both(
        "expected text of the form {pattern}; got {given}", "应为形如 {pattern} 的文字；实为 {given}"
    ),
    "value_error": both("{error}", "{error}"),
    **dict.fromkeys(("int_type", "float_type", "float_parsing", "finite_number"), _NUMBER),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DATE),
}
"""What is wrong by the code that Pydantic gives it, in our words where its own speak of Python."""

_OTHER = both("{message}", "无法使用（{message}）")


def _message(line: ErrorDetails) -> Message:
    context: dict[str, Any] = line.get("ctx", {})
    if line["type"] == "union_tag_invalid":
        kind = str(context["tag"])
        if context["discriminator"] == "'fact'":
            return said(
                "there is no kind of fact {kind}{hint}",
                "没有 {kind} 这种事实{hint}",
                kind=shown(kind),
                hint=did_you_mean(kind, FACTS),
            )
        return said(
            "there is no kind of expression {kind}{hint}",
            "没有 {kind} 这种表达式{hint}",
            kind=shown(kind),
            hint=did_you_mean(kind, NODE_TYPES),
        )
    values = {**context, "given": shown(line["input"]), "message": line["msg"]}
    if "expected" in context:
        values["expected"] = _listed(context["expected"])
    if "error" in context:
        error = context["error"]
        values["error"] = error.message if isinstance(error, CivicRulesError) else str(error)
    return filled(_MESSAGES.get(line["type"], _OTHER), values)


def _listed(words: str) -> Message:
    """The words that Pydantic lists, with the signs that Chinese has between them."""
    return both(words, words.replace("', '", "'、'").replace("' or '", "' 或 '"))
