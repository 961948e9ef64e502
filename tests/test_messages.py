"""Messages in both languages: every one has both, of the same values, and none is half in one and half in the other."""

from __future__ import annotations

import ast
import copy
import inspect
import json
import pickle
import re
import string
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES
from civic_rules.entities.base import Record
from civic_rules.entities.fields import fault_message
from civic_rules.errors import (
    ChainingError,
    CivicRulesError,
    DataError,
    Fault,
    InvalidCaseError,
    InvalidEntityError,
    InvalidRulebookError,
    InvalidTableError,
    KindMismatchError,
    ToleranceExceededError,
    UnknownFieldError,
    UnknownNameError,
    UnreadableFileError,
    UnsafeVariableError,
    UnwritableFileError,
)
from civic_rules.intake import parse_yaml
from civic_rules.messages import Message, both, english_only, filled, joined, no_json, said, spaced
from tests.chinese import CHINESE, left_in_english

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(cr.__file__).parent
HERE = Path(__file__).parent


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


# -- no message is a bare text ---------------------------------------------------------------------------------


def errors(of: type[CivicRulesError] = CivicRulesError) -> Iterator[type[CivicRulesError]]:
    """Every exception of the package but their base."""
    for one in of.__subclasses__():
        yield one
        yield from errors(one)


TAKEN = {one.__name__: list(inspect.signature(one).parameters.values()) for one in (*errors(), Fault)}
"""What each exception is made of."""


class Given(NamedTuple):
    """What stands in the source where a message should stand, and what a name meant before it stood there."""

    where: str
    argument: ast.expr
    named: dict[str, list[ast.expr]]


def told(body: ast.AST, file: str) -> Iterator[Given]:
    """What the exceptions and faults that are made in a piece of source are given as their messages."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(body):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(body):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TAKEN:
            by_name = {keyword.arg: keyword.value for keyword in node.keywords}
            for parameter, argument in zip_longest(TAKEN[node.func.id], node.args):
                if parameter is not None and str(parameter.annotation) == "Message":
                    found = argument or by_name.get(parameter.name)
                    if found is not None:
                        yield Given(f"{file}:{node.lineno}", found, named)


def is_bare(node: ast.expr) -> bool:
    """Whether something is a text in one language."""
    match node:
        case ast.Constant(value=str(text)):
            return bool(text)
        case ast.BinOp(left=left, right=right):
            return is_bare(left) or is_bare(right)
        case ast.JoinedStr() | ast.Call(func=ast.Name(id="str" | "english_only")):
            return True
    return False


def texts_of(given: Given) -> list[str]:
    """The bare texts that may stand there."""
    meant = given.named.get(given.argument.id, []) if isinstance(given.argument, ast.Name) else [given.argument]
    return [ast.unparse(one) for one in meant if is_bare(one)]


def test_no_exception_is_told_in_english_alone() -> None:
    """What is said of whatever is wrong has a Chinese text where it is written: no bare text stands there."""
    found = [
        given
        for file in sorted(ROOT.rglob("*.py"))
        for body in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(body, ast.FunctionDef)
        for given in told(body, str(file.relative_to(ROOT)))
    ]
    bare = {one.where: texts_of(one) for one in found}
    assert len(found) >= 200
    assert {where: texts for where, texts in bare.items() if texts} == {}


@pytest.mark.parametrize("written", ["'bad'", "f'bad {x}'", "'bad' + x", "str(x)", "english_only(x)", "msg"])
def test_a_bare_text_is_found(written: str) -> None:
    """A message without Chinese would be found, under a name too."""
    body = ast.parse(f"def f(x):\n    msg = f'bad {{x}}'\n    raise DataError({written})")
    [given] = told(body, "f.py")
    assert texts_of(given)


@pytest.mark.parametrize("name", TAKEN)
def test_every_exception_takes_messages(name: str) -> None:
    """An exception is made of a message, or makes its own of faults."""
    assert {str(one.annotation) for one in TAKEN[name]} & {"Message", "Sequence[Fault]"}


def bad_input(name: str) -> Iterator[Any]:
    """The Chinese of each case of a file of bad input."""
    found: Any = parse_yaml((HERE / "bad_input" / name).read_text("utf-8"), name).data
    return (pytest.param(case["zh"], id=f"{name}: {case['name']}") for case in found)


@pytest.mark.parametrize(
    "zh", [one for name in ("documents.yaml", "tables.yaml", "rulebooks.yaml") for one in bad_input(name)]
)
def test_bad_input_is_told_in_chinese_from_end_to_end(zh: str) -> None:
    """Every line that is said of a file or a rulebook is Chinese but for names, codes and values."""
    assert [left for line in zh.splitlines() for left in left_in_english(line)] == []


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


def test_a_pair_of_templates_is_filled() -> None:
    """A pair that stands in a table is filled in each language with the values of that language."""
    template = both("expected {wanted}, got {given}", "应为{wanted}，实为 {given}")
    message = filled(template, {"wanted": both("a list", "列表"), "given": "{x}"})
    assert (message, message.zh) == ("expected a list, got {x}", "应为列表，实为 {x}")


def test_a_chinese_sentence_goes_on_after_a_space() -> None:
    """What begins with a letter, a figure or a sign stands apart from the Chinese before it."""
    assert [spaced(one).zh for one in ("True", "5", "'x'", "社区", both("a day", "日期"))] == [
        " True",
        " 5",
        " 'x'",
        "社区",
        "日期",
    ]


@pytest.mark.parametrize("text", ["", "{", '{"a" 1}', '{"a": 1 "b"}', "{a: 1}", '"a', "1 2", '"\t"', r'"\x"', r'"\ux"'])
def test_what_python_says_of_json_is_chinese(text: str) -> None:
    """Each way in which a text is no JSON has its Chinese words."""
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert left_in_english(no_json(caught.value.msg).zh) == []


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
    (InvalidRulebookError([FAULT]), "rulebook: 1 fault\n  row 2: no id", "规则册：1 处有误\n  第 2 行：没有编号"),
    (UnknownFieldError(both("no such field", "没有这个字段")), "no such field", "没有这个字段"),
    (KindMismatchError(both("a day", "日期")), "a day", "日期"),
    (UnsafeVariableError(both("no such variable", "没有这个变量")), "no such variable", "没有这个变量"),
    (ChainingError(both("too much", "太多")), "too much", "太多"),
    (ToleranceExceededError(both("too many fail", "未达标的太多"), {"x": 0.5}), "too many fail", "未达标的太多"),
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
