"""Calendar windows: the week, month, quarter, half-year or year that was last over on a day."""

from __future__ import annotations

from datetime import date, timedelta

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
