"""A made-up street of these years, with matters, arrangements and people that later documents ask of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from civic_rules.entities import CommunityArrangement, Street, StreetArrangement
from civic_rules.entities.terms import CommunityBody, GridFunction, RescueForce, WorkFault
from civic_rules.examples.attested import attested
from civic_rules.examples.casework import casework
from civic_rules.examples.communities import community
from civic_rules.examples.draws import Draw

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civic_rules.entities import Arrangement, Attestation, Community, Grid, SocialOrganisation, Worker
    from civic_rules.examples.people import Facts

SEED = "synthetic-street/22"
"""Among 25 seeds the one whose street shows most verdicts of most requirements, with nothing that quarrels."""

STREET_SIZE = 8
"""Communities of the street."""


def huangjinling_street() -> Street:
    """A made-up street of eight communities, as the plan of Huangjinling would look at it in the middle of 2024.

    It is no real place. Its communities have whistle cases, proposals, conflicts, pledges, candidates, compounds and
    companies, and of most arrangements somebody has recorded whether they are in place.

    Examples:
        >>> street = huangjinling_street()
        >>> street.name, len(street.communities or ())
        ('示例街道(虚构)', 8)
    """
    draw = Draw(f"{SEED}/street")
    weak = draw.whole(0, 3)
    facts: Facts = {
        "volunteer_projects": draw.whole(4, 12),
        "weak_party_organisations": weak,
        "weak_party_organisations_in_rectification": weak,
        "rescue_team": {
            "forces": draw.listing([term.value for term in RescueForce]),
            "members": draw.whole(15, 40),
            "own_members": draw.whole(5, 14),
        },
        "events": [
            {"kind": kind, "on": day}
            for kind in ("governance-study", "party-building-observation", "comprehensive-drill")
            for day in (date(2023, 11, 8), date(2024, 2, 21), date(2024, 5, 16))
        ],
        "training_rounds": [
            {"id": "training-1", "completed": date(2024, 3, 28), "leaders": 24, "trained": draw.whole(20, 24)}
        ],
        "committees": [
            {
                "id": "leading-group",
                "committee_kind": "leading-group",
                "head": "principal-leader",
                "lead_office": draw.one_of(("party-building-office", "other")),
            }
        ],
        "service_centres": [
            {
                "id": "convenience-centre",
                "centre_kind": "convenience-service-centre",
                "reception": draw.listing(["single-reception", "one-stop-handling"]),
            }
        ],
    }
    return Street.model_validate(
        {
            "id": "synthetic-street",
            "name": "示例街道(虚构)",
            **facts,
            "arrangements": _arrangements("street", StreetArrangement),
            "communities": [_community(number) for number in range(1, STREET_SIZE + 1)],
        }
    )


def _community(number: int) -> Community:
    """A community as of other examples, with what later documents ask of it."""
    own = f"c{number}"
    drawn = community(Draw(f"{SEED}/{own}"), number, is_urban=True, records=1)
    draw = Draw(f"{SEED}/{own}/later")
    grids = [_grid(draw, one) for one in drawn.grids or ()]
    facts: Facts = {
        **_facts(draw, drawn),
        "permanent_households": _sum([one.permanent_households for one in grids]),
        **casework(draw, own),
        "staff": [_worker(draw, one) for one in drawn.staff or ()],
        "grids": grids,
        "organisations": [_organisation(draw, one) for one in drawn.organisations or ()],
        "arrangements": {**_arrangements(own, CommunityArrangement), **drawn.arrangements},
    }
    return drawn.model_copy(update=facts)


def _sum(counts: list[int | None]) -> int | None:
    known = [one for one in counts if one is not None]
    return sum(known) if len(known) == len(counts) else None


def _facts(draw: Draw, drawn: Community) -> Facts:
    branches = draw.whole(3, 9)
    days = [date(2023, month, 12) for month in (10, 11, 12)] + [date(2024, month, 12) for month in range(1, 7)]
    held = draw.one_of((days, days, days[::2], days[:4]))
    events = [
        {"kind": kind, "on": day}
        for kind in ("resident-consultation", "household-visits", "pairing-activity")
        for day in held
    ]
    facts: Facts = {
        "is_in_emergency": draw.chance(0.15),
        "has_property_service": True,
        "bodies": [term.value for term in CommunityBody],
        "is_in_need_of_property_committee": draw.chance(0.4),
        "is_in_three_zero_programme": draw.chance(0.6),
        "party_branches": branches,
        "featured_branches": draw.whole(0, branches),
        "brands": draw.whole(0, 3),
        "police_officers": draw.one_of((0, 1, 1, 1, 2)),
        "legal_advisers": draw.one_of((0, 1, 1, 1)),
        "mediation_teams": draw.one_of((0, 1, 1, 1)),
        "volunteer_projects": draw.whole(1, 8),
        "separate_grids": draw.one_of(([], [], [], ["civil-affairs"])),
        "service_circle_time": draw.one_of((10, 15, 15, 20)),
        "service_circle_mode": "walking",
        "work_faults": draw.misuses([term.value for term in WorkFault]),
        "held_to_account": False,
        "events": [*(drawn.events or ()), *events],
    }
    return draw.with_gaps(facts)


def _worker(draw: Draw, one: Worker) -> Worker:
    facts: Facts = {
        "has_allowance": draw.chance(0.85) if one.has_certificate else None,
        "is_lawfully_appointed": draw.chance(0.95),
        "is_politically_sound": draw.chance(0.95),
        "is_able_in_deliberation": draw.chance(0.9),
        "is_rather_young": draw.chance(0.4),
        "is_promising": draw.chance(0.5),
        "is_consistently_good": draw.chance(0.6),
        "is_listed_in_reserve": draw.chance(0.2),
        "work_faults": draw.misuses([term.value for term in WorkFault]),
        "held_to_account": False,
    }
    return one.model_copy(update=draw.with_gaps(facts))


def _grid(draw: Draw, one: Grid) -> Grid:
    sections = draw.whole(1, 4)
    facts: Facts = {
        "permanent_households": None if one.households is None else round(one.households * draw.between(0.7, 1)),
        "grid_leaders": draw.one_of((0, 1, 1, 1)),
        "sections": sections,
        "assigned_sections": draw.one_of((sections, sections, sections - 1)),
        "has_party_organisation": draw.chance(0.8),
        "functions": draw.listing([term.value for term in GridFunction]),
    }
    return one.model_copy(update=draw.with_gaps(facts))


def _organisation(draw: Draw, one: SocialOrganisation) -> SocialOrganisation:
    has_charter = draw.chance(0.9)
    facts: Facts = {
        "has_charter": has_charter,
        "has_party_clause": has_charter and draw.chance(0.8),
        "has_priority_contract": draw.chance(0.4),
        "has_sound_party_organisation": draw.chance(0.6),
        "is_well_managed": draw.chance(0.8),
        "events": [{"kind": "duty-report-to-party", "on": date(2023, 12, 20)}] if draw.chance(0.7) else [],
    }
    return one.model_copy(update=draw.with_gaps(facts))


def _arrangements(own: str, terms: Iterable[Arrangement]) -> dict[str, Attestation]:
    """What is known of each arrangement, each drawn by itself, so that a new term changes nothing else."""
    drawn = {term.value: attested(Draw(f"{SEED}/{own}/{term.value}"), term) for term in terms}
    return {name: fact for name, fact in drawn.items() if fact is not None}
