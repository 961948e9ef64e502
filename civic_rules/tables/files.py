"""Frames as files: Parquet, and CSV as people write it, through Polars."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civic_rules.entities.headers import NOT_KNOWN, key_of
from civic_rules.errors import UnreadableFileError, did_you_mean, shown
from civic_rules.messages import Message, both, joined, no_csv, said
from civic_rules.reasons import DIRECTORY, no_parquet, of_system
from civic_rules.tables.csv_text import plain_csv
from civic_rules.tables.layout import ID_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import polars as pl

PARQUET, CSV, DUCKDB = ".parquet", ".csv", ".duckdb"

OF_FILE = "::"
"""What stands between a DuckDB file and the name of a table in it."""

NOT_HELD = frozenset({"interval", "union"})
"""Types of DuckDB that frames of Polars cannot hold."""

NESTED = frozenset({"array", "list", "map", "struct"})
"""Types of DuckDB that hold others."""

ISO_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

LONG_NUMBER = r"^[+-]?[0-9]{39,}$"
"""A whole number of more digits than 128 bits always hold."""

FORMULA_SIGNS = r"^[=+\-@\t\r\n＝＋－＠]"
"""What a spreadsheet may take for the beginning of a formula."""


_NO_FILE = both("there is no such file", "没有这个文件")

SYSTEM_ERROR = re.compile(r"\(os error ([0-9]+)\)")
"""How Polars quotes the number of an error of the system."""


def is_parquet(path: str | Path) -> bool:
    """Whether a path is that of a Parquet file, by its ending."""
    return Path(path).suffix.lower() == PARQUET


def is_duckdb(path: str | Path) -> bool:
    """Whether a path is that of a DuckDB file, or of a table in one, by its ending."""
    return Path(str(path).partition(OF_FILE)[0]).suffix.lower() == DUCKDB


def read_parquet(path: str | Path) -> pl.DataFrame:
    """The frame of a Parquet file.

    Raises:
        UnreadableFileError: It is absent, or no Parquet.
    """
    with reading([str(path)]):
        return scan_parquet(path).collect()


def scan_parquet(path: str | Path) -> pl.LazyFrame:
    """A Parquet file as a query, which reads it when it runs, and a part at a time.

    Raises:
        UnreadableFileError: It is absent, or no Parquet.
    """
    import polars as pl  # noqa: PLC0415  slow to import

    file = Path(path)
    _check_file(file)
    try:
        found = pl.scan_parquet(file, glob=False)
        found.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UnreadableFileError(str(path), _of_system(error) or no_parquet(_reason(error))) from None
    return found


def _check_file(path: Path) -> None:
    """Check that a path is that of a file.

    Raises:
        UnreadableFileError: It is not.
    """
    if not path.is_file():
        raise UnreadableFileError(str(path), DIRECTORY if path.is_dir() else _NO_FILE)


@contextmanager
def reading(paths: Iterable[str]) -> Iterator[None]:
    """Run queries over files.

    Args:
        paths: The files, for messages.

    Raises:
        UnreadableFileError: Something in them cannot be read.
    """
    import narwhals as nw  # noqa: PLC0415  slow to import
    import polars as pl  # noqa: PLC0415  slow to import

    try:
        yield
    except (pl.exceptions.PolarsError, nw.exceptions.NarwhalsError) as error:
        reason = said("cannot be read to its end: {reason}", "无法读到末尾（{reason}）", reason=_reason(error))
        raise UnreadableFileError(", ".join(paths), _of_system(error) or reason) from None


def read_duckdb(name: str) -> pl.DataFrame:
    """The frame of a table, or of a view, of a DuckDB file, which is opened for reading alone.

    Args:
        name: The file, two colons, and the name of the table: `district.duckdb::communities`. The name of a table
            outside the schema `main` has its schema before it: `district.duckdb::survey.communities`. Where that may
            be two tables, quotes say which: `"survey.communities"` is one of `main` with a dot in its name, and
            `"survey"."communities"` one of the schema `survey`.

    Raises:
        UnreadableFileError: The file is absent or no DuckDB file, it has no such table or two of the name, or columns
            that cannot be read.
    """
    try:
        import duckdb  # noqa: PLC0415  an extra
        import polars as pl  # noqa: PLC0415  slow to import
        import pyarrow  # noqa: ICN001, PLC0415  DuckDB hands frames over through it
    except ImportError:
        reason = both(
            'tables of DuckDB are read with duckdb: pip install "civic-rules[duckdb]"',
            '读 DuckDB 的表需要 duckdb：pip install "civic-rules[duckdb]"',
        )
        raise UnreadableFileError(name, reason) from None
    file, _, table = name.partition(OF_FILE)
    _check_file(Path(file))
    try:
        with duckdb.connect(file, read_only=True) as connection:
            relation = connection.table(_path_of(table, file, connection))
            _check_types(relation, name)
            found: pl.DataFrame = relation.pl()
            return found
    except (duckdb.Error, pyarrow.ArrowException, pl.exceptions.PolarsError) as error:
        reason = said("{reason}", "无法读取（{reason}）", reason=_reason(error))
        raise UnreadableFileError(name, reason) from None


def _check_types(relation: Any, name: str) -> None:  # noqa: ANN401  a relation of DuckDB
    """Check that the columns of a table of DuckDB can stand in a frame of Polars.

    Raises:
        UnreadableFileError: Some cannot; all of them are named, with their types.
    """
    types = dict(zip(relation.columns, relation.types, strict=True))
    wrong = [
        said("{column} ({dtype})", "{column}（{dtype}）", column=shown(column), dtype=str(dtype))
        for column, dtype in types.items()
        if not _is_held(dtype)
    ]
    if wrong:
        reason = said(
            "columns of types that cannot be read: {columns}; cast them, or leave them out in a view",
            "有的列类型无法读取：{columns}；请转换类型，或用视图去掉这些列",
            columns=joined(wrong),
        )
        raise UnreadableFileError(name, reason)


def _is_held(dtype: Any) -> bool:  # noqa: ANN401  a type of DuckDB
    """Whether values of a type of DuckDB, and all that stands in them, can stand in a frame of Polars."""
    if dtype.id in NOT_HELD:
        return False
    inner = [one for _, one in dtype.children] if dtype.id in NESTED else []
    return all(_is_held(one) for one in inner if isinstance(one, type(dtype)))  # an array has its size among them


def _path_of(given: str, file: str, connection: Any) -> str:  # noqa: ANN401  a connection of DuckDB
    """The path of a table in SQL, by its name as it is, or in quotes as SQL has it.

    Raises:
        UnreadableFileError: There is no such table, or there are two.
    """
    places = connection.sql(
        "SELECT table_catalog, table_schema, table_name FROM information_schema.tables "
        "WHERE table_catalog = current_database()"
    ).fetchall()
    paths: dict[str, str] = {}
    known: dict[str, list[str]] = {}
    for catalog, schema, table in places:
        parts = (table,) if schema == "main" else (schema, table)
        paths[_quoted(*parts)] = _quoted(catalog, schema, table)
        known.setdefault(".".join(parts), []).append(_quoted(*parts))
    meant = [given] if given in paths else known.get(given, [])
    if len(meant) == 1:
        return paths[meant[0]]
    if meant:
        reason = said(
            "{given} may be the table {meant}: write it with its quotes",
            "{given} 可能是表 {meant}：请连同引号一起写",
            given=shown(given),
            meant=joined(sorted(meant), " or ", " 或 "),
        )
        raise UnreadableFileError(file, reason)
    names = sorted(name for plain, quoted in known.items() for name in ([plain] if len(quoted) == 1 else quoted))
    listed = joined(map(shown, names)) or both("none", "（没有）")
    reason = said(
        "expected a table of it, as in {file}::TABLE, got {given}{hint}",
        "应为其中的一个表，如 {file}::TABLE，实为 {given}{hint}",
        file=file,
        given=shown(given),
        hint=did_you_mean(given, names) or said("; it has {names}", "；其中有 {names}", names=listed),
    )
    raise UnreadableFileError(file, reason)


def _quoted(*parts: str) -> str:
    """A path in SQL, whatever characters its parts have."""
    return ".".join('"{}"'.format(part.replace('"', '""')) for part in parts)


def read_csv_text(text: str, path: str) -> pl.DataFrame:
    """The frame of the text of a CSV file; a column in which a cell is no number is one of text.

    Args:
        text: The text.
        path: Where it comes from, for messages.

    Raises:
        UnreadableFileError: It is no CSV.
        InvalidEntityError: Rows do not fit the header; all of them are listed.
    """
    import polars as pl  # noqa: PLC0415  slow to import

    nothing = [word for one in NOT_KNOWN for word in (one, one.upper())]
    raw = plain_csv(text, path).encode()
    try:
        made = _read_csv(raw, null_values=nothing)
        # A number that begins with 0 is the name of something: 007 is not 7.
        numbers = [name for name, dtype in made.schema.items() if dtype.is_integer()]
        ids = [name for name in numbers if key_of(name).endswith(ID_ENDINGS)]
        if ids:
            texts = pl.read_csv(raw, columns=ids, infer_schema=False, null_values=nothing)
            padded = [name for name in ids if texts[name].str.contains(r"^0[0-9]").any()]
            made = made.with_columns(texts.select(padded))
        made = made.with_columns(_days(made))
        # A column in which nothing stands is of no type: it is text for nobody.
        made = made.with_columns(pl.lit(None).alias(name) for name in _empty(made))
        # A line on which nothing stands is no row.
        return made.filter(~pl.all_horizontal(pl.all().is_null()))
    except pl.exceptions.PolarsError as error:
        raise UnreadableFileError(path, no_csv(_reason(error))) from None


def _read_csv(raw: bytes, **how: Any) -> pl.DataFrame:  # noqa: ANN401  as Polars takes it
    """The frame of plain CSV; a column of whole numbers of which one is longer than any that Polars has is of text."""
    import polars as pl  # noqa: PLC0415  slow to import

    try:
        return pl.read_csv(raw, infer_schema_length=None, **how)
    except pl.exceptions.ComputeError:
        texts = pl.read_csv(raw, infer_schema=False)
        long = [one.name for one in texts if one.str.contains(LONG_NUMBER).any()]
        return pl.read_csv(raw, infer_schema_length=None, schema_overrides=dict.fromkeys(long, pl.String), **how)


def _days(made: pl.DataFrame) -> list[pl.Series]:
    """The columns of text in which every cell is a day such as 2015-08-01, as days: queries read no others."""
    import polars as pl  # noqa: PLC0415  slow to import

    found = []
    for column in made.select(pl.selectors.string()):
        if key_of(column.name).endswith(ID_ENDINGS) or not column.drop_nulls().head(1).str.contains(ISO_DAY).any():
            continue
        days = column.str.to_date("%Y-%m-%d", strict=False)
        if days.null_count() == column.null_count():
            found.append(days)
    return found


def _empty(made: pl.DataFrame) -> list[str]:
    """The columns in which nothing stands, but for those of ids."""
    return [one.name for one in made if one.null_count() == len(one) and not key_of(one.name).endswith(ID_ENDINGS)]


def write_frame(frame: Any, path: Path, form: str) -> None:  # noqa: ANN401  a frame of Polars, or a query
    """Write a frame of Polars, or what a query of Polars gives, as Parquet or CSV.

    Args:
        frame: The frame; a query runs a part at a time.
        path: The file.
        form: ".parquet" or ".csv".

    Raises:
        OSError: It cannot be written.
    """
    import polars as pl  # noqa: PLC0415  slow to import

    try:
        made = frame if form == PARQUET else _for_people(frame)
        is_lazy = isinstance(frame, pl.LazyFrame)
        if form == PARQUET:
            write = made.sink_parquet if is_lazy else made.write_parquet
            write(path)
        else:
            # Excel takes a CSV file for UTF-8 only if it begins with a mark.
            write = made.sink_csv if is_lazy else made.write_csv
            write(path, include_bom=True)
    except (pl.exceptions.PolarsError, OSError) as error:
        number = SYSTEM_ERROR.search(str(error))
        if number is None:
            raise OSError(_reason(error)) from None
        raise OSError(int(number[1]), os.strerror(int(number[1]))) from None


def _for_people(frame: Any) -> Any:  # noqa: ANN401  a frame of Polars, or a query
    """A frame in which no spreadsheet takes a text for a formula."""
    import polars as pl  # noqa: PLC0415  slow to import

    texts = pl.col(pl.String)
    harmless = pl.when(texts.str.contains(FORMULA_SIGNS)).then("'" + texts).otherwise(texts)
    named = frame.with_columns(pl.selectors.categorical().cast(pl.String), pl.selectors.enum().cast(pl.String))
    return named.with_columns(harmless.name.keep())


def _of_system(error: Exception) -> Message | None:
    """What the system said, where it is the system that an error of Polars is about."""
    number = SYSTEM_ERROR.search(str(error))
    return of_system(OSError(int(number[1]), os.strerror(int(number[1])))) if number else None


def _reason(error: Exception) -> str:
    """The first line of what a library says; its kind of error where it says nothing."""
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
