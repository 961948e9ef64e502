"""One meaning: what the compiled functions find is what the interpreter finds, for any rule and any entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.expressions.interpreter import assess, interpret
from civic_rules.testing.strategies import audit_days, entities
from civic_rules.testing.trees import DAYS, READINGS, rulebooks
from civic_rules.units import same

if TYPE_CHECKING:
    from datetime import date

    from civic_rules.audit import Finding

pytestmark = pytest.mark.no_cover
"""Laws go the same ways again and again, twice as fast unmeasured; other tests cover these ways."""

FEW = settings(max_examples=max(5, settings().max_examples // 8))
"""For tests that run over everything that a document asks."""

SUBJECTS = [("community", "city"), ("county", "county"), ("city", "city"), ("worker", "community")]
SUBJECTS += [("deliberation", "county")]
"""Kinds of entity that rules speak of, and the kind of the entity that is audited."""

CHOSEN = st.dictionaries(st.sampled_from([one.key for one in READINGS]), st.sampled_from(("first", "second")))


def alike(left: object, right: object) -> bool:
    """Whether two measured values are the same but for noise."""
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return same(left, right) or abs(left - right) < 1e-9
    return left == right


def disagreements(finding: Finding) -> list[str]:
    """Where the finding differs from what the interpreter says of the same rule and entity."""
    rule, scope, context = finding.requirement, finding.scope, finding.plan.context
    applies = True if rule.when is None else interpret(rule.when, scope, context).value
    if finding.plan.verdict_ahead is not None or applies is False:
        return [] if finding.verdict == "inapplicable" else [f"{finding.verdict}, not inapplicable"]
    if applies is None:
        return [] if finding.verdict == "cannot_tell" else [f"{finding.verdict}, not cannot_tell"]
    expected = assess(rule.must, scope, context)
    wanted = (cr.Verdict.of(expected.truth), expected.measured, expected.limit, expected.shortfall)
    found = (finding.verdict, finding.measured, finding.limit, finding.shortfall)
    pairs = zip(("verdict", "measured", "limit", "shortfall"), found, wanted, strict=True)
    differ = [f"{name}: compiled {a}, interpreted {b}" for name, a, b in pairs if not alike(a, b)]
    if rule.breach_when is not None and finding.verdict == "failed" and finding.plan.can_breach:
        grave = interpret(rule.breach_when, scope, context).value is True
        differ += [f"is_breach: {finding.is_breach}, interpreted {grave}"] if finding.is_breach is not grave else []
    return differ


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@given(data=st.data(), on=DAYS, readings=CHOSEN)
def test_random_rules(kind: str, root: str, data: st.DataObject, on: date, readings: dict[str, str]) -> None:
    """A random rule is found to be the same by the compiled functions and the interpreter."""
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))
    known = {reading.key for rule in book for reading in rule.readings}

    report = cr.audit(entity, book, on=on, readings={key: option for key, option in readings.items() if key in known})

    assert [problem for finding in report for problem in disagreements(finding)] == []


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_requirements_of_a_document(rulebook_id: str, data: st.DataObject) -> None:
    """Every requirement of a document is found to be the same by the compiled functions and the interpreter."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("city", book, members=1) | entities("county", book, depth=2))

    report = cr.audit(city, book, on=on)

    assert [problem for finding in report for problem in disagreements(finding)] == []
