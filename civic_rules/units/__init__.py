"""Units and quantities: the one door to Pint, and the one tolerance.

```
tolerance          when two numbers are the same
registry           the grammar of units, conversions, products   <── units.txt
   ├──> reading    what users write, as numbers
   └──> wording    units and numbers, as people write them
```

A unit is a plain text such as `m²`, `CNY / year`, `worker / (10000 resident)` or `平方米/百户`. A number and the name
that follows it belong together: `m² / 100 household` is `m² / (100 household)`. Whatever is counted has a dimension of
its own, so that a number of workers never passes for a number of residents. `units.txt` defines every unit and says
how people write it.

Pint defines the units. It never sees a text that a user wrote: such a text is read here, by a small bounded grammar,
and Pint is asked only about single names that `units.txt` has.
"""

from civic_rules.units.reading import read_number, split_quantity
from civic_rules.units.registry import (
    LONGEST,
    check_unit,
    compatible,
    counting_words,
    factor,
    is_counted,
    is_dimensionless,
    product,
    quotient,
    registry,
    without_scale,
)
from civic_rules.units.tolerance import TOLERANCE, at_least, at_most, less_than, more_than, rounded_up, same
from civic_rules.units.wording import (
    Lang,
    format_number,
    many_message,
    quantity_message,
    quantity_text,
    unit_message,
    unit_text,
)

__all__ = [
    "LONGEST",
    "TOLERANCE",
    "Lang",
    "at_least",
    "at_most",
    "check_unit",
    "compatible",
    "counting_words",
    "factor",
    "format_number",
    "is_counted",
    "is_dimensionless",
    "less_than",
    "many_message",
    "more_than",
    "product",
    "quantity_message",
    "quantity_text",
    "quotient",
    "read_number",
    "registry",
    "rounded_up",
    "same",
    "split_quantity",
    "unit_message",
    "unit_text",
    "without_scale",
]
