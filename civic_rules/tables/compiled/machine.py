"""The loops that run the instructions of `compiled`; numba turns them into machine code.

`kernels` says what each operation is, and both give the same numbers: tests hold them to it. What is read of some
thousand rows, and what is worked out of a thousand in between, stays in the nearest caches. Nothing here knows a rule:
what is compiled serves every rulebook.

Memory is handed over as addresses, because columns are of many types and numba would compile for each selection of
them. Whoever calls `run` keeps the arrays that lie there.
"""

from __future__ import annotations

import numpy as np
from numba import carray, njit

from civic_rules.tables.compiled.limits import compared, gaps, limited, next_whole
from civic_rules.tables.compiled.loops import compiled, greatest, least, pointer
from civic_rules.tables.compiled.opcodes import Code, Extra
from civic_rules.tables.kernels import ABOVE, BELOW, NO_PART_OF_ONE, ROUNDING
from civic_rules.units import TOLERANCE

WINDOW = 1 << 14
"""How many rows are read at a time: to go on in one place of memory is faster than to come back to it."""

PIECE = 1 << 10
"""How many rows are worked on at a time."""


@compiled
def _corner(a, b):
    return 0.0 if a == 0 or b == 0 else a * b


@compiled
def _unknown(low, high):
    return low == -np.inf and high == np.inf


@compiled
def numbers(op, out, a, b, c, d, truth, extras):
    """Fill `out` with the numbers of an operation."""
    n, x, y = out.size, extras[Extra.X], extras[Extra.Y]
    if op == Code.COPY:
        for i in range(n):
            out[i] = a[i]
    elif op == Code.SUM:
        for i in range(n):
            out[i] = a[i] + b[i]
    elif op == Code.DIFFERENCE:
        for i in range(n):
            out[i] = a[i] - b[i]
    elif op == Code.PRODUCT:
        for i in range(n):
            out[i] = a[i] * b[i]
    elif op == Code.QUOTIENT:
        for i in range(n):
            out[i] = a[i] / b[i]
    elif op == Code.LARGEST:
        for i in range(n):
            out[i] = greatest(a[i], b[i])
    elif op == Code.SMALLEST:
        for i in range(n):
            out[i] = least(a[i], b[i])
    elif op == Code.ROUND_UP:
        if x:
            for i in range(n):
                out[i] = next_whole(a[i])
        else:
            for i in range(n):
                out[i] = np.ceil(least(least(a[i] * BELOW, a[i] * ABOVE), a[i] - NO_PART_OF_ONE))
    elif op == Code.SCALED:
        if x == 1:
            for i in range(n):
                out[i] = a[i] / y
        elif y == 1:
            for i in range(n):
                out[i] = a[i] * x
        else:
            for i in range(n):
                out[i] = a[i] * x / y
    elif op == Code.POSITIVE:
        for i in range(n):
            out[i] = a[i] if a[i] > 0 else np.nan
    elif op == Code.FINITE:
        for i in range(n):
            out[i] = a[i] if abs(a[i]) < np.inf else np.nan
    elif op == Code.OTHERWISE:
        for i in range(n):
            out[i] = x if a[i] != a[i] else a[i]
    elif op == Code.WHERE:
        for i in range(n):
            yes, no = a[i], b[i]  # read both, else processors cannot take several rows at a time
            out[i] = yes if truth[i] == 2 else no
    elif op == Code.SHORTFALL:
        for i in range(n):
            out[i] = a[i] if truth[i] == 0 else np.nan
    elif op in (Code.GAP, Code.WHOLE_GAP):
        gaps(op, out, a, b, truth, extras)
    elif op == Code.FIRST_DAY:
        for i in range(n):
            out[i] = a[i] if a[i] <= b[i] or b[i] != b[i] else b[i]
    elif op == Code.LAST_DAY:
        for i in range(n):
            out[i] = a[i] if a[i] >= b[i] or b[i] != b[i] else b[i]
    elif op == Code.SAME_DAY:
        for i in range(n):
            out[i] = a[i] if a[i] == b[i] else np.nan
    elif op == Code.COUNT:
        table = np.int64(x)
        if y:
            for i in range(n):
                out[i] += (table >> truth[i]) & 1
        else:
            for i in range(n):
                out[i] = (table >> truth[i]) & 1
    elif op == Code.PRODUCT_LOW:
        for i in range(n):
            lowest = least(
                least(_corner(a[i], c[i]), _corner(a[i], d[i])), least(_corner(b[i], c[i]), _corner(b[i], d[i]))
            )
            out[i] = -np.inf if _unknown(a[i], b[i]) or _unknown(c[i], d[i]) else lowest
    elif op == Code.PRODUCT_HIGH:
        for i in range(n):
            most = greatest(
                greatest(_corner(a[i], c[i]), _corner(a[i], d[i])), greatest(_corner(b[i], c[i]), _corner(b[i], d[i]))
            )
            out[i] = np.inf if _unknown(a[i], b[i]) or _unknown(c[i], d[i]) else most
    elif op == Code.QUOTIENT_LOW:
        for i in range(n):
            lowest = a[i] / (d[i] if a[i] >= 0 else c[i])
            out[i] = -np.inf if c[i] <= 0 or _unknown(a[i], b[i]) else lowest
    elif op == Code.QUOTIENT_HIGH:
        for i in range(n):
            most = b[i] / (c[i] if b[i] >= 0 else d[i])
            out[i] = np.inf if c[i] <= 0 or _unknown(a[i], b[i]) else most
    elif op == Code.AGREED_LOW:
        for i in range(n):
            largest, gap = greatest(abs(a[i]), abs(b[i])), a[i] - b[i]
            same = a[i] <= b[i] or gap <= TOLERANCE * largest
            out[i] = a[i] if same else b[i] if gap <= ROUNDING * largest else -np.inf
    elif op == Code.AGREED_HIGH:
        for i in range(n):
            largest, gap = greatest(abs(a[i]), abs(b[i])), a[i] - b[i]
            out[i] = (
                b[i] if a[i] <= b[i] else a[i] if gap <= TOLERANCE * largest or gap <= ROUNDING * largest else np.inf
            )


