"""Which column of a frame says what: headers in English or Chinese, the links to holders, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from civic_rules.entities import ENTITY_TYPES, Entity, Event, Record
from civic_rules.entities.fields import Dated
from civic_rules.entities.headers import (
    GROUPS,
    IGNORED,
    NO_TARGET,
    Target,
    arrangement_headers,
    detail_headers,
    field_headers,
    header_hint,
    header_target,
    key_of,
    own_headers,
)
from civic_rules.errors import Fault, did_you_mean, shown
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EVENT = "event"
"""The frame of dated events: of whom, what, when."""

ID_ENDINGS = ("id", "编号", "代码")
"""How the header of a column of ids ends, as `key_of` gives it."""

MOST_HINTS = 20
"""With how many unknown headers the nearest known one is told: to look for it takes some milliseconds."""

FRAMES: dict[str, type[Record]] = {**ENTITY_TYPES, EVENT: Event}
"""What a frame can hold, by the word under which it is handed in."""


@cache
def holders_of(kind: str) -> tuple[str, ...]:
    """The kinds of entity that hold a kind themselves, the smallest first.

    Examples:
        >>> holders_of("community"), holders_of("grid")
        (('street', 'county', 'city'), ('community',))
    """
    found = [holder for holder in ENTITY_TYPES if list_of(holder, kind)]
    return tuple(reversed(found))


@cache
def list_of(holder: str, kind: str) -> str:
    """The field in which an entity holds members of a kind, or its events; "" where it holds none."""
    model = ENTITY_TYPES[holder]
    if kind == EVENT:
        return next(
            (name for name, label in model.labels().items() if isinstance(label, Dated) and label.kind == "events"), ""
        )
    return next((name for name, held in model.member_fields().items() if held.kind == kind), "")


@cache
def headers(kind: str) -> Mapping[str, Target]:
    """What each header of a frame of a kind stands for, as people write it."""
    model = FRAMES[kind]
    found: dict[str, Target] = dict(field_headers(model))
    more: list[Mapping[str, Target]] = [_links(kind)]
    if issubclass(model, Entity):
        more = [own_headers(model), *more, arrangement_headers(model), detail_headers(model), _lists(model)]
    for some in (*more, dict.fromkeys(IGNORED, NO_TARGET)):
        for name, target in some.items():
            found.setdefault(name, target)
    return found


@cache
def _keys(kind: str) -> Mapping[str, Target]:
    return {key_of(name): target for name, target in reversed(list(headers(kind).items()))}


def _links(kind: str) -> dict[str, Target]:
    """Headers of the columns that say in which entity another lies: street_id, 镇街编号, street."""
    found: dict[str, Target] = {}
    for holder in holders_of(kind):
        model = ENTITY_TYPES[holder]
        names = (holder, model.kind_zh, *GROUPS.get(holder, ()))
        ids = (f"{holder}_id", *(f"{name}{zh}" for name in names if not name.isascii() for zh in ("编号", "代码")))
        found.update(dict.fromkeys((*ids, *names), Target("group", (holder,))))
    return found


def _lists(model: type[Entity]) -> dict[str, Target]:
    """Headers of the columns that say whether the members of an entity, or its events, are known at all."""
    found: dict[str, Target] = {}
    for name, spec in model.specs().items():
        if spec.kind in {"members", "events"}:
            found.update(dict.fromkeys((name, spec.zh, *spec.also), Target("list", (name,))))
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands in a frame.

    Attributes:
        header: The header of the column.
        target: What the column holds.
        unit: The unit that the header states for bare numbers; "" for the unit of the field.
    """

    header: str
    target: Target
    unit: str = ""


@dataclass(slots=True)
class Layout:
    """The columns of one frame.

    Attributes:
        kind: What the frame holds, one a row.
        facts: Where each fact stands, by its name: `facility_area`, `gap_plan.completed`, `services.health`.
        links: The column that says in which entity of a kind one lies, by that kind.
        lists: The column that says whether a list of members is known, by the name of the list.
        kept: The columns that are kept for the results, most of which hold no facts.
        faults: What is wrong with the headers.
    """

    kind: str
    facts: dict[str, Place] = field(default_factory=dict)
    links: dict[str, Place] = field(default_factory=dict)
    lists: dict[str, Place] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def identity(self) -> Place | None:
        """The column that names the entities: the id, or the name where there is no id."""
        return self.facts.get("id") or self.facts.get("name")

    def read(self, names: Iterable[str]) -> list[str]:
        """The headers among some that are not kept for the results alone."""
        places = (place.header for some in (self.facts, self.links, self.lists) for place in some.values())
        alone = frozenset(self.kept) - frozenset(places)
        return [name for name in names if name not in alone]

    def has(self, name: str) -> bool:
        """Whether some column says something of a field, a term or a part."""
        if name in self.facts:
            return True
        whole, _, detail = name.rpartition(".")
        found = self.facts.get(whole)
        if detail and found is not None and found.target.kind in {"listing", "arrangement"}:
            return True
        return name.startswith("arrangements.") and any(one.startswith(f"{name}.") for one in self.facts)


