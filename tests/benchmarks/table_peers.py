"""The workload as colleagues would write it for tables: array arithmetic, Polars, pandas, DuckDB, OpenFisca, pandera.

Each function takes the columns in the form that its library likes best, and gives verdict and shortfall of every rule.
They are written as their documentation teaches, which is not always how they would be right: `table_speed.py` counts
the verdicts in which each differs from the reference.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.benchmarks.workload import (
    CANNOT_TELL,
    FAILED,
    INAPPLICABLE,
    NUMBERS,
    PASSED,
    RULES,
    Limits,
    WorkloadRule,
    limits_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Columns = Mapping[str, NDArray[Any]]
    Answers = dict[str, tuple[NDArray[np.int8], NDArray[np.float64]]]

BLOCK = 65_536


# -- array arithmetic, in blocks that stay in the cache


def kernel(data: Columns, kind: NDArray[np.int8]) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """A kernel that a patient colleague tunes by hand: blocks, outputs made ahead, both cores, no tolerance.

    Args:
        data: The columns.
        kind: 1 for urban, 0 for rural, -1 for not known.
    """
    n = len(kind)
    verdicts, gaps = np.empty((len(RULES), n), dtype=np.int8), np.empty((len(RULES), n))
    starts = range(0, n, BLOCK)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda start: _kernel_block(data, kind, verdicts, gaps, slice(start, start + BLOCK)), starts))
    return verdicts, gaps


def _kernel_block(
    data: Columns, kind: NDArray[np.int8], verdicts: NDArray[np.int8], gaps: NDArray[np.float64], at: slice
) -> None:
    here = kind[at]
    for number, rule in enumerate(RULES):
        value, gap, verdict = data[rule.value][at], gaps[number, at], verdicts[number, at]
        by_place = limits_of(rule)
        first = by_place.get("", by_place.get("urban", Limits(np.nan)))
        low: Any = first.low
        if "rural" in by_place:
            low = np.where(here == 1, by_place["urban"].low, by_place["rural"].low)
        if rule.per is not None:
            np.multiply(data[rule.per][at], low, out=gap)
            np.subtract(gap, value, out=gap)
        else:
            np.subtract(low, value, out=gap)
        if first.is_range:
            high = np.where(here == 1, by_place["urban"].high, by_place["rural"].high)
            np.maximum(gap, value - high, out=gap)
        np.greater(gap, 0, out=verdict, casting="unsafe")
        verdict[np.isnan(gap)] = CANNOT_TELL
        if "" not in by_place:
            verdict[here == -1] = CANNOT_TELL
            if "rural" not in by_place:
                verdict[here == 0] = INAPPLICABLE
        gap[verdict != FAILED] = np.nan


# -- Polars, lazily


def polars_query(frame: Any) -> Any:
    """One lazy query, with the conditions as an analyst writes them: `grid_coordinators >= households / 150`."""
    import polars as pl

    columns = []
    for rule in RULES:
        value = pl.col(rule.value)
        if rule.per is not None and rule.key != "grid-workers":
            value = value / pl.col(rule.per)
        found: Any = None
        for name, limits in reversed(list(limits_of(rule).items())):
            low: Any = pl.col("households") / 150 if rule.key == "grid-workers" else limits.low
            holds = value >= low if not limits.is_range else (value >= low) & (value <= limits.high)
            lacking = low - value if not limits.is_range else pl.max_horizontal(low - value, value - limits.high)
            if rule.per is not None and rule.key != "grid-workers":
                lacking *= pl.col(rule.per)
            verdict = pl.when(holds).then(PASSED).when(~holds).then(FAILED).otherwise(CANNOT_TELL)
            gap = pl.when(~holds).then(lacking)
            if name:
                is_here = pl.col("settlement") == name
                other = (pl.lit(INAPPLICABLE), pl.lit(None)) if found is None else found
                found = (
                    pl.when(is_here).then(verdict).otherwise(other[0]),
                    pl.when(is_here).then(gap).otherwise(other[1]),
                )
            else:
                found = verdict, gap
        if "" not in limits_of(rule):
            found = pl.when(pl.col("settlement").is_null()).then(CANNOT_TELL).otherwise(found[0]), found[1]
        columns += [found[0].cast(pl.Int8).alias(f"{rule.key}:verdict"), found[1].alias(f"{rule.key}:gap")]
    return frame.lazy().select(columns).collect()


# -- pandas


def pandas_columns(frame: Any) -> Any:
    """Column by column with `numpy.select`, as pandas users write conditions."""
    import pandas as pd

    made: dict[str, Any] = {}
    for rule in RULES:
        value = frame[rule.value]
        value = value if rule.per is None else value / frame[rule.per]
        by_place = limits_of(rule)
        if "" in by_place:
            low: Any = by_place[""].low
            high: Any = None
            applies: Any = None
        else:
            is_urban = frame["settlement"] == "urban"
            low = np.where(is_urban, by_place["urban"].low, by_place.get("rural", Limits(np.nan)).low)
            high = (
                np.where(is_urban, by_place["urban"].high, by_place["rural"].high)
                if by_place["urban"].is_range
                else None
            )
            applies = is_urban if "rural" not in by_place else None
        lacking = low - value if high is None else np.maximum(low - value, value - high)
        lacking = lacking if rule.per is None else lacking * frame[rule.per]
        unknown = lacking.isna()
        if "" not in by_place:
            unknown |= frame["settlement"].isna()
            if applies is not None:
                unknown = frame["settlement"].isna() | (applies & unknown)
        conditions = [unknown, lacking > 0]
        choices = [CANNOT_TELL, FAILED]
        if applies is not None:
            conditions.insert(1, ~applies)
            choices.insert(1, INAPPLICABLE)
        verdict = np.select(conditions, choices, PASSED).astype(np.int8)
        made[f"{rule.key}:verdict"] = verdict
        made[f"{rule.key}:gap"] = lacking.where(verdict == FAILED)
    return pd.DataFrame(made)


# -- DuckDB


def duckdb_sql() -> str:
    """One statement over the table `communities`."""
    parts = []
    for rule in RULES:
        value = rule.value if rule.per is None else f"{rule.value} / {rule.per}"
        verdicts, gaps = [], []
        for name, limits in limits_of(rule).items():
            guard = f"settlement = '{name}' AND " if name else ""
            low = limits.low if rule.key != "grid-workers" else "1.0 / 150"
            fails = f"{value} < {low}"
            lacking = f"({low} - {value})"
            if limits.is_range:
                fails = f"({fails} OR {value} > {limits.high})"
                lacking = f"greatest({lacking}, {value} - {limits.high})"
            lacking = lacking if rule.per is None else f"{lacking} * {rule.per}"
            verdicts.append(f"WHEN {guard}{fails} THEN {FAILED} WHEN {guard}NOT {fails} THEN {PASSED}")
            gaps.append(f"WHEN {guard}{fails} THEN {lacking}")
        outside = ""
        if "rural" not in limits_of(rule) and "" not in limits_of(rule):
            outside = f" WHEN settlement = 'rural' THEN {INAPPLICABLE}"
        parts.append(
            f'CAST(CASE {" ".join(verdicts)}{outside} ELSE {CANNOT_TELL} END AS TINYINT) AS "{rule.key}:verdict"'
        )
        parts.append(f'CASE {" ".join(gaps)} END AS "{rule.key}:gap"')
    return f"SELECT {', '.join(parts)} FROM communities"  # noqa: S608  our own figures


def duckdb_query(connection: Any) -> Any:
    """The statement, its result as an Arrow table."""
    return connection.sql(duckdb_sql()).to_arrow_table()


# -- OpenFisca


def openfisca(n: int) -> tuple[Any, list[str]]:
    """A tax-benefit system with one person a community, and the names of its variables to ask for."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import YEAR
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity(key="community", plural="communities", label="", is_person=True)
    household = build_entity(
        key="city", plural="cities", label="", roles=[{"key": "member", "label": "", "doc": "", "plural": "members"}]
    )
    system = TaxBenefitSystem([person, household])

    def add(name: str, formula: Callable[..., Any] | None, value_type: type = float) -> None:
        fields: dict[str, Any] = {"value_type": value_type, "entity": person, "definition_period": YEAR, "label": name}
        if formula is not None:
            fields["formula"] = formula
        system.add_variable(type(name, (Variable,), fields))

    for name in NUMBERS:
        add(name, None)
    add("settlement", None)
    asked = []
    for rule in RULES:
        stem = rule.key.replace("-", "_")
        add(f"{stem}_gap", _openfisca_gap(rule))
        add(f"{stem}_verdict", _openfisca_verdict(rule, f"{stem}_gap"), int)
        asked += [f"{stem}_verdict", f"{stem}_gap"]
    assert n  # one system serves any population
    return system, asked


