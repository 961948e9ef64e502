"""How fast conclusions are, and how fast facts are chained beside durable-rules' own Python host and other engines.

Run `python tests/benchmarks/inference_speed.py`. It checks first that every engine concludes the same, then measures
them in turn. Nothing is asserted by clock: the figures are printed with their spread. clipspy and experta take part
where they are installed (`pip install -e ".[bench]"`); `--memory` audits 20,000 places in one process instead.
"""

from __future__ import annotations

import argparse
import collections.abc
import gc
import importlib
import platform
import resource
import sys
import time
import warnings
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import civic_rules as cr
from civic_rules.inference.chaining import Reference
from civic_rules.inference.concluding import conclude
from civic_rules.inference.programs import Atom, EngineRule, Fact, Program, run
from tests.benchmarks.audit_speed import population

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ON = date(2013, 6, 1)

CHAIN = Program(
    (
        EngineRule("r0", Atom("p10", ("c",)), (Atom("p0", ("c",)),)),
        EngineRule("r1", Atom("p11", ("k", "c")), (Atom("p10", ("c",)), Atom("p1", ("c", "k")))),
        EngineRule("r2", Atom("p12", ("k", "c")), (Atom("p11", ("k", "c")), Atom("p2", ("c",)))),
        EngineRule("r3", Atom("p13", ("y", "c")), (Atom("p12", ("k", "c")), Atom("p3", ("k", "y")))),
    )
)
"""The chain of a community without enough room: status, what the county owes, overdue, to the committee of the city."""

County = tuple[Fact, ...]
"""The facts of one county, which are chained by themselves."""


def counties(count: int, communities: int) -> list[County]:
    """The facts of some counties: every community lacks room, and of every second one the solution is overdue."""
    made = []
    for number in range(count):
        facts = [Fact("p3", (f"k{number}", "y0"))]
        for one in range(communities):
            name = f"c{number * communities + one}"
            facts += [Fact("p0", (name,)), Fact("p1", (name, f"k{number}"))]
            facts += [Fact("p2", (name,))] if one % 2 else []
        made.append(tuple(facts))
    return made


# -- engines: each takes the facts of one county and gives the tokens of what goes to the committee


Run = "Callable[[County], set[tuple[str, ...]]]"


def ours(engine: Any) -> Any:
    """The chain on one of our engines."""

    def conclude_county(facts: County) -> set[tuple[str, ...]]:
        return {fact.tokens for fact in run(CHAIN, facts, (), engine).certain if fact.predicate == "p13"}

    return conclude_county


def bare_durable() -> Any:
    """The same rules in durable-rules' own language and on its own host, a state a county."""
    from durable import engine, lang

    warnings.simplefilter("ignore", DeprecationWarning)
    engine.Host._run = lambda _host: None  # its timer threads would take states from the measured thread: error 307
    found: set[tuple[str, ...]] = set()
    with lang.ruleset("chain"):

        @lang.when_all(lang.c.a << (lang.m.p == "p0"))
        def status(c: Any) -> None:
            c.assert_fact({"p": "p10", "x": c.a.x})

        @lang.when_all(lang.c.a << (lang.m.p == "p10"), lang.c.b << (lang.m.p == "p1") & (lang.m.x == lang.c.a.x))
        def owes(c: Any) -> None:
            c.assert_fact({"p": "p11", "x": c.b.y, "y": c.a.x})

        @lang.when_all(lang.c.a << (lang.m.p == "p11"), lang.c.b << (lang.m.p == "p2") & (lang.m.x == lang.c.a.y))
        def overdue(c: Any) -> None:
            c.assert_fact({"p": "p12", "x": c.a.x, "y": c.a.y})

        @lang.when_all(lang.c.a << (lang.m.p == "p12"), lang.c.b << (lang.m.p == "p3") & (lang.m.x == lang.c.a.x))
        def to_committee(c: Any) -> None:
            found.add((c.b.y, c.a.y))

    numbers = iter(range(10**9))

    def conclude_county(facts: County) -> set[tuple[str, ...]]:
        found.clear()
        sid = f"s{next(numbers)}"
        batch = [{"sid": sid, "p": fact.predicate, **dict(zip("xy", fact.tokens, strict=False))} for fact in facts]
        try:
            lang.assert_facts("chain", batch)
        except engine.MessageNotHandledException:
            raise SystemExit("durable-rules' own host did not take a fact") from None
        lang.delete_state("chain", sid)
        return set(found)

    return conclude_county


def on_clips() -> Any:
    """The same rules on CLIPS, through clipspy."""
    clips = importlib.import_module("clips")
    environment = clips.Environment()
    for rule in CHAIN.rules:
        needs = " ".join(f"({atom.predicate} {' '.join(f'?{one}' for one in atom.variables)})" for atom in rule.needs)
        head = f"({rule.head.predicate} {' '.join(f'?{one}' for one in rule.head.variables)})"
        environment.build(f"(defrule {rule.name} {needs} => (assert {head}))")

    def conclude_county(facts: County) -> set[tuple[str, ...]]:
        environment.reset()
        for fact in facts:
            environment.assert_string(f"({fact.predicate} {' '.join(fact.tokens)})")
        environment.run()
        return {tuple(str(one) for one in fact) for fact in environment.facts() if fact.template.name == "p13"}

    return conclude_county


