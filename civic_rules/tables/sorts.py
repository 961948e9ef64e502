"""What sorts of cells a column may have, and what messages call them."""

from __future__ import annotations

from civic_rules.messages import Message, both, said

SORT_WORDS = {
    "number": both("numbers", "数"),
    "truth": both("true and false", "“是”“否”"),
    "text": both("text", "文字"),
    "day": both("days", "日期"),
    "list": both("lists", "列表"),
    "object": both("objects", "对象（object）"),
    "other": both("something else", "其他"),
}

SORTS: dict[str, frozenset[str]] = {
    kind: frozenset(sorts)
    for kind, sorts in {
        "text": ("number",),
        "number": ("number",),
        "truth": ("truth",),
        "list": ("truth",),
        "item": ("truth",),
        "part": ("truth",),
        "date": ("day",),
        "category": (),
        "listing": ("list",),
        "step": ("day", "truth"),
        "arrangement": ("truth", "list"),
    }.items()
}
"""What the cells of a column may be besides text, by what the column holds."""

EXPECTED = {
    "text": both("text", "文字"),
    "number": both("numbers", "数"),
    "date": both("days", "日期"),
    "category": both("terms", "词表中的词"),
    "listing": both("lists of terms", "词的列表"),
    "step": both("days, or true and false", "日期，或“是”“否”"),
    "arrangement": both("true and false, or lists of parts", "“是”“否”，或组成部分的列表"),
}
"""What a message says was expected; where nothing stands, true and false."""


def wrong_sort(wanted: Message, sort: str, dtype: object) -> Message:
    """That a column is of another sort than it should be."""
    return said(
        "expected {wanted}, got a column of {sort} ({dtype})",
        "应为{wanted}，实为一列{sort}（{dtype}）",
        wanted=wanted,
        sort=SORT_WORDS[sort],
        dtype=str(dtype),
    )
