"""Hypothesis strategies: random entities that could exist, with what is known of them left to chance.

```python
from hypothesis import given
from civic_rules.testing.strategies import communities

@given(communities(cr.load("yancheng-2013-6")))
def test_my_program_takes_any_community(community): ...
```

With a rulebook, only the facts that it reads are drawn, and numbers often lie at, or next to, one of its limits. No
entity contradicts itself: a part never counts more than its whole. Hypothesis comes with the extra `test`.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from civic_rules.entities import Entity, EventKind, Record, Step
from civic_rules.entities.fields import Listing, OneOf, Quantity
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.records import Attested
from civic_rules.expressions.kinds import entity_type
from civic_rules.expressions.scope import kinds_below
from civic_rules.rules import Rulebook
from civic_rules.testing.facts import Facts, facts_of

try:
    from hypothesis import strategies as st
except ImportError as error:  # pragma: no cover  the tests have it
    raise ImportError("civic_rules.testing.strategies needs Hypothesis: install civic-rules[test]") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from civic_rules.entities import Arrangement, Attestation, City, Community, County, Vocabulary
    from civic_rules.entities.fields import FieldLabel

    Draw = Callable[[st.SearchStrategy[Any]], Any]
    Data = dict[str, Any]

DAYS = st.dates(date(2010, 1, 1), date(2026, 12, 31))
"""The days that are drawn where no rule names one."""

KNOWN = 3
"""How many times a fact is drawn as known for each time that it is drawn as not known."""

NEAR = (1, 0.999, 1 - 1e-6, 1 + 1e-6, 1.001)
"""How far from a limit a number is drawn, as a factor."""

MAX_COUNT = 20_000
"""The greatest number that is drawn without regard to a limit."""


def entities(
    kind: str,
    rulebook: Rulebook | Iterable[Rulebook] | None = None,
    *,
    members: int = 2,
    depth: int = 3,
) -> st.SearchStrategy[Entity]:
    """Entities of a kind, with members.

    Args:
        kind: An English word such as "community".
        rulebook: The rulebook, or rulebooks, for which they are drawn; None for every fact that there is.
        members: How many members one list has at most.
        depth: How many levels of members there are below the entity; 0 for none.

    Raises:
        UnknownFieldError: There is no such kind of entity.
    """
    books = rulebook if rulebook is None or isinstance(rulebook, Rulebook) else tuple(rulebook)
    return _entities(kind, books, members, depth)


@lru_cache(maxsize=100)
def _entities(
    kind: str, books: Rulebook | tuple[Rulebook, ...] | None, members: int, depth: int
) -> st.SearchStrategy[Entity]:
    """Strategies take longer to make than to draw from."""
    model = entity_type(kind)
    data = _data(model, facts_of(books), members, depth)
    return data.map(lambda data: model.model_validate(_with_ids(model, data, Counter())))


def communities(
    rulebook: Rulebook | Iterable[Rulebook] | None = None, *, members: int = 2
) -> st.SearchStrategy[Community]:
    """Communities with what they hold: see `entities`."""
    return cast("st.SearchStrategy[Community]", entities("community", rulebook, members=members, depth=1))


def counties(rulebook: Rulebook | Iterable[Rulebook] | None = None, *, members: int = 2) -> st.SearchStrategy[County]:
    """Counties with their communities and what these hold: see `entities`."""
    return cast("st.SearchStrategy[County]", entities("county", rulebook, members=members, depth=2))


def cities(rulebook: Rulebook | Iterable[Rulebook] | None = None, *, members: int = 2) -> st.SearchStrategy[City]:
    """Cities with counties, communities and what these hold: see `entities`."""
    return cast("st.SearchStrategy[City]", entities("city", rulebook, members=members, depth=3))


def audit_days(rulebook: Rulebook | Iterable[Rulebook]) -> st.SearchStrategy[date]:
    """Days of an audit: any day, or one near a day that the rules name."""
    return _days(facts_of(rulebook))


def _maybe(*known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A fact that may not be known."""
    return st.one_of(st.none(), *known * KNOWN)


