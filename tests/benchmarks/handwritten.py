"""The 92 requirements of yancheng-2013-6 as a colleague would write them by hand, without an engine.

One function a kind of entity, in plain Python over the same entity objects, with what is not known kept apart from
what is not so. The readings are the declared defaults. `audit_speed.py` checks that every finding agrees with
`cr.audit()` and measures both.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.benchmarks.handwritten_answers import (
    DOES_NOT_APPLY,
    KNOWN,
    NOTHING_KNOWN,
    Answer,
    Range,
    Truth,
    agreed,
    all_true,
    any_true,
    condition,
    done_by,
    every,
    has_all,
    has_kind,
    in_place,
    is_,
    listed,
    part_states,
    share_at_least,
    tally,
    unless,
)
from tests.benchmarks.handwritten_communities import (
    FOUR_PARTS,
    PLANS_DUE,
    Finding,
    centre_kinds,
    facility_area,
    judge_centre,
    judge_committee,
    judge_community,
    judge_deliberation,
    judge_facility,
    judge_worker,
    rural_service_states,
    service_states,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civic_rules.entities import City, Community, County, Fund, Plan, Street

WORKER_MANAGEMENT = ("election-recruitment", "education-training", "assessment-review")
FUND_USES = ("new-build", "alteration", "extension", "maintenance-repair")
FILED_WITH = ("municipal-civil-affairs", "county-government")
PLATFORM_FUNCTIONS = ("centralised-data-collection", "multi-party-sharing", "integration-of-government-systems")
PORTAL_SERVICES = ("public-service", "public-welfare-service")
SERVICE_MODES = ("resource-support", "gap-filling", "cultivation-guidance", "timely-convenience")
NETWORKS = ("voice", "information", "internet", "internet-of-things")


def judge_all(city: City, on: date) -> list[Finding]:
    """Every finding of a city with counties, streets and communities."""
    quarter = last_quarter(on)
    findings = judge_city(city)
    findings += judge_offices(city)
    for county in city.counties or ():
        findings += judge_county(county, on)
        findings += judge_offices(county)
        for fund in county.funds or ():
            findings += judge_fund(fund)
        for street in county.streets or ():
            findings += judge_street(street)
            for centre in street.service_centres or ():
                findings += judge_centre(centre)
            for community in street.communities or ():
                findings += judge_community(community, county, on, quarter)
                findings += judge_members(community, county, on)
    return findings


def judge_offices(area: City | County) -> list[Finding]:
    """The committees and service centres of a city or a county."""
    findings = []
    for committee in area.committees or ():
        findings += judge_committee(committee, None)
    for centre in area.service_centres or ():
        findings += judge_centre(centre)
    return findings


def judge_members(community: Community, county: County, on: date) -> list[Finding]:
    """The people, rooms, bodies and matters of a community."""
    findings = []
    for facility in community.facilities or ():
        findings += judge_facility(facility, on)
    for centre in community.service_centres or ():
        findings += judge_centre(centre)
    for committee in community.committees or ():
        findings += judge_committee(committee, community)
    for worker in community.staff or ():
        findings += judge_worker(worker, community, county)
    for deliberation in community.deliberations or ():
        findings += judge_deliberation(deliberation, on)
    return findings


def communities_of(city: City) -> tuple[list[Community], bool]:
    """The communities below the counties and streets of a city, and whether all of them are known."""
    found: list[Community] = []
    complete = city.counties is not None
    for county in city.counties or ():
        complete &= county.streets is not None
        for street in county.streets or ():
            complete &= street.communities is not None
            found += street.communities or ()
    return found, complete


def share(states: Sequence[tuple[Truth, Truth]], *, complete: bool) -> Range:
    """The least and the greatest share, in percent, of members that count and have something."""
    counted = [holds for counts, holds in states if counts]
    doubtful = [holds for counts, holds in states if counts is None]
    if not counted or not complete:
        return NOTHING_KNOWN
    held, best = counted.count(True), len(counted) - counted.count(False)
    may_miss, may_hold = len(doubtful) - doubtful.count(True), len(doubtful) - doubtful.count(False)
    return held * 100 / (len(counted) + may_miss), (best + may_hold) * 100 / (len(counted) + may_hold)


def there_are(reported: float | None, counts: list[Truth], *, complete: bool) -> Truth:
    """Whether there are members of a kind, as a reported share or the list of them says."""
    here = True if True in counts else None if None in counts or not complete else False
    return agreed(None if reported is None else True, here)


def covered(reported: float | None, states: list[tuple[Truth, Truth]], limit: float, *, complete: bool) -> Answer:
    """A share of communities or of people that must reach a limit, where there are any."""
    applies = there_are(reported, [counts for counts, _ in states], complete=complete)
    counted = share([one for one in states if one[0] is not False], complete=complete)
    return unless(applies) or share_at_least(reported, counted, limit)


def judge_city(city: City) -> list[Finding]:
    """The 18 requirements of a city."""
    return [*judge_shares(city), *judge_platforms(city)]


def judge_shares(city: City) -> list[Finding]:
    """What share of communities and of workers has what is asked for."""
    communities, complete = communities_of(city)
    everyone = [(community, worker) for community in communities for worker in community.staff or ()]
    all_staff = complete and all(community.staff is not None for community in communities)
    all_reported = [city.facility_share, city.facility_urban_share, city.facility_rural_share]
    all_autonomy = [city.autonomy_share, city.autonomy_urban_share, city.autonomy_rural_share]
    found = []
    for settlement, limit, harmony, system, skill, skilled in (
        ("urban", 90, city.harmonious_urban_share, city.new_system_urban_share, city.professional_urban_share, 80),
        ("rural", 80, city.harmonious_rural_share, city.new_system_rural_share, city.professional_rural_share, 50),
    ):
        here = [is_(community.settlement, settlement) for community in communities]
        standard = [(counts, one.meets_harmonious_standard) for counts, one in zip(here, communities, strict=True)]
        parts = [(counts, has_four_parts(one)) for counts, one in zip(here, communities, strict=True)]
        people = [
            (is_(community.settlement, settlement), any_true((worker.has_certificate, worker.is_qualified)))
            for community, worker in everyone
        ]
        coverage = 100 if settlement == "urban" else 90
        found += [
            Finding(
                f"harmonious-community-share-{settlement}", city, *covered(harmony, standard, limit, complete=complete)
            ),
            Finding(f"new-system-coverage-{settlement}", city, *covered(system, parts, coverage, complete=complete)),
            Finding(f"professionalisation-{settlement}", city, *covered(skill, people, skilled, complete=all_staff)),
            # By the default reading each community is judged, not the city.
            Finding(f"volunteer-registration-rate-{settlement}-city", city, *DOES_NOT_APPLY),
        ]
    autonomy = [(True, one.meets_autonomy_standard) for one in communities]
    attained = [(True, meets_standard(one)) for one in communities]
    for key, reported, states in (
        ("autonomy-attainment-rate", all_autonomy, autonomy),
        ("facility-attainment-rate", all_reported, attained),
    ):
        known = next((figure for figure in reported if figure is not None), None)
        applies = there_are(known, [True] * len(states), complete=complete)
        answer = share_at_least(reported[0], share(states, complete=complete), 95)
        found.append(Finding(key, city, *(unless(applies) or answer)))
    return found


def has_four_parts(community: Community) -> Truth:
    """Whether a community has the four-part structure."""
    return all_true(part_states(community, "four-part-structure", FOUR_PARTS))


def meets_standard(community: Community) -> Truth:
    """Whether a community has enough room and all basic services."""
    room = facility_area(community)[0]
    urban = (is_(community.settlement, "urban"), all_true(service_states(community)))
    rural = (is_(community.settlement, "rural"), all_true(rural_service_states(community)))
    return all_true((KNOWN[room], any_true((all_true(urban), all_true(rural)))))


def judge_platforms(city: City) -> list[Finding]:
    """The committee, the centres and the information platform of a city."""
    communities, complete = communities_of(city)
    counties = city.counties or ()
    streets = [street for county in counties for street in county.streets or ()]
    all_streets = city.counties is not None and all(county.streets is not None for county in counties)
    committees = None if city.committees is None else [one.committee_kind for one in city.committees]
    own_centre = has_kind(centre_kinds(city.service_centres), "citizen-service-centre")
    levels = [
        KNOWN[own_centre[0]],
        each_has(counties, "citizen-service-centre", complete=city.counties is not None),
        each_has(streets, "comprehensive-service-centre", complete=all_streets),
        each_has(communities, "management-service-station", complete=complete),
    ]
    connected = all_true([one.is_on_information_platform for one in communities] + ([] if complete else [None]))
    platform = in_place(city, "information-platform")
    asked = unless(platform)
    return [
        Finding("city-community-committee", city, *has_kind(committees, "guidance-committee")),
        Finding("four-level-platform", city, *tally(levels, 4)),
        Finding("four-service-modes", city, *has_all(part_states(city, "service-modes", SERVICE_MODES))),
        Finding("citizen-service-centre-city", city, *own_centre),
        Finding("unified-information-platform", city, *condition(all_true((platform, connected)))),
        Finding(
            "information-platform-functions",
            city,
            *(asked or has_all(part_states(city, "information-platform", PLATFORM_FUNCTIONS))),
        ),
        Finding("unified-portal", city, *(asked or has_all(part_states(city, "work-portal", PORTAL_SERVICES)))),
        Finding("four-networks", city, *(asked or has_all(part_states(city, "network-integration", NETWORKS)))),
    ]


def each_has(areas: Sequence[County | Street | Community], wanted: str, *, complete: bool) -> Truth:
    """Whether each of several areas has a service centre of a kind."""
    states = [KNOWN[has_kind(centre_kinds(area.service_centres), wanted)[0]] for area in areas]
    return all_true(states if complete else [*states, None])


def judge_street(street: Street) -> list[Finding]:
    """A street has a comprehensive centre."""
    kinds = centre_kinds(street.service_centres)
    return [Finding("street-service-centre", street, *has_kind(kinds, "comprehensive-service-centre"))]


def judge_county(county: County, on: date) -> list[Finding]:
    """The 13 requirements of a county."""
    layout, rooms = county.layout_plan, county.facility_plan
    filed_with = [None if plan is None else plan.filed_with for plan in (layout, rooms)]
    filed = all_true([state for listing in filed_with for state in listed(listing, FILED_WITH)])
    committees = None if county.committees is None else [one.committee_kind for one in county.committees]
    funds = None if county.funds is None else [one.fund_kind for one in county.funds]
    attested = (
        ("government-purchase-mechanism", "service-purchase"),
        ("county-platform-responsibility", "platform-responsibility"),
        ("platform-cost-in-land-cost", "platform-cost-in-land-cost"),
        ("pay-county-responsibility", "pay-arranged"),
        ("pay-in-budget", "pay-in-budget"),
        ("social-worker-exam", "exam-encouragement"),
    )
    return [
        *[Finding(key, county, *condition(in_place(county, arrangement))) for key, arrangement in attested],
        Finding("county-coordination-body", county, *has_kind(committees, "coordination-body")),
        Finding("layout-plan-deadline", county, *plan_in_time(layout, on)),
        Finding("facility-special-plan-deadline", county, *plan_in_time(rooms, on)),
        Finding("plan-filing-recipients", county, *condition(filed)),
        Finding("offsite-construction-fund", county, *has_kind(funds, "offsite-construction")),
        Finding(
            "worker-management-systems", county, *has_all(part_states(county, "worker-management", WORKER_MANAGEMENT))
        ),
        Finding(
            "citizen-service-centre-county",
            county,
            *has_kind(centre_kinds(county.service_centres), "citizen-service-centre"),
        ),
    ]


def plan_in_time(plan: Plan | None, on: date) -> Answer:
    """A plan is both completed and filed by its day."""
    return done_by((None, None) if plan is None else (plan.completed, plan.filed), PLANS_DUE, on)


def judge_fund(fund: Fund) -> list[Finding]:
    """The fund for building off site: pooled, and spent on the four uses alone."""
    is_offsite, payments = is_(fund.fund_kind, "offsite-construction"), fund.payments
    with_payments = all_true((is_offsite, None if payments is None else bool(payments)))
    uses = [is_(payment.purpose, *FUND_USES) for payment in payments or ()]
    return [
        Finding("offsite-fund-pooling", fund, *(unless(is_offsite) or condition(fund.is_pooled))),
        Finding("offsite-fund-uses", fund, *(unless(with_payments) or every(uses))),
    ]


def last_quarter(on: date) -> tuple[date, date]:
    """The first and the last day of the last calendar quarter that is over."""
    this = date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    last = this - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last
