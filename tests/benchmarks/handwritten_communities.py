"""A community and what it holds, judged by hand: see `handwritten.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf
from typing import TYPE_CHECKING, Any

from tests.benchmarks.handwritten_answers import (
    CANNOT_TELL,
    DOES_NOT_APPLY,
    FAILED,
    KNOWN,
    PASSED,
    Answer,
    Measured,
    Range,
    Truth,
    act,
    agreed,
    agreed_number,
    all_true,
    any_true,
    at_least,
    condition,
    done_by,
    has_all,
    has_any,
    has_kind,
    has_none,
    has_some,
    heads,
    heads_between,
    in_place,
    is_,
    listed,
    part_states,
    rate,
    reaches,
    tally,
    unless,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from civic_rules.entities import Committee, Community, County, Deliberation, Entity, Facility, ServiceCentre, Worker

IN_FORCE = date(2013, 1, 16)
DAY_BEFORE = date(2013, 1, 15)
PLANS_DUE = date(2013, 3, 31)
END_OF_2015 = date(2015, 12, 31)

FOUR_PARTS = ("party-committee", "residents-committee", "management-service-station", "office")
FOUR_MEETINGS = ("public-sentiment-talk", "affairs-coordination", "decision-hearing", "supervision-audit")
CO_BUILDING = (
    "joint-conference",
    "affairs-coordination",
    "in-service-party-member-reporting",
    "party-member-volunteering",
    "party-member-performance-evaluation",
    "unit-party-cadre-concurrent-or-seconded-post",
)
FIVE_TYPES = ("democratic-management", "social-security", "civility-building", "social-welfare", "harmony-stability")
SERVICE_LAYERS = ("public-service", "market-service", "mutual-help")
MARKET_SERVICES = ("elderly-care", "medical", "domestic-help")
MUTUAL_HELP = ("voluntary-patrol", "legal-publicity", "other-activity")
PRIORITY_TYPES = ("public-welfare-charity", "welfare-service", "dispute-resolution", "culture-sports")
GAP_MEANS = ("self-build", "alteration", "extension", "swap", "purchase", "community-reorganisation", "other")
FUND_MISUSES = ("diverted", "squeezed", "withheld")
FACILITY_MISUSES = ("occupied", "misappropriated", "rented-out", "converted-to-other-use")
WORKER_DUTIES = ("comprehensive-management", "comprehensive-service")
CHECKING_BODIES = ("civil-affairs", "planning", "construction", "housing", "community")
GUIDANCE_TASKS = ("macro-guidance", "work-coordination", "supervision-inspection")
RECEPTION = ("single-reception", "one-stop-handling")
CENTRE_TASKS = ("area-wide-services", "intensive-services", "administrative-integration", "filling-community-gaps")
CENTRE_SERVICES = ("low-income-relief", "disaster-emergency", "social-security", "social-donation", "medical-health")
RESIDENTS_BODIES = (
    "residents-assembly",
    "residents-representative-assembly",
    "villagers-assembly",
    "villagers-representative-assembly",
)
COMMITTEE_ROLES = ("party-secretary", "party-organisation-member", "committee-member")
OTHER_ROLES = ("full-time-worker", "grid-coordinator", "other")
SIX_SERVICES = (
    ("health-family-planning", "health", "family-planning"),
    ("civil-affairs-social-security", "civil-affairs", "social-security"),
    ("elderly-care-disability", "elderly-care", "disability"),
    ("culture-sports-education", "culture-sports", "education"),
    ("public-security-legal", "public-security", "legal"),
    ("environment-migrant-services", "environment", "migrant-services"),
)
GUIDED_BODIES = ("social-organisation", "owners-committee", "owners-assembly", "property-company")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one requirement and one entity."""

    requirement: str
    entity: Entity
    verdict: str
    measured: Measured
    limit: Measured
    shortfall: float | None


def required_area(community: Community) -> Range:
    """400 m², or 20 m² for each hundred households where that is more."""
    if community.households is None:
        return 400.0, inf
    area = max(400.0, community.households * 20 / 100)
    return area, area


def service_states(community: Community) -> list[Truth]:
    """The six basic services, each whole or by its two halves."""
    services: Mapping[Any, bool] | None = community.services
    if services is None:
        return [None] * len(SIX_SERVICES)
    return [
        any_true((services.get(name), all_true((services.get(first), services.get(second)))))
        for name, first, second in SIX_SERVICES
    ]


def rural_service_states(community: Community) -> list[Truth]:
    """The six services and two more for the countryside."""
    return service_states(community) + listed(community.services, ("production-materials", "farm-agency"))


