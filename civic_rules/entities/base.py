"""What every entity and every record has: strict reading of what is handed in, and a description of its fields."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails

from civic_rules import units
from civic_rules.entities.fields import MAX_ID, FieldLabel, Id, OneOf, Quantity, Words, fault, fault_message
from civic_rules.errors import did_you_mean, expected, shown
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from civic_rules.entities.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What expressions, tables and readers need to know of a field.

    Attributes:
        name: The English name; a dotted path for a field of a nested record.
        kind: text, truth, date, category, number, listing, members or record.
        zh: The Chinese label.
        also: Other Chinese names of the field.
        unit: The unit of a number, else "".
        whole: Whether a number counts whole things.
        vocabulary: The terms of a category or a listing.
        model: The class of a record, or of the members.
    """

    name: str
    kind: str
    zh: str
    also: tuple[str, ...] = ()
    unit: str = ""
    whole: bool = False
    vocabulary: type[Vocabulary] | None = None
    model: type[Record] | None = None


class Record(BaseModel):
    """A frozen set of named facts, each known or `None` for not known.

    Keys are the English field names or their Chinese labels. Every fault of what is handed in is reported at
    once, with the nearest valid name.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, validate_default=False, ser_json_inf_nan="null"
    )

    expected: ClassVar[Message] = both("a mapping of field names to values", "从字段名到值的映射")
    """What stands for a record in data, for messages."""
    kind_zh: ClassVar[str] = "此处的记录"
    """The Chinese word for what is described."""
    wholes: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of fields of which the first counts a part of what the second counts."""
    denials: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of a number or a day, and of a truth without which there is nothing of it."""

    @classmethod
    def expand(cls, data: object) -> object:
        """Write a short form in full; records that have one override this."""
        return data

    @classmethod
    def labels(cls) -> Mapping[str, FieldLabel]:
        """The label of each field, by its English name."""
        made = cls.__dict__.get("_labels")
        if made is None:
            made = {name: _label(info.metadata) for name, info in cls.model_fields.items()}
            made = {name: label for name, label in made.items() if label is not None}
            cls._labels = made  # type: ignore[attr-defined]  # kept on the class that it describes
        return made

    @classmethod
    def spellings(cls) -> Mapping[str, str]:
        """The English name of a field by every key that data may use for it."""
        made = cls.__dict__.get("_spellings")
        if made is None:
            made = {name: name for name in cls.model_fields}
            for name, label in cls.labels().items():
                made.update(dict.fromkeys((label.zh, *label.also), name))
            cls._spellings = made  # type: ignore[attr-defined]  # kept on the class that it describes
        return made

    @classmethod
    def specs(cls) -> Mapping[str, FieldSpec]:
        """What each field holds, with the fields of nested records by dotted path."""
        made = cls.__dict__.get("_specs")
        if made is None:
            made = dict(_specs(cls))
            cls._specs = made  # type: ignore[attr-defined]  # kept on the class that it describes
        return made

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, changed where `update` says so; what it gives is read and checked like any other data.

        Args:
            update: The changed fields, by their English or Chinese names.
            deep: Whether what the entity holds is copied too.

        Raises:
            ValidationError: A changed field has a fault, or contradicts another.
        """
        copied = super().model_copy(deep=deep)
        if not update:
            return copied
        names = type(self).spellings()
        changed = {names.get(key.strip(), key) for key in update}
        kept = {name: getattr(copied, name) for name in copied.model_fields_set if name not in changed}
        return type(self).model_validate({**kept, **update})

    def contradictions(self) -> Iterator[tuple[str, Message]]:
        """Facts that cannot all be so, as pairs of the field to look at and what is wrong with it."""
        for part, whole in self.wholes:
            a, b = getattr(self, part), getattr(self, whole)
            if a is not None and b is not None and units.more_than(a, b):
                yield part, excess_text(a, self._label_of(whole), b)
        for fact, truth in self.denials:
            value = getattr(self, fact)
            if value and getattr(self, truth) is False:
                label = self.labels()[fact]
                unit = label.unit if isinstance(label, Quantity) else ""
                yield fact, denial_text(value, unit, self._label_of(truth))

    def _label_of(self, name: str) -> Message:
        return both(name, self.labels()[name].zh)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read English or Chinese keys and gather every fault."""
        data = cls.expand(data)
        if not isinstance(data, Mapping):
            if isinstance(data, cls):
                return handler(data)
            raise fault("model_type", expected(cls.expected, data))
        given, faults = _english_keys(cls, data)
        made: Self | None
        try:
            made = handler(given)
        except ValidationError as error:
            faults += [_again(line) for line in error.errors(include_url=False)]
            made = _without_faults(handler, given, faults)
        if made is not None:
            faults += [_line(key, message, None) for key, message in made.contradictions()]
        if faults or made is None:
            raise ValidationError.from_exception_data(cls.__name__, faults)
        return made


class Entity(Record):
    """Something of the world that has an id and that requirements can be asked of."""

    kind: ClassVar[str] = ""
    """The English word for this kind of entity, as ids and expressions use it."""
    kind_zh: ClassVar[str] = ""
    """The Chinese word for this kind of entity."""
    counted_in: ClassVar[str] = ""
    """The unit in which such entities are counted, where it is not named like the kind."""

    id: Annotated[str, Id("编号", ("代码",)), Field(min_length=1, max_length=MAX_ID)]
    """The id of the entity: unique among the entities of its kind that are audited together."""
    name: Annotated[str | None, Words("名称")] = None
    """What people call it."""

    def __hash__(self) -> int:
        """A hash by kind and id, so that entities can stand in sets however many facts they carry."""
        return hash((self.kind, self.id))

    @classmethod
    def called(cls) -> Message:
        """What messages call such an entity."""
        return both(cls.kind, cls.kind_zh)

    @classmethod
    def member_fields(cls) -> Mapping[str, type[Entity]]:
        """The fields that hold other entities, with the class of what they hold."""
        made = cls.__dict__.get("_member_fields")
        if made is None:
            held = {spec.name: spec.model for spec in cls.specs().values() if spec.kind == "members"}
            made = {name: model for name, model in held.items() if model is not None and issubclass(model, Entity)}
            cls._member_fields = made  # type: ignore[attr-defined]  # kept on the class that it describes
        return made

    @classmethod
    def reaches(cls, kind: str) -> bool:
        """Whether an entity of this class can hold members of a kind, directly or through others."""
        return _reaches(cls, kind)


@cache
def _reaches(model: type[Entity], kind: str) -> bool:
    return any(held.kind == kind or held.reaches(kind) for held in model.member_fields().values())


def excess_text(part: float, whole: Message, most: float) -> Message:
    """What is wrong with a part that counts more than its whole.

    Args:
        part: What the part counts.
        whole: The field of the whole, and its label.
        most: What the whole counts.
    """
    return said(
        "expected at most {whole} ({most:g}), of which it is a part; got {part:g}",
        "应不大于{whole}（{most:g}），它是其中一部分；实为 {part:g}",
        whole=whole,
        most=most,
        part=part,
    )


def denial_text(value: float | date, unit: str, truth: Message) -> Message:
    """What is wrong with a number or a day of something that is denied.

    Args:
        value: The number or the day.
        unit: The unit of the number.
        truth: The field that is false, and its label.
    """
    if isinstance(value, date):
        return said("given as {day}, but {truth} is false", "写的是 {day}，但“{truth}”为否", day=value, truth=truth)
    number = units.quantity_message(value, unit)
    return said("{number} given, but {truth} is false", "填了 {number}，但“{truth}”为否", number=number, truth=truth)


def _label(metadata: list[Any]) -> FieldLabel | None:
    return next((item for item in metadata if isinstance(item, FieldLabel)), None)


def _specs(model: type[Record]) -> Iterator[tuple[str, FieldSpec]]:
    for name, label in model.labels().items():
        inner = _inner_model(model.model_fields[name].annotation)
        yield (
            name,
            FieldSpec(
                name=name,
                kind=label.kind,
                zh=label.zh,
                also=label.also,
                unit=label.unit if isinstance(label, Quantity) else "",
                whole=isinstance(label, Quantity) and label.whole,
                vocabulary=getattr(label, "vocabulary", None),
                model=inner,
            ),
        )
        if label.kind == "record" and inner is not None:
            for path, spec in inner.specs().items():
                full = f"{name}.{path}"
                yield (
                    full,
                    FieldSpec(
                        full, spec.kind, f"{label.zh}{spec.zh}", (), spec.unit, spec.whole, spec.vocabulary, spec.model
                    ),
                )


def _inner_model(annotation: object) -> type[Record] | None:
    """The record or entity class inside `X | None` or `tuple[X, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in {types.UnionType, tuple, Annotated} or get_args(annotation):
        return next((found for arg in get_args(annotation) if (found := _inner_model(arg))), None)
    return None


def _english_keys(model: type[Record], data: Mapping[Any, object]) -> tuple[dict[str, object], list[InitErrorDetails]]:
    """The data with every key in English, and a fault for each key that is unknown or given twice."""
    by_name = model.spellings()
    given: dict[str, object] = {}
    faults: list[InitErrorDetails] = []
    spelled: dict[str, object] = {}
    for key, value in data.items():
        written = key if isinstance(key, str) else ""
        name = by_name.get(written.strip(), "")
        if not name:
            hint = did_you_mean(written, by_name)
            model_name = both(model.__name__, model.kind_zh)
            message = said("{model} has no such field{hint}", "{model}没有这个字段{hint}", model=model_name, hint=hint)
            faults.append(_line(str(key)[:MAX_ID], message, value))
        elif name in given:
            first, again = shown(spelled[name]), shown(key)
            message = said(
                "given twice, as {first} and {again}", "写了两次，分别写作 {first} 和 {again}", first=first, again=again
            )
            faults.append(_line(name, message, value))
        else:
            given[name], spelled[name] = value, key
    return given, faults


def _without_faults(
    handler: ModelWrapValidatorHandler[Any], given: dict[str, object], faults: list[InitErrorDetails]
) -> Any | None:  # noqa: ANN401  whatever record the handler makes
    """The record made of the fields that have no fault, so that contradictions among them are reported too."""
    bad = {fault["loc"][0] for fault in faults if fault.get("loc")}
    sound = {key: value for key, value in given.items() if key not in bad}
    try:
        return handler({"id": "?", **sound} if "id" in bad else sound)
    except ValidationError:
        return None


def _line(where: str, message: Message, value: object) -> InitErrorDetails:
    return InitErrorDetails(type=fault("fault", message), loc=(where,), input=value)


def _again(line: ErrorDetails) -> InitErrorDetails:
    """A fault that Pydantic found, in our words where its own would not help."""
    return InitErrorDetails(type=fault(line["type"], fault_message(line)), loc=line["loc"], input=line["input"])


__all__ = ["Entity", "FieldSpec", "OneOf", "Record", "denial_text", "excess_text"]
