"""Clause 四(一): party organisations from the street down to the stairwell, and what they lead."""

from datetime import date

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    either,
    in_order,
    not_,
    reached,
    subject,
)
from civic_rules.rulebooks.huangjinling_2023.departments import PARTY_AFFAIRS, PARTY_BUILDING
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
matter = subject("major_matter")
organisation = subject("social_organisation")
street = subject("street")
worker = subject("worker")

CHAIN = street.arrangement("party-organisation-chain")

SITS_IN_BOTH = all_of(
    any_of(
        worker.role.is_("party-secretary", "party-organisation-member"),
        worker.other_posts.includes_any("party-organisation-member"),
    ),
    any_of(
        worker.role.is_("committee-member"),
        worker.other_posts.includes_any("committee-head", "committee-member"),
    ),
)
"""The person belongs to the party organisation and to the residents' committee, whichever post is listed first."""

# Matters decided since the document is in force: nothing was asked of earlier ones.
IS_DECIDED = all_of(reached(matter.decided), not_(matter.decided.done_by(date(2023, 7, 30))))

LOWEST_PARTY_LEVEL = Reading(
    key="lowest-party-level",
    title=Text(
        zh="小区一级要党支部和党小组都有，还是有一种即可？",
        en="Does a compound have to have a party branch and party groups, or is either enough?",
    ),
    options=(
        ReadingOption(key="both", title=Text(zh="支部和小组都有", en="both a branch and groups")),
        ReadingOption(key="either", title=Text(zh="有支部或小组即可", en="a branch or a group")),
    ),
    default="both",
    reason=Text(
        zh="原文此处脱字，级数不明；列出的四个名称都要有。",
        en="Characters are lost in the text, and with them the number of levels. It names four, and all are taken.",
    ),
)

PARTY_ORGANISATION_CHAIN = Requirement(
    key="party-organisation-chain",
    title=Text(zh="从街道到党小组的组织链条", en="Chain of party organisations from the street to the party group"),
    must=choose(
        LOWEST_PARTY_LEVEL,
        both=CHAIN.has_all(
            "street-working-committee", "community-branch-or-committee", "compound-branch", "party-group"
        ),
        either=all_of(
            CHAIN.has_all("street-working-committee", "community-branch-or-committee"),
            CHAIN.has_any("compound-branch", "party-group"),
        ),
    ),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("小区党支部", "社区党总支(党委)")),
    wording=("全面推进",),
    note=Text(
        zh="社区一级总支或党委都可以。各级有多大比例须建成，原文未写。",
        en="In a community a general branch will do, and so will a committee. What share of them has to be there is "
        "not said.",
    ),
)

PARTY_ORG_DOWN_TO_BUILDING = Requirement(
    key="party-org-down-to-building",
    title=Text(
        zh="党组织延伸到三种居住单位",
        en="Party organisations or groups reach compounds, buildings and stairwells",
    ),
    must=community.arrangement("party-organisation-reach").has_all("compound", "building", "stairwell"),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("小区、楼栋(楼院)", "单元")),
    wording=("全面推进", "建到"),
    note=Text(
        zh="承接前句的推进，没有覆盖率：每一种都已延伸到即可，不要求每栋每单元都有。",
        en="It leans on the verb before it and gives no coverage: each of the three kinds has to be reached, not each "
        "building and each stairwell.",
    ),
)

PARTY_GROUP_SETTING_INNOVATION = Guidance(
    key="party-group-setting-innovation",
    title=Text(zh="党小组的设置因社区而异", en="Each community sets up its party groups as suits it"),
    source=HUANGJINLING.clause("四(一)1", evidence=("创新党小组设置", "组织覆盖")),
    wording=("创新", "不断扩大"),
)

FIVE_STAR_BRANCH_PROGRAMME = Requirement(
    key="five-star-branch-programme",
    title=Text(zh="党支部五星创建", en="Five-star programme of party branches"),
    must=street.arrangement("five-star-branches").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("“五星”党支部", "标准化规范化")),
    wording=("深化",),
    note=Text(
        zh="五星指什么，原文未写。它是深化支部建设的抓手，随之属于提倡。",
        en="What the five stars are is not said. The programme is the handle by which branches are made better, and as "
        "strong as that verb.",
    ),
)

PARTY_BUILDING_DEMONSTRATION_POINTS = Requirement(
    key="party-building-demonstration-points",
    title=Text(zh="创建党建示范点", en="Demonstration points of party building"),
    must=street.arrangement("party-demonstration-points").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("基层党建示范点创建",)),
    wording=("开展",),
    note=Text(
        zh="与五星创建同句而动词不同，单独判断。没有数量。",
        en="It stands beside the five-star programme with a verb of its own, and is judged by itself. There is no "
        "number.",
    ),
)

QUARTERLY_PARTY_BUILDING_OBSERVATION = Requirement(
    key="quarterly-party-building-observation",
    title=Text(zh="每季度一次党建观摩", en="An observation visit on party building every quarter"),
    must=street.event_count("party-building-observation", "quarter") >= "1 event",
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("季度观摩",)),
    wording=("开展",),
    note=Text(
        zh="看最近一个已结束的季度。由谁组织原文未写，按街道判断。",
        en="The last quarter that is over counts. Who holds it is not said: the street is judged.",
    ),
)

WEAK_PARTY_ORG_RECTIFICATION = Requirement(
    key="weak-party-org-rectification",
    title=Text(
        zh="软弱涣散的党组织都在整顿",
        en="Every weak and lax party organisation is being put in order",
    ),
    must=street.weak_party_organisations_in_rectification / street.weak_party_organisations >= "100 %",
    when=street.weak_party_organisations >= "1 party_organisation",
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)1", evidence=("常态化整顿", "软弱涣散")),
    wording=("常态化整顿",),
    note=Text(
        zh="没有软弱涣散党组织的街道不问。100%是“凡有必整”的意思，原文没有百分数。",
        en="A street without such an organisation is not asked. The text has no percentage: 100 % says that none is "
        "left out.",
    ),
)

