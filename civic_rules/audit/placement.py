"""Placing an entity beside the figures of a report: its own value, the difference, and which side is better.

A placement judges nobody. It says where one stands beside what somebody else reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from civic_rules import units
from civic_rules.audit.evidence import entity_name
from civic_rules.entities import Vocabulary
from civic_rules.expressions.bounds import UNKNOWN, Bounds, scale
from civic_rules.expressions.interpreter import Trace, interpret
from civic_rules.expressions.scope import Context, Scope
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.words import day_text, field_label, kind_name
from civic_rules.rules import Benchmark, Direction, Rulebook, Sense

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civic_rules.entities import Entity
    from civic_rules.units import Lang

NO_DAY = Context(date.min)
"""No benchmark depends on the day, so any day does."""

SIGNIFICANT = 4
"""How many significant digits of a ratio are shown."""


class Standing(Vocabulary):
    """Where an entity stands beside a figure."""

    BETTER = "better", "优于该数"
    WORSE = "worse", "不及该数"
    SAME = "same", "与该数相同", "the same"
    HIGHER = "higher", "高于该数"
    LOWER = "lower", "低于该数"
    CANNOT_TELL = "cannot-tell", "无法比较", "cannot tell"
    NOT_COMPARABLE = "not-comparable", "不可比", "not comparable"


SIDES: dict[Direction, dict[int, Standing]] = {
    Direction.HIGHER: {1: Standing.BETTER, -1: Standing.WORSE},
    Direction.LOWER: {1: Standing.WORSE, -1: Standing.BETTER},
    Direction.NEITHER: {1: Standing.HIGHER, -1: Standing.LOWER},
}
"""What it means to be above (1) or below (-1) a figure."""


@dataclass(frozen=True)
class Placement:
    """One entity beside one figure.

    Attributes:
        benchmark: The figure.
        entity: The entity.
        standing: Where it stands.
        span: The least and the greatest number that its own value can be, in the unit of the figure.
        is_open: Whether the least number is one that its value exceeds, as in "more than 200".
        own_until: The last day of the period that its value is of, where that is on record.
        missing: The fields that would settle its value; empty where it is known.
        notes: Why its value is not known although nothing is missing: zero-denominator, contradiction ...
    """

    benchmark: Benchmark
    entity: Entity
    standing: Standing
    span: Bounds = UNKNOWN
    is_open: bool = False
    own_until: date | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit of the figure and of everything that is compared with it."""
        return self.benchmark.value.unit

    @property
    def value(self) -> float | None:
        """The value of the entity; None where it is not known to be one number."""
        return self.span.exact

    @property
    def difference(self) -> float | None:
        """By how much its value is above (positive) or below (negative) the figure as stated."""
        return None if self.value is None else self.value - self.benchmark.value.value

    @property
    def ratio(self) -> float | None:
        """How many times the figure its value is."""
        stated = self.benchmark.value.value
        return None if self.value is None or stated == 0 else self.value / stated

    def to_dict(self) -> dict[str, Any]:
        """The placement as plain data, ready for JSON."""
        figure = self.benchmark
        least, most = (side if isfinite(side) else None for side in self.span)
        return {
            "benchmark": figure.id,
            "entity": self.entity.id,
            "entity_kind": self.entity.kind,
            "standing": self.standing.value,
            "value": self.value,
            "least": least,
            "most": most,
            "is_open": self.is_open,
            "own_until": None if self.own_until is None else self.own_until.isoformat(),
            "stated": figure.value.value,
            "sense": figure.sense.value,
            "rounded_to": figure.rounded_to,
            "unit": self.unit,
            "direction": figure.direction.value,
            "since": None if figure.since is None else figure.since.isoformat(),
            "until": None if figure.until is None else figure.until.isoformat(),
            "difference": self.difference,
            "ratio": self.ratio,
            "missing": list(self.missing),
            "notes": list(self.notes),
            "clause": figure.source.clause,
            "evidence": list(figure.source.evidence),
        }

    def explain(self, lang: Lang = "en") -> str:
        """The placement in words: the figure, the own value, the difference, what is missing, the place in the text.

        Args:
            lang: "en" for English, "zh" for Chinese.
        """
        return _Words(self, lang).text()

    def __repr__(self) -> str:
        """The figure, the entity and where it stands."""
        return f"<Placement {self.benchmark.id} of {self.entity.kind} {self.entity.id}: {self.standing.value}>"


