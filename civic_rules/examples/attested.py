"""Made-up arrangements: what may be known of each, the likely more often."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from civic_rules.entities import Arrangement, Attestation, Community, CommunityArrangement, Street, StreetArrangement

if TYPE_CHECKING:
    from civic_rules.examples.draws import Draw

OWNERS: dict[type[Arrangement], type[Community | Street]] = {
    CommunityArrangement: Community,
    StreetArrangement: Street,
}
"""Who has the arrangements of a vocabulary."""


def attested(draw: Draw, term: Arrangement) -> Attestation | None:
    """An arrangement as it was found; None where nobody looked."""
    # Terms of two vocabularies may be spelt alike.
    return draw.one_of(_outcomes(type(term), term.value))


@cache
def _outcomes(vocabulary: type[Arrangement], key: str) -> tuple[Attestation | None, ...]:
    """What may be known of an arrangement; read once, because reading it takes longest."""
    term = vocabulary(key)
    parts = list(term.parts)
    facts: list[object] = [True] * 17 + [False, False, None]
    if parts:
        facts = [parts] * (12 * len(parts))
        for left_out in parts:
            rest = [part for part in parts if part != left_out]
            facts += [rest, {"parts": dict.fromkeys(rest, True)}, None]
    return tuple(None if fact is None else _read(term, fact) for fact in facts)


def _read(term: Arrangement, fact: object) -> Attestation:
    owner = OWNERS[type(term)].model_validate({"id": "any", "arrangements": {term.value: fact}})
    return owner.arrangements[term]
