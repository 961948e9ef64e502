"""Placements: where an entity stands beside a figure, and what stays open."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

import civic_rules as cr
from civic_rules.audit import Placement, Standing, place
from civic_rules.expressions import quantity
from civic_rules.rules import Benchmark, Direction, Sense

TITLE = cr.Text(zh="示范", en="A model")
SOURCE = cr.load("weihai-practice").document.clause("段4(队伍建设)", ("17人",))
city = cr.subject("city")
OPEN = {"sense": Sense.MORE_THAN}
ROUNDED = {"rounded_to": 10}

URBAN = {"settlement": "urban", "workers": 9, "residents": 5000}
RURAL = {"settlement": "rural", "workers": 4, "residents": 1000}


def placed(entity: cr.Entity, key: str) -> Placement:
    """Where an entity stands beside one figure of Weihai."""
    [row] = [row for row in cr.place(entity, cr.load("weihai-practice")) if row.benchmark.key == key]
    return row


def platform(changes: dict[str, Any], **facts: int) -> Placement:
    """A city beside a model figure of 200 services."""
    given: dict[str, Any] = {
        "key": "model",
        "title": TITLE,
        "value": quantity("200 item"),
        "measures": city.platform_services,
        "exceeds": city.platform_services_over,
        "direction": Direction.HIGHER,
        "source": SOURCE,
    }
    [row] = place(cr.City.model_validate({"id": "x", **facts}), [Benchmark(**{**given, **changes})])
    return row


def test_weihai_beside_its_own_figures_is_the_same_everywhere() -> None:
    """All 34, without a difference and without anything missing."""
    rows = cr.place(cr.examples.weihai(), cr.load("weihai-practice"))

    assert [row.benchmark.key for row in rows if row.standing is not Standing.SAME] == []
    assert {row.difference for row in rows if not row.is_open} == {0}
    assert {row.ratio for row in rows if not row.is_open} == {1}
    assert [row.benchmark.key for row in rows if row.is_open] == ["service-items"]
    assert [row.missing for row in rows if row.missing] == []
    assert len(rows) == 34


def test_a_city_that_reports_nothing_cannot_be_placed() -> None:
    """Missing is not zero: every figure names what is missing."""
    rows = cr.place(cr.City(id="x"), cr.load("weihai-practice"))

    assert {row.standing for row in rows} == {Standing.CANNOT_TELL}
    assert [row.benchmark.key for row in rows if not row.missing] == []
    assert {(row.value, row.difference, row.ratio) for row in rows} == {(None, None, None)}


def test_a_rulebook_without_figures_places_nobody() -> None:
    """A document without reported figures has nothing beside which anybody stands."""
    assert cr.place(cr.City(id="x"), cr.load("yancheng-2013-6")) == ()


@pytest.mark.parametrize(
    ("changes", "facts", "standing"),
    [
        ({}, {"platform_services": 200}, "same"),
        ({}, {"platform_services": 199}, "worse"),
        ({}, {"platform_services": 201}, "better"),
        ({"direction": Direction.LOWER}, {"platform_services": 199}, "better"),
        ({"direction": Direction.LOWER}, {"platform_services": 201}, "worse"),
        ({"direction": Direction.NEITHER}, {"platform_services": 199}, "lower"),
        ({"direction": Direction.NEITHER}, {"platform_services": 201}, "higher"),
        ({}, {"platform_services_over": 199}, "cannot-tell"),
        ({}, {"platform_services_over": 200}, "better"),
        (ROUNDED, {"platform_services": 194}, "worse"),
        (ROUNDED, {"platform_services": 195}, "same"),
        (ROUNDED, {"platform_services": 204}, "same"),
        (ROUNDED, {"platform_services": 205}, "better"),
        (ROUNDED, {"platform_services_over": 200}, "cannot-tell"),
        (ROUNDED, {"platform_services_over": 205}, "better"),
        (OPEN, {"platform_services": 199}, "worse"),
        (OPEN, {"platform_services": 200}, "worse"),
        (OPEN, {"platform_services": 201}, "cannot-tell"),
        (OPEN, {"platform_services": 900}, "cannot-tell"),
        (OPEN, {"platform_services_over": 200}, "same"),
        (OPEN, {"platform_services_over": 300}, "cannot-tell"),
        (OPEN, {"platform_services_over": 100}, "cannot-tell"),
        (OPEN, {"platform_services": 150, "platform_services_over": 100}, "worse"),
        ({}, {}, "cannot-tell"),
    ],
)
def test_where_a_number_stands(changes: dict[str, Any], facts: dict[str, int], standing: str) -> None:
    """Beside an exact, a rounded and an open figure, for an exact and for an open number of one's own."""
    assert platform(changes, **facts).standing.value == standing


