"""Columns of PyArrow, alone or below pandas, of types that few of its functions take, or that no field can have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import civic_rules as cr
from civic_rules.errors import InvalidTableError

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
AREA = "facility-required-area"


def communities(**columns: Any) -> pa.Table:  # noqa: ANN401
    """Four communities in PyArrow, with other columns in place of their own."""
    plain = {
        "id": [1, 2, 3, 4],
        "settlement": ["urban", "urban", None, "rural"],
        "households": [2350, 2350, 2350, 100],
        "facility_area": [460.5, None, 480.25, 0.1],
        "has_facility": [True, None, True, True],
        "gap_plan.filed": [None, date(2015, 1, 1), date(1969, 12, 31), None],
    }
    return pa.table({**plain, **columns})


def in_runs(values: pa.Array) -> pa.ChunkedArray:
    """Values as runs, in two pieces of which the second begins within a run."""
    runs = pc.run_end_encode(values)
    return pa.chunked_array([runs.slice(0, 1), runs.slice(1)])


def decimals(values: list[Any], dtype: Any) -> pa.Array:  # noqa: ANN401  a type of PyArrow
    """Numbers as decimals."""
    return pa.array([None if value is None else Decimal(str(value)) for value in values], dtype)


def over_arrow(table: pa.Table) -> pd.DataFrame:
    """A frame of pandas that keeps the columns of a table as they are."""
    return pd.DataFrame({name: pd.arrays.ArrowExtensionArray(table[name]) for name in table.column_names})


AREAS = [460.5, None, 480.25, 0.1]
DAYS = [None, date(2015, 1, 1), date(1969, 12, 31), None]

READ: dict[str, dict[str, Any]] = {
    "decimals of 7 digits": {"facility_area": decimals(AREAS, pa.decimal32(7, 2))},
    "decimals of 18 digits": {"facility_area": decimals(AREAS, pa.decimal64(18, 3))},
    "decimals of 38 digits": {"facility_area": decimals(AREAS, pa.decimal128(38, 4))},
    "decimals of 76 digits": {"facility_area": decimals(AREAS, pa.decimal256(76, 30))},
    "whole decimals of 76 digits": {
        "id": decimals([1, 2, 3, 4], pa.decimal256(76, 0)),
        "households": decimals([2350, 2350, 2350, 100], pa.decimal256(76, 2)),
    },
    "runs of numbers": {"facility_area": in_runs(pa.array(AREAS))},
    "runs of decimals": {"facility_area": in_runs(decimals(AREAS, pa.decimal256(50, 2)))},
    "runs of texts": {"settlement": in_runs(pa.array(["urban", "urban", None, "rural"]))},
    "runs of truths": {"has_facility": in_runs(pa.array([True, None, True, True]))},
    "runs of ids": {"id": in_runs(pa.array([1, 2, 3, 4]))},
    "views of texts": {"settlement": pa.array(["urban", "urban", None, "rural"], pa.string_view())},
    "days in milliseconds": {"gap_plan.filed": pa.array(DAYS, pa.date64())},
    "runs of days": {"gap_plan.filed": in_runs(pa.array(DAYS))},
    "numbers of 16 bits": {
        "id": pa.array([1.0, 2.0, 3.0, 4.0], pa.float16()),
        "households": pa.array([2350.0, 2350.0, 2350.0, 100.0], pa.float16()),
    },
    "numbers that are kept once": {"households": pa.array([2350, 2350, 2350, 100]).dictionary_encode()},
    "texts that are kept once": {
        "id": pa.array(["1", "2", "3", "4"]).dictionary_encode(),
        "settlement": pa.array(["urban", "urban", None, "rural"]).dictionary_encode(),
    },
    "ids that are views": {"id": pa.array(["1", "2", "3", "4"], pa.string_view())},
    "lists of views": {
        "services": pa.array([["civil-affairs-social-security"], None, [], None], pa.list_(pa.string_view()))
    },
}


BELOW_PANDAS = {
    name: columns for name, columns in READ.items() if "decimal256" not in str(communities(**columns).schema)
}
"""What is read of frames of pandas too: decimals of more than 38 digits are not."""


@pytest.mark.parametrize(
    ("library", "columns"),
    [
        *(("pyarrow", columns) for columns in READ.values()),
        *(("pandas", columns) for columns in BELOW_PANDAS.values()),
    ],
    ids=[*READ, *(f"{name} below pandas" for name in BELOW_PANDAS)],
)
def test_types_of_arrow(library: str, columns: dict[str, Any]) -> None:
    """The findings are those of plain columns; what nothing is known of stays so."""
    table = communities(**columns)
    same = {"services": [["civil-affairs-social-security"], None, [], None]} if "services" in columns else {}
    plain = cr.audit_table(communities(**same), BOOK, on=ON)

    report = cr.audit_table(over_arrow(table) if library == "pandas" else table, BOOK, on=ON)

    assert report.counts() == plain.counts()
    assert {key: list(found) for key, found in report.verdicts.items()} == {
        key: list(found) for key, found in plain.verdicts.items()
    }
    assert report.shortfalls[AREA] == pytest.approx(plain.shortfalls[AREA], rel=1e-12, nan_ok=True)
    assert [int(one) for one in report.ids()] == [1, 2, 3, 4]
    assert [int(one) for one in nw.from_native(report.extract(AREA))["id"].to_list()] == [
        row + 1 for row, verdict in enumerate(plain.verdicts[AREA]) if verdict == 0
    ]


@pytest.mark.parametrize(
    "ids",
    [
        decimals([1, 2, 3, 4], pa.decimal256(76, 0)),
        decimals([1, 2, 3, 4], pa.decimal32(4, 0)),
        in_runs(pa.array([1, 2, 3, 4])),
        pa.array([1.0, 2.0, 3.0, 4.0], pa.float16()),
    ],
    ids=["wide decimals", "narrow decimals", "runs", "16 bits"],
)
def test_ids_of_arrow_are_joined(ids: Any) -> None:  # noqa: ANN401  an array of PyArrow
    """Rows of another frame find the community that they name."""
    workers = pa.table({"id": ["w1", "w2"], "community_id": [4, 1], "has_social_security": [True, False]})
    frames = {"community": communities(id=ids), "worker": workers}

    found = nw.from_native(cr.audit_tables(frames, BOOK, on=ON).summary("community", kind="worker"))

    assert sorted({Decimal(one) for one in found["community"].to_list()}) == [1, 4]


def test_segments_of_arrow_keep_their_digits() -> None:
    """Results are told apart by decimals of more digits than a float has, and by runs."""
    wide = [Decimal(f"1{'0' * 40}.{tenths}") for tenths in (1, 2)]
    made = communities(
        wide=pa.array([wide[0], wide[1], wide[0], None], pa.decimal256(60, 1)), runs=in_runs(pa.array([7, 7, 7, 8]))
    )

    report = cr.audit_table(made, BOOK, on=ON, segments=["wide", "runs"])

    found = nw.from_native(report.summary(["wide", "runs"])).select("wide", "runs").unique(maintain_order=True).rows()
    assert found == [(str(wide[0]), "7"), (str(wide[1]), "7"), (None, "8")]


@pytest.mark.parametrize(
    ("column", "expected", "zh", "kind"),
    [
        ("settlement", "terms", "词表中的词", pa.array([b"x"] * 4, pa.binary_view())),
        ("facility_area", "numbers", "数", pa.array([(1, 2, 3)] * 4, pa.month_day_nano_interval())),
        ("facility_area", "numbers", "数", pa.RunEndEncodedArray.from_arrays([4], pa.array(["x"], pa.string_view()))),
        ("services", "lists of terms", "词的列表", pa.array([["health"]] * 4, pa.list_view(pa.string()))),
    ],
    ids=["bytes", "an interval", "runs of views", "views of lists"],
)
def test_types_of_arrow_that_are_not_read(column: str, expected: str, zh: str, kind: Any) -> None:  # noqa: ANN401
    """They are called as PyArrow calls them."""
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_table(communities(**{column: kind}), BOOK, on=ON)

    [fault] = caught.value.faults
    told = f"community: column '{column}': expected {expected}, got a column of something else ({kind.type})"
    assert fault.text("en") == told
    assert fault.text("zh") == f"社区：'{column}' 列：应为{zh}，实为一列其他（{kind.type}）"


def test_decimals_in_place_of_truths() -> None:
    """Their digits are told as they are, also where they are more than narwhals knows."""
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_table(communities(has_facility=decimals([1, 0, 1, 0], pa.decimal256(50, 2))), BOOK, on=ON)

    [fault] = caught.value.faults
    assert fault.text("en") == (
        "community: column 'has_facility': expected true and false, got a column of numbers (decimal256(50, 2))"
    )
    assert fault.text("zh") == "社区：'has_facility' 列：应为“是”“否”，实为一列数（decimal256(50, 2)）"
