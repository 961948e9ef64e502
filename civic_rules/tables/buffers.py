"""Numbers of a column as Arrow lays them out, read without a copy: values, and a bit for each that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Piece(NamedTuple):
    """Some rows of a column that lie in memory in one piece.

    Attributes:
        start: The first of the rows.
        values: The numbers; anything where nothing stands.
        there: A bit for each row, the least of a byte first; None where something stands in all.
        first: The place of the bit of the first row.
    """

    start: int
    values: NDArray[Any]
    there: NDArray[np.uint8] | None
    first: int

    def absent(self, start: int, stop: int) -> NDArray[np.int8] | None:
        """0 where something stands and -1 where nothing does; None where something stands in all of some rows."""
        if self.there is None:
            return None
        first, last = self.first + start, self.first + stop
        bits = np.unpackbits(self.there[first // 8 : (last + 7) // 8], bitorder="little")[first % 8 :][: stop - start]
        absent = np.subtract(bits, 1, out=bits).view(np.int8)
        return absent if absent.any() else None


def pieces(arrays: Iterable[Any]) -> list[Piece]:
    """The pieces of a column of numbers, out of its arrays in PyArrow."""
    found, start = [], 0
    for array in arrays:
        valid, data = array.buffers()
        values = np.frombuffer(data or b"", array.type.to_pandas_dtype())[array.offset : array.offset + len(array)]
        there = np.frombuffer(valid, np.uint8) if array.null_count else None
        found.append(Piece(start, values, there, array.offset))
        start += len(array)
    return found


def floats(pieces: Iterable[Piece], start: int, stop: int, out: Floats | None = None) -> Floats:
    """The numbers of some rows, NaN where nothing stands; where no copy is needed, `out` stays as it was."""
    found = np.empty(stop - start) if out is None else out
    for piece in pieces:
        first, last = max(start, piece.start), min(stop, piece.start + len(piece.values))
        if first >= last:
            continue
        values = piece.values[first - piece.start : last - piece.start]
        absent = piece.absent(first - piece.start, last - piece.start)
        if absent is None and last - first == stop - start and values.dtype == np.float64:
            return values
        into = found[first - start : last - start]
        if absent is None:
            into[:] = values
            continue
        # A number all bits of which are set is none.
        bits = into.view(np.int64)
        np.copyto(bits, absent)
        np.bitwise_or(values.astype(np.float64, copy=False).view(np.int64), bits, out=bits)
    return found