def _data(model: type[Entity], facts: Facts, members: int, depth: int) -> st.SearchStrategy[Data]:
    """What is handed in of an entity, but for its id."""
    own: dict[str, st.SearchStrategy[Any]] = {}
    lists: dict[str, st.SearchStrategy[Any]] = {}
    for name, label in model.labels().items():
        if not facts.draws(model, name):
            continue
        if name not in model.member_fields():
            own[name] = _field(label, model, name, facts)
        elif depth:
            below = _data(model.member_fields()[name], facts, members, depth - 1)
            lists[name] = _maybe(st.lists(below, max_size=members), st.lists(below, min_size=1, max_size=members))

    @st.composite
    def build(draw: Draw) -> Data:
        data = consistent(model, {name: draw(values) for name, values in own.items()})
        for _ in range(2 if facts.edges.get(model.kind) else 0):
            data = _at_a_limit(draw, model, data, facts)
        return {**data, **{name: draw(values) for name, values in lists.items()}}

    return build()


def _field(label: FieldLabel, model: type[Record], name: str, facts: Facts) -> st.SearchStrategy[Any]:
    """What a field is given as, or None."""
    if isinstance(label, Attested):
        terms = [term for term in label.vocabulary if facts.draws(model, f"{name}.{term}")]
        return st.fixed_dictionaries({term.value: _maybe(_attestations(term)) for term in terms}).map(_without_none)
    if label.kind == "record":
        inner = cast("type[Record]", model.specs()[name].model)
        return _maybe(_steps(facts) if inner is Step else _records(inner, facts))
    return _maybe(_plain(label, facts))


def _plain(label: FieldLabel, facts: Facts) -> st.SearchStrategy[Any]:
    """What a field without fields of its own is given as."""
    if isinstance(label, Listing):
        return _listings(label.vocabulary)
    if isinstance(label, OneOf):
        return st.sampled_from(list(label.vocabulary))
    if isinstance(label, Quantity):
        return _numbers(label)
    if label.kind == "events":
        return st.lists(_events(facts), max_size=6)
    if label.kind == "date":
        return _days(facts)
    return st.booleans() if label.kind == "truth" else st.text("甲乙丙abc 1", max_size=4)


def _days(facts: Facts) -> st.SearchStrategy[date]:
    """Any day, or one near a day on which a verdict turns."""
    if not facts.days:
        return DAYS
    apart = st.integers(-3, 3) | st.integers(-120, 120)
    return DAYS | st.tuples(st.sampled_from(facts.days), apart).map(lambda near: near[0] + timedelta(days=near[1]))


def _without_none(data: Mapping[str, Any]) -> Data:
    return {name: value for name, value in data.items() if value is not None}


