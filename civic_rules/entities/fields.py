"""How a field of an entity says what it holds: its Chinese label, and how a user's value is read.

Each class stands in the annotation of a field, as in `Annotated[int | None, Quantity("household", "户数")]`.
`describe` gives what expressions, tables and schemas need to know of the fields of an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from civic_rules import units
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.vocabulary import Vocabulary
from civic_rules.errors import CivicRulesError, QuantityError, did_you_mean, expected, got, shown
from civic_rules.messages import Message, both, joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import ErrorDetails

PERIODS = ("year", "month", "day")
"""The periods of which a field may hold the amount for one: 元/年 is money for one year."""

MOST = 1e15
"""The greatest number of anything that makes sense; products of such numbers are still numbers."""

MOST_TERMS = 8
"""How many terms of a long vocabulary a message lists."""

MAX_ID = 200
"""The length of the longest id."""

TRUTHS = {"true": True, "yes": True, "是": True, "有": True, "false": False, "no": False, "否": False, "无": False}
"""Words that data use for yes and no."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The days between which a date of community governance makes sense."""

_LISTING = both(
    "a list of what is there, or a mapping to true and false", "列出已有各项的列表，或逐项写明“是”“否”的映射"
)

DAYS = said("a day from {first} to {last}", "{first} 至 {last} 之间的日期", first=EARLIEST, last=LATEST)
"""What a date must be, for messages."""

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])")


def fault(code: str, message: Message) -> PydanticCustomError:
    """A fault of one value, in the form in which Pydantic gathers faults."""
    return PydanticCustomError(code, "{message}", {"message": message})


def fault_message(line: ErrorDetails) -> Message:
    """What is wrong with one value, in both languages: our own words, where Pydantic found it too.

    Examples:
        >>> from pydantic import ValidationError
        >>> from civic_rules.entities import Community
        >>> try:
        ...     Community(id="c1", households="若干")
        ... except ValidationError as error:
        ...     print([fault_message(line).zh for line in error.errors()])
        ["应为以户计的整数，实为 '若干'：应先写一个数，再写单位，如 '430 平方米'"]
    """
    own = line.get("ctx", {}).get("message")
    if isinstance(own, Message):
        return own
    known = {
        "missing": said("required and not given", "必填，但没有填写"),
        "string_type": expected(both("text", "文字"), line["input"]),
        "too_short": said("expected at least one character", "应至少有一个字符"),
        "too_long": said("expected at most {most} characters", "最多 {most} 个字符", most=MAX_ID),
    }
    return known.get(line["type"]) or said("{fault}", "无法使用（{fault}）", fault=line["msg"])


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """The Chinese label of a field; data may use it as a key in place of the English name.

    Attributes:
        zh: The label.
        also: Other Chinese names that data use for the same thing.
    """

    zh: str
    also: tuple[str, ...] = ()

    kind: ClassVar[str] = "text"

    def read(self, value: object) -> object:
        """What a user's value stands for; raises a fault, to which the place is added by whoever knows it."""
        if value is None or isinstance(value, str):
            return value
        hint = said("; write it in quotes", "；请加上引号") if isinstance(value, (int, float)) else Message()
        raise fault("text", expected(both("text", "文字"), value, hint))

    def schema(self) -> dict[str, Any]:
        """What the JSON Schema of the field says besides its type."""
        return {"x-zh": self.zh}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read the value before Pydantic looks at its type."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Carry the label, and the unit where there is one, into the JSON Schema."""
        return {**handler(schema), **self.schema()}


class Words(FieldLabel):
    """A name or a remark."""

    __slots__ = ()


class Id(Words):
    """The name by which reports tell entities apart: something of it can be seen."""

    __slots__ = ()

    def read(self, value: object) -> object:
        """The id as it was given."""
        if isinstance(value, str) and value and not any(one.isprintable() and not one.isspace() for one in value):
            raise fault(
                "blank_id", expected(both("an id with a character that can be seen", "含有可见字符的编号"), value)
            )
        return super().read(value)


class YesNo(FieldLabel):
    """A fact that is so or not. True and false, yes and no, 是 and 否 are read."""

    __slots__ = ()
    kind: ClassVar[str] = "truth"

    def read(self, value: object) -> object:
        """True, False, or None for not known."""
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in TRUTHS:
            return TRUTHS[value.strip().lower()]
        raise fault("truth", expected(both("true or false (是 or 否)", "“是”或“否”（true 或 false）"), value))


class Day(FieldLabel):
    """A calendar day. ISO text (2013-03-31), 2013/3/31 and 2013年3月31日 are read."""

    __slots__ = ()
    kind: ClassVar[str] = "date"

    def read(self, value: object) -> object:
        """A date, or None for not known."""
        day = value.date() if isinstance(value, datetime) else value
        if isinstance(day, str) and (found := _DAY.fullmatch(day.strip())):
            year, month, number = (int(part) for part in found.groups() if part)
            try:
                day = date(year, month, number)
            except ValueError:
                wrong = said("there is no such day as {given}", "没有 {given} 这一天", given=shown(value))
                raise fault("date", wrong) from None
        if day is None:
            return None
        if not isinstance(day, date):
            raise fault("date", expected(both("a date such as 2013-03-31", "日期（如 2013-03-31）"), value))
        if not EARLIEST <= day <= LATEST:
            raise fault("date", expected(DAYS, value))
        return day


