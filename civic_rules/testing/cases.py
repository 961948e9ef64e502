"""Cases: what is given, the day, and what an audit must say of it, in a YAML file that an officer can read and write.

```yaml
- name: 470 m² are what 2,350 households need
  on: 2015-12-31
  given: {community: {id: c1, households: 2350, facility_area: 470}}
  expect:
    facility-required-area: passed
    community-size-urban: {verdict: failed, is_breach: false, measured: 2350}
  conclusions:
    gap-community: absent
```

A file is a list of cases. Each gives one entity, with its members, and says of some requirements what their findings
must be: a verdict, or a mapping of what matters. `entity` picks a member by its id. A list of mappings says something
of several members. `conclusions` says what follows, in the same way. What is not written is not checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from civic_rules.audit import audit
from civic_rules.entities import ENTITY_TYPES, Entity
from civic_rules.entities.fields import fault_message
from civic_rules.errors import (
    CivicRulesError,
    Fault,
    InvalidCaseError,
    InvalidEntityError,
    expected,
    shown,
)
from civic_rules.intake.documents import parse_yaml, path_text
from civic_rules.intake.files import read_text
from civic_rules.intake.kinds import unknown_kind
from civic_rules.messages import Message, both, english_only, joined, said
from civic_rules.rules import Rulebook
from civic_rules.testing.following import Following, hint_of, no_such, place_of, read_following
from civic_rules.units import format_number, same
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from civic_rules.audit import Finding, Report

MAX_FILE = 5_000_000
"""The size, in bytes, of the largest file of cases that is read."""

REQUIRED = ("name", "on", "given")
"""What every case says; beside that it says what is expected of findings, of conclusions or of both."""

PARTS = ("name", "on", "readings", "given", "expect", "conclusions")
"""What a case can say."""

CHECKED: dict[str, tuple[type, ...]] = {
    "verdict": (str,),
    "is_breach": (bool,),
    "is_warning": (bool,),
    "measured": (int, float, date, type(None)),
    "limit": (int, float, date, type(None)),
    "shortfall": (int, float, type(None)),
    "missing": (list,),
    "notes": (list,),
    "entity": (str,),
}
"""What can be said of a finding, and the types of its values."""

NAMES_ZH = {
    "verdict": "结论",
    "is_breach": "是否违反",
    "is_warning": "是否提示",
    "measured": "实测值",
    "limit": "限值",
    "shortfall": "差距",
    "missing": "缺少的数据",
    "notes": "说明",
}
"""What is said of a finding, in Chinese."""

TYPE_WORDS = {
    str: both("text", "文字"),
    bool: both("true or false", "“是”或“否”"),
    int: both("a whole number", "整数"),
    float: both("a number", "数"),
    date: both("a date", "日期"),
    type(None): both("null", "空值（null）"),
    list: both("a list of names", "名称的列表"),
}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the finding of one requirement must be.

    Attributes:
        key: The key of the requirement, or its whole id where several rulebooks have the key.
        entity: The id of the entity whose finding is meant; None for the entity that is given.
        values: The attributes of the finding that are checked, with the values that they must have.
    """

    key: str
    entity: str | None
    values: Mapping[str, Any]

    def check(self, report: Report) -> Iterator[Message]:
        """How the finding differs from what is expected; nothing where it does not."""
        try:
            finding = self._finding(report)
        except CivicRulesError as error:
            yield said("{key}: {wrong}", "{key}：{wrong}", key=self.key, wrong=error.message)
            return
        for name, wanted in self.values.items():
            found = getattr(finding, name)
            if not _agree(found, wanted):
                yield said(
                    "{place}: expected {name} {wanted}, got {found}{context}",
                    "{place}：{name}应为 {wanted}，实为 {found}{context}",
                    place=place_of(self.key, self.entity),
                    name=both(name, NAMES_ZH[name]),
                    wanted=_shown(wanted),
                    found=_shown(found),
                    context=_context(name, finding),
                )

    def _finding(self, report: Report) -> Finding:
        if self.entity is None:
            return report[self.key]
        found = report.for_entity(self.entity).for_requirement(self.key)
        if not found:
            wrong = said("it is not asked of {entity}", "不对 {entity} 提出这项要求", entity=self.entity)
            raise CivicRulesError(wrong)
        return found[0]


