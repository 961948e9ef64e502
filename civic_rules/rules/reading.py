"""A rulebook out of JSON: every fault at once, with its place in the JSON and in words that a writer of rules knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from civic_rules.errors import DeclarationError, Fault, InvalidRulebookError, did_you_mean, shown
from civic_rules.expressions.nodes import NODE_TYPES
from civic_rules.rules.documents import Document
from civic_rules.rules.requirements import Guidance, Requirement

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

MAX_NESTING = 120
"""How deeply the JSON of a rulebook may be nested: the deepest expression that is accepted needs 90 levels."""

MAX_RULES = 5000
"""The number of rules of the largest rulebook that is read."""

_TAGS = ("requirement", "guidance")


def read_rulebook(text: str | bytes) -> tuple[Document, tuple[Requirement | Guidance, ...]]:
    """The document and the rules that a JSON text describes.

    Raises:
        InvalidRulebookError: The text is no rulebook; every fault is listed with its place.
    """
    faults: list[Fault] = []
    raw = _plain(text, faults)
    document = _made(Document, raw.get("document"), "document", faults)
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
        seen: set[str] = set()
        self.twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]


def _plain(text: str | bytes, faults: list[Fault]) -> dict[str, Any]:
    """The JSON as plain data: an object with `document` and a list of `rules`."""
    try:
        raw = json.loads(text, object_pairs_hook=_Object)
    except json.JSONDecodeError as error:
        raise InvalidRulebookError([Fault(f"line {error.lineno}, column {error.colno}", f"no JSON: {error.msg}")]) from None
    except ValueError as error:
        raise InvalidRulebookError([Fault("", f"no JSON: {error}")]) from None
    except RecursionError:
        raise InvalidRulebookError([Fault("", f"nested more than {MAX_NESTING} levels deep")]) from None
    if not isinstance(raw, dict):
        raise InvalidRulebookError([Fault("", f"expected an object with document and rules, got {shown(raw)}", raw)])
    faults += [Fault(where, "given twice") for where in _repeated(raw, "", 0)]
    known = ("document", "rules")
    faults += [Fault(key, f"there is no such key{did_you_mean(key, known)}", raw[key]) for key in raw if key not in known]
    faults += [Fault(key, "required and not given") for key in known if key not in raw]
    if not isinstance(raw.get("rules", []), list):
        faults.append(Fault("rules", f"expected a list, got {shown(raw['rules'])}", raw["rules"]))
        raw["rules"] = []
    if len(raw.get("rules", [])) > MAX_RULES:
        raise InvalidRulebookError([Fault("rules", f"{len(raw['rules'])} rules; at most {MAX_RULES} are read")])
    return raw


def _repeated(value: object, where: str, depth: int) -> Iterator[str]:
    """The places of keys that are given twice."""
    if depth > MAX_NESTING:
        raise InvalidRulebookError([Fault("", f"nested more than {MAX_NESTING} levels deep")])
    if isinstance(value, _Object):
        yield from (_joined(where, key) for key in value.twice)
        for key, inner in value.items():
            yield from _repeated(inner, _joined(where, key), depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _repeated(inner, f"{where}[{number}]", depth + 1)


def _rule(raw: object, where: str, faults: list[Fault]) -> Requirement | Guidance | None:
    is_requirement = isinstance(raw, dict) and "must" in raw
    return _made(Requirement if is_requirement else Guidance, raw, where, faults)


def _made[Model: BaseModel](model: type[Model], raw: object, where: str, faults: list[Fault]) -> Model | None:
    """What a part of the JSON describes; None where it has faults, which are noted."""
    if raw is None:
        return None
    try:
        return model.model_validate(raw)
    except DeclarationError as error:
        faults.append(Fault(where, str(error), raw))
    except ValidationError as error:
        found = [_fault(line, raw, where) for line in error.errors(include_url=False)]
        faults += {(fault.where, fault.message): fault for fault in found}.values()
    return None


def _citation_faults(document: Document, rules: list[Requirement | Guidance | None]) -> Iterator[Fault]:
    """What is wrong with the rules as a whole: clauses that are not there, keys that two rules have."""
    first = dict.fromkeys(document.covers, "the document")
    for number, rule in enumerate(rules):
        if rule is None:
            continue
        where = f"rules[{number}]"
        for citation in rule.citations:
            try:
                document.check(citation)
            except DeclarationError as error:
                yield Fault(where, str(error), citation)
        for key in (rule.key, *rule.covers):
            if key in first:
                yield Fault(where, f"has or covers the key {key!r}, as {first[key]} does", key)
            first.setdefault(key, where)


def _fault(line: ErrorDetails, raw: object, start: str) -> Fault:
    """What Pydantic found, with the path that the JSON has and without the tags of unions."""
    where, data = start, raw
    for step in line["loc"]:
        if isinstance(step, int):
            where += f"[{step}]"
            data = data[step] if isinstance(data, list) and step < len(data) else None
        elif isinstance(data, dict) and step not in data and (step == data.get("kind") or step in _TAGS):
            continue
        elif isinstance(data, dict):
            where, data = _joined(where, step), data.get(step)
    return Fault(where, _message(line), line["input"])


def _joined(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _message(line: ErrorDetails) -> str:
    """What is wrong, in our words where Pydantic speaks of Python."""
    given, context = shown(line["input"]), line.get("ctx", {})
    number: Callable[[], str] = lambda: f"expected a number, got {given}"  # noqa: E731
    messages: dict[str, Callable[[], str]] = {
        "missing": lambda: "required and not given",
        "extra_forbidden": lambda: "there is no such key",
        "union_tag_invalid": lambda: _no_such_node(str(context["tag"])),
        "union_tag_not_found": lambda: f"expected an expression, an object with a `kind`; got {given}",
        "literal_error": lambda: f"expected {context['expected']}; got {given}",
        "enum": lambda: f"expected {context['expected']}; got {given}",
        "model_type": lambda: f"expected an object, got {given}",
        "model_attributes_type": lambda: f"expected an expression, an object with a `kind`; got {given}",
        "tuple_type": lambda: f"expected a list, got {given}",
        "too_short": lambda: f"expected at least {context['min_length']} items, got {context['actual_length']}",
        "string_type": lambda: f"expected text, got {given}",
        "string_too_short": lambda: "expected at least one character",
        "string_too_long": lambda: f"expected at most {context['max_length']} characters, got {given}",
        "string_pattern_mismatch": lambda: f"expected text of the form {context['pattern']}; got {given}",
        **dict.fromkeys(("int_type", "float_type", "float_parsing", "finite_number"), number),
        **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), lambda: _no_day(given)),
    }
    return messages[line["type"]]() if line["type"] in messages else line["msg"]


def _no_such_node(kind: str) -> str:
    return f"there is no kind of expression {shown(kind)}{did_you_mean(kind, NODE_TYPES)}"


def _no_day(given: str) -> str:
    return f"expected a date such as 2013-03-31, got {given}"
