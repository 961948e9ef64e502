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
    chinese = {name: value.zh if isinstance(value, Message) else value for name, value in values.items()}
    return Message(en.format(**values), zh.format(**chinese), values)


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


def in_language(text: str, lang: str) -> str:
    """A text in English or Chinese; one that is no message is the same in both."""
    return text.in_(lang) if isinstance(text, Message) else text
