"""What is wrong with the rows of lazy frames, as a query that somebody may run: it cannot be known before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.entities.headers import TOTALS
from civic_rules.errors import shown
from civic_rules.tables.layout import EVENT, list_of
from civic_rules.tables.lazy.engine import ID, KEY
from civic_rules.tables.lazy.meaning import is_yes
from civic_rules.tables.ops import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.tables.lazy.engine import LazyEngine
    from civic_rules.tables.lazy.frames import LazyTable

    Frame = nw.LazyFrame[Any]


def faults(engine: LazyEngine) -> Frame:
    """One row a fault: the frame, what is wrong, in how many rows, and one of the values."""
    found = [frame for table in engine.source.tables.values() for frame in _of_table(engine, table)]
    return together(found)


def together(frames: list[Frame]) -> Frame:
    """Frames one after the other, by halves: engines bind a query of many parts as deep as it is nested."""
    if len(frames) == 1:
        return frames[0]
    half = len(frames) // 2
    return nw.concat([together(frames[:half]), together(frames[half:])])


def _of_table(engine: LazyEngine, table: LazyTable) -> Iterator[Frame]:
    yield from _cells(table)
    if table.kind != EVENT:
        yield from _ids(table)
        yield from _totals(table)
    for holder, place in engine.source.named(table.kind):
        where = f"column {shown(place.header)}"
        yield _orphans(engine, table, holder, where)
        for way in engine.source.ways(table.kind, holder):
            yield _contradictions(engine, table, holder, way, where)
        name = list_of(holder, table.kind)
        if name in engine.source.tables[holder].layout.lists:
            yield _unlisted(engine, holder, table.kind, name)


def _fault(frame: Frame, kind: str, message: str, example: nw.Expr) -> Frame:
    """The rows of a frame, each of which has a fault, as one row; none where there is no such row."""
    rows, value = nw.len().cast(nw.Int64), nw.col("example").min()
    summed = frame.select(example=example.cast(nw.String)).select(rows=rows, example=value)
    texts = {"frame": nw.lit(kind), "fault": nw.lit(message)}
    return summed.with_columns(**texts).select("frame", "fault", "rows", "example").filter(nw.col("rows") > 0)


def _cells(table: LazyTable) -> Iterator[Frame]:
    """Cells that cannot be used or contradict each other: the frame is read once for all of its columns."""
    checks = list(table.border.checks.values())
    if not checks:
        return
    sums: dict[str, nw.Expr] = {}
    each = []
    for number, check in enumerate(checks):
        wrong, value = is_yes(check.wrong), table.border.cell(check.header)
        value = value.list.get(0) if table.border.sort(check.header) == "list" else value
        sums[f"{number} rows"] = nw.when(wrong).then(1).otherwise(0)
        sums[f"{number} example"] = nw.when(wrong).then(value.cast(nw.String))
        fault = nw.lit(f"column {shown(check.header)}: {check.message}")
        each.append(nw.struct(fault=fault, rows=nw.col(f"{number} rows"), example=nw.col(f"{number} example")))
    added = [nw.col(name).sum().cast(nw.Int64) if name.endswith("rows") else nw.col(name).min() for name in sums]
    found = table.frame.select(**sums).select(*added).select(found=nw.list(*each)).explode("found")
    fields = {name: nw.col("found").struct.field(name) for name in ("fault", "rows", "example")}
    yield found.select(frame=nw.lit(table.kind), **fields).filter(nw.col("rows") > 0)


def _ids(table: LazyTable) -> Iterator[Frame]:
    """Rows without an id, and ids that are given more than once."""
    where, ids = f"column {shown(table.identity)}", table.border.cell(table.identity)
    yield _fault(table.frame.filter(ids.is_null()), table.kind, f"{where}: rows have no id", ids)
    keys = table.frame.select(**{KEY: table.key(table.identity)}).filter(~nw.col(KEY).is_null())
    counted = keys.group_by(KEY).agg(nw.len().alias("many"))
    twice = counted.filter(nw.col("many") > 1)
    yield _fault(twice, table.kind, f"{where}: ids must be unique; these are given more than once", nw.col(KEY))


def _totals(table: LazyTable) -> Iterator[Frame]:
    """Rows that add up the others."""
    for name in ("id", "name"):
        place = table.layout.facts.get(name)
        if place is not None and table.border.sort(place.header) == "text":
            text = table.border.cell(place.header).cast(nw.String)
            word = text.str.replace_all(" ", "", literal=True).str.to_lowercase()
            sums = table.frame.filter(word.is_in(sorted(TOTALS)))
            message = f"column {shown(place.header)}: rows look like sums of others; take them out"
            yield _fault(sums, table.kind, message, text)


def _orphans(engine: LazyEngine, table: LazyTable, holder: str, where: str) -> Frame:
    """Rows that name a holder that no row of its frame is."""
    named = f"in {holder}"
    rows = engine.rows(table.kind, {}).filter(~nw.col(named).is_null())
    above = engine.rows(holder, {}).select(KEY)
    lost = rows.select(named).join(above, left_on=named, right_on=KEY, how="anti")
    return _fault(lost, table.kind, f"{where}: rows name a {holder} that no row of its frame is", nw.col(named))


def _contradictions(engine: LazyEngine, table: LazyTable, holder: str, way: str, where: str) -> Frame:
    """Rows that name a street of one county, and another county."""
    above = engine.rows(way, {}, holders=[holder]).select(above=nw.col(KEY), through=nw.col(f"under {holder}"))
    rows = engine.rows(table.kind, {}).select(f"in {holder}", f"in {way}")
    both = rows.join(above, left_on=f"in {way}", right_on="above", how="inner")
    wrong = both.filter(nw.col(f"in {holder}") != nw.col("through"))
    message = f"{where}: another {holder} than that of the {way} that it names"
    return _fault(wrong, table.kind, message, nw.col(f"in {holder}"))


def _unlisted(engine: LazyEngine, holder: str, of: str, name: str) -> Frame:
    """Entities whose members are given although their list is said not to be known."""
    graph = Graph()
    members = graph.make("total", graph.literal(1), params=(of, True), kind=holder)
    wanted = {"members": members, "listed": graph.make("listed", params=(name,), kind=holder)}
    rows = engine.rows(holder, wanted)
    wrong = rows.filter((nw.col("members") > 0) & ~is_yes(nw.col("listed")))
    header = engine.source.tables[holder].layout.lists[name].header
    message = f"column {shown(header)}: the list is said not to be known, but the frame of {of} has members"
    return _fault(wrong, holder, message, nw.col(ID))
