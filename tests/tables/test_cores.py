"""Work is shared between the cores of a machine, whatever the work itself shares, and in processes that were forked."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from typing import Any

import pytest

from civic_rules.tables import cores
from civic_rules.tables.cores import on_all_cores


@pytest.fixture(autouse=True)
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores, whatever this one has."""
    monkeypatch.setattr(cores, "cores", lambda: 2)


def squares(count: int) -> list[int]:
    """Squares, each worked out as a part."""
    return list(on_all_cores(lambda number: number**2, range(count)))


def test_parts_come_in_their_order() -> None:
    """What is found stands in the order of the parts."""
    assert squares(100) == [number**2 for number in range(100)]


def test_parts_of_parts() -> None:
    """A part that has parts of its own does not wait for a thread that waits for it."""
    found = list(on_all_cores(lambda count: sum(squares(count)), range(40)))

    assert found == [sum(number**2 for number in range(count)) for count in range(40)]


def test_the_threads_stay() -> None:
    """Work that follows finds the threads of the work before."""
    before = {thread.name for _ in range(3) for thread in _threads_of(10)}

    assert len(before) <= 2
    assert all(name.startswith("civic_rules") for name in before)


def _threads_of(count: int) -> set[Any]:
    return set(on_all_cores(lambda _: threading.current_thread(), range(count)))


def test_an_error_of_a_part_is_an_error() -> None:
    """What a part raises is raised, and the next work is done."""
    with pytest.raises(ZeroDivisionError):
        list(on_all_cores(lambda number: 1 // number, [1, 0, 2]))

    assert squares(3) == [0, 1, 4]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_after_a_fork() -> None:
    """A process that was forked has threads of its own."""
    squares(4)

    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(squares, (4,)).get(timeout=60) == [0, 1, 4, 9]
