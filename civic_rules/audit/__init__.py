"""Arithmetic: an entity, rulebooks and a day give a report of findings, each with its evidence."""

from civic_rules.audit.auditing import audit
from civic_rules.audit.findings import Finding
from civic_rules.audit.reports import Report

__all__ = ["Finding", "Report", "audit"]
