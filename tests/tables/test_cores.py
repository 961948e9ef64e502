"""Work is shared between the cores of a machine, whatever the work itself shares, and in processes that were forked."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
import time
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


def test_who_asks_works_along() -> None:
    """Two cores have one thread beside the one that asks, and both work."""
    both = threading.Barrier(2, timeout=60)

    def here(_: int) -> threading.Thread:
        both.wait()
        return threading.current_thread()

    found = set(on_all_cores(here, range(2)))

    assert threading.current_thread() in found
    assert len(found) == 2


def test_the_threads_stay() -> None:
    """Work that follows finds the threads of the work before."""
    before = {thread.name for _ in range(3) for thread in _threads_of(10)} - {threading.current_thread().name}

    assert len(before) <= 1
    assert all(name.startswith("civic_rules") for name in before)


def _threads_of(count: int) -> set[Any]:
    return set(on_all_cores(lambda _: threading.current_thread(), range(count)))


def test_an_error_of_a_part_is_an_error() -> None:
    """What a part raises is raised, and the next work is done."""
    with pytest.raises(ZeroDivisionError):
        list(on_all_cores(lambda number: 1 // number, [1, 0, 2]))

    assert squares(3) == [0, 1, 4]


@pytest.mark.parametrize("is_mine", [True, False])
def test_an_error_of_either_thread_is_an_error(*, is_mine: bool) -> None:
    """It does not matter which thread meets the error, and what nobody has begun is left."""
    both, me, begun = threading.Barrier(2, timeout=60), threading.current_thread(), []

    def fail(part: int) -> None:
        begun.append(part)
        if part < 2:
            both.wait()
        if (threading.current_thread() is me) == is_mine:
            raise ZeroDivisionError
        time.sleep(0.001)

    with pytest.raises(ZeroDivisionError):
        list(on_all_cores(fail, range(10_000)))

    assert len(begun) < 10_000


def test_who_stops_asking_stops_the_work() -> None:
    """Parts that nobody has begun are left when no more is asked for."""
    begun: list[int] = []

    def note(part: int) -> None:
        begun.append(part)
        time.sleep(0.001)

    for _ in on_all_cores(note, range(10_000)):
        break

    cores._threads.pool().submit(int).result(timeout=60)
    assert len(begun) < 10_000


def test_two_who_ask_at_once() -> None:
    """Whoever finds the threads at the work of another does all parts alone, and does not wait for them."""
    waiting, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        waiting.set()
        go_on.wait(timeout=60)

    held = cores._threads.pool().submit(hold)
    waiting.wait(timeout=60)
    found = squares(100)
    was_held = not held.done()
    go_on.set()

    assert found == [number**2 for number in range(100)]
    assert was_held


def test_who_outlives_the_interpreter_works_alone() -> None:
    """No thread is to be had any more when the main thread has ended, nor at its exit: whoever asks does all parts."""
    script = """
import atexit, threading
from civic_rules.tables import cores
cores.cores = lambda: 2
def ask():
    print(list(cores.on_all_cores(lambda number: number**2, range(4))), flush=True)
def ask_later():
    threading.main_thread().join()
    ask()
ask()
atexit.register(ask)
threading.Thread(target=ask_later).start()
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  this script

    assert (done.stderr, done.stdout) == ("", "[0, 1, 4, 9]\n" * 3)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_after_a_fork() -> None:
    """A process that was forked has threads of its own."""
    squares(4)

    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(squares, (4,)).get(timeout=60) == [0, 1, 4, 9]
