"""Work on parts of a table, shared between all cores: NumPy and compiled loops let go of the interpreter.

Whoever asks works along, and the other cores have threads that stay for the next table: to start them, or to wait until
one of them wakes up, takes as long as to judge thousands of rows.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from threading import Lock, local
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

Part = TypeVar("Part")
Found = TypeVar("Found")


@cache  # to ask the system takes as long as to judge a row
def cores() -> int:
    """How many cores there are."""
    return os.cpu_count() or 1


class _Threads:
    """The threads of this process beside the one that asks; they are started when they are needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ThreadPoolExecutor | None = None
        self.here = local()

    def pool(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(cores() - 1, "civic_rules")
            return self._pool


_threads = _Threads()


def _begin_anew() -> None:
    """Forget the threads: a process that was forked has none of them."""
    global _threads  # noqa: PLW0603  there is one for each process
    _threads = _Threads()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


class _Share(Generic[Part, Found]):
    """Some parts, of which each thread takes the next one that nobody has taken."""

    def __init__(self, run: Callable[[Part], Found], parts: Sequence[Part]) -> None:
        self._run = run
        self._waiting = deque(enumerate(parts))
        self._done: dict[int, Found] = {}

    def take(self) -> bool:
        """Do one part; False where none is left."""
        try:
            place, part = self._waiting.popleft()
        except IndexError:
            return False
        _threads.here.is_shared = True
        try:
            self._done[place] = self._run(part)
        except BaseException:
            self.end()
            raise
        finally:
            _threads.here.is_shared = False
        return True

    def take_all(self) -> None:
        """Do parts until none is left."""
        while self.take():
            pass

    def end(self) -> None:
        """Leave what nobody has taken."""
        self._waiting.clear()

    def each(self, helpers: int) -> Iterator[Found]:
        """What is found of each part, in their order, as soon as those before it are done."""
        beside: list[Future[None]] = []
        place = 0
        try:
            # Where no thread can be had, as when the interpreter is about to end, who asks does everything.
            with suppress(RuntimeError):
                for _ in range(helpers):
                    beside.append(_threads.pool().submit(self.take_all))  # noqa: PERF401  those before a failure stay
            while self.take():
                while place in self._done:
                    yield self._done.pop(place)
                    place += 1
            for one in beside:
                # A thread that is still at the work of others is not needed any more.
                if not one.cancel():
                    one.result()
            while place in self._done:
                yield self._done.pop(place)
                place += 1
        finally:
            self.end()


def on_all_cores(run: Callable[[Part], Found], parts: Sequence[Part]) -> Iterator[Found]:
    """What a function gives for each of some parts, in their order.

    One part, or one core, needs no thread; and a part that has parts of its own is not shared further.
    """
    if len(parts) < 2 or cores() == 1 or getattr(_threads.here, "is_shared", False):  # noqa: PLR2004  one is not shared
        yield from map(run, parts)
    else:
        yield from _Share(run, parts).each(min(cores(), len(parts)) - 1)
