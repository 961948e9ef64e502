"""How the tests of lazy frames make queries, and what they make them of."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import InvalidTableError
from civic_rules.rules import Modality, Requirement, Rulebook
from civic_rules.testing.trees import DOCUMENT, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGINES = ("polars", pytest.param("duckdb", marks=pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")))
BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
AREA = "facility-required-area"


def lazy(frame: pl.DataFrame, engine: str) -> Any:  # noqa: ANN401  of any engine
    """A frame as a query of an engine."""
    if engine == "polars":
        return frame.lazy()
    import duckdb  # noqa: PLC0415  an extra

    return duckdb.from_arrow(frame.to_arrow())


def collected(query: Any) -> pl.DataFrame:  # noqa: ANN401  of any engine
    """What a query gives."""
    found: pl.DataFrame = nw.from_native(query).collect("polars").to_native()
    return found


def audited(frames: Mapping[str, pl.DataFrame], engine: str = "polars", book: Rulebook = BOOK, **how: Any) -> Any:  # noqa: ANN401
    """The report of some frames as queries."""
    return cr.audit_tables({kind: lazy(frame, engine) for kind, frame in frames.items()}, book, on=ON, **how)


def verdicts(report: Any, key: str = AREA) -> dict[Any, str]:  # noqa: ANN401  a report of lazy frames
    """The verdicts of a requirement by entity."""
    return dict(collected(report.wide("community", requirements=[key])).select("entity", key).rows())


def messages(frames: Mapping[str, pl.DataFrame], **how: Any) -> list[str]:  # noqa: ANN401  as `audit_tables` takes it
    """What is said to be wrong with frames before a query runs."""
    with pytest.raises(InvalidTableError) as raised:
        audited(frames, **how)
    return [f"{fault.where}: {fault.message}" for fault in raised.value.faults]


def rulebook(**musts: Any) -> Rulebook:  # noqa: ANN401  conditions
    """A rulebook that asks for some conditions, by the keys of the requirements."""
    how: dict[str, Any] = {"title": TITLE, "modality": Modality.MANDATORY, "source": DOCUMENT.clause("1")}
    return Rulebook(DOCUMENT, tuple(Requirement(key=key, must=must, **how) for key, must in musts.items()))


COMMUNITIES = pl.DataFrame(
    {
        "id": ["c1", "c2", "c3", "c4"],
        "settlement": ["urban", "城市", " 农村 ", None],
        "households": [2350, 2350, None, 1500],
        "facility_area": [455.0, 470.0, 300.0, None],
        "county_id": ["k1", "k1", "k2", "k2"],
        "片区": ["north", "south", "north", "south"],
    }
)
COUNTIES = pl.DataFrame({"id": ["k1", "k2"], "urban_average_wage": [48_000, 50_000]})
FRAMES = {"community": COMMUNITIES, "county": COUNTIES}


def same_rows(left: pl.DataFrame, right: pl.DataFrame, *by: str) -> bool:
    """Whether two frames have the same rows, in whatever order and type of text."""
    texts = [name for name, dtype in right.schema.items() if dtype.base_type() in {pl.Enum, pl.Categorical}]
    left, right = (one.with_columns(pl.col(texts).cast(pl.String)).sort(by) for one in (left, right))
    return left.columns == right.columns and left.rows() == right.rows()
