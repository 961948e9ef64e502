"""What an audit knows, as facts over numbered tokens: certain ones, and those of which it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.audit.evidence import told
from civic_rules.expressions.compiler import condition
from civic_rules.expressions.interpreter import interpret
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.voice import Voice
from civic_rules.inference.chains import chains_of
from civic_rules.inference.programs import Fact
from civic_rules.rules import Circumstance, DueState, Modality, Tier
from civic_rules.verdicts import Truth, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from civic_rules.audit import Finding, Report
    from civic_rules.entities import Entity
    from civic_rules.expressions.compiler import Decide
    from civic_rules.inference.chains import Chains
    from civic_rules.rules import Judged, Requirement, Rulebook
    from civic_rules.units import Lang

PLACES = ("community", "street", "county", "city")
"""The kinds of place, each of which lies in one of every larger kind, whether or not that one was handed in."""


UNKNOWN = "m"
"""How the token of a member begins of which it is not known whether there is one."""


class Party(NamedTuple):
    """An entity, or one that was not handed in: the place in which another lies, or a member of another.

    Attributes:
        kind: The kind of entity.
        entity: The entity; None for one that was not handed in.
        around: The entity that lies in it or holds it, for one that was not handed in.
    """

    kind: str
    entity: Entity | None
    around: Entity | None = None

    @property
    def inner(self) -> Entity:
        """The entity, or the one that lies in it."""
        return self.entity or self.around  # type: ignore[return-value]  # one of them is given

    @property
    def id(self) -> str:
        """The id; "" for a place that was not handed in."""
        return "" if self.entity is None else self.entity.id


@dataclass(frozen=True, eq=False)
class Observation:
    """A circumstance of an entity, as it stands on the day of the audit.

    Attributes:
        circumstance: The circumstance.
        scope: The entity in its place.
        context: The day and the readings.
        truth: Whether it holds; None where that is not known.
    """

    circumstance: Circumstance
    scope: Scope
    context: Context
    truth: Truth

    @property
    def entity(self) -> Entity:
        """The entity."""
        return self.scope.entity

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The fields that would settle it, where it is not known."""
        if self.truth is not None:
            return ()
        return interpret(self.circumstance.holds, self.scope, self.context).missing

    def told(self, lang: Lang) -> tuple[str, ...]:
        """What the entity records of it, in phrases.

        Args:
            lang: "en" for English, "zh" for Chinese.
        """
        return tuple(dict.fromkeys(told(self.circumstance.holds, self.scope, Voice(lang, self.context))))


Evidence = "Finding | Observation | tuple[Party, Party]"
"""What a given fact rests on: a finding, a circumstance, or a member and its holder."""


@dataclass
class Known:
    """The facts of an audit.

    Attributes:
        certain: What is known to hold.
        possible: What may hold, and is not known to.
        evidence: What each of these rests on.
        parties: The entity that each token of one stands for.
        requirements: The requirement that each token of one stands for.
    """

    certain: set[Fact] = field(default_factory=set)
    possible: set[Fact] = field(default_factory=set)
    evidence: dict[Fact, object] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    requirements: dict[str, Requirement] = field(default_factory=dict)


def due_state(due: date | None, on: date) -> DueState:
    """Where a day lies beside a due date, which is the last day in time.

    Examples:
        >>> from datetime import date
        >>> due_state(date(2013, 3, 31), date(2013, 4, 1)).value
        'overdue'
    """
    if due is None:
        return DueState.NO_DAY
    if on == due:
        return DueState.TODAY
    return DueState.AHEAD if on < due else DueState.OVERDUE


Outcome = tuple[Verdict, Tier]


def outcomes(finding: Finding) -> tuple[Outcome, ...]:
    """What a finding may turn out to be: one outcome where it is known, each possible one where it is not.

    A verdict of cannot tell may turn out to be passed or failed, and inapplicable where that is not known either.
    """
    verdict = finding.verdict
    if verdict is Verdict.CANNOT_TELL:
        when = finding.plan.when
        found = [(Verdict.PASSED, Tier.NONE), *((Verdict.FAILED, tier) for tier in _tiers(finding))]
        if when is not None and when(finding.scope.row, finding.scope) is None:
            found.append((Verdict.INAPPLICABLE, Tier.NONE))
        return tuple(found)
    if verdict is Verdict.FAILED:
        return tuple((verdict, tier) for tier in _tiers(finding))
    return ((verdict, Tier.NONE),)


def _tiers(finding: Finding) -> tuple[Tier, ...]:
    """What a failure may be: a breach, a warning, or either where that is not known."""
    plan = finding.plan
    otherwise = Tier.NONE if plan.requirement.modality is Modality.REPORTED else Tier.WARNING
    if not plan.can_breach:
        return (otherwise,)
    if plan.breach_when is None:
        return (Tier.BREACH,)
    grave = plan.breach_when(finding.scope.row, finding.scope)
    if grave is None:
        return (Tier.BREACH, otherwise)
    return (Tier.BREACH,) if grave else (otherwise,)


