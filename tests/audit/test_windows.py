"""A calendar window that began before a document was in force judges nobody."""

from __future__ import annotations

from datetime import date

import pytest

from civic_rules.audit import audit
from civic_rules.entities import Community
from civic_rules.expressions import Node, Reading, ReadingOption, all_of, choose, subject
from civic_rules.rules import Clause, Document, Modality, Requirement, Rulebook
from civic_rules.text import Text

TITLE = Text(zh="经费公开", en="publication of funds")
PERIOD = Reading(
    key="period",
    title=TITLE,
    options=(ReadingOption(key="month", title=TITLE), ReadingOption(key="year", title=TITLE)),
    default="month",
    reason=TITLE,
)
OPEN = PERIOD.model_copy(update={"key": "open-period", "default": None})
OTHER = OPEN.model_copy(update={"key": "other-period"})

community = subject("community")
MONTHLY = community.event_count("funds-publication", "month") >= "1 event"
YEARLY = community.event_count("funds-publication", "year") >= "1 event"


def rulebook(must: Node, since: date) -> Rulebook:
    """A document with one rule."""
    document = Document(
        id="doc-1",
        title=TITLE,
        issuer=TITLE,
        issued=since,
        in_force_from=since,
        last_checked=since,
        clauses=(Clause(number="1", title=TITLE),),
    )
    source = document.clause("1")
    rule = Requirement(key="publication", title=TITLE, must=must, modality=Modality.MANDATORY, source=source)
    return Rulebook(document, (rule,))


def verdict(must: Node, on: str, since: str = "2013-01-16", **readings: str) -> str:
    """What an audit says of a community that has published nothing."""
    book = rulebook(must, date.fromisoformat(since))
    return str(audit(Community(id="c1", events=()), book, on=on, readings=readings)["publication"].verdict)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2013-01-31", "inapplicable"),  # December 2012, before the document
        ("2013-02-28", "inapplicable"),  # January 2013, begun before the document
        ("2013-03-01", "failed"),  # February 2013
    ],
)
def test_first_window_is_the_first_that_lies_wholly_in_force(on: str, expected: str) -> None:
    """A month is judged if it began on or after the day on which the document came into force."""
    assert expected == verdict(MONTHLY, on)


def test_a_window_that_begins_with_the_document_is_judged() -> None:
    """A document in force from the first of a month asks something of that month."""
    assert verdict(MONTHLY, "2013-03-01", since="2013-02-01") == "failed"


def test_only_the_taken_option_of_a_reading_matters() -> None:
    """Read as monthly, a rule is judged although the yearly window of its other option began too early."""
    must = choose(PERIOD, month=MONTHLY, year=YEARLY)

    assert verdict(must, "2013-03-01") == "failed"
    assert verdict(must, "2013-03-01", period="year") == "inapplicable"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2013-02-28", "inapplicable"),  # the last month and the last year both began before the document
        ("2013-03-01", "cannot_tell"),  # February 2013 is asked for if monthly is meant, 2012 is not if yearly is
        ("2015-01-01", "cannot_tell"),  # both are asked for
    ],
)
def test_until_a_reading_is_taken_only_what_all_options_agree_on_is_said(on: str, expected: str) -> None:
    """A window that began too early under one option does not take a rule out of force under the others."""
    assert expected == verdict(choose(OPEN, month=MONTHLY, year=YEARLY), on)


def test_two_readings_that_are_not_taken_are_looked_at_together() -> None:
    """Where every way to take both has a window that began too early, nothing is asked."""
    must = all_of(choose(OPEN, month=MONTHLY, year=YEARLY), choose(OPEN, month=YEARLY, year=MONTHLY))
    apart = all_of(choose(OPEN, month=MONTHLY, year=YEARLY), choose(OTHER, month=YEARLY, year=MONTHLY))

    assert verdict(must, "2013-03-01") == "inapplicable"
    assert verdict(apart, "2013-03-01") == "cannot_tell"
    assert verdict(apart, "2013-03-01", **{"other-period": "month"}) == "inapplicable"


def test_the_earliest_of_several_windows_decides() -> None:
    """A rule that counts events in a month and in a year is judged from the first full year on."""
    must = all_of(MONTHLY, YEARLY)

    assert verdict(must, "2014-12-31") == "inapplicable"
    assert verdict(must, "2015-01-01") == "failed"
