"""The world that requirements are about: frozen Pydantic models with units and Chinese labels, and no policy.

```
City ── counties ── streets ── communities ── grids, facilities, staff, organisations, ...
```

A parent holds its members. `None` says that a fact is not known; it is never taken for zero or for no.
"""

from civic_rules.entities.areas import City, County, RescueTeam, Street
from civic_rules.entities.arrangements import (
    CityArrangement,
    CommunityArrangement,
    CountyArrangement,
    StreetArrangement,
)
from civic_rules.entities.base import Entity, FieldSpec, Record
from civic_rules.entities.casework import (
    AssignedTask,
    Conflict,
    Demonstration,
    MajorMatter,
    Pledge,
    PolicyDrafting,
    Proposal,
    WhistleCase,
)
from civic_rules.entities.community import Community
from civic_rules.entities.people import (
    Candidate,
    Committee,
    Deliberation,
    Fund,
    OwnersCommittee,
    Payment,
    PropertyCompany,
    SocialOrganisation,
    TrainingRound,
    Worker,
)
from civic_rules.entities.places import DwellingCompound, Facility, Grid, ServiceCentre
from civic_rules.entities.records import Attestation, Event, Plan, Step
from civic_rules.entities.terms import EventKind, Service, Settlement
from civic_rules.entities.vocabulary import Arrangement, Vocabulary

ENTITY_TYPES: dict[str, type[Entity]] = {
    model.kind: model
    for model in (
        City,
        County,
        Street,
        Community,
        Grid,
        Facility,
        ServiceCentre,
        Committee,
        OwnersCommittee,
        PropertyCompany,
        Worker,
        Candidate,
        TrainingRound,
        SocialOrganisation,
        Fund,
        Payment,
        Deliberation,
        Pledge,
        Proposal,
        MajorMatter,
        WhistleCase,
        AssignedTask,
        DwellingCompound,
        Conflict,
    )
}
"""Every kind of entity by its English word, from the largest to the smallest."""

__all__ = [
    "ENTITY_TYPES",
    "Arrangement",
    "AssignedTask",
    "Attestation",
    "Candidate",
    "City",
    "CityArrangement",
    "Committee",
    "Community",
    "CommunityArrangement",
    "Conflict",
    "County",
    "CountyArrangement",
    "Deliberation",
    "Demonstration",
    "DwellingCompound",
    "Entity",
    "Event",
    "EventKind",
    "Facility",
    "FieldSpec",
    "Fund",
    "Grid",
    "MajorMatter",
    "OwnersCommittee",
    "Payment",
    "Plan",
    "Pledge",
    "PolicyDrafting",
    "PropertyCompany",
    "Proposal",
    "Record",
    "RescueTeam",
    "Service",
    "ServiceCentre",
    "Settlement",
    "SocialOrganisation",
    "Step",
    "Street",
    "StreetArrangement",
    "TrainingRound",
    "Vocabulary",
    "WhistleCase",
    "Worker",
]
