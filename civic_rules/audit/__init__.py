"""Arithmetic: an entity, rulebooks and a day give a report of findings, each with its evidence.

Beside it stands the placing of an entity by the figures of a report, which judges nobody.
"""

from civic_rules.audit.auditing import audit
from civic_rules.audit.findings import Finding
from civic_rules.audit.placement import Placement, Standing, place
from civic_rules.audit.reports import Report

__all__ = ["Finding", "Placement", "Report", "Standing", "audit", "place"]
