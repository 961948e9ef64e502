"""One border: a table is refused exactly where one of its rows is, and says so of columns that no rule reads too."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl
import pyarrow as pa
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
from civic_rules.tables.columns import PolarsColumn
from civic_rules.tables.contradictions import declared, steps
from civic_rules.tables.layout import EVENT, FRAMES, headers, layout
from civic_rules.tables.table import label_of
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


def frame(library: Any, columns: Mapping[str, Any]) -> Any:  # noqa: ANN401  of a library
    """A frame of a library."""
    return nw.from_dict(dict(columns), backend=library).to_native()


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


def cells(kind: str, name: str, target: Target) -> list[st.SearchStrategy[Any]]:  # noqa: PLR0911  one a kind
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
    targets = {
        target.name: target for target in headers(kind).values() if target.kind not in {"group", "ignored", "list"}
    }
    targets = {name: target for name, target in targets.items() if name != "id"}
    together: list[tuple[str, ...]] = [*declared(kind, "wholes"), *declared(kind, "denials")]
    together += [(name, f"{name}.done", f"{name}.on") for name in steps(kind)]
    together += [(f"arrangements.{target.path[1]}", name) for name, target in targets.items() if target.kind == "part"]
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

    found = faults({kind: frame(library, made)})

    refused = [number + 1 for number, row in enumerate(rows) if is_refused(kind, row)]
    assert bool(refused) == bool(found), (refused, found)
    placed = [int(line.partition(": row ")[2].partition(":")[0]) for line in found if ": row " in line]
    if len(placed) == len(found):
        assert refused[:1] == sorted(placed)[:1]


# -- columns that no rule reads --------------------------------------------------------------------------------

BAD: dict[str, tuple[list[Any], str]] = {
    "residents": ([-4, 1, -4], "row 1: expected at least 0 residents, got -4 (2 rows)"),
    "service_hours": ([8.0, 30.0, 25.0], "row 2: expected at most 24 h/day, got 30 (2 rows)"),
    "volunteers": ([3.0, 2.5, 1.0], "row 2: expected a whole number of volunteers, got 2.5"),
    "office_funds": (
        ["12万元", "much", "-"],
        "row 2: expected CNY / year, got 'much': write one number, then its unit, as in '430 m²'",
    ),
    "has_facility": (["是", "maybe", "否"], "row 2: expected true or false (是 or 否), got 'maybe'"),
    "settlement": (["urban", "农村", "suburb"], "row 3: expected one of urban, rural; got 'suburb'"),
    "gap_plan.completed": (
        [date(2013, 3, 1), date(1013, 3, 1), None],
        "row 2: expected a day from 1900-01-01 to 2199-12-31, got 1013-03-01",
    ),
    "gap_plan.filed.on": (["2013-02-30", None, "2013/3/1"], "row 1: there is no such day as '2013-02-30'"),
    "four-part-structure": (["是", "offce", None], "row 2: expected a part of four-part-structure ("),
    "four-part-structure.office": (["是", "x", "x"], "row 2: expected true or false (是 or 否), got 'x' (2 rows)"),
    "services.health": (["x", None, None], "row 1: expected true or false (是 or 否), got 'x'"),
    "name": ([1.0, 2.5, None], "row 2: expected text, got 2.5; write it in quotes"),
    "grids": (["是", "否", "some"], "row 3: expected true or false (是 or 否), got 'some'"),
}
"""A column of every kind in which something is wrong, with what is said of it."""


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_that_no_rule_reads(library: str) -> None:
    """Each of them is looked into, and all that is wrong is said at once, with the first row and how many there are."""
    made = frame(library, {"id": list("abc")} | {name: values for name, (values, _) in BAD.items()})

    found = faults({"community": made})

    expected = {f"community: column '{name}': {message}" for name, (_, message) in BAD.items()}
    assert len(found) == len(BAD)
    assert [line for line in expected if not any(one.startswith(line) for one in found)] == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_column_of_which_nothing_can_be_read(library: str) -> None:
    """The first values are named, and not all of them are read: there is no telling how many there are."""
    rows = 50_000
    made = frame(library, {"id": range(rows), "settlement": [f"town {row}" for row in range(rows)]})

    found = faults({"community": made})

    assert [line.rpartition("got ")[2] for line in found[:5]] == [f"'town {row}'" for row in range(5)]
    assert found[5:] == ["community: column 'settlement': and many other values that cannot be used"]


def test_a_term_that_no_row_has_any_more() -> None:
    """What was filtered out of a column of categories is not held against the rows that are left."""
    whole = pa.table({"id": ["a", "b"], "settlement": pa.array(["suburb", "urban"]).dictionary_encode()})

    assert len(faults({"community": whole})) == 1
    assert faults({"community": whole.slice(1)}) == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_lists_that_no_rule_reads(library: str) -> None:
    """Terms and parts of lists are looked into as well."""
    made = frame(library, {"id": ["a", "b"], "services": [["helth"], []], "four-part-structure": [[], ["offce"]]})

    found = faults({"community": made})

    assert [line.partition("expected")[0] for line in found] == [
        "community: column 'services': row 1: ",
        "community: column 'four-part-structure': row 2: ",
    ]


def test_a_column_that_a_rule_reads_is_looked_into_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an engine has read is not read again, and what it has not is read once."""
    read: dict[str, int] = {}

    def floats(self: PolarsColumn, start: int, stop: int, out: Any = None) -> Any:  # noqa: ANN401  an array
        read[self.name] = read.get(self.name, 0) + 1
        return kept(self, start, stop, out)

    kept = PolarsColumn.floats
    monkeypatch.setattr(PolarsColumn, "floats", floats)

    cr.audit_table(pl.DataFrame({"id": ["a"], "workers": [3.0], "residents": [3.0]}), BOOK, on=ON)

    assert read == {"workers": 1, "residents": 1}


