"""Every figure, sense, list, date and modality of a rulebook has a case that would fail if it were wrong.

Each is made wrong in turn: a figure by one per cent or by one head, a sense turned round, an item taken off a list, all
made any, a day moved by one, a window made another, a modality made softer or harder, a scope dropped. Then some case
of the requirement has to fail.
The options of a reading are made wrong as well, those that are not taken by default one at a time: what is wrong of
one, only a case that chooses it can notice. Two of them together are left alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

import civic_rules as cr
from civic_rules import units
from civic_rules.audit.auditing import prepare_all
from civic_rules.audit.findings import BREACHING
from civic_rules.errors import DeclarationError
from civic_rules.expressions import nodes
from civic_rules.rules import Modality, Requirement
from tests.test_cases import cases_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from civic_rules.testing import Case
    from civic_rules.testing.cases import Expectation

    Stated = tuple[Case, list[Expectation]]
    Wrong = tuple[str, nodes.Node]
    MakesWrong = Callable[[nodes.Node], Iterator[Wrong]]

pytestmark = pytest.mark.no_cover
"""Forty thousand wrong rules go where right ones go, which other tests cover, and go three times as fast unmeasured."""

DAY = timedelta(days=1)

TURNED: dict[str, nodes.Comparison] = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "==": ">="}
OTHER_WINDOW: dict[str, nodes.Window] = {
    "week": "month",
    "month": "quarter",
    "quarter": "month",
    "half-year": "year",
    "year": "half-year",
}

HELD_ELSEWHERE = {
    # No whole number is below four, not below three, and outside three to five.
    "yancheng-2013-6/full-time-workers-per-community": {"breach_when: 3 worker as 4"},
    # What a complete list of services is, the cases of rural-8x-services hold.
    "yancheng-2013-6/facility-attainment-rate": {
        "must: indicator room-and-services-complete: 8 item as 7",
        "must: option apart: indicator room-and-services-complete: 8 item as 7",
    },
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


def wrong_forms(node: nodes.Node, wrong: MakesWrong, *, by_default: bool = True) -> Iterator[Wrong]:
    """A tree with one of its nodes made wrong, in every way; whether it is reached by defaults alone."""
    yield from wrong(node)
    if isinstance(node, nodes.Indicator):
        for what, made in wrong_forms(node.value, wrong, by_default=by_default):
            yield f"indicator {node.key}: {what}", node.model_copy(update={"value": made})
    elif isinstance(node, nodes.Choice):
        yield from wrong_options(node, wrong, by_default=by_default)
    else:
        yield from wrong_children(node, wrong, by_default=by_default)


def wrong_options(node: nodes.Choice, wrong: MakesWrong, *, by_default: bool) -> Iterator[Wrong]:
    """A choice with one of its options made wrong: any where defaults lead to it, else the default alone."""
    for key, option in node.options.items():
        is_default = key == node.reading.default
        if by_default or is_default:
            for what, made in wrong_forms(option, wrong, by_default=by_default and is_default):
                named = what if is_default else f"option {key}: {what}"
                yield named, node.model_copy(update={"options": {**node.options, key: made}})


def wrong_children(node: nodes.Node, wrong: MakesWrong, *, by_default: bool) -> Iterator[Wrong]:
    """A node with one of those below it made wrong."""
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, nodes.Node):
            for what, made in wrong_forms(value, wrong, by_default=by_default):
                yield what, node.model_copy(update={name: made})
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                for what, made in wrong_forms(one, wrong, by_default=by_default) if isinstance(one, nodes.Node) else ():
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


def is_noticed(rule: Requirement, book: cr.Rulebook, cases: Iterable[Stated]) -> bool:
    """Whether one of the cases fails with this rule in the place of the right one."""
    try:
        wrong = cr.Rulebook(book.document, (rule,))
        known = {reading.key for reading in rule.readings}
        prepare_all.cache_clear()  # Wrong rules are so alike that to find one among the kept takes longest.
        return any(fails(case, stated, wrong, known) for case, stated in cases)
    except DeclarationError:
        return True


def fails(case: Case, stated: list[Expectation], book: cr.Rulebook, known: set[str]) -> bool:
    """Whether what a case states of one rule is not so in a rulebook that has this rule alone, with these readings."""
    readings = {key: option for key, option in case.readings.items() if key in known}
    report = cr.audit(case.entity, book, on=case.on, readings=readings)
    return any(True for one in stated for _ in one.check(report))


def in_indicator(what: str) -> str:
    """What is wrong, from the name of the innermost indicator that has it."""
    return what[max(what.rfind("indicator "), 0) :]


def stated_of(book: cr.Rulebook) -> dict[str, list[Stated]]:
    """The cases of each requirement of a rulebook, with what they state of it."""
    found: dict[str, list[Stated]] = {rule.key: [] for rule in book}
    for case in cases_of(book.id):
        by_rule: dict[str, list[Expectation]] = {}
        for expected in case.expectations:
            by_rule.setdefault(book[expected.key].key, []).append(expected)
        for key, stated in by_rule.items():
            found[key].append((case, stated))
    return found


def unnoticed(book: cr.Rulebook, wrong: MakesWrong = wrong_figures) -> dict[str, set[str]]:
    """What can be wrong of each requirement of a rulebook without a case that fails.

    What is wrong inside an indicator is noticed if the cases of any requirement that rests on it notice it.
    """
    cases = stated_of(book)
    missed: dict[str, set[str]] = {}
    noticed: set[str] = set()
    for rule in book:
        for what, made in wrong_rules(rule, wrong):
            if is_noticed(made, book, cases[rule.key]):
                noticed.add(in_indicator(what))
            else:
                missed.setdefault(rule.id, set()).add(what)
    held = {
        key: {what for what in found if "indicator " not in what or in_indicator(what) not in noticed}
        for key, found in missed.items()
    }
    return {key: found for key, found in held.items() if found}


def of_book(rulebook_id: str, excused: dict[str, set[str]]) -> dict[str, set[str]]:
    """What is excused of the requirements of one rulebook: no more than what no case notices."""
    return {key: what for key, what in excused.items() if key.startswith(f"{rulebook_id}/")}


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_what_is_wrong_is_noticed(rulebook_id: str) -> None:
    """Whatever is made wrong of a requirement, one of its cases fails."""
    assert unnoticed(cr.load(rulebook_id)) == of_book(rulebook_id, HELD_ELSEWHERE)
