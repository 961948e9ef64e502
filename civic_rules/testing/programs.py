"""Hypothesis strategies for what an engine of consequences is given: programs with joins, recursion and absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from civic_rules.inference.programs import Atom, EngineRule, Fact, Program

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

TOKENS = tuple(f"e{number}" for number in range(3))
"""The tokens that facts are of: few, so that joins meet."""

VARIABLES = ("a", "b", "c", "d")

ARITIES = (1, 2, 2, 3, 1, 2)
"""How many tokens each predicate has, `p0` the first."""


@st.composite
def programs(draw: DrawFn) -> Program:
    """A program whose absence can be told: a rule asks for the absence of lower predicates than it concludes."""
    rules = []
    for number in range(draw(st.integers(1, 5))):
        needs = tuple(draw(_atoms(range(len(ARITIES)))) for _ in range(draw(st.integers(1, 3))))
        bound = sorted({variable for atom in needs for variable in atom.variables})
        floor = max(int(atom.predicate[1:]) for atom in needs)
        head = draw(st.integers(floor, len(ARITIES) - 1))
        absent = tuple(
            draw(_of(draw(st.integers(0, head - 1)), bound)) for _ in range(draw(st.integers(0, 2)) if head else 0)
        )
        rules.append(EngineRule(f"r{number}", draw(_of(head, bound)), needs, absent))
    return Program(tuple(rules))


@st.composite
def _atoms(draw: DrawFn, numbers: range) -> Atom:
    """A pattern of facts with a variable at each place, none twice."""
    number = draw(st.sampled_from(numbers))
    return Atom(f"p{number}", tuple(draw(st.permutations(VARIABLES)))[: ARITIES[number]])


@st.composite
def _of(draw: DrawFn, number: int, bound: list[str]) -> Atom:
    """A predicate of variables that are bound, one perhaps more than once."""
    return Atom(f"p{number}", tuple(draw(st.sampled_from(bound)) for _ in range(ARITIES[number])))


@st.composite
def facts(draw: DrawFn, at_most: int = 12) -> frozenset[Fact]:
    """Some facts."""
    given = []
    for _ in range(draw(st.integers(0, at_most))):
        number = draw(st.sampled_from(range(len(ARITIES))))
        given.append(Fact(f"p{number}", tuple(draw(st.sampled_from(TOKENS)) for _ in range(ARITIES[number]))))
    return frozenset(given)
