"""What helps to test rulebooks and programs that use them: cases in YAML, and Hypothesis strategies.

`cases` reads and runs files of cases. `strategies` makes random entities; it needs the extra `test`.
"""

from civic_rules.testing.cases import Case, Expectation, parse_cases, read_cases

__all__ = ["Case", "Expectation", "parse_cases", "read_cases"]
