"""Numbers of a column as Arrow lays them out, read without a copy: values, and a bit for each that is there."""

from __future__ import annotations

import sys
from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from civic_rules.tables.cores import on_all_cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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


def pieces(arrays: Iterable[Any], start: int = 0) -> list[Piece]:
    """The pieces of a column of numbers, out of its arrays in PyArrow, the first of which begins with some row."""
    found = []
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


class Border(NamedTuple):
    """What numbers must be.

    Attributes:
        least: The least that is allowed; minus infinity where they have been looked at.
        most: The most.
        is_whole: Whether each must be whole.
    """

    least: float
    most: float
    is_whole: bool


class Plain(NamedTuple):
    """Numbers as they lie in memory, with what they must be.

    Attributes:
        pieces: The numbers.
        border: What they must be.
        together: Puts the numbers of some rows together; None where they do not lie in too many pieces.
    """

    pieces: list[Piece]
    border: Border
    together: Callable[[int, int], list[Piece]] | None = None

    def within(self, start: int, stop: int) -> Plain:
        """The numbers of some rows at least, in few pieces."""
        return self if self.together is None else Plain(self.together(start, stop), self.border)

    def at(self, row: int) -> tuple[int, int, int, int, int]:
        """Where the numbers lie from a row on, as compiled loops read them.

        Returns:
            The type, the address, the first number, the address of the bits (0 where something stands in all), the
            first bit.
        """
        piece = self.pieces[bisect_right(self.pieces, row, key=attrgetter("start")) - 1]
        first, bits = row - piece.start, 0 if piece.there is None else address(piece.there)
        return TYPES.index(piece.values.dtype), address(piece.values), first, bits, piece.first + first


SEEN = Border(-np.inf, np.inf, is_whole=False)
"""The border of numbers that have been looked at."""


def seen(values: NDArray[Any]) -> Plain:
    """An array of numbers that have been looked at."""
    return Plain([Piece(0, np.ascontiguousarray(values, np.float64), None, 0)], SEEN)


TYPES = [np.dtype(one) for one in ("f8", "f4", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1")]
"""The types of numbers that compiled loops read."""


def address(array: NDArray[Any]) -> int:
    """Where an array lies in memory."""
    found: int = array.__array_interface__["data"][0]
    return found


class TextPiece(NamedTuple):
    """Some rows of a column of texts that lie in memory in one piece.

    Attributes:
        start: The first of the rows.
        rows: How many there are.
        layout: How the texts are laid out.
        places: The address of what says where each text is.
        letters: The address of their letters, or of the addresses of the buffers that have them.
        first: The first text.
        bits: The address of the bits that say where something stands; 0 where it does everywhere.
        array: The array of PyArrow that has them.
        kept: What else lies there.
    """

    start: int
    rows: int
    layout: int
    places: int
    letters: int
    first: int
    bits: int
    array: Any
    kept: Any


LAYOUTS = {"string_view": 0, "string": 1, "large_string": 2}
"""The place of each type of texts of Arrow among the layouts of `letters`."""


def text_pieces(arrays: Iterable[Any]) -> list[TextPiece] | None:
    """The pieces of a column of texts, out of its arrays in PyArrow; None where these are of another type."""
    found, start = [], 0
    for array in arrays:
        layout = LAYOUTS.get(str(array.type))
        if layout is None:
            return None
        valid, places, *letters = array.buffers()
        bits = valid.address if array.null_count else 0
        buffers = np.array([0 if one is None else one.address for one in letters] or [0], np.int64)
        where = address(buffers) if layout == 0 else int(buffers[0])
        at = places.address if places else 0
        found.append(TextPiece(start, len(array), layout, at, where, array.offset, bits, array, buffers))
        start += len(array)
    return found


class Spellings:
    """Some texts that are looked for.

    Attributes:
        letters: A row of letters for each.
        sizes: How many letters each has.
        words: The two halves of the view of each, where all are short.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts apart."""
        each = [text.encode() for text in texts]
        longest = max(map(len, each))
        self.sizes = np.array([len(one) for one in each], np.int64)
        self.letters = np.frombuffer(b"".join(one.ljust(longest + 1, b"\0") for one in each), np.uint8)
        self.letters = self.letters.reshape(len(each), longest + 1)
        views = [len(one).to_bytes(4, sys.byteorder) + one.ljust(12, b"\0") for one in each] if longest <= SHORT else []
        self.words = np.frombuffer(b"".join(views), np.uint64).reshape(-1, 2)


SHORT = 12
"""How many letters stand in a view itself."""


def spelled(pieces: Iterable[TextPiece], spellings: Spellings, start: int, out: NDArray[np.int8]) -> int:
    """Find which of some texts stands in each of some rows, by compiled loops.

    Args:
        pieces: The column.
        spellings: The texts.
        start: The first row.
        out: Where the number of the text goes; -1 where it is none of them.

    Returns:
        In how many rows one of them stands.
    """
    from civic_rules.tables.compiled.letters import spelled as run  # noqa: PLC0415  numba is slow to import

    found, wanted = 0, (spellings.letters, spellings.sizes, spellings.words)
    for piece in pieces:
        first, last = max(start, piece.start), min(start + len(out), piece.start + piece.rows)
        if first < last:
            at = piece.first + first - piece.start
            into = out[first - start : last - start]
            found += int(run(piece.layout, piece.places, piece.letters, at, piece.bits, *wanted, into))
    return found


RISING = 1 << 17
"""How many texts are held against each other at a time, on one core."""


def are_rising(pieces: Iterable[TextPiece]) -> bool:
    """Whether each text of a column comes after the one before, by compiled loops; something stands in each row."""
    from civic_rules.tables.compiled.letters import rising  # noqa: PLC0415  numba is slow to import

    def rise(part: tuple[TextPiece, int]) -> bool:
        piece, first = part
        # The last text of some rows is the first of the next.
        rows = min(RISING + 1, piece.rows - first)
        return bool(rising(piece.layout, piece.places, piece.letters, piece.first + first, rows))

    filled = [piece for piece in pieces if piece.rows]
    if any(one.array[-1].as_py() >= then.array[0].as_py() for one, then in pairwise(filled)):
        return False
    return all(on_all_cores(rise, [(piece, first) for piece in filled for first in range(0, piece.rows, RISING)]))
