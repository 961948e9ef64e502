"""The command `audit` for whole tables: Parquet, CSV, and tables of DuckDB files."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import civic_rules as cr
from civic_rules.cli.forms import Format, not_replaced
from civic_rules.cli.options import Lang, bad
from civic_rules.cli.output import FOUND_BREACHES, note, show_view
from civic_rules.errors import shown
from civic_rules.intake import read_text, replaced
from civic_rules.intake.kinds import entity_type
from civic_rules.messages import both, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def tables_of(kind: str, first: str, given: Sequence[str]) -> dict[str, str]:
    """The files of tables by what they hold: the first, and those beside it, of which KIND=FILE says it."""
    files = {_kind(kind): first}
    for one in given:
        word, sign, file = one.partition("=")
        kind = _kind(word) if word and sign and file else ""
        if not kind or kind in files:
            message = said(
                "expected KIND=FILE, each kind once; got {given}",
                "应为 KIND=FILE，每种对象一次；实为 {given}",
                given=shown(one),
            )
            raise bad(message, "--with")
        files[kind] = file
    return files


def _kind(word: str) -> str:
    """What a table holds, by its English or Chinese word."""
    return "event" if word in {"event", "事项"} else entity_type(word).kind


def audit_tables(  # noqa: PLR0913, PLR0917  the options of `audit`
    files: dict[str, str],
    books: Sequence[cr.Rulebook],
    day: date,
    readings: dict[str, str],
    segments: Sequence[str],
    form: Format,
    lang: Lang,
    out: str | None,
    *,
    streaming: bool,
) -> int:
    """Judge tables, and write the findings as a table or what they come to."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import
    from civic_rules.tables import files as frames  # noqa: PLC0415  NumPy is slow to import

    if out is None and form is not Format.TABLE:
        raise bad(both("name a file that ends in .csv or .parquet", "请给出以 .csv 或 .parquet 结尾的文件名"), "--out")
    not_replaced(out, [file.partition("::")[0] for file in files.values()])
    read = {kind: _table(file, streaming=streaming) for kind, file in files.items()}
    # The bar stays while what was found is checked, counted and written: of a query that is when it runs.
    with reports.progress_of("核查" if lang is Lang.ZH else "judging") as progress:
        with frames.reading(files.values()) if streaming else nullcontext():
            report = cr.audit_tables(read, books, on=day, readings=readings, segments=segments, progress=progress)
            if isinstance(report, cr.LazyReport):
                report.check()
            broken, judged = any(report.breach_counts.values()), any(report.counts().values())
        if form is not Format.TABLE:
            with replaced(str(out)) as path:
                frames.write_frame(report.long(), path, f".{form.value}")
    if not judged:
        nothing = both(
            "nothing was judged: there is no row of what the rules ask of", "什么都没有核查：没有规则所问对象的行"
        )
        note(nothing.in_(lang.value))
    if form is Format.TABLE:
        show_view(reports.table_report_view(report, lang.value), out)
    else:
        for line in reports.table_report_notes(report, lang.value):
            note(line)
    return FOUND_BREACHES if broken else 0


def _table(file: str, *, streaming: bool) -> Any:  # noqa: ANN401  a frame, or a query
    """A table by the name of its file."""
    from civic_rules.tables import files as frames  # noqa: PLC0415  NumPy is slow to import

    if frames.is_parquet(file):
        return frames.scan_parquet(file) if streaming else frames.read_parquet(file)
    if frames.is_duckdb(file):
        if streaming:
            whole = said(
                "a table of DuckDB is read whole; export it as Parquet first: {file}",
                "DuckDB 的表只能整个读入；请先导出为 Parquet：{file}",
                file=file,
            )
            raise bad(whole, "--streaming")
        return frames.read_duckdb(file)
    if Path(file).suffix.lower() != ".csv":
        message = said(
            "a table is read from Parquet, CSV or FILE.duckdb::TABLE; got {given}",
            "数据表应为 Parquet、CSV 或 FILE.duckdb::TABLE；实为 {given}",
            given=shown(file),
        )
        raise bad(message, "FILE")
    read = frames.read_csv_text(read_text(file, fallback="gb18030"), file)
    return read.lazy() if streaming else read
