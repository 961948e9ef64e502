"""Named expressions on which several documents set limits, with their names in Chinese and English."""

from civic_rules.indicators.community import (
    FACILITY_AREA_PER_HOUSEHOLD,
    GRID_COORDINATORS_PER_HOUSEHOLD,
    RURAL,
    URBAN,
    VOLUNTEERS_PER_RESIDENT,
    WORKERS_PER_RESIDENT,
)

__all__ = [
    "FACILITY_AREA_PER_HOUSEHOLD",
    "GRID_COORDINATORS_PER_HOUSEHOLD",
    "RURAL",
    "URBAN",
    "VOLUNTEERS_PER_RESIDENT",
    "WORKERS_PER_RESIDENT",
]
