"""What a rule writes as a number, a truth or a day, and nothing that only looks like one.

A rulebook that was written by hand may have "400" or true where a number belongs, or 0 where a day does. Taken for
what they might mean, they would be figures that nobody wrote.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticKnownError

Number = (
    Annotated[StrictInt, Field(ge=-(10**30), le=10**30)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
)
"""A number; a whole one that is larger than any float could not be compared."""

Truth = StrictBool
"""True or false; no 1, no "yes"."""


def _no_seconds(value: object) -> object:
    """Refuse what would be read as so many seconds since 1970, in figures or in a text."""
    if isinstance(value, (int, float)) or (isinstance(value, str) and not _DAY.match(value)):
        raise PydanticKnownError("date_type")
    return value


_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Day = Annotated[date, BeforeValidator(_no_seconds)]
"""A day, in JSON as in 2013-03-31."""
