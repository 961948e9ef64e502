"""Answers of a requirement by hand: the shapes that `handwritten.py` uses again and again."""

from __future__ import annotations

from datetime import date
from math import ceil, inf, isclose
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Truth = bool | None
Measured = float | date | None
Answer = tuple[str, Measured, Measured, float | None]
"""Verdict, measured value, limit and shortfall."""
Range = tuple[float, float]
"""The least and the greatest value that a number can have."""

PASSED, FAILED, CANNOT_TELL, INAPPLICABLE = "passed", "failed", "cannot_tell", "inapplicable"
DOES_NOT_APPLY: Answer = (INAPPLICABLE, None, None, None)
NOT_KNOWN: Answer = (CANNOT_TELL, None, None, None)
KNOWN: dict[str, Truth] = {PASSED: True, FAILED: False, CANNOT_TELL: None}
NOTHING_KNOWN: Range = (-inf, inf)
ROUNDING = 0.005


def all_true(truths: Iterable[Truth]) -> Truth:
    """All of them: false where one is false, else not known where one is not known."""
    known: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            known = None
    return known


def any_true(truths: Iterable[Truth]) -> Truth:
    """At least one of them: true where one is true, else not known where one is not known."""
    known: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            known = None
    return known


def agreed(*truths: Truth) -> Truth:
    """What several records of one fact say; not known where they contradict each other."""
    known = {truth for truth in truths if truth is not None}
    return known.pop() if len(known) == 1 else None


def agreed_number(reported: float | None, counted: Range) -> Range:
    """What a reported figure and a count say together; not known where they contradict each other."""
    if reported is None:
        return counted
    low, high = max(reported, counted[0]), min(reported, counted[1])
    if low <= high:
        return low, high
    if isclose(low, high, rel_tol=1e-9):
        return low, low
    return (high, low) if low - high <= ROUNDING * max(abs(low), abs(high)) else NOTHING_KNOWN


def is_(value: str | None, *terms: str) -> Truth:
    """Whether a category is one of some terms."""
    return None if value is None else value in terms


def reaches(value: float, limit: float) -> bool:
    """Whether a value is the limit or more, but for noise."""
    return value >= limit or isclose(value, limit, rel_tol=1e-9)


def has_some(number: float | None) -> Truth:
    """Whether there is at least one."""
    return None if number is None else number >= 1


def whole(number: float) -> int:
    """The next whole number, but for noise."""
    near = round(number)
    return near if isclose(number, near, rel_tol=1e-9, abs_tol=1e-12) else ceil(number)


def unless(applies: Truth) -> Answer | None:
    """The answer of a requirement that does not apply, or of which that is not known; None where it applies."""
    if applies:
        return None
    return NOT_KNOWN if applies is None else DOES_NOT_APPLY


# -- answers ---------------------------------------------------------------------------------------------------


def condition(truth: Truth) -> Answer:
    """A condition without figures."""
    return (CANNOT_TELL if truth is None else PASSED if truth else FAILED), None, None, None


def in_place(entity: Any, arrangement: str) -> Truth:
    """Whether an arrangement is in place."""
    found = entity.arrangements.get(arrangement)
    return None if found is None else found.in_place


def part_states(entity: Any, arrangement: str, parts: Sequence[str]) -> list[Truth]:
    """What is known of each part of an arrangement: what is not in place has no parts."""
    found = entity.arrangements.get(arrangement)
    if found is None:
        return [None] * len(parts)
    rest = False if found.in_place is False else None
    return [found.parts.get(part, rest) for part in parts]


def listed(listing: Mapping[Any, bool] | None, items: Sequence[str]) -> list[Truth]:
    """What is known of each item of a listing."""
    return [None] * len(items) if listing is None else [listing.get(item) for item in items]


def has_all(states: list[Truth]) -> Answer:
    """All of several things: how many there are, and how many are lacking."""
    there, absent, wanted = states.count(True), states.count(False), len(states)
    measured = there if there + absent == wanted else None
    if absent:
        return FAILED, measured, wanted, absent
    return (PASSED if there == wanted else CANNOT_TELL), measured, wanted, None


