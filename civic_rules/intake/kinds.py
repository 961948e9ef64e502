"""Which kind of entity a document holds, and how a fault in it says where it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from civic_rules.entities import ENTITY_TYPES, Entity
from civic_rules.entities.fields import fault_message
from civic_rules.errors import Fault, InvalidEntityError, UnknownNameError, did_you_mean, expected, shown
from civic_rules.intake.documents import path_text
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError

    from civic_rules.entities import Record

KIND_KEYS = ("kind", "种类")
"""The keys under which the fields of an entity may say of what kind it is."""

ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "city": ("城市",),
    "county": ("县", "区", "县区", "区县", "县市区"),
    "street": ("街道", "乡镇", "镇"),
}
"""Other Chinese words for a kind of entity."""

Fields = dict[object, object]


def kind_names() -> dict[str, type[Entity]]:
    """Every word that data may use for a kind of entity, with its class."""
    names: dict[str, type[Entity]] = {}
    for kind, model in ENTITY_TYPES.items():
        words = (kind, kind.replace("_", "-"), model.kind_zh, *ALSO_CALLED.get(kind, ()))
        names.update(dict.fromkeys(words, model))
    return names


def unknown_kind(word: object, known: Iterable[str]) -> Message:
    """That a word names no kind of entity, with the nearest that does."""
    hint = did_you_mean(str(word), known)
    return said("there is no kind of entity {word}{hint}", "没有 {word} 这种对象{hint}", word=shown(word), hint=hint)


def entity_type(kind: str) -> type[Entity]:
    """The class of a kind of entity, by its English or Chinese word.

    Raises:
        UnknownNameError: There is no such kind.
    """
    found = kind_names().get(kind.strip())
    if found is None:
        raise UnknownNameError(unknown_kind(kind, kind_names()))
    return found


def unwrapped(data: object, source: str, kind: str | None) -> tuple[type[Entity], Fields, tuple[str, ...]]:
    """The class of the entity that a document holds, its fields, and the path to them.

    Args:
        data: `{"community": {...}}`, or the fields with a key `kind`, or the fields alone where `kind` is given.
        source: The file, for messages.
        kind: What the entity must be; None where the document says it.

    Raises:
        InvalidEntityError: The document does not say what it holds, or holds something else.
    """
    wanted = None if kind is None else entity_type(kind)
    if not isinstance(data, Mapping):
        message = said(
            "expected one entity, as in {example}; got {given}{hint}",
            "应为一个对象，如 {example}；实为 {given}{hint}",
            example=_EXAMPLE,
            given=shown(data),
            hint=_SEVERAL if isinstance(data, list) else Message(),
        )
        raise _no_entity(source, message)
    names = kind_names()
    heads = [key for key in data if isinstance(key, str) and key.strip() in names]
    stated = [key for key in data if key in KIND_KEYS]
    path: tuple[str, ...] = ()
    if stated:
        model, fields = _stated(data, source, stated)
    elif heads and len(data) == 1:
        model, inner = names[heads[0].strip()], data[heads[0]]
        if not isinstance(inner, Mapping):
            raise _no_entity(source, expected(Entity.expected, inner), heads[0])
        fields, path = dict(inner), (heads[0],)
    elif wanted is not None:
        return wanted, dict(data), ()
    else:
        only = next(iter(data)) if len(data) == 1 else None
        is_wrapped = isinstance(only, str) and isinstance(data[only], Mapping)
        hint = did_you_mean(str(only), names) if is_wrapped else Message()
        raise _no_entity(source, _unclear(list(data), heads) + hint)
    if wanted is not None and wanted is not model:
        message = said(
            "this is a {kind}, not a {wanted}", "这是{kind}，不是{wanted}", kind=model.called(), wanted=wanted.called()
        )
        raise _no_entity(source, message)
    return model, fields, path


def _stated(data: Mapping[object, object], source: str, keys: list[object]) -> tuple[type[Entity], Fields]:
    stated = data[keys[0]]
    try:
        model = entity_type(stated if isinstance(stated, str) else repr(stated))
    except UnknownNameError as error:
        raise _no_entity(source, error.message, str(keys[0])) from None
    return model, {key: value for key, value in data.items() if key != keys[0]}


_EXAMPLE = both('{"community": {"id": "c1", ...}}', '{"社区": {"编号": "c1", ...}}')

_SEVERAL = both(
    "; several communities stand in the list `communities` of a county",
    "；多个社区应写在一个县区的“社区列表”（communities）中",
)


def _no_entity(source: str, message: Message, where: str = "") -> InvalidEntityError:
    return InvalidEntityError(source, [Fault(where, message)])


def _unclear(keys: list[object], heads: list[str]) -> Message:
    if len(heads) > 1:
        kinds = joined(heads, " and ", " 和 ")
        return said("expected one entity, got {kinds}", "应为一个对象，实为 {kinds}", kinds=kinds)
    if heads:
        other = next(key for key in keys if key != heads[0])
        return said(
            "expected {kind} alone at the top, got {other} beside it",
            "最上层应只有 {kind}，另外还有 {other}",
            kind=heads[0],
            other=shown(other),
        )
    return said(
        'of what kind is this? Write {example}, or add "kind" to the fields',
        "这是什么对象？请写作 {example}，或在字段中加上“种类”（kind）",
        example=_EXAMPLE,
    )


def faults_of(error: ValidationError, model: type[Record], data: object) -> list[Fault]:
    """What Pydantic found wrong with data, each fault with its place as the data spell it."""
    return [
        Fault(path_text(spelled(model, data, line["loc"])), fault_message(line), line["input"])
        for line in error.errors(include_url=False)
    ]


def spelled(model: type[Record] | None, data: object, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The path to a value with every key as the data spell it: `社区列表[2].户数`.

    Args:
        model: The class of what the data describe; None where no more is known.
        data: The data.
        loc: The path with every field by its English name.
    """
    path: list[int | str] = []
    for step in loc:
        if isinstance(step, int):
            data = data[step] if isinstance(data, (list, tuple)) and step < len(data) else None
            path.append(step)
            continue
        if path and not isinstance(data, Mapping):
            break  # a short form: the data have no such key
        key = _own_key(model, data, step)
        path.append(key)
        data = data.get(key) if isinstance(data, Mapping) else None
        spec = None if model is None else model.specs().get(step)
        model = None if spec is None else spec.model
    return tuple(path)


