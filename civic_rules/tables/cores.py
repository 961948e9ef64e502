"""Work on parts of a table, shared between all cores: NumPy and compiled loops let go of the interpreter.

The threads stay for the next table: to start them takes as long as to judge thousands of rows.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Lock, local
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Part = TypeVar("Part")
Found = TypeVar("Found")


def cores() -> int:
    """How many cores there are."""
    return os.cpu_count() or 1


class _Threads:
    """The threads of this process, as many as there are cores; they are started when they are needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ThreadPoolExecutor | None = None
        self.here = local()

    def pool(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(cores(), "civic_rules", initializer=self._mark)
            return self._pool

    def _mark(self) -> None:
        self.here.is_shared = True


_threads = _Threads()


def _begin_anew() -> None:
    """Forget the threads: a process that was forked has none of them."""
    global _threads  # noqa: PLW0603  there is one for each process
    _threads = _Threads()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


def on_all_cores(run: Callable[[Part], Found], parts: Sequence[Part]) -> Iterator[Found]:
    """What a function gives for each of some parts, in their order.

    One part, or one core, needs no thread; and a part that has parts of its own is not shared further.
    """
    if len(parts) < 2 or cores() == 1 or getattr(_threads.here, "is_shared", False):  # noqa: PLR2004  one is not shared
        yield from map(run, parts)
    else:
        yield from _threads.pool().map(run, parts)
