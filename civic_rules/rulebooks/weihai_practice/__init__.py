"""威海市社区服务做法报道: a report on how Weihai serves its communities, chosen as a national case.

Issuer: not named in the text. Number: none. The text bears no date. Its latest figure is the satisfaction of 2021, so
the record has it from the end of 2021. It is a public report; the project cites it and holds no copy.

A report binds nobody: every rule has the modality reported, and a failure is neither a breach nor a warning. What
Weihai does is a requirement that others can hold themselves against. What Weihai has in figures is a benchmark:
`civic_rules.place` puts a city, or a community, beside it. The paragraphs have no numbers of their own; 段3 is the
third paragraph. The 33 indicators, the ten measures and the 28 delegated services are counted in the text and not
listed, so nothing stands for their content.

Last checked against the text on 2026-11-25.
"""

from civic_rules.rulebooks.weihai_practice import burdens, consequences, mechanisms, overview, policies, supply, team
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Rulebook

RULEBOOK = Rulebook.collect(WEIHAI, overview, policies, team, burdens, mechanisms, supply, consequences)
"""All rules of the document, in the order of its text."""

__all__ = ["RULEBOOK", "WEIHAI"]
