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

from civic_rules.errors import did_you_mean, expected, shown
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from civic_rules.audit import Report
    from civic_rules.inference import Conclusion

NAMES_ZH = {"of": "对象", "about": "所涉对象", "kind": "类别", "due": "期限", "missing": "缺少的数据"}
"""What is said of a conclusion, in Chinese."""

STANDS = ("follows", "open", "absent")
"""How a conclusion may stand: it follows, it would follow if something were known, or neither."""

TEXTS = ("stands", "of", "about", "requirement", "kind")
"""What is said in a word."""

CHECKED = (*TEXTS, "due", "missing")
"""What can be said of a conclusion."""

Fault = Callable[[str, Message, object], None]
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

    def check(self, report: Report) -> Iterator[Message]:
        """How the conclusions differ from what is expected; nothing where they do not."""
        known = {name for book in report.rulebooks for rule in book.consequences for name in (rule.effect,)}
        short = self.key.rpartition("/")[2]
        if short not in known:
            yield said(
                "{key}: no rulebook concludes this{hint}",
                "{key}：规则册中没有这个推论{hint}",
                key=self.key,
                hint=did_you_mean(short, known),
            )
            return
        found = {
            "follows": [one for one in report.conclusions if self._is_meant(one)],
            "open": [one for one in report.conclusions.open if self._is_meant(one)],
        }
        place = place_of(self.key, self.of)
        stands = next((name for name, those in found.items() if those), "absent")
        if stands != self.stands:
            yield said(
                "{place}: expected it to be {wanted}, got {found}",
                "{place}：应为 {wanted}，实为 {found}",
                place=place,
                wanted=self.stands,
                found=stands,
            )
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

    def _differences(self, place: Message, one: Conclusion) -> Iterator[Message]:
        for name, wanted in self.values.items():
            if name == "requirement":
                continue
            found = getattr(one, name)
            if (sorted(wanted) != sorted(found)) if name == "missing" else (found != wanted):
                yield said(
                    "{place}: expected {name} {wanted}, got {found}",
                    "{place}：{name}应为 {wanted}，实为 {found}",
                    place=place,
                    name=both(name, NAMES_ZH.get(name, name)),
                    wanted=shown(wanted),
                    found=shown(found),
                )


def read_following(given: object, fault: Fault) -> Iterator[Following]:
    """What is expected to follow, read from a case; each fault is noted."""
    if given is None:
        return
    if not isinstance(given, dict) or not given:
        wanted = said("a mapping of conclusions to {stands}", "从推论到 {stands} 的映射", stands=joined(STANDS))
        fault("conclusions", expected(wanted, given), given)
        return
    for key, values in given.items():
        for one in values if isinstance(values, list) else [values]:
            yield from _following(str(key), one, fault)


def _following(key: str, given: object, fault: Fault) -> Iterator[Following]:
    where = f"conclusions.{key}"
    values = {"stands": given} if isinstance(given, str) else given
    if not isinstance(values, dict) or not values:
        message = said(
            "expected {stands}, or a mapping of {names}; got {given}",
            "应为 {stands}，或含 {names} 的映射；实为 {given}",
            stands=joined(STANDS),
            names=joined(CHECKED),
            given=shown(given),
        )
        fault(where, message, given)
        return
    values = {"stands": "follows", **values}
    is_sound = True
    for name, value in values.items():
        wrong = _wrong(name, value)
        if wrong is not None:
            is_sound = False
            fault(where if name not in CHECKED else f"{where}.{name}", wrong, value)
    if is_sound:
        due = values.get("due")
        if isinstance(due, str):
            values["due"] = date.fromisoformat(due)
        yield Following(key, values.pop("stands"), values.pop("of", None), values.pop("about", None), values)


def _wrong(name: object, value: object) -> Message | None:
    """What is wrong with one thing that is said; None where nothing is."""
    if name not in CHECKED:
        return no_such(name, CHECKED)
    if name == "stands" and value not in STANDS:
        return expected(joined(STANDS), value, did_you_mean(value, STANDS))
    if name in TEXTS and not isinstance(value, str):
        return expected(both("text", "文字"), value)
    if name == "missing" and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        return expected(both("a list of what is missing", "缺少的数据的列表"), value)
    if name == "due" and not _is_day(value):
        return expected(both("a date such as 2013-03-31", "日期（如 2013-03-31）"), value)
    return None


def no_such(name: object, known: Iterable[str]) -> Message:
    """That nothing of this name can be said, with the nearest name or all that there are."""
    return said("there is no {name}{hint}", "没有 {name} 这一项{hint}", name=shown(name), hint=hint_of(name, known))


def hint_of(name: object, known: Iterable[str]) -> Message:
    """The nearest of some names, or all of them where none comes close."""
    names = list(known)
    return did_you_mean(str(name), names) or said("; expected {names}", "；应为 {names}", names=joined(names))


def place_of(key: str, entity: str | None) -> Message:
    """Of which finding, or conclusion, a difference is."""
    if entity is None:
        return both(key, key)
    return said("{key} of {entity}", "{entity} 的 {key}", key=key, entity=entity)


def _is_day(value: object) -> bool:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return value is None or (isinstance(value, date) and not isinstance(value, datetime))
