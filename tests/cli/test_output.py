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


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_the_command_is_ended_while_it_writes() -> None:
    """Who ends it finds no half-written file, neither under the name of the file nor under any other."""
    script = """
import os, signal, sys
from civic_rules.cli import command
from civic_rules.tables import files

def end(frame, path, form):
    path.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGTERM)

files.write_frame = end
sys.argv = ["civic-rules", *sys.argv[1:]]
command.main()
"""
    Path("communities.csv").write_text("id,households,facility_area\nc1,2350,460\n", "utf-8")
    before = sorted(Path().iterdir())

    ran = subprocess.run(  # noqa: S603  this script
        [sys.executable, "-c", script, "audit", "communities.csv", *ON, "--out", "found.parquet"],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (ran.returncode, ran.stderr) == (143, b"")
    assert sorted(Path().iterdir()) == before
