"""The operations of `tables.ops` as numbers, for instructions that compiled loops run."""

from __future__ import annotations

from enum import IntEnum, auto
from math import nan
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Code(IntEnum):
    """What an instruction does; those up to `SHORTFALL` give numbers, the others truths."""

    COPY = 0
    SUM = auto()
    DIFFERENCE = auto()
    PRODUCT = auto()
    QUOTIENT = auto()
    LARGEST = auto()
    SMALLEST = auto()
    ROUND_UP = auto()
    SCALED = auto()
    POSITIVE = auto()
    FINITE = auto()
    OTHERWISE = auto()
    WHERE = auto()
    FIRST_DAY = auto()
    LAST_DAY = auto()
    SAME_DAY = auto()
    COUNT = auto()
    PRODUCT_LOW = auto()
    PRODUCT_HIGH = auto()
    QUOTIENT_LOW = auto()
    QUOTIENT_HIGH = auto()
    AGREED_LOW = auto()
    AGREED_HIGH = auto()
    GAP = auto()
    WHOLE_GAP = auto()
    SHORTFALL = auto()

    COPY_TRUTH = auto()
    AT_LEAST = auto()
    MORE = auto()
    AT_MOST = auto()
    LESS = auto()
    LOW_LIMIT = auto()
    HIGH_LIMIT = auto()
    ALIKE = auto()
    EQUAL = auto()
    ALL_OF = auto()
    ANY_OF = auto()
    NOT = auto()
    AGREED = auto()
    HALFWAY = auto()
    FIRST_KNOWN = auto()
    NOT_FALSE = auto()
    OPEN = auto()
    IF_KNOWN = auto()
    GUARD = auto()
    WHERE_TRUTH = auto()
    VERDICT = auto()
    STATES = auto()

    @property
    def gives_truths(self) -> bool:
        """Whether the result is in single bytes."""
        return self > Code.SHORTFALL


COMPARISONS = {
    ">=": Code.AT_LEAST, ">": Code.MORE, "<=": Code.AT_MOST, "<": Code.LESS, "==": Code.ALIKE
}  # fmt: skip
"""The code of each sense of a comparison."""

CHAINED = frozenset({"sum", "difference", "product", "quotient", "largest", "smallest", "all_of", "any_of"})
"""Operations that take any number of arguments, two at a time."""


NONE = 0
"""In place of an argument that an operation does not take: some place, at which nobody looks."""


class Term(NamedTuple):
    """A number with what is done to it before it is compared or subtracted.

    Attributes:
        place: Where the number stands; None where it is 1.
        factor: What it is multiplied by.
        floor: Up to where it does not count; None where there is no such limit.
    """

    place: int | None
    factor: float = 1.0
    floor: float | None = None


class Instruction(NamedTuple):
    """One instruction.

    Attributes:
        code: The operation, the place of its result, the places of its arguments.
        extras: What it takes besides, see `Extra`.
    """

    code: list[int]
    extras: tuple[float, ...]


class Extra(IntEnum):
    """The floats that an instruction takes besides.

    Two of its own; what is done to two of its numbers, where a floor that is not there is NaN; whether a gap is rounded
    up.
    """

    X = 0
    Y = auto()
    FACTOR = auto()
    FLOOR = auto()
    SECOND_FACTOR = auto()
    SECOND_FLOOR = auto()
    IS_WHOLE = auto()


def instruction(  # noqa: PLR0913, PLR0917  the columns of a row
    code: Code,
    out: int,
    numbers: Sequence[int],
    truths: Sequence[int],
    x: float = 0.0,
    y: float = 0.0,
    terms: Sequence[Term] = (Term(None), Term(None)),
    *,
    is_whole: bool = False,
) -> Instruction:
    """An instruction.

    One that gives numbers takes up to four numbers and a truth, one that gives truths up to three truths and two
    numbers.
    """
    first, rest = (truths, numbers) if code.gives_truths else (numbers, truths)
    most = 3 if code.gives_truths else 4
    args = [*first[:most], *[NONE] * (most - len(first)), *rest, *[NONE] * (5 - most - len(rest))]
    done = (extra for term in terms for extra in (term.factor, nan if term.floor is None else term.floor))
    return Instruction([int(code), out, *args[:5]], (x, y, *done, float(is_whole)))
