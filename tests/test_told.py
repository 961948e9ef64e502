"""What users are told of what they asked for, in these words of either language."""

from __future__ import annotations

from typing import Any, NamedTuple

import polars as pl
import pytest

import civic_rules as cr
from civic_rules import reasons, units
from civic_rules.audit.auditing import day_of
from civic_rules.errors import CivicRulesError, did_you_mean
from civic_rules.expressions.parsing import parse
from civic_rules.testing.cases import parse_cases

BOOK = cr.load("yancheng-2013-6")


class Asked(NamedTuple):
    """What is asked for, and what is said of it in each language."""

    call: Any
    en: str
    zh: str


COMMUNITY = cr.Community(id="c1")
TABLE = pl.DataFrame({"id": ["c1", "c2"], "social_organisations": [3, 8]})
PARTED = pl.DataFrame({"id": ["c1", "c2"], "part": [[1], [2]]})
REPORT = cr.audit(COMMUNITY, BOOK, on="2015-12-31")

ASKED: dict[str, Asked] = {
    "a rulebook": Asked(
        lambda: cr.load("yantai-2032"),
        "no rulebook has the id 'yantai-2032'; did you mean 'yantai-2023'?",
        "没有编号为 'yantai-2032' 的规则册；是否想写 'yantai-2023'？",
    ),
    "a rule": Asked(
        lambda: BOOK["facility-require-area"],
        "yancheng-2013-6 has no rule 'facility-require-area'; did you mean 'facility-required-area'?",
        "yancheng-2013-6 中没有规则 'facility-require-area'；是否想写 'facility-required-area'？",
    ),
    "a finding": Asked(
        lambda: REPORT["zzz"],
        "no rulebook of this audit has 'zzz'",
        "这次核查的规则册中没有 'zzz'",
    ),
    "a finding of another kind": Asked(
        lambda: REPORT["county-coordination-body"],
        "yancheng-2013-6/county-coordination-body is asked of a county, not of a community: "
        "see report.for_requirement('county-coordination-body') or report.for_entity(id)",
        "yancheng-2013-6/county-coordination-body 是对县(市、区)的要求，不是对社区的："
        "请用 report.for_requirement('county-coordination-body') 或 report.for_entity(id)",
    ),
    "an entity": Asked(
        lambda: REPORT.for_entity("c2"),
        "the report has no entity 'c2'",
        "报告中没有对象 'c2'",
    ),
    "a reading": Asked(
        lambda: cr.audit(COMMUNITY, BOOK, on="2015-12-31", readings={"gap-minimun": "x"}),
        "no rulebook has a reading 'gap-minimun'; did you mean 'gap-minimum'?",
        "规则册中没有解读 'gap-minimun'；是否想写 'gap-minimum'？",
    ),
    "an option": Asked(
        lambda: cr.audit(COMMUNITY, BOOK, on="2015-12-31", readings={"gap-minimum": "floor"}),
        "reading 'gap-minimum' has the options required-area, floor-alone; got 'floor'; did you mean 'floor-alone'?",
        "解读 'gap-minimum' 的选项有 required-area、floor-alone；实为 'floor'；是否想写 'floor-alone'？",
    ),
    "a day": Asked(
        lambda: day_of("soon"),
        "expected a day such as 2015-12-31, got 'soon'",
        "应为日期（如 2015-12-31），实为 'soon'",
    ),
    "a day of another century": Asked(
        lambda: day_of("1066-10-14"),
        "expected a day from 1900-01-01 to 2199-12-31, got '1066-10-14'",
        "应为 1900-01-01 至 2199-12-31 之间的日期，实为 '1066-10-14'",
    ),
    "two entities of one id": Asked(
        lambda: cr.audit(cr.County(id="k", communities=[COMMUNITY, COMMUNITY]), BOOK, on="2015-12-31"),
        "ids must be unique among entities of one kind; given more than once: community 'c1'",
        "同一种对象的编号不能重复；重复的有：社区 'c1'",
    ),
    "a language": Asked(
        lambda: REPORT.findings[0].explain("fr"),  # type: ignore[arg-type]
        "findings are explained in en and zh; got 'fr'",
        "核查结果用 en 或 zh 说明；实为 'fr'",
    ),
    "two rulebooks of one id": Asked(
        lambda: cr.audit(COMMUNITY, [BOOK, cr.Rulebook(BOOK.document, tuple(BOOK)[:1])], on="2015-12-31"),
        "two different rulebooks have the id yancheng-2013-6: what is found is told apart by it",
        "两个不同的规则册编号同为 yancheng-2013-6：核查结果要靠编号区分",
    ),
    "something else than an entity": Asked(
        lambda: cr.audit("c1", BOOK, on="2015-12-31"),  # type: ignore[arg-type]
        "expected an entity such as Community(id=...), got 'c1'",
        "应为对象，如 Community(id=...)，实为 'c1'",
    ),
    "something else than an entity of a session": Asked(
        lambda: cr.Session(BOOK, on="2015-12-31").add("c1"),  # type: ignore[arg-type]
        "expected an entity such as Community(id=...) or an event, got 'c1'",
        "应为对象（如 Community(id=...)）或事项，实为 'c1'",
    ),
    "frames without their kinds": Asked(
        lambda: cr.audit_tables([], BOOK, on="2015-12-31"),  # type: ignore[arg-type]
        'expected frames by what a row of them is, as in {"community": frame}; got []',
        '应按每行是哪种对象给出数据表，如 {"community": frame}；实为 []',
    ),
    "segments that are no names": Asked(
        lambda: cr.audit_table(TABLE, BOOK, on="2015-12-31", segments=5),  # type: ignore[arg-type]
        "expected segments by name, got 5",
        "应为文字形式的分组列名，实为 5",
    ),
    "columns that are no names": Asked(
        lambda: cr.audit_table(TABLE, BOOK, on="2015-12-31").summary(by=5),
        "expected columns by name, got 5",
        "应为文字形式的列名，实为 5",
    ),
    "requirements that are no keys": Asked(
        lambda: cr.audit_table(TABLE, BOOK, on="2015-12-31").long(requirements=5),
        "expected requirements by name, got 5",
        "应为文字形式的要求的编号，实为 5",
    ),
    "progress that is no function": Asked(
        lambda: cr.audit_table(TABLE, BOOK, on="2015-12-31", progress=5),  # type: ignore[arg-type]
        "progress: expected a function of the rows that are done and of all rows, got 5",
        "progress：应为以已完成行数和总行数为参数的函数，实为 5",
    ),
    "a column by which nothing is grouped": Asked(
        lambda: cr.audit_table(PARTED, BOOK, on="2015-12-31", segments=["part"]).summary(by="part"),
        (
            "the column 'part' of community holds lists (List(Int64)): results are grouped by texts, numbers, truths "
            "and days"
        ),
        "社区的列 'part' 的类型是列表（List(Int64)）：结果只能按文字、数、是否和日期分组",
    ),
    "a share that is not tolerated": Asked(
        lambda: cr.audit_table(TABLE, BOOK, on="2015-12-31").assert_within(),
        "more than 10.0% fail of 1 requirement\n  yancheng-2013-6/social-organisations-per-community: 50.0%",
        "1 项要求的未达标比例超过 10.0%\n  yancheng-2013-6/social-organisations-per-community：50.0%",
    ),
    "a field of a rule": Asked(
        lambda: cr.subject("community").househols,
        "Community has no field 'househols'; did you mean 'households'?",
        "社区没有字段 'househols'；是否想写 'households'？",
    ),
    "a clause": Asked(
        lambda: BOOK.document.clause("三(7)"),
        "yancheng-2013-6 has no clause '三(7)'; did you mean '三(六)'?",
        "yancheng-2013-6 中没有条款 '三(7)'；是否想写 '三(六)'？",
    ),
    "two rules of one key": Asked(
        lambda: cr.Rulebook(BOOK.document, (BOOK.rules[0], BOOK.rules[0])),
        f"yancheng-2013-6: two rules have or cover the key {BOOK.rules[0].key!r}",
        f"yancheng-2013-6：有两条规则具有或涵盖编号 {BOOK.rules[0].key!r}",
    ),
    "a formula": Asked(
        lambda: parse("community.facility_area >= 400"),
        "at character 28: found 400, expected a quantity in quotation marks such as '10 worker'",
        "第 28 个字符处：此处为 400，应为引号中的数量，如 '10 worker'",
    ),
    "a formula without syntax": Asked(
        lambda: parse("(community.households"),
        "at character 1: found '(community.household', expected a formula ('(' was never closed)",
        "第 1 个字符处：此处为 '(community.household'，应为公式（'(' 没有闭合）",
    ),
    "a unit": Asked(
        lambda: units.check_unit("househol"),
        "'househol' is not a known unit; did you mean 'household'?",
        "'househol' 不是已知的单位；是否想写 'household'？",
    ),
    "a unit of something else": Asked(
        lambda: units.factor("kg", "m²"),
        "kg cannot become m²: kg is a mass, m² an area",
        "kg 不能换算成平方米：kg 是质量，平方米是面积",
    ),
    "an entity of a session": Asked(
        lambda: cr.Session(BOOK, on="2015-12-31").remove("c1"),
        "the session has no entity 'c1'",
        "会话中没有对象 'c1'",
    ),
    "a case": Asked(
        lambda: parse_cases("- {name: a, on: x, given: {comunity: {}}, expect: {a: pased}}", "c.yaml"),
        "c.yaml: 3 faults\n"
        "  case 'a', on: expected a date such as 2015-12-31, got 'x'\n"
        "  case 'a', given: there is no kind of entity 'comunity'; did you mean 'community'?\n"
        "  case 'a', expect.a.verdict: there is no verdict 'pased'; did you mean 'passed'?",
        "c.yaml：3 处有误\n"
        "  案例 'a'，on：应为日期（如 2015-12-31），实为 'x'\n"
        "  案例 'a'，given：没有 'comunity' 这种对象；是否想写 'community'？\n"
        "  案例 'a'，expect.a.verdict：没有 'pased' 这种结论；是否想写 'passed'？",
    ),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_what_is_not_there_is_said_in_both_languages(asked: Asked) -> None:
    """Unknown names, days and units, and what is wrong with cases, in these words."""
    with pytest.raises(CivicRulesError) as caught:
        asked.call()
    assert (str(caught.value), caught.value.text("zh")) == (asked.en, asked.zh)


def test_a_difference_of_a_case_is_said_in_both_languages() -> None:
    """What an audit says otherwise than a case expects, with the figures."""
    text = """
- name: 469.9 m² are less than 2,350 households need
  on: 2015-12-31
  given: {community: {id: c1, households: 2350, facility_area: 469.9}}
  expect: {facility-required-area: {verdict: passed, is_breach: false}, county-coordination-body: passed}
  conclusions: {gap-community: follows, gap-comunity: absent}
"""
    [case] = parse_cases(text)
    assert [one.zh for one in case.check(BOOK)] == [
        "facility-required-area：结论应为 passed，实为 failed（实测值 469.9，限值 470）",
        "facility-required-area：是否违反应为 否（false），实为 是（true）",
        (
            "county-coordination-body：yancheng-2013-6/county-coordination-body 是对县(市、区)的要求，不是对社区的："
            "请用 report.for_requirement('county-coordination-body') 或 report.for_entity(id)"
        ),
        "gap-community：应为 follows，实为 open",
        "gap-comunity：规则册中没有这个推论；是否想写 'gap-community'？",
    ]


def test_a_hint_is_in_both_languages() -> None:
    """The nearest name is the same in both."""
    hint = did_you_mean("househols", ["households"])
    assert (hint, hint.zh) == ("; did you mean 'households'?", "；是否想写 'households'？")


@pytest.mark.parametrize(
    ("error", "zh"),
    [
        (PermissionError(13, "Permission denied"), "没有权限"),
        (OSError(28, "No space left on device"), "磁盘空间不足"),
        (OSError(999, "Unheard of"), "unheard of"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), "有无法编码的字符（"),
    ],
)
def test_what_the_system_says(error: OSError | UnicodeError, zh: str) -> None:
    """Its usual words are Chinese; others stay what they are."""
    assert reasons.of_system(error).zh.startswith(zh)
