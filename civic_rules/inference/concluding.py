"""From a report to what follows from it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from civic_rules.audit.auditing import collector_at_rest
from civic_rules.inference.chains import chains_of
from civic_rules.inference.conclusions import Because, Conclusion, Conclusions, Ground
from civic_rules.inference.engines import default_engine
from civic_rules.inference.facts import UNKNOWN, UNNAMED, Observation, known_of
from civic_rules.inference.programs import Derivation, Fact, run
from civic_rules.rules import Follows, HeldBy, Judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civic_rules.audit import Finding, Report
    from civic_rules.inference.chains import Chains
    from civic_rules.inference.facts import Known
    from civic_rules.inference.programs import Derived, Engine, Program, Worlds
    from civic_rules.rules import Consequence, Pattern
    from civic_rules.verdicts import Truth


class Kept:
    """What was chained last: the same facts conclude the same again, whoever they are of."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._last: tuple[Program, set[Fact], set[Fact], Worlds] | None = None

    def run(self, program: Program, known: Known, engine: Engine) -> Worlds:
        """What follows from some facts, taken from the last run where they are the same.

        Raises:
            ChainingError: The engine failed.
        """
        last = self._last
        if last is not None and last[0] is program and last[1:3] == (known.certain, known.possible):
            return last[3]
        worlds = run(program, known.certain, known.possible, engine)
        self._last = program, known.certain, known.possible, worlds
        return worlds


def conclude(report: Report, engine: Engine | None = None, kept: Kept | None = None) -> Conclusions:
    """What follows from a report.

    Args:
        report: The report of an audit.
        engine: What chains; the default engine, durable-rules where it imports, unless another is given.
        kept: What was chained of a former report of the same entities, and is kept for the next one.

    Raises:
        ChainingError: The engine failed.
    """
    engine = engine or default_engine()
    on = report.context.on
    books = tuple(book for book in report.rulebooks if book.consequences and book.document.is_in_force(on))
    if not books:
        return Conclusions(report, (), tuple, engine.name)
    chains = chains_of(books)
    with collector_at_rest():
        known = known_of(report, chains)
        worlds = (kept or Kept()).run(chains.program, known, engine)
        return _Concluder(report, chains, known, worlds).all(engine.name)


