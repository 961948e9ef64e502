"""The report of an audit of tables on a terminal: counts, and what could not be told for want of columns."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.progress import Progress

from civic_rules.reports.terminal import grid, plain
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from civic_rules.tables import LazyReport, TableReport
    from civic_rules.units import Lang

MOST_NAMES = 12
"""How many missing columns one line names."""


@contextmanager
def progress_of(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where somebody looks at it, for as long as a table is judged.

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
    for kind, names in report.missing_columns.items():
        some = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
        text = f"{kind} 没有这些列,相关要求无法判断" if zh else f"columns that rules read and {kind} does not have"
        parts.append(plain(f"{text} ({len(names)}): {some}"))
    if report.not_expressible:
        text = "没有相应数据表而未判断的要求" if zh else "requirements without a frame of what they ask of"
        parts.append(plain(f"{text}: {len(report.not_expressible)}"))
    return Group(*parts)
