"""Excel workbooks: the values that python-calamine reads, and what it does not say of their cells.

Calamine reads an error such as #DIV/0! as an empty cell, and a formula that was never calculated as 0. Neither may
pass for a fact. A sheet whose cells lie outside of every sheet, or are not in order, makes it ask for more memory than
there is. So the cells are looked at first.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from civic_rules.errors import UnreadableFileError, did_you_mean, shown
from civic_rules.intake.files import is_old_workbook, is_workbook, read_bytes
from civic_rules.intake.sheets import Merged, Sheet
from civic_rules.messages import Message, both, joined, said
from civic_rules.reasons import of_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

    from civic_rules.intake.sheets import Cell

MAX_UNPACKED = 1_000_000_000
"""The size, in bytes, of the largest workbook when it is unpacked."""

MAX_CELLS = 20_000_000
"""How many cells the table of a sheet may span, from its first to its last one."""

_BROKEN: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError),
    *(EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError),
)
"""What reading the parts of a broken, or a protected, archive raises."""

_NEVER_CALCULATED = both(
    "holds a formula that was never calculated: open the file in a spreadsheet program and save it",
    "其中的公式从未计算过：请用电子表格软件打开文件并保存",
)


class _SheetPart(NamedTuple):
    """A worksheet as the workbook lists it."""

    name: str
    path: str
    is_visible: bool


class _Looked(NamedTuple):
    """What a look at the cells of a sheet showed."""

    troubles: dict[tuple[int, int], Message]
    merged: tuple[Merged, ...]
    height: int
    width: int


def read_workbook(path: str | Path, sheet: str | None = None) -> Sheet:
    """The cells of one sheet of an .xlsx workbook.

    Args:
        path: The file.
        sheet: The name of the sheet; needed where several visible sheets hold data.

    Raises:
        UnreadableFileError: The file cannot be read, is no workbook, or leaves open which sheet is meant.
    """
    data = read_bytes(path)
    if is_old_workbook(data):
        old = both(
            "an old .xls workbook, or one with a password: save it as plain .xlsx",
            "是旧的 .xls 工作簿或加了密码的工作簿：请另存为普通的 .xlsx",
        )
        raise UnreadableFileError(str(path), old)
    if not is_workbook(data):
        raise UnreadableFileError(str(path), both("this is no .xlsx workbook", "不是 .xlsx 工作簿"))
    with _readable(str(path)), zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            size = MAX_UNPACKED / 1e6
            reason = said("larger than {size:,.0f} MB when unpacked", "解压后超过 {size:,.0f} MB", size=size)
            raise UnreadableFileError(str(path), reason)
        chosen, looked = _chosen(archive, str(path), sheet)
    if looked.height * looked.width > MAX_CELLS:
        reason = said(
            "the sheet {sheet} reaches down to row {height:,} and over {width:,} columns; "
            "at most {most:,} cells are read",
            "工作表 {sheet} 有 {height:,} 行、{width:,} 列；最多读 {most:,} 个单元格",
            sheet=shown(chosen),
            height=looked.height,
            width=looked.width,
            most=MAX_CELLS,
        )
        raise UnreadableFileError(str(path), reason)
    return Sheet(_values(data, str(path), chosen), looked.troubles, looked.merged)


def _values(data: bytes, path: str, name: str) -> list[list[Cell]]:
    try:
        import python_calamine  # noqa: PLC0415  an extra: only who reads workbooks needs it
    except ImportError:
        reason = both(
            'workbooks are read with python-calamine: pip install "civic-rules[excel]"',
            '读工作簿需要 python-calamine：pip install "civic-rules[excel]"',
        )
        raise UnreadableFileError(path, reason) from None
    with _readable(path, python_calamine.CalamineError):
        sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name)
        return [list(row) for row in sheet.to_python(skip_empty_area=False)]


@contextmanager
def _readable(path: str, *errors: type[Exception]) -> Iterator[None]:
    """Say of a workbook whose insides are broken that it cannot be read."""
    try:
        yield
    except UnreadableFileError:
        raise
    except (*_BROKEN, *errors) as error:
        reason = said(
            "the workbook is damaged or protected: {reason}",
            "工作簿已损坏或受保护（{reason}）",
            reason=of_archive(error.args[0]),
        )
        raise UnreadableFileError(path, reason) from None


def _chosen(archive: zipfile.ZipFile, path: str, wanted: str | None) -> tuple[str, _Looked]:
    """The name of the sheet that is meant, with a look at its cells."""
    parts, recalculates = _workbook(archive)
    if wanted is not None:
        found = next((part for part in parts if part.name == wanted), None)
        if found is None:
            names = [part.name for part in parts]
            reason = said(
                "there is no sheet {sheet}{hint}",
                "没有工作表 {sheet}{hint}",
                sheet=shown(wanted),
                hint=did_you_mean(wanted, names),
            )
            raise UnreadableFileError(path, reason)
        return found.name, _look(archive, found, recalculates=recalculates)
    seen = [(part.name, _look(archive, part, recalculates=recalculates)) for part in parts if part.is_visible]
    filled = [(name, looked) for name, looked in seen if looked.height]
    if not filled:
        raise UnreadableFileError(path, both("no visible sheet holds data", "可见的工作表中都没有数据"))
    if len(filled) > 1:
        reason = said(
            "the sheets {sheets} hold data: choose one by its name (sheet=, or --sheet)",
            "工作表 {sheets} 都有数据：请指明一个（sheet= 或 --sheet）",
            sheets=joined([shown(name) for name, _ in filled]),
        )
        raise UnreadableFileError(path, reason)
    return filled[0]


def _workbook(archive: zipfile.ZipFile) -> tuple[list[_SheetPart], bool]:
    """The worksheets of a workbook, and whether its formulas still wait to be calculated."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str, bool]] = []
    waiting: list[bool] = []

    def start(name: str, given: dict[str, str]) -> None:
        if name == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            targets[given.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", given.get("Target", "")))[1:]
        elif name == "sheet":
            sheets.append((given.get("name", ""), given.get("id", ""), given.get("state", "visible") == "visible"))
        elif name == "calcPr":
            waiting.append(given.get("fullCalcOnLoad", "0") in {"1", "true"})

    for part in ("xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        with archive.open(part) as file:
            _parse(file, start)
    found = [_SheetPart(name, targets[key], visible) for name, key, visible in sheets if key in targets]
    return found, any(waiting)


def _look(archive: zipfile.ZipFile, part: _SheetPart, *, recalculates: bool) -> _Looked:
    with archive.open(part.path) as file:
        look = _CellLook(recalculates=recalculates)
        _parse(file, look.start, look.end, look.text)
    return _Looked(look.troubles, tuple(look.merged), look.height, look.width)


class _CellLook:
    """A look at the cells of a sheet: which are errors, which formulas have no result, how far the table reaches."""

    def __init__(self, *, recalculates: bool) -> None:
        self.recalculates = recalculates
        self.troubles: dict[tuple[int, int], Message] = {}
        self.merged: list[Merged] = []
        self.height = self.width = 0
        self.row = self.column = -1
        self.type = ""
        self.has_formula = self.has_content = self.is_value = False
        self.value = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        if name == "row":
            row = _place(f"A{given['r']}")[0] if "r" in given else self.row + 1
            if row <= self.row:
                raise expat.ExpatError(both("the rows are not in order", "各行没有按顺序排列"))
            self.row, self.column = row, -1
        elif name == "c":
            row, self.column = _place(given["r"]) if "r" in given else (self.row, self.column + 1)
            if row != self.row:
                astray = said(
                    "the cell {cell} stands in another row", "单元格 {cell} 写在了别的行", cell=shown(given["r"])
                )
                raise expat.ExpatError(astray)
            self.type, self.value = given.get("t", "n"), ""
            self.has_formula = self.has_content = False
        elif name == "f":
            self.has_formula = True
        elif name in {"v", "is"}:
            self.has_content, self.is_value = True, name == "v"
        elif name == "mergeCell":
            first, _, last = given.get("ref", "").partition(":")
            self.merged.append(Merged(*_place(first), *_place(last or first)))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "v":
            self.is_value = False
        elif name == "c" and (self.has_content or self.has_formula):
            self.height, self.width = max(self.height, self.row + 1), max(self.width, self.column + 1)
            place = (self.row, self.column)
            if self.type == "e":
                self.troubles[place] = said("holds the error {error}", "有错误值 {error}", error=shown(self.value))
            elif self.has_formula and (self.recalculates or (not self.value and self.type != "str")):
                self.troubles[place] = _NEVER_CALCULATED

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self.is_value:
            self.value += text


def _place(reference: str) -> tuple[int, int]:
    """The row and the column, counted from 0, that a reference such as AB12 names."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", reference)
    if found is None:
        raise expat.ExpatError(said("{name} names no cell", "{name} 不是单元格的名称", name=shown(reference)))
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _parse(
    file: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through XML with these handlers; names come without their namespaces."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def local(name: str) -> str:
        return name.rpartition(" ")[2]

    def refuse(*_: object) -> None:
        raise expat.ExpatError(both("document types are not read", "文档类型声明不予读取"))

    parser.StartElementHandler = lambda name, given: start(local(name), {local(k): v for k, v in given.items()})
    if end is not None:
        parser.EndElementHandler = lambda name: end(local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.ParseFile(file)
