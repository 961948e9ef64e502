"""Calendar windows: the week, month, quarter, half-year or year that was last over on a day, or that it falls into."""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5
"""The first day of the weekend, as Python counts the days of a week."""

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""How many months the windows have that are made of months."""


def last_window(window: str, on: date) -> tuple[date, date]:
    """The first and the last day of the last calendar window that is over on a day.

    A window is over from the day after its last day on: on 31 March the last full quarter is October to December.

    Args:
        window: week, month, quarter, half-year or year.
        on: The day from which one looks back.

    Examples:
        >>> last_window("quarter", date(2013, 5, 20))
        (datetime.date(2013, 1, 1), datetime.date(2013, 3, 31))
        >>> last_window("week", date(2013, 5, 20))
        (datetime.date(2013, 5, 13), datetime.date(2013, 5, 19))
    """
    if window == "week":
        monday = on - timedelta(days=on.weekday())
        return monday - timedelta(days=7), monday - timedelta(days=1)
    months = MONTHS[window]
    start = date(on.year, (on.month - 1) // months * months + 1, 1)
    last_day = start - timedelta(days=1)
    return date(last_day.year, (last_day.month - 1) // months * months + 1, 1), last_day


def this_window(window: str, on: date) -> tuple[date, date]:
    """The first and the last day of the calendar window that a day falls into.

    Args:
        window: week, month, quarter, half-year or year.
        on: The day.

    Examples:
        >>> this_window("quarter", date(2013, 5, 20))
        (datetime.date(2013, 4, 1), datetime.date(2013, 6, 30))
    """
    start = last_window(window, on)[1] + timedelta(days=1)
    return last_window(window, start + timedelta(days=7 if window == "week" else 31 * MONTHS[window] + 1))


def window_of(which: str, window: str, on: date) -> tuple[date, date]:
    """The first and the last day of the window that is over ("last"), or of the one that a day falls into ("this")."""
    return last_window(window, on) if which == "last" else this_window(window, on)


def is_on_day(day: date, number: int | None, *, or_next_working_day: bool) -> bool:
    """Whether a day is a given day of its month.

    Args:
        day: The day.
        number: The day of the month, at most 26; None for any.
        or_next_working_day: Whether the Monday after it will do where it falls on a weekend. Public holidays are
            not known.

    Examples:
        >>> is_on_day(date(2023, 6, 19), 17, or_next_working_day=True)  # 17 June 2023 is a Saturday
        True
        >>> is_on_day(date(2023, 6, 19), 17, or_next_working_day=False)
        False
    """
    if number is None or day.day == number:
        return True
    named = day.replace(day=number).weekday()
    return or_next_working_day and named >= SATURDAY and day.day == number + 7 - named