@compiled
def truths(op, out, a, b, c, left, right, extras):
    """Fill `out` with the truths of an operation."""
    n = out.size
    if op == Code.COPY_TRUTH:
        for i in range(n):
            out[i] = a[i]
    elif Code.AT_LEAST <= op <= Code.LESS:
        compared(op, out, left, right, extras)
    elif op == Code.ALIKE:
        for i in range(n):
            same = abs(left[i] - right[i]) <= TOLERANCE * greatest(abs(left[i]), abs(right[i])) or left[i] == right[i]
            known = left[i] == left[i] and right[i] == right[i]
            out[i] = 2 if same else 0 if known else 1
    elif op == Code.EQUAL:
        for i in range(n):
            out[i] = 2 if left[i] == right[i] else 0
    elif op == Code.IF_KNOWN:
        for i in range(n):
            out[i] = a[i] if left[i] == left[i] else 1
    elif op == Code.ALL_OF:
        for i in range(n):
            out[i] = min(a[i], b[i])
    elif op == Code.ANY_OF:
        for i in range(n):
            out[i] = max(a[i], b[i])
    elif op == Code.NOT:
        for i in range(n):
            out[i] = 2 - a[i]
    elif op == Code.AGREED:
        for i in range(n):
            out[i] = 1 + (b[i] == 2) - (a[i] == 0)
    elif op == Code.HALFWAY:
        for i in range(n):
            out[i] = (a[i] + b[i]) >> 1
    elif op == Code.FIRST_KNOWN:
        for i in range(n):
            out[i] = b[i] if a[i] == 1 else a[i]
    elif op == Code.NOT_FALSE:
        for i in range(n):
            out[i] = 0 if a[i] == 0 else 2
    elif op == Code.OPEN:
        for i in range(n):
            out[i] = 2 if a[i] == 1 else 0
    elif op == Code.GUARD:
        for i in range(n):
            out[i] = b[i] if a[i] == 2 else 1
    elif op == Code.WHERE_TRUTH:
        for i in range(n):
            out[i] = b[i] if a[i] == 2 else c[i]
    elif op == Code.VERDICT:
        for i in range(n):
            out[i] = b[i] if a[i] == 2 else 3 - 2 * a[i]
    elif op == Code.STATES:
        table = np.int64(extras[Extra.X])
        for i in range(n):
            out[i] = (table >> (3 * a[i] + b[i])) & 1


