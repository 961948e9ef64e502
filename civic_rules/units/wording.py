"""Units and quantities as people write them, in English and Chinese."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from civic_rules.messages import Message, both
from civic_rules.units.registry import chinese, entries, parsed, raised

Lang = Literal["en", "zh"]

_SPELT_OUT = 1e15


def unit_text(unit: str, lang: Lang = "en", value: float | None = None) -> str:
    """The unit as people write it, in English or Chinese.

    Args:
        unit: Any unit.
        lang: `en` or `zh`.
        value: The number before it, where the English singular depends on one.

    Examples:
        >>> unit_text("m² / (100 household)"), unit_text("household", value=1), unit_text("CNY / year")
        ('m² per 100 households', 'household', 'CNY/year')
        >>> unit_text("m² / (100 household)", "zh"), unit_text("worker / (10000 resident)", "zh")
        ('平方米/百户', '人/万人')
    """
    read = parsed(unit)
    above = [(name, power) for name, power in read.terms if power > 0]
    below = [(name, -power) for name, power in read.terms if power < 0]
    number, per = read.scale.numerator, read.scale.denominator
    if lang == "zh":
        upper = _spoken_number(number) + "·".join(chinese(name, power, 0) for name, power in above)
        lower = _spoken_number(per) + "·".join(chinese(name, power, 1) for name, power in below)
        return f"{upper}/{lower}" if lower else upper
    upper = _english(number, above, is_many=value != 1 or number != 1)
    lower = _english(per, below, is_many=per != 1)
    if not lower:
        return upper
    is_spelt = per != 1 or any(entries()[name].counts for name, _ in below)
    return f"{upper} per {lower}".lstrip() if is_spelt else f"{upper}/{lower}"


def _english(number: int, terms: list[tuple[str, int]], *, is_many: bool) -> str:
    words = " * ".join(entries()[name].labels[3 if is_many else 2] + raised(power) for name, power in terms)
    words = f"({words})" if len(terms) > 1 else words
    return words if number == 1 else f"{number:,} {words}".rstrip()


def _spoken_number(number: int) -> str:
    """A multiplier of a unit: nothing for 1, 百 for 100, 百万 for a million, otherwise its digits."""
    if number == 1:
        return ""
    big, low = next(((word, size) for word, size in (("亿", 10**8), ("万", 10**4)) if number % size == 0), ("", 1))
    small = {1: "", 10: "十", 100: "百", 1000: "千"}.get(number // low)
    return str(number) if small is None else small + big


def format_number(x: float) -> str:
    """A number for people: up to four decimals, four significant digits below 1, thousands grouped.

    Examples:
        >>> format_number(120000), format_number(42.998), format_number(10 / 3), format_number(0.033333)
        ('120,000', '42.998', '3.3333', '0.03333')
    """
    if isinstance(x, int):
        return f"{x:,}"
    if not math.isfinite(x) or abs(x) >= _SPELT_OUT:
        return f"{x:g}"
    if abs(x) < 1:
        return f"{x:.4g}" if x else "0"
    # The decimals of the text of a large float are its own; those of its binary value are noise.
    return f"{Decimal(str(x)):,.4f}".rstrip("0").rstrip(".")


def quantity_text(value: float, unit: str, lang: Lang = "en") -> str:
    """A number with its unit, for people.

    Examples:
        >>> quantity_text(430, "m²"), quantity_text(430, "m²", "zh"), quantity_text(1, "household")
        ('430 m²', '430 平方米', '1 household')
    """
    return f"{format_number(value)} {unit_text(unit, lang, value)}".rstrip()


@lru_cache(maxsize=4096)
def unit_message(unit: str) -> Message:
    """The unit as a message has it: in English as fields write it, in Chinese as people do."""
    return both(unit, unit_text(unit, "zh"))


@lru_cache(maxsize=4096)
def many_message(unit: str) -> Message:
    """The unit as people write it after a number of many."""
    return both(unit_text(unit), unit_text(unit, "zh"))


def quantity_message(value: float, unit: str) -> Message:
    """A number with its unit, for people, in both languages."""
    return both(quantity_text(value, unit), quantity_text(value, unit, "zh"))
