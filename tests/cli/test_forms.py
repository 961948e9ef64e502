"""The form of a report, and the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from civic_rules import cli
from tests.cli.running import BREACHING, ON, Ran, Run


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--out", "a.csv"), "\ufeffrulebook,requirement,"),
        (("--out", "A.CSV"), "\ufeffrulebook,requirement,"),
        (("--out", "a.json"), "{"),
        (("--out", "a.dot"), "digraph"),
        (("--out", "a.gv"), "digraph"),
        (("--out", "a.txt"), "Community c1"),
        (("--out", "a"), "Community c1"),
        (("--out", "a.log", "--format", "csv"), "\ufeffrulebook,requirement,"),
        (("--out", "a.json", "--format", "trace"), '{\n  "schema": "civic.trace.v1"'),
        (("--out", "a.log", "--format", "table"), "Community c1"),
    ],
)
def test_the_name_of_a_file_says_its_form(run: Run, words: tuple[str, ...], begins: str) -> None:
    """Where no form is asked for; a name that says nothing is one of text, or of the form that is asked for."""
    assert run("audit", "breaching.json", *ON, *words) == Ran(1, "", "")

    assert Path(words[1]).read_text(encoding="utf-8").lstrip("\n").startswith(begins)


OTHER_NAMES = "; --format says the form of a file with any other name"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--out", "a.xlsx"), "a.xlsx: expected a name that ends in .txt, .json, .csv, .dot, .gv"),
        (("--out", "a.html"), "a.html: expected a name that ends in .txt, .json, .csv, .dot, .gv" + OTHER_NAMES),
        (("--out", "a.xlsx", "--format", "csv"), "a.xlsx: expected a name that ends in .csv, as --format is csv"),
        (("--out", "a.csv", "--format", "table"), "a.csv: expected a name that ends in .txt, as --format is table"),
        (("--out", "a.csv", "--format", "dot"), "a.csv: expected a name that ends in .dot or .gv, as --format is dot"),
        (("--out", "a.dot", "--format", "trace"), "a.dot: expected a name that ends in .json, as --format is trace"),
    ],
)
def test_a_name_and_a_form_that_disagree(run: Run, words: tuple[str, ...], message: str) -> None:
    """Nothing is written that another program could not open, or that somebody did not ask for."""
    before = sorted(Path().iterdir())

    assert run("audit", "breaching.json", *ON, *words) == Ran(
        2, "", f"civic-rules: Invalid value for --out: {message}\nTry 'civic-rules audit --help'.\n"
    )
    assert sorted(Path().iterdir()) == before


def test_a_report_does_not_replace_what_was_read(run: Run) -> None:
    """The file that is audited cannot be the file that the report is written to."""
    ran = run("audit", "breaching.json", *ON, "--out", "breaching.json")

    assert ran.status == cli.UNUSABLE
    assert "breaching.json is read by this audit" in " ".join(ran.err.split())
    assert Path("breaching.json").read_text() == BREACHING
