"""The limits that documents set on one indicator, whichever way each of them writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.expressions import nodes
from civic_rules.rules.benchmarks import Benchmark
from civic_rules.rules.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.expressions.nodes import Comparison
    from civic_rules.rules.rulebooks import Rulebook


class Limit(NamedTuple):
    """What one rule says of an indicator.

    Attributes:
        rule: The requirement that sets the limit, or the benchmark that reports the figure.
        sense: The comparison, as in ">="; None where a figure is only reported.
        value: The limit, or the figure, as the document writes it.
    """

    rule: Requirement | Benchmark
    sense: Comparison | None
    value: nodes.Number


def limits_on(indicator: nodes.Indicator, book: Rulebook) -> tuple[Limit, ...]:
    """The limits that a rulebook sets on an indicator, and the figures of it that it reports.

    A ratio counts also where it is written as a product: `area >= households * rate` limits `area / households`.
    Where a rule is what each community has of a city's goal, the goal is named before it.

    Args:
        indicator: The named expression.
        book: The rulebook that is looked through.

    Examples:
        >>> import civic_rules as cr
        >>> from civic_rules.indicators import FACILITY_AREA_PER_HOUSEHOLD
        >>> limit = limits_on(FACILITY_AREA_PER_HOUSEHOLD, cr.load("yancheng-2013-6"))[0]
        >>> limit.rule.key, limit.sense, limit.value.value, limit.value.unit
        ('facility-required-area', '>=', 20, 'm² / (100 household)')
    """
    found: list[Limit] = []
    for rule in book.rules:
        if isinstance(rule, Benchmark):
            if any(indicator in measure.walk() for measure in rule.by_kind.values()):
                found.append(Limit(rule, None, rule.value))
        elif isinstance(rule, Requirement):
            own = list(_in_condition(indicator, rule))
            if own and rule.variant_of is not None:
                found += _of_goal(book[rule.variant_of], own)
            found += own
    return tuple(limit for place, limit in enumerate(found) if limit not in found[:place])


def _in_condition(indicator: nodes.Indicator, rule: Requirement) -> Iterator[Limit]:
    for node in rule.must.walk():
        if isinstance(node, nodes.Compare):
            for number in _numbers(indicator, node):
                yield Limit(rule, node.op, number)
        elif isinstance(node, nodes.Between) and node.value == indicator:
            for sense, end in ((">=", node.low), ("<=", node.high)):
                if isinstance(end, nodes.Number):
                    yield Limit(rule, sense, end)  # type: ignore[arg-type]  # both are comparisons


def _numbers(indicator: nodes.Indicator, node: nodes.Compare) -> Iterator[nodes.Number]:
    """The numbers to which a comparison holds an indicator."""
    ratio = indicator.value
    if node.left in (indicator, ratio):
        yield from (part for part in node.right.walk() if isinstance(part, nodes.Number))
    elif isinstance(ratio, nodes.Ratio) and node.left == ratio.numerator:
        for part in node.right.walk():
            if isinstance(part, nodes.Product) and ratio.denominator in part.factors:
                yield from (factor for factor in part.factors if isinstance(factor, nodes.Number))


def _of_goal(goal: Requirement, own: list[Limit]) -> Iterator[Limit]:
    """The same limits where the rule that a variant varies sets them, on its own kind of entity."""
    for limit in own:
        compared = (node for node in goal.must.walk() if isinstance(node, nodes.Compare) and node.op == limit.sense)
        if any(limit.value in node.right.walk() for node in compared):
            yield limit._replace(rule=goal)
