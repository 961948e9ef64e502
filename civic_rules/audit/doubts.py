"""What would settle a verdict of cannot_tell: the fields that are missing, or why nothing can be told without any.

The interpreter says it, condition by condition. Of a whole population mostly the same is not known, so where nothing
at all is known of what a condition reads, it is asked once for all entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import interpret, read_path
from civic_rules.expressions.scope import lists_towards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.audit.findings import Plan
    from civic_rules.expressions.scope import Scope


class Doubt(NamedTuple):
    """Why a verdict is cannot_tell.

    Attributes:
        missing: The fields that would settle it.
        notes: Why nothing can be told although nothing is missing.
    """

    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def doubt_of(plan: Plan, scope: Scope) -> Doubt:
    """What would settle whether a requirement applies; where that is known, what would settle whether it is met."""
    rule = plan.requirement
    is_open = rule.when is not None and plan.when is not None and plan.when(scope.row, scope) is None
    asked = rule.when if is_open and rule.when is not None else rule.must
    key = "when" if is_open else "must"
    if key not in plan.reads:
        plan.reads[key] = own_reads(asked, rule.subject)
    reads = plan.reads[key]
    if reads is None or not all(_is_blank(name, scope) for name in reads):
        return _interpreted(asked, plan, scope)
    if key not in plan.blank_doubts:
        plan.blank_doubts[key] = _interpreted(asked, plan, scope)
    return plan.blank_doubts[key]


def _interpreted(asked: nodes.Node, plan: Plan, scope: Scope) -> Doubt:
    trace = interpret(asked, scope, plan.context)
    return Doubt(tuple(dict.fromkeys(trace.missing)), trace.notes())


def own_reads(asked: nodes.Node, subject: str) -> frozenset[str] | None:
    """What a condition reads of the entity itself, its lists of members included; None where it asks its holders.

    Examples:
        >>> import civic_rules as cr
        >>> book = cr.load("yancheng-2013-6")
        >>> sorted(own_reads(book["facility-required-area"].must, "community"))
        ['facility_area', 'households']
        >>> own_reads(book["office-funds-rural"].must, "community") is None
        True
    """
    found = list(_reads(asked, subject))
    return None if None in found else frozenset(name for name in found if name is not None)


def _reads(asked: nodes.Node, subject: str) -> Iterator[str | None]:
    match asked:
        case nodes.Within():
            yield None
        case nodes.Count() | nodes.Total() | nodes.Share() | nodes.Every() | nodes.Some():
            # What is asked of the members is never read where no list of them is known.
            yield from (
                lists_towards(ENTITY_TYPES[subject], asked.members.of) if asked.members.subject == subject else (None,)
            )
        case nodes.EventCount():
            yield "events"
        case nodes.InPlace() | nodes.HasParts():
            yield f"arrangements.{asked.arrangement}" if asked.subject == subject else None
        case nodes.Field():
            yield asked.name if asked.subject == subject else None
        case _:
            for node in asked.children():
                yield from _reads(node, subject)


def _is_blank(name: str, scope: Scope) -> bool:
    """Whether nothing is known of a field, or of an arrangement."""
    arrangement = name.removeprefix("arrangements.")
    if arrangement != name:
        return scope.row["arrangements"].get(arrangement) is None
    return read_path(scope.row, name) is None