def place(entity: Entity, benchmarks: Rulebook | Iterable[Benchmark]) -> tuple[Placement, ...]:
    """Place an entity beside the figures of a report. It judges nobody.

    Args:
        entity: A city, a county, a community ... with the members that are known.
        benchmarks: The rulebook of a report, or some of its benchmarks.

    Returns:
        A placement for each figure, in the order of the text. Where a figure is not one of this kind of entity it
        says that the two are not comparable.

    Examples:
        >>> import civic_rules as cr
        >>> community = cr.Community(id="c1", workers=8)
        >>> [row] = [row for row in place(community, cr.load("weihai-practice")) if row.value is not None]
        >>> row.standing.value, row.value, round(row.difference, 1), row.unit
        ('worse', 8.0, -2.6, 'worker / community')
    """
    figures = benchmarks.benchmarks if isinstance(benchmarks, Rulebook) else benchmarks
    scope = Scope(entity)
    return tuple(_placed(figure, scope) for figure in figures)


def _placed(figure: Benchmark, scope: Scope) -> Placement:
    kind = scope.entity.kind
    measure, condition = figure.by_kind.get(kind), figure.condition_for(kind)
    if measure is None:
        return Placement(figure, scope.entity, Standing.NOT_COMPARABLE)
    if condition is not None and not (allowed := interpret(condition, scope, NO_DAY)).value:
        is_barred = allowed.is_settled
        standing = Standing.NOT_COMPARABLE if is_barred else Standing.CANNOT_TELL
        return Placement(figure, scope.entity, standing, missing=allowed.missing, notes=allowed.notes())
    found = interpret(measure, scope, NO_DAY)
    span, is_open = _in_unit(found, figure), False
    if span == UNKNOWN and (bound := figure.exceeds_for(kind)) is not None:
        least = _in_unit(interpret(bound, scope, NO_DAY), figure).exact
        span, is_open = (span, False) if least is None else (Bounds(least, inf), True)
    standing = _standing(figure, span, is_open=is_open)
    is_known = span.exact is not None or is_open
    missing, notes = ((), ()) if is_known else (found.missing, found.notes())
    return Placement(figure, scope.entity, standing, span, is_open, _own_until(figure, scope), missing, notes)


def _in_unit(found: Trace, figure: Benchmark) -> Bounds:
    value: Bounds = found.value
    return scale(value, units.factor(signature(found.node).unit, figure.value.unit))


def _own_until(figure: Benchmark, scope: Scope) -> date | None:
    node = figure.own_until_for(scope.entity.kind)
    found: date | None = None if node is None else interpret(node, scope, NO_DAY).value
    return found


def _standing(figure: Benchmark, own: Bounds, *, is_open: bool) -> Standing:
    """Where a value stands: beside a rounded figure whatever rounds to it is the same."""
    low, high = figure.span()
    if is_open and figure.sense is Sense.MORE_THAN:
        return Standing.SAME if units.same(own.low, low) else Standing.CANNOT_TELL
    sides = SIDES[figure.direction]
    if figure.sense is Sense.MORE_THAN:
        return sides[-1] if units.at_most(own.high, low) else Standing.CANNOT_TELL
    is_rounded = figure.rounded_to is not None
    if units.less_than(own.high, low):
        return sides[-1]
    # Half of the last place rounds up: 10.65 is no 10.6. An open value is above the number that it exceeds.
    reaches = units.at_least if is_rounded or is_open else units.more_than
    if reaches(own.low, high):
        return sides[1]
    stays = units.less_than if is_rounded else units.at_most
    is_same = units.at_least(own.low, low) and stays(own.high, high) and not is_open
    return Standing.SAME if is_same else Standing.CANNOT_TELL


