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
def _reversed(number):
    """A number with its eight bytes in reverse order, so that letters that come first count most."""
    number = (number & np.uint64(0x00FF00FF00FF00FF)) << np.uint64(8) | (
        (number >> np.uint64(8)) & np.uint64(0x00FF00FF00FF00FF)
    )
    number = (number & np.uint64(0x0000FFFF0000FFFF)) << np.uint64(16) | (
        (number >> np.uint64(16)) & np.uint64(0x0000FFFF0000FFFF)
    )
    return number << np.uint64(32) | number >> np.uint64(32)


@compiled
def _are_short_and_rise(start, rows):
    """Whether all texts stand in their views themselves, and each comes after the one before.

    A view is the length and four letters, and eight letters; where a text has fewer, zeros. Nothing branches, so that
    several rows are taken at a time.
    """
    views = carray(pointer(start), (rows, 2), np.uint64)
    lower = np.uint64(0xFFFFFFFF)
    falls = 0
    for row in range(rows - 1):
        length, next_length = views[row, 0] & lower, views[row + 1, 0] & lower
        head, next_head = _reversed(views[row, 0]) & lower, _reversed(views[row + 1, 0]) & lower
        tail, next_tail = _reversed(views[row, 1]), _reversed(views[row + 1, 1])
        # Where all letters are alike, one of the texts may end in the letter zero.
        longer = (tail < next_tail) | ((tail == next_tail) & (length < next_length))
        rises = (head < next_head) | ((head == next_head) & longer)
        falls += np.int64((length > INLINE) | (next_length > INLINE) | (not rises))
    return falls == 0


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
    if layout == VIEWS and _are_short_and_rise(places + 16 * first, rows):
        return True
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
def _stands(bits, row):
    """Whether something stands in a row; where nothing does, a view may say anything."""
    return bits == 0 or (carray(pointer(bits + (row >> 3)), (1,), np.uint8)[0] >> (row & 7)) & 1 == 1


@compiled
def _hide(bits, first, out):
    """Write -1 where nothing stands."""
    row = 0
    while row < out.size and (first + row) & 7:
        if not _stands(bits, first + row):
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
def _mark(start, head, tail, number, out):
    """Write the number of a short spelling where its view stands, among the views that lie from an address on."""
    views = carray(pointer(start), (out.size, 2), np.uint64)  # with its width known, several rows are taken at a time
    for row in range(out.size):
        before = out[row]
        out[row] = number if (views[row, 0] == head) & (views[row, 1] == tail) else before


@compiled
def _take_short(ends, letters, heads, lengths):
    """Take texts of up to eight letters, each as one number; of longer ones the length tells that they are none."""
    stop = ends[ends.size - 1]
    for row in range(lengths.size):
        start, length = ends[row], ends[row + 1] - ends[row]
        lengths[row] = length
        heads[row] = 0
        if 0 < length <= 8:
            # Letters of the next texts are read too, and left out; behind the last text is nothing to be read.
            unused = np.uint64(64 - 8 * length)
            is_inside = start + 8 <= stop
            heads[row] = (
                _eight(letters + start, 8) >> unused << unused if is_inside else _eight(letters + start, length)
            )


@compiled
def _find_short(layout, places, letters, first, spellings, sizes, out):
    """Find which of some spellings of up to eight letters stands in each row, all its letters at a time."""
    heads, lengths = np.empty(PIECE, np.uint64), np.empty(PIECE, np.int64)
    for low in range(0, out.size, PIECE):
        some = out[low : low + PIECE]
        row, size = first + low, some.size
        if layout == SHORT_OFFSETS:
            short_ends = carray(pointer(places + 4 * row), (size + 1,), np.int32)
            _take_short(short_ends, letters, heads[:size], lengths[:size])
        else:
            long_ends = carray(pointer(places + 8 * row), (size + 1,), np.int64)
            _take_short(long_ends, letters, heads[:size], lengths[:size])
        some[:] = -1
        for k in range(sizes.size):
            head = _eight(spellings.ctypes.data + k * spellings.shape[1], sizes[k])
            for at in range(size):
                before = some[at]
                some[at] = k if (heads[at] == head) & (lengths[at] == sizes[k]) else before


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
        for low in range(0, out.size, PIECE):
            some = out[low : low + PIECE]
            some[:] = -1
            for k in range(words.shape[0]):
                _mark(places + 16 * (first + low), words[k, 0], words[k, 1], k, some)
    elif out.size and layout != VIEWS and sizes.max() <= 8:
        _find_short(layout, places, letters, first, spellings, sizes, out)
    else:
        for row in range(out.size):
            out[row] = -1
            if not _stands(bits, first + row):
                continue
            start, length = _text(layout, places, letters, first + row)
            for k in range(sizes.size):
                if _is_spelled(start, length, spellings[k], sizes[k]):
                    out[row] = k
    if bits:
        _hide(bits, first, out)
    found = 0
    for row in range(out.size):
        found += np.int64(out[row] >= 0)
    return found
