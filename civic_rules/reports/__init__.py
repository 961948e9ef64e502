"""Reports for people and for other programs: on a terminal, as plain text, CSV and JSON.

```
wording   every word in English and Chinese
   ├──> terminal   audits ──> catalogue   rulebooks
   │       └──> tables   audits of tables
   ├──> following  what follows, as trees ──> terminal
   ├──> export     CSV, JSON, and the graph of what follows
   └──> pages      rulebooks in Markdown
```
"""

from civic_rules.reports.catalogue import coverage_view, rule_view, rulebooks_view
from civic_rules.reports.export import report_csv, report_dot, report_json, report_trace
from civic_rules.reports.pages import indicator_page, pages, rulebook_page
from civic_rules.reports.tables import progress_of, table_report_notes, table_report_view
from civic_rules.reports.terminal import as_text, console, report_view
from civic_rules.reports.wording import taken_as
from civic_rules.text import printable

__all__ = [
    "as_text",
    "console",
    "coverage_view",
    "indicator_page",
    "pages",
    "printable",
    "progress_of",
    "report_csv",
    "report_dot",
    "report_json",
    "report_trace",
    "report_view",
    "rule_view",
    "rulebook_page",
    "rulebooks_view",
    "table_report_notes",
    "table_report_view",
    "taken_as",
]
