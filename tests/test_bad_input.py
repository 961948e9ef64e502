"""What cannot be used, and the exact words in which a user is told; every fault of a file comes at once.

The cases are in `bad_input/`: what is in the file, and the whole message. Workbooks are made here.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

import civic_rules as cr
from civic_rules.entities import CommunityArrangement, EventKind, Service
from civic_rules.entities.fields import one_of
from civic_rules.errors import SHOWN_FAULTS, CivicRulesError, InvalidEntityError, InvalidRulebookError
from civic_rules.intake import parse_yaml

HERE = Path(__file__).parent / "bad_input"

STANDS_FOR = {
    "@DIGITS@": "9" * 500,
    "@BRACKETS@": "[" * 100_000,
    "@NESTED@": '{"a": ' * 60 + "1" + "}" * 60,
    "@FLOW@": "[" * 60 + "]" * 60,
    "@LONG@": "x" * 201,
    '"@INF@"': "1e999",
    "@ARRANGEMENTS@": one_of([*CommunityArrangement]),
    "@EVENTS@": one_of([*EventKind]),
    "@SERVICES@": one_of([*Service]),
    "@服务@": one_of([service.zh for service in Service]),
    "@服务项目@": one_of([service.zh for service in Service]).zh,
}
"""What the cases write in short."""

AREA = {"kind": "field", "subject": "community", "name": "facility_area"}
LIMIT = {"kind": "number", "value": 400, "unit": "m²"}
TITLE = {"zh": "测试", "en": "Test"}
DOCUMENT = {
    "id": "doc-1",
    "title": TITLE,
    "issuer": TITLE,
    "issued": "2013-01-16",
    "in_force_from": "2013-01-16",
    "last_checked": "2026-11-22",
    "clauses": [{"number": "一", "title": TITLE}],
}
RULE = {
    "key": "area",
    "title": TITLE,
    "source": {"document": "doc-1", "clause": "一"},
    "modality": "mandatory",
    "must": {"kind": "compare", "left": AREA, "op": ">=", "right": LIMIT},
}

Case = dict[str, Any]


def cases(name: str) -> list[Any]:
    """The cases of a file, each under its name."""
    found: Any = parse_yaml((HERE / name).read_text("utf-8"), name).data
    return [pytest.param(case, id=case["name"]) for case in found]


def written_out(text: str) -> str:
    """A text with what stands for something long written out."""
    for short, full in STANDS_FOR.items():
        text = text.replace(short, full)
    return text


def told_of_file(case: Case) -> tuple[str, str]:
    """What is said of a file of these bytes, or of this text, in the working directory: in English and in Chinese."""
    for name, text in {case["file"]: case.get("text"), **case.get("with", {})}.items():
        if "hex" in case or text is not None:
            content = bytes.fromhex(case["hex"]) if "hex" in case else written_out(text).encode()
            Path(name).write_bytes(content)
    options = {key: written_out(case[key]) for key in ("kind", "entity_id", "sheet") if key in case}
    with pytest.raises(CivicRulesError) as caught:
        cr.read_entity(case["file"], **options)
    return str(caught.value), caught.value.text("zh")


def rulebook_json(case: Case) -> str:
    """The rulebook of a case: a sound one, changed where the case says so."""
    if "text" in case:
        return written_out(case["text"])
    rules = [{**copy.deepcopy(RULE), **rule} if isinstance(rule, dict) else rule for rule in case.get("rules", [{}])]
    if "must" in case:
        rules[0]["must"] = case["must"]
    if "deep" in case:
        for _ in range(case["deep"]):
            rules[0]["must"] = {"kind": "not", "condition": rules[0]["must"]}
    for key, value in case.get("rule", {}).items():
        rules[0][key] = value
    text = json.dumps({"document": {**DOCUMENT, **case.get("document", {})}, "rules": rules}, ensure_ascii=False)
    return written_out(text.replace('"area", "op"', f'{json.dumps(AREA)}, "op"').replace('"limit"', json.dumps(LIMIT)))


def told_of_rulebook(case: Case) -> tuple[str, str]:
    """What is said of a rulebook: in English and in Chinese."""
    with pytest.raises(InvalidRulebookError) as caught:
        cr.Rulebook.from_json(rulebook_json(case))
    return str(caught.value), caught.value.text("zh")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as the user gave them: here without a folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("case", cases("documents.yaml"))
def test_documents(case: Case) -> None:
    """What is wrong with a JSON or YAML file is said in these words of either language, all of it at once."""
    assert (written_out(case["message"]), written_out(case["zh"])) == told_of_file(case)


@pytest.mark.parametrize("case", cases("tables.yaml"))
def test_tables(case: Case) -> None:
    """What is wrong with a table is said in these words of either language, with row and column, all at once."""
    assert (written_out(case["message"]), written_out(case["zh"])) == told_of_file(case)


@pytest.mark.parametrize("case", cases("rulebooks.yaml"))
def test_rulebooks(case: Case) -> None:
    """What is wrong with a rulebook is said in these words of either language, all of it at once."""
    assert (case["message"], case["zh"]) == told_of_rulebook(case)


@pytest.mark.parametrize(
    ("text", "message", "zh"),
    [
        (
            '{"rules": [' + "9" * 5000 + "]}",
            "no JSON: Exceeds the limit (4300 digits) for integer string conversion",
            "不是有效的 JSON：有的整数位数太多",
        ),
        ("[" * 100_000, "nested more than 120 levels deep", "嵌套超过 120 层"),
        (
            b'{"document": "\xff"}',
            "no JSON: 'utf-8' codec can't decode byte 0xff in position 14: invalid start byte",
            "不是有效的 JSON：不是 UTF-8 编码的文字",
        ),
        (
            " " * 20_000_001,
            "20,000,001 characters; at most 20,000,000 are read",
            "有 20,000,001 个字符；最多读 20,000,000 个",
        ),
        (
            '{"document": {}, "rules": [' + "0," * 5000 + "0]}",
            "rules: 5001 rules; at most 5000 are read",
            "rules：有 5001 条规则；最多读 5000 条",
        ),
    ],
    ids=["digits", "depth", "bytes", "length", "rules"],
)
def test_rulebooks_beyond_all_bounds(text: str | bytes, message: str, zh: str) -> None:
    """A rulebook that is too large, too deep or no text is refused without an attempt to read it."""
    with pytest.raises(InvalidRulebookError) as caught:
        cr.Rulebook.from_json(text)
    assert str(caught.value).partition(": value has")[0] == f"rulebook: 1 fault\n  {message}"
    assert caught.value.text("zh") == f"规则册：1 处有误\n  {zh}"


def test_the_sound_rulebook_is_sound() -> None:
    """The rulebook that the cases change has no fault of its own."""
    assert len(cr.Rulebook.from_json(rulebook_json({}))) == 1


Fill = Callable[[xlsxwriter.Workbook], None]


def one_sheet(*rows: list[Any]) -> Fill:
    """A workbook with these rows on one sheet."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("社区")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)

    return fill


