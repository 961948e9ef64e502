"""What an expression is evaluated on: an entity, the entities that hold it, and the entities that it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from civic_rules.entities import ENTITY_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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


class Scope:
    """One entity in its place: below its holders, above its members.

    Attributes:
        entity: The entity.
        row: Its fields as plain values, read without a detour through the model.
        holder: The scope of the entity that holds it, or None for the one that was handed in.
    """

    __slots__ = ("_found", "_held", "entity", "holder", "row")

    def __init__(self, entity: Entity, holder: Scope | None = None) -> None:
        """Put an entity below its holder."""
        self.entity = entity
        self.row: dict[str, Any] = entity.__dict__
        self.holder = holder
        self._held: dict[str, tuple[Scope, ...] | None] = {}
        self._found: dict[str, tuple[tuple[Scope, ...], tuple[str, ...]]] = {}

    def held(self, name: str) -> tuple[Scope, ...] | None:
        """The entities in one of the entity's own lists, or None where the list is not known."""
        if name not in self._held:
            listed = self.row[name]
            self._held[name] = None if listed is None else tuple(Scope(one, self) for one in listed)
        return self._held[name]

    def members(self, kind: str, *, direct: bool) -> tuple[tuple[Scope, ...], tuple[str, ...]]:
        """The members of a kind, and the lists that would have to be known for them to be complete.

        Args:
            kind: The kind of the members.
            direct: Whether only those that the entity itself holds are meant.

        Returns:
            The members that are known, and the paths of the lists that are not; no path says they are complete.
        """
        key = f"{kind}!" if direct else kind
        if key not in self._found:
            self._found[key] = self._find(kind, direct=direct)
        return self._found[key]

    def _find(self, kind: str, *, direct: bool) -> tuple[tuple[Scope, ...], tuple[str, ...]]:
        found: list[Scope] = []
        unknown: list[str] = []
        ways = [
            (name, model)
            for name, model in type(self.entity).member_fields().items()
            if model.kind == kind or (not direct and model.reaches(kind))
        ]
        given = [(name, model) for name, model in ways if self.held(name) is not None]
        for name, model in given:
            for below in self.held(name) or ():
                if model.kind == kind:
                    found.append(below)
                if not direct and model.reaches(kind):
                    deeper, gaps = below.members(kind, direct=False)
                    found += deeper
                    unknown += [f"{below.entity.id}.{gap}" for gap in gaps]
        if not given:
            own = [name for name, model in ways if model.kind == kind]
            unknown += (own or [name for name, _ in ways])[:1]
        return tuple(found), tuple(unknown)

    def above(self, kind: str) -> Scope | None:
        """The nearest holder of a kind, or None where there is none."""
        holder = self.holder
        while holder is not None and holder.entity.kind != kind:
            holder = holder.holder
        return holder

    def walk(self) -> Iterator[Scope]:
        """This scope and every scope below it, from the top."""
        yield self
        row = self.row
        for name in type(self.entity).member_fields():
            if row[name]:
                for below in self.held(name) or ():
                    yield from below.walk()


def kinds_below(kind: str) -> set[str]:
    """A kind of entity and every kind that it can hold, at any depth."""
    below = {model.kind for model in ENTITY_TYPES[kind].member_fields().values()}
    return {kind}.union(*(kinds_below(one) for one in below))
