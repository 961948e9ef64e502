"""The command `civic-rules`: a thin layer over the public names.

Exit status: 0 no breach, 1 breaches, 2 unusable input. Nothing that a user hands in ends in a traceback.

```
options   what several commands take      output   what is said, and exit statuses
   ├──> forms      the form of a report, and the name of its file
   ├──> rulebooks  `rulebooks`, `show`, `coverage`, `pages`
   ├──> schemas    `schema`, `example`
   ├──> tables     `audit` of whole tables
   └──> audits     `audit` ──> command   all of them, as one command
```
"""

from civic_rules.cli.command import main, run
from civic_rules.cli.output import FOUND_BREACHES, OWN_FAULT, UNUSABLE

__all__ = ["FOUND_BREACHES", "OWN_FAULT", "UNUSABLE", "main", "run"]
