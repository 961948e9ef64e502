"""Odd places to print to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ON, process


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_chinese_in_any_locale(locale: dict[str, str]) -> None:
    """Chinese is printed as UTF-8 whatever the locale says."""
    ran = process("rulebooks", "--lang", "zh", env={"PYTHONCOERCECLOCALE": "0", **locale})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "盐城市人民政府" in ran.stdout.decode("utf-8")


def test_a_reader_that_stops() -> None:
    """`head` may close the pipe; nothing is said of it."""
    reading, writing = os.pipe()
    os.close(reading)
    ran = process("audit", "breaching.json", *ON, "--format", "json", stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk() -> None:
    """Where the output cannot be kept, that is said in a line."""
    with Path("/dev/full").open("wb") as full:
        ran = process("audit", "breaching.json", *ON, stdout=full)
    expected = b"civic-rules: standard output: cannot be written: No space left on device\n"
    assert (ran.returncode, ran.stderr) == (2, expected)


def test_no_output_at_all() -> None:
    """Where standard output and standard error are closed, the exit status still tells."""
    command = f"{sys.executable} -m civic_rules.cli audit breaching.json {' '.join(ON)} >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False, timeout=60).returncode == 1  # noqa: S602  only a shell closes them
