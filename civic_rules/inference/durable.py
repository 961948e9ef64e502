"""durable-rules behind a thin driver: its C module alone, one ruleset a stratum, and a shield for every known hazard.

What the driver keeps away from the engine:

- threads and hosts: durable-rules' own Python layer polls in the background and is not imported
- arithmetic, numbers and user text: a fact has nothing but a predicate and numbered tokens
- more than 64 branches that one fact matches, and more than 512 siblings: predicates are split and grouped
- one fact at two places of a rule: each place has a name of its own for the predicate
- facts that no rule asks for, and facts that were asserted before: neither is asserted
- more facts, or combinations of facts, than it should hold, given or concluded on the way: the reference takes those
- absence: asked in Python, of what lower strata have worked out
- states that stay: a state is deleted whatever happens; one run at a time holds the only one
- states in which nothing ever fired, whose deletion frees memory that was never set: a first fact fires in each
- swallowed exceptions: nothing of ours runs inside the engine, so that whatever is raised reaches the caller
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter, OrderedDict
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from civic_rules.errors import ChainingError
from civic_rules.inference import programs
from civic_rules.inference.chaining import Reference
from civic_rules.inference.programs import Atom, Derivation, Derived, EngineRule, Fact
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

MAX_BRANCHES = 50
"""How many places may ask for one predicate under one name: a fact that matches more than 64 branches is refused."""

MAX_GROUP = 100
"""How many names stand in one group: at 512 siblings under one node the engine never comes back."""

MAX_GROUPS = 400
"""How many groups a ruleset may have, for the same reason."""

MAX_JOINED = 12
"""How many facts a rule may join: the engine takes 16. The reference takes what joins more."""

MAX_FACTS = 5_000
"""How many facts one run begins with: each costs about 8 KB until the run is over. The reference takes what is larger.

As many again may follow on the way. The reference is also several times as fast with so many.
"""

MAX_JOINS = 10_000_000
"""How many combinations of facts a rule may have to look through: the engine keeps what it joins."""

MAX_RULESETS = 32
"""How many rulesets are kept. The engine never gives back all memory of one, so few are made."""

MAX_RULES = 4000
"""How many rules a ruleset may have: the engine takes 4,096."""

OPENING = "s0"
"""The rule that fires in every state before anything else does."""

PLACES = "xyz"
"""The names of a fact's tokens in the engine."""

_PLAIN = re.compile(r"[a-z][0-9]{1,9}")


def _module() -> Any:  # noqa: ANN401  it ships no types
    """The C module of durable-rules.

    Raises:
        ImportError: It is not installed, or cannot be imported, as on Python 3.13.
    """
    import durable_rules_engine  # noqa: PLC0415  it is not there on every Python

    return durable_rules_engine


