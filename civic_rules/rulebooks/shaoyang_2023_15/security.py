"""Clause 四(五)12: police, law, mediation, special groups and protection."""

from datetime import date

from civic_rules.expressions import either, in_order, not_, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.shaoyang_2023_15.departments import (
    CIVIL_AFFAIRS,
    COURT,
    DISABLED_PERSONS,
    ETHNIC_RELIGIOUS,
    HEALTH,
    HUMAN_RESOURCES,
    JUSTICE,
    PETITIONS,
    POLITICAL_LEGAL,
    PROCURATORATE,
    PUBLIC_SECURITY,
    WOMEN,
)
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
conflict = subject("conflict")

PUBLIC_SAFETY = (
    POLITICAL_LEGAL,
    PUBLIC_SECURITY,
    CIVIL_AFFAIRS,
    JUSTICE,
    COURT,
    PROCURATORATE,
    PETITIONS,
    WOMEN,
    DISABLED_PERSONS,
    ETHNIC_RELIGIOUS,
    HEALTH,
    HUMAN_RESOURCES,
)

NOTHING_TO_CHECK = Text(zh="没有可以核对的标准。", en="The text sets nothing that could be checked.")

ELECTION_LAW = Text(
    zh="能否当选另依法律和党内规定，不在本文中。",
    en="Who may be elected follows from law and party rules that are not in this text.",
)

ALL_LEGAL_SERVICES = community.arrangement("legal-services").has_all(
    "legal-publicity", "people-mediation", "legal-aid", "notarisation"
)

POLICE_IN_TWO_COMMITTEES = Requirement(
    key="police-in-two-committees",
    title=Text(zh="城市社区民警任两委成员", en="Police officer in the two committees of an urban community"),
    must=community.arrangement("police-in-two-committees").in_place(),
    when=URBAN,
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("社区民警",)),
    wording=("推动",),
    note=ELECTION_LAW,
)

AUXILIARY_POLICE_IN_VILLAGE_COMMITTEES = Requirement(
    key="auxiliary-police-in-village-committees",
    title=Text(zh="农村辅警任村两委成员", en="Auxiliary officer in the two committees of a village"),
    must=community.arrangement("auxiliary-police-in-two-committees").in_place(),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("农村辅警",)),
    wording=("推动",),
    note=ELECTION_LAW,
)

SECURITY_MEDIATION_COMMITTEES = Requirement(
    key="security-mediation-committees",
    title=Text(zh="村委会下设治保、调解机构", en="Security and mediation committees of a village"),
    must=community.arrangement("subcommittees").has_all("public-security", "mediation"),
    when=RURAL,
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("治安保卫委员会", "人民调解委员会")),
    wording=("加强",),
    note=Text(
        zh="原文只写村民委员会；要求加强，只看有无。",
        en="The text speaks of villagers' committees alone. They are to be strengthened: whether there are any is all "
        "that is looked at.",
    ),
)

VILLAGERS_SELF_GOVERNANCE_CAPACITY = Guidance(
    key="villagers-self-governance-capacity",
    title=Text(zh="村规民约与村民自治能力", en="Village rules and villagers' self-government"),
    source=SHAOYANG.clause("四(五)12", evidence=("村规民约", "自我监督")),
    wording=("引导", "增强"),
    note=NOTHING_TO_CHECK,
)

LEGAL_SERVICE_FULL_COVERAGE = Requirement(
    key="legal-service-full-coverage",
    title=Text(zh="四项法律服务到每个社区", en="Four legal services in every community"),
    must=either(city.legal_service_share, city.all("community").share(ALL_LEGAL_SERVICES)) >= "100 %",
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("普法宣传", "法律援助、公证", "全覆盖")),
    wording=("推动", "全覆盖"),
    note=Text(
        zh="四项齐备的社区占全部社区的比例；全覆盖即100%，没有期限，列举未穷尽。",
        en="Measured is the share of communities with all four. Full coverage is 100 %. There is no date, and the list "
        "is open.",
    ),
)

LEGAL_SERVICE_FULL_COVERAGE_COMMUNITY = Requirement(
    key="legal-service-full-coverage-community",
    title=Text(zh="本社区四项法律服务", en="Four legal services in the community"),
    must=ALL_LEGAL_SERVICES,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("四(五)12", evidence=("普法宣传", "法律援助、公证")),
    wording=("推动", "全覆盖"),
    variant_of="legal-service-full-coverage",
    note=Text(
        zh="每个社区的情况，仅供参考；覆盖率按全市判断。",
        en="How each community stands, for information. Coverage is that of the city.",
    ),
)

