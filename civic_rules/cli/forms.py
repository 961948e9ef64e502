"""In which form a report is written, and into which file: its name says the form, and no file that was read is lost."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from civic_rules.cli.options import bad
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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


def form_of(given: Format | None, out: str | None, possible: Sequence[Format]) -> Format:
    """How a report is written: as is asked for, or as the name of its file says; the two must not disagree."""
    if given is not None and given not in possible:
        raise bad(_why_not(given), "--format")
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
        raise bad(message, "--out")
    if given is not None and (ending in WORKBOOKS or (named and given not in named)):
        message = said(
            "{file}: expected a name that ends in {names}, as --format is {form}",
            "{file}：--format 为 {form}，文件名应以 {names} 结尾",
            file=out,
            names=joined(ENDINGS[given], " or ", " 或 "),
            form=given.value,
        )
        raise bad(message, "--out")
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


def not_replaced(out: str | None, read: Iterable[str]) -> None:
    """See that a report does not replace a file that is read for it."""
    if out is not None and any(_is_same_file(out, file) for file in read):
        message = said(
            "{file} is read by this audit and would be replaced by its report: name another file",
            "{file} 是这次核查要读的文件，会被报告覆盖：请换一个文件名",
            file=out,
        )
        raise bad(message, "--out")


def _is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
