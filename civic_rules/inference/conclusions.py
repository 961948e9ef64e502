"""What follows from an audit: conclusions, each with why, down to the findings and circumstances that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from civic_rules.audit.auditing import collector_at_rest
from civic_rules.audit.reports import no_entity
from civic_rules.errors import UnknownEntityError
from civic_rules.expressions.interpreter import interpret
from civic_rules.expressions.scope import Scope
from civic_rules.inference.facts import Observation, Party
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from civic_rules.audit import Finding, Report
    from civic_rules.entities import Entity
    from civic_rules.rules import Consequence, Effect, Pattern, Requirement
    from civic_rules.text import Text
    from civic_rules.units import Lang
    from civic_rules.verdicts import Truth


class Gap(NamedTuple):
    """Something that is not known and would settle what is open.

    Attributes:
        kind: The kind of an entity that was handed in.
        id: Its id.
        path: The field, or the reading, of which nothing is known; "" where it is a place or a member.
        other: The kind of the place in which it lies, or of the member that it may have, which was not handed in.
    """

    kind: str
    id: str
    path: str
    other: str = ""

    def __str__(self) -> str:
        """What is missing as `kind id: field`, or as `kind of kind id`."""
        return f"{self.kind} {self.id}: {self.path}" if self.path else f"{self.other} of {self.kind} {self.id}"


@dataclass(frozen=True, eq=False)
class Ground:
    """One of the facts that a conclusion rests on.

    Attributes:
        pattern: What the consequence asks for.
        is_wanted: Whether it has to be there; False for what may not be there.
        truth: Whether it is there; None where that is not known.
        finding: The finding that shows it, where it is one.
        observation: The circumstance that shows it, where it is one.
        parties: The member and its holder, where it is that.
        conclusion: The conclusion, where another consequence concludes it.
        of: The entity that it is said of.
    """

    pattern: Pattern
    is_wanted: bool
    truth: Truth
    of: Party
    finding: Finding | None = None
    observation: Observation | None = None
    parties: tuple[Party, Party] | None = None
    conclusion: Conclusion | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What would settle it, where it is not known and no conclusion."""
        if self.truth is not None or self.conclusion is not None:
            return ()
        told = self.finding or self.observation
        if told is not None:
            return tuple(Gap(told.entity.kind, told.entity.id, path) for path in _settling(told))
        for one in (self.of, *(self.parties or ())):
            if one.around is not None:
                return (Gap(one.around.kind, one.around.id, "", one.place or one.kind),)
        return ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What would settle it, each as `kind id: field`, where it is not known and no conclusion."""
        return tuple(map(str, self.gaps))


def _settling(told: Finding | Observation) -> tuple[str, ...]:
    """The fields that would settle a finding or a circumstance; its readings where nothing is missing."""
    if told.missing:
        return told.missing
    if isinstance(told, Observation):
        readings = told.circumstance.readings
        return tuple(reading.key for reading in readings if told.context.option(reading) is None)
    if told.verdict is Verdict.FAILED:
        # That it failed is known; whether that is a breach is not.
        grave = told.requirement.breach_when
        trace = None if grave is None else interpret(grave, told.scope, told.plan.context)
        return () if trace is None else trace.missing or tuple(trace.notes())
    return tuple(reading.key for reading, option in told.readings if option is None) or told.notes


@dataclass(frozen=True, eq=False)
class Because:
    """One way in which something follows.

    Attributes:
        rule: The consequence, with its clause.
        grounds: The facts that it rests on, in the order in which the consequence asks for them.
    """

    rule: Consequence
    grounds: tuple[Ground, ...]

    @property
    def facts(self) -> tuple[Ground, ...]:
        """The facts that it rests on; another name for the grounds."""
        return self.grounds

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings among them."""
        return tuple(ground.finding for ground in self.grounds if ground.finding is not None)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The circumstances among them."""
        return tuple(ground.observation for ground in self.grounds if ground.observation is not None)

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """The conclusions among them, which have reasons of their own."""
        found = [ground.conclusion for ground in self.grounds if ground.is_wanted]
        return tuple(one for one in found if one is not None)


@dataclass(eq=False)
class Conclusion:
    """Something that follows: an obligation, a status, a priority, an escalation or an entitlement.

    Attributes:
        rule: The consequence that concludes it.
        party: The entity that has it, or the place that was not handed in.
        about_party: The other entity that it concerns.
        requirement: The requirement that it concerns.
        on: The day of the audit.
        is_certain: Whether it follows from what is known; an open one would follow if what is missing were so.
        why: Works out every way in which it follows, when somebody asks.
    """

    rule: Consequence
    party: Party
    about_party: Party | None
    requirement: Requirement | None
    on: date
    is_certain: bool
    why: Callable[[], tuple[Because, ...]]

    @cached_property
    def reasons(self) -> tuple[Because, ...]:
        """Every way in which it follows, the shortest first."""
        return self.why()

    @property
    def because(self) -> Because:
        """The shortest way in which it follows."""
        return self.reasons[0]

    @property
    def effect(self) -> Effect:
        """What the consequence says of it."""
        return self.rule.then

    @property
    def key(self) -> str:
        """The key of the effect."""
        return self.rule.effect

    @property
    def id(self) -> str:
        """The id of the document and the key of the effect."""
        return f"{self.rule.source.document}/{self.key}"

    @property
    def kind(self) -> str:
        """obligation, status, priority, escalation or entitlement."""
        return self.rule.then.kind.value

    @property
    def title(self) -> Text:
        """What it is, in both languages."""
        return self.rule.title

    @property
    def entity(self) -> Entity | None:
        """The entity that has it; None for a place that was not handed in."""
        return self.party.entity

    @property
    def entity_id(self) -> str:
        """The id of that entity; "" for a place that was not handed in."""
        return self.party.id

    @property
    def entity_kind(self) -> str:
        """The kind of that entity."""
        return self.party.kind

    @property
    def about(self) -> Entity | None:
        """The other entity that it concerns."""
        return None if self.about_party is None else self.about_party.entity

    @property
    def bearer(self) -> tuple[Text, ...]:
        """Who owes it or to whom it goes, in the words of the document; empty where it is the entity itself."""
        if self.effect.bearer or self.requirement is None:
            return self.effect.bearer
        return self.requirement.responsible if self.kind == "obligation" else ()

    @property
    def due(self) -> date | None:
        """The day by which an obligation is to be met: its own, or that of the requirement."""
        if self.kind != "obligation":
            return None
        if self.effect.due is not None or self.requirement is None:
            return self.effect.due
        return self.requirement.due

    @property
    def is_overdue(self) -> bool:
        """Whether the day by which it is to be met is over; that says nothing of whether it was met."""
        return self.due is not None and self.on > self.due

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What would settle an open conclusion; empty for a certain one."""
        found: dict[Gap, None] = {}
        seen: set[int] = set()
        waiting = [] if self.is_certain else [self]
        while waiting:
            one = waiting.pop(0)
            if id(one) in seen:
                continue
            seen.add(id(one))
            for ground in [ground for why in one.reasons for ground in why.grounds]:
                found.update(dict.fromkeys(ground.gaps))
                if ground.conclusion is not None and not ground.conclusion.is_certain:
                    waiting.append(ground.conclusion)
        return tuple(found)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """What would settle an open conclusion, each as `kind id: field`; empty for a certain one."""
        return tuple(map(str, self.gaps))

    def explain(self, lang: Lang = "en") -> str:
        """The conclusion with why, as a tree.

        Args:
            lang: "en" for English, "zh" for Chinese.
        """
        from civic_rules.inference.wording import tree  # noqa: PLC0415  wording reads conclusions

        return tree((self,), lang)

    def to_dict(self) -> dict[str, Any]:
        """The conclusion as plain data, ready for JSON; the trace has why."""
        return {
            "conclusion": self.id,
            "rule": self.rule.id,
            "kind": self.kind,
            "entity": self.entity_id,
            "entity_kind": self.entity_kind,
            "about": None if self.about_party is None else self.about_party.id,
            "about_kind": None if self.about_party is None else self.about_party.kind,
            "requirement": None if self.requirement is None else self.requirement.id,
            "title_zh": self.title.zh,
            "title_en": self.title.en,
            "bearer": [{"zh": one.zh, "en": one.en} for one in self.bearer],
            "due": None if self.due is None else self.due.isoformat(),
            "is_certain": self.is_certain,
            "missing": list(self.missing),
            "clauses": [citation.clause for citation in self.rule.citations],
            "evidence": list(self.rule.source.evidence),
        }

    def concerns(self, entity_ids: Iterable[tuple[str, str]]) -> bool:
        """Whether it is of, or about, one of some entities, given by kind and id."""
        parties = [one for one in (self.party, self.about_party) if one is not None]
        return any((one.kind, one.id) in entity_ids for one in parties if one.entity is not None)

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: why, instead of how to work it out."""
        return {**self.__dict__, "reasons": self.reasons, "why": tuple}

    def __repr__(self) -> str:
        """The conclusion, its entity and whether it is open."""
        whose = f"{self.entity_kind} {self.entity_id}".strip()
        return f"<Conclusion {self.id} of {whose}{'' if self.is_certain else ': open'}>"


class Conclusions(Sequence[Conclusion]):
    """What follows from an audit; a sequence of what certainly follows, in the order of the rulebooks.

    Attributes:
        report: The report of the audit.
        engine: What chained: durable-rules or the reference.
    """

    def __init__(
        self,
        report: Report,
        certain: Iterable[Conclusion],
        find_open: Callable[[], Iterable[Conclusion]],
        engine: str,
    ) -> None:
        """Keep the conclusions, and how to find what is open."""
        self.report = report
        self.engine = engine
        self._certain = tuple(certain)
        self._find_open = find_open
        self._parts: tuple[frozenset[tuple[str, str]], ...] = ()

    @cached_property
    def open(self) -> tuple[Conclusion, ...]:
        """What would follow if something that is not known were so; worked out when it is first asked for.

        Raises:
            ChainingError: The engine failed.
        """
        return tuple(self._find_open())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the report: what follows is worked out anew where it is asked for."""
        return _anew, (self.report, self._parts)

    @overload
    def __getitem__(self, index: int) -> Conclusion: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Conclusion, ...]: ...

    def __getitem__(self, index: int | slice) -> Conclusion | tuple[Conclusion, ...]:
        """The conclusion at a place."""
        return self._certain[index]

    def __len__(self) -> int:
        """How many certainly follow."""
        return len(self._certain)

    def of(self, key: str) -> tuple[Conclusion, ...]:
        """The certain conclusions of one effect, by its key or its whole id."""
        return tuple(one for one in self._certain if key in {one.key, one.id})

    def for_entity(self, entity_id: str) -> Conclusions:
        """The conclusions that are of, or about, one entity.

        Raises:
            UnknownEntityError: No entity of the audit has this id.
        """
        kinds: dict[str, list[str]] = {}
        for scope in Scope(self.report.entity).walk():
            kinds.setdefault(scope.entity.id, []).append(scope.kind)
        if entity_id not in kinds:
            raise UnknownEntityError(no_entity(entity_id, kinds))
        return self.concerning((kind, entity_id) for kind in kinds[entity_id])

    def concerning(self, entities: Iterable[tuple[str, str]]) -> Conclusions:
        """The conclusions that are of, or about, some entities, given by kind and id."""
        wanted = frozenset(entities)

        def find_open() -> list[Conclusion]:
            return [one for one in self.open if one.concerns(wanted)]

        made = Conclusions(self.report, [one for one in self._certain if one.concerns(wanted)], find_open, self.engine)
        made._parts = (*self._parts, wanted)
        return made

    def explain(self, lang: Lang = "en") -> str:
        """What follows and why, as a tree; then what is open, with what would settle it.

        Args:
            lang: "en" for English, "zh" for Chinese.
        """
        from civic_rules.inference.wording import everything  # noqa: PLC0415  wording reads conclusions

        return everything(self, lang)

    def to_dict(self) -> dict[str, Any]:
        """Every conclusion as plain data, those that are open apart."""
        with collector_at_rest():
            return {
                "certain": [one.to_dict() for one in self._certain],
                "open": [one.to_dict() for one in self.open],
            }

    def trace(self) -> dict[str, Any]:
        """Everything that follows, and why, as plain data in the form `civic.trace.v1`."""
        from civic_rules.inference.trace import trace  # noqa: PLC0415  traces read conclusions

        with collector_at_rest():
            return trace(self)

    def to_dot(self, lang: Lang = "en") -> str:
        """Everything that follows, and why, as a graph in the language of Graphviz."""
        from civic_rules.inference.trace import dot  # noqa: PLC0415  traces read conclusions

        return dot(self, lang)

    def __repr__(self) -> str:
        """How many there are."""
        return f"<Conclusions: {len(self)}, and {len(self.open)} open>"


def _anew(report: Report, parts: Iterable[Iterable[tuple[str, str]]]) -> Conclusions:
    found = report.conclusions
    for wanted in parts:
        found = found.concerning(wanted)
    return found


__all__ = ["Because", "Conclusion", "Conclusions", "Ground"]
