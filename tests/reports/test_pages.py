"""Rulebooks as pages of Markdown: nothing is left out, links lead somewhere, and `docs/rulebooks` is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import civic_rules as cr
from civic_rules import cli
from civic_rules.reports import indicator_page, pages, rulebook_page
from civic_rules.rules import Requirement

BOOKS = [cr.load(one) for one in cr.available()]
FOLDER = Path(__file__).parent.parent.parent / "docs" / "rulebooks"
BY_ID = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)


@BY_ID
def test_every_rule_has_one_section(book: cr.Rulebook) -> None:
    """Each rule of a rulebook is a heading once, in the order of the text."""
    found = re.findall(r"^### `([\w-]+)`$", rulebook_page(book), re.MULTILINE)

    assert sorted(rule.key for rule in book.rules) == sorted(found)


@BY_ID
def test_a_section_says_all_of_a_requirement(book: cr.Rulebook) -> None:
    """Titles in both languages, clause, modality, due date, departments and readings stand under the key."""
    text = rulebook_page(book)
    sections = dict(re.findall(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    lacking = []
    for rule in (one for one in book.rules if isinstance(one, Requirement)):
        wanted = [rule.title.zh, rule.title.en, rule.source.clause, rule.modality.title("zh")]
        wanted += [str(day) for day in (rule.due, rule.until) if day is not None]
        wanted += [one.en for one in rule.responsible] + [f"(#{reading.key})" for reading in rule.readings]
        lacking += [(rule.key, one) for one in wanted if one not in sections[rule.key]]

    assert lacking == []


def test_links_of_the_pages_lead_to_a_heading() -> None:
    """A link names a page that is made, and a heading of it."""
    made = pages(BOOKS)
    headings = {name: set(re.findall(r"^### `?([\w-]+)`?$", text, re.MULTILINE)) for name, text in made.items()}
    links = [
        (target or name, anchor)
        for name, text in made.items()
        for target, anchor in re.findall(r"\]\(([\w.-]*)#?([\w-]*)\)", text)
    ]

    assert len(links) > len(BOOKS)
    assert [link for link in links if link[0] not in made or (link[1] and link[1] not in headings[link[0]])] == []


def test_one_indicator_has_the_limits_of_several_documents() -> None:
    """The floor area of a household is limited by Yancheng at 20 and by Shaoyang at 43 m² per 100 households."""
    [row] = [line for line in indicator_page(BOOKS).splitlines() if "户均服务用房面积" in line]

    assert "at least 20 m² per 100 households (community, mandatory)" in row
    assert "at least 43 m² per 100 households (city, target)" in row


def test_tables_have_a_cell_for_each_column() -> None:
    """Whatever a title holds, a row of a table has as many cells as its header."""
    tables = re.findall(r"(?:^\|.*\n)+", indicator_page(BOOKS), re.MULTILINE)
    widths = [{len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()} for table in tables]

    assert [len(found) for found in widths] == [1] * len(tables)


def test_the_command_writes_the_pages(tmp_path: Path) -> None:
    """`civic-rules pages FOLDER` writes every page, and says what is wrong of a folder that is not there."""
    assert cli.run(["pages", str(tmp_path)]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == pages(BOOKS)
    assert cli.run(["pages", str(tmp_path / "absent")]) == cli.UNUSABLE


@pytest.mark.parametrize("name", sorted(pages(BOOKS)))
def test_the_pages_in_docs_are_up_to_date(name: str) -> None:
    """docs/rulebooks has what the rules say today: `civic-rules pages docs/rulebooks` writes it."""
    assert (FOLDER / name).read_text(encoding="utf-8") == pages(BOOKS)[name]
