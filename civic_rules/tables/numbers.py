"""A column of numbers in the unit of its field, block by block, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from civic_rules import units
from civic_rules.entities import fields
from civic_rules.entities.fields import MOST, whole_number
from civic_rules.tables import buffers
from civic_rules.tables.kernels import NEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from civic_rules.entities.fields import Quantity
    from civic_rules.messages import Message
    from civic_rules.tables.columns import Column
    from civic_rules.tables.kernels import Spare

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

NOISE = 4 * float(np.finfo(np.float64).eps)
"""The relative noise of a number that was brought from one unit to another."""


class Wrong(NamedTuple):
    """Something that is wrong with numbers.

    Attributes:
        rows: Which numbers it is wrong with.
        message: What was expected.
        digits: How many digits of a number show what is wrong.
    """

    rows: Mask
    message: Message
    digits: int = 6


class Numbers(NamedTuple):
    """A column of numbers.

    Attributes:
        column: The column.
        label: What its numbers are.
        per: The factor from the unit of the header to that of the field.
        whole: The numbers, where they had to be read out of text; None where the column holds numbers.
    """

    column: Column
    label: Quantity
    per: float
    whole: Floats | None

    @property
    def most(self) -> float:
        """The greatest number that makes sense."""
        most = MOST if self.label.maximum is None else self.label.maximum
        return most if self.per == 1 else most * (1 + NOISE)

    @property
    def may_have_parts(self) -> bool:
        """Whether the numbers count whole things, and neither their type nor their reader says that they are whole."""
        is_whole = self.column.is_whole and self.per.is_integer()
        return self.label.whole and self.whole is None and not is_whole

    def plain(self) -> buffers.Plain | None:
        """The numbers as they lie in memory, with what they must be; None where they have to be worked out."""
        if self.whole is not None or self.per != 1:
            return None
        border = buffers.Border(self.label.minimum, self.most, self.may_have_parts)
        if self.column.is_scattered():
            return buffers.Plain([], border, self.column.together)
        pieces = self.column.pieces()
        if pieces is None or not all(piece.values.flags.aligned for piece in pieces):
            return None
        return buffers.Plain(pieces, border)

    def values(self, start: int, stop: int, out: Floats | None = None) -> Floats:
        """The numbers of some rows in the unit of the field, whatever is wrong with them; `out` may be written on."""
        if self.whole is not None:
            return self.whole[start:stop]
        numbers = self.column.floats(start, stop, out)
        return numbers if self.per == 1 else np.multiply(numbers, self.per, out=out)

    def read(self, start: int, stop: int, out: Floats | None = None, spare: Spare = NEW) -> tuple[Floats, bool]:
        """The numbers of some rows in the unit of the field, and whether anything is wrong with them.

        Args:
            start: The first row.
            stop: The row after the last.
            out: An array that may be written on.
            spare: More such arrays.
        """
        numbers = self.values(start, stop, out)
        if self.whole is not None or not len(numbers):
            return numbers, False
        with np.errstate(invalid="ignore"):
            is_wrong = bool(np.fmin.reduce(numbers) < self.label.minimum or np.fmax.reduce(numbers) > self.most)
            if self.may_have_parts:
                parts = np.less(np.floor(numbers, out=spare.number), numbers, out=spare.first)
                if parts.any():
                    numbers = self._rounded(numbers)
                    is_wrong |= bool((np.floor(numbers) < numbers).any())
        return numbers, is_wrong

    def _rounded(self, numbers: Floats) -> Floats:
        """Numbers that are whole but for noise as whole numbers, as of an entity."""
        nearest = np.rint(numbers)
        noise = units.TOLERANCE if self.per == 1 else units.TOLERANCE + NOISE * np.abs(numbers)
        return np.where(np.abs(numbers - nearest) <= noise, nearest, numbers)

    def wrong(self, numbers: Floats) -> Iterator[Wrong]:
        """What is wrong with numbers that `read` gave."""
        if self.whole is not None:
            return
        unit, least, most = self.label.unit, self.label.minimum, self.label.maximum or MOST
        with np.errstate(invalid="ignore"):
            yield Wrong(numbers < least, fields.least(least, unit))
            yield Wrong(numbers > self.most, fields.greatest(most, unit))
            if self.may_have_parts:
                yield Wrong(np.floor(numbers) < numbers, whole_number(unit), 15)

    def sound(self, numbers: Floats) -> Mask:
        """Which numbers are known, and nothing is wrong with them."""
        found = ~np.isnan(numbers)
        for one in self.wrong(numbers):
            found &= ~one.rows
        return found


__all__ = ["Numbers"]
