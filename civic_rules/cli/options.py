"""What several commands take: the language, a file to write to, a day, readings; and what is said of a wrong one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer
from pydantic_core import PydanticCustomError

from civic_rules.entities.fields import Day
from civic_rules.errors import expected, shown
from civic_rules.messages import both, said
from civic_rules.reasons import NO_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from civic_rules.messages import Message


class Lang(StrEnum):
    """The language of a report, and of messages."""

    EN = "en"
    ZH = "zh"


EMPTY = {"FILE": NO_NAME, "FOLDER": both("the name of the folder is empty", "目录名是空的")}
"""What is said of words in which nothing can be seen, by what stands for them in the help."""


def bad(message: Message, name: str) -> typer.BadParameter:
    """What is wrong with an option or an argument, by its name."""
    return typer.BadParameter(message, param_hint=name)


def not_empty(param: typer.CallbackParam, given: str | None) -> str | None:
    """What an option or an argument says, where it says anything: an empty variable of a shell is a mistake."""
    if given is not None and not given.strip():
        word = str(param.metavar)
        name = param.opts[0] if param.param_type_name == "option" else word
        raise bad(EMPTY.get(word, both("it is empty", "内容是空的")), name)
    return given


InLang = Annotated[Lang, typer.Option("--lang", help="English or Chinese.")]
OutFile = Annotated[
    str | None,
    typer.Option("--out", metavar="FILE", callback=not_empty, help="Write to a file, whole or not at all."),
]


def day_of(text: str) -> date:
    """The day that `--on` says."""
    try:
        return cast("date", Day("").read(text))
    except PydanticCustomError as error:
        raise bad((error.context or {})["message"], "--on") from None


def readings_of(given: Sequence[str]) -> dict[str, str]:
    """How open places are read, as each KEY=OPTION of `--reading` says."""
    chosen: dict[str, str] = {}
    for one in given:
        key, sign, option = one.partition("=")
        if not sign or not key or not option:
            raise bad(expected(both("KEY=OPTION", "KEY=OPTION"), one), "--reading")
        if key in chosen:
            raise bad(said("{key} is given twice", "{key} 写了两次", key=shown(key)), "--reading")
        chosen[key] = option
    return chosen
