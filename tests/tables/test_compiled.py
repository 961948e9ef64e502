"""Compiled loops give what NumPy gives: each operation, limits, whole programs; and they are there where numba is."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.tables import compiled
from civic_rules.tables.buffers import seen
from civic_rules.tables.compiled import instructions, letters, loops, machine
from civic_rules.tables.compiled.machine import PIECE, WINDOW
from civic_rules.tables.compiled.opcodes import CHAINED, Code
from civic_rules.tables.kernels import KERNELS
from civic_rules.tables.ops import TRUTHS, Op
from civic_rules.tables.programs import Load, Order, Program, Results

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

pytest.importorskip("numba")

ROWS = WINDOW + PIECE + 7
"""More than a window, and no whole number of pieces."""

ODD = [0.0, -1.0, 1.0, 43.0, 42.99999, 43 * (1 - 1e-12), 1e-300, 2e15, np.inf, -np.inf, np.nan, 0.5, -0.5, 7.0000001]

OF_NUMBERS = dict.fromkeys(("sum", "difference", "product", "quotient", "largest", "smallest", "same_day"), 2)
OF_NUMBERS |= dict.fromkeys(("agreed_low", "agreed_high", "equal"), 2)
OF_NUMBERS |= dict.fromkeys(("product_low", "product_high", "quotient_low", "quotient_high"), 4)
OF_NUMBERS |= dict.fromkeys(("positive", "finite"), 1)
OF_TRUTHS = dict.fromkeys(("all_of", "any_of", "agreed", "halfway", "first_known", "guard", "verdict"), 2)
OF_TRUTHS |= {"not_": 1, "not_false": 1, "open_": 1, "where_truth": 3}

CASES: list[tuple[str, str, tuple[Any, ...]]] = [
    *((name, "n" * count, ()) for name, count in OF_NUMBERS.items()),
    *((name, "t" * count, ()) for name, count in OF_TRUTHS.items()),
    *((name, "nnn", ()) for name in ("sum", "product", "largest", "smallest", "same_day")),
    *((name, "ttt", ()) for name in ("all_of", "any_of", "agreed")),
    *((name, "t", ()) for name in ("all_of", "any_of")),
    *(("compare", "nn", (op,)) for op in (">=", ">", "<=", "<", "==")),
    *(("compare", "np", (op,)) for op in (">=", ">", "<=", "<")),
    *(("scaled", "n", factors) for factors in ((1, 100), (1000, 1), (3, 7))),
    *(("round_up", "n", (is_gap,)) for is_gap in (True, False)),
    ("otherwise", "n", (5.0,)),
    ("where", "tnn", ()),
    ("if_known", "nt", ()),
    ("shortfall", "vn", ()),
    ("count", "ttt", (0b100,)),
    ("count", "t", (0b011,)),
    ("states", "tt", (0b101_010_110,)),
]
"""Operations, what they take (numbers, numbers that are never negative, truths, verdicts), and their parameters."""


def leaf(sort: str, place: int) -> Op:
    """A column: numbers are days, which may be negative, or numbers of a column."""
    name = {"n": "day", "p": "number"}.get(sort, "truth")
    return Op(name, (), (f"{sort}{place}",), "community")


def drawn(sort: str, seed: int) -> NDArray[Any]:
    """Values of a column."""
    random = np.random.default_rng(seed)
    if sort in "np":
        values = np.where(random.random(ROWS) < 0.3, random.choice(ODD, ROWS), random.normal(0, 100, ROWS))
        return np.abs(values) if sort == "p" else values
    return random.integers(0, 4 if sort == "v" else 3, ROWS).astype(np.uint8)


def both(wanted: list[Op], columns: dict[str, NDArray[Any]]) -> tuple[list[NDArray[Any]], list[NDArray[Any]]]:
    """The results of operations on NumPy arrays, and by compiled loops."""
    order = Order(wanted)
    by_numpy = Results(order.wanted, ROWS)
    program = Program(order)

    def read(op: Op) -> Any:  # noqa: ANN401  a function
        return lambda start, stop, *_: columns[op.params[0]][start:stop]

    leaves = Load({at: read(op) for at, op in order.numbers.items()}, {at: read(op) for at, op in order.leaves.items()})
    for start, stop in pairwise([*range(0, ROWS, 5000), ROWS]):
        program.run(start, stop, leaves, by_numpy, program.desk(stop - start, by_numpy))
    found = [one for of_loops in compiled.compiled_programs(order) for one in by_loops(of_loops, columns)]
    return by_numpy.each, found


def by_loops(program: compiled.CompiledProgram, columns: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
    """The results of one program of compiled loops."""
    order, results = program.order, Results(program.order.wanted, ROWS)
    numbers = [seen(columns[order.ops[at].params[0]]) for at in program.leaves_of_numbers]
    truths = [columns[order.ops[at].params[0]] for at in program.leaves_of_truths]
    load = instructions.CompiledLoad(numbers, truths, [lambda *_: None] * len(numbers))
    desk = program.desk(ROWS, results)
    for start, stop in ((0, 20), (20, ROWS)):
        program.run(start, stop, load, results, desk)
    return results.each


def made(name: str, sorts: str, params: tuple[Any, ...]) -> tuple[Op, dict[str, NDArray[Any]]]:
    """An operation on columns, and the values of these."""
    args = tuple(leaf(sort, place) for place, sort in enumerate(sorts))
    columns = {arg.params[0]: drawn(sort, place) for place, (arg, sort) in enumerate(zip(args, sorts, strict=True))}
    if "agreed_" in name or name.endswith(("_low", "_high")):
        # Bounds: nothing is NaN, and the least is not above the greatest.
        columns = {
            key: np.nan_to_num(values, nan=7.0, posinf=np.inf, neginf=-np.inf) for key, values in columns.items()
        }
        if len(args) == 4:
            for low, high in (("n0", "n1"), ("n2", "n3")):
                columns[low], columns[high] = np.sort([columns[low], columns[high]], axis=0)
    return Op(name, args, params, "community"), columns


@pytest.mark.parametrize(("name", "sorts", "params"), CASES, ids=str)
def test_each_operation(name: str, sorts: str, params: tuple[Any, ...]) -> None:
    """An operation gives the same by compiled loops, for odd numbers too."""
    op, columns = made(name, sorts, params)

    [wanted], [found] = both([op], columns)

    np.testing.assert_array_equal(found.astype(np.float64), wanted.astype(np.float64))


def test_every_operation_is_tested() -> None:
    """No operation that engines know is left out above, and each has its code."""
    assert set(KERNELS) == {name for name, _, _ in CASES}
    assert {one for one in CHAINED if Code[one.upper()].gives_truths} == CHAINED & TRUTHS


def test_more_columns_than_one_program_reads() -> None:
    """Rules over many columns are several programs, of which none reads too many; together they give every result."""
    count = 2 * instructions.MOST_LEAVES + 5
    numbers, truths = [leaf("n", place) for place in range(count)], [leaf("v", place) for place in range(count)]
    columns = {op.params[0]: drawn(op.params[0][0], place) for place, op in enumerate((*numbers, *truths))}
    wanted = [
        Op("where_truth", tuple(truths[place : place + 3]), (), "community")
        if place % 2
        else Op("sum", tuple(numbers[place : place + 2]), (), "community")
        for place in range(count - 2)
    ]

    programs = compiled.compiled_programs(Order(wanted))
    expected, found = both(wanted, columns)

    assert len(programs) > 2
    assert all(len({*one.leaves_of_numbers, *one.leaves_of_truths}) <= instructions.MOST_LEAVES for one in programs)
    for one, same in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one, same)


@pytest.mark.parametrize("is_rounded", [True, False])
@pytest.mark.parametrize("factors", [None, (1, 100), (1000, 1), (3, 7)])
def test_what_is_missing(factors: tuple[int, int] | None, is_rounded: bool) -> None:  # noqa: FBT001  a case
    """A difference that is scaled, rounded up and shown where a verdict is failed is one instruction."""
    verdict, a, b = leaf("v", 0), leaf("n", 1), leaf("n", 2)
    gap = Op("difference", (a, b), (), "community")
    if factors is not None:
        gap = Op("scaled", (gap,), factors, "community")
    if is_rounded:
        gap = Op("round_up", (gap,), (True,), "community")
    op = Op("shortfall", (verdict, gap), (), "community")
    columns = {"v0": drawn("v", 0), "n1": drawn("n", 1), "n2": drawn("n", 2)}

    [wanted], [found] = both([op], columns)

    assert [len(one.code) for one in compiled.compiled_programs(Order([op]))] == [1]
    np.testing.assert_array_equal(found, wanted)


TERMS: dict[str, Callable[[Op], Op]] = {
    "a number": lambda one: one,
    "times a constant": lambda one: Op("product", (one, constant(100.0)), (), "community"),
    "a constant times it": lambda one: Op("product", (constant(-7.5), one), (), "community"),
    "above zero": lambda one: Op("positive", (one,), (), "community"),
    "times a constant above zero": lambda one: Op(
        "product", (constant(43.0), Op("positive", (one,), (), "community")), (), "community"
    ),
    "a constant": lambda _: constant(43.0),
}


def constant(value: float) -> Op:
    """A number that is the same in each row."""
    return Op("literal", (), (value,), None)


@pytest.mark.parametrize("sense", [">=", ">", "<=", "<"])
@pytest.mark.parametrize(("first", "second"), [*pairwise(TERMS), *pairwise(reversed(TERMS))])
@pytest.mark.parametrize(("factors", "is_whole"), [(None, True), ((1, 100), False), ((3, 7), True), (None, False)])
@pytest.mark.parametrize("has_condition", [True, False])
def test_a_limit_is_one_instruction(  # noqa: PLR0913, PLR0917  cases
    sense: str,
    first: str,
    second: str,
    factors: tuple[int, int] | None,
    is_whole: bool,  # noqa: FBT001
    has_condition: bool,  # noqa: FBT001
) -> None:
    """A verdict and what is missing where it is failed are one instruction, with factors, floors and a condition."""
    a, b = TERMS[first](leaf("n", 0)), TERMS[second](leaf("n", 1))
    compared = Op("compare", (a, b), (sense,), "community")
    verdict = Op("verdict", (leaf("t", 2), compared), (), "community") if has_condition else compared
    gap = Op("difference", (b, a) if ">" in sense else (a, b), (), "community")
    gap = gap if factors is None else Op("scaled", (gap,), factors, "community")
    gap = Op("round_up", (gap,), (True,), "community") if is_whole else gap
    wanted = [verdict, Op("shortfall", (verdict, gap), (), "community")]
    columns = {"n0": drawn("n", 0), "n1": drawn("n", 1), "t2": drawn("t", 2)}

    by_numpy, by_loops = both(wanted, columns)

    [program] = compiled.compiled_programs(Order(wanted))
    assert len(program.code) == (1 if "=" in sense else 2 + has_condition)
    for one, other in zip(by_numpy, by_loops, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_limit_that_is_missed_on_the_other_side() -> None:
    """What is missing is not what the verdict compares: each has its instruction, and one may be wanted alone."""
    a, b = leaf("n", 0), leaf("n", 1)
    verdict = Op("compare", (a, b), (">=",), "community")
    other = Op("shortfall", (verdict, Op("difference", (a, b), (), "community")), (), "community")
    twice = Op("shortfall", (verdict, Op("difference", (b, a), (), "community")), (), "community")
    again = Op("shortfall", (verdict, Op("round_up", twice.args[1:], (True,), "community")), (), "community")
    columns = {"n0": drawn("n", 0), "n1": drawn("n", 1)}
    for wanted in (
        [verdict, other],
        [twice],
        [verdict, twice, again, other],
        [again, verdict, Op("not_", (verdict,), (), "community")],
    ):
        by_numpy, by_loops = both(wanted, columns)

        for one, same in zip(by_numpy, by_loops, strict=True):
            np.testing.assert_array_equal(one, same)


def test_what_is_missing_on_either_side() -> None:
    """Of a range, what is missing is a choice of two gaps, each of which is one instruction."""
    verdict, low, number = leaf("v", 0), leaf("t", 1), leaf("n", 2)
    gaps = [Op("difference", pair, (), "community") for pair in ((number, constant(50.0)), (constant(-50.0), number))]
    whole = [Op("round_up", (gap,), (True,), "community") for gap in gaps]
    short = Op("shortfall", (verdict, Op("where", (low, *whole), (), "community")), (), "community")
    columns = {"v0": drawn("v", 0), "t1": drawn("t", 1), "n2": drawn("n", 2)}

    [wanted], [found] = both([short], columns)

    assert [len(one.code) for one in compiled.compiled_programs(Order([short]))] == [3]
    np.testing.assert_array_equal(found, wanted)


def test_what_others_need_too_is_kept() -> None:
    """A difference that two results rest on is worked out, and what is wanted may be a column or a part of another."""
    a, b, when = leaf("n", 0), leaf("n", 1), leaf("t", 2)
    gap = Op("difference", (a, b), (), "community")
    verdict = Op("verdict", (when, Op("compare", (a, b), (">=",), "community")), (), "community")
    short = Op("shortfall", (verdict, gap), (), "community")
    columns = {"n0": drawn("n", 0), "n1": drawn("n", 1), "t2": drawn("t", 2)}

    wanted, found = both([short, verdict, gap, a, when, Op("sum", (gap, short), (), "community")], columns)

    for one, other in zip(wanted, found, strict=True):
        np.testing.assert_array_equal(one, other)


OPERATIONS = [case for case in CASES if case[0] not in {"states", "count"} and not case[0].endswith(("_low", "_high"))]


@given(data=st.data())
def test_random_programs(data: st.DataObject) -> None:
    """Operations on each other's results, of which some are wanted: no draft is written on while it is needed."""
    pools = {"n": [leaf("n", place) for place in range(3)], "t": [leaf("t", place) for place in range(3, 6)]}
    pools["p"] = [leaf("p", 6)]
    constants = [Op("literal", (), (value,), None) for value in (0.0, 43.0, -7.5)]
    made_ops: list[Op] = []
    for _ in range(data.draw(st.integers(1, 25))):
        name, sorts, params = data.draw(st.sampled_from(OPERATIONS))
        args = [data.draw(st.sampled_from(pools["t" if sort == "v" else sort])) for sort in sorts]
        if "n" in sorts[1:] and data.draw(st.booleans()):
            args[sorts.rindex("n")] = data.draw(st.sampled_from(constants))
        op = Op(name, tuple(args), params, "community")
        if name != "verdict":
            pools["t" if op.is_truth else "n"].append(op)
        made_ops.append(op)
    wanted = data.draw(st.lists(st.sampled_from(made_ops), min_size=1, max_size=6, unique_by=id))
    columns = {one.params[0]: drawn(one.params[0][0], seed) for seed, one in enumerate(pools["n"][:3] + pools["t"][:3])}
    columns["p6"] = drawn("p", 6)

    by_numpy, by_loops = both(wanted, columns)

    for one, other in zip(by_numpy, by_loops, strict=True):
        np.testing.assert_array_equal(one, other)


