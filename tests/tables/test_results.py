"""The report of tables: arrays, frames of the library that the data came in, summaries and pipelines."""

from __future__ import annotations

import pickle
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import civic_rules as cr
from civic_rules.errors import AmbiguousKeyError, ToleranceExceededError, UnknownNameError, UnknownRequirementError
from civic_rules.messages import both
from civic_rules.tables import ToleranceWarning, plans

BOOK = cr.load("yancheng-2013-6")
KEY = "facility-required-area"
ON = "2015-12-31"
LIBRARIES = ("polars", "pandas", "pyarrow")

DATA: dict[str, list[Any]] = {
    "id": ["c1", "c2", "c3", "c4"],
    "households": [2350, 2350, None, 1000],
    "facility_area": [455.0, 470.0, 300.0, None],
    "county_id": ["k1", "k1", "k2", None],
    "region": ["north", None, "north", "south"],
}


def audited(library: Any = "polars", **how: Any) -> cr.TableReport:  # noqa: ANN401  as `audit_table` takes it
    """The report of four communities."""
    made = nw.from_dict(DATA, backend=library).to_native()
    report: cr.TableReport = cr.audit_table(made, BOOK, on=ON, segments=["region"], **how)
    return report


def rows(native: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  of a library
    """The rows of a frame, None for NaN."""
    found = nw.from_native(native).rows()
    return [tuple(None if one != one else one for one in row) for row in found]  # noqa: PLR0124  NaN


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_same_kind_of_frame_comes_back(library: str) -> None:
    """Whatever is asked for is of the library that the data came in."""
    report = audited(library)

    made = [report.long(), report.wide(), report.summary(), report.summary("region"), report.extract(KEY)]
    assert {nw.from_native(one).implementation.value for one in made} == {library}


@pytest.mark.parametrize("library", LIBRARIES)
def test_long(library: str) -> None:
    """A row a finding, of the verdicts that are asked for."""
    found = nw.from_native(audited(library).long(requirements=[KEY], verdicts=["failed", "cannot_tell"]))

    names = ["entity_kind", "entity", "verdict", "measured", "limit", "shortfall", "is_breach"]
    assert rows(found.select(names).to_native()) == [
        ("community", "c1", "failed", 455, 470, 15, True),
        ("community", "c3", "failed", 300, None, 100, True),
        ("community", "c4", "cannot_tell", None, 400, None, False),
    ]


def test_days_have_columns_of_their_own() -> None:
    """A rule on days measures days, and what is late is counted in days."""
    facts = {"has_facility": [False], "has_recent_project": [False], "gap_plan.completed": ["2013-04-12"]}
    report = cr.audit_table(pl.DataFrame({"id": ["c"], **facts}), BOOK, on=ON)

    row = report.long(requirements=["gap-community-plan"]).row(0, named=True)

    assert (str(row["measured_day"]), str(row["limit_day"]), row["shortfall"]) == ("2013-04-12", "2013-03-31", 12)
    assert (row["measured"], row["limit"]) == (None, None)


@pytest.mark.parametrize("library", LIBRARIES)
def test_wide(library: str) -> None:
    """A row an entity: its id, what was kept, and a verdict and a shortfall a requirement."""
    found = nw.from_native(audited(library).wide(requirements=[KEY]))

    assert found.columns == ["entity", "region", KEY, f"{KEY}.shortfall"]
    assert rows(found.to_native())[:2] == [("c1", "north", "failed", 15), ("c2", None, "passed", None)]


def test_wide_of_several_rulebooks() -> None:
    """Keys of several rulebooks are told apart by their whole ids."""
    made = pl.DataFrame(DATA)
    report = cr.audit_table(made, [BOOK, cr.load("yantai-2023")], on=ON, segments=["region"])

    assert f"yancheng-2013-6/{KEY}" in report.wide().columns


@pytest.mark.parametrize("library", LIBRARIES)
def test_extract(library: str) -> None:
    """The rows of the user's frame that fail, with figures beside them."""
    found = nw.from_native(audited(library).extract(KEY))

    assert found.columns == [*DATA, "verdict", "measured", "limit", "shortfall", "is_breach"]
    assert found["id"].to_list() == ["c1", "c3"]
    assert found["shortfall"].to_list() == [15, 100]


@pytest.mark.parametrize("library", LIBRARIES)
def test_summary(library: str) -> None:
    """Counts over all, by a column, and by several columns; what has no segment is counted too."""
    report = audited(library)

    def counted(by: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  as `summary` takes it
        found = nw.from_native(report.summary(by))
        of = found.filter(nw.col("requirement") == f"yancheng-2013-6/{KEY}")
        return rows(of.drop("entity_kind", "requirement").to_native())

    assert counted(()) == [(1, 2, 1, 0, 2)]
    assert sorted(counted("region"), key=str) == [
        ("north", 0, 2, 0, 0, 2),
        ("south", 0, 0, 1, 0, 0),
        (None, 1, 0, 0, 0, 0),
    ]
    assert ("k1", "north", 0, 1, 0, 0, 1) in counted(["county_id", "region"])


@pytest.mark.parametrize("library", [*LIBRARIES, "lazy"])
@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        ([True, None, False, True], ["false", "true", None]),
        ([1.5, float("nan"), None, 1.5], ["1.5", None]),
        (["x", None, "y", "x"], ["x", "y", None]),
    ],
)
def test_segments_have_one_name_in_every_library(library: str, cells: list[Any], labels: list[str | None]) -> None:
    """Truths are true and false, and what is not known is one segment, NaN or not."""
    made = pl.DataFrame({"id": DATA["id"], "part": cells})
    frame = {"polars": lambda: made, "pandas": made.to_pandas, "pyarrow": made.to_arrow, "lazy": made.lazy}[library]()

    found = nw.from_native(cr.audit_table(frame, BOOK, on=ON, segments=["part"]).summary("part")).lazy().collect()

    names = {None if one is None or one != one else str(one) for one in found["part"].to_list()}  # noqa: PLR0124  NaN
    assert names == set(labels)
    assert len(found) == len(labels) * found["requirement"].n_unique()


