"""How the cells of a column become numbers, truths, days and terms, and what is wrong with those that cannot.

A column is read as a column: its type first, then each different text once. A fault names the column, the first row
and how many rows have it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from civic_rules import units
from civic_rules.entities import Step
from civic_rules.entities.fields import (
    DAYS,
    EARLIEST,
    LATEST,
    TRUTHS,
    Day,
    Listing,
    OneOf,
    Quantity,
    Words,
    YesNo,
    fault_message,
    read_number,
)
from civic_rules.entities.headers import LISTED, NOT_KNOWN, NOTHING
from civic_rules.entities.records import Attested
from civic_rules.errors import CivicRulesError, Fault, shown
from civic_rules.messages import Message, both, said
from civic_rules.tables import buffers
from civic_rules.tables.columns import NULL
from civic_rules.tables.cores import on_all_cores
from civic_rules.tables.layout import column_of
from civic_rules.tables.lowering import day_number
from civic_rules.tables.numbers import Numbers
from civic_rules.tables.ops import NO, UNSURE, YES
from civic_rules.tables.sorts import EXPECTED, SORT_WORDS, SORTS, wrong_sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from civic_rules.entities import Arrangement
    from civic_rules.tables.columns import Column

FIRST_DAY, LAST_DAY = day_number(EARLIEST), day_number(LATEST)

_PLAIN = both("expected plain values, got lists or mappings among them", "应为普通值，其中却有列表或映射")
_UNSAID = both("a list is complete, but an item is not known", "列表是完整的，但其中有一项不详")

MOST_FAULTS = 5
"""How many different wrong values of one column a message names."""

MOST_READ = 1000
"""How many different wrong values are read of one column: to find the nearest right one takes a millisecond."""


class Reader:
    """Reads the columns of one frame, and gathers what is wrong with them.

    Attributes:
        kind: What the frame holds.
        needed: The headers of columns in which everything must be known.
        faults: What is wrong, in the order in which the columns were read.
        looked_into: The headers of the columns that were read.
    """

    def __init__(self, kind: str, needed: frozenset[str] = frozenset()) -> None:
        """Begin without a fault."""
        self.kind = kind
        self.needed = needed
        self.faults: list[Fault] = []
        self.looked_into: set[str] = set()

    def fault(self, column: Column, message: Message, value: object = None) -> None:
        """Note what is wrong with a column."""
        self.faults.append(Fault(self.where(column.name), message, value))

    def where(self, header: str) -> Message:
        """What messages call a column."""
        return column_of(self.kind, header)

    def check_sort(self, column: Column, kind: str) -> None:
        """Note that a column holds something else altogether than it should.

        Args:
            column: The column.
            kind: What it should hold: a number, a truth, a term ...
        """
        if column.sort not in {"text", "object", "nothing"} and column.sort not in SORTS[kind]:
            self.fault(column, wrong_sort(EXPECTED.get(kind, SORT_WORDS["truth"]), column.sort, column.kinds()))

    def each(
        self,
        column: Column,
        read: Callable[[Any], Any],
        coded: tuple[NDArray[Any], list[Any]] | None = None,
        rows: NDArray[np.int64] | None = None,
    ) -> tuple[NDArray[Any], list[Any]]:
        """The places of the cells in a list of what their different values stand for; what is not known is None.

        Args:
            column: The column.
            read: Reads a value.
            coded: What is read instead of the cells: what its lists hold, one after the other.
            rows: The row of each of these.
        """
        try:
            codes, different = column.coded() if coded is None else coded
        except TypeError:
            self.fault(column, _PLAIN)
            return np.full(column.rows, NULL), []
        values: list[Any] = [None] * len(different)
        wrong: dict[int, Message] = {}
        for place in _in_order(codes, len(different)):
            value = different[place]
            if column.name in self.needed and _is_unknown(value):
                wrong[place] = said(
                    "an event that is not known cannot be counted, got {given}",
                    "不详的事项无法计数，实为 {given}",
                    given=shown(value),
                )
            elif not _is_unknown(value):
                values[place], message = _tried(read, value)
                if message is not None:
                    wrong[place] = message
            if len(wrong) > MOST_READ:
                break
        if wrong:
            self._note(column, codes, wrong, different, rows)
        return codes, values

    def _note(
        self,
        column: Column,
        codes: NDArray[Any],
        wrong: Mapping[int, Message],
        different: list[Any],
        rows_of: NDArray[np.int64] | None,
    ) -> None:
        """Note the values of a column that cannot be used, in the order of their first rows."""
        is_wrong = np.zeros(len(different) + 1, np.bool_)
        is_wrong[list(wrong)] = True
        cells = np.flatnonzero(is_wrong[codes])
        places, rows = codes[cells], cells if rows_of is None else rows_of[cells]
        firsts = {
            int(place): int(rows[first]) for place, first in zip(*np.unique(places, return_index=True), strict=True)
        }
        # A column of terms may have a term that no cell has any more.
        found = sorted(firsts, key=lambda place: firsts[place])
        for place in found[:MOST_FAULTS]:
            self.fault(column, in_rows(np.unique(rows[places == place]), wrong[place]), different[place])
        more = len(found) - MOST_FAULTS
        if len(found) > MOST_READ:
            self.fault(column, both("and many other values that cannot be used", "另有许多值无法使用"))
        elif more > 0:
            message = said("and {more:,} other values that cannot be used", "另有 {more:,} 个值无法使用", more=more)
            self.fault(column, message)

    # -- numbers -----------------------------------------------------------------------------------------------

    def numbers(self, column: Column, label: Quantity, unit: str) -> Numbers:
        """How a column of numbers is read.

        Args:
            column: The column.
            label: What its numbers are.
            unit: The unit that the header states for bare numbers; "" for the unit of the field.
        """
        self.looked_into.add(column.name)
        if column.sort == "number":
            return Numbers(column, label, read_number(f"1 {unit}", label.unit) if unit else 1.0, None)
        table, codes = np.array([np.nan]), np.zeros(column.rows, np.int64)
        if column.sort in {"text", "object"}:
            codes, values = self.each(column, lambda value: label.read(_with_unit(value, unit)))
            table = np.array([*(np.nan if value is None else value for value in values), np.nan], np.float64)
        return Numbers(column, label, 1.0, table[codes])

    # -- truths, terms and days --------------------------------------------------------------------------------

    def truth(self, column: Column) -> NDArray[np.uint8]:
        """Truths of a column of true and false, or of yes and no."""
        self.looked_into.add(column.name)
        if column.sort == "truth":
            return column.truths()
        if column.sort in {"text", "object"}:
            return _as_truths(*self.each(column, YesNo("").read))
        return np.full(column.rows, UNSURE, np.uint8)

    def terms(self, column: Column, label: OneOf) -> tuple[NDArray[Any], list[Any]]:
        """The terms of a category, and the place of each cell among them."""
        self.looked_into.add(column.name)
        if column.sort == "text":
            return _compared(column, label) or self.each(column, label.read)
        if column.sort == "object":
            return self.each(column, label.read)
        return np.full(column.rows, NULL), []

    def days(self, column: Column) -> NDArray[np.float64]:
        """Days since 1 January 1970."""
        self.looked_into.add(column.name)
        if column.sort == "day":
            days = column.days()
            if np.fmin.reduce(days) < FIRST_DAY or np.fmax.reduce(days) > LAST_DAY:
                self._note_days(column, days)
            return days
        if column.sort in {"text", "object"}:
            codes, values = self.each(column, Day("").read)
            return _as_days(codes, values)
        return np.full(column.rows, np.nan)

    def _note_days(self, column: Column, days: NDArray[np.float64]) -> None:
        """Note the first day that makes no sense, and how many do not."""
        rows = np.flatnonzero(~are_days(days) & ~np.isnan(days))
        first = np.datetime64(int(days[rows[0]]), "D")
        message = said("expected {days}, got {given}", "应为 {days}，实为 {given}", days=DAYS, given=first)
        self.fault(column, in_rows(rows, message))

    def step(self, column: Column) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
        """Whether a step was done, and its day."""
        self.looked_into.add(column.name)
        if column.sort == "day":
            days = self.days(column)
            return np.where(np.isnan(days), UNSURE, YES).astype(np.uint8), days
        if column.sort in {"text", "object"}:
            codes, values = self.each(column, lambda value: Step.model_validate(_truth_or_value(value)))
            steps = [Step() if value is None else value for value in values]
            return _as_truths(codes, [step.done for step in steps]), _as_days(codes, [step.on for step in steps])
        return self.truth(column), np.full(column.rows, np.nan)

    def words(self, column: Column) -> None:
        """Look at names and remarks: a whole number is taken for its text, as in files."""
        self.looked_into.add(column.name)
        if column.sort == "object":
            self.each(column, _as_words)
        if column.sort != "number" or column.is_whole:
            return
        numbers = column.floats(0, column.rows)
        with np.errstate(invalid="ignore"):
            rows = np.flatnonzero(~np.isnan(numbers) & (np.floor(numbers) != numbers))
        if len(rows):
            message = said(
                "expected text, got {given:.15g}; write it in quotes",
                "应为文字，实为 {given:.15g}；请加上引号",
                given=float(numbers[rows[0]]),
            )
            self.fault(column, in_rows(rows, message))

    # -- lists -------------------------------------------------------------------------------------------------

    def listing(self, column: Column, label: Listing) -> dict[str, NDArray[np.uint8]]:
        """Whether each term of a listing is there: a list is complete."""
        names = [term.value for term in label.vocabulary]
        self.looked_into.add(column.name)
        if column.sort == "list":
            known, masks = self._masks(column, OneOf("", (), label.vocabulary).read, names)
        elif column.sort in {"text", "object"}:
            codes, values = self.each(column, lambda value: _terms_of(label.read(_listed(value))))
            known = np.array([*(value is not None for value in values), False])[codes]
            masks = {
                name: np.array([*(value is not None and name in value for value in values), False])[codes]
                for name in names
            }
        else:
            return {name: np.full(column.rows, UNSURE, np.uint8) for name in names}
        return {name: np.where(known, np.where(masks[name], YES, NO), UNSURE).astype(np.uint8) for name in names}

    def check_listing(self, column: Column, label: Listing) -> None:
        """Look at the terms of a listing, without a look at which of them each row has."""
        self.looked_into.add(column.name)
        if column.sort == "list":
            self._items(column, OneOf("", (), label.vocabulary).read)
        elif column.sort in {"text", "object"}:
            self.each(column, lambda value: label.read(_listed(value)))

    def check_parts(self, column: Column, term: Arrangement) -> None:
        """Look at the lists of parts of an arrangement, without a look at which of them each row has."""
        self.looked_into.add(column.name)
        self._items(column, partial(_part, Attested("", (), type(term)), term))

    def _items(
        self, column: Column, read: Callable[[Any], Any]
    ) -> tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[Any], list[Any]]:
        """For a column of lists: in which rows there is one; the row, and the place among the values, of each item."""
        try:
            lengths, codes, different = column.listed()
        except TypeError:
            message = both(
                "expected lists of plain values, got something else among them", "应为普通值的列表，其中却有别的东西"
            )
            self.fault(column, message)
            return np.zeros(column.rows, np.bool_), np.zeros(0, np.int64), np.zeros(0, np.int64), []
        rows = np.repeat(np.arange(column.rows), np.maximum(lengths, 0))
        codes, values = self.each(column, read, (codes, different), rows)
        unsaid = np.array([*map(_is_unknown, different), True])[codes]
        if unsaid.any():
            self.fault(column, in_rows(np.unique(rows[unsaid]), _UNSAID))
        return lengths != NULL, rows, codes, values

    def _masks(
        self, column: Column, read: Callable[[Any], Any], names: Sequence[str]
    ) -> tuple[NDArray[np.bool_], dict[str, NDArray[np.bool_]]]:
        """For a column of lists: in which rows there is one, and in which it has each name."""
        known, rows, codes, values = self._items(column, read)
        masks: dict[str, NDArray[np.bool_]] = {}
        for name in names:
            table = np.array([*(value is not None and str(value) == name for value in values), False])
            mask = np.zeros(column.rows, np.bool_)
            mask[rows[table[codes]]] = True
            masks[name] = mask
        return known, masks

    def arrangement(self, column: Column, term: Arrangement) -> dict[str, NDArray[np.uint8]]:
        """Whether an arrangement is in place (""), and each of its parts: a list of parts is complete."""
        label = Attested("", (), type(term))
        names = list(term.parts)
        self.looked_into.add(column.name)
        if column.sort == "list" and term.parts:
            known, masks = self._masks(column, partial(_part, label, term), names)
            parts = {name: np.where(known, np.where(masks[name], YES, NO), UNSURE).astype(np.uint8) for name in names}
            some = np.zeros(column.rows, np.bool_)
            for mask in masks.values():
                some |= mask
            return {"": np.where(known & some, YES, UNSURE).astype(np.uint8), **parts}
        if column.sort in {"text", "object"}:
            codes, values = self.each(column, partial(_attested, label, term))
            whole = _as_truths(codes, [None if value is None else value.in_place for value in values])
            return {"": whole} | {
                name: _as_truths(codes, [None if value is None else value.part(name) for value in values])
                for name in names
            }
        whole = self.truth(column)
        absent = np.where(whole == NO, NO, UNSURE).astype(np.uint8)
        return {"": whole} | dict.fromkeys(names, absent)


MOST_COMPARED = 6
"""How many spellings a column of terms is compared with, before each different text is looked up instead."""

AT_A_TIME = 1 << 18
"""How many cells are compared at a time, on one core."""


def _compared(column: Column, label: OneOf) -> tuple[NDArray[Any], list[Any]] | None:
    """The terms of a column in which each is spelled in one of the first few ways; None where it is not so.

    To compare a column with a text takes a tenth of what it takes to find its different texts.
    """
    terms = list(label.vocabulary)
    spelled = [
        (place, name) for at in ("value", "zh") for place, term in enumerate(terms) for name in [getattr(term, at)]
    ]
    starts = range(0, column.rows, AT_A_TIME)
    # Most columns are in one language: the words of English are looked for alone first.
    for many in sorted({min(len(terms), MOST_COMPARED), MOST_COMPARED}):
        codes = np.full(column.rows, NULL, np.int8)
        find = partial(_finder(column, spelled[:many]), codes)
        if sum(on_all_cores(find, starts)) == column.rows - column.nulls():
            return codes, terms
    return None


def _finder(column: Column, names: Sequence[tuple[int, str]]) -> Callable[[NDArray[np.int8], int], int]:
    """What finds the places of the terms that some rows spell, and in how many of these one is spelled."""
    pieces = column.letters()
    if pieces is not None:
        spellings, places = buffers.Spellings([name for _, name in names]), [place for place, _ in names]
        table = np.array([*places, NULL], np.int8)

        def find(codes: NDArray[np.int8], start: int) -> int:
            some = codes[start : start + AT_A_TIME]
            found = buffers.spelled(pieces, spellings, start, some)
            if places != list(range(len(places))):
                some[:] = table[some]
            return found

        return find

    def compare(codes: NDArray[np.int8], start: int) -> int:
        some, found = codes[start : start + AT_A_TIME], 0
        for place, name in names:
            if found < len(some):
                alike = column.equals(name, start, start + len(some))
                some += alike.view(np.int8) * np.int8(place + 1)  # from the -1 of what is not known
                found += int(np.count_nonzero(alike))
        return found

    return compare


def _tried(read: Callable[[Any], Any], value: Any) -> tuple[Any, Message | None]:  # noqa: ANN401  whatever a cell holds
    """What a value stands for, or what is wrong with it."""
    try:
        return read(value), None
    except PydanticCustomError as error:
        return None, (error.context or {})["message"]
    except ValidationError as error:
        return None, fault_message(error.errors()[0])
    except CivicRulesError as error:
        return None, error.message


def _in_order(codes: NDArray[Any], many: int) -> Iterable[int]:
    """The places of different values; of so many that not all may be read, in the order in which cells have them."""
    if many <= MOST_READ:
        return range(many)
    places, first = np.unique(codes[codes != NULL], return_index=True)
    found: list[int] = places[np.argsort(first)].tolist()
    return found


def are_days(days: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which days are known and make sense."""
    with np.errstate(invalid="ignore"):
        return (days >= FIRST_DAY) & (days <= LAST_DAY)


