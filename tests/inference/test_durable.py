"""Each hazard of durable-rules has a shield, and each test here fails where its shield is taken away."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import civic_rules as cr
from civic_rules.errors import ChainingError
from civic_rules.inference.chaining import Reference
from civic_rules.inference.concluding import conclude
from civic_rules.inference.programs import Atom, EngineRule, Fact, Program, run
from tests.chinese import left_in_english

pytest.importorskip("durable_rules_engine", exc_type=ImportError)

from civic_rules.inference import durable

ROOT = Path(__file__).parents[2]

COPY = Program((EngineRule("r0", Atom("p1", ("a",)), (Atom("p0", ("a",)),)),))
JOIN = Program((EngineRule("r0", Atom("p2", ("a",)), (Atom("p0", ("a",)), Atom("p1", ("a",)))),))


def of(predicate: str, *tokens: str) -> Fact:
    """A fact."""
    return Fact(predicate, tokens)


def fan(width: int) -> Program:
    """As many rules that all ask for one predicate."""
    needs = (Atom("p0", ("a",)), Atom("p1", ("a",)))
    return Program(tuple(EngineRule(f"r{n}", Atom(f"p{n + 2}", ("a",)), needs) for n in range(width)))


def siblings(count: int) -> Program:
    """As many rules, each of which asks for a predicate of its own."""
    return Program(tuple(EngineRule(f"r{n}", Atom("p9999", ("a",)), (Atom(f"p{n}", ("a",)),)) for n in range(count)))


def alone(
    code: str, *, seconds: float = 60, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, which may die of it."""
    start = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]\nimport test_durable as t\n"
    return subprocess.run(  # noqa: S603  the script is ours
        [sys.executable, "-X", "faulthandler", "-c", start + code],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        env={**os.environ, **(environment or {})},
    )


def same(program: Program, facts: set[Fact], engine: durable.DurableRules | None = None) -> bool:
    """Whether durable-rules concludes what the reference does."""
    return run(program, facts, (), engine or durable.DurableRules()) == run(program, facts, (), Reference())


# -- what ends the process, or never ends


DIRTY = {"MALLOC_PERTURB_": "165"}
"""Makes glibc fill memory that it hands out, so that whoever reads it without having set it is found out."""

NOTHING_FIRES = """
engine = t.durable.DurableRules()
for _ in range(50):
    assert t.run(t.JOIN, {t.of("p0", "e0")}, (), engine).certain == {t.of("p0", "e0")}
print("ended")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the memory is filled by glibc")
def test_state_in_which_nothing_fires_is_deleted_safely() -> None:
    """A state in which nothing of ours fires is deleted without freeing what was never set."""
    assert alone(NOTHING_FIRES, environment=DIRTY).stdout == "ended\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the memory is filled by glibc")
def test_without_an_opening_the_process_dies() -> None:
    """Without the fact that opens a state, deleting it ends the process."""
    unshielded = "t.durable._Run._open = lambda run: setattr(run, 'is_open', True)\n" + NOTHING_FIRES

    assert alone(unshielded, environment=DIRTY).returncode < 0


MANY_STATES = """
engine = t.durable.DurableRules()
for number in range(1_200):
    assert t.run(t.COPY, {t.of("p0", f"e{number}")}, (), engine).certain >= {t.of("p1", f"e{number}")}
print("ended")
"""


def test_more_runs_than_states_can_live() -> None:
    """Every run gives its state back, so that there are never more than one of the 1,024."""
    assert alone(MANY_STATES).stdout == "ended\n"


def test_without_deletion_the_process_dies_or_fails() -> None:
    """Where states stay, the 1,025th is one too many."""
    kept = "import durable_rules_engine as e; e.delete_state = lambda *a: None\n"

    assert alone(kept + MANY_STATES).returncode != 0


MANY_SIBLINGS = """
assert t.same(t.siblings(1_100), {t.of("p0", "e0"), t.of("p511", "e1"), t.of("p1099", "e2")})
print("ended")
"""


def test_more_predicates_than_siblings_can_stand() -> None:
    """More than 512 predicates stand in groups, and the engine comes back."""
    assert alone(MANY_SIBLINGS).stdout == "ended\n"


def test_without_groups_the_engine_never_comes_back() -> None:
    """In one group, 512 predicates and more are an endless loop."""
    with pytest.raises(subprocess.TimeoutExpired):
        alone("t.durable.MAX_GROUP = 100_000\n" + MANY_SIBLINGS, seconds=6)


# -- what gives wrong answers, or none


def test_more_rules_than_branches_can_match() -> None:
    """One fact that 200 rules ask for reaches them all."""
    assert same(fan(200), {of("p0", "e0"), of("p1", "e0"), of("p1", "e1")})


def test_without_other_names_the_engine_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under one name, a fact that matches more than 64 branches is refused, and the caller hears of it."""
    monkeypatch.setattr(durable, "MAX_BRANCHES", 1_000)

    with pytest.raises(ChainingError, match="303"):
        run(fan(200), {of("p0", "e0"), of("p1", "e0")}, (), durable.DurableRules())


