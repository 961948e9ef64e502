"""Formulas: how they look, in both languages, and what is read as one."""

from __future__ import annotations

import contextlib
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.entities import ENTITY_TYPES
from civic_rules.errors import (
    DeclarationError,
    FormulaError,
    MixedSubjectsError,
    UnitMismatchError,
    UnknownFieldError,
    UnknownTermError,
)
from civic_rules.expressions import formula, largest, nodes, parse, subject
from civic_rules.expressions.formulas import FUNCTIONS, METHODS, field_names, identifier, kind_names
from civic_rules.expressions.signatures import MAX_DEPTH
from civic_rules.expressions.syntax import MAX_TEXT
from tests.chinese import left_in_english
from tests.expressions.named import PARAMETER, READING

community, city, county = subject("community"), subject("city"), subject("county")
TRUE = nodes.Always(value=True)


# -- how formulas look -----------------------------------------------------------------------------------------

RULE = community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)")


@pytest.mark.parametrize(
    ("node", "en", "zh"),
    [
        (
            RULE,
            'community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)")',
            '社区.服务用房面积 >= 取大("400 m²", 社区.户数 * "20 m² / (100 household)")',
        ),
        (
            city.all("community").where(community.settlement.is_("urban")).share(community.is_newly_drawn) >= "90 %",
            'city.all("community").where(community.settlement.is_("urban")).share(community.is_newly_drawn) >= "90 %"',
            '市.全部("社区").其中(社区.城乡类型.为("城市")).占比(社区.新划分社区) >= "90 %"',
        ),
        (
            county.layout_plan.filed.done_by(date(2013, 3, 31)),
            'done_by(county.layout_plan.filed, day="2013-03-31")',
            '按期完成(县市区.社区布局规划.备案, 截止="2013-03-31")',
        ),
        (
            community.arrangement("four-part-structure").has_any("office"),
            'community.arrangement("four-part-structure").has_any("office")',
            '社区.制度("一委一居一站一办").具备任一("办公室")',
        ),
        (
            nodes.ParameterValue(parameter=PARAMETER, at=date(2013, 12, 31)),
            'parameter("floor", "2013-12-31")',
            '参数("floor", "2013-12-31")',
        ),
        (
            nodes.Choice(reading=READING, options=dict.fromkeys(["floor-alone", "in", "2-rooms"], TRUE)),
            'reading("which-rooms", floor_alone=True, **{"in": True}, **{"2-rooms": True})',
            '解读("which-rooms", floor_alone=真, **{"in": 真}, **{"2-rooms": 真})',
        ),
    ],
)
def test_formulas_look_like_the_builder(node: nodes.Node, en: str, zh: str) -> None:
    """A formula is what one writes in Python, in English or with Chinese names."""
    assert (en, zh) == (formula(node), formula(node, "zh"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a + b + c", "a + b + c"),
        ("a + (b + c)", "a + (b + c)"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a - b) - c", "a - b - c"),
        ("add(a, b, c)", "add(a, b, c)"),
        ("add(a, b)", "a + b"),
        ("(a + b) * n", "(a + b) * n"),
        ("a + b * n", "a + b * n"),
        ("n * (n * a)", "n * (n * a)"),
        ("n * n / n", "n * n / n"),
        ("n * (n / n)", "n * (n / n)"),
        ("multiply(n, n, a)", "multiply(n, n, a)"),
        ("(a + b).between(a, b)", "(a + b).between(a, b)"),
        ("(a >= b).is_(True)", "(a >= b).is_(True)"),
        ("a == b", "a.equals(b)"),
    ],
)
def test_brackets_stand_where_they_are_needed(written: str, expected: str) -> None:
    """A sum of three is not a sum of a sum; brackets say how the parts hold together, and only then."""
    letters = {"a": "community.facility_area", "b": "community.activity_area", "c": '"1 m²"', "n": '"2"'}

    def spelt(text: str) -> str:
        return re.sub(r"\b[abcn]\b", lambda found: letters[found[0]], text)

    assert spelt(expected) == formula(parse(spelt(written)))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (nodes.Number(value=43, unit="m² / (100 household)"), '"43 m² / (100 household)"'),
        (nodes.Number(value=43.0, unit="m²"), '"43.0 m²"'),
        (nodes.Number(value=5, unit="1"), '"5"'),
        (nodes.Number(value=5, unit="万元"), 'quantity(5, "万元")'),
        (nodes.Number(value=5, unit="100 household"), 'quantity(5, "100 household")'),
        (nodes.Number(value=-0.0, unit="m²"), 'quantity(-0.0, "m²")'),
    ],
)
def test_numbers_keep_their_unit_to_the_letter(number: nodes.Number, expected: str) -> None:
    """A quantity stands in quotation marks; where that would be read otherwise, number and unit stand apart."""
    assert (expected, number.model_dump_json()) == (formula(number), parse(expected).model_dump_json())


