"""What is written is read back without loss: entities, rulebooks and reports as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES
from civic_rules.testing.strategies import audit_days, entities
from civic_rules.testing.trees import DAYS, rulebooks

if TYPE_CHECKING:
    from datetime import date

pytestmark = pytest.mark.no_cover
"""Laws go the same ways again and again, twice as fast unmeasured; other tests cover these ways."""

FEW = settings(max_examples=max(5, settings().max_examples // 8))
"""For tests that run over many kinds of entity, or over everything that a document asks."""

KINDS = [kind for kind, model in ENTITY_TYPES.items() if model.labels()]


def strictly(text: str) -> object:
    """The data of a JSON text; NaN and Infinity, which are no JSON, are refused."""

    def refuse(constant: str) -> NoReturn:
        raise AssertionError(f"{constant} is no JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_entity_as_json(kind: str, data: st.DataObject) -> None:
    """An entity that is written as JSON is read back as the same entity."""
    entity = data.draw(entities(kind, depth=1))

    assert type(entity).model_validate_json(entity.model_dump_json()) == entity


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_entity_as_plain_data(kind: str, data: st.DataObject) -> None:
    """An entity that is taken apart into plain data is put together as the same entity."""
    entity = data.draw(entities(kind, depth=1))

    assert type(entity).model_validate(entity.model_dump()) == entity


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_entity_by_chinese_labels(kind: str, data: st.DataObject) -> None:
    """The Chinese label of a field is as good a key as its English name."""
    entity = data.draw(entities(kind, depth=0))
    labels = type(entity).labels()
    written = {labels[name].zh: value for name, value in strictly(entity.model_dump_json()).items()}  # type: ignore[attr-defined]

    assert type(entity).model_validate(written) == entity


@given(st.sampled_from(("community", "county", "city", "worker", "deliberation")).flatmap(rulebooks))
def test_random_rulebook_as_json(book: cr.Rulebook) -> None:
    """A random rulebook that is written as JSON is read back as the same rulebook."""
    assert cr.Rulebook.from_json(book.to_json()) == book


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_rulebook_as_json(rulebook_id: str) -> None:
    """A rulebook of a document that is written as JSON is read back as the same rulebook."""
    book = cr.load(rulebook_id)

    assert cr.Rulebook.from_json(book.to_json()) == book


@given(data=st.data(), on=DAYS)
def test_report_of_a_random_rulebook_as_json(data: st.DataObject, on: date) -> None:
    """A report is JSON in the strict sense, and says what the report says."""
    book = data.draw(rulebooks("community"))
    report = cr.audit(data.draw(entities("city", book, members=1)), book, on=on)

    assert strictly(report.to_json()) == report.to_dict()


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_report_is_the_same_again(rulebook_id: str, data: st.DataObject) -> None:
    """The entity and the rulebook give the same report after both were written as JSON and read back."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("city", book, members=1))
    again = type(city).model_validate_json(city.model_dump_json())

    report = cr.audit(city, book, on=on)

    assert cr.audit(again, cr.Rulebook.from_json(book.to_json()), on=on).to_json() == report.to_json()
