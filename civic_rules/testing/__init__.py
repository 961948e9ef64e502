"""What helps to test rulebooks and programs that use them: cases in YAML, a plugin of pytest, Hypothesis strategies.

`cases` reads and runs files of cases. `plugin` makes tests of the cases in `*.cases.yaml`. `strategies` makes random
entities; it needs the extra `test`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from civic_rules.testing.cases import Case, Expectation, parse_cases, read_cases

__all__ = ["Case", "Expectation", "parse_cases", "read_cases"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever the module has under this name
    """Import a name when it is first used, so that the plugin costs pytest next to nothing where there are no cases."""
    if name in __all__:
        from civic_rules.testing import cases  # noqa: PLC0415  that is what is put off

        return getattr(cases, name)
    raise AttributeError(f"module 'civic_rules.testing' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for completion and `dir()`."""
    return __all__