def test_names_are_identifiers_and_differ() -> None:
    """No two functions, kinds or fields share a Chinese name, and 县(市、区) loses its brackets."""
    assert identifier("县(市、区)") == kind_names()["county"]
    for names in (FUNCTIONS, METHODS, kind_names(), *(field_names(model) for model in ENTITY_TYPES.values())):
        assert len(set(names.values())) == len(names)
        assert all(name.isidentifier() for name in names.values())


# -- what else is read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "社区.服务用房面积 ≥ 取大(“400 m²”，社区.户数 × “20 m² / (100 household)”)",
        "社区．服务用房面积＞＝取大（＂400 m²＂、community.户数＊'20 m² / (100 household)'）",
        "\n community.facility_area >=\n largest('400 m²',\n community.households * '20 m² / (100 household)')\n",
        "社区。服务用房面积 ≥ largest(「400 m²」, 社区.households * “20 m² / (100 household)”)",
    ],
)
def test_people_write_formulas_in_many_ways(written: str) -> None:
    """Signs, full-width punctuation, line breaks and names of both languages are read."""
    assert parse(written) == RULE


def test_quoted_texts_are_left_as_they_are() -> None:
    """Full-width marks inside quotation marks belong to the text."""
    assert parse('quantity(5, "平方米／百户")') == nodes.Number(value=5, unit="平方米／百户")


def test_two_filters_are_one() -> None:
    """Filters in a row hold together, as in the builder."""
    urban, new = community.settlement.is_("urban"), community.is_newly_drawn
    expected = city.all("community").where(urban).where(new).count()

    assert expected == parse(
        'city.all("community").where(community.settlement.is_("urban")).where(community.is_newly_drawn).count()'
    )


def test_a_step_may_carry_its_day() -> None:
    """`step.done_by(day)` is read as the builder has it."""
    expected = county.layout_plan.filed.done_by(date(2013, 3, 31))

    assert expected == parse('county.layout_plan.filed.done_by("2013-03-31")')


