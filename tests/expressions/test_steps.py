"""Acts in time: done by a day, done in order, and how late."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.entities import Step
from civic_rules.expressions import steps

if TYPE_CHECKING:
    from civic_rules.verdicts import Truth

DUE = date(2013, 3, 31)
DAY = timedelta(days=1)
DAYS = st.dates(date(2013, 1, 1), date(2013, 6, 30))


def step(value: object) -> Step | None:
    """A step as data have it."""
    return None if value is None else Step.model_validate(value)


@pytest.mark.parametrize(
    ("given_step", "on", "truth", "late"),
    [
        (DUE, DUE, True, None),
        (DUE - DAY, DUE, True, None),
        (DUE + DAY, DUE + DAY, False, 1),
        (DUE + 12 * DAY, date(2015, 12, 31), False, 12),
        (DUE + DAY, DUE, False, None),  # set for tomorrow: not done today, and not late yet
        (False, DUE, False, None),
        (False, DUE + 5 * DAY, False, 5),
        (True, DUE, True, None),  # done on some day up to today
        (True, DUE + DAY, None, None),  # done, perhaps too late
        (None, DUE, None, None),
        ({"done": None}, DUE, None, None),
    ],
)
def test_one_act(given_step: object, on: date, truth: Truth, late: int | None) -> None:
    """The day itself is in time; what is not done keeps people waiting until the day of the audit."""
    acts = [steps.act(step(given_step), on)]
    found = steps.all_done_by(acts, DUE, on)

    assert found is truth
    assert (steps.days_late(acts, DUE, on) if found is False else None) == late


def test_several_acts() -> None:
    """All acts have to be in time, and the latest says how late they are."""
    on = date(2013, 6, 1)
    acts = [steps.act(step(value), on) for value in (DUE - DAY, DUE + 3 * DAY, None)]

    assert steps.all_done_by(acts, DUE, on) is False
    assert steps.all_done_by(acts[:1], DUE, on) is True
    assert steps.all_done_by([acts[0], acts[2]], DUE, on) is None
    assert (steps.days_late(acts, DUE, on), steps.last_day(acts), steps.last_day(acts[:2])) == (3, None, DUE + 3 * DAY)


def test_a_due_day_that_is_not_known() -> None:
    """Without the day by which something is due, nothing can be told of it."""
    acts = [steps.act(step(DUE), DUE)]

    assert (steps.all_done_by(acts, None, DUE), steps.days_late(acts, None, DUE)) == (None, None)


@pytest.mark.parametrize(
    ("days", "truth"),
    [
        ((1, 2, 3, 4), True),
        ((1, 1, 1, 1), True),
        ((2, 1, 3, 4), False),
        ((1, None, 3, 4), None),
        ((3, None, 1, None), False),
        ((None, None, None, None), None),
    ],
)
def test_order(days: tuple[int | None, ...], truth: Truth) -> None:
    """The same day is in order; two known days can show disorder though the others are not known."""
    acts = [steps.act(step(day and date(2013, 1, day)), DUE) for day in days]

    assert steps.in_order(acts) is truth


def test_order_of_what_is_not_done() -> None:
    """An act that is not done, or not yet, breaks the order; one that was done on some day leaves it open."""
    on = date(2013, 3, 31)

    assert steps.in_order([steps.act(step(value), on) for value in (False, None)]) is False
    assert steps.in_order([steps.act(step(value), on) for value in (on, on + DAY)]) is False
    assert steps.in_order([steps.act(step(value), on) for value in (on, True)]) is None


@given(st.lists(DAYS | st.none(), min_size=2, max_size=4), DAYS)
def test_order_is_that_of_every_completion(days: list[date | None], on: date) -> None:
    """What is said of an order of which some days are not known holds for all the days that they may be."""
    acts = [steps.act(step(day), on) for day in days]
    found = steps.in_order(acts)
    may_be = (date(2013, 1, 1), date(2013, 3, 1), on)
    completed = product(*(may_be if day is None else (day,) for day in days))
    outcomes = {steps.in_order([steps.act(step(day), on) for day in one]) for one in completed}

    assert found is None or outcomes == {found}


@pytest.mark.parametrize(("value", "done"), [(date(2013, 3, 31), True), (date(2013, 4, 1), False), (None, None)])
def test_a_plain_day(value: date | None, done: Truth) -> None:
    """A day that is recorded without a step has come or has not."""
    assert steps.act(value, DUE)[0] is done
