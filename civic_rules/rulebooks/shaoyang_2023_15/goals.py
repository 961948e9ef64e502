"""Clauses 一 to 三: guiding thought, principles and the goals for the end of 2025.

A goal is judged on the city. What each community has of it is a variant that is reported and judges nobody. Tasks
that repeat a goal without a day of their own are the same rule.
"""

from datetime import date

from civic_rules.expressions import all_of, choose, either, subject
from civic_rules.indicators import FACILITY_AREA_PER_HOUSEHOLD, RURAL, URBAN, WORKERS_PER_RESIDENT
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    CIVIL_AFFAIRS,
    DEVELOPMENT_REFORM,
    DISABLED_PERSONS,
    HEALTH,
    HOUSING,
    HUMAN_RESOURCES,
    JUSTICE,
    PARTY_ORGANISATION,
    PLANNING,
    POLITICAL_LEGAL,
    PUBLICITY,
    STATE_ASSETS,
    TRADE_UNIONS,
    URBAN_MANAGEMENT,
    WOMEN,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.readings import (
    ACTIVITY_AREA_LEVEL,
    FACILITY_AREA_LEVEL,
    SELF_SERVICE_UNIT,
    URBAN_POPULATION,
)
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text
