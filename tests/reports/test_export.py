"""Reports as CSV and JSON for other programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

import civic_rules as cr
from civic_rules.reports import report_csv, report_json
from civic_rules.reports.export import COLUMNS, harmless

BOOK = cr.load("yancheng-2013-6")
COMMUNITY = cr.Community(
    id="=HYPERLINK(1)", name="+北村\n-2", settlement="rural", households=2350, facility_area=460, volunteers=5
)
REPORT = cr.audit(cr.County(id="-k", communities=(COMMUNITY,)), BOOK, on="2015-12-31")


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(key: str, found: list[dict[str, str]], column: str = "requirement") -> dict[str, str]:
    """The row of a requirement."""
    return next(one for one in found if one[column] == key)


def test_a_row_a_finding() -> None:
    """Every finding is a row, with numbers and units in columns of their own."""
    found = rows(report_csv(REPORT))
    assert len(found) == len(REPORT.findings)
    area = row("facility-required-area", found)
    assert {name: area[name] for name in ("verdict", "is_breach", "measured", "limit", "unit", "shortfall")} == {
        "verdict": "failed",
        "is_breach": "true",
        "measured": "460.0",
        "limit": "470.0",
        "unit": "m²",
        "shortfall": "10.0",
    }
    assert (area["title"], area["clauses"], area["due"], area["on"]) == (
        BOOK["facility-required-area"].title.en,
        "三(六)",
        "",
        "2015-12-31",
    )


def test_a_chinese_table() -> None:
    """The Chinese form has Chinese headers, verdicts, names of data and units."""
    found = rows(report_csv(REPORT, "zh"))
    assert list(found[0]) == list(COLUMNS.values())
    area = row("facility-required-area", found, "要求编号")
    assert (area["结论"], area["违反"], area["单位"], area["对象类型"]) == ("未达标", "是", "平方米", "社区")
    rate = row("volunteer-registration-rate-rural", found, "要求编号")
    assert (rate["结论"], rate["缺少的数据"]) == ("无法判断", "居民人口")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """Text that a spreadsheet could run begins with an apostrophe; numbers stay numbers."""
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert (harmless(-1.5), harmless("c-1"), harmless(None)) == (-1.5, "c-1", None)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_ids_and_names_of_users_are_harmless(lang: str) -> None:
    """Whatever users call their communities, no cell of the table begins like a formula."""
    text = report_csv(REPORT, "zh" if lang == "zh" else "en")
    cells = [cell for one in rows(text) for cell in one.values()]
    assert "'=HYPERLINK(1)" in cells
    assert "'+北村\n-2" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_json_is_the_report() -> None:
    """The JSON form is what the report says of itself, as UTF-8 text with a line end."""
    text = report_json(REPORT)
    assert json.loads(text) == REPORT.to_dict()
    assert text.endswith("}\n")
