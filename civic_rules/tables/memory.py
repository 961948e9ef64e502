"""Memory for results: what nobody looks at any more is kept for the next report.

The system clears each page of new memory before it hands it out, which takes as long as to judge the rows. Whoever
audits one table after the other, or one table again and again, does not have to wait for that each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import finalize

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

MOST_KEPT = 1 << 28
"""How many bytes are kept at most, of a process: 256 MiB."""

FEWEST_KEPT = 1 << 20
"""From how many bytes on a piece is kept: small ones cost nothing."""

_kept: dict[int, NDArray[np.uint8]] = {}
"""Pieces that nobody looks at, by their id."""


class _Lent:
    """A piece of memory that goes back when the last array that lies on it is gone."""

    def __init__(self, piece: NDArray[np.uint8]) -> None:
        self.__array_interface__ = piece.__array_interface__
        finalize(self, _keep, piece).atexit = False


def _keep(piece: NDArray[np.uint8]) -> None:
    # Kept first and counted then: of several threads at once, the last one counts what all have kept. A lock would not
    # do, because the garbage collector may come here in the midst of whoever holds it.
    _kept[id(piece)] = piece
    if kept() > MOST_KEPT:
        _kept.pop(id(piece), None)


def kept() -> int:
    """How many bytes are kept for results to come."""
    return sum(piece.nbytes for piece in list(_kept.values()))


def new_rows(count: int, size: int, dtype: DTypeLike) -> NDArray[Any]:
    """Some rows of numbers in one piece; nothing is filled in.

    Args:
        count: How many rows.
        size: How many numbers each has.
        dtype: Of which type.
    """
    wanted = count * size * np.dtype(dtype).itemsize
    if wanted < FEWEST_KEPT:
        return np.empty((count, size), dtype)
    return np.asarray(_Lent(_piece(wanted)))[:wanted].view(dtype).reshape(count, size)


def _piece(wanted: int) -> NDArray[np.uint8]:
    """A kept piece that is large enough and not much too large, or a new one.

    What is kept and does not fit is let go: the next results will hardly want it, and memory would be held twice.
    """
    for key, piece in list(_kept.items()):
        if wanted <= piece.nbytes <= 2 * wanted and _kept.pop(key, None) is not None:
            return piece
    _kept.clear()
    return np.empty(wanted, np.uint8)
