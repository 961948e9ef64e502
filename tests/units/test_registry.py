"""The registry: one for all, which units there are, how they convert, and what products of them are."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules import units
from civic_rules.errors import DeclarationError, QuantityError, UndefinedUnitError, UnitMismatchError
from civic_rules.units.registry import _entry, _names, _rooted, entries

NAMES = st.sampled_from(sorted(_names()))
UNITS = st.builds(
    lambda above, power, scale, below: f"{above}^{power} / ({scale} {below})",
    NAMES,
    st.integers(1, 2),
    st.sampled_from([1, 100, 10000]),
    NAMES,
)


# -- which units there are -------------------------------------------------------------------------------------


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


# -- conversions -----------------------------------------------------------------------------------------------


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
