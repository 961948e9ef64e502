"""The entities of a session: each by itself, who holds whom, and the whole that they make together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from civic_rules.entities import ENTITY_TYPES, Entity
from civic_rules.errors import DuplicateEntityError, SessionError, UnknownEntityError, did_you_mean, shown
from civic_rules.inference.concluding import Kept
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Key = tuple[str, str]
"""The kind and the id of an entity."""

Place = str | tuple[str, str]
"""The entity that holds another: its id, or its kind and its id."""


@dataclass(eq=False)
class Node:
    """An entity of a session.

    Attributes:
        entity: The entity with its own facts; what it holds stands in `lists`.
        number: Its place in the order in which entities were added.
        lists: The lists of what it holds that are known, by field.
        holder: The node that holds it.
        waits_for: The entity that is to hold it and is not there yet.
        made: The entity with everything that it holds, until something of it changes.
        kept: What was chained last of a report on it.
    """

    entity: Entity
    number: int
    lists: dict[str, dict[Key, Node]] = field(default_factory=dict)
    holder: Node | None = None
    waits_for: Place | None = None
    made: Entity | None = None
    kept: Kept = field(default_factory=Kept)

    @property
    def key(self) -> Key:
        """The kind and the id."""
        return self.entity.kind, self.entity.id

    def whole(self) -> Entity:
        """The entity with everything that it holds; what has not changed is taken as it was."""
        if self.made is None:
            held = {name: tuple(one.whole() for one in self._sorted(name)) for name in self.lists}
            self.made = with_lists(self.entity, held)
        return self.made

    def _sorted(self, name: str) -> list[Node]:
        return sorted(self.lists[name].values(), key=lambda one: one.number)

    def below(self) -> Iterator[Node]:
        """This node and every one below it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [one for held in node.lists.values() for one in held.values()]

    def up(self) -> Iterator[Node]:
        """This node and every one that holds it."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.holder


def with_lists(entity: Entity, held: Mapping[str, tuple[Entity, ...]]) -> Entity:
    """An entity with other lists of members; they were checked when they were added."""
    fields = type(entity).member_fields()
    copied = entity.model_copy()
    for name in fields:
        copied.__dict__[name] = held.get(name)
        if name in held:
            copied.model_fields_set.add(name)
        else:
            copied.model_fields_set.discard(name)
    return copied


class Holdings:
    """All entities of a session."""

    def __init__(self) -> None:
        """Begin with none."""
        self.nodes: dict[Key, Node] = {}
        self._by_id: defaultdict[str, dict[str, Node]] = defaultdict(dict)
        self._tops: dict[Key, Node] = {}
        self._waiting: dict[Key, Node] = {}
        self._numbers = count()

    def add(self, entity: Entity, within: Place | None) -> Node:
        """Add an entity with all that it holds; one whose holder is not there yet waits for it.

        Raises:
            DuplicateEntityError: An entity of this kind and id is there.
            SessionError: The holder cannot hold it, or is named by neither an id nor a kind and an id.
        """
        times = Counter((one.kind, one.id) for one in everything(entity))
        twice = {key for key, many in times.items() if many > 1 or key in self.nodes}
        if twice:
            message = said(
                "ids must be unique among entities of one kind; already there: {names}",
                "同一种对象的编号不能重复；已有：{names}",
                names=named_entities(sorted(twice)),
            )
            raise DuplicateEntityError(message)
        holder = None if within is None else self._holder(entity.kind, checked(within))
        name = "" if holder is None else _list_for(holder.entity, entity.kind)
        node = self._taken_in(entity, None)
        if holder is not None:
            self.attach(node, holder, name)
        else:
            node.waits_for = within
            (self._tops if within is None else self._waiting)[node.key] = node
        self.attach_waiting(node)
        return node

    def attach(self, node: Node, holder: Node, name: str) -> None:
        """Put a node into a list of its holder; a list that was not known becomes known."""
        node.holder, node.waits_for = holder, None
        self._waiting.pop(node.key, None)
        holder.lists.setdefault(name, {})[node.key] = node

    def attach_waiting(self, added: Node) -> None:
        """Give what was waiting for an entity that was added to it."""
        waiting = self.waiting()
        for node in added.below() if waiting else ():
            for one in waiting:
                place = one.waits_for
                if place is not None and node is not one and self._is_meant(node, one.entity.kind, place):
                    self.attach(one, node, _list_for(node.entity, one.entity.kind))

    def _is_meant(self, node: Node, kind: str, place: Place) -> bool:
        named = node.key == place if isinstance(place, tuple) else node.entity.id == place
        return named and _can_hold(type(node.entity), kind)

    def _taken_in(self, entity: Entity, holder: Node | None) -> Node:
        node = Node(with_lists(entity, {}), next(self._numbers), holder=holder)
        self.nodes[node.key] = node
        self._by_id[node.entity.id][node.entity.kind] = node
        self.take_lists(node, entity, tuple(type(entity).member_fields()))
        return node

    def take_lists(self, node: Node, entity: Entity, names: tuple[str, ...]) -> None:
        """Take what an entity holds in some lists as nodes of their own, below its node."""
        for name in names:
            held = entity.__dict__[name]
            node.lists.pop(name, None)
            if held is not None:
                made = [self._taken_in(one, node) for one in held]
                node.lists[name] = {one.key: one for one in made}

    def drop(self, node: Node) -> None:
        """Forget a node and all below it; the list that held it stays known."""
        for one in list(node.below()):
            del self.nodes[one.key]
            del self._by_id[one.entity.id][one.entity.kind]
            if not self._by_id[one.entity.id]:
                del self._by_id[one.entity.id]
        self._tops.pop(node.key, None)
        self._waiting.pop(node.key, None)
        if node.holder is not None:
            for held in node.holder.lists.values():
                held.pop(node.key, None)

    def find(self, entity_id: object, kind: str | None) -> Node:
        """The node of an entity.

        Raises:
            UnknownEntityError: There is none of this id, or of this kind and id.
            SessionError: Entities of several kinds have the id.
        """
        known = self._by_id.get(entity_id, {}) if isinstance(entity_id, str) else {}
        found = [one for one in known.values() if kind in {None, one.entity.kind}]
        if len(found) > 1:
            message = said(
                "entities of several kinds have the id {one}: say which kind ({kinds})",
                "有几种对象的编号都是 {one}：请说明是哪一种（{kinds}）",
                one=shown(entity_id),
                kinds=_kinds(found),
            )
            raise SessionError(message)
        if not found:
            message = said(
                "the session has no {what} {one}{hint}",
                "会话中没有{what} {one}{hint}",
                what=called(kind) if kind else both("entity", "对象"),
                one=shown(entity_id),
                hint=did_you_mean(entity_id, self._by_id),
            )
            raise UnknownEntityError(message)
        return found[0]

    def _holder(self, kind: str, within: Place) -> Node | None:
        """The node that is to hold an entity of a kind; None where it is not there yet.

        Raises:
            SessionError: Entities of the kind that is named cannot hold it, or several of the id can.
        """
        if isinstance(within, tuple):
            model = ENTITY_TYPES.get(within[0])
            if model is None:
                hint = did_you_mean(within[0], ENTITY_TYPES)
                message = said(
                    "there is no kind of entity {kind!r}{hint}",
                    "没有 {kind!r} 这种对象{hint}",
                    kind=within[0],
                    hint=hint,
                )
                raise SessionError(message)
            if not _can_hold(model, kind):
                message = said(
                    "a {holder} holds no {kind} itself: {one!r} cannot hold one",
                    "{holder}本身不包含{kind}：{one!r} 不能包含",
                    holder=model.called(),
                    kind=called(kind),
                    one=within[1],
                )
                raise SessionError(message)
        named = self._by_id.get(within[1] if isinstance(within, tuple) else within, {})
        fitting = [one for one in named.values() if self._is_meant(one, kind, within)]
        if len(fitting) > 1:
            message = said(
                "several entities of the id {one!r} hold a {kind}: give (kind, id) ({kinds})",
                "有几个编号为 {one!r} 的对象可以包含{kind}：请写作 (kind, id)（{kinds}）",
                one=within,
                kind=called(kind),
                kinds=_kinds(fitting),
            )
            raise SessionError(message)
        return fitting[0] if fitting else None

    def tops(self) -> list[Node]:
        """The nodes that nothing holds and that wait for nothing, in the order in which they were added."""
        return list(self._tops.values())

    def waiting(self) -> list[Node]:
        """The nodes that wait for what is to hold them."""
        return list(self._waiting.values())


def called(kind: str) -> Message:
    """What messages call a kind of entity; the word itself where there is no such kind."""
    model = ENTITY_TYPES.get(kind)
    return both(kind, kind) if model is None else model.called()


def named_entities(keys: Iterable[Key]) -> Message:
    """Entities, each by its kind and its id."""
    return joined(said("{kind} {one!r}", "{kind} {one!r}", kind=called(kind), one=one) for kind, one in keys)


def _kinds(nodes: Iterable[Node]) -> Message:
    return joined(one.entity.called() for one in nodes)


def checked(within: object) -> Place:
    """The entity that holds another, as it may be named.

    Raises:
        SessionError: It is named by neither an id nor a kind and an id.
    """
    if isinstance(within, str):
        return within
    if isinstance(within, tuple) and [type(one) for one in within] == [str, str]:
        return within
    message = said(
        'within: expected an id, or a kind and an id as in ("county", "k1"); got {given}',
        'within：应为编号，或对象种类和编号，如 ("county", "k1")；实为 {given}',
        given=shown(within),
    )
    raise SessionError(message)


def everything(entity: Entity) -> Iterator[Entity]:
    """An entity and all that it holds."""
    yield entity
    for name in type(entity).member_fields():
        for one in entity.__dict__[name] or ():
            yield from everything(one)


def _can_hold(model: type[Entity], kind: str) -> bool:
    return any(held.kind == kind for held in model.member_fields().values())


def _list_for(entity: Entity, kind: str) -> str:
    """The list in which an entity holds those of a kind."""
    return next(name for name, held in type(entity).member_fields().items() if held.kind == kind)
