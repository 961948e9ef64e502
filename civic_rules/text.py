"""A text in both languages, and what of a text may be shown."""

from __future__ import annotations

import unicodedata

from pydantic import BaseModel, ConfigDict, Field


class Text(BaseModel):
    """A title or an explanation, in Chinese and in English.

    Attributes:
        zh: The text in Chinese.
        en: The text in English.

    Examples:
        >>> Text(zh="户数", en="Households").in_("zh")
        '户数'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str = Field(min_length=1, max_length=500)
    en: str = Field(min_length=1, max_length=500)

    def in_(self, lang: str) -> str:
        """The text in English ("en") or Chinese ("zh")."""
        return self.zh if lang == "zh" else self.en


def printable(text: str) -> str:
    r"""A text as a terminal may show it: control characters, and marks that turn the line round, are written out.

    Examples:
        >>> printable("c1\x1b[31m")
        'c1\\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _written_out(one) for one in text)


def _written_out(character: str) -> str:
    return " " if unicodedata.category(character) == "Zs" else ascii(character)[1:-1]
