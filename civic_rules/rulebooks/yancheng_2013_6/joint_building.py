"""Clause 二(四), third part: resources of the community and of the units stationed in it."""

from civic_rules.expressions import all_of, any_of, subject, within
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
committee = subject("committee")

PARTY_ORGANISATION = Text(zh="社区党组织", en="community party organisation")
RESIDENTS_COMMITTEE = Text(zh="社区居委会", en="residents' committee")

PARTY_LEADS_COMMUNITY_BODIES = Requirement(
    key="party-leads-community-bodies",
    title=Text(zh="党组织领导各类社区组织", en="Party organisation leads community bodies"),
    must=community.arrangement("party-leadership").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_ORGANISATION,),
    source=YANCHENG.clause("二(四)-资源整合", evidence=("统一领导", "各类组织")),
    wording=("统一领导",),
)

PARTY_COORDINATES_STATIONED_UNITS = Requirement(
    key="party-coordinates-stationed-units",
    title=Text(zh="党组织统筹辖区单位", en="Party organisation coordinates stationed units"),
    must=community.arrangement("stationed-unit-coordination").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_ORGANISATION,),
    source=YANCHENG.clause("二(四)-资源整合", evidence=("协调驻区各单位",)),
    wording=("协调",),
)

COMMITTEE_GUIDES_FOUR_BODIES = Requirement(
    key="committee-guides-four-bodies",
    title=Text(zh="居委会指导监督四类组织", en="Committee guides and supervises four bodies"),
    # A body that does not exist in the community needs no guidance.
    must=all_of(
        any_of(
            within("community", community.bodies.includes_none("social-organisation")),
            committee.guides.includes_all("social-organisation"),
        ),
        any_of(
            within("community", community.bodies.includes_none("owners-committee")),
            committee.guides.includes_all("owners-committee"),
        ),
        any_of(
            within("community", community.bodies.includes_none("owners-assembly")),
            committee.guides.includes_all("owners-assembly"),
        ),
        any_of(
            within("community", community.bodies.includes_none("property-company")),
            committee.guides.includes_all("property-company"),
        ),
    ),
    when=committee.committee_kind.is_("residents-committee", "villagers-committee"),
    modality=Modality.MANDATORY,
    responsible=(RESIDENTS_COMMITTEE,),
    source=YANCHENG.clause("二(四)-资源整合", evidence=("指导和监督", "业主大会", "业主委员会", "物业公司")),
    wording=("指导和监督",),
    note=Text(
        zh="此处只写居委会；三(八)的居委会兼指城乡，因此村委会同样适用。",
        en="The clause names the residents' committee alone. Clause 三(八) uses this name in town and country alike, "
        "so a villagers' committee is asked too.",
    ),
)

CO_BUILDING_SYSTEMS = Requirement(
    key="co-building-systems",
    title=Text(zh="共建制度清单", en="Co-building systems"),
    must=community.arrangement("co-building").has_all(
        "joint-conference",
        "affairs-coordination",
        "in-service-party-member-reporting",
        "party-member-volunteering",
        "party-member-performance-evaluation",
        "unit-party-cadre-concurrent-or-seconded-post",
    ),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(四)-资源整合", evidence=("联席会议", "事务协调", "兼职挂职")),
    wording=("建立健全",),
    note=Text(
        zh="志愿服务与表现评价按两项计，共六项；清单开放，可以增加。",
        en="Volunteering and the evaluation of party members are counted as two, which makes six. The list is open.",
    ),
)

CO_BUILDING_ACTIVITIES = Guidance(
    key="co-building-activities",
    title=Text(zh="开展共建活动", en="Activities of joint building"),
    source=YANCHENG.clause("二(四)-资源整合", evidence=("社区共建活动",)),
    wording=("积极开展",),
)

FIVE_TYPE_COMMUNITY = Requirement(
    key="five-type-community",
    title=Text(zh="五类型社区目标", en="Five-type community"),
    must=community.arrangement("five-types").has_all(
        "harmony-stability", "social-welfare", "civility-building", "social-security", "democratic-management"
    ),
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("二(四)-资源整合", evidence=("五型社区", "民主管理型", "和谐稳定型")),
    wording=("共同打造",),
    note=Text(
        zh="原文只列名称，没有标准：按社区自评。",
        en="The text names the types and gives no criteria. What the community says of itself is taken.",
    ),
)