@dataclass(frozen=True, slots=True)
class OneOf(FieldLabel):
    """One term of a vocabulary, by its id or its Chinese name.

    Attributes:
        vocabulary: The closed list of terms.
    """

    vocabulary: type[Vocabulary] = Vocabulary

    kind: ClassVar[str] = "category"

    def read(self, value: object) -> object:
        """A member of the vocabulary, or None for not known."""
        return None if value is None else _term(self.vocabulary, value)


def least(minimum: float, unit: str) -> Message:
    """What a number must be that has a lower bound."""
    bound = units.quantity_message(minimum, unit)
    return said("expected at least {bound}", "应不小于 {bound}", bound=bound)


def greatest(maximum: float, unit: str) -> Message:
    """What a number must be that has an upper bound."""
    bound = units.quantity_message(maximum, unit)
    return said("expected at most {bound}", "应不大于 {bound}", bound=bound)


def whole_number(unit: str) -> Message:
    """What a number must be that counts whole things."""
    return said("expected a whole number of {unit}", "应为以{unit}计的整数", unit=units.many_message(unit))


def read_number(value: object, unit: str, *, whole: bool = False) -> float | int:
    """The number of a value in the unit of a field, with the counting words and the period that the field implies.

    A field of an amount for one year, month or day states the period itself: 12万元 is what it holds for one year.

    Raises:
        QuantityError: The value is no number, not finite, not whole, or in a unit of something else.

    Examples:
        >>> read_number("18人", "worker"), read_number("12万元", "CNY / year"), read_number("8小时", "hour / day")
        (18.0, 120000.0, 8.0)
    """
    try:
        return units.read_number(value, unit, whole=whole, words=units.counting_words(unit))
    except QuantityError:
        above, _, period = unit.partition(" / ")
        if period not in PERIODS:
            raise
        try:
            return units.read_number(value, above, whole=whole, words=units.counting_words(above))
        except CivicRulesError:
            pass
        raise


@dataclass(frozen=True, slots=True)
class Quantity(FieldLabel):
    """A number in a stated unit. Text with a unit and Pint quantities are converted to it.

    Attributes:
        unit: The unit in which the field holds its number.
        whole: Whether only whole numbers make sense (heads, households, organisations).
        minimum: The least value that makes sense.
        maximum: The greatest value that makes sense; None for `MOST`.
    """

    unit: str = "1"
    whole: bool = False
    minimum: float = 0
    maximum: float | None = None

    kind: ClassVar[str] = "number"

    def read(self, value: object) -> object:
        """The number in the unit of the field, or None for not known."""
        if value is None:
            return None
        try:
            number = read_number(value, self.unit, whole=self.whole)
        except CivicRulesError as error:
            raise fault("quantity", error.message) from None
        if number < self.minimum:
            raise fault("too_small", got(least(self.minimum, self.unit), value))
        most = MOST if self.maximum is None else self.maximum
        if number > most:
            raise fault("too_large", got(greatest(most, self.unit), value))
        return number

    def schema(self) -> dict[str, Any]:
        """Label, unit and bounds."""
        bounds = {} if self.maximum is None else {"maximum": self.maximum}
        return {"x-zh": self.zh, "unit": self.unit, "minimum": self.minimum, **bounds}


def count(unit: str, zh: str, *also: str) -> Quantity:
    """A number of whole things: households, workers, organisations."""
    return Quantity(zh, also, unit, whole=True)


def amount(unit: str, zh: str, *also: str, maximum: float | None = None) -> Quantity:
    """A number that may have decimals: an area, a sum of money, hours a day."""
    return Quantity(zh, also, unit, maximum=maximum)


def percent(zh: str, *also: str) -> Quantity:
    """A reported share, in percent from 0 to 100."""
    return Quantity(zh, also, "%", maximum=100)


