"""Draws that are the same on every machine and every Python: the source of all that is made up here."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Option = TypeVar("Option")

UNKNOWN_FACTS = 0.03
"""The share of single facts that nobody recorded."""


class Draw:
    """A source of choices that follows from its seed alone.

    Only `Random.random` is used: it is the one method whose sequence Python promises to keep.

    Examples:
        >>> Draw("a").whole(1, 6) == Draw("a").whole(1, 6)
        True
    """

    def __init__(self, seed: str) -> None:
        """Start from a seed."""
        self._next = random.Random(seed).random  # noqa: S311  examples, no secrets

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self._next() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def between(self, low: float, high: float) -> float:
        """A number from low up to high."""
        return low + self._next() * (high - low)

    def one_of(self, options: Sequence[Option]) -> Option:
        """One of the options; an option that stands twice is twice as likely."""
        return options[int(self._next() * len(options))]

    def day(self, first: date, last: date) -> date:
        """A day from the first to the last, both included."""
        return first + timedelta(days=self.whole(0, (last - first).days))

    def all_but_one(self, items: Sequence[str]) -> list[str]:
        """The items without one of them."""
        left_out = self.one_of(items)
        return [item for item in items if item != left_out]

    def listing(self, items: Sequence[str], *, full: float = 0.8) -> object:
        """What is known of a list: mostly all of it there, else one item not there, one not known, or nothing known.

        Args:
            items: The complete list.
            full: The share of draws in which all of it is there.
        """
        if self.chance(full):
            return list(items)
        rest = self.all_but_one(items)
        return self.one_of((rest, dict.fromkeys(rest, True), None))

    def misuses(self, kinds: Sequence[str]) -> list[str] | None:
        """What a review found: mostly nothing, now and then one misuse; None where nobody looked."""
        return [] if self.chance(0.8) else self.one_of((None, [self.one_of(kinds)]))

    def with_gaps(self, facts: Mapping[str, object]) -> dict[str, object]:
        """The facts that somebody recorded."""
        return {name: fact for name, fact in facts.items() if not self.chance(UNKNOWN_FACTS)}
