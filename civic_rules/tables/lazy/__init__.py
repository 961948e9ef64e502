"""The same operations as a query of an engine that is lazy: DuckDB, PySpark, Polars.

```
ops ──> meaning ──> engine ──> report
          ^            ^
       borders <──── frames
```

`meaning` says what each operation is as a narwhals expression, `borders` how a user's column becomes one, `engine`
puts them into one query with its group-bys and joins. Nothing here runs a query, except where its name says so.
"""

from civic_rules.tables.lazy.frames import LazySource, is_lazy
from civic_rules.tables.lazy.report import LazyReport

__all__ = ["LazyReport", "LazySource", "is_lazy"]
