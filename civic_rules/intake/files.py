"""Files as they come from disk and go back to it: sizes, encodings, and writes that leave nothing half done."""

from __future__ import annotations

import codecs
import os
import re
import secrets
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from civic_rules.errors import UnreadableFileError, UnwritableFileError, did_you_mean, nearest
from civic_rules.messages import Message, both, joined, said
from civic_rules.reasons import DIRECTORY, NO_NAME, of_system

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FILE = 200_000_000
"""The size, in bytes, of the largest file that is read."""

_BINARY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_bytes(path: str | Path, *, limit: int = MAX_FILE) -> bytes:
    """The content of a file.

    Args:
        path: The file.
        limit: The size, in bytes, of the largest file that is read.

    Raises:
        UnreadableFileError: It is absent, empty, too large, no regular file, or may not be read.
    """
    file = Path(path)
    if not str(path).strip():
        raise UnreadableFileError(str(path), NO_NAME)
    if "\0" in str(path):
        reason = both("there is no such file: a name cannot hold a null character", "没有这个文件：文件名不能含空字符")
        raise UnreadableFileError(str(path), reason)
    try:
        found = file.stat()
        is_regular, is_too_large = stat.S_ISREG(found.st_mode), found.st_size > limit
        data = file.read_bytes() if is_regular and not is_too_large else b""
    except FileNotFoundError:
        reason = said("there is no such file{hint}", "没有这个文件{hint}", hint=_alike(file))
        raise UnreadableFileError(str(path), reason) from None
    except OSError as error:
        raise UnreadableFileError(str(path), of_system(error)) from None
    if not is_regular:
        raise UnreadableFileError(str(path), _not_regular(file))
    if is_too_large:
        reason = said(
            "larger than {most:,.0f} MB, the most that is read", "超过 {most:,.0f} MB，最多读这么大", most=limit / 1e6
        )
        raise UnreadableFileError(str(path), reason)
    if not data:
        raise UnreadableFileError(str(path), both("the file is empty", "文件是空的"))
    return data


def read_text(path: str | Path, *, limit: int = MAX_FILE, fallback: str | None = None) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark.

    Args:
        path: The file.
        limit: The size, in bytes, of the largest file that is read.
        fallback: An encoding to try where the file is not UTF-8.

    Raises:
        UnreadableFileError: The file cannot be read, or holds no text in these encodings.
    """
    data = read_bytes(path, limit=limit)
    if data.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        reason = both(
            "holds an Excel workbook or another binary file, not text", "是 Excel 工作簿或其他二进制文件，不是文本"
        )
        raise UnreadableFileError(str(path), reason)
    text = _decoded(data, str(path), fallback)
    found = _BINARY.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        reason = said(
            "line {line} holds the character {found!a}: this is no text",
            "第 {line} 行有字符 {found!a}：这不是文本",
            line=line,
            found=found[0],
        )
        raise UnreadableFileError(str(path), reason)
    return text


def is_workbook(data: bytes) -> bool:
    """Whether a file begins as an .xlsx workbook does."""
    return data.startswith(_WORKBOOK)


def is_old_workbook(data: bytes) -> bool:
    """Whether a file begins as an .xls workbook, or one that is protected by a password, does."""
    return data.startswith(_OLD_WORKBOOK)


def write_text(path: str | Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a file whole or not at all: the text is written beside it, then put in its place.

    Args:
        path: The file; what it held before is replaced.
        text: What it is to hold; line ends stay as they are.
        encoding: The encoding of the file.

    Raises:
        UnwritableFileError: It is no regular file, its directory is absent, or it may not be written.
    """
    with replaced(path) as beside:
        try:
            content = text.encode(encoding)
        except UnicodeError as error:
            raise UnwritableFileError(str(path), of_system(error)) from None
        with beside.open("xb") as file:
            file.write(content)


@contextmanager
def replaced(path: str | Path) -> Iterator[Path]:
    """A new file beside another one, which is put in its place when it has been written.

    Args:
        path: The file that is to be replaced, or made.

    Raises:
        UnwritableFileError: It is no regular file, its directory is absent, or it may not be written.
    """
    if not str(path).strip():
        raise UnwritableFileError(str(path), NO_NAME)
    if "\0" in str(path):
        reason = both("a name cannot hold a null character", "文件名不能含空字符")
        raise UnwritableFileError(str(path), reason)
    target = Path(os.path.realpath(path))
    try:
        hindrance = _hindrance(target)
    except OSError as error:
        hindrance = of_system(error)
    if hindrance:
        raise UnwritableFileError(str(path), hindrance)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield beside
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except OSError as error:
        raise UnwritableFileError(str(path), of_system(error)) from None
    finally:
        beside.unlink(missing_ok=True)


def _hindrance(target: Path) -> Message | None:
    """Why a file must not be replaced; None where it may be."""
    if target.exists() and not target.is_file():
        return _not_regular(target)
    if not target.parent.is_dir():
        return both("its directory does not exist", "所在的目录不存在")
    if target.exists() and not os.access(target, os.W_OK):
        return both("the file may not be written", "文件不可写")
    return None


def _not_regular(path: Path) -> Message:
    return DIRECTORY if path.is_dir() else both("this is no regular file", "这不是普通文件")


def _alike(path: Path) -> Message:
    try:
        names = {other.stem: other.name for other in path.parent.iterdir() if other.is_file()}
    except OSError:
        return Message()
    found = nearest(path.stem, names)
    meant = str(path.with_name(names[found])) if found else ""
    return did_you_mean(meant, [meant]) if found else Message()


def _decoded(data: bytes, path: str, fallback: str | None) -> str:
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for encoding in (marked or "utf-8", None if marked else fallback):
        if encoding is not None:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    names = ["UTF-16"] if marked == "utf-16" else ["UTF-8", *([fallback.upper()] if fallback else [])]
    tried = joined(names, " or ", " 或 ")
    reason = said(
        "this is no text in {tried}: save the file as UTF-8", "不是 {tried} 文本：请把文件另存为 UTF-8", tried=tried
    )
    raise UnreadableFileError(path, reason)
