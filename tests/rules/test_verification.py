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


def book_of(terms: dict[str, tuple[str, ...]], *, on_record: str | None = None) -> cr.Rulebook:
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
        fingerprint=on_record,
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
    forms |= {
        "-": [*"-—–－～"],
        "“": [*'“「"＂'],
        "”": [*'”」"＂'],
        "(": [*"(（〔["],
        ")": [*")）〕]"],
        "长": [*"长⻓"],
    }
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
        ("500平方米", "至少1,500平方米".replace(",", "\uff0c")),
        ("500平方米", "至少1,500平方米"),
        ("1500平方米", "至少1,1500平方米"),
        ("平均1", "平均1,1500人"),
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
    copy = TEXT.replace("20平方米", "18平方米").replace("5个以上", "15个以上").replace("专员", "专职员工")

    check = verify_citations(BOOK, copy)

    expected = [
        ("model/rule-1", "一(一)", "20平方米", "百户不少于18平方米,合计至少"),
        ("model/rule-3", "二(三)", "专员", None),
        ("model/rule-3", "二(三)", "5个以上", "5%以上,小组要有15个以上。"),
    ]
    assert expected == [(term.rule, term.clause, term.term, term.nearest) for term in check.missing]


@pytest.mark.parametrize(
    ("term", "text", "nearest"),
    [
        ("登记小组", "先要登记小队,再办别的", "先要登记小队,再办别的"),
        ("登记小组", "只字未提", None),
        ("二", "只字未提", None),
        ("2015", "到2016年", "到2016年"),
        ("2015", "无", None),
        ("5个以上", "要有\n7\n以上", "要有7以上"),
        ("登记小组名册", "登记\n7\n小队", "登记7小队"),
        ("(shè)", "社(shè)区", None),
        ("备案登记", "备案的先办" + "别的后办" * 5 + "备案又登", "的后办别的后办别的后办备案又登"),
        ("备案登记", "说明" * 200_000 + "备案登", None),
    ],
)
def test_hints(term: str, text: str, nearest: str | None) -> None:
    """The hint is the passage with the longest run of the same characters, if there are two at least."""
    (missing,) = verify_citations(book_of({"附": (term,)}), text).missing

    assert missing.nearest == nearest


def test_restated_terms_are_looked_up() -> None:
    """A clause that says the same is checked too, and one term of one clause is listed once."""
    title = cr.Text(zh="示范", en="A model")
    source = Citation(document="model", clause="一(一)", evidence=("每百户", "每百户"))
    again = Citation(document="model", clause="二(三)", evidence=("每百户", "每千户"))
    rule = Guidance(key="rule", title=title, source=source, restated_in=(again,))
    book = cr.Rulebook(BOOK.document, (rule,))

    check = verify_citations(book, TEXT)

    assert [(term.clause, term.term) for term in check.found] == [("一(一)", "每百户"), ("二(三)", "每百户")]
    assert check.misplaced is not None
    assert [(term.clause, term.term) for term in check.misplaced] == [("二(三)", "每百户")]
    assert [(term.clause, term.term) for term in check.missing] == [("二(三)", "每千户")]


def test_a_term_that_moved_to_another_clause() -> None:
    """A term that stands only in another clause is found, and said to be misplaced."""
    copy = TEXT.replace("配备3-5名专员,", "").replace("以2000户", "配备3-5名专员,以2000户")

    check = verify_citations(BOOK, copy)

    assert check.is_complete
    assert check.misplaced is not None
    assert [(term.clause, term.term) for term in check.misplaced] == [("二(三)", "3-5名"), ("二(三)", "专员")]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param("一、房间\n二、人手\n" + TEXT, id="a table of chapters"),
        pytest.param("一、房间\n(一)面积\n(二)规模\n二、人手\n(三)专员\n" + TEXT, id="a table of contents"),
        pytest.param(TEXT.replace("\n", ""), id="no line breaks"),
        pytest.param(TEXT.replace("(二)", ")"), id="a lost number"),
        pytest.param(TEXT.replace("(一)", "(二)", 1), id="a wrong number"),
        pytest.param(TEXT + "\n(三)补充\n", id="a number that comes twice"),
        pytest.param(TEXT + "1.甲\n" * (MAX_HEADINGS + 1), id="too many numbers"),
    ],
)
def test_places_are_not_judged_where_clauses_are_not_sure(copy: str) -> None:
    """Where the numbers of headings leave doubt, no term is said to be misplaced."""
    check = verify_citations(BOOK, copy)

    assert check.is_complete
    assert check.misplaced is None


