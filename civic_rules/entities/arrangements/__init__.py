"""The vocabularies of arrangements: bodies, systems and practices that an area or a community has or has not.

Each module has one theme, with a table for each level: the id of an arrangement, its Chinese and its English name,
and the parts that documents list. Two documents that ask for the same thing ask for the same term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civic_rules.entities.arrangements import (
    administration,
    delivery,
    facilities,
    funds,
    governance,
    party,
    platforms,
    safety,
    services,
    workforce,
)
from civic_rules.entities.vocabulary import Arrangement

if TYPE_CHECKING:
    from civic_rules.entities.vocabulary import Row

_THEMES = (governance, administration, party, delivery, services, facilities, platforms, safety, workforce, funds)


def _vocabulary(name: str, *tables: tuple[Row, ...]) -> type[Arrangement]:
    """One vocabulary of the tables of all themes; a term's Python name is its id in capitals."""
    members = {row[0].upper().replace("-", "_"): row for table in tables for row in table}
    made: Any = Arrangement
    vocabulary: type[Arrangement] = made(name, members, module=__name__)  # mypy knows this call only with literals
    return vocabulary


CityArrangement = _vocabulary("CityArrangement", *(theme.CITY for theme in _THEMES))
"""What a city has set up."""

CountyArrangement = _vocabulary("CountyArrangement", *(theme.COUNTY for theme in _THEMES))
"""What a county, city district or county-level city has set up."""

StreetArrangement = _vocabulary("StreetArrangement", *(theme.STREET for theme in _THEMES))
"""What a street or town has set up."""

CommunityArrangement = _vocabulary("CommunityArrangement", *(theme.COMMUNITY for theme in _THEMES))
"""What a community has set up."""

__all__ = ["CityArrangement", "CommunityArrangement", "CountyArrangement", "StreetArrangement"]
