"""The command as a whole: exit statuses, interruptions, the ways to start it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

import civic_rules as cr
from civic_rules import cli
from tests.cli.running import BOOK, ON, Ran, Run


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("audit", "breaching.json", *ON), 1),
        (("audit", "unknown.json", *ON), 0),
        (("audit", "breaching.json", "--rulebook", BOOK, "--on", "2012-12-31"), 0),
        (("rulebooks",), 0),
        (("show", f"{BOOK}/facility-required-area"), 0),
        (("coverage", BOOK), 0),
        (("schema",), 0),
        (("example", "weihai"), 0),
        (("--help",), 0),
        (("audit", "--help"), 0),
    ],
)
def test_status(run: Run, words: tuple[str, ...], status: int) -> None:
    """Status 0 says no breach, 1 breaches; nothing is said on standard error."""
    ran = run(*words)
    assert (ran.status, ran.err) == (status, "")
    assert ran.out


def test_the_last_language_counts(run: Run) -> None:
    """An option that is given twice counts as it is given last, for messages as for reports."""
    assert run("coverage", "nowhere", "--lang", "zh", "--lang=en").err.startswith("civic-rules: no rulebook")
    assert run("coverage", "nowhere", "--lang=en", "--lang", "zh").err.startswith("civic-rules: 没有编号")


def test_control_characters_in_messages(run: Run) -> None:
    """What a user typed cannot steer the terminal."""
    assert run("audit", "a\x1b[31m.json", *ON).err == "civic-rules: a\\x1b[31m.json: there is no such file\n"


def test_a_fault_of_the_program_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside is said in a line, with a status of its own."""
    monkeypatch.setattr(cr, "read_entity", lambda *_, **__: 1 / 0)
    ran = run("audit", "breaching.json", *ON)
    said = "this is a fault of civic-rules itself, please report it: ZeroDivisionError('division by zero')"
    assert ran == Ran(3, "", f"civic-rules: {said}\n")


@pytest.mark.parametrize(
    ("error", "ran"),
    [
        (KeyboardInterrupt(), Ran(130, "", "")),
        (MemoryError(), Ran(2, "", "civic-rules: there is not enough memory for this\n")),
        (OSError(5, "Input/output error"), Ran(2, "", "civic-rules: [Errno 5] Input/output error\n")),
    ],
)
def test_interruptions(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, ran: Ran) -> None:
    """An interruption ends the command without a word, and what the system cannot do is said in a line."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cr, "read_entity", fail)
    assert run("audit", "breaching.json", *ON) == ran


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "内存不足"),
        (OSError(5, "Input/output error"), "读写出错"),
        (ZeroDivisionError("x"), "这是 civic-rules 自身的错误，请反馈：ZeroDivisionError('x')"),
    ],
)
def test_interruptions_in_chinese(run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    """What nobody can help is said in the language that was asked for."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cr, "read_entity", fail)
    assert run("audit", "breaching.json", *ON, "--lang", "zh").err == f"civic-rules: {told}\n"


def test_the_entry_point(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The script ends with the status."""
    monkeypatch.setattr(sys, "argv", ["civic-rules", "coverage", "yancheng"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    assert (
        capsys.readouterr().err == "civic-rules: no rulebook has the id 'yancheng'; did you mean 'yancheng-2013-6'?\n"
    )


def test_the_version(run: Run) -> None:
    """It is that of the package which is installed."""
    assert run("--version") == (0, f"civic-rules {version('civic-rules')}\n", "")


def test_the_package_runs_as_the_command() -> None:
    """`python -m civic_rules` does what the script does."""
    ran = subprocess.run([sys.executable, "-m", "civic_rules", "nowhere"], check=False, capture_output=True, timeout=60)

    assert (ran.returncode, ran.stderr) == (2, b"civic-rules: No such command 'nowhere'.\nTry 'civic-rules --help'.\n")
