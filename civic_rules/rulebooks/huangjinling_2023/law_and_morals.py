"""Clauses 六(二), 六(三): rule of law and moral education."""

from civic_rules.expressions import subject
from civic_rules.rulebooks.huangjinling_2023.departments import JUSTICE_OFFICE, PARTY_BUILDING
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")

LAW = (JUSTICE_OFFICE,)
MORALS = (PARTY_BUILDING,)

# -- 20

RULE_OF_LAW_STUDY_INCLUSION = Requirement(
    key="rule-of-law-study-inclusion",
    title=Text(zh="四种场合都学法治", en="The rule of law is studied on four occasions"),
    must=street.arrangement("rule-of-law-study").has_all(
        "regular-meetings", "theme-party-day", "theory-study", "cadre-training"
    ),
    modality=Modality.MANDATORY,
    responsible=LAW,
    source=HUANGJINLING.clause("六(二)20", evidence=("三会一课", "主题党日", "干部培训")),
    wording=("纳入",),
    note=Text(
        zh="层级未写明，按街道判断；学习内容列举未尽。",
        en="The level is not named, and the street is judged. The list of contents is open.",
    ),
)

LAWFUL_DUTY_IN_ASSESSMENT = Requirement(
    key="lawful-duty-in-assessment",
    title=Text(zh="考核干部看依法履职", en="The assessment of cadres looks at lawful performance of duty"),
    must=street.arrangement("lawful-duty-assessment").in_place(),
    modality=Modality.MANDATORY,
    responsible=LAW,
    source=HUANGJINLING.clause("六(二)20", evidence=("依法履职情况",)),
    wording=("纳入",),
)

CONSTITUTION_DAY_CAMPAIGN = Requirement(
    key="constitution-day-campaign",
    title=Text(zh="每年的宪法集中宣传", en="A campaign on the constitution each year"),
    must=street.event_count("constitution-campaign", "year") >= "1 event",
    modality=Modality.MANDATORY,
    responsible=LAW,
    source=HUANGJINLING.clause("六(二)20", evidence=("国家宪法日", "“宪法宣传周”")),
    wording=("组织",),
    note=Text(
        zh="每年有这一天和这一周，因此每年一次；宪法日在宣传周里，一次活动可以兼顾。取上一个整年，文件施行前开始的年份"
        "不作判断。",
        en="The day and the week come each year, so once a year is asked for. The day lies in the week, and one "
        "campaign may serve both. The last whole year counts, and a year that began before the document was in force "
        "is not judged.",
    ),
)

LAW_INTO_COMMUNITIES = Guidance(
    key="law-into-communities",
    title=Text(
        zh="经常把法律送到社区，引导居民参与",
        en="The law is brought to communities as a routine, and residents are led to take part",
    ),
    source=HUANGJINLING.clause("六(二)20", evidence=("送法进社区", "依法支持和配合")),
    wording=("常态化", "引导"),
    note=Text(zh="没有次数。", en="No frequency is given."),
)

# -- 21

PUBLIC_LEGAL_SERVICE_SYSTEM = Guidance(
    key="public-legal-service-system",
    title=Text(zh="基层的公共法律服务体系", en="System of public legal services at the grassroots"),
    source=HUANGJINLING.clause("六(二)21", evidence=("公共法律服务体系",)),
    wording=("完善",),
    note=Text(
        zh="体系由什么组成，只写到街道的站和社区的室，各有规则。",
        en="Of what it consists is not said beyond the station and the studios, which have rules of their own.",
    ),
)

STREET_LEGAL_SERVICE_STATION = Requirement(
    key="street-legal-service-station",
    title=Text(zh="依托司法所的法律服务站", en="Legal service station based on the judicial office"),
    must=street.arrangement("legal-service-station").has_all("justice-office", "run-to-standard"),
    modality=Modality.ENCOURAGED,
    responsible=LAW,
    source=HUANGJINLING.clause("六(二)21", evidence=("公共法律服务工作站", "街道司法所")),
    wording=("推进", "加强"),
    note=Text(
        zh="只写推进和加强，规范的内容不在本文中。",
        en="It is only to be strengthened, and the standard is not in the text.",
    ),
)

COMMUNITY_LEGAL_SERVICE_STUDIO = Requirement(
    key="community-legal-service-studio",
    title=Text(zh="社区的法律服务室", en="Legal service studio of the community"),
    must=community.arrangement("legal-service-studio").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=LAW,
    source=HUANGJINLING.clause("六(二)21", evidence=("公共法律服务工作室",)),
    wording=("推动",),
    note=Text(zh="没有比例。", en="No share is given."),
)

# -- 22

THEORY_LECTURES_AND_GROUP = Requirement(
    key="theory-lectures-and-group",
    title=Text(zh="理论宣讲活动和宣讲团", en="Lectures on theory in communities, and a group of lecturers"),
    must=street.arrangement("theory-lectures").has_all("campaign", "residents-group"),
    modality=Modality.MANDATORY,
    responsible=MORALS,
    source=HUANGJINLING.clause("六(三)22", evidence=("万场宣讲进社区", "“百姓宣讲团”")),
    wording=("持续开展", "组建"),
    note=Text(
        zh="“万场”是活动的名称，不是对街道的数量要求。分众、互动、精准三种讲法没有尺度，不作判断。",
        en="Ten thousand is part of the name of the campaign, and no quota of the street. The manner of lecturing has "
        "no measure and is not judged.",
    ),
)

MORAL_APPRAISAL_MECHANISM = Requirement(
    key="moral-appraisal-mechanism",
    title=Text(zh="社区有道德评议机制", en="Mechanism of moral appraisal of the community"),
    must=community.arrangement("moral-appraisal").in_place(),
    modality=Modality.MANDATORY,
    responsible=MORALS,
    source=HUANGJINLING.clause("六(三)22", evidence=("社区道德评议机制",)),
    wording=("健全",),
    note=Text(
        zh="原文先后写了两遍，后一遍写明社区，按社区判断。评选模范没有写每个社区，单独判断。",
        en="The text says it twice, and the second time of communities: communities are judged. That each of them "
        "selects models is not said: that is judged by itself.",
    ),
)

MORAL_MODEL_SELECTION = Requirement(
    key="moral-model-selection",
    title=Text(zh="评选并表彰道德模范", en="Moral models are selected and honoured"),
    must=street.arrangement("moral-models").has_all("selection", "commendation"),
    modality=Modality.MANDATORY,
    responsible=MORALS,
    source=HUANGJINLING.clause("六(三)22", evidence=("道德模范评选表彰",)),
    wording=("开展",),
    note=Text(
        zh="层级未写明，与其他评选一样按街道判断；没有次数。",
        en="The level is not named: the street is judged, as with other selections. No frequency is given.",
    ),
)

FINEST_COMMUNITY_PERSON = Requirement(
    key="finest-community-person",
    title=Text(zh="选树社区先进人物", en="The finest people of communities are selected"),
    must=street.arrangement("finest-community-person").in_place(),
    modality=Modality.MANDATORY,
    responsible=MORALS,
    source=HUANGJINLING.clause("六(三)22", evidence=("“最美社区人”",)),
    wording=("开展",),
    note=Text(zh="没有次数。", en="No frequency is given."),
)

FAMILY_VALUES_AND_SPIRIT = Guidance(
    key="family-values-and-spirit",
    title=Text(zh="核心价值观、家风和精神弘扬", en="Core values, family values and the spirit of the place"),
    source=HUANGJINLING.clause("六(三)22", evidence=("社会主义核心价值观", "家庭家教家风", "守正创新")),
    wording=("培育践行", "加强", "弘扬"),
)
