"""Reports of tables that travel: between processes, into a cache, as a copy."""

from __future__ import annotations

import copy
import pickle
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import UnsupportedFrameError

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
KEY = "facility-required-area"
DATA: dict[str, dict[str, list[Any]]] = {
    "community": {
        "id": ["c1", "c2", "c3", "c4"],
        "households": [2350, 2350, None, 1000],
        "facility_area": [455.0, 470.0, 300.0, None],
        "county_id": ["k1", "k1", "k2", None],
        "region": ["north", None, "north", "south"],
    },
    "county": {"id": ["k1", "k2"], "urban_average_wage": [48_000, 50_000]},
    "worker": {"id": ["w1", "w2"], "community_id": ["c1", "c2"], "has_social_security": [True, None]},
    "event": {"community_id": ["c1"], "kind": ["funds-publication"], "on": ["2015-08-01"]},
}

WAYS: dict[str, Callable[[Any], Any]] = {
    "pickle": lambda report: pickle.loads(pickle.dumps(report)),  # noqa: S301  our own
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


def frames(library: Any) -> dict[str, Any]:  # noqa: ANN401  narwhals wants a literal
    """Communities with their counties, workers and events."""
    return {kind: nw.from_dict(columns, backend=library).to_native() for kind, columns in DATA.items()}


def rows(native: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  of a library
    """The rows of a frame, None for NaN."""
    found = nw.from_native(native).rows()
    return [tuple(None if one != one else one for one in row) for row in found]  # noqa: PLR0124  NaN


def frames_of(report: cr.TableReport) -> list[Any]:
    """Every kind of frame that a report makes."""
    made = [report.long(), report.wide("community"), report.extract(KEY), report.summary()]
    return [*made, report.summary(["region", "county"], kind="community")]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_a_report_is_the_same_afterwards(library: str, way: str) -> None:
    """Every array, frame and name of it, in the library of the data; readings and segments stay too."""
    readings = {"attainment-rate-scope": "apart"}
    report = cr.audit_tables(frames(library), BOOK, on=ON, readings=readings, segments=["region"])

    again = WAYS[way](report)

    for name in ("verdicts", "shortfalls", "measured", "limits", "breaches"):
        before, after = getattr(report, name), getattr(again, name)
        assert list(before) == list(after)
        for key in before:
            np.testing.assert_array_equal(before[key], after[key])
            assert (before[key].dtype, before[key].shape) == (after[key].dtype, after[key].shape)
    for before, after in zip(frames_of(report), frames_of(again), strict=True):
        assert nw.from_native(after).implementation.value == library
        assert rows(after) == rows(before)
    assert again.plan.context == report.plan.context
    assert again.not_expressible == report.not_expressible
    assert again.missing_columns == report.missing_columns
    assert again.missing_links == report.missing_links
    assert (again.counts(), again.breach_counts) == (report.counts(), report.breach_counts)
    assert repr(again) == repr(report)


def test_nothing_is_judged_again() -> None:
    """What was found travels, and is not found anew by whatever rules the other side has."""
    report = cr.audit_table(pl.DataFrame(DATA["community"]), BOOK, on=ON, segments=["region"])
    make, (*given, found) = report.__reduce__()
    verdicts = np.array([3, 3, 3, 3], np.int8)

    again = make(*given, found | {f"{BOOK.id}/{KEY}": (verdicts, found[f"{BOOK.id}/{KEY}"][1])})

    assert again.words(KEY) == ["inapplicable"] * 4


def test_what_is_the_same_for_all_takes_no_room() -> None:
    """A verdict that nobody's data change is one number, however many rows there are."""
    few, many = (
        len(pickle.dumps(cr.audit_table(pl.DataFrame({"id": range(size)}), BOOK, on=ON))) for size in (10, 10_010)
    )

    assert many - few < 10_000 * 16  # an id takes 8 bytes, and each of 42 shortfalls would take 8 more


def test_who_waits_is_not_pickled() -> None:
    """A function that is told of progress stays where it is."""
    told: list[int] = []
    report = cr.audit_table(pl.DataFrame({"id": ["c1"]}), BOOK, on=ON, progress=lambda done, _: told.append(done))
    told.clear()

    again = pickle.loads(pickle.dumps(report))  # noqa: S301  our own

    assert (again.words(KEY), told) == (["cannot_tell"], [])
    assert np.isnan(again.measured[KEY]).all()
    assert told == []


@pytest.mark.parametrize("way", WAYS)
def test_a_report_of_polars_queries(way: str) -> None:
    """It stays a report of queries, and says the same, faults of rows among it."""
    queries = {kind: frame.lazy() for kind, frame in frames("polars").items() if kind != "event"}
    queries["community"] = queries["community"].with_columns(households=-pl.col("households"))
    report = cr.audit_tables(queries, BOOK, on=ON, segments=["region"])

    again = WAYS[way](report)

    assert isinstance(again, cr.LazyReport)
    assert (again.counts(), again.breach_counts) == (report.counts(), report.breach_counts)
    assert sorted(map(str, again.long().collect().rows())) == sorted(map(str, report.long().collect().rows()))
    assert again.faults().collect().rows() == report.faults().collect().rows() != []


@pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")
def test_a_query_that_hangs_on_a_connection() -> None:
    """It cannot be pickled, which is said of every frame; a copy of the report is the report."""
    import duckdb  # noqa: PLC0415  an extra

    queries = {
        "community": duckdb.sql("SELECT 'c1' AS id, 2350 AS households"),
        "county": duckdb.sql("SELECT 'k1' AS id"),
    }
    report = cr.audit_tables(queries, BOOK, on=ON)

    with pytest.raises(UnsupportedFrameError) as caught:
        pickle.dumps(report)

    assert [line.partition(" (")[0] for line in str(caught.value).split("\n")] == [
        "community: a query of duckdb cannot be pickled",
        "county: a query of duckdb cannot be pickled",
    ]
    assert [line.partition("（")[0] for line in caught.value.text("zh").split("\n")] == [
        "社区：duckdb 的查询不能 pickle",
        "县(市、区)：duckdb 的查询不能 pickle",
    ]
    assert copy.copy(report) is copy.deepcopy(report) is report
