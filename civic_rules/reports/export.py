"""Reports as CSV and JSON, and what follows from them as JSON and as a graph, for other programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.expressions import words
from civic_rules.reports.wording import Names, notes_text

if TYPE_CHECKING:
    from civic_rules.audit import Finding, Report
    from civic_rules.units import Lang

COLUMNS: dict[str, str] = {
    "rulebook": "规则册",
    "requirement": "要求编号",
    "title": "要求",
    "entity_kind": "对象类型",
    "entity": "对象编号",
    "entity_name": "对象名称",
    "on": "核查日期",
    "verdict": "结论",
    "is_breach": "违反",
    "is_warning": "提示",
    "modality": "力度",
    "due": "期限",
    "measured": "实际值",
    "limit": "标准值",
    "unit": "单位",
    "shortfall": "差额",
    "shortfall_unit": "差额单位",
    "missing": "缺少的数据",
    "notes": "说明",
    "readings": "解读",
    "clauses": "条款",
    "evidence": "依据词",
}
"""The columns of the CSV form, with their Chinese headers."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula."""


def harmless(cell: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it.

    Examples:
        >>> harmless("=1+1"), harmless("c1"), harmless(-5)
        ("'=1+1", 'c1', -5)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell


def report_csv(report: Report, lang: Lang = "en") -> str:
    """A report as CSV: a row a finding, numbers without their units, which have columns of their own.

    Args:
        report: The report.
        lang: "en" for the words that programs use, "zh" for headers, verdicts and names in Chinese.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS.values() if lang == "zh" else COLUMNS)
    names = Names(report)
    for finding in report:
        row = _row(finding, names, lang)
        writer.writerow(harmless(row[name]) for name in COLUMNS)
    return file.getvalue()


def report_json(report: Report) -> str:
    """A report as JSON, the same in every language."""
    return report.to_json() + "\n"


def report_trace(report: Report) -> str:
    """What follows from a report, and why, as JSON in the form `civic.trace.v1`."""
    return json.dumps(report.conclusions.trace(), ensure_ascii=False, indent=2) + "\n"


def report_dot(report: Report, lang: Lang = "en") -> str:
    """What follows from a report, and why, as a graph for Graphviz.

    Args:
        report: The report.
        lang: The language of its words.
    """
    return report.conclusions.to_dot(lang)


def _row(finding: Finding, names: Names, lang: Lang) -> dict[str, object]:
    rule = finding.requirement
    row = finding.to_dict() | {
        "rulebook": rule.source.document,
        "requirement": rule.key,
        "title": rule.title.in_(lang),
        "entity_name": finding.entity.name,
        "readings": [f"{reading.key}={option}" for reading, option in finding.readings],
    }
    if lang == "zh":
        kind = finding.entity_kind
        row |= {
            "entity_kind": words.kind_name(kind, lang),
            "verdict": finding.verdict.title(lang),
            "modality": rule.modality.title(lang),
            "missing": [names.missing(kind, path, lang, with_ids=True) for path in finding.missing],
            "notes": notes_text(finding, lang),
            "unit": units.unit_text(finding.unit, lang) if finding.unit else "",
            "shortfall_unit": units.unit_text(row["shortfall_unit"], lang) if row["shortfall_unit"] else "",
        }
    return {name: _flat(value, lang) for name, value in row.items()}


def _flat(value: object, lang: Lang) -> object:
    """A value as one cell."""
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else str(value).lower()
    return "; ".join(str(one) for one in value) if isinstance(value, list) else value
