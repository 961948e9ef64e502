"""A session: entities and events that come, change and go, and at any time the report of a fresh audit of them."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any, Self

from civic_rules.audit import Finding, Report
from civic_rules.audit.auditing import (
    books_of,
    collector_at_rest,
    context_of,
    judge_one,
    prepare_all,
)
from civic_rules.entities import Entity, Event
from civic_rules.errors import KindMismatchError, SessionError, expected
from civic_rules.expressions import nodes
from civic_rules.expressions.scope import Scope
from civic_rules.inference.holdings import Holdings, Key, Node, Place, checked, named_entities, with_lists
from civic_rules.messages import both, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from types import TracebackType

    from civic_rules.rules import Rulebook

_ADDED = both("an entity such as Community(id=...) or an event", "对象（如 Community(id=...)）或事项")


class Session:
    """Entities and dated events that come, change and go in any order.

    `report` is at any time what a fresh audit of the same entities would give; only entities that a change touches
    are judged again. What follows is worked out when the report is asked for it, and is chained anew only where a
    change makes other facts. A session may be used from several threads.

    Attributes:
        judged: How many entities were judged so far, each as often as it was.

    Examples:
        >>> import civic_rules as cr
        >>> with cr.Session(cr.load("yancheng-2013-6"), on="2015-12-31") as session:
        ...     session.add(cr.Community(id="c1", households=2350), within="k1")
        ...     session.add(cr.County(id="k1"))
        ...     session.update("c1", facility_area="455 m²")
        ...     print(session.report.for_entity("c1")["facility-required-area"].verdict.value)
        failed
    """

    def __init__(
        self,
        rulebook: Rulebook | Iterable[Rulebook],
        *,
        on: date | str,
        readings: Mapping[str, str] | None = None,
    ) -> None:
        """Begin without entities.

        Args:
            rulebook: One rulebook, or several.
            on: The day as of which is judged.
            readings: The options to take where a text leaves a choice.

        Raises:
            UnknownReadingError: A reading is named that none of the rulebooks has, or an option that it has not.
            InvalidDayError: The day is none.
            KindMismatchError: What was given is no rulebook.
        """
        self._books = books_of(rulebook)
        self._context = context_of(self._books, on, readings)
        self._readings = tuple(sorted(self._context.readings.items()))
        self._reach = _reach_of(self._books)
        self._held = Holdings()
        self._found: dict[Key, list[Finding]] = {}
        self._reports: tuple[Report, ...] | None = ()
        self._lock = RLock()
        self._is_closed = False
        self.judged = 0

    # -- changes

    def add(self, what: Entity | Event, *, within: Place | None = None) -> None:
        """Add an entity with what it holds, or an event of an entity.

        Args:
            what: The entity or event.
            within: What holds it: an id, or a kind and an id. An entity may come before what holds it; until that
                is there it waits and stands in no report. Without `within` an entity stands for itself.

        Raises:
            DuplicateEntityError: An entity of this kind and id is there.
            UnknownEntityError: An event is added to an entity that is not there.
            SessionError: The session is closed, or `within` cannot hold it.
        """
        with self._lock:
            self._check_open()
            if isinstance(what, Event):
                node = self._of_event(within)
                self._replace(node, events=(*(node.entity.__dict__["events"] or ()), what))
                return
            if not isinstance(what, Entity):
                raise KindMismatchError(expected(_ADDED, what))
            waiting = self._held.waiting()
            node = self._held.add(what, within)
            for one in (node, *(one for one in waiting if one.waits_for is None)):
                self._touch(one if one.holder is None else one.holder)

    def update(self, entity_id: str, *, kind: str | None = None, **facts: Any) -> None:  # noqa: ANN401  fields
        """Change facts of an entity; what is given is read and checked like any other data.

        Args:
            entity_id: Its id.
            kind: Its kind, where entities of several kinds have the id.
            facts: The changed fields, by their English or Chinese names; None for not known any more. A list of
                what it holds takes the place of the former one.

        Raises:
            UnknownEntityError: There is no such entity.
            ValidationError: A fact has a fault; nothing is changed then.
            SessionError: The session is closed, or the id would change.
        """
        with self._lock:
            self._check_open()
            self._replace(self._held.find(entity_id, kind), **facts)

    def remove(self, what: str | Event, *, kind: str | None = None, within: Place | None = None) -> None:
        """Remove an entity with what it holds, by its id; or an event of an entity.

        Args:
            what: The id, or the event.
            kind: The kind of the entity, where entities of several kinds have the id.
            within: The entity that has the event.

        Raises:
            UnknownEntityError: There is no such entity.
            SessionError: The session is closed, or the entity has no such event.
        """
        with self._lock:
            self._check_open()
            if isinstance(what, Event):
                self._remove_event(what, within)
                return
            node = self._held.find(what, kind)
            holder = node.holder
            for one in node.below():
                self._found.pop(one.key, None)
            self._held.drop(node)
            if holder is not None:
                self._touch(holder)
            self._reports = None

    # -- what it makes

    @property
    def entity(self) -> Entity:
        """The one entity that everything else lies in, with all of it.

        Raises:
            SessionError: There is none, or there are several.
        """
        with self._lock:
            return self._only().whole()

    @property
    def report(self) -> Report:
        """The report of the one entity that everything else lies in: what a fresh audit of it would give.

        Raises:
            SessionError: There is none, or there are several; see `reports`.
        """
        with self._lock:
            self._only()
            return self.reports[0]

    @property
    def reports(self) -> tuple[Report, ...]:
        """A report for each entity that nothing holds, in the order in which they were added."""
        with self._lock:
            self._check_open()
            if self._reports is None:
                self._reports = tuple(self._report(node) for node in self._held.tops())
            return self._reports

    @property
    def waiting(self) -> tuple[Entity, ...]:
        """The entities that wait for what is to hold them; they stand in no report."""
        with self._lock:
            return tuple(node.whole() for node in self._held.waiting())

    def close(self) -> None:
        """Forget everything. Reports that were taken before stay as they are."""
        with self._lock:
            self._is_closed = True
            self._held, self._found, self._reports = Holdings(), {}, ()

    def __enter__(self) -> Self:
        """The session itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def __repr__(self) -> str:
        """How many entities it has, and for which day."""
        return f"<Session: {len(self._held.nodes)} entities, {self._context.on}>"

    # -- inside

    def _check_open(self) -> None:
        if self._is_closed:
            raise SessionError(both("the session is closed: begin another one", "会话已关闭：请另开一个"))

    def _only(self) -> Node:
        self._check_open()
        tops = self._held.tops()
        if len(tops) == 1:
            return tops[0]
        if not tops:
            none = both(
                "the session has no entity that stands for itself: add one without within",
                "会话中没有独立的对象：请加入一个不写 within 的对象",
            )
            raise SessionError(none)
        message = said(
            "several entities stand for themselves ({names}): add them within one, or see reports",
            "有几个独立的对象（{names}）：请把它们加到一个对象之下，或用 reports",
            names=named_entities(one.key for one in tops[:20]),
        )
        raise SessionError(message)

    def _of_event(self, within: Place | None) -> Node:
        if within is None:
            nowhere = both("an event belongs to an entity: say which with within", "事项属于某个对象：请用 within 说明")
            raise SessionError(nowhere)
        within = checked(within)
        kind, entity_id = within if isinstance(within, tuple) else (None, within)
        node = self._held.find(entity_id, kind)
        if "events" not in type(node.entity).model_fields:
            message = said("a {kind} has no events", "{kind}没有事项", kind=node.entity.called())
            raise SessionError(message)
        return node

    def _remove_event(self, event: Event, within: Place | None) -> None:
        node = self._of_event(within)
        kept = list(node.entity.__dict__["events"] or ())
        if event not in kept:
            message = said(
                "{kind} {one!r} has no such event: {event}, {day}",
                "{kind} {one!r} 没有这件事项：{event}，{day}",
                kind=node.entity.called(),
                one=node.entity.id,
                event=both(event.kind, event.kind.zh),
                day=event.on,
            )
            raise SessionError(message)
        kept.remove(event)
        self._replace(node, events=tuple(kept))

    def _replace(self, node: Node, **facts: Any) -> None:  # noqa: ANN401  whatever the fields take
        """Change facts of a node, and take other lists of members where they are given."""
        names = type(node.entity).spellings()
        changed = {names.get(name.strip(), name) for name in facts}
        members = tuple(name for name in type(node.entity).member_fields() if name in changed)
        made = node.entity.model_copy(update=facts)
        if made.id != node.entity.id:
            message = said(
                "an id never changes: remove {old!r} and add {new!r}",
                "编号不能改变：请移除 {old!r}，再加入 {new!r}",
                old=node.entity.id,
                new=made.id,
            )
            raise SessionError(message)
        if members:
            self._exchange(node, made, members)
        node.entity = with_lists(made, {})
        self._touch(node)

    def _exchange(self, node: Node, made: Entity, members: tuple[str, ...]) -> None:
        """Take other lists of members; all is checked before anything is changed."""
        going = {one.key for name in members for top in node.lists.get(name, {}).values() for one in top.below()}
        coming = Holdings()
        for name in members:
            for one in made.__dict__[name] or ():
                coming.add(one, None)
        twice = [key for key in coming.nodes if key in self._held.nodes and key not in going]
        if twice:
            names = named_entities(twice)
            raise SessionError(said("already there elsewhere: {names}", "别处已有：{names}", names=names))
        for name in members:
            for top in list(node.lists.get(name, {}).values()):
                for one in top.below():
                    self._found.pop(one.key, None)
                self._held.drop(top)
        self._held.take_lists(node, made, members)
        self._held.attach_waiting(node)

    def _touch(self, changed: Node) -> None:
        """Forget what was found of every entity that a change of one may touch."""
        self._reports = None
        self._found.pop(changed.key, None)
        for node in changed.up():
            node.made = None
            if node is not changed and node.entity.kind in self._reach.members:
                self._found.pop(node.key, None)
            asking = self._reach.holders if node is changed else self._reach.holders_with_members
            kinds = asking.get(node.entity.kind)
            if kinds:
                for one in node.below():
                    if one.entity.kind in kinds:
                        self._found.pop(one.key, None)

    def _report(self, top: Node) -> Report:
        plans = prepare_all(self._books, self._context.on, self._readings)
        entity = top.whole()
        findings: list[Finding] = []
        with collector_at_rest():
            scopes = Scope(entity).walk()
            for scope in scopes:
                key = scope.kind, scope.entity.id
                known = self._found.get(key)
                if known is None:
                    known = []
                    judge_one(scope, plans.get(scope.kind, ()), known)
                    self._found[key] = known
                    self.judged += 1
                    findings += known
                else:
                    # The same findings, of the entity in its present place.
                    findings += [one._replace(scope=scope) for one in known]
        kinds = frozenset(scope.kind for scope in scopes)
        made = Report(entity, self._books, self._context, tuple(findings), kinds)
        made.kept = top.kept
        return made


class _Reach:
    """Whose findings a change may touch beside those of the entity that changed.

    Attributes:
        members: The kinds of entity of which some requirement looks at members.
        holders: The kinds of which some requirement looks at a holder, by the kind of that holder.
        holders_with_members: The same where it looks at members of the holder.
    """

    def __init__(self, books: Iterable[Rulebook]) -> None:
        self.members: set[str] = set()
        self.holders: defaultdict[str, set[str]] = defaultdict(set)
        self.holders_with_members: defaultdict[str, set[str]] = defaultdict(set)
        for book in books:
            for rule in book:
                for top in rule.expressions():
                    self._look(rule.subject, top)

    def _look(self, subject: str, top: nodes.Node) -> None:
        for node in top.walk():
            if isinstance(node, nodes.Members):
                self.members.add(subject)
            if isinstance(node, nodes.Within):
                self.holders[node.subject].add(subject)
                if any(isinstance(inner, nodes.Members) for inner in _inner(node)):
                    self.holders_with_members[node.subject].add(subject)


def _inner(node: nodes.Within) -> Iterator[nodes.Node]:
    return node.value.walk()


@lru_cache(maxsize=64)
def _reach_of(books: tuple[Rulebook, ...]) -> _Reach:
    return _Reach(books)
