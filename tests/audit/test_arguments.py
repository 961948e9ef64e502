"""What `audit` says of arguments that are no entity or no rulebook."""

from __future__ import annotations

from typing import Any

import pytest

import civic_rules as cr
from civic_rules.errors import KindMismatchError
from tests.chinese import left_in_english

COMMUNITY = cr.Community(id="c1")
BOOK = cr.load("yancheng-2013-6")


@pytest.mark.parametrize(
    ("entity", "rulebook", "message"),
    [
        ({"id": "c1"}, BOOK, "expected an entity such as Community(id=...), got {'id': 'c1'}"),
        (COMMUNITY, "yancheng-2013-6", "expected rulebooks such as load('yancheng-2013-6'), got 'yancheng-2013-6'"),
        (COMMUNITY, [BOOK, None], "expected rulebooks such as load('yancheng-2013-6'), got None"),
    ],
)
def test_the_message_says_what_was_expected(entity: Any, rulebook: Any, message: str) -> None:  # noqa: ANN401  slips
    """A slip in an argument is named, with what would have been right."""
    with pytest.raises(KindMismatchError) as caught:
        cr.audit(entity, rulebook, on="2015-12-31")

    assert str(caught.value) == message
    assert left_in_english(caught.value.text("zh")) == []
