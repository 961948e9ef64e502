"""What is handed in as tables: headers, cells of every type, links between frames, and what is wrong with them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import civic_rules as cr
from civic_rules.errors import InvalidTableError, UnknownNameError, UnsupportedFrameError
from civic_rules.expressions import subject
from civic_rules.rules import Modality, Requirement, Rulebook
from civic_rules.testing.trees import DOCUMENT, TITLE

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
LIBRARIES = ("polars", "pandas", "pyarrow")
LACKS_ROOM: dict[str, list[Any]] = {"has_facility": [False], "has_recent_project": [False]}
"""A community of which a plan is asked for."""


def frame(library: Any, **columns: list[Any]) -> Any:  # noqa: ANN401  of a library
    """A frame of a library."""
    return nw.from_dict(columns, backend=library).to_native()


def faults(frames: dict[str, Any], **how: Any) -> list[str]:  # noqa: ANN401  as `audit_tables` takes it
    """What is wrong with some frames."""
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_tables(frames, BOOK, on=ON, **how)
    return [str(fault) for fault in caught.value.faults]


def test_every_fault_is_reported_at_once() -> None:
    """Headers, types, terms, bounds, halves of whole things and ids."""
    communities = pl.DataFrame(
        {
            "id": ["a", "a", None],
            "househols": [1, 2, 3],
            "households": [1.5, -1, 1e16],
            "settlement": ["urban", "city", "x"],
            "facility_area": ["400平方米", "0.05 ha", "many"],
            "has_facility": [1, 0, 1],
            "colour": [1, 2, 3],
            "户数": [1, 2, 3],
            "office_funds(kg)": [1, 2, 3],
            "service_hours": [8, 25, None],
        }
    )

    segment = " If it holds no facts, name it in segments"

    assert faults({"community": communities}) == [
        "community: column 'househols': a community has no such field; did you mean 'households'?" + segment,
        "community: column 'colour': a community has no such field; name it in segments if it holds no facts",
        "community: column '户数': says the same as the column 'households'",
        (
            "community: column 'office_funds(kg)': expected CNY / year in the header, got 'kg': "
            "kg is a mass, CNY / year money per year"
        ),
        "community: column 'households': row 1: expected a whole number of households, got 1.5",
        "community: column 'households': row 2: expected at least 0 households, got -1",
        "community: column 'households': row 3: expected at most 1e+15 households, got 1e+16",
        "community: column 'settlement': row 2: expected one of urban, rural; got 'city'",
        "community: column 'settlement': row 3: expected one of urban, rural; got 'x'",
        (
            "community: column 'facility_area': row 3: expected m², got 'many': write one number, then its unit, "
            "as in '430 m²'"
        ),
        "community: column 'has_facility': expected true and false, got a column of numbers (Int64)",
        "community: column 'service_hours': row 2: expected at most 24 h/day, got 25",
        "community: column 'id': 1 row has no id",
        "community: column 'id': ids must be unique; given more than once, in 2 rows: 'a'",
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_orphans(library: str) -> None:
    """A member that names a holder which no row is, is named; one that names none has none."""
    communities = frame(library, id=["a", "b"])
    grids = frame(library, id=["g1", "g2", "g3"], community_id=["a", "z", None])

    message = "1 row names a community that no row of its frame is, first in row 2: 'z'"
    assert faults({"community": communities, "grid": grids}) == [f"grid: column 'community_id': {message}"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_whole_numbers_as_ids(library: Any) -> None:  # noqa: ANN401  narwhals wants a literal
    """Ids may be numbers; where one is missing, some libraries make floats of all."""
    communities = frame(library, id=[30, 10, 20])
    grids = frame(library, id=[1, 2, 3], community_id=[20, None, 20], households=[300, 300, 300])

    report = cr.audit_tables({"community": communities, "grid": grids}, BOOK, on=ON)

    assert report.ids("community") == [30, 10, 20]
    assert report._source.holders("grid", "community").tolist() == [2, -1, 2]


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        ([30, 10, 20], [20, None, 20]),
        ([30.0, 10.0, 20.0], [20, None, 20]),
        ([30, 10, 20], [20.0, None, 20.0]),
        ([2**63 - 1, 10, 2**62 + 1], [2**62 + 1, None, 2**62 + 1]),
    ],
)
def test_whole_numbers_that_pandas_keeps_as_objects(ids: list[Any], named: list[Any]) -> None:
    """A column that lost its type in a merge is still one of ids, whichever of the two did."""
    communities = pd.DataFrame({"id": pd.Series(ids, dtype=object)})
    grids = pd.DataFrame({"id": ["g1", "g2", "g3"], "community_id": pd.Series(named, dtype=object)})

    report = cr.audit_tables({"community": communities, "grid": grids}, BOOK, on=ON)

    assert report.ids("community") == ids
    assert report._source.holders("grid", "community").tolist() == [2, -1, 2]
    assert report.wide("community")["entity"].tolist() == ids


@pytest.mark.parametrize(
    ("ids", "got", "zh"),
    [
        (["a", None, 1, "b", 2], "str (row 1) and int (row 3)", "str（第 1 行）和 int（第 3 行）"),
        ([1, 2.0], "int (row 1) and float (row 2)", "int（第 1 行）和 float（第 2 行）"),
        ([True, False], "Boolean", "Boolean"),
        ([date(2015, 1, 1)], "date (row 1)", "date（第 1 行）"),
        ([Decimal(1), b"x"], "Decimal (row 1) and bytes (row 2)", "Decimal（第 1 行）和 bytes（第 2 行）"),
    ],
)
def test_ids_of_mixed_kinds(ids: list[Any], got: str, zh: str) -> None:
    """Each kind is named with its first row, of ids and of what names them, and no join is tried."""
    frames = {
        "community": pd.DataFrame({"id": pd.Series(ids, dtype=object)}),
        "grid": pd.DataFrame({"id": ["g"] * 1, "community_id": pd.Series(ids[:1], dtype=object)}),
    }
    expected = f"expected ids as text or whole numbers, got {got}"

    assert faults({"community": frames["community"]}) == [f"community: column 'id': {expected}"]
    assert faults(frames)[0] == f"community: column 'id': {expected}"
    frames["grid"] = pd.DataFrame(
        {"id": [str(row) for row in range(len(ids))], "community_id": frames["community"]["id"]}
    )
    assert faults(frames)[1] == f"grid: column 'community_id': {expected}"
    frames["community"] = pd.DataFrame({"id": ["a"]})
    assert faults(frames) == [f"grid: column 'community_id': {expected}"]
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_tables(frames, BOOK, on=ON)
    assert [fault.text("zh") for fault in caught.value.faults] == [
        f"网格：'community_id' 列：编号应为文字或整数，实为 {zh}"
    ]


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (2**63, "numbers as large as this cannot be told apart; expected ids as text or whole numbers, got 9.22"),
        (2**70, "numbers as large as this cannot be told apart; expected ids as text or whole numbers, got 1.18"),
        (1.5, "expected ids as text or whole numbers, got 1.5"),
    ],
)
def test_objects_that_are_no_ids(one: float, message: str) -> None:
    """Numbers that are too large, or not whole, are named with their row."""
    [found] = faults({"community": pd.DataFrame({"id": pd.Series([one], dtype=object)})})

    assert found.startswith(f"community: column 'id': row 1: {message}")


def test_batches_of_arrow() -> None:
    """A batch is a table, and a reader is the table of all of its batches."""
    table = pa.table({"id": ["a", "b"], "households": [2350, 1], "facility_area": [455.0, 1.0]})

    for made in (table.to_batches()[0], table.to_reader(max_chunksize=1)):
        report = cr.audit_table(made, BOOK, on=ON)
        assert isinstance(report.wide(), pa.Table)
        assert report.words("facility-required-area") == ["failed", "failed"]


def test_an_id_that_is_no_number() -> None:
    """A float that is none is no id."""
    made = pd.DataFrame({"id": [1.0, None], "workers": [1, 2]})

    assert faults({"community": made}) == ["community: column 'id': 1 row has no id"]


def test_ids_of_another_type() -> None:
    """A number is no text: the join would find nobody."""
    frames = {"community": pl.DataFrame({"id": ["1"]}), "grid": pl.DataFrame({"id": ["g"], "community_id": [1]})}

    message = "holds Int64, but the ids of the community are String: they cannot be the same"
    assert faults(frames) == [f"grid: column 'community_id': {message}"]


def test_holders_that_contradict_each_other() -> None:
    """A community lies in the county of its street."""
    frames = {
        "county": pl.DataFrame({"id": ["k1", "k2"]}),
        "street": pl.DataFrame({"id": ["s1"], "county_id": ["k1"]}),
        "community": pl.DataFrame({"id": ["a"], "street_id": ["s1"], "county_id": ["k2"]}),
    }

    message = "row 1: another county than that of its own holder (1 rows)"
    assert faults(frames) == [f"community: column 'county_id': {message}"]


def test_members_of_a_list_that_is_not_known() -> None:
    """A list cannot be unknown and have members."""
    frames = {
        "community": pl.DataFrame({"id": ["a"], "grids": [False]}),
        "grid": pl.DataFrame({"id": ["g"], "community_id": ["a"]}),
    }

    message = "row 1: the list is said not to be known, but the frame of grid has members"
    assert faults(frames) == [f"community: column 'grids': {message}"]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("ids", [[], [None]])
def test_members_of_holders_without_ids(library: str, ids: list[None]) -> None:
    """Where no row is a holder, all that name one are orphans."""
    communities = frame("polars", id=ids).cast(pl.String).to_arrow() if library == "pyarrow" else frame(library, id=ids)
    named = "1 row names a community that no row of its frame is, first in row 1: 'a'"
    lacking = ["community: column 'id': 1 row has no id"] if ids else []

    grids = frame(library, id=["g"], community_id=["a"])
    assert faults({"community": communities, "grid": grids}) == [*lacking, f"grid: column 'community_id': {named}"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_empty_frame_that_says_which_members_are_known(library: str) -> None:
    """It says so of nobody, and members that name no holder are no fault."""
    communities = frame(library, id=["a"], grids=[True])[:0]
    grids = frame(library, id=["g", "h"], community_id=["a", None])[1:]

    report = cr.audit_tables({"community": communities, "grid": grids}, BOOK, on="2015-12-31")
    assert {len(verdicts) for verdicts in report.verdicts.values()} == {0}


def test_a_frame_without_ids_that_others_name() -> None:
    """Rows without ids can be judged, but nobody can lie in them."""
    frames = {
        "community": pl.DataFrame({"households": [1]}),
        "grid": pl.DataFrame({"id": ["g"], "community_id": ["a"]}),
    }

    message = "no column has the id (id, 编号) of the community, which other frames name"
    assert faults(frames) == [f"community: {message}"]


@pytest.mark.parametrize("given", [[{"id": "c1"}], pl.Series([1]), pl.DataFrame({"id": ["c1"]}).to_dict(), None])
def test_what_is_no_frame(given: object) -> None:
    """It is named by its type."""
    with pytest.raises(UnsupportedFrameError, match="expected a frame of Polars, pandas or PyArrow"):
        cr.audit_table(given, BOOK, on=ON)


def test_a_kind_that_is_none() -> None:
    """The nearest kind is named."""
    with pytest.raises(UnknownNameError, match="did you mean 'community'"):
        cr.audit_tables({"comunity": pl.DataFrame({"id": ["c1"]})}, BOOK, on=ON)


def test_many_wrong_values_of_one_column() -> None:
    """A few are named, the others counted."""
    found = faults({"community": pl.DataFrame({"id": range(9), "settlement": list("abcdefghi")})})

    assert len(found) == 6
    assert found[-1] == "community: column 'settlement': and 4 other values that cannot be used"


@pytest.mark.parametrize("library", LIBRARIES)
def test_cells_of_every_kind(library: str) -> None:
    """Units in headers and in cells, Chinese terms, words for not known, lists in texts, steps in each form."""
    columns: dict[str, Any] = {
        "编号": ["a", "b", "c"],
        "办公经费(万元)": [12.0, None, 5.0],
        "服务用房面积(公顷)": ["0.05", "430 m²", "不详"],
        "总户数": ["1,500户", "2000", None],
        "城乡类型": ["城市", "农村", "urban"],
        "基本公共服务": ["health-family-planning;民政社保", "无", None],
        "gap_plan.completed": [date(2013, 3, 1), None, date(2013, 4, 1)],
        "four-part-structure": ["是", None, "office"],
        "有服务用房": ["有", "是", "-"],
    }
    communities = frame(library, **columns)
    entities = [
        cr.Community(
            id="a",
            office_funds=120_000,
            facility_area=500,
            households=1500,
            settlement="urban",
            services=["health-family-planning", "民政社保"],
            gap_plan={"completed": "2013-03-01"},
            arrangements={"four-part-structure": True},
            has_facility=True,
        ),
        cr.Community(id="b", facility_area=430, households=2000, settlement="rural", services=[], has_facility=True),
        cr.Community(
            id="c",
            office_funds=50_000,
            settlement="urban",
            gap_plan={"completed": "2013-04-01"},
            arrangements={"four-part-structure": ["office"]},
        ),
    ]
    report = cr.audit_table(communities, BOOK, on=ON)

    for row, entity in enumerate(entities):
        expected = {finding.requirement.id: finding.verdict.value for finding in cr.audit(entity, BOOK, on=ON)}
        assert {rule: report.words(rule)[row] for rule in report.verdicts} == expected
    assert report.measured["office-funds-urban-2015"].tolist()[0] == pytest.approx(120_000)


@pytest.mark.parametrize(
    "services",
    [
        pl.Series([["health-family-planning"], [], None]),
        pd.Series([["health-family-planning"], [], None]),
        pa.chunked_array([[["health-family-planning"], [], None]]),
    ],
    ids=LIBRARIES,
)
def test_columns_of_lists(services: Any) -> None:  # noqa: ANN401  of a library
    """A list is complete; where nothing stands nothing is known."""
    columns = {"id": ["a", "b", "c"], "settlement": ["urban"] * 3, "services": services}
    module = {"polars": pl.DataFrame, "pandas": pd.DataFrame, "pyarrow": pa.table}
    made = module[type(services).__module__.split(".")[0]](columns)

    report = cr.audit_table(made, BOOK, on=ON)

    assert report.words("urban-6x-services") == ["failed", "failed", "cannot_tell"]
    assert report.shortfalls["urban-6x-services"].tolist()[:2] == [5, 6]


def test_objects_of_pandas() -> None:
    """A column of objects is read value by value, each different one once."""
    made = pd.DataFrame(
        {
            "id": [1, 2],
            "settlement": pd.Categorical(["urban", None]),
            "has_facility": pd.Series([True, None], dtype=object),
            "is_new_build": pd.Series([None, np.False_], dtype=object),
            "households": pd.Series([None, "1,500户"], dtype=object),
            "residents": pd.array([3000, None], dtype="Int64"),
            "volunteers": pd.array([450, 20], dtype="int32[pyarrow]"),
            "gap_plan.completed": pd.Series(["2013-03-01", False], dtype=object),
        },
        index=[7, 7],
    )
    before = made.copy()

    report = cr.audit_table(made, BOOK, on=ON)

    assert report.measured["volunteer-registration-rate-urban"].tolist()[0] == 15
    assert report.words("volunteer-registration-rate-urban") == ["passed", "cannot_tell"]
    assert report.extract("volunteer-registration-rate-urban", "passed")["id"].tolist() == [1]
    pd.testing.assert_frame_equal(made, before)


def test_what_a_user_does_afterwards_is_not_seen() -> None:
    """Measured values are worked out later, from the frame as it was handed in."""
    made = pd.DataFrame({"id": ["a"], "social_organisations": [3]})
    report = cr.audit_table(made, BOOK, on=ON)

    made.loc[0, "social_organisations"] = 9

    assert report.measured["social-organisations-per-community"].tolist() == [3]


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York", "+08:00", "-05:00"])
def test_days_of_a_time_zone(zone: str) -> None:
    """The day of a moment is that of the zone of its column, in every library, and in pandas over PyArrow too."""
    moments = [datetime(2014, 12, 31, 20, tzinfo=UTC), datetime(2015, 1, 1, 3, tzinfo=UTC), None]
    days = {"UTC": (16435, 16436), "Asia/Shanghai": (16436, 16436), "+08:00": (16436, 16436)}
    made = pa.table({"id": ["a", "b", "c"], "gap_plan.completed": pa.array(moments, pa.timestamp("us", zone))})
    frames = [made, made.to_pandas(), made.to_pandas(types_mapper=pd.ArrowDtype)]
    frames += [] if zone.endswith("00") else [pl.from_arrow(made)]
    done = Requirement(
        key="done",
        title=TITLE,
        must=subject("community").gap_plan.completed.done_by(date(2014, 12, 31)),
        modality=Modality.MANDATORY,
        source=DOCUMENT.clause("1"),
    )

    for one in frames:
        measured = cr.audit_table(one, Rulebook(DOCUMENT, (done,)), on=ON).measured["done"]
        assert measured[:2].tolist() == list(days.get(zone, (16435, 16435)))
        assert np.isnan(measured[2])


@pytest.mark.parametrize("library", LIBRARIES)
def test_nan_is_not_known(library: str) -> None:
    """A number that is none says nothing, and neither does a denominator of zero."""
    made = frame(
        library,
        id=["a", "b", "c"],
        settlement=["urban"] * 3,
        volunteers=[100.0, float("nan"), 100.0],
        residents=[float("nan"), 1000.0, 0.0],
    )

    assert cr.audit_table(made, BOOK, on=ON).words("volunteer-registration-rate-urban") == ["cannot_tell"] * 3


@pytest.mark.parametrize("library", LIBRARIES)
def test_empty_frames(library: str) -> None:
    """Nobody is judged, and nothing fails."""
    made = frame(library, id=[], households=[])

    report = cr.audit_table(made, BOOK, on=ON)

    assert sum(report.counts().values()) == 0
    assert len(nw.from_native(report.long())) == 0


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"households": [True]}, "'households': expected numbers, got a column of true and false (Boolean)"),
        ({"service_hours": [timedelta(hours=8)]}, "'service_hours': expected numbers, got a column of something else"),
        ({"services": [{"health": True}]}, "'services': expected lists of terms, got a column of something else"),
        ({"settlement": [1]}, "'settlement': expected terms, got a column of numbers (Int64)"),
        (
            {"gap_plan.completed": [1]},
            "'gap_plan.completed': expected days, or true and false, got a column of numbers",
        ),
        (
            LACKS_ROOM | {"gap_plan.completed": [date(1800, 1, 1)]},
            "'gap_plan.completed': row 1: expected a day from 1900-01-01",
        ),
        (
            {"grid-service": [1.5]},
            "'grid-service': expected true and false, or lists of parts, got a column of numbers",
        ),
        ({"services.health": [date(2015, 1, 1)]}, "'services.health': expected true and false, got a column of days"),
        ({"events": ["some"]}, "'events': row 1: expected true or false (是 or 否), got 'some'"),
        ({"services": [["helth"]], "settlement": ["urban"]}, "'services': row 1: expected one of "),
        ({"four-part-structure": [["ofice"]]}, "'four-part-structure': row 1: expected a part of four-part-structure"),
        ({"households": [float("inf")]}, "'households': row 1: expected at most 1e+15 households, got inf"),
        ({"id": [[1]]}, "'id': expected ids as text or whole numbers, got List(Int64)"),
    ],
)
def test_columns_of_something_else(columns: dict[str, list[Any]], message: str) -> None:
    """A column of a type that its field cannot have is named with both, whether or not a rule reads it."""
    [found] = faults({"community": pl.DataFrame({"id": ["a"]} | columns)})

    assert found.startswith(f"community: column {message}")


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (pd.DataFrame([["a", 2]], columns=["id", 7]), "community: column 7: expected text as the header"),
        (pd.DataFrame([["a", 2, 3]], columns=["id", "workers", "workers"]), "community: columns share a header: "),
        (
            pd.DataFrame({"id": ["a"], "settlement": ["urban"], "services": pd.Series([{"x": 1}], dtype=object)}),
            "community: column 'services': expected plain values, got lists or mappings among them",
        ),
    ],
)
def test_frames_that_only_pandas_makes(made: pd.DataFrame, message: str) -> None:
    """Headers that are no text, or given twice, and objects that cannot be told apart."""
    [found] = faults({"community": made})

    assert found.startswith(message)


def test_events_need_a_kind_and_a_day() -> None:
    """An event without one of them could not be counted."""
    communities = pl.DataFrame({"id": ["a"]})
    empty = pl.DataFrame({"community_id": ["a"]})
    halves = pl.DataFrame({"community_id": ["a"], "事项": ["funds-publication"], "日期": [None]})

    assert faults({"community": communities, "event": empty}) == [
        "event: no column has the kind (kind, 事项) of the events",
        "event: no column has the on (on, 日期) of the events",
    ]
    assert faults({"community": communities, "event": halves}) == ["event: column '日期': 1 events have none"]


@pytest.mark.parametrize(
    "made",
    [
        pl.DataFrame({"id": ["a"], "households": [2350], "facility_area": [Decimal(455)]}),
        pl.DataFrame(
            {"id": ["a"], "households": [2350], "facility_area": [455]}, schema_overrides={"households": pl.UInt16}
        ),
        pl.DataFrame({"id": ["a"], "households": [2350], "facility_area": pl.Series([455], dtype=pl.Float32)}),
        pa.table(
            {"id": ["a"], "households": pa.array([2350], pa.int16()), "facility_area": pa.chunked_array([[455.0]])}
        ),
        pa.table({"id": pa.array(["a"]).dictionary_encode(), "households": ["2350户"], "facility_area": [455.0]}),
        pd.DataFrame(
            {"id": pd.Categorical(["a"]), "households": pd.array([2350], dtype="Int32"), "facility_area": [455]}
        ),
        nw.from_native(pl.DataFrame({"id": ["a"], "households": [2350], "facility_area": [455]})),
    ],
    ids=["decimal", "unsigned", "float32", "int16", "dictionary", "nullable", "narwhals"],
)
def test_types_of_numbers_and_ids(made: Any) -> None:  # noqa: ANN401  of a library
    """Whatever a library calls a number is one."""
    report = cr.audit_table(made, BOOK, on=ON)

    assert report.shortfalls["facility-required-area"].tolist() == [15]
    assert nw.from_native(report.long())["entity"][0] == "a"


def test_rows_without_ids() -> None:
    """They are called by their number, from 0."""
    report = cr.audit_table(pl.DataFrame({"households": [2000, 2350]}), BOOK, on=ON)

    assert report.ids() == [0, 1]


def test_segments_that_hold_facts() -> None:
    """A fact that results are grouped by stays a fact, and a column of any other name is not read."""
    made = pl.DataFrame({"id": ["a"], "households": [2350], "region": ["north"]})

    report = cr.audit_table(made, BOOK, on=ON, segments=["region", "households"])

    assert "households" not in report.missing_columns["community"]
    assert report.wide().columns[:3] == ["entity", "households", "region"]
    [wrong] = faults({"community": made.with_columns(households=pl.lit("many"))}, segments=["region", "households"])
    assert "column 'households': row 1: expected a whole number of households, got 'many'" in wrong
