"""Units and quantities: the tolerance, conversions, what users write, and what people read."""

from __future__ import annotations

import math
import subprocess
import sys
import threading
import time
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Self

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules import units
from civic_rules.errors import DeclarationError, QuantityError, UndefinedUnitError, UnitMismatchError
from civic_rules.units.registry import _entry, _names, _rooted, entries

NUMBERS = st.floats(allow_nan=False)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
NAMES = st.sampled_from(sorted(_names()))
UNITS = st.builds(
    lambda above, power, scale, below: f"{above}^{power} / ({scale} {below})",
    NAMES,
    st.integers(1, 2),
    st.sampled_from([1, 100, 10000]),
    NAMES,
)


# The tolerance


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (0.1 + 0.2, 0.3, True),
        (43 * 0.43, 18.49, True),
        (0, 0.0, True),
        (0, 1e-300, False),
        (1, 1 + 1e-8, False),
        (1e300, 1e300 * (1 + 1e-10), True),
        (math.inf, math.inf, True),
        (math.inf, -math.inf, False),
        (math.inf, 5, False),
        (-1, 1, False),
    ],
)
def test_same(a: float, b: float, expected: bool) -> None:  # noqa: FBT001
    """Two numbers are the same within a relative tolerance, and only zero is zero."""
    assert expected == units.same(a, b)


@given(NUMBERS, NUMBERS)
def test_comparisons_agree_with_their_negations(a: float, b: float) -> None:
    """More than is not at most, less than is not at least, and exactly one of <, same, > holds."""
    assert units.more_than(a, b) == (not units.at_most(a, b))
    assert units.less_than(a, b) == (not units.at_least(a, b))
    assert units.at_least(a, b) == units.at_most(b, a)
    assert [units.less_than(a, b), units.same(a, b), units.more_than(a, b)].count(True) == 1


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (150.00000000001, 150),
        (150.01, 151),
        (149.99999999999, 150),
        (0.0, 0),
        (0.2, 1),
        (-1.5, -1),
        (7, 7),
        (1e-17, 0),
        (-1e-17, 0),
        (1e-12, 0),
        (1e-11, 1),
        (-1e-11, 0),
        (10**400, 10**400),
    ],
)
def test_rounded_up(x: float, expected: int) -> None:
    """Noise above a whole number does not cost a whole one more."""
    assert expected == units.rounded_up(x)


def test_infinity_is_not_rounded_up() -> None:
    """There is no whole number above infinity."""
    with pytest.raises(OverflowError):
        units.rounded_up(math.inf)


# The registry


def test_import_is_lazy() -> None:
    """Importing the room does not import Pint."""
    code = "import sys, civic_rules.units; sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_registry_is_one_and_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that ask at once get one registry, built in no time."""
    monkeypatch.setitem(units.registry.__globals__, "_built", [])
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(units.registry())) for _ in range(8)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.perf_counter() - start < 0.5
    assert len({id(one) for one in found}) == 1
    assert len(found) == 8


def test_every_name_has_one_unit() -> None:
    """No two lines of units.txt share a name, symbol, alias or English word."""
    spoken = [
        (name, entry.name)
        for entry in entries().values()
        for name in {entry.name, entry.symbol, *entry.aliases, *(label.replace(" ", "_") for label in entry.labels[2:])}
    ]
    assert len(spoken) == len({name for name, _ in spoken})


@given(NAMES)
def test_every_name_is_known_to_pint(name: str) -> None:
    """Whatever can be named can be converted to base units, and the base units are the same in Pint."""
    canonical = _names()[name]
    pint_number = units.registry().Quantity(1.0, units.registry().UnitsContainer({canonical: 1})).to_root_units().m
    assert float(_rooted(name).scale) == pytest.approx(pint_number, rel=1e-12)


# Conversions


