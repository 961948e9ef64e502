"""Large tables by compiled loops, where numba is installed (`pip install "civic-rules[numba]"`).

`instructions` turns a program into rows of numbers, `opcodes` says what these mean, and `joins` which operations one of
them does together. `machine` runs them, with the loops of `limits` for verdicts and shortfalls; `letters` looks through
texts, and `loops` says how all of these are compiled. These four import numba, and are imported when a table is large
enough.
"""

from civic_rules.tables.compiled.instructions import CompiledProgram, compiled_programs, is_loaded, is_worth

__all__ = ["CompiledProgram", "compiled_programs", "is_loaded", "is_worth"]
