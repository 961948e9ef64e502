"""Reports of lazy frames: they stay lazy, and say what those of frames in memory say."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import ToleranceExceededError, UnknownRequirementError
from civic_rules.expressions import subject
from civic_rules.rules import Modality, Requirement, Rulebook
from civic_rules.testing.trees import DOCUMENT, TITLE
from tests.tables.queries import (
    AREA,
    BOOK,
    COMMUNITIES,
    COUNTIES,
    ENGINES,
    FRAMES,
    ON,
    audited,
    collected,
    lazy,
    same_rows,
    verdicts,
)

pytestmark = pytest.mark.filterwarnings("default")
"""What engines warn of is theirs."""


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