@pytest.mark.parametrize(
    ("given_unit", "wanted", "expected"),
    [
        ("ha", "m²", 10000),
        ("公顷", "平方米", 10000),
        ("亩", "m²", Fraction(2000, 3)),
        ("km²", "ha", 100),
        ("平方公里", "km2", 1),
        ("㎡", "m²", 1),
        ("m**2", "m^2", 1),
        ("m²", "ha", Fraction(1, 10000)),
        ("CNY/month", "CNY/year", 12),
        ("quarter", "month", 3),
        ("h", "min", 60),
        ("天", "小时", 24),
        ("万元/年", "CNY / year", 10000),
        ("亿元", "万元", 10000),
        ("m² / (100 household)", "m² / household", Fraction(1, 100)),
        ("m² / 100 households", "平方米/百户", 1),
        ("m² per 100 households", "m²/100户", 1),
        ("worker/万人", "worker / (10,000 resident)", 1),
        ("千人", "resident", 1000),
        ("百户", "household", 100),
        ("%", "1", Fraction(1, 100)),
        ("household/household", "%", 100),
        ("person_time", "人次", 1),
        ("grid coordinators", "网格员", 1),
        ("households⁻¹", "1/户", 1),
        ("(m * m)", "m²", 1),
        ("次每年", "event/year", 1),
        ("公斤", "g", 1000),
    ],
)
def test_factor(given_unit: str, wanted: str, expected: Fraction | int) -> None:
    """A conversion is exact."""
    assert expected == units.factor(given_unit, wanted)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kg", "m²"),
        ("day", "month"),
        ("week", "year"),
        ("worker", "resident"),
        ("volunteer", "worker"),
        ("volunteer", "social_worker"),
        ("household", "resident"),
        ("人次", "人"),
        ("CNY", "CNY/year"),
        ("m", "m²"),
        ("%", "household"),
        ("社区工作者", "人"),
    ],
)
def test_incompatible_units(a: str, b: str) -> None:
    """Different things do not convert, and the message names both."""
    assert not units.compatible(a, b)
    with pytest.raises(UnitMismatchError) as caught:
        units.factor(a, b)
    assert a in str(caught.value)
    assert b in str(caught.value)


@given(UNITS)
def test_factors_of_a_unit_undo_each_other(unit: str) -> None:
    """To the base units and back is no change, and the canonical text is the same unit."""
    canonical = units.product(unit, "1")
    assert units.factor(unit, canonical) == 1
    assert canonical == units.product(canonical, "1")
    assert units.quotient(unit, unit) == "1"


@given(NAMES, NAMES)
def test_factor_is_the_inverse_of_its_inverse(a: str, b: str) -> None:
    """factor(a, b) * factor(b, a) is 1 wherever the units are compatible."""
    if units.compatible(a, b):
        assert units.factor(a, b) * units.factor(b, a) == 1


@given(NAMES, NAMES)
def test_product_commutes(a: str, b: str) -> None:
    """The order of a product does not show in its text, and a quotient undoes it."""
    assert units.product(a, b) == units.product(b, a)
    assert units.quotient(units.product(a, b), b) == units.product(a, "1")


@pytest.mark.parametrize(
    ("a", "b", "product", "quotient"),
    [
        ("m²", "100 household", "100 household * m²", "m² / (100 household)"),
        ("平方米/百户", "户", "m² / 100", "m² / (100 household²)"),
        ("CNY / year", "year", "CNY", "CNY / year²"),
        ("worker / (10000 resident)", "resident", "worker / 10000", "worker / (10000 resident²)"),
        ("household", "household", "household²", "1"),
        ("h / day", "day", "h", "h / day²"),
        ("人", "1", "resident", "resident"),
    ],
)
def test_product_and_quotient(a: str, b: str, product: str, quotient: str) -> None:
    """Products and quotients have one canonical text."""
    assert (product, quotient) == (units.product(a, b), units.quotient(a, b))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("m² / 100", "m²"),
        ("% * CNY / year", "CNY / year"),
        ("m² / (100 household)", "m² / household"),
        ("平方米/百户", "m² / household"),
        ("万元", "CNY"),
        ("CNY / %", "CNY"),
        ("%", "1"),
        ("pct^2", "1"),
        ("100", "1"),
        ("household / household", "1"),
        ("ha", "ha"),
        ("h / day", "h / day"),
    ],
)
def test_without_scale(unit: str, expected: str) -> None:
    """Numbers and shares go; names that have a dimension stay, each with its power."""
    assert expected == units.without_scale(unit)


