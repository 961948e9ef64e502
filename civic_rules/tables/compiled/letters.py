"""Loops over the letters of texts as Arrow lays them out; numba turns them into machine code, as it does for `machine`.

Libraries compare texts too, and do so where numba is not installed, or a table is small.
"""

from __future__ import annotations

import numpy as np
from numba import carray

from civic_rules.tables.compiled.loops import compiled, pointer
from civic_rules.tables.compiled.machine import PIECE

VIEWS, SHORT_OFFSETS, LONG_OFFSETS = range(3)
"""How texts are laid out: sixteen bytes for each, in which a short one stands itself; or the places where each ends."""

INLINE = 12
"""How many bytes of a text stand in its view."""


@compiled
def _text(layout, places, letters, row):
    """Where a text begins in memory, and how many bytes it has."""
    if layout == VIEWS:
        view = places + 16 * row
        numbers = carray(pointer(view), (4,), np.int32)
        length = np.int64(numbers[0])
        if length <= INLINE:
            return view + 4, length
        return carray(pointer(letters), (numbers[2] + 1,), np.int64)[numbers[2]] + numbers[3], length
    if layout == SHORT_OFFSETS:
        ends = carray(pointer(places), (row + 2,), np.int32)
        return letters + np.int64(ends[row]), np.int64(ends[row + 1] - ends[row])
    long_ends = carray(pointer(places), (row + 2,), np.int64)
    return letters + long_ends[row], long_ends[row + 1] - long_ends[row]


@compiled
def _eight(start, length):
    """Up to eight letters as one number, so that numbers stand in the order of their texts."""
    found = np.uint64(0)
    if length >= 8:
        letters = carray(pointer(start), (8,), np.uint8)
        for k in range(8):
            found = found << np.uint64(8) | np.uint64(letters[k])
        return found
    some = carray(pointer(start), (max(length, 0),), np.uint8)
    for k in range(length):
        found |= np.uint64(some[k]) << np.uint64(56 - 8 * k)
    return found


@compiled
def rising(layout, places, letters, first, rows):
    """Whether each text comes after the one before.

    Args:
        layout: How the texts are laid out.
        places: The address of their views, or of the places where each ends.
        letters: The address of the letters; of views, of the addresses of the buffers with letters.
        first: The first text.
        rows: How many texts there are.
    """
    start, length = _text(layout, places, letters, first)
    for row in range(first + 1, first + rows):
        next_start, next_length = _text(layout, places, letters, row)
        done = 0
        while True:
            here, there = _eight(start + done, length - done), _eight(next_start + done, next_length - done)
            if here > there:
                return False
            done += 8
            if here < there:
                break
            if done >= length or done >= next_length:
                if length >= next_length:
                    return False
                break
        start, length = next_start, next_length
    return True


@compiled
def _is_spelled(start, length, spelling, size):
    """Whether some letters are those of a spelling."""
    if length != size:
        return False
    some = carray(pointer(start), (length,), np.uint8)
    differ = np.uint8(0)
    for k in range(length):
        differ |= some[k] ^ spelling[k]
    return differ == 0


HIDDEN = ~np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little").astype(np.bool_)
HIDDEN = np.where(HIDDEN, np.uint8(255), np.uint8(0)).view(np.uint64).ravel()
"""Eight bytes for each byte: all bits of one are set where a bit is not."""


@compiled
def _hide(bits, first, out):
    """Write -1 where nothing stands."""
    row = 0
    while row < out.size and (first + row) & 7:
        if (carray(pointer(bits + ((first + row) >> 3)), (1,), np.uint8)[0] >> ((first + row) & 7)) & 1 == 0:
            out[row] = -1
        row += 1
    eights = (out.size - row) >> 3
    there = carray(pointer(bits + ((first + row) >> 3)), (eights + 1,), np.uint8)
    words = carray(pointer(out.ctypes.data + row), (eights,), np.uint64)
    for k in range(eights):
        words[k] |= HIDDEN[there[k]]
    for last in range(row + 8 * eights, out.size):
        if (there[eights] >> ((first + last) & 7)) & 1 == 0:
            out[last] = -1


@compiled
def _mark(views, head, tail, number, out):
    """Write the number of a short spelling where its view stands."""
    for row in range(out.size):
        before = out[row]
        out[row] = number if (views[row, 0] == head) & (views[row, 1] == tail) else before


@compiled
def spelled(layout, places, letters, first, bits, spellings, sizes, words, out):
    """Find which of some spellings stands in each row.

    Args:
        layout: How the texts are laid out.
        places: The address of their views, or of the places where each ends.
        letters: The address of the letters; of views, of the addresses of the buffers with letters.
        first: The first text, and the first bit.
        bits: The address of the bits that say where something stands; 0 where it does everywhere.
        spellings: A row of letters for each.
        sizes: How many letters each has.
        words: The two halves of the view that each has if it is short; no rows where one is not.
        out: Where the number of the spelling goes; -1 where it is none of them.

    Returns:
        In how many rows one of them stands.
    """
    if layout == VIEWS and words.shape[0]:
        views = carray(pointer(places + 16 * first), (out.size, 2), np.uint64)
        for low in range(0, out.size, PIECE):
            some = out[low : low + PIECE]
            some[:] = -1
            for k in range(words.shape[0]):
                _mark(views[low : low + PIECE], words[k, 0], words[k, 1], k, some)
    else:
        for row in range(out.size):
            start, length = _text(layout, places, letters, first + row)
            out[row] = -1
            for k in range(sizes.size):
                if _is_spelled(start, length, spellings[k], sizes[k]):
                    out[row] = k
    if bits:
        _hide(bits, first, out)
    found = 0
    for row in range(out.size):
        found += np.int64(out[row] >= 0)
    return found
