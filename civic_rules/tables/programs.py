"""Programs: the operations that some results of one table need, in an order in which each comes after its arguments.

A program runs on one block of rows after the other, so that what is worked out in between stays in the cache.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from civic_rules.tables.kernels import INTO, KERNELS, Spare, compare
from civic_rules.tables.memory import new_rows
from civic_rules.tables.ops import ACROSS, Op, is_never_negative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

MOST_ROWS, FEWEST_ROWS = 1 << 17, 1 << 14
"""The rows of the largest and of the smallest block."""

BLOCK = 1 << 20
"""How many numbers a thread keeps of a block: what is worked out in between stays in the cache."""

LEAVES = frozenset({"day", "truth", "category", "complete", "events"})
"""Operations that read what the frames have."""


class Results:
    """Where the results of a program go: a row for each, in one piece of memory for numbers and one for truths.

    Attributes:
        each: The array of each result, in the order in which they were wanted.
        numbers: All that are numbers.
        truths: All that are single bytes.
        places: The row of each in its piece.
    """

    def __init__(self, wanted: Sequence[Op], rows: int) -> None:
        """Make the arrays; nothing is filled in."""
        are_bytes = [is_byte(op) for op in wanted]
        self.places = [are_bytes[:place].count(one) for place, one in enumerate(are_bytes)]
        self.numbers = new_rows(are_bytes.count(False), rows, np.float64)
        self.truths = new_rows(are_bytes.count(True), rows, np.uint8)
        self.each: list[NDArray[Any]] = [
            (self.truths if one else self.numbers)[place] for one, place in zip(are_bytes, self.places, strict=True)
        ]


def is_byte(op: Op) -> bool:
    """Whether the result of an operation is kept in single bytes: a truth, or whether something is so."""
    return op.is_truth or op.name == "states"


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
        sink: Which of the wanted results it is; or `NOWHERE`.
    """

    run: Callable[..., Any] | None
    args: tuple[int, ...]
    params: tuple[Any, ...]
    place: int
    into: int
    is_truth: bool
    done: tuple[int, ...]
    sink: int


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


class Order:
    """Operations of one table in an order in which each comes after its arguments, each once.

    Attributes:
        wanted: The operations whose results are wanted.
        ops: The operations; the place of one stands for its result.
        args: The places of the arguments of each.
        constants: The values of those that are constants, by place.
        numbers: Those that are columns of numbers.
        leaves: Those that are read in another way.
        sinks: Which of the wanted results each is, by place.
        done: The places of results that nobody needs after each.
    """

    def __init__(self, wanted: Sequence[Op]) -> None:
        """Put what is wanted, and all it needs, in order."""
        order: dict[int, int] = {}
        self.wanted = tuple(wanted)
        self.ops: list[Op] = []
        for op in wanted:
            for one in _in_order(op, order):
                order[id(one)] = len(self.ops)
                self.ops.append(one)
        self.args = [() if op.name in ACROSS else tuple(order[id(arg)] for arg in op.args) for op in self.ops]
        self.constants = {place: plain(op) for place, op in enumerate(self.ops) if op.is_constant}
        self.numbers = {place: op for place, op in enumerate(self.ops) if op.name == "number"}
        self.leaves = {place: op for place, op in enumerate(self.ops) if op.name in LEAVES or op.name in ACROSS}
        self.sinks = {order[id(op)]: number for number, op in enumerate(wanted)}
        self.done = done_after(self.args)


class Program:
    """The operations of an order on NumPy arrays."""

    def __init__(self, order: Order) -> None:
        """Give the results of operations arrays to be written into."""
        self.order = order
        into, self.arrays = _arrays(order)
        self.steps = [
            _Step(
                _function(op),
                order.args[place],
                op.params,
                place,
                into.get(place, ITS_OWN),
                op.is_truth,
                tuple(one for one in order.done[place] if one not in order.constants),
                order.sinks.get(place, NOWHERE),
            )
            for place, op in enumerate(order.ops)
            if place not in order.constants
        ]

    @property
    def block(self) -> int:
        """How many rows are run at a time: fewer where many results are needed at one time."""
        rows = BLOCK // max(1, self.arrays[0])
        return min(MOST_ROWS, max(FEWEST_ROWS, 1 << rows.bit_length() - 1))

    def desk(self, rows: int, results: Results) -> Desk:  # noqa: ARG002  as all
        """The arrays for one thread: no more than there are results that are needed at one time."""
        numbers, truths = self.arrays
        return Desk(new_rows(numbers + 1, rows, np.float64), new_rows(truths + 2, rows, np.uint8))

    def run(self, start: int, stop: int, load: Load, results: Results, desk: Desk) -> None:
        """Run on the rows of a block, and write the results where they belong."""
        found: list[Any] = [None] * len(self.order.ops)
        for place, value in self.order.constants.items():
            found[place] = value
        desk = desk.cut(stop - start)
        with np.errstate(all="ignore"):
            for run, args, params, place, into, is_truth, done, sink in self.steps:
                if place in load.others:
                    result = load.others[place](start, stop)
                elif into == ITS_OWN and run is not None:
                    result = run(*[found[arg] for arg in args], *params)
                else:
                    if into == IN_A_SINK:
                        out = results.each[sink][start:stop]
                    else:
                        out = (desk.truths if is_truth else desk.numbers)[into]
                    if run is None:
                        result = load.numbers[place](start, stop, out, desk.spare)
                    else:
                        result = run(*[found[arg] for arg in args], *params, out=out, spare=desk.spare)
                if sink != NOWHERE and into != IN_A_SINK:
                    results.each[sink][start:stop] = result
                found[place] = result
                for one in done:
                    found[one] = None


IN_A_SINK, ITS_OWN = -1, -2
"""In place of the number of an array of a desk: the result is written where it belongs, or into a new array."""

NOWHERE = -1
"""In place of the number of a wanted result."""


def done_after(args: Sequence[tuple[int, ...]]) -> list[list[int]]:
    """The places of results that nobody needs after each operation, its own among them where nobody reads it."""
    last = {place: place for place in range(len(args))}
    for place, of in enumerate(args):
        last.update(dict.fromkeys(of, place))
    done: list[list[int]] = [[] for _ in args]
    for place, user in last.items():
        done[user].append(place)
    return done


def _arrays(order: Order) -> tuple[dict[int, int], tuple[int, int]]:
    """Which array of a desk each result is written into, so that none is written on while it is needed.

    Returns:
        The number of the array by the place of the result, and how many arrays of numbers and of truths there are.
    """
    free: dict[bool, list[int]] = {False: [], True: []}
    made = {False: 0, True: 0}
    found: dict[int, int] = {}
    for place, op in enumerate(order.ops):
        if op.name in INTO and place in order.sinks:
            found[place] = IN_A_SINK
        elif op.name in INTO or op.name == "number":
            if not free[op.is_truth]:
                free[op.is_truth].append(made[op.is_truth])
                made[op.is_truth] += 1
            found[place] = free[op.is_truth].pop()
        for one in order.done[place]:
            if found.get(one, IN_A_SINK) != IN_A_SINK:
                free[order.ops[one].is_truth].append(found[one])
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


def plain(op: Op) -> Any:  # noqa: ANN401  a whole number for a truth, a float for a number
    """The value of a constant as an argument of an operation."""
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