def test_findings_of_two_audits_in_one_frame() -> None:
    """Frames of Polars are put below each other, joined and filtered by the texts of ids, whatever was asked."""
    first, second = audited(), cr.audit_table(pl.DataFrame({"id": ["c9"]}), cr.load("yantai-2023"), on=ON)

    both_of_them = pl.concat([first.long(), second.long()])

    assert set(both_of_them["requirement"].str.split("/").list.first()) == {"yancheng-2013-6", "yantai-2023"}
    assert both_of_them.schema["entity_kind"] == pl.String


@pytest.mark.parametrize("is_lazy", [False, True])
def test_requirements_of_another_kind(*, is_lazy: bool) -> None:
    """What is asked of a county is not left out in silence where communities are asked for."""
    frames: dict[str, Any] = {"community": pl.DataFrame({"id": ["c1"]}), "county": pl.DataFrame({"id": ["k1"]})}
    given = {kind: frame.lazy() for kind, frame in frames.items()} if is_lazy else frames
    report = cr.audit_tables(given, BOOK, on=ON)
    keys = [KEY, "layout-plan-deadline"]

    with pytest.raises(UnknownRequirementError, match="'layout-plan-deadline' is asked of a county, not of a"):
        report.wide("community", requirements=keys)
    with pytest.raises(UnknownRequirementError, match="'layout-plan-deadline' is asked of a county, not of a"):
        report.long(kind="community", requirements=keys)
    assert len(nw.from_native(report.long(requirements=keys)).lazy().collect()) == 2


@pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, lambda: pa.table({})])
def test_extract_of_a_frame_without_columns(make: Any) -> None:  # noqa: ANN401  makes a frame
    """No row has failed, and the columns of the findings are there."""
    found = nw.from_native(cr.audit_table(make(), BOOK, on=ON).extract(KEY), eager_only=True)

    assert (len(found), found.columns) == (0, ["verdict", "measured", "limit", "shortfall", "is_breach"])


def test_summary_by_holder() -> None:
    """A kind of holder that has a frame is a segment, however far above it lies."""
    frames = {
        "county": pl.DataFrame({"id": ["k1", "k2"]}),
        "street": pl.DataFrame({"id": ["s1", "s2"], "county_id": ["k1", "k2"]}),
        "community": pl.DataFrame(
            {"id": ["a", "b", "c"], "street_id": ["s1", "s2", "s2"], "social_organisations": [3, 8, 2]}
        ),
    }
    report = cr.audit_tables(frames, BOOK, on=ON)

    found = report.summary("county", kind="community")

    of = found.filter(pl.col("requirement") == "yancheng-2013-6/social-organisations-per-community")
    assert of.select("county", "passed", "failed").rows() == [("k1", 0, 1), ("k2", 1, 1)]


def test_counts() -> None:
    """Of one requirement and of all."""
    report = audited()

    assert report.counts(KEY) == {"passed": 1, "failed": 2, "cannot_tell": 1, "inapplicable": 0}
    assert sum(report.counts().values()) == 4 * len(report.verdicts)


@pytest.mark.parametrize("library", LIBRARIES)
def test_arrays_are_not_written_to(library: str) -> None:
    """Nobody changes a report by what it hands out, whether an array has a number a row or one for all."""
    report = audited(library)

    for name in ("verdicts", "shortfalls", "measured", "limits", "breaches"):
        for array in getattr(report, name).values():
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1


def test_frames_of_pandas_are_the_users() -> None:
    """Frames of results are written to as any other, and the report stays as it was."""
    report = audited("pandas")
    before = report.words(KEY), report.breaches[KEY].tolist(), report.shortfalls[KEY].tolist()

    for made in (report.long(requirements=[KEY]), report.wide(requirements=[KEY]), report.extract(KEY)):
        for name in {KEY, "verdict"} & set(made.columns):
            made.loc[0, name] = "passed"
        for name in {f"{KEY}.shortfall", "shortfall"} & set(made.columns):
            made.loc[0, name] = 7.0
        if "is_breach" in made.columns:
            made.loc[0, "is_breach"] = False

    assert before[:2] == (report.words(KEY), report.breaches[KEY].tolist())
    np.testing.assert_array_equal(before[2], report.shortfalls[KEY])


