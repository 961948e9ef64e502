"""The command `civic-rules`: a thin layer over the public names.

Exit status: 0 no breach, 1 breaches, 2 unusable input. Nothing that a user hands in ends in a traceback.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from pydantic_core import PydanticCustomError

import civic_rules as cr
from civic_rules.entities.fields import Day
from civic_rules.errors import (
    CivicRulesError,
    InvalidRulebookError,
    UnknownRequirementError,
    UnwritableFileError,
    did_you_mean,
    expected,
    shown,
)
from civic_rules.intake import entity_text, is_table, read_text, replaced, write_text
from civic_rules.intake.kinds import entity_type, kind_names
from civic_rules.intake.reasons import of_system
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

UsageFault: Any = typer.BadParameter.__bases__[0]
"""What typer raises of words that it cannot make sense of; it has no public name for it."""

FOUND_BREACHES = 1
UNUSABLE = 2
OWN_FAULT = 3

EXAMPLES = ("weihai", "yancheng-district")
"""The examples that can be written."""


class Format(StrEnum):
    """How a report is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TRACE = "trace"
    DOT = "dot"
    PARQUET = "parquet"


ENDINGS = {
    Format.TABLE: (".txt",),
    Format.JSON: (".json",),
    Format.CSV: (".csv",),
    Format.TRACE: (".json",),
    Format.DOT: (".dot", ".gv"),
    Format.PARQUET: (".parquet",),
}
"""How the names of files of each form end."""

OF_ENTITIES = (Format.TABLE, Format.JSON, Format.CSV, Format.TRACE, Format.DOT)
OF_TABLES = (Format.TABLE, Format.CSV, Format.PARQUET)
"""The forms in which findings of entities, and of whole tables, are written."""

WORKBOOKS = (".xlsx", ".xls", ".ods")
"""Names of files that no form here makes, and that a program would not open."""


class Lang(StrEnum):
    """The language of a report, and of messages."""

    EN = "en"
    ZH = "zh"


app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Requirements of public policy documents: audit a place, look up a rule. Exit status: 0 no breach, "
    "1 breaches, 2 unusable input.",
)

InLang = Annotated[Lang, typer.Option("--lang", help="English or Chinese.")]
OutFile = Annotated[str | None, typer.Option("--out", metavar="FILE", help="Write to a file, whole or not at all.")]


def _tell_version(asked: bool) -> None:  # noqa: FBT001  typer hands it over like this
    """Print the version, if it is asked for, and end."""
    if asked:
        _print(f"civic-rules {version('civic-rules')}\n", None)
        raise typer.Exit


