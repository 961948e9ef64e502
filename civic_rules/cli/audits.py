"""The command `audit`: what a file holds, judged by rulebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import civic_rules as cr
from civic_rules.cli.forms import OF_ENTITIES, OF_TABLES, Format, form_of, not_replaced
from civic_rules.cli.options import InLang, Lang, OutFile, bad, day_of, not_empty, readings_of
from civic_rules.cli.output import FOUND_BREACHES, note, show_view, write
from civic_rules.cli.rulebooks import rulebook_of
from civic_rules.cli.tables import audit_tables, tables_of
from civic_rules.intake import is_table
from civic_rules.messages import both, said


def audit(  # noqa: PLR0913, PLR0917  one parameter an option
    file: Annotated[
        str, typer.Argument(metavar="FILE", callback=not_empty, help="JSON, YAML, CSV, Excel (.xlsx) or Parquet.")
    ],
    rulebook: Annotated[list[str], typer.Option(metavar="ID", help="A rulebook, or a JSON file of one; repeatable.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day as of which is judged: 2015-12-31.")],
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How the report is written; where it is left out, the name of --out says it."),
    ] = None,
    lang: InLang = Lang.EN,
    out: OutFile = None,
    reading: Annotated[
        list[str] | None, typer.Option(metavar="KEY=OPTION", help="How to read an open place; repeatable.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(callback=not_empty, help="What the file holds, where it does not say so.")
    ] = None,
    entity_id: Annotated[
        str | None, typer.Option("--id", callback=not_empty, help="The id of what a table lists.")
    ] = None,
    name: Annotated[str | None, typer.Option(callback=not_empty, help="The name of what a table lists.")] = None,
    sheet: Annotated[str | None, typer.Option(callback=not_empty, help="The sheet of a workbook.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every finding on a line of its own.")] = False,  # noqa: FBT002
    explain: Annotated[bool, typer.Option("--explain", help="Explain what is wrong in words.")] = False,  # noqa: FBT002
    beside: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="KIND=FILE", help="A table of members or holders, as grid=grids.parquet."),
    ] = None,
    segment: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help="A column of a table that holds no facts; repeatable.")
    ] = None,
    streaming: Annotated[  # noqa: FBT002
        bool, typer.Option("--streaming", help="Read tables a part at a time: for such as are larger than memory.")
    ] = False,
) -> int:
    """Judge what a file holds by one or several rulebooks.

    Parquet files, tables of a DuckDB file (FILE.duckdb::TABLE), and CSV files with --with or with --out FILE.parquet,
    are judged as tables: every row at once.
    """
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    day = day_of(on)
    not_replaced(out, (file, *rulebook))
    books = [rulebook_of(one) for one in rulebook]
    twice = next((book.id for number, book in enumerate(books) if book.id in {b.id for b in books[:number]}), None)
    if twice is not None:
        message = said("the rulebook {book} is given twice", "规则册 {book} 写了两次", book=twice)
        raise bad(message, "--rulebook")
    ends = {Path(one.partition("::")[0]).suffix.lower() for one in (file, out or "")}
    if ends & {".parquet", ".duckdb"} or beside or segment or streaming or form is Format.PARQUET:
        given = {"--id": entity_id, "--name": name, "--sheet": sheet, "--all": every, "--explain": explain}
        idle = [option for option, value in given.items() if value]
        if idle:
            whole = both(
                "tables are judged whole, and every row by its own id: leave it out",
                "数据表整体核查，每行用自己的编号：请去掉这个选项",
            )
            raise bad(whole, ", ".join(idle))
        files = tables_of(kind or "community", file, beside or [])
        form = form_of(form, out, OF_TABLES)
        return audit_tables(
            files, books, day, readings_of(reading or []), segment or [], form, lang, out, streaming=streaming
        )
    form = form_of(form, out, OF_ENTITIES)
    entity = cr.read_entity(file, kind=kind, entity_id=entity_id, name=name, sheet=sheet)
    report = cr.audit(entity, books, on=day, readings=readings_of(reading or []))
    if is_table(file) and not (entity_id or name):
        report = report.of_members()
        note(reports.taken_as(entity, lang.value))
    if form is Format.TABLE:
        show_view(reports.report_view(report, lang.value, everything=every, explained=explain), out)
    elif form is Format.JSON:
        write(reports.report_json(report), out)
    elif form is Format.TRACE:
        write(reports.report_trace(report), out)
    elif form is Format.DOT:
        write(reports.report_dot(report, lang.value), out)
    else:
        # Excel takes a CSV file for UTF-8 only if it begins with a mark.
        write(reports.report_csv(report, lang.value), out, encoding="utf-8-sig")
    return FOUND_BREACHES if report.breaches else 0
