"""Tables larger than memory, and whole rulebooks over a country: time and greatest memory, each in a fresh process.

```bash
.venv-test/bin/python tests/benchmarks/table_scale.py                     # all of it, some minutes
.venv-test/bin/python tests/benchmarks/table_scale.py polars --communities 1000000
```

`polars` and `duckdb` judge every community of a Parquet file by one rulebook and write the wide form to another, a part
at a time. `numpy` judges 600,000 communities, with their grids, streets and counties, by all rulebooks in memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

import civic_rules as cr
from civic_rules.entities.fields import MOST, OneOf, Quantity
from civic_rules.tables.contradictions import arranged, denials, stepped, wholes
from civic_rules.tables.layout import FRAMES, headers, layout
from civic_rules.tables.lazy.frames import leaves
from civic_rules.tables.table import label_of

BOOK = "yancheng-2013-6"
"""The rulebook by which 20 million communities are judged."""

ON = "2025-12-31"
MISSING = 0.05
PART = 1_000_000
"""Rows that are made at a time."""


def columns_read(frames: dict[str, tuple[str, ...]], books: list[Any]) -> dict[str, list[tuple[str, str]]]:
    """The columns that rules read of some kinds of entity, and what each is read as."""
    empty = {
        kind: pl.LazyFrame(schema=dict.fromkeys(("id", *links), pl.Int64) | _all_headers(kind))
        for kind, links in frames.items()
    }
    report = cr.audit_tables(empty, books, on=ON)
    found: dict[str, dict[str, str]] = {kind: {} for kind in frames}
    for op in leaves(report.plan):
        if op.name in {"number", "day", "truth", "category"} and op.kind in found:
            found[op.kind][op.params[0]] = op.name
    return {kind: sorted(columns.items()) for kind, columns in found.items()}


def _all_headers(kind: str) -> dict[str, Any]:
    """A type for every fact of a kind, by its English name."""
    types = {"number": pl.Float64, "truth": pl.Boolean, "category": pl.String, "date": pl.Date, "item": pl.Boolean}
    types |= {"part": pl.Boolean, "arrangement": pl.Boolean}
    found: dict[str, Any] = {}
    for target in headers(kind).values():
        if target.kind in types:
            found[target.name] = types[target.kind]
        elif target.kind == "step":
            found |= {f"{target.name}.done": pl.Boolean, f"{target.name}.on": pl.Date}
    return found


def made_column(kind: str, name: str, sort: str, rows: int, draw: np.random.Generator) -> dict[str, pl.Series]:
    """Random facts, a twentieth of them missing; numbers lie between a hundredth and a hundred times a thousand."""
    missing = draw.random(rows) < MISSING
    if sort == "number":
        label = label_of(FRAMES[kind], name)
        assert isinstance(label, Quantity)
        numbers = np.exp(draw.normal(np.log(label.maximum or 1000) - 1, 1.5, rows)).clip(
            label.minimum, label.maximum or MOST
        )
        numbers = np.floor(numbers) if label.whole else numbers
        numbers[missing] = np.nan
        return {name: pl.Series(numbers).fill_nan(None)}
    if sort == "category":
        label = label_of(FRAMES[kind], name)
        assert isinstance(label, OneOf)
        terms = [term.value for term in label.vocabulary]
        codes = pl.Series(draw.integers(0, len(terms), rows).astype(np.uint32))
        return {
            name: pl.Series(terms)
            .gather(codes)
            .zip_with(pl.Series(~missing), pl.Series([None] * rows, dtype=pl.String))
        }
    truths = pl.Series(draw.random(rows) < 0.7).zip_with(
        pl.Series(~missing), pl.Series([None] * rows, dtype=pl.Boolean)
    )
    days = pl.Series((draw.integers(15_000, 16_800, rows)).astype(np.int32)).cast(pl.Date)
    if sort == "day":
        spec = FRAMES[kind].specs()[name]
        return {name: days} if spec.kind == "date" else {f"{name}.on": days}
    return {f"{name}.done" if name in FRAMES[kind].specs() and FRAMES[kind].specs()[name].model else name: truths}


def made_frame(kind: str, columns: list[tuple[str, str]], first: int, rows: int, links: dict[str, int]) -> pl.DataFrame:
    """Random entities with ids that follow each other, each in a random holder."""
    draw = np.random.default_rng(first + len(columns))
    made: dict[str, Any] = {"id": np.arange(first, first + rows)}
    made |= {name: draw.integers(0, holders, rows) for name, holders in links.items()}
    for name, sort in columns:
        made |= made_column(kind, name, sort, rows, draw)
    return consistent(kind, pl.DataFrame(made))


def consistent(kind: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The same facts without contradictions, which no table may have: what clashes is made smaller, or not known."""
    placed = layout(kind, frame.columns)
    # A whole that is a part itself comes before its own parts.
    pairs = sorted(wholes(placed), key=lambda pair: any(pair.other == one.fact for one in wholes(placed)))
    for part, whole in pairs:
        smaller = pl.min_horizontal(part, whole)
        frame = frame.with_columns(pl.when(pl.col(part).is_not_null()).then(smaller).alias(part))
    denied = [(pair.fact, pair.other) for pair in denials(placed)]
    denied += [(f"{name}.on", f"{name}.done") for name in stepped(placed)]
    denied += [(name, whole) for whole, parts in arranged(placed).items() for name in parts]
    headers_of = {name: place.header for name, place in placed.facts.items()}
    for name, truth in denied:
        fact, says = headers_of[name], pl.col(headers_of[truth])
        frame = frame.with_columns(pl.when(says.fill_null(value=True)).then(fact).alias(fact))
    return frame


