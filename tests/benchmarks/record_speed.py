"""How fast `cr.audit()` is record by record, beside rule engines that are handed the same twelve rules.

Run `python tests/benchmarks/record_speed.py`; the peers come with the extra `bench`, and what is not installed is left
out. Each judges one community after the other and says verdict and shortfall of every rule. Whatever a peer needs to
be made ready, its rules compiled and its records converted, is done before the clock starts. Ratios are those of
runs of the same round; nothing is asserted by clock.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import math
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
from tests.benchmarks.workload import (
    FAILED,
    NAMES,
    ON,
    RULES,
    WHOLE,
    Limits,
    WorkloadRule,
    columns,
    limits_of,
    reference,
    rulebook,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Answer = tuple[str, float | None]
    Judge = Callable[[], Sequence[Any]]

BOOK = rulebook()


def records(n: int) -> list[dict[str, Any]]:
    """The communities of the workload as dicts; None where a value is not known."""
    data = columns(n)
    lists = {name: [_known(value) for value in values.tolist()] for name, values in data.items()}
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


def _known(value: Any) -> Any:
    is_missing = value == "" or (isinstance(value, float) and math.isnan(value))
    return None if is_missing else value


def need(rule: WorkloadRule, limit: float) -> str:
    """A limit multiplied out, in the syntax that all these engines share."""
    return f"{float(limit)!r}" if rule.per is None else f"{rule.per} * {float(limit)!r}"


def text_rules(ask: Callable[[str, str, str], str], equal: str, both: str) -> list[tuple[str, str, str]]:
    """Key, verdict and shortfall of each rule as texts.

    Args:
        ask: How the language writes condition, then, else.
        equal: How it writes that two things are the same.
        both: How it joins conditions that must hold together.
    """
    made = []
    for rule in RULES:
        fields = [rule.value, *([rule.per] if rule.per else [])]
        unknown = " || ".join(f"({name} {equal} null)" for name in fields).replace(
            "||", "or" if both == "and" else "||"
        )
        by_place = limits_of(rule)
        verdict, gap = "'inapplicable'", "null"
        for name, limits in by_place.items():
            fails, lacking = _fails(rule, limits, ask, both)
            one = ask(unknown, "'cannot_tell'", ask(fails, "'failed'", "'passed'"))
            miss = ask(unknown, "null", ask(fails, lacking, "null"))
            is_here = f"settlement {equal} '{name}'"
            verdict = one if not name else ask(is_here, one, verdict)
            gap = miss if not name else ask(is_here, miss, gap)
        if "" not in by_place:
            verdict = ask(f"settlement {equal} null", "'cannot_tell'", verdict)
            gap = ask(f"settlement {equal} null", "null", gap)
        made.append((rule.key, verdict, gap))
    return made


def _fails(rule: WorkloadRule, limits: Limits, ask: Callable[[str, str, str], str], both: str) -> tuple[str, str]:
    low = need(rule, limits.low)
    under = f"{rule.value} < {low}"
    if not limits.is_range:
        return under, f"{low} - {rule.value}"
    over = f"{rule.value} > {need(rule, limits.high)}"
    either = "or" if both == "and" else "||"
    return f"({under} {either} {over})", ask(
        under, f"{low} - {rule.value}", f"{rule.value} - {need(rule, limits.high)}"
    )


def ternary(condition: str, then: str, otherwise: str) -> str:
    """The way of C and its kin."""
    return f"(({condition}) ? ({then}) : ({otherwise}))"


def zen_decision(found: Sequence[dict[str, Any]]) -> Judge:
    """GoRules: one decision with an expression for each verdict and each shortfall."""
    import zen

    expressions = []
    for key, verdict, gap in text_rules(ternary, "==", "and"):
        name = key.replace("-", "_")
        expressions += [{"id": f"{name}v", "key": f"{name}_verdict", "value": verdict}]
        expressions += [{"id": f"{name}g", "key": f"{name}_gap", "value": gap}]
    place = {"x": 0, "y": 0}
    graph = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": place},
            {
                "id": "ex",
                "type": "expressionNode",
                "name": "ex",
                "position": place,
                "content": {"expressions": expressions},
            },
            {"id": "out", "type": "outputNode", "name": "out", "position": place},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "ex", "type": "edge"},
            {"id": "2", "sourceId": "ex", "targetId": "out", "type": "edge"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    keys = [rule.key.replace("-", "_") for rule in RULES]

    def run() -> list[list[Answer]]:
        answers = []
        for record in found:
            result = decision.evaluate(record)["result"]
            answers.append([(result[f"{key}_verdict"], result.get(f"{key}_gap")) for key in keys])
        return answers

    return run


def rule_engine_rules(found: Sequence[dict[str, Any]]) -> Judge:
    """rule-engine: a compiled rule for each verdict and each shortfall."""
    import rule_engine

    made = [(rule_engine.Rule(verdict), rule_engine.Rule(gap)) for _, verdict, gap in text_rules(ternary, "==", "and")]
    return lambda: [[(verdict.evaluate(one), gap.evaluate(one)) for verdict, gap in made] for one in found]


def cel_programs(found: Sequence[dict[str, Any]]) -> Judge:
    """CEL (common-expression-language): compiled programs, one context a community."""
    import cel

    made = [(cel.compile(verdict), cel.compile(gap)) for _, verdict, gap in text_rules(ternary, "==", "&&")]

    def run() -> list[list[Answer]]:
        answers = []
        for record in found:
            context = cel.Context(record)
            answers.append([(verdict.execute(context), gap.execute(context)) for verdict, gap in made])
        return answers

    return run


def json_logic_rules(found: Sequence[dict[str, Any]]) -> Judge:
    """JSON Logic: a tree for each verdict and each shortfall; `===`, because its `0 == null` is true."""
    from json_logic import jsonLogic

    made = [(_json_verdict(rule), _json_gap(rule)) for rule in RULES]
    return lambda: [[(jsonLogic(verdict, one), jsonLogic(gap, one)) for verdict, gap in made] for one in found]


def _json_need(rule: WorkloadRule, limit: float) -> Any:
    return limit if rule.per is None else {"*": [{"var": rule.per}, limit]}


def _json_unknown(rule: WorkloadRule) -> dict[str, Any]:
    fields = [rule.value, *([rule.per] if rule.per else [])]
    return {"or": [{"===": [{"var": name}, None]} for name in fields]}


def _json_fails(rule: WorkloadRule, limits: Limits) -> dict[str, Any]:
    under = {"<": [{"var": rule.value}, _json_need(rule, limits.low)]}
    if not limits.is_range:
        return under
    return {"or": [under, {">": [{"var": rule.value}, _json_need(rule, limits.high)]}]}


def _json_by_place(rule: WorkloadRule, unknown: Any, outside: Any, one: Callable[[Limits], Any]) -> Any:
    by_place = limits_of(rule)
    if "" in by_place:
        return one(by_place[""])
    parts: list[Any] = [{"===": [{"var": "settlement"}, None]}, unknown]
    for name, limits in by_place.items():
        parts += [{"===": [{"var": "settlement"}, name]}, one(limits)]
    return {"if": [*parts, outside]}


def _json_verdict(rule: WorkloadRule) -> Any:
    def one(limits: Limits) -> Any:
        return {"if": [_json_unknown(rule), "cannot_tell", _json_fails(rule, limits), "failed", "passed"]}

    return _json_by_place(rule, "cannot_tell", "inapplicable", one)


def _json_gap(rule: WorkloadRule) -> Any:
    def one(limits: Limits) -> Any:
        low = _json_need(rule, limits.low)
        lacking: Any = {"-": [low, {"var": rule.value}]}
        if limits.is_range:
            over = {"-": [{"var": rule.value}, _json_need(rule, limits.high)]}
            lacking = {"if": [{"<": [{"var": rule.value}, low]}, lacking, over]}
        return {"if": [_json_unknown(rule), None, _json_fails(rule, limits), lacking, None]}

    return _json_by_place(rule, None, None, one)


def durable_facts(found: Sequence[dict[str, Any]]) -> Judge:
    """durable-rules bare: a fact a community with a session of its own, a rule a failure; it gives failures alone."""
    from durable import engine

    class QuietHost(engine.Host):  # type: ignore[misc]  # durable-rules has no types
        def _run(self) -> None:
            """Without the two threads that look for timers."""

    failed: list[str] = []

    def note(key: str) -> Callable[[Any], None]:
        return lambda _context: failed.append(key)

    definition: dict[str, Any] = {"known": {"all": [{"m": {"$ex": {"kind": 1}}}], "run": lambda _context: None}}
    for rule in RULES:
        for name, limits in limits_of(rule).items():
            for number, one in enumerate(_durable_conditions(rule, name, limits)):
                definition[f"{rule.key}-{name}-{number}"] = {"all": [{"m": one}], "run": note(rule.key)}
    host = QuietHost({"workload": definition})

    def run() -> list[str]:
        failed.clear()
        for number, record in enumerate(found):
            sid = str(number)
            fact = {name: value for name, value in record.items() if value is not None and name != "id"}
            host.assert_fact("workload", {**fact, "kind": "community", "id": sid, "sid": sid})
            host.delete_state("workload", sid)
        return list(failed)

    return run


def _durable_conditions(rule: WorkloadRule, name: str, limits: Limits) -> list[dict[str, Any]]:
    """The ways in which a rule fails; a missing right-hand side has to be asked for, or both sides fire."""
    made = []
    for sign, limit in (("$lt", limits.low), ("$gt", limits.high)):
        if not math.isfinite(limit):
            continue
        right: Any = limit if rule.per is None else {"$mul": {"$l": {"$m": rule.per}, "$r": limit}}
        parts: list[dict[str, Any]] = [{"$ex": {one: 1}} for one in (rule.value, rule.per) if one is not None]
        parts += [{"settlement": name}] if name else []
        made.append({"$and": [*parts, {sign: {rule.value: right}}]})
    return made


def by_audit(found: Sequence[dict[str, Any]]) -> Judge:
    """`cr.audit()` over entities that were read before."""
    made = [cr.Community(**_read(one)) for one in found]
    return lambda: [cr.audit(one, BOOK, on=ON).findings for one in made]


def in_one_audit(found: Sequence[dict[str, Any]]) -> Judge:
    """`cr.audit()` of one city that holds them all."""
    city = cr.City(id="city", communities=[_read(one) for one in found])
    return lambda: cr.audit(city, BOOK, on=ON).findings


def _read(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: int(value) if name in WHOLE else value for name, value in record.items() if value is not None}


PEERS: dict[str, tuple[str, Callable[[Sequence[dict[str, Any]]], Judge]]] = {
    "civic_rules, one audit of all": ("civic_rules", in_one_audit),
    "civic_rules, an audit each": ("civic_rules", by_audit),
    "GoRules zen-engine, a decision": ("zen", zen_decision),
    "rule-engine": ("rule_engine", rule_engine_rules),
    "CEL (common-expression-language)": ("cel", cel_programs),
    "JSON Logic (panzi-json-logic)": ("json_logic", json_logic_rules),
    "durable-rules bare, failures alone": ("durable", durable_facts),
}
"""What is measured: the module that has to be installed, and how the run is made ready."""


def differing(answers: Sequence[Sequence[Answer]], right: Mapping[str, tuple[Any, Any]]) -> int:
    """In how many verdicts a peer differs from the reference."""
    return sum(
        NAMES[right[rule.key][0][number]] != str(given[place][0])
        for number, given in enumerate(answers)
        for place, rule in enumerate(RULES)
    )


def main() -> None:
    """Measure in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communities", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each way is measured")
    options = parser.parse_args()
    n = options.communities
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    found = records(n)
    runs = {name: ready(found) for name, (module, ready) in PEERS.items() if importlib.util.find_spec(module)}
    print(f"not installed: {', '.join(sorted(set(PEERS) - set(runs))) or 'none'}")
    right = reference(columns(n))
    failures = sum(int((verdict == FAILED).sum()) for verdict, _ in right.values())
    for name, run in runs.items():
        if name.startswith("durable"):
            print(f"{name}: {len(run())} failures, and {failures} by the reference")
        elif not name.startswith("civic_rules"):
            print(f"{name}: {differing(run(), right)} verdicts differ from the reference")
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(options.rounds + 1):
        for name, run in runs.items():
            gc.collect()
            start = time.perf_counter()
            kept = run()
            if number:  # The first round warms up.
                seconds[name].append(time.perf_counter() - start)
            del kept
    verdicts = n * len(RULES)
    ours = seconds["civic_rules, one audit of all"]
    for name, times in seconds.items():
        ratios = [other / own for other, own in zip(times, ours, strict=True)]
        rate = np.median([verdicts / one for one in times])
        print(f"{name}: {rate:,.0f} rules a second; {median(ratios):.2f} times the first")


if __name__ == "__main__":
    main()
