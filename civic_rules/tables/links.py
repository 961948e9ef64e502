"""How frames hang together: in which entity another lies, and whether all members of an entity are known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np

from civic_rules.entities import ENTITY_TYPES
from civic_rules.entities.headers import is_total
from civic_rules.errors import Fault, shown
from civic_rules.messages import both, joined, said
from civic_rules.tables.layout import EVENT, called, column_of, holders_of, list_of
from civic_rules.tables.ops import YES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from civic_rules.tables.columns import Column
    from civic_rules.tables.table import Table

    Rows = NDArray[np.int64]

_IDS = both("expected ids as text or whole numbers", "编号应为文字或整数")

NOBODY = -1
"""The row of a holder where there is none."""

ENDS = 3
"""How many rows at either end may add up the others."""

A_FEW = 1000
"""How many ids show whether all may be in order."""

MANY = 30_000
"""How many characters are looked at one after the other: all that Chinese texts begin with, and no more."""

EXACT = 2**53
"""From here on, floats do not have every whole number."""

LARGEST = 2**63
"""From here on, whole numbers are no longer joined."""


class Links:
    """The links between some frames.

    An entity lies in the nearest holder that its row names: of a community that names its street and its county, the
    street. What it does not name itself it has through its holder.

    Attributes:
        faults: Ids that are given twice or not at all, holders that no frame has, holders that contradict each other.
    """

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Join the frames by id; ids are looked at whether or not anybody joins them."""
        self.tables = tables
        self.faults: list[Fault] = []
        self._repeated: set[str] = set()
        self._inexact: set[str] = set()
        self._known_ids: dict[str, Any] = {}
        self._named: dict[tuple[str, str], Rows] = {}
        self._nearest: dict[tuple[str, str], Rows] = {}
        self._holders: dict[tuple[str, str], Rows] = {}
        self._complete: dict[tuple[str, str, bool], NDArray[np.bool_]] = {}
        for kind, table in tables.items():
            if kind != EVENT:
                self._check_ids(table)
                self._check_totals(table)
        for kind in tables:
            for holder in holders_of(kind):
                if holder in tables and holder in tables[kind].layout.links:
                    self._named[kind, holder] = self._joined(kind, holder)
        self._check_chains()
        self._check_lists()

    # -- ids ---------------------------------------------------------------------------------------------------

    def _check_ids(self, table: Table) -> None:
        place = table.layout.identity
        if place is None:
            if any(
                table.kind in holders_of(kind) and table.kind in other.layout.links
                for kind, other in self.tables.items()
            ):
                message = said(
                    "no column has the id (id, 编号) of the {kind}, which other frames name",
                    "没有{kind}的“编号”（id）这一列，而其他数据表要用到",
                    kind=called(table.kind),
                )
                self.faults.append(Fault(called(table.kind), message))
            return
        column = table.frame.ids(place.header)
        where = column_of(table.kind, place.header)
        if not self._are_ids(column, where):
            return
        nulls = column.nulls()
        if column.sort == "number" and not column.is_whole:
            nulls = int(np.count_nonzero(np.isnan(column.floats(0, column.rows))))
        series = column.series
        is_rising = _is_rising(column)
        are_seen = column.sort != "text" or (
            _are_seen(str(series[0])[:1], str(series[-1])[:1]) if is_rising else _are_few_and_seen(column)
        )
        blank = None if are_seen else _blank(series)
        nulls += 0 if blank is None else int(blank.sum())
        if nulls:
            have = both("rows have" if nulls > 1 else "row has", "行")
            message = said("{rows:,} {have} no id", "有 {rows:,} {have}没有编号", rows=nulls, have=have)
            self.faults.append(Fault(where, message))
        if not self._are_exact(column, where):
            self._inexact.add(table.kind)
        if is_rising or series.n_unique() == column.rows:
            return
        self._repeated.add(table.kind)
        seen = series if blank is None else series.filter(~blank)
        twice = seen.filter(seen.is_duplicated()).drop_nulls()
        if len(twice):
            some = joined(shown(one) for one in twice.unique().sort().head(5).to_list())
            message = said(
                "ids must be unique; given more than once, in {rows:,} rows: {some}",
                "编号不能重复；有 {rows:,} 行的编号重复：{some}",
                rows=len(twice),
                some=some,
            )
            self.faults.append(Fault(where, message))

    def _check_totals(self, table: Table) -> None:
        """Note rows that add up the others: where there are such, one is the first or the last."""
        rows = table.frame.rows
        for name in ("id", "name"):
            place = table.layout.facts.get(name)
            column = None if place is None else table.column(place.header)
            if column is None or column.sort != "text":
                continue
            ends = column.cells(0, min(ENDS, rows)), column.cells(max(ENDS, rows - ENDS), rows)
            for row, one in [*enumerate(ends[0]), *enumerate(ends[1], start=rows - len(ends[1]))]:
                if is_total(one):
                    message = said(
                        "row {row}: {total} looks like a sum of other rows; take the row out",
                        "第 {row} 行：{total} 像是其他行的合计；请删去这一行",
                        row=row + 1,
                        total=shown(one),
                    )
                    self.faults.append(Fault(column_of(table.kind, column.name), message, one))

    def _are_ids(self, column: Column, where: str) -> bool:
        """Whether a column can hold ids; where it cannot, that is noted."""
        if _can_be_ids(column):
            return True
        message = said("{wanted}, got {kinds}", "{wanted}，实为 {kinds}", wanted=_IDS, kinds=column.kinds())
        self.faults.append(Fault(where, message))
        return False

    def _are_exact(self, column: Column, where: str) -> bool:
        """Whether ids are text or whole numbers that can be told apart; what is not is noted."""
        most = EXACT if not column.is_whole else LARGEST if column.dtype == nw.UInt64 else None
        if column.sort != "number" or most is None:
            return True
        numbers = column.floats(0, column.rows)
        with np.errstate(invalid="ignore"):
            parts = ~np.isnan(numbers) & (np.floor(numbers) != numbers)
            large = np.abs(numbers) >= most
        for wrong, message in (
            (parts, _IDS),
            (
                large,
                said(
                    "numbers as large as this cannot be told apart; {wanted}", "这么大的数分不清；{wanted}", wanted=_IDS
                ),
            ),
        ):
            if wrong.any():
                row = int(np.argmax(wrong))
                told = said(
                    "row {row}: {wrong}, got {given:.17g}",
                    "第 {row} 行：{wrong}，实为 {given:.17g}",
                    row=row + 1,
                    wrong=message,
                    given=float(numbers[row]),
                )
                self.faults.append(Fault(where, told, float(numbers[row])))
        return not (parts.any() or large.any())

    # -- joins -------------------------------------------------------------------------------------------------

    def _joined(self, kind: str, holder: str) -> Rows:
        """The row of the holder that each row of a frame names; NOBODY where it names none."""
        table, above = self.tables[kind], self.tables[holder]
        place, identity = table.layout.links[holder], above.layout.identity
        column = table.frame.ids(place.header)
        found = np.full(table.frame.rows, NOBODY, np.int64)
        if identity is None or column.sort == "nothing":
            return found
        ids = above.frame.ids(identity.header)
        where = column_of(kind, place.header)
        if not self._are_ids(column, where) or not _can_be_ids(ids):
            return found
        if ids.sort not in {column.sort, "nothing"}:
            message = said(
                "holds {own}, but the ids of the {holder} are {ids}: they cannot be the same",
                "是 {own}，但{holder}的编号是 {ids}：二者不可能相同",
                own=column.kinds(),
                holder=called(holder),
                ids=ids.kinds(),
            )
            self.faults.append(Fault(where, message))
            return found
        if not self._are_exact(column, where) or holder in self._inexact:
            return found
        found = self._rows_of(column, holder, ids)
        named = ~column.series.is_null().to_numpy().astype(np.bool_)
        if column.sort == "number":
            named &= ~np.isnan(column.floats(0, column.rows))
        orphans = np.flatnonzero(named & (found == NOBODY))
        if len(orphans):
            values = column.series[orphans[:5].tolist()]
            message = said(
                "{rows:,} {name} a {holder} that no row of its frame is, first in row {first}: {some}",
                "有 {rows:,} {name}的{holder}在其数据表中没有，最先在第 {first} 行：{some}",
                rows=len(orphans),
                name=both("rows name" if len(orphans) > 1 else "row names", "行所写"),
                holder=called(holder),
                first=orphans[0] + 1,
                some=joined(dict.fromkeys(map(shown, values.to_list()))),
            )
            self.faults.append(Fault(where, message))
        return found

    def _rows_of(self, column: Column, holder: str, ids: Column) -> Rows:
        """The row in which each id of a column stands among the ids of a holder; NOBODY where in none."""
        found = np.full(column.rows, NOBODY, np.int64)
        if ids.sort == "nothing":
            return found  # of no type to which texts could be joined
        if holder not in self._known_ids:
            known = _keyed(ids, "row")
            self._known_ids[holder] = known.unique(subset="key", keep="any") if holder in self._repeated else known
        both = _keyed(column, "at").join(self._known_ids[holder], on="key", how="inner")
        found[both["at"].to_numpy()] = both["row"].to_numpy()
        return found

    def is_linked(self, kind: str, holder: str) -> bool:
        """Whether entities of a kind say, themselves or through their holders, in which of another kind they lie."""
        return (kind, holder) in self._named or any(
            between != holder and (kind, between) in self._named and self.is_linked(between, holder)
            for between in holders_of(kind)
        )

    def direct_holders(self, kind: str, holder: str) -> Rows:
        """The row of the entity of a kind that holds each entity itself."""
        if (kind, holder) not in self._nearest:
            free = np.ones(self.tables[kind].frame.rows, np.bool_)
            for one in holders_of(kind):
                rows = self._named.get((kind, one))
                if rows is None:
                    continue
                self._nearest[kind, one] = np.where(free, rows, NOBODY)
                free &= rows == NOBODY
        found = self._nearest.get((kind, holder))
        return np.full(self.tables[kind].frame.rows, NOBODY, np.int64) if found is None else found

    def holders(self, kind: str, holder: str) -> Rows:
        """The row of the nearest entity of a kind that holds each entity, itself or through others."""
        if (kind, holder) not in self._holders:
            self._holders[kind, holder] = self._traced(kind, holder, self._named.get((kind, holder)))
        return self._holders[kind, holder]

    def _traced(self, kind: str, holder: str, named: Rows | None) -> Rows:
        found = np.full(self.tables[kind].frame.rows, NOBODY, np.int64) if named is None else named
        for between in holders_of(kind):
            if between == holder or (kind, between) not in self._named or not self.is_linked(between, holder):
                continue
            above = np.append(self.holders(between, holder), NOBODY)[self._named[kind, between]]
            found = np.where(found == NOBODY, above, found)
        return found

    def _check_chains(self) -> None:
        """Note rows that name a street of one county, and another county."""
        for (kind, holder), named in self._named.items():
            through = self._traced(kind, holder, None)
            wrong = np.flatnonzero((named != NOBODY) & (through != NOBODY) & (named != through))
            if len(wrong):
                header = self.tables[kind].layout.links[holder].header
                message = said(
                    "row {row}: another {holder} than that of its own holder ({rows:,} rows)",
                    "第 {row} 行：与所属对象的{holder}不一致（共 {rows:,} 行）",
                    row=wrong[0] + 1,
                    holder=called(holder),
                    rows=len(wrong),
                )
                self.faults.append(Fault(column_of(kind, header), message))

    # -- completeness ------------------------------------------------------------------------------------------

    def _edges(self, kind: str, of: str) -> list[str]:
        """The kinds that a kind holds itself and that are, or can hold, members of another kind."""
        if of == EVENT:
            return [EVENT]
        held = [model for model in ENTITY_TYPES[kind].member_fields().values() if model.kind == of or model.reaches(of)]
        return [model.kind for model in held]

    def _known(self, kind: str, of: str) -> NDArray[np.bool_] | bool:
        """Whether the list of direct members of a kind is known, for each entity or for all."""
        name = list_of(kind, of)
        if name not in self.tables[kind].layout.lists:
            return (of, kind) in self._named
        return self._listed(kind, name)

    def _listed(self, kind: str, name: str) -> NDArray[np.bool_]:
        """Whether a column says of each entity that a list is known."""
        found: NDArray[np.bool_] = self.tables[kind].listed(name) == YES
        return found

    def completeness(self, kind: str, of: str, *, direct: bool) -> bool | None:
        """Whether all members of a kind are known: of every entity, of none, or (None) of some."""
        if kind not in self.tables:
            return False
        if self.tables[kind].frame.rows == 0:
            return True
        known = self.complete(kind, of, direct=direct)
        return True if known.all() else None if known.any() else False

    def complete(self, kind: str, of: str, *, direct: bool) -> NDArray[np.bool_]:
        """Whether all members of a kind are known, for each entity."""
        key = kind, of, direct
        if key not in self._complete:
            rows = self.tables[kind].frame.rows
            if direct:
                self._complete[key] = np.broadcast_to(self._known(kind, of), rows)
            elif not ENTITY_TYPES[kind].reaches(of):
                self._complete[key] = np.ones(rows, np.bool_)
            else:
                self._complete[key] = self._complete_below(kind, of)
        return self._complete[key]

    def _complete_below(self, kind: str, of: str) -> NDArray[np.bool_]:
        """Some list that leads to the members is given, and each entity in such lists knows its own."""
        rows = self.tables[kind].frame.rows
        given = np.zeros(rows, np.bool_)
        open_ = np.zeros(rows, np.bool_)
        for below in self._edges(kind, of):
            known = np.broadcast_to(self._known(kind, below), rows)
            given |= known
            if below in self.tables and ENTITY_TYPES[below].reaches(of):
                lacking = self.direct_holders(below, kind)[~self.complete(below, of, direct=False)]
                open_[lacking[lacking != NOBODY]] = True
        return given & ~open_

    def _check_lists(self) -> None:
        """Note entities whose members are given although their list is said not to be known."""
        for kind, holder in self._named:
            name = list_of(holder, kind)
            place = self.tables[holder].layout.lists.get(name)
            if place is None:
                continue
            rows = self.direct_holders(kind, holder)
            held = np.unique(rows[rows != NOBODY])
            wrong = held[~self._listed(holder, name)[held]]
            if len(wrong):
                message = said(
                    "row {row}: the list is said not to be known, but the frame of {kind} has members",
                    "第 {row} 行：说列表不详，但{kind}的数据表中有成员",
                    row=wrong[0] + 1,
                    kind=called(kind),
                )
                self.faults.append(Fault(column_of(holder, place.header), message))