class _Words:
    """One placement in one language."""

    def __init__(self, placement: Placement, lang: Lang) -> None:
        self.row = placement
        self.zh = lang == "zh"
        self.lang = lang

    def text(self) -> str:
        figure = self.row.benchmark
        head = f"{figure.title.in_(self.lang)}{'：' if self.zh else ': '}{self.stated()}"
        lines = [head, self.own(), *self.gap(), *self.unsettled(), self.standing()]
        lines.append(("来源：" if self.zh else "Source: ") + figure.source.in_(self.lang))
        if figure.note is not None:
            lines.append(figure.note.in_(self.lang))
        lines.append("只作参照，不作评判。" if self.zh else "It is there for comparison and judges nobody.")
        return "\n".join(lines)

    def amount(self, number: float) -> str:
        text = units.quantity_text(number, self.row.unit, self.lang)
        return text.replace(" ", "") if self.zh else text

    def stated(self) -> str:
        figure = self.row.benchmark
        text = self.amount(figure.value.value)
        if figure.sense is Sense.MORE_THAN:
            text = f"超过{text}" if self.zh else f"more than {text}"
        elif figure.rounded_to is not None:
            rounded = units.format_number(figure.rounded_to)
            text += f"（精确到{rounded}）" if self.zh else f", rounded to {rounded}"
        if figure.until is None:
            return text
        day = day_text(figure.until, self.lang)
        return f"{text}，截至{day}" if self.zh else f"{text}, up to {day}"

    def own(self) -> str:
        row = self.row
        who = entity_name(row.entity)
        name = f"{kind_name(row.entity.kind, self.lang)} {who}"
        text = f"{name}{'：' if self.zh else ': '}{self.span()}"
        if row.own_until is None:
            return text
        day = day_text(row.own_until, self.lang)
        return f"{text}，截至{day}" if self.zh else f"{text}, up to {day}"

    def span(self) -> str:
        row = self.row
        low, high = row.span
        if row.value is not None:
            return self.amount(row.value)
        if row.is_open:
            return f"超过{self.amount(low)}" if self.zh else f"more than {self.amount(low)}"
        ends = [side for side in (low, high) if isfinite(side)]
        if not ends:
            return "未知" if self.zh else "not known"
        if len(ends) > 1:
            return "至".join(map(self.amount, ends)) if self.zh else " to ".join(map(self.amount, ends))
        most, least = ("至多", "至少") if self.zh else ("at most ", "at least ")
        return (least if isfinite(low) else most) + self.amount(ends[0])

    def gap(self) -> list[str]:
        row = self.row
        if row.difference is None or units.same(row.value or 0, row.benchmark.value.value):
            return []
        above = row.difference > 0
        words = ("多" if above else "少") if self.zh else ("more" if above else "less")
        gap = self.amount(abs(row.difference))
        times = "" if row.ratio is None else units.format_number(float(f"{row.ratio:.{SIGNIFICANT}g}"))
        if self.zh:
            return [f"{words}{gap}" + (f"，为其{times}倍" if times else "")]
        return [f"{gap} {words}" + (f", {times} times the figure" if times else "")]

    def unsettled(self) -> list[str]:
        row = self.row
        if not row.missing:
            return []
        names = [self.field(name) for name in row.missing]
        return [f"缺少：{'、'.join(names)}" if self.zh else f"Missing: {', '.join(names)}"]

    def field(self, name: str) -> str:
        """The name of a field of the entity itself; a path to a member stays a path."""
        specs = type(self.row.entity).specs()
        return field_label(self.row.entity.kind, name, self.lang) if name in specs else name

    def standing(self) -> str:
        row = self.row
        title, way = row.standing.title(self.lang), row.benchmark.direction.title(self.lang)
        return f"{title}（{way}）" if self.zh else f"{title[0].upper()}{title[1:]} ({way})"


__all__ = ["Placement", "Standing", "place"]
