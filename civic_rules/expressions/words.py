"""The words of sentences: kinds, fields, terms, days and quantities as people say them in English and Chinese.

A Chinese name is the label that an entity declares. An English name is the name of the field, read aloud.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES, EventKind, FieldSpec, Vocabulary
from civic_rules.expressions.kinds import arrangement_term, field_spec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civic_rules.units import Lang

ALSO_CALLED = {
    "filed_with": "filing bodies",
    "answered_by": "answering bodies",
    "checked_by": "checking bodies",
    "guides": "guided bodies",
    "resolved_by": "resolving body",
}
"""Names of fields that do not read as nouns."""

READ_AS = {
    "is_new_build": "a new build",
    "is_national_case": "a national case",
    "is_in_need_of_property_committee": "in need of a committee for property",
    "has_5g": "5G",
    "has_broadband": "broadband",
    "has_forest": "forest",
    "has_property_management": "property management",
    "has_property_service": "property service",
    "has_self_management": "self-management",
    "is_modern_service_pilot": "a pilot of modern services",
    "is_resettlement": "a resettlement site",
    "is_smart_pilot": "a pilot of smart communities",
    "is_township": "a town",
    "recent_project_can_supply": "supply the rooms",
    "exceeds_community": "what the community can do",
}
"""What follows the verb of a truth, where the name of the field leaves words out."""

MASS_NOUNS = ("social_security", "network_access", "legal_status", "funding", "insurance", "staff")
"""What follows "has" without an article."""

VERBS = ("is", "are", "has", "have", "can", "may", "meets", "exceeds", "covers", "holds", "runs", "offers", "keeps")
"""The verbs by which the name of a truth says something."""

PLURAL_VERBS = {"is": "are", "has": "have", "does": "do"}

HYPHENS = {
    "all day": "all-day",
    "all post": "all-post",
    "co sign": "co-sign",
    "full time": "full-time",
    "low income": "low-income",
    "party led": "party-led",
    "two committee": "two-committee",
}
"""Words that belong together, which the name of a field cannot show."""

WINDOWS = {
    "week": ("上一整周", "week"),
    "month": ("上一整月", "month"),
    "quarter": ("上一完整季度", "quarter"),
    "half-year": ("上一完整半年", "half-year"),
    "year": ("上一完整年度", "year"),
}
"""Calendar windows in both languages."""

MEASURE_WORDS = {"worker": "名", "payment": "笔", "deliberation": "项", "property_company": "家"}
"""The Chinese counting word of a kind of entity, where it is not 个."""

_SAID = {
    "大学以上学历": "具备大学以上学历",
    "社工证书": "持有社工证书",
    "国有资产登记": "已办理国有资产登记",
    "区域统筹": "实行区域统筹",
}
"""Chinese labels of truths that have no verb of their own."""

_DENIALS = (
    (re.compile(r"已(?=.)"), "未"),
    (re.compile(r"设有(?=.)"), "未设"),
    (re.compile(r"持有(?=.)"), "未持有"),
    (re.compile(r"(近年|目前|现)?有(?![效偿线序关])(?=.)"), r"\1没有"),
    (
        re.compile(
            r"(?=(达到|接入|享受|实行|建立|取得|通过|完成|纳入|参加|开展|公开|配备|获|签|入选|办理|超出|制定|落实|执行|提供|成立|开通))"
        ),
        "未",
    ),
    (re.compile(r"(?=(具备|符合|可(?!行)|属于))"), "不"),
    (re.compile(r"(.+?)(?<![认许])(?=可[^行].)"), r"\1不"),
    (re.compile(r"(.+)(?=达标$)"), r"\1未"),
    (re.compile(r"(.+)(?=合格$)"), r"\1不"),
)
"""How the Chinese label of a truth is denied: the first of these that it begins with, and what stands instead."""


def kind_name(kind: str, lang: Lang, *, many: bool = False) -> str:
    """The word for a kind of entity.

    Examples:
        >>> kind_name("community", "en", many=True), kind_name("county", "zh")
        ('communities', '县(市、区)')
    """
    if lang == "zh":
        return ENTITY_TYPES[kind].kind_zh
    word = kind.replace("_", " ")
    if not many:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def last_words(name: str) -> str:
    """The English words of the last part of a field's path."""
    last = name.rpartition(".")[2]
    return ALSO_CALLED.get(last) or spelt(last)


