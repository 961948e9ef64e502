"""How loops are compiled, and what all of them rest on."""

from __future__ import annotations

from contextlib import suppress

from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic


def compiled(function):
    """A function as machine code, kept for the next process where there is a place for it."""
    made = njit(nogil=True, error_model="numpy")(function)
    with suppress(RuntimeError):
        made.enable_caching()
    return made


@intrinsic
def pointer(_typing, _address):
    """The memory at an address."""

    def generate(_context, builder, _signature, args):
        return builder.inttoptr(args[0], cgutils.voidptr_t)

    return types.voidptr(types.int64), generate


@compiled
def least(a, b):
    """The lesser of two numbers, and none where one is none."""
    return a if a <= b or a != a else b


@compiled
def greatest(a, b):
    """The greater of two numbers, and none where one is none."""
    return a if a >= b or a != a else b


@compiled
def lesser(a, b):
    """The lesser of two numbers of which both are none or neither: processors have it for several at a time."""
    return a if a < b else b  # noqa: FURB136  `min` of numba asks for more
