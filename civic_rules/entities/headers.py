"""The columns of a table of entities: what the header of a column names, in English or Chinese.

A header is the name of a field, of a term of a listing, of an arrangement or of a part of one. It may carry a remark
in brackets, which is the unit of a field that holds a number. Spaces, dashes and capitals do not count.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities.fields import read_number
from civic_rules.entities.records import Attested, Step
from civic_rules.errors import CivicRulesError, did_you_mean, nearest, shown
from civic_rules.messages import Message, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civic_rules.entities.base import Entity, Record

NOT_KNOWN = frozenset({"", "-", "–", "—", "——", "n/a", "na", "不详", "未知"})
"""Cells that say that something is not known; capital or small letters."""

TOTALS = frozenset({"合计", "总计", "小计", "共计", "平均", "total", "totals", "sum", "average"})
"""Names of rows that add up the others and are no entities; capital or small letters, with or without spaces."""

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

READ_KINDS = frozenset({"text", "number", "truth", "date", "category", "listing"})
"""The kinds of field that one column holds."""

_WITH_REMARK = re.compile(r"(.+?)[(（\[【](.*)[)）\]】]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """What a column holds.

    Attributes:
        kind: The kind of field, or step, arrangement, item, part, group or ignored.
        path: Where the value belongs: the names of the field and of the fields in it, or the kind of group.
        unit: The unit of a number.
        parts: Whether an arrangement has parts that a cell may list.
    """

    kind: str
    path: tuple[str, ...]
    unit: str = ""
    parts: bool = False

    @property
    def name(self) -> str:
        """The path as one name: `gap_plan.completed`."""
        return ".".join(self.path)


NO_TARGET = Target("ignored", ())
"""What a column holds that names nothing."""


def key_of(name: str) -> str:
    """A header without what people write differently: spaces, line breaks, dashes, capitals, wide characters.

    Examples:
        >>> key_of("Facility  Area"), key_of("facility_area")
        ('facilityarea', 'facilityarea')
    """
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", name).casefold())


def header_target(header: str, targets: Mapping[str, Target]) -> tuple[Target | None, str, Message]:
    """What a header names, the unit in its brackets, and what is wrong with that unit.

    Args:
        header: The text of the header.
        targets: What headers may name, by their `key_of`.

    Returns:
        The target, or None where the header names nothing; the unit that it states for bare numbers, or ""; and the
        fault of that unit, or "".
    """
    target = targets.get(key_of(header))
    if target is not None:
        return target, "", Message()
    found = _WITH_REMARK.fullmatch(header.strip())
    target = targets.get(key_of(found[1])) if found else None
    if found is None or target is None or target.kind != "number":
        return target, "", Message()
    unit = found[2].strip()
    return target, unit, _unit_fault(unit, target.unit) if unit else Message()


def header_hint(header: str, names: Mapping[str, Target]) -> Message:
    """The nearest header that would have been right, as the end of a message."""
    found = _WITH_REMARK.fullmatch(header.strip())
    keys = {key_of(name): name for name in names}
    near = nearest(key_of(found[1] if found else header), keys)
    return Message() if near is None else did_you_mean(keys[near], [keys[near]])


def _unit_fault(unit: str, wanted: str) -> Message:
    """Why bare numbers of a field cannot be in this unit; "" where they can."""
    try:
        read_number(f"1 {unit}", wanted)
    except CivicRulesError:
        pass
    else:
        return Message()
    try:
        units.factor(unit, wanted)
    except CivicRulesError as error:
        return said(
            "expected {wanted} in the header, got {given}: {reason}",
            "表头中的单位应为{wanted}，实为 {given}：{reason}",
            wanted=units.unit_message(wanted),
            given=shown(unit),
            reason=error.message.values.get("reason", error.message),
        )
    return Message()


@cache
def field_headers(model: type[Record]) -> Mapping[str, Target]:
    """What each header of a kind of entity stands for, as people write it; of two that are alike the first counts.

    Args:
        model: The class of the entities.
    """
    found: dict[str, Target] = {}
    for spec in model.specs().values():
        kind = "step" if spec.model is Step else spec.kind
        if kind in READ_KINDS or kind == "step":
            target = Target(kind, tuple(spec.name.split(".")), spec.unit)
            found.update(dict.fromkeys((spec.name, spec.zh, *spec.also), target))
    return found


@cache
def own_headers(model: type[Entity]) -> Mapping[str, Target]:
    """What headers name the id and the name of an entity by its kind: 社区编号, community id."""
    found: dict[str, Target] = {}
    for prefixed in ("id", "name"):
        spec = model.specs()[prefixed]
        spoken = (f"{model.kind_zh}{zh}" for zh in (spec.zh, *spec.also))
        found.update(dict.fromkeys((*spoken, f"{model.kind} {prefixed}"), Target("text", (prefixed,))))
    return found | dict.fromkeys((model.kind_zh, model.kind), Target("text", ("name",)))


@cache
def arrangement_headers(model: type[Record]) -> Mapping[str, Target]:
    """What headers name the arrangements of a kind of entity, by their id or Chinese name."""
    found: dict[str, Target] = {}
    label = model.labels().get("arrangements")
    for term in label.vocabulary if isinstance(label, Attested) else ():
        target = Target("arrangement", ("arrangements", term.value), parts=bool(term.parts))
        for name in (term.value, term.zh):
            found.setdefault(name, target)
    return found


@cache
def detail_headers(model: type[Record]) -> Mapping[str, Target]:
    """What dotted headers name the terms of listings and the parts of arrangements, each a truth of its own.

    `services.health` says of one service whether it is there, and `grid-service.grids` the same of a part.
    """
    return dict(_details(model))


def _details(model: type[Record]) -> Iterator[tuple[str, Target]]:
    for spec in model.specs().values():
        if spec.kind == "listing" and spec.vocabulary is not None:
            for term in spec.vocabulary:
                target = Target("item", (*spec.name.split("."), term.value))
                yield from ((name, target) for name in (f"{spec.name}.{term.value}", f"{spec.zh}.{term.zh}"))
    label = model.labels().get("arrangements")
    if not isinstance(label, Attested):
        return
    for term in label.vocabulary:
        whole = Target("arrangement", ("arrangements", term.value), parts=bool(term.parts))
        yield from ((name, whole) for name in (f"arrangements.{term.value}", f"{label.zh}.{term.zh}"))
        for part in term.parts.values():
            target = Target("part", ("arrangements", term.value, part.key))
            short = (f"{term.value}.{part.key}", f"{term.zh}.{part.zh}")
            full = (f"arrangements.{term.value}.{part.key}", f"{label.zh}.{term.zh}.{part.zh}")
            yield from ((name, target) for name in (*short, *full))


def is_total(name: object) -> bool:
    """Whether a name is that of a row that adds up the others.

    Examples:
        >>> is_total("合 计"), is_total("Total"), is_total("合兴社区")
        (True, True, False)
    """
    return isinstance(name, str) and name.replace(" ", "").casefold() in TOTALS