def facility_area(community: Community) -> Answer:
    """Floor area against the larger of the two minima."""
    area: float | None = community.facility_area
    low, high = required_area(community)
    limit = low if low == high else None
    if area is None:
        return CANNOT_TELL, None, limit, None
    if not reaches(area, low):
        return FAILED, area, limit, low - area
    return (PASSED if reaches(area, high) else CANNOT_TELL), area, limit, None


def needs_solution(community: Community) -> Truth:
    """Whether a community lacks room, and a development that could supply it."""
    verdict = facility_area(community)[0]
    is_small = None if verdict == CANNOT_TELL else verdict == FAILED
    without = is_false(community.has_facility)
    if without is None and community.facility_area is not None:
        without = community.facility_area == 0
    no_project = any_true((is_false(community.has_recent_project), is_false(community.recent_project_can_supply)))
    return all_true((any_true((without, is_small)), no_project))


def is_false(known: Truth) -> Truth:
    """Whether something is not so."""
    return None if known is None else not known


def organisation_types(community: Community) -> Answer:
    """The four types of organisation that come first."""
    if community.organisations is None:
        return CANNOT_TELL, None, 4, None
    kinds = [one.organisation_type for one in community.organisations]
    rest = None if None in kinds else False
    return tally([True if wanted in kinds else rest for wanted in PRIORITY_TYPES], 4)


def registered_organisations(community: Community) -> Answer:
    """Registered organisations, as reported or one by one."""
    states = [one.is_registered for one in community.organisations or ()]
    sure, possible = states.count(True), states.count(True) + states.count(None)
    counted = (sure, inf if community.organisations is None else possible)
    low, high = agreed_number(community.social_organisations, counted)
    measured = low if low == high else None
    if low >= 5:
        return PASSED, measured, 5, None
    return (CANNOT_TELL, measured, 5, None) if high >= 5 else (FAILED, measured, 5, 5 - high)


def social_security(community: Community) -> Answer:
    """All people at work are insured, as reported or one by one."""
    staff = community.staff
    states = [one.has_social_security for one in staff or ()]
    covered = states.count(True)
    insured = agreed_number(
        community.insured_workers, (covered, inf if staff is None else covered + states.count(None))
    )
    workers = agreed_number(community.workers, (0, inf) if staff is None else (len(staff), len(staff)))
    if workers[0] <= 0:
        return CANNOT_TELL, None, 100, None
    measured = insured[0] * 100 / workers[0] if insured[0] == insured[1] and workers[0] == workers[1] else None
    if reaches(insured[0] * 100, workers[1] * 100):
        return PASSED, measured, 100, None
    if reaches(insured[1] * 100, workers[0] * 100):
        return CANNOT_TELL, measured, 100, None
    return FAILED, measured, 100, whole(workers[0] - insured[1])


def publications(community: Community, quarter: tuple[date, date]) -> Answer:
    """Publications of how funds were used, in the last quarter; none is asked of a time before the document."""
    first, last = quarter
    if first < IN_FORCE:
        return DOES_NOT_APPLY
    if community.events is None:
        return CANNOT_TELL, None, 1, None
    days = [one.on for one in community.events if one.kind == "funds-publication"]
    return heads(sum(first <= day <= last for day in days), 1)


