"""What follows from an audit, on a terminal or as plain text: why as trees, and what is open on a line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from civic_rules.entities import ENTITY_TYPES
from civic_rules.inference import last, open_line, party_text
from civic_rules.reports.wording import say
from civic_rules.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from civic_rules.audit import Report
    from civic_rules.inference import Conclusion
    from civic_rules.units import Lang

FEW = 5
"""How many entities a line names of which the same follows, unless everything is asked for."""


def following_view(report: Report, lang: Lang, *, everything: bool = False) -> list[RenderableType]:
    """What follows from an audit; nothing where its rulebooks have no consequences.

    Of each effect one conclusion is told with why, and the others are named.

    Args:
        report: The report.
        lang: "en" for English, "zh" for Chinese.
        everything: Tell each with why, and everything that is open.
    """
    found = report.conclusions
    parts: list[RenderableType] = []
    if found:
        parts += [_line(""), _line(say("what follows", lang, count=f"{len(found):,}"), "bold")]
        for one, others in _groups(last(found), everything=everything):
            parts += [_line(line) for line in one.explain(lang).splitlines()]
            parts += _likewise(others, lang)
    if found.open:
        parts += [_line(""), _line(say("what is open", lang, count=f"{len(found.open):,}"), "bold")]
        for one, others in _groups(found.open, everything=everything):
            parts += [_line(open_line(one, lang)), *_likewise(others, lang)]
    return parts


def _groups(found: Iterable[Conclusion], *, everything: bool) -> Iterator[tuple[Conclusion, Sequence[Conclusion]]]:
    """The first conclusion of each effect with the others; each by itself where everything is told."""
    groups: dict[object, list[Conclusion]] = {}
    for one in found:
        groups.setdefault(id(one) if everything else one.id, []).append(one)
    for first, *others in groups.values():
        yield first, others


def _likewise(others: Sequence[Conclusion], lang: Lang) -> list[RenderableType]:
    """A line that names of whom the same follows."""
    if not others:
        return []
    names = [_whom(one, lang) for one in others[:FEW]]
    text = ("；" if lang == "zh" else "; ").join(names)
    if len(others) > FEW:
        count = len(others) if lang == "zh" else len(others) - len(names)
        text += ("" if lang == "zh" else " ") + say("and more", lang, count=f"{count:,}")
    return [_line(say("likewise", lang, whom=text))]


def _whom(one: Conclusion, lang: Lang) -> str:
    inner = one.about_party
    is_inner = inner is not None and inner.entity is not None and ENTITY_TYPES[one.party.kind].reaches(inner.kind)
    named = party_text(inner if inner is not None and is_inner else one.party, lang)
    return named if one.requirement is None else f"{named} ({one.requirement.key})"


class _Line:
    """A line of a tree: what does not fit goes on below, behind the same branches."""

    def __init__(self, text: str, style: str = "") -> None:
        self.style = style
        self.branches = _BRANCHES.match(text)[0]  # type: ignore[index]  # it matches any text
        self.text = text[len(self.branches) :]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts that fit into the width."""
        width = max(options.max_width - len(self.branches), LEAST)
        parts = Text(printable(self.text), style=self.style, overflow="fold").wrap(console, width)
        for number, part in enumerate(parts or [Text("")]):
            before = self.branches if number == 0 else _BELOW.sub(lambda one: _GOES_ON[one[0]], self.branches)
            yield Text(before) + part


_BRANCHES = re.compile(r"(?:│  |   )*(?:├─ |└─ |\? )?")
_BELOW = re.compile(r"├─ |└─ |\? ")
_GOES_ON = {"├─ ": "│  ", "└─ ": "   ", "? ": "  "}

LEAST = 20
"""The least width of a text behind its branches."""


def _line(text: str, style: str = "") -> _Line:
    return _Line(text, style)
