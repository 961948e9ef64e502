"""The frames of one audit: what they hold, how they hang together, and what is wrong with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from civic_rules.entities.fields import Listing, OneOf, Quantity
from civic_rules.entities.records import Attested, Step
from civic_rules.errors import Fault, InvalidTableError, shown
from civic_rules.tables.cells import SORTS, Reader
from civic_rules.tables.kernels import KERNELS, NEW, Spare
from civic_rules.tables.layout import EVENT, FRAMES, Layout, absent, layout
from civic_rules.tables.links import Links
from civic_rules.tables.native import in_memory, sort_of
from civic_rules.tables.ops import NO, UNSURE, YES, Op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

    from civic_rules.entities import Record
    from civic_rules.entities.fields import FieldLabel
    from civic_rules.tables.cells import Numbers
    from civic_rules.tables.native import Column, Frame

FEW_TERMS = 12
"""The terms of a category that are looked for one after the other."""

Load = Any
"""A function from the first and the last row of a block to an array."""


def label_of(model: type[Record], name: str) -> FieldLabel:
    """The label of a field, which a dotted path may reach."""
    first, _, rest = name.partition(".")
    if not rest:
        return model.labels()[first]
    inner = model.specs()[first].model
    assert inner is not None  # noqa: S101  a dotted path leads into a record
    return label_of(inner, rest)


class Table:
    """One frame as columns of numbers, truths, days and terms; each is read when a rule asks for it.

    Attributes:
        kind: What the frame holds.
        frame: The frame.
        layout: Which column says what.
        reader: Reads the cells, and knows what is wrong with them.
    """

    def __init__(self, kind: str, frame: Frame, placed: Layout) -> None:
        """Look at nothing yet."""
        self.kind = kind
        self.frame = frame
        self.layout = placed
        self.reader = Reader(kind)
        self.model = FRAMES[kind]
        self._read: dict[tuple[str, str], Any] = {}
        self._wrong: dict[str, list[tuple[int, str, float]]] = {}

    def column(self, header: str) -> Column:
        """A column of the frame."""
        return self.frame.column(header)

    def load(self, sort: str, name: str, *params: Any) -> Load:  # noqa: ANN401  what an operation needs
        """How a leaf of the graph is read for a block."""
        whole: NDArray[Any]
        if sort == "category":
            whole = self.category(name, *params)
        else:
            whole = self.truth(name) if sort == "truth" else self.day(name)
        return lambda start, stop: whole[start:stop]

    def number(self, name: str) -> Load:
        """How a column of numbers is read for a block, and checked; it may be written into an array that is there."""
        one = self._once("number", name, partial(self._number, name))

        def load(start: int, stop: int, out: Any = None, spare: Spare = NEW) -> NDArray[np.float64]:  # noqa: ANN401  an array, or nothing
            numbers: NDArray[np.float64] = one.read(start, stop, out)
            wrong = one.wrong(numbers, start, spare)
            if wrong:
                self._wrong.setdefault(name, []).extend(wrong)
            return numbers

        return load

    def _number(self, name: str) -> Numbers:
        place = self.layout.facts[name]
        label = label_of(self.model, name)
        assert isinstance(label, Quantity)  # noqa: S101  the field holds a number
        return self.reader.numbers(self.column(place.header), label, place.unit)

    def faults(self) -> list[Fault]:
        """What is wrong with the headers and with the cells that were read."""
        found = [*self.layout.faults, *self.reader.faults]
        for name, wrong in self._wrong.items():
            header = self.layout.facts[name].header
            first: dict[str, tuple[int, float]] = {}
            for row, message, value in sorted(wrong):
                first.setdefault(message, (row, value))
            for message, (row, value) in first.items():
                where = f"{self.kind}: column {shown(header)}"
                found.append(Fault(where, f"row {row + 1}: {message}, got {value:g}", value))
        return found

    def check_sorts(self) -> None:
        """Look at the types of all columns, whether or not a rule reads them."""
        for place in (*self.layout.facts.values(), *self.layout.lists.values()):
            kind = place.target.kind
            if kind in SORTS and sort_of(self.frame.schema[place.header]) not in {"text", *SORTS[kind]}:
                self.reader.check_sort(self.column(place.header), kind)
        for name in ("kind", "on") if self.kind == EVENT else ():
            nulls = self.column(self.layout.facts[name].header).nulls() if name in self.layout.facts else 0
            if nulls:
                self.reader.fault(self.column(self.layout.facts[name].header), f"{nulls:,} events have none")

    def read_all(self) -> None:
        """Look into every column, so that everything that is wrong is found at once."""
        for name, place in self.layout.facts.items():
            match place.target.kind:
                case "number":
                    self.number(name)(0, self.frame.rows)
                case "truth":
                    self.truth(name)
                case "date" | "step":
                    self.day(name)
                case "category":
                    self.terms(name)
                case "listing":
                    self.listing(name)
                case "item":
                    self._said(name)
                case "arrangement" | "part":
                    self._arranged(name)

    def _once(self, sort: str, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  an array
        if (sort, name) not in self._read:
            self._read[sort, name] = make()
        return self._read[sort, name]

    def category(self, name: str, terms: frozenset[str]) -> NDArray[np.uint8]:
        """Whether each entity is of one of some terms."""
        codes, values = self.terms(name)
        table = [UNSURE if value is None else YES if str(value) in terms else NO for value in values]
        if len(table) > FEW_TERMS:
            found: NDArray[np.uint8] = np.array([*table, UNSURE], np.uint8)[codes]
            return found
        # To pass over all rows once a term takes a tenth of what it takes to look each row up.
        found = np.full(len(codes), UNSURE, np.uint8)
        for place, truth in enumerate(table):
            if truth != UNSURE:
                combine = np.add if truth == YES else np.subtract
                combine(found, np.equal(codes, place).view(np.uint8), out=found)
        return found

    def terms(self, name: str) -> tuple[NDArray[Any], list[Any]]:
        """The terms of a category, and the place of each cell among them."""
        label = label_of(self.model, name)
        assert isinstance(label, OneOf)  # noqa: S101  the field holds a term
        column = self.column(self.layout.facts[name].header)
        found: tuple[NDArray[Any], list[Any]] = self._once("terms", name, lambda: self.reader.terms(column, label))
        return found

    def day(self, name: str) -> NDArray[np.float64]:
        """The days of a date, or of a step."""
        if self._is_step(name):
            days: NDArray[np.float64] = self._step(name)[1]
            return days
        column = self.column(self.layout.facts[name].header)
        found: NDArray[np.float64] = self._once("day", name, lambda: self.reader.days(column))
        return found

    def _is_step(self, name: str) -> bool:
        spec = self.model.specs().get(name)
        return spec is not None and spec.model is Step

    def _step(self, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
        """A step, of which one column may say all, or one whether it was done and one when."""

        def read() -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
            rows = self.frame.rows
            done, day = np.full(rows, UNSURE, np.uint8), np.full(rows, np.nan)
            facts = self.layout.facts
            if name in facts:
                done, day = self.reader.step(self.column(facts[name].header))
            if f"{name}.done" in facts:
                said = self.reader.truth(self.column(facts[f"{name}.done"].header))
                done = KERNELS["first_known"](done, said)
            if f"{name}.on" in facts:
                on = self.reader.days(self.column(facts[f"{name}.on"].header))
                day = np.where(np.isnan(day), on, day)
            return done, day

        found: tuple[NDArray[np.uint8], NDArray[np.float64]] = self._once("step", name, read)
        return found

    def truth(self, name: str) -> NDArray[np.uint8]:
        """A truth: of a field, a step, a term of a listing, an arrangement or a part of one."""
        if self._is_step(name):
            return self._step(name)[0]
        if name.startswith("arrangements."):
            return self._arranged(name)
        if name in self.model.specs():
            column = self.column(self.layout.facts[name].header)
            found: NDArray[np.uint8] = self._once("truth", name, lambda: self.reader.truth(column))
            return found
        return self._item(name)

    def _said(self, name: str) -> NDArray[np.uint8] | None:
        """What a column of its own says of a term or a part; None where there is no such column."""
        place = self.layout.facts.get(name)
        if place is None:
            return None
        found: NDArray[np.uint8] = self._once("said", name, lambda: self.reader.truth(self.column(place.header)))
        return found

    def _item(self, name: str) -> NDArray[np.uint8]:
        """Whether a term of a listing is there, as a list or a column of its own says."""
        whole, _, term = name.rpartition(".")
        said = self._said(name)
        if whole not in self.layout.facts:
            assert said is not None  # noqa: S101  one of the two columns is there
            return said
        listed = self.listing(whole)[term]
        found: NDArray[np.uint8] = listed if said is None else KERNELS["first_known"](said, listed)
        return found

    def listing(self, name: str) -> dict[str, NDArray[np.uint8]]:
        """Whether each term of a listing is there, as one column of lists says."""
        label = label_of(self.model, name)
        assert isinstance(label, Listing)  # noqa: S101  the field holds a listing
        column = self.column(self.layout.facts[name].header)
        found: dict[str, NDArray[np.uint8]] = self._once("listing", name, lambda: self.reader.listing(column, label))
        return found

    def _arranged(self, name: str) -> NDArray[np.uint8]:
        """Whether an arrangement, or a part of one, is in place."""
        _, term, *part = name.split(".")
        arranged: dict[str, NDArray[np.uint8]] = self._once("arranged", term, lambda: self._arrangement(term))
        return arranged[part[0] if part else ""]

    def _arrangement(self, key: str) -> dict[str, NDArray[np.uint8]]:
        """An arrangement with its parts: one part that is in place says that it is."""
        label = self.model.labels()["arrangements"]
        assert isinstance(label, Attested)  # noqa: S101  the field holds arrangements
        term = label.vocabulary(key)
        unsure = np.full(self.frame.rows, UNSURE, np.uint8)
        known = {"": unsure, **dict.fromkeys(term.parts, unsure)}
        place = self.layout.facts.get(f"arrangements.{key}")
        if place is not None:
            known |= self.reader.arrangement(self.column(place.header), term)
        said = {part: self._said(f"arrangements.{key}.{part}") for part in term.parts}
        for part, truth in said.items():
            if truth is not None:
                known[part] = KERNELS["first_known"](truth, known[part])
        some = [np.where(truth == YES, YES, UNSURE).astype(np.uint8) for truth in said.values() if truth is not None]
        for truth in some:
            known[""] = KERNELS["first_known"](known[""], truth)
        absent = np.where(known[""] == NO, NO, UNSURE).astype(np.uint8)
        return {part: truth if not part else KERNELS["first_known"](truth, absent) for part, truth in known.items()}


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
        table = self.tables.get(kind)
        if table is None:
            return False
        steps = table._is_step(name) and any(f"{name}.{one}" in table.layout.facts for one in ("done", "on"))  # noqa: SLF001  of this module
        return steps or table.layout.has(name)

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
        """Raise what is wrong with the frames; where anything is, every column is looked into first.

        Raises:
            InvalidTableError: Something is; all of it is listed.
        """
        if not self.faults():
            return
        for table in self.tables.values():
            table.read_all()
        raise InvalidTableError(self.faults())

    def faults(self) -> list[Fault]:
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


__all__ = ["Source", "Table"]
