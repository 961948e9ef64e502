"""The command: exit statuses, messages on standard error, forms of output, and odd places to print to."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

import civic_rules as cr
from civic_rules import cli

BOOK = "yancheng-2013-6"
ON = ("--rulebook", BOOK, "--on", "2015-12-31")
BREACHING = '{"community": {"id": "c1", "settlement": "urban", "households": 2350, "facility_area": 460}}'
UNKNOWN = '{"community": {"id": "c1"}}'


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands name files without a folder; nothing of the surroundings changes what they print."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    Path("breaching.json").write_text(BREACHING)
    Path("unknown.json").write_text(UNKNOWN)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process."""

    def ran(*words: str) -> Ran:
        status = cli.run(words)
        return Ran(status, *capsys.readouterr())

    return ran


def process(*words: str, env: dict[str, str] | None = None, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "civic_rules.cli", *words]
    surroundings = {**os.environ, **(env or {})}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]  # noqa: S603  our own command
        command, env=surroundings, check=False, timeout=60, **streams
    )


# Exit statuses


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("audit", "breaching.json", *ON), 1),
        (("audit", "unknown.json", *ON), 0),
        (("audit", "breaching.json", "--rulebook", BOOK, "--on", "2012-12-31"), 0),
        (("rulebooks",), 0),
        (("show", f"{BOOK}/facility-required-area"), 0),
        (("coverage", BOOK), 0),
        (("schema",), 0),
        (("example", "weihai"), 0),
        (("--help",), 0),
        (("audit", "--help"), 0),
    ],
)
def test_status(run: Run, words: tuple[str, ...], status: int) -> None:
    """Status 0 says no breach, 1 breaches; nothing is said on standard error."""
    ran = run(*words)
    assert (ran.status, ran.err) == (status, "")
    assert ran.out


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
    (("audit", "", *ON), ": this is a directory, not a file\n"),
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


def test_the_last_language_counts(run: Run) -> None:
    """An option that is given twice counts as it is given last, for messages as for reports."""
    assert run("coverage", "nowhere", "--lang", "zh", "--lang=en").err.startswith("civic-rules: no rulebook")
    assert run("coverage", "nowhere", "--lang=en", "--lang", "zh").err.startswith("civic-rules: 没有编号")


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


def test_control_characters_in_messages(run: Run) -> None:
    """What a user typed cannot steer the terminal."""
    assert run("audit", "a\x1b[31m.json", *ON).err == "civic-rules: a\\x1b[31m.json: there is no such file\n"