@dataclass(frozen=True, slots=True)
class Case:
    """An entity, a day, and what an audit must say of it.

    Attributes:
        source: The file that has the case.
        name: The sentence that says the fact.
        on: The day of the audit.
        entity: The entity that is given, with its members.
        expectations: What is expected of some requirements.
        readings: The options that are taken where a text leaves a choice.
        following: What is expected to follow.
    """

    source: str
    name: str
    on: date
    entity: Entity
    expectations: tuple[Expectation, ...]
    readings: Mapping[str, str] = field(default_factory=dict)
    following: tuple[Following, ...] = ()

    def check(self, rulebooks: Rulebook | Iterable[Rulebook]) -> list[Message]:
        """Run the case.

        Args:
            rulebooks: The rulebook, or the rulebooks, that have the requirements of which something is expected.

        Returns:
            A sentence for each difference from what is expected, which is English and has the Chinese as `zh`; an
            empty list where there is none.

        Examples:
            >>> import civic_rules as cr
            >>> text = '''
            ... - name: 469.9 m² are less than 2,350 households need
            ...   on: 2015-12-31
            ...   given: {community: {id: c1, households: 2350, facility_area: 469.9}}
            ...   expect: {facility-required-area: passed}
            ... '''
            >>> [case] = parse_cases(text)
            >>> case.check(cr.load("yancheng-2013-6"))
            ['facility-required-area: expected verdict passed, got failed (measured 469.9, limit 470)']
        """
        books = (rulebooks,) if isinstance(rulebooks, Rulebook) else tuple(rulebooks)
        try:
            report = audit(self.entity, books, on=self.on, readings=self.readings)
        except CivicRulesError as error:
            return [error.message]
        found = [difference for expected in self.expectations for difference in expected.check(report)]
        return found + [difference for expected in self.following for difference in expected.check(report)]

    def __str__(self) -> str:
        """The name, which says what the case is about."""
        return self.name


def read_cases(path: str | Path) -> list[Case]:
    """Read a file of cases.

    Args:
        path: A YAML file in UTF-8.

    Raises:
        UnreadableFileError: The file is absent, too large or no YAML.
        InvalidCaseError: Some cases have faults; all of them are listed.
    """
    return parse_cases(read_text(path, limit=MAX_FILE), str(path))


def parse_cases(text: str, source: str = "cases") -> list[Case]:
    """Read cases from the text of a file.

    Args:
        text: YAML.
        source: What messages call the text.

    Raises:
        UnreadableFileError: The text is no YAML.
        InvalidCaseError: Some cases have faults; all of them are listed.
    """
    faults: list[Fault] = []
    raw = _plain_data(text, source)
    if not isinstance(raw, list):
        raise InvalidCaseError(source, [Fault("", expected(both("a list of cases", "案例的列表"), raw), raw)])
    read = [_CaseReader(source, number, one, faults).read() for number, one in enumerate(raw)]
    cases = [case for case in read if case is not None]
    faults += _doubled(cases)
    if faults:
        raise InvalidCaseError(source, faults)
    return cases


def _doubled(cases: Iterable[Case]) -> Iterator[Fault]:
    """A fault for each name that an earlier case of the file has."""
    seen: set[str] = set()
    for case in cases:
        if case.name in seen:
            message = both("name: another case has this name", "name：另一个案例也叫这个名称")
            yield Fault(_place(case.name, 0), message, case.name)
        seen.add(case.name)


def _plain_data(text: str, source: str) -> object:
    """YAML as plain data."""
    try:
        return parse_yaml(text, source).sound(source)
    except InvalidEntityError as error:
        raise InvalidCaseError(source, error.faults) from None


