"""What is encoded of each document, held against an index of its clauses in `clauses/`.

The index is written from the text: its clauses in their order, the words with which each begins, the keys that the
catalogue of norms has for it, and numbers that the text passes over. It knows nothing of how a key is served: by a rule
of its own, by a rule that covers it, or by the record of the document.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

import civic_rules as cr
from civic_rules import cli
from civic_rules.errors import DeclarationError, UnknownClauseError
from civic_rules.intake import parse_yaml
from civic_rules.reports import as_text, coverage_view, rulebook_page
from civic_rules.reports.wording import say
from civic_rules.rules import ClauseCoverage, Guidance
from civic_rules.rules.documents import MAX_TERM

FOLDER = Path(__file__).parent / "clauses"
TEXTS = os.environ.get("CIVIC_RULES_TEXTS", "")
DOCUMENTS = {"huangjinling-2023", "shaoyang-2023-15", "weihai-practice", "yancheng-2013-6", "yantai-2023"}


class IndexedClause(BaseModel):
    """A clause as the text has it."""

    model_config = ConfigDict(extra="forbid")

    number: str
    at: Annotated[str, Field(max_length=MAX_TERM)]
    keys: tuple[str, ...] = ()
    absent: bool = False


class Index(BaseModel):
    """The clauses of a text, and the number of keys that they have together."""

    model_config = ConfigDict(extra="forbid")

    keys: int
    clauses: tuple[IndexedClause, ...]

    @property
    def listed(self) -> list[str]:
        """The keys of all clauses."""
        return [key for clause in self.clauses for key in clause.keys]


def index_of(document: str) -> Index:
    """The index of the clauses of a document."""
    path = FOLDER / f"{document}.yaml"
    return Index.model_validate(parse_yaml(path.read_text("utf-8"), path.name).data)


def served_in(row: ClauseCoverage) -> list[str]:
    """Every key that stands in a clause: of a rule that cites it, of what such a rule covers, and of the record."""
    rules = (*row.requirements, *row.guidance, *row.benchmarks)
    return [*row.clause.covers, *(key for rule in rules for key in (rule.key, *rule.covers))]


BY_ID = pytest.mark.parametrize("document", cr.available())
BY_INDEX = pytest.mark.parametrize("document", sorted(DOCUMENTS))


def test_every_rulebook_has_an_index() -> None:
    """There is an index of each document, and no rulebook is without one."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(DOCUMENTS)
    assert set(cr.available()) <= DOCUMENTS


@BY_INDEX
def test_an_index_is_whole(document: str) -> None:
    """It has as many keys as it says, none twice and some for each clause that the text has; and no number twice."""
    index = index_of(document)
    numbers = [clause.number for clause in index.clauses]

    assert index.keys == len(index.listed)
    assert [key for key, count in Counter(index.listed).items() if count > 1] == []
    assert [number for number, count in Counter(numbers).items() if count > 1] == []
    assert [clause.number for clause in index.clauses if bool(clause.keys) is clause.absent] == []


@BY_ID
def test_the_clauses_are_those_of_the_text(document: str) -> None:
    """Coverage has a row for each clause of the text in its order, none besides, and says which number is absent."""
    expected = [(clause.number, clause.absent) for clause in index_of(document).clauses]

    assert expected == [(row.clause.number, row.clause.is_absent) for row in cr.coverage(cr.load(document))]


@BY_ID
def test_no_clause_is_empty(document: str) -> None:
    """For each clause of the text stands a rule, guidance, a benchmark or an entry of the record."""
    rows = cr.coverage(cr.load(document))

    assert [row.clause.number for row in rows if not served_in(row) and not row.clause.is_absent] == []
    assert [row.clause.number for row in rows if served_in(row) and row.clause.is_absent] == []


@BY_ID
def test_every_key_is_served_once(document: str) -> None:
    """Each key of the index is a key of one rule, or covered by one, or answered by the record of the document."""
    book = cr.load(document)
    served = Counter([*book.document.covers, *(key for rule in book.rules for key in (rule.key, *rule.covers))])

    assert {key: served[key] for key in index_of(document).listed if served[key] != 1} == {}


@BY_ID
def test_every_key_stands_in_its_clause(document: str) -> None:
    """What serves a key cites the clause in which the text has it."""
    rows = {row.clause.number: set(served_in(row)) for row in cr.coverage(cr.load(document))}
    clauses = index_of(document).clauses

    assert {clause.number: lost for clause in clauses if (lost := set(clause.keys) - rows[clause.number])} == {}


