"""Quantities as users write them, and what a field takes."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Self

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules import units
from civic_rules.errors import QuantityError, UndefinedUnitError

FINITE = st.floats(allow_nan=False, allow_infinity=False)


# -- a number and its unit -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("43 m² / (100 household)", (43, "m² / (100 household)")),
        ("95 %", (95, "%")),
        ("95％", (95, "%")),
        ("15 volunteer / (100 resident)", (15, "volunteer / (100 resident)")),
        ("430平方米", (430, "平方米")),
        ("４３０ 平方米", (430, "平方米")),
        ("1,200 m²", (1200, "m²")),
        ("1，200 m²", (1200, "m²")),
        ("12,345,678.5CNY", (12345678.5, "CNY")),
        ("-5 m", (-5, "m")),
        ("−5 m", (-5, "m")),
        ("+5", (5, "")),
        (".5 ha", (0.5, "ha")),
        ("0.1", (0.1, "")),
        ("1e5 CNY", (100000.0, "CNY")),
        ("2.5E-3km", (0.0025, "km")),
        ("12万元", (120000, "元")),
        ("1.2万人", (12000, "人")),
        ("1.2亿元", (120000000, "元")),
        ("3百户", (300, "户")),
        ("3百万元", (3000000, "元")),
        ("5千米", (5000, "米")),
        ("5万元/年", (50000, "元/年")),
        ("8 h/日", (8, "h/日")),
        (" 7 ", (7, "")),
        ("5百分点", (5, "百分点")),
        ("1\u00a0m", (1, "m")),
    ],
)
def test_split_quantity(text: str, expected: tuple[float, str]) -> None:
    """The number and the unit of a quantity are told apart, and a whole number stays an int."""
    number, unit = units.split_quantity(text)
    assert expected == (number, unit)
    assert type(expected[0]) is type(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "m²",
        "many",
        "nan",
        "inf",
        "-",
        "2012-12-01",
        "2012-like nonsense",
        "2012/12",
        "12:30",
        "1 200 m²",
        "1,20 m²",
        "1,2000",
        "12,34,567",
        "0,123",
        ",5",
        "1.2.3",
        "1.234,5",
        "5. m",
        "--5",
        "- 5",
        "5 _m",
        "1_000",
        "5 (m)",
        "3-5 m²",
        "3~5 m²",
        "约430平方米",
        "三百户",
        "3万5千",
        "٣ m",
        "5\n5",
        "1万亿5",
        "$5",
        "1e9999",
        "1e999",
        "9" * 101,
        "5²",
        "5 + 5",
        "5 * 5",
        "½ m",
    ],
)
def test_bad_quantities(text: str) -> None:
    """A text that is no single number and unit is refused."""
    with pytest.raises(QuantityError):
        units.split_quantity(text)


# -- what a field takes ----------------------------------------------------------------------------------------


class _Index:
    """A whole number of another library."""

    def __index__(self) -> int:
        """The number."""
        return 43


class _Float:
    """A number of another library."""

    def __float__(self) -> float:
        """The number."""
        return 4.5


OTHER: Any = pint.UnitRegistry()
OTHER.define("household = [household]")
OTHER.define("furlong_tile = 100 * meter ** 2")
PEOPLE = ("人", "名", "个")


@pytest.mark.parametrize(
    ("value", "unit", "words", "expected"),
    [
        (430, "m²", (), 430.0),
        (430.5, "m²", (), 430.5),
        ("430", "m²", (), 430.0),
        ("４３０", "m²", (), 430.0),
        ("1,200", "m²", (), 1200.0),
        ("430 m²", "m²", (), 430.0),
        ("430平方米", "m²", (), 430.0),
        ("0.043 ha", "m²", (), 430.0),
        ("1.5亩", "m²", (), 1000.0),
        ("8 h/日", "h / day", (), 8.0),
        ("480分钟/天", "h / day", (), 8.0),
        ("5万元/年", "CNY / year", (), 50000.0),
        ("1000元/月", "CNY / year", (), 12000.0),
        ("96.6%", "%", (), 96.6),
        (96.6, "%", (), 96.6),
        (Decimal("0.1"), "m²", (), 0.1),
        (Decimal("1E-999999999"), "m²", (), 0.0),
        (Fraction(1, 3), "m²", (), 1 / 3),
        (_Index(), "household", (), 43.0),
        (_Float(), "m²", (), 4.5),
        ("18人", "worker", PEOPLE, 18.0),
        ("18 名", "worker", PEOPLE, 18.0),
        ("1.2万人", "worker", PEOPLE, 12000.0),
        ("1.2万人", "resident", (), 12000.0),
        ("1.2万人", "resident", PEOPLE, 12000.0),
        ("18 workers", "worker", PEOPLE, 18.0),
        ("3人/万人", "worker / (10000 resident)", PEOPLE, 3.0),
        ("3人/千人", "worker / (10000 resident)", PEOPLE, 30.0),
        ("15 volunteers per 100 residents", "volunteer / (100 resident)", (), 15.0),
        ("3个", "organisation", ("个",), 3.0),
        (OTHER.Quantity(0.043, "hectare"), "m²", (), 430.0),
        (OTHER.Quantity(2, "furlong_tile"), "m²", (), 200.0),
        (OTHER.Quantity(2, "m**2/household"), "m² / (100 household)", (), 200.0),
        (OTHER.Quantity(Decimal("0.5"), "percent"), "%", (), 0.5),
        (OTHER.Quantity(0.5, ""), "%", (), 50.0),
        (OTHER.Quantity(3, "year"), "month", (), 36.0),
        (units.registry().Quantity(0.043, "ha"), "m²", (), 430.0),
        (units.registry().Quantity(3, "百户"), "household", (), 300.0),
        (units.registry().Quantity(3, "CNY/month"), "CNY / year", (), 36.0),
    ],
)
def test_read_number(value: object, unit: str, words: tuple[str, ...], expected: float) -> None:
    """A field takes numbers, texts, and quantities of any registry, in its own unit."""
    number = units.read_number(value, unit, words=words)
    assert expected == number
    assert isinstance(number, float)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(430, 430), (430.0, 430), ("430户", 430), ("430.0", 430), ("0.5百户", 50), (Decimal(7), 7), (429.9999999999, 430)],
)
def test_read_whole_number(value: object, expected: int) -> None:
    """A field of whole numbers takes a whole number however it is written, as an int."""
    number = units.read_number(value, "household", whole=True)
    assert expected == number
    assert isinstance(number, int)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (None, "m²"),
        (True, "household"),
        (False, "household"),
        (math.nan, "m²"),
        (math.inf, "m²"),
        (-math.inf, "m²"),
        (10**400, "m²"),
        (Fraction(10**400), "m²"),
        (Decimal("NaN"), "m²"),
        (Decimal("sNaN"), "m²"),
        (Decimal("Infinity"), "m²"),
        (Decimal("1E+999999999"), "m²"),
        (1j, "m²"),
        (b"5", "m²"),
        ([5], "m²"),
        ({"a": 1}, "m²"),
        (object(), "m²"),
        ("", "m²"),
        ("nan", "m²"),
        ("1e309", "m²"),
        ("430 kg", "m²"),
        ("430 m", "m²"),
        ("430 mz", "m²"),
        ("18人", "worker"),
        ("18 volunteer", "worker"),
        ("18 resident", "worker"),
        ("1.2万人", "household"),
        ("1 month", "day"),
        ("30 day", "month"),
        ("8 h", "h / day"),
        ("5万元", "CNY / year"),
        ("15 %", "household"),
        ("m² 430", "m²"),
        ("430 m² / 0", "m²"),
        ("9**9**9", "m²"),
        ("9 m**999999999", "m²"),
        ("1 200 m²", "m²"),
        ("2012-12", "m²"),
        ("2012/12", "1"),
        (OTHER.Quantity(5, "kg"), "m²"),
        (OTHER.Quantity(5, "degC"), "m²"),
        (OTHER.Quantity(5, "year"), "day"),
        (OTHER.Quantity(math.nan, "m²"), "m²"),
        (OTHER.Quantity(5, "mole"), "m²"),
        (OTHER.Quantity("5 m^0.5"), "m²"),
        (OTHER.Unit("m²"), "m²"),
        (units.registry().Quantity(5, "worker"), "resident"),
        (units.registry().Quantity(5, ""), "resident"),
    ],
)
def test_bad_values(value: object, unit: str) -> None:
    """What a field cannot take is refused, and the message names the unit of the field."""
    with pytest.raises(QuantityError) as caught:
        units.read_number(value, unit)
    assert f"expected {unit}, got " in str(caught.value)


@pytest.mark.parametrize("value", [430.5, "430.5", "0.001百户", Fraction(1, 2), 0.9, "43 / 2"])
def test_bad_whole_values(value: object) -> None:
    """A field of whole numbers refuses a part of one."""
    with pytest.raises(QuantityError, match="a whole number of household"):
        units.read_number(value, "household", whole=True)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("430 kg", "expected m², got '430 kg': kg is a mass, m² an area"),
        ("430 hectar", "expected m², got '430 hectar': 'hectar' is not a known unit; did you mean 'hectare'?"),
        (math.nan, "expected m², got nan: the number is not finite"),
        ("many", "expected m², got 'many': write one number, then its unit, as in '430 m²'"),
    ],
)
def test_messages(value: object, message: str) -> None:
    """A message says what was given, what was expected, and the nearest name that is right."""
    with pytest.raises(QuantityError) as caught:
        units.read_number(value, "m²")
    assert message == str(caught.value)


def test_unknown_unit_of_a_field() -> None:
    """A field with an unknown unit is a fault of the declaration, not of the data."""
    with pytest.raises(UndefinedUnitError):
        units.read_number(5, "househol")


@pytest.mark.parametrize(
    ("value", "said"),
    [("6元/年", "元/年 is money per year"), ("6 hour / day", "hour / day is time per day"), ("60%", "% is a share")],
)
def test_kinds_of_units_in_messages(value: str, said: str) -> None:
    """A message names what a rate or a share measures as a person would."""
    with pytest.raises(QuantityError, match=f": {said}, m² an area$"):
        units.read_number(value, "m²")


class _Scalar(float):
    """A scalar as NumPy has them."""

    def __init__(self, _number: float, kind: str = "f", ndim: int = 0) -> None:
        """Keep what NumPy says of its scalars."""
        self.dtype = SimpleNamespace(kind=kind)
        self.ndim = ndim

    def __new__(cls, number: float, *_: object) -> Self:
        """Make the float."""
        return super().__new__(cls, number)


def test_scalars_like_those_of_numpy() -> None:
    """A scalar of another library says by its dtype whether it is a number."""
    assert units.read_number(_Scalar(4.5), "m²") == 4.5
    for bad in (_Scalar(1.0, "b"), _Scalar(1.0, "m"), _Scalar(1.0, "c"), _Scalar(1.0, "f", 1)):
        with pytest.raises(QuantityError, match="that is no number"):
            units.read_number(bad, "m²")


def test_numpy_scalars() -> None:
    """NumPy's numbers are numbers; its truth values and arrays are not."""
    np = pytest.importorskip("numpy")
    assert units.read_number(np.int64(43), "household", whole=True) == 43
    assert units.read_number(np.float64(0.5), "m²") == 0.5
    assert units.read_number(np.float32(0.5), "m²") == 0.5
    for bad in (
        np.bool_(1),
        np.array([5.0]),
        np.float64("nan"),
        np.datetime64("2012-12-01"),
        np.timedelta64(5, "D"),
    ):
        with pytest.raises(QuantityError):
            units.read_number(bad, "m²")


@given(FINITE)
def test_text_of_a_number_reads_as_the_number(number: float) -> None:
    """Reading the text of a number is reading the number, and both give it back as it was."""
    assert number == units.read_number(number, "m²")
    assert number == units.read_number(repr(number), "m²")
    assert number == units.read_number(f"{number!r} m²", "m²")
    assert number == units.read_number(Decimal(repr(number)), "m²")


@given(st.integers(-(10**15), 10**15))
def test_grouped_and_full_width_numbers_read_as_the_number(number: int) -> None:
    """Thousands separators and full-width digits change nothing."""
    wide = str(number).translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    assert number == units.read_number(f"{number:,}户", "household", whole=True)
    assert number == units.read_number(wide, "household", whole=True)


@given(st.decimals(0, 10**6, places=4), st.sampled_from(["ha", "亩", "m²", "km²", "平方米"]))
def test_scaling_units_changes_nothing(number: Decimal, unit: str) -> None:
    """An amount is the same amount in whichever unit it is written."""
    expected = float(Fraction(number) * units.factor(unit, "m²"))
    assert expected == units.read_number(f"{number:f} {unit}", "m²")
    assert units.same(expected, units.read_number(units.registry().Quantity(float(number), unit), "m²"))
