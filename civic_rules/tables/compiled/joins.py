"""Operations that one instruction works out together, so that what lies in between is not written and read again.

A requirement compares two numbers that are multiplied by constants first, and says what lies between them, in another
unit and perhaps rounded up, where it failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.tables.compiled.opcodes import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civic_rules.tables.programs import Order


class Gap(NamedTuple):
    """What lies between two numbers.

    Attributes:
        terms: The two numbers.
        up: A factor.
        down: A divisor.
        is_whole: Whether it is rounded up.
    """

    terms: tuple[Term, Term]
    up: float
    down: float
    is_whole: bool


class Joined(NamedTuple):
    """What one instruction does in place of several operations, or three of them in place of many.

    Attributes:
        terms: The numbers that are compared; none of a shortfall.
        gaps: What lies between numbers, of a shortfall: one, or one where something holds and one where not.
        truths: The truths it needs: of a shortfall the verdict, and what must hold for the first gap; of a verdict with
            its shortfall, what must hold for the rule to apply.
        sense: Of a verdict with its shortfall, the sense of the comparison.
        shortfall: Of such a verdict, the place of the shortfall.
    """

    terms: tuple[Term, ...] = ()
    gaps: tuple[Gap, ...] = ()
    truths: tuple[int, ...] = ()
    sense: str = ""
    shortfall: int = -1

    @property
    def args(self) -> tuple[int, ...]:
        """The places of all that it needs."""
        terms = (*self.terms, *(term for gap in self.gaps for term in gap.terms))
        return (*self.truths, *(term.place for term in terms if term.place is not None))


def joined(order: Order) -> dict[int, Joined]:
    """The comparisons and shortfalls of an order that take the operations before them along, by place."""
    found: dict[int, Joined] = {}
    for place, op in enumerate(order.ops):
        if op.name == "compare" and op.params[0] != "==":
            found[place] = Joined(terms=_terms(order, place))
        elif op.name == "shortfall":
            verdict, below = order.args[place]
            ways: tuple[int, ...] = (below,)
            holds: tuple[int, ...] = ()
            if order.ops[below].name == "where":
                ways, holds = order.args[below][1:], order.args[below][:1]
            gaps = [_gap(order, way) for way in ways]
            known = tuple(gap for gap in gaps if gap is not None)
            if len(known) == len(gaps):
                found[place] = Joined(gaps=known, truths=(verdict, *holds))
    for place in [place for place, one in found.items() if len(one.gaps) == 1 and place in order.sinks]:
        limit = _limit(order, found, place)
        if limit is not None:
            found[order.args[place][0]], found[place] = limit, WITH_ITS_VERDICT
    return found


WITH_ITS_VERDICT = Joined()
"""In place of a shortfall that is worked out where its verdict is."""


def _limit(order: Order, found: dict[int, Joined], place: int) -> Joined | None:
    """A verdict with its shortfall, where both are wanted, and compare and subtract the same two numbers."""
    verdict = compared = order.args[place][0]
    if verdict not in order.sinks:
        return None
    when: list[int] = []
    if order.ops[verdict].name == "verdict":
        *when, compared = order.args[verdict]
    [gap], terms = found[place].gaps, found[compared].terms if compared in found else ()
    sense = order.ops[compared].params[0] if terms else ""
    if {">=": terms[::-1], "<=": terms}.get(sense) != gap.terms or found[compared].gaps:
        return None
    return Joined(terms, (gap,), tuple(when), sense, place)


def reached(args: dict[int, tuple[int, ...]], sinks: Iterable[int]) -> set[int]:
    """The operations that some others need, themselves among them."""
    found: set[int] = set()
    waiting = list(sinks)
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += args[place]
    return found


def _gap(order: Order, place: int) -> Gap | None:
    """A difference, scaled and rounded up perhaps; None of anything else."""
    up, down, is_whole = 1, 1, False
    if order.ops[place].name == "round_up" and order.ops[place].params[0]:
        is_whole, [place] = True, order.args[place]
    if order.ops[place].name == "scaled":
        (up, down), [place] = order.ops[place].params, order.args[place]
    if order.ops[place].name != "difference" or len(order.args[place]) != 2:  # noqa: PLR2004  of more it is a chain
        return None
    return Gap(_terms(order, place), float(up), float(down), is_whole)


def _terms(order: Order, place: int) -> tuple[Term, Term]:
    """The two numbers that an operation takes."""
    first, second = order.args[place]
    return _term(order, first), _term(order, second)


def _term(order: Order, place: int) -> Term:
    """A number that is a constant, or multiplied by one, or counts only above zero."""
    if place in order.constants:
        return Term(None, float(order.constants[place]))
    factor, floor = 1.0, None
    args = order.args[place]
    constants = [arg for arg in args if arg in order.constants]
    if order.ops[place].name == "product" and len(args) == 2 and len(constants) == 1:  # noqa: PLR2004  by a constant
        factor = float(order.constants[constants[0]])
        [place] = [arg for arg in args if arg not in constants]
    if order.ops[place].name == "positive":
        floor, [place] = 0.0, order.args[place]
    return Term(place, factor, floor)
