"""JSON and YAML as plain data, strictly: what they say twice, or cannot say, is a fault and never a guess."""

from __future__ import annotations

import json
import math
import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from civic_rules import reasons
from civic_rules.errors import Fault, InvalidEntityError, UnreadableFileError, shown
from civic_rules.messages import Message, both, no_json, said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_DEPTH = 40
"""How deeply lists and mappings may be nested: a city with everything in it needs eleven levels."""

MAX_VALUES = 5_000_000
"""How many values a file may hold."""

MAX_YAML = 20_000_000
"""The size, in characters, of the largest YAML text that is read; YAML takes a minute for it, JSON a second."""

_TWICE = both("given twice", "写了两次")
_MAX_DIGITS, _SHOWN_DIGITS = 400, 20


Path = tuple[object, ...]


class Misfit(NamedTuple):
    """A value that no entity can use: its path, what is wrong with it, and what was given."""

    path: Path
    message: Message
    given: object


class Document(NamedTuple):
    """What a text holds.

    Attributes:
        data: The plain data, with None for every value that cannot be used.
        misfits: The values that cannot be used.
    """

    data: object
    misfits: tuple[Misfit, ...]

    def sound(self, source: str) -> object:
        """The data, where every value can be used.

        Raises:
            InvalidEntityError: One cannot; all of them are listed.
        """
        if self.misfits:
            faults = [Fault(path_text(one.path), one.message, one.given) for one in self.misfits]
            raise InvalidEntityError(source, faults)
        return self.data


class _Unusable(NamedTuple):
    """What stands for a value that cannot be used, until its path is known."""

    message: Message
    given: object
    first: object = None


def parse_json(text: str, source: str, *, max_depth: int = MAX_DEPTH) -> Document:
    """The plain data of a JSON text; a key that is given twice, or a number that is not finite, is a misfit.

    Args:
        text: The JSON.
        source: The file that it comes from, for messages.
        max_depth: How deeply lists and mappings may be nested.

    Raises:
        UnreadableFileError: It is no JSON, or is nested too deeply.
    """
    try:
        data = json.loads(
            text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_integer, parse_float=_decimal
        )
    except json.JSONDecodeError as error:
        reason = reasons.at(error.lineno, no_json(error.msg), error.colno)
        raise UnreadableFileError(source, reason) from None
    except RecursionError:
        raise UnreadableFileError(source, _too_deep(max_depth)) from None
    return _checked(data, source, max_depth)


def parse_yaml(text: str, source: str, *, max_depth: int = MAX_DEPTH) -> Document:
    """The plain data of a YAML 1.2 text: mappings, lists, text, numbers, true, false, null and days.

    Anchors, aliases, tags, merge keys and directives are refused: a reader could not see what they stand for.

    Args:
        text: The YAML.
        source: The file that it comes from, for messages.
        max_depth: How deeply lists and mappings may be nested.

    Raises:
        UnreadableFileError: It is no YAML, too long, or uses what is refused.
    """
    if len(text) > MAX_YAML:
        reason = said(
            "a YAML file may have {most:,} characters; write it as JSON",
            "YAML 文件最多 {most:,} 个字符；请改写成 JSON",
            most=MAX_YAML,
        )
        raise UnreadableFileError(source, reason)
    reading = _YamlReading(source, max_depth)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            reading.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        reason = reasons.no_yaml(str(error.problem))
        placed = reason if mark is None else reasons.at(mark.line + 1, reason, mark.column + 1)
        raise UnreadableFileError(source, placed) from None
    except YAMLError as error:
        raise UnreadableFileError(source, reasons.no_yaml(str(error).splitlines()[0])) from None
    if not reading.documents:
        raise UnreadableFileError(source, both("the file holds no data", "文件中没有数据"))
    return _checked(reading.documents[0], source, max_depth)


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a key that stands in it twice is kept as a fault."""
    made: dict[str, object] = {}
    for key, value in pairs:
        made[key] = _Unusable(_TWICE, value, made[key]) if key in made else value
    return made


def _constant(text: str) -> _Unusable:
    return _Unusable(said("{text} is no number", "{text} 不是数", text=text), text)


def _integer(text: str) -> object:
    return int(text) if len(text) <= _MAX_DIGITS else _too_large(text)


def _decimal(text: str) -> object:
    number = float(text) if len(text) <= _MAX_DIGITS else math.inf
    return number if math.isfinite(number) else _too_large(text)


def _too_large(text: str) -> _Unusable:
    number = text if len(text) <= _SHOWN_DIGITS else f"{text[:_SHOWN_DIGITS]}…"
    return _Unusable(said("{number} is too large a number", "{number} 这个数太大", number=number), text)


def _too_deep(most: int) -> Message:
    return said("nested more than {most} levels deep", "嵌套超过 {most} 层", most=most)


def _too_many() -> Message:
    return said("more than {most:,} values", "数据超过 {most:,} 项", most=MAX_VALUES)


def _checked(data: object, source: str, max_depth: int) -> Document:
    walk = _Walk(source, max_depth)
    return Document(walk.sound(data), tuple(walk.misfits))


class _Walk:
    """A look at every value of a file, with the path to it; what cannot be used is taken out."""

    def __init__(self, source: str, max_depth: int) -> None:
        self.source = source
        self.max_depth = max_depth
        self.misfits: list[Misfit] = []
        self.path: list[object] = []
        self.count = 0

    def sound(self, value: object) -> object:
        """The value with everything in it that can be used."""
        self.count += 1
        if self.count > MAX_VALUES:
            raise UnreadableFileError(self.source, _too_many())
        while isinstance(value, _Unusable):
            self.misfits.append(Misfit(tuple(self.path), value.message, value.given))
            value = value.first
        if isinstance(value, str):
            return self._sound_text(value)
        if not isinstance(value, (dict, list)):
            return value
        if len(self.path) >= self.max_depth:
            raise UnreadableFileError(self.source, _too_deep(self.max_depth))
        if isinstance(value, list):
            return [self._inside(number, inner) for number, inner in enumerate(value)]
        return {key: self._inside(key, inner) for key, inner in value.items()}

    def _inside(self, key: object, value: object) -> object:
        self.path.append(key)
        self._sound_text(key)
        made = self.sound(value)
        self.path.pop()
        return made

    def _sound_text(self, text: object) -> object:
        """Text; YAML writes a character outside of the first plane in two halves, as JSON does, but leaves them so."""
        if not isinstance(text, str) or text.isascii() or not any("\ud800" <= one <= "\udfff" for one in text):
            return text
        with suppress(UnicodeDecodeError):
            return text.encode("utf-16", "surrogatepass").decode("utf-16")
        message = said("{text} holds half a character", "{text} 中有半个字符", text=shown(text))
        self.misfits.append(Misfit(tuple(self.path), message, text))
        return None


def path_text(path: Sequence[object]) -> str:
    """A path as messages have it.

    Examples:
        >>> path_text(("communities", 2, "households"))
        'communities[2].households'
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif isinstance(step, str) and re.fullmatch(r"[\w-]{1,60}", step):
            text += f".{step}" if text else step
        else:
            text += f"[{shown(step)}]"
    return text


