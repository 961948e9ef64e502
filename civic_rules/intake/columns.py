"""The columns of a table of communities: what a header names, and how a cell under it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import Community
from civic_rules.entities.fields import TRUTHS
from civic_rules.entities.headers import (
    GROUPS,
    IGNORED,
    LISTED,
    NO_TARGET,
    NOT_KNOWN,
    NOTHING,
    Target,
    arrangement_headers,
    field_headers,
    header_hint,
    header_target,
    key_of,
    own_headers,
)
from civic_rules.errors import CivicRulesError
from civic_rules.messages import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.intake.sheets import Cell
    from civic_rules.messages import Message


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        number: Its place, counted from 0.
        header: Its header as it was written.
        target: What it holds.
        unit: The unit that the header states for bare numbers; "" for the unit of the field.
    """

    number: int
    header: str
    target: Target
    unit: str = ""

    def read(self, cell: Cell) -> object:
        """The value of a cell, ready for the entity; None where it is not known."""
        if isinstance(cell, str):
            cell = cell.strip()
            if cell.casefold() in NOT_KNOWN:
                return None
        readers = {
            "text": _text,
            "number": self._number,
            "listing": _terms,
            "step": _truth_or_text,
            "arrangement": _in_place_or_parts if self.target.parts else _truth_or_text,
        }
        reader = readers.get(self.target.kind)
        return cell if reader is None else reader(cell)

    def _number(self, cell: Cell) -> object:
        """A bare number with the unit of the header; a cell that has a unit of its own keeps it."""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)  # a spreadsheet has no other numbers than floats
        if not self.unit or isinstance(cell, bool):
            return cell
        text = str(cell)
        try:
            is_bare = not units.split_quantity(text)[1]
        except CivicRulesError:
            return cell
        return f"{text} {self.unit}" if is_bare else cell


def _text(cell: Cell) -> object:
    """Text; a spreadsheet turns an id such as 1001 into a number."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)) or not float(cell).is_integer():
        return cell
    return str(int(cell))


def _terms(cell: Cell) -> object:
    """The terms of a list."""
    if not isinstance(cell, str):
        return cell
    return [] if cell.casefold() in NOTHING else [term.strip() for term in LISTED.split(cell) if term.strip()]


def _truth_or_text(cell: Cell) -> object:
    return TRUTHS.get(cell.casefold(), cell) if isinstance(cell, str) else cell


def _in_place_or_parts(cell: Cell) -> object:
    known = _truth_or_text(cell)
    return _terms(known) if isinstance(known, str) else known


def matched(header: str, number: int) -> Column | Message:
    """The column that a header names, or what is wrong with the header.

    A header is the English or Chinese name of a field, an arrangement, or a group. It may carry a remark in brackets,
    which is the unit of a field that holds a number.

    Args:
        header: The text of the header.
        number: The place of the column, counted from 0.
    """
    target, unit, wrong = header_target(header, _targets())
    if target is None:
        hint = header_hint(header, _spellings())
        return said("a community has no such field{hint}", "社区没有这个字段{hint}", hint=hint)
    return wrong or Column(number, header, target, unit)


@cache
def _targets() -> Mapping[str, Target]:
    """What each header stands for, by its key."""
    return {key_of(name): target for name, target in reversed(list(_spellings().items()))}


@cache
def _spellings() -> Mapping[str, Target]:
    """What each header stands for, by the header as people write it; of two that are alike the first counts."""
    found = {**field_headers(Community), **own_headers(Community)}
    for name, target in arrangement_headers(Community).items():
        found.setdefault(name, target)
    for group, names in GROUPS.items():
        found.update(dict.fromkeys(names, Target("group", (group,))))
    found.update(dict.fromkeys(IGNORED, NO_TARGET))
    return found