STREET_COMMITTEE_PROCEDURE_RULES = Requirement(
    key="street-committee-procedure-rules",
    title=Text(
        zh="党工委议事和决策的规矩",
        en="How the party working committee deliberates and decides is laid down",
    ),
    must=street.arrangement("working-committee-procedure").has_all("rules-of-procedure", "decision-procedure"),
    modality=Modality.MANDATORY,
    responsible=(PARTY_AFFAIRS, PARTY_BUILDING),
    source=HUANGJINLING.clause("四(一)2", evidence=("议事规则", "决策程序")),
    wording=("完善",),
)

PARTY_DISCUSSION_BEFORE_DECISION = Requirement(
    key="party-discussion-before-decision",
    title=Text(
        zh="大事先经党组织研究再决定",
        en="The party organisation discusses major matters before they are decided",
    ),
    must=in_order(matter.discussed, matter.decided),
    when=IS_DECIDED,
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_AFFAIRS, PARTY_BUILDING),
    source=HUANGJINLING.clause("四(一)2", evidence=("重要事项、重大问题", "按程序决定")),
    wording=("推动", "都由"),
    note=Text(
        zh="哪些事项算重大，原文未写：只看登记为重大、文件施行之日及以后决定的事项。同日完成两步视为有序。",
        en="Which matters are major is not said: those on record as such are judged, once they are decided, and none "
        "that was decided before the document was in force. Both steps on one day are in order.",
    ),
)

UNIFIED_PARTY_LEADERSHIP = Guidance(
    key="unified-party-leadership",
    title=Text(
        zh="街道和社区党组织领导各类组织和工作",
        en="The party organisations of street and community lead all organisations and work",
    ),
    source=HUANGJINLING.clause("四(一)2", evidence=("统一领导",)),
    wording=("加强",),
)

SECRETARY_DOUBLES_AS_DIRECTOR = Requirement(
    key="secretary-doubles-as-director",
    title=Text(zh="书记依法兼任居委会主任", en="The party secretary lawfully heads the residents' committee too"),
    must=all_of(worker.other_posts.includes_all("committee-head"), worker.is_lawfully_appointed.is_(True)),
    when=worker.role.is_("party-secretary"),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("社区党组织书记", "法定程序", "社区委员会主任")),
    wording=("积极推行",),
    note=Text(
        zh="原文“社区委员会”按社区居民委员会理解。兼任须经法定程序。",
        en="The committee named in the text is read as the residents' committee. The post has to come by the procedure "
        "of the law.",
    ),
)

TWO_COMMITTEE_CROSS_APPOINTMENT = Requirement(
    key="two-committee-cross-appointment",
    title=Text(
        zh="党组织与居委会成员交叉任职",
        en="Members who sit both in the party organisation and in the residents' committee",
    ),
    must=either(community.cross_appointed_members > "0 committee_member", community.staff.some(SITS_IN_BOTH)),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("班子成员交叉任职",)),
    wording=("积极推行",),
    note=Text(
        zh="没有比例，有一人即可；书记兼主任也算。",
        en="No share is given: one person is enough, and a secretary who heads the committee counts.",
    ),
)

PARTY_RECOMMENDED_ORG_LEADERS = Requirement(
    key="party-recommended-org-leaders",
    title=Text(zh="党组织推荐的人选任组织负责人", en="Candidates of the party organisation head organisations"),
    must=community.arrangement("party-recommended-leaders").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("各类组织负责人",)),
    wording=("注重",),
    note=Text(zh="没有数量，须经一定程序。", en="There is no number. A procedure has to be kept."),
)

PARTY_CLAUSE_IN_CHARTERS = Requirement(
    key="party-clause-in-charters",
    title=Text(zh="章程中有党的领导和党建", en="The charter speaks of the party's lead and of party building"),
    must=organisation.has_party_clause.is_(True),
    when=organisation.has_charter.is_(True),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("依法写入", "各类组织章程")),
    wording=("推动", "依法写入"),
    note=Text(
        zh="原文指各类组织，这里逐个判断社会组织。没有章程的不问。",
        en="The text means organisations of every kind. Social organisations are judged here one by one, and those "
        "without a charter are not asked.",
    ),
)

ORGS_REPORT_TO_PARTY_PERIODICALLY = Requirement(
    key="orgs-report-to-party-periodically",
    title=Text(zh="各类组织向党组织报告工作的制度", en="Organisations report on their work to the party organisation"),
    must=community.arrangement("periodic-reports-to-party").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("定期报告工作",)),
    wording=("探索建立",),
    note=Text(
        zh="多久报告一次，原文未写，只看有无制度；由哪一级建立也未写，按社区判断。",
        en="How often is not said: only the system itself is asked for. Nor is the level, and the community is judged.",
    ),
)

ORGS_ANNUAL_DUTY_REPORT = Requirement(
    key="orgs-annual-duty-report",
    title=Text(
        zh="组织每年向党组织述职",
        en="An organisation reports on its duty to the party organisation every year",
    ),
    must=organisation.event_count("duty-report-to-party", "year") >= "1 event",
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(一)3", evidence=("年度述职",)),
    wording=("探索建立", "进行"),
    note=Text(
        zh="看上一个完整年度。原文指各类组织，这里逐个判断社会组织。",
        en="The last full year counts. The text means organisations of every kind: social organisations are judged "
        "here one by one.",
    ),
)