class _CaseReader:
    """Reads one case and notes each of its faults."""

    def __init__(self, source: str, number: int, raw: object, faults: list[Fault]) -> None:
        self.source = source
        self.raw = raw
        self.faults = faults
        name = raw.get("name") if isinstance(raw, dict) else None
        self.place = _place(name, number)

    def fault(self, where: str, message: Message, value: object = None) -> None:
        """Note a fault of this case."""
        place = said("{case}, {where}", "{case}，{where}", case=self.place, where=where) if where else self.place
        self.faults.append(Fault(place, message, value))

    def read(self) -> Case | None:
        """The case, or None where it has faults."""
        if not isinstance(self.raw, dict):
            message = said(
                "expected a mapping of {parts}; got {given}",
                "应为含 {parts} 的映射；实为 {given}",
                parts=joined(PARTS),
                given=shown(self.raw),
            )
            self.fault("", message, self.raw)
            return None
        before = len(self.faults)
        self.keys("", self.raw, PARTS)
        for part in REQUIRED:
            if self.raw.get(part) is None:
                self.fault(part, both("required and not given", "必填，但没有填写"))
        name, on, readings = self.name(), self.day(), self.readings()
        if self.raw.get("expect") is None and self.raw.get("conclusions") is None:
            message = both(
                "required and not given, unless conclusions is given", "必填，但没有填写；写了 conclusions 则可以不写"
            )
            self.fault("expect", message)
        entity, expectations = self.given(), tuple(self.expectations())
        following = tuple(read_following(self.raw.get("conclusions"), self.fault))
        if len(self.faults) > before or entity is None or on is None:
            return None
        return Case(self.source, name, on, entity, expectations, readings, following)

    def keys(self, where: str, given: Mapping[object, object], known: Iterable[str]) -> None:
        """Note every key that is not known."""
        for key in given:
            if key not in list(known):
                self.fault(where, no_such(key, known), given[key])

    def name(self) -> str:
        """The sentence that says the fact."""
        name = self.raw.get("name")  # type: ignore[attr-defined]  # read() has checked that it is a mapping
        if name is not None and (not isinstance(name, str) or not name.strip()):
            self.fault("name", expected(both("a sentence", "一句话"), name), name)
        return str(name)

    def day(self) -> date | None:
        """The day of the audit."""
        on = self.raw.get("on")  # type: ignore[attr-defined]  # as above
        day = _day(on)
        if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
            return day
        self.fault("on", expected(both("a date such as 2015-12-31", "日期（如 2015-12-31）"), on), on)
        return None

    def readings(self) -> Mapping[str, str]:
        """The options that are taken; whether there are such readings is known when the case is run."""
        chosen = self.raw.get("readings", {})  # type: ignore[attr-defined]  # as above
        if isinstance(chosen, dict) and all(isinstance(one, str) for pair in chosen.items() for one in pair):
            return chosen
        wanted = both("a mapping of readings to options", "从解读到选项的映射")
        self.fault("readings", expected(wanted, chosen), chosen)
        return {}

    def given(self) -> Entity | None:
        """The entity that is given."""
        given = self.raw.get("given")  # type: ignore[attr-defined]  # as above
        if given is None:
            return None
        if not isinstance(given, dict) or len(given) != 1:
            wanted = both("one kind of entity with its fields", "一种对象和它的字段")
            self.fault("given", expected(wanted, given), given)
            return None
        [(kind, fields)] = given.items()
        kinds = {word: model for model in ENTITY_TYPES.values() for word in (model.kind, model.kind_zh)}
        if kind not in kinds:
            self.fault("given", unknown_kind(kind, kinds), kind)
            return None
        try:
            return kinds[kind].model_validate(fields)
        except ValidationError as error:
            for line in error.errors(include_url=False):
                self.fault(path_text(("given", kind, *line["loc"])), fault_message(line), line["input"])
        return None

    def expectations(self) -> Iterator[Expectation]:
        """What is expected, requirement by requirement."""
        expect = self.raw.get("expect")  # type: ignore[attr-defined]  # as above
        if expect is None:
            return
        if not isinstance(expect, dict) or not expect:
            wanted = both("a mapping of requirements to verdicts", "从要求到结论的映射")
            self.fault("expect", expected(wanted, expect), expect)
            return
        for key, values in expect.items():
            for one in values if isinstance(values, list) else [values]:
                yield from self.expectation(str(key), one)

    def expectation(self, key: str, given: object) -> Iterator[Expectation]:
        """What is expected of one finding."""
        where = f"expect.{key}"
        values = {"verdict": given} if isinstance(given, str) else given
        if not isinstance(values, dict) or not values:
            message = said(
                "expected a verdict or a mapping of {names}; got {given}",
                "应为结论，或含 {names} 的映射；实为 {given}",
                names=joined(CHECKED),
                given=shown(given),
            )
            self.fault(where, message, given)
            return
        self.keys(where, values, CHECKED)
        checked: dict[str, Any]
        checked = {name: _day(value) if date in CHECKED.get(name, ()) else value for name, value in values.items()}
        for name, value in checked.items():
            if name in CHECKED:
                self.value(f"{where}.{name}", name, value)
        yield Expectation(key, checked.pop("entity", None), checked)

    def value(self, where: str, name: str, value: object) -> None:
        """Check what is expected of one attribute of a finding."""
        kinds = CHECKED[name]
        is_truth = isinstance(value, bool)
        if type(value) not in kinds or (is_truth and bool not in kinds):
            words = [TYPE_WORDS[kind] for kind in kinds if kind is not int or float not in kinds]
            self.fault(where, expected(joined(words, " or ", "或"), value), value)
        elif name == "verdict" and value not in list(Verdict):
            message = said(
                "there is no verdict {given}{hint}",
                "没有 {given} 这种结论{hint}",
                given=shown(value),
                hint=hint_of(value, [verdict.value for verdict in Verdict]),
            )
            self.fault(where, message, value)
        elif isinstance(value, list) and not all(isinstance(one, str) for one in value):
            self.fault(where, expected(TYPE_WORDS[list], value), value)


