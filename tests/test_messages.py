"""Messages in both languages: every one has both, of the same values, and none is half in one and half in the other."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from pydantic import ValidationError

import civic_rules as cr
from civic_rules import units
from civic_rules.audit.auditing import day_of
from civic_rules.entities import ENTITY_TYPES
from civic_rules.entities.base import Record
from civic_rules.entities.fields import fault_message
from civic_rules.errors import (
    CivicRulesError,
    DataError,
    Fault,
    InvalidCaseError,
    InvalidEntityError,
    InvalidTableError,
    UnknownNameError,
    UnreadableFileError,
    UnwritableFileError,
    did_you_mean,
)
from civic_rules.intake import reasons
from civic_rules.messages import Message, both, english_only, joined, said
from civic_rules.testing.cases import parse_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(cr.__file__).parent
BOOK = cr.load("yancheng-2013-6")
CHINESE = re.compile("[\u4e00-\u9fff]")


# -- every message has both languages --------------------------------------------------------------------------


class Said(NamedTuple):
    """A call that makes a message, where it stands in the source."""

    where: str
    call: ast.Call


def calls(name: str) -> Iterator[Said]:
    """The calls of a function in the package."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield Said(f"{file.relative_to(ROOT)}:{node.lineno}", node)


def text_of(node: ast.expr) -> str | None:
    """A text that stands in the source as it is."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def names_in(template: str) -> set[str]:
    """The names of the values that a template has."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


SAID = [pytest.param(one, id=one.where) for one in calls("said")]


@pytest.mark.parametrize("one", SAID)
def test_both_templates_have_the_same_values(one: Said) -> None:
    """The English and the Chinese stand side by side, with the same values, and every value that is given is said."""
    en, zh = (text_of(arg) for arg in one.call.args)
    assert en is not None
    assert zh is not None
    given = {keyword.arg for keyword in one.call.keywords}
    assert names_in(en) == names_in(zh)
    assert None in given or names_in(en) == given


@pytest.mark.parametrize("one", SAID)
def test_a_chinese_template_is_chinese(one: Said) -> None:
    """What is not a value is Chinese, or a sign that both languages have."""
    en, zh = (str(text_of(arg)) for arg in one.call.args)
    words = "".join(literal for literal, _, _, _ in string.Formatter().parse(en))
    assert CHINESE.search(zh) or zh[:1] in "，；：（" or not re.search("[A-Za-z]", words)


def test_there_are_many_messages() -> None:
    """The two laws above look at the messages of all rooms."""
    assert len(SAID) >= 100


@pytest.mark.parametrize("one", [pytest.param(one, id=one.where) for one in calls("both")])
def test_a_pair_of_texts_has_a_chinese_one(one: Said) -> None:
    """Of two texts that stand in the source the second is Chinese, unless it is a name that both languages have."""
    en, zh = (text_of(arg) for arg in one.call.args)
    if en is not None:
        assert zh is None or CHINESE.search(zh) or en == zh


# -- what a message is -----------------------------------------------------------------------------------------


def test_a_message_is_its_english() -> None:
    """To a program that knows nothing of languages a message is a text in English."""
    message = said("row {row}: {what}", "第 {row} 行：{what}", row=3, what=both("no id", "没有编号"))
    assert message == "row 3: no id"
    assert f"{message}" == "row 3: no id"
    assert message.zh == "第 3 行：没有编号"
    assert (message.in_("en"), message.in_("zh")) == ("row 3: no id", "第 3 行：没有编号")
    assert message.values["row"] == 3


def test_braces_in_values_are_no_places() -> None:
    """What a user wrote is never taken for a template."""
    assert said("got {given}", "实为 {given}", given="{x}").zh == "实为 {x}"
    assert both("{x}", "{y}").zh == "{y}"


def test_messages_are_put_together() -> None:
    """What is added or joined stays in its language; what is no message is the same in both."""
    message = both("one", "一") + "; " + joined([both("two", "二"), "3"])
    assert (message, message.zh) == ("one; two, 3", "一; 二、3")
    assert not Message()


def test_english_only_stays_what_it_is() -> None:
    """A message that is in both languages is not made English by being passed on."""
    assert english_only(both("one", "一")).zh == "一"
    assert english_only("one").zh == "one"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_a_message_is_copied_and_pickled(again: Any) -> None:  # noqa: ANN401
    """Both texts and the values come back."""
    message = said("got {what}", "实为 {what}", what=both("a day", "日期"))
    other = again(message)
    assert (other, other.zh, other.values["what"].zh) == (message, message.zh, "日期")


