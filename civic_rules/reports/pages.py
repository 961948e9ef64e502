"""Rulebooks as pages of Markdown in both languages, made from the rules themselves: `docs/rulebooks/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from civic_rules.expressions import nodes, words
from civic_rules.expressions.formulas import formula
from civic_rules.expressions.kinds import arrangement_term
from civic_rules.expressions.sentences import SENSES, sentence
from civic_rules.indicators import INDICATORS
from civic_rules.reports.patterns import consequence_rows
from civic_rules.reports.wording import say
from civic_rules.rules import Benchmark, Circumstance, Consequence, Requirement, coverage, limits_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from civic_rules.expressions import Reading
    from civic_rules.rules import ClauseCoverage, Limit, Rule, Rulebook
    from civic_rules.rules.documents import Citation
    from civic_rules.text import Text

MADE = "<!-- Made by `civic-rules pages`: a change by hand is lost. -->"


def pages(books: Sequence[Rulebook]) -> dict[str, str]:
    """The pages of some rulebooks, by the name of the file that each goes to.

    There is one for each rulebook, one for what several of them share, and one that lists them all.

    Args:
        books: The rulebooks.

    Examples:
        >>> import civic_rules as cr
        >>> made = pages([cr.load("yancheng-2013-6")])
        >>> list(made)
        ['README.md', 'indicators.md', 'yancheng-2013-6.md']
    """
    made = {"README.md": _list_page(books), "indicators.md": indicator_page(books)}
    return made | {f"{book.id}.md": rulebook_page(book) for book in books}


def rulebook_page(book: Rulebook) -> str:
    """Everything that a rulebook says, clause by clause: titles, formulas, dates, modality, departments, readings.

    Args:
        book: The rulebook.
    """
    document = book.document
    facts = [
        ("issuer", _both(document.issuer)),
        ("number", document.number or _word("none")),
        ("in force", f"{document.in_force_from} – {document.in_force_until or _word('no end')}"),
        ("last checked", str(document.last_checked)),
        ("requirements", str(len(book))),
        ("guidance", str(len(book.guidance))),
        ("benchmarks", str(len(book.benchmarks))),
        ("consequences", str(len(book.consequences))),
    ]
    lines = [f"# {document.title.zh}", "", MADE, "", document.title.en, ""]
    lines += [f"- {_word(name)}: {value}" for name, value in facts]
    if document.addressees is not None:
        lines.append(f"- {_word('addressees')}: {_both(document.addressees)}")
    if document.note is not None:
        lines += ["", *_paragraphs(document.note)]
    lines += [line for row in coverage(book) for line in _clause(row, book)]
    lines += _readings(book)
    return _text(lines)


def indicator_page(books: Sequence[Rulebook]) -> str:
    """What several documents ask of one thing: the limits on each indicator, and the arrangements they share.

    Args:
        books: The rulebooks, a column each.
    """
    lines = ["# 指标与文件 · Indicators and documents", "", MADE, ""]
    lines += [
        "One indicator has a limit in each document that sets one. A document that only reports gives its figure.",
        "Below the indicators stand the arrangements that more than one document asks for.",
        "",
        *_table(("指标 · indicator", *(book.id for book in books)), _indicator_rows(books)),
        "",
        "## 共同的制度 · Shared arrangements",
        "",
        *_table(("制度 · arrangement", *(book.id for book in books)), _arrangement_rows(books)),
    ]
    return _text(lines)


def _list_page(books: Iterable[Rulebook]) -> str:
    rows = [
        (f"[`{book.id}`]({book.id}.md)", _both(book.document.title), _both(book.document.issuer), str(len(book)))
        for book in books
    ]
    headers = ("rulebook", _word("document"), _word("issuer"), _word("requirements"))
    lines = ["# 规则册 · Rulebooks", "", MADE, "", *_table(headers, rows), ""]
    lines.append("[What the documents set on one indicator](indicators.md), and the arrangements that they share.")
    return _text(lines)


def _clause(row: ClauseCoverage, book: Rulebook) -> Iterator[str]:
    """A clause with the rules that stand for it; a rule that is said in several clauses stands at the first."""
    yield from ("", f"## {row.clause.number} {_both(row.clause.title)}")
    for rule in (*row.requirements, *row.guidance, *row.benchmarks, *row.circumstances, *row.consequences):
        if rule.source.clause == row.clause.number:
            yield from _rule(rule, book)
        else:
            yield from ("", f"→ `{rule.key}` ({rule.source.clause})")
    if row.clause.covers:
        yield from ("", f"- {_word('document record')}: {', '.join(f'`{key}`' for key in row.clause.covers)}")
    if row.clause.is_absent:
        yield from ("", _word("absent"))


def _rule(rule: Rule, book: Rulebook) -> Iterator[str]:
    yield from ("", f"### `{rule.key}`", "", f"**{rule.title.zh}** · {rule.title.en}", "")
    yield f"- {_word('clause')}: {_citation(rule.source)}"
    for other in rule.restated_in:
        yield f"- {_word('also said in')}: {_citation(other)}"
    if isinstance(rule, Requirement):
        yield from _requirement(rule)
    elif isinstance(rule, Benchmark):
        yield from _benchmark(rule)
    elif isinstance(rule, Circumstance):
        yield f"- {_word('kind')}: {_kind(rule.subject)}"
        yield from _expression("circumstance", rule.holds)
        if rule.readings:
            yield f"- {_word('reading')}: {', '.join(_to_reading(reading) for reading in rule.readings)}"
    elif isinstance(rule, Consequence):
        both = zip(*(consequence_rows(rule, book, lang) for lang in ("zh", "en")), strict=True)
        yield from (f"- {_word(name)}: {zh}。 {en}." for (name, zh), (_, en) in both)
    else:
        yield f"- {_word('guidance')}: {_word('guidance note')}"
    if rule.covers:
        yield f"- {_word('covers')}: {', '.join(f'`{key}`' for key in rule.covers)}"
    if rule.note is not None:
        yield from ("", *_paragraphs(rule.note))


def _requirement(rule: Requirement) -> Iterator[str]:
    strength = f"{rule.modality.title('zh')} · {rule.modality.title('en')}"
    yield f"- {_word('kind')}: {_kind(rule.subject)}; {_word('modality')}: {strength}"
    if rule.due is not None:
        yield f"- {_word('due')}: {rule.due}"
    if rule.until is not None:
        yield f"- {_word('until')}: {rule.until}"
    if rule.variant_of is not None:
        yield f"- {_word('variant of')}: `{rule.variant_of}`"
    if rule.responsible:
        names = zip(rule.responsible_in("zh"), rule.responsible_in("en"), strict=True)
        yield f"- {_word('responsible')}: {'; '.join(map(' · '.join, names))}"
    for name, node in (("condition", rule.must), ("when", rule.when), ("breach only when", rule.breach_when)):
        if node is not None:
            yield from _expression(name, node)
    if rule.readings:
        yield f"- {_word('reading')}: {', '.join(_to_reading(reading) for reading in rule.readings)}"


def _benchmark(rule: Benchmark) -> Iterator[str]:
    value = " · ".join(words.amount_text(rule.value.value, rule.value.unit, lang) for lang in ("zh", "en"))
    yield f"- {_word('kind')}: {_kind(rule.subject)}; {_word('value')}: {value}"
    yield f"- {_word('better')}: {rule.direction.title('zh')} · {rule.direction.title('en')}"
    for node in rule.by_kind.values():
        yield from _expression("measures", node)


def _expression(name: str, node: nodes.Node) -> Iterator[str]:
    yield f"- {_word(name)}: {sentence(node, 'zh')}。 {sentence(node, 'en')}."
    yield f"  - {_word('formula')}: {_code(formula(node))}"


def _readings(book: Rulebook) -> Iterator[str]:
    found = {reading.key: reading for reading in book.readings}
    if found:
        yield from ("", f"## {_word('readings')}")
    for reading in found.values():
        yield from ("", f"### {reading.key}", "", f"**{reading.title.zh}** {reading.title.en}", "")
        for option in reading.options:
            mark = f" ({_word('default')})" if option.key == reading.default else ""
            yield f"- `{option.key}`: {_both(option.title)}{mark}"
        if reading.default is None:
            yield f"- {_word('no default')}"
        yield from ("", *_paragraphs(reading.reason))


def _indicator_rows(books: Sequence[Rulebook]) -> Iterator[tuple[str, ...]]:
    for indicator in INDICATORS:
        cells = [_limits(limits_on(indicator, book), book) for book in books]
        if any(cells):
            yield (f"**{indicator.title.zh}** {indicator.title.en}", *cells)


def _limits(found: Iterable[Limit], book: Rulebook) -> str:
    return "<br>".join(f"{_limit(limit)}: {_to_rule(limit.rule, book)}" for limit in found)


def _limit(limit: Limit) -> str:
    """A limit, with whom it is asked of and how strongly."""
    sense = "" if limit.sense is None else f"{SENSES[limit.sense][2]} "
    amount = words.amount_text(limit.value.value, limit.value.unit, "en")
    return f"{sense}{amount} ({words.kind_name(limit.rule.subject, 'en')}, {limit.rule.modality.title('en')})"


def _arrangement_rows(books: Sequence[Rulebook]) -> Iterator[tuple[str, ...]]:
    """The arrangements of which more than one document speaks, in the order of their names."""
    asked: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for book in books:
        for rule in (one for one in book.rules if isinstance(one, (Requirement, Benchmark))):
            for node in (part for top in rule.expressions() for part in top.walk()):
                if isinstance(node, (nodes.InPlace, nodes.HasParts)):
                    cells = asked.setdefault((node.arrangement, node.subject), {})
                    cells.setdefault(book.id, {})[rule.key] = _to_rule(rule, book)
    for (name, kind), cells in sorted(asked.items()):
        if len(cells) > 1:
            term = arrangement_term(kind, name)
            label = f"**{term.title('zh')}** {term.title('en')} ({words.kind_name(kind, 'en')})"
            yield (label, *("<br>".join(cells.get(book.id, {}).values()) for book in books))


def _to_rule(rule: Rule, book: Rulebook) -> str:
    return f"[`{rule.key}`]({book.id}.md#{rule.key})"


def _to_reading(reading: Reading) -> str:
    return f"[`{reading.key}`](#{reading.key})"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headers)} |"
    yield f"|{'---|' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _citation(citation: Citation) -> str:
    terms = "、".join(citation.evidence)
    return f"{citation.clause} ({terms})" if terms else citation.clause


def _paragraphs(text: Text) -> tuple[str, ...]:
    return (text.zh, "", text.en)


def _both(text: Text) -> str:
    return f"{text.zh} · {text.en}"


def _word(name: str) -> str:
    zh, en = say(name, "zh"), say(name, "en")
    return zh if zh == en else f"{zh} · {en}"


def _kind(kind: str) -> str:
    return f"{words.kind_name(kind, 'zh')} · {words.kind_name(kind, 'en')}"


def _code(text: str) -> str:
    """A text in a span of code, fenced by more backticks than it has in a row."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{text}{fence}"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
