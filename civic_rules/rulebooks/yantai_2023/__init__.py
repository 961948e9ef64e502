"""烟台市城市社区治理指导意见解读: Yantai's guiding opinions on urban communities, as explained by the city.

Issuer: Yantai Civil Affairs Bureau (烟台市民政局). Published on 2023-02-08. The text explains guiding opinions whose
own number, date and end are not in it, so that the day of the explanation stands for the day from which they are in
force. It is a public document of the city; the project cites it and holds no copy.

Every sentence, from the heading to 三, is encoded: one module a part, in the order of the text. The opinions are on
urban communities alone. Twenty measures are named; those of which nothing but the name is told are guidance, because a
name sets no test. What the text leaves open is in `readings`.

Last checked against the text on 2026-11-25.
"""

from civic_rules.rulebooks.yantai_2023 import background, digital, foundations, mechanisms, pledges, services
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rules import Rulebook

RULEBOOK = Rulebook.collect(YANTAI, background, services, digital, mechanisms, pledges, foundations)
"""All rules of the document, in the order of its text."""

__all__ = ["RULEBOOK", "YANTAI"]
