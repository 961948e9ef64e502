"""No run of 16 characters of a document stands in the project, nor do the terms of a list make one side by side."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import civic_rules as cr
from civic_rules.rules.documents import MAX_TERM
from civic_rules.rules.wording import wording

ROOT = Path(__file__).parents[2]
TEXTS = os.environ.get("CIVIC_RULES_TEXTS", "")
WRITTEN = (".json", ".md", ".py", ".toml", ".txt", ".yaml")
"""How the names of files end in which something could be copied."""


def letters(text: str) -> str:
    """The letters and digits of a text: what stands between two terms of a list goes."""
    return re.sub(r"[\W_]", "", text)


def runs(text: str) -> set[str]:
    """Every run of a text that is one character longer than a term may be."""
    return {text[at : at + MAX_TERM + 1] for at in range(len(text) - MAX_TERM)}


def runs_of(text: str) -> set[str]:
    """The runs of a text as it is written, and letter by letter."""
    plain = wording(text).text
    return runs(plain) | runs(letters(plain))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为每处配备三至五名专员,登记小区", {"为每处配备三至五名专员,登记小区"}),
        ('("处配备三至五名专员", "登记小区的住户")', {"处配备三至五名专员登记小区的住户"}),
        ('("登记小区的住户", "处配备三至五名专员")', set()),
        ('("配备三至五名专员", "登记小区的住户")', set()),
    ],
)
def test_terms_side_by_side_may_make_a_run(text: str, expected: set[str]) -> None:
    """A run is seen as it is written, and where two terms follow each other as in the document."""
    assert expected == runs_of(text) & runs_of("为每处配备三至五名专员，登记小区的住户。")


@pytest.mark.skipif(not Path(TEXTS or "/nowhere").is_dir(), reason="CIVIC_RULES_TEXTS names no folder of the texts")
def test_nothing_is_copied_from_the_archived_texts() -> None:
    """Neither in code nor in cases nor in pages: terms that are cited or listed stand in another order, or apart."""
    paths = [path for name in cr.available() if (path := Path(TEXTS, f"{name}.txt")).is_file()]
    of_documents = {run for path in paths for run in runs_of(path.read_text("utf-8"))}
    folders = [file for name in ("civic_rules", "docs", "tests") for file in (ROOT / name).rglob("*")]
    files = [file for file in [*ROOT.glob("*.*"), *folders] if file.suffix in WRITTEN]
    copied = {file.relative_to(ROOT).as_posix(): runs_of(file.read_text("utf-8")) & of_documents for file in files}

    assert {name: sorted(found) for name, found in copied.items() if found} == {}
    assert len(files) > len(cr.available())
