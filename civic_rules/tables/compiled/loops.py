"""How loops are compiled, and what all of them rest on."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from types import CellType, FunctionType
from typing import Any

from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

from civic_rules.tables import kernels
from civic_rules.units import TOLERANCE


def sources_of(folder: Any) -> str:
    """What tells the sources of the loops from those of any other version: their text, and the constants in them."""
    texts = [one.read_bytes() for one in sorted(folder.iterdir(), key=str) if one.name.endswith(".py")]
    constants = kernels.ABOVE, kernels.BELOW, kernels.NO_PART_OF_ONE, kernels.ROUNDING, TOLERANCE
    return sha256(b"".join([*texts, repr(constants).encode()])).hexdigest()


SOURCES = sources_of(files(__package__))


def compiled(function):
    """A function as machine code, kept for the next process where there is a place for it.

    numba makes it anew when the file of the function changes, but not when that of a function changes that it calls. It
    also looks at the cells of a function: one with all sources is added.
    """
    code = function.__code__.replace(co_freevars=("sources",))
    dated = FunctionType(code, function.__globals__, function.__name__, None, (CellType(SOURCES),))
    dated.__doc__ = function.__doc__
    made = njit(nogil=True, error_model="numpy")(dated)
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
