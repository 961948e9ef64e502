"""The reference: forward chaining in plain Python, and the meaning that every other engine has to have.

Semi-naive: in each round a rule is asked only for joins in which at least one fact is new.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.inference import programs
from civic_rules.inference.programs import Atom, Derivation, Derived, EngineRule, Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Tokens = tuple[str, ...]


class Reference:
    """The chainer that serves where durable-rules cannot be imported, and that the other one is held against."""

    name = "reference"

    def chain(self, stratum: Sequence[EngineRule], facts: Iterable[Fact], is_there: Callable[[Fact], bool]) -> Derived:
        """Everything that the rules of one stratum conclude; see `Engine`."""
        asking = _asking(tuple(stratum))
        known = _Known()
        derived: Derived = {}
        new = [fact for fact in facts if fact.predicate in asking]
        count = 0
        known.add(new)
        while new:
            found: list[Fact] = []
            for fact in new:
                for join in asking[fact.predicate]:
                    for derivation, head in _joined(join, fact, known):
                        count += 1
                        if count > programs.MAX_WAYS:
                            raise programs.too_many_ways()
                        if any(map(is_there, derivation.absent)):
                            continue
                        ways = derived.get(head)
                        if ways is None:
                            derived[head] = {derivation}
                            found.append(head)
                        else:
                            ways.add(derivation)
            new = [fact for fact in found if fact.predicate in asking and fact not in known]
            known.add(new)
        return derived


class _Known:
    """The facts that hold so far, found by the tokens at some of their places; `new` has those that came last."""

    def __init__(self) -> None:
        self.facts: set[Fact] = set()
        self.new: frozenset[Fact] = frozenset()
        self._indexes: dict[tuple[str, tuple[int, ...]], dict[Tokens, list[Fact]]] = {}
        self._of: defaultdict[str, list[Fact]] = defaultdict(list)

    def __contains__(self, fact: Fact) -> bool:
        return fact in self.facts

    def add(self, facts: Sequence[Fact]) -> None:
        """Add facts, to every index that there is."""
        self.new = frozenset(facts)
        for fact in facts:
            self.facts.add(fact)
            self._of[fact.predicate].append(fact)
        for (predicate, places), index in self._indexes.items():
            for fact in facts:
                if fact.predicate == predicate:
                    index[_at(fact, places)].append(fact)

    def matching(self, predicate: str, places: tuple[int, ...], tokens: Tokens) -> Sequence[Fact]:
        """The facts of a predicate that have some tokens at some places."""
        index = self._indexes.get((predicate, places))
        if index is None:
            index = defaultdict(list)
            for fact in self._of[predicate]:
                index[_at(fact, places)].append(fact)
            self._indexes[predicate, places] = index
        return index.get(tokens, ())


def _at(fact: Fact, places: tuple[int, ...]) -> Tokens:
    return tuple([fact.tokens[place] for place in places])


class _Look(NamedTuple):
    """One more fact to look for: which atom of the rule, and at which places its tokens are known by then."""

    number: int
    atom: Atom
    places: tuple[int, ...]


class _Join(NamedTuple):
    """A rule as it is joined from a new fact at one of its atoms."""

    rule: EngineRule
    start: int
    looks: tuple[_Look, ...]


@lru_cache(maxsize=256)
def _asking(stratum: tuple[EngineRule, ...]) -> dict[str, list[_Join]]:
    """The joins that a new fact of each predicate may complete."""
    asking: dict[str, list[_Join]] = {}
    for rule in stratum:
        for start, atom in enumerate(rule.needs):
            asking.setdefault(atom.predicate, []).append(_Join(rule, start, tuple(_looks(rule, start))))
    return asking


def _looks(rule: EngineRule, start: int) -> Iterator[_Look]:
    """The other atoms of a rule, each time the one of which most is known."""
    bound = set(rule.needs[start].variables)
    left = [number for number in range(len(rule.needs)) if number != start]
    while left:
        number = max(left, key=lambda one: (len(bound.intersection(rule.needs[one].variables)), -one))
        left.remove(number)
        atom = rule.needs[number]
        yield _Look(number, atom, tuple(place for place, name in enumerate(atom.variables) if name in bound))
        bound.update(atom.variables)


def _joined(join: _Join, fact: Fact, known: _Known) -> Iterator[tuple[Derivation, Fact]]:
    """Every way in which a rule holds with a new fact at its start, and no new one at a place before that.

    So a way is found once, from the first of its premises that is new.
    """
    rule = join.rule
    bound = dict(zip(rule.needs[join.start].variables, fact.tokens, strict=True))
    for full, chosen in _extended(join, 0, bound, {join.start: fact}, known):
        premises = tuple([chosen[number] for number in range(len(rule.needs))])
        absent = tuple([atom.with_(full) for atom in rule.absent])
        yield Derivation(rule.name, premises, absent), rule.head.with_(full)


def _extended(
    join: _Join, at: int, bound: dict[str, str], chosen: dict[int, Fact], known: _Known
) -> Iterator[tuple[dict[str, str], dict[int, Fact]]]:
    if at == len(join.looks):
        yield bound, chosen
        return
    number, atom, places = join.looks[at]
    tokens = tuple([bound[atom.variables[place]] for place in places])
    is_before = number < join.start
    for fact in known.matching(atom.predicate, places, tokens):
        if is_before and fact in known.new:
            continue
        more = {**bound, **dict(zip(atom.variables, fact.tokens, strict=True))}
        yield from _extended(join, at + 1, more, {**chosen, number: fact}, known)