def test_what_was_not_judged() -> None:
    """Requirements without a frame are listed with the reason, and columns that are missing once."""
    report = audited()

    reason = "it is asked of a county, and no frame of that kind was given"
    assert report.not_expressible["yancheng-2013-6/layout-plan-deadline"] == reason
    assert set(report.not_expressible) | set(report.verdicts) == {rule.id for rule in BOOK}
    assert "volunteers" in report.missing_columns["community"]
    assert "households" not in report.missing_columns["community"]
    with pytest.raises(UnknownRequirementError, match="was not judged: it is asked of a county"):
        report.verdicts["layout-plan-deadline"]
    with pytest.raises(UnknownRequirementError, match="did you mean"):
        report.verdicts["facility-required-aria"]


def test_a_key_that_several_rulebooks_have() -> None:
    """The whole id says which is meant."""
    document = BOOK.document.model_copy(update={"id": "again-2013"})
    rule = BOOK[KEY]
    source = rule.source.model_copy(update={"document": "again-2013"})
    again = cr.Rulebook(document, (rule.model_copy(update={"source": source, "restated_in": ()}),))
    report = cr.audit_table(pl.DataFrame(DATA), [BOOK, again], on=ON, segments=["region"])

    with pytest.raises(AmbiguousKeyError, match=f"again-2013/{KEY}"):
        report.verdicts[KEY]
    np.testing.assert_array_equal(report.verdicts[f"again-2013/{KEY}"], report.verdicts[f"{BOOK.id}/{KEY}"])


def test_tolerance() -> None:
    """Two of three that could be told fail: a warning up to the share that is an error."""
    report = audited()

    with pytest.raises(
        ToleranceExceededError, match=f"more than 10.0% fail of 1 requirement\n  {BOOK.id}/{KEY}: 66.7%"
    ):
        report.assert_within()
    with pytest.warns(ToleranceWarning, match="more than 50.0% fail"):
        report.assert_within(warn=0.5, fail=0.7)
    report.assert_within(warn=0.7, fail=0.7)
    report.assert_within(requirements=["social-organisations-per-community"])


def test_errors_survive_a_pickle() -> None:
    """A pipeline on several processes brings them back whole."""
    error = ToleranceExceededError(both("too many", "太多"), {"key": 0.5})
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own

    assert (str(again), again.text("zh"), again.shares) == ("too many", "太多", {"key": 0.5})


def test_progress() -> None:
    """Somebody who waits is told how many rows are done, and of how many."""
    told: list[tuple[int, int]] = []
    made = pl.DataFrame({"id": range(200_000), "social_organisations": [5, 4] * 100_000})

    report = cr.audit_table(made, BOOK, on=ON, progress=lambda done, rows: told.append((done, rows)))

    assert told[-1] == (200_000, 200_000)
    assert len(told) > 1
    assert report.counts("social-organisations-per-community")[cr.Verdict.FAILED] == 100_000
    assert report.breach_counts[f"{BOOK.id}/social-organisations-per-community"] == 100_000


def test_one_kind_must_be_meant() -> None:
    """Where several were judged, a frame is of one."""
    frames = cr.to_tables(cr.examples.yancheng_district())
    report = cr.audit_tables(frames, BOOK, on=ON)

    with pytest.raises(UnknownNameError, match="say of which kind"):
        report.wide()
    with pytest.raises(UnknownNameError, match="has no column 'regions'"):
        audited().summary("regions")


def test_plans_are_kept_for_the_same_headers() -> None:
    """Another frame with the same headers takes the plan; one whose members are known to another extent does not."""
    first, second = (cr.audit_table(pl.DataFrame({"id": ["a"], "workers": [n]}), BOOK, on=ON) for n in (1, 2))
    assert first.plan is second.plan

    def with_lists(known: bool) -> cr.TableReport:  # noqa: FBT001  a column
        grids = pl.DataFrame({"id": [], "community_id": []}, schema={"id": pl.String, "community_id": pl.String})
        communities = pl.DataFrame({"id": ["a"], "grids": [known]})
        made: cr.TableReport = cr.audit_tables({"community": communities, "grid": grids}, BOOK, on=ON)
        return made

    assert with_lists(known=True).plan is not with_lists(known=False).plan


def test_a_plan_that_another_thread_lets_go() -> None:
    """While one thread looks for a plan, others may let it go: it is made, and served, nevertheless."""

    class Segment(str):
        """A header at whose every second look all plans are gone."""

        __slots__ = ("looks",)
        looks: int

        def __hash__(self) -> int:
            self.looks = getattr(self, "looks", 0) + 1
            if self.looks % 2 == 0:
                plans._kept.clear()
            return hash(str(self))

    report = audited()
    headers = ("community", Segment("region"))

    found = [plans.plan((BOOK,), report.plan.context, report._source, (headers,)) for _ in range(2)]

    assert [len(one.rules) for one in found] == [len(report.plan.rules)] * 2
