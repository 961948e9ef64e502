"""The columns of a table of communities: what a header names, and how a cell under it is read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import Arrangement, Community, Step
from civic_rules.entities.fields import TRUTHS, read_number
from civic_rules.errors import CivicRulesError, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.intake.sheets import Cell

NOT_KNOWN = frozenset({"", "-", "–", "—", "——", "n/a", "na", "不详", "未知"})
"""Cells that say that something is not known; capital or small letters."""

NOTHING = frozenset({"无", "没有", "none"})
"""Cells that say of a list that it is complete and empty."""

IGNORED = ("序号", "备注", "说明", "no.", "#", "note", "notes")
"""Headers of columns that hold no facts."""

GROUPS: dict[str, tuple[str, ...]] = {
    "county": ("county", "县区", "区县", "县市区", "县(市、区)", "所属县区"),
    "street": ("street", "镇街", "街道", "乡镇", "镇(街道)", "所属镇街"),
}
"""Headers of the columns that say in which county, and in which street or town, a community lies."""

LISTED = re.compile(r"[;；、,，\n]")
"""What stands between the terms of a list."""

_READ_KINDS = frozenset({"text", "number", "truth", "date", "category", "listing"})
_WITH_REMARK = re.compile(r"(.+?)[(（\[【](.*)[)）\]】]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """What a column holds.

    Attributes:
        kind: The kind of field, or step, arrangement, group or ignored.
        path: Where the value belongs: the names of the field and of the fields in it, or the kind of group.
        unit: The unit of a number.
        parts: Whether an arrangement has parts that a cell may list.
    """

    kind: str
    path: tuple[str, ...]
    unit: str = ""
    parts: bool = False


NO_TARGET = Target("ignored", ())
"""What a column holds that names nothing."""


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


def matched(header: str, number: int) -> Column | str:
    """The column that a header names, or what is wrong with the header.

    A header is the English or Chinese name of a field, an arrangement, or a group. It may carry a remark in brackets,
    which is the unit of a field that holds a number.

    Args:
        header: The text of the header.
        number: The place of the column, counted from 0.
    """
    targets = _targets()
    target = targets.get(_key(header))
    if target is not None:
        return Column(number, header, target)
    found = _WITH_REMARK.fullmatch(header.strip())
    target = targets.get(_key(found[1])) if found else None
    if found is None or target is None:
        return f"a community has no such field{_hint(found[1] if found else header)}"
    if target.kind != "number":
        return Column(number, header, target)
    unit = found[2].strip()
    wrong = _unit_fault(unit, target.unit) if unit else ""
    return wrong or Column(number, header, target, unit)


def _hint(header: str) -> str:
    names = {_key(name): name for name in _spellings()}
    found = nearest(_key(header), names)
    return "" if found is None else f"; did you mean {names[found]!r}?"


def _unit_fault(unit: str, wanted: str) -> str:
    """Why bare numbers of a field cannot be in this unit; "" where they can."""
    try:
        read_number(f"1 {unit}", wanted)
    except CivicRulesError:
        pass
    else:
        return ""
    try:
        units.factor(unit, wanted)
    except CivicRulesError as error:
        reason = str(error).rpartition(" cannot become ")[2].removeprefix(f"{wanted}: ")
        return f"expected {wanted} in the header, got {shown(unit)}: {reason}"
    return ""


def _key(name: str) -> str:
    """A header without what people write differently: spaces, line breaks, dashes, capitals, wide characters."""
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", name).casefold())


@cache
def _targets() -> Mapping[str, Target]:
    """What each header stands for, by its key."""
    return {_key(name): target for name, target in reversed(list(_spellings().items()))}


@cache
def _spellings() -> Mapping[str, Target]:
    """What each header stands for, by the header as people write it; of two that are alike the first counts."""
    found: dict[str, Target] = {}
    for spec in Community.specs().values():
        kind = "step" if spec.model is Step else spec.kind
        if kind in _READ_KINDS or kind == "step":
            target = Target(kind, tuple(spec.name.split(".")), spec.unit)
            found.update(dict.fromkeys((spec.name, spec.zh, *spec.also), target))
    for prefixed in ("id", "name"):
        spec = Community.specs()[prefixed]
        spoken = (f"{Community.kind_zh}{zh}" for zh in (spec.zh, *spec.also))
        found.update(dict.fromkeys((*spoken, f"community {prefixed}"), Target("text", (prefixed,))))
    found |= {"社区": Target("text", ("name",)), "community": Target("text", ("name",))}
    label = Community.labels()["arrangements"]
    vocabulary: type[Arrangement] = label.vocabulary  # type: ignore[attr-defined]  # the label of arrangements has one
    for term in vocabulary:
        target = Target("arrangement", ("arrangements", term.value), parts=bool(term.parts))
        for name in (term.value, term.zh):
            found.setdefault(name, target)
    for group, names in GROUPS.items():
        found.update(dict.fromkeys(names, Target("group", (group,))))
    found.update(dict.fromkeys(IGNORED, NO_TARGET))
    return found