def test_clauses_of_every_kind_of_number() -> None:
    """Chapters, sections, items, boxes and parts of a section are told apart; a number of our own is not."""
    text = (
        "前言甲\n一、总则乙\n1、先丙\n2.后丁2013年\n3.再戊\n专栏1 己\n1.庚\n二、附则辛\n(一)壬甲\n（二）壬丁\n"
        "三、癸\n12.子\n"
    )
    terms = {
        "题注": ("子",),
        "一": ("乙", "戊"),
        "一1": ("先丙",),
        "一2": ("后丁", "2013"),
        "一3": ("己",),
        "专栏1-1": ("庚",),
        "二": ("壬甲", "壬丁"),
        "二(一)-甲": ("壬甲",),
        "二(一)-乙": ("壬丁",),
        "二(二)": ("壬丁",),
        "三12": ("子",),
    }

    check = verify_citations(book_of(terms), text)

    assert check.missing == ()
    assert check.misplaced is not None
    assert [(term.clause, term.term) for term in check.misplaced] == [("一3", "己"), ("二(一)-乙", "壬丁")]


def test_figures_on_both_sides_of_a_heading_stay_apart() -> None:
    """A figure at the end of a line and the number of the next heading never make one figure."""
    text = "一、共2013\n1.甲"

    assert is_found("共2013", text) is False
    assert fingerprint(text) == fingerprint("一、共2013 1.甲")
    assert fingerprint(text) != fingerprint("一、共20131.甲")


def test_explanations() -> None:
    """What is missing, what is misplaced and what cannot be told is said in both languages."""
    copy = TEXT.replace("20平方米", "18平方米").replace("专员", "", 1) + "三、专员"
    check = verify_citations(book_of({**TERMS, "三": ("专员", "名册")}), copy)

    assert check.explain() == (
        "model: 12 of 14 cited terms stand in this copy.\n"
        "Missing: model/rule-1, clause 一(一): “20平方米” (nearest: “百户不少于18平方米,合计至少”)\n"
        "Missing: model/rule-4, clause 三: “名册”\n"
        "Found only outside its clause: model/rule-3, clause 二(三): “专员”\n"
        "No fingerprint of the archived text is on record, so other changes cannot be told."
    )
    assert check.explain("zh") == (
        "model:引用的14处文字,本文本中有12处。\n"
        "未找到:model/rule-1,一(一):“20平方米”(最接近的文字:“百户不少于18平方米,合计至少”)\n"
        "未找到:model/rule-4,三:“名册”\n"
        "只在所引条款之外找到:model/rule-3,二(三):“专员”\n"
        "没有存档文本的指纹,其他改动无从判断。"
    )


def test_explanation_of_a_strange_text() -> None:
    """A long list is cut, and the explanation says by how much."""
    check = verify_citations(cr.load("yancheng-2013-6"), "")

    lines = check.explain().splitlines()

    assert len(lines) == 24
    assert lines[-3] == f"… and {len(check.missing) - 20} more"
    assert lines[-2].startswith("The copy does not show its clauses clearly")
    assert lines[-1] == "The wording differs from the archived text somewhere."
    assert len(check.explain("zh").splitlines()) == 24


def test_unchanged() -> None:
    """A copy is unchanged if it has the fingerprint on record; without one on record nobody can tell."""
    book = book_of(TERMS, on_record=fingerprint(TEXT))

    unchanged = verify_citations(book, TEXT.replace("\n", "\r\n"))
    changed = verify_citations(book, TEXT.replace("宜", "准"))

    assert unchanged.is_unchanged is True
    assert "The wording is that of the archived text." in unchanged.explain()
    assert (changed.is_complete, changed.is_unchanged) == (True, False)
    assert verify_citations(BOOK, TEXT).is_unchanged is None


def test_a_figure_on_a_line_of_its_own_counts_for_the_fingerprint() -> None:
    """It may be a page number, but a figure that changes must not go unseen."""
    assert fingerprint("不少于\n20\n平方米") == fingerprint("不少于20平方米")
    assert fingerprint("不少于\n20\n平方米") != fingerprint("不少于\n30\n平方米")


@pytest.mark.parametrize("between", NOISE)
def test_noise_between_two_quotes_leaves_the_fingerprint(between: str) -> None:
    """Quotes side by side count as one, also where a line ends between them."""
    assert fingerprint(f"“两委”{between}“三会”") == fingerprint("“两委”“三会”")


def test_the_fingerprint_of_a_model_text_never_changes() -> None:
    """Fingerprints are kept in rulebooks, so a change of how they are taken must be seen."""
    assert fingerprint(TEXT) == "416a935085c247824180d338490eb4a8acf323b47e1de736e799bd4972810e15"


