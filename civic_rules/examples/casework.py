"""Made-up matters of a community of these years: cases, proposals, conflicts, pledges, and who may stand for office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from civic_rules.entities.terms import BarToOffice, Channel, ProposalMatter, SmartApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from civic_rules.examples.draws import Draw
    from civic_rules.examples.people import Facts

FIRST, LAST = date(2023, 9, 1), date(2024, 6, 20)
"""The days between which these matters begin."""

Step = date | bool | None


def casework(draw: Draw, own: str) -> Facts:
    """The matters of a community, one by one.

    Args:
        draw: Where the facts come from.
        own: The id of the community.
    """
    made: dict[str, tuple[Callable[[Draw], Facts], int]] = {
        "whistle_cases": (_whistle_case, 4),
        "proposals": (_proposal, 3),
        "major_matters": (_major_matter, 2),
        "conflicts": (_conflict, 3),
        "pledges": (_pledge, 1),
        "assigned_tasks": (_assigned_task, 3),
        "candidates": (_candidate, 2),
        "owners_committees": (_owners_committee, 2),
        "property_companies": (_property_company, 2),
        "compounds": (_compound, 3),
    }
    return {
        name: [{"id": f"{own}-{name}-{number}", **draw.with_gaps(make(draw))} for number in range(1, most + 1)]
        for name, (make, most) in made.items()
    }


def _steps(draw: Draw, names: Sequence[str]) -> dict[str, Step]:
    """Steps in order, mostly all of them; else the last ones not taken yet, or two swapped."""
    day = draw.day(FIRST, LAST)
    days: list[Step] = []
    for _ in names:
        days.append(day)
        day += timedelta(days=draw.whole(0, 9))
    odd = draw.one_of(["in order"] * 6 + ["open", "open", "swapped", "not known"])
    place = draw.whole(1, len(names) - 1) if len(names) > 1 else 0
    if odd == "open":
        days[place:] = [False] * (len(names) - place)
    elif odd == "swapped":
        days[0], days[place] = days[place], days[0]
    elif odd == "not known":
        days[place] = None
    return dict(zip(names, days, strict=True))


def _whistle_case(draw: Draw) -> Facts:
    steps = _steps(draw, ("discovered", "collected", "whistled", "answered", "settled"))
    begun = steps["discovered"]
    set_for = begun + timedelta(days=draw.whole(10, 40)) if isinstance(begun, date) else None
    return {
        "exceeds_community": draw.chance(0.8),
        **steps,
        "late_from": set_for,
        "discovered_by": draw.one_of(("grid", "grid", "grid", "resident", None)),
        "whistled_by": draw.one_of(("street", "street", "street", "community")),
    }


def _proposal(draw: Draw) -> Facts:
    scale, meeting = draw.one_of(
        (
            ("small", "small-matters-talk"),
            ("middle", "party-mass-council"),
            ("major", "major-matters-review"),
            ("small", "party-mass-council"),
            (None, "other"),
        )
    )
    matter = draw.one_of([term.value for term in ProposalMatter])
    steps = _steps(draw, ("discussed", "published", "result_used"))
    return {"matter": matter, "scale": scale, "meeting": meeting, **steps}


def _major_matter(draw: Draw) -> Facts:
    return dict(_steps(draw, ("discussed", "decided")))


def _conflict(draw: Draw) -> Facts:
    return dict(_steps(draw, ("forecast", "prevented", "mediated", "guided")))


def _pledge(draw: Draw) -> Facts:
    projects = draw.whole(3, 8)
    return {
        "published": draw.day(date(2024, 1, 2), date(2024, 2, 20)),
        "channels": draw.listing([term.value for term in Channel]),
        "projects": projects,
        "projects_by_need": draw.one_of((projects, projects, projects - 1)),
        "projects_fulfilled": draw.whole(0, projects),
        "reported_on": draw.one_of((date(2024, 6, 18), False, None)),
    }


def _assigned_task(draw: Draw) -> Facts:
    return {"is_on_list": draw.chance(0.7), "is_approved": draw.chance(0.3), "stopped": draw.chance(0.2)}


def _candidate(draw: Draw) -> Facts:
    steps = _steps(draw, ("reviewed", "took_office"))
    return {**steps, "bars": draw.misuses([term.value for term in BarToOffice])}


def _owners_committee(draw: Draw) -> Facts:
    members = draw.whole(5, 9)
    return {"members": members, "party_members": draw.whole(members // 3, members - 1)}


def _property_company(draw: Draw) -> Facts:
    steps = _steps(draw, ("surveyed", "survey_used", "credit_used"))
    return {
        "is_party_led": draw.chance(0.8),
        "has_party_organisation": draw.chance(0.7),
        "is_reached_by_party_work": draw.chance(0.9),
        **steps,
    }


def _compound(draw: Draw) -> Facts:
    is_smart = draw.chance(0.4)
    uses = draw.listing([term.value for term in SmartApplication]) if is_smart else []
    return {
        "has_property_management": draw.chance(0.7),
        "is_resettlement": draw.chance(0.2),
        "has_self_management": draw.chance(0.5),
        "is_party_led": draw.chance(0.8),
        "is_smart": is_smart,
        "smart_applications": uses,
    }
