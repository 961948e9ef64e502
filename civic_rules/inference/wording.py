"""Conclusions in words: what follows and why, as a tree, in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civic_rules.entities import ENTITY_TYPES
from civic_rules.errors import UnknownNameError
from civic_rules.inference.facts import Party, due_state
from civic_rules.messages import said
from civic_rules.rules import DueState, Follows, Holds, Judged
from civic_rules.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civic_rules.audit import Finding
    from civic_rules.inference.conclusions import Because, Conclusion, Conclusions, Gap, Ground
    from civic_rules.units import Lang

BRANCH, LAST, LINE, SPACE = "├─ ", "└─ ", "│  ", "   "
"""How a tree is drawn."""

LISTED = 10
"""How many missing facts a line lists; `conclusion.missing` has them all."""


def tree(conclusions: Iterable[Conclusion], lang: Lang) -> str:
    """Conclusions, each with its shortest reason down to findings and circumstances.

    Raises:
        UnknownNameError: The language is neither "en" nor "zh".
    """
    check_language(lang)
    return "\n".join(line for one in conclusions for line in _tree(one, lang))


def everything(conclusions: Conclusions, lang: Lang) -> str:
    """What follows, and what is open.

    Raises:
        UnknownNameError: The language is neither "en" nor "zh".
    """
    check_language(lang)
    lines = [_say(lang, f"由此得出 {len(conclusions)} 项：", f"What follows ({len(conclusions)}):")]
    lines += [line for one in last(conclusions) for line in _tree(one, lang)]
    if conclusions.open:
        count = len(conclusions.open)
        lines += ["", _say(lang, f"尚不确定的 {count} 项：", f"What is open ({count}):")]
        lines += [open_line(one, lang) for one in conclusions.open]
    return "\n".join(lines)


def last(conclusions: Iterable[Conclusion]) -> list[Conclusion]:
    """The conclusions from which nothing else follows by its shortest reason: their trees have all the others."""
    every = list(conclusions)
    used = {id(ground) for one in every for ground in one.because.conclusions}
    return [one for one in every if id(one) not in used]


def check_language(lang: str) -> None:
    """Check that a language is one in which conclusions are told.

    Raises:
        UnknownNameError: It is not.
    """
    if lang not in {"en", "zh"}:
        message = said(
            "conclusions are told in en and zh; got {lang!r}", "推论结果用 en 或 zh 说明；实为 {lang!r}", lang=lang
        )
        raise UnknownNameError(message)


def headline(conclusion: Conclusion, lang: Lang) -> str:
    """What follows, of whom, by whom and by when, on one line."""
    colon, comma, stop = ("：", "，", "；") if lang == "zh" else (": ", ", ", "; ")
    parts = [f"{conclusion.rule.then.kind.title(lang)}{colon}{conclusion.title.in_(lang)}"]
    whom = party_text(conclusion.party, lang)
    if conclusion.about_party is not None:
        about = party_text(conclusion.about_party, lang)
        whom += _say(lang, f"，关于{about}", f", about {about}")
    parts.append(whom)
    if conclusion.requirement is not None:
        parts.append(_say(lang, f"要求“{conclusion.requirement.title.zh}”", conclusion.requirement.title.en))
    if conclusion.bearer:
        names = _say(lang, "、", ", ").join(_bearers(conclusion, lang))
        owes = conclusion.kind == "obligation"
        parts.append(_say(lang, ("由" if owes else "交") + names, ("owed by " if owes else "to ") + names))
    if conclusion.due is not None:
        state = due_state(conclusion.due, conclusion.on).title(lang)
        parts.append(_say(lang, f"期限{conclusion.due}（{state}）", f"due {conclusion.due} ({state})"))
    return parts[0] + (comma if lang == "zh" else stop) + stop.join(parts[1:])


def _bearers(conclusion: Conclusion, lang: Lang) -> tuple[str, ...]:
    """Who owes it or to whom it goes; of who is responsible for a requirement, who leads is marked."""
    rule = conclusion.requirement
    if rule is None or conclusion.effect.bearer:
        return tuple(one.in_(lang) for one in conclusion.bearer)
    return rule.responsible_in(lang)


def open_line(conclusion: Conclusion, lang: Lang) -> str:
    """An open conclusion with what would settle it, on one line."""
    gaps = conclusion.gaps
    names = [gap_text(one, lang) for one in gaps[:LISTED]]
    rest = len(gaps) - len(names)
    if rest > 0:
        names.append(_say(lang, f"等{rest}项", f"{rest} more"))
    listed = _say(lang, "、", ", ").join(names)
    return f"? {headline(conclusion, lang)}" + _say(lang, f"；取决于：{listed}", f"; it depends on {listed}")


def gap_text(gap: Gap, lang: Lang) -> str:
    """What would settle something, with Chinese names in Chinese."""
    model, identity, path = ENTITY_TYPES[gap.kind], printable(gap.id), printable(gap.path)
    named = _say(lang, f"{model.kind_zh}{identity}", f"{_words(gap.kind)} {identity}")
    if path:
        spec = model.specs().get(path)
        return _say(lang, f"{named}的{path if spec is None else spec.zh}", f"{named}: {path}")
    other = _say(lang, ENTITY_TYPES[gap.other].kind_zh, _words(gap.other))
    is_member = model.reaches(gap.other)
    return _say(lang, f"{named}的{other}" if is_member else f"{named}所在的{other}", f"{other} of {named}")


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def party_text(party: Party, lang: Lang) -> str:
    """An entity, or a place that was not handed in."""
    inner = party.inner
    identity, name = printable(inner.id), printable(inner.name or "")
    named = _say(lang, f"{type(inner).kind_zh}{identity}", f"{_words(inner.kind)} {identity}")
    if party.entity is not None:
        return named + (_say(lang, f"（{name}）", f" ({name})") if name else "")
    zh, en = ENTITY_TYPES[party.kind].kind_zh, _words(party.kind)
    if party.place:
        named = party_text(Party(party.place, None, inner), lang)
    if party.place or inner.reaches(party.kind):
        return _say(lang, f"{named}可能有的{zh}", f"a {en} that {named} may have")
    return _say(lang, f"{named}所在的{zh}", f"the {en} of {named}")


def ground_text(ground: Ground, lang: Lang) -> str:
    """A fact that a conclusion rests on, on one line; a conclusion has its own headline."""
    text = _fact_text(ground, lang)
    if ground.is_wanted:
        return text if ground.truth else text + _say(lang, "（未知）", " (not known)")
    absent = _say(lang, "不成立：", "not so: ")
    return absent + text if ground.truth is False else absent + text + _say(lang, "（未知）", " (not known)")


def _fact_text(ground: Ground, lang: Lang) -> str:
    if ground.parties is not None:
        member, holder = (party_text(one, lang) for one in ground.parties)
        return _say(lang, f"{member}在{holder}之下", f"{member} lies in {holder}")
    if ground.finding is not None:
        return finding_text(ground.finding, lang)
    whom = party_text(ground.of, lang)
    if ground.observation is not None:
        title = ground.observation.circumstance.title.in_(lang)
        phrases = [printable(one) for one in ground.observation.told(lang)]
        recorded = _say(lang, "；", "; ").join(phrases)
        said = _say(lang, f"（{recorded}）", f" ({recorded})") if recorded else ""
        return _say(lang, f"{whom}：{title}", f"{whom}: {title}") + said
    pattern = ground.pattern
    if isinstance(pattern, Judged):
        asked = pattern.requirement or _say(lang, "某项要求", "a requirement")
    elif isinstance(pattern, Holds):
        asked = pattern.circumstance
    else:
        asked = pattern.effect if isinstance(pattern, Follows) else ""
    return _say(lang, f"{whom}：{asked}", f"{whom}: {asked}")


def finding_text(finding: Finding, lang: Lang) -> str:
    """A finding on one line: whose, of what, the verdict, what a failure is, and where the day lies."""
    whom = party_text(Party(finding.entity_kind, finding.entity), lang)
    parts = [finding.verdict.title(lang)]
    if finding.is_breach or finding.is_warning:
        parts.append(_say(lang, "违反", "a breach") if finding.is_breach else _say(lang, "提示", "a warning"))
    state = due_state(finding.requirement.due, finding.on)
    if state is not DueState.NO_DAY:
        parts.append(_say(lang, f"期限{finding.requirement.due}", f"due {finding.requirement.due}"))
        parts.append(state.title(lang))
    said = _say(lang, "，", ", ").join(parts)
    title = finding.requirement.title.in_(lang)
    return _say(lang, f"{whom}：{title}——{said}", f"{whom}: {title}: {said}")


def _tree(conclusion: Conclusion, lang: Lang) -> Iterator[str]:
    yield headline(conclusion, lang)
    yield from _reason(conclusion.because, lang, "")


def _reason(because: Because, lang: Lang, before: str) -> Iterator[str]:
    """Why, below the line of what follows."""
    cited = because.rule.source.in_(lang)
    yield before + LINE + _say(lang, f"依据：{cited}", f"by {cited}")
    for number, ground in enumerate(because.grounds):
        is_last = number == len(because.grounds) - 1
        start, below = before + (LAST if is_last else BRANCH), before + (SPACE if is_last else LINE)
        if ground.conclusion is not None and ground.is_wanted:
            yield start + headline(ground.conclusion, lang)
            yield from _reason(ground.conclusion.because, lang, below)
        else:
            yield start + ground_text(ground, lang)


def _say(lang: Lang, zh: str, en: str) -> str:
    return zh if lang == "zh" else en