class DurableRules:
    """The engine durable-rules; see the module for what it is shielded from."""

    name = "durable-rules"

    def __init__(self) -> None:
        """Import the C module.

        Raises:
            ImportError: It is not installed, or cannot be imported, as on Python 3.13.
        """
        self._engine = _module()
        self._lock = threading.Lock()
        self._rulesets: OrderedDict[tuple[EngineRule, ...], _Ruleset] = OrderedDict()
        self._numbers = count()

    def chain(self, stratum: Sequence[EngineRule], facts: Iterable[Fact], is_there: Callable[[Fact], bool]) -> Derived:
        """Everything that the rules of one stratum conclude; see `Engine`.

        Raises:
            ChainingError: The engine refused something, or would have.
        """
        asked = {atom.predicate for rule in stratum for atom in rule.needs}
        new = [fact for fact in facts if fact.predicate in asked]
        found: Derived | None = None
        if not _is_too_much(stratum, Counter(fact.predicate for fact in new), MAX_FACTS):
            with self._lock:
                ruleset = self._ruleset(tuple(stratum))
                found = _Run(self._engine, ruleset, f"s{next(self._numbers)}", is_there).chain(new)
        return Reference().chain(stratum, new, is_there) if found is None else found

    def close(self) -> None:
        """Delete every ruleset; the next run makes its own again."""
        with self._lock:
            while self._rulesets:
                self._engine.delete_ruleset(self._rulesets.popitem()[1].handle)

    def _ruleset(self, stratum: tuple[EngineRule, ...]) -> _Ruleset:
        """The ruleset of a stratum, made once."""
        found = self._rulesets.get(stratum)
        if found is None:
            names = named(stratum)
            opening = {"all": [{"a0": {"$and": [{"g": "s"}, {"p": "s0"}]}}]}
            definition = json.dumps({OPENING: opening, **dict(_definitions(stratum, names))})
            handle = self._asked(self._engine.create_ruleset, f"civic{next(self._numbers)}", definition)
            found = _Ruleset(handle, stratum, {rule.name: _Concluding.of(rule) for rule in stratum}, names.of)
            self._rulesets[stratum] = found
            while len(self._rulesets) > MAX_RULESETS:
                self._engine.delete_ruleset(self._rulesets.popitem(last=False)[1].handle)
        self._rulesets.move_to_end(stratum)
        return found

    def _asked(self, call: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  whatever the engine gives
        try:
            return call(*arguments)
        except self._engine.error as error:
            raise ChainingError(_of_engine(error)) from error


def _of_engine(error: Exception) -> Message:
    """What durable-rules says, which is English."""
    return said("durable-rules: {error}", "durable-rules 出错：{error}", error=str(error))


def _is_too_much(stratum: Sequence[EngineRule], counts: Mapping[str, int], most: int) -> bool:
    """Whether facts are too many for the engine, or have too many combinations for some rule, by predicate."""
    total, widest = sum(counts.values()), max((len(rule.needs) for rule in stratum), default=0)
    if total > most or widest > MAX_JOINED:
        return True
    # Most runs are so small that no rule can have too many.
    if total**widest <= MAX_JOINS:
        return False
    return any(_combinations(rule, counts) > MAX_JOINS for rule in stratum)


def _combinations(rule: EngineRule, counts: Mapping[str, int]) -> int:
    """How many combinations of facts a rule may have, at most: where all tokens are known, there is one fact."""
    bound: set[str] = set()
    found = 1
    for number in in_order(rule):
        atom = rule.needs[number]
        if not bound.issuperset(atom.variables):
            found *= counts.get(atom.predicate) or 1
        bound.update(atom.variables)
    return found


class _Name(NamedTuple):
    """What a predicate is called at some places of rules: a group, and a name in it."""

    group: str
    name: str


class _Names(NamedTuple):
    """What predicates are called.

    Attributes:
        of: The names of each predicate.
        at: The name at each place, by the name of the rule and the number of the atom.
    """

    of: Mapping[str, Sequence[_Name]]
    at: Mapping[tuple[str, int], _Name]


def named(stratum: Sequence[EngineRule]) -> _Names:
    """Give every predicate as many names as it takes for no name to be asked for too often, or twice by one rule.

    Raises:
        ChainingError: The rules are too many, or too wide, for the engine.
    """
    if len(stratum) > MAX_RULES:
        message = said(
            "durable-rules takes {most} rules at most; here are {count}",
            "durable-rules 最多接受 {most} 条推论；这里有 {count} 条",
            most=MAX_RULES,
            count=len(stratum),
        )
        raise ChainingError(message)
    asked: dict[str, list[list[tuple[str, int]]]] = {}
    for rule in stratum:
        _check(rule)
        for number, atom in enumerate(rule.needs):
            lists = asked.setdefault(atom.predicate, [])
            free = [one for one in lists if len(one) < MAX_BRANCHES and all(name != rule.name for name, _ in one)]
            if not free:
                free = [[]]
                lists.append(free[0])
            free[0].append((rule.name, number))
    numbers = count()
    of: dict[str, list[_Name]] = {}
    at: dict[tuple[str, int], _Name] = {}
    for predicate, lists in asked.items():
        for places in lists:
            number = next(numbers)
            name = _Name(f"g{number // MAX_GROUP}", f"n{number}")
            of.setdefault(predicate, []).append(name)
            at.update(dict.fromkeys(places, name))
    if next(numbers) > MAX_GROUP * MAX_GROUPS:
        message = said(
            "durable-rules takes {most} predicates at most; here are more",
            "durable-rules 最多接受 {most} 种谓词；这里更多",
            most=MAX_GROUP * MAX_GROUPS,
        )
        raise ChainingError(message)
    return _Names(of, at)


def _check(rule: EngineRule) -> None:
    """Check that the engine can take a rule."""
    if not 1 <= len(rule.needs) <= MAX_JOINED:
        message = said(
            "{rule}: durable-rules joins 1 to {most} facts; this rule {count}",
            "{rule}：durable-rules 一条推论连接 1 至 {most} 项事实；这条有 {count} 项",
            rule=rule.name,
            most=MAX_JOINED,
            count=len(rule.needs),
        )
        raise ChainingError(message)
    for atom in (rule.head, *rule.needs, *rule.absent):
        if not 1 <= len(atom.variables) <= len(PLACES):
            message = said(
                "{rule}: a fact has 1 to {most} tokens; {predicate} is asked for more",
                "{rule}：一项事实有 1 至 {most} 个记号；对 {predicate} 所求不止于此",
                rule=rule.name,
                most=len(PLACES),
                predicate=atom.predicate,
            )
            raise ChainingError(message)
        if len(set(atom.variables)) < len(atom.variables) and atom in rule.needs:
            message = said(
                "{rule}: a variable stands twice in one pattern of {predicate}",
                "{rule}：同一变量在 {predicate} 的一个模式中出现两次",
                rule=rule.name,
                predicate=atom.predicate,
            )
            raise ChainingError(message)
    if _PLAIN.fullmatch(rule.name) is None:
        message = said(
            "a rule is called r and a number in the engine; got {name!r}",
            "推理引擎中一条推论的名称应为 r 加数字；实为 {name!r}",
            name=rule.name,
        )
        raise ChainingError(message)


def _definitions(stratum: Sequence[EngineRule], names: _Names) -> Iterator[tuple[str, Any]]:
    """The rules in the form that the engine reads: patterns with equal tokens, and nothing else."""
    for rule in stratum:
        bound: dict[str, dict[str, str]] = {}
        patterns = []
        for number in in_order(rule):
            name = names.at[rule.name, number]
            asked: list[dict[str, Any]] = [{"g": name.group}, {"p": name.name}]
            for place, variable in zip(PLACES, rule.needs[number].variables, strict=False):
                if variable in bound:
                    asked.append({place: bound[variable]})
                else:
                    bound[variable] = {f"a{number}": place}
            patterns.append({f"a{number}": {"$and": asked}})
        yield rule.name, {"all": patterns}


def in_order(rule: EngineRule) -> list[int]:
    """The atoms of a rule in an order in which each shares a variable with those before it, where it can."""
    order = [0]
    while len(order) < len(rule.needs):
        bound = {variable for number in order for variable in rule.needs[number].variables}
        left = [number for number in range(len(rule.needs)) if number not in order]
        order.append(max(left, key=lambda one: (len(bound.intersection(rule.needs[one].variables)), -one)))
    return order


class _Ruleset(NamedTuple):
    """A ruleset of the engine.

    Attributes:
        handle: What the engine calls it.
        stratum: Its rules.
        rules: How each is concluded, by its name.
        names: The names under which a fact of a predicate is asserted.
    """

    handle: int
    stratum: tuple[EngineRule, ...]
    rules: Mapping[str, _Concluding]
    names: Mapping[str, Sequence[_Name]]


_Written = tuple[str, tuple[tuple[int, int], ...]]
"""A predicate, and of which premise and which of its places each token is."""


class _Concluding(NamedTuple):
    """How a rule concludes from a match.

    Attributes:
        names: What its premises are called in a match, in its own order.
        head: What it concludes.
        absent: What may not be there.
    """

    names: tuple[str, ...]
    head: _Written
    absent: tuple[_Written, ...]

    @classmethod
    def of(cls, rule: EngineRule) -> _Concluding:
        """How a rule concludes."""
        at = {
            variable: (number, place)
            for number, atom in enumerate(rule.needs)
            for place, variable in enumerate(atom.variables)
        }

        def written(atom: Atom) -> _Written:
            return atom.predicate, tuple(at[variable] for variable in atom.variables)

        names = tuple(f"a{number}" for number in range(len(rule.needs)))
        return cls(names, written(rule.head), tuple(map(written, rule.absent)))


class _Run:
    """One run of a ruleset over some facts, in a state that is deleted when it is over."""

    def __init__(self, engine: Any, ruleset: _Ruleset, sid: str, is_there: Callable[[Fact], bool]) -> None:  # noqa: ANN401
        self.engine = engine
        self.ruleset = ruleset
        self.sid = sid
        self.is_there = is_there
        self.is_open = False
        self.counts: Counter[str] = Counter()
        self.asserted: list[Fact] = []
        self.seen: set[Fact] = set()
        self.derived: Derived = {}

    def chain(self, facts: Sequence[Fact]) -> Derived | None:
        """Assert facts, take what follows, and assert that, until nothing new follows; None where it becomes too much.

        What follows is counted as what was given is: a few facts may conclude many.
        """
        new = list(dict.fromkeys(facts))
        if not new:
            return self.derived
        try:
            self._open()
            while new:
                self.counts.update(fact.predicate for fact in new)
                if _is_too_much(self.ruleset.stratum, self.counts, 2 * MAX_FACTS):
                    return None
                self.seen.update(new)
                found = [head for match in self._matches(new) for head in self._concluded(match)]
                new = [one for one in dict.fromkeys(found) if one.predicate in self.ruleset.names]
                new = [one for one in new if one not in self.seen]
        except self.engine.error as error:
            raise ChainingError(_of_engine(error)) from error
        finally:
            if self.is_open:
                self.engine.delete_state(self.ruleset.handle, self.sid)
        return self.derived

    def _open(self) -> None:
        """Let a first fact fire in the state: one in which nothing ever did cannot be deleted safely."""
        handle = self.ruleset.handle
        code, state = self.engine.assert_fact(handle, f'{{"g":"s","p":"s0","sid":"{self.sid}","id":"{OPENING}"}}')
        if code or not self.engine.start_action_for_state(handle, state):
            idle = both(
                "durable-rules did not fire at the fact that opens a state", "durable-rules 对开启状态的事实没有反应"
            )
            raise ChainingError(idle)
        self.is_open = True
        self.engine.complete_and_start_action(handle, state)

    def _matches(self, new: Sequence[Fact]) -> list[tuple[str, dict[str, Any]]]:
        """Every match of a rule that some new facts complete."""
        code, state = self.engine.assert_facts(self.ruleset.handle, self._written(new))
        if code:
            refused = said(
                "durable-rules refused facts with code {code}", "durable-rules 拒收事实，代码为 {code}", code=code
            )
            raise ChainingError(refused)
        found: list[tuple[str, dict[str, Any]]] = []
        started = self.engine.start_action_for_state(self.ruleset.handle, state)
        answer = started[1] if started else None
        while answer:
            found += json.loads(answer).items()
            if len(found) > programs.MAX_WAYS:
                raise programs.too_many_ways()
            answer = self.engine.complete_and_start_action(self.ruleset.handle, state)
        return found

    def _written(self, new: Sequence[Fact]) -> str:
        """Facts as the engine reads them, each under every name that its predicate has and with an id of its own."""
        messages = []
        for token in dict.fromkeys(token for fact in new for token in fact.tokens):
            if not _PLAIN.fullmatch(token):
                message = said(
                    "a token is a letter and a number in the engine; got {token!r}",
                    "推理引擎中的记号应为一个字母加数字；实为 {token!r}",
                    token=token,
                )
                raise ChainingError(message)
        for fact in new:
            tokens = ",".join([f'"{place}":"{token}"' for place, token in zip(PLACES, fact.tokens, strict=False)])
            for name in self.ruleset.names[fact.predicate]:
                number = len(self.asserted)
                self.asserted.append(fact)
                messages.append(f'{{"g":"{name.group}","p":"{name.name}",{tokens},"sid":"{self.sid}","id":"{number}"}}')
        return f"[{','.join(messages)}]"

    def _concluded(self, match: tuple[str, dict[str, Any]]) -> Iterator[Fact]:
        """What one match concludes, unless something is there that may not be."""
        rule, facts = self.ruleset.rules[match[0]], match[1]
        premises = tuple([self.asserted[int(facts[name]["id"])] for name in rule.names])
        absent = tuple([_fact(atom, premises) for atom in rule.absent])
        if any(map(self.is_there, absent)):
            return
        head = _fact(rule.head, premises)
        self.derived.setdefault(head, set()).add(Derivation(match[0], premises, absent))
        yield head


def _fact(written: _Written, premises: Sequence[Fact]) -> Fact:
    predicate, places = written
    return Fact(predicate, tuple([premises[number].tokens[place] for number, place in places]))
