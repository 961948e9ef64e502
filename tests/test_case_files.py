"""Files of cases: how they are read, what they check, and what is said of one that cannot be used."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.errors import InvalidCaseError, UnreadableFileError
from civic_rules.testing import parse_cases, read_cases

if TYPE_CHECKING:
    from pathlib import Path

    from civic_rules.messages import Message

BOOK = cr.load("yancheng-2013-6")

CASE = """
- name: a community of 2,350 households
  on: 2015-12-31
  given: {community: {id: c1, settlement: urban, households: 2350, facility_area: 469.9}}
  expect:
"""


def differences(expect: str) -> list[Message]:
    """How the community of 2,350 households with 469.9 m² differs from what is expected."""
    [case] = parse_cases(CASE + f"    {expect}")
    return case.check(BOOK)


def faults(text: str) -> list[str]:
    """What is said of a text of cases, fault by fault."""
    with pytest.raises(InvalidCaseError) as caught:
        parse_cases(text, "cases.yaml")
    return [str(fault) for fault in caught.value.faults]


def test_what_a_case_says() -> None:
    """A case has its name, its day, its entity, and the values that findings must have."""
    [case] = parse_cases(CASE + "    facility-required-area: {verdict: failed, shortfall: 0.1}")

    assert (str(case), case.on, case.entity.id) == ("a community of 2,350 households", date(2015, 12, 31), "c1")
    assert [(one.key, one.entity, one.values) for one in case.expectations] == [
        ("facility-required-area", None, {"verdict": "failed", "shortfall": 0.1})
    ]


@pytest.mark.parametrize(
    "expect",
    [
        "facility-required-area: failed",
        "yancheng-2013-6/facility-required-area: failed",
        "facility-required-area: {verdict: failed, is_breach: true, is_warning: false}",
        "facility-required-area: {measured: 469.9, limit: 470, shortfall: 0.1, missing: [], notes: []}",
        "facility-required-area: {measured: 469.9000000001}",
        "facility-required-area: {entity: c1, verdict: failed}",
        "facility-required-area: [{verdict: failed}, {entity: c1, measured: 469.9}]",
    ],
)
def test_what_is_as_expected(expect: str) -> None:
    """Any part of a finding can be expected; numbers are held to the one tolerance."""
    assert differences(expect) == []


@pytest.mark.parametrize(
    ("expect", "difference"),
    [
        (
            "facility-required-area: passed",
            "facility-required-area: expected verdict passed, got failed (measured 469.9, limit 470)",
        ),
        ("facility-required-area: {is_breach: false}", "facility-required-area: expected is_breach false, got true"),
        ("facility-required-area: {measured: 470}", "facility-required-area: expected measured 470, got 469.9"),
        ("facility-required-area: {measured: null}", "facility-required-area: expected measured nothing, got 469.9"),
        (
            "facility-required-area: {limit: 2015-12-31}",
            "facility-required-area: expected limit 2015-12-31, got 470",
        ),
        (
            "facility-required-area: {missing: [households]}",
            "facility-required-area: expected missing [households], got []",
        ),
        (
            "volunteer-registration-rate-urban: passed",
            (
                "volunteer-registration-rate-urban: expected verdict passed, got cannot_tell "
                "(missing volunteers, residents)"
            ),
        ),
        (
            "facility-required-area: {entity: c2, verdict: failed}",
            "facility-required-area: the report has no entity 'c2'",
        ),
        (
            "harmonious-community-share-urban: {entity: c1, verdict: failed}",
            "harmonious-community-share-urban: it is not asked of c1",
        ),
        (
            "facility-required-aera: failed",
            (
                "facility-required-aera: no rulebook of this audit has 'facility-required-aera'; "
                "did you mean 'facility-required-area'?"
            ),
        ),
    ],
)
def test_what_is_not_as_expected(expect: str, difference: str) -> None:
    """A difference says what was expected and what was found."""
    assert differences(expect) == [difference]


def test_readings_are_taken() -> None:
    """A case may take another option of a reading; an option that is not there is a difference."""
    text = CASE.replace("  expect:", "  readings: {no-such-reading: none}\n  expect:")
    [case] = parse_cases(text + "    facility-required-area: failed")

    assert case.check([BOOK]) == ["no rulebook has a reading 'no-such-reading'"]


def test_every_fault_at_once() -> None:
    """All faults of a file are listed, each with its case and its field."""
    text = """
