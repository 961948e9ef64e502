"""Examples: a city as it reports itself, and made-up places that are marked as such.

```
reported     weihai(): the figures of a report and nothing else
districts    yancheng_district(), synthetic(n, seed)
   └──> communities ──> people
            all of them draw from  draws
```

Every made-up place says so in its name: nobody lives there, and nothing about them may be taken for a finding.
"""

from civic_rules.examples.districts import synthetic, yancheng_district
from civic_rules.examples.reported import weihai

__all__ = ["synthetic", "weihai", "yancheng_district"]