# -- where numba is --------------------------------------------------------------------------------------------


def test_machine_code_is_made_anew_where_any_source_changes(tmp_path: Path) -> None:
    """Kept machine code is that of all sources: numba alone looks at the file of the outermost function."""
    package = tmp_path / "compiled"
    shutil.copytree(Path(compiled.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    same = loops.sources_of(package)
    (package / "limits.py").write_text("# another version", "utf-8")
    kept = [one.py_func.__closure__[0].cell_contents for one in (machine.run, letters.spelled, letters.rising)]

    assert [same, *kept] == [loops.SOURCES] * 4
    assert loops.sources_of(package) != same


@pytest.mark.parametrize(
    ("variable", "lacks", "wanted"), [("", "", True), ("1", "", False), ("", "numba", False), ("", "numba.core", False)]
)
def test_without_numba(variable: str, lacks: str, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001  a case
    """Where numba is not installed, does not fit the rest or may not compile, NumPy judges tables of any size."""
    monkeypatch.setenv("NUMBA_DISABLE_JIT", variable)
    if lacks == "numba":
        monkeypatch.setattr(instructions, "find_spec", lambda _: None)
    elif lacks:
        for name in ("machine", "limits", "loops"):
            monkeypatch.delitem(sys.modules, f"civic_rules.tables.compiled.{name}")
        monkeypatch.setitem(sys.modules, lacks, None)

    found = instructions.is_available.__wrapped__()

    assert wanted == found


def test_an_import_that_is_interrupted() -> None:
    """Where the import of numba was interrupted it lies in pieces: NumPy judges all tables of this process."""
    script = """
import sys
import civic_rules as cr, polars as pl
from civic_rules.tables.compiled import instructions
class Interrupting:
    def find_spec(self, name, *_):
        if name == "numba.extending" and self in sys.meta_path:
            sys.meta_path.remove(self)
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
instructions.WORTH = 0
def audit():
    frame = pl.DataFrame({"facility_area": [400.0, 500.0], "households": 2350})
    return cr.audit_table(frame, cr.load("yancheng-2013-6"), on="2015-12-31").words("facility-required-area")
try:
    audit()
except KeyboardInterrupt:
    print("interrupted", audit())
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603  this script

    assert (done.stderr, done.stdout) == ("", "interrupted ['failed', 'passed']\n")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer that interrupts")
def test_who_is_interrupted_learns_of_it() -> None:
    """An interruption while loops run is one when they end, and no error of the system."""
    rows = 50 * WINDOW
    order = Order([Op("sum", (leaf("n", 0),) * 20, (), "community")])
    [program] = compiled.compiled_programs(order)
    results = Results(order.wanted, rows)
    load = instructions.CompiledLoad([seen(np.zeros(rows))], [], [lambda *_: None])
    desk = program.desk(rows, results)
    program.run(0, rows, load, results, desk)  # now the loops are there

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def run_interrupted() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        program.run(0, rows, load, results, desk)
        time.sleep(1)

    was = signal.signal(signal.SIGALRM, interrupt)
    try:
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                run_interrupted()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, was)