# -- facts that cannot all be so -------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_part_that_is_larger_than_its_whole(library: str) -> None:
    """It is refused but for noise and for what is not known; a number that is wrong itself contradicts nothing."""
    made = frame(
        library,
        {
            "id": list("abcde"),
            "服务用房面积(公顷)": [0.04, 0.04, None, 0.04, -1.0],
            "activity_area": [401.0, 400 * (1 + 1e-12), 500.0, 450.0, 500.0],
        },
    )

    assert faults({"community": made}) == [
        "community: column '服务用房面积(公顷)': row 5: expected at least 0 m², got -10000",
        (
            "community: column 'activity_area': row 1: expected at most facility_area (400), of which it is a part; "
            "got 401 (2 rows)"
        ),
    ]


def test_parts_of_records_and_of_many_rows() -> None:
    """A record in an entity has parts and wholes too, and no block of rows is passed over."""
    rows = 3 * (1 << 16) + 5
    members = [5] * (rows - 1) + [3]
    made = pl.DataFrame({"id": range(rows), "rescue_team.members": members, "rescue_team.own_members": [4] * rows})

    assert faults({"street": made}) == [
        (
            f"street: column 'rescue_team.own_members': row {rows}: expected at most rescue_team.members (3), "
            "of which it is a part; got 4"
        )
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_denied(library: str) -> None:
    """Rooms that are not there have no floor, what was not done no day, and nothing is in place of what is not."""
    day = date(2013, 3, 1)
    made = frame(
        library,
        {
            "id": list("abcd"),
            "has_facility": [False, True, None, False],
            "facility_area": [0.0, 5.0, 5.0, 7.0],
            "gap_plan.completed": [day, day, None, None],
            "gap_plan.completed.done": [None, False, False, False],
            "gap_plan.filed.done": [False, None, True, False],
            "gap_plan.filed.on": [None, day, day, day],
            "four-part-structure": ["否", "是", "否", None],
            "four-part-structure.office": [None, True, True, True],
        },
    )

    assert faults({"community": made}) == [
        "community: column 'facility_area': row 4: 7 m² given, but has_facility is false",
        "community: column 'gap_plan.completed': row 2: given as 2013-03-01, but gap_plan.completed.done is false",
        "community: column 'gap_plan.filed.on': row 4: given as 2013-03-01, but gap_plan.filed.done is false",
        "community: column 'four-part-structure.office': row 3: office is in place, but four-part-structure is false",
    ]


# -- what counts whole things ----------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_whole_but_for_noise(library: str) -> None:
    """A number of households in ten thousands is whole, whatever floating point makes of the product."""
    made = frame(
        library, {"id": ["a", "b", "c"], "户数(万户)": [0.57, 12345.6789, 0.00005], "workers": [1.0, 2 + 1e-12, 3.0]}
    )

    assert faults({"community": made}) == [
        "community: column '户数(万户)': row 3: expected a whole number of households, got 0.5"
    ]
    report = cr.audit_table(made[:2] if library != "pyarrow" else made.slice(0, 2), BOOK, on=ON)
    assert report.measured["workers"].tolist() == [1, 2]


# -- ids -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(
    ("ids", "many"),
    [
        (["社区1", "a", "\u200b"], 1),
        (["\u3000", "社区1", "\u200b\u200b"], 2),
        (["\u3000社区", "a", " b"], 0),
        (["甲", "乙", "丙"], 0),
        (["\x01", "a", "b"], 1),
    ],
    ids=["zero-width", "wide", "seen", "chinese", "control"],
)
def test_ids_of_which_nothing_can_be_seen(library: str, ids: list[str], many: int) -> None:
    """They are none, as of an entity, whatever stands beside them."""
    found = faults({"community": frame(library, {"id": ids, "workers": [1, 2, 3]})})

    rows = "rows have" if many > 1 else "row has"
    assert found == ([f"community: column 'id': {many} {rows} no id"] if many else [])