def judge_community(community: Community, county: County | None, on: date, quarter: tuple[date, date]) -> list[Finding]:
    """The 42 requirements of a community."""
    c, settlement = community, community.settlement
    is_urban, is_rural = is_(settlement, "urban"), is_(settlement, "rural")
    not_urban, not_rural, no_gap = unless(is_urban), unless(is_rural), unless(needs_solution(c))
    new_build, plan, members = unless(c.is_new_build), c.gap_plan, c.committee_members
    means = None if plan is None else plan.means
    transfer = None if county is None else county.rural_transfer_standard
    helpers = has_some(c.volunteers)
    some_numbers = any_true((has_some(c.social_organisations), has_some(c.filed_organisations)))
    some_organisations = agreed(some_numbers, None if c.organisations is None else bool(c.organisations))
    mutual_help = agreed(in_place(c, "mutual-help"), any_true(part_states(c, "mutual-help", MUTUAL_HELP)))
    grids = agreed(in_place(c, "grid-service"), None if c.grids is None else bool(c.grids))
    leaders = all_true((has_some(c.party_member_volunteers), has_some(c.civil_servant_volunteers)))
    groups = [has_some(members), has_some(c.full_time_workers), has_some(c.grid_coordinators), helpers]
    services = tally(service_states(c), 6) if not_urban is None else not_urban
    rural_services = tally(rural_service_states(c), 8) if not_rural is None else not_rural
    return [
        Finding("four-part-community-structure", c, *has_all(part_states(c, "four-part-structure", FOUR_PARTS))),
        Finding("four-discussions-four-meetings-system", c, *condition(in_place(c, "four-discussions-four-meetings"))),
        Finding("four-meetings", c, *has_all(part_states(c, "participation-meetings", FOUR_MEETINGS))),
        Finding("priority-social-organisation-types", c, *organisation_types(c)),
        Finding("volunteer-team-core", c, *condition(leaders)),
        Finding("social-organisations-per-community", c, *registered_organisations(c)),
        Finding("volunteer-registration-rate-urban", c, *(not_urban or rate(c.volunteers, c.residents, 100, 15))),
        Finding("volunteer-registration-rate-rural", c, *(not_rural or rate(c.volunteers, c.residents, 100, 10))),
        Finding("party-leads-community-bodies", c, *condition(in_place(c, "party-leadership"))),
        Finding("party-coordinates-stationed-units", c, *condition(in_place(c, "stationed-unit-coordination"))),
        Finding("co-building-systems", c, *has_all(part_states(c, "co-building", CO_BUILDING))),
        Finding("five-type-community", c, *has_all(part_states(c, "five-types", FIVE_TYPES))),
        Finding("three-layer-service-system", c, *has_all(part_states(c, "service-layers", SERVICE_LAYERS))),
        Finding("urban-6x-services", c, *services),
        Finding("x-services-by-need", c, *at_least(c.extra_services_by_need, c.extra_services)),
        Finding("rural-8x-services", c, *rural_services),
        Finding(
            "market-services-by-social-organisations", c, *has_all(part_states(c, "market-services", MARKET_SERVICES))
        ),
        Finding("convenience-service-entities", c, *heads(c.convenience_entities, 1)),
        Finding("mutual-help-by-volunteers", c, *condition(mutual_help)),
        Finding("community-size-urban", c, *(not_urban or heads_between(c.households, 2000, 3000))),
        Finding("community-size-rural", c, *(not_rural or heads_between(c.households, 1000, 1500))),
        Finding("facility-required-area", c, *facility_area(c)),
        Finding("facility-area-new-build", c, *(new_build or at_least(c.facility_area, 1500))),
        Finding("gap-community-plan", c, *(no_gap or done_by((plan and plan.completed,), PLANS_DUE, on))),
        Finding("gap-community-means", c, *(no_gap or has_any(listed(means, GAP_MEANS)))),
        Finding("separate-community-budget", c, *condition(in_place(c, "separate-budget"))),
        Finding("ring-fenced-funds", c, *condition(in_place(c, "ring-fenced-funds"))),
        Finding(
            "office-funds-urban-2013",
            c,
            *(DOES_NOT_APPLY if on >= END_OF_2015 else not_urban or at_least(c.office_funds, 50_000)),
        ),
        Finding("office-funds-growth", c, *(not_urban or condition(in_place(c, "office-funds-growth")))),
        Finding("office-funds-urban-2015", c, *(not_urban or at_least(c.office_funds, 120_000))),
        Finding("office-funds-rural", c, *(not_rural or at_least(c.office_funds, transfer))),
        Finding("community-funds-misuse", c, *has_none(listed(c.fund_misuses, FUND_MISUSES))),
        Finding("funds-publication", c, *publications(c, quarter)),
        Finding("funds-resident-supervision", c, *condition(in_place(c, "funds-supervision"))),
        Finding("workforce-four-groups", c, *tally(groups, 4)),
        Finding("grid-coordinator-ratio", c, *rate(c.grid_coordinators, c.households, 300, 1)),
        Finding("full-time-workers-per-community", c, *heads_between(c.full_time_workers, 3, 5)),
        Finding("full-time-worker-duties", c, *has_all(part_states(c, "full-time-worker-duties", WORKER_DUTIES))),
        Finding("social-security-all-workers", c, *social_security(c)),
        Finding(
            "community-service-station", c, *has_kind(centre_kinds(c.service_centres), "management-service-station")
        ),
        Finding("community-station-support", c, *tally([some_organisations, helpers], 2)),
        Finding("grid-service-mode", c, *condition(grids)),
    ]


def judge_worker(worker: Worker, community: Community, county: County | None) -> list[Finding]:
    """The three pay floors."""
    role, settlement = worker.role, community.settlement
    urban_leader = unless(all_true((is_(role, *COMMITTEE_ROLES), is_(settlement, "urban"))))
    village_secretary = unless(all_true((is_(role, "party-secretary"), is_(settlement, "rural"))))
    wage = income = other_pay = None
    if county is not None:
        wage = county.urban_average_wage
        income = None if county.rural_net_income is None else county.rural_net_income * 2
        if county.two_committee_pay is not None and county.other_staff_pay_share is not None:
            other_pay = county.two_committee_pay * county.other_staff_pay_share / 100
    return [
        Finding("pay-floor-urban-two-committees", worker, *(urban_leader or at_least(worker.annual_pay, wage))),
        Finding("pay-floor-village-secretary", worker, *(village_secretary or at_least(worker.basic_pay, income))),
        Finding(
            "pay-other-workers",
            worker,
            *(unless(is_(role, *OTHER_ROLES)) or at_least(worker.annual_pay, other_pay)),
        ),
    ]


