"""What can be said of an entity: the tree, the functions that build it, its meaning, and its words.

```
builder ──> nodes <── signatures (checked once)
              │
              ├──> interpreter   the meaning, with a trace and the missing fields
              ├──> compiler      the same meaning as plain functions (numbers without bounds in plain_numbers)
              ├──> sentences     in plain English and Chinese
              └──> formulas      on one line, in both languages; parsing reads them back
```
"""

from civic_rules.expressions.builder import (
    all_of,
    any_of,
    choose,
    done_by,
    either,
    in_last,
    in_order,
    in_this,
    largest,
    not_,
    parameter,
    quantity,
    reached,
    round_up,
    smallest,
    subject,
    tally,
    within,
)
from civic_rules.expressions.choices import DatedValue, Parameter, Reading, ReadingOption
from civic_rules.expressions.formulas import formula
from civic_rules.expressions.nodes import Indicator, Node
from civic_rules.expressions.parsing import parse
from civic_rules.expressions.sentences import sentence
from civic_rules.expressions.signatures import Signature, signature

__all__ = [
    "DatedValue",
    "Indicator",
    "Node",
    "Parameter",
    "Reading",
    "ReadingOption",
    "Signature",
    "all_of",
    "any_of",
    "choose",
    "done_by",
    "either",
    "formula",
    "in_last",
    "in_order",
    "in_this",
    "largest",
    "not_",
    "parameter",
    "parse",
    "quantity",
    "reached",
    "round_up",
    "sentence",
    "signature",
    "smallest",
    "subject",
    "tally",
    "within",
]