def test_an_open_number_has_no_difference() -> None:
    """More than 200 is no number: nothing is subtracted, and nothing is missing."""
    row = platform(OPEN, platform_services_over=200)

    assert (row.value, row.difference, row.ratio, row.span.low, row.is_open) == (None, None, None, 200, True)
    assert row.missing == ()


def test_an_unknown_number_names_the_measure_and_not_the_bound() -> None:
    """What would settle it is the number itself."""
    assert platform(OPEN).missing == ("platform_services",)


def test_values_are_brought_to_the_unit_of_the_figure() -> None:
    """9 workers for 5,000 residents are 18 for 10,000."""
    row = placed(cr.Community.model_validate({"id": "c1", **URBAN}), "workers-per-10k")

    assert (row.value, row.unit, row.difference, row.standing.value) == (18, "worker / (10000 resident)", 1, "better")
    assert row.ratio == pytest.approx(18 / 17)


def test_a_rural_community_is_not_placed_beside_an_urban_figure() -> None:
    """It is not comparable, and one of unknown kind cannot be told."""
    rural = placed(cr.Community.model_validate({"id": "c1", **RURAL}), "workers-per-10k")
    unknown = placed(cr.Community(id="c1", workers=9, residents=5000), "workers-per-10k")

    assert (rural.standing.value, rural.missing) == ("not-comparable", ())
    assert (unknown.standing.value, unknown.missing) == ("cannot-tell", ("settlement",))


@pytest.mark.parametrize("kind", [cr.City, cr.County, cr.Street])
def test_an_area_is_placed_with_its_communities(kind: type[cr.Entity]) -> None:
    """Urban communities alone count for 10,000 urban residents, all of them for the average of a community."""
    members = [{"id": "c1", **URBAN}, {"id": "c2", **RURAL}]
    area = kind.model_validate({"id": "a", "communities": members})

    assert placed(area, "workers-per-10k").value == 18
    assert placed(area, "workers-per-community").value == 6.5


def test_a_member_that_is_not_known_is_named() -> None:
    """The sum is open until every community has its number."""
    area = cr.County.model_validate({"id": "k", "communities": [{"id": "c1", "workers": 9}, {"id": "c2"}]})
    row = placed(area, "workers-per-community")

    assert (row.standing.value, row.missing) == ("cannot-tell", ("c2.workers",))


def test_shares_of_members_have_bounds() -> None:
    """One of two streets without a record leaves the share between a half and all."""
    streets = [{"id": "s1", "arrangements": {"social-work-station": True}}, {"id": "s2"}]
    row = placed(cr.City.model_validate({"id": "x", "streets": streets}), "social-work-station-coverage")

    assert (row.span, row.value, row.standing.value) == ((50, 100), None, "cannot-tell")
    assert row.missing == ("streets_with_station", "towns_and_streets", "s2.arrangements.social-work-station")


COMPOUNDS = [{"id": "x1", "has_property_management": True}, {"id": "x2", "has_property_management": False}]


