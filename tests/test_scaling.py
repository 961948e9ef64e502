"""What must not matter: the unit of a figure, the order of members; and which way more of something pulls."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.entities import Entity
from civic_rules.expressions import nodes
from civic_rules.expressions.scope import Scope
from civic_rules.testing.strategies import audit_days, cities, entities
from civic_rules.testing.trees import DAYS, rulebooks
from civic_rules.units import at_most

if TYPE_CHECKING:
    from datetime import date

    from civic_rules.audit import Report
    from civic_rules.rules import Requirement, Rulebook

pytestmark = pytest.mark.no_cover
"""Laws go the same ways again and again, twice as fast unmeasured; other tests cover these ways."""

FEW = settings(max_examples=max(5, settings().max_examples // 8))
"""For tests that run over everything that a document asks."""

WRITTEN = {
    "m²": [("公顷", -4), ("ha", -4), ("平方米", 0), ("cm²", 4)],
    "household": [("百户", -2), ("千户", -3), ("万户", -4), ("户", 0)],
    "resident": [("万人", -4), ("百人", -2), ("人", 0)],
    "CNY / year": [("万元/年", -4), ("亿元/年", -8), ("元/年", 0)],
    "CNY": [("万元", -4), ("元", 0)],
    "%": [("%", 0), ("", 0)],
}
"""Other ways in which a number of a unit may be written: the unit, and by which power of ten the number changes."""


def rewritten(draw: st.DrawFn, entity: Entity) -> dict[str, Any]:
    """The same facts, with the numbers as text in other units."""
    data = entity.model_dump(mode="json")
    for name, spec in type(entity).specs().items():
        value = getattr(entity, name, None)
        if spec.kind == "number" and value is not None:
            unit, power = draw(st.sampled_from(WRITTEN.get(spec.unit, [("", 0)])))
            data[name] = f"{Decimal(repr(value)).scaleb(power):f}{unit}"
        elif spec.kind == "members" and value is not None and issubclass(spec.model or Entity, Entity):
            data[name] = [rewritten(draw, one) for one in value]
    return data


@pytest.mark.parametrize("kind", ["city", "county", "community"])
@FEW
@given(data=st.data())
def test_units_do_not_matter(kind: str, data: st.DataObject) -> None:
    """Areas in hectares, counts in hundreds and tens of thousands, money in 万元: the same entity to the last digit."""
    entity = data.draw(entities(kind, depth=1))

    assert type(entity).model_validate(data.draw(st.composite(rewritten)(entity))) == entity


def outcomes(report: Report) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """What was found, whatever its order; numbers to nine digits, because sums depend on the order of their terms."""

    def plain(value: object) -> object:
        return float(f"{value:.9g}") if isinstance(value, float) else value

    return {
        (one.requirement.id, one.entity_kind, one.entity_id): (
            one.verdict,
            one.is_breach,
            plain(one.measured),
            plain(one.limit),
            plain(one.shortfall),
            frozenset(one.missing),
            frozenset(one.notes),
        )
        for one in report
    }


def shuffled(draw: st.DrawFn, entity: Entity) -> Entity:
    """The same entity with the members of every list in another order."""
    made = {}
    for name in entity.member_fields():
        held = getattr(entity, name)
        if held is not None:
            made[name] = tuple(draw(st.permutations([shuffled(draw, one) for one in held])))
    return entity.model_copy(update=made)


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_order_of_members_does_not_matter(rulebook_id: str, data: st.DataObject) -> None:
    """Members in another order give the same findings in another order."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("county", book, members=3, depth=2))
    other = data.draw(st.composite(shuffled)(city))

    assert outcomes(cr.audit(other, book, on=on)) == outcomes(cr.audit(city, book, on=on))


