"""A folder of its own for each test of the command, and the command in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from civic_rules import cli
from tests.cli.running import BREACHING, UNKNOWN, Ran, Run


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands name files without a folder; nothing of the surroundings changes what they print."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    Path("breaching.json").write_text(BREACHING)
    Path("unknown.json").write_text(UNKNOWN)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process."""

    def ran(*words: str) -> Ran:
        status = cli.run(words)
        return Ran(status, *capsys.readouterr())

    return ran
