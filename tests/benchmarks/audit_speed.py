"""How fast `cr.audit()` is, beside the same 92 requirements written by hand in plain Python.

Run `python tests/benchmarks/audit_speed.py`. It checks first that both agree on every finding, then measures them
in turn. Nothing is asserted by clock: the figures are printed with their spread.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

import civic_rules as cr
from civic_rules.units import same
from tests.benchmarks.handwritten import judge_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from civic_rules.entities import City, Entity

ON = date(2015, 12, 31)
DISTRICTS = 25
"""The example district has 40 communities: 25 of them make 1,000."""


def renamed(entity: Entity, suffix: str) -> Entity:
    """The same entity and everything below it with fresh ids."""
    held = {name: getattr(entity, name) for name in type(entity).member_fields()}
    fresh = {name: tuple(renamed(one, suffix) for one in members) for name, members in held.items() if members}
    return entity.model_copy(update={"id": f"{entity.id}{suffix}", **fresh})


def population(districts: int) -> City:
    """A city of copies of the example district."""
    district = cr.examples.yancheng_district()
    city = cr.City(
        id="city",
        name="示例市(虚构)",
        committees=[{"id": "guidance", "committee_kind": "guidance-committee", "functions": ["macro-guidance"]}],
        service_centres=[{"id": "city-centre", "centre_kind": "citizen-service-centre"}],
        arrangements={"information-platform": ["multi-party-sharing"], "service-modes": {"parts": {}}},
    )
    return city.model_copy(update={"counties": tuple(renamed(district, f"-{one}") for one in range(districts))})


def check_agreement(city: City, book: cr.Rulebook) -> int:
    """Check that both ways give the same findings, and say how many those are.

    Raises:
        SystemExit: They differ; the first differences are named.
    """
    ours = {(f.requirement.key, f.entity_kind, f.entity_id): f for f in cr.audit(city, book, on=ON)}
    theirs = {(f.requirement, f.entity.kind, f.entity.id): f for f in judge_all(city, ON)}
    asked = {key for key, _, _ in ours}
    if ours.keys() != theirs.keys() or asked != {rule.key for rule in book}:
        raise SystemExit(f"other findings: {sorted(ours.keys() ^ theirs.keys())[:5]}, {len(asked)} rules asked")
    differing = [name for name, one in ours.items() if not agrees(one, theirs[name])]
    for name in differing[:5]:
        one, other = ours[name], theirs[name]
        print(name, (one.verdict, one.measured, one.limit, one.shortfall), other)
    if differing:
        raise SystemExit(f"{len(differing)} of {len(ours)} findings differ")
    return len(ours)


def agrees(one: cr.Finding, other: object) -> bool:
    """Whether verdict, measured value, limit and shortfall are the same; numbers but for noise."""
    if one.verdict != getattr(other, "verdict"):  # noqa: B009  two classes of findings
        return False
    for name in ("measured", "limit", "shortfall"):
        a, b = getattr(one, name), getattr(other, name)
        if a != b and not (isinstance(a, (int, float)) and isinstance(b, (int, float)) and same(a, b)):
            return False
    return True


def by_hand_at_rest(city: City) -> Sequence[object]:
    """The hand-written way with Python's cycle collector paused, as `cr.audit()` pauses it."""
    gc.disable()
    try:
        return judge_all(city, ON)
    finally:
        gc.enable()


def timed(run: Callable[[], Sequence[object]]) -> tuple[float, float]:
    """Seconds on the clock and on the core; the findings of the run before are thrown away untimed."""
    gc.collect()
    wall, core = time.perf_counter(), time.process_time()
    kept = run()
    seconds = time.perf_counter() - wall, time.process_time() - core
    del kept
    return seconds


def spread(values: Sequence[float], form: str = ",.0f") -> str:
    """The median with the least and the greatest value."""
    return f"{median(values):{form}} (min {min(values):{form}}, max {max(values):{form}})"


def compare(city: City, book: cr.Rulebook, findings: int, rounds: int) -> None:
    """Measure the ways in turn, and print findings a second and the ratios of each round."""
    ways: dict[str, Callable[[], Sequence[object]]] = {
        "cr.audit()": lambda: cr.audit(city, book, on=ON).findings,
        "by hand": lambda: judge_all(city, ON),
        "by hand, collector paused": lambda: by_hand_at_rest(city),
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, run in ways.items():
            seconds = timed(run)
            if number:  # The first round warms up.
                found[name].append(seconds)
    audits = found["cr.audit()"]
    for name, runs in found.items():
        print(f"{name}: {spread([findings / core for _, core in runs])} findings/s of core time")
        print(f"    {spread([findings / wall for wall, _ in runs])} findings/s on the clock")
        if name != "cr.audit()":
            ratios = [hand / audit for (_, hand), (_, audit) in zip(runs, audits, strict=True)]
            print(f"    cr.audit() reaches {spread(ratios, '.2f')} of this speed")


def seconds_to(statement: str, *, before: str = "", runs: int = 7) -> list[float]:
    """Core seconds that a statement takes in fresh processes."""
    code = f"{before}\nimport time\nstart = time.process_time()\n{statement}\nprint(time.process_time() - start)"
    command = [sys.executable, "-c", code]
    return [float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)]  # noqa: S603  our own code


def small_costs() -> None:
    """Print what a user waits for who audits one community: import, load, the first audit and the next ones."""
    start = "import civic_rules as cr"
    book = f"{start}\nbook = cr.load('yancheng-2013-6')"
    one = f"{book}\none = cr.Community(id='c1', settlement='urban', households=2400, facility_area=500)"
    first = "cr.audit(one, book, on='2015-12-31')"
    steps = {
        "import civic_rules": (start, ""),
        "cr.load(), the first time": ("cr.load('yancheng-2013-6')", start),
        "one community, first audit": (first, one),
        "one community, each next audit": (f"for _ in range(100): {first}", f"{one}\n{first}"),
    }
    for name, (statement, before) in steps.items():
        times = [1000 * one / (100 if "next" in name else 1) for one in seconds_to(statement, before=before)]
        print(f"{name}: {spread(times, '.2f')} ms of core time")


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="how often each way is measured")
    parser.add_argument("--districts", type=int, default=DISTRICTS, help="copies of the example district")
    options = parser.parse_args()
    book = cr.load("yancheng-2013-6")
    city = population(options.districts)
    findings = check_agreement(city, book)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    )
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    print(f"{findings:,} findings agree, of {len(book)} requirements in {40 * options.districts:,} communities")
    compare(city, book, findings, options.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, population and both sets of findings: {peak:,.0f} MiB")
    small_costs()


if __name__ == "__main__":
    main()