# -- errors ----------------------------------------------------------------------------------------------------

FAULT = Fault(said("row {row}", "第 {row} 行", row=2), both("no id", "没有编号"), 5)

ERRORS: list[tuple[CivicRulesError, str, str]] = [
    (DataError(both("bad", "有误")), "bad", "有误"),
    (UnknownNameError(both("no such name", "没有这个名称")), "no such name", "没有这个名称"),
    (InvalidEntityError("a.json", [FAULT]), "a.json: 1 fault\n  row 2: no id", "a.json：1 处有误\n  第 2 行：没有编号"),
    (
        InvalidTableError([FAULT] * 2),
        "tables: 2 faults" + "\n  row 2: no id" * 2,
        "数据表：2 处有误" + "\n  第 2 行：没有编号" * 2,
    ),
    (InvalidCaseError("c.yaml", []), "c.yaml: 0 faults", "c.yaml：0 处有误"),
    (UnreadableFileError("a.json", both("empty", "是空的")), "a.json: empty", "a.json：是空的"),
    (UnwritableFileError("a.json", both("full", "满了")), "a.json: cannot be written: full", "a.json：无法写入：满了"),
    (CivicRulesError("for programmers"), "for programmers", "for programmers"),
    (CivicRulesError(), "", ""),
]


@pytest.mark.parametrize(("error", "en", "zh"), ERRORS)
def test_an_error_is_told_in_either_language(error: CivicRulesError, en: str, zh: str) -> None:
    """An error is English unless it is asked for Chinese, and it is so too when it comes from another process."""
    for one in (error, pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301  made here
        assert (str(one), one.text(), one.text("zh")) == (en, en, zh)


def test_many_faults_are_cut_in_both_languages() -> None:
    """The message lists the first of many faults and says how many more there are."""
    error = InvalidEntityError("a.json", [FAULT] * 60)
    assert error.text("zh").splitlines()[-1] == "  ……另有 10 处"
    assert str(error).splitlines()[-1] == "  … and 10 more"


# -- nothing is half in one language ---------------------------------------------------------------------------


def left_in_english(zh: str) -> list[str]:
    """English words that follow each other in a Chinese message; what a user wrote stands in quotes."""
    own = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|<[^>]*>", "", zh)
    return re.findall(r"[a-z]{2,} [a-z]{2,}", own)


ODD: list[Any] = [
    *("若干", "430 kg", "1500 residents", "430 hectar", "9 " * 80, "1e400", "", "?", "2013-02-30", "3013-01-01"),
    *(-1, 1e300, float("nan"), float("inf"), True, None, object(), 3 + 4j, b"x", ("a",), [None], [{}], ["x", "教育"]),
    *({"x": True}, {"教育": None}, {"completed": "x"}, {"done": False, "on": "2013-03-01"}, {1: 2}),
]
"""Values that some field or other cannot use."""


@pytest.mark.parametrize("model", ENTITY_TYPES.values(), ids=lambda model: model.kind)
def test_every_fault_of_every_field_is_chinese(model: type[cr.entities.Entity]) -> None:
    """Whatever is wrong with a field, of whatever kind, is said in Chinese from end to end."""
    faults = 0
    for name in model.model_fields:
        for value in ODD:
            try:
                model.model_validate({"id": "1", name: value})
            except ValidationError as error:
                for line in error.errors(include_url=False):
                    message = fault_message(line)
                    faults += 1
                    assert CHINESE.search(message.zh), (name, value, message.zh)
                    assert not left_in_english(message.zh), (name, value, message.zh)
                    assert message == line["msg"]
    assert faults > 3 * len(model.model_fields)


def test_pydantic_itself_is_not_heard() -> None:
    """What Pydantic says of a field that is no field of ours is passed on, in a Chinese sentence."""

    class Odd(Record):
        number: int

    with pytest.raises(ValidationError) as caught:
        Odd.model_validate({"number": "x"})
    [line] = caught.value.errors(include_url=False)
    assert fault_message(line).zh.startswith("无法使用（Input should be")


# -- the table of what users meet ------------------------------------------------------------------------------


class Asked(NamedTuple):
    """What is asked for, and what is said of it in each language."""

    call: Any
    en: str
    zh: str


COMMUNITY = cr.Community(id="c1")
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
