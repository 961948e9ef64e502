"""Every exception of the package, in one tree.

```
CivicRulesError
├── DeclarationError                 a rule is written wrongly; raised while it is declared or read
│   ├── UnknownFieldError            (AttributeError)  a subject has no such field, arrangement or member
│   ├── UnknownTermError             (LookupError)     a vocabulary has no such term
│   ├── UndefinedUnitError           (LookupError)     a unit that the registry does not know
│   ├── UnitMismatchError            (TypeError)       two quantities of different dimensions meet
│   ├── KindMismatchError            (TypeError)       a number meets a date, a truth meets a category ...
│   ├── MixedSubjectsError           (TypeError)       one expression speaks of two subjects
│   ├── TruthValueError              (TypeError)       Python asked an expression whether it is true
│   ├── UnknownClauseError           (LookupError)     a document has no such clause
│   ├── DuplicateKeyError            (ValueError)      two rules share a key, or two rulebooks an id
│   ├── UnknownFactError             (LookupError)     a consequence asks for what its rulebook does not have
│   ├── UnsafeVariableError          (NameError)       a variable of a consequence is bound by nothing
│   ├── CyclicAbsenceError           (ValueError)      what follows depends on its own absence
│   ├── FormulaError                 (ValueError)      the text of a formula cannot be read
│   └── InvalidRulebookError         (ValueError)      a rulebook handed in as JSON has faults
├── DataError                        what a user handed in cannot be used
│   ├── QuantityError                (ValueError)      a value is not a quantity of the field's unit
│   ├── InvalidEntityError           (ValueError)      an entity has faults: all of them are listed
│   ├── InvalidCaseError             (ValueError)      a file of cases has faults: all of them are listed
│   ├── UnreadableFileError          (ValueError)      a file is absent, too large, or not what it says
│   ├── UnwritableFileError          (ValueError)      a file cannot be written where it is asked for
│   ├── DuplicateEntityError         (ValueError)      two entities of one kind share an id
│   ├── InvalidTableError            (ValueError)      frames have faults: all of them are listed
│   ├── UnsupportedFrameError        (TypeError)       what was handed in is no frame that can be read
│   ├── InvalidDayError              (ValueError)      the day of an audit is no calendar day
│   └── SessionError                 (RuntimeError)    a session cannot do what it is asked for
├── ChainingError                    (RuntimeError)    an engine of consequences failed, or would
├── ToleranceExceededError           (AssertionError)  more of a population fails than a pipeline allows
└── UnknownNameError                 (KeyError)        asked for by a name that is not there
    ├── UnknownRulebookError         no rulebook has this id
    ├── UnknownRequirementError      no requirement or finding has this key
    ├── AmbiguousKeyError            several rulebooks have this key: give the whole id
    ├── UnknownReadingError          no such reading, or it has no such option
    └── UnknownEntityError           the report has no entity with this id
```

Missing evidence is never an exception: it is the verdict `cannot_tell`.
"""

from __future__ import annotations

import difflib
import reprlib
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING

from civic_rules.messages import Message, both, english_only, in_language, joined, said, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SHOWN_VALUE = 60
"""How many characters of a user's value a message shows."""

SHOWN_FAULTS = 50
"""How many faults a message lists; the attribute `faults` has them all."""

_ONE_LINE = reprlib.Repr()
_ONE_LINE.maxstring = _ONE_LINE.maxlong = _ONE_LINE.maxother = 10 * SHOWN_VALUE


def nearest(name: object, known: Iterable[str]) -> str | None:
    """The known name that looks most like the given one.

    Args:
        name: What was written.
        known: The names that would have been right.

    Returns:
        The nearest name, or None where nothing comes close.

    Examples:
        >>> nearest("househols", ["households", "residents"])
        'households'
        >>> nearest("colour", ["households", "residents"])
    """
    return _nearest(name, tuple(known)) if isinstance(name, str) else None


@lru_cache(maxsize=4096)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """A file may have one mistake in each of thousands of rows, and a search takes a millisecond."""
    found = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: object, known: Iterable[str]) -> Message:
    """A clause for the end of a message, empty where no known name comes close.

    Examples:
        >>> did_you_mean("househols", ["households"])
        "; did you mean 'households'?"
        >>> did_you_mean("househols", ["households"]).zh
        "；是否想写 'households'？"
    """
    found = nearest(name, known)
    return said("; did you mean {found!r}?", "；是否想写 {found!r}？", found=found) if found else Message()


