"""The workload of the comparisons: twelve rules over made-up communities, with a share of the values missing.

The rules are data here, so that every engine is handed the same figures. `rulebook()` is their form in civic_rules,
where a rule that differs by settlement is a requirement for each: fourteen requirements stand for the twelve rules.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

import civic_rules as cr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

ON = date(2025, 12, 31)
PASSED, FAILED, CANNOT_TELL, INAPPLICABLE = 0, 1, 2, 3
NAMES = ("passed", "failed", "cannot_tell", "inapplicable")
MISSING = 0.05
"""The share of values that are not known."""


class Limits(NamedTuple):
    """From a least to a greatest value, which may be infinite."""

    low: float
    high: float = math.inf

    @property
    def is_range(self) -> bool:
        """Whether there is a greatest value."""
        return math.isfinite(self.high)


class WorkloadRule(NamedTuple):
    """One rule of the workload.

    Attributes:
        key: Its name.
        value: The field that is limited.
        per: The field for each of which the limit holds; None where the limit is absolute.
        everywhere: The limits, where they do not differ by settlement.
        urban: The limits of an urban community, where they differ.
        rural: The limits of a rural one; None where nothing is asked of it.
        written: How civic_rules writes the limits, in the order of low and high, urban before rural.
    """

    key: str
    value: str
    per: str | None = None
    everywhere: Limits | None = None
    urban: Limits | None = None
    rural: Limits | None = None
    written: tuple[str, ...] = ()


RULES = (
    WorkloadRule(
        "area-per-household", "facility_area", "households", Limits(0.43), written=("43 m² / (100 household)",)
    ),
    WorkloadRule("area", "facility_area", None, Limits(400), written=("400 m²",)),
    WorkloadRule(
        "workers-per-resident", "workers", "residents", Limits(0.0018), written=("18 worker / (10000 resident)",)
    ),
    WorkloadRule("workers", "workers", None, Limits(10), written=("10 worker",)),
    WorkloadRule(
        "size",
        "households",
        urban=Limits(2000, 3000),
        rural=Limits(1000, 1500),
        written=("2000 household", "3000 household", "1000 household", "1500 household"),
    ),
    WorkloadRule("social-organisations", "social_organisations", None, Limits(5), written=("5 organisation",)),
    WorkloadRule(
        "volunteers-per-resident",
        "volunteers",
        "residents",
        urban=Limits(0.15),
        rural=Limits(0.10),
        written=("15 volunteer / (100 resident)", "10 volunteer / (100 resident)"),
    ),
    WorkloadRule("office-funds", "office_funds", urban=Limits(120_000), written=("120000 CNY / year",)),
    WorkloadRule(
        "grid-workers",
        "grid_coordinators",
        "households",
        Limits(1 / 150),
        written=("1 grid_coordinator / (150 household)",),
    ),
    WorkloadRule("activity-share", "activity_area", "facility_area", Limits(0.6), written=("60 %",)),
    # A community has no count of the members of its owners' committees: a pair of the same shape stands for it.
    WorkloadRule("half-of-them", "tasks_admitted", "tasks_assigned", Limits(0.5), written=("50 %",)),
    WorkloadRule("service-hours", "service_hours", None, Limits(8), written=("8 hour / day",)),
)
"""The twelve rules."""

NUMBERS = tuple(dict.fromkeys(name for rule in RULES for name in (rule.value, rule.per) if name is not None))
"""The columns of numbers that the rules read."""

WHOLE = frozenset(NUMBERS) - {"facility_area", "activity_area", "office_funds", "service_hours"}
"""Those that count whole things."""


def limits_of(rule: WorkloadRule) -> Mapping[str, Limits]:
    """The limits by settlement; under "" where settlement does not matter."""
    if rule.everywhere is not None:
        return {"": rule.everywhere}
    both = {"urban": rule.urban, "rural": rule.rural}
    return {name: limits for name, limits in both.items() if limits is not None}


def columns(n: int, seed: int = 1) -> dict[str, NDArray[Any]]:
    """The columns of n communities: NaN, or "" for settlement, where a value is not known.

    A part of them lies exactly at a limit, where arithmetic that rounds goes wrong.
    """
    random = np.random.default_rng(seed)
    households = random.integers(500, 4000, n).astype(float)
    residents = np.round(households * random.uniform(2, 3.5, n))
    area = np.round(random.uniform(100, 2400, n), 1)
    at_limit = random.random(n) < 0.02
    area[at_limit] = 43 * households[at_limit] / 100
    workers = random.integers(3, 30, n).astype(float)
    assigned = random.integers(1, 60, n).astype(float)
    made = {
        "households": households,
        "residents": residents,
        "facility_area": area,
        "activity_area": np.round(area * random.uniform(0.3, 0.9, n), 1),
        "workers": workers,
        "social_organisations": random.integers(0, 12, n).astype(float),
        "volunteers": np.round(residents * random.uniform(0.02, 0.3, n)),
        "office_funds": np.round(random.uniform(50_000, 250_000, n)),
        "grid_coordinators": random.integers(1, 30, n).astype(float),
        "tasks_assigned": assigned,
        "tasks_admitted": np.floor(assigned * random.uniform(0, 1, n)),
        "service_hours": random.integers(4, 13, n).astype(float),
    }
    for values in made.values():
        values[random.random(n) < MISSING] = np.nan
    settlement = np.where(random.random(n) < 0.55, "urban", "rural").astype(object)
    settlement[random.random(n) < MISSING] = ""
    ids = np.array([f"c{number:07}" for number in range(n)], dtype=object)
    return {"id": ids, "settlement": settlement, **made}


def rulebook() -> cr.Rulebook:
    """The rules as a rulebook of civic_rules."""
    document = cr.Document(
        id="workload",
        title=cr.Text(zh="十二条规则", en="Twelve rules"),
        issuer=cr.Text(zh="无", en="nobody"),
        issued=date(2020, 1, 1),
        in_force_from=date(2020, 1, 1),
        last_checked=date(2026, 11, 25),
        clauses=(cr.Clause(number="一", title=cr.Text(zh="规则", en="rules")),),
    )
    made = [requirement for rule in RULES for requirement in _requirements(rule, document)]
    return cr.Rulebook(document, tuple(made))


def _requirements(rule: WorkloadRule, document: cr.Document) -> Iterator[cr.Requirement]:
    community = cr.subject("community")
    value = getattr(community, rule.value)
    value = value if rule.per is None else value / getattr(community, rule.per)
    written = iter(rule.written)
    for name, limits in limits_of(rule).items():
        low = next(written)
        yield cr.Requirement(
            key=f"{rule.key}-{name}" if name else rule.key,
            title=cr.Text(zh=rule.key, en=rule.key),
            must=value.between(low, next(written)) if limits.is_range else value >= low,
            when=community.settlement.is_(name) if name else None,
            modality=cr.Modality.MANDATORY,
            source=document.clause("一"),
        )


def reference(data: Mapping[str, NDArray[Any]]) -> dict[str, tuple[NDArray[np.int8], NDArray[np.float64]]]:
    """Verdict and shortfall of every rule and community by plain array arithmetic, one rule at a time.

    Ratios are multiplied out, and every comparison has the tolerance of civic_rules. What counts whole things is
    missing in whole ones. A shortfall is NaN where nothing is known to be missing.
    """
    found = {}
    for rule in RULES:
        value = data[rule.value]
        of = np.ones_like(value) if rule.per is None else data[rule.per]
        verdict = np.full(len(value), INAPPLICABLE, dtype=np.int8)
        gap = np.full(len(value), np.nan)
        for name, limits in limits_of(rule).items():
            here = np.ones(len(value), dtype=bool) if not name else data["settlement"] == name
            low, high = of * limits.low, of * limits.high
            under = np.where(low - value > 1e-9 * np.abs(low), low - value, 0)
            over = np.where(value - high > 1e-9 * np.abs(high), value - high, 0) if limits.is_range else 0
            lacking = np.maximum(under, over)
            known = ~(np.isnan(value) | np.isnan(of))
            verdict[here & known & (lacking == 0)] = PASSED
            verdict[here & known & (lacking > 0)] = FAILED
            verdict[here & ~known] = CANNOT_TELL
            missing = here & known & (lacking > 0)
            gap[missing] = np.ceil(lacking[missing] - 1e-9) if rule.value in WHOLE else lacking[missing]
        if rule.everywhere is None:
            verdict[data["settlement"] == ""] = CANNOT_TELL
        found[rule.key] = verdict, gap
    return found