def spelt(name: str) -> str:
    """A name as English words, with the hyphens that it cannot show.

    Examples:
        >>> spelt("full_time_workers")
        'full-time workers'
    """
    words = name.replace("_", " ").replace(".", " ")
    for apart, together in HYPHENS.items():
        words = words.replace(apart, together)
    return words


def field_label(subject: str, name: str, lang: Lang) -> str:
    """The name of a field for lists and tables.

    Examples:
        >>> field_label("community", "facility_area", "en"), field_label("community", "facility_area", "zh")
        ('facility area', '服务用房面积')
        >>> field_label("county", "layout_plan.filed", "en"), field_label("community", "is_newly_drawn", "en")
        ('layout plan filed', 'newly drawn')
    """
    spec = field_spec(subject, name)
    if lang == "zh":
        return spec.zh
    words = " ".join([*map(spelt, name.split(".")[:-1]), last_words(name)])
    return words.removeprefix("is ") if spec.kind == "truth" else words


def is_act(words: str) -> bool:
    """Whether English words for a step are what was done to something: "filed", not "units evaluated".

    Examples:
        >>> is_act("consulted on"), is_act("units evaluated")
        (True, False)
    """
    return words.split(maxsplit=1)[0].endswith("ed")


def is_many(words: str) -> bool:
    """Whether English words name several things, so that "are" follows them."""
    return words.endswith("s") and not words.endswith(("ss", "us", "is")) and not words.startswith("number of ")


def quoted(text: str) -> str:
    """A text in quotation marks; those that it has itself become single ones.

    Examples:
        >>> quoted("all “urban” communities")
        '“all ‘urban’ communities”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def in_quotes(words: str) -> str:
    """Words in quotation marks, where they would be read with their neighbours in a list."""
    return f"“{words}”" if " and " in words or "," in words else words


def term_name(vocabulary: type[Vocabulary] | None, term: str, lang: Lang) -> str:
    """The name of a term; an English one that is a list itself stands in quotation marks."""
    if vocabulary is None:
        return term
    name = vocabulary(term).title(lang)
    return name if lang == "zh" else in_quotes(name)


def event_name(event: str, lang: Lang) -> str:
    """The name of a kind of event."""
    return EventKind(event).title(lang)


def arrangement_name(subject: str, name: str, lang: Lang) -> str:
    """The name of an arrangement, in quotation marks."""
    return quoted(arrangement_term(subject, name).title(lang))


def part_name(subject: str, arrangement: str, part: str, lang: Lang) -> str:
    """The name of a part of an arrangement; an English one that is a list itself stands in quotation marks."""
    name = arrangement_term(subject, arrangement).parts[part].title(lang)
    return name if lang == "zh" else in_quotes(name)


def listed(items: Iterable[str], lang: Lang, last: str = "and") -> str:
    """Items in a row: "a, b and c", or a、b和c.

    Args:
        items: The items.
        lang: "en" or "zh".
        last: "and" or "or".

    Examples:
        >>> listed(["a", "b", "c"], "en"), listed(["甲", "乙", "丙"], "zh"), listed(["a", "b"], "en", "or")
        ('a, b and c', '甲、乙和丙', 'a or b')
    """
    *first, end = items
    if not first:
        return end
    if lang == "zh":
        return f"{'、'.join(first)}{'和' if last == 'and' else '或'}{end}"
    return f"{', '.join(first)} {last} {end}"


def day_text(day: date, lang: Lang) -> str:
    """A day: 2013-03-31, or 2013年3月31日."""
    return f"{day.year}年{day.month}月{day.day}日" if lang == "zh" else day.isoformat()


def amount_text(value: float, unit: str, lang: Lang) -> str:
    """A number with its unit, Chinese without a space between them.

    Examples:
        >>> amount_text(2350, "household", "zh"), amount_text(90, "%", "en"), amount_text(0.5, "1", "en")
        ('2,350户', '90 %', '0.5')
    """
    if lang == "en":
        return units.quantity_text(value, unit, lang)
    return f"{units.format_number(value)}{units.unit_text(unit, lang, value)}"


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a truth says in English: of its subject, or of something of the subject.

    Attributes:
        about: What it speaks of where that is not the subject itself, else "".
        verb: The verb in the third person.
        rest: What follows the verb.
        holds: Whether the truth is stated or denied.
    """

    about: str
    verb: str
    rest: str
    holds: bool

    def of(self, subject: str, *, many: bool = False) -> str:
        """The clause about a subject; where it is empty the verb with what follows it.

        Examples:
            >>> Predicate("", "has", "an office", False).of("the committee")
            'the committee does not have an office'
            >>> Predicate("", "meets", "the standard", True).of("communities", many=True)
            'communities meet the standard'
        """
        about = self.about or subject
        return f"{about} {self._verb(many=many and not self.about)} {self.rest}".strip()

    def _verb(self, *, many: bool) -> str:
        if self.verb in {"can", "may"}:
            return self.verb if self.holds else {"can": "cannot", "may": "may not"}[self.verb]
        if self.verb in {"is", "are"}:
            verb = PLURAL_VERBS.get(self.verb, self.verb) if many else self.verb
            return verb if self.holds else f"{verb} not"
        bare = "have" if self.verb == "has" else self.verb.removesuffix("s")
        if not self.holds:
            return f"{'do' if many else 'does'} not {bare}"
        return bare if many else self.verb


