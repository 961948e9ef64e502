"""What is known of a step, a plan, an arrangement or a dated event: parts of entities that have no id of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic_core import core_schema

from civic_rules.entities.base import Record
from civic_rules.entities.fields import (
    TRUTHS,
    Day,
    FieldLabel,
    Listing,
    Nested,
    OneOf,
    Words,
    YesNo,
    fault,
    gathered,
    given_twice,
    is_chinese,
    named_in,
    one_of,
)
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.terms import EventKind, FilingBody, GapMeans
from civic_rules.entities.vocabulary import Arrangement
from civic_rules.errors import did_you_mean, expected, shown
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler


class Step(Record):
    """An act that is done or not, with its day. In data a date alone, or true or false alone, is enough."""

    expected: ClassVar[Message] = both(
        "a date such as 2013-03-31, or true or false", "日期（如 2013-03-31），或“是”“否”"
    )
    kind_zh: ClassVar[str] = "步骤"

    done: Annotated[bool | None, YesNo("已完成")] = None
    """Whether it was done. A known day says that it was."""
    on: Annotated[date | None, Day("日期")] = None
    """The day on which it was done."""

    denials: ClassVar[tuple[tuple[str, str], ...]] = (("on", "done"),)

    @classmethod
    def expand(cls, data: object) -> object:
        """A day says that the step was done then; true or false says no day."""
        if isinstance(data, (bool, date)):
            return {"done": data} if isinstance(data, bool) else {"done": True, "on": data}
        if isinstance(data, str):
            word = data.strip().lower()
            return {"done": TRUTHS[word]} if word in TRUTHS else {"done": True, "on": data}
        if isinstance(data, Mapping) and data.get("on") is not None and data.get("done") is None:
            return {**data, "done": True}
        return data


class Plan(Record):
    """A plan that a county or a community owes: when it was complete, when and with whom it was filed."""

    kind_zh: ClassVar[str] = "方案"

    completed: Annotated[Step | None, Nested("编制完成")] = None
    """Completion, or the day on which the plan was put forward."""
    filed: Annotated[Step | None, Nested("备案")] = None
    """Filing with the bodies that keep it."""
    filed_with: Annotated[Mapping[FilingBody, bool] | None, Listing("备案机关", (), FilingBody)] = None
    """The bodies with which it was filed."""
    means: Annotated[Mapping[GapMeans, bool] | None, Listing("解决途径", (), GapMeans)] = None
    """The ways in which a plan for a community without enough room provides it."""


class Event(Record):
    """Something that happened on a day."""

    kind_zh: ClassVar[str] = "事项"

    kind: Annotated[EventKind, OneOf("事项", (), EventKind)]
    """What happened."""
    on: Annotated[date, Day("日期")]
    """The day on which it happened."""
    note: Annotated[str | None, Words("备注")] = None
    """Where it is recorded, or any other remark."""


class Attestation(Record):
    """What is known of an arrangement: whether it is in place, its parts, since when, and where that is recorded.

    In data `true` or `false` alone says whether it is in place; a list alone is the complete list of its parts.
    """

    kind_zh: ClassVar[str] = "制度情况"

    in_place: Annotated[bool | None, YesNo("已建立")] = None
    """Whether it is in place. One part that is in place says that it is."""
    parts: Mapping[str, bool] = FrozenDict()
    """Its parts by id: true for in place, false for not; a part that is not named is not known."""
    since: Annotated[date | None, Day("起始日期")] = None
    """The day since which it has been in place."""
    recorded_in: Annotated[str | None, Words("依据")] = None
    """The record that shows it."""

    @classmethod
    def expand(cls, data: object) -> object:
        """Write true, false and an unchecked list in full."""
        if isinstance(data, bool):
            return {"in_place": data}
        return data

    def part(self, name: str) -> bool | None:
        """Whether a part is in place: nothing is in place of what is not."""
        return self.states((name,))[0]

    def states(self, names: Sequence[str]) -> list[bool | None]:
        """Whether each of several parts is in place."""
        known, otherwise = self.parts, False if self.in_place is False else None
        return [known.get(name, otherwise) for name in names]

    def contradictions(self) -> Iterator[tuple[str, Message]]:
        """Nothing is in place of what is not."""
        there = [name for name, known in self.parts.items() if known]
        if self.in_place is False and there:
            yield "parts", part_text(both(there[0], there[0]), both("in_place", "已建立"))


def part_text(part: Message, whole: Message) -> Message:
    """What is wrong with a part that is in place of what is not.

    Args:
        part: The part.
        whole: The fact that is false.
    """
    return said("{part} is in place, but {whole} is false", "“{part}”已有，但“{whole}”为否", part=part, whole=whole)


@dataclass(frozen=True, slots=True)
class Attested(FieldLabel):
    """What is known of the arrangements of a vocabulary: a mapping from terms to attestations.

    Attributes:
        vocabulary: The arrangements that the entity may have.
    """

    vocabulary: type[Arrangement] = Arrangement

    kind: ClassVar[str] = "arrangements"

    def read(self, value: object) -> object:
        """A frozen mapping; a term that is not named is not known."""
        if value is None:
            return FrozenDict()
        if not isinstance(value, Mapping):
            raise fault("arrangements", expected(both("a mapping of arrangements", "从制度名到情况的映射"), value))
        made: dict[Arrangement, Attestation] = {}
        with gathered("arrangements") as faults:
            for key, given in value.items():
                with faults.at(str(key), given):
                    term: Any = OneOf("", (), self.vocabulary).read(key)
                    if term in made:
                        raise fault("twice", given_twice(term.value, term.zh))
                    made[term] = _attestation(term, given)
        return FrozenDict(made)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read the value here alone, and write it as a mapping."""

        def write(value: Mapping[Arrangement, Attestation]) -> dict[str, Any]:
            return {str(k): v.model_dump(mode="json", exclude_defaults=True) for k, v in value.items()}

        writing = core_schema.plain_serializer_function_ser_schema(write)
        return core_schema.no_info_plain_validator_function(self.read, serialization=writing)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A mapping from terms to what is known of them."""
        return {**self.schema(), "type": "object", "properties": {t.value: _term_schema(t) for t in self.vocabulary}}


def _attestation(term: Arrangement, given: object) -> Attestation:
    """Read one attestation with the parts that its arrangement has."""
    if isinstance(given, Attestation):
        return given
    full = {"parts": given} if isinstance(given, (list, tuple)) else Attestation.expand(given)
    if not isinstance(full, Mapping):
        wanted = both("true, false, a list of parts or a mapping", "“是”“否”、组成部分的列表或映射")
        raise fault("attestation", expected(wanted, given))
    full = dict(full)
    if isinstance(given, (list, tuple)):
        full["parts"] = _parts(term, given)
    elif "parts" in full:
        with gathered("parts") as faults, faults.at("parts", full["parts"]):
            full["parts"] = _parts(term, full["parts"])
    if any(full.get("parts", {}).values()) and full.get("in_place") is None:
        full["in_place"] = True
    return Attestation.model_validate(full)


def _parts(term: Arrangement, given: object) -> FrozenDict[str, bool]:
    """The parts by id. A list is complete; a mapping says only what it names."""
    if not isinstance(given, (Mapping, list, tuple)):
        wanted = both("a list of parts, or a mapping to true and false", "组成部分的列表，或逐项写明“是”“否”的映射")
        raise fault("parts", expected(wanted, given))
    named: dict[str, object] = {}
    with gathered("parts") as faults:
        for one in named_in(given):
            with faults.at(one.place, one.given):
                part = _part(term, one.name)
                if isinstance(given, Mapping) and part in named:
                    raise fault("twice", given_twice(part, term.parts[part].zh))
                named[part] = YesNo("").read(one.known)
    rest = {} if isinstance(given, Mapping) else dict.fromkeys(term.parts, False)
    return FrozenDict({**rest, **{part: known for part, known in named.items() if isinstance(known, bool)}})


def _part(term: Arrangement, name: object) -> str:
    found = term.part(name) if isinstance(name, str) else None
    if found is None:
        known = [*term.parts, *(part.zh for part in term.parts.values())]
        message = said(
            "expected {parts}; got {given}{hint}",
            "应为{parts}；实为 {given}{hint}",
            parts=_parts_of(term, zh=is_chinese(name)),
            given=shown(name),
            hint=did_you_mean(name, known),
        )
        raise fault("part", message)
    return found.key


def _parts_of(term: Arrangement, *, zh: bool) -> Message:
    name = both(term.value, f"“{term.zh}”")
    if not term.parts:
        return said("no parts: {term} has none", "空：{term}没有组成部分", term=name)
    known = one_of([both(part.zh if zh else key, part.zh) for key, part in term.parts.items()])
    return said("a part of {term} ({known})", "{term}的组成部分（{known}）", term=name, known=known)


def _term_schema(term: Arrangement) -> dict[str, Any]:
    parts = list(term.parts)
    listed = {"type": "array", "items": {"enum": parts}}
    mapped = {
        "type": "object",
        "properties": {
            "in_place": {"type": ["boolean", "null"]},
            "parts": {"anyOf": [listed, {"type": "object", "propertyNames": {"enum": parts}}]},
            "since": {"type": ["string", "null"], "format": "date"},
            "recorded_in": {"type": ["string", "null"]},
        },
        "additionalProperties": False,
    }
    return {"title": term.en, "x-zh": term.zh, "anyOf": [{"type": "boolean"}, listed, mapped]}
