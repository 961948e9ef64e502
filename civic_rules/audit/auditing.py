"""The audit: every requirement of some rulebooks, asked of an entity and of everything below it."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, cast

from civic_rules.audit.findings import Finding, Plan
from civic_rules.audit.reports import Report
from civic_rules.entities import ENTITY_TYPES, Entity
from civic_rules.entities.fields import DAYS, EARLIEST, LATEST
from civic_rules.errors import (
    DuplicateEntityError,
    DuplicateKeyError,
    InvalidDayError,
    KindMismatchError,
    UnknownReadingError,
    did_you_mean,
    expected,
    shown,
)
from civic_rules.expressions.interpreter import taken
from civic_rules.expressions.nodes import EventCount, InWindow
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.windows import last_window, window_of
from civic_rules.messages import Message, both, joined, said
from civic_rules.rules import Rulebook
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from civic_rules.expressions import Reading
    from civic_rules.expressions.compiler import Decide
    from civic_rules.rules import Document, Requirement

APPLIES = {True: None, False: Verdict.INAPPLICABLE, None: Verdict.CANNOT_TELL}
"""The verdict that follows from applicability alone: None where the requirement applies."""

VERDICTS = {True: Verdict.PASSED, False: Verdict.FAILED, None: Verdict.CANNOT_TELL}


def audit(
    entity: Entity,
    rulebook: Rulebook | Iterable[Rulebook],
    *,
    on: date | str,
    readings: Mapping[str, str] | None = None,
) -> Report:
    """Judge an entity, and every entity below it, by the requirements of one or several rulebooks.

    Args:
        entity: A city, a county, a community ... with the members that are known.
        rulebook: One rulebook, or several; one that is given twice counts once.
        on: The day as of which is judged, as a date or as "2015-12-31".
        readings: The options to take where a text leaves a choice, by the key of the reading; the declared
            defaults are taken for all others.

    Returns:
        The report: a finding for every requirement and every entity that it speaks of.

    Raises:
        UnknownReadingError: A reading is named that none of the rulebooks has, or an option that it has not.
        DuplicateEntityError: Two entities of one kind share an id.
        InvalidDayError: The day is none.
        KindMismatchError: What was given is no entity, or no rulebook.
        DuplicateKeyError: Two different rulebooks share an id.

    Examples:
        >>> import civic_rules as cr
        >>> community = cr.Community(id="c1", settlement="rural", households=1200, facility_area="430 m²")
        >>> report = cr.audit(community, cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> report["facility-required-area"].verdict
        <Verdict.PASSED: 'passed'>
    """
    check_entity(entity)
    books = books_of(rulebook)
    context = context_of(books, on, readings)
    plans = prepare_all(books, context.on, tuple(sorted(context.readings.items())))
    with collector_at_rest():
        scopes = Scope(entity).walk()
        check_ids(scopes)
        findings: list[Finding] = []
        for scope in scopes:
            judge_one(scope, plans.get(scope.kind, ()), findings)
        return Report(entity, books, context, tuple(findings), frozenset(scope.kind for scope in scopes))


def check_entity(entity: object) -> None:
    """Check that what is audited is an entity.

    Raises:
        KindMismatchError: It is not.
    """
    if not isinstance(entity, Entity):
        wanted = both("an entity such as Community(id=...)", "对象，如 Community(id=...)")
        raise KindMismatchError(expected(wanted, entity))


def books_of(given: object) -> tuple[Rulebook, ...]:
    """The rulebooks that judge: one, or several, of which one that is given twice counts once.

    Raises:
        KindMismatchError: One of them is not.
        DuplicateKeyError: Two different ones share an id.
    """
    if isinstance(given, Rulebook):
        return (given,)
    one = isinstance(given, str) or not isinstance(given, Iterable)
    books: list[Rulebook] = []
    for book in (given,) if one else cast("Iterable[object]", given):
        if not isinstance(book, Rulebook):
            wanted = both("rulebooks such as load('yancheng-2013-6')", "规则册，如 load('yancheng-2013-6')")
            raise KindMismatchError(expected(wanted, book))
        books.append(book)
    found = tuple(dict.fromkeys(books))
    ids = Counter(book.id for book in found)
    twice = [one for one, times in ids.items() if times > 1]
    if twice:
        message = said(
            "two different rulebooks have the id {ids}: what is found is told apart by it",
            "两个不同的规则册编号同为 {ids}：核查结果要靠编号区分",
            ids=joined(twice),
        )
        raise DuplicateKeyError(message)
    return found


def context_of(books: Sequence[Rulebook], on: date | str, readings: object) -> Context:
    """The day and the readings of an audit.

    Raises:
        InvalidDayError: The day is none.
        KindMismatchError: The options are not given by the key of their reading.
        UnknownReadingError: A reading is named that none of the rulebooks has, or an option that it has not.
    """
    if readings is not None and not isinstance(readings, Mapping):
        message = said(
            'expected options by the key of their reading, as in {{"KEY": "OPTION"}}; got {given}',
            '应按解读的编号给出选项，如 {{"KEY": "OPTION"}}；实为 {given}',
            given=shown(readings),
        )
        raise KindMismatchError(message)
    context = Context(day_of(on), dict(readings or {}))
    check_readings(books, context.readings)
    return context


def day_of(on: date | str) -> date:
    """The day of an audit; of a moment, its day.

    Raises:
        InvalidDayError: It is no calendar day.

    Examples:
        >>> day_of("2015-12-31")
        datetime.date(2015, 12, 31)
    """
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        day = None
    if isinstance(day, datetime):
        day = day.date()
    if not isinstance(day, date):
        raise InvalidDayError(expected(both("a day such as 2015-12-31", "日期（如 2015-12-31）"), on))
    if not EARLIEST <= day <= LATEST:
        raise InvalidDayError(expected(DAYS, on))
    return day


@lru_cache(maxsize=64)
def prepare_all(
    books: tuple[Rulebook, ...], on: date, readings: tuple[tuple[str, str], ...]
) -> Mapping[str, Sequence[Plan]]:
    """Compile all requirements for the day and the readings of an audit, by the kind of entity they speak of.

    Kept for the next audit, which most often has the same rulebooks and the same day.
    """
    context = Context(on, dict(readings))
    plans: dict[str, list[Plan]] = {}
    for book in books:
        for requirement in book:
            found = plans.setdefault(requirement.subject, [])
            plan = prepare(requirement, book, context)
            if found and found[-1].requirement.when == requirement.when:
                # `judge_one` asks such a condition once for both.
                plan = replace(plan, when=found[-1].when)
            found.append(plan)
    return plans


def prepare(requirement: Requirement, book: Rulebook, context: Context) -> Plan:
    """Make a requirement ready for the day and the readings of an audit."""
    ahead = None if is_in_force(requirement, book.document, context) else Verdict.INAPPLICABLE
    return Plan.of(requirement, book.document, context, ahead)


def is_in_force(requirement: Requirement, document: Document, context: Context) -> bool:
    """Whether a requirement can be asked on the day of the audit.

    Its document is in force, nothing has replaced it, and no calendar window whose events it counts began before the
    document was in force: nobody is judged by a time in which nothing was asked. Where a reading is not taken, a
    window that began too early settles the matter only if under every option one did.
    """
    ends = [end for end in (document.in_force_until, requirement.until) if end is not None]
    latest = max(_looks_back_to(requirement, one) for one in _completed(requirement, context))
    return document.in_force_from <= latest and all(context.on < end for end in ends)


def _looks_back_to(requirement: Requirement, context: Context) -> date:
    """The day on which the earliest window begins whose events a requirement counts; else the day of the audit."""
    on = context.on
    asked = list(taken(requirement.must, context))
    starts = [on, *(last_window(node.window, on)[0] for node in asked if isinstance(node, EventCount))]
    starts += [window_of(node.which, node.window, on)[0] for node in asked if isinstance(node, InWindow)]
    return min(starts)


def _completed(requirement: Requirement, context: Context) -> Iterator[Context]:
    """The contexts in which every reading of a requirement is taken, one for each way to take those that are not."""
    left = [reading for reading in requirement.readings if context.option(reading) is None]
    for options in product(*(reading.options for reading in left)):
        chosen = {reading.key: option.key for reading, option in zip(left, options, strict=True)}
        yield replace(context, readings={**context.readings, **chosen})


def judge_one(scope: Scope, plans: Sequence[Plan], found: list[Finding]) -> None:
    """Add the findings of one entity."""
    row = scope.row
    asked: Decide | None = None
    applies: Verdict | None = None
    for plan in plans:
        verdict, when = plan.verdict_ahead, plan.when
        if verdict is None and when is not None:
            if when is not asked:
                asked, applies = when, APPLIES[when(row, scope)]
            verdict = applies
        if verdict is not None:
            found.append(_new(Finding, (plan, scope, verdict, None, None, None)))
            continue
        truth, measured, limit, shortfall = plan.judge(row, scope)
        found.append(_new(Finding, (plan, scope, VERDICTS[truth], measured, limit, shortfall)))


_new = tuple.__new__
"""What `Finding(...)` does, at a third of its cost: it runs once for every finding of a population."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python's cycle collector from running.

    An audit makes one small object a finding and throws none away. The collector would look through all of them,
    and through the whole population, again and again: a third of the time of an audit.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def check_ids(scopes: Iterable[Scope]) -> None:
    """Check that no two entities of one kind share an id.

    Raises:
        DuplicateEntityError: Two do; the message names them all.
    """
    seen: set[tuple[str, str]] = set()
    twice: dict[tuple[str, str], None] = {}
    for scope in scopes:
        name = (scope.kind, scope.row["id"])
        if name in seen:
            twice[name] = None
        seen.add(name)
    if twice:
        names = joined(
            said("{kind} {one!r}", "{kind} {one!r}", kind=ENTITY_TYPES[kind].called(), one=one)
            for kind, one in list(twice)[:20]
        )
        message = said(
            "ids must be unique among entities of one kind; given more than once: {names}",
            "同一种对象的编号不能重复；重复的有：{names}",
            names=names,
        )
        raise DuplicateEntityError(message)


def check_readings(books: Iterable[Rulebook], chosen: Mapping[str, str]) -> None:
    """Check that every reading that a user chooses exists and has the option.

    Raises:
        UnknownReadingError: It does not, or has not.
    """
    if not chosen:
        return
    known: dict[str, Reading] = {reading.key: reading for book in books for reading in book.readings}
    wrong: list[Message] = []
    for key, option in chosen.items():
        if key not in known:
            hint = did_you_mean(key, known)
            message = said(
                "no rulebook has a reading {key}{hint}", "规则册中没有解读 {key}{hint}", key=shown(key), hint=hint
            )
            wrong.append(message)
        elif known[key].option(option) is None:
            options = [one.key for one in known[key].options]
            message = said(
                "reading {key!r} has the options {options}; got {given}{hint}",
                "解读 {key!r} 的选项有 {options}；实为 {given}{hint}",
                key=key,
                options=joined(options),
                given=shown(option),
                hint=did_you_mean(option, options),
            )
            wrong.append(message)
    if wrong:
        raise UnknownReadingError(joined(wrong, "\n", "\n"))