def judge_committee(committee: Committee, community: Community | None) -> list[Finding]:
    """The guidance committee, and what a residents' committee guides."""
    kind, host, bodies = (
        committee.committee_kind,
        committee.office_host,
        None if community is None else community.bodies,
    )
    not_guiding = unless(is_(kind, "guidance-committee"))
    not_residents = unless(is_(kind, "residents-committee", "villagers-committee"))
    budget = None if committee.office_budget is None else committee.office_budget > 0
    absent = [is_false(state) for state in listed(bodies, GUIDED_BODIES)]
    guided = zip(absent, listed(committee.guides, GUIDED_BODIES), strict=True)
    return [
        Finding(
            "city-committee-functions",
            committee,
            *(not_guiding or has_all(listed(committee.functions, GUIDANCE_TASKS))),
        ),
        Finding(
            "city-committee-office",
            committee,
            *(not_guiding or condition(all_true((committee.has_office, is_(host, "civil-affairs"))))),
        ),
        Finding(
            "city-committee-office-resourcing",
            committee,
            *(not_guiding or condition(all_true((has_some(committee.office_staff), budget)))),
        ),
        Finding(
            "committee-guides-four-bodies",
            committee,
            *(not_residents or condition(all_true([any_true(pair) for pair in guided]))),
        ),
    ]


def judge_deliberation(deliberation: Deliberation, on: date) -> list[Finding]:
    """The order of the four steps, and who took the resolution, unless that was before the document."""
    steps = (deliberation.proposed, deliberation.studied, deliberation.consulted, deliberation.resolved)
    acts = [act(step, on) for step in steps]
    days = [day for _, day in acts if day is not None]
    out_of_order = any(done is False for done, _ in acts) or days != sorted(days)
    in_order = False if out_of_order else True if len(days) == len(acts) else None
    body = condition(is_(deliberation.resolved_by, *RESIDENTS_BODIES))
    was_before = KNOWN[done_by((deliberation.resolved,), DAY_BEFORE, on)[0]]
    is_since = None if was_before is None else not was_before
    return [
        Finding("four-discussions-sequence", deliberation, *(unless(is_since) or condition(in_order))),
        Finding("resolution-body", deliberation, *(unless(all_true((acts[3][0], is_since))) or body)),
    ]


def judge_centre(centre: ServiceCentre) -> list[Finding]:
    """What a station, a citizen centre and a comprehensive centre offer."""
    kind = centre.centre_kind
    no_station, no_citizen, no_comprehensive = (
        unless(is_(kind, wanted))
        for wanted in ("management-service-station", "citizen-service-centre", "comprehensive-service-centre")
    )
    return [
        Finding("one-stop-service", centre, *(no_station or has_all(listed(centre.reception, RECEPTION)))),
        Finding(
            "citizen-service-centre-services",
            centre,
            *(no_citizen or has_all(listed(centre.services, CENTRE_SERVICES))),
        ),
        Finding("street-centre-functions", centre, *(no_comprehensive or has_all(listed(centre.tasks, CENTRE_TASKS)))),
    ]


def judge_facility(facility: Facility, on: date) -> list[Finding]:
    """Rooms from the plan to their use."""
    planned, handed_over = facility.is_in_plan, act(facility.delivered, on)[0]
    due = any_true((act(facility.planned_delivery, on)[0], handed_over))
    verdict_in_time = done_by((facility.delivered,), facility.planned_delivery, on)[0]
    verdict_in_full = at_least(facility.area, facility.planned_area)[0]
    delivery = all_true((KNOWN[verdict_in_time], KNOWN[verdict_in_full], facility.is_accepted))
    return [
        Finding(
            "facility-gatekeeping",
            facility,
            *(unless(planned) or has_all(listed(facility.checked_by, CHECKING_BODIES))),
        ),
        Finding("facility-delivery", facility, *(unless(all_true((planned, due))) or condition(delivery))),
        Finding("facility-state-asset-management", facility, *condition(facility.is_on_asset_register)),
        Finding("facility-misuse", facility, *has_none(listed(facility.misuses, FACILITY_MISUSES))),
    ]


def centre_kinds(centres: Sequence[ServiceCentre] | None) -> list[str | None] | None:
    """The kinds of service centres; None where the centres are not known."""
    return None if centres is None else [centre.centre_kind for centre in centres]
