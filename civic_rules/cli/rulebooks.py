"""The commands that look at rulebooks alone: `rulebooks`, `show`, `coverage` and `pages`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

import civic_rules as cr
from civic_rules.cli.options import InLang, Lang, bad, not_empty
from civic_rules.cli.output import show_view
from civic_rules.errors import InvalidRulebookError, UnknownRequirementError, shown
from civic_rules.intake import read_text, write_text
from civic_rules.messages import Message, joined, said


def rulebooks(lang: InLang = Lang.EN) -> int:
    """List the rulebooks that come with the package."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    show_view(reports.rulebooks_view([cr.load(one) for one in cr.available()], lang.value), None)
    return 0


def show(
    rule: Annotated[str, typer.Argument(metavar="ID/KEY", help="The id of a rulebook, and the key of a rule in it.")],
    rulebook: Annotated[
        str | None, typer.Option(metavar="FILE", callback=not_empty, help="A JSON file of a rulebook of your own.")
    ] = None,
    lang: InLang = Lang.EN,
) -> int:
    """Show what a rule says: its clause, its formula, its readings, the data that it needs."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    head, slash, key = rule.partition("/")
    if not slash and rulebook is None:
        raise UnknownRequirementError(_where_is(rule))
    book = rulebook_of(head if rulebook is None else rulebook)
    show_view(reports.rule_view(book, book.rule(key if slash and head == book.id else rule), lang.value), None)
    return 0


def coverage(
    rulebook: Annotated[str, typer.Argument(metavar="ID", help="A rulebook, or a JSON file of one.")],
    lang: InLang = Lang.EN,
) -> int:
    """Show what of a document is encoded, clause by clause."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    show_view(reports.coverage_view(rulebook_of(rulebook), lang.value), None)
    return 0


def pages(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", callback=not_empty, help="A folder that is there.")],
    rulebook: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A rulebook, or a JSON file of one; repeatable.")
    ] = None,
    lang: InLang = Lang.EN,  # noqa: ARG001  the language of messages
) -> int:
    """Write a page of Markdown for each rulebook, and one for what they share."""
    from civic_rules import reports  # noqa: PLC0415  rich is slow to import

    books = [rulebook_of(one) for one in rulebook or cr.available()]
    for name, text in reports.pages(books).items():
        write_text(Path(folder) / name, text)
    return 0


def rulebook_of(given: str) -> cr.Rulebook:
    """A rulebook by its id, or out of a JSON file."""
    if given in cr.available() or not (given.lower().endswith(".json") or os.sep in given or Path(given).is_file()):
        return cr.load(given)
    try:
        return cr.Rulebook.from_json(read_text(given))
    except InvalidRulebookError as error:
        message = said("{file}: {wrong}", "{file}：{wrong}", file=given, wrong=error.message)
        raise bad(message, "--rulebook") from None


def _where_is(key: str) -> Message:
    found = joined([f"{book}/{key}" for book in cr.available() if key in cr.load(book)], " or ", " 或 ")
    return said(
        "expected the id of a rulebook and a key, as in {book}/KEY; got {given}{hint}",
        "应为规则册的编号和规则的编号，如 {book}/KEY；实为 {given}{hint}",
        book=cr.available()[0],
        given=shown(key),
        hint=said("; did you mean {found}?", "；是否想写 {found}？", found=found) if found else Message(),
    )
