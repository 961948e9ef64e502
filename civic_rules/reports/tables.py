"""The report of an audit of tables on a terminal: counts, and what could not be told for want of columns."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.progress import Progress

from civic_rules.messages import joined, said
from civic_rules.reports.terminal import grid, plain
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from civic_rules.tables import LazyReport, TableReport
    from civic_rules.units import Lang


@contextmanager
def progress_of(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where somebody looks at it, for as long as a table is judged and written.

    Of queries nobody knows how far they are: the bar moves until they are done.

    Args:
        title: What stands before it.
    """
    screen = Console(file=sys.stderr)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task(title, total=None)
        yield lambda done, rows: progress.update(task, completed=done, total=rows)


def table_report_view(report: TableReport | LazyReport, lang: Lang) -> Group:
    """How many entities pass and fail each requirement, the most breached first.

    Args:
        report: The report.
        lang: "en" or "zh".
    """
    zh = lang == "zh"
    rows, breaches = [], report.breach_counts
    for rule in report.plan.rules:
        counts, broken = report.counts(rule.id), breaches[rule.id]
        name = plain(rule.requirement.title.zh if zh else rule.requirement.title.en)
        name.append("\n").append_text(plain(rule.id, "dim"))
        cells = [f"{counts[verdict]:,}" for verdict in Verdict]
        rows.append((broken, counts[Verdict.FAILED], [name, *cells, f"{broken:,}"]))
    rows.sort(key=lambda row: (-row[0], -row[1]))
    headers = ["要求" if zh else "requirement", *(v.title(lang) for v in Verdict), "违反" if zh else "breaches"]
    parts: list[RenderableType] = [grid(headers, [cells for *_, cells in rows], right=range(1, 6))]
    parts += [plain(line) for line in table_report_notes(report, lang)]
    return Group(*parts)


def table_report_notes(report: TableReport | LazyReport, lang: Lang) -> list[str]:
    """What could not be told for want of columns, of links between frames, or of whole frames: each by its name.

    Args:
        report: The report.
        lang: "en" or "zh".
    """
    from civic_rules.tables.layout import called  # noqa: PLC0415  NumPy is slow to import

    told = [
        said(
            "columns that rules read and {kind} does not have ({count}): {names}",
            "{kind}没有以下列，依赖它们的要求无法判断（{count}）：{names}",
            kind=called(kind),
            count=len(names),
            names=joined(names),
        )
        for kind, names in report.missing_columns.items()
    ]
    if report.plan.absent:
        links = [
            said("{of} of {kind}", "{kind}的{of}", of=called(of), kind=called(kind)) for kind, of in report.plan.absent
        ]
        told.append(
            said(
                "links that rules follow and no frame has ({count}): {names}",
                "规则要用而数据表没有的关联（{count}）：{names}",
                count=len(links),
                names=joined(links),
            )
        )
    if report.not_expressible:
        told.append(
            said(
                "requirements without a frame of what they ask of ({count}): {names}",
                "没有相应数据表而未判断的要求（{count}）：{names}",
                count=len(report.not_expressible),
                names=joined(report.not_expressible),
            )
        )
    return [one.in_(lang) for one in told]
