"""Frames as files: Parquet, and CSV as people write it, through Polars."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from civic_rules.entities.headers import NOT_KNOWN, key_of
from civic_rules.errors import UnreadableFileError
from civic_rules.tables.csv_text import plain_csv
from civic_rules.tables.layout import ID_ENDINGS

if TYPE_CHECKING:
    import polars as pl

PARQUET, CSV = ".parquet", ".csv"

FORMULA_SIGNS = r"^[=+\-@\t\r\n＝＋－＠]"
"""What a spreadsheet may take for the beginning of a formula."""


def is_parquet(path: str | Path) -> bool:
    """Whether a path is that of a Parquet file, by its ending."""
    return Path(path).suffix.lower() == PARQUET


def read_parquet(path: str | Path) -> pl.DataFrame:
    """The frame of a Parquet file.

    Raises:
        UnreadableFileError: It is absent, or no Parquet.
    """
    import polars as pl  # noqa: PLC0415  slow to import

    file = Path(path)
    if not file.is_file():
        raise UnreadableFileError(str(path), "there is no such file")
    try:
        return pl.read_parquet(file)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UnreadableFileError(str(path), f"no Parquet: {str(error).splitlines()[0]}") from None


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
        made = pl.read_csv(raw, infer_schema_length=None, null_values=nothing)
        # A number that begins with 0 is the name of something: 007 is not 7.
        numbers = [name for name, dtype in made.schema.items() if dtype.is_integer()]
        ids = [name for name in numbers if key_of(name).endswith(ID_ENDINGS)]
        if ids:
            texts = pl.read_csv(raw, columns=ids, infer_schema=False, null_values=nothing)
            padded = [name for name in ids if texts[name].str.contains(r"^0[0-9]").any()]
            made = made.with_columns(texts.select(padded))
        # A line on which nothing stands is no row.
        return made.filter(~pl.all_horizontal(pl.all().is_null()))
    except pl.exceptions.PolarsError as error:
        raise UnreadableFileError(path, f"no CSV: {str(error).splitlines()[0]}") from None


def write_frame(frame: Any, path: Path, form: str) -> None:  # noqa: ANN401  a frame of Polars
    """Write a frame of Polars as Parquet or CSV.

    Args:
        frame: The frame.
        path: The file.
        form: ".parquet" or ".csv".
    """
    import polars as pl  # noqa: PLC0415  slow to import

    if form == PARQUET:
        frame.write_parquet(path)
        return
    texts = pl.col(pl.String)
    harmless = pl.when(texts.str.contains(FORMULA_SIGNS)).then("'" + texts).otherwise(texts)
    # Excel takes a CSV file for UTF-8 only if it begins with a mark.
    frame.with_columns(pl.selectors.categorical().cast(pl.String), pl.selectors.enum().cast(pl.String)).with_columns(
        harmless.name.keep()
    ).write_csv(path, include_bom=True)
