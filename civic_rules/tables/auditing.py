"""The audit of tables: every requirement of some rulebooks, asked of every row of some frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civic_rules.audit.auditing import books_of, context_of
from civic_rules.errors import KindMismatchError, shown
from civic_rules.messages import said
from civic_rules.tables.arguments import SEGMENTS, check_kinds, frames_of, names_of
from civic_rules.tables.engine import Engine
from civic_rules.tables.lazy import LazyReport, LazySource, is_lazy
from civic_rules.tables.plans import plan
from civic_rules.tables.results import TableReport
from civic_rules.tables.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from civic_rules.rules import Rulebook


def audit_table(  # noqa: PLR0913  all but two are named
    frame: Any,  # noqa: ANN401  a frame of any library
    rulebook: Rulebook | Iterable[Rulebook],
    *,
    on: date | str,
    subject: str = "community",
    readings: Mapping[str, str] | None = None,
    segments: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Any:  # noqa: ANN401  a `TableReport`, or a `LazyReport` of lazy frames
    """Judge every row of a frame by the requirements of one or several rulebooks.

    Args:
        frame: A frame of Polars, pandas or PyArrow: one entity a row, its facts in columns with English or Chinese
            headers. It is not changed. Or a query that has not run: a DuckDB relation, a PySpark DataFrame, a Polars
            LazyFrame.
        rulebook: One rulebook, or several.
        on: The day as of which is judged.
        subject: What a row is.
        readings: The options to take where a text leaves a choice.
        segments: Columns by which results are to be grouped; those that hold no facts may have any name.
        progress: Called with the rows that are done, and all rows, now and then; of queries it is not, for they run
            in their own engine.

    Returns:
        The report, a `TableReport`; of a query a `LazyReport`, whose frames are queries of the same engine. What
        rules ask of members and holders is not known: see `audit_tables`.

    Raises:
        InvalidTableError: The frame has faults; all of them are listed.
        UnsupportedFrameError: It is no frame with its data in memory, and no query.
        UnknownReadingError: A reading is named that none of the rulebooks has, or an option that it has not.

    Examples:
        >>> import polars as pl
        >>> import civic_rules as cr
        >>> frame = pl.DataFrame({"编号": ["c1", "c2"], "户数": [2350, 1500], "服务用房面积": [455.0, None]})
        >>> report = cr.audit_table(frame, cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> report.words("facility-required-area"), report.shortfalls["facility-required-area"].tolist()
        (['failed', 'cannot_tell'], [15.0, nan])
    """
    check_kinds([subject])
    return audit_tables({subject: frame}, rulebook, on=on, readings=readings, segments=segments, progress=progress)


def audit_tables(  # noqa: PLR0913  all but two are named
    frames: Mapping[str, Any],
    rulebook: Rulebook | Iterable[Rulebook],
    *,
    on: date | str,
    readings: Mapping[str, str] | None = None,
    segments: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Any:  # noqa: ANN401  a `TableReport`, or a `LazyReport` of lazy frames
    """Judge the rows of several frames that belong together: communities, their grids, the city that they lie in.

    Args:
        frames: Frames by what a row of them is: community, grid, city ... or event. A column such as `community_id`
            says in which entity of another frame one lies. A frame that is given is complete; where there is none,
            an entity does not know its members. All are in memory, or all are queries of one engine.
        rulebook: One rulebook, or several.
        on: The day as of which is judged.
        readings: The options to take where a text leaves a choice.
        segments: Columns by which results are to be grouped; those that hold no facts may have any name.
        progress: Called with the rows that are done, and all rows, now and then; of queries it is not, for they run
            in their own engine.

    Returns:
        The report: a `TableReport`, or a `LazyReport` of queries.

    Raises:
        InvalidTableError: The frames have faults; all of them are listed. Of a query only headers and types can have.
        UnsupportedFrameError: Something is no frame with its data in memory, and no query of the engine of the others.
        UnknownNameError: There is no such kind of entity.
        KindMismatchError: Something else is of another kind than it should be.
        UnknownReadingError: A reading is named that none of the rulebooks has, or an option that it has not.
    """
    frames, books = frames_of(frames), books_of(rulebook)
    _check(progress)
    context, kept = context_of(books, on, readings), names_of(segments, SEGMENTS)
    if any(map(is_lazy, frames.values())):
        return LazyReport.of(books, context, LazySource(frames, kept))
    source = Source(frames, kept)
    made = plan(books, context, source, source.headers)
    source.check()
    report = TableReport(made, source, Engine(source, progress))
    source.check_cells()
    return report


def _check(progress: object) -> None:
    """Check that progress can be told."""
    if progress is not None and not callable(progress):
        message = said(
            "progress: expected a function of the rows that are done and of all rows, got {given}",
            "progress：应为以已完成行数和总行数为参数的函数，实为 {given}",
            given=shown(progress),
        )
        raise KindMismatchError(message)
