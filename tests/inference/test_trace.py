"""Traces: the form civic.trace.v1 with its published schema, the graph, and the words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.inference import trace_schema
from civic_rules.inference.trace import TraceData
from civic_rules.testing.strategies import audit_days, entities

ROOT = Path(__file__).parents[2]
YANCHENG = cr.load("yancheng-2013-6")

CITY = cr.City(
    id="y",
    name="盐城市",
    counties=[
        cr.County(
            id="k1",
            communities=[
                cr.Community(id="c1", has_facility=False, has_recent_project=False, gap_plan={"completed": False}),
                cr.Community(id="c2", has_facility=False),
            ],
        )
    ],
)
REPORT = cr.audit(CITY, YANCHENG, on="2013-06-01")


def nodes_of(trace: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The nodes by id."""
    return {node["id"]: node for node in trace["nodes"]}


def test_published_schema_is_that_of_the_code() -> None:
    """The schema in the documents is the one that traces are checked against."""
    published = json.loads((ROOT / "docs" / "civic.trace.v1.json").read_text(encoding="utf-8"))

    assert published == trace_schema()


@settings(max_examples=max(5, settings().max_examples // 8))
@given(data=st.data(), rulebook_id=st.sampled_from([one for one in cr.available() if cr.load(one).consequences]))
def test_every_trace_has_the_form(data: st.DataObject, rulebook_id: str) -> None:
    """Whatever follows, the trace has the published form, each node once, and no ground without its node."""
    book = cr.load(rulebook_id)
    entity = data.draw(entities("city", book, members=1) | entities("community", book))
    trace = cr.audit(entity, book, on=data.draw(audit_days(book))).conclusions.trace()
    TraceData.model_validate(json.loads(json.dumps(trace)))
    names = [node["id"] for node in trace["nodes"]]
    grounds = [one["node"] for node in trace["nodes"] for why in node.get("reasons", ()) for one in why["grounds"]]

    assert len(set(names)) == len(names)
    assert {*grounds, *trace["certain"], *trace["open"]} <= set(names)


def test_trace_leads_from_the_escalation_to_the_leaves() -> None:
    """From the escalation the grounds lead to the finding, the circumstance and who lies where."""
    trace = REPORT.conclusions.trace()
    nodes = nodes_of(trace)
    waiting = [name for name in trace["certain"] if nodes[name]["conclusion"].endswith("/gap-plan-to-committee")]
    seen: list[str] = []
    while waiting:
        name = waiting.pop()
        seen.append(nodes[name]["type"])
        waiting += [one["node"] for why in nodes[name].get("reasons", ()) for one in why["grounds"]]

    assert sorted(seen) == ["circumstance", *["conclusion"] * 4, "finding", "member", "member"]


def test_open_nodes_say_what_is_missing() -> None:
    """What is open stands apart and names what would settle it."""
    trace = REPORT.conclusions.trace()
    nodes = nodes_of(trace)

    assert {nodes[one]["is_certain"] for one in trace["open"]} == {False}
    assert all(nodes[one]["missing"] for one in trace["open"])


QUOTED = r'"(?:[^"\\]|\\.)*"'
"""A text in the language of Graphviz: no quote that is not escaped, and no backslash that escapes its end."""

LINE = re.compile(rf"  \w+(?: -> \w+)?(?: \[\w+=(?:{QUOTED}|\w+)(?:, \w+=(?:{QUOTED}|\w+))*\])?;")
"""A node or an edge."""


@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip))
@example('"];\n}')
@example("c\\")
@example('\\"')
@example("<b>\u2028\x85")
def test_no_name_breaks_out_of_a_graph(name: str) -> None:
    """Whatever a name holds, every line of a graph is a node or an edge, and the name stands in one of them."""
    nasty = cr.Community(id="c1", name=name, has_facility=False, has_recent_project=False)
    drawn = cr.audit(cr.County(id="k", communities=[nasty]), YANCHENG, on="2013-02-01").conclusions.to_dot()
    start, rank, shape, *lines, end = drawn.split("\n")[:-1]

    assert (start, rank, end) == ("digraph conclusions {", "  rankdir=BT;", "}")
    assert shape.startswith("  node [")
    assert [line for line in lines if LINE.fullmatch(line) is None] == []
    assert len(lines) > 10


def test_graph_is_one_that_graphviz_draws() -> None:
    """The graph is in the language of Graphviz, whatever a name holds."""
    nasty = cr.Community(id='c"1\\', name='"];\n}', has_facility=False, has_recent_project=False)
    drawn = cr.audit(cr.County(id="k", communities=[nasty]), YANCHENG, on="2013-02-01").conclusions.to_dot("zh")
    dot = shutil.which("dot")
    if dot is not None:
        made = subprocess.run([dot, "-Tdot"], input=drawn, capture_output=True, text=True, check=False)  # noqa: S603
        assert made.returncode == 0

    assert drawn.startswith("digraph conclusions {\n")
    assert [line for line in drawn.splitlines() if not line.endswith((";", "{", "}"))] == []
    assert '社区c\\"1\\\\' in drawn


