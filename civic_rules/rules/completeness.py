"""What of a document is encoded, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.rules.benchmarks import Benchmark
from civic_rules.rules.consequences import Circumstance, Consequence
from civic_rules.rules.requirements import Guidance, Requirement

if TYPE_CHECKING:
    from civic_rules.rules.documents import Clause
    from civic_rules.rules.rulebooks import Rulebook


class ClauseCoverage(NamedTuple):
    """What stands for one clause.

    Attributes:
        clause: The clause. Its `covers` are what the record of the document answers, and `is_absent` says that the
            text passes over its number.
        requirements: The requirements that cite it.
        guidance: What it says that no data can judge.
        benchmarks: The figures that it reports.
        circumstances: What is so or not, for consequences to ask.
        consequences: What follows by it.
    """

    clause: Clause
    requirements: tuple[Requirement, ...]
    guidance: tuple[Guidance, ...]
    benchmarks: tuple[Benchmark, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    consequences: tuple[Consequence, ...] = ()


def coverage(book: Rulebook) -> tuple[ClauseCoverage, ...]:
    """What is encoded of each clause of a document, in the order of its text.

    A number that the text passes over has a row too, in which nothing stands.

    Args:
        book: The rulebook of the document.

    Examples:
        >>> import civic_rules as cr
        >>> [row.clause.number for row in coverage(cr.load("yancheng-2013-6"))][:3]
        ['题注', '一(一)', '一(二)']
    """
    rows = []
    for clause in book.document.clauses:
        citing = [rule for rule in book.rules if clause.number in {source.clause for source in rule.citations}]
        rows.append(
            ClauseCoverage(
                clause,
                tuple(rule for rule in citing if isinstance(rule, Requirement)),
                tuple(rule for rule in citing if isinstance(rule, Guidance)),
                tuple(rule for rule in citing if isinstance(rule, Benchmark)),
                tuple(rule for rule in citing if isinstance(rule, Circumstance)),
                tuple(rule for rule in citing if isinstance(rule, Consequence)),
            )
        )
    return tuple(rows)
