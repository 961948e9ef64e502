"""Both chainers conclude what the meaning of rules says, and what is only possible never becomes certain."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_rules.errors import ChainingError, CyclicAbsenceError
from civic_rules.inference import programs as inference_programs
from civic_rules.inference.chaining import Reference
from civic_rules.inference.programs import Atom, Derivation, EngineRule, Fact, Program, run
from civic_rules.testing.programs import TOKENS, facts, programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from civic_rules.inference.programs import Engine, Worlds

MANY = settings(max_examples=max(2_000, settings().max_examples), deadline=None)
"""For what has to hold of every program."""


def durable() -> Engine:
    """durable-rules; a test that needs it is skipped where it cannot be imported."""
    pytest.importorskip("durable_rules_engine", exc_type=ImportError)
    from civic_rules.inference.durable import DurableRules  # noqa: PLC0415  it is not there on every Python

    return DurableRules()


@pytest.fixture(scope="module", name="engine")
def an_engine() -> Iterable[Engine]:
    """One engine durable-rules for all examples, as a process has one."""
    engine = durable()
    yield engine
    engine.close()  # type: ignore[attr-defined]  # it is durable-rules


def meant(program: Program, given_facts: Iterable[Fact]) -> set[Fact]:
    """What a program concludes by the plainest reading: try every token for every variable until nothing is new."""
    known = set(given_facts)
    for stratum in program.strata:
        below, is_new = frozenset(known), True
        while is_new:
            is_new = False
            for rule in stratum:
                names = sorted({variable for atom in rule.needs for variable in atom.variables})
                for tokens in product(TOKENS, repeat=len(names)):
                    bound = dict(zip(names, tokens, strict=True))
                    head = rule.head.with_(bound)
                    if head in known or any(atom.with_(bound) in below for atom in rule.absent):
                        continue
                    if all(atom.with_(bound) in known for atom in rule.needs):
                        known.add(head)
                        is_new = True
    return known


@settings(max_examples=settings().max_examples * 4, deadline=None)
@given(program=programs(), given_facts=facts())
def test_reference_means_what_rules_say(program: Program, given_facts: frozenset[Fact]) -> None:
    """The reference concludes what trying every token for every variable concludes."""
    assert run(program, given_facts, (), Reference()).certain == meant(program, given_facts)


@pytest.mark.no_cover  # `test_unknown_is_never_false` and `test_durable.py` go the same ways
@MANY
@given(program=programs(), certain=facts(), possible=facts(6))
def test_both_chainers_conclude_the_same(
    engine: Engine, program: Program, certain: frozenset[Fact], possible: frozenset[Fact]
) -> None:
    """Whatever the rules and the facts, both conclude the same, certain and possible, in the same ways."""
    assert run(program, certain, possible, engine) == run(program, certain, possible, Reference())


@settings(max_examples=settings().max_examples * 4, deadline=None)
@given(program=programs(), certain=facts(), possible=facts(5), data=st.data())
def test_unknown_is_never_false(
    program: Program, certain: frozenset[Fact], possible: frozenset[Fact], data: st.DataObject
) -> None:
    """However what is not known turns out, what is certain follows, and nothing follows that was not possible."""
    worlds = run(program, certain, possible, Reference())
    so = data.draw(st.sets(st.sampled_from(sorted(possible)))) if possible else set()
    turned_out = meant(program, certain | so)

    assert worlds.certain <= turned_out <= worlds.possible


PATH = Program(
    (
        EngineRule("r0", Atom("p1", ("a", "b")), (Atom("p0", ("a", "b")),)),
        EngineRule("r1", Atom("p1", ("a", "c")), (Atom("p1", ("a", "b")), Atom("p0", ("b", "c")))),
    )
)


def linked(*pairs: str) -> set[Fact]:
    """Facts of p0 out of pairs such as "01"."""
    return {Fact("p0", (f"e{pair[0]}", f"e{pair[1]}")) for pair in pairs}


def test_recursion_ends() -> None:
    """A rule that needs what it concludes ends in a circle of facts."""
    found = run(PATH, linked("01", "12", "20"), (), Reference())

    assert sum(fact.predicate == "p1" for fact in found.certain) == 9


def test_every_way_is_known() -> None:
    """What follows in two ways has both, each with its premises in the order of the rule."""
    found = run(PATH, linked("01", "12", "02"), (), Reference())
    path, step = Fact("p1", ("e0", "e1")), Fact("p0", ("e1", "e2"))

    assert found.proofs[Fact("p1", ("e0", "e2"))] == {
        Derivation("r0", (Fact("p0", ("e0", "e2")),), ()),
        Derivation("r1", (path, step), ()),
    }


def worlds_of(certain: Iterable[Fact], possible: Iterable[Fact]) -> Worlds:
    """What follows of: p2 where p0 is and p1 is not; p3 where p2 is not."""
    program = Program(
        (
            EngineRule("r0", Atom("p2", ("a",)), (Atom("p0", ("a",)),), (Atom("p1", ("a",)),)),
            EngineRule("r1", Atom("p3", ("a",)), (Atom("p0", ("a",)),), (Atom("p2", ("a",)),)),
        )
    )
    return run(program, certain, possible, Reference())


def test_absence_of_what_is_not_known_is_only_possible() -> None:
    """Where something may be there, what follows from its absence is possible, and so is what follows from that."""
    is_so, may_be = Fact("p0", ("e0",)), Fact("p1", ("e0",))
    worlds = worlds_of([is_so], [may_be])

    assert worlds.certain == {is_so}
    assert worlds.possible == {is_so, may_be, Fact("p2", ("e0",)), Fact("p3", ("e0",))}


def test_absence_of_what_is_known_not_to_be_is_certain() -> None:
    """Where something is not there and cannot be, what follows from its absence is certain."""
    is_so = Fact("p0", ("e0",))
    worlds = worlds_of([is_so], [])

    assert worlds.certain == worlds.possible == {is_so, Fact("p2", ("e0",))}


def test_strata() -> None:
    """A rule runs after all that concludes what it wants absent, whatever the order in which rules are written."""
    late = EngineRule("r0", Atom("p3", ("a",)), (Atom("p0", ("a",)),), (Atom("p2", ("a",)),))
    middle = EngineRule("r1", Atom("p2", ("a",)), (Atom("p1", ("a",)),))
    first = EngineRule("r2", Atom("p1", ("a",)), (Atom("p0", ("a",)),), (Atom("p9", ("a",)),))

    assert Program((late, middle, first)).strata == ((middle, first), (late,))


def test_own_absence_is_refused() -> None:
    """What depends on its own absence has no meaning; the message names the way round."""
    one = EngineRule("r0", Atom("p1", ("a",)), (Atom("p0", ("a",)),), (Atom("p2", ("a",)),))
    other = EngineRule("r1", Atom("p2", ("a",)), (Atom("p1", ("a",)),))

    with pytest.raises(CyclicAbsenceError, match="p2 → p1 → p2"):
        Program((one, other)).strata  # noqa: B018  it raises


WIDE = Program(
    (
        EngineRule(
            "r0",
            Atom("p1", ("a",)),
            (Atom("p0", ("a", "k")), Atom("p0", ("b", "k")), Atom("p0", ("c", "k")), Atom("p0", ("d", "k"))),
        ),
    )
)
"""Of four entities of one holder each combination is a way."""


@pytest.mark.parametrize("make", [Reference, durable], ids=["reference", "durable-rules"])
def test_rules_without_end_are_refused(make: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that hold in more ways than anybody can read are refused in words, by both engines."""
    monkeypatch.setattr(inference_programs, "MAX_WAYS", 5_000)
    held = {Fact("p0", (f"e{number}", "k0")) for number in range(9)}

    assert len(run(WIDE, {one for one in held if int(one.tokens[0][1:]) < 8}, (), make()).certain) == 8 + 8
    with pytest.raises(ChainingError, match="in more than 5,000 ways"):
        run(WIDE, held, (), make())
