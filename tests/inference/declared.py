"""Three requirements, and short ways to rulebooks in which something follows from them."""

from __future__ import annotations

from datetime import date
from typing import Any

import civic_rules as cr
from civic_rules.rules import Circumstance, Modality, Requirement, Rulebook
from civic_rules.text import Text

YANCHENG = cr.load("yancheng-2013-6")
CITED = YANCHENG.document.clause("三(六)")
NAME = Text(zh="某事", en="something")

community = cr.subject("community")
BUREAU = Text(zh="民政局", en="civil affairs bureau")
MUST = Requirement(
    key="enough-room",
    title=Text(zh="用房", en="Enough room"),
    must=community.facility_area >= "400 m²",
    when=community.settlement.is_("urban"),
    modality=Modality.MANDATORY,
    due=date(2015, 12, 31),
    responsible=(BUREAU,),
    source=CITED,
)
GRAVE = Requirement(
    key="enough-workers",
    title=Text(zh="人手", en="Enough workers"),
    must=community.workers >= "3 worker",
    modality=Modality.MANDATORY,
    breach_when=community.is_new_build.is_(True),
    source=CITED,
)
SOFT = Requirement(
    key="volunteers-known",
    title=Text(zh="志愿者", en="Volunteers"),
    must=community.volunteers >= "1 volunteer",
    modality=Modality.ENCOURAGED,
    responsible=(BUREAU,),
    source=CITED,
)
EMERGENCY = Circumstance(key="emergency", title=NAME, holds=community.is_in_emergency.is_(True), source=CITED)
URBAN = {"id": "c1", "settlement": "urban"}
"""A community of which nothing else is known."""


def book_of(*rules: Any) -> Rulebook:  # noqa: ANN401  any rule
    """A rulebook of three requirements and some rules."""
    return Rulebook(YANCHENG.document, (MUST, GRAVE, SOFT, *rules))


def rule_of(key: str, when: Any, then: Any, unless: Any = ()) -> cr.Consequence:  # noqa: ANN401  patterns and effects
    """A consequence."""
    return cr.Consequence(key=key, title=NAME, when=when, unless=unless, then=then, source=CITED)
