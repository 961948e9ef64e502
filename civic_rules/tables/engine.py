"""The engine for frames in memory: column operations run block by block on NumPy arrays, on all cores.

A program is the operations that some results need, in an order in which each comes after its arguments. It is run
on one block of rows after the other, so that what is worked out in between stays in the cache, and several blocks
at a time, because NumPy lets go of the interpreter. What is asked of the members of an entity, or of its holder,
lies in another table: such results are made whole first, level by level.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from threading import get_ident
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from civic_rules.tables.kernels import INTO, KERNELS, Spare, compare
from civic_rules.tables.ops import NO, UNSURE, YES, Op, is_never_negative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from civic_rules.tables.sources import Source

MOST_ROWS, FEWEST_ROWS = 1 << 17, 1 << 14
"""The rows of the largest and of the smallest block."""

BLOCK = 1 << 20
"""How many numbers a thread keeps of a block: what is worked out in between stays in the cache."""

ACROSS = frozenset({"total", "of_holder", "holder_truth"})
"""Operations whose argument is a column of another table."""

LEAVES = frozenset({"day", "truth", "category", "complete", "events"})
"""Operations that read what the frames have."""


class Sink(NamedTuple):
    """Where the result of an operation goes.

    Attributes:
        op: The operation.
        out: An array with a place for every row of its table.
    """

    op: Op
    out: NDArray[Any]


class Load(NamedTuple):
    """How the leaves of a program are read for a block.

    Attributes:
        numbers: Functions that give the columns of numbers, by their place in the program; they may write into an
            array, and on those of a `Spare`.
        others: Functions that give the other leaves.
    """

    numbers: Mapping[int, Callable[[int, int, Any, Spare], Any]]
    others: Mapping[int, Callable[[int, int], Any]]


class _Step(NamedTuple):
    """One operation of a program.

    Attributes:
        run: Its function; None for a column of numbers, which is read.
        args: The places of its arguments among the results.
        params: What else it takes.
        place: The place of its result.
        into: The number of the array of a `Desk` that its result is written into; or `IN_A_SINK`, or `ITS_OWN`.
        is_truth: Whether that is an array of single bytes.
        done: The places of results that nobody needs after it.
        sinks: The numbers of the sinks into which its result goes.
    """

    run: Callable[..., Any] | None
    args: tuple[int, ...]
    params: tuple[Any, ...]
    place: int
    into: int
    is_truth: bool
    done: tuple[int, ...]
    sinks: tuple[int, ...]


class Desk:
    """The arrays that one thread writes on while it runs a program, block after block.

    Attributes:
        numbers: Arrays of floats, of which the last is spare.
        truths: Arrays of single bytes, of which the last two are spare.
        spare: What an operation may write on.
    """

    def __init__(self, numbers: NDArray[np.float64], truths: NDArray[np.uint8]) -> None:
        """Take the arrays apart."""
        self.numbers = list(numbers)
        self.truths = list(truths)
        self.spare = Spare(self.numbers[-1], *(one.view(np.bool_) for one in self.truths[-2:]))
        self._all = numbers, truths

    def cut(self, rows: int) -> Desk:
        """The same arrays, for fewer rows."""
        numbers, truths = self._all
        return self if numbers.shape[1] == rows else Desk(numbers[:, :rows], truths[:, :rows])


class Program:
    """The operations that some results of one table need, ready to be run on blocks of its rows."""

    def __init__(self, wanted: Sequence[Op]) -> None:
        """Put the operations in order, each once, and give their results arrays to be written into."""
        order: dict[int, int] = {}
        ops: list[Op] = []
        for op in wanted:
            for one in _in_order(op, order):
                order[id(one)] = len(ops)
                ops.append(one)
        self.constants = {place: _plain(op) for place, op in enumerate(ops) if op.is_constant}
        self.numbers = {place: op for place, op in enumerate(ops) if op.name == "number"}
        self.leaves = {place: op for place, op in enumerate(ops) if op.name in LEAVES or op.name in ACROSS}
        self.size = len(ops)
        sinks: dict[int, list[int]] = {}
        for number, op in enumerate(wanted):
            sinks.setdefault(order[id(op)], []).append(number)
        args = [() if op.name in ACROSS else tuple(order[id(arg)] for arg in op.args) for op in ops]
        done = _done(args)
        into, self.arrays = _arrays(ops, done, set(sinks))
        self.steps = [
            _Step(
                _function(op),
                args[place],
                op.params,
                place,
                into.get(place, ITS_OWN),
                op.is_truth,
                tuple(one for one in done[place] if one not in self.constants),
                tuple(sinks.get(place, ())),
            )
            for place, op in enumerate(ops)
            if place not in self.constants or place in sinks
        ]

    @property
    def block(self) -> int:
        """How many rows are run at a time: fewer where many results are needed at one time."""
        rows = BLOCK // max(1, self.arrays[0])
        return min(MOST_ROWS, max(FEWEST_ROWS, 1 << rows.bit_length() - 1))

    def desk(self, rows: int) -> Desk:
        """The arrays for one thread: no more than there are results that are needed at one time."""
        numbers, truths = self.arrays
        return Desk(np.empty((numbers + 1, rows)), np.empty((truths + 2, rows), np.uint8))

    def run(self, start: int, stop: int, load: Load, outs: Sequence[Any], desk: Desk) -> None:
        """Run on the rows of a block, and write the results where they belong."""
        found: list[Any] = [None] * self.size
        for place, value in self.constants.items():
            found[place] = value
        desk = desk.cut(stop - start)
        with np.errstate(all="ignore"):
            for run, args, params, place, into, is_truth, done, sinks in self.steps:
                if place in load.others:
                    result = load.others[place](start, stop)
                elif place in self.constants:
                    result = found[place]
                elif into == ITS_OWN and run is not None:
                    result = run(*[found[arg] for arg in args], *params)
                else:
                    if into != IN_A_SINK:
                        out = (desk.truths if is_truth else desk.numbers)[into]
                    else:
                        out = outs[sinks[0]][start:stop]
                        out = out.view(np.uint8) if is_truth else out
                        sinks = sinks[1:]  # noqa: PLW2901  it is written there
                    if run is None:
                        result = load.numbers[place](start, stop, out, desk.spare)
                    else:
                        result = run(*[found[arg] for arg in args], *params, out=out, spare=desk.spare)
                for sink in sinks:
                    outs[sink][start:stop] = result
                found[place] = result
                for one in done:
                    found[one] = None


IN_A_SINK, ITS_OWN = -1, -2
"""In place of the number of an array of a desk: the result is written where it belongs, or into a new array."""


def _done(args: Sequence[tuple[int, ...]]) -> list[list[int]]:
    """The places of results that nobody needs after each operation, its own among them where nobody reads it."""
    last = {place: place for place in range(len(args))}
    for place, of in enumerate(args):
        last.update(dict.fromkeys(of, place))
    done: list[list[int]] = [[] for _ in args]
    for place, user in last.items():
        done[user].append(place)
    return done


def _arrays(
    ops: Sequence[Op], done: Sequence[Sequence[int]], sinks: set[int]
) -> tuple[dict[int, int], tuple[int, int]]:
    """Which array of a desk each result is written into, so that none is written on while it is needed.

    Returns:
        The number of the array by the place of the result, and how many arrays of numbers and of truths there are.
    """
    free: dict[bool, list[int]] = {False: [], True: []}
    made = {False: 0, True: 0}
    found: dict[int, int] = {}
    for place, op in enumerate(ops):
        if op.name in INTO and place in sinks:
            found[place] = IN_A_SINK
        elif op.name in INTO or op.name == "number":
            if not free[op.is_truth]:
                free[op.is_truth].append(made[op.is_truth])
                made[op.is_truth] += 1
            found[place] = free[op.is_truth].pop()
        for one in done[place]:
            if found.get(one, IN_A_SINK) != IN_A_SINK:
                free[ops[one].is_truth].append(found[one])
    return found, (made[False], made[True])


def _function(op: Op) -> Callable[..., Any] | None:
    """The function of an operation; a faster one where its arguments allow it."""
    if op.name == "number":
        return None
    if op.name == "compare" and is_never_negative(op.args[1]):
        return partial(compare, may_be_negative=False)
    return KERNELS.get(op.name, _nothing)


def _nothing() -> None:
    """What a leaf runs; its value is loaded."""


def _plain(op: Op) -> Any:  # noqa: ANN401  a whole number for a truth, a float for a number
    return int(op.value) if op.is_truth else op.value


def _in_order(op: Op, known: Mapping[int, int]) -> Iterable[Op]:
    """An operation after everything that it needs of its own table, without what is known."""
    seen: set[int] = set()
    waiting = [(op, False)]
    while waiting:
        one, is_ready = waiting.pop()
        if id(one) in known or id(one) in seen:
            continue
        if is_ready or one.name in ACROSS or not one.args:
            seen.add(id(one))
            yield one
            continue
        waiting.append((one, True))
        waiting += [(arg, False) for arg in reversed(one.args)]


def across(ops: Iterable[Op]) -> list[Op]:
    """The operations below, and among, some others whose argument lies in another table, in the order of need."""
    found: dict[int, Op] = {}
    seen: set[int] = set()
    waiting = [(op, False) for op in ops]
    while waiting:
        op, is_ready = waiting.pop()
        if is_ready:
            found[id(op)] = op
            continue
        if id(op) in seen:
            continue
        seen.add(id(op))
        if op.name in ACROSS:
            waiting.append((op, True))
        waiting += [(arg, False) for arg in op.args]
    return list(found.values())


class Engine:
    """Runs operations on the frames of one audit.

    Attributes:
        source: The columns of the frames and the links between them.
        workers: How many blocks are run at a time.
        progress: Called with the number of rows that are done of a run, and of how many; None for nobody.
    """

    def __init__(self, source: Source, progress: Callable[[int, int], None] | None = None) -> None:
        """Keep the source; nothing is run yet."""
        self.source = source
        self.workers = os.cpu_count() or 1
        self.progress = progress
        self._whole: dict[int, tuple[Op, NDArray[Any]]] = {}

    def run(self, sinks: Sequence[Sink], programs: dict[tuple[int, ...], Program] | None = None) -> None:
        """Fill the arrays of some sinks, which may lie in several tables."""
        needed = [op for op in across(sink.op for sink in sinks) if id(op) not in self._whole]
        for level in _levels(needed):
            self._make_whole(level)
        self._fill(sinks, programs)

    def _fill(self, sinks: Sequence[Sink], programs: dict[tuple[int, ...], Program] | None = None) -> None:
        tables: dict[str | None, list[Sink]] = {}
        for sink in sinks:
            tables.setdefault(sink.op.kind, []).append(sink)
        for sink in tables.pop(None, ()):
            sink.out[:] = sink.op.value
        work: list[tuple[Program, int, int, Any, list[Any]]] = []
        for kind, some in tables.items():
            key = tuple(id(sink.op) for sink in some)
            program = (programs or {}).get(key) or Program([sink.op for sink in some])
            if programs is not None:
                programs[key] = program
            load = Load(
                {place: self.source.number(str(kind), op.params[0]) for place, op in program.numbers.items()},
                {place: self._loader(op) for place, op in program.leaves.items()},
            )
            outs = [sink.out for sink in some]
            rows = self.source.size(str(kind))
            size = program.block
            work += [(program, at, min(at + size, rows), load, outs) for at in range(0, rows, size)]
        self._share(work)

    def _share(self, work: list[tuple[Program, int, int, Any, list[Any]]]) -> None:
        """Run blocks on all cores."""
        rows = sum(stop - start for _, start, stop, _, _ in work)
        done = 0
        desks: dict[tuple[int, int], Desk] = {}

        def run(one: tuple[Program, int, int, Any, list[Any]]) -> int:
            program, start, stop, load, outs = one
            key = id(program), get_ident()
            if key not in desks:
                desks[key] = program.desk(stop - start)
            program.run(start, stop, load, outs, desks[key])
            return stop - start

        with ExitStack() as stack:
            if len(work) > 1 and self.workers > 1:
                results: Iterable[int] = stack.enter_context(ThreadPoolExecutor(self.workers)).map(run, work)
            else:
                results = map(run, work)
            for some in results:
                done += some
                if self.progress is not None:
                    self.progress(done, rows)

    def _loader(self, op: Op) -> Callable[[int, int], Any]:
        """How a leaf is read for a block."""
        if op.name in ACROSS or op.name in {"complete", "events"}:
            whole = self._array(op)
            return lambda start, stop: whole[start:stop]
        load: Callable[[int, int], Any] = self.source.loader(op)
        return load

    def _array(self, op: Op) -> NDArray[Any]:
        """A leaf that is made whole."""
        if id(op) not in self._whole:
            make: Callable[..., NDArray[Any]] = getattr(self.source, op.name)
            made = make(str(op.kind), *op.params)
            self._whole[id(op)] = (op, made)
        return self._whole[id(op)][1]

    def _make_whole(self, level: Sequence[Op]) -> None:
        """Bring columns of other tables to the tables that ask for them."""
        needed = {id(op.args[0]): op.args[0] for op in level if not op.args[0].is_constant}
        sinks = {key: Sink(op, np.empty(self.source.size(str(op.kind)), _type(op))) for key, op in needed.items()}
        self._fill(list(sinks.values()))
        for op in level:
            inner = op.args[0]
            values = sinks[id(inner)].out if id(inner) in sinks else _plain(inner)
            self._whole[id(op)] = (op, self._brought(op, values))

    def _brought(self, op: Op, values: Any) -> NDArray[Any]:  # noqa: ANN401  an array or a plain number
        kind = str(op.kind)
        if op.name == "total":
            of, direct = op.params
            return self.source.total(kind, of, values, direct=direct)
        holders = self.source.holders(kind, op.params[0])
        nothing: float = UNSURE if op.name == "holder_truth" else np.nan
        dtype = np.uint8 if op.name == "holder_truth" else np.float64
        if not isinstance(values, np.ndarray):
            return np.where(holders >= 0, dtype(values), dtype(nothing))
        padded = np.append(values, dtype(nothing)) if len(values) else np.array([nothing], dtype)
        return padded.astype(dtype, copy=False)[holders]


def _type(op: Op) -> type[np.generic]:
    if op.name == "states":
        return np.bool_
    return np.uint8 if op.is_truth else np.float64


def _levels(ops: Sequence[Op]) -> list[list[Op]]:
    """Operations across tables in groups of which each needs only those before it."""
    depth: dict[int, int] = {}
    levels: list[list[Op]] = []
    for op in ops:
        below = [depth[id(one)] for one in across(op.args) if id(one) in depth]
        depth[id(op)] = max(below, default=-1) + 1
        while len(levels) <= depth[id(op)]:
            levels.append([])
        levels[depth[id(op)]].append(op)
    return levels


__all__ = ["NO", "UNSURE", "YES", "Engine", "Program", "Sink"]
