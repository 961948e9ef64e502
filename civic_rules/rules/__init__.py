"""What a document says: its clauses, its requirements with their readings, and its rulebook."""

from civic_rules.rules.completeness import ClauseCoverage, coverage
from civic_rules.rules.documents import Citation, Clause, Document
from civic_rules.rules.modalities import Modality, modality_of
from civic_rules.rules.requirements import Guidance, Requirement, Rule
from civic_rules.rules.rulebooks import Rulebook

__all__ = [
    "Citation",
    "Clause",
    "ClauseCoverage",
    "Document",
    "Guidance",
    "Modality",
    "Requirement",
    "Rule",
    "Rulebook",
    "coverage",
    "modality_of",
]