class _Concluder:
    """Turns derived facts back into conclusions about entities."""

    def __init__(self, report: Report, chains: Chains, known: Known, worlds: Worlds) -> None:
        self.report = report
        self.chains = chains
        self.known = known
        self.worlds = worlds
        self._places = {predicate: place for place, predicate in enumerate(chains.effects)}
        self._made: dict[Fact, Conclusion] = {}
        self._heights: dict[bool, dict[Fact, int]] = {}

    def all(self, engine: str) -> Conclusions:
        """Every conclusion, the certain ones and those that are open, in the order of the rules."""
        certain = sorted(self.worlds.proofs, key=self._place)
        return Conclusions(self.report, [self._conclusion(fact) for fact in certain], self._open, engine)

    def _open(self) -> list[Conclusion]:
        """What would follow if something that is not known were so."""
        with collector_at_rest():
            found = [fact for fact in self.worlds.chances if fact not in self.worlds.proofs and self._is_told(fact)]
            return [self._conclusion(fact) for fact in sorted(found, key=self._place)]

    def _is_told(self, fact: Fact) -> bool:
        """Whether an open conclusion is of somebody who is there.

        Of members that may exist nothing is told by itself, nor of a place that was not handed in where such members
        alone would make it so.
        """
        starts = {token[0] for token in fact.tokens}
        return UNKNOWN not in starts and (UNNAMED not in starts or fact in self._known_ways)

    @cached_property
    def _known_ways(self) -> set[Fact]:
        """What possibly follows without members of which it is not known whether there are any."""
        found: set[Fact] = set()
        chances = self.worlds.chances
        is_new = True
        while is_new:
            is_new = False
            for fact in chances.keys() - found:
                if any(self._is_known_way(way, found) for way in chances[fact]):
                    found.add(fact)
                    is_new = True
        return found

    def _is_known_way(self, way: Derivation, found: set[Fact]) -> bool:
        return all(
            not any(token.startswith(UNKNOWN) for token in one.tokens)
            and (one in found or one not in self.worlds.chances)
            for one in way.premises
        )

    def _place(self, fact: Fact) -> tuple[int, list[tuple[str, int]]]:
        """Where a conclusion stands in a list: by its rule, then by its entities."""
        return self._places[fact.predicate], _order(fact)

    def _conclusion(self, fact: Fact) -> Conclusion:
        made = self._made.get(fact)
        if made is None:
            is_certain = fact in self.worlds.proofs
            _, rule = self.chains.effects[fact.predicate]
            named = dict(zip(rule.then.variables(), fact.tokens, strict=True))
            about, wanted = rule.then.about, rule.then.rule
            made = Conclusion(
                rule=self._rule_of(fact, is_certain=is_certain),
                party=self.known.parties[fact.tokens[0]],
                about_party=None if about is None else self.known.parties[named[about]],
                requirement=None if wanted is None else self.known.requirements[named[wanted]],
                on=self.report.context.on,
                is_certain=is_certain,
                why=lambda: self._reasons(fact, is_certain=is_certain),
            )
            self._made[fact] = made
        return made

    def _rule_of(self, fact: Fact, *, is_certain: bool) -> Consequence:
        """The consequence by which a fact follows: that of the shortest way."""
        ways = self._ways(is_certain)[fact]
        names = {one.rule for one in ways}
        name = names.pop() if len(names) == 1 else self._sorted(fact, is_certain=is_certain)[0].rule
        return self.chains.rules[name][1]

    def _ways(self, is_certain: bool) -> Derived:  # noqa: FBT001  which of two worlds
        return self.worlds.proofs if is_certain else self.worlds.chances

    def _sorted(self, fact: Fact, *, is_certain: bool) -> list[Derivation]:
        """The ways in which a fact follows, the shortest first."""
        ways = self._ways(is_certain)[fact]
        if len(ways) == 1:
            return list(ways)
        if is_certain not in self._heights:
            self._heights[is_certain] = heights(self._ways(is_certain))
        height = self._heights[is_certain]

        def length(way: Derivation) -> tuple[int, int, list[list[tuple[str, int]]]]:
            tallest = max(height.get(one, 0) for one in way.premises)
            return tallest, int(way.rule[1:]), [_order(one) for one in way.premises]

        return sorted(ways, key=length)

    def _reasons(self, fact: Fact, *, is_certain: bool) -> tuple[Because, ...]:
        return tuple(self._because(way) for way in self._sorted(fact, is_certain=is_certain))

    def _because(self, way: Derivation) -> Because:
        _, rule = self.chains.rules[way.rule]
        # Behind what the consequence asks for stand the kinds of its variables, where the program asks for them.
        asked = way.premises[: len(rule.when)]
        wanted = [self._ground(pattern, fact) for pattern, fact in zip(rule.when, asked, strict=True)]
        unwanted = [self._absent(pattern, fact) for pattern, fact in zip(rule.unless, way.absent, strict=True)]
        return Because(rule, (*wanted, *unwanted))

    @cached_property
    def _findings(self) -> dict[tuple[str, str, str], Finding]:
        """The findings by requirement and entity: of those that are not what is asked for, no fact is kept."""
        return {(one.requirement.id, one.entity_kind, one.entity_id): one for one in self.report.findings}

    def _ground(self, pattern: Pattern, fact: Fact) -> Ground:
        truth = True if fact in self.worlds.certain else None
        return self._shown(pattern, fact, truth, is_wanted=True)

    def _absent(self, pattern: Pattern, fact: Fact) -> Ground:
        truth = None if fact in self.worlds.below else False
        return self._shown(pattern, fact, truth, is_wanted=False)

    def _shown(self, pattern: Pattern, fact: Fact, truth: Truth, *, is_wanted: bool) -> Ground:
        of = self.known.parties[fact.tokens[0]]
        if isinstance(pattern, Follows):
            made = self._conclusion(fact) if truth is not False else None
            return Ground(pattern, is_wanted, truth, of, conclusion=made)
        shown = self.known.evidence.get(fact)
        if shown is None and isinstance(pattern, Judged) and pattern.rule is not None:
            shown = self._findings.get((self.known.requirements[fact.tokens[1]].id, of.kind, of.id))
        if isinstance(pattern, HeldBy):
            return Ground(pattern, is_wanted, truth, of, parties=shown)  # type: ignore[arg-type]  # members have parties
        if isinstance(shown, Observation):
            return Ground(pattern, is_wanted, truth, of, observation=shown)
        return Ground(pattern, is_wanted, truth, of, finding=shown)  # type: ignore[arg-type]  # what is left


def heights(derived: Mapping[Fact, Iterable[Derivation]]) -> dict[Fact, int]:
    """How many steps away from given facts each derived one is, by its shortest way.

    Examples:
        >>> a, b = Fact("p0", ("e0",)), Fact("p1", ("e0",))
        >>> heights({b: [Derivation("r0", (a,), ())]}) == {b: 1}
        True
    """
    found: dict[Fact, int] = {}
    is_settled = False
    while not is_settled:
        is_settled = True
        for fact, ways in derived.items():
            lengths = [
                1 + max(found.get(one, 0) for one in way.premises)
                for way in ways
                if all(one in found or one not in derived for one in way.premises)
            ]
            if lengths and min(lengths) < found.get(fact, len(derived) + 2):
                found[fact] = min(lengths)
                is_settled = False
    return found


def _order(fact: Fact) -> list[tuple[str, int]]:
    """The tokens of a fact in the order in which they were given."""
    return [(token[0], int(token[1:])) for token in fact.tokens]
