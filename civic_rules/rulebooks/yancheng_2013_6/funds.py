"""Clause 三(七): the funds of community work."""

from datetime import date

from civic_rules.expressions import DatedValue, Parameter, Reading, ReadingOption, choose, parameter, subject, within
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
county = subject("county")

ALL_GOVERNMENTS = Text(zh="各级政府", en="governments at all levels")

URBAN_OFFICE_FUNDS = Parameter(
    key="urban-office-funds",
    title=Text(zh="城市社区办公经费下限", en="Least office funds of an urban community"),
    unit="CNY / year",
    values=(
        DatedValue(since=date(2013, 1, 16), value=50_000),
        # The text names no figure between these two; the first holds until the second is due.
        DatedValue(since=date(2015, 12, 31), value=120_000),
    ),
)

PUBLICATION_PERIOD = Reading(
    key="funds-publication-period",
    title=Text(
        zh="经费使用情况至少多久公开一次？",
        en="How often has the use of funds to be published at the least?",
    ),
    options=(
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half-year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default="quarter",
    reason=Text(
        zh="原文未定周期。村民委员会组织法第三十条已要求村务每季度至少公布一次，再长的周期会低于这一已有约束；城市社区从同。",
        en="The text gives no period. Article 30 of the national Organic Law of Villagers' Committees already asks "
        "villages to publish such matters once a quarter, so a longer period would fall below a rule that binds "
        "anyway. Urban communities are read alike.",
    ),
)

FISCAL_FUNDING_FIRST = Guidance(
    key="fiscal-funding-first",
    title=Text(zh="社区经费以财政为主并逐步增加", en="Public finance pays first, and pays more"),
    source=YANCHENG.clause("三(七)", evidence=("财政保障为主", "加大")),
    wording=("要坚持", "加大"),
    note=Text(
        zh="原文没有财政占比，也没有增幅。",
        en="The text gives neither a share of public finance nor a rate of growth.",
    ),
)

SEPARATE_COMMUNITY_BUDGET = Requirement(
    key="separate-community-budget",
    title=Text(zh="社区工作经费单列预算", en="Separate budget for community work"),
    must=community.arrangement("separate-budget").in_place(),
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("单独预算",)),
    wording=("要坚持", "实行单独预算"),
)

RING_FENCED_FUNDS = Requirement(
    key="ring-fenced-funds",
    title=Text(zh="社区工作经费只用于本来用途", en="Community funds spent on their own purpose alone"),
    must=community.arrangement("ring-fenced-funds").in_place(),
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("专款专用",)),
    wording=("实行专款专用",),
    note=Text(zh="本条款内两处提出。", en="The clause says it twice."),
)

OFFICE_FUNDS_URBAN_2013 = Requirement(
    key="office-funds-urban-2013",
    title=Text(zh="城市社区办公经费起步标准", en="Office funds of an urban community from 2013"),
    must=community.office_funds >= parameter(URBAN_OFFICE_FUNDS, at=date(2013, 12, 31)),
    when=URBAN,
    modality=Modality.MANDATORY,
    due=date(2013, 12, 31),
    until=date(2015, 12, 31),
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("2013年", "5万元/年")),
    wording=("不低于",),
    note=Text(
        zh="2014年没有另定数额，这一下限沿用到2015年末的标准生效为止。办公经费不含人员报酬。",
        en="No other figure is set for 2014, so this floor holds until that of the end of 2015 takes its place. "
        "Office funds do not include pay.",
    ),
)

OFFICE_FUNDS_GROWTH = Requirement(
    key="office-funds-growth",
    title=Text(zh="城市社区办公经费有增长办法", en="A mechanism by which urban office funds grow"),
    must=community.arrangement("office-funds-growth").in_place(),
    when=URBAN,
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("建立增长机制",)),
    wording=("建立",),
    note=Text(zh="原文没有增幅，只看机制是否建立。", en="The text gives no rate: whether there is a mechanism is all."),
)

OFFICE_FUNDS_URBAN_2015 = Requirement(
    key="office-funds-urban-2015",
    title=Text(zh="2015年末城市社区办公经费", en="Office funds of an urban community by the end of 2015"),
    must=community.office_funds >= parameter(URBAN_OFFICE_FUNDS, at=date(2015, 12, 31)),
    when=URBAN,
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("“十二五”末", "12万元/年")),
    wording=("达到",),
    note=Text(
        zh="“十二五”末即2015年末；所达数额按下限理解。",
        en="The 12th Five-Year Plan ended with 2015. The figure to be reached is read as a minimum.",
    ),
)

OFFICE_FUNDS_RURAL = Requirement(
    key="office-funds-rural",
    title=Text(zh="农村社区办公经费", en="Office funds of a rural community"),
    must=community.office_funds >= within("county", county.rural_transfer_standard),
    when=RURAL,
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("财政转移支付", "标准执行")),
    wording=("按照", "执行"),
    note=Text(
        zh="转移支付标准不在本文件内，须由县（市、区）数据给出；高于标准不算违反。",
        en="The standard of the transfer payment is not in the text and has to be given with the county. "
        "Paying more than the standard breaks nothing.",
    ),
)

DIVERSIFIED_FUNDING = Guidance(
    key="diversified-funding",
    title=Text(zh="财政之外的多种投入", en="Support from beyond public finance"),
    source=YANCHENG.clause("三(七)", evidence=("驻区单位", "民间资本", "多元化投入")),
    wording=("要积极争取", "逐步形成"),
)

COMMUNITY_FUNDS_MISUSE = Requirement(
    key="community-funds-misuse",
    title=Text(zh="社区经费不得违规处置", en="No forbidden treatment of community funds"),
    must=community.fund_misuses.includes_none("diverted", "squeezed", "withheld"),
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("挪用、挤占、截留",)),
    wording=("不得",),
)

FUNDS_PUBLICATION = Requirement(
    key="funds-publication",
    title=Text(zh="按期向居民公布经费使用", en="Use of funds published to residents at regular intervals"),
    must=choose(
        PUBLICATION_PERIOD,
        month=community.event_count("funds-publication", "month") >= "1 event",
        quarter=community.event_count("funds-publication", "quarter") >= "1 event",
        half_year=community.event_count("funds-publication", "half-year") >= "1 event",
        year=community.event_count("funds-publication", "year") >= "1 event",
    ),
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("定期向居民公开",)),
    wording=("要加强", "定期", "公开"),
    note=Text(
        zh="看最近一个已结束的日历周期；文件施行前开始的周期不作判断。",
        en="The last calendar period that is over counts. A period that began before the document was in force "
        "is not judged.",
    ),
)

FUNDS_RESIDENT_SUPERVISION = Requirement(
    key="funds-resident-supervision",
    title=Text(zh="居民可以监督经费使用", en="Residents can supervise the use of funds"),
    must=community.arrangement("funds-supervision").in_place(),
    modality=Modality.MANDATORY,
    responsible=(ALL_GOVERNMENTS,),
    source=YANCHENG.clause("三(七)", evidence=("接受居民监督",)),
    wording=("接受居民监督",),
    note=Text(
        zh="形式不限，例如监督审计会。",
        en="Any channel will do, such as the meeting that supervises and audits.",
    ),
)