- name: one
  on: 31 December
  gvien: {community: {id: c1}}
  expect: {facility-required-area: pased}
- name: two
  on: 2015-12-31
  readings: [a]
  given: {comunity: {id: c1}}
  expect: {a: {verdct: failed, is_breach: 0, measured: true, missing: a, notes: [1]}, b: 3, c: {}}
- on: 2015-12-31
  name: ""
  given: {community: {id: c1, households: 3, 户数: 3, facility_area: 12 kg}}
  expect: []
- three
- name: one
  on: 2015-12-31
  given: [c1]
  expect: {facility-required-area: passed}
"""

    assert faults(text) == [
        "case 'one': there is no 'gvien'; did you mean 'given'?",
        "case 'one', given: required and not given",
        "case 'one', on: expected a date such as 2015-12-31, got '31 December'",
        "case 'one', expect.facility-required-area.verdict: there is no verdict 'pased'; did you mean 'passed'?",
        "case 'two', readings: expected a mapping of readings to options, got ['a']",
        "case 'two', given: there is no kind of entity 'comunity'; did you mean 'community'?",
        "case 'two', expect.a: there is no 'verdct'; did you mean 'verdict'?",
        "case 'two', expect.a.is_breach: expected true or false, got 0",
        "case 'two', expect.a.measured: expected a number or a date or null, got True",
        "case 'two', expect.a.missing: expected a list of names, got 'a'",
        "case 'two', expect.a.notes: expected a list of names, got [1]",
        (
            "case 'two', expect.b: expected a verdict or a mapping of verdict, is_breach, is_warning, measured, limit, "
            "shortfall, missing, notes, entity; got 3"
        ),
        (
            "case 'two', expect.c: expected a verdict or a mapping of verdict, is_breach, is_warning, measured, limit, "
            "shortfall, missing, notes, entity; got {}"
        ),
        "case '', name: expected a sentence, got ''",
        "case '', given.community.households: given twice, as 'households' and '户数'",
        "case '', given.community.facility_area: expected m², got '12 kg': kg is a mass, m² an area",
        "case '', expect: expected a mapping of requirements to verdicts, got []",
        "case 4: expected a mapping of name, on, readings, given, expect, conclusions; got 'three'",
        "case 'one', given: expected one kind of entity with its fields, got ['c1']",
    ]


def test_a_name_is_given_once() -> None:
    """Two cases of one file do not share a name."""
    one = CASE + "    facility-required-area: failed"

    assert faults(one + one) == ["case 'a community of 2,350 households': name: another case has this name"]


def test_keys_are_given_once() -> None:
    """A key that is given twice is a fault, and never the last one taken."""
    assert faults("- name: a\n  name: b") == ["[0].name: given twice, again on line 2"]


@pytest.mark.parametrize("text", ["just text", "{name: one}"])
def test_a_file_is_a_list(text: str) -> None:
    """A file that is no list has no cases."""
    [fault] = faults(text)

    assert fault.startswith("expected a list of cases, got ")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "- !!python/name:os.system", "- [", ""])
def test_what_is_no_plain_yaml(text: str) -> None:
    """Anchors, tags and broken YAML are refused before anything is made of them."""
    with pytest.raises(UnreadableFileError):
        parse_cases(text)


def test_a_file_is_read(tmp_path: Path) -> None:
    """Cases know the file that they come from."""
    file = tmp_path / "cases.yaml"
    file.write_text(CASE + "    facility-required-area: failed", "utf-8")

    assert [case.source for case in read_cases(file)] == [str(file)]


def test_a_file_that_is_absent(tmp_path: Path) -> None:
    """A file that is not there cannot be read, and its name is said."""
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        read_cases(tmp_path / "none.yaml")


def test_the_error_survives_pickling() -> None:
    """The error comes back whole from another process."""
    with pytest.raises(InvalidCaseError) as caught:
        parse_cases("x", "cases.yaml")

    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  made in the line above

    assert (str(again), again.faults) == (str(caught.value), caught.value.faults)
