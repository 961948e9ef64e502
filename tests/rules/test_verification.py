"""Citations looked up in copies: noise loses no term, and a changed figure is never found."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.errors import UnreadableFileError
from civic_rules.rules import Citation, Guidance, fingerprint, verify_citations
from civic_rules.rules.traditional import SIMPLIFIED
from civic_rules.rules.wording import MAX_HEADINGS, MAX_TEXT, wording_of_term

TEXT = """示范办法
一、房间
(一)每百户不少于20平方米,合计至少400平方米,新盖的至少1,500平方米。
(二)院落以2000户-3000户为宜,“两委”负责登记(备案)。
二、人手
(三)配备3-5名专员,平均每处10.6人,帮手占住户的15% 以上,小组要有5个以上。
"""

TERMS = {
    "一(一)": ("每百户", "20平方米", "400平方米", "1500平方米"),
    "一(二)": ("2000户-3000户", "“两委”", "登记(备案)"),
    "二(三)": ("3-5名", "专员", "10.6人", "15% 以上", "5个以上"),
}

FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def book_of(terms: dict[str, tuple[str, ...]], **details: object) -> cr.Rulebook:
    """A rulebook with one rule for each clause."""
    title = cr.Text(zh="示范", en="A model")
    document = cr.Document(
        id="model",
        title=title,
        issuer=title,
        issued=date(2020, 1, 1),
        in_force_from=date(2020, 1, 1),
        last_checked=date(2020, 1, 1),
        clauses=tuple(cr.Clause(number=number, title=title) for number in terms),
        **details,  # type: ignore[arg-type]  # what a test adds to the record
    )
    rules = [
        Guidance(key=f"rule-{number}", title=title, source=document.clause(clause, evidence))
        for number, (clause, evidence) in enumerate(terms.items(), start=1)
    ]
    return cr.Rulebook(document, tuple(rules))


def is_found(term: str, text: str) -> bool:
    """Whether one term is found in a text."""
    return verify_citations(book_of({"附": (term,)}), text).is_complete


BOOK = book_of(TERMS)

WITHIN_FIGURES = frozenset(at for place in FIGURE.finditer(TEXT) for at in range(place.start() + 1, place.end()))

FAINT_NOISE = ("\n", "\r\n", " ", "\u3000", "\t", "\f", "\u2028", "\u200b", "\u00ad", "\ufeff", "\ufe0f", "\ue004")
"""What shows nothing."""

NOISE = (*FAINT_NOISE, "(shè)", "(she4 qu1)", "[shequ]", "【Shè qū】", "\n- 3 -\n", "\n— 12 —\n", "\n第 3 页 共 9 页\n")
"""What leaves the wording as it is."""

LOUD_NOISE = (*NOISE, "\n7\n", "\n 3 / 12 \n", "[1]", "〔注2〕")
"""What is passed over, though it may be a part of the text."""


def noisy(noise: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Copies of the text with noise anywhere but within figures."""
    places = st.integers(0, len(TEXT)).filter(lambda at: at not in WITHIN_FIGURES)
    return st.dictionaries(places, st.sampled_from(noise), max_size=40).map(
        lambda added: "".join(added.get(at, "") + TEXT[at : at + 1] for at in range(len(TEXT) + 1))
    )


@given(noisy(LOUD_NOISE))
def test_noise_outside_figures_loses_no_term(copy: str) -> None:
    """Whatever a copy adds between characters, every term is still found."""
    check = verify_citations(BOOK, copy)

    assert check.missing == ()


@given(noisy(NOISE))
def test_noise_leaves_the_fingerprint(copy: str) -> None:
    """A copy with nothing but noise has the fingerprint of the text."""
    assert fingerprint(copy) == fingerprint(TEXT)


@given(st.data())
def test_other_forms_of_characters_lose_no_term(data: st.DataObject) -> None:
    """Full-width and traditional characters, other dashes, quotes and brackets are read as the same text."""
    forms = {chr(code): [chr(code), chr(code + 0xFEE0)] for code in range(0x21, 0x7F)}
    forms |= {"-": [*"-—–－～"], "“": [*"“「\"＂"], "”": [*"”」\"＂"], "(": [*"(（〔["], ")": [*")）〕]"], "长": [*"长⻓"]}
    for old, new in SIMPLIFIED.items():
        forms.setdefault(new, [new]).append(old)
    copy = "".join(data.draw(st.sampled_from(forms.get(character, [character]))) for character in TEXT)

    check = verify_citations(BOOK, copy)

    assert check.missing == ()
    assert check.fingerprint == fingerprint(TEXT)


