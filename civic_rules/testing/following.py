"""What a case says of conclusions: that something follows, is open, or does neither.

```yaml
  conclusions:
    gap-plan-owed: {stands: follows, of: k1, about: c1, due: 2013-03-31}
    attainment-priority: {stands: open, of: c2, missing: ["community c2: households"]}
    gap-plan-overdue: absent
```
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from civic_rules.errors import did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civic_rules.audit import Report
    from civic_rules.inference import Conclusion

STANDS = ("follows", "open", "absent")
"""How a conclusion may stand: it follows, it would follow if something were known, or neither."""

TEXTS = ("stands", "of", "about", "requirement", "kind")
"""What is said in a word."""

CHECKED = (*TEXTS, "due", "missing")
"""What can be said of a conclusion."""

Fault = Callable[[str, str, object], None]
"""Notes a fault: the place, what is wrong, and what was given."""


@dataclass(frozen=True, slots=True)
class Following:
    """What is expected of the conclusions of one effect.

    Attributes:
        key: The key of the effect, or its whole id.
        stands: follows, open or absent.
        of: The id of the entity that has it; None for any.
        about: The id of the other entity that it concerns; None for any.
        values: What else is checked.
    """

    key: str
    stands: str
    of: str | None
    about: str | None
    values: Mapping[str, Any]

    def check(self, report: Report) -> Iterator[str]:
        """How the conclusions differ from what is expected; nothing where they do not."""
        known = {name for book in report.rulebooks for rule in book.consequences for name in (rule.effect,)}
        short = self.key.rpartition("/")[2]
        if short not in known:
            yield f"{self.key}: no rulebook concludes this{did_you_mean(short, known)}"
            return
        found = {
            "follows": [one for one in report.conclusions if self._is_meant(one)],
            "open": [one for one in report.conclusions.open if self._is_meant(one)],
        }
        place = self.key if self.of is None else f"{self.key} of {self.of}"
        stands = next((name for name, those in found.items() if those), "absent")
        if stands != self.stands:
            yield f"{place}: expected it to be {self.stands}, got {stands}"
            return
        for one in found.get(stands, [])[:1]:
            yield from self._differences(place, one)

    def _is_meant(self, one: Conclusion) -> bool:
        about = None if one.about_party is None else one.about_party.id
        requirement = self.values.get("requirement")
        return (
            self.key in {one.key, one.id}
            and self.of in {None, one.entity_id}
            and self.about in {None, about}
            and (requirement is None or (one.requirement is not None and one.requirement.key == requirement))
        )

    def _differences(self, place: str, one: Conclusion) -> Iterator[str]:
        for name, expected in self.values.items():
            if name == "requirement":
                continue
            found = getattr(one, name)
            if (sorted(expected) != sorted(found)) if name == "missing" else (found != expected):
                yield f"{place}: expected {name} {shown(expected)}, got {shown(found)}"


def read_following(given: object, fault: Fault) -> Iterator[Following]:
    """What is expected to follow, read from a case; each fault is noted."""
    if given is None:
        return
    if not isinstance(given, dict) or not given:
        fault("conclusions", f"expected a mapping of conclusions to {_one_of(STANDS)}, got {shown(given)}", given)
        return
    for key, values in given.items():
        for one in values if isinstance(values, list) else [values]:
            yield from _following(str(key), one, fault)


def _following(key: str, given: object, fault: Fault) -> Iterator[Following]:
    where = f"conclusions.{key}"
    values = {"stands": given} if isinstance(given, str) else given
    if not isinstance(values, dict) or not values:
        fault(where, f"expected {_one_of(STANDS)}, or a mapping of {', '.join(CHECKED)}; got {shown(given)}", given)
        return
    values = {"stands": "follows", **values}
    is_sound = True
    for name, value in values.items():
        wrong = _wrong(name, value)
        if wrong:
            is_sound = False
            fault(where if name not in CHECKED else f"{where}.{name}", wrong, value)
    if is_sound:
        due = values.get("due")
        if isinstance(due, str):
            values["due"] = date.fromisoformat(due)
        yield Following(key, values.pop("stands"), values.pop("of", None), values.pop("about", None), values)


def _wrong(name: object, value: object) -> str:
    """What is wrong with one thing that is said; "" where nothing is."""
    if name not in CHECKED:
        return f"there is no {shown(name)}{did_you_mean(name, CHECKED) or f'; expected {_one_of(CHECKED)}'}"
    if name == "stands" and value not in STANDS:
        return f"expected {_one_of(STANDS)}, got {shown(value)}{did_you_mean(value, STANDS)}"
    if name in TEXTS and not isinstance(value, str):
        return f"expected text, got {shown(value)}"
    if name == "missing" and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        return f"expected a list of what is missing, got {shown(value)}"
    return "" if name != "due" or _is_day(value) else f"expected a date such as 2013-03-31, got {shown(value)}"


def _is_day(value: object) -> bool:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return value is None or (isinstance(value, date) and not isinstance(value, datetime))


def _one_of(names: tuple[str, ...]) -> str:
    return ", ".join(names)
