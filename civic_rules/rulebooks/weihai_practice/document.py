"""The document itself: a report without a number, a date or a named author."""

from datetime import date

from civic_rules.rules import Clause, Document
from civic_rules.text import Text

WEIHAI = Document(
    id="weihai-practice",
    title=Text(
        zh="威海市社区服务做法报道",
        en="A report on how Weihai serves its communities",
    ),
    issuer=Text(
        zh="未署名（报道威海市的做法）",
        en="not named (it reports the practice of Weihai)",
    ),
    # It bears no date. Its latest figure is that of 2021, so it can be no older than the end of that year.
    in_force_from=date(2021, 12, 31),
    last_checked=date(2026, 11, 25),
    is_report=True,
    fingerprint="9f7dccd745b6974b0d8543718b596886a523e3cce17f3b73a291130314e412f4",
    clauses=(
        Clause(number="段1(引言)", title=Text(zh="引言", en="Opening")),
        Clause(number="段2(总述)", title=Text(zh="总体思路", en="Overview")),
        Clause(number="段3(政策创制)", title=Text(zh="政策与标准", en="Policy and standards")),
        Clause(number="段4(队伍建设)", title=Text(zh="服务队伍", en="The people who serve")),
        Clause(number="段5(减负赋权)", title=Text(zh="减轻负担", en="Lighter burdens")),
        Clause(number="段6(机制创新)", title=Text(zh="服务机制", en="Mechanisms of service")),
        Clause(number="段7(群众需求)", title=Text(zh="服务供给", en="Supply of services")),
    ),
)
