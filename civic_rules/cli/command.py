"""The command itself: its subcommands, how it is run, and how it ends."""

from __future__ import annotations

import signal
import sys
from importlib.metadata import version
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer

from civic_rules.cli.audits import audit
from civic_rules.cli.options import Lang
from civic_rules.cli.output import OWN_FAULT, UNUSABLE, ClosedPipeError, note, speak_utf8, write
from civic_rules.cli.rulebooks import coverage, pages, rulebooks, show
from civic_rules.cli.schemas import example, schema
from civic_rules.errors import CivicRulesError
from civic_rules.messages import Message, both, said
from civic_rules.reasons import of_system

if TYPE_CHECKING:
    from collections.abc import Sequence

UsageFault: Any = typer.BadParameter.__bases__[0]
"""What typer raises of words that it cannot make sense of; it has no public name for it."""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Requirements of public policy documents: audit a place, look up a rule. Exit status: 0 no breach, "
    "1 breaches, 2 unusable input.",
)


def _tell_version(asked: bool) -> None:  # noqa: FBT001  typer hands it over like this
    """Print the version, if it is asked for, and end."""
    if asked:
        write(f"civic-rules {version('civic-rules')}\n", None)
        raise typer.Exit


@app.callback()
def command(
    told: Annotated[  # noqa: FBT002
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What can be asked of the command itself."""


for subcommand in (audit, rulebooks, show, coverage, pages, schema, example):
    app.command()(subcommand)


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
    except ClosedPipeError:
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
        note(message.in_(lang))
        return OWN_FAULT
    note(message.in_(lang))
    return UNUSABLE


def _end(number: int, _frame: object) -> None:
    """End in order, so that what is half written is taken away."""
    sys.exit(128 + number)


def main() -> None:
    """The entry point of the command."""
    speak_utf8()
    signal.signal(signal.SIGTERM, _end)
    sys.exit(run())
