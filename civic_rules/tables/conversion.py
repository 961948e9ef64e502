"""Entities as tables: what `audit_tables` reads, out of what `audit` reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, get_args

import narwhals as nw

from civic_rules.audit.auditing import check_entity
from civic_rules.entities import Entity, Step
from civic_rules.errors import UnknownNameError, did_you_mean, expected
from civic_rules.expressions.kinds import entity_type
from civic_rules.expressions.scope import Scope
from civic_rules.messages import joined, said
from civic_rules.tables.layout import EVENT, holders_of, list_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.entities import Record

    Row = dict[str, Any]


Library = Literal["polars", "pandas", "pyarrow"]
"""The libraries of which frames are made."""


def to_tables(entities: Entity | Iterable[Entity], library: Library = "polars") -> dict[str, Any]:
    """Entities, with everything below them, as one frame a kind of entity, and one of their events.

    A list that is not known of some entity has a column of its own that says so; columns of which nothing is known
    are left out.

    Args:
        entities: An entity, or several of any kind.
        library: The library of the frames: polars, pandas or pyarrow.

    Raises:
        KindMismatchError: Something is no entity.
        UnknownNameError: Frames are made of no such library, or it is not installed.

    Examples:
        >>> import civic_rules as cr
        >>> frames = cr.to_tables(cr.Community(id="c1", households=2350, grids=[{"id": "g1"}, {"id": "g2"}]))
        >>> sorted(frames), frames["grid"]["community_id"].to_list()
        (['community', 'grid'], ['c1', 'c1'])
    """
    _check_library(library)
    given = (entities,) if isinstance(entities, Entity) or not isinstance(entities, Iterable) else tuple(entities)
    for one in given:
        check_entity(one)
    scopes = [scope for one in given for scope in Scope(one).walk()]
    rows: dict[str, list[Row]] = {}
    lists: dict[str, dict[str, set[bool]]] = {}
    for scope in scopes:
        row, entity = dict(_facts(scope.entity, "")), scope.entity
        if scope.holder is not None:
            row[f"{scope.holder.kind}_id"] = scope.holder.entity.id
        for name in _list_names(type(entity)):
            known = getattr(entity, name) is not None
            lists.setdefault(scope.kind, {}).setdefault(name, set()).add(known)
            row[name] = known
        rows.setdefault(scope.kind, []).append(row)
        for event in getattr(entity, "events", None) or ():
            record = {"kind": event.kind.value, "on": event.on, f"{scope.kind}_id": entity.id}
            rows.setdefault(EVENT, []).append(record)
    for kind, names in lists.items():
        for name, states in names.items():
            if True in states:
                rows.setdefault(EVENT if name == "events" else entity_type(kind).member_fields()[name].kind, [])
    return {kind: _frame(kind, some, lists, library) for kind, some in rows.items()}


def _check_library(library: object) -> None:
    """Check that frames of a library can be made.

    Raises:
        UnknownNameError: There are none, or it is not installed.
    """
    known = get_args(Library)
    if library not in known:
        wanted = said("one of the libraries {known}", "{known} 之一", known=joined(known))
        raise UnknownNameError(expected(wanted, library, did_you_mean(library, known)))
    if find_spec(str(library)) is None:
        message = said(
            'frames of {library} need it installed: pip install "civic-rules[{library}]"',
            '要得到 {library} 的数据表，请先安装：pip install "civic-rules[{library}]"',
            library=library,
        )
        raise UnknownNameError(message)


def _list_names(model: type[Entity]) -> list[str]:
    return [*model.member_fields(), *(["events"] if "events" in model.model_fields else [])]


def _facts(record: Record, prefix: str) -> Iterator[tuple[str, Any]]:
    """What is known of an entity, by the header of a column."""
    for name, label in record.labels().items():
        value = getattr(record, name)
        if value is None or label.kind in {"members", "events"}:
            continue
        if isinstance(value, Step):
            yield from ((f"{prefix}{name}.{part}", known) for part, known in (("done", value.done), ("on", value.on)))
        elif label.kind == "record":
            yield from _facts(value, f"{prefix}{name}.")
        elif label.kind == "arrangements":
            for term, attestation in value.items():
                yield f"{name}.{term.value}", attestation.in_place
                yield from ((f"{name}.{term.value}.{part}", known) for part, known in attestation.parts.items())
        elif isinstance(value, Mapping):
            yield from ((f"{prefix}{name}.{term.value}", known) for term, known in value.items())
        elif label.kind == "category":
            yield f"{prefix}{name}", value.value
        else:
            yield f"{prefix}{name}", value


def _frame(kind: str, rows: list[Row], lists: dict[str, dict[str, set[bool]]], library: Library) -> Any:  # noqa: ANN401  of a library
    """A frame of rows, with the links that make its lists known."""
    names = dict.fromkeys(name for row in rows for name in row)
    names |= dict.fromkeys(["kind", "on"] if kind == EVENT else ["id"])
    for holder in holders_of(kind):
        if True in lists.get(holder, {}).get(list_of(holder, kind), ()):
            names[f"{holder}_id"] = None
    complete = {name for name, known in lists.get(kind, {}).items() if known == {True}}
    columns = {
        name: nw.new_series(name, values, _dtype(name, values, library), backend=library)
        for name in names
        if name not in complete
        for values in [[row.get(name) for row in rows]]
    }
    return nw.from_dict(columns, backend=library).to_native()


def _dtype(name: str, values: list[Any], library: str) -> Any:  # noqa: ANN401  a dtype of narwhals, or None
    """The type of a column: the library finds it, but for a column in which nothing is known."""
    if any(value is not None for value in values):
        return None
    if library == "pandas" or name.endswith("id") or name == "kind":
        return nw.String  # a truth of NumPy cannot be missing
    return nw.Date if name.rpartition(".")[2] == "on" else nw.Boolean
