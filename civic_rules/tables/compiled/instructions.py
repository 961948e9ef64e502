"""Programs as instructions for compiled loops.

An instruction is a row of whole numbers: which operation, where its result goes, where its arguments stand; and two
floats for what else it takes.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from civic_rules.tables.buffers import Plain, Spellings, TextPiece, address, are_rising, seen, spelled
from civic_rules.tables.compiled.joins import WITH_ITS_VERDICT, Gap, Joined, joined, reached
from civic_rules.tables.compiled.opcodes import CHAINED, COMPARISONS, Code, Extra, Instruction, Term, instruction
from civic_rules.tables.memory import new_rows
from civic_rules.tables.ops import YES, Op
from civic_rules.tables.programs import Order, Results, done_after, is_byte

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from civic_rules.tables.sources import Source

LOOPS = "civic_rules.tables.compiled.machine"
"""The module of the loops."""

WORTH = 50_000_000
"""From how many operations on rows on the compiled loops are taken: to load them takes half a second, to compile them
the first time a quarter of a minute."""

BLOCK = 1 << 15
"""How many rows a thread takes at a time."""

APART = 72
"""How many numbers lie between two rows that are written on: a processor takes rows that are apart by whole pages for
the same at first."""

MOST_LEAVES = 48
"""How many columns one program reads: what is read of some rows has to stay in the nearer caches."""


@cache
def is_available() -> bool:
    """Whether numba is installed, fits what else is, and may compile."""
    if (
        find_spec("numba") is None
        or _was_interrupted.is_set()
        or os.environ.get("NUMBA_DISABLE_JIT", "0") not in {"", "0"}
    ):
        return False
    try:
        import civic_rules.tables.compiled.machine  # noqa: F401, PLC0415  it is slow to import
    except Exception:  # noqa: BLE001  NumPy may be newer than numba knows, or numba lie in pieces
        return False
    except BaseException:
        _was_interrupted.set()
        raise
    return True


_was_interrupted = Event()
"""Set where the import of numba was interrupted: it lies in pieces then, and NumPy does all in this process."""


def is_loaded() -> bool:
    """Whether the loops are there already, because a large table was judged: then they serve for smaller work too."""
    return LOOPS in sys.modules


def is_worth(order: Order, rows: int) -> bool:
    """Whether the operations of an order are run by compiled loops."""
    return rows * len(order.ops) >= WORTH and is_available()


def compiled_programs(order: Order) -> list[CompiledProgram]:
    """The programs that give the wanted results of an order, of which none reads too many columns."""
    groups: list[list[Op]] = []
    read: set[int] = set()
    for op in order.wanted:
        alone = Order([op])
        own = {id(alone.ops[place]) for place in (*alone.numbers, *alone.leaves)}
        if not groups or len(read | own) > MOST_LEAVES:
            groups.append([])
            read = set()
        groups[-1].append(op)
        read |= own
    return [CompiledProgram(Order(group)) for group in groups]


class CompiledProgram:
    """The operations of an order as instructions.

    Attributes:
        order: The operations.
        code: The instructions: the operation, the place of its result, the places of its arguments.
        extras: What each takes besides, see `opcodes.Extra`.
    """

    block = BLOCK

    def __init__(self, order: Order) -> None:
        """Write the instructions."""
        self.order = order
        self._joined = joined(order)
        args = dict(enumerate(order.args)) | {place: one.args for place, one in self._joined.items()}
        needed = reached(args, order.sinks)
        self._args = [args[place] if place in needed else () for place in range(len(order.ops))]
        done = done_after(self._args)
        self._numbers = _Places(order, done, needed, is_bytes=False)
        self._truths = _Places(order, done, needed, is_bytes=True)
        rows: list[Instruction] = []
        for place, op in enumerate(order.ops):
            if place in needed - order.constants.keys() and not (self._is_read(place) and place not in order.sinks):
                rows += self._instructions(place, op)
        self.code = np.array([one.code for one in rows], np.int64).reshape(-1, 7)
        self.extras = np.array([one.extras for one in rows], np.float64).reshape(-1, len(Extra))

    @property
    def leaves_of_numbers(self) -> Sequence[int]:
        """The places of the numbers that are read, in the order in which `CompiledLoad` has their columns."""
        return self._numbers.leaves

    @property
    def leaves_of_truths(self) -> Sequence[int]:
        """The places of the truths that are read."""
        return self._truths.leaves

    def _is_read(self, place: int) -> bool:
        return place in self.order.numbers or place in self.order.leaves

    # -- instructions ----------------------------------------------------------------------------------------------

    def _instructions(self, place: int, op: Op) -> list[Instruction]:
        """The instructions of an operation, nearly always one."""
        args = self._args[place]
        out = (self._truths if is_byte(op) else self._numbers).written[place]
        match op.name:
            case _ if self._is_read(place):
                rows = [self._one(Code.COPY_TRUTH if is_byte(op) else Code.COPY, out, [place])]
            case _ if place in self._joined:
                rows = self._together(out, op, self._joined[place])
            case "count":
                rows = self._counted(out, args, float(op.params[0]))
            case "agreed":
                rows = self._of_ends(Code.AGREED, (Code.ALL_OF, Code.ANY_OF), out, args)
            case "same_day":
                rows = self._of_ends(Code.SAME_DAY, (Code.FIRST_DAY, Code.LAST_DAY), out, args)
            case "compare":
                rows = [self._one(COMPARISONS[op.params[0]], out, args)]
            case "scaled":
                rows = [self._one(Code.SCALED, out, args, *op.params)]
            case name if name in CHAINED:
                rows = self._chained(Code[name.upper()], out, args)
            case name:
                rows = [self._one(Code[name.strip("_").upper()], out, args, *op.params[:1])]
        return rows

    def _together(self, out: int, op: Op, what: Joined) -> list[Instruction]:
        """The instructions of an operation that takes others along."""
        if what is WITH_ITS_VERDICT:
            return []
        if what.sense:
            return [self._limit(out, what)]
        if what.gaps:
            return self._short(out, what)
        return [instruction(COMPARISONS[op.params[0]], out, self._at(what.terms), (), terms=what.terms)]

    def _short(self, out: int, what: Joined) -> list[Instruction]:
        """What is missing where a verdict is failed."""
        verdict, *holds = (self._truths.read[place] for place in what.truths)
        into = self._numbers.spare if holds else (out,)
        rows = [self._gap(one, gap, verdict) for one, gap in zip(into, what.gaps, strict=True)]
        return [*rows, *(instruction(Code.WHERE, out, self._numbers.spare, [one]) for one in holds)]

    def _gap(self, out: int, gap: Gap, verdict: int) -> Instruction:
        """What lies between two numbers where a verdict is failed."""
        code = Code.WHOLE_GAP if gap.is_whole else Code.GAP
        return instruction(code, out, self._at(gap.terms), [verdict], gap.up, gap.down, gap.terms)

    def _limit(self, out: int, what: Joined) -> Instruction:
        """A verdict with its shortfall; what always holds stands for what need not hold."""
        [gap], short = what.gaps, self._numbers.written[what.shortfall]
        when = self._truths.read[what.truths[0]] if what.truths else self._truths.neutral
        code = Code.LOW_LIMIT if what.sense == ">=" else Code.HIGH_LIMIT
        numbers = self._at(what.terms)
        return instruction(code, out, numbers, [when, short], gap.up, gap.down, what.terms, is_whole=gap.is_whole)

    def _at(self, terms: Sequence[Term]) -> list[int]:
        """Where the numbers of terms stand."""
        return [self._numbers.neutral if term.place is None else self._numbers.read[term.place] for term in terms]

    def _one(self, code: Code, out: int, args: Sequence[int], x: float = 0.0, y: float = 0.0) -> Instruction:
        """An instruction on results of other operations."""
        numbers = [self._numbers.read[arg] for arg in args if not is_byte(self.order.ops[arg])]
        truths = [self._truths.read[arg] for arg in args if is_byte(self.order.ops[arg])]
        return instruction(code, out, numbers, truths, float(x), float(y))

    def _chained(self, code: Code, out: int, args: Sequence[int]) -> list[Instruction]:
        """An operation on any number of arguments: two at a time."""
        of = [(self._truths if code.gives_truths else self._numbers).read[arg] for arg in args]
        if len(of) == 1:
            return [_of_its_kind(Code.COPY_TRUTH if code.gives_truths else Code.COPY, out, of)]
        pairs = [(of[0], of[1]), *((out, one) for one in of[2:])]
        return [_of_its_kind(code, out, pair) for pair in pairs]

    def _of_ends(self, code: Code, ends: tuple[Code, Code], out: int, args: Sequence[int]) -> list[Instruction]:
        """An operation on the least and the greatest of its arguments."""
        spare = (self._truths if code.gives_truths else self._numbers).spare
        rows = [row for end, into in zip(ends, spare, strict=True) for row in self._chained(end, into, args)]
        return [*rows, _of_its_kind(code, out, spare)]

    def _counted(self, out: int, args: Sequence[int], table: float) -> list[Instruction]:
        """How many truths are in one of the states of a table: one after the other is added."""
        of = [self._truths.read[arg] for arg in args]
        return [instruction(Code.COUNT, out, [], [one], table, float(row > 0)) for row, one in enumerate(of)]

    # -- running ---------------------------------------------------------------------------------------------------

    def load(self, kind: str, source: Source, whole: Callable[[Op], NDArray[Any]]) -> CompiledLoad:
        """Where the columns that are read lie in memory.

        Args:
            kind: What the frame holds.
            source: The columns of the frames.
            whole: Gives any other leaf as an array.
        """
        columns, checks, names = [], [], []
        for place in self.leaves_of_numbers:
            op = self.order.ops[place]
            is_column = op.name == "number"
            names.append(op.params[0] if is_column else "")
            columns.append(source.plain(kind, op.params[0]) if is_column else seen(whole(op)))
            checks.append(source.number(kind, op.params[0]) if is_column else _unchecked)
        facts = [np.ascontiguousarray(whole(self.order.ops[place]), np.uint8) for place in self.leaves_of_truths]
        pairs = source.looked_at(kind, names)
        places = [(names.index(part), names.index(of)) for part, of in pairs]
        return CompiledLoad(columns, facts, checks, places, list(pairs.values()))

    def desk(self, _rows: int, results: Results) -> Desk:
        """The arrays for one thread, with the constants in place."""
        from civic_rules.tables.compiled.machine import PIECE, WINDOW  # noqa: PLC0415  numba is slow to import

        words = np.empty(WINDOW // 8 + 1, np.uint64)
        drawn = []
        for places, dtype, wanted in (
            (self._numbers, np.float64, results.numbers),
            (self._truths, np.uint8, results.truths),
        ):
            read = new_rows(places.read_rows, WINDOW + APART, dtype)
            drafts = np.empty((places.drafts, PIECE + APART), dtype)
            for row, value in places.constants.items():
                drafts[row] = value
            drawn.append((_addresses(read, drafts, wanted), read, drafts))
        return Desk(drawn[0][0], drawn[1][0], address(words), (drawn, words))

    def run(self, start: int, stop: int, load: CompiledLoad, results: Results, desk: Desk) -> None:  # noqa: ARG002  as all
        """Run on some rows, and write the results where they belong."""
        from civic_rules.tables.compiled.machine import run  # noqa: PLC0415  numba is slow to import

        for part in load.parts(start, stop):
            first, last = max(start, part.first), min(stop, part.last)
            if first >= last:
                continue
            read = part.columns, part.facts, part.first, load.borders, load.pairs
            wrong, above = np.zeros(len(part.columns), np.int64), np.zeros(len(load.pairs), np.int64)
            run(self.code, self.extras, *read, desk.numbers, desk.truths, desk.words, first, last, wrong, above)
            for column in np.flatnonzero(wrong):
                load.checks[column](first, last)
            for pair in np.flatnonzero(above).tolist():
                load.notes[pair]()


def _of_its_kind(code: Code, out: int, args: Sequence[int]) -> Instruction:
    """An instruction on truths that gives truths, or on numbers that gives numbers."""
    return instruction(code, out, (), args) if code.gives_truths else instruction(code, out, args, ())


class Desk(NamedTuple):
    """What one thread writes on.

    Attributes:
        numbers: Where the numbers of each place lie in memory, and whether that moves on from piece to piece.
        truths: Where truths lie.
        words: Where the bits of a column are spread out.
        kept: What lies there.
    """

    numbers: NDArray[np.int64]
    truths: NDArray[np.int64]
    words: int
    kept: Any


def _addresses(read: NDArray[Any], drafts: NDArray[Any], wanted: NDArray[Any]) -> NDArray[np.int64]:
    """Where rows lie, whether they go on from piece to piece, and whether they begin anew in each window."""
    found = [
        *((address(row), 1, 1) for row in read),
        *((address(row), 0, 0) for row in drafts),
        *((address(row), 1, 0) for row in wanted),
    ]
    return np.array(found, np.int64).reshape(-1, 3)


def _unchecked(start: int, stop: int) -> None:
    """What is asked where numbers that have been looked at are wrong, which they are not."""


class Part(NamedTuple):
    """Rows of which each column lies in memory in one piece.

    Attributes:
        first: The first row.
        last: The row after the last.
        columns: Where the numbers of each column lie.
        facts: Where its truths lie.
        kept: What lies there.
    """

    first: int
    last: int
    columns: NDArray[np.int64]
    facts: NDArray[np.int64]
    kept: Any


class CompiledLoad:
    """What compiled loops read.

    Attributes:
        borders: What the numbers of each column must be.
        checks: For each column of numbers, what notes that some of its rows are wrong.
        pairs: The places of columns of which the first should not be greater than the second.
        notes: For each pair, what notes that it is.
    """

    def __init__(
        self,
        columns: list[Plain],
        facts: list[NDArray[np.uint8]],
        checks: list[Callable[[int, int], Any]],
        pairs: Sequence[tuple[int, int]] = (),
        notes: Sequence[Callable[[], None]] = (),
    ) -> None:
        """Keep the columns, and find where those lie that are read where they are."""
        self.borders = np.array([column.border for column in columns], np.float64).reshape(-1, 3)
        self.checks, self.notes = checks, notes
        self.pairs = np.array(pairs, np.int64).reshape(-1, 2)
        self._columns, self._facts = columns, facts
        is_scattered = any(column.together is not None for column in columns)
        self._parts = None if is_scattered else _parts(columns, facts, 0, sys.maxsize)

    def parts(self, start: int, stop: int) -> list[Part]:
        """Where some rows lie in memory; columns that lie in too many pieces are put together for these rows alone.

        All of such a column together would lie in new memory, which takes longer than to copy it in a cache.
        """
        if self._parts is not None:
            return self._parts
        return _parts([column.within(start, stop) for column in self._columns], self._facts, start, stop)


def _parts(columns: list[Plain], facts: list[NDArray[np.uint8]], start: int, stop: int) -> list[Part]:
    """The rows between which no column has to be looked for in another place."""
    cuts = sorted({start, *(one.start for column in columns for one in column.pieces if start < one.start < stop)})
    return [
        Part(
            first,
            last,
            np.array([column.at(first) for column in columns], np.int64).reshape(-1, 5),
            np.array([address(fact) + first for fact in facts], np.int64),
            (columns, facts),
        )
        for first, last in pairwise([*cuts, stop])
    ]


def compile_ahead() -> str | None:
    """Compile every loop, by running each on one row.

    Returns:
        Where what was compiled is kept for other processes; None where it is not.
    """
    from civic_rules.tables.compiled.machine import run  # noqa: PLC0415  numba is slow to import

    order = Order([Op("number", (), ("",), "")])
    [program] = compiled_programs(order)
    results, column = Results(order.wanted, 1), seen(np.zeros(1))
    load = CompiledLoad([column], [], [_unchecked])
    program.run(0, 1, load, results, program.desk(1, results))
    view = np.zeros(2, np.uint64)
    text = TextPiece(0, 1, 0, address(view), address(view), 0, 0, None, view)
    spelled([text], Spellings([""]), 0, np.zeros(1, np.int8))
    are_rising([text])
    found: str | None = run.stats.cache_path
    return found


class _Places:
    """Where the numbers, or the truths, of a program stand: first what is read, then drafts, then what is wanted.

    Attributes:
        leaves: The operations whose results are read, in the order of their rows.
        constants: The value of each constant, by the number of its draft.
        read: Where the result of each operation is found.
        written: Where the result of each operation goes.
        spare: Two drafts that hold nothing.
        neutral: A draft of ones, for a number that is a constant; of truths, one of what always holds.
        drafts: How many drafts there are.
    """

    def __init__(self, order: Order, done: Sequence[Sequence[int]], needed: set[int], *, is_bytes: bool) -> None:
        """Give every result its place, so that no draft is written on while it is needed."""
        of = [place for place, op in enumerate(order.ops) if is_byte(op) == is_bytes and place in needed]
        self.leaves = [place for place in of if place in order.numbers or place in order.leaves]
        constants = [place for place in of if place in order.constants]
        base = len(self.leaves)
        self.read_rows = base
        self.spare = base, base + 1
        self.neutral = base + 2
        self.constants = {2: YES if is_bytes else 1.0} | {
            3 + number: order.constants[place] for number, place in enumerate(constants)
        }
        self.read = {place: row for row, place in enumerate(self.leaves)}
        self.read |= {place: base + 3 + number for number, place in enumerate(constants)}
        self.written: dict[int, int] = {}
        free: list[int] = []
        self.drafts = len(self.spare) + len(self.constants)
        mine = set(of)
        for place in range(len(order.ops)):
            if place in mine and place not in self.read and place not in order.sinks:
                if not free:
                    free.append(base + self.drafts)
                    self.drafts += 1
                self.written[place] = self.read[place] = free.pop()
            free += [self.written[one] for one in done[place] if one in self.written]
        row = base + self.drafts
        for place in order.sinks:
            if place in mine:
                self.written[place] = row
                self.read.setdefault(place, row)
                row += 1
