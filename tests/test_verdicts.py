"""The three-valued logic: what is unknown stays unknown unless the known part settles the matter."""

from __future__ import annotations

from itertools import product

import pytest

from civic_rules.verdicts import Truth, Verdict, all_true, any_true, negation

TRUTHS: tuple[Truth, ...] = (True, False, None)

COMPLETIONS: dict[Truth, tuple[bool, ...]] = {True: (True,), False: (False,), None: (True, False)}
"""What a truth can turn out to be once everything is known."""


def settled(outcomes: set[bool]) -> Truth:
    """The one outcome of all completions, or None where they differ."""
    return next(iter(outcomes)) if len(outcomes) == 1 else None


@pytest.mark.parametrize("truths", [truths for length in range(4) for truths in product(TRUTHS, repeat=length)])
def test_and_or(truths: tuple[Truth, ...]) -> None:
    """And and or say what every completion of the unknown would say, and nothing where completions differ."""
    completions = list(product(*(COMPLETIONS[truth] for truth in truths)))

    assert all_true(truths) is settled({all(one) for one in completions})
    assert any_true(truths) is settled({any(one) for one in completions})


@pytest.mark.parametrize("truth", TRUTHS)
def test_not(truth: Truth) -> None:
    """Not says the opposite of what is known, and nothing of what is not."""
    assert negation(truth) is settled({not one for one in COMPLETIONS[truth]})


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=2)))
def test_de_morgan(truths: tuple[Truth, ...]) -> None:
    """What does not hold together is missing somewhere."""
    assert negation(all_true(truths)) is any_true(map(negation, truths))


@pytest.mark.parametrize(
    ("truth", "verdict"), [(True, "passed"), (False, "failed"), (None, "cannot_tell")], ids=["true", "false", "unknown"]
)
def test_verdict_of_a_truth(truth: Truth, verdict: str) -> None:
    """A condition that holds passes, one that does not fails, one that is not known cannot tell."""
    assert Verdict.of(truth) == verdict


def test_words_of_the_verdicts() -> None:
    """Each verdict has its words in both languages."""
    assert [(verdict.title("zh"), verdict.title("en")) for verdict in Verdict] == [
        ("达标", "passed"),
        ("未达标", "failed"),
        ("无法判断", "cannot tell"),
        ("不适用", "not applicable"),
    ]
