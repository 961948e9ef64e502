"""What is wrong with the rows of lazy frames, as a query that somebody may run: it cannot be known before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.entities.headers import TOTALS
from civic_rules.errors import shown
from civic_rules.messages import Message, both, said
from civic_rules.tables.layout import EVENT, called, list_of
from civic_rules.tables.lazy.engine import ID, KEY
from civic_rules.tables.lazy.meaning import is_yes
from civic_rules.tables.ops import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.tables.lazy.engine import LazyEngine
    from civic_rules.tables.lazy.frames import LazyTable

    Frame = nw.LazyFrame[Any]


Found = tuple["Frame", Sequence[Message]]
"""A query of faults, and what it may say."""


def faults(engine: LazyEngine, told: dict[str, Message] | None = None) -> Frame:
    """One row a fault: the frame, what is wrong, in how many rows, and one of the values.

    Args:
        engine: The engine of the frames.
        told: Takes what the query may say, by its English, which the query has.
    """
    found = [one for table in engine.source.tables.values() for one in _of_table(engine, table)]
    if told is not None:
        told.update((str(message), message) for _, messages in found for message in messages)
    if not found:  # of frames of which nothing is asked
        kind, table = next(iter(engine.source.tables.items()))
        found = [_fault(table.frame.head(0).select(example=nw.nth(0)), kind, Message(), nw.col("example"))]
    return together([frame for frame, _ in found])


def together(frames: list[Frame]) -> Frame:
    """Frames one after the other, by halves: engines bind a query of many parts as deep as it is nested."""
    if len(frames) == 1:
        return frames[0]
    half = len(frames) // 2
    return nw.concat([together(frames[:half]), together(frames[half:])])


def _of_table(engine: LazyEngine, table: LazyTable) -> Iterator[Found]:
    yield from _cells(table)
    if table.kind != EVENT:
        yield from _ids(table)
        yield from _totals(table)
    for holder, place in engine.source.named(table.kind):
        where = _where(place.header)
        yield _orphans(engine, table, holder, where)
        for way in engine.source.ways(table.kind, holder):
            yield _contradictions(engine, table, holder, way, where)
        name = list_of(holder, table.kind)
        if name in engine.source.tables[holder].layout.lists:
            yield _unlisted(engine, holder, table.kind, name)


def _where(header: object) -> Message:
    return said("column {header}: ", "{header} 列：", header=shown(header))


def _fault(frame: Frame, kind: str, message: Message, example: nw.Expr) -> Found:
    """The rows of a frame, each of which has a fault, as one row; none where there is no such row."""
    rows, value = nw.len().cast(nw.Int64), nw.col("example").min()
    summed = frame.select(example=example.cast(nw.String)).select(rows=rows, example=value)
    texts = {"frame": nw.lit(kind), "fault": nw.lit(str(message))}
    found = summed.with_columns(**texts).select("frame", "fault", "rows", "example").filter(nw.col("rows") > 0)
    return found, [message]


def _cells(table: LazyTable) -> Iterator[Found]:
    """Cells that cannot be used or contradict each other: the frame is read once for all of its columns."""
    checks = list(table.border.checks.values())
    if not checks:
        return
    sums: dict[str, nw.Expr] = {}
    each, messages = [], []
    for number, check in enumerate(checks):
        wrong, is_list = is_yes(check.wrong), table.border.sort(check.header) == "list"
        value = table.border.lists(check.header).list.get(0) if is_list else table.border.cell(check.header)
        sums[f"{number} rows"] = nw.when(wrong).then(1).otherwise(0)
        sums[f"{number} example"] = nw.when(wrong).then(value.cast(nw.String))
        messages.append(_where(check.header) + check.message)
        fault = nw.lit(str(messages[-1]))
        each.append(nw.struct(fault=fault, rows=nw.col(f"{number} rows"), example=nw.col(f"{number} example")))
    added = [nw.col(name).sum().cast(nw.Int64) if name.endswith("rows") else nw.col(name).min() for name in sums]
    found = table.prepared.select(**sums).select(*added).select(found=nw.list(*each)).explode("found")
    fields = {name: nw.col("found").struct.field(name) for name in ("fault", "rows", "example")}
    yield found.select(frame=nw.lit(table.kind), **fields).filter(nw.col("rows") > 0), messages


def _ids(table: LazyTable) -> Iterator[Found]:
    """Rows without an id, and ids that are given more than once."""
    where, ids, is_id = _where(table.identity), table.border.cell(table.identity), table.border.seen(table.identity)
    none = where + both("rows have no id", "有些行没有编号")
    yield _fault(table.frame.filter(~is_id), table.kind, none, ids)
    keys = table.frame.filter(is_id).select(**{KEY: table.key(table.identity)})
    counted = keys.group_by(KEY).agg(nw.len().alias("many"))
    twice = counted.filter(nw.col("many") > 1)
    again = where + both("ids must be unique; these are given more than once", "编号不能重复；这些编号重复")
    yield _fault(twice, table.kind, again, nw.col(KEY))


def _totals(table: LazyTable) -> Iterator[Found]:
    """Rows that add up the others."""
    for name in ("id", "name"):
        place = table.layout.facts.get(name)
        if place is not None and table.border.sort(place.header) == "text":
            text = table.border.cell(place.header).cast(nw.String)
            word = text.str.replace_all(" ", "", literal=True).str.to_lowercase()
            sums = table.frame.filter(word.is_in(sorted(TOTALS)))
            message = _where(place.header) + both(
                "rows look like sums of others; take them out", "有些行像是其他行的合计；请删去"
            )
            yield _fault(sums, table.kind, message, text)


def _orphans(engine: LazyEngine, table: LazyTable, holder: str, where: Message) -> Found:
    """Rows that name a holder that no row of its frame is."""
    named = f"in {holder}"
    rows = engine.rows(table.kind, {}).filter(~nw.col(named).is_null())
    above = engine.rows(holder, {}).select(KEY)
    lost = rows.select(named).join(above, left_on=named, right_on=KEY, how="anti")
    message = where + said(
        "rows name a {holder} that no row of its frame is",
        "有些行所写的{holder}在其数据表中没有",
        holder=called(holder),
    )
    return _fault(lost, table.kind, message, nw.col(named))


def _contradictions(engine: LazyEngine, table: LazyTable, holder: str, way: str, where: Message) -> Found:
    """Rows that name a street of one county, and another county."""
    above = engine.rows(way, {}, holders=[holder]).select(above=nw.col(KEY), through=nw.col(f"under {holder}"))
    rows = engine.rows(table.kind, {}).select(f"in {holder}", f"in {way}")
    joined = rows.join(above, left_on=f"in {way}", right_on="above", how="inner")
    wrong = joined.filter(nw.col(f"in {holder}") != nw.col("through"))
    message = where + said(
        "another {holder} than that of the {way} that it names",
        "与所写{way}的{holder}不一致",
        holder=called(holder),
        way=called(way),
    )
    return _fault(wrong, table.kind, message, nw.col(f"in {holder}"))


def _unlisted(engine: LazyEngine, holder: str, of: str, name: str) -> Found:
    """Entities whose members are given although their list is said not to be known."""
    graph = Graph()
    members = graph.make("total", graph.literal(1), params=(of, True), kind=holder)
    wanted = {"members": members, "listed": graph.make("listed", params=(name,), kind=holder)}
    rows = engine.rows(holder, wanted)
    wrong = rows.filter((nw.col("members") > 0) & ~is_yes(nw.col("listed")))
    header = engine.source.tables[holder].layout.lists[name].header
    message = _where(header) + said(
        "the list is said not to be known, but the frame of {kind} has members",
        "说列表不详，但{kind}的数据表中有成员",
        kind=called(of),
    )
    return _fault(wrong, holder, message, nw.col(ID))
