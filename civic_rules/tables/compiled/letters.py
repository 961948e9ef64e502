"""Loops over the letters of texts as Arrow lays them out; numba turns them into machine code, as it does for `machine`.

Libraries compare texts too, and do so where numba is not installed, or a table is small.
"""

from __future__ import annotations

import numpy as np
from numba import carray

from civic_rules.tables.compiled.machine import compiled, pointer

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
def same(layout, places, letters, first, bits, bit, text, found):
    """Find the rows in which a text stands.

    Args:
        layout: How the texts are laid out.
        places: The address of their views, or of the places where each ends.
        letters: The address of the letters; of views, of the addresses of the buffers with letters.
        first: The first text.
        bits: The address of the bits that say where something stands; 0 where it does everywhere.
        bit: The first of these.
        text: The letters that are looked for.
        found: Where the answers go.
    """
    for row in range(found.size):
        start, length = _text(layout, places, letters, first + row)
        differ = length != text.size
        if not differ:
            some = carray(pointer(start), (length,), np.uint8)
            letter = np.uint8(0)
            for k in range(length):
                letter |= some[k] ^ text[k]
            differ = letter != 0
        if bits:
            place = bit + row
            differ |= (carray(pointer(bits + (place >> 3)), (1,), np.uint8)[0] >> (place & 7)) & 1 == 0
        found[row] = not differ
