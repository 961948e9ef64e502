"""Reports for people and for other programs: on a terminal, as plain text, CSV and JSON.

```
wording   every word in English and Chinese
   ├──> terminal   audits ──> catalogue   rulebooks
   └──> export     CSV and JSON
```
"""

from civic_rules.reports.catalogue import coverage_view, rule_view, rulebooks_view
from civic_rules.reports.export import report_csv, report_json
from civic_rules.reports.terminal import as_text, console, report_view
from civic_rules.reports.wording import printable, taken_as

__all__ = [
    "as_text",
    "console",
    "coverage_view",
    "printable",
    "report_csv",
    "report_json",
    "report_view",
    "rule_view",
    "rulebooks_view",
    "taken_as",
]