def layout(kind: str, names: Iterable[object], segments: Iterable[str] = (), index: Iterable[str] = ()) -> Layout:
    """Read the headers of a frame.

    Args:
        kind: What the frame holds.
        names: Its headers.
        segments: Headers of columns that are kept for the results; those that hold no facts may have any name.
        index: What is said beside the columns, where a library has such a thing; it is not read.
    """
    made = Layout(kind)
    kept = frozenset(segments)
    for name in names:
        _take(made, name, is_kept=name in kept)
    for name in index:
        target = header_target(name, _keys(kind))[0]
        if target is not None and target.kind != "ignored" and name not in kept:
            message = both(
                "an index is not read, and this one holds facts: make a column of it, as reset_index() does",
                "索引不读，而这个索引有数据：请变成一列，如用 reset_index()",
            )
            where = said("{kind}: index {name}", "{kind}：索引 {name}", kind=called(kind), name=shown(name))
            made.faults.append(Fault(where, message))
    for needed in ("kind", "on") if kind == EVENT else ():
        if needed not in made.facts:
            spec = Event.specs()[needed]
            message = said(
                "no column has the {name} ({name}, {zh}) of the events",
                "没有事项的“{zh}”（{name}）这一列",
                name=needed,
                zh=spec.zh,
            )
            made.faults.append(Fault(called(kind), message))
    return made


def _take(made: Layout, name: object, *, is_kept: bool) -> None:
    """Read a header."""
    where = column_of(made.kind, name)
    if not isinstance(name, str):
        made.faults.append(Fault(where, both("expected text as the header", "表头应为文字")))
        return
    target, unit, wrong = header_target(name, _keys(made.kind))
    if is_kept:
        made.kept.append(name)
        if target is None or wrong or target.kind == "ignored":
            return
    if target is None:
        made.faults.append(Fault(where, _unknown(made.kind, name, has_hint=len(made.faults) < MOST_HINTS)))
    elif wrong:
        made.faults.append(Fault(where, wrong))
    else:
        _put(made, Place(name, target, unit))


def absent(segments: Iterable[str], headers_of: Iterable[Iterable[object]]) -> list[Fault]:
    """A fault for each segment that is a column of no frame.

    Args:
        segments: The segments.
        headers_of: The headers of each frame.
    """
    known = [name for names in headers_of for name in names if isinstance(name, str)]
    return [
        Fault(
            f"segments: {shown(name)}",
            said("no frame has such a column{hint}", "数据表中没有这一列{hint}", hint=did_you_mean(name, known)),
        )
        for name in segments
        if name not in known
    ]


def called(kind: str) -> Message:
    """What messages call what a frame holds."""
    return both(kind, FRAMES[kind].kind_zh if kind in FRAMES else kind)


def column_of(kind: str, header: object) -> Message:
    """What messages call a column of a frame."""
    return said("{kind}: column {header}", "{kind}：{header} 列", kind=called(kind), header=shown(header))


def _unknown(kind: str, name: str, *, has_hint: bool) -> Message:
    hint = header_hint(name, headers(kind)) if has_hint else Message()
    return said(
        "{what} has no such field{hint}{segment}",
        "{what}没有这个字段{hint}{segment}",
        what=both("an event" if kind == EVENT else f"a {kind}", called(kind).zh),
        hint=hint,
        segment=both(" If it holds no facts, name it in segments", "如果没有数据，请在 segments 中写明")
        if hint
        else both("; name it in segments if it holds no facts", "；如果没有数据，请在 segments 中写明"),
    )


def _put(made: Layout, place: Place) -> None:
    target = place.target
    if target.kind == "ignored":
        made.kept.append(place.header)
        return
    into = {"group": made.links, "list": made.lists}.get(target.kind, made.facts)
    other = into.get(target.name)
    # Of a holder, a column of ids counts, and one of names beside it does not.
    by_id = [one for one in (other, place) if one is not None and key_of(one.header).endswith(ID_ENDINGS)]
    if other is None:
        into[target.name] = place
    elif target.kind == "group" and len(by_id) < 2:  # noqa: PLR2004  both
        into[target.name] = by_id[0] if by_id else other
    else:
        message = said("says the same as the column {other}", "与 {other} 列重复", other=shown(other.header))
        made.faults.append(Fault(column_of(made.kind, place.header), message))
