"""Whether a copy of a document says what a rulebook cites: every evidence term is looked up in it.

What a copy adds is passed over: line breaks, page numbers, character width, traditional characters, pinyin in
brackets, numbers of notes. Figures are never read loosely: a term that begins or ends with a figure is found only
where the whole figure of the copy is that figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from civic_rules.rules.documents import MAX_TERM
from civic_rules.rules.rulebooks import Rulebook
from civic_rules.rules.wording import PAGE, PAGE_END, wording, wording_of_term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.rules.documents import Document
    from civic_rules.rules.wording import Heading, Wording

HINT_REACH = 200_000
"""How many characters of a copy are searched for the passage nearest to a missing term."""

_LISTED = 20
"""How many terms an explanation lists; `missing` and `misplaced` have them all."""

_NEAR = 64
"""How many characters beside a figure are looked at: more than three page numbers and notes together."""

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")

_PASSED_OVER = rf"(?:{PAGE}[0-9/]{{1,9}}{PAGE_END}|\((?:注|注释)?[0-9]{{1,2}}\))"
"""What may stand between two characters of a term: a line with a page number, the number of a note."""

_ANY_PASSED_OVER = re.compile(_PASSED_OVER)
_FIGURE = r"[0-9]+(?:\.[0-9]+)*"
_FIGURE_OR_CHARACTER = re.compile(f"{_FIGURE}|.", re.DOTALL)
_FIGURE_GOES_ON_BEFORE = re.compile(rf"[0-9](?:[.,]|(?:{_PASSED_OVER}| )*{PAGE}?)\Z")
_FIGURE_GOES_ON_AFTER = re.compile(
    rf"{PAGE_END}?(?:[0-9十百千万亿]|[.,][0-9]|(?:{_PASSED_OVER}| ){{1,3}}{PAGE}?[0-9]|{PAGE}[0-9])"
)
_NUMBERED = re.compile(r"(?:(专栏[0-9]+)|([一二三四五六七八九十]+)(\([一二三四五六七八九十]+\))?([0-9]+)?)(?:-.*)?")


@dataclass(frozen=True, slots=True)
class CitedTerm:
    """An evidence term of a rule.

    Attributes:
        rule: The whole id of the rule.
        clause: The clause in which the rule says the term stands.
        term: The term.
    """

    rule: str
    clause: str
    term: str

    def in_(self, lang: str) -> str:
        """The rule, the clause and the term in English ("en") or Chinese ("zh")."""
        if lang == "zh":
            return f"{self.rule},{self.clause}:“{self.term}”"
        return f"{self.rule}, clause {self.clause}: “{self.term}”"


@dataclass(frozen=True, slots=True)
class MissingTerm(CitedTerm):
    """An evidence term that the copy does not have.

    Attributes:
        nearest: The passage of the copy that looks most like it, without white space; None where nothing does.
    """

    nearest: str | None = None

    def in_(self, lang: str) -> str:
        """The term and the nearest passage in English ("en") or Chinese ("zh")."""
        said = CitedTerm.in_(self, lang)
        if self.nearest is None:
            return said
        return f"{said}(最接近的文字:“{self.nearest}”)" if lang == "zh" else f"{said} (nearest: “{self.nearest}”)"


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """What of a rulebook's citations a copy of its document bears out.

    Attributes:
        document: The id of the document.
        found: The terms that stand in the copy.
        missing: The terms that do not, each with the passage nearest to it.
        misplaced: The found terms that stand outside their clause; None where the copy does not show its clauses.
        fingerprint: The fingerprint of the copy.
        is_unchanged: Whether the copy has the wording of the archived text; None where no fingerprint is on record.
    """

    document: str
    found: tuple[CitedTerm, ...]
    missing: tuple[MissingTerm, ...]
    misplaced: tuple[CitedTerm, ...] | None
    fingerprint: str
    is_unchanged: bool | None

    @property
    def is_complete(self) -> bool:
        """Whether every term stands in the copy."""
        return not self.missing

    def explain(self, lang: str = "en") -> str:
        """The result in words: what is missing, what stands elsewhere, and whether the text is the archived one.

        Args:
            lang: "en" for English, "zh" for Chinese.
        """
        total = len(self.found) + len(self.missing)
        says = _ZH if lang == "zh" else _EN
        lines = [says["count"].format(document=self.document, found=len(self.found), total=total)]
        lines += _listed(self.missing, "missing", lang)
        lines += [says["no-clauses"]] if self.misplaced is None else _listed(self.misplaced, "misplaced", lang)
        return "\n".join([*lines, says[f"unchanged-{self.is_unchanged}"]])


_EN: Mapping[str, str] = {
    "count": "{document}: {found} of {total} cited terms stand in this copy.",
    "missing": "Missing: {term}",
    "misplaced": "Found only outside its clause: {term}",
    "more": "… and {count} more",
    "no-clauses": "The copy does not show its clauses clearly, so it was not checked in which clause a term stands.",
    "unchanged-True": "The wording is that of the archived text.",
    "unchanged-False": "The wording differs from the archived text somewhere.",
    "unchanged-None": "No fingerprint of the archived text is on record, so other changes cannot be told.",
}

_ZH: Mapping[str, str] = {
    "count": "{document}:引用的{total}处文字,本文本中有{found}处。",
    "missing": "未找到:{term}",
    "misplaced": "只在所引条款之外找到:{term}",
    "more": "……另有{count}处",
    "no-clauses": "无法可靠辨认本文本的条款起止,因此未核对文字是否在所引条款之内。",
    "unchanged-True": "文字与存档文本一致。",
    "unchanged-False": "文字与存档文本有出入。",
    "unchanged-None": "没有存档文本的指纹,其他改动无从判断。",
}


def verify_citations(book: Rulebook, text: str) -> CitationCheck:
    """Look up every evidence term of every rule in a copy of the document.

    Args:
        book: The rulebook of the document.
        text: The text of the copy, at most 5 million characters.

    Returns:
        What was found, what is missing, and whether the copy has the wording of the archived text.

    Raises:
        TypeError: What is given is no rulebook, or no text.
        UnreadableFileError: The text is too long.

    Examples:
        >>> import civic_rules as cr
        >>> check = verify_citations(cr.load("yancheng-2013-6"), "每百户不低于120平方米")
        >>> next(term for term in check.missing if term.term == "20平方米").nearest
        '每百户不低于120平方米'
    """
    given: object = book
    if not isinstance(given, Rulebook):
        msg = f"the first argument is a {type(given).__name__}; a Rulebook is expected, and the text after it"
        raise TypeError(msg)
    copy = _Copy(wording(text))
    passages = _passages(book.document, copy.wording)
    within = passages or {}
    terms = _cited_terms(book)
    cited = frozenset(wording_of_term(term.term) for term in terms)
    found = tuple(term for term in terms if copy.has(term.term))
    elsewhere = (term for term in found if not copy.has(term.term, within.get(term.clause)))
    return CitationCheck(
        document=book.id,
        found=found,
        missing=tuple(
            MissingTerm(term.rule, term.clause, term.term, copy.nearest(term.term, within.get(term.clause), cited))
            for term in terms
            if not copy.has(term.term)
        ),
        misplaced=None if passages is None else tuple(elsewhere),
        fingerprint=copy.wording.fingerprint,
        is_unchanged=_is_unchanged(book.document, copy.wording),
    )


def _is_unchanged(document: Document, copy: Wording) -> bool | None:
    """Whether the copy has the wording on record, None where none is on record."""
    return None if document.fingerprint is None else document.fingerprint == copy.fingerprint


def _cited_terms(book: Rulebook) -> tuple[CitedTerm, ...]:
    """Every evidence term of every rule, each once for a rule and a clause."""
    terms = (
        CitedTerm(rule.id, citation.clause, term)
        for rule in book.rules
        for citation in rule.citations
        for term in citation.evidence
    )
    return tuple(dict.fromkeys(terms))


def _listed(terms: tuple[CitedTerm, ...], kind: str, lang: str) -> list[str]:
    """A line for each of the first terms, and one for how many more there are."""
    says = _ZH if lang == "zh" else _EN
    lines = [says[kind].format(term=term.in_(lang)) for term in terms[:_LISTED]]
    return lines if len(terms) <= _LISTED else [*lines, says["more"].format(count=len(terms) - _LISTED)]


@dataclass
class _Copy:
    """A copy in which terms are looked up.

    Attributes:
        wording: Its wording.
    """

    wording: Wording
    _known: dict[tuple[str, tuple[int, int] | None], bool] = field(default_factory=dict)

    def has(self, term: str, passage: tuple[int, int] | None = None) -> bool:
        """Whether a term stands in the copy, or in a passage of it."""
        if (term, passage) not in self._known:
            self._known[term, passage] = self._look_up(term, passage or (0, len(self.wording.text)))
        return self._known[term, passage]

    def _look_up(self, term: str, passage: tuple[int, int]) -> bool:
        """Whether a term stands in a passage with nothing of a figure beside it."""
        plain = wording_of_term(term)
        if not plain:
            return False
        text, (start, end) = self.wording.text, passage
        pattern = _pattern(plain) if self._is_interrupted else re.compile(re.escape(plain))
        while (place := pattern.search(text, start, end)) is not None:
            if _is_whole(text, place.start(), place.end()):
                return True
            start = place.start() + 1
        return False

    @cached_property
    def _is_interrupted(self) -> bool:
        """Whether page numbers or notes may stand within terms."""
        return _ANY_PASSED_OVER.search(self.wording.text) is not None

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters in the part that is searched for hints."""
        text = self.wording.text[:HINT_REACH]
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))

    def nearest(self, term: str, passage: tuple[int, int] | None, cited: frozenset[str]) -> str | None:
        """The passage that looks most like a term, in its clause if it has one there.

        Args:
            term: The missing term.
            passage: Where its clause begins and ends, if that is known.
            cited: The wordings of all terms: what answers to another term is no hint.
        """
        plain, reach = wording_of_term(term), min(HINT_REACH, len(self.wording.text))
        regions = [(0, reach)] if passage is None else [(passage[0], min(reach, passage[1])), (0, reach)]
        return self._with_another_figure(plain, regions, cited) or self._with_longest_run(plain, regions)

    def _with_another_figure(self, plain: str, regions: list[tuple[int, int]], cited: frozenset[str]) -> str | None:
        """The first passage that differs from a term in its figures only."""
        parts = _FIGURE_OR_CHARACTER.findall(plain)
        if not any(map(_is_figure, parts)) or all(map(_is_figure, parts)):
            return None
        pattern = re.compile("".join(_FIGURE if _is_figure(part) else re.escape(part) for part in parts))
        for start, end in regions:
            for place in pattern.finditer(self.wording.text, start, end):
                if place[0] not in cited:
                    return self._around(place.start(), place.end())
        return None

    def _with_longest_run(self, plain: str, regions: list[tuple[int, int]]) -> str | None:
        """The passage that shares the longest run of characters with a term, two characters at least."""
        for length in range(len(plain), 1, -1):
            for region in regions:
                hints = [
                    hint for at in range(len(plain) - length + 1) for hint in self._hints(plain, at, length, region)
                ]
                if hints:
                    return max(hints, key=lambda hint: sum(character in hint for character in plain))
        return None

    def _hints(self, plain: str, at: int, length: int, region: tuple[int, int]) -> list[str]:
        """The first passages of a region that have the same run of characters as a term."""
        run = plain[at : at + length]
        if any(run[step : step + 2] not in self._pairs for step in range(length - 1)):
            return []
        text, (start, end) = self.wording.text, region
        hints: list[str] = []
        while len(hints) < _LISTED and (place := text.find(run, start, end)) >= 0:
            hints.append(self._around(place - at, place - at + len(plain)))
            start = place + 1
        return hints

    def _around(self, start: int, end: int) -> str:
        """What stands at a place and on both sides of it, 15 characters in all."""
        margin = max(0, MAX_TERM - (end - start)) // 2
        first = max(0, min(start - margin, len(self.wording.text) - MAX_TERM))
        return self.wording.text[first : first + MAX_TERM].replace(PAGE, "").replace(PAGE_END, "")