THREE_MEDIATION_LINKAGE = Requirement(
    key="three-mediation-linkage",
    title=Text(zh="三类调解联动", en="Three kinds of mediation linked"),
    must=city.arrangement("mediation-linkage").has_all("people", "administrative", "judicial"),
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("行政调解、司法调解",)),
    wording=("健全",),
)

CONFLICT_RISK_CHAIN = Requirement(
    key="conflict-risk-chain",
    title=Text(zh="矛盾风险按四个环节处理", en="Conflicts go through four stages"),
    must=in_order(conflict.forecast, conflict.prevented, conflict.mediated, conflict.guided),
    # Nothing was asked of conflicts that were over before the document was in force.
    when=not_(conflict.guided.done_by(date(2023, 7, 24))),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("预测、防范、调处、引导", "全链条")),
    wording=("推进",),
    note=Text(
        zh="顺序按原文列举；已登记的矛盾逐件判断，文件施行前已完成引导的不问，同一天完成多步视为有序。",
        en="The order is that of the text. Conflicts on record are judged one by one, and none whose last stage was "
        "over before the document was in force. Steps on one day are in order.",
    ),
)

SMART_SECURITY_COMPOUNDS = Guidance(
    key="smart-security-compounds",
    title=Text(zh="小区智能安防", en="Smart security of dwelling compounds"),
    source=SHAOYANG.clause("四(五)12", evidence=("智能安防小区", "风险感知")),
    wording=("加快", "提高"),
    note=NOTHING_TO_CHECK,
)

ANTI_CULT_CAPACITY = Guidance(
    key="anti-cult-capacity",
    title=Text(zh="社区反邪教能力", en="Capacity of communities against cults"),
    source=SHAOYANG.clause("四(五)12", evidence=("反邪教工作能力",)),
    wording=("加强",),
    note=NOTHING_TO_CHECK,
)

SPECIAL_GROUP_SERVICES = Requirement(
    key="special-group-services",
    title=Text(zh="四类特殊人群服务", en="Services for four special groups"),
    must=community.arrangement("special-group-services").has_all(
        "community-correction", "drug-recovery", "released-prisoners", "mental-disorder"
    ),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("社区矫正", "安置帮教", "精神障碍")),
    wording=("强化",),
    note=Text(
        zh="戒毒与康复按一项计；没有此类人员的社区，有服务安排即可。",
        en="Drug treatment and recovery count as one. Where nobody of a group lives, it is enough that the service is "
        "arranged.",
    ),
)

DOMESTIC_VIOLENCE_CLUE_SYSTEM = Requirement(
    key="domestic-violence-clue-system",
    title=Text(zh="家暴排查、报告和监护监督", en="Screening, reporting and supervision against domestic violence"),
    must=city.arrangement("domestic-violence-systems").has_all(
        "clue-screening", "discovery-report", "guardianship-supervision"
    ),
    modality=Modality.MANDATORY,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("家庭暴力线索", "发现报告", "家庭监护监督")),
    wording=("建立健全",),
    note=Text(
        zh="保护老年人、妇女儿童、残疾人；层级没有写明，按全市判断。",
        en="It protects the old, women, children and the disabled. No level is named, so the city is judged.",
    ),
)

PSYCHOLOGICAL_SERVICES = Requirement(
    key="psychological-services",
    title=Text(zh="至少一项心理或社会服务", en="At least one psychological or social service"),
    must=community.arrangement("psychological-services").has_any(
        "integration", "relations", "counselling", "comfort", "other"
    ),
    modality=Modality.ENCOURAGED,
    responsible=PUBLIC_SAFETY,
    lead=PUBLIC_SAFETY[:1],
    source=SHAOYANG.clause("四(五)12", evidence=("精神慰藉、心理疏导", "社会融入")),
    wording=("支持",),
    note=Text(
        zh="由各类组织和机构提供；列举未穷尽，有任何一项即可。",
        en="Organisations of any kind offer them. The list is open, and any one is enough.",
    ),
)

ETHNIC_EMBEDDED_COMMUNITY = Guidance(
    key="ethnic-embedded-community",
    title=Text(zh="各民族互嵌的社区环境", en="Ethnic groups live together in the community"),
    source=SHAOYANG.clause("四(五)12", evidence=("各民族相嵌式",)),
    wording=("加快",),
    note=NOTHING_TO_CHECK,
)
