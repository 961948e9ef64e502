"""Clause 六(一)16 and 17: residents' committees, and who may enter the two committees."""

from datetime import date

from civic_rules.expressions import all_of, in_order, not_, reached, subject
from civic_rules.rulebooks.huangjinling_2023.departments import (
    COMMUNITY_GOVERNANCE,
    COMMUNITY_MANAGEMENT,
    PARTY_BUILDING,
)
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
candidate = subject("candidate")

ITEM_16 = (COMMUNITY_GOVERNANCE, COMMUNITY_MANAGEMENT)
ITEM_17 = (PARTY_BUILDING,)

# Whoever entered before the document was in force is not judged by it.
ENTERS_OFFICE = all_of(reached(candidate.took_office), not_(candidate.took_office.done_by(date(2023, 7, 30))))

EVERY_COMMUNITY = Text(
    zh="原文只有社区和居民委员会，不分城乡，因此问每个社区。没有次数。",
    en="The text knows communities with their residents' committees and draws no line between town and village: every "
    "community is asked. No frequency is given.",
)
IS_CLEAN = candidate.bars.includes_none(
    "politically-two-faced",
    "criminal-punishment",
    "organised-crime",
    "clan-evil-forces",
    "illegal-religion-organiser",
    "illegal-religion-perpetrator",
    "illegal-religion-participant",
    "cult-organiser",
    "cult-perpetrator",
    "cult-participant",
)

ENTRY_FROM_THE_DAY = Text(
    zh="原文防的是进入班子，因此只看文件施行之日及以后进入的人。",
    en="What is prevented is entry, so only those who enter from the day of the document on are judged.",
)

# -- 16

RESIDENTS_SUBCOMMITTEES = Requirement(
    key="residents-subcommittees",
    title=Text(zh="居委会下设三类委员会", en="Three committees under the residents' committee"),
    must=community.arrangement("subcommittees").has_all("mediation", "public-security", "public-health"),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("社区居民委员会", "人民调解、治安保卫、公共卫生", "规范化建设")),
    wording=("加强", "发挥"),
    note=Text(
        zh="原文要它们发挥作用，没有要求新设；列举未尽。不分城乡，每个社区都问。",
        en="They are to play their part: the text takes them for granted and does not ask to set them up. The list is "
        "open. No line is drawn between town and village: every community is asked.",
    ),
)

ENVIRONMENT_PROPERTY_COMMITTEE = Requirement(
    key="environment-property-committee",
    title=Text(
        zh="有需要的设环境物业委员会",
        en="Committee for environment and property management where it is needed",
    ),
    must=community.arrangement("environment-property-committee").in_place(),
    when=community.is_in_need_of_property_committee.is_(True),
    modality=Modality.MANDATORY,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("环境和物业管理委员会", "根据需要设立")),
    wording=("根据需要设立",),
    note=Text(
        zh="是否需要由居民委员会认定；认定需要的，就应当设立。",
        en="Whether it is needed is for the residents' committee to find. Where it is, it has to be set up.",
    ),
)

MEMBER_COMMITMENT_AND_REPORT = Requirement(
    key="member-commitment-and-report",
    title=Text(zh="居委会成员承诺并述职", en="Members of the residents' committee commit themselves and report"),
    must=community.arrangement("committee-member-duty").has_all("commitment", "report"),
    modality=Modality.MANDATORY,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("履职承诺", "述职制度")),
    wording=("坚持和完善",),
    note=EVERY_COMMUNITY,
)

RESIDENTS_CONVENTION = Requirement(
    key="residents-convention",
    title=Text(zh="社区有居民公约", en="The community has a residents' covenant"),
    must=community.arrangement("residents-covenant").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("依法制定居民公约",)),
    wording=("推动",),
    note=Text(zh="街道指导，社区制定。", en="The street guides, and the community makes it."),
)

RESIDENTS_CONVENTION_PROCEDURE = Requirement(
    key="residents-convention-procedure",
    title=Text(zh="公约已备案、能履行、合法合俗", en="The covenant is filed, kept and lawful"),
    must=community.arrangement("residents-covenant").has_all("filing", "performance", "lawful"),
    # A community without a covenant is a matter of the rule before this one.
    when=community.arrangement("residents-covenant").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("备案和履行机制", "公序良俗")),
    wording=("健全", "确保"),
    note=Text(
        zh="“推动”只管制定；有了公约，健全和确保另有动词，因此应当做到。没有期限，备案机关原文未写。",
        en="What is promoted is that a covenant is made. Once there is one, the verbs that follow bind. No time is "
        "set, and where it is filed is not said.",
    ),
)

