"""Numbers that are read where they lie in memory: nulls, pieces, slices, and types other than floats."""

from __future__ import annotations

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.tables.buffers import floats, pieces
from civic_rules.tables.columns import FEW, SMALL
from civic_rules.tables.native import Frame

CELLS = st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=40)
TYPES = ("float64", "float32", "int64", "int32", "uint64", "uint8")


@given(parts=st.lists(CELLS, min_size=1, max_size=4), kind=st.sampled_from(TYPES), data=st.data())
def test_any_rows(parts: list[list[int | None]], kind: str, data: st.DataObject) -> None:
    """Some rows of a column in several pieces, each of which is a part of a longer array."""
    arrays = [pa.array([None, 7, *part, 9], kind)[2:-1] for part in parts]
    cells = [cell for part in parts for cell in part]
    start = data.draw(st.integers(0, len(cells)))
    stop = data.draw(st.integers(start, len(cells)))

    found = floats(pieces(arrays), start, stop)

    assert cells[start:stop] == [None if number != number else int(number) for number in found.tolist()]  # noqa: PLR0124  NaN


@pytest.mark.parametrize("small", [0, SMALL])
@pytest.mark.parametrize("kind", [pl.Float64, pl.Float32, pl.Int64, pl.Int16, pl.UInt8])
def test_columns_of_many_rows(kind: pl.DataType, small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Polars and PyArrow give the same numbers, whether a column lies in one piece or in several, joined or not."""
    monkeypatch.setattr("civic_rules.tables.columns.SMALL", small)
    series = pl.Series("x", [None if row % 7 == 0 else row % 100 for row in range(FEW + 100)], dtype=kind)
    whole, several = series.to_frame(), pl.concat([series[:50].to_frame(), series[50:].to_frame()], rechunk=False)

    for frame in (whole, several, whole.to_arrow(), several.to_arrow()):
        column = Frame(frame).column("x")
        for start, stop in ((40, FEW), (0, FEW + 100), (60, 70), (5, 5)):
            wanted = [None if row % 7 == 0 else float(row % 100) for row in range(start, stop)]
            assert wanted == pl.Series(column.floats(start, stop), dtype=pl.Float64).fill_nan(None).to_list()


def in_pieces(rows: int, of: int) -> pa.Table:
    """A table of communities that lies in many pieces."""
    columns = {"id": range(rows), "households": [2350.0] * rows, "facility_area": [455.0] * rows}
    whole = pa.table({name: pa.array(cells) for name, cells in columns.items()})
    return pa.concat_tables([pa.table(whole.slice(at, of).to_pydict()) for at in range(0, rows, of)])


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_a_table_in_many_pieces_is_not_held_twice(library: str) -> None:
    """Its numbers are put together for some rows at a time, and no copy of a column stays with the report."""
    table = in_pieces(60_000, 100)
    frame = pl.from_arrow(table, rechunk=False) if library == "polars" else table

    report = cr.audit_table(frame, cr.load("yancheng-2013-6"), on="2015-12-31")

    columns = [report._source.tables["community"].column(name) for name in ("households", "facility_area")]
    assert [column.is_scattered() for column in columns] == [True, True]
    assert [column._pieces for column in columns] == [None, None]
    assert report.counts("facility-required-area")[cr.Verdict.FAILED] == 60_000


def test_an_audit_of_many_pieces_takes_little_memory() -> None:
    """What PyArrow holds when it is done is less than one column of numbers."""
    table = in_pieces(60_000, 100)
    before = pa.total_allocated_bytes()

    report = cr.audit_table(table, cr.load("yancheng-2013-6"), on="2015-12-31")

    assert pa.total_allocated_bytes() - before < 8 * 60_000
    assert report.counts("facility-required-area")[cr.Verdict.FAILED] == 60_000


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame of Polars is read without PyArrow too."""
    monkeypatch.setattr("civic_rules.tables.columns.find_spec", lambda _: None)
    series = pl.Series("x", [None if row % 7 == 0 else row for row in range(2 * FEW)])

    for start, stop in ((0, 2 * FEW), (5, 50)):
        found = Frame(series.to_frame()).column("x").floats(start, stop)
        assert series[start:stop].cast(pl.Float64).to_list() == pl.Series(found).fill_nan(None).to_list()


def test_the_frame_stays_as_it_was() -> None:
    """An audit of many rows changes no number of the frame, with and without nulls."""
    rows = FEW + 1000
    areas = pl.Series([None if row % 5 == 0 else float(row % 900) for row in range(rows)])
    frame = pl.DataFrame(
        {"id": range(rows), "households": [2350] * rows, "facility_area": areas, "workers": [9.0] * rows}
    )
    before = frame.clone().to_dict(as_series=False)

    cr.audit_table(frame, cr.load("yancheng-2013-6"), on="2015-12-31")

    assert before == frame.to_dict(as_series=False)
