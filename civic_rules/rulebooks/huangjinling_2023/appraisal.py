"""Clause 八: lead, example and appraisal."""

from civic_rules.expressions import all_of, reached, subject
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
worker = subject("worker")

FAULTS = ("duty-neglected", "no-progress", "formalism", "bureaucratism")

GROUNDS = Text(
    zh="出现即属应问责；没有查过与查过无问题是两回事。",
    en="Whatever is found is a ground for calling to account. Not reviewed is not clean.",
)
NOT_YET_CALLED = Text(
    zh="有应问责的情形才问；期限和方式原文未写。",
    en="It is asked only where there is a ground. Neither time nor manner is given.",
)

# -- 29

ORGANISATIONAL_LEADERSHIP = Guidance(
    key="organisational-leadership",
    title=Text(zh="各社区、各部门加强领导", en="Communities and departments strengthen their lead"),
    source=HUANGJINLING.clause("八29", evidence=("强化组织领导",)),
    wording=("强化",),
)

# -- 30

DEMONSTRATION_PLATFORMS = Guidance(
    key="demonstration-platforms",
    title=Text(
        zh="党建平台、网格和社会组织带动，打造服务型、智慧型社区",
        en="Party platform, grids and social organisations lead the way to communities that serve and are smart",
    ),
    source=HUANGJINLING.clause("八30", evidence=("区域化党建平台", "社会组织协同参与", "服务型、智慧型社区")),
    wording=("提升", "打造"),
)

BRANCH_FEATURE_COMMUNITY_BRAND = Requirement(
    key="branch-feature-community-brand",
    title=Text(
        zh="支部有特色，社区有品牌",
        en="Every party branch has a feature, and the community has a brand",
    ),
    must=all_of(community.featured_branches >= community.party_branches, community.brands >= "1 item"),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八30", evidence=("一支部一特色", "一社区一品牌")),
    wording=("按照",),
    note=Text(
        zh="每个支部至少一个特色，每个社区至少一个品牌。没有写责任部门。",
        en="At least one feature for each branch, and one brand for each community. No office is named.",
    ),
)

ANNUAL_DEMONSTRATION_COMMUNITY_SELECTION = Requirement(
    key="annual-demonstration-community-selection",
    title=Text(zh="每年评一次示范社区", en="Demonstration communities are selected each year"),
    must=street.event_count("demonstration-selection", "year") >= "1 event",
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八30", evidence=("每年评选表彰", "示范社区")),
    wording=("每年评选表彰",),
    note=Text(
        zh="评几个，原文未写。取上一个整年，文件施行前开始的年份不作判断。",
        en="How many are named is not said. The last whole year counts, and a year that began before the document was "
        "in force is not judged.",
    ),
)

# -- 31

ANNUAL_ASSESSMENT_INCLUSION = Requirement(
    key="annual-assessment-inclusion",
    title=Text(zh="治理工作进入两项考核", en="Community governance is part of two assessments"),
    must=street.arrangement("governance-assessment").has_all("annual-target-responsibility", "secretary-review"),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八31", evidence=("年度目标责任制", "述职评议考核")),
    wording=("纳入",),
)

ACCOUNTABILITY_TRIGGERS = Requirement(
    key="accountability-triggers",
    title=Text(zh="社区没有应问责的情形", en="Nothing for which the community is to be held to account"),
    must=community.work_faults.includes_none(*FAULTS),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八31", evidence=("责任落实不到位", "形式主义和官僚主义", "严肃问责")),
    wording=("严肃问责",),
    note=GROUNDS,
)

ACCOUNTABILITY_TRIGGERS_WORKER = Requirement(
    key="accountability-triggers-worker",
    variant_of="accountability-triggers",
    title=Text(zh="个人没有应问责的情形", en="Nothing for which the person is to be held to account"),
    must=worker.work_faults.includes_none(*FAULTS),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八31", evidence=("单位和个人", "严肃问责")),
    wording=("严肃问责",),
    note=GROUNDS,
)

ACCOUNTABILITY_TAKEN = Requirement(
    key="accountability-taken",
    title=Text(zh="有情形的社区已被问责", en="A community with such a ground has been held to account"),
    must=reached(community.held_to_account),
    when=community.work_faults.includes_any(*FAULTS),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八31", evidence=("单位和个人", "严肃问责")),
    wording=("严肃问责",),
    note=NOT_YET_CALLED,
)

ACCOUNTABILITY_TAKEN_WORKER = Requirement(
    key="accountability-taken-worker",
    variant_of="accountability-taken",
    title=Text(zh="有情形的个人已被问责", en="A person with such a ground has been held to account"),
    must=reached(worker.held_to_account),
    when=worker.work_faults.includes_any(*FAULTS),
    modality=Modality.MANDATORY,
    source=HUANGJINLING.clause("八31", evidence=("单位和个人", "严肃问责")),
    wording=("严肃问责",),
    note=NOT_YET_CALLED,
)
