"""Whole populations: the same rules over frames, one entity a row.

```
tree ──> lowering, conditions, judging ──> ops ──> kernels, engine ──> results
                     ^                                  ^
              layout, links <────── sources ──────> native, table ──> cells
```

`ops` has the operations on columns that the expression tree becomes; they are the one thing that an engine sees. An
engine gives each operation its meaning on its own columns and fills what `results.TableReport` asks for. `lowering`
asks frames only what `Given` says: which columns there are, which members are known, what is linked to what. `lazy` is
the engine for queries that have not run, of DuckDB, PySpark and Polars.
"""

from civic_rules.tables.auditing import audit_table, audit_tables
from civic_rules.tables.conversion import to_tables
from civic_rules.tables.judged import ToleranceWarning
from civic_rules.tables.lazy import LazyReport
from civic_rules.tables.results import TableReport

__all__ = ["LazyReport", "TableReport", "ToleranceWarning", "audit_table", "audit_tables", "to_tables"]
