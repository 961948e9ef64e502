"""What lies at the border of a query: a user's columns as numbers, truths and days, and which cells cannot be used.

The type of a column is looked at before a query runs, its cells are not: a cell that cannot be used, such as a number
out of bounds or an unknown term, is not known, and a check says so to whoever asks.
"""

from __future__ import annotations

from functools import reduce
from operator import add, or_
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from civic_rules import units
from civic_rules.entities import Step
from civic_rules.entities.fields import (
    DAYS,
    EARLIEST,
    LATEST,
    MOST,
    TRUTHS,
    Listing,
    OneOf,
    Quantity,
    greatest,
    least,
    read_number,
)
from civic_rules.entities.headers import NOT_KNOWN
from civic_rules.entities.records import Attested
from civic_rules.errors import Fault
from civic_rules.messages import Message, both, joined, said
from civic_rules.tables.columns import sort_of
from civic_rules.tables.layout import FRAMES, column_of
from civic_rules.tables.lowering import EPOCH
from civic_rules.tables.numbers import NOISE
from civic_rules.tables.sorts import EXPECTED, SORT_WORDS, wrong_sort
from civic_rules.tables.table import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from civic_rules.entities.vocabulary import Vocabulary
    from civic_rules.tables.layout import Layout, Place

Expr = nw.Expr

ADVICE = both(
    "; the cells of a query are not read one by one: cast the column, or audit a frame in memory",
    "；查询的单元格不逐个读：请转换这一列的类型，或核查内存中的数据表",
)


TRUTH = both("expected true or false (是 or 否)", "应为“是”或“否”（true 或 false）")

STEP = both(
    "expected true or false (是 or 否), or days; text is not read as days: cast the column",
    "应为“是”或“否”（true 或 false），或日期；文字不读作日期：请转换这一列的类型",
)

NULLS = frozenset({"Null", '"NULL"', "void"})
"""What engines call the type of a column in which nothing stands."""

NULL_LISTS = frozenset({"List(Null)", '"NULL"[]', "array<void>"})
"""What they call that of a column of lists in which nothing stands."""

BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What may stand around a word: engines do not agree on it."""

SEEN = r"[^\p{C}\p{Z}]"
"""A character that can be seen."""


def name_of(place: int) -> str:
    """What the column at a place of a user's frame is called in a query."""
    return f"c{place}"


class Check(NamedTuple):
    """Something that may be wrong with the cells of a column.

    Attributes:
        header: The header of the column.
        message: What was expected.
        wrong: Whether a cell cannot be used.
    """

    header: str
    message: Message
    wrong: Expr


def day_number(day: Expr) -> Expr:
    """A calendar day as the number of days since 1 January 1970."""
    before = day.dt.year().cast(nw.Int64) - 1
    # Whole numbers are divided here, so that nothing is rounded in any engine.
    leap = before // 4 - before // 100 + before // 400
    return (before * 365 + leap + day.dt.ordinal_day().cast(nw.Int64) - EPOCH).cast(nw.Float64)


def first_known(parts: Iterable[Expr]) -> Expr:
    """The first of several truths, or days, that is known."""
    found = list(parts)
    return found[0] if len(found) == 1 else nw.coalesce(*found)


