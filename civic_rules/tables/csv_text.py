"""CSV as people write it, made plain for a fast reader: one separator, no empty lines, no columns without a name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from civic_rules.errors import Fault, InvalidEntityError, UnreadableFileError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Numbered = tuple[int, list[str]]

SEPARATORS = ",;\t"
"""What may stand between the cells of a row."""


def plain_csv(text: str, path: str) -> str:
    r"""The text of a CSV file with commas between its cells and a header above its rows.

    Args:
        text: The text: commas, semicolons or tabs between the cells, empty lines anywhere, empty cells at the end.
        path: Where it comes from, for messages.

    Raises:
        UnreadableFileError: It is no CSV, it is empty, or two columns have one header.
        InvalidEntityError: Rows have more or fewer cells than the header, or cells below no header; all are listed.

    Examples:
        >>> plain_csv("\n编号;户数;\n\nc1;2,5;\n", "table.csv")
        '编号,户数\nc1,"2,5"\n'
    """
    rows = _rows(text, path)
    _, header = next(rows, (0, []))
    if not header:
        raise UnreadableFileError(path, "the table is empty")
    named = [place for place, name in enumerate(header) if name]
    names = [header[place] for place in named]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UnreadableFileError(path, f"columns share a header: {', '.join(map(shown, twice))}")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    width, faults = named[-1] + 1, []
    for number, row in rows:
        fault = _fault(row, header, width)
        if fault:
            faults.append(Fault(f"row {number}", fault))
        elif not faults:
            writer.writerow([row[place] for place in named])
    if faults:
        raise InvalidEntityError(path, faults)
    return out.getvalue()


def _rows(text: str, path: str) -> Iterator[Numbered]:
    """The rows in which something stands, each with its number from 1."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            row = [cell.strip() for cell in cells]
            if any(row):
                yield number, row
    except csv.Error as error:
        raise UnreadableFileError(path, f"line {reader.line_num}: no CSV: {error}") from None


def _fault(row: Sequence[str], header: Sequence[str], width: int) -> str:
    """What is wrong with the cells of a row; "" where nothing is."""
    if len(row) < width or any(row[max(width, len(header)) :]):
        title = "; the first row must name the columns, without a title above it" if width == 1 else ""
        return f"{len(row)} cell{'s' if len(row) > 1 else ''}, but the header has {len(header)}{title}"
    nameless = (place for place, name in enumerate(header) if not name and any(row[place : place + 1]))
    place = next(nameless, None) if width != len(header) or "" in header else None
    return "" if place is None else f"{shown(row[place])} stands in column {place + 1}, which has no header"