def write_communities(path: Path, communities: int) -> int:
    """A folder of Parquet files with communities; the number of columns that they have."""
    [columns] = columns_read({"community": ()}, [cr.load(BOOK)]).values()
    path.mkdir()
    for first in range(0, communities, PART):
        frame = made_frame("community", columns, first, min(PART, communities - first), {})
        frame.write_parquet(path / f"{first:012}.parquet")
    return len(columns)


# -- what is measured, each in a process of its own ------------------------------------------------------------


def run_polars(source: Path, target: Path) -> dict[str, Any]:
    """Polars, streaming from Parquet to Parquet."""
    report = cr.audit_table(pl.scan_parquet(source / "*.parquet"), cr.load(BOOK), on=ON)
    report.wide().sink_parquet(target)
    return {"requirements": len(report.plan.rules)}


def run_duckdb(source: Path, target: Path) -> dict[str, Any]:
    """DuckDB, from Parquet to Parquet."""
    import duckdb

    duckdb.sql("set preserve_insertion_order = false")
    duckdb.sql("set memory_limit = '4GB'")
    report = cr.audit_table(duckdb.read_parquet(str(source / "*.parquet")), cr.load(BOOK), on=ON)
    report.wide().write_parquet(str(target))
    return {"requirements": len(report.plan.rules)}


def run_numpy(communities: int) -> dict[str, Any]:
    """All rulebooks over frames in memory, several times."""
    books = [cr.load(one) for one in cr.available()]
    links = {
        "city": (),
        "county": ("city_id",),
        "street": ("county_id",),
        "community": ("street_id",),
        "grid": ("community_id",),
    }
    sizes = {"city": 300, "county": 3000, "street": 40_000, "community": communities, "grid": 3 * communities}
    above = {name: sizes[name.removesuffix("_id")] for names in links.values() for name in names}
    columns = columns_read(links, books)
    frames = {
        kind: made_frame(kind, columns[kind], 0, sizes[kind], {name: above[name] for name in links[kind]})
        for kind in links
    }
    before = peak()
    seconds = []

    def run() -> Any:
        start, cores = time.perf_counter(), time.process_time()
        made = cr.audit_tables(frames, books, on=ON)
        seconds.append((time.perf_counter() - start, time.process_time() - cores))
        return made

    for _ in range(3):
        run()
    report = run()
    findings = sum(len(report.verdicts[rule.id]) for rule in report.plan.rules)
    read = sum(map(len, columns.values()))
    return {
        "requirements": len(report.plan.rules),
        "columns": read,
        "findings": findings,
        "seconds": seconds,
        "before": before,
    }


def peak() -> float:
    """The greatest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(engine: str, communities: int, folder: Path) -> dict[str, Any]:
    """One run in this process."""
    start = time.perf_counter()
    if engine == "numpy":
        found = run_numpy(communities)
    else:
        run = {"polars": run_polars, "duckdb": run_duckdb}[engine]
        found = run(folder / "communities", folder / f"{engine}.parquet")
    return {"engine": engine, **found, "all_seconds": time.perf_counter() - start, "peak_mb": peak()}


def in_fresh_process(engine: str, communities: int, folder: Path) -> dict[str, Any]:
    """One run in a process of its own."""
    command = [sys.executable, __file__, engine, f"--communities={communities}", f"--folder={folder}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  this script
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def size_of(path: Path) -> float:
    """The size of a file, or of the files of a folder, in MB."""
    files = path.glob("*") if path.is_dir() else [path]
    return sum(one.stat().st_size for one in files) / 2**20


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="*", default=["polars", "duckdb", "numpy"])
    parser.add_argument("--communities", type=int)
    parser.add_argument("--folder", type=Path, help="for the process of one run")
    given = parser.parse_args()
    if given.folder is not None:
        print(json.dumps(measured(given.engines[0], given.communities, given.folder)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lazy = [one for one in given.engines if one != "numpy"]
        communities = given.communities or 20_000_000
        if lazy:
            columns = write_communities(folder / "communities", communities)
            size = size_of(folder / "communities")
            print(f"{communities:,} communities with {columns} columns, {size:,.0f} MB of Parquet, {BOOK}", flush=True)
            print(f"as one frame in memory: about {communities * columns * 8 / 2**20:,.0f} MB of floats", flush=True)
        for engine in lazy:
            found = in_fresh_process(engine, communities, folder)
            target = folder / f"{engine}.parquet"
            print(
                f"{engine}: {found['requirements']} requirements, {found['all_seconds']:.1f} s, at most "
                f"{found['peak_mb']:,.0f} MB, {size_of(target):,.0f} MB written",
                flush=True,
            )
            target.unlink()
        if "numpy" in given.engines:
            found = in_fresh_process("numpy", given.communities or 600_000, folder)
            seconds = ", ".join(f"{clock:.2f} ({cores:.2f})" for clock, cores in found["seconds"])
            print(
                f"numpy: {found['requirements']} requirements over {found['columns']} columns, "
                f"{found['findings']:,} findings\nseconds of each run, and of both cores: {seconds}; at most "
                f"{found['peak_mb']:,.0f} MB, of which {found['before']:,.0f} MB before the first"
            )


if __name__ == "__main__":
    main()
