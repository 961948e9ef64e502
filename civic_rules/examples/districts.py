"""Made-up districts with streets, service centres, funds and communities, and cities of such districts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from civic_rules.entities import City, County, Street
from civic_rules.entities.terms import CentreService, CentreTask, PaymentPurpose
from civic_rules.errors import QuantityError, expected
from civic_rules.examples.communities import community
from civic_rules.examples.draws import Draw
from civic_rules.examples.people import RURAL_INCOME, URBAN_WAGE
from civic_rules.messages import said

if TYPE_CHECKING:
    from civic_rules.entities import Community
    from civic_rules.examples.people import Facts

STREET_SIZE = 8
"""Communities of one street or town."""

DISTRICT_SEED = "synthetic-district/133"
"""Among 200 seeds the one whose district shows most verdicts of most requirements."""

DISTRICT_SIZE = 40
"""Communities of one district."""

URBAN_STREETS = 3
"""Of the five streets and towns of a district these come first and are urban."""

RECORDS = 0.2
"""The share of communities of a made-up city that have records of each person, grid and room."""

MAX_COMMUNITIES = 1_000_000
"""The most communities that one city is made of."""


def yancheng_district() -> County:
    """A made-up district of 40 communities, as the document of Yancheng of 2013 would look at it at the end of 2015.

    It is no real place. It has three urban streets and two rural towns of eight communities each. Among its facts
    are plans that were late, rooms that are too small or just large enough, funds used for something else, and much
    that nobody recorded.

    Examples:
        >>> district = yancheng_district()
        >>> district.name, sum(len(street.communities or ()) for street in district.streets or ())
        ('示例区(虚构)', 40)
    """
    facts: Facts = {
        "name": "示例区(虚构)",
        # Complete in time, but with the bodies that keep it twelve days late.
        "layout_plan": {
            "completed": date(2013, 3, 20),
            "filed": date(2013, 4, 12),
            "filed_with": ["municipal-civil-affairs", "county-government"],
        },
        # On the last day, but with one of two recipients.
        "facility_plan": {
            "completed": date(2013, 3, 28),
            "filed": date(2013, 3, 31),
            "filed_with": ["municipal-civil-affairs"],
        },
        "urban_average_wage": URBAN_WAGE,
        "rural_net_income": RURAL_INCOME,
        "rural_transfer_standard": 36_000,
        "two_committee_pay": 54_000,
        "other_staff_pay_share": 60,
        "arrangements": {
            "service-purchase": True,
            "platform-responsibility": True,
            "platform-cost-in-land-cost": False,
            "pay-arranged": True,
            "pay-in-budget": True,
            "worker-management": {"parts": {"election-recruitment": True, "education-training": True}},
        },
        "funds": [
            {
                "id": "offsite-fund",
                "fund_kind": "offsite-construction",
                "is_pooled": True,
                "payments": [
                    {"id": "payment-1", "purpose": "new-build", "sum": 3_200_000},
                    {"id": "payment-2", "purpose": "maintenance-repair", "sum": 180_000},
                    {"id": "payment-3", "purpose": "other", "sum": 95_000},
                    {"id": "payment-4", "sum": 40_000},
                ],
            },
            {"id": "welfare-fund", "fund_kind": "other", "payments": []},
            {"id": "fund-without-papers", "payments": None},
        ],
        "committees": [
            {
                "id": "coordination-body",
                "committee_kind": "coordination-body",
                "members": 11,
                "functions": ["macro-guidance", "work-coordination"],
                "has_office": True,
                "office_host": "civil-affairs",
            }
        ],
        "service_centres": [
            {
                "id": "citizen-centre",
                "centre_kind": "citizen-service-centre",
                "services": ["low-income-relief", "disaster-emergency", "social-security", "medical-health"],
            }
        ],
    }
    return _district("synthetic-district", DISTRICT_SEED, range(1, DISTRICT_SIZE + 1), records=0.4, facts=facts)


def synthetic(n: int, seed: int = 0) -> City:
    """A made-up city with n communities in districts of 40, for tests and measurements.

    Community number 7 of one seed is the same however many communities there are.

    Args:
        n: How many communities it has.
        seed: Another seed gives another city.

    Raises:
        QuantityError: n is no whole number from 0 to a million.

    Examples:
        >>> city = synthetic(100, seed=1)
        >>> len(city.counties or ()), city == synthetic(100, seed=1), city == synthetic(100, seed=2)
        (3, True, False)
    """
    if type(n) is not int or not 0 <= n <= MAX_COMMUNITIES:
        wanted = said(
            "a whole number of communities from 0 to {most:,}",
            "0 至 {most:,} 之间的整数（社区数）",
            most=MAX_COMMUNITIES,
        )
        raise QuantityError(expected(wanted, n))
    starts = range(1, n + 1, DISTRICT_SIZE)
    counties = [
        _district(f"d{place}", str(seed), range(start, min(start + DISTRICT_SIZE, n + 1)), records=RECORDS)
        for place, start in enumerate(starts, 1)
    ]
    return City(id="synthetic-city", name="示例市(虚构)", counties=counties)


def _district(own: str, seed: str, numbers: range, *, records: float, facts: Facts | None = None) -> County:
    """A district with the communities of these numbers; facts that are given take the place of drawn ones."""
    drawn = _county_facts(Draw(f"{seed}/{own}"), own)
    streets = []
    for place in range(0, len(numbers), STREET_SIZE):
        here = numbers[place : place + STREET_SIZE]
        is_town = place // STREET_SIZE >= URBAN_STREETS
        communities = [
            community(Draw(f"{seed}/c{number}"), number, is_urban=not is_town, records=records) for number in here
        ]
        streets.append(_street(Draw(f"{seed}/s{here[0]}"), here[0] // STREET_SIZE + 1, communities, is_town=is_town))
    return County.model_validate({"id": own, **drawn, **(facts or {}), "streets": streets})


def _street(draw: Draw, number: int, communities: list[Community], *, is_town: bool) -> Street:
    own = f"s{number}"
    centre = {
        "id": f"{own}-centre",
        "centre_kind": "comprehensive-service-centre",
        "tasks": draw.listing([term.value for term in CentreTask], full=0.5),
    }
    return Street.model_validate(
        {
            "id": own,
            "name": f"虚构{number}号镇" if is_town else f"虚构{number}号街道",
            "service_centres": draw.one_of(([centre], [centre], [centre], [], None)),
            "communities": communities,
        }
    )


def _county_facts(draw: Draw, own: str) -> Facts:
    """What a district that is not described fact by fact has."""
    deadline = date(2013, 3, 31)
    filing = ["municipal-civil-affairs", "county-government"]
    plans = {
        name: {
            "completed": draw.day(date(2013, 2, 1), deadline),
            "filed": draw.one_of((deadline, deadline, date(2013, 4, 12), None)),
            "filed_with": draw.listing(filing),
        }
        for name in ("layout_plan", "facility_plan")
    }
    purposes = [term.value for term in PaymentPurpose]
    fund = {
        "id": f"{own}-fund",
        "fund_kind": "offsite-construction",
        "is_pooled": draw.chance(0.8),
        "payments": [
            {"id": f"{own}-payment{number}", "purpose": draw.one_of(purposes), "sum": 1000 * draw.whole(20, 4000)}
            for number in range(1, draw.whole(1, 6) + 1)
        ],
    }
    centre = {
        "id": f"{own}-centre",
        "centre_kind": "citizen-service-centre",
        "services": draw.listing([term.value for term in CentreService]),
    }
    body = {"id": f"{own}-body", "committee_kind": "coordination-body", "members": draw.whole(7, 15)}
    attested = ("service-purchase", "platform-responsibility", "platform-cost-in-land-cost", "pay-arranged")
    return {
        "name": f"虚构{own}区",
        **plans,
        "urban_average_wage": URBAN_WAGE,
        "rural_net_income": RURAL_INCOME,
        "rural_transfer_standard": draw.one_of((36_000, 36_000, 36_000, None)),
        "two_committee_pay": draw.one_of((50_000, 54_000, 60_000)),
        "other_staff_pay_share": draw.one_of((60, 70, 80, None)),
        "arrangements": {key: draw.chance(0.85) for key in (*attested, "pay-in-budget") if draw.chance(0.9)},
        "committees": draw.one_of(([body], [body], [body], [], None)),
        "funds": draw.one_of(([fund], [fund], [fund], [])),
        "service_centres": draw.one_of(([centre], [centre], [centre], [])),
    }