@dataclass(frozen=True, slots=True)
class Listing(FieldLabel):
    """Which terms of a vocabulary are there.

    A list is complete: what it does not name is not there. A mapping says only what it names: `{"a": true, "b":
    false}` leaves the other terms not known.

    Attributes:
        vocabulary: The closed list of terms.
    """

    vocabulary: type[Vocabulary] = Vocabulary

    kind: ClassVar[str] = "listing"

    def read(self, value: object) -> object:
        """A frozen mapping from terms to true or false, or None for not known."""
        if value is None:
            return None
        if not isinstance(value, (Mapping, list, tuple, set, frozenset)):
            raise fault("listing", expected(_LISTING, value))
        named: dict[Vocabulary, object] = {}
        with gathered("listing") as faults:
            for one in named_in(value):
                with faults.at(one.place, one.given):
                    term = _term(self.vocabulary, one.name)
                    if isinstance(value, Mapping) and term in named:
                        raise fault("twice", given_twice(term.value, term.zh))
                    named[term] = stated(one.known)
        rest = {} if isinstance(value, Mapping) else dict.fromkeys(self.vocabulary, False)
        return FrozenDict({**rest, **named})

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read the value here alone, and write it as a mapping."""

        def write(value: Mapping[Vocabulary, bool] | None) -> dict[str, bool] | None:
            return None if value is None else {str(term): known for term, known in value.items()}

        writing = core_schema.plain_serializer_function_ser_schema(write)
        return core_schema.no_info_plain_validator_function(self.read, serialization=writing)

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: object) -> dict[str, Any]:
        """A list of terms, or a mapping from terms to true and false."""
        terms = [term.value for term in self.vocabulary]
        listed = {"type": "array", "items": {"enum": terms}}
        mapped = {"type": "object", "propertyNames": {"enum": terms}, "additionalProperties": {"type": "boolean"}}
        return {"anyOf": [listed, mapped, {"type": "null"}], "default": None, **self.schema()}


class Members(FieldLabel):
    """The entities that an entity holds. None says that they are not known, an empty list that there are none."""

    __slots__ = ()
    kind: ClassVar[str] = "members"

    def read(self, value: object) -> object:
        """The list, or None for not known."""
        if value is None or isinstance(value, (list, tuple)):
            return value
        raise fault("members", expected(both("a list", "列表"), value))


class Dated(Members):
    """Dated events. None says that there is no record; a list is the complete record."""

    __slots__ = ()
    kind: ClassVar[str] = "events"


class Nested(FieldLabel):
    """A record inside an entity: a plan, a step."""

    __slots__ = ()
    kind: ClassVar[str] = "record"

    def read(self, value: object) -> object:
        """Whatever is given: the record reads it."""
        return value


class Gathered:
    """The faults of the parts of one value, so that all of them are reported and not the first alone."""

    def __init__(self) -> None:
        """Begin without a fault."""
        self.lines: list[InitErrorDetails] = []

    @contextmanager
    def at(self, place: str | int, value: object) -> Iterator[None]:
        """Keep the fault of one part, with its place, and go on."""
        try:
            yield
        except ValidationError as error:
            for line in error.errors(include_url=False):
                kept = fault(line["type"], fault_message(line))
                self.lines.append(InitErrorDetails(type=kept, loc=(place, *line["loc"]), input=line["input"]))
        except PydanticCustomError as error:
            self.lines.append(InitErrorDetails(type=error, loc=(place,), input=value))


@contextmanager
def gathered(title: str) -> Iterator[Gathered]:
    """Read the parts of a value, and raise their faults together at the end."""
    faults = Gathered()
    yield faults
    if faults.lines:
        raise ValidationError.from_exception_data(title, faults.lines)


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a list or a mapping names.

    Attributes:
        place: Its place: a number in a list, a key in a mapping.
        name: The name.
        known: True in a list; in a mapping what it says of the name.
        given: What a message shows as given.
    """

    place: str | int
    name: object
    known: object
    given: object


def named_in(value: Iterable[object]) -> Iterator[Named]:
    """What a list or a mapping names, one by one."""
    if isinstance(value, Mapping):
        yield from (Named(str(name), name, known, known) for name, known in value.items())
    else:
        yield from (Named(number, name, known=True, given=name) for number, name in enumerate(value))


def stated(value: object) -> object:
    """True or false; what is not known is left out, not given as null."""
    if value is None:
        message = said("expected true or false; leave out what is not known", "应为“是”或“否”；不知道的不必写")
        raise fault("truth", message)
    return YesNo("").read(value)


def is_chinese(value: object) -> bool:
    """Whether a user wrote in Chinese, so that the names that would have been right are shown in Chinese too."""
    return isinstance(value, str) and any("\u4e00" <= one <= "\u9fff" for one in value)


def one_of(known: Sequence[str]) -> Message:
    """The names that would have been right, as a message lists them: the first few of many."""
    first = joined(known[:MOST_TERMS])
    if len(known) <= MOST_TERMS:
        return first
    return said("{first} … ({number} in all)", "{first}……（共 {number} 项）", first=first, number=len(known))


def given_twice(term: str, zh: str) -> Message:
    """That a mapping names one term twice, by its id and by its Chinese name."""
    return said("{term} is given twice", "{term}写了两次", term=both(term, f"“{zh}”（{term}）"))


def _term(vocabulary: type[Vocabulary], value: object) -> Vocabulary:
    try:
        return vocabulary(value)  # type: ignore[arg-type]  # anything else is refused below
    except ValueError:
        known = one_of([both(term.zh if is_chinese(value) else term.value, term.zh) for term in vocabulary])
        hint = did_you_mean(value, vocabulary.names()) if isinstance(value, str) else Message()
        message = said(
            "expected one of {known}; got {given}{hint}",
            "应为以下之一：{known}；实为 {given}{hint}",
            known=known,
            given=shown(value),
            hint=hint,
        )
        raise fault("term", message) from None