def test_one_fact_at_two_places_of_a_rule() -> None:
    """A fact may stand at two places of one rule, as a circle of one step does."""
    twice = Program((EngineRule("r0", Atom("p1", ("a", "c")), (Atom("p0", ("a", "b")), Atom("p0", ("b", "c")))),))

    assert of("p1", "e0", "e0") in run(twice, {of("p0", "e0", "e0")}, (), durable.DurableRules()).certain
    assert same(twice, {of("p0", "e0", "e0"), of("p0", "e0", "e1"), of("p0", "e1", "e0")})


def test_many_facts_are_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fact is taken for another one, whatever its hash: each has an id of its own."""
    monkeypatch.setattr(durable, "MAX_FACTS", 20_000)
    engine = durable.DurableRules()
    facts = {of("p0", f"e{number}") for number in range(20_000)}

    assert len(run(COPY, facts, (), engine).certain) == 40_000


def test_large_runs_are_for_the_reference() -> None:
    """More facts than the engine should hold are chained by the reference, to the same end."""
    facts = {of("p0", f"e{number}") for number in range(durable.MAX_FACTS + 1)}

    assert len(run(COPY, facts, (), durable.DurableRules()).certain) == 2 * len(facts)


WIDE = Program(
    (
        EngineRule("r0", Atom("p1", ("a", "k")), (Atom("p0", ("a", "k")),)),
        EngineRule("r1", Atom("p2", ("a",)), tuple(Atom("p1", (one, "k")) for one in "abcd")),
    )
)
"""Of what the first rule concludes, the second joins four at a time."""


def test_what_follows_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few facts that conclude many are for the reference as many facts are: the engine is never asked to join them.

    Seventy facts of one holder are more than 24,000,000 combinations, and more than 6 GB, in the engine.
    """
    asserted: list[int] = []
    matches = durable._Run._matches

    def counted(run: durable._Run, new: list[Fact]) -> object:
        asserted.append(len(new))
        return matches(run, new)

    monkeypatch.setattr(durable._Run, "_matches", counted)
    monkeypatch.setattr(durable, "MAX_JOINS", 1_000)
    few, many = ({of("p0", f"e{number}", "e99") for number in range(count)} for count in (5, 6))

    assert same(WIDE, few)
    assert asserted == [5, 5]
    assert same(WIDE, many)
    assert asserted == [5, 5, 6]


def test_rules_that_join_too_much_are_for_the_reference() -> None:
    """A rule that joins more facts than the engine takes is run by the reference."""
    needs = tuple(Atom(f"p{number}", ("a",)) for number in range(durable.MAX_JOINED + 1))
    rule = EngineRule("r0", Atom("p99", ("a",)), needs)
    facts = {of(atom.predicate, "e0") for atom in needs}

    assert of("p99", "e0") in run(Program((rule,)), facts, (), durable.DurableRules()).certain


def test_what_no_rule_asks_for_is_no_fault() -> None:
    """A fact that no rule asks for is not handed to the engine, which would complain of it."""
    assert same(COPY, {of("p7", "e0"), of("p0", "e0")})


@pytest.mark.parametrize("token", ["1e-05", "10", "社区", '"}', "e0.5", "", "e-1", "None"])
def test_nothing_but_numbered_tokens_reaches_the_engine(token: str) -> None:
    """A number, a text or a piece of JSON is refused before the engine sees it."""
    with pytest.raises(ChainingError, match="a letter and a number"):
        run(COPY, {of("p0", token)}, (), durable.DurableRules())


NASTY = ('"}],"sid":"0', "1e-05", "社区\u0000", "[一-龥]+", "\\", "0")


def test_ids_and_names_of_users_stay_outside() -> None:
    """Whatever users call things, both engines conclude the same of them."""
    communities = [cr.Community(id=name, name=name, has_facility=False, has_recent_project=False) for name in NASTY]
    county = cr.County(id='k"', name="\\u0000", communities=communities)
    report = cr.audit(county, cr.load("yancheng-2013-6"), on="2013-06-01")
    both = [conclude(report, engine).to_dict() for engine in (durable.DurableRules(), Reference())]

    assert both[0] == both[1]
    assert {one["about"] for one in both[0]["certain"] if one["conclusion"].endswith("/gap-plan-owed")} == set(NASTY)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (EngineRule("r0", Atom("p1", ("a",)), ()), "joins 1 to 12"),
        (EngineRule("r0", Atom("p1", ("a",)), (Atom("p0", ("a",)),) * 13), "joins 1 to 12"),
        (EngineRule("r0", Atom("p1", ("a",)), (Atom("p0", ("a", "a")),)), "stands twice"),
        (EngineRule("r0", Atom("p1", ("a",)), (Atom("p0", ("a", "b", "c", "d")),)), "1 to 3 tokens"),
        (EngineRule("规则", Atom("p1", ("a",)), (Atom("p0", ("a",)),)), "r and a number"),
    ],
)
def test_what_the_engine_cannot_take_is_refused_before(rule: EngineRule, said: str) -> None:
    """A rule that is too wide, or is no rule over tokens, is refused when it is made ready."""
    with pytest.raises(ChainingError, match=said) as caught:
        durable.named((rule,))
    assert left_in_english(caught.value.text("zh")) == []