# -- memory ----------------------------------------------------------------------------------------------------


@compiled
def _numbers_at(places, place, row, window, size):
    """Numbers of some rows; a place goes on from row to row or not, and begins anew in each window or not."""
    first = places[place, 1] * (row - places[place, 2] * window)
    return carray(pointer(places[place, 0] + 8 * first), (size,), np.float64)


@compiled
def _truths_at(places, place, row, window, size):
    """Truths of some rows."""
    first = places[place, 1] * (row - places[place, 2] * window)
    return carray(pointer(places[place, 0] + first), (size,), np.uint8)


# -- what is read ----------------------------------------------------------------------------------------------

SPREAD = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little").view(np.uint64).ravel()
"""Eight bytes for each byte: one for each of its bits."""


@compiled
def _marked(values, marks, least, most, out):
    """Read numbers of which only the marked ones are there; count those out of bounds, and those that are not whole."""
    found = parts = 0
    for i in range(out.size):
        value = np.float64(values[i]) if marks[i] else np.nan
        out[i] = value
        found += np.int64(value < least) | np.int64(value > most)
        parts += np.int64(np.floor(value) < value)
    return found, parts


@compiled
def _all(values, least, most, out):
    """Read numbers; count those out of bounds, and those that are not whole."""
    found = parts = 0
    for i in range(out.size):
        value = np.float64(values[i])
        out[i] = value
        found += np.int64(value < least) | np.int64(value > most)
        parts += np.int64(np.floor(value) < value)
    return found, parts


@compiled
def _with_parts(values):
    """Make numbers whole that are whole but for noise, and count those that are not."""
    found = 0
    for i in range(values.size):
        nearest = np.rint(values[i])
        value = nearest if abs(values[i] - nearest) <= TOLERANCE else values[i]
        values[i] = value
        found += np.int64(np.floor(value) < value)
    return found


def _reader(dtype):
    """What reads numbers of one type."""
    size = np.dtype(dtype).itemsize

    @njit(nogil=True, error_model="numpy")
    def read(address, first, marks, is_marked, least, most, out):
        values = carray(pointer(address + first * size), (out.size,), dtype)
        return _marked(values, marks, least, most, out) if is_marked else _all(values, least, most, out)

    return read


_f8, _f4, _i8, _i4, _i2, _i1, _u8, _u4, _u2, _u1 = (
    _reader(dtype)
    for dtype in (
        np.float64, np.float32, np.int64, np.int32, np.int16, np.int8, np.uint64, np.uint32, np.uint16, np.uint8
    )
)  # fmt: skip


@compiled
def _read(kind, address, first, marks, is_marked, least, most, out):
    """Read numbers of a type, which is a place in `buffers.TYPES`."""
    if kind == 0:
        return _f8(address, first, marks, is_marked, least, most, out)
    if kind == 1:
        return _f4(address, first, marks, is_marked, least, most, out)
    if kind == 2:
        return _i8(address, first, marks, is_marked, least, most, out)
    if kind == 3:
        return _i4(address, first, marks, is_marked, least, most, out)
    if kind == 4:
        return _i2(address, first, marks, is_marked, least, most, out)
    if kind == 5:
        return _i1(address, first, marks, is_marked, least, most, out)
    if kind == 6:
        return _u8(address, first, marks, is_marked, least, most, out)
    if kind == 7:
        return _u4(address, first, marks, is_marked, least, most, out)
    if kind == 8:
        return _u2(address, first, marks, is_marked, least, most, out)
    return _u1(address, first, marks, is_marked, least, most, out)


@compiled
def _load_numbers(columns, borders, base, at_numbers, words, low, size, wrong):
    """Read some rows of the columns of numbers, and count what is not as it must be."""
    for row in range(columns.shape[0]):
        kind, address, first, bits = columns[row, 0], columns[row, 1], columns[row, 2] + low - base, columns[row, 3]
        bit = columns[row, 4] + low - base
        shift = bit & 7
        if bits:
            there = carray(pointer(bits + (bit >> 3)), ((size + shift + 7) >> 3,), np.uint8)
            spread = carray(pointer(words), (there.size,), np.uint64)
            for k in range(there.size):
                spread[k] = SPREAD[there[k]]
        marks = carray(pointer(words + shift), (size,), np.uint8)
        out = _numbers_at(at_numbers, row, low, low, size)
        found, parts = _read(kind, address, first, marks, bits != 0, borders[row, 0], borders[row, 1], out)
        wrong[row] += found
        if borders[row, 2] and parts:
            wrong[row] += _with_parts(out)


