"""Reports of lazy frames: they stay lazy, say what is wrong with types at once, and with rows when they are asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.entities import Service
from civic_rules.errors import (
    InvalidTableError,
    ToleranceExceededError,
    UnknownNameError,
    UnknownRequirementError,
    UnsupportedFrameError,
)
from civic_rules.expressions import subject
from civic_rules.rules import Modality, Requirement, Rulebook
from civic_rules.testing.trees import DOCUMENT, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = pytest.mark.filterwarnings("default")
"""What engines warn of is theirs."""

ENGINES = ("polars", pytest.param("duckdb", marks=pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")))
BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
AREA = "facility-required-area"


def lazy(frame: pl.DataFrame, engine: str) -> Any:  # noqa: ANN401  of any engine
    """A frame as a query of an engine."""
    if engine == "polars":
        return frame.lazy()
    import duckdb  # noqa: PLC0415  an extra

    return duckdb.from_arrow(frame.to_arrow())


def collected(query: Any) -> pl.DataFrame:  # noqa: ANN401  of any engine
    """What a query gives."""
    found: pl.DataFrame = nw.from_native(query).collect("polars").to_native()
    return found


def audited(frames: Mapping[str, pl.DataFrame], engine: str = "polars", book: Rulebook = BOOK, **how: Any) -> Any:  # noqa: ANN401
    """The report of some frames as queries."""
    return cr.audit_tables({kind: lazy(frame, engine) for kind, frame in frames.items()}, book, on=ON, **how)


def verdicts(report: Any, key: str = AREA) -> dict[Any, str]:  # noqa: ANN401  a report of lazy frames
    """The verdicts of a requirement by entity."""
    return dict(collected(report.wide("community", requirements=[key])).select("entity", key).rows())


def messages(frames: Mapping[str, pl.DataFrame], **how: Any) -> list[str]:  # noqa: ANN401  as `audit_tables` takes it
    """What is said to be wrong with frames before a query runs."""
    with pytest.raises(InvalidTableError) as raised:
        audited(frames, **how)
    return [f"{fault.where}: {fault.message}" for fault in raised.value.faults]


def rulebook(**musts: Any) -> Rulebook:  # noqa: ANN401  conditions
    """A rulebook that asks for some conditions, by the keys of the requirements."""
    how: dict[str, Any] = {"title": TITLE, "modality": Modality.MANDATORY, "source": DOCUMENT.clause("1")}
    return Rulebook(DOCUMENT, tuple(Requirement(key=key, must=must, **how) for key, must in musts.items()))


COMMUNITIES = pl.DataFrame(
    {
        "id": ["c1", "c2", "c3", "c4"],
        "settlement": ["urban", "城市", " 农村 ", None],
        "households": [2350, 2350, None, 1500],
        "facility_area": [455.0, 470.0, 300.0, None],
        "county_id": ["k1", "k1", "k2", "k2"],
        "片区": ["north", "south", "north", "south"],
    }
)
COUNTIES = pl.DataFrame({"id": ["k1", "k2"], "urban_average_wage": [48_000, 50_000]})
FRAMES = {"community": COMMUNITIES, "county": COUNTIES}


def same_rows(left: pl.DataFrame, right: pl.DataFrame, *by: str) -> bool:
    """Whether two frames have the same rows, in whatever order and type of text."""
    texts = [name for name, dtype in right.schema.items() if dtype.base_type() in {pl.Enum, pl.Categorical}]
    left, right = (one.with_columns(pl.col(texts).cast(pl.String)).sort(by) for one in (left, right))
    return left.columns == right.columns and left.rows() == right.rows()


# -- what comes back -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_what_comes_in_lazy_goes_out_lazy(engine: str) -> None:
    """Every frame of the report is a query of the engine of the data, and says what the one in memory says."""
    report = audited(FRAMES, engine, segments=["片区"])
    in_memory = cr.audit_tables(FRAMES, BOOK, on=ON, segments=["片区"])
    kind = type(lazy(COMMUNITIES, engine))
    made = {
        "wide": (report.wide("community"), in_memory.wide("community"), ["entity"]),
        "long": (report.long(), in_memory.long(), ["entity_kind", "entity", "requirement"]),
        "failed": (report.long(verdicts=["failed"]), in_memory.long(verdicts=["failed"]), ["entity", "requirement"]),
        "extract": (report.extract(AREA), in_memory.extract(AREA), ["id"]),
        "summary": (report.summary(), in_memory.summary(), ["requirement"]),
        "segments": (
            report.summary("片区", kind="community"),
            in_memory.summary("片区", kind="community"),
            ["片区", "requirement"],
        ),
        "holders": (
            report.summary(["county", "settlement"], kind="community"),
            in_memory.summary(["county", "settlement"], kind="community"),
            ["county", "settlement", "requirement"],
        ),
    }

    assert {name for name, (query, _, _) in made.items() if type(query) is not kind} == set()
    assert {name for name, (query, frame, by) in made.items() if not same_rows(collected(query), frame, *by)} == set()
    assert type(report.faults()) is kind
    assert collected(report.faults()).is_empty()


@pytest.mark.parametrize("engine", ENGINES)
def test_findings_of_one_frame(engine: str) -> None:
    """Where no other frame is asked, each requirement is a query of its own, which says what the one in memory says."""
    frames = {"community": COMMUNITIES.drop("county_id", "片区")}
    report, in_memory = audited(frames, engine), cr.audit_tables(frames, BOOK, on=ON)

    assert same_rows(collected(report.long()), in_memory.long(), "entity", "requirement")
    some: dict[str, Any] = {"requirements": [AREA], "verdicts": ["failed", "cannot_tell"]}
    assert same_rows(collected(report.long(**some)), in_memory.long(**some), "entity")


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_of_one_verdict(engine: str) -> None:
    """A requirement of which no column says anything has one verdict in all rows, and those are found too."""
    frames = {"community": COMMUNITIES.select("id")}
    report, in_memory = audited(frames, engine), cr.audit_tables(frames, BOOK, on=ON)
    found = {one: collected(report.extract(AREA, one))["id"].to_list() for one in ("cannot_tell", "failed")}

    assert found == {"cannot_tell": ["c1", "c2", "c3", "c4"], "failed": []}
    assert found == {one: in_memory.extract(AREA, one)["id"].to_list() for one in found}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_verdict_is_one_of_four(engine: str) -> None:
    """A column of verdicts has a type of its own, in the order of the codes."""
    report = audited(FRAMES, engine, segments=["片区"])
    one_of_four = nw.Enum(["failed", "cannot_tell", "passed", "inapplicable"])

    for query, name in (
        (report.wide("community"), AREA),
        (report.long(), "verdict"),
        (report.extract(AREA), "verdict"),
    ):
        assert nw.from_native(query).collect_schema()[name] == one_of_four


def test_nothing_is_read_before_somebody_collects() -> None:
    """A frame that cannot be read is no hindrance to any query, only to running one."""

    def read(frame: pl.DataFrame) -> pl.DataFrame:
        raise RuntimeError("it was read")

    unreadable = COMMUNITIES.lazy().map_batches(read, schema=COMMUNITIES.schema)
    report = cr.audit_tables({"community": unreadable, "county": COUNTIES.lazy()}, BOOK, on=ON, segments=["片区"])
    queries = [report.wide("community"), report.long(), report.summary(), report.extract(AREA), report.faults()]

    assert repr(report) == f"<LazyReport of county, community: {len(report.plan.rules)} requirements>"
    for query in queries:
        with pytest.raises(RuntimeError, match="it was read"):
            query.collect()


def test_names_of_what_cannot_be_judged() -> None:
    """What no frame can be asked for is listed by name, and so are columns and links that are not there."""
    report = audited(FRAMES, segments=["片区"])
    in_memory = cr.audit_tables(FRAMES, BOOK, on=ON, segments=["片区"])

    assert report.not_expressible == in_memory.not_expressible
    assert "yancheng-2013-6/publish-fund-use" in report.not_expressible or report.not_expressible
    assert report.missing_columns == in_memory.missing_columns
    assert report.missing_links == in_memory.missing_links


@pytest.mark.parametrize("engine", ENGINES)
def test_a_ratio_at_its_limit(engine: str) -> None:
    """No engine divides by a constant: where Polars would, 35 of a million communities were wrong."""
    community = subject("community")
    must = community.grid_coordinators >= community.households * "1 grid_coordinator / (150 household)"
    rule = Requirement(key="rule", title=TITLE, must=must, modality=Modality.MANDATORY, source=DOCUMENT.clause("1"))
    book = Rulebook(DOCUMENT, (rule,))
    households = list(range(1, 4001))
    frame = pl.DataFrame(
        {"id": households, "households": households, "grid_coordinators": [n // 150 for n in households]}
    )
    found = verdicts(audited({"community": frame}, engine, book), "rule")

    assert found == {n: "passed" if n % 150 == 0 else "failed" for n in households}


@pytest.mark.parametrize("engine", ENGINES)
def test_tolerance_of_a_pipeline(engine: str) -> None:
    """A pipeline stops where more fails than is tolerated, and is warned before."""
    report = audited(FRAMES, engine, segments=["片区"])
    in_memory = cr.audit_tables(FRAMES, BOOK, on=ON, segments=["片区"])

    assert report.failing_shares == in_memory.failing_shares
    report.assert_within(requirements=[AREA], fail=1, warn=1)
    with pytest.raises(ToleranceExceededError, match=r"facility-required-area: 66\.7%"):
        report.assert_within(requirements=[AREA])
    with pytest.warns(cr.tables.ToleranceWarning, match="facility-required-area"):
        report.assert_within(requirements=[AREA], fail=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_counts(engine: str) -> None:
    """They are those of frames in memory, of one requirement and of all, and of frames without a row."""
    for frames in (FRAMES, {kind: frame.clear() for kind, frame in FRAMES.items()}):
        report = audited(frames, engine, segments=["片区"])
        in_memory = cr.audit_tables(frames, BOOK, on=ON, segments=["片区"])

        assert report.counts() == in_memory.counts()
        assert report.counts(AREA) == in_memory.counts(AREA)
        assert report.breach_counts == in_memory.breach_counts
    with pytest.raises(UnknownRequirementError, match="did you mean 'facility-required-area'"):
        audited(FRAMES, engine, segments=["片区"]).counts("facility-required-are")


def test_findings_of_polars_come_requirement_by_requirement() -> None:
    """As those of frames in memory do, so that a file has the same rows however it was made."""
    report = audited({"community": COMMUNITIES.drop("county_id")}, segments=["片区"])
    in_memory = cr.audit_table(COMMUNITIES.drop("county_id"), BOOK, on=ON, segments=["片区"])

    texts = pl.col("entity_kind", "requirement", "verdict").cast(pl.String)
    assert collected(report.long()).with_columns(texts).rows() == in_memory.long().with_columns(texts).rows()


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


@pytest.mark.parametrize("engine", ENGINES)
def test_segments_called_like_results(engine: str) -> None:
    """They keep what they hold, under a name that no result has, as in frames in memory."""
    odd = COMMUNITIES.drop("county_id").rename({"片区": "requirement"}).with_columns(entity=pl.lit("e"))
    odd = odd.with_columns(pl.lit(7).alias(AREA))
    kept = ["requirement", "entity", AREA]
    report = audited({"community": odd}, engine, segments=kept)
    in_memory = cr.audit_table(odd, BOOK, on=ON, segments=kept)

    assert same_rows(collected(report.wide(requirements=[AREA])), in_memory.wide(requirements=[AREA]), "entity")
    found, expected = (one.summary(["requirement", "entity"]) for one in (report, in_memory))
    assert same_rows(collected(found), expected, "requirement", "requirement_")


@pytest.mark.parametrize("engine", ENGINES)
def test_segments_called_nearly_like_results(engine: str) -> None:
    """DuckDB and Spark do not tell capitals from other letters: a result with such a name gets one of its own."""
    odd = COMMUNITIES.drop("county_id").rename({"片区": "Verdict"}).with_columns(pl.lit("e").alias("ENTITY"))
    kept = ["Verdict", "ENTITY"]
    report = audited({"community": odd}, engine, segments=kept)
    in_memory = cr.audit_table(odd, BOOK, on=ON, segments=kept)

    found = collected(report.extract(AREA))
    assert found.columns[-6:] == ["ENTITY", "verdict_", "measured", "limit", "shortfall", "is_breach"]
    assert same_rows(found, in_memory.extract(AREA), "id")
    assert same_rows(collected(report.wide(requirements=[AREA])), in_memory.wide(requirements=[AREA]), "entity")


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


@pytest.mark.parametrize("engine", ENGINES)
def test_whole_numbers_as_ids(engine: str) -> None:
    """They are joined whatever their types, and however large they are."""
    large = 2**64 - 1
    frames = {
        "community": pl.DataFrame({"id": pl.Series([large, 7], dtype=pl.UInt64), "households": [-1, 300]}),
        "worker": pl.DataFrame({"id": [1, 2], "community_id": [7, 7], "has_social_security": [True, True]}),
    }
    report = audited(frames, engine)

    assert verdicts(report, "social-security-all-workers") == {large: "cannot_tell", 7: "passed"}
    with pytest.raises(InvalidTableError, match="'households': expected at least 0 households"):
        report.check()


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


# -- columns of every kind -------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_of_every_kind(engine: str) -> None:
    """Units in headers, lists, parts of arrangements, steps in one column or two, yes and no: as in memory."""
    frame = pl.DataFrame(
        {
            "编号": [1, 2, 3],
            "服务用房面积(亩)": [0.7, 0.6, None],
            "户数": [2350, 2350, 2350],
            "settlement": pl.Series(["urban", "rural", None], dtype=pl.Categorical),
            "services": [[one.value for one in Service], ["health"], None],
            "four-part-structure": [["party-committee", "residents-committee"], [], None],
            "four-part-structure.office": ["是", "no", None],
            "gap_plan.completed": [date(2014, 1, 1), None, date(2016, 1, 1)],
        }
    )
    report, in_memory = audited({"community": frame}, engine), cr.audit_tables({"community": frame}, BOOK, on=ON)

    assert same_rows(collected(report.long()), in_memory.long(), "entity", "requirement")
    assert collected(report.faults()).is_empty()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_whole_but_for_noise(engine: str) -> None:
    """It is a whole number, as in memory: 0.57 ten thousands of households are 5700."""
    noisy = {"id": ["a", "b", "c"], "户数(万户)": [0.57, 0.235, 0.00005], "workers": [10 - 1e-12, 0.5, 10.0]}
    community = subject("community")
    book = rulebook(workers=community.workers >= "10 worker", households=community.households >= "5700 household")
    report = audited({"community": pl.DataFrame(noisy)}, engine, book)

    assert verdicts(report, "workers") == {"a": "passed", "b": "cannot_tell", "c": "passed"}
    assert verdicts(report, "households") == {"a": "passed", "b": "failed", "c": "cannot_tell"}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_list_with_an_unknown_term(engine: str) -> None:
    """A term that the vocabulary does not have is listed."""
    frame = pl.DataFrame(
        {"id": ["a", "b"], "settlement": ["urban", "urban"], "services": [["health"], ["healt", "health"]]}
    )
    report = audited({"community": frame}, engine)

    assert collected(report.faults()).rows() == [
        ("community", "column 'services': expected lists of known terms", 1, "healt")
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_blanks_around_words(engine: str) -> None:
    """Those of Chinese text are blanks in every engine."""
    frame = pl.DataFrame(
        {"id": ["a", "b"], "settlement": ["\u3000城市", "农村\xa0"], "has_facility": ["是\u3000", "\n 否"]}
    )
    community = subject("community")
    book = rulebook(urban=community.settlement.is_("urban"), facility=community.has_facility)
    report = audited({"community": frame}, engine, book)

    assert verdicts(report, "urban") == {"a": "passed", "b": "failed"}
    assert verdicts(report, "facility") == {"a": "passed", "b": "failed"}
    assert collected(report.faults()).is_empty()


@pytest.mark.parametrize("engine", ENGINES)
def test_lists_of_a_fixed_length(engine: str) -> None:
    """They are lists as others are."""
    services = pl.Series([["health"], ["healt"]], dtype=pl.Array(pl.String, 1))
    frame = pl.DataFrame({"id": ["a", "b"], "services": services})
    report = audited(
        {"community": frame}, engine, rulebook(health=subject("community").services.includes_all("health"))
    )

    assert verdicts(report, "health") == {"a": "passed", "b": "failed"}
    assert collected(report.faults()).rows() == [
        ("community", "column 'services': expected lists of known terms", 1, "healt")
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_lists_of_something_else(engine: str) -> None:
    """What can hold no term is told by its type, before a query runs."""
    frame = pl.DataFrame({"id": ["a"], "settlement": ["urban"], "services": [[1]]})
    assert messages({"community": frame}, engine=engine) == [
        "community: column 'services': expected lists of terms, got a column of lists (List(Int64))"
    ]


def test_days_of_a_time_zone() -> None:
    """The day of a moment is that of the zone of its column, as in memory, and not that of Greenwich."""
    moments = pl.Series([datetime(2014, 12, 31, 20, tzinfo=UTC), datetime(2015, 1, 1, 3, tzinfo=UTC)])
    book = rulebook(done=subject("community").gap_plan.completed.done_by(date(2014, 12, 31)))
    found = {}
    for zone in ("UTC", "Asia/Shanghai", "America/New_York"):
        frame = pl.DataFrame({"id": ["a", "b"], "gap_plan.completed": moments.dt.convert_time_zone(zone)})
        found[zone] = verdicts(audited({"community": frame}, book=book), "done")
        assert list(found[zone].values()) == cr.audit_table(frame, book, on=ON).words("done")

    assert found == {
        "UTC": {"a": "passed", "b": "failed"},
        "Asia/Shanghai": {"a": "failed", "b": "failed"},
        "America/New_York": {"a": "passed", "b": "passed"},
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_a_step_as_text(engine: str) -> None:
    """A message says that a step may be a day, though not a text of one."""
    frame = COMMUNITIES.drop("片区").with_columns(pl.lit("2015-08-01").alias("gap_plan.completed"))
    report = audited({"community": frame}, engine)
    message = "expected true or false (是 or 否), or days; text is not read as days: cast the column"

    assert collected(report.faults()).rows() == [
        ("community", f"column 'gap_plan.completed': {message}", 4, "2015-08-01")
    ]


@pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")
def test_types_that_only_an_engine_knows() -> None:
    """They are called as the engine calls them, and never taken for a column in which nothing stands."""
    import duckdb  # noqa: PLC0415  an extra

    one = duckdb.sql(
        "SELECT 'a' AS id, '101'::BIT AS facility_area, TIME_NS '10:00' AS has_facility, NULL AS households"
    )
    with pytest.raises(InvalidTableError) as raised:
        cr.audit_table(one, BOOK, on=ON)
    assert [str(fault.message).partition(";")[0] for fault in raised.value.faults] == [
        "expected numbers of m², got a column of something else (BIT)",
        "expected true and false, got a column of something else (TIME_NS)",
    ]
    with pytest.raises(InvalidTableError, match="expected ids as text or whole numbers, got UUID; cast the column"):
        cr.audit_table(duckdb.sql("SELECT uuid() AS id, 1 AS households"), BOOK, on=ON)
