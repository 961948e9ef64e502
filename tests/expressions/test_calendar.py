"""Calendar windows and days of a month: what falls into them, on whatever day one asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from civic_rules import Community
from civic_rules.entities import Pledge
from civic_rules.errors import FormulaError, KindMismatchError
from civic_rules.expressions import in_last, in_this, nodes, parse, subject
from civic_rules.expressions.interpreter import interpret
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.windows import is_on_day, last_window, this_window

if TYPE_CHECKING:
    from civic_rules.verdicts import Truth

DAYS = st.dates(date(2012, 1, 1), date(2032, 12, 31))
WINDOWS = st.sampled_from(get_args(nodes.Window))
DAY = timedelta(days=1)

pledge, community = subject("pledge"), subject("community")


def truth(node: nodes.Node, published: object, on: date) -> Truth:
    """What a condition finds of a pledge that was published on a day."""
    found: Truth = interpret(node, Scope(Pledge(id="p1", published=published)), Context(on)).value
    return found


@given(WINDOWS, DAYS)
def test_this_window_follows_the_last_one(window: str, on: date) -> None:
    """A day falls into its own window, which begins the day after the last one ended."""
    first, last = this_window(window, on)

    assert first <= on <= last
    assert last_window(window, on)[1] + DAY == first
    assert last_window(window, last + DAY) == (first, last)


@given(WINDOWS, DAYS, DAYS)
def test_a_step_is_in_the_window_that_holds_its_day(window: nodes.Window, published: date, on: date) -> None:
    """A step done by the day of the audit is in a window exactly if its day is."""
    first, last = last_window(window, on)

    assert (first <= published <= last) is truth(in_last(pledge.published, window), published, on)
    assert (last < published <= on) is truth(in_this(pledge.published, window), published, on)


def test_a_step_that_was_not_done_is_in_no_window() -> None:
    """What was not done was done at no time; what was done on a day that is not known leaves it open."""
    on = date(2025, 6, 30)

    assert truth(in_last(pledge.published, "year"), published=False, on=on) is False
    assert truth(in_last(pledge.published, "year"), published=True, on=on) is None
    assert truth(in_this(pledge.published, "year"), published=None, on=on) is None


def test_a_number_is_no_step() -> None:
    """Only what has a day can fall into a window."""
    with pytest.raises(KindMismatchError, match=r"expected a record, got a number: pledge\.projects"):
        in_last(pledge.projects, "year")


@given(DAYS, st.integers(1, 26))
def test_a_day_of_the_month_moves_from_a_weekend_alone(day: date, number: int) -> None:
    """The Monday after a weekend stands in for a day of the month that fell on it, and no other day does."""
    named = day.replace(day=number)
    moved = named.weekday() >= 5 and day > named and day.weekday() == 0 and (day - named).days <= 2

    assert (day == named) is is_on_day(day, number, or_next_working_day=False)
    assert (day == named or moved) is is_on_day(day, number, or_next_working_day=True)


def test_events_are_counted_on_their_day() -> None:
    """Of two events in a month, the one on the day that is asked for counts."""
    events = [{"kind": "resident-consultation", "on": day} for day in ("2023-06-03", "2023-06-19")]
    scope, context = Scope(Community(id="c1", events=events)), Context(date(2023, 7, 31))
    strict = community.event_count("resident-consultation", "month", on_day=17)
    moved = community.event_count("resident-consultation", "month", on_day=17, or_next_working_day=True)

    assert interpret(strict, scope, context).value == (0, 0)
    assert interpret(moved, scope, context).value == (1, 1)


def test_no_event_is_asked_for_after_the_26th() -> None:
    """A day so late that the Monday after it may be in the next month is refused where it is written."""
    with pytest.raises(ValidationError, match="less than or equal to 26"):
        community.event_count("resident-consultation", "month", on_day=27)
    with pytest.raises(FormulaError, match="expected a day of the month from 1 to 26"):
        parse("community.event_count('resident-consultation', 'month', 27) >= '1 event'")