@compiled
def _load_truths(facts, base, at_truths, low, size):
    """Read some rows of the columns of truths."""
    for row in range(facts.size):
        values = carray(pointer(facts[row] + low - base), (size,), np.uint8)
        out = _truths_at(at_truths, row, low, low, size)
        for i in range(size):
            out[i] = values[i]


@compiled
def _look_at_pairs(pairs, at_numbers, low, size, above):
    """Count the rows in which the first of two columns is greater than the second."""
    for pair in range(pairs.shape[0]):
        first = _numbers_at(at_numbers, pairs[pair, 0], low, low, size)
        second = _numbers_at(at_numbers, pairs[pair, 1], low, low, size)
        found = 0
        for i in range(size):
            found += np.int64(first[i] > second[i])
        above[pair] += found


# -- what is run -----------------------------------------------------------------------------------------------


@compiled
def _step(code, extras, at_numbers, at_truths, low, window, size):
    """Run one instruction on a piece."""
    op = code[0]
    if op <= Code.SHORTFALL:
        out = _numbers_at(at_numbers, code[1], low, window, size)
        a = _numbers_at(at_numbers, code[2], low, window, size)
        b = _numbers_at(at_numbers, code[3], low, window, size)
        c = _numbers_at(at_numbers, code[4], low, window, size)
        d = _numbers_at(at_numbers, code[5], low, window, size)
        truth = _truths_at(at_truths, code[6], low, window, size)
        numbers(op, out, a, b, c, d, truth, extras)
    else:
        that = _truths_at(at_truths, code[1], low, window, size)
        e = _truths_at(at_truths, code[2], low, window, size)
        f = _truths_at(at_truths, code[3], low, window, size)
        g = _truths_at(at_truths, code[4], low, window, size)
        left = _numbers_at(at_numbers, code[5], low, window, size)
        right = _numbers_at(at_numbers, code[6], low, window, size)
        if op in (Code.LOW_LIMIT, Code.HIGH_LIMIT):
            limited(op, that, _numbers_at(at_numbers, code[3], low, window, size), left, right, e, extras)
        else:
            truths(op, that, e, f, g, left, right, extras)


@compiled
def run(code, extras, columns, facts, base, borders, pairs, at_numbers, at_truths, words, start, stop, wrong, above):
    """Run instructions on some rows.

    It gives back nothing: numba runs Python to make an array for Python, and who is interrupted there gets an error of
    the system.

    Args:
        code: The instructions.
        extras: What each takes besides.
        columns: Where the numbers of each column lie: the type, the address, the first number, the address of the bits
            that say where something stands (0 where it does everywhere), the first bit.
        facts: Where the truths of each column lie.
        base: The row that stands first in these.
        borders: The least and the greatest number that each column may have, and whether they must be whole.
        pairs: Columns of which the first should not be greater than the second.
        at_numbers: Where the numbers of each place lie, whether they go on from row to row, and whether they begin
            anew in each window.
        at_truths: Where truths lie.
        words: Where there is room for a byte for each row of a window, and eight more.
        start: The first row.
        stop: The row after the last.
        wrong: To which is added how many numbers of each column are not as they must be.
        above: To which is added in how many rows each pair is not.
    """
    for window in range(start, stop, WINDOW):
        last = min(window + WINDOW, stop)
        _load_numbers(columns, borders, base, at_numbers, words, window, last - window, wrong)
        _look_at_pairs(pairs, at_numbers, window, last - window, above)
        _load_truths(facts, base, at_truths, window, last - window)
        for low in range(window, last, PIECE):
            size = min(PIECE, last - low)
            for step in range(code.shape[0]):
                _step(code[step], extras[step], at_numbers, at_truths, low, window, size)
