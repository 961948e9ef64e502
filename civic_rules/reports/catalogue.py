"""Rulebooks on a terminal: which there are, what a rule says, and what of a document is encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table

from civic_rules.expressions import words
from civic_rules.expressions.formulas import formula
from civic_rules.expressions.sentences import sentence
from civic_rules.reports.patterns import consequence_rows
from civic_rules.reports.terminal import grid, pairs, plain
from civic_rules.reports.wording import Names, say
from civic_rules.rules import Benchmark, Circumstance, Consequence, Requirement, coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from civic_rules.expressions import Reading
    from civic_rules.rules import ClauseCoverage, Rule, Rulebook
    from civic_rules.units import Lang

KEY_WIDTH, SORT_WIDTH = 45, 15
"""The widths of the columns that stand under one another in every clause."""


def rulebooks_view(books: Iterable[Rulebook], lang: Lang) -> Table:
    """The rulebooks that there are, one a line."""
    names = ("key", "title", "issuer", "in force", "requirements", "guidance", "benchmarks")
    headers = [say(name, lang) for name in names]
    rows = [
        [
            book.id,
            book.document.title.in_(lang),
            book.document.issuer.in_(lang),
            book.document.in_force_from,
            len(book),
            len(book.guidance),
            len(book.benchmarks),
        ]
        for book in books
    ]
    return grid(headers, rows, right=(4, 5, 6))


def rule_view(book: Rulebook, rule: Rule, lang: Lang) -> Group:
    """Everything that a rule says.

    Args:
        book: The rulebook in which it stands.
        rule: The requirement, benchmark, circumstance, consequence or guidance.
        lang: "en" for English, "zh" for Chinese.
    """
    rows = list(_rows(book, rule, lang))
    parts: list[RenderableType] = [plain(rule.title.in_(lang), "bold"), pairs(rows)]
    for reading in rule.readings if isinstance(rule, (Requirement, Circumstance)) else ():
        parts += [plain(""), *_reading_lines(reading, lang)]
    return Group(*parts)


def _rows(book: Rulebook, rule: Rule, lang: Lang) -> Iterator[tuple[str, object]]:
    yield say("key", lang), rule.id
    yield say("document", lang), book.document.title.in_(lang)
    yield say("clause", lang), rule.source.clause
    if rule.source.evidence:
        yield say("evidence", lang), "、".join(rule.source.evidence)
    for other in rule.restated_in:
        yield say("also said in", lang), other.clause
    if isinstance(rule, Requirement):
        yield from _requirement_rows(rule, lang)
    elif isinstance(rule, Benchmark):
        yield from _benchmark_rows(rule, lang)
    elif isinstance(rule, Circumstance):
        yield say("kind", lang), words.kind_name(rule.subject, lang)
        yield say("circumstance", lang), sentence(rule.holds, lang)
        yield say("formula", lang), formula(rule.holds, lang)
    elif isinstance(rule, Consequence):
        yield from ((say(name, lang), text) for name, text in consequence_rows(rule, book, lang))
    else:
        yield say("guidance", lang), say("guidance note", lang)
    if rule.covers:
        yield say("covers", lang), ", ".join(rule.covers)
    if rule.note is not None:
        yield say("note", lang), rule.note.in_(lang)


def _requirement_rows(rule: Requirement, lang: Lang) -> Iterator[tuple[str, object]]:
    yield say("kind", lang), words.kind_name(rule.subject, lang)
    yield say("modality", lang), rule.modality.title(lang)
    if rule.due is not None:
        yield say("due", lang), rule.due
    if rule.until is not None:
        yield say("until", lang), rule.until
    for name in rule.responsible_in(lang):
        yield say("responsible", lang), name
    for name, node in (("condition", rule.must), ("when", rule.when), ("breach only when", rule.breach_when)):
        if node is not None:
            yield say(name, lang), sentence(node, lang)
            yield say("formula", lang), formula(node, lang)
    yield say("inputs", lang), ", ".join(_input(rule.subject, name, lang) for name in rule.inputs())


def _benchmark_rows(benchmark: Benchmark, lang: Lang) -> Iterator[tuple[str, object]]:
    yield say("kind", lang), words.kind_name(benchmark.subject, lang)
    value = words.amount_text(benchmark.value.value, benchmark.value.unit, lang)
    yield say("value", lang), f"{value} ({benchmark.sense.title(lang)})"
    if benchmark.rounded_to is not None:
        yield say("rounded to", lang), words.amount_text(benchmark.rounded_to, benchmark.value.unit, lang)
    yield say("modality", lang), benchmark.modality.title(lang)
    yield say("better", lang), benchmark.direction.title(lang)
    for node in (benchmark.measures, *benchmark.likewise):
        yield say("measures", lang), sentence(node, lang)
        yield say("formula", lang), formula(node, lang)
    for node in benchmark.comparable_when:
        yield say("when", lang), sentence(node, lang)
    if benchmark.since is not None or benchmark.until is not None:
        yield say("period", lang), f"{benchmark.since or ''} – {benchmark.until or ''}"


def _input(kind: str, name: str, lang: Lang) -> str:
    label = Names().missing(kind, name, lang)
    return label if lang == "zh" or label == name else f"{label} [{name}]"


def _reading_lines(reading: Reading, lang: Lang) -> Iterator[RenderableType]:
    yield plain(f"{say('reading', lang)} {reading.key}: {reading.title.in_(lang)}", "bold")
    rows = []
    for option in reading.options:
        is_default = option.key == reading.default
        rows.append((option.key, option.title.in_(lang) + (f" ({say('default', lang)})" if is_default else "")))
    yield pairs(rows)
    yield plain(reading.reason.in_(lang))


def _clause_parts(row: ClauseCoverage, lang: Lang) -> Iterator[RenderableType]:
    """A clause, and below it what stands for it.

    That is every rule that cites it, each with the further rows of the catalogue that it serves, and the rows that the
    record of the document answers.
    """
    yield plain("")
    yield plain(f"{row.clause.number}  {row.clause.title.in_(lang)}", "bold")
    sorts = (
        ("requirement", row.requirements),
        ("guidance", row.guidance),
        ("benchmark", row.benchmarks),
        ("circumstance", row.circumstances),
        ("consequence", row.consequences),
    )
    lines: list[tuple[str, str, str]] = []
    for sort, rules in sorts:
        for rule in rules:
            lines.append((rule.key, say(sort, lang), rule.title.in_(lang)))
            lines += [(key, say(sort, lang), f"→ {rule.key}") for key in rule.covers]
    lines += [(key, say("document record", lang), "") for key in row.clause.covers]
    nothing = ("–", "", say("absent", lang) if row.clause.is_absent else "")
    yield _rule_lines(lines or [nothing])


def _rule_lines(lines: Iterable[tuple[str, str, str]]) -> Table:
    """The key, the sort and the title of rules, under one another in every clause."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for width in (KEY_WIDTH, SORT_WIDTH, None):
        table.add_column(width=width, overflow="fold")
    for line in lines:
        table.add_row(*(plain(cell) for cell in line))
    return table


