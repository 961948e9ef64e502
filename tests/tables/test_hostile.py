"""What users hand in by mistake or in a hurry: each is answered in words, and no answer is a silent zero."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import inf
from typing import Any
from zoneinfo import ZoneInfo

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import civic_rules as cr
from civic_rules.errors import (
    CivicRulesError,
    DuplicateKeyError,
    KindMismatchError,
    UnknownNameError,
    UnknownReadingError,
    UnsupportedFrameError,
)
from civic_rules.tables.native import Frame
from tests.chinese import left_in_english
from tests.tables.communities import BOOK, COMMUNITIES, LIBRARIES, ON, RULE, faults, frame


def refused(error: type[CivicRulesError], **how: Any) -> list[str]:  # noqa: ANN401  as `audit_tables` takes it
    """The lines in which an audit of communities is refused."""
    given: dict[str, Any] = {"frames": {"community": COMMUNITIES}, "rulebook": BOOK, "on": ON}
    with pytest.raises(error) as caught:
        cr.audit_tables(**given | how)
    assert left_in_english(caught.value.text("zh")) == []
    return str(caught.value).split("\n")


# -- arguments ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "error", "message"),
    [
        ({"frames": [COMMUNITIES]}, KindMismatchError, "expected frames by what a row of them is, as in {"),
        ({"frames": None}, KindMismatchError, "expected frames by what a row of them is, as in {"),
        ({"rulebook": None}, KindMismatchError, "expected rulebooks such as load('yancheng-2013-6'), got None"),
        ({"rulebook": [5]}, KindMismatchError, "expected rulebooks such as load('yancheng-2013-6'), got 5"),
        ({"readings": "joint"}, KindMismatchError, "expected options by the key of their reading, as in {"),
        ({"segments": 5}, KindMismatchError, "expected segments by name, got 5"),
        ({"segments": [["region"]]}, KindMismatchError, "expected segments by name, got ['region']"),
        ({"progress": True}, KindMismatchError, "progress: expected a function of the rows that are done"),
    ],
)
def test_arguments_of_another_kind(how: dict[str, Any], error: type[CivicRulesError], message: str) -> None:
    """They are refused before a row is looked at, with what was expected."""
    [line] = refused(error, **how)

    assert line.startswith(message)


def test_all_that_is_wrong_with_arguments_of_one_sort() -> None:
    """Kinds, frames and readings are each named to the last."""
    kinds = refused(UnknownNameError, frames={"comunity": COMMUNITIES, "社区": COMMUNITIES, "x": 1, None: 1})
    frames = refused(UnsupportedFrameError, frames={"community": "communities.parquet", "grid": 5})
    readings = refused(UnknownReadingError, readings={"attainment-rate-scope": "apar", "scope": "x"})

    assert kinds == [
        "there is no kind of entity 'comunity'; did you mean 'community'?",
        "there is no kind of entity '社区'; did you mean 'community'?",
        "there is no kind of entity 'x'",
        "there is no kind of entity None",
    ]
    assert [line.partition(":")[0] for line in frames] == ["community", "grid"]
    assert readings == [
        "reading 'attainment-rate-scope' has the options joint, apart; got 'apar'; did you mean 'apart'?",
        "no rulebook has a reading 'scope'",
    ]


@pytest.mark.parametrize("subject", [None, 5, ["community"]])
def test_a_subject_that_is_no_word(subject: Any) -> None:  # noqa: ANN401  anything
    """It is refused like a word that is no kind."""
    with pytest.raises(UnknownNameError, match="there is no kind of entity"):
        cr.audit_table(COMMUNITIES, BOOK, on=ON, subject=subject)


def test_two_rulebooks_with_one_id() -> None:
    """Their findings could not be told apart; the same rulebook twice counts once."""
    changed = cr.Rulebook(BOOK.document, tuple(BOOK)[:3])

    [line] = refused(DuplicateKeyError, rulebook=[BOOK, changed])

    assert line == "two different rulebooks have the id yancheng-2013-6: what is found is told apart by it"
    assert len(cr.audit_table(COMMUNITIES, [BOOK, BOOK], on=ON).verdicts) == len(
        cr.audit_table(COMMUNITIES, BOOK, on=ON).verdicts
    )


def test_an_audit_of_an_entity_refuses_the_same() -> None:
    """Both audits check what they share in one place."""
    community = cr.Community(id="a")

    with pytest.raises(KindMismatchError, match="expected rulebooks"):
        cr.audit(community, None, on=ON)  # type: ignore[arg-type]
    with pytest.raises(KindMismatchError, match="expected options by the key"):
        cr.audit(community, BOOK, on=ON, readings="joint")  # type: ignore[arg-type]


# -- frames ------------------------------------------------------------------------------------------------------


def test_frames_of_several_libraries() -> None:
    """Results come in the library of the frames, so there is one."""
    frames = {"community": COMMUNITIES, "grid": pd.DataFrame({"id": ["g"], "community_id": ["a"]})}

    [line] = refused(UnsupportedFrameError, frames=frames)

    assert line.startswith("the frames of one audit are of one library; got community of polars, grid of pandas")


def test_what_only_an_index_says() -> None:
    """An index of pandas is not read, and one that holds facts is not passed over in silence."""
    made = pd.DataFrame({"id": ["a", "b"], "county_id": ["k", "k"], "households": [2350, 1]})
    message = "an index is not read, and this one holds facts: make a column of it, as reset_index() does"

    assert faults({"community": made.set_index("id")}) == [f"community: index 'id': {message}"]
    assert faults({"community": made.set_index(["county_id", "id"])}) == [
        f"community: index 'county_id': {message}",
        f"community: index 'id': {message}",
    ]
    kept = made.set_index("id", drop=False)
    assert cr.audit_table(kept, BOOK, on=ON).ids() == ["a", "b"]


def test_columns_that_share_a_header_in_several_frames() -> None:
    """Each frame is named."""
    twice = pd.DataFrame([["a", 2, 3]], columns=["id", "workers", "workers"])
    grids = pd.DataFrame([["a", 2, 3]], columns=["id", "workers", "workers"])

    found = faults({"community": twice, "grid": grids})

    assert [line.partition(": ")[0] for line in found] == ["community", "grid"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_segments(library: str) -> None:
    """One name may stand alone, none is none, and one that no frame has is a mistake."""
    made = frame(library, id=["a"], region=["north"])

    assert "region" in nw.from_native(cr.audit_table(made, BOOK, on=ON, segments="region").wide()).columns
    assert faults({"community": made}, segments=["region", "regoin"]) == [
        "segments: 'regoin': no frame has such a column; did you mean 'region'?"
    ]
    assert faults({"community": made}, segments=None) == [
        "community: column 'region': a community has no such field; name it in segments if it holds no facts"
    ]


# -- cells -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_day_of_a_moment_in_a_zone(library: str) -> None:
    """It is the day at the place, as of an entity: in Shanghai the year has begun when it has not in Greenwich."""
    moment = datetime(2012, 12, 31, 16, 30, tzinfo=UTC)
    column = {
        "polars": pl.Series([moment, None]).dt.convert_time_zone("Asia/Shanghai"),
        "pandas": pd.Series([moment, None]).dt.tz_convert("Asia/Shanghai"),
        "pyarrow": pa.array([moment, None], pa.timestamp("us", "Asia/Shanghai")),
    }[library]
    module = {"polars": pl.DataFrame, "pandas": pd.DataFrame, "pyarrow": pa.table}[library]
    local = moment.astimezone(ZoneInfo("Asia/Shanghai"))
    known = cr.Community(id="a", gap_plan={"completed": local}).gap_plan

    days = Frame(module({"x": column})).column("x").days()

    assert known is not None
    assert known.completed is not None
    assert days[0] == (date(2013, 1, 1) - date(1970, 1, 1)).days
    assert known.completed.on == date(2013, 1, 1)
    assert days[1] != days[1]


def test_days_of_arrow_in_pandas() -> None:
    """A day that is absent is not known."""
    days = pd.Series([date(2013, 1, 1), None], dtype=pd.ArrowDtype(pa.date32()))

    found = Frame(pd.DataFrame({"x": days})).column("x").days()

    assert found[0] == (date(2013, 1, 1) - date(1970, 1, 1)).days
    assert found[1] != found[1]


@pytest.mark.parametrize(
    "values", [[1, True, 0, False, None], [True, 1, False, 0, None], [1.0, True, 0.0, False, None]]
)
def test_truths_among_numbers(values: list[Any]) -> None:
    """True is no number and 1 is no truth, whichever comes first; pandas takes them for the same."""
    number = pd.DataFrame(
        {"id": list("abcde"), "settlement": ["urban"] * 5, "households": pd.Series(values, dtype=object)}
    )
    truth = number.rename(columns={"households": "has_facility"})
    rows = [place + 1 for place, value in enumerate(values) if isinstance(value, bool)]
    others = [place + 1 for place, value in enumerate(values) if value is not None and not isinstance(value, bool)]

    assert [line.partition(": row ")[2][:1] for line in faults({"community": number})] == [str(row) for row in rows]
    assert [line.partition(": row ")[2][:1] for line in faults({"community": truth})] == [str(row) for row in others]


@pytest.mark.parametrize(
    "values",
    [
        [["health-family-planning"], "民政社保", None],
        [["health-family-planning"], "民政社保", ["民政社保"]],
        [["health-family-planning"], 5, None],
        [["health-family-planning"], [["民政社保"]], None],
        [["health-family-planning"], {"民政社保": True}, None],
    ],
    ids=["text", "texts", "number", "nested", "mapping"],
)
def test_what_is_no_list_among_lists(values: list[Any]) -> None:
    """It is named; a text that was taken for a list of letters moved the lists below it."""
    made = pd.DataFrame({"id": list("abc"), "settlement": ["urban"] * 3, "services": pd.Series(values, dtype=object)})

    assert faults({"community": made}) == [
        "community: column 'services': expected lists of plain values, got something else among them"
    ]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("item", [None, "不详"])
def test_items_of_a_list_that_are_not_known(library: str, item: str | None) -> None:
    """A list is complete: with a hole in it, that a term is absent would be said of what is not known."""
    made = frame(library, id=["a", "b"], settlement=["urban"] * 2, services=[[], ["health-family-planning", item]])

    assert faults({"community": made}) == [
        "community: column 'services': row 2: a list is complete, but an item is not known"
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_wrong_items_of_lists_have_rows(library: str) -> None:
    """The first row that has one, and how many have it."""
    made = frame(library, id=list("abcd"), settlement=["urban"] * 4, services=[[], None, ["x", "x"], ["x"]])

    [found] = faults({"community": made})

    assert found.startswith("community: column 'services': row 3: expected one of ")
    assert found.endswith("got 'x' (2 rows)")


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_lists_of_lists(library: str) -> None:
    """They are no lists of terms."""
    made = frame(library, id=["a"], settlement=["urban"], services=[[["x"]]])

    assert faults({"community": made}) == [
        "community: column 'services': expected lists of terms, got a column of something else (List(List(String)))"
    ]


def test_views_of_texts() -> None:
    """The texts of PyArrow that few of its functions take are texts."""
    view = pa.string_view()
    made = pa.table(
        {"id": pa.array(["a"], view), "城乡类型": pa.array(["城市"], view), "户数": pa.array(["2350"], view)}
    )

    report = cr.audit_table(made, BOOK, on=ON)

    assert report.words("community-size-urban") == ["passed"]
    assert report.long()["entity"][0].as_py() == "a"
    assert report.extract("community-size-urban", "passed")["id"].to_pylist() == ["a"]


# -- ids and events ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_ids_that_cannot_be_seen(library: str) -> None:
    """A blank is no id, as of an entity, and two blanks are not one id given twice."""
    made = frame(library, id=["a", "", "  ", ""], households=[1, 2, 3, 4])

    assert faults({"community": made}) == ["community: column 'id': 3 rows have no id"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_ids_in_floats(library: str) -> None:
    """Whole numbers are ids; halves are not, and neither is what floats cannot tell apart."""
    halves = frame(library, id=[1.0, 2.5, inf])
    large = frame(library, id=[2**60, 2**60 + 1])
    grids = frame(library, id=["g"], community_id=[float(2**60)])

    assert faults({"community": halves}) == [
        "community: column 'id': row 2: expected ids as text or whole numbers, got 2.5",
        (
            "community: column 'id': row 3: numbers as large as this cannot be told apart; expected ids as text or "
            "whole numbers, got inf"
        ),
    ]
    assert faults({"community": large, "grid": grids}) == [
        (
            "grid: column 'community_id': row 1: numbers as large as this cannot be told apart; expected ids as text "
            "or whole numbers, got 1.152921504606847e+18"
        )
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_whole_numbers_that_floats_do_not_have(library: str) -> None:
    """Whole ids are joined as whole numbers, and a number that is too large for its field is told, not raised."""
    ids = [2**60, 2**60 + 1, 5]
    communities = frame(library, id=ids)
    grids = frame(library, id=["f", "g"], community_id=[2**60 + 1, 5])
    floats = frame(library, id=["f", "g"], community_id=[5.0, None])

    by_whole = cr.audit_tables({"community": communities, "grid": grids}, BOOK, on=ON)
    by_float = cr.audit_tables({"community": communities, "grid": floats}, BOOK, on=ON)

    assert by_whole._source.holders("grid", "community").tolist() == [1, 2]
    assert by_float._source.holders("grid", "community").tolist() == [2, -1]
    assert faults({"community": frame(library, id=["a"], households=[2**60])}) == [
        "community: column 'households': row 1: expected at most 1e+15 households, got 1.15292e+18"
    ]


def test_two_columns_of_ids_of_one_holder() -> None:
    """A column of names beside one of ids says nothing new; a second one of ids may say another thing."""
    names = pl.DataFrame({"id": ["g"], "社区": ["甲"], "community_id": ["a"]})
    twice = pl.DataFrame({"id": ["g"], "社区编号": ["b"], "community_id": ["a"]})

    cr.audit_tables({"community": COMMUNITIES, "grid": names}, BOOK, on=ON)
    assert faults({"community": COMMUNITIES, "grid": twice}) == [
        "grid: column 'community_id': says the same as the column '社区编号'"
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_events_of_which_something_is_not_known(library: str) -> None:
    """They could be of any kind or day, and to leave them out would say that there are none."""
    frames = {
        "community": frame(library, id=["a"]),
        "event": frame(library, community_id=["a", "a"], kind=["funds-publication", "未知"], on=["不详", "2015-08-01"]),
    }

    assert faults(frames) == [
        "event: column 'kind': row 2: an event that is not known cannot be counted, got '未知'",
        "event: column 'on': row 1: an event that is not known cannot be counted, got '不详'",
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_segments_come_in_the_order_of_their_rows(library: str) -> None:
    """A summary is the same each time; what is of no segment comes last."""
    names = [None, *(f"r{number * 7 % 40}" for number in range(40))]
    made = frame(library, id=list(range(41)), region=names)

    summary = nw.from_native(cr.audit_table(made, BOOK, on=ON, segments=["region"]).summary("region"), eager_only=True)

    found = [name if isinstance(name, str) else None for name in summary["region"].to_list()[:41]]
    assert found == [*names[1:], None]


# -- rows and columns that are something else ----------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_rows_that_add_up_others(library: str) -> None:
    """A sheet of communities often ends in their sum, which is none of them."""
    made = frame(library, id=["a", "b", "c", "合 计"], name=["x", None, "y", "z"], households=[1, 2, 3, 6])
    named = frame(library, id=["1", "2"], name=["Total", "x"])

    sums = "looks like a sum of other rows; take the row out"
    assert faults({"community": made, "county": named}) == [
        f"community: column 'id': row 4: '合 计' {sums}",
        f"county: column 'name': row 1: 'Total' {sums}",
    ]


@pytest.mark.parametrize("library", [*LIBRARIES, "lazy"])
def test_a_fact_that_is_a_segment_in_another_audit(library: str) -> None:
    """What a column says does not change because results are grouped by it."""

    def words(**how: Any) -> list[str]:  # noqa: ANN401  as `audit_table` takes it
        made = COMMUNITIES.lazy() if library == "lazy" else frame(library, **COMMUNITIES.to_dict(as_series=False))
        wide = cr.audit_table(made, BOOK, on=ON, **how).wide(requirements=[RULE])
        found: list[str] = nw.from_native(wide).lazy().collect("polars")[RULE].to_list()
        return found

    for _ in range(2):
        assert words() == ["failed", "failed"]
        assert words(segments=["facility_area"]) == ["failed", "failed"]


@pytest.mark.parametrize("library", ["polars", "pyarrow", "lazy"])
@pytest.mark.parametrize("cell", [[1], {"a": 1}])
def test_segments_of_lists_and_records(library: str, cell: Any) -> None:  # noqa: ANN401  a cell
    """Results are not grouped by them, which is said in the words of no library."""
    made = COMMUNITIES.with_columns(part=pl.Series([cell, cell]))
    given = {"polars": made, "lazy": made.lazy(), "pyarrow": made.to_arrow()}[library]
    report = cr.audit_table(given, BOOK, on=ON, segments=["part"])

    with pytest.raises(KindMismatchError, match=r"the column 'part' of community holds .*: results are grouped by"):
        report.summary("part")


@pytest.mark.parametrize("cell", [[1], {"a": 1}])
def test_segments_of_objects(cell: Any) -> None:  # noqa: ANN401  a cell
    """Pandas does not tell by the type what they are."""
    made = pd.DataFrame({"id": ["a", "b"], "part": pd.Series([cell, cell], dtype=object)})

    with pytest.raises(KindMismatchError, match=r"the column 'part' of community holds .*: results are grouped by"):
        cr.audit_table(made, BOOK, on=ON, segments=["part"]).summary("part")


EITHER = pa.UnionArray.from_sparse(pa.array([0, 1], pa.int8()), [pa.array([1, 2]), pa.array(["x", "y"])])

UNGROUPED: dict[str, tuple[Any, str]] = {
    "views of lists": (pa.array([[1], [2]], pa.list_view(pa.int64())), "list_view<item: int64>"),
    "long views of lists": (pa.array([[1], [2]], pa.large_list_view(pa.int64())), "large_list_view<item: int64>"),
    "one type or another": (EITHER, "sparse_union<0: int64=0, 1: string=1>"),
    "lists in which nothing stands": (pa.nulls(2, pa.list_(pa.int64())), "List(Int64)"),
}


@pytest.mark.parametrize(("cells", "held"), UNGROUPED.values(), ids=UNGROUPED)
@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_segments_that_arrow_does_not_tell_apart(library: str, cells: Any, held: str) -> None:  # noqa: ANN401  an array
    """What PyArrow cannot group by is refused in both languages, in its own frames and in those of pandas."""
    given: Any = pa.table({"id": ["a", "b"], "part": cells})
    if library == "pandas":
        given = pd.DataFrame({"id": ["a", "b"], "part": pd.arrays.ArrowExtensionArray(pa.chunked_array([cells]))})
        held += "" if held.startswith("List(") else "[pyarrow]"

    with pytest.raises(KindMismatchError) as caught:
        cr.audit_table(given, BOOK, on=ON, segments=["part"]).summary("part")

    assert caught.value.text("en") == (
        f"the column 'part' of community holds {held}: results are grouped by texts, numbers, truths and days"
    )
    assert caught.value.text("zh") == f"社区的列 'part' 的类型是 {held}：结果只能按文字、数、是否和日期分组"


@pytest.mark.parametrize("cells", [[object(), object()], [b"a", b"\xff"]], ids=["objects", "bytes"])
def test_segments_that_polars_does_not_tell_apart(cells: list[Any]) -> None:
    """What Polars cannot write as text is refused in words of our own."""
    made = COMMUNITIES.head(2).with_columns(part=pl.Series(cells))

    with pytest.raises(KindMismatchError, match=r"the column 'part' of community holds (Object|Binary): results are"):
        cr.audit_table(made, BOOK, on=ON, segments=["part"]).summary("part")


def test_a_fact_by_which_queries_are_not_grouped() -> None:
    """Lists are refused too where a column is asked for by its field, and has a header of another name."""
    made = COMMUNITIES.with_columns(服务项目=pl.Series([["教育"], []]))

    with pytest.raises(KindMismatchError) as caught:
        cr.audit_table(made.lazy(), BOOK, on=ON).summary("services")

    assert caught.value.text("zh") == (
        "社区的列 '服务项目' 的类型是列表（List(String)）：结果只能按文字、数、是否和日期分组"
    )
