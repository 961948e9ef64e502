"""What the command says: on standard output and in files, on standard error, and by its exit status."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from civic_rules.errors import UnwritableFileError
from civic_rules.intake import write_text
from civic_rules.messages import both, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

FOUND_BREACHES = 1
UNUSABLE = 2
OWN_FAULT = 3
"""Exit statuses; 0 says that there is no breach."""


class ClosedPipeError(Exception):
    """Whoever read the output has stopped reading, as `head` does."""


def show_view(content: RenderableType, out: str | None) -> None:
    """Show a view on the terminal, or write it as plain text."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    if out is not None:
        write_text(out, reports.as_text(content))
        return
    with _to_stdout():
        if sys.stdout.isatty():
            reports.console(sys.stdout).print(content)
        else:
            sys.stdout.write(reports.as_text(content))


def write(text: str, out: str | None, *, encoding: str = "utf-8") -> None:
    """Print a text, or write it to a file."""
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
        raise ClosedPipeError from None
    except OSError as error:
        _forget_output()
        reason = said("{reason}", "{reason}", reason=error.strerror or str(error))
        raise UnwritableFileError(both("standard output", "标准输出"), reason) from None


def _forget_output() -> None:
    """Send what still waits to be printed nowhere, so that Python does not fail on it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def note(message: str) -> None:
    """Say something on standard error."""
    from civic_rules.text import printable  # noqa: PLC0415  only who has something to say needs it

    text = "\n".join(printable(line) for line in f"civic-rules: {message}".split("\n"))
    sys.stderr.write(f"{text}\n")


def speak_utf8() -> None:
    """Print Chinese in any locale; what even UTF-8 cannot say is written out."""
    for name in ("stdout", "stderr"):
        stream: Any = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  open until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