_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _plain_scalar(text: str) -> object:
    """What an unquoted YAML scalar stands for: the core schema of YAML 1.2, and days."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    readers: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
        (_INTEGER, _integer),
        (_DECIMAL, _decimal),
        (_NO_NUMBER, _constant),
        (_DAY, _day),
    )
    return next((read(text) for pattern, read in readers if pattern.fullmatch(text)), text)


def _day(text: str) -> object:
    """The day; text that looks like one but is none stays text, and its field says what is wrong."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


class _Open:
    """A list or mapping that is being read."""

    def __init__(self, made: dict[object, object] | list[object]) -> None:
        self.made = made
        self.key: object = None
        self.awaits_value = False

    def put(self, value: object, *, line: int) -> None:
        """Add an item, a key, or the value of the last key."""
        if isinstance(self.made, list):
            self.made.append(value)
        elif self.awaits_value:
            first = self.made.get(self.key)
            is_again = self.key in self.made
            again = said("given twice, again on line {line}", "写了两次，第 {line} 行又写了一次", line=line)
            self.made[self.key] = _Unusable(again, value, first) if is_again else value
            self.awaits_value = False
        else:
            self.key, self.awaits_value = value, True


class _YamlReading:
    """Plain data out of YAML events, so that nothing is made that an event did not show."""

    def __init__(self, source: str, max_depth: int) -> None:
        self.source = source
        self.max_depth = max_depth
        self.documents: list[object] = []
        self.open: list[_Open] = []
        self.count = 0

    def take(self, event: yaml_events.Event) -> None:
        """Take the next event."""
        line = event.start_mark.line + 1
        self._refuse(event, line)
        if isinstance(event, yaml_events.ScalarEvent):
            self._put(_plain_scalar(event.value) if event.implicit[0] else event.value, line)
        elif isinstance(event, yaml_events.CollectionStartEvent):
            made: dict[object, object] | list[object] = {} if isinstance(event, yaml_events.MappingStartEvent) else []
            self._put(made, line)
            self.open.append(_Open(made))
            if len(self.open) > self.max_depth:
                raise UnreadableFileError(self.source, _too_deep(self.max_depth))
        elif isinstance(event, yaml_events.CollectionEndEvent):
            self.open.pop()

    def _put(self, value: object, line: int) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise UnreadableFileError(self.source, _too_many())
        if not self.open:
            if self.documents:
                raise self._unreadable(
                    line, both("a second document; a file holds one", "又有一个文档；一个文件只能有一个")
                )
            self.documents.append(value)
            return
        holder = self.open[-1]
        is_key = isinstance(holder.made, dict) and not holder.awaits_value
        if is_key and isinstance(value, (dict, list, _Unusable)):
            raise self._unreadable(
                line, both("a key is a name, not a list or a mapping", "键应为名称，不能是列表或映射")
            )
        if is_key and value == "<<":
            merged = both("merge keys (<<) are not read: write the values out", "不支持合并键（<<）：请把值写全")
            raise self._unreadable(line, merged)
        holder.put(value, line=line)

    def _unreadable(self, line: int, reason: Message) -> UnreadableFileError:
        return UnreadableFileError(self.source, reasons.at(line, reason))

    def _refuse(self, event: yaml_events.Event, line: int) -> None:
        """Refuse what hides from a reader what it stands for."""
        if isinstance(event, yaml_events.AliasEvent):
            refused = said(
                "aliases (*{name}) are not read: write the value out",
                "不支持别名（*{name}）：请把值写全",
                name=event.anchor,
            )
        elif getattr(event, "anchor", None) is not None:
            refused = said(
                "anchors (&{name}) are not read: write the value out",
                "不支持锚点（&{name}）：请把值写全",
                name=event.anchor,  # type: ignore[attr-defined]
            )
        elif getattr(event, "tag", None) is not None:
            written = str(event.tag).replace("tag:yaml.org,2002:", "!!")  # type: ignore[attr-defined]
            refused = said("tags ({tag}) are not read", "不支持标签（{tag}）", tag=shown(written)[1:-1])
        elif getattr(event, "version", None) is not None or getattr(event, "tags", None):
            refused = both("directives (%) are not read", "不支持指令（%）")
        else:
            return
        raise self._unreadable(line, refused)
