"""What an audit can say of a requirement, and the three-valued logic behind it.

A truth is `True`, `False` or `None`; `None` means that it is not known. And, or and not are Kleene's: what is
unknown stays unknown unless the known part settles the matter.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Truth = bool | None
"""True, False, or None for not known."""


class Verdict(StrEnum):
    """The four outcomes of a requirement; the words are those of W3C EARL.

    Examples:
        >>> Verdict.of(None)
        <Verdict.CANNOT_TELL: 'cannot_tell'>
        >>> Verdict("failed").title("zh")
        '未达标'
    """

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cannot_tell"
    INAPPLICABLE = "inapplicable"

    @classmethod
    def of(cls, truth: Truth) -> Verdict:
        """The verdict of a requirement that applies and whose condition has this truth."""
        if truth is None:
            return cls.CANNOT_TELL
        return cls.PASSED if truth else cls.FAILED

    def title(self, lang: str = "en") -> str:
        """The verdict in words, in English ("en") or Chinese ("zh")."""
        return _TITLES[self][0 if lang == "zh" else 1]


_TITLES = {
    Verdict.PASSED: ("达标", "passed"),
    Verdict.FAILED: ("未达标", "failed"),
    Verdict.CANNOT_TELL: ("无法判断", "cannot tell"),
    Verdict.INAPPLICABLE: ("不适用", "not applicable"),
}


def all_true(truths: Iterable[Truth]) -> Truth:
    """Kleene's and: False where one is false, else unknown where one is unknown.

    Examples:
        >>> all_true([True, None]), all_true([False, None]), all_true([])
        (None, False, True)
    """
    known: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            known = None
    return known


def any_true(truths: Iterable[Truth]) -> Truth:
    """Kleene's or: True where one is true, else unknown where one is unknown.

    Examples:
        >>> any_true([False, None]), any_true([True, None]), any_true([])
        (None, True, False)
    """
    known: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            known = None
    return known


def negation(truth: Truth) -> Truth:
    """Kleene's not: what is unknown stays unknown.

    Examples:
        >>> negation(None), negation(True)
        (None, False)
    """
    return None if truth is None else not truth
