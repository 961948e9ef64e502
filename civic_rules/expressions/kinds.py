"""The kinds of entity that expressions speak of, and what each of them has: fields, arrangements, a counting unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civic_rules.entities import ENTITY_TYPES, Entity, FieldSpec
from civic_rules.entities.records import Attested
from civic_rules.errors import UnknownFieldError, UnknownTermError, did_you_mean
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from civic_rules.entities import Arrangement, Record


def entity_type(kind: str) -> type[Entity]:
    """The class of a kind of entity.

    Raises:
        UnknownFieldError: There is no such kind.
    """
    try:
        return ENTITY_TYPES[kind]
    except KeyError:
        raise UnknownFieldError(no_kind(repr(kind), did_you_mean(kind, ENTITY_TYPES))) from None


def no_kind(written: str, hint: Message) -> Message:
    """That there is no such kind of entity."""
    return said("there is no kind of entity {kind}{hint}", "没有 {kind} 这种对象{hint}", kind=written, hint=hint)


def named(model: type[Record]) -> Message:
    """What messages about rules call an entity or a record: by its class, or in Chinese."""
    return both(model.__name__, model.kind_zh)


def no_field(model: Message, written: str, hint: Message) -> Message:
    """That an entity or a record has no such field."""
    return said(
        "{model} has no field {field}{hint}", "{model}没有字段 {field}{hint}", model=model, field=written, hint=hint
    )


def counting_unit(kind: str) -> str:
    """The unit in which entities of a kind are counted."""
    return entity_type(kind).counted_in or kind


def field_spec(subject: str, name: str) -> FieldSpec:
    """What a field of a kind of entity holds.

    Raises:
        UnknownFieldError: There is no such field.
    """
    specs = entity_type(subject).specs()
    if name not in specs:
        raise UnknownFieldError(no_field(named(entity_type(subject)), repr(name), did_you_mean(name, specs)))
    return specs[name]


def arrangement_term(subject: str, name: str) -> Arrangement:
    """The arrangement of this id that a kind of entity may have.

    Raises:
        UnknownTermError: It has no such arrangement.
    """
    label = entity_type(subject).labels().get("arrangements")
    if not isinstance(label, Attested):
        message = said("{model} has no arrangements", "{model}没有制度这一项", model=named(entity_type(subject)))
        raise UnknownFieldError(message)
    try:
        return label.vocabulary(name)
    except ValueError:
        message = said(
            "{model} has no arrangement {name!r}{hint}",
            "{model}没有制度 {name!r}{hint}",
            model=named(entity_type(subject)),
            name=name,
            hint=did_you_mean(name, label.vocabulary.names()),
        )
        raise UnknownTermError(message) from None
