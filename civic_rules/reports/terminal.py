"""Reports of audits on a terminal, or as plain text: counts first, then what is wrong, by requirement."""

from __future__ import annotations

import os
from collections import Counter
from io import StringIO
from typing import IO, TYPE_CHECKING, NamedTuple

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from civic_rules.expressions import words
from civic_rules.reports.following import following_view
from civic_rules.reports.wording import (
    Names,
    against_limit,
    entity_label,
    found_text,
    notes_text,
    say,
)
from civic_rules.text import printable
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from civic_rules.audit import Finding, Report
    from civic_rules.rules import Requirement
    from civic_rules.units import Lang

PLAIN_WIDTH = 120
"""The width of a report that is not written to a terminal."""

LEAST_WIDTH = 60
"""The width below which a report does not go: in less its tables have no room for words, and COLUMNS may be 0."""

FEW = 2
"""How many entities, or requirements, a line names before it counts the rest."""

MOST_GAPS = 20
"""How many kinds of missing data are listed unless everything is asked for."""


def console(file: IO[str]) -> Console:
    """A console that shows text as it is: nothing in it is markup, a colour or a picture.

    Args:
        file: Where it writes. The width is that of the terminal, or `COLUMNS`, else `PLAIN_WIDTH`; it is at least
            `LEAST_WIDTH`.
    """
    is_terminal = file.isatty()
    width = None if is_terminal or os.environ.get("COLUMNS", "").isdigit() else PLAIN_WIDTH
    made = Console(
        file=file,
        width=width,
        force_terminal=is_terminal,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    made.width = max(made.width, LEAST_WIDTH)
    return made


def as_text(content: RenderableType) -> str:
    """What would be shown, as plain text for a file or another program."""
    file = StringIO()
    console(file).print(content)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def plain(text: object, style: str = "") -> Text:
    """A cell: the text as it was written, with control characters written out."""
    return Text(printable(str(text)), style=style)


def grid(headers: Sequence[str], rows: Iterable[Sequence[object]], *, right: Iterable[int] = ()) -> Table:
    """A table.

    Args:
        headers: The names of the columns.
        rows: The cells; text stands as it is.
        right: The columns that hold numbers.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    numbers = set(right)
    for place, header in enumerate(headers):
        table.add_column(plain(header), justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else plain(cell) for cell in row))
    return table


def pairs(rows: Iterable[tuple[str, object]]) -> Table:
    """Names with their values, one a line."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(plain(name), value if isinstance(value, Text) else plain(value))
    return table


def report_view(report: Report, lang: Lang, *, everything: bool = False, explained: bool = False) -> Group:
    """What an audit found.

    Args:
        report: The report.
        lang: "en" for English, "zh" for Chinese.
        everything: Show every finding on a line of its own.
        explained: Explain each breach, warning and open question in words.
    """
    parts: list[RenderableType] = [_heading(report, lang), plain(""), _counts(report, lang)]
    if everything:
        parts += [plain(""), _every_finding(report, lang)]
    else:
        for name, findings in _sections(report).items():
            parts += _section(name, findings, report, lang)
    if explained:
        told = [finding for findings in _sections(report).values() for finding in findings]
        parts += [line for finding in told for line in (plain(""), *_lines(finding.explain(lang)))]
    parts += following_view(report, lang, everything=everything)
    parts += _remarks(report, lang)
    return Group(*parts)


def _heading(report: Report, lang: Lang) -> Group:
    kind = words.kind_name(report.entity.kind, lang)
    title = say("audit", lang, kind=kind, entity=entity_label(report.entity), on=report.context.on)
    books = [plain(f"{book.id}  {book.document.title.in_(lang)}") for book in report.rulebooks]
    return Group(plain(title[:1].upper() + title[1:], "bold"), *books)


def _sections(report: Report) -> dict[str, list[Finding]]:
    return {
        "breaches": list(report.breaches),
        "warnings": list(report.warnings),
        "cannot tell": [finding for finding in report if finding.verdict is Verdict.CANNOT_TELL],
    }


class _Tally(NamedTuple):
    """How many findings of one kind of entity have which outcome."""

    entities: int
    verdicts: Counter[Verdict]
    breaches: int
    warnings: int

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> _Tally:
        return cls(
            len({finding.entity_id for finding in findings}),
            Counter(finding.verdict for finding in findings),
            sum(finding.is_breach for finding in findings),
            sum(finding.is_warning for finding in findings),
        )

    def cells(self) -> list[object]:
        seen = self.verdicts
        failed = [seen[Verdict.FAILED], self.breaches, self.warnings]
        counts = [self.entities, seen[Verdict.PASSED], *failed, seen[Verdict.CANNOT_TELL], seen[Verdict.INAPPLICABLE]]
        return [f"{count:,}" for count in counts]


def _counts(report: Report, lang: Lang) -> Table:
    """The counts by kind of entity."""
    by_kind: dict[str, list[Finding]] = {}
    for finding in report:
        by_kind.setdefault(finding.entity_kind, []).append(finding)
    columns = ("kind", "entities", "passed", "failed", "breaches", "warnings", "cannot tell", "inapplicable")
    rows: list[list[object]] = [
        [words.kind_name(kind, lang), *_Tally.of(findings).cells()] for kind, findings in by_kind.items()
    ]
    if len(rows) != 1:
        total = _Tally.of(report.findings).cells()
        total[0] = f"{sum(_Tally.of(findings).entities for findings in by_kind.values()):,}"
        rows.append([say("all", lang), *total])
    return grid([say(name, lang) for name in columns], rows, right=range(1, len(columns)))


def _section(name: str, findings: Sequence[Finding], report: Report, lang: Lang) -> list[RenderableType]:
    """The findings of one sort: failures by requirement, open questions by what is missing."""
    if not findings:
        return []
    rules = {finding.requirement.id for finding in findings}
    title = say("section", lang, title=say(name, lang), findings=f"{len(findings):,}", rules=len(rules))
    style = {"breaches": "bold red", "warnings": "bold yellow"}.get(name, "bold")
    told = _gaps(findings, Names(report), lang) if name == "cannot tell" else [_failures(findings, report, lang)]
    return [plain(""), plain(title, style), *told]


def _failures(findings: Sequence[Finding], report: Report, lang: Lang) -> Table:
    asked = Counter(one.requirement.id for one in report if one.verdict is not Verdict.INAPPLICABLE)
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.requirement.id, []).append(finding)
    names = Names(report)
    rows = [
        [_rule_cell(group[0].requirement, names, lang), f"{len(group)} / {asked[key]}", _worst(group, lang)]
        for key, group in groups.items()
    ]
    return grid([say(name, lang) for name in ("requirement", "asked", "found and limit")], rows, right=(1,))