def has_any(states: list[Truth]) -> Answer:
    """One of several things."""
    there, absent = states.count(True), states.count(False)
    measured = there if there + absent == len(states) else None
    if there:
        return PASSED, measured, 1, None
    return (CANNOT_TELL, measured, 1, None) if measured is None else (FAILED, 0, 1, 1)


def has_none(states: list[Truth]) -> Answer:
    """None of several things."""
    there, absent = states.count(True), states.count(False)
    measured = there if there + absent == len(states) else None
    if there:
        return FAILED, measured, 0, there
    return (CANNOT_TELL if measured is None else PASSED), measured, 0, None


def at_least(value: float | None, limit: float | None) -> Answer:
    """An amount that must reach a limit."""
    if value is None or limit is None:
        return CANNOT_TELL, value, limit, None
    return (PASSED, value, limit, None) if reaches(value, limit) else (FAILED, value, limit, limit - value)


def heads(value: int | None, least: int) -> Answer:
    """A count that must reach a limit."""
    if value is None:
        return CANNOT_TELL, None, least, None
    return (PASSED, value, least, None) if value >= least else (FAILED, value, least, least - value)


def heads_between(value: int | None, least: int, most: int) -> Answer:
    """A count from a least to a greatest value."""
    if value is None or value <= most:
        return heads(value, least)
    return FAILED, value, most, value - most


def rate(value: float | None, per: float | None, each: int, limit: float) -> Answer:
    """Heads for each hundred, or three hundred, of something; compared without dividing."""
    if value is None or not per:
        return CANNOT_TELL, None, limit, None
    measured, needed = value * each / per, limit * per
    if reaches(value * each, needed):
        return PASSED, measured, limit, None
    return FAILED, measured, limit, whole((needed - value * each) / each)


def tally(states: list[Truth], least: int) -> Answer:
    """How many of several conditions hold."""
    there, unknown = states.count(True), states.count(None)
    measured = None if unknown else there
    if there >= least:
        return PASSED, measured, least, None
    if there + unknown < least:
        return FAILED, measured, least, least - there - unknown
    return CANNOT_TELL, measured, least, None


def share_at_least(reported: float | None, counted: Range, limit: float) -> Answer:
    """A share in percent, as reported or counted."""
    low, high = agreed_number(reported, counted)
    measured = low if low == high else None
    if reaches(low, limit):
        return PASSED, measured, limit, None
    return (CANNOT_TELL, measured, limit, None) if reaches(high, limit) else (FAILED, measured, limit, limit - high)


def has_kind(kinds: Sequence[str | None] | None, wanted: str) -> Answer:
    """One member of a kind, of members whose kinds are known, not known, or not listed at all."""
    if kinds is None:
        return NOT_KNOWN
    held, certain = kinds.count(wanted), None not in kinds
    if held:
        return PASSED, (held if certain else None), (1 if certain else None), None
    return (FAILED, 0, 1, 1) if certain else NOT_KNOWN


def act(step: Any, on: date) -> tuple[Truth, date | None]:
    """Whether something is done on the day of the audit, and its day."""
    if step is None:
        return None, None
    if isinstance(step, date):
        return step <= on, step
    return (step.done, None) if step.on is None else (step.on <= on, step.on)


def done_by(steps: Sequence[Any], by: date | None, on: date) -> Answer:
    """Acts that must all be done by a day."""
    acts = [act(step, on) for step in steps]
    days = [day for done, day in acts if done and day is not None]
    measured = max(days) if len(days) == len(acts) else None
    if by is None:
        return CANNOT_TELL, measured, None, None
    in_time = all_true(
        False if done is False else day <= by if day is not None else True if done and on <= by else None
        for done, day in acts
    )
    if in_time is not False:
        return (PASSED if in_time else CANNOT_TELL), measured, by, None
    ends = [on if done is False else day for done, day in acts]
    late = max((end - by).days for end in ends if end is not None)
    return FAILED, measured, by, (late if late > 0 else None)


def every(states: list[Truth]) -> Answer:
    """A condition on each of the members, which are all known."""
    held, missed = states.count(True), states.count(False)
    certain = held + missed == len(states)
    measured, limit = (held, len(states)) if certain else (None, None)
    if missed:
        return FAILED, measured, limit, missed
    return (PASSED if certain else CANNOT_TELL), measured, limit, None