@pytest.mark.parametrize(
    ("written", "error", "message"),
    [
        (
            "community.househols >= '1 household'",
            UnknownFieldError,
            "11: Community has no field 'househols'; did you mean",
        ),
        (
            "社区.服务用房面机 >= '1 m²'",
            UnknownFieldError,
            "4: Community has no field '服务用房面机'; did you mean '服务用房面积'",
        ),
        ("社区.制度", UnknownFieldError, "4: community.arrangements is read with arrangement(name)"),
        ("comunity.households", FormulaError, "1: found the name 'comunity', expected a kind of entity"),
        ("community", FormulaError, "1: found the subject community alone, expected one of its fields"),
        ("community.households.x", FormulaError, "22: found .x, expected a function"),
        ("community.households >= 10", FormulaError, "25: found 10, expected a quantity in quotation marks"),
        ("community.households >= '10 m²'", UnitMismatchError, "1: cannot compare household and m²"),
        ("'1 m²' >= 'much'", FormulaError, "11: 'much' is no quantity"),
        ("county.committees.some(community.has_facility)", MixedSubjectsError, "1: one expression speaks of"),
        (
            "'1 m²' < '2 m²' < '3 m²'",
            FormulaError,
            "1: found two comparisons in a row, expected one; write value.between",
        ),
        ("'1 m²' != '2 m²'", FormulaError, "1: found !=, expected one of >=, >, <=, <, =="),
        (
            "not community.has_facility",
            FormulaError,
            "1: found a sign before an expression (deny a condition with not_())",
        ),
        (
            "community.has_facility and True",
            FormulaError,
            "1: found and / or (join conditions with all_of(), any_of())",
        ),
        ("'1 m²' ** '2'", FormulaError, "1: found an operation that formulas do not have"),
        ("lagest('1 m²', '2 m²')", FormulaError, "did you mean 'largest'?"),
        ("largest('1 m²')", FormulaError, "1: found 1 in the brackets, expected at least 2"),
        ("largest(*x)", FormulaError, "9: found *, expected the arguments one by one"),
        ("largest('1 m²', b='2 m²')", FormulaError, "17: found a name before a value"),
        ("community.settlement.is_('urbn')", UnknownTermError, "has no term 'urbn'; did you mean 'urban'?"),
        ("community.settlement.is_(community.settlement)", FormulaError, "expected a term in quotation marks, True or"),
        (
            "community.services.includes_all(True)",
            FormulaError,
            "33: found a value, expected a term in quotation marks",
        ),
        ("city.all('comunity').count()", UnknownFieldError, "10: there is no kind of entity 'comunity'; did you mean"),
        ("city.all('community').shre(True)", FormulaError, "23: found .shre(), expected one of where, count, total"),
        ("community.arrangement('x').in_place()", UnknownTermError, "1: Community has no arrangement 'x'"),
        ("community.arrangement('co-building')", FormulaError, "1: found the arrangement co-building alone"),
        (
            "community.event_count('funds-publication', 'quater')",
            FormulaError,
            "44: found 'quater', expected one of week",
        ),
        ("done_by(county.layout_plan.filed, day='2013-02-31')", FormulaError, "39: found '2013-02-31', expected a day"),
        ("done_by(county.layout_plan.filed)", FormulaError, "1: done_by() takes steps and then one day"),
        ("in_order('1 m²', '2 m²')", FormulaError, "10: found a value, expected a step of a subject"),
        ("'1 m²'.done_by('2013-03-31')", FormulaError, "expected a step of a subject before .done_by()"),
        ("reading('which')", FormulaError, "9: found 'which', expected the key of a reading"),
        ("reading('which-rooms', floor_alone=True, **{'floor-alone': True})", FormulaError, "stands twice"),
        ("reading('which-rooms', **x)", FormulaError, "26: found a name, expected options with their keys"),
        ("quantity('x', 'm²')", FormulaError, "10: found a value, expected a number"),
        ("quantity(1e400, 'm²')", FormulaError, "1: a name is too long, or a part of it is of the wrong kind"),
        ("社区.户数 >= “10 户", FormulaError, "10: found a quotation mark that is never closed, expected ”"),
        ("community.households >= ", FormulaError, "25: found the end of the text, expected a formula"),
        ("(community.households", FormulaError, "expected a formula ('(' was never closed)"),
        ("community.households # all", FormulaError, "22: found '#', expected a formula"),
        ("", FormulaError, "1: found the end of the text"),
        ("__import__('os').system('x')", FormulaError, "1: found '__import__', expected one of the functions"),
        ("community.__class__", UnknownFieldError, "11: Community has no field '__class__'"),
        ("().__class__", FormulaError, "1: found a comma"),
        ("(lambda: 1)()", FormulaError, "found lambda before brackets, expected the name of a function"),
        ("[x for x in y]", FormulaError, "1: found listcomp"),
        ("f'{x}'", FormulaError, "1: found an f-string"),
    ],
)
def test_what_is_no_formula_is_refused(written: str, error: type[DeclarationError], message: str) -> None:
    """An error says where, what was found, what was expected, and the nearest name."""
    with pytest.raises(error) as caught:
        parse(written, readings={"which-rooms": READING})

    assert message in str(caught.value)
    assert str(caught.value).startswith("at character ")
    assert left_in_english(caught.value.text("zh")) == []


@pytest.mark.parametrize(
    "written",
    [
        "x" * (MAX_TEXT + 1),
        "(" * 500 + "x" + ")" * 500,
        "-" * 5_000 + "x",
        "x" + ".x" * 5_000,
        "'1 m²'" + " + '1 m²'" * 5_000,
        "'1 m²'" + " + '1 m²'" * 200,
        "not_(" * (MAX_DEPTH + 1) + "True" + ")" * (MAX_DEPTH + 1),
        "\ud800",
        "x\0",
        "'" + "\\a" * 50_000,
    ],
)
def test_nothing_makes_the_reader_stumble(written: str) -> None:
    """Long, deep and broken texts are refused at once with an error of ours."""
    with pytest.raises(DeclarationError):
        parse(written)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(written: str) -> None:
    """No text raises anything but our own errors."""
    with contextlib.suppress(DeclarationError):
        parse(written)