def on_experta() -> Any:
    """The same rules on experta, in plain Python."""
    # The frozendict that it pins asks for names that Python dropped in 3.10.
    collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]
    experta = importlib.import_module("experta")
    match = experta.MATCH
    kinds = {name: type(name, (experta.Fact,), {}) for name in ("p0", "p1", "p2", "p3", "p10", "p11", "p12", "p13")}

    def pattern(atom: Atom) -> Any:
        return kinds[atom.predicate](*(getattr(match, one) for one in atom.variables))

    def method(rule: EngineRule) -> Any:
        def fire(self: Any, **bound: str) -> None:
            self.declare(kinds[rule.head.predicate](*(bound[one] for one in rule.head.variables)))

        return experta.Rule(*(pattern(atom) for atom in rule.needs))(fire)

    made = type("Chain", (experta.KnowledgeEngine,), {rule.name: method(rule) for rule in CHAIN.rules})

    def conclude_county(facts: County) -> set[tuple[str, ...]]:
        engine = made()
        engine.reset()
        for fact in facts:
            engine.declare(kinds[fact.predicate](*fact.tokens))
        engine.run()
        to_committee: Any = kinds["p13"]
        return {(one[0], one[1]) for one in engine.facts.values() if isinstance(one, to_committee)}

    return conclude_county


def engines() -> dict[str, Any]:
    """The engines that are there, the first one first."""
    found: dict[str, Any] = {}
    makers: dict[str, Callable[[], Any]] = {
        "durable-rules through our driver": lambda: ours(
            importlib.import_module("civic_rules.inference.durable").DurableRules()
        ),
        "durable-rules on its own host": bare_durable,
        "our reference, plain Python": lambda: ours(Reference()),
        "CLIPS through clipspy": on_clips,
        "experta": on_experta,
    }
    for name, make in makers.items():
        try:
            found[name] = make()
        except Exception as error:  # noqa: BLE001  an engine that is not there, or does not run here, is named
            print(f"  not measured: {name} ({type(error).__name__}: {error})")
    return found


# -- measuring


def spread(values: Sequence[float]) -> str:
    """The median, the least and the greatest."""
    return f"{median(values):>10,.0f}  ({min(values):,.0f} to {max(values):,.0f})"


def seconds(work: Callable[[], object]) -> float:
    """The core time of some work."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_facts(rounds: int, count: int, communities: int) -> None:
    """Facts a second, given and concluded, on each engine."""
    given = counties(count, communities)
    print(f"Facts a second, given and concluded ({count} counties of {communities} communities, one by one):")
    there = engines()
    expected = [ours(Reference())(one) for one in given]
    facts = sum(len(run(CHAIN, one, (), Reference()).certain) for one in given)
    for name, chain in there.items():
        if [chain(one) for one in given] != expected:
            raise SystemExit(f"{name} concludes something else")
    speeds: dict[str, list[float]] = {name: [] for name in there}
    for _ in range(rounds):
        for name, chain in there.items():
            speeds[name].append(facts / seconds(lambda chain=chain: [chain(one) for one in given]))  # type: ignore[misc]
    for name, values in speeds.items():
        print(f"  {name:<34} {spread(values)}")


def communities_of(city: cr.City) -> list[cr.Community]:
    """Every community of a city."""
    found = [one for county in city.counties or () for one in county.communities or ()]
    streets = [street for county in city.counties or () for street in county.streets or ()]
    return found + [one for street in streets for one in street.communities or ()]


def measure_audits(rounds: int) -> None:
    """Audits with conclusions a second, beside audits without."""
    book = cr.load("yancheng-2013-6")
    places = [cr.County(id="k", communities=[one]) for one in communities_of(population(1))]
    city = population(5)
    print("Audits a second (a county with one community, 92 requirements, 6 consequences):")
    plain, full, whole = [], [], []
    for _ in range(rounds):
        plain.append(len(places) / seconds(lambda: [cr.audit(one, book, on=ON) for one in places]))
        full.append(len(places) / seconds(lambda: [cr.audit(one, book, on=ON).conclusions for one in places]))
        report = cr.audit(city, book, on=ON)
        found = len(report.findings)
        whole.append(found / seconds(lambda report=report: conclude(report)))  # type: ignore[misc]
    print(f"  {'without conclusions':<34} {spread(plain)}")
    print(f"  {'with conclusions':<34} {spread(full)}")
    print(f"Findings a second that are chained (a city of 200 communities): {spread(whole)}")


def measure_memory(audits: int) -> None:
    """The peak of memory before and after many audits with conclusions in one process."""
    book = cr.load("yancheng-2013-6")

    def one(number: int) -> None:
        community = cr.Community(
            id=f"c{number}", has_facility=False, has_recent_project=False, gap_plan={"completed": False}
        )
        report = cr.audit(cr.County(id="k", communities=[community]), book, on=ON)
        if len(report.conclusions) != 4:
            raise SystemExit("the chain is broken")

    def peak() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    for number in range(1_000):
        one(number)
    before = peak()
    for number in range(audits):
        one(number)
    print(f"Peak of memory: {before:.1f} MB after 1,000 audits with conclusions, {peak():.1f} MB after {audits:,} more")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--counties", type=int, default=50)
    parser.add_argument("--communities", type=int, default=40)
    parser.add_argument("--memory", action="store_true", help="audit 20,000 places in one process")
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}")
    if given.memory:
        measure_memory(20_000)
        return
    measure_facts(given.rounds, given.counties, given.communities)
    measure_audits(given.rounds)


if __name__ == "__main__":
    main()
