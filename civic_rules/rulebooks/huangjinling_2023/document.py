"""The document itself: issuer, dates and clauses. Its items run through the chapters; there is no item 28."""

from datetime import date

from civic_rules.rules import Clause, Document
from civic_rules.text import Text

HUANGJINLING = Document(
    id="huangjinling-2023",
    title=Text(
        zh="黄金岭街道社区治理现代化实施方案（试行）",
        en="Huangjinling street's plan on modern community governance (for trial)",
    ),
    issuer=Text(zh="黄金岭街道办事处", en="Huangjinling Subdistrict Office"),
    issued=date(2023, 7, 31),
    in_force_from=date(2023, 7, 31),
    last_checked=date(2026, 11, 25),
    clauses=(
        Clause(number="一", title=Text(zh="指导思想", en="Guiding thought")),
        Clause(number="二", title=Text(zh="基本原则", en="Principles")),
        Clause(number="三", title=Text(zh="工作目标", en="Goals for the end of 2023 and for three to five years")),
        Clause(number="四(一)1", title=Text(zh="组织体系", en="Party organisations down to compound and building")),
        Clause(number="四(一)2", title=Text(zh="统一领导", en="Lead of the party organisations over all others")),
        Clause(number="四(一)3", title=Text(zh="交叉任职", en="Posts held by the same persons")),
        Clause(number="四(二)4", title=Text(zh="群团组织", en="Mass organisations")),
        Clause(number="四(二)5", title=Text(zh="社会组织", en="Social organisations")),
        Clause(number="四(二)6", title=Text(zh="志愿服务", en="Volunteer service")),
        Clause(number="四(二)7", title=Text(zh="共建与双报到", en="Joint building and double check-in")),
        Clause(number="五(一)8", title=Text(zh="服务事项", en="Service items of street and community")),
        Clause(number="五(一)9", title=Text(zh="智慧养老", en="Smart care of the elderly")),
        Clause(number="五(二)10", title=Text(zh="议事协商", en="Deliberation")),
        Clause(number="五(三)11", title=Text(zh="街道应急", en="Emergency management of the street")),
        Clause(number="五(三)12", title=Text(zh="社区动员", en="Mobilising the community")),
        Clause(number="五(四)13", title=Text(zh="平安建设", en="Public security")),
        Clause(number="五(四)14", title=Text(zh="网格", en="Grids")),
        Clause(number="五(五)15", title=Text(zh="智慧治理", en="Smart governance")),
        Clause(number="六(一)16", title=Text(zh="居民委员会", en="Residents' committees")),
        Clause(number="六(一)17", title=Text(zh="换届资格", en="Who may stand for the two committees")),
        Clause(number="六(一)18", title=Text(zh="红色物业", en="Property management led by the party")),
        Clause(number="六(一)19", title=Text(zh="综合服务设施", en="Service facilities")),
        Clause(number="六(二)20", title=Text(zh="法治素养", en="Knowledge of the law")),
        Clause(number="六(二)21", title=Text(zh="公共法律服务", en="Public legal services")),
        Clause(number="六(三)22", title=Text(zh="道德建设", en="Moral education")),
        Clause(number="七(一)23", title=Text(zh="责任落实", en="Who answers for it")),
        Clause(number="七(二)24", title=Text(zh="带头人队伍", en="Leaders of communities")),
        Clause(number="七(二)25", title=Text(zh="工作者队伍", en="Community workers")),
        Clause(number="七(三)26", title=Text(zh="经费", en="Funds")),
        Clause(number="七(三)27", title=Text(zh="褒奖激励", en="Praise and reward")),
        Clause(number="28", title=Text(zh="编号从27跳到29", en="The numbering goes from 27 to 29"), is_absent=True),
        Clause(number="八29", title=Text(zh="组织领导", en="Lead and organisation")),
        Clause(number="八30", title=Text(zh="示范带动", en="Leading by example")),
        Clause(number="八31", title=Text(zh="考核评估", en="Appraisal and accountability")),
    ),
    fingerprint="14f27326cb33d855378d5931e49bb8491b7de6619c4d8af7e3fd5523f3ebcb6b",
    note=Text(
        zh="原文的条目从27跳到29，没有第28条。没有文号，也没有施行日期，从落款之日起算。",
        en="The items of the text go from 27 to 29: there is no item 28. The document has no number and no day of "
        "entry into force, so it is taken as in force from the day under which it is signed.",
    ),
)
