"""The rulebooks of the documents: one package a document, one module a section, in the order of the text."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from civic_rules.errors import UnknownRulebookError, did_you_mean
from civic_rules.messages import joined, said

if TYPE_CHECKING:
    from civic_rules.rules import Rulebook

_PACKAGES = {
    "huangjinling-2023": "huangjinling_2023",
    "shaoyang-2023-15": "shaoyang_2023_15",
    "weihai-practice": "weihai_practice",
    "yancheng-2013-6": "yancheng_2013_6",
    "yantai-2023": "yantai_2023",
}
"""The package of each rulebook, by the id of its document."""


def available() -> tuple[str, ...]:
    """The ids of the rulebooks that come with the package.

    Examples:
        >>> "yantai-2023" in available()
        True
    """
    return tuple(sorted(_PACKAGES))


def load(rulebook_id: str) -> Rulebook:
    """The rulebook of a document.

    Args:
        rulebook_id: One of `available()`.

    Raises:
        UnknownRulebookError: There is no such rulebook.

    Examples:
        >>> load("yancheng-2013-6").document.number
        '盐政发〔2013〕6号'
    """
    if rulebook_id not in _PACKAGES:
        there_are = said("; there are {known}", "；现有 {known}", known=joined(available()))
        message = said(
            "no rulebook has the id {given!r}{hint}",
            "没有编号为 {given!r} 的规则册{hint}",
            given=rulebook_id,
            hint=did_you_mean(rulebook_id, _PACKAGES) or there_are,
        )
        raise UnknownRulebookError(message)
    module = importlib.import_module(f"civic_rules.rulebooks.{_PACKAGES[rulebook_id]}")
    book: Rulebook = module.RULEBOOK
    return book