class Border:
    """The columns of one frame as expressions, and what is wrong with their types.

    Attributes:
        kind: What the frame holds.
        layout: Which column says what.
        faults: What is wrong with the types of the columns that were asked for.
        checks: What may be wrong with the cells of those columns.
        prepared: What the expressions of those columns are made of: columns to be added to the frame first.
    """

    def __init__(self, kind: str, layout: Layout, schema: Mapping[str, Any], types: Sequence[str]) -> None:
        """Keep the types of the columns, and what the engine calls them; none is looked at yet."""
        self.kind = kind
        self.layout = layout
        self.model = FRAMES[kind]
        self.faults: dict[str, Fault] = {}
        self.checks: dict[tuple[str, str], Check] = {}
        self.prepared: dict[str, Expr] = {}
        self._schema = schema
        self._types = dict(zip(schema, types, strict=True))
        self._cells = {header: name_of(place) for place, header in enumerate(schema)}

    def cell(self, header: str) -> Expr:
        """A column of the frame."""
        return nw.col(self._cells[header])

    def sort(self, header: str) -> str:
        """What the cells of a column are."""
        return "nothing" if self._types[header] in NULLS else sort_of(self._schema[header])

    def type_name(self, header: str) -> str:
        """What messages call the type of a column: as the engine does where narwhals does not know it."""
        dtype = self._schema[header]
        return self._types[header] if "Unknown" in str(dtype) else str(dtype)

    def lists(self, header: str) -> Expr:
        """A column of lists; those of a fixed length are lists as others are."""
        dtype, cell = self._schema[header], self.cell(header)
        return cell.cast(nw.List(dtype.inner)) if dtype == nw.Array else cell

    def seen(self, header: str) -> Expr:
        """Whether something stands in a cell of a column of ids that can be seen."""
        cell = self.cell(header)
        known = ~cell.is_null()
        return known & cell.cast(nw.String).str.contains(SEEN) if self.sort(header) == "text" else known

    def _wrong_sort(self, header: str, expected: Message) -> None:
        sort, dtype = self.sort(header), self.type_name(header)
        if sort == "nothing":
            return
        hint = ADVICE if sort in {"text", "other"} else Message()
        self.faults[header] = Fault(column_of(self.kind, header), wrong_sort(expected, sort, dtype) + hint)

    def _check(self, header: str, message: Message, wrong: Expr) -> None:
        self.checks[header, message] = Check(header, message, wrong)

    def needed(self, name: str) -> None:
        """Check that no cell of a column is empty."""
        header = self.layout.facts[name].header
        self._check(header, both("expected something in every row", "每行都应有值"), self.cell(header).is_null())

    # -- numbers and days --------------------------------------------------------------------------------------

    def number(self, name: str) -> Expr:
        """A number in the unit of its field; null where it is NaN, out of bounds or a part of what comes whole."""
        place, label = self.layout.facts[name], label_of(self.model, name)
        assert isinstance(label, Quantity)  # noqa: S101  the field holds a number
        header = place.header
        if self.sort(header) != "number":
            self._wrong_sort(header, said("numbers of {unit}", "以{unit}计的数", unit=units.many_message(label.unit)))
            return nw.lit(None, nw.Float64)
        dtype = self._schema[header]
        cell = self.cell(header) if dtype == nw.Float64 else self.cell(header).cast(nw.Float64)
        if place.unit:
            cell *= nw.lit(float(read_number(f"1 {place.unit}", label.unit)))
        low, high = label.minimum, MOST if label.maximum is None else label.maximum
        number, given, usable = cell, cell, _within(cell, low, high)
        if label.whole and not dtype.is_integer():
            number, is_whole = _whole(cell, NOISE if place.unit else 0)
            given, usable = nw.when(is_whole).then(number).otherwise(cell), _within(number, low, high) & is_whole
            parts = said(
                "expected a whole number of {unit}", "应为以{unit}计的整数", unit=units.many_message(label.unit)
            )
            self._check(header, parts, _within(given, low, high) & ~is_whole)
        is_number = cell <= nw.lit(float("inf"))  # NaN counts as greater than any number
        self._check(header, least(low, label.unit), given < nw.lit(float(low)))
        self._check(header, greatest(high, label.unit), is_number & (given > nw.lit(float(high))))
        return self._prepare(header, nw.when(usable).then(number))

    def _prepare(self, header: str, made: Expr) -> Expr:
        """A column that is made of another before anything else is."""
        name = f"known {self._cells[header]}"
        self.prepared[name] = made
        return nw.col(name)

    def day(self, name: str) -> Expr:
        """Days since 1 January 1970, of a date or a step."""
        if not self._is_step(name):
            return self._day(self.layout.facts[name].header)
        facts = self.layout.facts
        said = [self._day(facts[name].header)] if name in facts and self.sort(facts[name].header) == "day" else []
        if f"{name}.on" in facts:
            said.append(self._day(facts[f"{name}.on"].header))
        return first_known(said) if said else nw.lit(None, nw.Float64)

    def _day(self, header: str) -> Expr:
        if self.sort(header) != "day":
            self._wrong_sort(header, SORT_WORDS["day"])
            return nw.lit(None, nw.Float64)
        day = self._date(header)
        usable = (day >= nw.lit(EARLIEST)) & (day <= nw.lit(LATEST))
        self._check(header, said("expected {days}", "应为 {days}", days=DAYS), ~usable)
        return nw.when(usable).then(day_number(day))

    def _date(self, header: str) -> Expr:
        """A column of days as days: those of its time zone, where it has one, which a cast of Polars passes over."""
        cell, zone = self.cell(header), getattr(self._schema[header], "time_zone", None)
        return cell.cast(nw.Date) if zone is None else cell.dt.date()

    def on_day(self, name: str, number: int, *, moves: bool) -> Expr:
        """Whether a day is a given day of its month, or the Monday after it where it falls on a weekend."""
        day = self._date(self.layout.facts[name].header)
        of_month = day.dt.day()
        exact = of_month == number
        if not moves:
            return exact
        moved = (of_month == number + 1) | (of_month == number + 2)
        return exact | ((day.dt.weekday() == 1) & moved)

    # -- truths and terms --------------------------------------------------------------------------------------

    def truth(self, name: str) -> Expr:
        """A truth: of a field, a step, a term of a listing, an arrangement or a part of one."""
        if self._is_step(name):
            return self._step(name)
        if name.startswith("arrangements."):
            return self._arranged(name)
        if name in self.model.specs():
            return self._said(self.layout.facts[name].header)
        return self._item(name)

    def listed(self, name: str) -> Expr:
        """Whether the members of an entity are known, which a column says."""
        return self._said(self.layout.lists[name].header)

    def said(self, name: str) -> Expr:
        """What a column of its own says of a truth."""
        return self._said(self.layout.facts[name].header)

    def category(self, name: str, terms: frozenset[str]) -> Expr:
        """Whether an entity is of one of some terms."""
        label, header = label_of(self.model, name), self.layout.facts[name].header
        assert isinstance(label, OneOf)  # noqa: S101  the field holds a term
        if self.sort(header) != "text":
            self._wrong_sort(header, EXPECTED["category"])
            return nw.lit(None, nw.Boolean)
        cell = self.cell(header).cast(nw.String)
        names = [name for term in label.vocabulary for name in _names(term)]
        known = joined(both(term.value, term.zh) for term in label.vocabulary)
        wanted = said("expected one of {known}", "应为以下之一：{known}", known=known)
        self._check(header, wanted, _none_of(cell, cell.str.strip_chars(BLANKS), names))
        yes = [name for term in label.vocabulary if str(term) in terms for name in _names(term)]
        return _is_one_of(self._known(header, names, cell, cell.str.strip_chars(BLANKS)), yes)

    def _known(self, header: str, words: list[str], *written: Expr) -> Expr:
        """The text of a column where it is one of some words, in one of the ways in which it may be written.

        Nearly every cell has such a word as it stands, and DuckDB looks no further then.
        """
        first, *others = written
        found = nw.when(first.is_in(words)).then(first)
        for other in others:
            found = found.when(other.is_in(words)).then(other)
        return self._prepare(header, found)

    def _said(self, header: str, sorts: Message = SORT_WORDS["truth"], wanted: Message = TRUTH) -> Expr:
        """A truth of a column of true and false, or of yes and no."""
        sort = self.sort(header)
        if sort == "truth":
            return self.cell(header)
        if sort != "text":
            self._wrong_sort(header, sorts)
            return nw.lit(None, nw.Boolean)
        cell = self.cell(header).cast(nw.String)
        plain = cell.str.strip_chars(BLANKS).str.to_lowercase()
        self._check(header, wanted, _none_of(cell, plain, list(TRUTHS)))
        known = self._known(header, list(TRUTHS), cell, plain)
        return _is_one_of(known, [word for word, is_so in TRUTHS.items() if is_so])

    def _is_step(self, name: str) -> bool:
        spec = self.model.specs().get(name)
        return spec is not None and spec.model is Step

    def _step(self, name: str) -> Expr:
        """Whether a step was done, of which one column may say all, or one whether and one when."""
        facts = self.layout.facts
        said = []
        if name in facts:
            header = facts[name].header
            is_day = self.sort(header) == "day"
            given = self._day(header) if is_day else self._said(header, EXPECTED["step"], STEP)
            said.append(nw.when(~given.is_null()).then(nw.lit(True)) if is_day else given)  # noqa: FBT003  a truth
        if f"{name}.done" in facts:
            said.append(self._said(facts[f"{name}.done"].header))
        return first_known(said) if said else nw.lit(None, nw.Boolean)

    def _item(self, name: str) -> Expr:
        """Whether a term of a listing is there, by a column of its own or one of lists."""
        whole, _, term = name.rpartition(".")
        facts = self.layout.facts
        said = [self._said(facts[name].header)] if name in facts else []
        if whole in facts:
            label = label_of(self.model, whole)
            assert isinstance(label, Listing)  # noqa: S101  the field holds a listing
            said.append(
                self._contains(facts[whole], _names(label.vocabulary(term)), [_names(one) for one in label.vocabulary])
            )
        return first_known(said)

    def _contains(self, place: Place, names: tuple[str, ...], known: list[tuple[str, ...]]) -> Expr:
        """Whether a list has a term; a list is complete."""
        if self.sort(place.header) != "list" or not self._holds_texts(place.header):
            self._wrong_sort(place.header, EXPECTED["listing"])
            return nw.lit(None, nw.Boolean)
        cell = self.lists(place.header)
        has = {one: cell.list.contains(one) for some in known for one in some}
        found = reduce(add, [nw.when(one).then(1).otherwise(0) for one in has.values()])
        self._check(
            place.header,
            both("expected lists of known terms", "应为词表中词的列表"),
            cell.list.unique().list.len() > found,
        )
        return reduce(or_, [has[one] for one in names])

    def _holds_texts(self, header: str) -> bool:
        """Whether terms can stand in the lists of a column."""
        return self._types[header] in NULL_LISTS or sort_of(self._schema[header].inner) == "text"

    def _arranged(self, name: str) -> Expr:
        """Whether an arrangement, or a part of one, is in place: one part that is says that the whole is."""
        _, key, *part = name.split(".")
        label = self.model.labels()["arrangements"]
        assert isinstance(label, Attested)  # noqa: S101  the field holds arrangements
        term = label.vocabulary(key)
        facts = self.layout.facts
        parts = {
            one: self._said(facts[at].header) for one in term.parts if (at := f"arrangements.{key}.{one}") in facts
        }
        place = facts.get(f"arrangements.{key}")
        listed: dict[str, Expr] = {}
        said = []
        if place is not None and self.sort(place.header) == "list" and term.parts:
            names = {one.key: (one.key, one.zh) for one in term.parts.values()}
            listed = {one: self._contains(place, some, list(names.values())) for one, some in names.items()}
            said.append(_if_any(list(listed.values())))
        elif place is not None:
            said.append(self._said(place.header))
        if part:
            own = [some[part[0]] for some in (parts, listed) if part[0] in some]
            # Only a column of the whole says that none of it is there.
            absent = [] if listed else [nw.when(~whole).then(nw.lit(False)) for whole in said]  # noqa: FBT003  a truth
            return first_known([*own, *absent])
        if parts:
            said.append(_if_any(list(parts.values())))
        return first_known(said)


