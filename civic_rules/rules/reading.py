"""A rulebook out of JSON: every fault at once, with its place in the JSON and in words that a writer of rules knows."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from civic_rules.errors import DeclarationError, Fault, InvalidRulebookError, did_you_mean, shown
from civic_rules.expressions.nodes import NODE_TYPES
from civic_rules.messages import english_only
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
        msg = f"{document.id} is a report and binds nobody; {rule.key} has the modality {rule.modality}"
        raise DeclarationError(msg)


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
        place = f"line {error.lineno}, column {error.colno}"
        raise InvalidRulebookError([_in_english(place, f"no JSON: {error.msg}")]) from None
    except ValueError as error:
        raise InvalidRulebookError([_in_english("", f"no JSON: {error}")]) from None
    except RecursionError:
        raise InvalidRulebookError([_in_english("", f"nested more than {MAX_NESTING} levels deep")]) from None
    if not isinstance(raw, dict):
        raise InvalidRulebookError(
            [_in_english("", f"expected an object with document and rules, got {shown(raw)}", raw)]
        )
    faults += [_in_english(where, "given twice") for where in _repeated(raw, "", 0)]
    known = ("document", "rules")
    unknown = [key for key in raw if key not in known]
    faults += [_in_english(key, f"there is no such key{did_you_mean(key, known)}", raw[key]) for key in unknown]
    faults += [_in_english(key, "required and not given") for key in known if key not in raw]
    if not isinstance(raw.get("rules", []), list):
        faults.append(_in_english("rules", f"expected a list, got {shown(raw['rules'])}", raw["rules"]))
        raw["rules"] = []
    if len(raw.get("rules", [])) > MAX_RULES:
        raise InvalidRulebookError([_in_english("rules", f"{len(raw['rules'])} rules; at most {MAX_RULES} are read")])
    return raw


def _in_english(where: str, message: str, value: object = None) -> Fault:
    """A fault of a rulebook: who writes rules reads English."""
    return Fault(where, english_only(message), value)


def _repeated(value: object, where: str, depth: int) -> Iterator[str]:
    """The places of keys that are given twice."""
    if depth > MAX_NESTING:
        raise InvalidRulebookError([_in_english("", f"nested more than {MAX_NESTING} levels deep")])
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
        faults.append(_in_english(where, str(error), raw))
    except ValidationError as error:
        found = [_fault(line, raw, where) for line in error.errors(include_url=False) if not _is_echo(line)]
        faults += {(fault.where, fault.message): fault for fault in found}.values()
    return None


def _citation_faults(document: Document, rules: list[EveryRule | None]) -> Iterator[Fault]:
    """What is wrong with the rules as a whole: clauses that are not there, keys that two rules have, chains."""
    first = dict.fromkeys(document.covers, "the document")
    for number, rule in enumerate(rules):
        if rule is None:
            continue
        where = f"rules[{number}]"
        try:
            check_binding(document, rule)
        except DeclarationError as error:
            yield _in_english(where, str(error), rule.key)
        for citation in rule.citations:
            try:
                document.check(citation)
            except DeclarationError as error:
                yield _in_english(where, str(error), citation)
        for key in (rule.key, *rule.covers):
            if key in first:
                yield _in_english(where, f"has or covers the key {key!r}, as {first[key]} does", key)
            first.setdefault(key, where)
    sound = [rule for rule in rules if rule is not None]
    if len(sound) == len(rules):
        for number_of, wrong in chaining_faults(document, sound):
            place = "rules" if number_of is None else f"rules[{number_of}]"
            yield _in_english(place, str(wrong), None if number_of is None else sound[number_of].key)


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
    return _in_english(where, _message(line), line["input"])


def _joined(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


_NUMBER = "expected a number, got {given}"
_DATE = "expected a date such as 2013-03-31, got {given}"
_EXPRESSION = "expected an expression, an object with a `kind`; got {given}"
_MESSAGES = {
    "missing": "required and not given",
    "extra_forbidden": "there is no such key",
    "union_tag_not_found": _EXPRESSION,
    "model_attributes_type": _EXPRESSION,
    "model_type": "expected an object, got {given}",
    "literal_error": "expected {expected}; got {given}",
    "enum": "expected {expected}; got {given}",
    "tuple_type": "expected a list, got {given}",
    "too_short": "expected {min_length} or more, got {actual_length}",
    "string_type": "expected text, got {given}",
    "bool_type": "expected true or false, got {given}",
    "string_too_short": "expected at least one character",
    "string_too_long": "expected at most {max_length} characters, got {given}",
    "string_pattern_mismatch": "expected text of the form {pattern}; got {given}",
    "value_error": "{error}",
    **dict.fromkeys(("int_type", "float_type", "float_parsing", "finite_number"), _NUMBER),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DATE),
}
"""What is wrong by the code that Pydantic gives it, in our words where its own speak of Python."""


def _message(line: ErrorDetails) -> str:
    given, context = shown(line["input"]), line.get("ctx", {})
    if line["type"] == "union_tag_invalid":
        kind = str(context["tag"])
        if context["discriminator"] == "'fact'":
            return f"there is no kind of fact {shown(kind)}{did_you_mean(kind, FACTS)}"
        return f"there is no kind of expression {shown(kind)}{did_you_mean(kind, NODE_TYPES)}"
    return _MESSAGES.get(line["type"], "{message}").format(given=given, message=line["msg"], **context)
