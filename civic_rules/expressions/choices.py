"""What a document leaves to a date or to a reader: parameters with dated values, and readings."""

from __future__ import annotations

from datetime import date  # noqa: TC003  an annotation of a method
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from civic_rules.errors import DeclarationError, did_you_mean
from civic_rules.expressions import literals
from civic_rules.messages import joined, said
from civic_rules.text import Text

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
"""An id in English kebab-case."""


class DatedValue(BaseModel):
    """A value and the day from which it holds.

    Attributes:
        since: The first day on which it holds.
        value: The value, in the unit of its parameter.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: literals.Day
    value: literals.Number


class Parameter(BaseModel):
    """A quantity whose value a document sets in stages.

    Attributes:
        key: Its id.
        title: Its name in both languages.
        unit: The unit of its values.
        values: The stages, the earliest first.

    Examples:
        >>> from datetime import date
        >>> from civic_rules.text import Text
        >>> funds = Parameter(
        ...     key="office-funds", title=Text(zh="办公经费", en="Office funds"), unit="CNY / year",
        ...     values=(DatedValue(since=date(2013, 1, 1), value=50_000),),
        ... )
        >>> funds.on(date(2013, 5, 1)), funds.on(date(2012, 5, 1))
        (50000, None)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    title: Text
    unit: str = Field(min_length=1, max_length=100)
    values: tuple[DatedValue, ...] = Field(min_length=1)

    def on(self, day: date) -> float | None:
        """The value that holds on a day, or None before the first stage."""
        holding = [stage for stage in self.values if stage.since <= day]
        return max(holding, key=lambda stage: stage.since).value if holding else None


class ReadingOption(BaseModel):
    """One way to read an open place of a text.

    Attributes:
        key: Its id.
        title: What it says, in both languages.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    title: Text


class Reading(BaseModel):
    """A place where a text leaves a choice, the ways to read it, and the one that is taken.

    Attributes:
        key: Its id.
        title: The question that the text leaves open.
        options: The ways to read it.
        default: The option that is taken unless a user chooses another; None where none is sound.
        reason: Why the default is taken, or why there is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    title: Text
    options: tuple[ReadingOption, ...] = Field(min_length=2)
    default: Key | None
    reason: Text

    @model_validator(mode="after")
    def _check_options(self) -> Reading:
        """The options differ, and the default is one of them."""
        keys = [option.key for option in self.options]
        if len(set(keys)) < len(keys):
            message = said(
                "reading {reading}: an option is given twice among {keys}",
                "解读 {reading}：{keys} 中有选项写了两次",
                reading=self.key,
                keys=joined(keys),
            )
            raise DeclarationError(message)
        if self.default is not None and self.default not in keys:
            message = said(
                "reading {reading}: the default {default!r} is none of the options {keys}{hint}",
                "解读 {reading}：默认值 {default!r} 不在选项 {keys} 之中{hint}",
                reading=self.key,
                default=self.default,
                keys=joined(keys),
                hint=did_you_mean(self.default, keys),
            )
            raise DeclarationError(message)
        return self

    def option(self, key: str) -> ReadingOption | None:
        """The option of this id, or None."""
        return next((option for option in self.options if option.key == key), None)