@pytest.mark.parametrize(
    "area",
    [
        cr.Community.model_validate({"id": "c1", "compounds": COMPOUNDS}),
        cr.Street.model_validate({"id": "s1", "communities": [{"id": "c1", "compounds": COMPOUNDS}]}),
        cr.County.model_validate({"id": "k1", "communities": [{"id": "c1", "compounds": COMPOUNDS}]}),
        cr.City.model_validate({"id": "x", "communities": [{"id": "c1", "compounds": COMPOUNDS}]}),
        cr.City(id="x", property_service_share=50),
    ],
    ids=lambda area: area.kind,
)
def test_any_area_is_placed_by_its_compounds(area: cr.Entity) -> None:
    """One compound of two with property service is half, of a community as of a city."""
    row = placed(area, "property-service-coverage")

    assert (row.value, row.standing.value) == (50, "worse")


@pytest.mark.parametrize(("services", "standing"), [(27, "worse"), (28, "same"), (29, "better")])
def test_a_community_is_placed_by_what_it_can_settle(services: int, standing: str) -> None:
    """28 matters were passed down: a community is placed beside them like a city."""
    for given in (cr.Community(id="c1", delegated_services=services), cr.City(id="x", delegated_services=services)):
        assert placed(given, "delegated-services").standing.value == standing


def test_a_city_beside_the_drafting_of_yantai() -> None:
    """More rounds or fewer departments are neither better nor worse."""
    city = cr.City.model_validate({"id": "x", "governance_policy": {"征求意见轮次": 3, "会签部门数": 27}})
    rows = {row.benchmark.key: (row.standing.value, row.difference) for row in cr.place(city, cr.load("yantai-2023"))}

    assert rows == {"consultation-rounds": ("higher", 1), "co-signing-departments": ("lower", -1)}


def test_a_share_that_cannot_reach_the_figure_is_worse() -> None:
    """A street without a station keeps the share below all of them, whatever the other has."""
    streets = [{"id": "s1", "arrangements": {"social-work-station": False}}, {"id": "s2"}]
    row = placed(cr.County.model_validate({"id": "k", "streets": streets}), "social-work-station-coverage")

    assert (row.span, row.standing.value) == ((0, 50), "worse")


def test_sources_that_contradict_each_other_are_no_value() -> None:
    """A reported average and another one of the communities themselves."""
    area = cr.City.model_validate({"id": "x", "workers_per_community": 10.6, "communities": [{"id": "c1", **RURAL}]})
    row = placed(area, "workers-per-community")

    assert (row.standing.value, row.value, row.notes) == ("cannot-tell", None, ("contradiction",))


def test_no_communities_give_no_average() -> None:
    """Nothing is divided by nothing."""
    row = placed(cr.Street.model_validate({"id": "s", "communities": []}), "workers-per-community")

    assert (row.standing.value, row.notes) == ("cannot-tell", ("zero-denominator",))


def test_entities_of_another_kind_are_not_comparable() -> None:
    """A worker is placed beside nothing, and a community beside no figure of a city."""
    worker = cr.place(cr.Worker(id="p1"), cr.load("weihai-practice"))

    assert {row.standing for row in worker} == {Standing.NOT_COMPARABLE}
    assert placed(cr.Community(id="c1", workers=9), "two-committee-members-elected").standing.value == "not-comparable"


def test_a_community_is_placed_beside_averages_and_minutes() -> None:
    """Its own numbers stand beside the average of a community, and less time is better."""
    one = cr.Community(
        id="c1", workers=11, social_organisations=6, filed_organisations=6, service_circle_time=10, staff=[]
    )

    assert placed(one, "workers-per-community").standing is Standing.BETTER
    assert placed(one, "social-organisations-per-community").standing is Standing.BETTER
    assert placed(one, "service-circle-minutes").standing is Standing.BETTER
    assert placed(one, "workers-with-degree").notes == ("zero-denominator",)


@pytest.mark.parametrize(("selected", "standing"), [(True, "same"), (False, "lower"), (None, "cannot-tell")])
def test_a_recognition_is_there_or_not(*, selected: bool | None, standing: str) -> None:
    """It is counted as one or none, and neither is better."""
    assert placed(cr.City(id="x", is_national_case=selected), "national-case-selected").standing.value == standing


