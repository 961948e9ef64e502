"""Two communities as frames of each library, and what an audit says of frames that it cannot use."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import InvalidTableError

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
LIBRARIES = ("polars", "pandas", "pyarrow")
COMMUNITIES = pl.DataFrame({"id": ["a", "b"], "households": [2350, 1], "facility_area": [455.0, 1.0]})
RULE = "facility-required-area"


def frame(library: Any, **columns: list[Any]) -> Any:  # noqa: ANN401  of a library
    """A frame of a library."""
    return nw.from_dict(columns, backend=library).to_native()


def faults(frames: dict[str, Any], **how: Any) -> list[str]:  # noqa: ANN401  as `audit_tables` takes it
    """What is wrong with some frames."""
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_tables(frames, BOOK, on=ON, **how)
    return [str(fault) for fault in caught.value.faults]