def _openfisca_gap(rule: WorkloadRule) -> Callable[..., Any]:
    by_place = limits_of(rule)
    first = by_place.get("", by_place.get("urban", Limits(np.nan)))

    def formula(community: Any, period: Any) -> Any:
        value = community(rule.value, period)
        of = 1 if rule.per is None else community(rule.per, period)
        low: Any = first.low
        high: Any = first.high
        if "rural" in by_place:
            is_urban = community("settlement", period) == 1
            low = np.where(is_urban, low, by_place["rural"].low)
            high = np.where(is_urban, high, by_place["rural"].high)
        gap = low * of - value
        return np.maximum(gap, value - high * of) if first.is_range else gap

    return formula


def _openfisca_verdict(rule: WorkloadRule, gap_name: str) -> Callable[..., Any]:
    by_place = limits_of(rule)

    def formula(community: Any, period: Any) -> Any:
        gap = community(gap_name, period)
        verdict = np.where(np.isnan(gap), CANNOT_TELL, np.where(gap > 0, FAILED, PASSED))
        if "" in by_place:
            return verdict
        settlement = community("settlement", period)
        if "rural" not in by_place:
            verdict = np.where(settlement == 0, INAPPLICABLE, verdict)
        return np.where(settlement == -1, CANNOT_TELL, verdict)

    return formula


def openfisca_run(system: Any, asked: list[str], data: Columns, kind: NDArray[np.int8]) -> list[NDArray[Any]]:
    """A simulation: the columns go in, every variable is calculated."""
    from openfisca_core.simulations import SimulationBuilder

    simulation = SimulationBuilder().build_default_simulation(system, count=len(kind))
    for name in NUMBERS:
        simulation.set_input(name, "2025", data[name])
    simulation.set_input("settlement", "2025", kind.astype(float))
    return [simulation.calculate(name, "2025") for name in asked]


# -- pandera


def pandera_schema() -> Any:
    """Twelve checks on a Polars frame: they pass or fail, and what is missing passes."""
    import pandera.polars as pa
    import polars as pl

    def check(rule: WorkloadRule) -> Any:
        def holds(data: Any) -> Any:
            value = pl.col(rule.value)
            value = value if rule.per is None else value / pl.col(rule.per)
            found = pl.lit(value=True)
            for name, limits in limits_of(rule).items():
                one = value >= limits.low if not limits.is_range else value.is_between(limits.low, limits.high)
                found = found & (one if not name else ((pl.col("settlement") != name) | one))
            return data.lazyframe.select(found.fill_null(value=True))

        return pa.Check(holds, name=rule.key)

    return pa.DataFrameSchema(checks=[check(rule) for rule in RULES])