def test_the_period_of_the_own_figure_is_shown() -> None:
    """A satisfaction of another year is compared, and says of when it is."""
    row = placed(
        cr.City(id="x", service_satisfaction=95, satisfaction_until=date(2023, 12, 31)), "service-satisfaction-2021"
    )

    assert (row.own_until, row.standing.value) == (date(2023, 12, 31), "worse")
    assert "up to 2023-12-31" in row.explain()
    assert "截至2021年12月31日" in row.explain("zh")


def test_a_placement_is_plain_data() -> None:
    """Ready for JSON, with infinite ends left out."""
    row = json.loads(json.dumps(platform(OPEN, platform_services_over=200).to_dict()))

    assert row == {
        "benchmark": "weihai-practice/model",
        "entity": "x",
        "entity_kind": "city",
        "standing": "same",
        "value": None,
        "least": 200,
        "most": None,
        "is_open": True,
        "own_until": None,
        "stated": 200,
        "sense": "more-than",
        "rounded_to": None,
        "unit": "item",
        "direction": "higher",
        "since": None,
        "until": None,
        "difference": None,
        "ratio": None,
        "missing": [],
        "notes": [],
        "clause": "段4(队伍建设)",
        "evidence": ["17人"],
    }


def test_a_placement_in_words() -> None:
    """Figure, own value, difference, standing and source, in both languages, and that it judges nobody."""
    row = placed(cr.Community(id="c1", name="东风", workers=8), "workers-per-community")

    assert row.explain().splitlines()[:4] == [
        "Workers per community: 10.6 workers per community, rounded to 0.1",
        "community 东风 (c1): 8 workers per community",
        "2.6 workers per community less, 0.7547 times the figure",
        "Worse (higher is better)",
    ]
    assert row.explain("zh").splitlines()[:4] == [
        "每个社区的工作者人数：10.6人/社区（精确到0.1）",
        "社区 东风 (c1)：8人/社区",
        "少2.6人/社区，为其0.7547倍",
        "不及该数（越高越好）",
    ]
    assert row.explain().endswith("It is there for comparison and judges nobody.")
    assert repr(row) == "<Placement weihai-practice/workers-per-community of community c1: worse>"


@pytest.mark.parametrize(
    ("row", "english", "chinese"),
    [
        (platform(OPEN, platform_services_over=300), "city x: more than 300 items", "市 x：超过300项"),
        (platform(OPEN), "Missing: platform services", "缺少：平台服务项目数"),
        (platform({}, platform_services=250), "50 items more, 1.25 times the figure", "多50项，为其1.25倍"),
    ],
)
def test_words_for_what_is_open_or_missing(row: Placement, english: str, chinese: str) -> None:
    """In the words of people and not of programs."""
    assert english in row.explain()
    assert chinese in row.explain("zh")


def test_bounds_in_words() -> None:
    """A share of which one member is open lies between two numbers."""
    streets = [{"id": "s1", "arrangements": {"social-work-station": True}}, {"id": "s2"}]
    row = placed(cr.County.model_validate({"id": "k", "streets": streets}), "social-work-station-coverage")

    assert "county k: 50 % to 100 %" in row.explain()
    assert "s2.arrangements.social-work-station" in row.explain()
    assert "县(市、区) k：50%至100%" in row.explain("zh")


def test_a_count_that_may_be_larger_in_words() -> None:
    """Streets of a county that lists none may be added to those that are known."""
    counties = [{"id": "k1", "streets": [{"id": "s1"}]}, {"id": "k2"}]
    row = placed(cr.City.model_validate({"id": "x", "counties": counties}), "towns-streets-total")

    assert (row.standing.value, row.value, row.span.low) == ("cannot-tell", None, 1)
    assert "city x: at least 1 street" in row.explain()
    assert "市 x：至少1个" in row.explain("zh")
