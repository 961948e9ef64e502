"""The examples: what a city reports, and made-up places in which every verdict occurs."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

import civic_rules as cr
from civic_rules.entities import City, Community, County, Street
from civic_rules.entities.terms import EventKind
from civic_rules.errors import QuantityError
from civic_rules.examples.draws import Draw
from civic_rules.expressions.scope import Scope
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from civic_rules.audit import Report
    from civic_rules.entities import Entity

WEIHAI = {
    "burden_measures": 10,
    "community_organisations": 3369,
    "delegated_services": 28,
    "elected_committee_members": 2081,
    "is_national_case": True,
    "leaders_in_public_posts": 37,
    "organisations_per_community": 10,
    "owners_committee_members": 4249,
    "owners_committees_formed": 869,
    "pay_grades": 18,
    "pay_posts": 3,
    "pilot_communities": 22,
    "platform_services_over": 200,
    "platform_visits": 1_300_000,
    "property_committee_share": 100,
    "property_service_share": 100,
    "recruited_workers": 1393,
    "registered_volunteers": 450_000,
    "reporting_party_members": 55_000,
    "reporting_units": 2926,
    "satisfaction_until": date(2021, 12, 31),
    "service_circle_time": 15,
    "service_satisfaction": 96.6,
    "standard_categories": 6,
    "standard_indicators": 33,
    "streets_with_federation": 72,
    "streets_with_station": 72,
    "supporting_documents": 6,
    "towns_and_streets": 72,
    "university_share": 85.6,
    "venture_funds": 2_800_000,
    "venture_projects": 77,
    "venture_visits": 31_000,
    "workers_per_community": 10.6,
    "workers_per_residents": 17,
}
"""Every figure of the report, written down a second time."""

FIRST_THREE: dict[str, tuple[int, float | None]] = {"c1": (3223, None), "c2": (1827, 458.0), "c3": (2359, 558.3)}
"""Households and floor area of the first communities of the district."""

FIRST_CASES = [
    ("c1-whistle_cases-1", "2023-11-17"),
    ("c1-whistle_cases-2", "None"),
    ("c1-whistle_cases-3", "2023-09-07"),
    ("c1-whistle_cases-4", "2024-03-17"),
]
"""Whistle cases of the first community of the street, each with the day on which it was discovered."""

DRAWN = [398, 38, 766, 401, 874]
"""The first draws from 1 to 1000 of the seed "a seed"."""


@pytest.fixture(scope="module")
def district() -> County:
    """The made-up district."""
    return cr.examples.yancheng_district()


@pytest.fixture(scope="module")
def report(district: County) -> Report:
    """What an audit of the district finds at the end of 2015."""
    return cr.audit(district, cr.load("yancheng-2013-6"), on="2015-12-31")


def everyone(entity: Entity) -> list[Entity]:
    """An entity and everything below it."""
    return [scope.entity for scope in Scope(entity).walk()]


def communities(entity: Entity) -> list[Community]:
    """The communities below an entity."""
    return [one for one in everyone(entity) if isinstance(one, Community)]


def test_weihai_has_what_its_report_states_and_nothing_else() -> None:
    """Every figure of the report is there; everything else is not known."""
    city = cr.examples.weihai()

    stated = {name: value for name, value in city if value is not None and name not in {"id", "name", "arrangements"}}

    assert stated == WEIHAI
    assert dict(city.arrangements) == {}


@pytest.mark.parametrize(
    ("field", "unit"),
    [
        ("workers_per_residents", "worker / (10000 resident)"),
        ("workers_per_community", "worker / community"),
        ("organisations_per_community", "organisation / community"),
        ("platform_visits", "person_time / year"),
        ("venture_funds", "CNY"),
        ("service_circle_time", "minute"),
        ("registered_volunteers", "volunteer"),
        ("reporting_party_members", "party_member"),
    ],
)
def test_reported_figures_have_units(field: str, unit: str) -> None:
    """A reported figure is a quantity, not a bare number."""
    assert unit == City.specs()[field].unit


def test_reported_figures_are_read_with_their_units() -> None:
    """A city may write its figures as its report does."""
    city = City.model_validate(
        {
            "编号": "a",
            "每社区工作者数": "10.6 worker / community",
            "公益创投资金": "280万元",
            "服务满意度": "96.6%",
        }
    )

    assert (city.workers_per_community, city.venture_funds, city.service_satisfaction) == (10.6, 2_800_000.0, 96.6)


def test_a_part_cannot_be_more_than_its_whole() -> None:
    """73 of 72 streets is a contradiction."""
    with pytest.raises(ValueError, match="streets_with_station"):
        City(id="a", towns_and_streets=72, streets_with_station=73)


def test_the_district_says_that_it_is_made_up(district: County) -> None:
    """Its id and its name say so, and so do the names of its streets and communities."""
    named = [one.name for one in everyone(district) if one.name is not None]

    assert district.id == "synthetic-district"
    assert len(named) == 46
    assert [name for name in named if "虚构" not in name] == []


def test_the_district_has_forty_communities_of_both_kinds(district: County) -> None:
    """Three urban streets and two rural towns of eight communities each."""
    streets = district.streets or ()
    kinds = [{str(one.settlement) for one in communities(street)} - {"None"} for street in streets]

    assert [len(communities(street)) for street in streets] == [8] * 5
    assert [{"urban"}] * 3 + [{"rural"}] * 2 == kinds


def test_the_district_is_always_the_same(district: County) -> None:
    """It follows from its seed alone: some facts that must never change by themselves."""
    facts = {one.id: (one.households, one.facility_area) for one in communities(district)[:3]}

    assert district == cr.examples.yancheng_district()
    assert facts == FIRST_THREE


def test_ids_are_unique_whatever_the_kind(district: County) -> None:
    """`report.for_entity` finds one entity."""
    counted = Counter(one.id for one in everyone(district))

    assert [name for name, times in counted.items() if times > 1] == []


def test_the_district_survives_json(district: County) -> None:
    """Every field is valid: the district reads what it writes."""
    assert district == County.model_validate_json(district.model_dump_json())


ALL = set(Verdict)


@pytest.mark.parametrize(
    ("kind", "verdicts"),
    [
        ("county", ALL - {Verdict.INAPPLICABLE}),  # nothing is asked of a county under a condition
        ("street", ALL - {Verdict.INAPPLICABLE}),  # nor of a street
        ("community", ALL),
        ("committee", ALL),
        ("deliberation", ALL),
        ("facility", ALL),
        ("fund", ALL),
        ("service_centre", ALL),
        ("worker", ALL),
    ],
)
def test_every_verdict_occurs_at_every_level(report: Report, kind: str, verdicts: set[Verdict]) -> None:
    """An audit of the district shows what verdicts there are."""
    assert verdicts == {finding.verdict for finding in report if finding.entity_kind == kind}


def test_the_district_has_breaches_and_warnings(report: Report) -> None:
    """Failures of both kinds occur, at the county and below it."""
    breaching = {finding.entity_kind for finding in report.breaches}
    warned = {finding.entity_kind for finding in report.warnings}

    assert {"county", "community", "facility", "worker", "fund", "deliberation"} <= breaching
    assert {"street", "community"} <= warned
    assert report.unjudged == ()


def test_most_requirements_are_met_by_some_and_missed_by_others(report: Report) -> None:
    """The facts vary: few requirements have the same verdict everywhere."""
    found: dict[str, set[Verdict]] = defaultdict(set)
    for finding in report:
        if finding.entity_kind == "community":
            found[finding.requirement.key].add(finding.verdict)

    varied = [key for key, verdicts in found.items() if len(verdicts) > 1]

    assert len(varied) >= 0.9 * len(found)


def test_some_rooms_are_exactly_large_enough(report: Report) -> None:
    """The limit itself occurs in the data, where a careless comparison goes wrong."""
    exact = [
        f for f in report.for_requirement("facility-required-area") if f.measured is not None and f.measured == f.limit
    ]

    assert len(exact) > 0
    assert {Verdict.PASSED} == {finding.verdict for finding in exact}


def test_the_records_of_a_community_agree_with_its_totals() -> None:
    """Where people, grids, rooms and organisations are listed, they add up to what is stated."""
    recorded = [one for one in communities(cr.examples.synthetic(200, seed=3)) if one.staff is not None]

    assert len(recorded) > 20
    for one in recorded:
        sums = {
            "workers": len(one.staff or ()),
            "grid_coordinators": _sum(one.grids, "grid_coordinators"),
            "households": _sum(one.grids, "households"),
            "facility_area": _sum(one.facilities, "area"),
            "social_organisations": _sum(one.organisations, "is_registered"),
        }
        stated = {name: getattr(one, name) for name in sums}
        both = {name for name, found in sums.items() if found is not None and stated[name] is not None}

        assert {name: stated[name] for name in both} == {name: sums[name] for name in both}


def _sum(members: tuple[Entity, ...] | None, field: str) -> float | None:
    values = None if members is None else [getattr(one, field) for one in members]
    return None if values is None or None in values else sum(values)


def test_nothing_about_a_made_up_city_contradicts_itself() -> None:
    """Where something cannot be told, a fact is missing; no two facts quarrel."""
    report = cr.audit(cr.examples.synthetic(80, seed=5), cr.load("yancheng-2013-6"), on="2015-12-31")

    assert [finding for finding in report if "contradiction" in finding.notes] == []


@pytest.mark.parametrize("n", [0, 1, 8, 9, 40, 41, 95])
def test_a_made_up_city_has_as_many_communities_as_asked_for(n: int) -> None:
    """They are numbered through, in districts of 40 and streets of 8."""
    city = cr.examples.synthetic(n, seed=1)

    assert [f"c{number}" for number in range(1, n + 1)] == [one.id for one in communities(city)]
    assert (n + 39) // 40 == len(city.counties or ())


def test_a_community_does_not_depend_on_how_many_there_are() -> None:
    """A larger city has the communities of the smaller one, and more."""
    small, large = (communities(cr.examples.synthetic(n, seed=4)) for n in (12, 60))

    assert small == large[:12]


def test_another_seed_gives_another_city() -> None:
    """And the same seed gives the same one."""
    first, again, other = (cr.examples.synthetic(10, seed) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_ids_of_a_made_up_city_are_unique() -> None:
    """Across its districts too."""
    counted = Counter(one.id for one in everyone(cr.examples.synthetic(120, seed=2)))

    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("n", [-1, 1.5, True, "ten", 1_000_001])
def test_a_number_of_communities_is_a_whole_number(n: object) -> None:
    """Anything else is refused with what was expected."""
    with pytest.raises(QuantityError, match="a whole number of communities from 0 to 1,000,000, got"):
        cr.examples.synthetic(n)  # type: ignore[arg-type]  # that is what is tested


def test_draws_are_the_same_on_every_machine() -> None:
    """The numbers behind the examples are those that Python promises for a seed."""
    draw = Draw("a seed")

    assert [draw.whole(1, 1000) for _ in range(5)] == DRAWN


def test_events_are_dated(district: County) -> None:
    """Publications stand in the record with their days."""
    events = [event for one in communities(district) for event in one.events or ()]

    assert {EventKind.FUNDS_PUBLICATION} == {event.kind for event in events}
    assert date(2014, 1, 10) == min(event.on for event in events)


@pytest.fixture(scope="module")
def street() -> Street:
    """The made-up street."""
    return cr.examples.huangjinling_street()


def test_the_street_is_made_up_and_always_the_same(street: Street) -> None:
    """Its name and those of its communities say that nobody lives there, and it follows from its seed alone."""
    named = [one.name for one in everyone(street) if one.name is not None]
    cases = [(one.id, str(one.discovered and one.discovered.on)) for one in communities(street)[0].whistle_cases or ()]

    assert len(named) == 9
    assert [name for name in named if "虚构" not in name] == []
    assert street == cr.examples.huangjinling_street()
    assert cases == FIRST_CASES


def test_the_street_survives_json_and_its_ids_are_unique(street: Street) -> None:
    """It reads what it writes, and `report.for_entity` finds one entity."""
    counted = Counter(one.id for one in everyone(street))

    assert street == Street.model_validate_json(street.model_dump_json())
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("rulebook_id", "share"), [("huangjinling-2023", 0.8), ("weihai-practice", 0.6), ("yantai-2023", 0.6)]
)
def test_the_street_shows_more_than_what_cannot_be_told(street: Street, rulebook_id: str, share: float) -> None:
    """Of most requirements of later documents that are asked in it, somebody passes or fails; nothing quarrels."""
    report = cr.audit(street, cr.load(rulebook_id), on="2024-06-30")
    told: dict[str, bool] = defaultdict(bool)
    for finding in report:
        told[finding.requirement.key] |= finding.verdict in {Verdict.PASSED, Verdict.FAILED}

    assert sum(told.values()) >= share * len(told)
    assert report.unjudged == ()
    assert [finding for finding in report if "contradiction" in finding.notes] == []
    assert set(Verdict) == {finding.verdict for finding in report}


@pytest.mark.parametrize("rulebook_id", ["huangjinling-2023", "weihai-practice"])
def test_what_the_documents_conclude_follows_in_the_street(street: Street, rulebook_id: str) -> None:
    """Every consequence of a street or what it holds follows there, or is open."""
    book = cr.load(rulebook_id)
    found = cr.audit(street, book, on="2024-06-30").conclusions
    concluded = {rule.effect for rule in book.consequences if "county" not in {rule.then.of, rule.then.about}}

    assert {one.key for one in (*found, *found.open)} == concluded
