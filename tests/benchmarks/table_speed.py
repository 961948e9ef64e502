"""How fast `cr.audit_table()` is over a million communities, beside other ways to judge the same twelve rules.

Run `python tests/benchmarks/table_speed.py`; the peers come with the extra `bench`, and what is not installed is left
out and named. Every way is measured in turn in one run, and the figures are medians of ratios between ways of the same
round. Nothing is asserted by clock. First the verdicts of every way are held against the reference.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import os
import platform
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

import civic_rules as cr
from civic_rules.tables.results import VERDICTS
from tests.benchmarks import table_peers as peers
from tests.benchmarks.workload import INAPPLICABLE, NAMES, NUMBERS, ON, RULES, columns, limits_of, reference, rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Way = Callable[[], Any]

BYTES_IN, BYTES_OUT = 8 * len(NUMBERS) + 1, 9 * len(RULES)
"""What the rules read and write for a community: numbers and a settlement; a verdict and a shortfall a rule."""


def has(*modules: str) -> bool:
    """Whether libraries are installed."""
    return all(importlib.util.find_spec(name) is not None for name in modules)


def polars_frame(data: Mapping[str, NDArray[Any]]) -> Any:
    """The columns in Polars, with nulls where nothing is known."""
    import polars as pl

    made = {
        name: pl.Series(values.tolist()) if values.dtype == object else pl.Series(values).fill_nan(None)
        for name, values in data.items()
    }
    return pl.DataFrame(made).with_columns(pl.col("settlement").replace("", None))


def ways_of(data: Mapping[str, NDArray[Any]], frame: Any) -> dict[str, Way]:
    """What is measured: a name, and a call without arguments."""
    book = rulebook()
    kind = np.select([data["settlement"] == "urban", data["settlement"] == "rural"], [1, 0], -1).astype(np.int8)
    ways: dict[str, Way] = {"civic_rules on Polars": lambda: verdicts_and_gaps(frame, book)}
    if has("pandas", "pyarrow"):
        in_pandas, in_arrow = frame.to_pandas(), frame.to_arrow()
        ways["civic_rules on pandas"] = lambda: verdicts_and_gaps(in_pandas, book)
        ways["civic_rules on PyArrow"] = lambda: verdicts_and_gaps(in_arrow, book)
        ways["pandas by hand"] = lambda: peers.pandas_columns(in_pandas)
    ways["NumPy kernel by hand"] = lambda: peers.kernel(data, kind)
    ways["Polars by hand, lazy"] = lambda: peers.polars_query(frame)
    if has("duckdb"):
        import duckdb

        connection = duckdb.connect()
        connection.register("polars_communities", frame.to_arrow())
        connection.execute("CREATE TABLE communities AS SELECT * FROM polars_communities")
        ways["civic_rules on DuckDB"] = lambda: on_duckdb(connection, book)
        ways["DuckDB by hand"] = lambda: peers.duckdb_query(connection)
    if has("openfisca_core"):
        system, asked = peers.openfisca(len(kind))
        ways["OpenFisca"] = lambda: peers.openfisca_run(system, asked, data, kind)
    return ways


def verdicts_and_gaps(frame: Any, book: cr.Rulebook) -> Any:
    """Verdict and shortfall of every requirement and community, as arrays."""
    report = cr.audit_table(frame, book, on=ON)
    return report.verdicts, report.shortfalls


def on_duckdb(connection: Any, book: cr.Rulebook) -> Any:
    """The same over a table of DuckDB, computed there, its result as an Arrow table."""
    return cr.audit_table(connection.table("communities"), book, on=ON).wide().to_arrow_table()


def copying(n: int) -> float:
    """Seconds in which NumPy moves as many bytes as the rules read and write, at the speed of a large copy."""
    source = np.ones(32 * 2**20)
    target = np.empty_like(source)
    np.copyto(target, source)
    found = []
    for _ in range(5):
        start = time.perf_counter()
        np.copyto(target, source)
        found.append(time.perf_counter() - start)
    return n * (BYTES_IN + BYTES_OUT) * median(found) / (2 * source.nbytes)


def rounds_of(ways: Mapping[str, Way], n: int, rounds: int) -> dict[str, list[float]]:
    """Seconds on the clock of every way, in turn; the first round warms up."""
    found: dict[str, list[float]] = {"moving the bytes": [], **{name: [] for name in ways}}
    for number in range(rounds + 1):
        if number:
            found["moving the bytes"].append(copying(n))
        for name, run in ways.items():
            gc.collect()
            start = time.perf_counter()
            kept = run()
            seconds = time.perf_counter() - start
            del kept
            if number:
                found[name].append(seconds)
    return found


def wrong(found: Mapping[str, NDArray[Any]], right: Mapping[str, tuple[NDArray[np.int8], Any]]) -> int:
    """In how many verdicts a way differs from the reference."""
    return sum(int((found[rule.key] != right[rule.key][0]).sum()) for rule in RULES)


def joined(report: Any) -> dict[str, NDArray[Any]]:
    """The verdicts of civic_rules, where a rule that differs by settlement is two requirements, rule by rule."""
    made = {}
    for rule in RULES:
        keys = [f"{rule.key}-{name}" if name else rule.key for name in limits_of(rule)]
        codes = [_codes(report, key) for key in keys]
        made[rule.key] = codes[0] if len(codes) == 1 else np.where(codes[0] == INAPPLICABLE, codes[1], codes[0])
    return made


def _codes(report: Any, key: str) -> NDArray[Any]:
    """The verdicts of a requirement as the codes of the workload."""
    order = [NAMES.index(verdict.value) for verdict in VERDICTS]
    codes: NDArray[Any] = np.array(order, dtype=np.int8)[report.verdicts[f"workload/{key}"]]
    return codes


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communities", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7, help="how often each way is measured")
    parser.add_argument("--pandera", action="store_true", help="measure pandera too, once: it takes most of a minute")
    options = parser.parse_args()
    data = columns(options.communities)
    frame = polars_frame(data)
    right = reference(data)
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    report = cr.audit_table(frame, rulebook(), on=ON)
    print(f"{len(RULES)} rules, {options.communities:,} communities")
    print(f"wrong verdicts of civic_rules: {wrong(joined(report), right)}")
    query = peers.polars_query(frame)
    by_hand = {rule.key: query[f"{rule.key}:verdict"].to_numpy() for rule in RULES}
    print(f"wrong verdicts of the Polars query by hand: {wrong(by_hand, right)}")
    found = rounds_of(ways_of(data, frame), options.communities, options.rounds)
    ours = found["civic_rules on Polars"]
    for name, seconds in found.items():
        ratios = [other / own for other, own in zip(seconds, ours, strict=True)]
        spread = f"{1000 * min(seconds):.1f} to {1000 * max(seconds):.1f}"
        print(f"{name}: {1000 * median(seconds):.1f} ms ({spread}); {median(ratios):.2f} times civic_rules on Polars")
    if options.pandera and has("pandera"):
        start = time.perf_counter()
        try:
            peers.pandera_schema().validate(frame, lazy=True)
        except Exception as error:  # noqa: BLE001  it raises what it found
            print(f"pandera found {type(error).__name__}")
        print(f"pandera, once: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
