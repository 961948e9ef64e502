"""Named expressions on which several documents set limits, with their names in Chinese and English."""

from civic_rules.indicators.casework import LATE
from civic_rules.indicators.community import (
    FACILITY_AREA_PER_HOUSEHOLD,
    GRID_COORDINATORS_PER_HOUSEHOLD,
    RURAL,
    URBAN,
    VOLUNTEERS_PER_RESIDENT,
    WORKERS_PER_RESIDENT,
)

INDICATORS = (
    FACILITY_AREA_PER_HOUSEHOLD,
    WORKERS_PER_RESIDENT,
    VOLUNTEERS_PER_RESIDENT,
    GRID_COORDINATORS_PER_HOUSEHOLD,
)
"""Every indicator, in the order in which tables list them."""

__all__ = [
    "FACILITY_AREA_PER_HOUSEHOLD",
    "GRID_COORDINATORS_PER_HOUSEHOLD",
    "INDICATORS",
    "LATE",
    "RURAL",
    "URBAN",
    "VOLUNTEERS_PER_RESIDENT",
    "WORKERS_PER_RESIDENT",
]