def test_a_fault_of_the_program_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside is said in a line, with a status of its own."""
    monkeypatch.setattr(cr, "read_entity", lambda *_, **__: 1 / 0)
    ran = run("audit", "breaching.json", *ON)
    said = "this is a fault of civic-rules itself, please report it: ZeroDivisionError('division by zero')"
    assert ran == Ran(3, "", f"civic-rules: {said}\n")


@pytest.mark.parametrize(
    ("error", "ran"),
    [
        (KeyboardInterrupt(), Ran(130, "", "")),
        (MemoryError(), Ran(2, "", "civic-rules: there is not enough memory for this\n")),
        (OSError(5, "Input/output error"), Ran(2, "", "civic-rules: [Errno 5] Input/output error\n")),
    ],
)
def test_interruptions(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, ran: Ran) -> None:
    """An interruption ends the command without a word, and what the system cannot do is said in a line."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cr, "read_entity", fail)
    assert run("audit", "breaching.json", *ON) == ran


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "内存不足"),
        (OSError(5, "Input/output error"), "读写出错"),
        (ZeroDivisionError("x"), "这是 civic-rules 自身的错误，请反馈：ZeroDivisionError('x')"),
    ],
)
def test_interruptions_in_chinese(run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    """What nobody can help is said in the language that was asked for."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cr, "read_entity", fail)
    assert run("audit", "breaching.json", *ON, "--lang", "zh").err == f"civic-rules: {told}\n"


# Output


def test_json(run: Run) -> None:
    """The JSON form is the report's own."""
    report = cr.audit(cr.read_entity("breaching.json"), cr.load(BOOK), on="2015-12-31")
    assert run("audit", "breaching.json", *ON, "--format", "json").out == report.to_json() + "\n"


def test_csv_files_begin_with_a_mark(run: Run) -> None:
    """A CSV file opens in Excel with its Chinese; on standard output there is no mark."""
    printed = run("audit", "breaching.json", *ON, "--format", "csv", "--lang", "zh").out
    assert run("audit", "breaching.json", *ON, "--format", "csv", "--lang", "zh", "--out", "a.csv") == Ran(1, "", "")
    assert Path("a.csv").read_bytes() == b"\xef\xbb\xbf" + printed.encode()
    rows = list(csv.DictReader(io.StringIO(printed)))
    row = next(row for row in rows if row["要求编号"] == "facility-required-area")
    told = ("结论", "违反", "实际值", "标准值", "单位", "差额")
    assert [row[name] for name in told] == ["未达标", "是", "460.0", "470.0", "平方米", "10.0"]


def test_tables_on_paper(run: Run) -> None:
    """A file gets the same table that is printed, without colours and without spaces at the ends of lines."""
    printed = run("audit", "breaching.json", *ON).out
    run("audit", "breaching.json", *ON, "--out", "a.txt")
    assert Path("a.txt").read_text("utf-8") == printed
    assert "\x1b" not in printed
    assert all(line == line.rstrip() for line in printed.splitlines())


def test_several_rulebooks_and_readings(run: Run) -> None:
    """A rulebook of one's own stands beside a known one, and a reading can be chosen."""
    own = json.loads(cr.load(BOOK).to_json())
    own["document"]["id"] = "own-1"
    text = json.dumps(own).replace(f'"document": "{BOOK}"', '"document": "own-1"')
    Path("own.json").write_text(text)
    words = ("--rulebook", "own.json", "--reading", "gap-minimum=floor-alone", "--format", "json")
    report = json.loads(run("audit", "breaching.json", *ON, *words).out)
    assert report["rulebooks"] == [BOOK, "own-1"]
    assert report["readings"] == {"gap-minimum": "floor-alone"}
    assert run("show", "facility-required-area", "--rulebook", "own.json").status == 0
    assert run("show", "own-1/facility-required-area", "--rulebook", "./own.json").status == 0
    assert run("coverage", "own.json").status == 0


def test_a_table_with_an_area(run: Run) -> None:
    """Options say what a table lists."""
    Path("t.csv").write_text("编号,户数\nc1,5\n", "utf-8")
    words = ("--id", "s1", "--name", "五星街道", "--kind", "街道", "--format", "json")
    report = json.loads(run("audit", "t.csv", *ON, *words).out)
    assert report["entity"] == {"kind": "street", "id": "s1", "name": "五星街道"}


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_table_of_an_area_that_nobody_named(run: Run, form: str) -> None:
    """Where nobody says which county a table lists, only its communities are judged, and that is said."""
    Path("t.csv").write_text("编号,户数\nc1,5\n", "utf-8")
    ran = run("audit", "t.csv", *ON, "--format", form, "--all")
    named = run("audit", "t.csv", *ON, "--format", form, "--all", "--id", "k1")
    assert ran.err == (
        "civic-rules: the table was taken as one county, t; what is asked of the county "
        "is left out (no --id or --name)\n"
    )
    assert named.err == ""
    assert "layout-plan" in named.out
    if form == "json":
        report = json.loads(ran.out)
        assert {one["entity_kind"] for one in report["findings"]} == {"community"}
        assert sum(report["counts"].values()) == len(report["findings"])
        assert any("layout-plan" in key for key in report["unjudged"])
    else:
        assert "layout-plan" not in ran.out


def test_schemas_come_without_warnings() -> None:
    """Nothing but the schema is printed."""
    ran = process("schema", "community")
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_examples_are_read_back(run: Run) -> None:
    """What `example` writes, `audit` reads."""
    assert run("example", "yancheng-district", "--out", "d.json") == Ran(0, "", "")
    assert cr.read_entity("d.json") == cr.examples.yancheng_district()
    assert run("audit", "d.json", *ON).status == 1


@pytest.mark.parametrize("kind", ["community", "社区", "county", "rulebook", "trace"])
def test_schemas(run: Run, kind: str) -> None:
    """A schema is JSON, by the English or the Chinese word."""
    assert json.loads(run("schema", kind).out)["type"] == "object"


def test_a_district_fits_on_a_few_pages(run: Run) -> None:
    """The table of a district of 40 communities is some pages long; everything is there on request."""
    run("example", "yancheng-district", "--out", "d.json")
    brief = run("audit", "d.json", *ON).out
    full = run("audit", "d.json", *ON, "--all").out
    findings = cr.audit(cr.examples.yancheng_district(), cr.load(BOOK), on="2015-12-31").findings
    assert len(brief.splitlines()) < 300
    assert len(full.splitlines()) > len(findings)


def test_explanations(run: Run) -> None:
    """On request every failure is explained in words."""
    report = cr.audit(cr.read_entity("breaching.json"), cr.load(BOOK), on="2015-12-31")
    told = run("audit", "breaching.json", *ON, "--explain").out
    for line in report["facility-required-area"].explain().splitlines():
        assert line[:60] in told


GAP = '{"county": {"id": "k1", "communities": [{"id": "c1", "has_facility": false, "has_recent_project": false}]}}'
AFTER = ("--rulebook", BOOK, "--on", "2013-04-01")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            ("What follows: 2", "└─ community c1 lies in county k1", "What is open: 4", "? status: The solution for"),
        ),
        ("zh", ("由此得出：2 项", "└─ 社区c1在县(市、区)k1之下", "尚不确定：4 项", "? 状态：缺口社区方案逾期未提出")),
    ],
)
def test_what_follows_is_told_as_a_tree(run: Run, lang: str, told: tuple[str, ...]) -> None:
    """The table ends with what follows and why, and with what is open, in both languages."""
    Path("gap.json").write_text(GAP)
    out = run("audit", "gap.json", *AFTER, "--lang", lang).out

    assert [line for line in told if line not in out] == []


