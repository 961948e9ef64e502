"""Facilities, property management and the environment."""

from civic_rules.entities.vocabulary import Row

CITY: tuple[Row, ...] = ()

COUNTY: tuple[Row, ...] = ()

STREET: tuple[Row, ...] = ()

COMMUNITY: tuple[Row, ...] = ()