def test_graph_tells_certain_from_open_and_wanted_from_unwanted() -> None:
    """What is open is dashed, and what may not be there is joined by a tee."""
    open_city = CITY.model_copy(update={"facility_share": 50})
    drawn = cr.audit(open_city, YANCHENG, on="2015-12-31").conclusions.to_dot()

    assert 'style="rounded"' in drawn
    assert 'style="rounded,dashed"' in drawn
    assert "arrowhead=tee" in drawn


TREE = """\
escalation: The overdue solution goes to the city's committee; city y (盐城市), about community c1; \
to the city's committee for community building
│  by yancheng-2013-6, clause 二(三): “社区委员会”、“督促检查”
├─ status: The solution for the community is overdue; county k1, about community c1
│  │  by yancheng-2013-6, clause 三(六): “2013年3月底前”、“解决方案”
│  ├─ obligation: The county owes a solution for the community; county k1, about community c1; \
owed by county governments; due 2013-03-31 (overdue)
│  │  │  by yancheng-2013-6, clause 三(六): “2013年3月底前”、“逐个社区”、“解决方案”
│  │  ├─ status: Community without enough room; community c1
│  │  │  │  by yancheng-2013-6, clause 三(六): “达不到最低标准”、“开发项目规模较小”
│  │  │  └─ community c1: Too little room, and no development that can supply it \
(has facility: no; facility area: not known; households: not known; has recent project: no; \
recent project can supply: not known)
│  │  └─ community c1 lies in county k1
│  └─ community c1: A solution for each community without enough room: failed, a breach, due 2013-03-31, overdue
└─ county k1 lies in city y (盐城市)"""

TREE_ZH = """\
上报督办：逾期方案交市社区委员会督促检查，市y（盐城市），关于社区c1；交市社区委员会
│  依据：yancheng-2013-6 二(三)：“社区委员会”、“督促检查”
├─ 状态：缺口社区方案逾期未提出，县(市、区)k1，关于社区c1
│  │  依据：yancheng-2013-6 三(六)：“2013年3月底前”、“解决方案”
│  ├─ 义务：县（市、区）须提出该社区的解决方案，县(市、区)k1，关于社区c1；由各县（市、区）政府；期限2013-03-31（已逾期）
│  │  │  依据：yancheng-2013-6 三(六)：“2013年3月底前”、“逐个社区”、“解决方案”
│  │  ├─ 状态：缺口社区，社区c1
│  │  │  │  依据：yancheng-2013-6 三(六)：“达不到最低标准”、“开发项目规模较小”
│  │  │  └─ 社区c1：用房不足且没有可依托的项目\
（有服务用房：否；服务用房面积：不明；户数：不明；近年有开发项目：否；项目可代建用房：不明）
│  │  └─ 社区c1在县(市、区)k1之下
│  └─ 社区c1：缺口社区逐一提出解决方案——未达标，违反，期限2013-03-31，已逾期
└─ 县(市、区)k1在市y（盐城市）之下"""


@pytest.mark.parametrize(("lang", "tree"), [("en", TREE), ("zh", TREE_ZH)])
def test_why_as_a_tree(lang: Any, tree: str) -> None:  # noqa: ANN401  one of two languages
    """A conclusion is told with its clause and everything that it rests on."""
    [found] = REPORT.conclusions.of("gap-plan-to-committee")

    assert found.explain(lang) == tree
    assert REPORT.conclusions.explain(lang).count(tree) == 1


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "en",
            (
                "? status: Community without enough room; community c2; it depends on "
                "community c2: has_recent_project, community c2: recent_project_can_supply"
            ),
        ),
        ("zh", "? 状态：缺口社区，社区c2；取决于：社区c2的近年有开发项目、社区c2的项目可代建用房"),
    ],
)
def test_what_is_open_names_what_would_settle_it(lang: Any, line: str) -> None:  # noqa: ANN401  one of two languages
    """An open conclusion is told on one line, with the fields that would settle it."""
    assert line in REPORT.conclusions.explain(lang).splitlines()


def test_place_that_was_not_handed_in_has_words() -> None:
    """A county that was not handed in is told by what lies in it."""
    alone = cr.Community(id="c1", has_facility=False, has_recent_project=False)
    [found] = cr.audit(alone, YANCHENG, on="2013-02-01").conclusions.of("gap-plan-owed")

    assert "the county of community c1, about community c1" in found.explain("en")
    assert "社区c1所在的县(市、区)，关于社区c1" in found.explain("zh")
