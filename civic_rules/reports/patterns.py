"""What a consequence asks for and concludes, in English and Chinese words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civic_rules.expressions import words
from civic_rules.rules import Follows, HeldBy, Holds, Judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.rules import Consequence, Effect, Pattern, Rulebook
    from civic_rules.units import Lang


def pattern_text(pattern: Pattern, book: Rulebook, lang: Lang) -> str:
    """A pattern as a phrase: "community: the requirement «...» is failed, overdue".

    Args:
        pattern: The pattern.
        book: The rulebook in which it stands, for the titles of what it asks for.
        lang: "en" for English, "zh" for Chinese.
    """
    if isinstance(pattern, HeldBy):
        member, holder = variable_text(pattern.member, lang), variable_text(pattern.holder, lang)
        return f"{member}在{holder}之下" if lang == "zh" else f"{member} lies in {holder}"
    if isinstance(pattern, Judged):
        return _join(variable_text(pattern.of, lang), _judged(pattern, book, lang), lang)
    if isinstance(pattern, Holds):
        titles = [one.title.in_(lang) for one in book.circumstances if one.key == pattern.circumstance]
        return _join(variable_text(pattern.of, lang), _named(titles, pattern.circumstance), lang)
    if isinstance(pattern, Follows):
        titles = [one.title.in_(lang) for one in book.consequences if one.effect == pattern.effect]
        others = [one for one in (pattern.about, pattern.rule) if one is not None]
        named = _named(titles, pattern.effect) + _about(others, lang)
        return _join(variable_text(pattern.of, lang), named, lang)
    raise TypeError(f"a pattern without words: {pattern!r}")


def effect_text(effect: Effect, lang: Lang) -> str:
    """What is concluded as a phrase: the kind, whose it is, what it concerns, who owes it, and by when."""
    others = [one for one in (effect.about, effect.rule) if one is not None]
    parts = [_join(effect.kind.title(lang), variable_text(effect.of, lang) + _about(others, lang), lang)]
    if effect.bearer:
        parts.append(words.listed([one.in_(lang) for one in effect.bearer], lang, "and"))
    if effect.due is not None:
        parts.append(words.day_text(effect.due, lang))
    return ("；" if lang == "zh" else "; ").join(parts)


def consequence_rows(rule: Consequence, book: Rulebook, lang: Lang) -> Iterator[tuple[str, str]]:
    """What a consequence says: each pattern and the effect, with the name of the row in `SAID`."""
    for name, patterns in (("all of", rule.when), ("unless", rule.unless)):
        for pattern in patterns:
            yield name, pattern_text(pattern, book, lang)
    yield "follows", effect_text(rule.then, lang)


def variable_text(variable: str, lang: Lang) -> str:
    """What a variable stands for: "community", "community 2", "entity", "requirement"."""
    kind = variable.rstrip("23456789")
    number = variable[len(kind) :]
    names = {"entity": ("对象", "entity"), "requirement": ("要求", "requirement")}
    name = names[kind][0 if lang == "zh" else 1] if kind in names else words.kind_name(kind, lang)
    return f"{name}{number}" if lang == "zh" else f"{name} {number}".strip()


def _judged(pattern: Judged, book: Rulebook, lang: Lang) -> str:
    if pattern.requirement is None:
        named = variable_text(pattern.rule or "", lang)
        if pattern.is_assigned:
            named = f"有责任单位的{named}" if lang == "zh" else f"{named} that names who is responsible"
    else:
        named = _named([one.title.in_(lang) for one in book if one.key == pattern.requirement], pattern.requirement)
    terms = [words.listed([one.title(lang) for one in pattern.verdict], lang, "or")] if pattern.verdict else []
    terms += [] if pattern.tier is None else [pattern.tier.title(lang)]
    terms += [words.listed([one.title(lang) for one in pattern.due], lang, "or")] if pattern.due else []
    return _join(named, ("，" if lang == "zh" else ", ").join(terms), lang) if terms else named


def _named(titles: list[str], key: str) -> str:
    name = titles[0] if titles else key
    return f"“{name}”"


def _about(variables: list[str], lang: Lang) -> str:
    if not variables:
        return ""
    named = words.listed([variable_text(one, lang) for one in variables], lang, "and")
    return f"，关于{named}" if lang == "zh" else f", about {named}"


def _join(head: str, rest: str, lang: Lang) -> str:
    return f"{head}：{rest}" if lang == "zh" else f"{head}: {rest}"
