"""What users ask of reports of tables that is not there or of another kind, and what their names do to results."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import (
    KindMismatchError,
    QuantityError,
    UnknownNameError,
    UnknownRequirementError,
)
from tests.tables.communities import BOOK, COMMUNITIES, LIBRARIES, ON, RULE, faults, frame


@pytest.mark.parametrize("library", LIBRARIES)
def test_segments_called_like_results(library: str) -> None:
    """Results keep their names, and so what is there of a user's frame is all there, under another."""
    names = ["entity", "failed", "requirement", RULE, f"{RULE}.shortfall", "verdict"]
    made = frame(
        library, id=["a", "b"], facility_area=[1, 999], households=[9, 9], **{name: ["x", "y"] for name in names}
    )
    report = cr.audit_table(made, BOOK, on=ON, segments=names)

    wide = nw.from_native(report.wide(requirements=[RULE]), eager_only=True)
    summary = nw.from_native(report.summary(["failed", "requirement"]), eager_only=True)
    extract = nw.from_native(report.extract(RULE), eager_only=True)

    assert wide["entity"].to_list() == ["a", "b"]
    assert wide[RULE].to_list() == ["failed", "passed"]
    assert [wide[f"{name}_"].to_list() for name in names[:1] + names[3:5]] == [["x", "y"]] * 3
    assert wide["verdict"].to_list() == ["x", "y"]
    ours = summary.filter(nw.col("requirement") == f"{BOOK.id}/{RULE}")
    assert ours.select("failed_", "requirement_", "failed", "passed").rows() == [("x", "x", 1, 0), ("y", "y", 0, 1)]
    assert extract.select("verdict", "verdict_").rows() == [("x", "failed")]


def test_rows_of_results_in_pandas_are_counted_on() -> None:
    """Whatever index the frame has, a row of a result is named once."""
    index = pd.MultiIndex.from_tuples([("x", 1), ("x", 1)], names=["region", None])
    made = COMMUNITIES.to_pandas().set_index(index)
    before = made.copy()
    report = cr.audit_table(made, BOOK, on=ON)

    for result in (report.long(), report.wide(), report.summary(), report.summary("households"), report.extract(RULE)):
        assert result.index.tolist() == list(range(len(result)))
    pd.testing.assert_frame_equal(made, before)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("fail", "did you mean 'failed'"), ("Failed", "did you mean 'failed'"), (5, "got 5"), (None, "got None")],
)
def test_words_that_are_no_verdict(word: Any, hint: str) -> None:  # noqa: ANN401  anything
    """All verdicts are named, and the nearest."""
    report = cr.audit_table(COMMUNITIES, BOOK, on=ON)

    for ask, how in ((report.long, {"verdicts": [word]}), (report.extract, {"key": RULE, "verdict": word})):
        with pytest.raises(UnknownNameError, match=r"expected a verdict \(passed, failed, ") as caught:
            ask(**how)
        assert hint in str(caught.value)


def test_one_name_may_stand_alone() -> None:
    """Where several names are asked for, one is not taken for its letters."""
    report = cr.audit_table(COMMUNITIES, BOOK, on=ON)

    assert report.long(verdicts="failed", requirements=RULE).equals(
        report.long(verdicts=["failed"], requirements=[RULE])
    )
    assert report.wide(requirements=RULE).columns == ["entity", RULE, f"{RULE}.shortfall"]
    with pytest.raises(cr.errors.ToleranceExceededError):
        report.assert_within(requirements=RULE)


@pytest.mark.parametrize("key", [None, 5, ["x"]])
def test_keys_that_are_no_text(key: Any) -> None:  # noqa: ANN401  anything
    """They name no requirement."""
    report = cr.audit_table(COMMUNITIES, BOOK, on=ON)

    for ask in (report.words, report.extract, report.rule, report.verdicts.__getitem__):
        with pytest.raises(UnknownRequirementError, match="expected the key of a requirement, got"):
            ask(key)


@pytest.mark.parametrize("share", [nan, inf, -0.1, 10, "10%", None, True])
def test_shares_that_are_none(share: Any) -> None:  # noqa: ANN401  anything
    """Nothing is more than NaN or than 10: a pipeline would let all pass."""
    report = cr.audit_table(COMMUNITIES, BOOK, on=ON)

    with pytest.raises(QuantityError, match="fail: expected a share from 0 to 1"):
        report.assert_within(fail=share)
    with pytest.raises(QuantityError, match="warn: expected a share from 0 to 1"):
        report.assert_within(warn=share)


@pytest.mark.parametrize("share", [np.float32(1), np.float64(1), np.int64(1), 1])
def test_shares_of_any_kind_of_number(share: Any) -> None:  # noqa: ANN401  a number
    """A share may come out of NumPy."""
    cr.audit_table(COMMUNITIES, BOOK, on=ON).assert_within(warn=share, fail=share)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ((3,), KindMismatchError, "expected an entity such as Community(id=...), got 3"),
        (([cr.Community(id="a"), 3],), KindMismatchError, "expected an entity such as Community(id=...), got 3"),
        (
            (cr.Community(id="a"), "Pandas"),
            UnknownNameError,
            "expected one of the libraries polars, pandas, pyarrow, got 'Pandas'; did you mean 'pandas'?",
        ),
    ],
)
def test_entities_that_are_none_as_tables(given: tuple[Any, ...], error: type[Exception], message: str) -> None:
    """What is no entity, and a library of which no frames are made."""
    with pytest.raises(error) as caught:
        cr.to_tables(*given)

    assert str(caught.value) == message


def test_entities_as_tables_of_a_library_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said how to install it."""
    monkeypatch.setattr("civic_rules.tables.conversion.find_spec", lambda _: None)

    with pytest.raises(UnknownNameError, match=r'pip install "civic-rules\[pandas\]"'):
        cr.to_tables(cr.Community(id="a"), "pandas")


def test_many_unknown_headers() -> None:
    """Each is named; the nearest known one is looked for with the first of them, for that takes long."""
    found = faults({"community": pl.DataFrame({f"househol{n}": [1] for n in range(30)})})

    assert len(found) == 30
    assert sum("did you mean" in one for one in found) == 20