@given(UNITS)
def test_without_scale_measures_the_same(unit: str) -> None:
    """The unit without its scale is compatible with the unit, and has no scale to lose."""
    bare = units.without_scale(unit)
    assert units.compatible(bare, unit)
    assert bare == units.without_scale(bare)


@pytest.mark.parametrize(
    "unit",
    [
        "",
        " ",
        "househol",
        "M²",
        "kkm",
        "ms",
        "百分点",
        "万",
        "m²/",
        "/m",
        "*m",
        "m²//m",
        "(m",
        "m)",
        "()",
        "m - m",
        "m + m",
        "m ** m",
        "m ** 0.5",
        "m ** 10",
        "m**999999999",
        "9**9**9",
        "((m^9)^9)^9",
        "0 m",
        "m / 0",
        "10000000000000000000 m",
        "1e9",
        "m(2)",
        "household 100",
        "m household",
        "m; import os",
        "__import__",
        "[m]",
        "m\x00",
        "m,m",
        "n0",
        "lambda",
        "½m",
        "(" * 60 + "m" + ")" * 60,
        "m*" * 200 + "m",
        "𝔪²𓀀",
    ],
)
def test_bad_units(unit: str) -> None:
    """A text that is no unit is refused quickly, whatever it is."""
    start = time.perf_counter()
    with pytest.raises(UndefinedUnitError):
        units.check_unit(unit)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("unit", "hint"),
    [("househol", "household"), ("KG", "kg"), ("voluntear / year", "volunteer"), ("hectar", "hectare"), ("cny", "CNY")],
)
def test_unknown_unit_names_the_nearest(unit: str, hint: str) -> None:
    """An unknown unit is met with the nearest known one."""
    with pytest.raises(UndefinedUnitError, match=f"did you mean '{hint}'"):
        units.check_unit(unit)


@given(st.text(max_size=120))
def test_any_text_is_a_unit_or_refused(text: str) -> None:
    """No text does anything but be a unit or be refused."""
    try:
        units.check_unit(text)
    except UndefinedUnitError:
        return
    assert units.factor(text, text) == 1


@given(st.text(alphabet="mh9()*/^² 百户,.-e%", max_size=40))
def test_near_units_are_units_or_refused(text: str) -> None:
    """A text of unit-like characters is a unit or refused, by every reader."""
    with suppress(QuantityError):
        units.read_number(text, "m²")
    try:
        units.check_unit(text)
    except UndefinedUnitError:
        return
    assert units.factor(units.product(text, "1"), text) == 1


# Quantities as text


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


# What a field takes


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


@pytest.mark.parametrize(
    "comment", ["个 | 亭 | kiosk-shop | kiosk-shops", "个 | 亭 | kiosk", "个 | 亭 | kiosk | ", " | 亭 | kiosk | kiosks"]
)
def test_labels_of_a_unit(comment: str) -> None:
    """A line of units.txt whose labels cannot be used is refused with its number."""
    with pytest.raises(DeclarationError, match=r"units.txt, line 7 \(kiosk\): .* letters and spaces only"):
        _entry(7, f"kiosk = [kiosk] = _ = 书报亭  # {comment}")


def test_counting_words_stand_in_units_txt() -> None:
    """The words that count a thing come from its line; the first one is written."""
    entry = _entry(7, "kiosk = [kiosk] = _ = 书报亭  # 个 座 | 书报亭 | kiosk | kiosks")
    assert (entry.counters, entry.labels[0]) == (("个", "座"), "个")
    assert units.counting_words("community") == ("个",)
    assert units.counting_words("CNY") == ()


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