def _gaps(findings: Sequence[Finding], names: Names, lang: Lang) -> list[RenderableType]:
    """What is missing, that which would settle most first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        for gap in dict.fromkeys(_missing(finding, names, lang)):
            groups.setdefault((finding.entity_kind, gap), []).append(finding)
    rows = []
    for (kind, gap), group in sorted(groups.items(), key=lambda item: -len(item[1]))[:MOST_GAPS]:
        keys = list(dict.fromkeys(names.rule(finding.requirement) for finding in group))
        rows.append([words.kind_name(kind, lang), gap, len(group), _few(keys[:FEW], len(keys), lang)])
    table = grid([say(name, lang) for name in ("kind", "missing", "open", "needed by")], rows, right=(2,))
    more = len(groups) - len(rows)
    return [table, plain(say("more gaps", lang, count=more))] if more else [table]


def _missing(finding: Finding, names: Names, lang: Lang, *, with_ids: bool = False) -> list[str]:
    """The names of what is missing to a finding, or why nothing can be told although nothing is."""
    gaps = [names.missing(finding.entity_kind, path, lang, with_ids=with_ids) for path in finding.missing]
    return gaps or [notes_text(finding, lang)]


def _worst(findings: Sequence[Finding], lang: Lang) -> str:
    gravest = sorted(findings, key=_gravity, reverse=True)
    return _few([_found_line(finding, lang) for finding in gravest[:FEW]], len(findings), lang)


def _gravity(finding: Finding) -> float:
    """How much is missing, measured by the limit."""
    gap, limit = finding.shortfall, finding.limit
    if gap is None:
        return 0
    return gap / limit if isinstance(limit, (int, float)) and limit else gap


def _found_line(finding: Finding, lang: Lang) -> str:
    found = against_limit(finding, lang)
    return finding.entity_id + (f": {found}" if found else "")


def _few(named: Sequence[str], total: int, lang: Lang) -> str:
    """The first few of many."""
    text = "; ".join(named)
    if total <= len(named):
        return text
    return (
        text
        + ("" if lang == "zh" else ", ")
        + say("and more", lang, count=total if lang == "zh" else total - len(named))
    )


def _rule_cell(rule: Requirement, names: Names, lang: Lang) -> Text:
    """The title, and below it where the rule is found and when it is due."""
    due = [] if rule.due is None else [say("due on", lang, day=words.day_text(rule.due, lang))]
    place = " · ".join([names.rule(rule), rule.source.clause, *due])
    return Text("\n").join((plain(rule.title.in_(lang)), plain(place, "dim")))


def _every_finding(report: Report, lang: Lang) -> Table:
    headers = [say(name, lang) for name in ("entity", "requirement", "verdict", "found")]
    names = Names(report)
    return grid(headers, (_finding_row(finding, names, lang) for finding in report))


def _finding_row(finding: Finding, names: Names, lang: Lang) -> list[object]:
    verdict = finding.verdict.title(lang)
    if finding.is_breach:
        verdict = say("breach", lang)
    elif finding.is_warning:
        verdict = say("warning", lang)
    found = found_text(finding, lang)
    if finding.verdict is Verdict.CANNOT_TELL:
        found = ", ".join(_missing(finding, names, lang, with_ids=True))
    return [entity_label(finding.entity), names.rule(finding.requirement), verdict, found]


def _lines(text: str) -> list[Text]:
    return [plain(line) for line in text.splitlines()]


def _remarks(report: Report, lang: Lang) -> list[RenderableType]:
    """What was asked of nobody, and the readings on which the report rests."""
    parts: list[RenderableType] = []
    if report.unjudged:
        subjects = dict.fromkeys(rule.subject for rule in report.unjudged)
        kinds = words.listed([words.kind_name(kind, lang) for kind in subjects], lang, "or")
        parts += [plain(""), plain(say("not asked", lang, count=len(report.unjudged), kinds=kinds))]
    taken = {reading.key: (reading, option) for finding in report for reading, option in finding.readings}
    if taken:
        rows = []
        for reading, key in taken.values():
            option = None if key is None else reading.option(key)
            rows.append((reading.key, say("no default", lang) if option is None else option.title.in_(lang)))
        parts += [plain(""), plain(say("readings taken", lang), "bold"), pairs(rows)]
    return parts
