"""What is said to a user, in both languages: a text that reads English, and carries the Chinese of the same data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Message(str):
    """A message in English, as it is, and in Chinese.

    Attributes:
        zh: The message in Chinese.
        values: What the message speaks of, by name.

    Examples:
        >>> message = said("expected {wanted}, got {given}", "应为{wanted}，实为{given}", wanted="m²", given="'kg'")
        >>> print(message, message.in_("zh"), message.values["wanted"])
        expected m², got 'kg' 应为m²，实为'kg' m²
    """

    __slots__ = ("values", "zh")

    zh: str
    values: Mapping[str, object]

    def __new__(cls, en: str = "", zh: str = "", values: Mapping[str, object] | None = None) -> Self:
        """Keep both texts, each as it is to be read."""
        made = super().__new__(cls, en)
        made.zh = zh
        made.values = dict(values or {})
        return made

    def in_(self, lang: str) -> str:
        """The message in English ("en") or Chinese ("zh")."""
        return self.zh if lang == "zh" else str(self)

    def __add__(self, other: str) -> Message:
        """This message and what goes on after it; it keeps the values of this one."""
        return Message(f"{self}{other}", f"{self.zh}{in_language(other, 'zh')}", self.values)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle and copy by what it was made of."""
        return Message, (str(self), self.zh, self.values)


def said(en: str, zh: str, /, **values: object) -> Message:
    """A message from its English and its Chinese template and the values that both have.

    Args:
        en: The English, with the values in braces, as `str.format` has them.
        zh: The Chinese, with the same values.
        values: What stands for the braces; a value that is a message is said in the language of its template.

    Examples:
        >>> unit = both("households", "户")
        >>> said("a whole number of {unit}", "以{unit}计的整数", unit=unit).zh
        '以户计的整数'
    """
    return filled(both(en, zh), values)


def filled(template: Message, values: Mapping[str, object]) -> Message:
    """A message from a pair of templates that stands in a table, and the values that both have.

    Examples:
        >>> filled(both("expected {wanted}", "应为{wanted}"), {"wanted": both("a list", "列表")}).zh
        '应为列表'
    """
    chinese = {name: value.zh if isinstance(value, Message) else value for name, value in values.items()}
    return Message(template.format(**values), template.zh.format(**chinese), values)


def both(en: str, zh: str) -> Message:
    """A message of two texts that are ready: names of fields, numbers with their units."""
    return Message(en, zh)


def english_only(text: str) -> Message:
    """A message that only programmers meet, or that another library wrote: English in either language."""
    return text if isinstance(text, Message) else Message(text, text)


def joined(parts: Iterable[str], en: str = ", ", zh: str = "、") -> Message:
    """Several messages as one, with these signs between them.

    Examples:
        >>> joined([both("a plan", "方案"), "id"]).zh
        '方案、id'
    """
    listed = list(parts)
    return Message(en.join(listed), zh.join(in_language(one, "zh") for one in listed))


_JSON = {
    "Expecting value": "此处应有一个值",
    "Expecting property name enclosed in double quotes": "此处应有带双引号的键",
    "Expecting ':' delimiter": "此处应有冒号 ':'",
    "Expecting ',' delimiter": "此处应有逗号 ','",
    "Extra data": "后面多出了内容",
    "Unterminated string starting at": "从此处开始的字符串没有结束",
    "Invalid control character at": "此处有不允许的控制字符",
    r"Invalid \escape": "此处的反斜杠转义无效",
    r"Invalid \uXXXX escape": r"此处的 \uXXXX 转义无效",
    "Illegal trailing comma": "末尾多了一个逗号",
    "Exceeds the limit": "有的整数位数太多",
    "'utf-8' codec can't decode": "不是 UTF-8 编码的文字",
}


_CSV = {
    "unexpected end of data": "引号没有闭合",
    "field larger than field limit": "单元格太长",
    "new-line character seen in unquoted field": "引号之外有换行符",
    "',' expected after '\"'": "引号之后应有分隔符",
    "';' expected after '\"'": "引号之后应有分隔符",
    "'\t' expected after '\"'": "引号之后应有分隔符",
}


def no_json(reason: str) -> Message:
    """Why a text is no JSON: what Python says, in Chinese too where it is known here.

    Examples:
        >>> no_json("Expecting value").zh
        '不是有效的 JSON：此处应有一个值'
    """
    return said("no JSON: {reason}", "不是有效的 JSON：{reason}", reason=known_start(reason, _JSON))


def no_csv(reason: str) -> Message:
    """Why a text is no CSV."""
    return said("no CSV: {reason}", "不是有效的 CSV：{reason}", reason=known_start(reason, _CSV))


def known_start(reason: str, known: Mapping[str, str]) -> Message:
    """A reason in English, and the Chinese of the known one with which it begins; else it stays English."""
    return both(reason, next((zh for start, zh in known.items() if reason.startswith(start)), reason))


def spaced(text: str) -> Message:
    """A text as a Chinese sentence goes on with it: after a space where it begins with a letter, figure or sign.

    Examples:
        >>> spaced("True").zh, spaced(both("a day", "日期")).zh
        (' True', '日期')
    """
    zh = in_language(text, "zh")
    return both(text, f" {zh}" if zh[:1].isascii() else zh)


def in_language(text: str, lang: str) -> str:
    """A text in English or Chinese; one that is no message is the same in both."""
    return text.in_(lang) if isinstance(text, Message) else text
