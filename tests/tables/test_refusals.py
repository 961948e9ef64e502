"""One border: a table is refused exactly where one of its rows is, and says so of columns that no rule reads too."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import narwhals as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.entities.fields import Listing, OneOf, Quantity
from civic_rules.entities.records import Attested
from civic_rules.errors import InvalidTableError
from civic_rules.expressions import subject
from civic_rules.intake.columns import Column
from civic_rules.intake.tables import nested
from civic_rules.tables.contradictions import declared, steps
from civic_rules.tables.layout import EVENT, FRAMES, headers, layout
from civic_rules.tables.sources import label_of
from civic_rules.testing.trees import DOCUMENT, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.entities.headers import Target

LIBRARIES = ("polars", "pandas", "pyarrow")
ON = "2015-12-31"
RULE = cr.Requirement(
    key="workers",
    title=TITLE,
    must=subject("community").workers >= "1 worker",
    modality=cr.Modality.MANDATORY,
    source=DOCUMENT.clause("1"),
)
BOOK = cr.Rulebook(DOCUMENT, (RULE,))
"""A rulebook that reads next to nothing."""

UNITS = {"m²": ("公顷", "亩"), "CNY / year": ("万元",), "household": ("百户", "万户"), "resident": ("万人",)}
"""Other units in which a header may state numbers."""

WORDS = ("是", "no", " TRUE ", "有", "不详", "-", "", "maybe", "1")
DAYS = (date(2013, 3, 31), date(1900, 1, 1), date(2199, 12, 31), date(1899, 12, 31), date(2200, 1, 1))
WRITTEN_DAYS = ("2013-03-31", "2013/3/31", "2013年3月31日", "2013-02-30", "1013-02-03", "不详", "soon")


def frame(library: Any, **columns: list[Any]) -> Any:  # noqa: ANN401  of a library
    """A frame of a library."""
    return nw.from_dict(columns, backend=library).to_native()


def faults(frames: Mapping[str, Any]) -> list[str]:
    """What is said to be wrong with some frames; nothing where they are judged."""
    try:
        cr.audit_tables(frames, BOOK, on=ON)
    except InvalidTableError as error:
        return [str(fault) for fault in error.faults]
    return []


# -- columns of every kind, good and bad -----------------------------------------------------------------------


def numbers(label: Quantity) -> list[st.SearchStrategy[Any]]:
    """Columns of numbers: floats, whole numbers, texts, and truths, which are none."""
    most = label.maximum or 1e15
    plain = [0, 1, 3, 5, most]
    bad = [-1, most * 2, 2.5 if label.whole else -0.5, float("inf")]
    near = [3 + 1e-12, 3 - 1e-12] if label.whole else [0.1 + 0.2]
    texts = ["3", " 4 ", "1,000", "不详", "many", "-1", "3 kg"]
    return [
        st.sampled_from([float(one) for one in plain * 3 + near + bad]),
        st.sampled_from([float(one) for one in plain]),
        st.sampled_from([0, 1, 3, 5, 7, -2]),
        st.sampled_from([0, 1, 3, 5, 7]),
        st.sampled_from(texts[:4]),
        st.sampled_from(texts),
        st.booleans(),
    ]


def truths() -> list[st.SearchStrategy[Any]]:
    """Columns of truths: true and false, words, and numbers, which are none."""
    return [st.booleans(), st.booleans(), st.sampled_from(WORDS[:7]), st.sampled_from(WORDS), st.sampled_from([0, 1])]


def terms(names: list[str]) -> list[st.SearchStrategy[Any]]:
    """Columns of terms, or of one of them at a time."""
    return [st.sampled_from(names), st.sampled_from([*names[:3], f" {names[0]} ", "", "不详", "sonstwas"])]


def cells(kind: str, name: str, target: Target) -> list[st.SearchStrategy[Any]]:
    """The sorts of columns that are drawn of a fact, each as its cells."""
    model = FRAMES[kind]
    days = [st.sampled_from(DAYS[:3]), st.sampled_from(DAYS), st.sampled_from(WRITTEN_DAYS)]
    match target.kind:
        case "number":
            label = label_of(model, name)
            assert isinstance(label, Quantity)
            return numbers(label)
        case "date":
            return [*days, st.just(datetime(2013, 3, 31, 8, 30)), st.sampled_from([41364])]  # noqa: DTZ001  as users write it
        case "step":
            return [*days, st.booleans(), st.sampled_from([*WORDS[:3], *WRITTEN_DAYS]), st.just(1.5)]
        case "category":
            label = label_of(model, name)
            assert isinstance(label, OneOf)
            return [*terms([spoken for term in label.vocabulary for spoken in (term.value, term.zh)]), st.just(1)]
        case "listing":
            label = label_of(model, name)
            assert isinstance(label, Listing)
            known = [term.value for term in label.vocabulary]
            lists = [st.lists(one, max_size=2) for one in terms(known)]
            return [*lists, st.sampled_from([known[0], ";".join(known[:2]), "无", "不详", "sonstwas"]), st.booleans()]
        case "arrangement":
            label = model.labels()["arrangements"]
            assert isinstance(label, Attested)
            parts = list(label.vocabulary(target.path[1]).parts)
            listed = [st.lists(st.sampled_from([*parts, "sonstwas"]), max_size=2)] if parts else []
            return [*truths(), *listed, st.sampled_from(["是", *parts[:1], "sonstwas"])]
        case "text":
            return [st.sampled_from(["甲", "", "b"]), st.just(7), st.sampled_from([7.0, 7.5]), st.booleans()]
        case _:
            return truths()


@st.composite
def columns(draw: Any, kind: str) -> dict[str, list[Any]]:  # noqa: ANN401  given by Hypothesis
    """A few columns of a kind, often such as may contradict each other."""
    targets = {target.name: target for target in headers(kind).values() if target.kind not in {"group", "ignored", "list"}}
    targets = {name: target for name, target in targets.items() if name != "id"}
    together = [*declared(kind, "wholes"), *declared(kind, "denials")]
    together += [(name, f"{name}.done", f"{name}.on") for name in steps(kind)]
    together += [
        (f"arrangements.{target.path[1]}", name) for name, target in targets.items() if target.kind == "part"
    ]
    names = set(draw(st.lists(st.sampled_from(sorted(targets)), max_size=3)))
    if together:
        names |= set(draw(st.sampled_from(together)))
    names |= {"kind", "on"} if kind == EVENT else set()
    rows = draw(st.integers(1, 3))
    made: dict[str, list[Any]] = {} if kind == EVENT else {"id": [f"c{row}" for row in range(rows)]}
    for name in sorted(names):
        target = targets[name]
        sorts = cells(kind, name, target)
        # A list of terms is complete, and so no other column says more.
        if target.kind == "arrangement" and any(other.startswith(f"{name}.") for other in names):
            sorts = truths()
        if target.kind == "listing" and any(other.startswith(f"{name}.") for other in names):
            continue
        # What one column says of all of a step hides what is wrong with its parts, where a file is read.
        if name.rpartition(".")[0] in names and name.rpartition(".")[2] in {"done", "on"}:
            sorts = sorts[:1]
        header = name
        if target.kind == "number" and draw(st.booleans()):
            header = draw(st.sampled_from([name, *(f"{name}({unit})" for unit in UNITS.get(target.unit, ()))]))
        sort = draw(st.sampled_from(sorts))
        made[header] = draw(st.lists(sort | st.none(), min_size=rows, max_size=rows))
    return made


# -- what an entity refuses ------------------------------------------------------------------------------------


def is_refused(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether one row, read as a row of a file, is no entity."""
    found = layout(kind, row)
    values = {
        column: column.read(row[place.header])
        for place in found.facts.values()
        for column in [Column(0, place.header, place.target, place.unit)]
    }
    parts = {column: value for column, value in values.items() if column.target.kind == "part"}
    data = nested({column: value for column, value in values.items() if column not in parts})
    arrangements: dict[str, Any] = data.get("arrangements", {})  # type: ignore[assignment]
    for column, value in parts.items():
        _, term, part = column.target.path
        whole = arrangements.get(term)
        known = whole if isinstance(whole, dict) else {} if whole is None else {"in_place": whole}
        known.setdefault("parts", {})
        if value is not None:
            known["parts"][part] = value
        arrangements[term] = known
    if arrangements:
        data["arrangements"] = arrangements
    try:
        FRAMES[kind].model_validate(data)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("kind", FRAMES)
@settings(max_examples=max(20, settings().max_examples // 2))
@given(data=st.data(), library=st.sampled_from(LIBRARIES))
def test_a_table_is_refused_where_a_row_is(kind: str, data: st.DataObject, library: str) -> None:
    """What an entity refuses a table refuses, in the same row, and nothing else."""
    made = data.draw(columns(kind))
    rows = [dict(zip(made, row, strict=True)) for row in zip(*made.values(), strict=True)]

    found = faults({kind: frame(library, **made)})

    refused = [number + 1 for number, row in enumerate(rows) if is_refused(kind, row)]
    assert bool(refused) == bool(found), (refused, found)
    placed = [int(line.partition(": row ")[2].partition(":")[0]) for line in found if ": row " in line]
    if len(placed) == len(found):
        assert refused[:1] == sorted(placed)[:1]