def matches(pattern: Judged, finding: Finding) -> Truth:
    """Whether a finding is what a pattern asks for; None where that cannot be told."""
    rule = finding.requirement
    if pattern.is_assigned and not rule.responsible:
        return False
    if pattern.due and due_state(rule.due, finding.on) not in pattern.due:
        return False
    if finding.verdict is Verdict.CANNOT_TELL and Verdict.CANNOT_TELL in pattern.verdict and pattern.tier is None:
        return True
    fitting = [_fits(pattern, outcome) for outcome in outcomes(finding)]
    return True if all(fitting) else None if any(fitting) else False


def may_match(pattern: Judged, rule: Requirement, on: date) -> Truth:
    """Whether a finding of which nothing is known may be what a pattern asks for: None, or False where it never is."""
    if (pattern.is_assigned and not rule.responsible) or pattern.verdict == (Verdict.CANNOT_TELL,):
        return False
    return False if pattern.due and due_state(rule.due, on) not in pattern.due else None


def _fits(pattern: Judged, outcome: Outcome) -> bool:
    verdict, tier = outcome
    return (not pattern.verdict or verdict in pattern.verdict) and pattern.tier in {None, tier}


def known_of(report: Report, chains: Chains) -> Known:
    """The facts of an audit that some rule asks for, and no others."""
    return _Gatherer(report, chains).gather()