@given(data=st.data(), on=DAYS)
def test_order_of_members_does_not_matter_to_a_random_rule(data: st.DataObject, on: date) -> None:
    """Members in another order give the same findings of any rule."""
    book = data.draw(rulebooks("county"))
    county = data.draw(entities("county", book, members=3))
    other = data.draw(st.composite(shuffled)(county))

    assert outcomes(cr.audit(other, book, on=on)) == outcomes(cr.audit(county, book, on=on))


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_one_finding_each(rulebook_id: str, data: st.DataObject) -> None:
    """There is one finding for every entity and every requirement of its kind, and the counts add up."""
    book = cr.load(rulebook_id)
    city = data.draw(cities(book, members=1))
    kinds = Counter(scope.entity.kind for scope in Scope(city).walk())

    report = cr.audit(city, book, on=data.draw(audit_days(book)))

    assert len(outcomes(report)) == len(report) == sum(report.counts().values())
    assert Counter(one.requirement.id for one in report) == {
        rule.id: kinds[rule.subject] for rule in book if kinds[rule.subject]
    }


@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data())
def test_members_are_judged_as_if_alone(rulebook_id: str, data: st.DataObject) -> None:
    """Several rulebooks, and one at a time, give the same findings; so does a city that is judged twice."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(cities(book, members=1))
    # A half may lack the rule that another is a variant of, and the facts that a consequence rests on.
    rules = [rule.model_copy(update={"variant_of": None}) for rule in book]
    halves = [cr.Rulebook(book.document, tuple(rules[start::2])) for start in (0, 1)]

    apart = [outcomes(cr.audit(city, half, on=on)) for half in halves]

    assert outcomes(cr.audit(city, book, on=on)) == {**apart[0], **apart[1]}


def alone_in(book: Rulebook, *rules: Requirement) -> Rulebook:
    """A rulebook with these requirements alone; a variant stands in it without the requirement that it varies."""
    return cr.Rulebook(book.document, tuple(rule.model_copy(update={"variant_of": None}) for rule in rules))


def levers(book: Rulebook) -> list[tuple[Requirement, str, int]]:
    """The requirements with a plain limit, the field that they limit, and the way in which more of it pulls."""
    found = []
    for rule in book:
        must = nodes.unwrapped(rule.must)
        if not isinstance(must, nodes.Compare) or must.op == "==":
            continue
        left = nodes.unwrapped(must.left)
        counted = left.numerator if isinstance(left, nodes.Ratio) else left
        reads = [node.name for top in rule.expressions() for node in top.walk() if isinstance(node, nodes.Field)]
        if isinstance(counted, nodes.Field) and reads.count(counted.name) == 1:
            found.append((rule, counted.name, 1 if must.op in {">=", ">"} else -1))
    return found


@pytest.mark.parametrize("rulebook_id", [key for key in cr.available() if levers(cr.load(key))])
@given(data=st.data())
def test_more_of_what_is_asked_for_never_hurts(rulebook_id: str, data: st.DataObject) -> None:
    """More floor area, more volunteers, less of what is limited: what passed still passes, and less is missing."""
    book = cr.load(rulebook_id)
    rule, field, way = data.draw(st.sampled_from(levers(book)))
    alone = alone_in(book, rule)
    entity = data.draw(entities(rule.subject, alone, depth=0))
    value = getattr(entity, field) or 0
    entity = entity.model_copy(update={field: value})
    by = (
        data.draw(st.sampled_from((0, 0.1, 1, 17, 1000))) if isinstance(value, float) else data.draw(st.integers(0, 50))
    )
    try:
        better = entity.model_copy(update={field: value + way * by})
    except ValidationError:
        reject()  # no entity can have that much, or that little
    on = data.draw(audit_days(book))

    before, after = (cr.audit(one, alone, on=on)[rule.key] for one in (entity, better))

    assert (before.verdict, after.verdict) in {
        *((verdict, verdict) for verdict in cr.Verdict),
        ("failed", "passed"),
        ("failed", "cannot_tell"),  # Of the limit only the least is known.
    }
    if after.verdict == "failed":
        assert at_most(after.shortfall or 0, before.shortfall or 0)
