"""Every figure, sense, list, date and modality of a rulebook has a case that would fail if it were wrong.

Each is made wrong in turn: a figure by one per cent or by one head, a sense turned round, an item taken off a list, all
made any, a day moved by one, a window made another, a modality made softer or harder, a scope dropped. Then some case
of the requirement has to fail.
Options of a reading that is not taken by default are left alone: they are tested by the cases that choose them.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import civic_rules as cr
from civic_rules import units
from civic_rules.audit.findings import BREACHING
from civic_rules.errors import DeclarationError
from civic_rules.expressions import nodes
from civic_rules.rules import Modality, Requirement
from civic_rules.testing import read_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civic_rules.testing import Case

    Wrong = tuple[str, nodes.Node]
    MakesWrong = Callable[[nodes.Node], Iterator[Wrong]]

FILES = Path(__file__).parent / "cases"
DAY = timedelta(days=1)

TURNED: dict[str, nodes.Comparison] = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "==": ">="}
OTHER_WINDOW: dict[str, nodes.Window] = {
    "week": "month",
    "month": "quarter",
    "quarter": "month",
    "half-year": "year",
    "year": "half-year",
}

HAS_FACILITY = (
    "elderly-childcare-disability-space",
    "inadequate-facility-upgrade",
    "office-space-multi-use",
    "office-space-reduction",
    "three-de-conversions",
)
"""Requirements that rest on one condition of Shaoyang, which the cases of rural-facility-coverage hold."""

HELD_ELSEWHERE = {
    **{f"shaoyang-2023-15/{key}": {"when: > as <="} for key in HAS_FACILITY},
    "shaoyang-2023-15/relocation-site-facilities": {"must: > as <="},
    "shaoyang-2023-15/volunteer-station-coverage": {"must: > as <=", "when: > as <="},
    "shaoyang-2023-15/volunteer-station-coverage-community": {"when: > as <="},
    # No whole number is below four, not below three, and outside three to five.
    "yancheng-2013-6/full-time-workers-per-community": {"breach_when: 3 worker as 4"},
    # What a complete list of services is, the cases of rural-8x-services hold.
    "yancheng-2013-6/facility-attainment-rate": {"must: indicator room-and-services-complete: 8 item as 7"},
}
"""What may be wrong of a requirement without a case that fails, because that says nothing or is held elsewhere."""


def wrong_lists(node: nodes.Node) -> Iterator[Wrong]:
    """A list of several parts, terms or conditions without one of them, and with all made any."""
    match node:
        case nodes.HasParts():
            name = "parts"
        case nodes.Includes():
            name = "items"
        case nodes.AllOf() | nodes.AnyOf():
            name = "conditions"
        case _:
            return
    listed = getattr(node, name)
    if len(listed) == 1:
        return
    for place, one in enumerate(listed):
        rest = (*listed[:place], *listed[place + 1 :])
        what = one if isinstance(one, str) else f"condition {place + 1}"
        yield f"without {what}", node.model_copy(update={name: rest})
    if isinstance(node, (nodes.HasParts, nodes.Includes)):
        how = "any" if node.how == "all" else "all"
        yield f"{node.how} of {listed[0]} ... as {how}", node.model_copy(update={"how": how})


def wrong_figures(node: nodes.Node) -> Iterator[Wrong]:
    """Wrong forms of one node by itself. A limit of nothing asks whether there is anything at all."""
    yield from wrong_lists(node)
    match node:
        case nodes.Number(value=value, unit=unit) if value:
            is_heads = units.is_counted(unit) and value == int(value)
            for other in (value - 1, value + 1) if is_heads else (value * 0.99, value * 1.01):
                yield f"{value:g} {unit} as {other:g}", node.model_copy(update={"value": other})
        case nodes.Compare():
            yield f"{node.op} as {TURNED[node.op]}", node.model_copy(update={"op": TURNED[node.op]})
        case nodes.Day():
            for day in (node.value - DAY, node.value + DAY):
                yield f"{node.value} as {day}", node.model_copy(update={"value": day})
        case nodes.EventCount():
            window = OTHER_WINDOW[node.window]
            yield f"{node.window} as {window}", node.model_copy(update={"window": window})
        case nodes.ParameterValue():
            yield from wrong_stages(node)


def wrong_stages(node: nodes.ParameterValue) -> Iterator[Wrong]:
    """A parameter with one of its stages made wrong."""
    stages = node.parameter.values
    for stage in stages:
        if node.at is None or node.parameter.on(node.at) == stage.value:
            other = stage.model_copy(update={"value": stage.value * 1.01})
            values = tuple(other if one is stage else one for one in stages)
            changed = node.parameter.model_copy(update={"values": values})
            yield f"{stage.value:g} as {other.value:g}", node.model_copy(update={"parameter": changed})


def wrong_forms(node: nodes.Node, wrong: MakesWrong) -> Iterator[Wrong]:
    """A tree with one of its nodes made wrong, in every way."""
    yield from wrong(node)
    if isinstance(node, nodes.Indicator):
        for what, made in wrong_forms(node.value, wrong):
            yield f"indicator {node.key}: {what}", node.model_copy(update={"value": made})
    elif isinstance(node, nodes.Choice):
        key = node.reading.default
        for what, made in wrong_forms(node.options[key], wrong) if key else ():
            yield what, node.model_copy(update={"options": {**node.options, key: made}})
    else:
        yield from wrong_children(node, wrong)


def wrong_children(node: nodes.Node, wrong: MakesWrong) -> Iterator[Wrong]:
    """A node with one of those below it made wrong."""
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, nodes.Node):
            for what, made in wrong_forms(value, wrong):
                yield what, node.model_copy(update={name: made})
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                for what, made in wrong_forms(one, wrong) if isinstance(one, nodes.Node) else ():
                    yield what, node.model_copy(update={name: (*value[:place], made, *value[place + 1 :])})


def strength(modality: Modality, due: date | None) -> str:
    """What a failure is: modalities that make it the same cannot be told apart by a case."""
    if modality is Modality.REPORTED:
        return "nothing"
    return "breach" if modality is Modality.MANDATORY or (modality in BREACHING and due) else "warning"


def wrong_rules(rule: Requirement, wrong: MakesWrong) -> Iterator[tuple[str, Requirement]]:
    """A requirement with one thing made wrong, in every way."""
    changes: list[tuple[str, dict[str, Any]]] = []
    for part in ("must", "when", "breach_when"):
        node = getattr(rule, part)
        if node is not None:
            changes += [(f"{part}: {what}", {part: made}) for what, made in wrong_forms(node, wrong)]
            changes += [(f"without {part}", {part: None})] if part != "must" else []
    for part in ("due", "until"):
        day = getattr(rule, part)
        if day is not None:
            changes += [(f"{part} {other}", {part: other}) for other in (day - DAY, day + DAY)]
    ours = strength(rule.modality, rule.due)
    others = {strength(modality, rule.due): modality for modality in Modality if strength(modality, rule.due) != ours}
    changes += [(f"{rule.modality.value} as {modality.value}", {"modality": modality}) for modality in others.values()]
    fields = {name: getattr(rule, name) for name in type(rule).model_fields if name != "variant_of"}
    for what, change in changes:
        yield what, Requirement.model_construct(**{**fields, **change})


def fails(case: Case, rule: Requirement, book: cr.Rulebook) -> bool:
    """Whether a case fails with this rule in the place of the right one."""
    try:
        wrong = cr.Rulebook(book.document, (rule,))
        known = {reading.key for reading in rule.readings}
        readings = {key: option for key, option in case.readings.items() if key in known}
        report = cr.audit(case.entity, wrong, on=case.on, readings=readings)
    except DeclarationError:
        return True
    stated = [one for one in case.expectations if book[one.key].key == rule.key]
    return any(True for one in stated for _ in one.check(report))


def in_indicator(what: str) -> str:
    """What is wrong, from the name of the innermost indicator that has it."""
    return what[max(what.rfind("indicator "), 0) :]


def unnoticed(book: cr.Rulebook, wrong: MakesWrong = wrong_figures) -> dict[str, set[str]]:
    """What can be wrong of each requirement of a rulebook without a case that fails.

    What is wrong inside an indicator is noticed if the cases of any requirement that rests on it notice it.
    """
    cases: dict[str, list[Case]] = {}
    for path in sorted((FILES / book.id).glob("*.yaml")):
        for case in read_cases(path):
            for key in {book[expected.key].key for expected in case.expectations}:
                cases.setdefault(key, []).append(case)
    missed: dict[str, set[str]] = {}
    noticed: set[str] = set()
    for rule in book:
        for what, made in wrong_rules(rule, wrong):
            if any(fails(case, made, book) for case in cases.get(rule.key, ())):
                noticed.add(in_indicator(what))
            else:
                missed.setdefault(rule.id, set()).add(what)
    held = {
        key: {what for what in found if "indicator " not in what or in_indicator(what) not in noticed}
        for key, found in missed.items()
    }
    return {key: found for key, found in held.items() if found}


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_what_is_wrong_is_noticed(rulebook_id: str) -> None:
    """Whatever is made wrong of a requirement, one of its cases fails."""
    found = unnoticed(cr.load(rulebook_id))

    assert {key: what for key, missed in found.items() if (what := missed - HELD_ELSEWHERE.get(key, set()))} == {}