@app.callback()
def command(
    told: Annotated[  # noqa: FBT002
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What can be asked of the command itself."""


@app.command()
def audit(  # noqa: PLR0913, PLR0917  one parameter an option
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON, YAML, CSV, Excel (.xlsx) or Parquet.")],
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
    kind: Annotated[str | None, typer.Option(help="What the file holds, where it does not say so.")] = None,
    entity_id: Annotated[str | None, typer.Option("--id", help="The id of what a table lists.")] = None,
    name: Annotated[str | None, typer.Option(help="The name of what a table lists.")] = None,
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook.")] = None,
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

    day = _day(on)
    if out is not None and any(_is_same_file(out, read) for read in (file, *rulebook)):
        raise _bad(_read_here(out), "--out")
    books = [_rulebook(one) for one in rulebook]
    twice = next((book.id for number, book in enumerate(books) if book.id in {b.id for b in books[:number]}), None)
    if twice is not None:
        message = said("the rulebook {book} is given twice", "规则册 {book} 写了两次", book=twice)
        raise _bad(message, "--rulebook")
    ends = {Path(one.partition("::")[0]).suffix.lower() for one in (file, out or "")}
    if ends & {".parquet", ".duckdb"} or beside or segment or streaming or form is Format.PARQUET:
        given = {"--id": entity_id, "--name": name, "--sheet": sheet, "--all": every, "--explain": explain}
        idle = [option for option, value in given.items() if value]
        if idle:
            whole = both(
                "tables are judged whole, and every row by its own id: leave it out",
                "数据表整体核查，每行用自己的编号：请去掉这个选项",
            )
            raise _bad(whole, ", ".join(idle))
        files = _beside([f"{kind or 'community'}={file}", *(beside or [])])
        form = _form(form, out, OF_TABLES)
        return _audit_tables(
            files, books, day, _readings(reading or []), segment or [], form, lang, out, streaming=streaming
        )
    form = _form(form, out, OF_ENTITIES)
    entity = cr.read_entity(file, kind=kind, entity_id=entity_id, name=name, sheet=sheet)
    report = cr.audit(entity, books, on=day, readings=_readings(reading or []))
    if is_table(file) and not (entity_id or name):
        report = report.of_members()
        _note(reports.taken_as(entity, lang.value))
    if form is Format.TABLE:
        _show(reports.report_view(report, lang.value, everything=every, explained=explain), out)
    elif form is Format.JSON:
        _print(reports.report_json(report), out)
    elif form is Format.TRACE:
        _print(reports.report_trace(report), out)
    elif form is Format.DOT:
        _print(reports.report_dot(report, lang.value), out)
    else:
        # Excel takes a CSV file for UTF-8 only if it begins with a mark.
        _print(reports.report_csv(report, lang.value), out, encoding="utf-8-sig")
    return FOUND_BREACHES if report.breaches else 0


def _form(given: Format | None, out: str | None, possible: Sequence[Format]) -> Format:
    """How a report is written: as is asked for, or as the name of its file says; the two must not disagree."""
    if given is not None and given not in possible:
        raise _bad(_why_not(given), "--format")
    ending = Path(out or "").suffix.lower()
    named = [form for form, endings in ENDINGS.items() if ending in endings]
    fitting = [form for form in named if form in possible]
    names = joined(dict.fromkeys(end for form in possible for end in ENDINGS[form]))
    if given is None and not fitting and ending:
        other = both("; --format says the form of a file with any other name", "；其他文件名请用 --format 说明格式")
        message = said(
            "{file}: expected a name that ends in {names}{hint}",
            "{file}：文件名应以 {names} 结尾{hint}",
            file=out,
            names=names,
            hint=Message() if ending in WORKBOOKS else other,
        )
        raise _bad(message, "--out")
    if given is not None and (ending in WORKBOOKS or (named and given not in named)):
        message = said(
            "{file}: expected a name that ends in {names}, as --format is {form}",
            "{file}：--format 为 {form}，文件名应以 {names} 结尾",
            file=out,
            names=joined(ENDINGS[given], " or ", " 或 "),
            form=given.value,
        )
        raise _bad(message, "--out")
    return given or (fitting[0] if fitting else Format.TABLE)


def _why_not(form: Format) -> Message:
    """Why a report is not written in a form in which others are."""
    if form is Format.JSON:
        return both(
            "a table is written as Parquet or CSV; name a file that ends in .parquet or .csv",
            "数据表写成 Parquet 或 CSV；请给出以 .parquet 或 .csv 结尾的文件名",
        )
    return both(
        "what follows is worked out for entities, not for tables: hand in JSON, YAML, XLSX or CSV alone",
        "推论只对对象得出，不对数据表得出：请只用 JSON、YAML、XLSX 或 CSV",
    )


def _beside(given: Sequence[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    for one in given:
        word, sign, file = one.partition("=")
        kind = _kind(word) if sign and file else ""
        if not kind or kind in files:
            message = said(
                "expected KIND=FILE, each kind once; got {given}",
                "应为 KIND=FILE，每种对象一次；实为 {given}",
                given=shown(one),
            )
            raise _bad(message, "--with")
        files[kind] = file
    return files


def _kind(word: str) -> str:
    """What a table holds, by its English or Chinese word."""
    return "event" if word in {"event", "事项"} else entity_type(word).kind


def _audit_tables(  # noqa: PLR0913, PLR0917  the options of `audit`
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
        raise _bad(both("name a file that ends in .csv or .parquet", "请给出以 .csv 或 .parquet 结尾的文件名"), "--out")
    if out is not None and any(_is_same_file(out, file.partition("::")[0]) for file in files.values()):
        raise _bad(_read_here(out), "--out")
    read = {kind: _table(file, streaming=streaming) for kind, file in files.items()}
    with frames.reading(files.values()) if streaming else nullcontext():
        with reports.progress_of("核查" if lang is Lang.ZH else "judging") as progress:
            report = cr.audit_tables(read, books, on=day, readings=readings, segments=segments, progress=progress)
        if isinstance(report, cr.LazyReport):
            report.check()
        broken = any(report.breach_counts.values())
        if not any(report.counts().values()):
            nothing = both(
                "nothing was judged: there is no row of what the rules ask of", "什么都没有核查：没有规则所问对象的行"
            )
            _note(nothing.in_(lang.value))
    if form is Format.TABLE:
        _show(reports.table_report_view(report, lang.value), out)
    else:
        with replaced(str(out)) as path:
            frames.write_frame(report.long(), path, f".{form.value}")
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
            raise _bad(whole, "--streaming")
        return frames.read_duckdb(file)
    if Path(file).suffix.lower() != ".csv":
        message = said(
            "a table is read from Parquet, CSV or FILE.duckdb::TABLE; got {given}",
            "数据表应为 Parquet、CSV 或 FILE.duckdb::TABLE；实为 {given}",
            given=shown(file),
        )
        raise _bad(message, "FILE")
    read = frames.read_csv_text(read_text(file, fallback="gb18030"), file)
    return read.lazy() if streaming else read


@app.command()
def rulebooks(lang: InLang = Lang.EN) -> int:
    """List the rulebooks that come with the package."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    _show(reports.rulebooks_view([cr.load(one) for one in cr.available()], lang.value), None)
    return 0


@app.command()
def show(
    rule: Annotated[str, typer.Argument(metavar="ID/KEY", help="The id of a rulebook, and the key of a rule in it.")],
    rulebook: Annotated[str | None, typer.Option(metavar="FILE", help="A JSON file of a rulebook of your own.")] = None,
    lang: InLang = Lang.EN,
) -> int:
    """Show what a rule says: its clause, its formula, its readings, the data that it needs."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    head, slash, key = rule.partition("/")
    if not slash and rulebook is None:
        raise UnknownRequirementError(_where_is(rule))
    book = _rulebook(head if rulebook is None else rulebook)
    _show(reports.rule_view(book, book.rule(key if slash and head == book.id else rule), lang.value), None)
    return 0


@app.command()
def coverage(
    rulebook: Annotated[str, typer.Argument(metavar="ID", help="A rulebook, or a JSON file of one.")],
    lang: InLang = Lang.EN,
) -> int:
    """Show what of a document is encoded, clause by clause."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    _show(reports.coverage_view(_rulebook(rulebook), lang.value), None)
    return 0


@app.command()
def pages(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder that is there.")],
    rulebook: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A rulebook, or a JSON file of one; repeatable.")
    ] = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Write a page of Markdown for each rulebook, and one for what they share."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    books = [_rulebook(one) for one in rulebook or cr.available()]
    for name, text in reports.pages(books).items():
        write_text(Path(folder) / name, text)
    return 0


@app.command()
def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[KIND|rulebook|trace]", help="community, county ..., rulebook or trace.")
    ] = ("community"),
    out: OutFile = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Print the JSON Schema of a kind of entity, of a rulebook, or of a trace of what follows."""
    if kind == "trace":
        from civic_rules.inference import trace_schema  # noqa: PLC0415  only this schema needs the room

        made = trace_schema()
    elif kind == "rulebook":
        made = cr.Rulebook.json_schema()
    elif kind in kind_names():
        made = entity_type(kind).model_json_schema()
    else:
        hint = did_you_mean(kind, ["rulebook", "trace", *kind_names()])
        message = said(
            "there is no schema of {kind}{hint}", "没有 {kind} 的 JSON Schema{hint}", kind=shown(kind), hint=hint
        )
        raise _bad(message, "KIND")
    _print(json.dumps(made, ensure_ascii=False, indent=2) + "\n", out)
    return 0


@app.command()
def example(
    name: Annotated[str, typer.Argument(metavar="NAME", help=" or ".join(EXAMPLES))],
    out: OutFile = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Write an example as a JSON file that `audit` reads."""
    if name not in EXAMPLES:
        raise _bad(expected(joined(EXAMPLES, " or ", " 或 "), name, did_you_mean(name, EXAMPLES)), "NAME")
    if out is not None and Path(out).suffix.lower() != ".json":
        raise _bad(expected(both("a name that ends in .json", "以 .json 结尾的文件名"), out), "--out")
    _print(entity_text(getattr(cr.examples, name.replace("-", "_"))()), out)
    return 0


class _ClosedPipeError(Exception):
    """Whoever read the output has stopped reading, as `head` does."""


def _is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def _read_here(out: str) -> Message:
    return said(
        "{file} is read by this audit and would be replaced by its report: name another file",
        "{file} 是这次核查要读的文件，会被报告覆盖：请换一个文件名",
        file=out,
    )


def _bad(message: Message, name: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint=name)


def _day(text: str) -> date:
    try:
        return cast("date", Day("").read(text))
    except PydanticCustomError as error:
        raise _bad((error.context or {})["message"], "--on") from None


def _readings(given: Sequence[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for one in given:
        key, sign, option = one.partition("=")
        if not sign or not key or not option:
            raise _bad(expected(both("KEY=OPTION", "KEY=OPTION"), one), "--reading")
        if key in chosen:
            raise _bad(said("{key} is given twice", "{key} 写了两次", key=shown(key)), "--reading")
        chosen[key] = option
    return chosen


def _rulebook(given: str) -> cr.Rulebook:
    """A rulebook by its id, or out of a JSON file."""
    if given in cr.available() or not (given.lower().endswith(".json") or os.sep in given or Path(given).is_file()):
        return cr.load(given)
    try:
        return cr.Rulebook.from_json(read_text(given))
    except InvalidRulebookError as error:
        message = said("{file}: {wrong}", "{file}：{wrong}", file=given, wrong=error.message)
        raise _bad(message, "--rulebook") from None


def _where_is(key: str) -> Message:
    found = joined([f"{book}/{key}" for book in cr.available() if key in cr.load(book)], " or ", " 或 ")
    return said(
        "expected the id of a rulebook and a key, as in {book}/KEY; got {given}{hint}",
        "应为规则册的编号和规则的编号，如 {book}/KEY；实为 {given}{hint}",
        book=cr.available()[0],
        given=shown(key),
        hint=said("; did you mean {found}?", "；是否想写 {found}？", found=found) if found else Message(),
    )


def _show(content: RenderableType, out: str | None) -> None:
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    if out is not None:
        write_text(out, reports.as_text(content))
        return
    with _to_stdout():
        if sys.stdout.isatty():
            reports.console(sys.stdout).print(content)
        else:
            sys.stdout.write(reports.as_text(content))


def _print(text: str, out: str | None, *, encoding: str = "utf-8") -> None:
    if out is not None:
        write_text(out, text, encoding=encoding)
        return
    with _to_stdout():
        sys.stdout.write(text)


@contextmanager
def _to_stdout() -> Iterator[None]:
    """Print, and see at once whether it arrived."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        raise _ClosedPipeError from None
    except OSError as error:
        _forget_output()
        reason = said("{reason}", "{reason}", reason=error.strerror or str(error))
        raise UnwritableFileError(both("standard output", "标准输出"), reason) from None


def _forget_output() -> None:
    """Send what still waits to be printed nowhere, so that Python does not fail on it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command and say how it ended.

    Args:
        arguments: The words after the name of the command; None for those of this process.

    Returns:
        The exit status.
    """
    words = None if arguments is None else list(arguments)
    try:
        status = app(args=words, prog_name="civic-rules", standalone_mode=False)
    except _ClosedPipeError:
        return 128 + getattr(signal, "SIGPIPE", 13)
    except (KeyboardInterrupt, typer.Abort):
        return 128 + signal.SIGINT
    except Exception as error:  # noqa: BLE001  a user is told in words, whatever it is
        return _complain(error, _language(sys.argv[1:] if words is None else words))
    return status if isinstance(status, int) else 0


def _language(words: Sequence[str]) -> str:
    """The language that is asked for, also where the other words make no sense."""
    spread = [part for word in words for part in (word.split("=", 1) if word.startswith("--lang=") else [word])]
    return next((after for word, after in reversed(list(pairwise(spread))) if word == "--lang"), Lang.EN)


def _complain(error: Exception, lang: str) -> int:
    """Say on standard error what is wrong."""
    if isinstance(error, UsageFault):
        from civic_rules.reports.usage import usage_message  # noqa: PLC0415  only who errs needs it

        message = usage_message(error)
    elif isinstance(error, CivicRulesError):
        message = error.message
    elif isinstance(error, OSError):
        message = Message(str(error), of_system(error).zh)
    elif isinstance(error, MemoryError):
        message = both("there is not enough memory for this", "内存不足")
    else:
        message = said(
            "this is a fault of civic-rules itself, please report it: {error}",
            "这是 civic-rules 自身的错误，请反馈：{error}",
            error=repr(error),
        )
        _note(message.in_(lang))
        return OWN_FAULT
    _note(message.in_(lang))
    return UNUSABLE


def _note(message: str) -> None:
    """Say something on standard error."""
    from civic_rules.text import printable  # noqa: PLC0415  only who has something to say needs it

    text = "\n".join(printable(line) for line in f"civic-rules: {message}".split("\n"))
    sys.stderr.write(f"{text}\n")


def _speak_utf8() -> None:
    """Print Chinese in any locale; what even UTF-8 cannot say is written out."""
    for name in ("stdout", "stderr"):
        stream: Any = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  open until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main() -> None:
    """The entry point of the command."""
    _speak_utf8()
    sys.exit(run())


if __name__ == "__main__":
    main()
