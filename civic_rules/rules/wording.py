"""The wording of a copy of a document: its text without what copying, printing and scanning add to it.

A copy passes through these steps, in this order:

1. one form for each character: full width, traditional characters, dashes, quotes, brackets; nothing invisible
2. one form for each figure: 10。6 is 10.6, and 1,500 is 1500
3. lines that are page numbers go or are marked, and so does pinyin in brackets
4. white space goes; between two digits one space stays, so that two figures never become one

A fingerprint is taken of the result. To change a step is to change every fingerprint on record.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from civic_rules.errors import UnreadableFileError
from civic_rules.messages import said
from civic_rules.rules.traditional import SIMPLIFIED

MAX_TEXT = 5_000_000
"""The size, in characters, of the largest copy that is read."""

MAX_HEADINGS = 5000
"""With more lines than this that look like headings, none is taken for one."""

PAGE, PAGE_END = "\x02", "\x03"
"""The marks around a line that holds a figure only: a page number, or a figure of the text on a line of its own."""

_LONGEST_FORM = 6
"""A character that stands for more characters than this is left as it is: it is no way of writing a policy."""

_RADICALS = "⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟"
_MORE_RADICALS = "⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⺠民 ⻄西 ⻁虎 ⻑长"
"""Radicals, each before the character that it looks like: PDF readers copy the one for the other."""

_ALIKE = {
    **dict.fromkeys("-‐‑‒–—―−─━˗⁃ー~∼〜〰⁓", "-"),
    **dict.fromkeys("\"'`´‘’‚‛“”„‟′″‵‶〝〞〟「」『』", '"'),
    **dict.fromkeys("([{【〔〖〘〚⟦⁅", "("),
    **dict.fromkeys(")]}】〕〗〙〛⟧⁆", ")"),
    **dict.fromkeys("<〈《⟨⟪", "<"),
    **dict.fromkeys(">〉》⟩⟫", ">"),
    **dict.fromkeys("·•‧・∙⋅", "·"),
    **dict.fromkeys("\n\r\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u115f\u1160\u3164", ""),
    **{pair[0]: pair[1] for pair in (*_RADICALS.split(), *_MORE_RADICALS.split())},
    **SIMPLIFIED,
}
"""The one form of characters that are written in several ways."""

_UNSEEN = {"Cf", "Mn", "Me"}
"""Categories of what has no width of its own: soft hyphens, zero-width characters, tone marks."""

_EMPTY = {"Zs", "Cc", "Co", "Cn"}
"""Categories of what shows nothing, or only what a font of its own shows: read as space."""

_RUN = re.compile(r'--+|""+')
_CUBIC = re.compile("m([²³])")
_POINT = re.compile(r"(?<=[0-9])[。·](?=[0-9])")
_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])")
_SPACES = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_WHITE = re.compile(r"[ \n]+")
_PAGE_LINE = re.compile(
    r"^(?:-[0-9]{1,4}-|·[0-9]{1,4}·|第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?|[Pp]age[0-9]{1,4}(?:of[0-9]{1,4})?)$",
    re.MULTILINE,
)
_FIGURE_LINE = re.compile(r"^[0-9]{1,4}(?:/[0-9]{1,4})?$", re.MULTILINE)
_BRACKETED = re.compile(r"\(([A-Za-z][A-Za-z1-5\"\n-]{0,60})\)")
_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,3}[.、](?![0-9])|专栏[0-9]{1,2}(?![0-9]))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins with the number of a heading.

    Attributes:
        marker: The number, in one form: "三、", "(六)", "1." or "专栏1".
        at: Where it stands in the wording.
    """

    marker: str
    at: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A copy without noise.

    Attributes:
        text: Its text; a line of figures only stands between `PAGE` and `PAGE_END`.
        headings: The numbers of headings, in the order of the text.
    """

    text: str
    headings: tuple[Heading, ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the text as 64 hexadecimal characters; a line of figures counts as part of the text."""
        plain = _closed(self.text.replace(PAGE, " ").replace(PAGE_END, " "))
        return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(text: str) -> str:
    r"""The fingerprint of a document: the same for every copy that differs in nothing but noise.

    Line breaks, white space, character width, traditional characters, kinds of dashes, quotes and brackets,
    invisible characters, pinyin in brackets and lines such as "- 3 -" count as noise.

    Args:
        text: The text of the document, at most 5 million characters.

    Returns:
        The SHA-256 of its wording, as 64 hexadecimal characters.

    Raises:
        TypeError: What is given is no text.
        UnreadableFileError: The text is too long.

    Examples:
        >>> fingerprint("每个社区") == fingerprint("每個 社(shè)\n區")
        True
        >>> fingerprint("5个") == fingerprint("15个")
        False
    """
    return wording(text).fingerprint


