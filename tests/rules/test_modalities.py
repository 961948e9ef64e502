"""The table of modalities, and every rule held to it."""

from __future__ import annotations

import pytest

import civic_rules as cr
from civic_rules.rules import Modality, modality_of

BINDING = [rule for name in cr.available() for rule in cr.load(name) if rule.modality is not Modality.REPORTED]
"""What is only reported judges nobody, whatever the words."""


@pytest.mark.parametrize("rule", BINDING, ids=lambda rule: rule.id)
def test_a_rule_is_as_strong_as_its_words(rule: cr.Requirement) -> None:
    """Every rule names its operative words, and its modality is the one that the table gives them."""
    report = cr.load(rule.source.document).document.is_report
    expected = modality_of(rule.wording, is_dated=rule.due is not None, is_report=report)

    assert expected == rule.modality


@pytest.mark.parametrize(
    ("wording", "is_dated", "expected"),
    [
        (["原则上", "配备"], False, Modality.IN_PRINCIPLE),
        (["推行"], False, Modality.MANDATORY),
        (["推广"], False, Modality.ENCOURAGED),
        (["推广"], True, Modality.TARGET),
        (["全覆盖"], False, Modality.TARGET),
        (["加强"], False, Modality.ENCOURAGED),
        (["不得"], True, Modality.MANDATORY),
        (["全部到位"], True, Modality.TARGET),
        (["90%以上", "实行"], True, Modality.TARGET),
        (["实行"], True, Modality.MANDATORY),
        (["着力打造"], False, Modality.ENCOURAGED),
    ],
)
def test_the_first_group_that_matches_decides(wording: list[str], is_dated: bool, expected: Modality) -> None:  # noqa: FBT001  a column of the table
    """The strongest claim on the reader comes first in the table."""
    assert expected == modality_of(wording, is_dated=is_dated)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (["建设"], Modality.TARGET),
        (["统筹建设"], Modality.TARGET),
        (["加快建设"], Modality.ENCOURAGED),
        (["加强", "队伍建设"], Modality.ENCOURAGED),
        (["纳入建设土地成本"], Modality.MANDATORY),
        (["不低于", "建设"], Modality.MANDATORY),
        (["支持", "建设"], Modality.ENCOURAGED),
    ],
)
def test_building_decides_only_by_itself(wording: list[str], expected: Modality) -> None:
    """建设 is mostly the noun behind another verb: that verb decides."""
    assert expected == modality_of(wording, is_dated=False)


def test_a_report_binds_nobody() -> None:
    """Whatever its words, a report only reports."""
    assert modality_of(["必须"], is_dated=True, is_report=True) is Modality.REPORTED


def test_words_that_the_table_does_not_know_are_refused() -> None:
    """No modality is guessed."""
    with pytest.raises(KeyError, match="no word of the table"):
        modality_of(["大概"], is_dated=False)
