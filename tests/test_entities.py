"""Entities: what is read, what is kept, what is not known, and what cannot be."""

from __future__ import annotations

import copy
import pickle
from collections import Counter
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from pydantic import ValidationError

import civic_rules as cr
from civic_rules import units
from civic_rules.entities import ENTITY_TYPES, Entity, Record, Service, Settlement, Step
from civic_rules.entities.fields import Listing, OneOf, Quantity
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.records import Attested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from civic_rules.entities.vocabulary import Vocabulary

KINDS = sorted(ENTITY_TYPES)


def fault_of(model: type[Record] = cr.Community, /, **data: object) -> list[tuple[str, str]]:
    """Where a record has faults, and what they are."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"id": "c1", **data} if issubclass(model, Entity) else data)
    return [(".".join(map(str, line["loc"])), line["msg"]) for line in caught.value.errors()]


def every_record() -> Iterator[type[Record]]:
    """Every class of entity, and of record inside one."""
    for model in ENTITY_TYPES.values():
        yield model
        for spec in model.specs().values():
            if spec.model is not None and not issubclass(spec.model, Entity):
                yield spec.model


RECORDS = sorted(set(every_record()), key=lambda model: model.__name__)


# -- what there is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_field_can_be_missing(model: type[Record]) -> None:
    """A fact may be left out, and is then not known; only an id, and what makes an event an event, is asked for."""
    required = {name for name, info in model.model_fields.items() if info.is_required()}

    assert required <= {"id", "kind", "on"}
    assert {repr(info.default) for name, info in model.model_fields.items() if name not in required} <= {"None", "{}"}


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_field_has_its_words(model: type[Record]) -> None:
    """Each field has a Chinese label, which no other field of the record has, and an English description."""
    names = Counter(word for label in model.labels().values() for word in (label.zh, *label.also))

    assert [word for word, count in names.items() if count > 1] == []
    assert [name for name, info in model.model_fields.items() if not info.description and name != "parts"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_units_of_the_fields(kind: str) -> None:
    """Each number states a unit that the registry knows; what is counted in whole ones has a unit of its own."""
    labels = ENTITY_TYPES[kind].labels().values()
    quantities = [label for label in labels if isinstance(label, Quantity)]

    assert [label for label in quantities if not label.unit] == []
    assert [label for label in quantities if label.whole and not units.is_counted(label.unit)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_parts_and_wholes(kind: str) -> None:
    """A part and its whole are numbers of the same kind."""
    specs = ENTITY_TYPES[kind].specs()

    for part, whole in ENTITY_TYPES[kind].wholes:
        assert units.compatible(specs[part].unit, specs[whole].unit)


def test_vocabularies() -> None:
    """No two terms of a vocabulary share a name in either language."""
    found: set[type[Vocabulary]] = set()
    for model in RECORDS:
        found |= {
            label.vocabulary for label in model.labels().values() if isinstance(label, (OneOf, Listing, Attested))
        }

    for vocabulary in found:
        assert len({term.zh for term in vocabulary}) == len({term.en for term in vocabulary}) == len(vocabulary)


def test_kinds_are_told_apart() -> None:
    """No two kinds of entity share their word in either language, and a city reaches every kind but itself."""
    assert len({model.kind_zh for model in ENTITY_TYPES.values()}) == len(ENTITY_TYPES)
    assert {kind for kind in KINDS if not cr.City.reaches(kind)} == {"city"}


@pytest.mark.parametrize("kind", KINDS)
def test_json_schema(kind: str) -> None:
    """The JSON Schema carries the unit, the bounds and the Chinese label of each number."""
    model = ENTITY_TYPES[kind]
    schema = model.model_json_schema()

    for name, label in model.labels().items():
        assert schema["properties"][name]["x-zh"] == label.zh
        if isinstance(label, Quantity):
            assert (schema["properties"][name]["unit"], schema["properties"][name]["minimum"]) == (label.unit, 0)


# -- what is read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "area"),
    [
        (430, 430),
        ("430", 430),
        ("430 m²", 430),
        ("430平方米", 430),
        ("0.043 ha", 430),
        ("0.043公顷", 430),
        (units.registry().Quantity(0.043, "ha"), 430),
        (np.float32(430.5), 430.5),
        (Fraction(861, 2), 430.5),
        (0, 0),
        (None, None),
    ],
)
def test_areas(given: object, area: float | None) -> None:
    """A number is in the unit of its field; a text, a quantity and a number of a library are read."""
    assert cr.Community(id="c1", facility_area=given).facility_area == area


@pytest.mark.parametrize("given", [2350, "2350", "2,350户", "23.5百户", "2350 households", 2350.0, np.int64(2350)])
def test_counts(given: object) -> None:
    """Households come in whole ones, however they are written."""
    households = cr.Community(id="c1", households=given).households

    assert (households, type(households)) == (2350, int)


@pytest.mark.parametrize("given", ["是", "有", "yes", "True", True])
def test_truths(given: object) -> None:
    """Yes is read in both languages."""
    assert cr.Community(id="c1", has_facility=given).has_facility is True


@pytest.mark.parametrize(
    "given",
    [date(2013, 3, 31), datetime(2013, 3, 31, 12), "2013-03-31", "2013/3/31", "2013年3月31日"],  # noqa: DTZ001
)
def test_days(given: object) -> None:
    """A day is read as people write it."""
    assert cr.Worker(id="w1").id == "w1"
    assert Step.model_validate(given if isinstance(given, str) else {"on": given}) == Step(
        done=True, on=date(2013, 3, 31)
    )


@pytest.mark.parametrize("given", ["urban", "城市", Settlement.URBAN])
def test_terms(given: object) -> None:
    """A term is named by its id or its Chinese name."""
    assert cr.Community(id="c1", settlement=given).settlement is Settlement.URBAN


def test_chinese_keys() -> None:
    """The Chinese label of a field, and what else people call it, are keys."""
    community = cr.Community.model_validate(
        {"编号": "c1", "总户数": "1,500户", "综合服务设施面积": 430, "类型": "农村"}
    )

    assert community == cr.Community(id="c1", households=1500, facility_area=430, settlement="rural")


def test_a_list_is_complete() -> None:
    """What a list of services does not name is not there; what a mapping does not name is not known."""
    listed = cr.Community(id="c1", services=["卫生", "education"]).services or {}
    mapped = cr.Community(id="c1", services={"health": True, "养老": "否"}).services or {}

    assert {term for term, there in listed.items() if there} == {Service.HEALTH, Service.EDUCATION}
    assert len(listed) == len(Service)
    assert mapped == {Service.HEALTH: True, Service.ELDERLY_CARE: False}
    assert cr.Community(id="c1").services is None


@pytest.mark.parametrize(
    ("given", "in_place", "parts"),
    [
        (True, True, (None, None)),
        (False, False, (False, False)),
        (["office"], True, (True, False)),
        (["办公室", "party-committee"], True, (True, True)),
        ([], None, (False, False)),
        ({"parts": {"office": True}}, True, (True, None)),
        ({"parts": {"office": False}}, None, (False, None)),
        ({"in_place": True, "parts": ["party-committee"]}, True, (False, True)),
        ({"since": "2013-01-01"}, None, (None, None)),
    ],
)
def test_arrangements(given: object, in_place: bool | None, parts: tuple[bool | None, ...]) -> None:  # noqa: FBT001
    """An arrangement is in place or not, wholly or in parts; what is not said is not known."""
    community = cr.Community.model_validate({"id": "c1", "arrangements": {"four-part-structure": given}})
    [known] = community.arrangements.values()

    assert known.in_place is in_place
    assert (known.part("office"), known.part("party-committee")) == parts


def test_an_arrangement_that_is_not_named_is_not_known() -> None:
    """There is no entry for it, which is not the same as an entry that says no."""
    assert dict(cr.Community(id="c1").arrangements) == {}


@pytest.mark.parametrize(
    ("given", "done", "on"),
    [
        ("2013-03-31", True, date(2013, 3, 31)),
        (date(2013, 3, 31), True, date(2013, 3, 31)),
        (True, True, None),
        (False, False, None),
        ("否", False, None),
        ({"on": "2013-03-31"}, True, date(2013, 3, 31)),
        ({"done": None}, None, None),
    ],
)
def test_steps(given: object, done: bool | None, on: date | None) -> None:  # noqa: FBT001
    """A day says that a step was done; done alone says no day."""
    deliberation = cr.Deliberation.model_validate({"id": "d1", "proposed": given})

    assert deliberation.proposed == Step(done=done, on=on)


def test_no_members_and_no_list() -> None:
    """An empty list says that there are none, no list that it is not known."""
    assert (cr.Community(id="c1", staff=[]).staff, cr.Community(id="c1").staff) == ((), None)


# -- what cannot be --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        {"facility_area": -1},
        {"facility_area": float("nan")},
        {"facility_area": float("inf")},
        {"facility_area": "430 kg"},
        {"facility_area": True},
        {"facility_area": 1.1e15},
        {"households": 10**308},
        {"facility_area": [430]},
        {"households": 2.5},
        {"households": "12 人"},
        {"service_hours": 25},
        {"has_facility": 1},
        {"settlement": "suburban"},
        {"services": "health"},
        {"services": ["healing"]},
        {"services": {"health": None}},
        {"services": {"health": True, "卫生": False}},
        {"staff": "none"},
        {"staff": {"id": "w1"}},
        {"arrangements": ["co-building"]},
        {"arrangements": {"no-such": True}},
        {"arrangements": {"four-part-structure": ["no-such"]}},
        {"arrangements": {"four-part-structure": 3}},
        {"events": [{"kind": "funds-publication"}]},
        {"events": [{"on": "2013-01-01", "kind": "party"}]},
        {"gap_plan": 3},
        {"gap_plan": {"completed": "2013-02-30"}},
        {"gap_plan": {"completed": "1013-02-03"}},
        {"name": 3},
        {"id": ""},
        {"id": "x" * 201},
        {"id": 7},
        {"house_holds": 3},
        {3: 4},
    ],
    ids=str,
)
def test_what_is_refused(data: dict[Any, Any]) -> None:
    """What cannot be a fact is a fault in one place, and never read as something near."""
    with pytest.raises(ValidationError) as caught:
        cr.Community.model_validate({"id": "c1", **data})

    assert len(caught.value.errors()) == 1


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"activity_area": 431, "facility_area": 430}, "activity_area"),
        ({"insured_workers": 19, "workers": 18}, "insured_workers"),
        ({"party_member_volunteers": 1, "volunteers": 0}, "party_member_volunteers"),
        ({"has_facility": False, "facility_area": 430}, "facility_area"),
    ],
)
def test_contradictions(data: dict[str, Any], where: str) -> None:
    """A part does not count more than its whole, and rooms that are not there have no floor."""
    assert [place for place, _ in fault_of(**data)] == [where]


@pytest.mark.parametrize(
    "data",
    [
        {"activity_area": 430, "facility_area": 430},
        {"activity_area": 0.1 + 0.2, "facility_area": 0.3},
        {"insured_workers": 19},
        {"has_facility": False, "facility_area": 0},
    ],
)
def test_no_contradiction(data: dict[str, Any]) -> None:
    """A part may be the whole, but for noise, and nothing contradicts what is not known."""
    assert cr.Community(id="c1", **data).id == "c1"


def test_contradictions_of_records() -> None:
    """What was not done has no day, and nothing is in place of what is not."""
    assert fault_of(Step, done=False, on="2013-01-01") == [("on", "given as 2013-01-01, but done is false")]
    assert fault_of(arrangements={"four-part-structure": {"in_place": False, "parts": ["office"]}}) == [
        ("arrangements.four-part-structure.parts", "office is in place, but in_place is false")
    ]


@pytest.mark.parametrize(
    ("field", "given", "number"),
    [
        ("office_funds", "12万元", 120_000),
        ("office_funds", "1万元/月", 120_000),
        ("service_hours", "8小时", 8),
        ("households", "5户", 5),
        ("workers", "5名", 5),
        ("tasks_assigned", "5个", 5),
    ],
)
def test_what_a_field_states_itself(field: str, given: str, number: float) -> None:
    """A field states its period and what it counts, so that data need not."""
    assert getattr(cr.Community.model_validate({"id": "c1", field: given}), field) == number


def test_every_fault_at_once() -> None:
    """All faults are reported together, those of members too, and contradictions among what is sound."""
    found = fault_of(
        facility_area="430 kg", workers=3, insured_workers=5, houeholds=3, staff=[{"id": "w1", "annual_pay": -1}]
    )

    assert [place for place, _ in found] == ["houeholds", "facility_area", "staff.0.annual_pay", "insured_workers"]


# -- what is kept ----------------------------------------------------------------------------------------------

COMMUNITY = cr.Community(
    id="c1",
    households=1500,
    services={"health": True},
    arrangements={"four-part-structure": ["office"]},
    events=[{"kind": "funds-publication", "on": "2013-01-01"}],
    staff=[{"id": "w1", "annual_pay": 50_000}],
)


def test_entities_do_not_change() -> None:
    """Neither a field, nor a listing, nor the record of an arrangement can be changed."""
    with pytest.raises(ValidationError):
        COMMUNITY.households = 3  # type: ignore[misc]  # that it cannot be done is the test
    for held in (COMMUNITY.services, COMMUNITY.arrangements):
        with pytest.raises(TypeError, match="entities cannot be changed"):
            held.clear()  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_copies(again: Callable[[object], object]) -> None:
    """A copy, and what comes back from another process, is the same entity."""
    made = again(COMMUNITY)

    assert (made, hash(made)) == (COMMUNITY, hash(COMMUNITY))


def test_changed_copies() -> None:
    """A changed copy leaves the first as it was, and both have one hash, which is that of the id."""
    changed = COMMUNITY.model_copy(update={"households": 3})

    assert (COMMUNITY.households, changed.households) == (1500, 3)
    assert changed != COMMUNITY
    assert len({changed, COMMUNITY}) == 2


@pytest.mark.parametrize(
    ("field", "given"),
    [("settlement", "moon"), ("households", -5), ("households", True), ("facility_area", float("inf")), ("hoses", 1)],
)
def test_a_changed_copy_is_checked(field: str, given: object) -> None:
    """A changed copy takes no value that the entity itself would not take."""
    with pytest.raises(ValidationError, match=field):
        COMMUNITY.model_copy(update={field: given})


def test_a_changed_copy_is_read() -> None:
    """A changed copy reads units and Chinese names, as the entity itself does."""
    changed = COMMUNITY.model_copy(update={"户数": "1,600户", "facility_area": "0.5公顷"})

    assert (changed.households, changed.facility_area) == (1600, 5000)


@pytest.mark.parametrize("method", ["clear", "popitem", "copy"])
def test_frozen_dict(method: str) -> None:
    """A frozen mapping is read like a dict, and refuses whatever would change it."""
    frozen = FrozenDict({"a": 1})

    if method == "copy":
        assert frozen.copy() == {"a": 1}
        assert copy.copy(frozen) is frozen
    else:
        with pytest.raises(TypeError, match="model_copy"):
            getattr(frozen, method)()


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(b=2),
        lambda d: d.setdefault("b", 2),
        lambda d: d.pop("a"),
        lambda d: d.__setitem__("a", 2),
        lambda d: d.__delitem__("a"),
        lambda d: d.__ior__({"b": 2}),
    ],
)
def test_frozen_dict_refuses(change: Callable[[FrozenDict[str, int]], object]) -> None:
    """There is no way to change it."""
    frozen = FrozenDict({"a": 1})
    with pytest.raises(TypeError):
        change(frozen)

    assert (dict(frozen), hash(frozen)) == ({"a": 1}, hash(FrozenDict({"a": 1})))