def _can_be_ids(column: Column) -> bool:
    return column.sort in {"number", "text", "nothing"}


def _blank(series: nw.Series[Any]) -> nw.Series[Any] | None:
    """Which ids are texts without a character that can be seen; None where no id is."""
    if series.dtype != nw.String:
        series = series.cast(nw.String)
    # The first character of each id lies between that of the least and that of the greatest.
    least, most = series.min(), series.max()
    if not isinstance(least, str) or _are_seen(least[:1], most[:1]):
        return None
    hidden = [one for one in series.str.slice(0, 1).unique().drop_nulls().to_list() if not _is_seen(one)]
    if not hidden:
        return None
    few = series.str.slice(0, 1).is_in(hidden).fill_null(value=False)
    blank = [one for one in series.filter(few).unique().to_list() if not any(map(_is_seen, one))]
    return series.is_in(blank).fill_null(value=False) if blank else None


def _are_few_and_seen(column: Column) -> bool:
    """Whether a short column has ids of which each begins with a character that can be seen, where there is one."""
    if column.rows > A_FEW:
        return False
    return all(one is None or (isinstance(one, str) and _is_seen(one[:1])) for one in column.cells(0, column.rows))


def _is_seen(character: str) -> bool:
    return character.isprintable() and not character.isspace() and bool(character)


@cache
def _are_seen(first: str, last: str) -> bool:
    """Whether all characters between two can be seen; False where they are too many to look at."""
    return (
        bool(first) and ord(last) - ord(first) < MANY and all(map(_is_seen, map(chr, range(ord(first), ord(last) + 1))))
    )


def _is_rising(column: Column) -> bool:
    """Whether ids are each greater than the one before, so that none is given twice.

    It takes a tenth of what it takes to look for ids that are given twice; a few rows show where it is in vain.
    """
    if not (column.is_whole or column.dtype == nw.String) or column.rows <= A_FEW or column.nulls():
        return False
    few = column.series.head(A_FEW)
    return bool((few.tail(A_FEW - 1) > few.head(A_FEW - 1)).all()) and column.is_rising()


def _keyed(column: Column, name: str) -> Any:  # noqa: ANN401  a frame of narwhals
    series = column.series.alias("key")
    frame = series.to_frame().with_row_index(name).drop_nulls("key")
    if column.dtype.is_float():
        # A column of whole numbers in which one is missing is one of floats, where a library has nothing else.
        frame = frame.filter(~nw.col("key").is_nan())
    return frame.with_columns(nw.col("key").cast(nw.String if column.sort == "text" else nw.Int64))
