"""What a document says: its clauses, its requirements with their readings, and its rulebook."""

from civic_rules.rules.benchmarks import Benchmark, Direction, Sense
from civic_rules.rules.completeness import ClauseCoverage, coverage
from civic_rules.rules.documents import Citation, Clause, Document
from civic_rules.rules.limits import Limit, limits_on
from civic_rules.rules.modalities import Modality, modality_of
from civic_rules.rules.requirements import Guidance, Requirement, Rule
from civic_rules.rules.rulebooks import Rulebook
from civic_rules.rules.verification import CitationCheck, CitedTerm, MissingTerm, verify_citations
from civic_rules.rules.wording import fingerprint

__all__ = [
    "Benchmark",
    "Citation",
    "CitationCheck",
    "CitedTerm",
    "Clause",
    "ClauseCoverage",
    "Direction",
    "Document",
    "Guidance",
    "Limit",
    "MissingTerm",
    "Modality",
    "Requirement",
    "Rule",
    "Rulebook",
    "Sense",
    "coverage",
    "fingerprint",
    "limits_on",
    "modality_of",
    "verify_citations",
]
