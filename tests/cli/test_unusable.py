"""What cannot be used, in both languages: one message on standard error, and status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

import civic_rules as cr
from tests.cli.running import BOOK, ON, Ran, Run, process

USAGE = "\nTry 'civic-rules {command} --help'.\n"

UNUSABLE = [
    ((), "Missing command.\nTry 'civic-rules --help'.\n"),
    (("audt",), "No such command 'audt'. Did you mean 'audit'?\nTry 'civic-rules --help'.\n"),
    (("audit",), "Missing argument 'FILE'." + USAGE),
    (("audit", "breaching.json"), "Missing option '--rulebook'." + USAGE),
    (("audit", "breaching.json", "--rulebook", BOOK), "Missing option '--on'." + USAGE),
    (
        ("audit", "breaching.json", *ON, "--format", "xml"),
        "Invalid value for '--format': 'xml' is not one of 'table', 'json', 'csv', 'trace', 'dot', 'parquet'." + USAGE,
    ),
    (
        ("audit", "breaching.json", *ON, "--lang", "fr"),
        "Invalid value for '--lang': 'fr' is not one of 'en', 'zh'." + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", "2015-02-30"),
        "Invalid value for --on: there is no such day as '2015-02-30'" + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", "today"),
        "Invalid value for --on: expected a date such as 2013-03-31, got 'today'" + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", "0001-01-01"),
        "Invalid value for --on: expected a day from 1900-01-01 to 2199-12-31, got '0001-01-01'" + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", "yancheng", "--on", "2015-12-31"),
        "no rulebook has the id 'yancheng'; did you mean 'yancheng-2013-6'?\n",
    ),
    (
        ("audit", "breaching.json", *ON, "--rulebook", BOOK),
        f"Invalid value for --rulebook: the rulebook {BOOK} is given twice" + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", "unknown.json", "--on", "2015-12-31"),
        "Invalid value for --rulebook: unknown.json: rulebook: 3 faults\n"
        "  community: there is no such key\n"
        "  document: required and not given\n"
        "  rules: required and not given" + USAGE,
    ),
    (
        ("audit", "breaching.json", "--rulebook", "none.json", "--on", "2015-12-31"),
        "none.json: there is no such file\n",
    ),
    (("audit", "breeching.json", *ON), "breeching.json: there is no such file; did you mean 'breaching.json'?\n"),
    (("audit", "", *ON), "Invalid value for FILE: the name of the file is empty" + USAGE),
    (("audit", "breaching.json", *ON, "--out", ""), "Invalid value for --out: the name of the file is empty" + USAGE),
    (("audit", "breaching.json", *ON, "--out", " "), "Invalid value for --out: the name of the file is empty" + USAGE),
    (("audit", "breaching.json", *ON, "--kind", ""), "Invalid value for --kind: it is empty" + USAGE),
    (("audit", "breaching.json", *ON, "--id="), "Invalid value for --id: it is empty" + USAGE),
    (
        ("audit", "breaching.json", "--rulebook", "", "--on", "2015-12-31"),
        f"no rulebook has the id ''; there are {', '.join(cr.available())}\n",
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", ""),
        "Invalid value for --on: expected a date such as 2013-03-31, got ''" + USAGE,
    ),
    (
        ("pages", ""),
        "Invalid value for FOLDER: the name of the folder is empty" + USAGE.replace("{command}", "pages"),
    ),
    (
        ("schema", "--out", ""),
        "Invalid value for --out: the name of the file is empty" + USAGE.replace("{command}", "schema"),
    ),
    (("audit", "-", *ON), "-: expected one of .json, .yaml, .yml, .csv, .xlsx; got a name without an ending\n"),
    (
        ("audit", "breaching.json", *ON, "--reading", "gap-minimum"),
        "Invalid value for --reading: expected KEY=OPTION, got 'gap-minimum'" + USAGE,
    ),
    (
        ("audit", "breaching.json", *ON, "--reading", "gap-minimum=x", "--reading", "gap-minimum=y"),
        "Invalid value for --reading: 'gap-minimum' is given twice" + USAGE,
    ),
    (
        ("audit", "breaching.json", *ON, "--reading", "gap-minimum=floor"),
        "reading 'gap-minimum' has the options required-area, floor-alone; got 'floor'; did you mean 'floor-alone'?\n",
    ),
    (
        ("audit", "breaching.json", *ON, "--kind", "county"),
        "breaching.json: 1 fault\n  this is a community, not a county\n",
    ),
    (("audit", "breaching.json", *ON, "--sheet", "a"), "breaching.json: only a workbook has sheets\n"),
    (
        ("audit", "breaching.json", *ON, "--out", "none/a.txt"),
        "none/a.txt: cannot be written: its directory does not exist\n",
    ),
    (("audit", "breaching.json", *ON, "--out", "."), ".: cannot be written: this is a directory, not a file\n"),
    (
        ("show", "facility-required-area"),
        (
            f"expected the id of a rulebook and a key, as in {cr.available()[0]}/KEY; got 'facility-required-area'; "
            f"did you mean {BOOK}/facility-required-area?\n"
        ),
    ),
    (
        ("show", f"{BOOK}/facility-require-area"),
        f"{BOOK} has no rule 'facility-require-area'; did you mean 'facility-required-area'?\n",
    ),
    (("coverage", "nowhere"), f"no rulebook has the id 'nowhere'; there are {', '.join(cr.available())}\n"),
    (
        ("schema", "comunity"),
        "Invalid value for KIND: there is no schema of 'comunity'; did you mean 'community'?"
        + USAGE.replace("{command}", "schema"),
    ),
    (
        ("example", "yancheng"),
        "Invalid value for NAME: expected weihai or yancheng-district, got 'yancheng'; "
        "did you mean 'yancheng-district'?" + USAGE.replace("{command}", "example"),
    ),
    (
        ("example", "weihai", "--out", "a.csv"),
        "Invalid value for --out: expected a name that ends in .json, got 'a.csv'"
        + USAGE.replace("{command}", "example"),
    ),
]


@pytest.mark.parametrize(("words", "message"), UNUSABLE)
def test_unusable_input(run: Run, words: tuple[str, ...], message: str) -> None:
    """Status 2 says unusable input, with one clear message on standard error and nothing on standard output."""
    assert run(*words) == Ran(2, "", "civic-rules: " + message.replace("{command}", "audit"))


HELP = "\n可用 'civic-rules {command} --help' 查看用法。\n"

UNUSABLE_ZH = [
    (("audt",), "没有命令 'audt'；是否想写 'audit'？\n可用 'civic-rules --help' 查看用法。\n"),
    (("audit",), "缺少参数 'FILE'。" + HELP),
    (("audit", "breaching.json"), "缺少选项 '--rulebook'。" + HELP),
    (("audit", "breaching.json", *ON, "--rulebok", "x"), "没有选项 --rulebok；是否想写 --rulebook？" + HELP),
    (("audit", "breaching.json", *ON, "--zzzz"), "没有选项 --zzzz。" + HELP),
    (("audit", "breaching.json", "x", *ON), "多出了 x。" + HELP),
    (("audit", "breaching.json", *ON, "--explain=1"), "选项 '--explain' 之后不应有值。\n"),
    (
        ("audit", "breaching.json", *ON, "--format", "xml"),
        "'--format' 的值无效：应为以下之一：'table', 'json', 'csv', 'trace', 'dot', 'parquet'；实为 'xml'" + HELP,
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", "today"),
        "--on 的值无效：应为日期（如 2013-03-31），实为 'today'" + HELP,
    ),
    (
        ("audit", "breaching.json", "--rulebook", "yancheng", "--on", "2015-12-31"),
        "没有编号为 'yancheng' 的规则册；是否想写 'yancheng-2013-6'？\n",
    ),
    (
        ("audit", "breaching.json", "--rulebook", "unknown.json", "--on", "2015-12-31"),
        "--rulebook 的值无效：unknown.json：规则册：3 处有误\n"
        "  community：没有这个键\n"
        "  document：必须给出，但没有给出\n"
        "  rules：必须给出，但没有给出" + HELP,
    ),
    (("audit", "breaching.json", *ON, "--rulebook", BOOK), f"--rulebook 的值无效：规则册 {BOOK} 写了两次" + HELP),
    (("audit", "breeching.json", *ON), "breeching.json：没有这个文件；是否想写 'breaching.json'？\n"),
    (
        ("audit", "breaching.json", *ON, "--reading", "gap-minimum"),
        "--reading 的值无效：应为 KEY=OPTION，实为 'gap-minimum'" + HELP,
    ),
    (
        ("audit", "breaching.json", *ON, "--reading", "gap-minimum=floor"),
        "解读 'gap-minimum' 的选项有 required-area、floor-alone；实为 'floor'；是否想写 'floor-alone'？\n",
    ),
    (("audit", "breaching.json", *ON, "--kind", "county"), "breaching.json：1 处有误\n  这是社区，不是县(市、区)\n"),
    (("audit", "breaching.json", *ON, "--out", "none/a.txt"), "none/a.txt：无法写入：所在的目录不存在\n"),
    (("audit", "", *ON), "FILE 的值无效：文件名是空的" + HELP),
    (("audit", "breaching.json", *ON, "--out", ""), "--out 的值无效：文件名是空的" + HELP),
    (("audit", "breaching.json", *ON, "--name", ""), "--name 的值无效：内容是空的" + HELP),
    (("audit", "breaching.json", *ON, "--sheet", ""), "--sheet 的值无效：内容是空的" + HELP),
    (
        ("audit", "breaching.json", "--rulebook", "", "--on", "2015-12-31"),
        f"没有编号为 '' 的规则册；现有 {'、'.join(cr.available())}\n",
    ),
    (
        ("audit", "breaching.json", "--rulebook", BOOK, "--on", ""),
        "--on 的值无效：应为日期（如 2013-03-31），实为 ''" + HELP,
    ),
    *(
        (
            ("audit", "breaching.json", *ON, "--with", given),
            f"--with 的值无效：应为 KIND=FILE，每种对象一次；实为 '{given}'" + HELP,
        )
        for given in ("", "grid=", "=breaching.json")
    ),
    (("pages", ""), "FOLDER 的值无效：目录名是空的" + HELP.replace("{command}", "pages")),
    (("show", "x", "--rulebook", ""), "--rulebook 的值无效：文件名是空的" + HELP.replace("{command}", "show")),
    (
        ("audit", "breaching.json", *ON, "--out", "breaching.json"),
        "--out 的值无效：breaching.json 是这次核查要读的文件，会被报告覆盖：请换一个文件名" + HELP,
    ),
    (
        ("audit", "breaching.json", *ON, "--with", "grid"),
        "--with 的值无效：应为 KIND=FILE，每种对象一次；实为 'grid'" + HELP,
    ),
    (
        ("show", "facility-required-area"),
        (
            f"应为规则册的编号和规则的编号，如 {cr.available()[0]}/KEY；实为 'facility-required-area'；"
            f"是否想写 {BOOK}/facility-required-area？\n"
        ),
    ),
    (("coverage", "nowhere"), f"没有编号为 'nowhere' 的规则册；现有 {'、'.join(cr.available())}\n"),
    (
        ("schema", "comunity"),
        "KIND 的值无效：没有 'comunity' 的 JSON Schema；是否想写 'community'？" + HELP.replace("{command}", "schema"),
    ),
    (
        ("example", "yancheng"),
        "NAME 的值无效：应为 weihai 或 yancheng-district，实为 'yancheng'；是否想写 'yancheng-district'？"
        + HELP.replace("{command}", "example"),
    ),
    (("pages", "none"), "none/README.md：无法写入：所在的目录不存在\n"),
]


@pytest.mark.parametrize(("words", "message"), UNUSABLE_ZH)
def test_unusable_input_in_chinese(run: Run, words: tuple[str, ...], message: str) -> None:
    """With --lang zh a user is told in Chinese what is wrong, whatever it is."""
    told = Ran(2, "", "civic-rules: " + message.replace("{command}", "audit"))
    if len(words) > 1 or words == ("audit",):
        assert run(*words, "--lang", "zh") == told
    else:
        assert run(*words, "--lang=zh") == told


def test_faults_of_a_file_in_chinese() -> None:
    """What is wrong with a file comes to the terminal as it was written, in a process of its own."""
    Path("a.json").write_text('{"社区": {"编号": "c1", "户数": "若干", "服务用房面积": "30 kg"}}', "utf-8")
    ran = process("audit", "a.json", *ON, "--lang", "zh", env={"LC_ALL": "C"})
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        "civic-rules: a.json：2 处有误\n"
        "  户数：应为以户计的整数，实为 '若干'：应先写一个数，再写单位，如 '430 平方米'\n"
        "  服务用房面积：应为以平方米计的数，实为 '30 kg'：kg 是质量，平方米是面积\n"
    )
