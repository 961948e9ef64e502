"""Formulas of any tree: what is written is read back, in both languages."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.entities import ENTITY_TYPES, Service
from civic_rules.expressions import Indicator, formula, nodes, parse, signature, subject
from civic_rules.expressions.kinds import arrangement_term
from civic_rules.rulebooks import available, load
from civic_rules.testing import trees
from tests.expressions.named import PARAMETER, READING, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.units import Lang

LANGS: tuple[Lang, ...] = ("en", "zh")

community, worker = subject("community"), subject("worker")

AREA = Indicator(key='rooms "of" 一社区\\', title=text("rooms"), value=community.facility_area)


def names_of(node: nodes.Node) -> dict[str, Mapping[str, object]]:
    """The readings, parameters and indicators of a tree by key, as `parse` takes them."""
    found: dict[str, dict[str, object]] = {"readings": {}, "parameters": {}, "indicators": {}}
    for one in node.walk():
        if isinstance(one, nodes.Choice):
            found["readings"][one.reading.key] = one.reading
        elif isinstance(one, nodes.ParameterValue):
            found["parameters"][one.parameter.key] = one.parameter
        elif isinstance(one, nodes.Indicator):
            found["indicators"][one.key] = one
    return dict(found)


def read(written: str, node: nodes.Node) -> nodes.Node:
    """A formula read back with the names that a tree uses."""
    return parse(written, **names_of(node))  # type: ignore[arg-type]  # by key, each of its kind


VALUES = st.one_of(
    st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([43, 43.0, -0.0])
)
UNITS = st.sampled_from(["m²", "ha", "亩", "平方米", "平方千米", "km²", "100 m²"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: nodes.Day(value=day))
STEPS = st.sampled_from([nodes.Field(subject="community", name=f"gap_plan.{name}") for name in ("completed", "filed")])


def several(inner: st.SearchStrategy[nodes.Node], least: int = 1) -> st.SearchStrategy[tuple[nodes.Node, ...]]:
    """A few nodes."""
    return st.lists(inner, min_size=least, max_size=3).map(tuple)


def chosen(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    """A choice between three nodes, by keys that are no Python names."""
    keys = [option.key for option in READING.options]
    return st.fixed_dictionaries(dict.fromkeys(keys, inner)).map(
        lambda options: nodes.Choice(reading=READING, options=options)
    )


def is_one_source(node: nodes.Node) -> bool:
    """Whether a node may be a source of an either(), which may not hold another."""
    return not any(isinstance(part, nodes.Either) for part in node.walk())


def any_kind(inner: st.SearchStrategy[nodes.Node]) -> list[st.SearchStrategy[nodes.Node]]:
    """What may stand for a number as well as for a condition."""
    return [
        chosen(inner),
        several(inner.filter(is_one_source), 2).map(lambda sources: nodes.Either(sources=sources)),
        inner.map(lambda value: nodes.Within(subject="community", value=value)),
        inner.map(lambda value: nodes.Indicator(key="named", title=text("named"), value=value)),
    ]


def bigger_area(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    """An area made of areas."""
    factor = st.builds(nodes.Number, value=VALUES, unit=st.just("1"))
    return st.one_of(
        several(inner, 2).map(lambda terms: nodes.Sum(terms=terms)),
        st.builds(nodes.Difference, left=inner, right=inner),
        st.tuples(inner, factor).map(lambda factors: nodes.Product(factors=factors)),
        st.tuples(factor, inner).map(lambda factors: nodes.Product(factors=factors)),
        st.tuples(factor, inner, factor).map(lambda factors: nodes.Product(factors=factors)),
        st.builds(nodes.Ratio, numerator=inner, denominator=factor),
        several(inner, 2).map(lambda of: nodes.Largest(of=of)),
        several(inner, 2).map(lambda of: nodes.Smallest(of=of)),
        st.builds(nodes.RoundUp, value=inner),
        *any_kind(inner),
    )


AREAS = st.recursive(
    st.one_of(
        st.builds(nodes.Number, value=VALUES, unit=UNITS),
        st.sampled_from([community.facility_area, community.activity_area, AREA]),
        st.builds(nodes.ParameterValue, parameter=st.just(PARAMETER), at=st.none() | st.dates()),
    ),
    bigger_area,
    max_leaves=6,
)
SENSES = st.sampled_from([">=", ">", "<=", "<", "=="])
HOW = st.sampled_from(["all", "any", "none"])


def terms(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """A few terms."""
    return st.lists(st.sampled_from(names), min_size=1, max_size=3).map(tuple)


BODIES = arrangement_term("community", "four-part-structure")
PLAIN_CONDITIONS: st.SearchStrategy[nodes.Node] = st.one_of(
    st.builds(nodes.Compare, left=AREAS, op=SENSES, right=AREAS),
    st.tuples(AREAS, AREAS).map(lambda both: nodes.Between(value=both[0], low=both[1], high=both[1])),
    st.builds(nodes.Always, value=st.booleans()),
    st.just(community.is_newly_drawn),
    terms(["urban", "rural"]).map(lambda some: nodes.Is(value=community.settlement, terms=some)),
    st.builds(
        nodes.Includes,
        listing=st.just(community.services),
        items=terms([service.value for service in Service]),
        how=HOW,
    ),
    st.just(nodes.InPlace(subject="community", arrangement=BODIES.value)),
    st.builds(
        nodes.HasParts,
        subject=st.just("community"),
        arrangement=st.just(BODIES.value),
        parts=terms(list(BODIES.parts)),
        how=HOW,
    ),
    st.builds(nodes.DoneBy, steps=st.lists(STEPS, min_size=1, max_size=2).map(tuple), by=DAYS),
    st.builds(nodes.DoneBy, steps=STEPS.map(lambda step: (step,)), by=st.just(community.gap_plan.completed.on)),
    st.builds(nodes.InOrder, steps=st.tuples(STEPS, STEPS)),
    st.builds(nodes.Reached, step=STEPS),
    st.builds(nodes.InWindow, step=STEPS, window=st.just("half-year"), which=st.sampled_from(["last", "this"])),
    st.builds(
        nodes.EventCount,
        subject=st.just("community"),
        event=st.just("funds-publication"),
        window=st.sampled_from(["week", "month", "quarter", "half-year", "year"]),
        on_day=st.integers(1, 26),
        or_next_working_day=st.booleans(),
    ).map(lambda events: events >= "1 event"),
    st.builds(
        nodes.Every,
        members=st.just(community.staff.where(worker.role.is_("other")).count().members),
        that=st.just(worker.has_certificate),
    ),
)


def bigger_condition(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    """A condition made of conditions."""
    truths = st.lists(st.booleans(), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        several(inner).map(lambda some: nodes.AllOf(conditions=some)),
        several(inner).map(lambda some: nodes.AnyOf(conditions=some)),
        st.builds(nodes.Not, condition=inner),
        st.builds(nodes.Is, value=inner, terms=truths),
        several(inner).map(lambda some: nodes.Tally(conditions=some) >= "1 item"),
        *any_kind(inner),
    )


CONDITIONS = st.recursive(PLAIN_CONDITIONS, bigger_condition, max_leaves=6)


@st.composite
def of_members(draw: st.DrawFn) -> nodes.Node:
    """Something said of the communities of a city."""
    where = draw(st.none() | CONDITIONS)
    members = nodes.Members(subject="city", of="community", where=where)
    direct = draw(st.booleans())
    members = members.model_copy(update={"direct": direct})
    made: nodes.Node = draw(
        st.one_of(
            st.just(members),
            st.just(nodes.Count(members=members)),
            AREAS.map(lambda value: nodes.Total(members=members, value=value)),
            CONDITIONS.map(lambda that: nodes.Share(members=members, that=that)),
            CONDITIONS.map(lambda that: nodes.Every(members=members, that=that)),
            CONDITIONS.map(lambda that: nodes.Some(members=members, that=that)),
        )
    )
    return made


def with_own_names(node: nodes.Node) -> nodes.Node:
    """The tree with a key of its own for each indicator and parameter, as a rulebook has."""
    count = 0

    def again(data: object) -> object:
        nonlocal count
        if isinstance(data, dict):
            made = {key: again(value) for key, value in data.items()}
            named = made if made.get("kind") == "indicator" else made.get("parameter")
            if isinstance(named, dict):
                count += 1
                named["key"] = f"{named['key']}-{count}"
            return made
        return [again(one) for one in data] if isinstance(data, list) else data

    return type(node).model_validate_json(json.dumps(again(json.loads(node.model_dump_json()))))


def assert_is_read_back(node: nodes.Node, lang: Lang) -> None:
    """The formula of a tree is read as the same tree; a whole number stays whole."""
    found = read(formula(node, lang), node)

    assert node == found
    assert node.model_dump_json() == found.model_dump_json()


@given(st.one_of(AREAS, CONDITIONS, of_members(), DAYS), st.sampled_from(LANGS))
def test_any_tree_is_read_back(node: nodes.Node, lang: Lang) -> None:
    """Whatever numbers, units, quotation marks and nesting a tree has, its formula says the same tree."""
    node = with_own_names(node)
    signature(node)

    assert_is_read_back(node, lang)


@given(st.sampled_from(sorted(ENTITY_TYPES)).flatmap(trees.conditions), st.sampled_from(LANGS))
def test_any_tree_of_any_entity_is_read_back(node: nodes.Node, lang: Lang) -> None:
    """The trees by which the engines are held together are read back too, for every kind of entity."""
    assert_is_read_back(with_own_names(node), lang)


def rules() -> list[pytest.ParameterSet]:
    """Every expression of every rulebook."""
    return [
        pytest.param(node, id=f"{rule.id}-{place}")
        for name in available()
        for rule in load(name)
        for place, node in enumerate(rule.expressions())
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("node", rules())
def test_every_rule_is_read_back(node: nodes.Node, lang: Lang) -> None:
    """Each requirement of the rulebooks can be written as a formula and read back."""
    assert_is_read_back(node, lang)


def fields() -> list[tuple[str, str]]:
    """Every field of every kind of entity that an expression can name."""
    return [
        (kind, name)
        for kind, model in ENTITY_TYPES.items()
        for name, spec in model.specs().items()
        if spec.kind not in {"members", "events", "arrangements"}
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_is_read_back(lang: Lang) -> None:
    """Each field of each entity has one name in a formula, and no other field has it."""
    for kind, name in fields():
        field = nodes.Field(subject=kind, name=name)

        assert field == parse(formula(field, lang))


def test_every_member_list_is_read_back() -> None:
    """The members that an entity itself holds are read back by the name of the list, in both languages."""
    for kind, model in ENTITY_TYPES.items():
        for held in model.member_fields().values():
            members = nodes.Members(subject=kind, of=held.kind, direct=True)

            assert [members, members] == [parse(formula(members, lang)) for lang in LANGS]


@pytest.mark.parametrize("key", ['rooms "of" 一社区\\', "a\nb", "\x00", "’“”", "\U0001f3e0"])
def test_any_key_of_an_indicator_is_read_back(key: str) -> None:
    """Quotation marks, backslashes and control characters in a key are written so that they are read back."""
    node = Indicator(key=key, title=text("x"), value=community.facility_area)

    assert node == read(formula(node), node)