def _own_key(model: type[Record] | None, data: object, name: str) -> str:
    """The key by which the data have a field."""
    label = None if model is None else model.labels().get(name)
    if label is None or not isinstance(data, Mapping):
        return name
    known = {name, label.zh, *label.also}
    return next((key for key in data if isinstance(key, str) and key.strip() in known), name)


def repeated_ids(model: type[Entity], data: object) -> list[Fault]:
    """A fault for every id that two entities of one kind share, however deep they stand."""
    first: dict[tuple[type[Entity], str], str] = {}
    faults = []
    for held, one, path in _ids(model, data, ()):
        if (held, one) in first:
            message = said(
                "the {kind} {one} is already given as {place}",
                "{kind} {one} 已写在 {place}",
                kind=held.called(),
                one=shown(one),
                place=path_text(path[:-1]) and first[held, one],
            )
            faults.append(Fault(path_text(path), message, one))
        else:
            first[held, one] = path_text(path[:-1]) or both("the entity itself", "对象本身")
    return faults


def _ids(
    model: type[Entity], data: object, path: tuple[int | str, ...]
) -> Iterator[tuple[type[Entity], str, tuple[int | str, ...]]]:
    if not isinstance(data, Mapping):
        return
    key = _own_key(model, data, "id")
    if isinstance(data.get(key), str):
        yield model, data[key], (*path, key)
    for name, member in model.member_fields().items():
        own = _own_key(model, data, name)
        listed = data.get(own)
        if isinstance(listed, (list, tuple)):
            for number, one in enumerate(listed):
                yield from _ids(member, one, (*path, own, number))