def coverage_view(book: Rulebook, lang: Lang) -> Group:
    """What of a document is encoded, clause by clause, with the totals."""
    document = book.document
    facts = [
        (say("document", lang), document.title.in_(lang)),
        (say("issuer", lang), document.issuer.in_(lang)),
        (say("number", lang), document.number or say("none", lang)),
        (say("in force", lang), f"{document.in_force_from} – {document.in_force_until or say('no end', lang)}"),
        (say("last checked", lang), document.last_checked),
    ]
    if document.addressees is not None:
        facts.append((say("addressees", lang), document.addressees.in_(lang)))
    if document.note is not None:
        facts.append((say("note", lang), document.note.in_(lang)))
    parts = [part for row in coverage(book) for part in _clause_parts(row, lang)]
    keys = [*document.covers, *(key for rule in book.rules for key in (rule.key, *rule.covers))]
    totals = [
        (say("clauses", lang), len(document.present)),
        (say("requirements", lang), len(book)),
        (say("guidance", lang), len(book.guidance)),
        (say("benchmarks", lang), len(book.benchmarks)),
        (say("circumstances", lang), len(book.circumstances)),
        (say("consequences", lang), len(book.consequences)),
        (say("document record", lang), len(document.covers)),
        (say("all keys", lang), len(keys)),
    ]
    return Group(pairs(facts), *parts, plain(""), pairs(totals))
