"""Compile the loops ahead, as for the image of a container: `python -m civic_rules.tables.compiled`."""

import sys

from civic_rules.tables.compiled.instructions import compile_ahead, is_available


def main() -> int:
    """Compile, and say where what was compiled is kept."""
    if not is_available():
        sys.stderr.write('there is nothing to compile with: pip install "civic-rules[numba]"\n')
        return 2
    place = compile_ahead()
    sys.stdout.write(f"compiled; kept in {place}\n" if place else "compiled, but there is no place to keep it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