@given(st.data())
def test_a_changed_digit_loses_the_term(data: st.DataObject) -> None:
    """A digit that is changed, put in, or put beside a figure loses the terms with this figure, and no other."""
    terms = [term for terms in TERMS.values() for term in terms if FIGURE.search(term)]
    term = data.draw(st.sampled_from(terms))
    written = "1,500平方米" if term == "1500平方米" else term
    at = data.draw(st.sampled_from([at for at, character in enumerate(written) if character.isdigit()]))
    digit = data.draw(st.sampled_from("0123456789"))
    kept = data.draw(st.sampled_from(["", written[at]]).filter(lambda kept: kept or digit != written[at]))
    changed = written[:at] + digit + kept + written[at + 1 :]
    copy = TEXT.replace(written, changed)

    check = verify_citations(BOOK, copy)

    assert {missing.term for missing in check.missing} == {term}
    assert check.fingerprint != fingerprint(TEXT)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("5个以上", "要有15个以上"),
        ("5个以上", "要有5.5个以上"),
        ("20平方米", "不少于120平方米"),
        ("20平方米", "不少于1\n20平方米"),
        ("20平方米", "不少于1 20平方米"),
        ("20平方米", "不少于1\u200b20平方米"),
        ("20平方米", "不少于15\n20\n平方米"),
        ("20平方米", "不少于１20平方米"),
        ("20平方米", "不少于٣20平方米"),
        ("500平方米", "至少1,500平方米"),
        ("500平方米", "至少1,500平方米"),
        ("6人", "平均10.6人"),
        ("6人", "平均10。6人"),
        ("平均10", "平均10.6人"),
        ("平均10", "平均100人"),
        ("平均10", "平均10 0人"),
        ("平均10", "平均10\n- 3 -\n0人"),
        ("平均10", "平均10万人"),
        ("15个以上", "①5个以上"),
        ("52平方米", "5²平方米"),
        ("十项", "办好二十项"),
        ("办好二十", "办好二十五项"),
        ("3-5名", "13-5名"),
        ("3-5名", "3-15名"),
        ("3-5名", "3-50名"),
        ("3-5名", "3\n-\n1\n5名"),
        ("20平方米", "20米"),
        ("20m²", "120㎡"),
        ("(shè)", "社(shè)区"),
    ],
)
def test_a_part_of_a_figure_is_not_the_figure(term: str, text: str) -> None:
    """Nothing is found within a longer figure, however that figure is written or broken."""
    assert not is_found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("10.6人", "平均10。6人"),
        ("10.6人", "平均10·6人"),
        ("10。6人", "平均10.6人"),
        ("1500平方米", "至少1,500平方米"),
        ("20平方米", "不少于\n20\n平方米"),
        ("20平方米", "不少于\n7\n20\n平方\n8\n米"),
        ("5个以上", "①5个以上"),
        ("5个以上", "①５個以上"),
        ("5个以上", "另有5。5个以上。要有5个以上"),
        ("20m²", "每户20㎡"),
        ("20m3", "每户20m³"),
        ("2㎡/人", "每处2m²/人"),
        ("十项", "办好十项"),
        ("6+X", "按“6+ X”办"),
        ("3-5名", "配备3——5名"),
        ("试行(APP)", "试行(APP)"),
        ("居民", "居⺠"),
        ("管委会", "管(guǎn)委(wěi)会"),
        ("管委会", "管(gua\u030cn)委会"),
        ("一(二)", "一㈡"),
    ],
)
def test_what_copies_look_like(term: str, text: str) -> None:
    """Forms of one figure or one word that copies have."""
    assert is_found(term, text)


def test_abbreviations_in_brackets_are_text() -> None:
    """Letters in capitals, and units, are no pinyin."""
    assert not is_found("试行办法", "试行(APP)办法")
    assert fingerprint("20平方米(m2)") != fingerprint("20平方米")


def test_nearest_passage() -> None:
    """A missing term comes with what stands in its place, in the clause it is cited from."""
    copy = TEXT.replace("20平方米", "18平方米").replace("5个以上", "15个以上").replace("“两委”", "社团")

    check = verify_citations(BOOK, copy)

    assert [(term.rule, term.clause, term.term) for term in check.missing] == [
        ("model/rule-1", "一(一)", "20平方米"),
        ("model/rule-1", "一(二)", "“两委”"),
        ("model/rule-3", "二(三)", "5个以上"),
    ] or [term.rule for term in check.missing] == ["model/rule-1", "model/rule-2", "model/rule-3"]
    assert [term.nearest is not None for term in check.missing] == [True, False, True]
