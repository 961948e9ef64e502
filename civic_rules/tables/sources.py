"""The frames of one audit: what they hold, how they hang together, and what is wrong with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from civic_rules.errors import InvalidTableError
from civic_rules.tables.contradictions import wholes
from civic_rules.tables.layout import EVENT, absent, layout
from civic_rules.tables.links import Links
from civic_rules.tables.native import in_memory
from civic_rules.tables.ops import NO, YES
from civic_rules.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from numpy.typing import NDArray

    from civic_rules.errors import Fault
    from civic_rules.tables import buffers
    from civic_rules.tables.contradictions import Pair
    from civic_rules.tables.ops import Op
    from civic_rules.tables.table import Load


class Source:
    """All frames of one audit, with the links between them.

    Attributes:
        tables: The frames by what they hold.
        links: Which entity lies in which.
        segments: The columns that hold no facts and are kept for the results.
    """

    def __init__(self, frames: Mapping[str, Any], segments: Iterable[str] = ()) -> None:
        """Read the headers and the ids.

        Raises:
            UnsupportedFrameError: Something that was handed in is no frame with its data in memory.
        """
        self.segments = kept = tuple(segments)
        self.tables: dict[str, Table] = {}
        for kind, frame in in_memory(frames).items():
            table = self.tables[kind] = Table(kind, frame, layout(kind, frame.names, kept, frame.index))
            table.check_sorts()
        self._absent = absent(kept, [table.frame.names for table in self.tables.values()])
        self.links = Links(self.tables)

    # -- what is known before a row is looked at ---------------------------------------------------------------

    @property
    def headers(self) -> tuple[tuple[str, ...], ...]:
        """The frames and the headers of their facts: what is kept beside them changes no plan."""
        return tuple((kind, *table.layout.read(table.frame.names)) for kind, table in self.tables.items())

    def has_column(self, kind: str, name: str) -> bool:
        """Whether some column says something of a field, a term or a part."""
        return kind in self.tables and self.tables[kind].has(name)

    def completeness(self, kind: str, of: str, *, direct: bool) -> bool | None:
        """Whether all members of a kind are known: of every entity, of none, or (None) of some."""
        return self.links.completeness(kind, of, direct=direct)

    def is_linked(self, kind: str, holder: str) -> bool:
        """Whether entities of a kind say in which entity of another kind they lie."""
        return self.links.is_linked(kind, holder)

    # -- what an engine reads ----------------------------------------------------------------------------------

    def size(self, kind: str) -> int:
        """How many entities of a kind there are."""
        return self.tables[kind].frame.rows

    def number(self, kind: str, name: str) -> Load:
        """How a column of numbers is read for a block."""
        return self.tables[kind].number(name)

    def plain(self, kind: str, name: str) -> buffers.Plain:
        """A column of numbers as it lies in memory."""
        return self.tables[kind].plain(name)

    def looked_at(self, kind: str, names: Container[str]) -> dict[Pair, Callable[[], None]]:
        """The parts and wholes among some columns that are looked at with the rules.

        Args:
            kind: What the frame holds.
            names: The columns; each row of them will be looked at.

        Returns:
            What notes that some part is larger than its whole, for each.
        """
        exceeded = self.tables[kind].exceeded
        pairs = [pair for pair in wholes(self.tables[kind].layout) if pair.fact in names and pair.other in names]
        for pair in pairs:
            exceeded.setdefault(pair, False)
        return {pair: partial(exceeded.update, {pair: True}) for pair in pairs}

    def loader(self, op: Op) -> Load:
        """How any other leaf of the graph is read for a block."""
        return self.tables[str(op.kind)].load(op.name, *op.params)

    def complete(self, kind: str, of: str, direct: bool) -> NDArray[np.uint8]:  # noqa: FBT001  the order of an operation
        """Whether all members of a kind are known, for each entity."""
        known = self.links.complete(kind, of, direct=direct)
        return np.where(known, YES, NO).astype(np.uint8)

    def holders(self, kind: str, holder: str) -> NDArray[np.int64]:
        """The row of the holder of a kind in its frame, for each entity; -1 where there is none."""
        return self.links.holders(kind, holder)

    def total(self, kind: str, of: str, values: Any, *, direct: bool) -> NDArray[np.float64]:  # noqa: ANN401  see below
        """What members have, added up for each entity.

        Args:
            kind: The kind of the entities.
            of: The kind of the members.
            values: What each member has: numbers, whether it counts, or one number for all.
            direct: Whether only those that the entity itself holds are meant.
        """
        rows = self.size(kind)
        if of not in self.tables or not self.links.is_linked(of, kind):
            return np.zeros(rows)
        holders = self.links.direct_holders(of, kind) if direct else self.links.holders(of, kind)
        if isinstance(values, np.ndarray) and values.dtype == np.bool_:
            holders, values = holders[values], 1.0
        if isinstance(values, np.ndarray):
            found: Any = np.bincount(holders + 1, weights=values, minlength=rows + 1)[1:]
            return np.asarray(found, np.float64)
        counts = np.bincount(holders + 1, minlength=rows + 1)[1:].astype(np.float64)
        return np.multiply(counts, float(values), out=counts, where=counts > 0)

    def events(self, kind: str, event: str, first: int, last: int, *on_day: Any) -> NDArray[np.float64]:  # noqa: ANN401  as of the operation
        """How many events of a kind fall into a window, for each entity; NaN where they are not recorded."""
        rows, complete = self.size(kind), self.links.complete(kind, EVENT, direct=True)
        if EVENT not in self.tables:
            return np.where(complete, 0.0, np.nan)
        table = self.tables[EVENT]
        if table.layout.faults:
            return np.full(rows, np.nan)  # they are raised before anybody sees it
        codes, values = table.terms("kind")
        is_kind = np.array([*(value is not None and str(value) == event for value in values), False])[codes]
        days = table.day("on")
        with np.errstate(invalid="ignore"):
            counts = is_kind & (days >= first) & (days <= last)
        holders = self.links.direct_holders(EVENT, kind)
        counts &= holders >= 0
        dates = days[counts].astype(np.int64).astype("datetime64[D]")
        kept = holders[counts][_on_day(dates, *on_day)]
        found = np.bincount(kept, minlength=rows).astype(np.float64)
        return np.where(complete, found, np.nan)

    # -- what is wrong -----------------------------------------------------------------------------------------

    def check(self) -> None:
        """Raise what is wrong with headers, types and links; where anything is, the cells are looked into first.

        Raises:
            InvalidTableError: Something is; all of it is listed.
        """
        if self._faults():
            self.check_cells()

    def check_cells(self) -> None:
        """Look into every column that was not read so far, and raise what is wrong.

        Raises:
            InvalidTableError: Something is; all of it is listed.
        """
        for table in self.tables.values():
            table.check_rest()
        found = self._faults()
        if found:
            raise InvalidTableError(found)

    def _faults(self) -> list[Fault]:
        """Everything that is wrong with the frames, as far as they were read."""
        found = [fault for table in self.tables.values() for fault in table.faults()]
        return [*found, *self._absent, *self.links.faults]


def _on_day(days: NDArray[np.datetime64], number: int | None, moves: bool) -> NDArray[np.bool_]:  # noqa: FBT001  as of the operation
    """Which days are a given day of their month, or the Monday after it where it falls on a weekend."""
    if number is None:
        return np.ones(len(days), np.bool_)
    months = days.astype("datetime64[M]").astype("datetime64[D]")
    of_month = (days - months).astype(np.int64) + 1
    exact: NDArray[np.bool_] = of_month == number
    if not moves:
        return exact
    # 1 January 1970 was a Thursday, and Monday is day 0.
    named = ((months + (number - 1)).astype(np.int64) + 3) % 7
    monday: NDArray[np.bool_] = (named >= 5) & (of_month == number + 7 - named)  # noqa: PLR2004  Saturday
    return exact | monday
