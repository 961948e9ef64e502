"""Faults of lazy frames: of types at once, of rows when somebody asks."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import InvalidTableError, UnknownNameError, UnsupportedFrameError
from civic_rules.expressions import subject
from tests.tables.queries import (
    BOOK,
    COMMUNITIES,
    COUNTIES,
    ENGINES,
    FRAMES,
    ON,
    audited,
    collected,
    lazy,
    messages,
    rulebook,
    verdicts,
)

pytestmark = pytest.mark.filterwarnings("default")
"""What engines warn of is theirs."""


# -- what is wrong with types, before a query runs -------------------------------------------------------------


def test_every_fault_of_headers_and_types_is_reported_at_once() -> None:
    """Unknown columns have the nearest name; a type that cannot be used says what to do."""
    communities = pl.DataFrame(
        {"id": [1.5], "househols": [1], "facility_area": ["430平方米"], "settlement": [True], "county_id": [7]}
    )
    found = messages({"community": communities, "county": COUNTIES})

    assert [one.partition(";")[0] for one in found] == [
        "community: column 'househols': a community has no such field",
        "community: column 'id': expected ids as text or whole numbers, got Float64",
        "community: column 'county_id': holds Int64, but the ids of the county are String: they cannot be the same",
        "community: column 'settlement': expected terms, got a column of true and false (Boolean)",
        "community: column 'facility_area': expected numbers of m², got a column of text (String)",
    ]
    assert "did you mean 'households'" in found[0]
    assert "cast the column, or audit a frame in memory" in found[-1]


def test_rows_of_a_query_need_ids() -> None:
    """A row of a query has no place: without ids nobody could say which community fails."""
    communities = COMMUNITIES.select("households", "facility_area")

    assert messages({"community": communities}) == [
        "community: no column has the id (id, 编号) of the community: rows of a query have no order"
    ]


def test_frames_of_several_engines() -> None:
    """Queries of different engines cannot be joined, nor can a query and a frame in memory."""
    with pytest.raises(
        UnsupportedFrameError, match="county: expected a DuckDB relation, a PySpark DataFrame or a Polars"
    ):
        cr.audit_tables({"community": COMMUNITIES.lazy(), "county": COUNTIES}, BOOK, on=ON, segments=["片区"])
    if find_spec("duckdb") is not None:
        frames = {"community": COMMUNITIES.lazy(), "county": lazy(COUNTIES, "duckdb")}
        with pytest.raises(
            InvalidTableError, match="expected frames of one engine, got community of polars, county of duckdb"
        ) as caught:
            cr.audit_tables(frames, BOOK, on=ON, segments=["片区"])
        [fault] = caught.value.faults
        assert fault.text("zh") == "数据表：数据表应属于同一个引擎，实为 polars 的社区、duckdb 的县(市、区)"


def test_ids_of_a_type_that_cannot_be_joined() -> None:
    """What to do is said."""
    assert messages({"community": pl.DataFrame({"id": [1.5]})}) == [
        "community: column 'id': expected ids as text or whole numbers, got Float64; cast the column"
    ]


def test_a_query_without_columns() -> None:
    """It has no ids."""
    assert messages({"community": pl.DataFrame()}) == [
        "community: no column has the id (id, 编号) of the community: rows of a query have no order"
    ]


@pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")
def test_relations_of_several_connections() -> None:
    """DuckDB cannot join them; each that cannot be joined is named before anything is read."""
    import duckdb  # noqa: PLC0415  an extra

    one, other = duckdb.connect(), duckdb.connect()
    frames = {
        "community": one.sql("SELECT 'c1' AS id"),
        "county": other.sql("SELECT 'k1' AS id"),
        "grid": one.sql("SELECT 'g1' AS id, 'c1' AS community_id"),
        "worker": other.sql("SELECT 'w1' AS id, 'c1' AS community_id"),
    }
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_tables(frames, BOOK, on=ON)

    assert [str(fault).partition(" (")[0] for fault in caught.value.faults] == [
        f"{kind}: frame: DuckDB cannot join it to that of community; make both on one connection"
        for kind in ("county", "worker")
    ]
    assert cr.audit_tables({kind: frames[kind] for kind in ("community", "grid")}, BOOK, on=ON).kinds == ("community",)


def test_a_segment_that_is_no_column() -> None:
    """What results cannot be grouped by has the nearest name, when a query is audited and when it is counted."""
    assert messages({"community": COMMUNITIES}, segments=["片区", "settlment"]) == [
        "segments: 'settlment': no frame has such a column; did you mean 'settlement'?"
    ]
    with pytest.raises(UnknownNameError, match="has no column 'settlment'; did you mean 'settlement'"):
        audited(FRAMES, segments=["片区"]).summary("settlment", kind="community")


# -- what is wrong with rows, when somebody asks ---------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_cells_that_cannot_be_used(engine: str) -> None:
    """A number out of bounds, a part of what comes whole and an unknown term are not known, and are listed."""
    communities = pl.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e", "f"],
            "settlement": ["urban", "urban", "urban", "urban", "urban", "suburb"],
            "households": [2350.0, 2350.0, 2350.0, 10.5, 2350.0, 2350.0],
            "facility_area": [-1.0, float("inf"), float("nan"), 455.0, 455.0, 455.0],
        }
    )
    report = audited({"community": communities}, engine)
    rows = collected(report.faults()).sort("fault").rows()

    assert verdicts(report) == dict(zip("abcdef", ["cannot_tell"] * 4 + ["failed"] * 2, strict=True)) | {
        "f": verdicts(report)["f"]
    }
    assert [row[:3] for row in rows] == [
        ("community", "column 'facility_area': expected at least 0 m²", 1),
        ("community", "column 'facility_area': expected at most 1e+15 m²", 1),
        ("community", "column 'households': expected a whole number of households", 1),
        ("community", "column 'settlement': expected one of urban, rural", 1),
    ]
    assert [row[3] for row in rows][3] == "suburb"
    with pytest.raises(InvalidTableError, match="'settlement': expected one of urban, rural, for instance 'suburb'"):
        report.check()


@pytest.mark.parametrize("engine", ENGINES)
def test_facts_that_contradict_each_other(engine: str) -> None:
    """None of them is known, and the one to look at is listed; a frame in memory with the same is refused."""
    communities = pl.DataFrame(
        {
            "id": ["a", "b", "c", "d"],
            "settlement": ["urban"] * 4,
            "households": [2350, 2350, 2350, 2350],
            "permanent_households": [2351, 2350, None, 2000],
            "has_facility": ["是", " 否", None, "否"],
            "facility_area": [400.0, 400.0, 400.0, 0.0],
            "gap_plan.completed.done": [False, False, True, None],
            "gap_plan.completed.on": [date(2013, 3, 1), None, date(2013, 3, 1), date(2013, 3, 1)],
            "four-part-structure": [False, False, True, None],
            "four-part-structure.office": [True, False, False, True],
        }
    )
    step = "gap_plan.completed"
    report = audited({"community": communities}, engine)
    rows = sorted(collected(report.faults()).rows())

    assert verdicts(report) == {"a": "cannot_tell", "b": "cannot_tell", "c": "failed", "d": "failed"}
    assert rows == [
        ("community", "column 'facility_area': given, but has_facility is false", 1, "400.0"),
        (
            "community",
            "column 'four-part-structure.office': office is in place, but four-part-structure is false",
            1,
            rows[1][3],
        ),
        ("community", f"column '{step}.on': given, but {step}.done is false", 1, rows[2][3]),
        ("community", "column 'permanent_households': expected at most households, of which it is a part", 1, "2351"),
    ]
    with pytest.raises(InvalidTableError) as refused:
        cr.audit_table(communities, BOOK, on=ON)
    assert len(refused.value.faults) == len(rows)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_step_and_an_arrangement_that_contradict_themselves(engine: str) -> None:
    """Whether a step was done, when, and whether an arrangement or any part of it is in place, are not known."""
    communities = pl.DataFrame(
        {
            "id": ["a", "b", "c"],
            "held_to_account": [date(2013, 3, 1), date(2013, 3, 1), None],
            "held_to_account.done": [False, None, False],
            "four-part-structure": [False, False, True],
            "four-part-structure.office": [True, False, False],
        }
    )
    community = subject("community")
    structure = community.arrangement("four-part-structure")
    musts = {
        "done": community.held_to_account.done_by(date(2014, 1, 1)),
        "whole": structure.in_place(),
        "parts": structure.has_any("office", "party-committee"),
    }
    report = audited({"community": communities}, engine, rulebook(**musts))

    assert verdicts(report, "done") == {"a": "cannot_tell", "b": "passed", "c": "failed"}
    assert verdicts(report, "whole") == {"a": "cannot_tell", "b": "failed", "c": "passed"}
    assert verdicts(report, "parts") == {"a": "cannot_tell", "b": "failed", "c": "cannot_tell"}


@pytest.mark.parametrize("engine", ENGINES)
def test_ids_and_holders(engine: str) -> None:
    """An id that is missing or given twice, and a holder that is nowhere: no row is doubled, and all are listed."""
    communities = COMMUNITIES.with_columns(
        id=pl.Series(["a", "a", None, "b"]), county_id=pl.Series(["k1", "k2", "k9", None])
    )
    counties = pl.DataFrame({"id": ["k1", "k2", "k2"], "urban_average_wage": [48_000, 50_000, 51_000]})
    grids = pl.DataFrame({"id": ["g1", "g2"], "community_id": ["a", "z"]})
    report = audited({"community": communities, "county": counties, "grid": grids}, engine, segments=["片区"])
    found = {(row[0], row[1]): row[2:] for row in collected(report.faults()).rows()}

    assert len(collected(report.wide("community"))) == 4
    assert found == {
        ("community", "column 'id': rows have no id"): (1, None),
        ("community", "column 'id': ids must be unique; these are given more than once"): (1, "a"),
        ("community", "column 'county_id': rows name a county that no row of its frame is"): (1, "k9"),
        ("county", "column 'id': ids must be unique; these are given more than once"): (1, "k2"),
        ("grid", "column 'community_id': rows name a community that no row of its frame is"): (1, "z"),
    }
    assert report.check is not None


@pytest.mark.parametrize("engine", ENGINES)
def test_holders_that_contradict_each_other(engine: str) -> None:
    """A community names a street of one county, and another county; a list is not known, but has members."""
    frames = {
        "community": pl.DataFrame(
            {"id": ["a", "b"], "street_id": ["s", "s"], "county_id": ["k1", "k2"], "grids": [True, False]}
        ),
        "street": pl.DataFrame({"id": ["s"], "county_id": ["k1"]}),
        "county": pl.DataFrame({"id": ["k1", "k2"]}),
        "grid": pl.DataFrame({"id": ["g"], "community_id": ["b"]}),
    }

    assert collected(audited(frames, engine).faults()).rows() == [
        ("community", "column 'county_id': another county than that of the street that it names", 1, "k2"),
        ("community", "column 'grids': the list is said not to be known, but the frame of grid has members", 1, "b"),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_events_without_a_kind_or_a_day(engine: str) -> None:
    """An event of which kind or day is not known is not counted, and is listed."""
    events = pl.DataFrame(
        {"community_id": ["c1", "c1"], "kind": ["funds-publication", None], "on": [None, date(2015, 8, 1)]}
    )
    report = audited({"community": COMMUNITIES.drop("county_id"), "event": events}, engine, segments=["片区"])

    assert sorted(collected(report.faults()).rows()) == [
        ("event", "column 'kind': expected something in every row", 1, None),
        ("event", "column 'on': expected something in every row", 1, None),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_ids_of_which_nothing_can_be_seen(engine: str) -> None:
    """They are no ids: such an entity does not know its members, and the row is listed."""
    communities = pl.DataFrame({"id": ["", "\u3000", "\u200b", "a"]})
    grids = pl.DataFrame({"id": ["g"], "community_id": ["a"], "grid_coordinators": [1]})
    has_grids = subject("community").grids.count() >= "1 grid"
    report = audited({"community": communities, "grid": grids}, engine, rulebook(grids=has_grids))

    nobody = dict.fromkeys(("", "\u3000", "\u200b"), "cannot_tell")
    assert verdicts(report, "grids") == nobody | {"a": "passed"}
    assert collected(report.faults()).rows() == [("community", "column 'id': rows have no id", 3, "")]


@pytest.mark.parametrize("engine", ENGINES)
def test_members_that_name_no_holder_at_all(engine: str) -> None:
    """A column of holders in which nothing stands is of no type, and joined all the same."""
    communities = pl.DataFrame({"id": ["a"]})
    grids = pl.DataFrame({"id": ["g"], "community_id": [None], "grid_coordinators": [1]})
    has_grids = subject("community").grids.count() >= "1 grid"
    report = audited({"community": communities, "grid": grids}, engine, rulebook(grids=has_grids))

    assert verdicts(report, "grids") == {"a": "failed"}
    assert collected(report.faults()).is_empty()


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_of_which_nothing_is_asked(engine: str) -> None:
    """There is nothing to find in them."""
    events = pl.DataFrame({"community_id": ["a"], "kind": ["funds-publication"], "on": [date(2015, 8, 1)]})
    report = audited({"event": events}, engine)

    assert collected(report.faults()).is_empty()
    report.check()


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_that_add_up_others(engine: str) -> None:
    """They are listed among the faults."""
    found = collected(
        audited({"community": pl.DataFrame({"id": ["a", "合 计"], "name": ["x", "Sum"]})}, engine).faults()
    )

    assert sorted(found.select("fault", "rows", "example").rows()) == [
        ("column 'id': rows look like sums of others; take them out", 1, "合 计"),
        ("column 'name': rows look like sums of others; take them out", 1, "Sum"),
    ]
