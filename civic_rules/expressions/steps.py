"""Acts that are done or not, in time and in order: what is known of them on the day of the audit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from civic_rules.verdicts import Truth, all_true

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civic_rules.entities import Step

Act = tuple[Truth, date | None]
"""Whether an act is done on the day of the audit, and its day where that is known."""


def act(step: Step | date | None, on: date) -> Act:
    """What is known of a step on the day of the audit: a day that is still to come says that it is not done."""
    if step is None:
        return None, None
    if isinstance(step, date):
        return step <= on, step
    if step.on is None:
        return step.done, None
    return step.on <= on, step.on


def is_done_by(one: Act, by: date | None, on: date) -> Truth:
    """Whether an act was done by a day, that day included.

    Args:
        one: The act.
        by: The day by which it was to be done; None where it is not known.
        on: The day of the audit.
    """
    done, day = one
    if by is None:
        return None
    if done is False:
        return False
    if day is not None:
        return day <= by
    return True if done and on <= by else None


def all_done_by(acts: Sequence[Act], by: date | None, on: date) -> Truth:
    """Whether every one of several acts was done by a day."""
    return all_true(is_done_by(one, by, on) for one in acts)


def last_day(acts: Sequence[Act]) -> date | None:
    """The day on which the last of the acts was done, where all were done on known days."""
    days = [day for done, day in acts if done and day is not None]
    return max(days) if len(days) == len(acts) else None


def days_late(acts: Sequence[Act], by: date | None, on: date) -> int | None:
    """How many days after its day the last act was done, or is still not done on the day of the audit."""
    if by is None:
        return None
    ends = [_end(done, day, on) for done, day in acts]
    late = max(((end - by).days for end in ends if end is not None), default=0)
    return late if late > 0 else None


def _end(done: Truth, day: date | None, on: date) -> date | None:
    """The day up to which an act has kept people waiting."""
    return on if done is False else day


def in_order(acts: Sequence[Act]) -> Truth:
    """Whether all acts are done and none before one that precedes it; the same day is in order."""
    if any(done is False for done, _ in acts):
        return False
    days = [day for _, day in acts]
    known = [day for day in days if day is not None]
    if known != sorted(known):
        return False
    return True if len(known) == len(days) else None


def is_within(one: Act, first: date, last: date) -> Truth:
    """Whether an act was done from a first to a last day, both included."""
    done, day = one
    if done is False:
        return False
    return None if day is None else first <= day <= last