def in_rows(rows: NDArray[np.int64], message: Message) -> Message:
    """What is wrong with some rows: the first of them, and how many there are."""
    many = said(" ({rows:,} rows)", "（共 {rows:,} 行）", rows=len(rows)) if len(rows) > 1 else Message()
    return said(
        "row {row}: {message}{many}", "第 {row} 行：{message}{many}", row=rows[0] + 1, message=message, many=many
    )


def _as_words(value: Any) -> object:  # noqa: ANN401  whatever a cell holds
    is_whole = (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, float) and value.is_integer()
    )
    return value if is_whole else Words("").read(value)


def _part(label: Attested, term: Arrangement, value: object) -> str:
    """The part that one item of a list names."""
    [name] = [name for name, known in _attested(label, term, [value]).parts.items() if known]
    return str(name)


def _attested(label: Attested, term: Arrangement, value: object) -> Any:  # noqa: ANN401  an attestation
    known = _truth_or_value(value)
    given = _listed(known) if isinstance(known, str) and term.parts else known
    read: Any = label.read({term: given})
    return read[term]


def _truth_or_value(value: Any) -> Any:  # noqa: ANN401  whatever a cell holds
    return TRUTHS.get(value.strip().casefold(), value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:  # noqa: ANN401  whatever a cell holds
    if not isinstance(value, str):
        return value
    text = value.strip()
    return [] if text.casefold() in NOTHING else [term.strip() for term in LISTED.split(text) if term.strip()]


def _terms_of(listed: Any) -> frozenset[str]:  # noqa: ANN401  a mapping from terms to truths
    return frozenset(str(term) for term, known in listed.items() if known)


def _is_unknown(value: Any) -> bool:  # noqa: ANN401  whatever a cell holds
    return isinstance(value, str) and value.strip().casefold() in NOT_KNOWN


def _with_unit(value: Any, unit: str) -> Any:  # noqa: ANN401  whatever a cell holds
    """A bare number with the unit of the header; a cell that has a unit of its own keeps it."""
    if not unit or isinstance(value, bool):
        return value
    try:
        is_bare = not units.split_quantity(str(value))[1]
    except CivicRulesError:
        return value
    return f"{value} {unit}" if is_bare else value


def _as_truths(codes: NDArray[Any], values: Sequence[bool | None]) -> NDArray[np.uint8]:
    known = {None: UNSURE, True: YES, False: NO}
    found: NDArray[np.uint8] = np.array([*(known[value] for value in values), UNSURE], np.uint8)[codes]
    return found


def _as_days(codes: NDArray[Any], values: Sequence[Any]) -> NDArray[np.float64]:
    days = [np.nan if value is None else float(day_number(value)) for value in values]
    found: NDArray[np.float64] = np.array([*days, np.nan], np.float64)[codes]
    return found
