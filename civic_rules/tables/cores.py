"""Work on parts of a table, shared between all cores: NumPy and compiled loops let go of the interpreter."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Part = TypeVar("Part")
Found = TypeVar("Found")


def cores() -> int:
    """How many cores there are."""
    return os.cpu_count() or 1


def on_all_cores(run: Callable[[Part], Found], parts: Sequence[Part]) -> Iterator[Found]:
    """What a function gives for each of some parts, in their order; one part, or one core, needs no thread."""
    if len(parts) < 2 or cores() == 1:  # noqa: PLR2004  one is not shared
        yield from map(run, parts)
        return
    with ThreadPoolExecutor(min(cores(), len(parts))) as pool:
        yield from pool.map(run, parts)