def _is_figure(part: str) -> bool:
    """Whether a part of a term is a figure."""
    return "0" <= part[0] <= "9"


def _pattern(plain: str) -> re.Pattern[str]:
    """What finds a term of which parts may stand on lines of their own, or have page numbers and notes in between."""
    parts = [
        f"{PAGE}?{re.escape(part)}{PAGE_END}?" if _is_figure(part) else re.escape(part)
        for part in _FIGURE_OR_CHARACTER.findall(plain)
    ]
    # A literal at the beginning makes the search fast; a mark at either end changes nothing.
    return re.compile(f"{_PASSED_OVER}{{0,3}}".join(parts).removeprefix(f"{PAGE}?").removesuffix(f"{PAGE_END}?"))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no figure goes on beyond a place: neither in digits nor in Chinese numerals."""
    first, last = text[start], text[end - 1]
    if "0" <= first <= "9" and _FIGURE_GOES_ON_BEFORE.search(text[max(0, start - _NEAR) : start]):
        return False
    if "0" <= last <= "9" and _FIGURE_GOES_ON_AFTER.match(text, end, end + _NEAR):
        return False
    goes_on_before = first in _NUMERALS and text[max(0, start - 1) : start] in _NUMERALS
    return not goes_on_before and not (last in _NUMERALS and text[end : end + 1] in _NUMERALS)


def _passages(document: Document, copy: Wording) -> dict[str, tuple[int, int]] | None:
    """Where each clause begins and ends, by the numbers of headings; None where that is not sure.

    Sure means: each number stands at the beginning of a line, all of them come in the order of the document, and
    none comes twice before the next. A table of contents, lost line breaks or a lost number leave it unsure.
    """
    paths = {clause.number: path for clause in document.present if (path := _path(clause.number))}
    steps = tuple(dict.fromkeys(path[:depth] for path in paths.values() for depth in range(1, len(path) + 1)))
    starts = _starts([step[-1] for step in steps], copy.headings) if steps else None
    if starts is None:
        return None
    ends = {
        path: next(
            (starts[later] for later in range(number + 1, len(steps)) if steps[later][: len(path)] != path),
            len(copy.text),
        )
        for number, path in enumerate(steps)
    }
    return {number: (starts[steps.index(path)], ends[path]) for number, path in paths.items()}


def _path(number: str) -> tuple[str, ...]:
    """The headings above a clause, from its number: 四(一)2 stands under 四、 and (一) at 2."""
    parts = _NUMBERED.fullmatch(wording_of_term(number))
    if parts is None:
        return ()
    box, chapter, section, item = parts.groups()
    if box:
        return (box,)
    return (f"{chapter}、", *([section] if section else []), *([f"{item}."] if item else []))


def _starts(markers: list[str], headings: tuple[Heading, ...]) -> list[int] | None:
    """Where each marker stands, or None where one is absent or comes twice before the next."""
    places: list[int] = []
    for marker in markers:
        first = places[-1] + 1 if places else 0
        place = next((at for at in range(first, len(headings)) if headings[at].marker == marker), None)
        if place is None:
            return None
        places.append(place)
    for marker, place, following in zip(markers, places, [*places[1:], len(headings)], strict=True):
        if any(heading.marker == marker for heading in headings[place + 1 : following]):
            return None
    return [headings[place].at for place in places]