def test_what_follows_as_a_trace_and_as_a_graph(run: Run) -> None:
    """`trace` has the published form, and `dot` is a graph, in the language that is asked for."""
    Path("gap.json").write_text(GAP)
    trace = json.loads(run("audit", "gap.json", *AFTER, "--format", "trace").out)
    graph = run("audit", "gap.json", *AFTER, "--format", "dot", "--lang", "zh").out

    assert (trace["schema"], len(trace["certain"]), len(trace["open"])) == ("civic.trace.v1", 2, 4)
    assert graph.startswith("digraph conclusions {")
    assert "缺口社区" in graph


def test_the_same_that_follows_of_many_is_told_once(run: Run) -> None:
    """Of what follows of several, one is told with why and the others are named; `--all` tells each."""
    communities = ",".join(
        f'{{"id": "c{n}", "has_facility": false, "has_recent_project": false, "gap_plan": {{"completed": true}}}}'
        for n in range(8)
    )
    Path("gap.json").write_text(f'{{"county": {{"id": "k1", "communities": [{communities}]}}}}')
    brief = run("audit", "gap.json", *AFTER).out
    full = run("audit", "gap.json", *AFTER, "--all").out

    assert "likewise: community c1; community c2; community c3; community c4; community c5 and 2 more" in brief
    assert brief.count("obligation: The county owes") == 1
    assert full.count("obligation: The county owes") == 8


# Odd places


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_chinese_in_any_locale(locale: dict[str, str]) -> None:
    """Chinese is printed as UTF-8 whatever the locale says."""
    ran = process("rulebooks", "--lang", "zh", env={"PYTHONCOERCECLOCALE": "0", **locale})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "盐城市人民政府" in ran.stdout.decode("utf-8")


