"""CSV as people write it, made plain for a fast reader: one separator, no empty lines, no columns without a name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from civic_rules import reasons
from civic_rules.errors import Fault, InvalidEntityError, UnreadableFileError, shown
from civic_rules.messages import Message, both, joined, no_csv, said

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
        raise UnreadableFileError(path, both("the table is empty", "表格是空的"))
    named = [place for place, name in enumerate(header) if name]
    names = [header[place] for place in named]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        headers = joined(map(shown, twice))
        reason = said("columns share a header: {headers}", "有几列的表头相同：{headers}", headers=headers)
        raise UnreadableFileError(path, reason)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    width, faults = named[-1] + 1, []
    for number, row in rows:
        fault = _fault(row, header, width)
        if fault is not None:
            faults.append(Fault(said("row {number}", "第 {number} 行", number=number), fault))
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
        raise UnreadableFileError(path, reasons.at(reader.line_num, no_csv(str(error)))) from None


def _fault(row: Sequence[str], header: Sequence[str], width: int) -> Message | None:
    """What is wrong with the cells of a row; None where nothing is."""
    if len(row) < width or any(row[max(width, len(header)) :]):
        title = both(
            "; the first row must name the columns, without a title above it",
            "；第一行必须是各列的表头，上面不能有标题",
        )
        many, one = both("cells", "个"), both("cell", "个")
        return said(
            "{number} {cells}, but the header has {width}{title}",
            "有 {number} {cells}单元格，但表头有 {width} 个{title}",
            number=len(row),
            cells=many if len(row) > 1 else one,
            width=len(header),
            title=title if width == 1 else Message(),
        )
    nameless = (place for place, name in enumerate(header) if not name and any(row[place : place + 1]))
    place = next(nameless, None) if width != len(header) or "" in header else None
    if place is None:
        return None
    return said(
        "{value} stands in column {column}, which has no header",
        "第 {column} 列有 {value}，却没有表头",
        value=shown(row[place]),
        column=place + 1,
    )