def shown(value: object) -> str:
    """A user's value as a message shows it: on one line, printable, cut where it is long.

    Examples:
        >>> shown("430 kg")
        "'430 kg'"
    """
    try:
        text = value.isoformat() if isinstance(value, (date, time)) else _ONE_LINE.repr(value)
    except Exception:  # noqa: BLE001  a repr of somebody else's object may raise anything
        text = f"<{type(value).__name__}>"
    text = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[: SHOWN_VALUE + 1])
    return text if len(text) <= SHOWN_VALUE else text[: SHOWN_VALUE - 1] + "…"


def expected(wanted: Message, given: object, hint: Message | None = None) -> Message:
    """What is wrong with most values: what was expected, what was given and, where it helps, what to do about it.

    Examples:
        >>> expected(both("text", "文字"), 5).zh
        '应为文字，实为 5'
    """
    return got(said("expected {wanted}", "应为{wanted}", wanted=spaced(wanted)), given) + (hint or Message())


def got(wrong: Message, given: object) -> Message:
    """What was expected, and what was given."""
    return said("{wrong}, got {given}", "{wrong}，实为 {given}", wrong=wrong, given=shown(given))


class CivicRulesError(Exception):
    """The base of every exception that this package raises on purpose."""

    @property
    def message(self) -> Message:
        """What is wrong, in both languages where a user can meet it."""
        return english_only(self.args[0] if self.args and isinstance(self.args[0], str) else str(self))

    def text(self, lang: str = "en") -> str:
        """What is wrong, in English ("en") or Chinese ("zh")."""
        return self.message.in_(lang)


class DeclarationError(CivicRulesError):
    """A rule is written wrongly."""

    def __init__(self, message: Message) -> None:
        """Keep the message, which is in both languages."""
        super().__init__(message)


class UnknownFieldError(DeclarationError, AttributeError):
    """A subject has no field, arrangement, event or member of this name."""


class UnknownTermError(DeclarationError, LookupError):
    """A vocabulary has no such term."""


class UndefinedUnitError(DeclarationError, LookupError):
    """The registry does not know this unit."""


class UnitMismatchError(DeclarationError, TypeError):
    """Two quantities of different dimensions meet."""


class KindMismatchError(DeclarationError, TypeError):
    """An operation was given a value of the wrong kind: a date for a number, say."""


class MixedSubjectsError(DeclarationError, TypeError):
    """One expression speaks of two subjects without saying how they belong together."""


class TruthValueError(DeclarationError, TypeError):
    """Python asked an expression whether it is true, as `and`, `or`, `not` and `if` do."""


class UnknownClauseError(DeclarationError, LookupError):
    """A document has no such clause."""


class DuplicateKeyError(DeclarationError, ValueError):
    """Two rules of one rulebook share a key, or two different rulebooks that are asked together share an id."""


class UnknownFactError(DeclarationError, LookupError):
    """A consequence asks for a requirement, a circumstance or an effect that its rulebook does not have."""


class UnsafeVariableError(DeclarationError, NameError):
    """A variable of a consequence stands in what is concluded, or may not be, and is bound by nothing."""


class CyclicAbsenceError(DeclarationError, ValueError):
    """What follows depends on its own absence."""


class FormulaError(DeclarationError, ValueError):
    """The text of a formula cannot be read."""


class DataError(CivicRulesError):
    """What a user handed in cannot be used."""

    def __init__(self, message: Message) -> None:
        """Keep the message, which is in both languages."""
        super().__init__(message)


class QuantityError(DataError, ValueError):
    """A value is not a quantity in the unit of its field."""


class DuplicateEntityError(DataError, ValueError):
    """Two entities of one kind share an id."""


class InvalidDayError(DataError, ValueError):
    """The day of an audit is no calendar day."""


class SessionError(DataError, RuntimeError):
    """A session cannot do what it is asked for: it is closed, or holds no single whole."""


class ChainingError(CivicRulesError, RuntimeError):
    """An engine that works out what follows failed, or would fail on what it was given."""

    def __init__(self, message: Message) -> None:
        """Keep the message, which is in both languages."""
        super().__init__(message)


class UnsupportedFrameError(DataError, TypeError):
    """What was handed in is no frame that can be read, or a query that cannot be pickled."""


class ToleranceExceededError(CivicRulesError, AssertionError):
    """More of a population fails than a pipeline allows.

    Attributes:
        shares: The share that fails of each requirement that fails too often, by its id.
    """

    def __init__(self, message: Message, shares: Mapping[str, float]) -> None:
        """Keep the message, which is in both languages, and the shares."""
        self.shares = dict(shares)
        super().__init__(message)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.message, self.shares)


class UnknownNameError(CivicRulesError, KeyError):
    """Something was asked for by a name that is not there."""

    def __init__(self, message: Message) -> None:
        """Keep the message, which is in both languages."""
        super().__init__(message)

    def __str__(self) -> str:
        """The message itself: `KeyError` would print it in quotes."""
        return str(self.args[0]) if self.args else ""


