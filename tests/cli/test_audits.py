"""`audit` of entities: forms of output, options, and what follows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import civic_rules as cr
from tests.cli.running import BOOK, ON, Ran, Run


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
