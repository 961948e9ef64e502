"""Facts of one row of a query that cannot all be so: none of them is known there, and whoever asks is told."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import narwhals as nw

from civic_rules.entities.records import part_text
from civic_rules.messages import Message, said
from civic_rules.tables.contradictions import arranged, arranged_of, denials, fact_of, stepped, wholes
from civic_rules.tables.lazy.borders import Check
from civic_rules.units import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.tables.lazy.borders import Border

    Expr = nw.Expr


def consistent(border: Border, name: str, value: Expr) -> Expr:
    """A fact where nothing else contradicts it; else it is not known.

    Args:
        border: The columns of the frame.
        name: The fact.
        value: What the columns say of it.
    """
    found = list(_contradictions(border, name))
    for check in found:
        border.checks[check.header, check.message] = check
    if not found:
        return value
    return nw.when(reduce(or_, [check.wrong for check in found])).then(nw.lit(None)).otherwise(value)


def _contradictions(border: Border, name: str) -> Iterator[Check]:
    """What may contradict a fact, of columns of the type that they should have."""
    layout, numbers = border.layout, {"number"}
    for pair in wholes(layout):
        if name in pair and _are(border, pair, numbers):
            a, b = map(border.number, pair)
            wrong = a - b > a * nw.lit(TOLERANCE)
            message = said(
                "expected at most {whole}, of which it is a part",
                "应不大于{whole}，它是其中一部分",
                whole=fact_of(border.kind, pair.other),
            )
            yield _check(border, pair.fact, message, wrong)
    for pair in denials(layout):
        if name in pair and _are(border, pair[:1], numbers) and _are(border, pair[1:], _TRUTHS):
            wrong = ~border.said(pair.other) & (border.number(pair.fact) > 0)
            yield _check(border, pair.fact, _denied(border, pair.other), wrong)
    if name in stepped(layout):
        yield from _of_step(border, name)
    arrangement = ".".join(name.split(".")[:2])
    for part in arranged(layout).get(arrangement, ()) if name.startswith("arrangements.") else ():
        if _are(border, (arrangement, part), _TRUTHS):
            whole = arrangement.partition(".")[2]
            parts = arranged_of(border.kind, whole, part.rpartition(".")[2]), arranged_of(border.kind, whole)
            message = part_text(*parts)
            yield _check(border, part, message, ~border.said(arrangement) & border.said(part))


def _of_step(border: Border, name: str) -> Iterator[Check]:
    """A day of a step that was not done."""
    facts, done, on = border.layout.facts, f"{name}.done", f"{name}.on"
    is_day = name in facts and border.sort(facts[name].header) == "day"
    truth = done if is_day or name not in facts else name
    said = [one for one in (done, name) if one in facts and not (one == name and is_day)]
    if not said or not _are(border, tuple(said), _TRUTHS) or (on in facts and not _are(border, (on,), {"day"})):
        return
    where = on if on in facts else name
    yield _check(border, where, _denied(border, truth), ~border.truth(truth) & ~border.day(name).is_null())


def _denied(border: Border, truth: str) -> Message:
    return said("given, but {truth} is false", "填了值，但“{truth}”为否", truth=fact_of(border.kind, truth))


_TRUTHS = {"truth", "text"}


def _are(border: Border, names: tuple[str, ...], sorts: set[str]) -> bool:
    """Whether columns are there and of the type that they should have: what nobody reads is of any type."""
    facts = border.layout.facts
    return all(name in facts and border.sort(facts[name].header) in sorts for name in names)


def _check(border: Border, name: str, message: Message, wrong: Expr) -> Check:
    return Check(border.layout.facts[name].header, message, wrong)


__all__ = ["consistent"]
