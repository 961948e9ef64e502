"""Who speaks: the language of a sentence, the readings it takes, and whose fields it means.

`say` is the one function that puts a node into words. `phrases` tells it of numbers, dates and members,
`sentences` of conditions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING

from civic_rules.expressions import nodes, words

if TYPE_CHECKING:
    from civic_rules.expressions.scope import Context
    from civic_rules.units import Lang


@dataclass(frozen=True, slots=True)
class Voice:
    """How a tree is spoken.

    Attributes:
        lang: "en" or "zh".
        context: The audit whose readings are taken; without one every option is told.
        holder: The kind of entity whose fields are meant where that is not the subject itself, else "".
    """

    lang: Lang
    context: Context | None = None
    holder: str = ""

    @property
    def zh(self) -> bool:
        """Whether it speaks Chinese."""
        return self.lang == "zh"

    def of_holder(self, kind: str) -> Voice:
        """The same voice, speaking of an entity that holds the subject; of the subject itself for ""."""
        return replace(self, holder=kind)

    def before(self) -> str:
        """Whose fields are meant, before a Chinese name; "" for the subject itself."""
        return f"所在{words.kind_name(self.holder, 'zh')}" if self.holder else ""

    def after(self) -> str:
        """Whose fields are meant, after an English noun; "" for the subject itself."""
        return f" of the {words.kind_name(self.holder, 'en')}" if self.holder else ""

    def bracketed(self, text: str) -> str:
        """A text in brackets."""
        return f"（{text}）" if self.zh else f"({text})"


@singledispatch
def say(node: nodes.Node, voice: Voice) -> str:
    """An expression in a voice: a clause for a condition, a phrase for anything else."""
    msg = f"{type(node).__name__} cannot be put into words in {voice.lang}"
    raise TypeError(msg)


JOINS = (",", ";", ":", " and ", " or ", "，", "；", "：")
"""What joins clauses; a clause that has one of them inside stands in brackets among others."""

_QUOTED = re.compile("“[^”]*”")


def clause(node: nodes.Node, voice: Voice, joins: tuple[str, ...] = JOINS) -> str:
    """A condition among others, in brackets where its own joins would be read with theirs.

    Args:
        node: The condition.
        voice: The voice.
        joins: What its neighbours are joined by.
    """
    text = say(node, voice)
    if text.startswith(("(", "（")) and isinstance(node, nodes.Choice):
        return text
    joined = isinstance(node, (nodes.AllOf, nodes.AnyOf)) and len(node.conditions) > 1
    plain = _QUOTED.sub("", text)
    return voice.bracketed(text) if joined or any(mark in plain for mark in joins) else text
