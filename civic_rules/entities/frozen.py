"""A mapping that cannot be changed once an entity holds it."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from pydantic_core import core_schema

Key = TypeVar("Key")
Value = TypeVar("Value")


class FrozenDict(dict[Key, Value]):
    """A dict that refuses every change.

    It stays a dict, so that it is read at the speed of one, is pickled and written as JSON like one.

    Examples:
        >>> FrozenDict(a=1)["a"]
        1
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        msg = "entities cannot be changed; make a changed copy with entity.model_copy(update={...})"
        raise TypeError(msg)

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none; this one never changes
        """A hash by content, whatever the order."""
        return hash(frozenset(self.items()))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        """A plain mapping to Pydantic, which writes it as the default of a field into the JSON Schema."""
        return core_schema.dict_schema()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by content."""
        return type(self), (dict(self),)

    def __copy__(self) -> FrozenDict[Key, Value]:
        """Itself: nothing can change it."""
        return self

    def __deepcopy__(self, _memo: object) -> FrozenDict[Key, Value]:
        """Itself: what it holds cannot be changed either."""
        return self
