"""What an expression is evaluated on: an entity, the entities that hold it, and the entities that it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from civic_rules.entities import ENTITY_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from civic_rules.entities import Entity
    from civic_rules.expressions.choices import Reading


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for every entity of one audit.

    Attributes:
        on: The day of the audit.
        readings: The options that the user has chosen, by the key of the reading.
    """

    on: date
    readings: Mapping[str, str] = field(default_factory=dict)

    def option(self, reading: Reading) -> str | None:
        """The option of a reading that is taken; None where there is no sound default and none was chosen."""
        return self.readings.get(reading.key, reading.default)


@cache
def _lists(model: type[Entity], kind: str) -> tuple[str, ...]:
    """The fields of a class that hold entities of a kind."""
    return tuple(name for name, held in model.member_fields().items() if held.kind == kind)


@cache
def lists_towards(model: type[Entity], kind: str) -> tuple[str, ...]:
    """The fields of a class that hold entities of a kind, or entities that can hold such."""
    return tuple(name for name, held in model.member_fields().items() if held.kind == kind or held.reaches(kind))


@cache
def _held_fields(model: type[Entity]) -> tuple[str, ...]:
    """The fields of a class that hold entities of any kind."""
    return tuple(model.member_fields())


class Scope:
    """One entity in its place: below its holders, above its members.

    Attributes:
        entity: The entity.
        kind: The kind of the entity.
        row: Its fields as plain values, read without a detour through the model.
        holder: The scope of the entity that holds it, or None for the one that was handed in.
    """

    __slots__ = ("_found", "_held", "entity", "holder", "kind", "row")

    def __init__(self, entity: Entity, holder: Scope | None = None) -> None:
        """Put an entity below its holder."""
        self.entity = entity
        self.kind = type(entity).kind
        self.row: dict[str, Any] = entity.__dict__
        self.holder = holder
        # Most entities hold nothing: their dicts are made when they are needed.
        self._held: dict[str, tuple[Scope, ...] | None] | None = None
        self._found: dict[str, Known] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the entity in its place; what was found below it is found again."""
        return Scope, (self.entity, self.holder)

    def held(self, name: str) -> tuple[Scope, ...] | None:
        """The entities in one of the entity's own lists, or None where the list is not known."""
        if self._held is None:
            self._held = {}
        if name not in self._held:
            listed = self.row[name]
            self._held[name] = None if listed is None else tuple([Scope(one, self) for one in listed])
        return self._held[name]

    def members(self, kind: str, *, direct: bool) -> Known:
        """The members of a kind, and the lists that would have to be known for them to be complete.

        Args:
            kind: The kind of the members.
            direct: Whether only those that the entity itself holds are meant.

        Returns:
            The members that are known, and the paths of the lists that are not; no path says they are complete.
        """
        if direct:
            return self._own(kind)
        if self._found is None:
            self._found = {}
        if kind not in self._found:
            self._found[kind] = self._below(kind)
        return self._found[kind]

    def _own(self, kind: str) -> Known:
        names = _lists(type(self.entity), kind)
        if len(names) == 1:
            only = self.held(names[0])
            return (only, ()) if only is not None else ((), names)
        known = [self.held(name) for name in names if self.row[name] is not None]
        return tuple(one for held in known for one in held or ()), () if known else names[:1]

    def _below(self, kind: str) -> Known:
        if not self.entity.reaches(kind):
            return (), ()
        found: list[Scope] = []
        unknown: list[str] = []
        ways = lists_towards(type(self.entity), kind)
        given = [name for name in ways if self.row[name] is not None]
        for name in given:
            for below in self.held(name) or ():
                if below.kind == kind:
                    found.append(below)
                deeper, gaps = below.members(kind, direct=False)
                found += deeper
                unknown += [f"{below.entity.id}.{gap}" for gap in gaps]
        if not given:
            unknown += (*_lists(type(self.entity), kind), *ways)[:1]
        return tuple(found), tuple(unknown)

    def above(self, kind: str) -> Scope | None:
        """The nearest holder of a kind, or None where there is none."""
        holder = self.holder
        while holder is not None and holder.kind != kind:
            holder = holder.holder
        return holder

    def walk(self) -> list[Scope]:
        """This scope and every scope below it, each before what it holds."""
        found: list[Scope] = []
        waiting = [self]
        while waiting:
            scope = waiting.pop()
            found.append(scope)
            for name in reversed(_held_fields(type(scope.entity))):
                if scope.row[name]:
                    waiting += reversed(scope.held(name) or ())
        return found


def kinds_below(kind: str) -> set[str]:
    """A kind of entity and every kind that it can hold, at any depth."""
    below = {model.kind for model in ENTITY_TYPES[kind].member_fields().values()}
    return {kind}.union(*(kinds_below(one) for one in below))


Known = tuple[tuple[Scope, ...], tuple[str, ...]]
"""The members that are known, and the paths of the lists that are not."""
