"""A table as rows of cells, whatever file it came in: what is known of each cell besides its value."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from civic_rules import reasons
from civic_rules.errors import UnreadableFileError
from civic_rules.intake.files import read_text
from civic_rules.messages import Message, no_csv, said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Cell = str | float | bool | date | time | timedelta | None
"""A value of a table; text is as it was written."""

DELIMITERS = ",;\t"
"""What may stand between the cells of a CSV file."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A block of cells that are shown as one.

    Attributes:
        top: Its first row, counted from 0.
        left: Its first column, counted from 0.
        bottom: Its last row.
        right: Its last column.
    """

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """The block as a spreadsheet names it: B2:B5."""
        return f"{column_letters(self.left)}{self.top + 1}:{column_letters(self.right)}{self.bottom + 1}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one table.

    Attributes:
        rows: The rows from the top, each with its cells; a row may be short.
        troubles: What is wrong with a cell, by row and column counted from 0.
        merged: Blocks of cells that are shown as one.
    """

    rows: list[list[Cell]]
    troubles: Mapping[tuple[int, int], Message] = field(default_factory=dict)
    merged: tuple[Merged, ...] = ()


def column_letters(number: int) -> str:
    """The name that spreadsheets give to a column, counted from 0.

    Examples:
        >>> column_letters(0), column_letters(27)
        ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_csv(path: str | Path) -> Sheet:
    """The cells of a CSV file in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs between them.

    Raises:
        UnreadableFileError: The file cannot be read, or is no CSV.
    """
    text = read_text(path, fallback="gb18030")
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=head.count)
    rows: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows += ([*cells] for cells in reader)
    except csv.Error as error:
        raise UnreadableFileError(str(path), reasons.at(reader.line_num, no_csv(str(error)))) from None
    troubles: dict[tuple[int, int], Message] = {}
    width = len(next((row for row in rows if any(row)), []))
    for number, row in enumerate(rows):
        if any(row) and len(row) != width and not (len(row) > width and not any(row[width:])):
            troubles[number, -1] = said(
                "{cells} cells, but the header has {width}",
                "有 {cells} 个单元格，但表头有 {width} 个",
                cells=len(row),
                width=width,
            )
    return Sheet(rows, troubles)
