"""Units and numbers as people read them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules import units
from civic_rules.units.registry import _names

NAMES = st.sampled_from(sorted(_names()))


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
