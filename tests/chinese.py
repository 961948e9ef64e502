"""What is left in English in a message that should be Chinese."""

from __future__ import annotations

import re

CHINESE = re.compile("[\u4e00-\u9fff]")

_WORDS = "the|an|of|expected|got|given|has|not|no|with|to|for|at|such|this|that|there|are|only"
_ENGLISH = re.compile(rf"[a-z]{{2,}} [a-z]{{2,}}|(?<![\w.'-])(?:{_WORDS})(?![\w.('-])")
"""Words that follow each other, or one that is no name and no code."""


def left_in_english(zh: str) -> list[str]:
    """The English of a Chinese message, all of it where there is no Chinese; what a user wrote stands in quotes."""
    own = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|<[^>]*>", "", zh)
    return _ENGLISH.findall(own) if CHINESE.search(own) else [zh]
