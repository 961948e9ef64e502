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


def _fail(place: int, message: str) -> NoReturn:
    msg = f"at character {place}: {message}"
    raise FormulaError(msg) from None


def plain(text: str) -> Plain:
    """Write signs and full-width punctuation outside quotation marks as Python has them.

    Raises:
        FormulaError: The text is too long, nested too deeply, or has a mark that no formula has.

    Examples:
        >>> plain("社区.户数 ≥ “10户”").text
        '社区.户数 >= "10户"'
    """
    if len(text) > MAX_TEXT:
        msg = f"the formula has {len(text):,} characters; at most {MAX_TEXT:,} are read"
        raise FormulaError(msg)
    written: list[str] = []
    places: list[int] = []
    place = depth = 0
    while place < len(text):
        quoted = text[place] in _CLOSING
        end, piece = _string(text, place) if quoted else (place + 1, _sign(text[place], place))
        depth += {"(": 1, ")": -1, "{": 1, "}": -1, "[": 1, "]": -1}.get(piece, 0)
        if depth > MAX_LEVELS:
            _fail(place + 1, f"brackets are nested more than {MAX_LEVELS} deep")
        if written or piece != " ":
            written.append(piece)
            places += [place] * len(piece)
        place = end
    return Plain("".join(written), (*places, len(text)))


def _sign(mark: str, place: int) -> str:
    if mark in "\n\r\t\f\v":
        return " "
    if mark in "#\\;\0":
        _fail(place + 1, f"found {mark!r}, expected a formula")
    is_wide = "\uff01" <= mark <= "\uff5e"
    return _SIGNS.get(mark) or (chr(ord(mark) - 0xFEE0) if is_wide else mark)


def _string(text: str, start: int) -> tuple[int, str]:
    """Where a quoted text ends, and the text in straight quotation marks."""
    closing = _CLOSING[text[start]]
    found = re.compile(rf"((?:[^\\{closing}]|\\.)*+){closing}", re.DOTALL).match(text, start + 1)
    if found is None:
        _fail(start + 1, f"found a quotation mark that is never closed, expected {closing}")
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
        found = shown(formula.text[start : start + 20]) if formula.text[start:] else "the end of the text"
        place = formula.place(len(formula.text[:start].encode()))
        _fail(place, f"found {found}, expected a formula ({error.msg})")
    except (ValueError, RecursionError, MemoryError):
        msg = f"the text is no formula, or it is nested more than {MAX_LEVELS} levels deep"
        raise FormulaError(msg) from None
    level: list[ast.AST] = [made]
    for _ in range(MAX_LEVELS):
        level = [below for one in level for below in ast.iter_child_nodes(one)]
        if not level:
            return made
    msg = f"the formula is nested more than {MAX_LEVELS} levels deep"
    raise FormulaError(msg)


_WORDS: dict[type[ast.AST], str] = {
    ast.BoolOp: "and / or (join conditions with all_of(), any_of())",
    ast.UnaryOp: "a sign before an expression (deny a condition with not_())",
    ast.Constant: "a value",
    ast.Call: "a call",
    ast.Attribute: "a field",
    ast.Name: "a name",
    ast.Compare: "a comparison",
    ast.JoinedStr: "an f-string",
    ast.Tuple: "a comma",
    ast.BinOp: "an operation that formulas do not have",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.Is: "is",
}


def found(part: ast.AST) -> str:
    """What a part of a tree is, in words for a message."""
    return _WORDS.get(type(part), type(part).__name__.lower())