# Counted units, and texts for people


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("household", True),
        ("户", True),
        ("person_time", True),
        ("item", True),
        ("organisations", True),
        ("百户", False),
        ("m²", False),
        ("CNY", False),
        ("h", False),
        ("month", False),
        ("%", False),
        ("1", False),
        ("worker / (10000 resident)", False),
        ("household²", False),
    ],
)
def test_is_counted(unit: str, expected: bool) -> None:  # noqa: FBT001
    """Only a single counted unit counts whole things."""
    assert expected == units.is_counted(unit)


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("m²", "m²", "平方米"),
        ("m² / (100 household)", "m² per 100 households", "平方米/百户"),
        ("household", "households", "户"),
        ("CNY / year", "CNY/year", "元/年"),
        ("万元", "10,000 CNY", "万元"),
        ("h / day", "h/day", "小时/日"),
        ("worker", "workers", "人"),
        ("worker / (10000 resident)", "workers per 10,000 residents", "人/万人"),
        ("volunteer / (100 resident)", "volunteers per 100 residents", "人/百人"),
        ("organisation / community", "organisations per community", "个/社区"),
        ("event / quarter", "events/quarter", "次/季度"),
        ("party_member", "party members", "人"),
        ("elderly_resident", "elderly residents", "人"),
        ("%", "%", "%"),
        ("1", "", ""),
        ("1 / household", "per household", "/户"),
        ("m² / (30 household)", "m² per 30 households", "平方米/30户"),
        ("m² / (1000000 resident)", "m² per 1,000,000 residents", "平方米/百万人"),
        ("facility / grid", "facilities per grid", "个/网格"),
    ],
)
def test_unit_text(unit: str, english: str, chinese: str) -> None:
    """A unit reads as people write it."""
    assert (english, chinese) == (units.unit_text(unit), units.unit_text(unit, "zh"))


@given(NAMES, NAMES, st.sampled_from([1, 100, 10000]))
def test_english_text_of_a_unit_is_that_unit(above: str, below: str, scale: int) -> None:
    """What the library writes for people in English it can read itself."""
    unit = units.quotient(above, f"{scale} {below}")
    text = units.unit_text(unit)
    if text and not text.startswith("per"):
        assert units.factor(text, unit) == 1


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (120000, "120,000"),
        (120000.0, "120,000"),
        (18.49, "18.49"),
        (0.43, "0.43"),
        (10 / 3, "3.3333"),
        (42.998, "42.998"),
        (43.0, "43"),
        (43.00001, "43"),
        (120000.1234, "120,000.1234"),
        (9000000000000.1, "9,000,000,000,000.1"),
        (0.1 + 0.2, "0.3"),
        (1234.5, "1,234.5"),
        (0, "0"),
        (-0.0, "0"),
        (-1234.5, "-1,234.5"),
        (0.00012345678, "0.0001235"),
        (100.0, "100"),
        (1e20, "1e+20"),
        (math.inf, "inf"),
    ],
)
def test_format_number(x: float, expected: str) -> None:
    """A number for people has no noise, and its thousands are grouped."""
    assert expected == units.format_number(x)


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (430, "m²", "430 m²", "430 平方米"),
        (15, "%", "15 %", "15 %"),
        (1, "household", "1 household", "1 户"),
        (2, "household", "2 households", "2 户"),
        (1, "event / year", "1 event/year", "1 次/年"),
        (43, "m² / (100 household)", "43 m² per 100 households", "43 平方米/百户"),
        (0.5, "1", "0.5", "0.5"),
    ],
)
def test_quantity_text(value: float, unit: str, english: str, chinese: str) -> None:
    """A quantity reads as people write it, in the singular for one."""
    assert (english, chinese) == (units.quantity_text(value, unit), units.quantity_text(value, unit, "zh"))
