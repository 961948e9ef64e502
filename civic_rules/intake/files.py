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

from civic_rules.errors import UnreadableFileError, UnwritableFileError, nearest

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
    if "\0" in str(path):
        raise UnreadableFileError(str(path), "there is no such file: a name cannot hold a null character")
    try:
        found = file.stat()
        is_regular, is_too_large = stat.S_ISREG(found.st_mode), found.st_size > limit
        data = file.read_bytes() if is_regular and not is_too_large else b""
    except FileNotFoundError:
        raise UnreadableFileError(str(path), f"there is no such file{_alike(file)}") from None
    except OSError as error:
        raise UnreadableFileError(str(path), _reason(error)) from None
    if not is_regular:
        raise UnreadableFileError(str(path), _not_regular(file))
    if is_too_large:
        raise UnreadableFileError(str(path), f"larger than {limit / 1e6:,.0f} MB, the most that is read")
    if not data:
        raise UnreadableFileError(str(path), "the file is empty")
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
        raise UnreadableFileError(str(path), "holds an Excel workbook or another binary file, not text")
    text = _decoded(data, str(path), fallback)
    found = _BINARY.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise UnreadableFileError(str(path), f"line {line} holds the character {found[0]!a}: this is no text")
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
            raise UnwritableFileError(str(path), _reason(error)) from None
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
    if "\0" in str(path):
        raise UnwritableFileError(str(path), "a name cannot hold a null character")
    target = Path(os.path.realpath(path))
    try:
        hindrance = _hindrance(target)
    except OSError as error:
        hindrance = _reason(error)
    if hindrance:
        raise UnwritableFileError(str(path), hindrance)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield beside
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except OSError as error:
        raise UnwritableFileError(str(path), _reason(error)) from None
    finally:
        beside.unlink(missing_ok=True)


def _hindrance(target: Path) -> str:
    """Why a file must not be replaced; "" where it may be."""
    if target.exists() and not target.is_file():
        return _not_regular(target)
    if not target.parent.is_dir():
        return "its directory does not exist"
    return "the file may not be written" if target.exists() and not os.access(target, os.W_OK) else ""


def _not_regular(path: Path) -> str:
    return "this is a directory, not a file" if path.is_dir() else "this is no regular file"


def _alike(path: Path) -> str:
    try:
        names = {other.stem: other.name for other in path.parent.iterdir()}
    except OSError:
        return ""
    found = nearest(path.stem, names)
    return f"; did you mean {str(path.with_name(names[found]))!r}?" if found else ""


def _reason(error: OSError | UnicodeError) -> str:
    """What went wrong, without the path: the message has it already."""
    reason = str(getattr(error, "strerror", None) or error)
    return reason[:1].lower() + reason[1:]


def _decoded(data: bytes, path: str, fallback: str | None) -> str:
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for encoding in (marked or "utf-8", None if marked else fallback):
        if encoding is not None:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    tried = {"utf-16": "UTF-16"}.get(marked or "", "UTF-8" + (f" or {fallback.upper()}" if fallback else ""))
    raise UnreadableFileError(path, f"this is no text in {tried}: save the file as UTF-8")
