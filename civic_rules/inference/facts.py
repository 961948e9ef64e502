"""What an audit knows, as facts over numbered tokens: certain ones, and those of which it cannot be told."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.audit.evidence import told
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions.compiler import condition
from civic_rules.expressions.interpreter import interpret
from civic_rules.expressions.scope import Context, Scope, kinds_below
from civic_rules.expressions.voice import Voice
from civic_rules.inference.chains import chains_of
from civic_rules.inference.programs import Fact
from civic_rules.rules import Circumstance, DueState, Modality, Tier
from civic_rules.verdicts import Truth, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from civic_rules.audit import Finding, Report
    from civic_rules.audit.findings import Plan
    from civic_rules.entities import Entity
    from civic_rules.expressions.compiler import Decide
    from civic_rules.inference.chains import Chains
    from civic_rules.rules import Judged, Requirement, Rulebook
    from civic_rules.units import Lang

PLACES = ("community", "street", "county", "city")
"""The kinds of place, each of which lies in one of every larger kind, whether or not that one was handed in."""

HOLDERS = tuple(kind for kind, model in ENTITY_TYPES.items() if model.member_fields())
"""The kinds of entity that hold others."""

UNNAMED = "u"
"""How the token of a place begins that was not handed in."""

UNKNOWN = "m"
"""How the token of a member begins of which it is not known whether there is one."""


class Party(NamedTuple):
    """An entity, or one that was not handed in: the place in which another lies, or a member of another.

    Attributes:
        kind: The kind of entity.
        entity: The entity; None for one that was not handed in.
        around: The entity that lies in it or holds it, for one that was not handed in.
        place: The kind of the place around that entity that holds it, where that was not handed in either.
    """

    kind: str
    entity: Entity | None
    around: Entity | None = None
    place: str = ""

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

    A verdict of cannot tell may turn out to be passed or failed, unless only its applicability is not known: then it is
    what it would be if it applied, or inapplicable.
    """
    plan, scope, verdict = finding[:3]
    if verdict is Verdict.FAILED:
        return _failed(finding)
    if verdict is not Verdict.CANNOT_TELL:
        return ((verdict, Tier.NONE),)
    if plan.when is None or plan.when(scope.row, scope) is not None:
        return (_PASSED, *_failed(finding))
    truth = plan.judge(scope.row, scope)[0]
    passed = () if truth is False else (_PASSED,)
    failed = () if truth is True else _failed(finding)
    return (*passed, *failed, (Verdict.INAPPLICABLE, Tier.NONE))


_PASSED = (Verdict.PASSED, Tier.NONE)


def _failed(finding: Finding) -> tuple[Outcome, ...]:
    return tuple([(Verdict.FAILED, tier) for tier in _tiers(finding)])


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
    if not may_ask(pattern, finding.requirement, finding.on):
        return False
    return _turns_out(pattern, finding.verdict, outcomes(finding))


def may_ask(pattern: Judged, rule: Requirement, on: date) -> bool:
    """Whether a pattern asks for findings of a requirement on a day at all, whatever they say."""
    if pattern.is_assigned and not rule.responsible:
        return False
    return not pattern.due or due_state(rule.due, on) in pattern.due


def _turns_out(pattern: Judged, verdict: Verdict, possible: Iterable[Outcome]) -> Truth:
    """Whether a verdict, and what it may turn out to be, is what a pattern asks for."""
    if verdict is Verdict.CANNOT_TELL and verdict in pattern.verdict and pattern.tier in {None, Tier.NONE}:
        return True
    fitting = [_fits(pattern, outcome) for outcome in possible]
    return True if all(fitting) else None if any(fitting) else False