class UnknownRulebookError(UnknownNameError):
    """No rulebook has this id."""


class UnknownRequirementError(UnknownNameError):
    """No requirement, or no finding, has this key."""


class AmbiguousKeyError(UnknownNameError):
    """Several rulebooks have this key; the whole id says which is meant."""


class UnknownReadingError(UnknownNameError):
    """No reading has this key, or the reading has no such option."""


class UnknownEntityError(UnknownNameError):
    """The report has no entity with this id."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with what a user handed in.

    Attributes:
        where: The place: a path (`communities[2].households`), or a row and column of a table.
        message: What is wrong, what was expected, and the nearest valid name where there is one.
        value: What was given, as it was given.
    """

    where: str
    message: Message
    value: object = None

    def __str__(self) -> str:
        """The place and the message on one line."""
        return self.text()

    def text(self, lang: str = "en") -> str:
        """The place and the message on one line, in English ("en") or Chinese ("zh")."""
        message = in_language(self.message, lang)
        if not self.where:
            return message
        return f"{in_language(self.where, lang)}{'：' if lang == 'zh' else ': '}{message}"


_TABLES = both("tables", "数据表")
_RULEBOOK = both("rulebook", "规则册")


def _listed(what: str, faults: Sequence[Fault]) -> Message:
    """All faults of what was handed in, a line each."""
    count, more = len(faults), len(faults) - SHOWN_FAULTS
    number = said("1 fault", "1 处有误") if count == 1 else said("{count} faults", "{count} 处有误", count=count)
    lines = [said("{what}: {number}", "{what}：{number}", what=what, number=number)]
    lines += [Message(f"  {fault}", f"  {fault.text('zh')}") for fault in faults[:SHOWN_FAULTS]]
    if more > 0:
        lines.append(said("  … and {more} more", "  ……另有 {more} 处", more=more))
    return joined(lines, "\n", "\n")


class InvalidEntityError(DataError, ValueError):
    """An entity has faults: all of them are listed.

    Attributes:
        source: The file, or the kind of entity, that was read.
        faults: Every fault found, in the order of the input.
    """

    def __init__(self, source: str, faults: Sequence[Fault]) -> None:
        """Keep the faults and list them in the message."""
        self.source = source
        self.faults = tuple(faults)
        super().__init__(_listed(source, self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.source, self.faults)


class InvalidTableError(DataError, ValueError):
    """Frames have faults: all of them are listed.

    Attributes:
        faults: Every fault found, each with the frame and the column in which it is.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults and list them in the message."""
        self.faults = tuple(faults)
        super().__init__(_listed(_TABLES, self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.faults,)


class InvalidCaseError(DataError, ValueError):
    """A file of cases has faults: all of them are listed.

    Attributes:
        source: The file that was read.
        faults: Every fault found, in the order of the file.
    """

    def __init__(self, source: str, faults: Sequence[Fault]) -> None:
        """Keep the faults and list them in the message."""
        self.source = source
        self.faults = tuple(faults)
        super().__init__(_listed(source, self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.source, self.faults)


class InvalidRulebookError(DeclarationError, ValueError):
    """A rulebook handed in as JSON has faults: all of them are listed.

    Attributes:
        faults: Every fault found, in the order of the input.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults and list them in the message."""
        self.faults = tuple(faults)
        super().__init__(_listed(_RULEBOOK, self.faults))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.faults,)


def _seen(path: str) -> str:
    """A path as a message begins with it; one of which nothing can be seen, in quotes."""
    return path if path.strip() else shown(path)


class UnreadableFileError(DataError, ValueError):
    """A file is absent, too large, or not what its name says.

    Attributes:
        path: The file, as it was given.
        reason: What is wrong with it.
    """

    def __init__(self, path: str, reason: Message) -> None:
        """Keep the path and the reason."""
        self.path = path
        self.reason = reason
        super().__init__(said("{path}: {reason}", "{path}：{reason}", path=_seen(path), reason=reason))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.path, self.reason)


class UnwritableFileError(DataError, ValueError):
    """A file cannot be written where it is asked for.

    Attributes:
        path: The file, as it was given.
        reason: What is in the way.
    """

    def __init__(self, path: str, reason: Message) -> None:
        """Keep the path and the reason."""
        self.path = path
        self.reason = reason
        seen = _seen(path)
        wrong = said("{path}: cannot be written: {reason}", "{path}：无法写入：{reason}", path=seen, reason=reason)
        super().__init__(wrong)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what it was made of."""
        return type(self), (self.path, self.reason)
