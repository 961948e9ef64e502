"""Rulebooks as people see them: the list, one rule, and what of a document is encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.reports import as_text, coverage_view, rule_view, rulebooks_view
from civic_rules.reports.wording import say
from civic_rules.rules import Requirement

if TYPE_CHECKING:
    from civic_rules.units import Lang

BOOKS = [cr.load(one) for one in cr.available()]
LANGS: tuple[Lang, ...] = ("en", "zh")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are not broken, so that they can be looked up."""
    monkeypatch.setenv("COLUMNS", "2000")


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_of_rulebooks(lang: Lang) -> None:
    """Every rulebook is listed with its title, its day and how much is in it."""
    text = as_text(rulebooks_view(BOOKS, lang))
    for book in BOOKS:
        line = next(line for line in text.splitlines() if line.startswith(book.id))
        assert book.document.title.in_(lang) in line
        assert line.split()[-3:] == [str(len(book)), str(len(book.guidance)), str(len(book.benchmarks))]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_every_rule_can_be_shown(book: cr.Rulebook, lang: Lang) -> None:
    """Every rule shows its title, its id, its clause, and a requirement its modality, inputs and readings."""
    for rule in book.rules:
        text = as_text(rule_view(book, rule, lang))
        for told in (rule.title.in_(lang), rule.id, rule.source.clause, *rule.covers):
            assert told in text
        if isinstance(rule, Requirement):
            assert rule.modality.title(lang) in text
            assert str(rule.due or "") in text
            assert all(reading.title.in_(lang) in text for reading in rule.readings)
            assert f"{say('default', lang)})" in text or not any(reading.default for reading in rule.readings)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_the_coverage_of_a_document(book: cr.Rulebook, lang: Lang) -> None:
    """Every clause and every key stands in the coverage, and the totals are those of the rulebook."""
    text = as_text(coverage_view(book, lang))
    lines = text.splitlines()
    for clause in book.document.clauses:
        assert f"{clause.number}  {clause.title.in_(lang)}" in lines
    keys = [key for rule in book.rules for key in (rule.key, *rule.covers)] + list(book.document.covers)
    listed = {line.split()[0] for line in lines if line.strip()}
    assert set(keys) - listed == set()
    totals = dict(line.rsplit(maxsplit=1) for line in lines[-8:])
    assert totals[say("requirements", lang)] == str(len(book))
    assert totals[say("guidance", lang)] == str(len(book.guidance))
    assert totals[say("circumstances", lang)] == str(len(book.circumstances))
    assert totals[say("consequences", lang)] == str(len(book.consequences))
    assert totals[say("all keys", lang)] == str(len(keys))


def test_a_rule_in_both_languages() -> None:
    """A rule is told as a sentence and as a formula."""
    book = cr.load("yancheng-2013-6")
    english = as_text(rule_view(book, book.rule("community-size-urban"), "en"))
    chinese = as_text(rule_view(book, book.rule("community-size-urban"), "zh"))
    assert "\nWhat must hold      the number of households is from 2,000 to 3,000\n" in english
    assert '\nFormula             community.households.between("2000 household", "3000 household")\n' in english
    assert "\nA breach only when  the community is newly drawn\n" in english
    assert '\n公式                  社区.户数.介于("2000 household", "3000 household")\n' in chinese
    assert "\n仅在此条件下构成违反  属于新划分社区\n" in chinese


def test_a_consequence_in_both_languages() -> None:
    """A consequence is told by what it asks for, what may not be there, and what it concludes."""
    book = cr.load("yancheng-2013-6")
    english = as_text(rule_view(book, book.rule("attainment-priority"), "en"))
    chinese = as_text(rule_view(book, book.rule("gap-plan-owed"), "zh"))
    assert "\nWhen all of these  community lies in city\n" in english
    assert "\nUnless             community: “Counts as a community that attains the standard”, about city\n" in english
    assert "\nWhat follows       priority: community, about city\n" in english
    assert "\n须同时具备  社区：“缺口社区”\n" in chinese
    assert "\n得出        义务：县(市、区)，关于社区；各县（市、区）政府；2013年3月31日\n" in chinese


def test_a_circumstance_has_its_condition_and_its_reading() -> None:
    """A circumstance is told as a sentence and as a formula, with the reading on which it rests."""
    book = cr.load("huangjinling-2023")
    text = as_text(rule_view(book, book.rule("case-in-chain"), "en"))
    assert "exceeds what the community can do" in text
    assert "\nReading grid-chain-scope: " in text
