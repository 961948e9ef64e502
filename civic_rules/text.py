"""A text in both languages."""

from __future__ import annotations

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
