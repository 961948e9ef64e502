"""How the tests of this folder run the command, and what they run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

BOOK = "yancheng-2013-6"
ON = ("--rulebook", BOOK, "--on", "2015-12-31")
BREACHING = '{"community": {"id": "c1", "settlement": "urban", "households": 2350, "facility_area": 460}}'
UNKNOWN = '{"community": {"id": "c1"}}'


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


def process(*words: str, env: dict[str, str] | None = None, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "civic_rules.cli", *words]
    surroundings = {**os.environ, **(env or {})}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]  # noqa: S603  our own command
        command, env=surroundings, check=False, timeout=60, **streams
    )
