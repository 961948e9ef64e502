"""The requirements of an audit as column operations, kept for the next audit of frames with the same headers."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from civic_rules.audit.auditing import is_in_force
from civic_rules.audit.findings import can_breach, units_of
from civic_rules.expressions.interpreter import chosen
from civic_rules.messages import Message, said
from civic_rules.tables.judging import Asked, ask
from civic_rules.tables.layout import called
from civic_rules.tables.lowering import Given, Lowering

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civic_rules.expressions.scope import Context
    from civic_rules.rules import Requirement, Rulebook

KEPT = 64
"""How many plans are kept."""


class Rule(NamedTuple):
    """A requirement of a plan.

    Attributes:
        requirement: The requirement.
        asked: It as operations.
        can_breach: Whether a failure on the day of the audit can be a breach.
        unit: The unit of what is measured and of the limit.
        shortfall_unit: The unit of what is missing.
    """

    requirement: Requirement
    asked: Asked
    can_breach: bool
    unit: str
    shortfall_unit: str

    @property
    def id(self) -> str:
        """The id of the requirement."""
        return self.requirement.id

    @property
    def subject(self) -> str:
        """The kind of entity that is judged."""
        return self.requirement.subject


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What is to be run for an audit of tables.

    Attributes:
        books: The rulebooks.
        context: The day and the readings.
        rules: The requirements whose subject has a frame, in the order of the rulebooks.
        unjudged: The others, with the reason.
        missing: The columns that rules read and the frames do not have, by kind.
        absent: Pairs of a kind and the members or holders that no frame links to it.
        programs: What an engine keeps of the plan from one run to the next.
    """

    books: tuple[Rulebook, ...]
    context: Context
    rules: tuple[Rule, ...]
    unjudged: dict[str, Message]
    missing: dict[str, tuple[str, ...]]
    absent: tuple[tuple[str, str], ...]
    programs: dict[Any, Any] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[Rule, ...]:
        """The requirements of one kind of entity."""
        return tuple(rule for rule in self.rules if rule.subject == kind)


class _Recorder:
    """Asks the frames, and remembers what they answered: a plan holds for all frames that answer the same."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.answers: dict[tuple[Any, ...], Any] = {}

    def has_column(self, kind: str, name: str) -> bool:
        return self.given.has_column(kind, name)

    def completeness(self, kind: str, of: str, *, direct: bool) -> bool | None:
        key = "completeness", kind, of, direct
        if key not in self.answers:
            self.answers[key] = self.given.completeness(kind, of, direct=direct)
        answer: bool | None = self.answers[key]
        return answer

    def is_linked(self, kind: str, holder: str) -> bool:
        key = "is_linked", kind, holder
        if key not in self.answers:
            self.answers[key] = self.given.is_linked(kind, holder)
        return bool(self.answers[key])


def _answers_alike(given: Given, answers: Mapping[tuple[Any, ...], Any]) -> bool:
    """Whether frames answer what other frames were asked in the same way."""
    for (question, *about), answer in answers.items():
        if question == "is_linked":
            other: bool | None = given.is_linked(*about)
        else:
            other = given.completeness(about[0], about[1], direct=about[2])
        if other is not answer:
            return False
    return True


_kept: OrderedDict[tuple[Any, ...], list[tuple[dict[tuple[Any, ...], Any], TablePlan]]] = OrderedDict()
"""Plans with what the frames that they were made for answered; the frames themselves are not kept."""


def plan(books: tuple[Rulebook, ...], context: Context, given: Given, headers: tuple[Any, ...]) -> TablePlan:
    """The plan of an audit; one that is kept where frames with the same headers answer the same.

    Args:
        books: The rulebooks.
        context: The day and the readings.
        given: What is known of the frames before a row is looked at.
        headers: The frames and their headers.
    """
    key = books, context.on, tuple(sorted(context.readings.items())), headers
    known = _kept.setdefault(key, [])
    with suppress(KeyError):  # another thread may have let it go in between
        _kept.move_to_end(key)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    for answers, made in known:
        if _answers_alike(given, answers):
            return made
    recorder = _Recorder(given)
    made = _planned(books, context, recorder, {kind for kind, *_ in headers})
    known.append((recorder.answers, made))
    return made


def _planned(books: Iterable[Rulebook], context: Context, given: Given, kinds: set[str]) -> TablePlan:
    low = Lowering(context, given)
    rules: list[Rule] = []
    unjudged: dict[str, Message] = {}
    for book in books:
        for requirement in book:
            if requirement.subject not in kinds:
                unjudged[requirement.id] = said(
                    "it is asked of a {kind}, and no frame of that kind was given",
                    "它是对{kind}的要求，而没有给出{kind}的数据表",
                    kind=called(requirement.subject),
                )
                continue
            asked = ask(requirement, low, in_force=is_in_force(requirement, book.document, context))
            unit, shortfall_unit = units_of(chosen(requirement.must, context))
            rules.append(Rule(requirement, asked, can_breach(requirement, context.on), unit, shortfall_unit))
    missing: dict[str, list[str]] = {}
    for kind, name in low.missing:
        if kind in kinds:
            missing.setdefault(kind, []).append(name)
    found = {kind: tuple(names) for kind, names in missing.items()}
    return TablePlan(tuple(books), context, tuple(rules), unjudged, found, tuple(low.absent))
