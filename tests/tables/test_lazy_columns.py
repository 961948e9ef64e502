"""Columns of lazy frames: whatever type an engine gives them, they say what they say in memory."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.util import find_spec

import polars as pl
import pytest

import civic_rules as cr
from civic_rules.entities import Service
from civic_rules.errors import InvalidTableError
from civic_rules.expressions import subject
from tests.tables.queries import (
    BOOK,
    COMMUNITIES,
    ENGINES,
    ON,
    audited,
    collected,
    messages,
    rulebook,
    same_rows,
    verdicts,
)

pytestmark = pytest.mark.filterwarnings("default")
"""What engines warn of is theirs."""


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