def wording(text: str) -> Wording:
    """The wording of a copy, and where its headings stand.

    Args:
        text: The text of the copy, at most 5 million characters.

    Raises:
        TypeError: What is given is no text.
        UnreadableFileError: The text is too long.
    """
    _check(text)
    lines = _without_spaces(_uniform(text))
    lines = _FIGURE_LINE.sub(rf"{PAGE}\g<0>{PAGE_END}", _PAGE_LINE.sub("", lines))
    return _with_headings(_BRACKETED.sub(_without_pinyin, lines))


def wording_of_term(term: str) -> str:
    """The wording of a short term, in which nothing is a page number.

    Examples:
        >>> wording_of_term("15% 以上"), wording_of_term("3—5名")
        ('15%以上', '3-5名')
    """
    return _closed(_BRACKETED.sub(_without_pinyin, _without_spaces(_uniform(term))))


def _check(text: object) -> None:
    """Refuse what is no text, and a text that is too long."""
    if isinstance(text, (bytes, bytearray, memoryview)):
        msg = f'the copy is {type(text).__name__}, not text; decode it first, as in data.decode("utf-8")'
        raise TypeError(msg)
    if not isinstance(text, str):
        msg = f"the copy is a {type(text).__name__}; its text is expected, as str"
        raise TypeError(msg)
    if len(text) > MAX_TEXT:
        reason = said(
            "{length:,} characters; at most {most:,} are read",
            "有 {length:,} 个字符；最多读 {most:,} 个",
            length=len(text),
            most=MAX_TEXT,
        )
        raise UnreadableFileError("copy", reason)


def _uniform(text: str) -> str:
    """The text with one form for each character and each figure."""
    # Few characters are distinct, so each is looked at once, however long the text is.
    text = text.translate({ord(character): _form(character) for character in set(text)})
    text = _without_runs(text)
    text = _CUBIC.sub(lambda unit: "m2" if unit[1] == "²" else "m3", text)
    return _THOUSANDS.sub(lambda figure: figure[0].replace(",", ""), _POINT.sub(".", text))


def _form(character: str) -> str:
    """The form in which a character is compared."""
    if character in _ALIKE:
        return _ALIKE[character]
    category = unicodedata.category(character)
    if category in _UNSEEN or category in _EMPTY:
        return "" if category in _UNSEEN else " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character)
    plain = "".join(_ALIKE.get(part, part) for part in parts if unicodedata.category(part) not in _UNSEEN)
    # ① before 5 must not make 15: of what stands for digits, only units such as ㎡ are written out.
    begins_with_digits = any(part in "0123456789" for part in plain) and not plain[0].isalpha()
    return character if begins_with_digits or len(plain) > _LONGEST_FORM else plain.replace(" ", "")


def _without_runs(text: str) -> str:
    """The text with one dash or quote in the place of several."""
    return _RUN.sub(lambda run: run[0][0], text)


def _without_spaces(text: str) -> str:
    """The text without spaces on a line, except one between two digits."""
    return _SPACES.sub("", text)


def _closed(text: str) -> str:
    """The text without any white space, except one space between two digits."""
    # A line that ended between two quotes leaves them side by side.
    return _without_runs(_SPACES.sub("", _WHITE.sub(" ", text)))


def _without_pinyin(bracket: re.Match[str]) -> str:
    """White space for pinyin in brackets, the brackets as they are for an abbreviation or a unit."""
    letters = bracket[1]
    is_pinyin = not letters.isupper() and any(letter in "aeiouv" for letter in letters.lower())
    return "\n" if is_pinyin else bracket[0]


def _with_headings(lines: str) -> Wording:
    """The wording of text that still has its lines."""
    starts = [(found.start(), _marker(found[0])) for found in _HEADING.finditer(lines)]
    if len(starts) > MAX_HEADINGS:
        starts = []
    pieces = [_closed(lines[: starts[0][0]] if starts else lines)]
    headings, length = [], len(pieces[0])
    for number, (start, marker) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        piece = _closed(lines[start:end])
        if "0" <= pieces[-1][-1:] <= "9" and "0" <= piece[0] <= "9":
            pieces.append(" ")
            length += 1
        headings.append(Heading(marker, length))
        pieces.append(piece)
        length += len(piece)
    return Wording("".join(pieces), tuple(headings))


def _marker(found: str) -> str:
    """The number of a heading in one form."""
    return found.replace("、", ".") if found[0].isdigit() else found
