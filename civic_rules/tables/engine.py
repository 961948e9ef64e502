"""The engine for frames in memory: column operations run block by block on arrays, on all cores.

Several blocks are run at a time, because NumPy and compiled loops let go of the interpreter. What is asked of the
members of an entity, or of its holder, lies in another table: such results are made whole first, level by level.
"""

from __future__ import annotations

from threading import get_ident
from typing import TYPE_CHECKING, Any

import numpy as np

from civic_rules.tables.compiled import CompiledProgram, compiled_programs, is_worth
from civic_rules.tables.cores import cores, on_all_cores
from civic_rules.tables.ops import ACROSS, UNSURE, Op
from civic_rules.tables.programs import Load, Order, Program, Results, plain
from civic_rules.tables.table import read_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from civic_rules.tables.sources import Source

    Programs = dict[tuple[Any, ...], list[Any]]
    """Programs, and the operations across tables, by what they are for."""


READ_WHOLE = frozenset({"truth", "day", "category"})
"""Columns that are read whole, and not block by block."""

FEWEST_GROUPS = 8
"""From how many groups of columns on they are read by several threads."""


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
        progress: Called with the number of rows that are done of a run, and of how many; None for nobody.
    """

    def __init__(self, source: Source, progress: Callable[[int, int], None] | None = None) -> None:
        """Keep the source; nothing is run yet."""
        self.source = source
        self.progress = progress
        self._whole: dict[int, tuple[Op, NDArray[Any]]] = {}

    def run(self, wanted: Iterable[Op], kept: Programs | None = None) -> Mapping[int, NDArray[Any]]:
        """The results of operations, by the id of each; they may lie in several tables, and none is a constant.

        Args:
            wanted: The operations.
            kept: Programs of earlier runs.
        """
        each = {id(op): op for op in wanted}
        kept = {} if kept is None else kept
        key = ("across", *each)
        if key not in kept:
            kept[key] = across(each.values())
        needed = [op for op in kept[key] if id(op) not in self._whole]
        for level in _levels(needed):
            self._make_whole(level)
        return self._filled(each.values(), kept)

    def _filled(self, wanted: Iterable[Op], kept: Programs | None = None) -> dict[int, NDArray[Any]]:
        """The results of operations of which everything that lies in other tables is there."""
        tables: dict[str, list[Op]] = {}
        for op in wanted:
            tables.setdefault(str(op.kind), []).append(op)
        found: dict[int, NDArray[Any]] = {}
        work: list[tuple[Any, int, int, Load, Results]] = []
        programs = {
            kind: _programs(ops, self.source.size(kind), {} if kept is None else kept) for kind, ops in tables.items()
        }
        self._read_ahead(
            [one for some in programs.values() for program in some for one in program.order.leaves.values()]
        )
        for kind, some in programs.items():
            rows = self.source.size(kind)
            for program in some:
                results = Results(program.order.wanted, rows)
                found |= zip(map(id, program.order.wanted), results.each, strict=True)
                load, size = self._load(kind, program), program.block
                work += [(program, at, min(at + size, rows), load, results) for at in range(0, rows, size)]
        self._share(work)
        return found

    def _read_ahead(self, leaves: Iterable[Op]) -> None:
        """Read the columns of truths, terms and days, which are read whole, on all cores."""
        groups: dict[tuple[str, str], dict[int, Op]] = {}
        for op in leaves:
            if op.name in READ_WHOLE:
                groups.setdefault((str(op.kind), read_with(op.params[0])), {})[id(op)] = op
        if len(groups) < FEWEST_GROUPS or cores() == 1:
            return
        # Columns of one group rest on each other; those of different groups do not.
        for _ in on_all_cores(lambda group: [self.source.loader(op) for op in group.values()], list(groups.values())):
            pass

    def _load(self, kind: str, program: Program | CompiledProgram) -> Any:  # noqa: ANN401  as the program needs it
        """How the leaves of a program are read for a block."""
        if isinstance(program, CompiledProgram):
            rows = self.source.size(kind)
            return program.load(kind, self.source, lambda op: self._loader(op)(0, rows))
        return Load(
            {place: self.source.number(kind, op.params[0]) for place, op in program.order.numbers.items()},
            {place: self._loader(op) for place, op in program.order.leaves.items()},
        )

    def _share(self, work: list[tuple[Any, int, int, Load, Results]]) -> None:
        """Run blocks on all cores."""
        rows = sum(stop - start for _, start, stop, _, _ in work)
        done = 0
        desks: dict[int, tuple[Any, Any]] = {}

        def run(one: tuple[Any, int, int, Load, Results]) -> int:
            program, start, stop, load, results = one
            # Programs come one after the other: a thread needs the arrays of one at a time.
            of, desk = desks.get(get_ident(), (None, None))
            if of is not program:
                desk = program.desk(stop - start, results)
                desks[get_ident()] = program, desk
            program.run(start, stop, load, results, desk)
            return stop - start

        for some in on_all_cores(run, work):
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
        found = self._filled({id(op.args[0]): op.args[0] for op in level if not op.args[0].is_constant}.values())
        for op in level:
            inner = op.args[0]
            values = plain(inner) if inner.is_constant else found[id(inner)]
            if inner.name == "states":
                values = values.view(np.bool_)
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


def _programs(ops: Sequence[Op], rows: int, kept: Programs) -> list[Any]:
    """The programs that give some results of one table: compiled ones where that is worth it."""
    key = tuple(map(id, ops))
    if key not in kept:
        kept[key] = [Order(ops)]
    [order] = kept[key]
    is_compiled = is_worth(order, rows)
    if (is_compiled, key) not in kept:
        kept[is_compiled, key] = compiled_programs(order) if is_compiled else [Program(order)]
    return kept[is_compiled, key]


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
