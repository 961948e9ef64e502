"""One frame of an audit: what its columns say, read when somebody asks for it, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from civic_rules.entities.fields import Listing, OneOf, Quantity
from civic_rules.entities.records import Attested, Step
from civic_rules.errors import Fault
from civic_rules.messages import Message, said
from civic_rules.tables import buffers
from civic_rules.tables.cells import Reader, in_rows
from civic_rules.tables.columns import sort_of
from civic_rules.tables.contradictions import contradictions
from civic_rules.tables.kernels import KERNELS, NEW, Spare
from civic_rules.tables.layout import EVENT, FRAMES, Layout, column_of
from civic_rules.tables.ops import NO, UNSURE, YES
from civic_rules.tables.sorts import SORTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from civic_rules.entities import Arrangement, Record
    from civic_rules.entities.fields import FieldLabel
    from civic_rules.tables.columns import Column
    from civic_rules.tables.contradictions import Pair
    from civic_rules.tables.layout import Place
    from civic_rules.tables.native import Frame
    from civic_rules.tables.numbers import Numbers

FEW_TERMS = 12
"""The terms of a category that are looked for one after the other."""

CHECKED = 1 << 16
"""How many numbers of a column that no rule reads are looked at together, so that they stay in the cache."""

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


def read_with(name: str) -> str:
    """What the columns that are read together have in common: the field or the arrangement of which they speak."""
    first, _, rest = name.partition(".")
    return f"{first}.{rest.partition('.')[0]}" if first == "arrangements" else first


class Table:
    """One frame as columns of numbers, truths, days and terms; each is read when a rule asks for it.

    Attributes:
        kind: What the frame holds.
        frame: The frame.
        layout: Which column says what.
        reader: Reads the cells, and knows what is wrong with them.
        exceeded: Whether some part may be larger than its whole, of the pairs that were looked at with the rules.
    """

    def __init__(self, kind: str, frame: Frame, placed: Layout) -> None:
        """Look at nothing yet."""
        self.kind = kind
        self.frame = frame
        self.layout = placed
        self.model = FRAMES[kind]
        self.reader = Reader(kind, frozenset(place.header for place in self._needed()))
        self._read: dict[tuple[str, str], Any] = {}
        self._wrong: dict[str, None] = {}
        self._contradictions: list[Fault] = []
        self.exceeded: dict[Pair, bool] = {}

    def column(self, header: str) -> Column:
        """A column of the frame."""
        return self.frame.column(header)

    def has(self, name: str) -> bool:
        """Whether some column says something of a field, a term or a part."""
        steps = self._is_step(name) and any(f"{name}.{one}" in self.layout.facts for one in ("done", "on"))
        return steps or self.layout.has(name)

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
        one = self.numbers(name)

        def load(start: int, stop: int, out: Any = None, spare: Spare = NEW) -> NDArray[np.float64]:  # noqa: ANN401  an array, or nothing
            numbers, is_wrong = one.read(start, stop, out, spare)
            if is_wrong:
                self._wrong[name] = None
            return numbers

        return load

    def plain(self, name: str) -> buffers.Plain:
        """A column of numbers as it lies in memory; what has to be worked out is worked out, and looked at."""
        found = self.numbers(name).plain()
        if found is not None:
            return found
        made: buffers.Plain = self._once("plain", name, lambda: buffers.seen(self.number(name)(0, self.frame.rows)))
        return made

    def numbers(self, name: str) -> Numbers:
        """A column of numbers."""
        place, label = self.layout.facts[name], label_of(self.model, name)
        assert isinstance(label, Quantity)  # noqa: S101  the field holds a number
        column = self.column(place.header)
        found: Numbers = self._once("number", name, lambda: self.reader.numbers(column, label, place.unit))
        return found

    # -- what is wrong -----------------------------------------------------------------------------------------

    def faults(self) -> list[Fault]:
        """What is wrong with the headers and with the cells that were read."""
        wrong = [fault for name in self._wrong for fault in self._faults_of(name)]
        cells = [*self.reader.faults, *wrong, *self._contradictions]
        if not cells:
            return list(self.layout.faults)
        # Several threads read columns: what is wrong with them is told in the order of the columns.
        order: dict[str, int] = {self.reader.where(header): place for place, header in enumerate(self.frame.names)}
        return [*self.layout.faults, *sorted(cells, key=lambda fault: order.get(fault.where, len(order)))]

    def _faults_of(self, name: str) -> list[Fault]:
        """What is wrong with a column of numbers, in the order of the first rows."""
        one = self.numbers(name)
        numbers, _ = one.read(0, self.frame.rows)
        where = column_of(self.kind, one.column.name)
        found = [(np.flatnonzero(some.rows), some) for some in one.wrong(numbers) if some.rows.any()]
        return [
            Fault(where, in_rows(rows, _got(some.message, f"{value:.{some.digits}g}")), value)
            for rows, some in sorted(found, key=lambda one: int(one[0][0]))
            for value in [float(numbers[rows[0]])]
        ]

    def check_sorts(self) -> None:
        """Look at the types of all columns, whether or not a rule reads them."""
        for place in (*self.layout.facts.values(), *self.layout.lists.values()):
            kind = place.target.kind
            if place is self.layout.identity:
                continue  # ids are looked at where they are joined
            if kind in SORTS and sort_of(self.frame.schema[place.header]) not in {"text", *SORTS[kind]}:
                self.reader.check_sort(self.column(place.header), kind)
        for place in self._needed():
            nulls = self.column(place.header).nulls()
            if nulls:
                self.reader.fault(
                    self.column(place.header),
                    said("{nulls:,} events have none", "有 {nulls:,} 个事项没有", nulls=nulls),
                )

    def _needed(self) -> list[Place]:
        """The columns in which everything must be known: an event is of a kind and has a day."""
        facts = self.layout.facts
        return [facts[name] for name in ("kind", "on") if name in facts] if self.kind == EVENT else []

    def check_rest(self) -> None:
        """Look into each column that was not read, so that everything that is wrong is found at once."""
        for name, place in self.layout.facts.items():
            if place.header not in self.reader.looked_into and place is not self.layout.identity:
                self._check(name, place)
        for name, place in self.layout.lists.items():
            if place.header not in self.reader.looked_into:
                self.listed(name)
        self._contradictions = list(contradictions(self))

    def _check(self, name: str, place: Place) -> None:
        """Look into one column; what any value of its type can be is passed over."""
        column, kind = self.column(place.header), place.target.kind
        if column.sort == "truth" and kind != "number":
            return
        if kind == "text":
            self.reader.words(column)
        elif kind == "number":
            load = self.number(name)
            for start in range(0, self.frame.rows, CHECKED):
                load(start, min(start + CHECKED, self.frame.rows))
        elif kind == "listing":
            self.reader.check_listing(column, self._listing(name))
        elif kind == "arrangement" and column.sort == "list":
            self.reader.check_parts(column, self._term_of(name))
        else:
            self._read_as(kind)(name)

    def _read_as(self, kind: str) -> Callable[[str], Any]:
        """How a column is read that is neither of numbers nor of lists."""
        if kind in {"item", "part"}:
            return self.said
        found = {"truth": self.truth, "category": self.terms, "arrangement": self.own_arrangement}
        return found.get(kind, self.day)

    # -- what is read ------------------------------------------------------------------------------------------

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
                done, day = self.own_step(name)
            if f"{name}.done" in facts:
                done = KERNELS["first_known"](done, self.truth(f"{name}.done"))
            if f"{name}.on" in facts:
                day = np.where(np.isnan(day), self.day(f"{name}.on"), day)
            return done, day

        found: tuple[NDArray[np.uint8], NDArray[np.float64]] = self._once("step", name, read)
        return found

    def own_step(self, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
        """What the one column of a step says of it: whether it was done, and when."""
        column = self.column(self.layout.facts[name].header)
        found: tuple[NDArray[np.uint8], NDArray[np.float64]] = self._once(
            "own step", name, lambda: self.reader.step(column)
        )
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

    def said(self, name: str) -> NDArray[np.uint8] | None:
        """What a column of its own says of a term or a part; None where there is no such column."""
        place = self.layout.facts.get(name)
        if place is None:
            return None
        found: NDArray[np.uint8] = self._once("said", name, lambda: self.reader.truth(self.column(place.header)))
        return found

    def _item(self, name: str) -> NDArray[np.uint8]:
        """Whether a term of a listing is there, as a list or a column of its own says."""
        whole, _, term = name.rpartition(".")
        said = self.said(name)
        if whole not in self.layout.facts:
            assert said is not None  # noqa: S101  one of the two columns is there
            return said
        listed = self.listing(whole)[term]
        found: NDArray[np.uint8] = listed if said is None else KERNELS["first_known"](said, listed)
        return found

    def _listing(self, name: str) -> Listing:
        label = label_of(self.model, name)
        assert isinstance(label, Listing)  # noqa: S101  the field holds a listing
        return label

    def listing(self, name: str) -> dict[str, NDArray[np.uint8]]:
        """Whether each term of a listing is there, as one column of lists says."""
        label, column = self._listing(name), self.column(self.layout.facts[name].header)
        found: dict[str, NDArray[np.uint8]] = self._once("listing", name, lambda: self.reader.listing(column, label))
        return found

    def _term_of(self, name: str) -> Arrangement:
        label = self.model.labels()["arrangements"]
        assert isinstance(label, Attested)  # noqa: S101  the field holds arrangements
        found: Arrangement = label.vocabulary(name.split(".")[1])
        return found

    def own_arrangement(self, name: str) -> dict[str, NDArray[np.uint8]]:
        """What the column of an arrangement alone says of it (""), and of its parts."""
        column, term = self.column(self.layout.facts[name].header), self._term_of(name)
        found: dict[str, NDArray[np.uint8]] = self._once("own", name, lambda: self.reader.arrangement(column, term))
        return found

    def listed(self, name: str) -> NDArray[np.uint8]:
        """Whether a list of members is known, as a column says."""
        column = self.column(self.layout.lists[name].header)
        found: NDArray[np.uint8] = self._once("listed", name, lambda: self.reader.truth(column))
        return found

    def _arranged(self, name: str) -> NDArray[np.uint8]:
        """Whether an arrangement, or a part of one, is in place."""
        _, term, *part = name.split(".")
        arranged: dict[str, NDArray[np.uint8]] = self._once("arranged", term, lambda: self._arrangement(term))
        return arranged[part[0] if part else ""]

    def _arrangement(self, key: str) -> dict[str, NDArray[np.uint8]]:
        """An arrangement with its parts: one part that is in place says that it is."""
        name = f"arrangements.{key}"
        term = self._term_of(name)
        unsure = np.full(self.frame.rows, UNSURE, np.uint8)
        known = {"": unsure, **dict.fromkeys(term.parts, unsure)}
        if name in self.layout.facts:
            known |= self.own_arrangement(name)
        said = {part: self.said(f"{name}.{part}") for part in term.parts}
        for part, truth in said.items():
            if truth is not None:
                known[part] = KERNELS["first_known"](truth, known[part])
        for truth in said.values():
            if truth is not None:
                known[""] = KERNELS["first_known"](known[""], np.maximum(truth, UNSURE))
        absent = np.minimum(known[""], UNSURE)
        return {part: truth if not part else KERNELS["first_known"](truth, absent) for part, truth in known.items()}


def _got(wrong: Message, given: str) -> Message:
    return said("{wrong}, got {given}", "{wrong}，实为 {given}", wrong=wrong, given=given)