def predicate(name: str, *, holds: bool) -> Predicate | None:
    """What a truth says in English, read off its name; None where the name has no verb.

    Args:
        name: The name of the field.
        holds: Whether the truth is stated or denied.

    Examples:
        >>> predicate("meets_harmonious_standard", holds=True).of("the community")
        'the community meets the harmonious standard'
        >>> predicate("recent_project_can_supply", holds=False).of("the community")
        'the recent project cannot supply the rooms'
    """
    last = name.rpartition(".")[2]
    words = last.split("_")
    place = next((number for number, word in enumerate(words) if word in VERBS), None)
    if place is None:
        return None
    about = spelt("_".join(words[:place]))
    verb, rest = words[place], "_".join(words[place + 1 :])
    return Predicate(f"the {about}" if about else "", verb, READ_AS.get(last) or _object(verb, rest), holds)


def _object(verb: str, rest: str) -> str:
    """What follows a verb, with the article that it needs."""
    words = spelt(rest)
    if verb == "is":
        return re.sub(r"^(on|in|under) ", r"\1 the ", words)
    if verb == "meets":
        return f"the {words}"
    if verb != "has" or rest in MASS_NOUNS or words.endswith("s"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def chinese_predicate(label: str, *, holds: bool) -> str:
    """What a truth says in Chinese, read off its label.

    Examples:
        >>> chinese_predicate("达到和谐社区标准", holds=False), chinese_predicate("新划分社区", holds=True)
        ('未达到和谐社区标准', '属于新划分社区')
    """
    label = _SAID.get(label, label)
    if label.endswith(("社区", "案例")) and not label.startswith(("接入", "入选", "有", "已")):
        return f"{'' if holds else '不'}属于{label}"
    for pattern, denial in _DENIALS:
        if pattern.match(label):
            return label if holds else pattern.sub(denial, label, count=1)
    return f"“{label}”为{'是' if holds else '否'}"


def value_text(value: object, spec: FieldSpec, lang: Lang) -> str:
    """What an entity records, as people read it: never empty.

    Args:
        value: What the field holds.
        spec: What the field is.
        lang: "en" or "zh".
    """
    if value is None:
        return "不明" if lang == "zh" else "not known"
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, date):
        return day_text(value, lang)
    if isinstance(value, Vocabulary):
        return value.title(lang)
    if not isinstance(value, (int, float)):
        return str(value)
    return units.format_number(value) if spec.whole and lang == "en" else amount_text(value, spec.unit, lang)