def test_a_reader_that_stops() -> None:
    """`head` may close the pipe; nothing is said of it."""
    reading, writing = os.pipe()
    os.close(reading)
    ran = process("audit", "breaching.json", *ON, "--format", "json", stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk() -> None:
    """Where the output cannot be kept, that is said in a line."""
    with Path("/dev/full").open("wb") as full:
        ran = process("audit", "breaching.json", *ON, stdout=full)
    expected = b"civic-rules: standard output: cannot be written: No space left on device\n"
    assert (ran.returncode, ran.stderr) == (2, expected)


def test_no_output_at_all() -> None:
    """Where standard output and standard error are closed, the exit status still tells."""
    command = f"{sys.executable} -m civic_rules.cli audit breaching.json {' '.join(ON)} >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False, timeout=60).returncode == 1  # noqa: S602  only a shell closes them


def test_the_entry_point(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The script ends with the status."""
    monkeypatch.setattr(sys, "argv", ["civic-rules", "coverage", "yancheng"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    assert (
        capsys.readouterr().err == "civic-rules: no rulebook has the id 'yancheng'; did you mean 'yancheng-2013-6'?\n"
    )


def test_the_version(run: Run) -> None:
    """It is that of the package which is installed."""
    assert run("--version") == (0, f"civic-rules {version('civic-rules')}\n", "")


def test_the_package_runs_as_the_command() -> None:
    """`python -m civic_rules` does what the script does."""
    ran = subprocess.run([sys.executable, "-m", "civic_rules", "nowhere"], check=False, capture_output=True, timeout=60)

    assert (ran.returncode, ran.stderr) == (2, b"civic-rules: No such command 'nowhere'.\nTry 'civic-rules --help'.\n")


def test_a_report_does_not_replace_what_was_read(run: Run) -> None:
    """The file that is audited cannot be the file that the report is written to."""
    ran = run("audit", "breaching.json", *ON, "--out", "breaching.json")

    assert ran.status == cli.UNUSABLE
    assert "breaching.json is read by this audit" in " ".join(ran.err.split())
    assert Path("breaching.json").read_text() == BREACHING


# What the name of a file says


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--out", "a.csv"), "\ufeffrulebook,requirement,"),
        (("--out", "A.CSV"), "\ufeffrulebook,requirement,"),
        (("--out", "a.json"), "{"),
        (("--out", "a.dot"), "digraph"),
        (("--out", "a.gv"), "digraph"),
        (("--out", "a.txt"), "Community c1"),
        (("--out", "a"), "Community c1"),
        (("--out", "a.log", "--format", "csv"), "\ufeffrulebook,requirement,"),
        (("--out", "a.json", "--format", "trace"), '{\n  "schema": "civic.trace.v1"'),
        (("--out", "a.log", "--format", "table"), "Community c1"),
    ],
)
def test_the_name_of_a_file_says_its_form(run: Run, words: tuple[str, ...], begins: str) -> None:
    """Where no form is asked for; a name that says nothing is one of text, or of the form that is asked for."""
    assert run("audit", "breaching.json", *ON, *words) == Ran(1, "", "")

    assert Path(words[1]).read_text(encoding="utf-8").lstrip("\n").startswith(begins)


OTHER_NAMES = "; --format says the form of a file with any other name"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--out", "a.xlsx"), "a.xlsx: expected a name that ends in .txt, .json, .csv, .dot, .gv"),
        (("--out", "a.html"), "a.html: expected a name that ends in .txt, .json, .csv, .dot, .gv" + OTHER_NAMES),
        (("--out", "a.xlsx", "--format", "csv"), "a.xlsx: expected a name that ends in .csv, as --format is csv"),
        (("--out", "a.csv", "--format", "table"), "a.csv: expected a name that ends in .txt, as --format is table"),
        (("--out", "a.csv", "--format", "dot"), "a.csv: expected a name that ends in .dot or .gv, as --format is dot"),
        (("--out", "a.dot", "--format", "trace"), "a.dot: expected a name that ends in .json, as --format is trace"),
    ],
)
def test_a_name_and_a_form_that_disagree(run: Run, words: tuple[str, ...], message: str) -> None:
    """Nothing is written that another program could not open, or that somebody did not ask for."""
    before = sorted(Path().iterdir())

    assert run("audit", "breaching.json", *ON, *words) == Ran(
        2, "", f"civic-rules: Invalid value for --out: {message}\nTry 'civic-rules audit --help'.\n"
    )
    assert sorted(Path().iterdir()) == before


# Tables


@pytest.fixture
def table() -> pl.DataFrame:
    """Three communities as a Parquet file and as a CSV file."""
    made = pl.DataFrame(
        {
            "编号": ["c1", "c2", "=3"],
            "城乡类型": ["城市", "城市", "农村"],
            "户数": [2350, 2350, None],
            "服务用房面积": [455.0, 470.0, 300.0],
        }
    )
    made.write_parquet("table.parquet")
    made.write_csv("table.csv")
    return made


def test_a_parquet_file_is_judged_as_a_table(run: Run, table: pl.DataFrame) -> None:
    """The counts of each requirement are printed, and the columns that are missing are named."""
    ran = run("audit", "table.parquet", *ON)

    assert (ran.status, ran.err) == (1, "")
    assert f"{BOOK}/facility-required-area" in ran.out
    assert "columns that rules read and community does not have" in ran.out
    assert "requirements without a frame of what they ask of" in ran.out


@pytest.mark.parametrize("file", ["table.parquet", "table.csv"])
def test_findings_as_parquet(run: Run, table: pl.DataFrame, file: str) -> None:
    """Every finding of every row goes into a file, whether the table came as Parquet or as CSV."""
    assert run("audit", file, *ON, "--out", "findings.parquet") == Ran(1, "", "")

    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == f"{BOOK}/facility-required-area")
    assert found.select("entity", "verdict", "shortfall").rows() == [
        ("c1", "failed", 15),
        ("c2", "passed", None),
        ("=3", "failed", 100),
    ]


def test_findings_of_a_table_as_csv(run: Run, table: pl.DataFrame) -> None:
    """No cell is taken for a formula."""
    assert run("audit", "table.parquet", *ON, "--out", "findings.csv").status == 1

    with Path("findings.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["requirement"].endswith("/facility-required-area")]
    assert [(row["entity"], row["verdict"]) for row in rows] == [("c1", "failed"), ("c2", "passed"), ("'=3", "failed")]


@pytest.mark.parametrize("out", ["findings.parquet", "findings.csv"])
def test_tables_read_a_part_at_a_time(run: Run, table: pl.DataFrame, out: str) -> None:
    """The findings are the same, in the same order, and so are the counts."""
    pl.DataFrame({"id": ["w1", "w2"], "社区编号": ["c1", None], "享受社会保障": [False, True]}).write_parquet(
        "w.parquet"
    )
    words = ("audit", "table.parquet", *ON, "--with", "worker=w.parquet")
    counts = run(*words)
    assert run(*words, "--out", out) == Ran(1, "", "")
    whole = Path(out).rename(f"whole.{out}")

    assert run(*words, "--streaming", "--out", out) == Ran(1, "", "")
    assert run(*words, "--streaming") == counts

    read = pl.read_parquet if out.endswith("parquet") else pl.read_csv
    texts = pl.col("entity_kind", "requirement", "verdict").cast(pl.String)
    order = ["entity_kind", "requirement", "entity"]
    found, expected = (read(one).with_columns(texts).sort(order) for one in (out, whole))
    assert found.rows() == expected.rows()


def test_faults_of_tables_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """They are looked for before anything is written, so that no row is lost in silence."""
    table.with_columns(编号=pl.lit("c1"), 户数=-pl.col("户数")).write_parquet("wrong.parquet")
    before = sorted(Path().iterdir())

    ran = run("audit", "wrong.parquet", *ON, "--streaming", "--out", "findings.parquet")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(
        "civic-rules: tables: 2 faults\n  community: column '户数': expected at least 0 households"
    )
    assert "ids must be unique; these are given more than once, for instance 'c1'" in ran.err
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize("words", [(), ("--streaming",)])
def test_a_table_without_rows(run: Run, table: pl.DataFrame, words: tuple[str, ...]) -> None:
    """Nothing is wrong, and it is said that nothing was judged."""
    table.clear().write_parquet("empty.parquet")

    ran = run("audit", "empty.parquet", *ON, *words, "--out", "findings.parquet")

    assert ran == Ran(0, "", "civic-rules: nothing was judged: there is no row of what the rules ask of\n")
    assert pl.read_parquet("findings.parquet").is_empty()


def test_events_as_csv_beside_a_table_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """Their days are days."""
    events = "community_id,kind,on\n" + "".join(f"c1,funds-publication,2015-{m:02}-01\n" for m in range(1, 13))
    Path("events.csv").write_text(events)

    words = ("--with", "event=events.csv", "--streaming", "--out", "findings.parquet")
    assert run("audit", "table.parquet", *ON, *words) == Ran(1, "", "")
    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == f"{BOOK}/funds-publication")
    assert dict(found.select("entity", "verdict").rows()) == {"c1": "passed", "c2": "failed", "=3": "failed"}


def test_no_breach_in_a_table_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """Status 0, as of any other."""
    table.filter(pl.col("编号") == "c2").write_parquet("good.parquet")

    assert run("audit", "good.parquet", *ON, "--streaming", "--out", "findings.csv") == Ran(0, "", "")


def test_a_parquet_file_that_is_cut_off(run: Run, table: pl.DataFrame) -> None:
    """It is no fault of the program, and nothing is written, however it is read."""
    data = Path("table.parquet").read_bytes()
    Path("cut.parquet").write_bytes(data[: len(data) // 2])
    broken = bytearray(data)
    broken[4:200] = b"\x55" * 196
    Path("broken.parquet").write_bytes(broken)
    before = sorted(Path().iterdir())

    for words in ((), ("--streaming",)):
        ran = run("audit", "cut.parquet", *ON, *words, "--out", "findings.parquet")
        assert (ran.status, ran.err.partition(": parquet")[0]) == (2, "civic-rules: cut.parquet: no Parquet")
        ran = run("audit", "broken.parquet", *ON, *words, "--out", "findings.parquet")
        assert ran.status == 2
        assert ran.err.startswith("civic-rules: broken.parquet: cannot be read to its end: ")
    assert sorted(Path().iterdir()) == before


@pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")
def test_tables_of_a_duckdb_file(run: Run, table: pl.DataFrame) -> None:
    """They are named after two colons; members may lie in the same file."""
    import duckdb  # noqa: PLC0415  an extra

    with duckdb.connect("d.duckdb") as connection:
        connection.execute("CREATE TABLE communities AS SELECT * FROM 'table.parquet'")
        connection.execute(
            "CREATE TABLE staff AS SELECT 'w1' AS id, 'c1' AS community_id, false AS has_social_security"
        )

    words = ("--with", "worker=d.duckdb::staff", "--out", "findings.parquet")
    assert run("audit", "d.duckdb::communities", *ON, *words) == Ran(1, "", "")
    assert set(pl.read_parquet("findings.parquet")["entity_kind"]) == {"community", "worker"}
    message = "d.duckdb: expected a table of it, as in d.duckdb::TABLE, got ''; it has 'communities', 'staff'"
    assert run("audit", "d.duckdb", *ON) == Ran(2, "", f"civic-rules: {message}\n")
    assert run("audit", "d.duckdb::staff", *ON, "--out", "d.duckdb", "--format", "csv").status == 2


def test_tables_of_members(run: Run, table: pl.DataFrame) -> None:
    """What is asked of members is found in the tables beside."""
    pl.DataFrame({"id": ["w1"], "社区编号": ["c1"], "享受社会保障": [False]}).write_csv("staff.csv")

    ran = run("audit", "table.parquet", *ON, "--with", "工作人员=staff.csv", "--out", "findings.parquet")

    assert ran == Ran(1, "", "")
    assert set(pl.read_parquet("findings.parquet")["entity_kind"]) == {"community", "worker"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("none.parquet",), "none.parquet: there is no such file"),
        (("breaching.parquet",), "breaching.parquet: no Parquet: "),
        (("table.parquet", "--kind", "comunity"), "there is no kind of entity 'comunity'; did you mean 'community'?"),
        (
            ("table.parquet", "--with", "grid"),
            "Invalid value for --with: expected KIND=FILE, each kind once; got",
        ),
        (
            ("table.parquet", "--with", "grid=breaching.json"),
            "Invalid value for FILE: a table is read from Parquet, CSV or FILE.duckdb::TABLE; got 'breaching.json'",
        ),
        (("breaching.json", "--streaming"), "Invalid value for FILE: a table is read from Parquet, CSV or FILE.duckdb"),
        (
            ("d.duckdb::t", "--streaming"),
            "Invalid value for --streaming: a table of DuckDB is read whole; export it as Parquet first: d.duckdb::t",
        ),
        (
            ("table.parquet", "--out", "a.xlsx"),
            "Invalid value for --out: a.xlsx: expected a name that ends in .txt, .csv, .parquet\n",
        ),
        (
            ("table.parquet", "--out", "a.json"),
            "Invalid value for --out: a.json: expected a name that ends in .txt, .csv, .parquet; --format says",
        ),
        (
            ("table.parquet", "--out", "a.parquet", "--format", "csv"),
            "Invalid value for --out: a.parquet: expected a name that ends in .csv, as --format is csv",
        ),
        (
            ("none.parquet", "--out", "a.csv", "--format", "table"),
            "Invalid value for --out: a.csv: expected a name that ends in .txt, as --format is table",
        ),
        (
            ("table.parquet", "--format", "parquet"),
            "Invalid value for --out: name a file that ends in .csv or .parquet",
        ),
        (
            ("ragged.csv", "--out", "a.parquet"),
            "ragged.csv: 2 faults\n  row 3: 1 cell, but the header has 2\n  row 4: 3 cells, but the header has 2\n",
        ),
        (("table.parquet", "--format", "dot"), "Invalid value for --format: what follows is worked out for entities"),
        (("table.parquet", "--format", "json"), "Invalid value for --format: a table is written as Parquet or CSV"),
        (("table.parquet", "--format", "csv"), "Invalid value for --out: name a file that ends in .csv or .parquet"),
        (("table.parquet", "--out", "table.parquet"), "Invalid value for --out: table.parquet is read by this audit"),
        (
            ("table.parquet", "--out", "none/a.parquet"),
            "none/a.parquet: cannot be written: its directory",
        ),
        (("twice.csv", "--out", "a.parquet"), "twice.csv: columns share a header: 'households'"),
        (
            ("table.parquet", "--with", "community=table.parquet"),
            "Invalid value for --with: expected KIND=FILE, each kind once; got 'community=table.parquet'",
        ),
        (
            ("table.parquet", "--explain", "--id", "k1"),
            "Invalid value for --id, --explain: tables are judged whole, and every row by its own id: leave it out",
        ),
        (("table.parquet", "--segment", "regoin"), "tables: 1 fault\n  segments: 'regoin': no frame has such a column"),
        (("wrong.csv", "--out", "a.parquet"), "tables: 1 fault\n  community: column 'househols': a community has no"),
    ],
)
def test_unusable_tables(run: Run, table: pl.DataFrame, words: tuple[str, ...], message: str) -> None:
    """Status 2, one clear message, and no file that is half written."""
    Path("breaching.parquet").write_text(BREACHING)
    Path("twice.csv").write_text("id,households,households\na,1,2\n", "utf-8")
    Path("wrong.csv").write_text("id,househols\nc1,3\n")
    Path("ragged.csv").write_text("id,households\nc1,3\nc2\nc3,1,2\n")
    before = sorted(Path().iterdir())

    ran = run("audit", *words, *ON)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"civic-rules: {message}")
    assert sorted(Path().iterdir()) == before


def test_a_table_in_gb18030(run: Run) -> None:
    """Excel in China writes it."""
    Path("old.csv").write_text("编号,社会组织数\nc1,3\nc2,不详\n", encoding="gb18030")

    assert run("audit", "old.csv", *ON, "--out", "findings.parquet").status == 1

    key = f"{BOOK}/social-organisations-per-community"
    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == key)
    assert found["verdict"].to_list() == ["failed", "cannot_tell"]


def test_ids_that_begin_with_a_nought(run: Run) -> None:
    """They are names and stay as they are, on whatever lines between empty ones they stand."""
    Path("padded.csv").write_text("\n\nid,households\n\n007,1\n8,2350\n\n", "utf-8")
    Path("grids.csv").write_text("id,community_id,households\n01,007,1\n", "utf-8")

    ran = run("audit", "padded.csv", *ON, "--with", "grid=grids.csv", "--out", "findings.parquet")

    assert ran.err == ""
    found = pl.read_parquet("findings.parquet").filter(pl.col("entity_kind") == "community")
    assert set(found["entity"]) == {"007", "8"}
