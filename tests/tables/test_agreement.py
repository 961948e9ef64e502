"""One meaning: what an audit of tables finds is what an audit of entities finds, for any rule and any frame."""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.testing.strategies import audit_days, entities
from civic_rules.testing.trees import DAYS, READINGS, rulebooks
from civic_rules.units import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.entities import Entity

FEW = settings(max_examples=max(5, settings().max_examples // 8))
"""For tests that run over everything that a document asks."""

COMPILED = "polars, by compiled loops"

LIBRARIES = ("polars", "pandas", "pyarrow", COMPILED)

SUBJECTS = [("community", "city"), ("county", "county"), ("city", "city"), ("worker", "community")]
SUBJECTS += [("deliberation", "county")]
"""Kinds of entity that rules speak of, and the kind of the entity that is audited."""

CHOSEN = st.dictionaries(st.sampled_from([one.key for one in READINGS]), st.sampled_from(("first", "second")))

EPOCH = date(1970, 1, 1).toordinal()


def plain(value: object) -> float | None:
    """A measured value as a table has it: a day is a number of days."""
    if isinstance(value, date):
        return value.toordinal() - EPOCH
    return None if value is None else float(value)  # type: ignore[arg-type]


def alike(left: float | None, right: float | None) -> bool:
    """Whether two measured values are the same but for noise."""
    if left is None or right is None:
        return left is right
    return same(left, right) or abs(left - right) < 1e-9


def known(value: float) -> float | None:
    """A number of a table, None for NaN."""
    return None if isnan(value) else value


def differences(entity: Entity, books: Any, library: Any, **how: Any) -> Iterator[str]:  # noqa: ANN401
    """Where the audit of tables differs from the audit of the entity that they were made of."""
    with pytest.MonkeyPatch.context() as patch:
        if library == COMPILED:
            patch.setattr("civic_rules.tables.compiled.instructions.WORTH", 0)
            patch.setattr("civic_rules.tables.columns.FEW", 0)
            library = "polars"
        yield from _differences(entity, books, library, **how)


def _differences(entity: Entity, books: Any, library: Any, **how: Any) -> Iterator[str]:  # noqa: ANN401  see above
    frames = cr.to_tables(entity, library)
    report = cr.audit(entity, books, **how)
    tables = cr.audit_tables(frames, books, **how)
    places = {kind: {one: row for row, one in enumerate(tables.ids(kind))} for kind in tables.kinds}
    for finding in report:
        rule, row = finding.requirement.id, places[finding.entity_kind][finding.entity_id]
        name = f"{finding.requirement.key} of {finding.entity_id}"
        verdict = tables.words(rule)[row]
        if verdict != finding.verdict.value:
            yield f"{name}: {verdict}, not {finding.verdict.value}"
        if tables.breaches[rule][row] != finding.is_breach:
            yield f"{name}: is_breach {tables.breaches[rule][row]}"
        for what, values in (("measured", tables.measured), ("limit", tables.limits), ("shortfall", tables.shortfalls)):
            found, wanted = known(values[rule][row]), plain(getattr(finding, what))
            if not alike(found, wanted):
                yield f"{name}: {what} {found}, not {wanted}"
    judged = {finding.requirement.id for finding in report}
    assert judged == {rule for rule, verdicts in tables.verdicts.items() if len(verdicts)}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("rulebook_id", cr.available())
def test_the_example_district(rulebook_id: str, library: str) -> None:
    """Every requirement of a document is found to be the same of every entity of the example district."""
    city = cr.City(id="city", counties=[cr.examples.yancheng_district()])

    assert list(differences(city, cr.load(rulebook_id), library, on="2025-12-31")) == []


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@given(data=st.data(), on=DAYS, readings=CHOSEN, library=st.sampled_from(LIBRARIES))
def test_random_rules(  # noqa: PLR0913, PLR0917  all are drawn
    kind: str, root: str, data: st.DataObject, on: date, readings: dict[str, str], library: str
) -> None:
    """A random rule is found to be the same in a table and of an entity."""
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))
    asked = {reading.key for rule in book for reading in rule.readings}
    chosen = {key: option for key, option in readings.items() if key in asked}

    assert list(differences(entity, book, library, on=on, readings=chosen)) == []


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data(), library=st.sampled_from(LIBRARIES))
def test_requirements_of_a_document(rulebook_id: str, data: st.DataObject, library: str) -> None:
    """Every requirement of a document is found to be the same in tables and of entities."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("city", book, members=1) | entities("county", book, depth=2))

    assert list(differences(city, book, library, on=on)) == []


def test_a_large_population_is_judged_like_a_small_one() -> None:
    """Copies of a district, in many blocks on all cores, have the verdicts of the one, and so have their members."""
    book, copies = cr.load("yancheng-2013-6"), 1000
    once = cr.to_tables(cr.examples.yancheng_district())
    named = {
        kind: [name for name in frame.columns if name == "id" or name.endswith("_id")] for kind, frame in once.items()
    }
    many = {
        kind: pl.concat(
            [frame.with_columns(pl.col(name) + f"-{copy}" for name in named[kind]) for copy in range(copies)]
        )
        for kind, frame in once.items()
    }

    one, all_of_them = (cr.audit_tables(frames, book, on="2015-12-31") for frames in (once, many))

    assert set(all_of_them.verdicts) == set(one.verdicts)
    for rule in one.verdicts:
        np.testing.assert_array_equal(all_of_them.verdicts[rule], np.tile(one.verdicts[rule], copies))
        np.testing.assert_array_equal(all_of_them.shortfalls[rule], np.tile(one.shortfalls[rule], copies))
        np.testing.assert_array_equal(all_of_them.breaches[rule], np.tile(one.breaches[rule], copies))
    assert all_of_them.measured["facility-required-area"].size == 40 * copies
