"""What an engine of consequences sees: rules and facts over numbered tokens, and nothing that a user wrote.

A fact is a predicate with one to three tokens: `p3(e0, e7)`. A rule joins facts by variables and concludes another.
The same programs run on every engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from civic_rules.errors import ChainingError
from civic_rules.messages import said
from civic_rules.rules import Dependence, stratify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class Fact(NamedTuple):
    """Something that is so: a predicate of some tokens.

    Attributes:
        predicate: The predicate.
        tokens: What it is said of.
    """

    predicate: str
    tokens: tuple[str, ...]


class Atom(NamedTuple):
    """A pattern of facts: a predicate of some variables.

    Attributes:
        predicate: The predicate.
        variables: The variables, each at most once.
    """

    predicate: str
    variables: tuple[str, ...]

    def with_(self, bound: Mapping[str, str]) -> Fact:
        """The fact that it is where every variable stands for a token."""
        return Fact(self.predicate, tuple([bound[one] for one in self.variables]))


class EngineRule(NamedTuple):
    """A rule as an engine runs it.

    Attributes:
        name: Its name.
        head: What it concludes.
        needs: What has to be there.
        absent: What may not be there; its variables all stand in `needs`.
    """

    name: str
    head: Atom
    needs: tuple[Atom, ...]
    absent: tuple[Atom, ...] = ()


class Derivation(NamedTuple):
    """One way in which a fact follows.

    Attributes:
        rule: The name of the rule.
        premises: The facts that it needed, in the order in which the rule asks for them.
        absent: The facts that may not be there, and are not.
    """

    rule: str
    premises: tuple[Fact, ...]
    absent: tuple[Fact, ...]


MAX_WAYS = 1_000_000
"""In how many ways the rules of one stratum may hold: rules that join without end are refused, not run."""


def too_many_ways() -> ChainingError:
    """What is raised where rules hold in too many ways."""
    message = said(
        "the consequences hold in more than {most:,} ways: join fewer entities in one, or audit a smaller whole",
        "推论成立的方式超过 {most:,} 种：请在一条推论中少连接几个对象，或核查较小的范围",
        most=MAX_WAYS,
    )
    return ChainingError(message)


Derived = dict[Fact, set[Derivation]]
"""What follows, with every way in which it does."""


@dataclass(frozen=True)
class Program:
    """Rules that run together.

    Attributes:
        rules: The rules.
    """

    rules: tuple[EngineRule, ...]

    @cached_property
    def strata(self) -> tuple[tuple[EngineRule, ...], ...]:
        """The rules by stratum, the lowest first: each asks for the absence of lower ones' facts only."""
        levels = stratify(
            [
                Dependence(
                    rule.head.predicate,
                    tuple(atom.predicate for atom in rule.needs),
                    tuple(atom.predicate for atom in rule.absent),
                )
                for rule in self.rules
            ]
        )
        found: list[list[EngineRule]] = [[] for _ in range(max(levels, default=-1) + 1)]
        for rule, level in zip(self.rules, levels, strict=True):
            found[level].append(rule)
        return tuple(tuple(stratum) for stratum in found if stratum)


class Engine(Protocol):
    """What works out what follows: the reference in plain Python, or durable-rules."""

    @property
    def name(self) -> str:
        """What a trace calls it."""
        ...

    def chain(self, stratum: Sequence[EngineRule], facts: Iterable[Fact], is_there: Callable[[Fact], bool]) -> Derived:
        """Everything that the rules of one stratum conclude from some facts, and from what they conclude.

        Args:
            stratum: The rules.
            facts: The facts that hold, whatever their predicate.
            is_there: Whether a fact that a rule wants absent is there: all of them have been worked out before.

        Returns:
            Each fact that is concluded, whether or not it was given too, with every way in which it follows.
        """
        ...


class Worlds:
    """What certainly follows, and what possibly follows when what is not known is taken for possible.

    What only the highest stratum possibly concludes is worked out when it is asked for: nothing certain rests on it.

    Attributes:
        certain: What certainly holds, given or concluded.
        proofs: Every way in which something certainly follows.
        below: What possibly holds, but for what the highest stratum concludes: all that a rule may want absent.
    """

    def __init__(
        self, certain: set[Fact], proofs: Derived, below: set[Fact], ways: Derived, highest: Callable[[], Derived]
    ) -> None:
        """Keep what was worked out, and how to work out what the highest stratum possibly concludes."""
        self.certain = certain
        self.proofs = proofs
        self.below = below
        self._ways = ways
        self._highest = highest

    @cached_property
    def chances(self) -> Derived:
        """Every way in which something possibly follows.

        Raises:
            ChainingError: The engine failed.
        """
        return {**self._ways, **self._highest()}

    @property
    def possible(self) -> set[Fact]:
        """What possibly holds; it has all that is certain."""
        return self.below.union(self.chances)

    def __eq__(self, other: object) -> bool:
        """Whether the same follows in the same ways."""
        if not isinstance(other, Worlds):
            return NotImplemented
        return (self.certain, self.proofs, self.possible, self.chances) == (
            other.certain,
            other.proofs,
            other.possible,
            other.chances,
        )

    __hash__ = None  # type: ignore[assignment]  # it has sets


def run(program: Program, certain: Iterable[Fact], possible: Iterable[Fact], engine: Engine) -> Worlds:
    """Work out what follows, stratum by stratum, in both worlds.

    What a rule wants absent is certainly absent only where it is not even possible, and possibly absent where it is
    not certain: so the certain world asks the possible one, and the other way round.

    Args:
        program: The rules.
        certain: The facts that are known to hold.
        possible: The facts of which it is not known whether they hold.
        engine: What chains.

    Raises:
        ChainingError: The engine failed.
    """
    sure = set(certain)
    maybe = sure.union(possible)
    proofs: Derived = {}
    chances: Derived = {}
    is_all_known = len(maybe) == len(sure)
    # No stratum concludes what it wants absent, so that it does not matter to the possible one that `sure` has grown.
    highest: Callable[[], Derived] = dict
    for number, stratum in enumerate(program.strata, 1):
        found = engine.chain(stratum, sure, maybe.__contains__)
        proofs.update(found)
        sure.update(found)
        if is_all_known:
            likely = found
        elif number < len(program.strata):
            likely = engine.chain(stratum, maybe, sure.__contains__)
        else:
            highest = partial(engine.chain, stratum, maybe, sure.__contains__)
            break
        chances.update(likely)
        maybe.update(likely)
    return Worlds(sure, proofs, maybe, chances, highest)
