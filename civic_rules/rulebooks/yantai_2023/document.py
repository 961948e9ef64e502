"""The document itself: issuer, dates and clauses. The numbers of the measures are ours, in the order of the text."""

from datetime import date

from civic_rules.rules import Clause, Document
from civic_rules.text import Text

YANTAI = Document(
    id="yantai-2023",
    title=Text(
        zh="烟台市城市社区治理指导意见解读",
        en="Explanation of Yantai's guiding opinions on the governance of urban communities",
    ),
    issuer=Text(zh="烟台市民政局", en="Yantai Civil Affairs Bureau"),
    issued=date(2023, 2, 8),
    in_force_from=date(2023, 2, 8),
    last_checked=date(2026, 11, 25),
    clauses=(
        Clause(number="题注", title=Text(zh="题头", en="Heading"), covers=("interpretation-date",)),
        Clause(
            number="一",
            title=Text(zh="起草情况", en="How the opinions were drafted"),
            covers=("drafting-background", "parent-instrument"),
        ),
        Clause(number="二", title=Text(zh="内容概述", en="What the opinions cover")),
        Clause(number="二(一)-1", title=Text(zh="养老与托育", en="Care of the elderly and of infants")),
        Clause(number="二(一)-2", title=Text(zh="卫生健康", en="Health")),
        Clause(number="二(一)-3", title=Text(zh="文化体育", en="Culture and sports")),
        Clause(number="二(一)-4", title=Text(zh="教育就业", en="Education and employment")),
        Clause(number="二(一)-5", title=Text(zh="应急管理", en="Emergency management")),
        Clause(number="二(一)-6", title=Text(zh="法律与治安", en="Law and public security")),
        Clause(number="二(一)-7", title=Text(zh="物业管理", en="Property management")),
        Clause(number="二(一)-8", title=Text(zh="重点人群", en="Key groups")),
        Clause(number="二(一)-9", title=Text(zh="社工与志愿服务", en="Social work and volunteering")),
        Clause(number="二(二)-10", title=Text(zh="智慧社区统筹", en="Smart communities planned as a whole")),
        Clause(number="二(二)-11", title=Text(zh="智慧治理场景", en="Smart scenarios of governance")),
        Clause(number="二(二)-12", title=Text(zh="数据录入与共享", en="Data entry and data sharing")),
        Clause(number="二(三)-13", title=Text(zh="网格定岗", en="Workers posted to grids")),
        Clause(number="二(三)-14", title=Text(zh="延时服务", en="Services beyond office hours")),
        Clause(number="二(三)-15", title=Text(zh="项目承诺", en="Pledged projects")),
        Clause(number="二(三)-16", title=Text(zh="联动服务与协商", en="Linked services and consultation")),
        Clause(number="二(四)-17", title=Text(zh="党群服务中心", en="Party-mass service centres")),
        Clause(number="二(四)-18", title=Text(zh="社区减负", en="Less burden on communities")),
        Clause(number="二(四)-19", title=Text(zh="工作者配备", en="Number of community workers")),
        Clause(number="二(四)-20", title=Text(zh="工作者能力", en="Ability of community workers")),
        Clause(
            number="三",
            title=Text(zh="解读部门", en="Department that explains"),
            covers=("interpreting-department",),
        ),
    ),
    fingerprint="defc436bba9fc4d3737dba7546007f0f82191a7654869c6788c3f39d3c07aa6b",
    note=Text(
        zh="本文是对指导意见的解读，不是指导意见原文。原文的文号、日期和期限未载明，因此以解读日期作为起始日期。"
        "上位文件为2022年7月印发的烟发〔2022〕9号。",
        en="This text explains guiding opinions and is not the opinions themselves. Their number, date and end are not "
        "given, so the date of the explanation is taken as their beginning. They carry out document 烟发〔2022〕9号 of "
        "July 2022.",
    ),
)
