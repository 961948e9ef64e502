"""Large tables by compiled loops, where numba is installed (`pip install "civic-rules[numba]"`).

`instructions` turns a program into rows of numbers, `opcodes` says what these mean, and `machine` runs them. `letters`
looks through texts. The last two import numba, and are imported when a table is large enough.
"""

from civic_rules.tables.compiled.instructions import (
    CompiledProgram,
    compiled_programs,
    is_loaded,
    is_worth,
)

__all__ = ["CompiledProgram", "compiled_programs", "is_loaded", "is_worth"]
