"""The text of a formula as a syntax tree: signs and quotation marks as Python has them, then Python's own parser.

Nothing is run. Limits of length and depth hold before anything looks at the text closely.
"""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from civic_rules.errors import FormulaError, shown
from civic_rules.expressions.signatures import MAX_DEPTH
from civic_rules.messages import Message, both, said, spaced

if TYPE_CHECKING:
    from typing import NoReturn

MAX_TEXT = 200_000
"""The length of the longest formula that is read."""

MAX_LEVELS = 3 * MAX_DEPTH
"""How deeply brackets, and the syntax tree, may be nested."""

_SIGNS = {"≥": ">=", "≤": "<=", "×": "*", "÷": "/", "−": "-", "、": ",", "。": ".", "\u3000": " "}
_CLOSING = {'"': '"', "'": "'", "“": "”", "”": "”", "‘": "’", "「": "」", "＂": "＂"}
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class Plain(NamedTuple):
    """A formula with Python's signs.

    Attributes:
        text: The formula.
        places: The place in the original text of each of its characters, and of its end.
    """

    text: str
    places: tuple[int, ...]

    def place(self, column: int) -> int:
        """The place in the original text, counted from one, of a column counted in bytes."""
        before = len(self.text.encode()[:column].decode(errors="ignore"))
        return self.places[min(before, len(self.places) - 1)] + 1


def at(place: int, message: Message) -> Message:
    """A message with the place in the formula before it."""
    return said("at character {place}: {message}", "第 {place} 个字符处：{message}", place=place, message=message)


def instead(found: str, wanted: str, hint: Message | None = None) -> Message:
    """What was found, what was expected and, where it helps, the nearest name.

    Examples:
        >>> instead("a comma", "a number"), instead("True", both("a number", "数")).zh
        ('found a comma, expected a number', '此处为 True，应为数')
    """
    return said(
        "found {found}, expected {wanted}{hint}",
        "此处为{found}，应为{wanted}{hint}",
        found=spaced(found),
        wanted=spaced(wanted),
        hint=hint or Message(),
    )


def _fail(place: int, message: Message) -> NoReturn:
    raise FormulaError(at(place, message)) from None


def plain(text: str) -> Plain:
    """Write signs and full-width punctuation outside quotation marks as Python has them.

    Raises:
        FormulaError: The text is too long, nested too deeply, or has a mark that no formula has.

    Examples:
        >>> plain("社区.户数 ≥ “10户”").text
        '社区.户数 >= "10户"'
    """
    if len(text) > MAX_TEXT:
        message = said(
            "the formula has {length:,} characters; at most {most:,} are read",
            "公式有 {length:,} 个字符；最多读 {most:,} 个",
            length=len(text),
            most=MAX_TEXT,
        )
        raise FormulaError(message)
    written: list[str] = []
    places: list[int] = []
    place = depth = 0
    while place < len(text):
        quoted = text[place] in _CLOSING
        end, piece = _string(text, place) if quoted else (place + 1, _sign(text[place], place))
        depth += {"(": 1, ")": -1, "{": 1, "}": -1, "[": 1, "]": -1}.get(piece, 0)
        if depth > MAX_LEVELS:
            deep = said("brackets are nested more than {most} deep", "括号嵌套超过 {most} 层", most=MAX_LEVELS)
            _fail(place + 1, deep)
        if written or piece != " ":
            written.append(piece)
            places += [place] * len(piece)
        place = end
    return Plain("".join(written), (*places, len(text)))


def _sign(mark: str, place: int) -> str:
    if mark in "\n\r\t\f\v":
        return " "
    if mark in "#\\;\0":
        _fail(place + 1, instead(repr(mark), _FORMULA))
    is_wide = "\uff01" <= mark <= "\uff5e"
    return _SIGNS.get(mark) or (chr(ord(mark) - 0xFEE0) if is_wide else mark)


