"""邵阳市城乡社区服务体系建设实施方案: Shaoyang's plan of 2023 for urban and rural community services.

Issuer: General Office of the People's Government of Shaoyang (邵阳市人民政府办公室). Number: 邵市政办发〔2023〕15号.
Issued and in force from 2023-07-25; the text states no end, and its goals are for the end of 2025. It is a public
document of the city; the project cites it and holds no copy.

Every clause, from 一 to 五(三) with the five boxed columns (专栏), is encoded: one module a section, in the order of
the text. What no data can judge is listed as guidance. Goals of 三 that a task repeats without a day are one rule, with
the day of the goal. A city's goal is judged on the city; what each community has of it is reported and judges nobody.

Last checked against the text on 2026-11-25.
"""

from civic_rules.rulebooks.shaoyang_2023_15 import (
    consequences,
    digital,
    emergency,
    facilities,
    goals,
    mechanisms,
    participation,
    public_services,
    quality_people,
    quality_places,
    security,
    workforce,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Rulebook

RULEBOOK = Rulebook.collect(
    SHAOYANG,
    goals,
    participation,
    facilities,
    workforce,
    digital,
    public_services,
    security,
    emergency,
    quality_people,
    quality_places,
    mechanisms,
    consequences,
)
"""All rules of the document, in the order of its text."""

__all__ = ["RULEBOOK", "SHAOYANG"]
