"""Reading what users hand in: JSON, YAML, CSV and Excel, strictly, with every fault and its place at once.

```
files       sizes, encodings, whole writes
  ├──> documents   JSON and YAML as plain data ──> kinds    which entity, and where a fault is
  ├──> sheets      CSV as cells     ┐
  └──> workbooks   Excel as cells   ┴──> columns ──> tables   a row a community
                                                       └──> reading   read_entity()
```
"""

from civic_rules.intake.documents import parse_json, parse_yaml
from civic_rules.intake.files import read_bytes, read_text, replaced, write_text
from civic_rules.intake.reading import entity_of_data, entity_text, is_table, read_entity

__all__ = [
    "entity_of_data",
    "entity_text",
    "is_table",
    "parse_json",
    "parse_yaml",
    "read_bytes",
    "read_entity",
    "read_text",
    "replaced",
    "write_text",
]
