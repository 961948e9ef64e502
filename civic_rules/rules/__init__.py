"""What a document says: its clauses, its requirements with their readings, what follows, and its rulebook."""

from civic_rules.rules.benchmarks import Benchmark, Direction, Sense
from civic_rules.rules.completeness import ClauseCoverage, coverage
from civic_rules.rules.consequences import (
    Circumstance,
    Consequence,
    Effect,
    EffectKind,
    entitlement,
    escalation,
    obligation,
    priority,
    status,
)
from civic_rules.rules.documents import Citation, Clause, Document
from civic_rules.rules.limits import Limit, limits_on
from civic_rules.rules.modalities import Modality, modality_of
from civic_rules.rules.patterns import (
    DueState,
    Follows,
    HeldBy,
    Holds,
    Judged,
    Pattern,
    Tier,
    follows,
    held,
    holds,
    judged,
    kind_of,
)
from civic_rules.rules.requirements import Guidance, Requirement, Rule
from civic_rules.rules.rulebooks import Rulebook
from civic_rules.rules.strata import Dependence, stratify
from civic_rules.rules.verification import CitationCheck, CitedTerm, MissingTerm, verify_citations
from civic_rules.rules.wording import fingerprint

__all__ = [
    "Benchmark",
    "Circumstance",
    "Citation",
    "CitationCheck",
    "CitedTerm",
    "Clause",
    "ClauseCoverage",
    "Consequence",
    "Dependence",
    "Direction",
    "Document",
    "DueState",
    "Effect",
    "EffectKind",
    "Follows",
    "Guidance",
    "HeldBy",
    "Holds",
    "Judged",
    "Limit",
    "MissingTerm",
    "Modality",
    "Pattern",
    "Requirement",
    "Rule",
    "Rulebook",
    "Sense",
    "Tier",
    "coverage",
    "entitlement",
    "escalation",
    "fingerprint",
    "follows",
    "held",
    "holds",
    "judged",
    "kind_of",
    "limits_on",
    "modality_of",
    "obligation",
    "priority",
    "status",
    "stratify",
    "verify_citations",
]