def _numbers(label: Quantity) -> st.SearchStrategy[Any]:
    """Numbers of a field, the small and the round ones more often."""
    greatest = MAX_COUNT if label.maximum is None else int(label.maximum)
    whole = st.integers(0, 6) | st.integers(0, greatest) | st.integers(0, greatest // 10).map(lambda n: n * 10)
    return whole if label.whole else whole | st.integers(0, greatest * 100).map(lambda n: n / 100)


def _listings(vocabulary: type[Vocabulary]) -> st.SearchStrategy[Any]:
    """A complete list, or a mapping that says only what it names."""
    terms = st.sampled_from([term.value for term in vocabulary])
    everything = st.just([term.value for term in vocabulary])
    return everything | st.lists(terms, unique=True) | st.dictionaries(terms, st.booleans())


def _attestations(term: Arrangement) -> st.SearchStrategy[Any]:
    """What is known of an arrangement, in each of the ways in which it may be written."""
    written: list[st.SearchStrategy[Any]] = [st.booleans()]
    if term.parts:
        parts = st.sampled_from(list(term.parts))
        some = st.dictionaries(parts, st.booleans(), min_size=1)
        written += [st.just(list(term.parts)), st.lists(parts, unique=True), some.map(lambda named: {"parts": named})]
    written.append(st.fixed_dictionaries({"in_place": st.just(value=True), "since": DAYS}))
    return st.one_of(written)


def _events(facts: Facts) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({"kind": st.sampled_from(list(EventKind)), "on": _days(facts)})


def _steps(facts: Facts) -> st.SearchStrategy[Any]:
    """A step as a day, as done or not done, or with neither known."""
    return _days(facts) | st.booleans() | st.just({"done": None})


def _records(model: type[Record], facts: Facts) -> st.SearchStrategy[Data]:
    fields = {name: _field(label, model, name, facts) for name, label in model.labels().items()}
    return st.fixed_dictionaries(fields)


def _at_a_limit(draw: Draw, model: type[Entity], data: Data, facts: Facts) -> Data:
    """The same facts, perhaps with one number moved to a limit that the others set, or next to it."""
    edge = draw(st.sampled_from([None, *facts.edges[model.kind]]))
    if edge is None:
        return data
    target = edge.target(model.model_validate({"id": "?", **data}), facts.on)
    label = model.labels()[edge.field]
    if target is None or not isinstance(label, Quantity):
        return data
    number = target * draw(st.sampled_from(NEAR))
    if label.whole:
        number = round(target) + draw(st.sampled_from((0, -1, 1)))
    if number < label.minimum or (label.maximum is not None and number > label.maximum):
        return data
    return consistent(model, {**data, edge.field: number})


def consistent(model: type[Entity], data: Mapping[str, Any]) -> Data:
    """The facts without contradictions: a part counts no more than its whole, and what else clashes is not known."""
    data = dict(data)
    for part, whole in model.wholes:
        if data.get(part) is not None and data.get(whole) is not None:
            data[part] = min(data[part], data[whole])
    while True:
        try:
            model.model_validate({"id": "?", **data})
        except ValidationError as error:
            clashing = [str(fault["loc"][0]) for fault in error.errors(include_url=False)]
            if all(data.get(name) is None for name in clashing):
                raise
            data.update(dict.fromkeys(clashing))
        else:
            return data


def _with_ids(model: type[Entity], data: Mapping[str, Any], used: Counter[str]) -> Data:
    """The same with an id for the entity and for every entity below it: community-1, community-2 ..."""
    used[model.kind] += 1
    made = {"id": f"{model.kind}-{used[model.kind]}", **data}
    for name, member in model.member_fields().items():
        if made.get(name) is not None:
            made[name] = [_with_ids(member, one, used) for one in made[name]]
    return made


@st.composite
def less_known(draw: Draw, entity: Entity) -> Entity:
    """The same entity, with some of what is known of it, and of everything below it, not known.

    What stays known does not change, so that no verdict may turn from passed to failed, or the other way.

    Args:
        draw: Given by Hypothesis.
        entity: An entity, as `entities` draws them.
    """
    held = {name: model for name, model in entity.member_fields().items() if getattr(entity, name) is not None}
    made = {name: value for name, value in _forgotten(draw, entity).items() if name not in held}
    if held and draw(st.integers(0, 3)) == 0:
        # A list that is not given beside one that is stands for no members: such lists are forgotten together.
        alike = [draw(st.sampled_from(sorted(held)))]
        for name in alike:
            reached = kinds_below(held[name].kind)
            alike += [other for other in held if other not in alike and reached & kinds_below(held[other].kind)]
        made.update(dict.fromkeys(alike))
    for name in [name for name in held if name not in made]:
        made[name] = tuple(draw(less_known(one)) for one in getattr(entity, name))
    return entity.model_copy(update=made)


def _forgotten(draw: Draw, record: Record) -> Data:
    """Fields of which nothing, or less, is known any more."""
    made: Data = {}
    for name, label in record.labels().items():
        value = getattr(record, name)
        if name == "id" or value is None or draw(st.integers(0, 2)):
            continue
        if isinstance(label, Attested):
            made[name] = FrozenDict({term: _less(draw, known) for term, known in _some_of(draw, value).items()})
        elif isinstance(label, Listing) and draw(st.booleans()):
            made[name] = FrozenDict(_some_of(draw, value))
        elif label.kind == "record" and not isinstance(value, Step) and draw(st.booleans()):
            made[name] = value.model_copy(update=_forgotten(draw, value))
        else:
            made[name] = None
    return made


def _some_of(draw: Draw, mapping: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: value for key, value in mapping.items() if draw(st.booleans())}


def _less(draw: Draw, attestation: Attestation) -> Attestation:
    """An attestation of which some parts are forgotten, and whether it is in place where no part says so."""
    parts = FrozenDict(_some_of(draw, attestation.parts))
    in_place = attestation.in_place if any(attestation.parts.values()) or draw(st.booleans()) else None
    return attestation.model_copy(update={"parts": parts, "in_place": in_place})


__all__ = ["audit_days", "cities", "communities", "consistent", "counties", "entities", "less_known"]
