"""`schema` and `example`: what files look like."""

from __future__ import annotations

import json

import pytest

import civic_rules as cr
from tests.cli.running import ON, Ran, Run, process


def test_schemas_come_without_warnings() -> None:
    """Nothing but the schema is printed."""
    ran = process("schema", "community")
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("kind", ["community", "社区", "county", "rulebook", "trace"])
def test_schemas(run: Run, kind: str) -> None:
    """A schema is JSON, by the English or the Chinese word."""
    assert json.loads(run("schema", kind).out)["type"] == "object"


def test_examples_are_read_back(run: Run) -> None:
    """What `example` writes, `audit` reads."""
    assert run("example", "yancheng-district", "--out", "d.json") == Ran(0, "", "")
    assert cr.read_entity("d.json") == cr.examples.yancheng_district()
    assert run("audit", "d.json", *ON).status == 1