def _string(text: str, start: int) -> tuple[int, str]:
    """Where a quoted text ends, and the text in straight quotation marks."""
    closing = _CLOSING[text[start]]
    found = re.compile(rf"((?:[^\\{closing}]|\\.)*+){closing}", re.DOTALL).match(text, start + 1)
    if found is None:
        _fail(start + 1, instead(both("a quotation mark that is never closed", "没有闭合的引号"), closing))
    inner = re.sub(r"\\(u[0-9a-fA-F]{4}|.)", _escaped, found[1], flags=re.DOTALL)
    return found.end(), json.dumps(inner, ensure_ascii=False)


def _escaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)


def tree(formula: Plain) -> ast.expr:
    """The syntax tree of a formula.

    Raises:
        FormulaError: The text has no syntax, or its tree is too deep.
    """
    try:
        made = ast.parse(formula.text, mode="eval").body
    except SyntaxError as error:
        start = error.offset - 1 if error.offset else len(formula.text)
        rest = formula.text[start : start + 20]
        place = formula.place(len(formula.text[:start].encode()))
        wanted = said("a formula ({reason})", "公式（{reason}）", reason=_reason(error.msg))
        _fail(place, instead(shown(rest) if rest else _END, wanted))
    except (ValueError, RecursionError, MemoryError):
        message = said(
            "the text is no formula, or it is nested more than {most} levels deep",
            "这段文字不是公式，或嵌套超过 {most} 层",
            most=MAX_LEVELS,
        )
        raise FormulaError(message) from None
    level: list[ast.AST] = [made]
    for _ in range(MAX_LEVELS):
        level = [below for one in level for below in ast.iter_child_nodes(one)]
        if not level:
            return made
    message = said("the formula is nested more than {most} levels deep", "公式嵌套超过 {most} 层", most=MAX_LEVELS)
    raise FormulaError(message)


_FORMULA = both("a formula", "公式")
_END = both("the end of the text", "文字的末尾")

_REASONS = {
    r"invalid syntax": "语法无效",
    r"invalid syntax\. Perhaps you forgot a comma\?": "语法无效，可能漏了逗号",
    r"unexpected EOF while parsing": "文字提前结束",
    r"(.+) was never closed": r"\1 没有闭合",
    r"unmatched (.+)": r"多出了 \1",
    r"closing parenthesis (\S+) does not match opening parenthesis (\S+)": r"\1 与前面的 \2 不配对",
    r"invalid character (.+)": r"不能用的字符 \1",
    r"invalid non-printable character (.+)": r"看不见的字符 \1",
    r"positional argument follows keyword argument": "带名称的参数之后不能再有不带名称的参数",
    r"keyword argument repeated: (.+)": r"参数 \1 写了两次",
}
"""What Python says of a text without syntax, in Chinese; what is not known here stays in English."""


def _reason(text: str) -> Message:
    found = ((re.fullmatch(pattern, text), zh) for pattern, zh in _REASONS.items())
    return both(text, next((match.expand(zh) for match, zh in found if match), text))


_WORDS: dict[type[ast.AST], Message] = {
    ast.BoolOp: both(
        "and / or (join conditions with all_of(), any_of())", "and 或 or（请用 all_of()、any_of() 连接条件）"
    ),
    ast.UnaryOp: both(
        "a sign before an expression (deny a condition with not_())",
        "表达式前的符号（请用 not_() 否定条件）",
    ),
    ast.Constant: both("a value", "值"),
    ast.Call: both("a call", "函数调用"),
    ast.Attribute: both("a field", "字段"),
    ast.Name: both("a name", "名称"),
    ast.Compare: both("a comparison", "比较"),
    ast.JoinedStr: both("an f-string", "f 字符串"),
    ast.Tuple: both("a comma", "逗号"),
    ast.BinOp: both("an operation that formulas do not have", "公式中没有的运算"),
    ast.NotEq: both("!=", "!="),
    ast.In: both("in", "in"),
    ast.Is: both("is", "is"),
}


def found(part: ast.AST) -> Message:
    """What a part of a tree is, in words for a message."""
    name = type(part).__name__.lower()
    return _WORDS.get(type(part)) or both(name, name)