def test_more_rules_than_actions_are_refused() -> None:
    """The engine takes 4,096 rules; more are refused in words."""
    with pytest.raises(ChainingError, match="4000 rules at most"):
        durable.named(siblings(4_001).rules)


# -- exceptions, threads, leaks


class TroubleError(Exception):
    """What is raised while something follows."""


@pytest.mark.parametrize("kind", [TroubleError, KeyboardInterrupt, SystemExit])
def test_exceptions_reach_the_caller_and_leave_nothing_behind(kind: type[BaseException]) -> None:
    """What is raised while something follows reaches the caller, and the next run is right."""
    engine = durable.DurableRules()
    rule = COPY.rules[0]._replace(absent=(Atom("p5", ("a",)),))

    def is_there(_fact: Fact) -> bool:
        raise kind

    for _ in range(3):
        with pytest.raises(kind):
            engine.chain((rule,), {of("p0", "e0")}, is_there)

    assert set(engine.chain((rule,), {of("p0", "e1")}, lambda _fact: False)) == {of("p1", "e1")}


def test_reference_lets_exceptions_rise_too() -> None:
    """The same holds of the reference."""
    rule = COPY.rules[0]._replace(absent=(Atom("p5", ("a",)),))

    def is_there(_fact: Fact) -> bool:
        raise TroubleError

    with pytest.raises(TroubleError):
        Reference().chain((rule,), {of("p0", "e0")}, is_there)


def test_eight_threads_have_right_answers() -> None:
    """Eight threads that share an engine each get what follows from their own facts."""
    engine = durable.DurableRules()

    def work(thread: int) -> bool:
        facts = [{of("p0", f"e{thread}"), of("p1", f"e{thread}"), of("p0", f"e{n + 100}")} for n in range(60)]
        return all(same(JOIN, one, engine) for one in facts)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


FIRST_USE = """
from concurrent.futures import ThreadPoolExecutor
import civic_rules as cr
book = cr.load("yancheng-2013-6")
def work(n):
    community = cr.Community(id=f"c{n}", has_facility=False, has_recent_project=False)
    return [one.key for one in cr.audit(community, book, on="2013-02-01").conclusions]
with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(work, range(64)))
assert found == [["gap-community", "gap-plan-owed"]] * 64, found
import threading, sys
assert "durable.engine" not in sys.modules
print(threading.active_count())
"""


def test_first_use_by_eight_threads_at_once() -> None:
    """The first conclusions of a process may come from eight threads; no thread of an engine is left running."""
    assert alone("sys.modules.pop('test_durable')\n" + FIRST_USE).stdout == "1\n"


def test_ruleset_is_made_once() -> None:
    """The rules of a stratum are handed over once, however often they run: a ruleset never gives all memory back."""
    engine = durable.DurableRules()
    for number in range(50):
        run(JOIN, {of("p0", f"e{number}")}, (), engine)

    assert len(engine._rulesets) == 1


def test_few_rulesets_are_kept() -> None:
    """Rulesets that were not used for long are given back."""
    engine = durable.DurableRules()
    for width in range(1, durable.MAX_RULESETS + 10):
        run(siblings(width), {of("p0", "e0")}, (), engine)
    kept = len(engine._rulesets)
    engine.close()

    assert kept == durable.MAX_RULESETS
    assert same(COPY, {of("p0", "e0")}, engine)


def test_no_thread_is_started() -> None:
    """The engine runs in the thread of its caller and starts none."""
    before = threading.active_count()
    same(JOIN, {of("p0", "e0"), of("p1", "e0")})

    assert threading.active_count() == before


MEMORY = """
import resource
import civic_rules as cr
book = cr.load("yancheng-2013-6")
def audit(n):
    community = cr.Community(id=f"c{n}", has_facility=False, has_recent_project=False, gap_plan={"completed": False})
    assert len(cr.audit(cr.County(id="k", communities=[community]), book, on="2013-06-01").conclusions) == 4
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
for n in range(300): audit(n)
before = peak()
for n in range(1_500): audit(n)
print(peak() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the unit of the peak is that of Linux")
def test_memory_stays_flat() -> None:
    """1,500 audits with conclusions in one process cost no more than 4 MB; 20,000 are measured in the benchmarks."""
    assert int(alone(MEMORY).stdout) <= 4
