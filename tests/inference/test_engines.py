"""The engine that serves is chosen once, and the reference says so where it has to serve."""

from __future__ import annotations

import sys

import pytest

import civic_rules as cr
from civic_rules.inference import engines


@pytest.fixture(name="afresh")
def _afresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A process that has not chosen yet."""
    monkeypatch.setattr(engines, "_CHOSEN", [])
    return monkeypatch


def test_durable_rules_serves_where_it_imports(afresh: pytest.MonkeyPatch) -> None:
    """Where durable-rules can be imported it chains, and the trace says so."""
    pytest.importorskip("durable_rules_engine", exc_type=ImportError)
    report = cr.audit(cr.Community(id="c1"), cr.load("yancheng-2013-6"), on="2013-02-01")

    assert report.conclusions.trace()["engine"] == "durable-rules"
    assert engines.default_engine() is engines.default_engine()


def test_reference_serves_elsewhere_and_says_so_once(
    afresh: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where it cannot be imported the reference chains, and one line in the log says so, however often it is asked."""
    afresh.setitem(sys.modules, "durable_rules_engine", None)
    entity = cr.Community(id="c1", has_facility=False, has_recent_project=False)
    reports = [cr.audit(entity, cr.load("yancheng-2013-6"), on="2013-02-01") for _ in range(3)]

    assert [report.conclusions.engine for report in reports] == ["reference"] * 3
    assert [len(report.conclusions) for report in reports] == [2] * 3
    [said] = caplog.messages
    assert said.startswith("durable-rules cannot be imported (")


def test_other_faults_of_the_engine_are_not_hidden(afresh: pytest.MonkeyPatch) -> None:
    """Only that it cannot be imported calls the reference; any other fault rises."""
    durable = pytest.importorskip("civic_rules.inference.durable")

    def broken() -> object:
        raise RuntimeError("broken")

    afresh.setattr(durable, "_module", broken)
    with pytest.raises(RuntimeError, match="broken"):
        engines.default_engine()
