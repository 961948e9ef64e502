"""黄金岭街道推进社区治理现代化实施方案(试行): Huangjinling's plan of 2023 on modern community governance.

Issuer: Huangjinling Subdistrict Office (黄金岭街道办事处). Without a number. Signed on 2023-07-31, in force from then
on; the text states no end. It is a public document of the street; the project cites it and holds no copy.

Every clause, from 一 to 八31, is encoded: one module a section, in the order of the text. There is no item 28. What no
data can judge is listed as guidance.

Last checked against the text on 2026-11-25.
"""

from civic_rules.rulebooks.huangjinling_2023 import (
    appraisal,
    consequences,
    deliberation,
    digital,
    emergency,
    goals,
    grids,
    law_and_morals,
    participation,
    party_lead,
    property_and_facilities,
    safeguards,
    security,
    self_government,
    services,
)
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Rulebook

RULEBOOK = Rulebook.collect(
    HUANGJINLING,
    goals,
    party_lead,
    participation,
    services,
    deliberation,
    emergency,
    security,
    grids,
    digital,
    self_government,
    property_and_facilities,
    law_and_morals,
    safeguards,
    appraisal,
    consequences,
)
"""All rules of the document, in the order of its text."""

__all__ = ["HUANGJINLING", "RULEBOOK"]