GOOD_CONVENTION_SELECTION = Requirement(
    key="good-convention-selection",
    title=Text(zh="评选并宣传好公约", en="Good covenants are selected and made known"),
    must=street.arrangement("covenant-selection").has_all("selection", "publicity"),
    modality=Modality.MANDATORY,
    responsible=ITEM_16,
    source=HUANGJINLING.clause("六(一)16", evidence=("优秀居民公约",)),
    wording=("组织开展",),
    note=Text(zh="没有次数。", en="No frequency is given."),
)

# -- 17

PARTY_GATE_ON_ELECTIONS = Guidance(
    key="party-gate-on-elections",
    title=Text(
        zh="换届规范，党组织把关",
        en="Elections of the two committees are held by the rules, and the party organisation guards them",
    ),
    source=HUANGJINLING.clause("六(一)17", evidence=("换届选举", "领导把关作用")),
    wording=("规范", "强化"),
)

TWO_COMMITTEE_JOINT_REVIEW = Requirement(
    key="two-committee-joint-review",
    title=Text(zh="两委成员资格联审", en="Members of the two committees pass a joint review"),
    must=community.arrangement("candidate-joint-review").in_place(),
    modality=Modality.MANDATORY,
    responsible=ITEM_17,
    source=HUANGJINLING.clause("六(一)17", evidence=("全面落实", "资格联审机制")),
    wording=("全面落实",),
    note=Text(
        zh="这里看机制；每个人是否联审，另按人判断。",
        en="The mechanism is judged here. Whether each person was reviewed is judged person by person.",
    ),
)

TWO_COMMITTEE_JOINT_REVIEW_CANDIDATE = Requirement(
    key="two-committee-joint-review-candidate",
    variant_of="two-committee-joint-review",
    title=Text(zh="先联审，后进班子", en="The person is reviewed before entering the committees"),
    must=in_order(candidate.reviewed, candidate.took_office),
    when=ENTERS_OFFICE,
    modality=Modality.MANDATORY,
    responsible=ITEM_17,
    source=HUANGJINLING.clause("六(一)17", evidence=("资格联审机制",)),
    wording=("全面落实",),
    note=ENTRY_FROM_THE_DAY,
)

TWO_COMMITTEE_EXCLUSIONS = Requirement(
    key="two-committee-exclusions",
    title=Text(zh="有排除情形的不进班子", en="Nobody whom anything bars enters the committees"),
    must=IS_CLEAN,
    when=ENTERS_OFFICE,
    modality=Modality.MANDATORY,
    responsible=ITEM_17,
    source=HUANGJINLING.clause(
        "六(一)17",
        evidence=("政治上的两面人", "坚决防止", "受过刑事处罚", "涉黑涉恶", "宗族恶势力", "非法宗教与邪教"),
    ),
    wording=("坚决防止",),
    note=Text(
        zh="没有审查与审查无问题是两回事。受罚不论多久；列举未尽。只看文件施行之日及以后进入的人，现任的去留原文未写。",
        en="Not reviewed is not clean. A punishment counts however long ago it was, and the list is open. Those who "
        "enter from the day of the document on are judged. Whether sitting members have to go is not said.",
    ),
)

TWO_COMMITTEE_ELIGIBILITY = Requirement(
    key="two-committee-eligibility",
    title=Text(zh="人选有没有排除情形", en="Whether anything bars the person from the committees"),
    must=IS_CLEAN,
    modality=Modality.REPORTED,
    responsible=ITEM_17,
    source=HUANGJINLING.clause("六(一)17", evidence=("坚决防止", "资格联审机制")),
    wording=("坚决防止",),
    note=Text(
        zh="进入之前就要知道，因此每个人选都看，仅供参考；没有审查与审查无问题是两回事。",
        en="It has to be known before anybody enters, so every person is looked at, for information. Not reviewed is "
        "not clean.",
    ),
)
