"""Facts of one row that cannot all be so: what the audit of an entity refuses, asked of whole columns.

The pairs stand beside the fields of the entities (`Record.wholes`, `Record.denials`), and what belongs to an
arrangement in its vocabulary. Which of them the columns of a frame can show is found out here once for all engines.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from civic_rules.entities.base import denial_text, excess_text
from civic_rules.entities.records import Attested, Step, part_text
from civic_rules.errors import Fault
from civic_rules.messages import Message, both
from civic_rules.tables.cells import are_days, in_rows
from civic_rules.tables.cores import on_all_cores
from civic_rules.tables.layout import FRAMES, column_of
from civic_rules.tables.ops import NO, YES
from civic_rules.units import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import narwhals as nw
    from numpy.typing import NDArray

    from civic_rules.tables.columns import Column
    from civic_rules.tables.layout import Layout
    from civic_rules.tables.numbers import Numbers
    from civic_rules.tables.table import Table

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

CHECKED = 1 << 16
"""How many rows are compared together, so that they stay in the cache."""


NOWHERE = np.zeros(0, np.int64)
"""No rows."""


class Pair(NamedTuple):
    """Two facts that may contradict each other.

    Attributes:
        fact: The fact to look at, by its name.
        other: The whole of which it is a part, or the truth without which there is nothing of it.
    """

    fact: str
    other: str


@cache
def declared(kind: str, what: str) -> tuple[Pair, ...]:
    """The pairs that a kind of entity and the records in it declare, by dotted names.

    Args:
        kind: What the frame holds.
        what: `wholes` or `denials`.

    Examples:
        >>> declared("community", "denials")[0]
        Pair(fact='facility_area', other='has_facility')
    """
    model = FRAMES[kind]
    inner = [(f"{spec.name}.", spec.model) for spec in model.specs().values() if spec.kind == "record"]
    records: list[tuple[str, Any]] = [("", model), *inner]
    return tuple(
        Pair(f"{prefix}{fact}", f"{prefix}{other}")
        for prefix, record in records
        for fact, other in getattr(record, what)
    )


def wholes(layout: Layout) -> list[Pair]:
    """The parts and wholes of which a frame has both."""
    return [pair for pair in declared(layout.kind, "wholes") if set(pair) <= set(layout.facts)]


def denials(layout: Layout) -> list[Pair]:
    """The facts of which a frame has a truth without which there is nothing of them; steps are apart."""
    stepped = {f"{name}.on" for name in steps(layout.kind)}
    pairs = declared(layout.kind, "denials")
    return [pair for pair in pairs if pair.fact not in stepped and set(pair) <= set(layout.facts)]


@cache
def steps(kind: str) -> tuple[str, ...]:
    """The steps of a kind of entity, by dotted names."""
    return tuple(spec.name for spec in FRAMES[kind].specs().values() if spec.model is Step)


def stepped(layout: Layout) -> list[str]:
    """The steps of which several columns of a frame speak."""
    spoken = {name: (name, f"{name}.done", f"{name}.on") for name in steps(layout.kind)}
    return [name for name, columns in spoken.items() if sum(one in layout.facts for one in columns) > 1]


def arranged(layout: Layout) -> dict[str, list[str]]:
    """The arrangements of which a frame has a column, with the parts that have columns of their own."""
    found: dict[str, list[str]] = {}
    for name, place in layout.facts.items():
        whole = name.rpartition(".")[0]
        if place.target.kind == "part" and whole in layout.facts:
            found.setdefault(whole, []).append(name)
    return found


# -- columns in memory -----------------------------------------------------------------------------------------


def contradictions(table: Table) -> Iterator[Fault]:
    """What the columns of a frame in memory contradict each other in, with the first row and how many there are."""
    yield from _parts_of_wholes(table)
    yield from _denied_numbers(table)
    yield from _denied_steps(table)
    yield from _denied_arrangements(table)


def _fault(table: Table, name: str, rows: NDArray[np.int64], message: Message, value: object) -> Fault:
    return Fault(column_of(table.kind, table.layout.facts[name].header), in_rows(rows, message), value)


def fact_of(kind: str, name: str) -> Message:
    """What messages call a fact: its name, or its label."""
    return both(name, FRAMES[kind].specs()[name].zh)


def arranged_of(kind: str, name: str, part: str = "") -> Message:
    """What messages call an arrangement, or a part of one."""
    label = FRAMES[kind].labels()["arrangements"]
    assert isinstance(label, Attested)  # noqa: S101  the field holds arrangements
    term = label.vocabulary(name)
    return both(part, term.parts[part].zh) if part else both(name, term.zh)


def _parts_of_wholes(table: Table) -> Iterator[Fault]:
    """Parts that are larger than their wholes."""
    pairs = wholes(table.layout)
    each: Any = on_all_cores if table.frame.rows > CHECKED else map
    found = each(lambda pair: table.exceeded[pair] if pair in table.exceeded else _is_any_above(table, pair), pairs)
    for pair, is_any in zip(pairs, found, strict=True):
        rows = _excesses(table, pair) if is_any else NOWHERE
        if len(rows):
            first = int(rows[0])
            part, most = (float(table.numbers(one).values(first, first + 1)[0]) for one in pair)
            whole = fact_of(table.kind, pair.other)
            yield _fault(table, pair.fact, rows, excess_text(part, whole, most), part)


def _is_any_above(table: Table, pair: Pair) -> bool:
    """Whether some number of a part is larger than that of its whole, whatever is wrong with both."""
    rows = table.frame.rows
    part, whole = (table.numbers(name) for name in pair)
    spare = np.empty((2, min(CHECKED, rows)))
    for start in range(0, rows, CHECKED):
        stop = min(start + CHECKED, rows)
        a, b = (one.values(start, stop, out[: stop - start]) for one, out in zip((part, whole), spare, strict=True))
        with np.errstate(invalid="ignore"):
            if np.greater(a, b).any():
                return True
    return False


def _excesses(table: Table, pair: Pair) -> NDArray[np.int64]:
    """The rows in which a part is larger than its whole."""
    part, whole = (table.numbers(name) for name in pair)
    rows = table.frame.rows
    return np.flatnonzero(_is_over(part, part.read(0, rows)[0], whole, whole.read(0, rows)[0]))


def _is_over(part: Numbers, a: Floats, whole: Numbers, b: Floats) -> Mask:
    """Where sound numbers of a part are larger than those of its whole, and not by noise alone."""
    with np.errstate(invalid="ignore"):
        found: Mask = part.sound(a) & whole.sound(b) & (a - b > TOLERANCE * a)
    return found


def _denied_numbers(table: Table) -> Iterator[Fault]:
    """Numbers of what is denied: a floor area without rooms."""
    for name, truth in denials(table.layout):
        denied = np.flatnonzero(table.truth(truth) == NO)
        if not len(denied):
            continue
        one = table.numbers(name)
        numbers, _ = one.read(0, table.frame.rows)
        numbers = numbers[denied]
        rows = denied[one.sound(numbers) & (numbers != 0)]
        if len(rows):
            value = float(one.values(int(rows[0]), int(rows[0]) + 1)[0])
            yield _fault(table, name, rows, denial_text(value, one.label.unit, fact_of(table.kind, truth)), value)


def _denied_steps(table: Table) -> Iterator[Fault]:
    """Days of steps that were not done."""
    facts = table.layout.facts
    for name in stepped(table.layout):
        columns = [table.column(facts[one].header) for one in (name, f"{name}.done", f"{name}.on") if one in facts]
        if not any(_may_clash(_denial(one), other) for one in columns for other in columns if one is not other):
            continue
        done, days = table.truth(name), table.day(name)
        denied = (done == NO) & are_days(days)
        if name in facts and f"{name}.done" in facts:
            denied |= (table.truth(f"{name}.done") == NO) & are_days(table.own_step(name)[1])
        rows = np.flatnonzero(denied)
        if len(rows):
            day = np.datetime64(int(days[rows[0]]), "D").astype(object)
            truth = f"{name}.done" if f"{name}.done" in facts and table.truth(f"{name}.done")[rows[0]] == NO else name
            where = f"{name}.on" if f"{name}.on" in facts else name
            yield _fault(table, where, rows, denial_text(day, "", fact_of(table.kind, truth)), day)


def _denied_arrangements(table: Table) -> Iterator[Fault]:
    """Parts that are in place of arrangements that are not."""
    facts = table.layout.facts
    for name, parts in arranged(table.layout).items():
        denied = _denial(table.column(facts[name].header))
        for part in parts:
            if not _may_clash(denied, table.column(facts[part].header)):
                continue
            there = table.said(part)
            assert there is not None  # noqa: S101  the frame has its column
            rows = np.flatnonzero((table.own_arrangement(name)[""] == NO) & (there == YES))
            if len(rows):
                whole = name.partition(".")[2]
                told = part_text(
                    arranged_of(table.kind, whole, part.rpartition(".")[2]), arranged_of(table.kind, whole)
                )
                yield _fault(table, part, rows, told, True)  # noqa: FBT003  the value


def _denial(column: Column) -> nw.Series[Any] | bool:
    """Where a column denies something: of truths as bits, else whether it may."""
    if column.sort == "truth":
        denied: nw.Series[Any] = ~column.series
        return denied
    return column.sort in {"text", "object"}


def _may_clash(denied: nw.Series[Any] | bool, fact: Column) -> bool:  # noqa: FBT001  a truth
    """Whether something may be denied in a row that has a fact; a look at bits often shows that it is not."""
    if isinstance(denied, bool) or fact.sort not in {"truth", "day"}:
        return denied is not False and fact.sort != "nothing"
    there = fact.series
    return bool((denied & (there if fact.sort == "truth" else ~there.is_null())).any())
