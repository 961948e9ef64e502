"""The document itself: issuer, number, dates and clauses."""

from datetime import date

from civic_rules.rules import Clause, Document
from civic_rules.text import Text

YANCHENG = Document(
    id="yancheng-2013-6",
    title=Text(
        zh="盐城市2013年和谐社区建设意见",
        en="Yancheng city opinions of 2013 on building harmonious urban and rural communities",
    ),
    issuer=Text(zh="盐城市人民政府", en="People's Government of Yancheng"),
    number="盐政发〔2013〕6号",
    issued=date(2013, 1, 16),
    in_force_from=date(2013, 1, 16),
    last_checked=date(2026, 11, 25),
    clauses=(
        Clause(
            number="题注",
            title=Text(zh="题头与发文对象", en="Heading and addressees"),
            covers=("effective-from", "addressees"),
        ),
        Clause(number="一(一)", title=Text(zh="总体方向", en="Overall direction")),
        Clause(number="一(二)", title=Text(zh="主要目标", en="Main goals")),
        Clause(number="二(三)", title=Text(zh="领导体制", en="Leadership and the four-part structure")),
        Clause(number="二(四)-自治", title=Text(zh="居民自治", en="Self-government of residents")),
        Clause(number="二(四)-社会组织与志愿者", title=Text(zh="社会组织与志愿者", en="Organisations and volunteers")),
        Clause(number="二(四)-资源整合", title=Text(zh="共驻共建", en="Joint building with stationed units")),
        Clause(number="二(五)", title=Text(zh="民生服务", en="Services")),
        Clause(number="三(六)", title=Text(zh="服务平台与用房", en="Service platforms and rooms")),
        Clause(number="三(七)", title=Text(zh="工作经费", en="Funds")),
        Clause(number="三(八)", title=Text(zh="工作人才", en="Workers and their pay")),
        Clause(number="三(九)", title=Text(zh="四级服务支撑", en="Support by four levels")),
    ),
    addressees=Text(
        zh="各县级政府、开发区与城南新区管委会、市级部门和直属单位",
        en="county-level governments, the committees of the development zone and the new area, municipal bodies",
    ),
    fingerprint="07e64d89870c17991bbed86c26876db9fda8708a2786f5e79ebe9a94a658cf6d",
)
