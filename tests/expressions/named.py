"""A reading and a parameter, by which expressions of tests name something of a rulebook."""

from __future__ import annotations

from datetime import date

from civic_rules.expressions import DatedValue, Parameter, Reading, ReadingOption
from civic_rules.text import Text


def text(name: str) -> Text:
    """The same text in both languages."""
    return Text(zh=name, en=name)


READING = Reading(
    key="which-rooms",
    title=text("which"),
    options=tuple(ReadingOption(key=key, title=text(key)) for key in ("floor-alone", "in", "2-rooms")),
    default=None,
    reason=text("none"),
)
PARAMETER = Parameter(
    key="floor", title=text("floor"), unit="m²", values=(DatedValue(since=date(2013, 1, 1), value=400),)
)