@BY_ID
def test_no_key_is_invented(document: str) -> None:
    """What a rule or the record covers is a key of the index; a rule that has no such key is one of our own making."""
    book, listed = cr.load(document), set(index_of(document).listed)
    covered = [*book.document.covers, *(key for rule in book.rules for key in rule.covers)]

    assert set(covered) - listed == set()


@BY_ID
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_command_shows_the_clauses_of_the_text(
    document: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`civic-rules coverage` shows each clause of the index with its keys below it, and says which number is absent."""
    monkeypatch.setenv("COLUMNS", "2000")
    assert cli.run(["coverage", document, "--lang", lang]) == 0
    parts = capsys.readouterr().out.split("\n\n")[1:-1]
    index = index_of(document)
    absent = say("absent", "zh" if lang == "zh" else "en")

    assert [clause.number for clause in index.clauses] == [part.split(maxsplit=1)[0] for part in parts]
    for clause, part in zip(index.clauses, parts, strict=True):
        shown = {line.split()[0] for line in part.splitlines()[1:]}
        assert set(clause.keys) - shown == set()
        assert clause.absent is (absent in part)


@pytest.mark.skipif(not Path(TEXTS or "/nowhere").is_dir(), reason="CIVIC_RULES_TEXTS names no folder of the texts")
@BY_INDEX
def test_the_index_is_that_of_the_text(document: str) -> None:
    """Each clause begins in the archived text where the index says, in this order; absent numbers are not there."""
    path = Path(TEXTS, f"{document}.txt")
    if not path.is_file():
        pytest.skip(f"{path.name} is not in the folder")
    text = path.read_text("utf-8")
    plain = re.sub(r"\s", "", text)
    present = [clause for clause in index_of(document).clauses if not clause.absent]
    place = -1
    for clause in present:
        place = plain.find(clause.at, place + 1)

        assert place >= 0, clause.number
    # Every item with a number of its own at the beginning of a line is in the index, and no other.
    items = [int(number) for number in re.findall(r"^\s*(\d{1,2})\s*\.(?!\d)", text, re.MULTILINE)]
    assert items == [int(clause.at.partition(".")[0]) for clause in present if clause.at[0].isdigit()]


TITLE = cr.Text(zh="示范", en="A model")
PASSED_OVER = cr.Clause(number="2", title=cr.Text(zh="编号由1跳到3", en="From 1 to 3"), is_absent=True)
MODEL = cr.Document(
    id="model",
    title=TITLE,
    issuer=TITLE,
    issued=date(2020, 1, 1),
    in_force_from=date(2020, 1, 1),
    last_checked=date(2020, 1, 1),
    clauses=(cr.Clause(number="1", title=TITLE, covers=("heading",)), PASSED_OVER, cr.Clause(number="3", title=TITLE)),
)
BOOK = cr.Rulebook(MODEL, (Guidance(key="advice", title=TITLE, source=MODEL.clause("3")),))


def test_a_number_that_the_text_passes_over() -> None:
    """It has a row of its own in which nothing stands, counts as no clause, and survives a round trip."""
    rows = cr.coverage(BOOK)

    assert [(row.clause.number, row.clause.is_absent, served_in(row)) for row in rows] == [
        ("1", False, ["heading"]),
        ("2", True, []),
        ("3", False, ["advice"]),
    ]
    assert [clause.number for clause in MODEL.present] == ["1", "3"]
    assert cr.Rulebook.from_json(BOOK.to_json()) == BOOK


def test_a_number_that_is_passed_over_is_told_in_both_languages() -> None:
    """The coverage and the page say that the text has no such clause."""
    english = as_text(coverage_view(BOOK, "en")).splitlines()
    chinese = as_text(coverage_view(BOOK, "zh")).splitlines()
    page = rulebook_page(BOOK)

    assert english[english.index("2  From 1 to 3") + 1].split(maxsplit=1) == ["–", "the text passes over this number"]
    assert chinese[chinese.index("2  编号由1跳到3") + 1].split() == ["–", "原文没有这一编号"]
    assert "## 2 编号由1跳到3 · From 1 to 3\n\n原文没有这一编号 · the text passes over this number\n" in page
    assert ["Clauses", "2"] in [line.split() for line in english]


def test_no_rule_cites_a_number_that_is_passed_over() -> None:
    """A rule cannot stand where the text has nothing, and nothing there is covered."""
    with pytest.raises(UnknownClauseError, match="model has no clause '2': the text passes over that number"):
        MODEL.clause("2")
    with pytest.raises(DeclarationError, match="clause '2' is absent from the text and cannot cover advice"):
        cr.Clause(number="2", title=TITLE, is_absent=True, covers=("advice",))