def test_the_fingerprint_is_part_of_a_rulebook() -> None:
    """It is written to JSON and read back, and a text that is no fingerprint is refused."""
    book = book_of(TERMS, on_record=fingerprint(TEXT))

    assert cr.Rulebook.from_json(book.to_json()).document.fingerprint == fingerprint(TEXT)
    for wrong in ("", "ab", "G" * 64, fingerprint(TEXT).upper(), fingerprint(TEXT) + "\n"):
        with pytest.raises(ValidationError, match="fingerprint"):
            book_of(TERMS, on_record=wrong)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"text", r'the copy is bytes, not text; decode it first, as in data\.decode\("utf-8"\)'),
        (bytearray(b"text"), "the copy is bytearray, not text"),
        (None, "the copy is a NoneType; its text is expected, as str"),
        (Path("copy.txt"), "its text is expected, as str"),
    ],
)
def test_what_is_no_text_is_refused(given: object, says: str) -> None:
    """Bytes are refused with the way to decode them, anything else with its type."""
    with pytest.raises(TypeError, match=says):
        verify_citations(BOOK, given)  # type: ignore[arg-type]  # the error is the point
    with pytest.raises(TypeError, match=says):
        fingerprint(given)  # type: ignore[arg-type]  # the error is the point


def test_what_is_no_rulebook_is_refused() -> None:
    """The two arguments are easily swapped."""
    with pytest.raises(TypeError, match="the first argument is a str; a Rulebook is expected, and the text after it"):
        verify_citations(TEXT, BOOK)  # type: ignore[arg-type]  # the error is the point


def test_the_longest_text() -> None:
    """A text of 5 million characters is read, a longer one is refused."""
    longest = "说" * MAX_TEXT

    assert verify_citations(BOOK, longest).found == ()
    with pytest.raises(UnreadableFileError, match=r"copy: 5,000,001 characters; at most 5,000,000 are read"):
        verify_citations(BOOK, longest + "说")


@given(st.text(alphabet=st.characters(), max_size=200) | st.text("0129.,。()-一二、 \n\x02\x03户a第页", max_size=200))
def test_any_text_has_a_wording(text: str) -> None:
    """Whatever is pasted in, the check ends with an answer, and hints are short."""
    check = verify_citations(BOOK, text)

    assert len(check.found) + len(check.missing) == 12
    assert all(len(term.nearest or "") <= 15 for term in check.missing)
    assert re.fullmatch("[0-9a-f]{64}", check.fingerprint)


def test_the_table_of_characters_is_closed() -> None:
    """No simplified character of the table is itself replaced, and no numeral but of its own kind."""
    assert not set(SIMPLIFIED) & set(SIMPLIFIED.values())
    assert {"萬": "万", "億": "亿", "兩": "两"}.items() <= SIMPLIFIED.items()
    assert not set(SIMPLIFIED) & set("〇零一二三四五六七八九十百千万亿两")
    assert wording_of_term("瞭解著後裡衞眾戶臺") == "了解着后里卫众户台"


TEXTS = os.environ.get("CIVIC_RULES_TEXTS", "")


@pytest.mark.skipif(not Path(TEXTS or "/nowhere").is_dir(), reason="CIVIC_RULES_TEXTS names no folder of the texts")
@pytest.mark.parametrize("rulebook_id", cr.available())
def test_archived_texts(rulebook_id: str) -> None:
    """Every term of every rulebook stands in the archived text, in its clause, and the fingerprint is right."""
    path = Path(TEXTS, f"{rulebook_id}.txt")
    if not path.is_file():
        pytest.skip(f"{path.name} is not in the folder")

    check = verify_citations(cr.load(rulebook_id), path.read_text("utf-8"))

    assert check.missing == ()
    assert not check.misplaced
    assert check.is_unchanged is not False


@pytest.mark.skipif(not Path(TEXTS or "/nowhere").is_dir(), reason="CIVIC_RULES_TEXTS names no folder of the texts")
@pytest.mark.parametrize("rulebook_id", cr.available())
def test_operative_words_stand_in_the_archived_texts(rulebook_id: str) -> None:
    """The words by which a rule is as strong as it is stand in the clause that it cites."""
    path = Path(TEXTS, f"{rulebook_id}.txt")
    if not path.is_file():
        pytest.skip(f"{path.name} is not in the folder")
    book = cr.load(rulebook_id)
    cited = [
        rule.model_copy(update={"source": rule.source.model_copy(update={"evidence": rule.wording})}) for rule in book
    ]

    check = verify_citations(cr.Rulebook(book.document, tuple(cited)), path.read_text("utf-8"))

    assert check.missing == ()
    assert not check.misplaced