def _place(name: object, number: int) -> Message:
    """The case that has a fault, by its name or its number."""
    if isinstance(name, str):
        return said("case {name!r}", "案例 {name!r}", name=name)
    return said("case {number}", "第 {number} 个案例", number=number + 1)


def _day(value: object) -> object:
    """The day that an ISO text names; anything else as it is."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _agree(found: object, expected: object) -> bool:
    """Whether a finding has what is expected; numbers by the one tolerance, names in any order."""
    if isinstance(expected, list):
        return sorted(expected) == sorted(found if isinstance(found, tuple) else ())
    both = [one for one in (found, expected) if isinstance(one, (int, float)) and not isinstance(one, bool)]
    if len(both) == 2:  # noqa: PLR2004  both are numbers
        return same(*both)
    return type(found) is type(expected) and found == expected if isinstance(expected, bool) else found == expected


def _shown(value: object) -> Message:
    if value is None:
        return both("nothing", "无")
    if isinstance(value, bool):
        return both("true", "是（true）") if value else both("false", "否（false）")
    if isinstance(value, (int, float)):
        return english_only(format_number(value))
    if isinstance(value, (list, tuple)):
        return english_only(f"[{', '.join(value)}]")
    return english_only(str(value))


def _context(name: str, finding: Finding) -> Message:
    """What helps to see why a verdict is another than expected."""
    if name != "verdict":
        return Message()
    if finding.verdict is Verdict.CANNOT_TELL:
        reasons = joined([*finding.missing, *finding.notes])
        return said(" (missing {reasons})", "（缺少 {reasons}）", reasons=reasons) if reasons else Message()
    if finding.measured is None and finding.limit is None:
        return Message()
    return said(
        " (measured {measured}, limit {limit})",
        "（实测值 {measured}，限值 {limit}）",
        measured=_shown(finding.measured),
        limit=_shown(finding.limit),
    )
