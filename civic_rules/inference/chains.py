"""The consequences of some rulebooks as a program: patterns become predicates, variables stay variables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from civic_rules.inference.programs import Atom, EngineRule, Program
from civic_rules.rules import Follows, HeldBy, Holds, Judged, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from civic_rules.rules import Circumstance, Consequence, Pattern, Requirement, Rulebook


@dataclass(frozen=True)
class Chains:
    """A program, and what each of its names stands for.

    Attributes:
        books: The rulebooks.
        program: The rules that an engine runs.
        rules: The consequence, and its rulebook, by the name of an engine's rule.
        judged: The patterns of findings by the whole id of a requirement, each with its predicate.
        circumstances: The circumstances that are asked for, each with its predicate.
        held: The predicates of members by the kinds of member and holder, "" for any kind.
        held_freely: Those of them by which a rule may come to an entity that no other fact names.
        kinds: The predicates of being of a kind, where a rule asks for one kind of what may be of any.
        effects: The consequence that concludes a predicate first, by the predicate.
        patterns: The pattern that a predicate stands for, with its rulebook.
    """

    books: tuple[Rulebook, ...]
    program: Program
    rules: dict[str, tuple[Rulebook, Consequence]] = field(default_factory=dict)
    judged: dict[str, tuple[tuple[str, Judged], ...]] = field(default_factory=dict)
    circumstances: list[tuple[str, Circumstance]] = field(default_factory=list)
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    held_freely: frozenset[str] = frozenset()
    kinds: dict[str, str] = field(default_factory=dict)
    effects: dict[str, tuple[Rulebook, Consequence]] = field(default_factory=dict)
    patterns: dict[str, tuple[Rulebook, Pattern]] = field(default_factory=dict)

    @cached_property
    def judged_of(self) -> dict[str, list[tuple[Requirement, tuple[tuple[str, Judged], ...]]]]:
        """The requirements of which a pattern asks, with those patterns, by the kind of entity that they speak of."""
        found: dict[str, list[tuple[Requirement, tuple[tuple[str, Judged], ...]]]] = {}
        for rule in (rule for book in self.books for rule in book if rule.id in self.judged):
            found.setdefault(rule.subject, []).append((rule, self.judged[rule.id]))
        return found


@lru_cache(maxsize=64)
def chains_of(books: tuple[Rulebook, ...]) -> Chains:
    """The program of some rulebooks, kept for the next report, which most often has the same ones."""
    return _Writer().write(books)


class _Writer:
    """Gives every pattern its predicate and writes the rules."""

    def __init__(self) -> None:
        self._names: dict[object, str] = {}
        self._judged: defaultdict[str, list[tuple[str, Judged]]] = defaultdict(list)
        self._judged_any: defaultdict[str, list[tuple[str, Judged]]] = defaultdict(list)
        self._circumstances: list[tuple[str, Circumstance]] = []
        self._held: dict[tuple[str, str], str] = {}
        self._kinds: dict[str, str] = {}
        self._patterns: dict[str, tuple[Rulebook, Pattern]] = {}

    def write(self, books: tuple[Rulebook, ...]) -> Chains:
        """The program, with what its names stand for."""
        rules: list[EngineRule] = []
        meant: dict[str, tuple[Rulebook, Consequence]] = {}
        effects: dict[str, tuple[Rulebook, Consequence]] = {}
        for book in books:
            concluding: dict[str, Consequence] = {}
            for consequence in book.consequences:
                concluding.setdefault(consequence.effect, consequence)
            for consequence in book.consequences:
                name = f"r{len(rules)}"
                needs = [self._atom(book, pattern) for pattern in consequence.when]
                needs += [self._of_kind(variable) for variable in _of_any_kind(consequence, concluding)]
                rule = EngineRule(
                    name,
                    Atom(self._effect(book, consequence.effect), consequence.then.variables()),
                    tuple(needs),
                    tuple(self._atom(book, pattern) for pattern in consequence.unless),
                )
                rules.append(rule)
                meant[name] = book, consequence
                effects.setdefault(rule.head.predicate, (book, consequence))
        return Chains(
            books,
            Program(tuple(rules)),
            meant,
            dict(self._asked(books)),
            self._circumstances,
            self._held,
            frozenset(_freely(rules, set(self._held.values()))),
            self._kinds,
            effects,
            self._patterns,
        )

    def _asked(self, books: Iterable[Rulebook]) -> Iterator[tuple[str, tuple[tuple[str, Judged], ...]]]:
        """The requirements of which a pattern asks."""
        for book in books:
            for rule in book:
                any_ = [one for one in self._judged_any[book.id] if kind_of(one[1].of) in {"", rule.subject}]
                patterns = (*self._judged[rule.id], *any_)
                if patterns:
                    yield rule.id, patterns

    def _atom(self, book: Rulebook, pattern: Pattern) -> Atom:
        if isinstance(pattern, Follows):
            return Atom(self._effect(book, pattern.effect), pattern.variables())
        if isinstance(pattern, HeldBy):
            return Atom(self._held_by(book, pattern), pattern.variables())
        # A predicate says the same whatever the variables are called; of any requirement, the kind of entity matters.
        of = kind_of(pattern.of) if isinstance(pattern, Judged) and pattern.requirement is None else ""
        said = pattern.model_copy(update={"of": of, "rule": ""})
        known = (book.id, said) in self._names
        name = self._name((book.id, said))
        if not known:
            self._patterns[name] = book, pattern
            self._register(book, pattern, name)
        return Atom(name, pattern.variables())

    def _register(self, book: Rulebook, pattern: Pattern, name: str) -> None:
        if isinstance(pattern, Judged) and pattern.requirement is None:
            self._judged_any[book.id].append((name, pattern))
        elif isinstance(pattern, Judged):
            self._judged[f"{book.id}/{pattern.requirement}"].append((name, pattern))
        elif isinstance(pattern, Holds):
            found = next(one for one in book.circumstances if one.key == pattern.circumstance)
            self._circumstances.append((name, found))

    def _held_by(self, book: Rulebook, pattern: HeldBy) -> str:
        kinds = kind_of(pattern.member), kind_of(pattern.holder)
        name = self._name(("held", *kinds))
        self._held[kinds] = name
        self._patterns.setdefault(name, (book, pattern))
        return name

    def _of_kind(self, variable: str) -> Atom:
        kind = kind_of(variable)
        self._kinds[kind] = self._name(("kind", kind))
        return Atom(self._kinds[kind], (variable,))

    def _effect(self, book: Rulebook, effect: str) -> str:
        return self._name(("effect", book.id, effect))

    def _name(self, what: object) -> str:
        return self._names.setdefault(what, f"p{len(self._names)}")


def _of_any_kind(rule: Consequence, concluding: Mapping[str, Consequence]) -> list[str]:
    """The variables of one kind that are named by nothing but effects of entities of any kind."""
    told: set[str] = set()
    asked: dict[str, None] = {}
    for pattern in rule.when:
        if not isinstance(pattern, Follows):
            told.update(pattern.variables())
            continue
        then = concluding[pattern.effect].then
        for variable, meant in ((pattern.of, then.of), (pattern.about, then.about)):
            if variable is None or meant is None:
                continue
            if kind_of(variable) and not kind_of(meant):
                asked[variable] = None
            else:
                told.add(variable)
    return [variable for variable in asked if variable not in told]


def _freely(rules: Iterable[EngineRule], held: set[str]) -> set[str]:
    """The predicates of members of which some rule asks without knowing the member from another fact."""
    found: set[str] = set()
    for rule in rules:
        for atom in (*rule.needs, *rule.absent):
            if atom.predicate not in held:
                continue
            others = [one for one in rule.needs if one is not atom and one.predicate not in held]
            if not any(atom.variables[0] in one.variables for one in others):
                found.add(atom.predicate)
    return found
