"""Rulebooks as values: which are the same, what is worked out of a rule once, and that a copy does not keep it."""

from __future__ import annotations

import pickle

import pytest

import civic_rules as cr
from civic_rules.expressions import choose
from civic_rules.rules import Rulebook
from civic_rules.text import Text

YANCHENG = cr.load("yancheng-2013-6")
NAME = Text(zh="某事", en="something")
READING = cr.Reading(
    key="which",
    title=NAME,
    options=({"key": "a", "title": NAME}, {"key": "b", "title": NAME}),
    default="a",
    reason=NAME,
)
community = cr.subject("community")


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_rulebook_that_says_the_same_is_the_same(rulebook_id: str) -> None:
    """A rulebook that was read from JSON, or pickled, is equal to the original and stands in its place."""
    book = cr.load(rulebook_id)
    read = Rulebook.from_json(book.to_json())
    sent = pickle.loads(pickle.dumps(book))  # noqa: S301  made in this line

    assert read.rules == book.rules
    assert read == book == sent
    assert {book: "it"}[read] == {read: "it"}[sent] == "it"


def variant(changed: str) -> Rulebook:
    """The rulebook of Yancheng with another figure, or another title of one rule."""
    rules = []
    for rule in YANCHENG.rules:
        if rule.key == "facility-required-area":
            assert isinstance(rule, cr.Requirement)
            must = community.facility_area >= "401 m²"
            update = {"must": must} if changed == "figure" else {"title": Text(zh=rule.title.zh, en="Other")}
            rule = rule.model_copy(update=update)  # noqa: PLW2901  it is the rule that is collected
        rules.append(rule)
    return Rulebook(YANCHENG.document, tuple(rules))


@pytest.mark.parametrize("changed", ["figure", "title"])
def test_variants_stand_apart(changed: str) -> None:
    """A variant is another rulebook, and one hash does not stand for both."""
    other = variant(changed)

    assert other != YANCHENG
    assert hash(other) != hash(YANCHENG)
    assert other == variant(changed)


def test_variants_are_judged_each_by_its_own_figure() -> None:
    """Whatever is kept of audits, each variant judges by what it says."""
    entity = cr.Community(id="c1", settlement="rural", households=1000, facility_area=400)
    found = [
        cr.audit(entity, book, on="2015-12-31")["facility-required-area"].verdict.value
        for book in (YANCHENG, variant("figure"), variant("title"), YANCHENG, variant("figure"))
    ]

    assert found == ["passed", "failed", "passed", "passed", "failed"]


def test_a_copy_has_what_is_worked_out_of_itself() -> None:
    """A changed copy of a rule rests on its own readings and speaks of its own subject."""
    rule = YANCHENG["facility-required-area"]
    former = (rule.subject, rule.readings)
    chosen = choose(READING, a=community.workers >= "1 worker", b=False)
    other = rule.model_copy(update={"must": chosen, "when": None})

    assert (other.subject, other.readings) == ("community", (READING,))
    assert (rule.subject, rule.readings) == former
