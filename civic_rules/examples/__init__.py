"""Examples: a city as it reports itself, and made-up places that are marked as such.

```
reported     weihai(): the figures of a report and nothing else
districts    yancheng_district(), synthetic(n, seed)
streets      huangjinling_street()
   └──> communities ──> people, casework, attested
            all of them draw from  draws
```

Every made-up place says so in its name: nobody lives there, and nothing about them may be taken for a finding.
"""

from civic_rules.examples.districts import synthetic, yancheng_district
from civic_rules.examples.reported import weihai
from civic_rules.examples.streets import huangjinling_street

__all__ = ["huangjinling_street", "synthetic", "weihai", "yancheng_district"]
