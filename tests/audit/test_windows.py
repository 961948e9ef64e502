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


def test_the_earliest_of_several_windows_decides() -> None:
    """A rule that counts events in a month and in a year is judged from the first full year on."""
    must = all_of(MONTHLY, YEARLY)

    assert verdict(must, "2014-12-31") == "inapplicable"
    assert verdict(must, "2015-01-01") == "failed"