def may_match(pattern: Judged, rule: Requirement, on: date) -> Truth:
    """Whether a finding of which nothing is known may be what a pattern asks for: None, or False where it never is."""
    return None if may_ask(pattern, rule, on) and pattern.verdict != (Verdict.CANNOT_TELL,) else False


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
        self._doubtful: set[str] = set()
        self._rules: dict[str, str] = {}
        self._unknown: dict[tuple[str, str], str] = {}
        self._holder_of: dict[str, str] = {}
        self._waiting: deque[str] = deque()

    def gather(self) -> Known:
        """The facts."""
        for scope in self.scopes:
            token = self.tokens[scope.kind, scope.entity.id]
            self.known.parties[token] = Party(scope.kind, scope.entity)
            self._is_of_kind(token, truth=True)
        self._findings()
        self._circumstances()
        self._members()
        return self.known

    def _note(self, fact: Fact, truth: Truth, evidence: object) -> None:
        if truth is not False:
            (self.known.certain if truth else self.known.possible).add(fact)
        self.known.evidence[fact] = evidence

    def _is_of_kind(self, token: str, *, truth: Truth) -> None:
        """Note of which kind somebody is, where a rule asks for it."""
        party = self.known.parties[token]
        predicate = self.chains.kinds.get(party.kind)
        if predicate is not None:
            self._note(Fact(predicate, (token,)), truth, None)

    def _findings(self) -> None:
        if not self.chains.judged:
            return
        tokens, by_plan = self.tokens, dict[int, _Asking]()
        for finding in self.report.findings:
            plan, scope = finding.plan, finding.scope
            asking = by_plan.get(id(plan))
            if asking is None:
                asking = by_plan[id(plan)] = _Asking(self.chains.judged.get(plan.requirement.id, ()), plan)
            for predicate, pattern, truth in asking.answers(finding):
                said: tuple[str, ...] = (tokens[scope.kind, scope.entity.id],)
                if pattern.rule is not None:
                    if truth is False:
                        continue
                    said = (*said, self._requirement(plan.requirement))
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
        for token, scope in self._scopes.items():
            for member in self._asked_below(scope.kind):
                if scope.members(member, direct=False)[1]:
                    self._unknown_member(member, token)
        named = {token for fact in (*self.known.certain, *self.known.possible) for token in fact.tokens}
        # In one order always, so that places that were not handed in are numbered alike in every process.
        self._waiting.extend(token for token in self._scopes if token in named)
        for token in self._scopes if free else ():
            self._waiting.extend(self._holders(token, free))
        seen: set[str] = set()
        while self._waiting:
            token = self._waiting.popleft()
            if token not in seen:
                seen.add(token)
                self._waiting.extend(self._holders(token, bound if token in self._scopes else held))

    def _holders(self, token: str, asked: Iterable[tuple[str, str]]) -> list[str]:
        """Note the holders of some kinds, and give the tokens of both sides."""
        party, found = self.known.parties[token], [token]
        for member, holder in asked:
            if member not in {"", party.kind}:
                continue
            for kind in (holder,) if holder else HOLDERS:
                if not ENTITY_TYPES[kind].reaches(party.kind):
                    continue
                for other, truth in self._above(token, kind):
                    fact = Fact(self.chains.held[member, holder], (token, other))
                    self._note(fact, truth, (party, self.known.parties[other]))
                    found.append(other)
        return found

    def _above(self, token: str, kind: str) -> list[tuple[str, Truth]]:
        """What holds somebody, of a kind, by its tokens; None beside one of which it is not known whether it does."""
        holder = self._holder_of.get(token)
        if holder is not None:
            # Of a member that may exist: whoever may hold it, and whoever holds that one.
            above = (
                [holder] if self.known.parties[holder].kind == kind else [one for one, _ in self._above(holder, kind)]
            )
            return [(one, None) for one in above]
        inner = self.known.parties[token].inner
        scope = self._scopes[self.tokens[inner.kind, inner.id]]
        named = self._named(scope, kind) or self._lies_in(scope, kind)
        return [(one, None if self._doubtful.intersection((token, one)) else True) for one in named]

    def _named(self, scope: Scope, kind: str) -> list[str]:
        """The tokens of the holders of a kind that were handed in."""
        found: list[str] = []
        above = scope.holder
        while above is not None:
            if above.kind == kind:
                found.append(self.tokens[above.kind, above.entity.id])
            above = above.holder
        return found

    def _lies_in(self, scope: Scope, kind: str) -> list[str]:
        """The token of what holds an entity and was not handed in, of a kind.

        A place always lies in one of each larger kind. It is the same for all that lie in the largest smaller place
        that was handed in. What is no place, and was handed in without one, may lie in one.
        """
        chain = [scope]
        while chain[-1].holder is not None:
            chain.append(chain[-1].holder)
        smaller = PLACES[: PLACES.index(kind)] if kind in PLACES else ()
        places = [one for one in chain if one.kind in smaller]
        inner = places[-1] if places else chain[-1]
        if not ENTITY_TYPES[kind].reaches(inner.kind):
            return []
        named_by = (kind, self.tokens[inner.kind, inner.entity.id])
        made = self._unnamed.setdefault(named_by, f"{UNNAMED}{len(self._unnamed)}")
        if made not in self.known.parties:
            self.known.parties[made] = Party(kind, None, inner.entity)
            if not places:
                self._doubtful.add(made)
            self._is_of_kind(made, truth=True if places else None)
            self._all_possible(made, kind)
            for member in self._asked_below(kind):
                self._unknown_member(member, made)
        return [made]

    def _asked_below(self, holder: str) -> list[str]:
        """The kinds that a kind of holder can hold and of which a rule asks who holds them."""
        kinds: dict[str, None] = {}
        for member, above in self.chains.held:
            if above in {"", holder}:
                kinds.update(dict.fromkeys([member] if member else sorted(kinds_below(holder))))
        return [kind for kind in kinds if ENTITY_TYPES[holder].reaches(kind)]

    def _unknown_member(self, kind: str, holder: str) -> None:
        """Somebody whom a holder may hold, where it is not known whom it holds: anything may be so of them."""
        made = f"{UNKNOWN}{len(self._unknown)}"
        if self._unknown.setdefault((kind, holder), made) != made:
            return
        around = self.known.parties[holder]
        self.known.parties[made] = Party(kind, None, around.inner, "" if around.entity else around.kind)
        self._holder_of[made] = holder
        self._is_of_kind(made, truth=None)
        self._all_possible(made, kind)
        self._waiting.append(made)

    def _all_possible(self, token: str, kind: str) -> None:
        """Nothing is known of a place that was not handed in, so that anything may be so of it."""
        for predicate, circumstance in self.chains.circumstances:
            if circumstance.subject == kind:
                self._note(Fact(predicate, (token,)), None, None)
        on = self.report.context.on
        for rule, asked in self.chains.judged_of.get(kind, ()):
            for predicate, pattern in asked:
                if may_match(pattern, rule, on) is None:
                    said = (token,) if pattern.rule is None else (token, self._requirement(rule))
                    self._note(Fact(predicate, said), None, None)


class _Asking:
    """The patterns that ask for the findings of one requirement, and what findings answer."""

    def __init__(self, asked: Iterable[tuple[str, Judged]], plan: Plan) -> None:
        on = plan.context.on
        self._asked = [(*one, may_ask(one[1], plan.requirement, on)) for one in asked]
        self._kept: dict[tuple[Verdict, tuple[Outcome, ...]], list[tuple[str, Judged, Truth]]] = {}

    def answers(self, finding: Finding) -> list[tuple[str, Judged, Truth]]:
        """Each pattern with its predicate, and whether the finding is what it asks for."""
        if not self._asked:
            return []
        verdict, possible = finding.verdict, outcomes(finding)
        found = self._kept.get((verdict, possible))
        if found is None:
            found = [(name, one, asks and _turns_out(one, verdict, possible)) for name, one, asks in self._asked]
            self._kept[verdict, possible] = found
        return found


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