def formulas(book: xlsxwriter.Workbook) -> None:
    """Formulas that no spreadsheet program has calculated, one of them an error."""
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["编号", "户数", "服务用房面积(平方米)"])
    sheet.write(1, 0, "c1")
    sheet.write_formula(1, 1, "=2000+350")
    sheet.write_formula(1, 2, "=1/0", value="#DIV/0!")


def dates(book: xlsxwriter.Workbook) -> None:
    """A date where a number belongs, a time of day where text belongs, a bare number where a date belongs."""
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["编号", "户数", "名称", "缺口方案备案"])
    sheet.write(1, 0, "c1")
    sheet.write_datetime(1, 1, date(2013, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_datetime(1, 2, time(8, 30), book.add_format({"num_format": "hh:mm"}))
    sheet.write(1, 3, 41334)


def merged(book: xlsxwriter.Workbook) -> None:
    """A merged block of numbers, and a merged header."""
    sheet = book.add_worksheet()
    sheet.merge_range("A1:B1", "编号")
    sheet.write(0, 2, "户数")
    sheet.write_column(1, 0, ["c1", "c2"])
    sheet.merge_range("C2:C3", 2350)


def two_sheets(book: xlsxwriter.Workbook) -> None:
    """Two sheets with data."""
    for name in ("2014年", "2015年"):
        book.add_worksheet(name).write_row(0, 0, ["编号", "户数"])


def hidden(book: xlsxwriter.Workbook) -> None:
    """One empty sheet, and data on a hidden one."""
    book.add_worksheet("封面").activate()
    sheet = book.add_worksheet("数据")
    sheet.write(0, 0, "编号")
    sheet.hide()


def far_away(book: xlsxwriter.Workbook) -> None:
    """A cell in the last corner of a sheet."""
    sheet = book.add_worksheet("社区")
    sheet.write(0, 0, "编号")
    sheet.write(1_048_575, 16_383, "x")


WORKBOOKS: list[tuple[Fill, dict[str, str], str, str]] = [
    (
        formulas,
        {},
        (
            "t.xlsx: 2 faults\n"
            "  row 2, column B (户数): holds a formula that was never calculated: open the file in a spreadsheet "
            "program and save it\n"
            "  row 2, column C (服务用房面积(平方米)): holds the error '#DIV/0!'"
        ),
        (
            "t.xlsx：2 处有误\n"
            "  第 2 行 B 列（户数）：其中的公式从未计算过：请用电子表格软件打开文件并保存\n"
            "  第 2 行 C 列（服务用房面积(平方米)）：有错误值 '#DIV/0!'"
        ),
    ),
    (
        dates,
        {},
        (
            "t.xlsx: 3 faults\n"
            "  row 2, column B (户数): expected a whole number of households, got 2013-03-01: that is no number\n"
            "  row 2, column C (名称): expected text, got 08:30:00\n"
            "  row 2, column D (缺口方案备案): expected a date such as 2013-03-31, or true or false, got 41334.0"
        ),
        (
            "t.xlsx：3 处有误\n"
            "  第 2 行 B 列（户数）：应为以户计的整数，实为 2013-03-01：这不是数\n"
            "  第 2 行 C 列（名称）：应为文字，实为 08:30:00\n"
            "  第 2 行 D 列（缺口方案备案）：应为日期（如 2013-03-31），或“是”“否”，实为 41334.0"
        ),
    ),
    (
        merged,
        {},
        (
            "t.xlsx: 2 faults\n"
            "  row 1, column A (编号): the cells A1:B1 are merged; split them, and give each its own value\n"
            "  row 2, column C (户数): the cells C2:C3 are merged; split them, and give each its own value"
        ),
        (
            "t.xlsx：2 处有误\n"
            "  第 1 行 A 列（编号）：单元格 A1:B1 已合并；请拆分，并逐格填写\n"
            "  第 2 行 C 列（户数）：单元格 C2:C3 已合并；请拆分，并逐格填写"
        ),
    ),
    (
        two_sheets,
        {},
        "t.xlsx: the sheets '2014年', '2015年' hold data: choose one by its name (sheet=, or --sheet)",
        "t.xlsx：工作表 '2014年'、'2015年' 都有数据：请指明一个（sheet= 或 --sheet）",
    ),
    (
        two_sheets,
        {"sheet": "2016年"},
        "t.xlsx: there is no sheet '2016年'; did you mean '2015年'?",
        "t.xlsx：没有工作表 '2016年'；是否想写 '2015年'？",
    ),
    (
        two_sheets,
        {"sheet": "2015年"},
        "t.xlsx: 1 fault\n  the table has a header and no rows",
        "t.xlsx：1 处有误\n  表格只有表头，没有数据行",
    ),
    (hidden, {}, "t.xlsx: no visible sheet holds data", "t.xlsx：可见的工作表中都没有数据"),
    (
        far_away,
        {},
        (
            "t.xlsx: the sheet '社区' reaches down to row 1,048,576 and over 16,384 columns; at most 20,000,000 cells "
            "are read"
        ),
        "t.xlsx：工作表 '社区' 有 1,048,576 行、16,384 列；最多读 20,000,000 个单元格",
    ),
    (
        one_sheet(["编号", "户数"], ["c1", True], [1.5, "1 500"], ["c2", -3]),
        {},
        (
            "t.xlsx: 4 faults\n"
            "  row 2, column B (户数): expected a whole number of households, got True: that is no number\n"
            "  row 3, column A (编号): expected text, got 1.5; write it in quotes\n"
            "  row 3, column B (户数): expected a whole number of households, got '1 500': write one number, then its "
            "unit, as in '430 m²'\n"
            "  row 4, column B (户数): expected at least 0 households, got -3"
        ),
        (
            "t.xlsx：4 处有误\n"
            "  第 2 行 B 列（户数）：应为以户计的整数，实为 True：这不是数\n"
            "  第 3 行 A 列（编号）：应为文字，实为 1.5；请加上引号\n"
            "  第 3 行 B 列（户数）：应为以户计的整数，实为 '1 500'：应先写一个数，再写单位，如 '430 平方米'\n"
            "  第 4 行 B 列（户数）：应不小于 0 户，实为 -3"
        ),
    ),
]


@pytest.mark.parametrize(("fill", "options", "message", "zh"), WORKBOOKS)
def test_workbooks(fill: Fill, options: dict[str, str], message: str, zh: str) -> None:
    """What is wrong with a workbook is said in these words of either language, with row and column, all at once."""
    with xlsxwriter.Workbook("t.xlsx") as book:
        fill(book)
    with pytest.raises(CivicRulesError) as caught:
        cr.read_entity("t.xlsx", **options)
    assert (message, zh) == (str(caught.value), caught.value.text("zh"))


def test_there_are_many_cases() -> None:
    """The table of bad input stays large, and no two cases of a file have one name."""
    names = [(name, case.id) for name in ("documents", "tables", "rulebooks") for case in cases(f"{name}.yaml")]
    assert len(names) + len(WORKBOOKS) >= 150
    assert len(names) == len(set(names))


def test_every_fault_is_an_attribute() -> None:
    """A program gets every fault with its place and value, however many the message lists."""
    rows = "".join(f"c{number},-{number + 1}\n" for number in range(120))
    Path("t.csv").write_text(f"id,households\n{rows}", "utf-8")
    with pytest.raises(InvalidEntityError) as caught:
        cr.read_entity("t.csv")
    assert len(caught.value.faults) == 120
    assert (caught.value.faults[-1].where, caught.value.faults[-1].value) == ("row 121, column B (households)", "-120")
    assert len(str(caught.value).splitlines()) == SHOWN_FAULTS + 2
    assert str(caught.value).splitlines()[-1] == "  … and 70 more"
