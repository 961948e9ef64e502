"""Consequences as a whole: whether what they ask for is there, and in which order absence can be asked.

A fact may be asked to be absent only where all that could conclude it has been worked out before. The consequences
are put into strata for that; where they cannot be, an effect would depend on its own absence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.entities import ENTITY_TYPES
from civic_rules.errors import CyclicAbsenceError, DeclarationError, KindMismatchError, UnknownFactError, did_you_mean
from civic_rules.messages import Message, both, said
from civic_rules.rules.consequences import BINDING, Circumstance, Consequence
from civic_rules.rules.patterns import ANY_REQUIREMENT, Follows, Holds, Judged, kind_of
from civic_rules.rules.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from civic_rules.rules.documents import Document
    from civic_rules.rules.patterns import Pattern
    from civic_rules.rules.requirements import Rule


class Dependence(NamedTuple):
    """What a rule concludes, and what it needs for that, by name.

    Attributes:
        head: What it concludes.
        needs: What has to be there.
        absent: What may not be there.
    """

    head: str
    needs: tuple[str, ...]
    absent: tuple[str, ...]


def stratify(rules: Sequence[Dependence]) -> list[int]:
    """The stratum of each rule: it asks for the absence only of what lower strata conclude.

    Raises:
        CyclicAbsenceError: Something depends on its own absence; the message names the way round.

    Examples:
        >>> stratify([Dependence("b", ("a",), ()), Dependence("c", ("a",), ("b",))])
        [0, 1]
    """
    level = dict.fromkeys((rule.head for rule in rules), 0)
    for _ in range(len(level) + 1):
        raised = False
        for rule in rules:
            floors = [level.get(name, 0) for name in rule.needs]
            floors += [level[name] + 1 for name in rule.absent if name in level]
            wanted = max((level[rule.head], *floors))
            raised = raised or wanted > level[rule.head]
            level[rule.head] = wanted
        if not raised:
            return [level[rule.head] for rule in rules]
    message = said(
        "what follows depends on its own absence: {way}",
        "推论取决于它自身不成立：{way}",
        way=" → ".join(_way_round(rules)),
    )
    raise CyclicAbsenceError(message)


def _way_round(rules: Sequence[Dependence]) -> list[str]:
    """A way from an effect that is asked to be absent back to itself."""
    leads: dict[str, list[str]] = {}
    for rule in rules:
        for name in (*rule.needs, *rule.absent):
            leads.setdefault(name, []).append(rule.head)
    for rule in rules:
        for start in rule.absent:
            way = _way(leads, rule.head, start)
            if way:
                return [start, *way]
    return []


def _way(leads: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str]:
    before: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name == goal:
            way: list[str] = []
            at: str | None = name
            while at is not None:
                way.insert(0, at)
                at = before[at]
            return way
        for one in leads.get(name, ()):
            if one not in before:
                before[one] = name
                waiting.append(one)
    return []


def dependences(consequences: Iterable[Consequence]) -> list[Dependence]:
    """What each consequence concludes and needs of other consequences."""
    return [Dependence(one.effect, _effects(one.when), _effects(one.unless)) for one in consequences]


def _effects(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    return tuple(pattern.effect for pattern in patterns if isinstance(pattern, Follows))


def check_consequences(document: Document, rules: Sequence[Rule]) -> None:
    """Check that consequences ask for what their rulebook has, and that their strata can be told.

    Raises:
        UnknownFactError: A requirement, circumstance or effect is asked for that the rulebook does not have.
        KindMismatchError: A variable stands for another kind of entity than the rule speaks of.
        CyclicAbsenceError: Something depends on its own absence.
        DeclarationError: A report concludes what binds somebody.
    """
    for _, error in faults(document, rules):
        raise error


def faults(document: Document, rules: Sequence[Rule]) -> Iterator[tuple[int | None, DeclarationError]]:
    """What is wrong with the consequences of a rulebook, each with the place of its rule; None for all together."""
    consequences = [rule for rule in rules if isinstance(rule, Consequence)]
    if not consequences:
        return
    book = _Book(document, rules, consequences)
    for number, rule in enumerate(rules):
        if isinstance(rule, Consequence):
            yield from ((number, error) for error in book.faults_of(rule))
    try:
        stratify(dependences(consequences))
    except CyclicAbsenceError as error:
        wrong = said("{document}: {wrong}", "{document}：{wrong}", document=document.id, wrong=error.message)
        yield None, CyclicAbsenceError(wrong)


class _Book:
    """The rules of a rulebook by what a pattern asks for."""

    def __init__(self, document: Document, rules: Sequence[Rule], consequences: Sequence[Consequence]) -> None:
        self.document = document
        self.requirements = {rule.key: rule for rule in rules if isinstance(rule, Requirement)}
        self.circumstances = {rule.key: rule for rule in rules if isinstance(rule, Circumstance)}
        self.effects: dict[str, Consequence] = {}
        for rule in consequences:
            self.effects.setdefault(rule.effect, rule)

    def faults_of(self, rule: Consequence) -> Iterator[DeclarationError]:
        """What is wrong with one consequence."""
        if self.document.is_report and rule.then.kind in BINDING:
            binding = said(
                "{document} is a report and binds nobody; {rule} concludes an {kind}",
                "{document} 是通报，对任何人都没有约束力；{rule} 却推出{kind}",
                document=self.document.id,
                rule=rule.key,
                kind=both(rule.then.kind.value, rule.then.kind.zh),
            )
            yield DeclarationError(binding)
        first = self.effects[rule.effect]
        if first.then.slots() != rule.then.slots() or first.then.kind is not rule.then.kind:
            otherwise = said(
                "{rule}: concludes {effect!r} in another form than {first} does",
                "{rule}：推出的 {effect!r} 与 {first} 推出的形式不同",
                rule=rule.key,
                effect=rule.effect,
                first=first.key,
            )
            yield KindMismatchError(otherwise)
        for pattern in rule.patterns():
            yield from self._pattern_faults(rule, pattern)

    def _pattern_faults(self, rule: Consequence, pattern: Pattern) -> Iterator[DeclarationError]:
        if isinstance(pattern, Judged) and pattern.requirement is not None:
            requirement = self.requirements.get(pattern.requirement)
            if requirement is None:
                yield _unknown(rule, both("requirement", "要求"), pattern.requirement, self.requirements)
            else:
                yield from _kind_fault(rule, pattern.of, requirement.subject, requirement.key)
        elif isinstance(pattern, Holds):
            circumstance = self.circumstances.get(pattern.circumstance)
            if circumstance is None:
                yield _unknown(rule, both("circumstance", "情形"), pattern.circumstance, self.circumstances)
            else:
                yield from _kind_fault(rule, pattern.of, circumstance.subject, circumstance.key)
        elif isinstance(pattern, Follows):
            yield from self._effect_faults(rule, pattern)

    def _effect_faults(self, rule: Consequence, pattern: Follows) -> Iterator[DeclarationError]:
        concluding = self.effects.get(pattern.effect)
        if concluding is None:
            yield _unknown(rule, both("effect", "推论内容"), pattern.effect, self.effects)
            return
        then = concluding.then
        asked, given = (pattern.about, pattern.rule), (then.about, then.rule)
        for name, one, other in zip(("about", "rule"), asked, given, strict=True):
            if (one is None) != (other is None):
                overlooked = said(
                    "{rule}: {effect!r} {says} {name!r}, which the pattern overlooks",
                    "{rule}：{effect!r} {says} {name!r}，模式与此不符",
                    rule=rule.key,
                    effect=pattern.effect,
                    says=both("has no", "没有") if other is None else both("has an", "有"),
                    name=name,
                )
                yield KindMismatchError(overlooked)
        pairs = [(pattern.of, then.of), (pattern.about, then.about)]
        for variable, meant in pairs:
            if variable is not None and meant is not None and meant.rstrip("23456789") != ANY_REQUIREMENT:
                yield from _kind_fault(rule, variable, kind_of(meant), pattern.effect)


def _unknown(rule: Consequence, what: Message, key: str, known: Iterable[str]) -> UnknownFactError:
    message = said(
        "{rule}: the rulebook has no {what} {key!r}{hint}",
        "{rule}：规则册中没有{what} {key!r}{hint}",
        rule=rule.key,
        what=what,
        key=key,
        hint=did_you_mean(key, known),
    )
    return UnknownFactError(message)


def _kind_fault(rule: Consequence, variable: str, kind: str, asked: str) -> Iterator[DeclarationError]:
    found = kind_of(variable)
    if found and kind and found != kind:
        message = said(
            "{rule}: {asked!r} speaks of a {kind}; the variable {variable!r} is a {found}",
            "{rule}：{asked!r} 针对的是{kind}；变量 {variable!r} 却是{found}",
            rule=rule.key,
            asked=asked,
            kind=ENTITY_TYPES[kind].called(),
            variable=variable,
            found=ENTITY_TYPES[found].called(),
        )
        yield KindMismatchError(message)
