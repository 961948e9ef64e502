"""Closed lists of terms, each with a stable English id and a name in Chinese and in English."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Vocabulary(StrEnum):
    """A closed list of terms.

    A member is written as its id, its Chinese name and, where the id does not read well, its English name. Data
    may name a term by its id or by its Chinese name.

    Attributes:
        zh: The term in Chinese.
        en: The term in English.

    Examples:
        >>> from civic_rules.entities import Settlement
        >>> Settlement("城市") is Settlement.URBAN
        True
    """

    zh: str
    en: str

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Make a member from its id and its two names."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        member.en = en or value.replace("-", " ")
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        wanted = value.strip()
        return next((member for member in cls if wanted in (member.value, member.zh)), None)

    def title(self, lang: str = "en") -> str:
        """The name of the term in English ("en") or Chinese ("zh")."""
        return self.zh if lang == "zh" else self.en

    @classmethod
    def names(cls) -> list[str]:
        """Every spelling that data may use, for messages that suggest one."""
        return [name for member in cls for name in (member.value, member.zh)]


PartRow = tuple[str, str] | tuple[str, str, str]
"""A part as a table writes it: its id, its Chinese name and, where the id does not read well, its English name."""

Row = tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, tuple[PartRow, ...]]
"""An arrangement as a table writes it: its id, its Chinese name, its English name and its parts."""


class Part:
    """A part of an arrangement: an item of the list that a document gives.

    Attributes:
        key: The English id of the part.
        zh: The part in Chinese.
        en: The part in English.
    """

    __slots__ = ("en", "key", "zh")

    def __init__(self, key: str, zh: str, en: str = "") -> None:
        """Keep the id and both names."""
        self.key = key
        self.zh = zh
        self.en = en or key.replace("-", " ")

    def title(self, lang: str = "en") -> str:
        """The name of the part in English ("en") or Chinese ("zh")."""
        return self.zh if lang == "zh" else self.en


class Arrangement(Vocabulary):
    """A closed list of arrangements: bodies, systems and practices that are in place or not, with their parts.

    A member is written as its id, its names and, where documents list what belongs to it, its parts. Two
    documents that ask for the same thing ask for the same member; each lists the parts that it asks for.

    Attributes:
        parts: The known parts by their id.
    """

    parts: Mapping[str, Part]

    def __new__(cls, value: str, zh: str = "", en: str = "", parts: Iterable[tuple[str, ...]] = ()) -> Self:
        """Make a member from its id, its two names and its parts."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        member.en = en or value.replace("-", " ")
        member.parts = {part[0]: Part(*part) for part in parts}
        return member

    def part(self, name: str) -> Part | None:
        """The part of this id or Chinese name, or None."""
        found = self.parts.get(name)
        return found or next((part for part in self.parts.values() if part.zh == name), None)
