"""Missing is not zero and unknown is not false: what is not known never turns a verdict into its opposite."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.testing.strategies import audit_days, entities, less_known
from civic_rules.testing.trees import DAYS, rulebooks

if TYPE_CHECKING:
    from datetime import date

    from civic_rules.audit import Finding, Report

pytestmark = pytest.mark.no_cover
"""Laws go the same ways again and again, twice as fast unmeasured; other tests cover these ways."""

FEW = settings(max_examples=max(5, settings().max_examples // 8))
"""For tests that run over everything that a document asks."""

SUBJECTS = [("community", "community"), ("county", "county"), ("city", "city")]
"""Kinds of entity that rules speak of, and the kind of the entity that is audited."""


def is_grave(finding: Finding) -> bool | None:
    """Whether the failure breaks the rule; None where sources that contradict each other leave that open."""
    grave = finding.plan.breach_when
    return finding.is_breach if grave is None else grave(finding.scope.row, finding.scope)


def turned(full: Report, less: Report) -> list[str]:
    """The findings that are other than before, and not because nothing can be told any more."""
    before = {(one.requirement.id, one.entity_id): one for one in full}
    found = []
    for after in less:
        was = before[after.requirement.id, after.entity_id]
        if was.verdict == "cannot_tell":
            continue
        if after.verdict not in {was.verdict, "cannot_tell"}:
            found.append(f"{after!r} was {was.verdict}")
        if after.is_breach and not was.is_breach and is_grave(was) is False:
            found.append(f"{after!r} was no breach")
    return found


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@given(data=st.data(), on=DAYS)
def test_less_known_never_turns_a_random_rule(kind: str, root: str, data: st.DataObject, on: date) -> None:
    """Whatever is forgotten of an entity, a passed rule does not fail, a failed one does not pass."""
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))
    less = data.draw(less_known(entity))

    assert turned(cr.audit(entity, book, on=on), cr.audit(less, book, on=on)) == []


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_less_known_never_turns_a_requirement(rulebook_id: str, data: st.DataObject) -> None:
    """Whatever is forgotten of a place, no requirement of a document turns into its opposite."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    entity = data.draw(entities("city", book, members=1) | entities("community", book))
    less = data.draw(less_known(entity))

    assert turned(cr.audit(entity, book, on=on), cr.audit(less, book, on=on)) == []


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@FEW
@given(data=st.data(), on=DAYS)
def test_every_finding_can_be_explained(kind: str, root: str, data: st.DataObject, on: date) -> None:
    """Whatever the rule, and whatever is known, a finding has words in both languages and finite numbers."""
    book = data.draw(rulebooks(kind))

    for finding in cr.audit(data.draw(entities(root, book)), book, on=on):
        assert finding.explain("en").strip() != finding.explain("zh").strip() != ""
        assert all(isfinite(one) for one in (finding.measured, finding.shortfall) if isinstance(one, (int, float)))


def unexplained(report: Report) -> list[str]:
    """The findings that cannot tell, and do not say why."""
    return [repr(one) for one in report if one.verdict == "cannot_tell" and not one.missing and not one.notes]


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@given(data=st.data(), on=DAYS)
def test_doubt_says_what_is_missing_in_a_random_rule(kind: str, root: str, data: st.DataObject, on: date) -> None:
    """Where nothing can be told, a field is named that is missing, or a note says why."""
    book = data.draw(rulebooks(kind))

    assert unexplained(cr.audit(data.draw(entities(root, book)), book, on=on)) == []


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_doubt_says_what_is_missing(rulebook_id: str, data: st.DataObject) -> None:
    """Where a requirement of a document cannot tell, it names a field that is missing, or a note says why."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    entity = data.draw(entities("city", book, members=1) | entities("community", book))

    assert unexplained(cr.audit(entity, book, on=on)) == []
