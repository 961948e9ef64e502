"""Made-up people and bodies of a community: its roster, organisations, committee and deliberations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from civic_rules.examples.draws import Draw

Facts = dict[str, Any]
"""The fields of an entity as data hand them in."""

URBAN_WAGE = 48_000
"""Average annual wage of the made-up districts, in yuan."""

RURAL_INCOME = 13_500
"""Rural net income per head of the made-up districts, in yuan a year."""

OTHER_PAY = 32_400
"""Pay about which that of other staff of the made-up districts lies, in yuan a year."""

ORGANISATION_TYPES = ("public-welfare-charity", "welfare-service", "dispute-resolution", "culture-sports", "other")


def roster(draw: Draw, own: str, heads: tuple[int, int, int], insured: int, *, is_urban: bool) -> list[Facts]:
    """The people of a community one by one.

    Args:
        draw: Where the facts come from.
        own: The id of the community.
        heads: How many committee members (the party secretary among them), full-time workers and coordinators.
        insured: How many of them, the first ones, are covered by social security.
        is_urban: Whether the community is urban.
    """
    members, full_time, coordinators = heads
    roles = ["party-secretary"]
    roles += ["party-organisation-member" if place % 2 else "committee-member" for place in range(1, members)]
    roles += ["full-time-worker"] * full_time + ["grid-coordinator"] * coordinators
    return [
        {"id": f"{own}-p{number}", **_person(draw, role, is_urban=is_urban, is_insured=number <= insured)}
        for number, role in enumerate(roles, 1)
    ]


def _person(draw: Draw, role: str, *, is_urban: bool, is_insured: bool) -> Facts:
    leads = role in {"party-secretary", "party-organisation-member", "committee-member"}
    floor = URBAN_WAGE if is_urban else 2 * RURAL_INCOME
    floor = floor if leads else OTHER_PAY
    pay = floor if draw.chance(0.1) else round(floor * draw.between(0.85, 1.35), -2)
    facts: Facts = {
        "role": role,
        "basic_pay": round(pay * draw.between(0.85, 1.0)) if role == "party-secretary" else None,
        "annual_pay": pay,
        "has_social_security": is_insured,
        "has_certificate": draw.chance(0.6),
        "is_qualified": draw.chance(0.7),
    }
    return draw.with_gaps(facts)


def organisations(draw: Draw, own: str, *, is_recorded: bool) -> Facts:
    """Its social organisations: how many, and one by one where there are records."""
    registered, filed = draw.one_of((3, 4, 5, 5, 6, 6, 7, 8)), draw.whole(0, 5)
    facts: Facts = {"social_organisations": registered, "filed_organisations": filed}
    if is_recorded:
        facts["organisations"] = [
            {
                "id": f"{own}-o{number}",
                "organisation_type": draw.one_of(ORGANISATION_TYPES),
                "is_registered": number <= registered,
                "is_filed": number > registered,
            }
            for number in range(1, registered + filed + 1)
        ]
    return facts


def committee(draw: Draw, own: str, bodies: list[str], *, is_urban: bool) -> Facts:
    """Its residents' or villagers' committee, which guides the bodies in it, or all but one of them."""
    facts: Facts = {"members": draw.whole(5, 9), "guides": draw.listing(bodies, full=0.7)}
    kind = "residents-committee" if is_urban else "villagers-committee"
    return {"id": f"{own}-committee", "committee_kind": kind, **draw.with_gaps(facts)}


def deliberations(draw: Draw, own: str, *, is_urban: bool) -> list[Facts] | None:
    """The matters that went through the four discussions; None where nobody kept a record."""
    if draw.chance(0.1):
        return None
    return [_deliberation(draw, f"{own}-d{number}", is_urban=is_urban) for number in range(1, draw.whole(0, 3) + 1)]


def _deliberation(draw: Draw, own: str, *, is_urban: bool) -> Facts:
    """Four steps: mostly in order, now and then two steps swapped, one not taken, or one not recorded."""
    day = draw.day(date(2014, 1, 1), date(2015, 9, 30))
    days: list[date | bool | None] = [
        day + timedelta(days=gap) for gap in (0, draw.whole(0, 9), 10, draw.whole(12, 40))
    ]
    odd = draw.one_of(["in order"] * 7 + ["swapped", "not taken", "not recorded"])
    if odd == "swapped":
        days[1], days[2] = days[2], days[1]
    elif odd != "in order":
        days[draw.whole(0, 3)] = False if odd == "not taken" else None
    who = "residents" if is_urban else "villagers"
    bodies = (f"{who}-assembly", *[f"{who}-representative-assembly"] * 3, "committee", None)
    steps = dict(zip(("proposed", "studied", "consulted", "resolved"), days, strict=True))
    return {"id": own, **steps, "resolved_by": draw.one_of(bodies)}