def _within(number: Expr, low: float, high: float) -> Expr:
    return (number >= nw.lit(float(low))) & (number <= nw.lit(float(high)))


def _whole(number: Expr, relative: float) -> tuple[Expr, Expr]:
    """The whole number next to one, and whether that one is it but for noise; of other units, noise grows with it."""
    nearest = (number + nw.lit(0.5)).floor().cast(nw.Float64)
    noise = number * nw.lit(relative) + nw.lit(units.TOLERANCE) if relative else nw.lit(units.TOLERANCE)
    return nearest, (number - nearest).abs() <= noise


def _names(term: Vocabulary) -> tuple[str, ...]:
    """What data may call a term."""
    return (term.value, term.zh)


def _if_any(parts: list[Expr]) -> Expr:
    """True where one of several truths holds, else not known."""
    return nw.when(reduce(or_, parts)).then(nw.lit(True))  # noqa: FBT003  a truth


def _is_one_of(text: Expr, words: list[str]) -> Expr:
    """Whether a text is one of some words; not known where it is null."""
    return text.is_in(words) if words else nw.when(~text.is_null()).then(nw.lit(False))  # noqa: FBT003  a truth


def _none_of(cell: Expr, text: Expr, words: list[str]) -> Expr:
    """Whether the text of a cell says something and is none of some words; most cells are one as they stand."""
    is_known = ~text.str.to_lowercase().is_in(sorted(NOT_KNOWN))
    return nw.when(~cell.is_in(words)).then(is_known & ~text.is_in(words))
