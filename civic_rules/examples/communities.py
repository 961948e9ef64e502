"""Made-up communities: plausible facts with exact hits, shortfalls and gaps among them."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING

from civic_rules.entities import Attestation, Community, CommunityArrangement
from civic_rules.entities.terms import CheckingBody, CommunityBody, FacilityMisuse, FundMisuse, GapMeans
from civic_rules.examples.attested import attested
from civic_rules.examples.people import Facts, committee, deliberations, organisations, roster

if TYPE_CHECKING:
    from civic_rules.examples.draws import Draw

BASIC_SERVICES = (
    "health-family-planning",
    "civil-affairs-social-security",
    "elderly-care-disability",
    "culture-sports-education",
    "public-security-legal",
    "environment-migrant-services",
)
FARM_SERVICES = ("production-materials", "farm-agency")

ARRANGEMENTS = (
    "four-part-structure",
    "four-discussions-four-meetings",
    "participation-meetings",
    "party-leadership",
    "stationed-unit-coordination",
    "co-building",
    "five-types",
    "service-layers",
    "market-services",
    "mutual-help",
    "separate-budget",
    "ring-fenced-funds",
    "office-funds-growth",
    "funds-supervision",
    "full-time-worker-duties",
    "grid-service",
)
"""What these communities may have set up: named one by one, so that a new term changes no example."""


def community(draw: Draw, number: int, *, is_urban: bool, records: float) -> Community:
    """A community that nobody lives in.

    Args:
        draw: Where its facts come from.
        number: Its number, which makes its id.
        is_urban: Whether it is urban.
        records: How likely there is a record of each person, grid and room; else there are totals only.
    """
    own = f"c{number}"
    settlement = "urban" if is_urban else "rural"
    name = f"虚构{number}号社区" if is_urban else f"虚构{number}号村"
    recorded = draw.chance(records)
    facts: Facts = {"settlement": settlement, **_size(draw, is_urban=is_urban)}
    facts |= _rooms(draw, own, facts, is_recorded=recorded)
    facts |= _workforce(draw, own, facts, is_urban=is_urban, is_recorded=recorded)
    facts |= _services(draw, own, is_urban=is_urban)
    facts |= _money(draw, is_urban=is_urban)
    facts |= _self_government(draw, own, is_urban=is_urban, has_grids=recorded)
    facts |= organisations(draw, own, is_recorded=recorded)
    return Community.model_validate({"id": own, "name": name, **draw.with_gaps(facts)})


def _size(draw: Draw, *, is_urban: bool) -> Facts:
    households = draw.whole(1750, 3250) if is_urban else draw.whole(850, 1650)
    if draw.chance(0.1):
        households = draw.one_of((2000, 3000) if is_urban else (1000, 1500))
    return {
        "households": households,
        "residents": round(households * draw.between(2.4, 3.2)),
        "is_new_build": draw.chance(0.12),
        "is_newly_drawn": draw.chance(0.2),
    }


def _rooms(draw: Draw, own: str, facts: Facts, *, is_recorded: bool) -> Facts:
    """Its floor area: none, short of 20 m² for 100 households, exactly that, or more."""
    needed = max(400.0, facts["households"] / 5)
    if facts["is_new_build"]:
        needed = max(needed, 1500.0)
    has_rooms = draw.chance(0.95)
    ample = draw.between(1.01, 1.7)
    factor = draw.one_of((1.0, draw.between(0.6, 0.99), ample, ample, ample, ample)) if has_rooms else 0.0
    area = round(needed * factor, 1)
    rooms: Facts = {
        "has_facility": has_rooms,
        "facility_area": area,
        "activity_area": round(area * draw.between(0.4, 0.7), 1),
        "has_recent_project": draw.chance(0.3),
        "recent_project_can_supply": draw.chance(0.5),
    }
    if factor < 1:
        rooms["gap_plan"] = _gap_plan(draw)
    if is_recorded:
        rooms["facilities"] = [_facility(draw, own, area)] if has_rooms else []
    return rooms


def _gap_plan(draw: Draw) -> Facts | None:
    """A plan in time, on the last day, too late, not made, or nothing known of it."""
    in_time, last_day = draw.day(date(2013, 2, 1), date(2013, 3, 30)), date(2013, 3, 31)
    done = draw.one_of((in_time, in_time, last_day, date(2013, 5, 14), False, None))
    means = [draw.one_of([term.value for term in GapMeans])] if done else None
    return {"completed": done, "means": means}


def _facility(draw: Draw, own: str, area: float) -> Facts:
    """The room of a community; one of four comes from the urban and rural construction plan."""
    facts: Facts = {
        "area": area,
        "is_in_plan": draw.chance(0.25),
        "is_on_asset_register": draw.chance(0.85),
        "misuses": draw.misuses([term.value for term in FacilityMisuse]),
    }
    if facts["is_in_plan"]:
        planned = draw.day(date(2013, 6, 1), date(2015, 6, 30))
        facts |= {
            "planned_area": round(area * draw.one_of((1.0, 1.0, 1.0, 1.1)), 1),
            "planned_delivery": planned,
            "delivered": planned + timedelta(days=draw.one_of((-20, 0, 0, 45))),
            "is_accepted": draw.chance(0.9),
            "checked_by": draw.listing([term.value for term in CheckingBody]),
        }
    return {"id": f"{own}-room", **draw.with_gaps(facts)}


def _workforce(draw: Draw, own: str, facts: Facts, *, is_urban: bool, is_recorded: bool) -> Facts:
    """Committee members, full-time workers, grid coordinators and volunteers."""
    households, residents = facts["households"], facts["residents"]
    wanted = math.ceil(households / 300)
    members, full_time = draw.whole(5, 9), draw.one_of((2, 3, 3, 4, 4, 4, 5, 5, 6))
    coordinators = wanted - draw.one_of((0, 0, 0, 1, 2))
    workers = members + full_time + coordinators
    insured = workers - draw.one_of((0, 0, 0, 0, 1, 3))
    volunteers = round(residents * (draw.between(0.12, 0.22) if is_urban else draw.between(0.08, 0.15)))
    people: Facts = {
        "committee_members": members,
        "full_time_workers": full_time,
        "grid_coordinators": coordinators,
        "workers": workers,
        "insured_workers": insured,
        "volunteers": volunteers,
        "party_member_volunteers": volunteers // draw.whole(4, 8),
        "civil_servant_volunteers": draw.one_of((0, 4, 9, 15)),
    }
    if is_recorded:
        people["grids"] = _grids(draw, own, households, coordinators)
        people["staff"] = roster(draw, own, (members, full_time, coordinators), insured, is_urban=is_urban)
    return people


def _grids(draw: Draw, own: str, households: int, coordinators: int) -> list[Facts]:
    """Grids of about 300 households, with a coordinator each for as many as there are."""
    wanted = math.ceil(households / 300)
    shares = [households // wanted + (place < households % wanted) for place in range(wanted)]
    heads = [coordinators // wanted + (place < coordinators % wanted) for place in range(wanted)]
    grids: list[Facts] = [{"households": size, "grid_coordinators": heads[place]} for place, size in enumerate(shares)]
    return [{"id": f"{own}-grid{place}", **draw.with_gaps(grid)} for place, grid in enumerate(grids, 1)]


def _services(draw: Draw, own: str, *, is_urban: bool) -> Facts:
    extra = draw.whole(0, 6)
    station = {
        "id": f"{own}-station",
        "centre_kind": "management-service-station",
        "reception": draw.listing(["single-reception", "one-stop-handling"]),
    }
    return {
        "services": draw.listing(BASIC_SERVICES if is_urban else BASIC_SERVICES + FARM_SERVICES),
        "extra_services": extra,
        "extra_services_by_need": extra if draw.chance(0.6) else draw.whole(0, extra),
        "convenience_entities": draw.whole(0, 5),
        "service_hours": draw.one_of((7, 8, 8, 9, 10.5, 12)),
        "service_centres": [station] if draw.chance(0.92) else [],
        "is_on_information_platform": draw.chance(0.85),
    }


def _money(draw: Draw, *, is_urban: bool) -> Facts:
    funds = (48_000, 80_000, 100_000, 120_000, 120_000, 130_000) if is_urban else (32_000, 36_000, 36_000, 40_000)
    quarters = [date(year, month, 10) for year in (2014, 2015) for month in (1, 4, 7, 10)]
    published = draw.one_of((quarters, quarters, quarters, quarters[:-2], quarters[::2], []))
    return {
        "office_funds": draw.one_of(funds),
        "fund_misuses": draw.misuses([term.value for term in FundMisuse]),
        "events": [{"kind": "funds-publication", "on": day} for day in published],
    }


def _self_government(draw: Draw, own: str, *, is_urban: bool, has_grids: bool) -> Facts:
    in_it = ["social-organisation"]
    if is_urban:
        in_it = draw.one_of((in_it, [term.value for term in CommunityBody]))
    return {
        "bodies": in_it,
        "committees": [committee(draw, own, in_it, is_urban=is_urban)],
        "deliberations": deliberations(draw, own, is_urban=is_urban),
        "meets_harmonious_standard": draw.chance(0.88 if is_urban else 0.8),
        "meets_autonomy_standard": draw.chance(0.94),
        "arrangements": _arrangements(draw) | ({"grid-service": Attestation(in_place=True)} if has_grids else {}),
    }


def _arrangements(draw: Draw) -> dict[str, Attestation]:
    drawn = {key: attested(draw, CommunityArrangement(key)) for key in ARRANGEMENTS}
    return {key: fact for key, fact in drawn.items() if fact is not None}
