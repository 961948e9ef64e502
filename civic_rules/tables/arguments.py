"""What is asked of an audit of tables, and of its report, as people write it: names, words of verdicts, shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any, cast

from civic_rules.errors import (
    KindMismatchError,
    QuantityError,
    UnknownNameError,
    UnknownRequirementError,
    did_you_mean,
    expected,
    shown,
)
from civic_rules.messages import Message, both, joined, said
from civic_rules.tables.layout import FRAMES
from civic_rules.verdicts import Verdict

COLUMNS = both("columns", "列名")
REQUIREMENTS = both("requirements", "要求的编号")
SEGMENTS = both("segments", "分组列名")


def names_of(given: object, what: Message) -> tuple[str, ...]:
    """Several names; one that stands alone is one name, and nothing is none.

    Args:
        given: What was given.
        what: What it names, for messages: one of those above.

    Raises:
        KindMismatchError: Something is no text.

    Examples:
        >>> names_of("county", COLUMNS), names_of(["county", "region"], COLUMNS), names_of(None, COLUMNS)
        (('county',), ('county', 'region'), ())
    """
    if given is None:
        return ()
    if isinstance(given, str):
        return (given,)
    found = tuple(given) if isinstance(given, Iterable) else (given,)
    for one in found:
        if not isinstance(one, str):
            wanted = said("{what} by name", "文字形式的{what}", what=what)
            raise KindMismatchError(expected(wanted, one))
    return found


def frames_of(given: object) -> Mapping[str, Any]:
    """Frames by what a row of them is.

    Raises:
        KindMismatchError: They are not given by what a row of them is.
        UnknownNameError: There is no such kind of entity; each such kind is named.
    """
    if not isinstance(given, Mapping):
        message = said(
            'expected frames by what a row of them is, as in {{"community": frame}}; got {given}',
            '应按每行是哪种对象给出数据表，如 {{"community": frame}}；实为 {given}',
            given=shown(given),
        )
        raise KindMismatchError(message)
    check_kinds(given)
    return given


def check_kinds(words: Iterable[object]) -> None:
    """Check that words say what a row of a frame is.

    Raises:
        UnknownNameError: There is no such kind of entity; each such word is named.
    """
    wrong = [
        said(
            "there is no kind of entity {word}{hint}",
            "没有 {word} 这种对象{hint}",
            word=shown(word),
            hint=did_you_mean(word, FRAMES) or _in_english(word),
        )
        for word in words
        if not isinstance(word, str) or word not in FRAMES
    ]
    if wrong:
        raise UnknownNameError(joined(wrong, "\n", "\n"))


def _in_english(word: object) -> Message:
    """A hint to who writes the word of a kind of entity in Chinese."""
    named = {getattr(model, "kind_zh", "事项"): kind for kind, model in FRAMES.items()}
    found = named.get(word) if isinstance(word, str) else None
    return did_you_mean(found, [found]) if found else Message()


def check_key(given: object) -> None:
    """Check that a requirement is asked for by a text.

    Raises:
        UnknownRequirementError: It is not.
    """
    if not isinstance(given, str):
        raise UnknownRequirementError(expected(both("the key of a requirement", "要求的编号"), given))


def verdict_of(word: object) -> Verdict:
    """A verdict by its word.

    Raises:
        UnknownNameError: It is none.
    """
    if isinstance(word, str) and word in {*Verdict}:
        return Verdict(word)
    words = [verdict.value for verdict in Verdict]
    hint = did_you_mean(word.lower() if isinstance(word, str) else word, words)
    wanted = said("a verdict ({words})", "结论（{words}）", words=joined(words))
    raise UnknownNameError(expected(wanted, word, hint))


def verdicts_of(given: object) -> tuple[Verdict, ...] | None:
    """Several verdicts by their words; None, which is for all, stays so.

    Raises:
        UnknownNameError: Something is none.
    """
    if given is None:
        return None
    one = isinstance(given, str) or not isinstance(given, Iterable)
    return tuple(map(verdict_of, (given,) if one else cast("Iterable[object]", given)))


def share_of(given: object, name: str) -> float:
    """A share that is tolerated.

    Args:
        given: What was given.
        name: The name of the argument, for messages.

    Raises:
        QuantityError: It is no number from 0 to 1.
    """
    if isinstance(given, bool) or not isinstance(given, Real) or not 0 <= float(given) <= 1:
        message = said(
            "{name}: expected a share from 0 to 1, as in {name}=0.1 for 10 percent; got {given}",
            "{name}：应为 0 至 1 之间的比例，如 {name}=0.1 为百分之十；实为 {given}",
            name=name,
            given=shown(given),
        )
        raise QuantityError(message)
    return float(given)
