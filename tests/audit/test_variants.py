"""A norm that is asked of a city and, as a variant, of each of its communities."""

from __future__ import annotations

import pytest

import civic_rules as cr
from civic_rules.errors import DeclarationError

YANCHENG = cr.load("yancheng-2013-6")
KEY = "volunteer-registration-rate-urban"


def test_a_report_answers_with_the_variant_of_its_entity() -> None:
    """One key gives a community its own rate, and a city the rate of its variant."""
    community = cr.Community(id="c1", settlement="urban", volunteers=150, residents=1000)
    own = cr.audit(community, YANCHENG, on="2015-12-31")[KEY]
    city = cr.audit(cr.City(id="a", communities=[community]), YANCHENG, on="2015-12-31")[KEY]

    assert (own.requirement.key, own.entity_kind) == (KEY, "community")
    assert (f"{KEY}-city", "city") == (city.requirement.key, city.entity_kind)


def test_a_variant_is_of_a_requirement_that_is_there() -> None:
    """A slip in the key is found when the rulebook is made, with the nearest key."""
    rule = YANCHENG[f"{KEY}-city"].model_copy(update={"variant_of": "volunteer-registration-rate-urbn"})

    with pytest.raises(DeclarationError, match="variant_of names no requirement"):
        cr.Rulebook(YANCHENG.document, (YANCHENG[KEY], rule))


def test_a_variant_is_asked_of_another_kind_of_entity() -> None:
    """Two rules for one kind of entity are two rules."""
    other = YANCHENG["volunteer-registration-rate-rural"].model_copy(update={"variant_of": KEY})

    with pytest.raises(DeclarationError, match="are both asked of a community"):
        cr.Rulebook(YANCHENG.document, (YANCHENG[KEY], other))
