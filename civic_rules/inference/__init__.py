"""What follows from an audit.

```
report ──> facts ──────────┐
                           ├──> program and facts over tokens ──> engine ──> conclusions, with why
rulebooks ──> chains ──────┘                            durable-rules, or the reference
```
"""

from civic_rules.inference.concluding import Kept, conclude
from civic_rules.inference.conclusions import Because, Conclusion, Conclusions, Ground
from civic_rules.inference.sessions import Session
from civic_rules.inference.trace import trace_schema
from civic_rules.inference.wording import last, open_line, party_text

__all__ = [
    "Because",
    "Conclusion",
    "Conclusions",
    "Ground",
    "Kept",
    "Session",
    "conclude",
    "last",
    "open_line",
    "party_text",
    "trace_schema",
]
