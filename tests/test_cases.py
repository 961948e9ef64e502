"""Every case of every rulebook holds, and every requirement has the cases that would show it to be wrong."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import civic_rules as cr
from civic_rules.audit.findings import BREACHING
from civic_rules.rules import Modality
from civic_rules.testing import read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.rules import Consequence, Requirement
    from civic_rules.testing import Case, Expectation

FILES = Path(__file__).parent / "cases"

IMPOSSIBLE: dict[str, dict[str, str]] = {}
"""What no case can show of a requirement, by its id: the need and the reason."""


class Stated(NamedTuple):
    """What one case says of one finding."""

    case: Case
    expected: Expectation


@cache
def cases_of(rulebook_id: str) -> tuple[Case, ...]:
    """Every case of a rulebook, by file and in the order in which they are written."""
    return tuple(case for path in sorted((FILES / rulebook_id).glob("*.yaml")) for case in read_cases(path))


@cache
def stated_of(rulebook_id: str) -> dict[str, list[Stated]]:
    """What the cases of a rulebook say, by the key of the requirement."""
    book = cr.load(rulebook_id)
    found = defaultdict(list)
    for case in cases_of(rulebook_id):
        for expected in case.expectations:
            found[book[expected.key].key].append(Stated(case, expected))
    return found


EVERY_CASE = [
    pytest.param(book, case, id=f"{book}/{Path(case.source).stem}: {case.name}")
    for book in cr.available()
    for case in cases_of(book)
]

EVERY_REQUIREMENT = [pytest.param(book, rule, id=rule.id) for book in cr.available() for rule in cr.load(book)]


@pytest.mark.parametrize(("rulebook_id", "case"), EVERY_CASE)
def test_case_holds(rulebook_id: str, case: Case) -> None:
    """What a case says of a finding is what the audit finds."""
    assert case.check(cr.load(rulebook_id)) == []


def needs(rule: Requirement) -> Iterator[str]:
    """What the cases of a requirement have to show."""
    yield from ("passed", "failed", "cannot_tell")
    if rule.when is not None or rule.until is not None:
        yield "inapplicable"
    if rule.modality is Modality.REPORTED:
        yield "failed without a warning"
        return
    if rule.modality in BREACHING and (rule.due is not None or rule.modality is Modality.MANDATORY):
        yield "a breach"
        if rule.due is not None:
            yield "failed before it is due"
    else:
        yield "failed without a breach"


def shows(stated: Stated, need: str, rule: Requirement) -> bool:
    """Whether a case shows what is needed."""
    values = stated.expected.values
    if need == "a breach":
        return values.get("is_breach") is True
    if need == "failed without a warning":
        return values.get("is_warning") is False and values.get("verdict") == "failed"
    if need == "failed without a breach":
        return values.get("is_breach") is False and values.get("verdict") == "failed"
    if need == "failed before it is due":
        is_early = rule.due is not None and stated.case.on < rule.due
        return is_early and values.get("is_breach") is False and values.get("verdict") == "failed"
    return bool(values.get("verdict") == need)


@pytest.mark.parametrize(("rulebook_id", "rule"), EVERY_REQUIREMENT)
def test_requirement_is_shown_from_every_side(rulebook_id: str, rule: Requirement) -> None:
    """Each requirement has a case for each outcome that it can have, and for the day on which it falls due."""
    stated = stated_of(rulebook_id)[rule.key]
    excused = IMPOSSIBLE.get(rule.id, {})
    lacking = [need for need in needs(rule) if not any(shows(one, need, rule) for one in stated)]

    assert set(lacking) == set(excused)


EVERY_CONSEQUENCE = [
    pytest.param(book, rule, id=rule.id) for book in cr.available() for rule in cr.load(book).consequences
]


@pytest.mark.parametrize(("rulebook_id", "rule"), EVERY_CONSEQUENCE)
def test_consequence_is_shown_from_every_side(rulebook_id: str, rule: Consequence) -> None:
    """What each consequence concludes has a case in which it follows, is open, and does neither."""
    stated = [one for case in cases_of(rulebook_id) for one in case.following if one.key == rule.effect]

    assert {one.stands for one in stated} == {"follows", "open", "absent"}
