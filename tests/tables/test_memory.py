"""Memory for results is handed on: never while somebody looks at it, and no more of it is kept than is said."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import civic_rules as cr
from civic_rules.tables import memory
from civic_rules.tables.memory import MOST_KEPT, kept, new_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

MANY = 200_000
"""Numbers that take more than is kept at least."""


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    gc.collect()
    memory._kept.clear()


def test_what_nobody_looks_at_is_used_again() -> None:
    """The memory of an array that is gone serves the next one of its size."""
    first = new_rows(2, MANY, np.float64)
    where = first.ctypes.data
    del first

    second = new_rows(2, MANY, np.float64)

    assert (where, (2, MANY), 0) == (second.ctypes.data, second.shape, kept())


def test_what_somebody_looks_at_is_not() -> None:
    """A part of an array, however it was cut and cast, keeps the memory from others."""
    first = new_rows(2, MANY, np.float64)
    first[:] = 1.0
    part = first[1, ::7].view(np.int64)[3:]
    was = part.copy()
    del first

    second = new_rows(2, MANY, np.float64)
    second[:] = 2.0

    assert (was.tolist(), 0) == (part.tolist(), kept())


def test_memory_serves_results_of_another_type() -> None:
    """Bytes are bytes: a piece that is not much too large is taken for anything."""
    first = new_rows(1, MANY, np.float64)
    del first

    second = new_rows(8, MANY - 1, np.uint8)

    assert (second.flags.c_contiguous, second.shape, str(second.dtype)) == (True, (8, MANY - 1), "uint8")


def test_memory_that_does_not_fit_is_let_go() -> None:
    """What is kept for results of another size would be held beside them."""
    first = new_rows(1, MANY, np.float64)
    del first
    assert kept() == 8 * MANY

    second = new_rows(1, 10 * MANY, np.float64)

    assert (second.size, kept()) == (10 * MANY, 0)


def test_no_more_is_kept_than_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece that would be too much goes back to the system; small ones always do."""
    monkeypatch.setattr(memory, "MOST_KEPT", 12 * MANY)
    pieces = [new_rows(1, MANY, np.float64), new_rows(1, MANY, np.float64), new_rows(1, 10, np.float64)]
    del pieces

    assert (kept(), MOST_KEPT) == (8 * MANY, 1 << 28)


def test_no_more_is_kept_by_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pieces that come back at once, of which one would be too much, are not both kept."""
    monkeypatch.setattr(memory, "MOST_KEPT", 12 * MANY)
    both_counted = Barrier(2, timeout=30)

    def counted() -> int:
        found = kept()
        both_counted.wait()
        return found

    monkeypatch.setattr(memory, "kept", counted)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(memory._keep, [np.empty(8 * MANY, np.uint8) for _ in range(2)]))

    assert kept() <= 12 * MANY


def test_a_report_that_is_gone_gives_its_memory_back_at_once() -> None:
    """No report holds itself, so that nobody has to wait for the garbage collector; arrays outlive it."""
    frame = pl.DataFrame({"workers": [9, 10, None] * MANY, "facility_area": [100.0, None, 500.0] * MANY})
    book = cr.load("yancheng-2013-6")
    gc.disable()
    try:
        report = cr.audit_table(frame, book, on="2015-12-31")
        array = report.verdicts["facility-required-area"]
        first = array[:3].tolist()
        assert report.measured["facility-required-area"][0] == 100
        gone = weakref.ref(report)
        del report
        assert gone() is None
        held = kept()
        del array
        given_back = kept() - held
        again = cr.audit_table(frame, book, on="2015-12-31")
    finally:
        gc.enable()

    assert (given_back > 0, first) == (True, again.verdicts["facility-required-area"][:3].tolist())


@pytest.mark.parametrize(
    "look",
    [
        lambda array: memoryview(array[1])[10:20],
        lambda array: np.frombuffer(array, np.uint8)[8:],
        lambda array: np.from_dlpack(array)[1],
        lambda array: pl.Series(array[0]),
        lambda array: pl.Series(array[0]).to_arrow(),
        lambda array: pa.array(array[1]).slice(100),
    ],
    ids=["memoryview", "frombuffer", "dlpack", "polars", "polars_arrow", "pyarrow"],
)
def test_what_other_libraries_look_at_is_not_used_again(look: Callable[[NDArray[Any]], Any]) -> None:
    """Whoever took the numbers over without a copy keeps them."""
    first = new_rows(2, MANY, np.float64)
    first[:] = 1.5
    looked_at = look(first)
    was = np.array(looked_at).tolist()
    del first

    second = new_rows(2, MANY, np.float64)
    second[:] = 2.0

    assert was == np.array(looked_at).tolist()
