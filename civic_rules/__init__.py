"""Requirements of public policy documents, executable: typed, dated, unit-checked, cited.

```python
import civic_rules as cr

book = cr.load("yancheng-2013-6")
report = cr.audit(cr.examples.yancheng_district(), book, on="2015-12-31")
```

Names are imported when they are first used, so that importing the package costs little.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from civic_rules import examples
    from civic_rules.audit import Finding, Placement, Report, audit, place
    from civic_rules.entities import (
        City,
        Committee,
        Community,
        County,
        Deliberation,
        Entity,
        Event,
        Facility,
        Fund,
        Grid,
        OwnersCommittee,
        Payment,
        Plan,
        PropertyCompany,
        Proposal,
        ServiceCentre,
        SocialOrganisation,
        Step,
        Street,
        WhistleCase,
        Worker,
    )
    from civic_rules.errors import CivicRulesError, DataError, DeclarationError
    from civic_rules.expressions import Parameter, Reading, subject
    from civic_rules.inference import Conclusion, Conclusions, Session
    from civic_rules.intake import read_entity
    from civic_rules.rulebooks import available, load
    from civic_rules.rules import (
        Benchmark,
        Circumstance,
        Clause,
        Consequence,
        Document,
        Guidance,
        Modality,
        Requirement,
        Rulebook,
        coverage,
        verify_citations,
    )
    from civic_rules.tables import LazyReport, TableReport, audit_table, audit_tables, to_tables
    from civic_rules.text import Text
    from civic_rules.verdicts import Verdict

_HOMES = {
    "audit": ("Finding", "Placement", "Report", "audit", "place"),
    "entities": (
        "City",
        "Committee",
        "Community",
        "County",
        "Deliberation",
        "Entity",
        "Event",
        "Facility",
        "Fund",
        "Grid",
        "OwnersCommittee",
        "Payment",
        "Plan",
        "PropertyCompany",
        "Proposal",
        "ServiceCentre",
        "SocialOrganisation",
        "Step",
        "Street",
        "WhistleCase",
        "Worker",
    ),
    "errors": ("CivicRulesError", "DataError", "DeclarationError"),
    "expressions": ("Parameter", "Reading", "subject"),
    "inference": ("Conclusion", "Conclusions", "Session"),
    "intake": ("read_entity",),
    "rulebooks": ("available", "load"),
    "rules": (
        "Benchmark",
        "Circumstance",
        "Clause",
        "Consequence",
        "Document",
        "Guidance",
        "Modality",
        "Requirement",
        "Rulebook",
        "coverage",
        "verify_citations",
    ),
    "tables": ("LazyReport", "TableReport", "audit_table", "audit_tables", "to_tables"),
    "text": ("Text",),
    "verdicts": ("Verdict",),
}
"""The module in which each public name lives."""

_MODULES = ("examples",)
"""Modules that are public as such."""

__all__ = [
    "Benchmark",
    "Circumstance",
    "City",
    "CivicRulesError",
    "Clause",
    "Committee",
    "Community",
    "Conclusion",
    "Conclusions",
    "Consequence",
    "County",
    "DataError",
    "DeclarationError",
    "Deliberation",
    "Document",
    "Entity",
    "Event",
    "Facility",
    "Finding",
    "Fund",
    "Grid",
    "Guidance",
    "LazyReport",
    "Modality",
    "OwnersCommittee",
    "Parameter",
    "Payment",
    "Placement",
    "Plan",
    "PropertyCompany",
    "Proposal",
    "Reading",
    "Report",
    "Requirement",
    "Rulebook",
    "ServiceCentre",
    "Session",
    "SocialOrganisation",
    "Step",
    "Street",
    "TableReport",
    "Text",
    "Verdict",
    "WhistleCase",
    "Worker",
    "audit",
    "audit_table",
    "audit_tables",
    "available",
    "coverage",
    "examples",
    "load",
    "place",
    "read_entity",
    "subject",
    "to_tables",
    "verify_citations",
]


class _FrontDoor(ModuleType):
    """The package itself; the room `audit` never hides the function `audit` that it holds, whichever is met first."""

    def __setattr__(self, name: str, value: object) -> None:
        """Python sets a room as an attribute of the package once it is imported; keep the function instead."""
        is_room = name in __all__ and name not in _MODULES and isinstance(value, ModuleType)
        super().__setattr__(name, getattr(value, name) if is_room else value)


sys.modules[__name__].__class__ = _FrontDoor


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever the module has under this name
    """Import a public name when it is first used."""
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(importlib.import_module(f"civic_rules.{module}"), name)
            globals()[name] = value
            return value
    if name in _MODULES:
        return importlib.import_module(f"civic_rules.{name}")
    msg = f"module 'civic_rules' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """The public names, for completion and `dir()`."""
    return __all__
