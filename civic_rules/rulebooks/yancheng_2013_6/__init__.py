"""盐城市2013年和谐社区建设意见: Yancheng's opinions of 2013 on harmonious urban and rural communities.

Issuer: People's Government of Yancheng (盐城市人民政府). Number: 盐政发〔2013〕6号. Issued, published and in force
from 2013-01-16; the text states no end. It is a public document of the city; the project cites it and holds no copy.

Every clause of the text, from the heading to 三(九), is encoded: one module a section, in the order of the text. What
no data can judge is listed as guidance. The heading and the addressees are part of the document record in `document`
and judge nobody. The provincial standard of a harmonious community and the standard of self-government are named
but not given in the text: an assessor's answer stands for each.

Last checked against the text on 2026-11-25.
"""

from civic_rules.rulebooks.yancheng_2013_6 import (
    consequences,
    facilities,
    funds,
    goals,
    joint_building,
    leadership,
    organisations,
    platforms,
    self_government,
    services,
    workers,
)
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Rulebook

RULEBOOK = Rulebook.collect(
    YANCHENG,
    goals,
    leadership,
    self_government,
    organisations,
    joint_building,
    services,
    facilities,
    funds,
    workers,
    platforms,
    consequences,
)
"""All rules of the document, in the order of its text."""

__all__ = ["RULEBOOK", "YANCHENG"]