class _Gatherer:
    """Gathers the facts of one audit."""

    def __init__(self, report: Report, chains: Chains) -> None:
        self.report = report
        self.chains = chains
        self.known = Known()
        self.scopes = Scope(report.entity).walk()
        self.tokens = {(scope.kind, scope.entity.id): f"e{number}" for number, scope in enumerate(self.scopes)}
        self._scopes = dict(zip(self.tokens.values(), self.scopes, strict=True))
        self._unnamed: dict[tuple[str, str], str] = {}
        self._rules: dict[str, str] = {}
        self._unknown: dict[tuple[str, str], str] = {}

    def gather(self) -> Known:
        """The facts."""
        for scope in self.scopes:
            token = self.tokens[scope.kind, scope.entity.id]
            self.known.parties[token] = Party(scope.kind, scope.entity)
        self._findings()
        self._circumstances()
        self._members()
        return self.known

    def _note(self, fact: Fact, truth: Truth, evidence: object) -> None:
        if truth is not False:
            (self.known.certain if truth else self.known.possible).add(fact)
        self.known.evidence[fact] = evidence

    def _findings(self) -> None:
        judged, tokens = self.chains.judged, self.tokens
        if not judged:
            return
        by_plan: dict[int, tuple[tuple[str, Judged], ...]] = {}
        for finding in self.report.findings:
            patterns = by_plan.get(id(finding.plan))
            if patterns is None:
                patterns = by_plan[id(finding.plan)] = judged.get(finding.requirement.id, ())
            for predicate, pattern in patterns:
                truth = matches(pattern, finding)
                entity = finding.scope.entity
                said: tuple[str, ...] = (tokens[entity.kind, entity.id],)
                if pattern.rule is not None:
                    if truth is False:
                        continue
                    said = (*said, self._requirement(finding.requirement))
                self._note(Fact(predicate, said), truth, finding)

    def _requirement(self, rule: Requirement) -> str:
        """The token of a requirement."""
        token = self._rules.setdefault(rule.id, f"q{len(self._rules)}")
        self.known.requirements[token] = rule
        return token

    def _circumstances(self) -> None:
        if not self.chains.circumstances:
            return
        context = self.report.context
        by_kind = _decisions(self.chains.books, context.on, tuple(sorted(context.readings.items())))
        for scope in self.scopes:
            for predicate, circumstance, decide in by_kind.get(scope.kind, ()):
                truth = decide(scope.row, scope)
                fact = Fact(predicate, (self.tokens[scope.kind, scope.entity.id],))
                self._note(fact, truth, Observation(circumstance, scope, context, truth))

    def _members(self) -> None:
        """Who holds whom, as far as a rule may come to ask for it."""
        held = self.chains.held
        if not held:
            return
        bound = [kinds for kinds, name in held.items() if name not in self.chains.held_freely]
        free = [kinds for kinds, name in held.items() if name in self.chains.held_freely]
        self._unknown_members()
        named = {token for fact in (*self.known.certain, *self.known.possible) for token in fact.tokens}
        # In one order always, so that places that were not handed in are numbered alike in every process.
        waiting = dict.fromkeys(token for token in self._scopes if token in named)
        for token in self._scopes if free else ():
            waiting.update(dict.fromkeys(self._holders(token, free)))
        found = list(waiting)
        for token in found:
            for one in self._holders(token, bound):
                if one not in waiting:
                    waiting[one] = None
                    found.append(one)

    def _holders(self, token: str, asked: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Note the holders of some kinds, and give the tokens of both sides."""
        party = self.known.parties.get(token)
        if party is None or token.startswith(UNKNOWN):
            return
        scope = self._scopes[self.tokens[party.inner.kind, party.inner.id]]
        for member, holder in asked:
            if member not in {"", party.kind}:
                continue
            if holder in PLACES and party.entity is None and PLACES.index(party.kind) >= PLACES.index(holder):
                continue
            for other in self._named(scope, holder) or self._lies_in(scope, holder):
                fact = Fact(self.chains.held[member, holder], (token, other))
                self.known.certain.add(fact)
                self.known.evidence[fact] = party, self.known.parties[other]
                yield token
                yield other

    def _named(self, scope: Scope, kind: str) -> list[str]:
        """The tokens of the holders of a kind that were handed in."""
        found: list[str] = []
        above = scope.holder
        while above is not None:
            if kind in {"", above.kind}:
                found.append(self.tokens[above.kind, above.entity.id])
            above = above.holder
        return found

    def _lies_in(self, scope: Scope, kind: str) -> list[str]:
        """The token of the place of a kind in which an entity lies and that was not handed in.

        It is the same for all that lie in the largest smaller place that was handed in.
        """
        if kind not in PLACES:
            return []
        smaller = PLACES[: PLACES.index(kind)]
        largest: Scope | None = None
        at_scope: Scope | None = scope
        while at_scope is not None:
            if at_scope.kind in smaller:
                largest = at_scope
            at_scope = at_scope.holder
        if largest is None:
            return []
        named_by = (kind, self.tokens[largest.kind, largest.entity.id])
        made = self._unnamed.setdefault(named_by, f"u{len(self._unnamed)}")
        if made not in self.known.parties:
            self.known.parties[made] = Party(kind, None, largest.entity)
            self._all_possible(made, kind)
            for member in dict.fromkeys(member for member, holder in self.chains.held if member and holder == kind):
                self._unknown_member(member, made)
        return [made]

    def _unknown_members(self) -> None:
        """Where it is not known whom an entity holds, it may hold one of whom anything may be so."""
        for member, holder in self.chains.held:
            for token, scope in self._scopes.items():
                if member and holder in {"", scope.kind} and scope.entity.reaches(member):
                    _, gaps = scope.members(member, direct=False)
                    if gaps:
                        self._unknown_member(member, token)

    def _unknown_member(self, kind: str, holder: str) -> None:
        made = f"{UNKNOWN}{len(self._unknown)}"
        if self._unknown.setdefault((kind, holder), made) != made:
            return
        around = self.known.parties[holder]
        self.known.parties[made] = Party(kind, None, around.inner)
        self._all_possible(made, kind)
        scope = self._scopes.get(holder)
        holders = [holder] if scope is None else [holder, *self._named(scope, "")]
        for (member, above), predicate in self.chains.held.items():
            for other in holders if member in {"", kind} else ():
                if above in {"", self.known.parties[other].kind}:
                    fact = Fact(predicate, (made, other))
                    self._note(fact, None, (self.known.parties[made], self.known.parties[other]))

    def _all_possible(self, token: str, kind: str) -> None:
        """Nothing is known of a place that was not handed in, so that anything may be so of it."""
        for predicate, circumstance in self.chains.circumstances:
            if circumstance.subject == kind:
                self._note(Fact(predicate, (token,)), None, None)
        on = self.report.context.on
        for rule in (rule for book in self.chains.books for rule in book if rule.id in self.chains.judged):
            if rule.subject != kind:
                continue
            for predicate, pattern in self.chains.judged[rule.id]:
                if may_match(pattern, rule, on) is None:
                    said = (token,) if pattern.rule is None else (token, self._requirement(rule))
                    self._note(Fact(predicate, said), None, None)


@lru_cache(maxsize=64)
def _decisions(
    books: tuple[Rulebook, ...], on: date, readings: tuple[tuple[str, str], ...]
) -> dict[str, list[tuple[str, Circumstance, Decide]]]:
    """The circumstances compiled for a day and its readings, by kind of entity; kept for the next report."""
    context = Context(on, dict(readings))
    found: dict[str, list[tuple[str, Circumstance, Decide]]] = {}
    for predicate, circumstance in chains_of(books).circumstances:
        made = (predicate, circumstance, condition(circumstance.holds, context))
        found.setdefault(circumstance.subject, []).append(made)
    return found
