"""Quantities as users hand them in: texts, numbers of any library, and Pint quantities of any registry."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from civic_rules.errors import QuantityError, UndefinedUnitError, UnitMismatchError, shown
from civic_rules.messages import Message, both, said
from civic_rules.units.registry import LONGEST, MULTIPLIERS, Unit, canonical, check_unit, factor, parsed, plain
from civic_rules.units.tolerance import TOLERANCE
from civic_rules.units.wording import many_message, unit_message

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUANTITY = re.compile(
    r"\s*(?P<number>(?>[+-]?(?:(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?))"
    r"\s*(?P<multiplier>(?>(?:[十百千](?!分))?万?亿?))\s*(?P<unit>(?:[A-Za-z%\u4e00-\u9fff].*)?)",
    re.DOTALL,
)

_AS_WRITTEN = both("write one number, then its unit, as in '430 m²'", "应先写一个数，再写单位，如 '430 平方米'")
_TOO_LARGE = both("the number is too large", "这个数太大")

_EXACT = 2**53
"""Whole numbers below it are floats without loss."""


def split_quantity(text: str) -> tuple[float | int, str]:
    """The number of a quantity and the text of its unit, which may be empty; the unit is not looked up.

    Raises:
        QuantityError: The text does not begin with one number, or something other than a unit follows it.

    Examples:
        >>> split_quantity("43 m² / (100 household)"), split_quantity("430平方米"), split_quantity("1.2万人")
        ((43, 'm² / (100 household)'), (430, '平方米'), (12000, '人'))
    """
    number, unit, is_whole = _split(text)
    return (int(number) if is_whole else float(number)), unit


class _Written(NamedTuple):
    number: Fraction
    unit: str
    is_whole: bool


def _split(text: str) -> _Written:
    if len(text) > LONGEST:
        raise _no_quantity(text, said("it has more than {most} characters", "超过 {most} 个字符", most=LONGEST))
    found = _QUANTITY.fullmatch(plain(text))
    if found is None:
        raise _no_quantity(text, _AS_WRITTEN)
    digits = found["number"].replace(",", "")
    number = Fraction(digits) * math.prod(MULTIPLIERS[character] for character in found["multiplier"])
    _as_float(number)
    has_no_point = found["multiplier"] != "" or digits.lstrip("+-").isdigit()
    return _Written(number, found["unit"].strip(), has_no_point and number.denominator == 1)


def _no_quantity(text: str, reason: Message) -> QuantityError:
    message = said("{given} is no quantity: {reason}", "{given} 不是数量：{reason}", given=shown(text), reason=reason)
    return QuantityError(message)


def read_number(value: object, unit: str, *, whole: bool = False, words: Sequence[str] = ()) -> float | int:
    """What a field of this unit takes: a number, a text with or without a unit, or a Pint quantity.

    Args:
        value: What the user handed in.
        unit: The unit of the field, in which the result is.
        whole: Whether the field takes whole numbers only; the result is then an int.
        words: Counter words that stand for the unit of the field in a text, as 人 does in "18人" for workers.

    Raises:
        QuantityError: The value is no number, not finite, not whole, or in a unit of something else.
        UndefinedUnitError: The unit of the field itself is unknown.

    Examples:
        >>> read_number("0.043 ha", "m²"), read_number("1.2万人", "worker", whole=True, words=("人", "名"))
        (430.0, 12000)
        >>> read_number("430 kg", "m²")
        Traceback (most recent call last):
        civic_rules.errors.QuantityError: expected m², got '430 kg': kg is a mass, m² an area
    """
    check_unit(unit)
    # Most values of a population are plain numbers, of which there is nothing to read.
    if type(value) is int and abs(value) < _EXACT:
        return value if whole else float(value)
    if type(value) is float and math.isfinite(value) and not whole:
        return value + 0.0  # never minus zero
    try:
        return _finished(_read_value(value, unit, words), whole=whole)
    except (UnitMismatchError, QuantityError, UndefinedUnitError) as error:
        # What was given stands in the message already.
        reason = error.message.values.get("reason", error.message)
    message = said(
        "expected {wanted}, got {given}: {reason}",
        "应为{wanted}，实为 {given}：{reason}",
        wanted=_wanted(unit, whole=whole),
        given=shown(value),
        reason=reason,
    )
    raise QuantityError(message)


@lru_cache(maxsize=4096)
def _wanted(unit: str, *, whole: bool) -> Message:
    if whole:
        return said("a whole number of {unit}", "以{unit}计的整数", unit=many_message(unit))
    return said("{unit}", "以{unit}计的数", unit=unit_message(unit))


def _finished(number: Fraction, *, whole: bool) -> float | int:
    if not whole:
        return _as_float(number)
    nearest = round(number)
    if abs(number - nearest) > TOLERANCE:
        raise QuantityError(both("the number is not whole", "这个数不是整数"))
    _as_float(number)
    return nearest


def _as_float(number: Fraction) -> float:
    try:
        return float(number)
    except OverflowError:
        raise QuantityError(_TOO_LARGE) from None


def _read_value(value: object, unit: str, words: Sequence[str]) -> Fraction:
    if isinstance(value, str):
        return _read_text(value, unit, words)
    if hasattr(value, "magnitude") and hasattr(value, "units") and hasattr(value, "to_root_units"):
        return _read_pint(value, unit)
    return _bare(value)


def _read_text(text: str, unit: str, words: Sequence[str]) -> Fraction:
    number, given, _ = _split(text)
    spoken = {unicodedata.normalize("NFKC", word) for word in words}
    head, slash, tail = given.partition("/")
    if not given or given in spoken:
        return number
    if slash and head.strip() in spoken:
        own = parsed(unit)
        above = Unit(Fraction(1), tuple((name, power) for name, power in own.terms if power > 0))
        given = f"{canonical(above)} /{tail}"
    return number * factor(given, unit)


def _read_pint(quantity: Any, unit: str) -> Fraction:  # noqa: ANN401  a quantity of any registry
    """A quantity of any registry: by the name of its unit, else by its base units."""
    try:
        number = factor(f"{quantity.units:D}", unit)
    except UndefinedUnitError:
        quantity = quantity.to_root_units()
        number = factor(f"{quantity.units:D}", unit)
    return _bare(quantity.magnitude) * number


def _bare(value: Any) -> Fraction:  # noqa: ANN401  a number of any library
    """The exact number that a number of any library stands for; a float stands for the decimal it is written as."""
    kind = getattr(getattr(value, "dtype", None), "kind", "i")
    is_number = hasattr(value, "__float__") or hasattr(value, "__index__")
    if isinstance(value, bool) or not is_number or kind not in "iuf" or getattr(value, "ndim", 0) != 0:
        raise QuantityError(both("that is no number", "这不是数"))
    try:
        is_integer = kind != "f" and hasattr(value, "__index__")
        number: float | int = value.__index__() if is_integer else float(value)
        is_finite = math.isfinite(number)
    except OverflowError:
        raise QuantityError(_TOO_LARGE) from None
    except (TypeError, ValueError):
        raise QuantityError(both("that is no number that can be used", "这个数无法使用")) from None
    if not is_finite:
        raise QuantityError(both("the number is not finite", "这个数不是有限的"))
    if isinstance(value, Decimal | Fraction) and number:
        return Fraction(value)
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))
