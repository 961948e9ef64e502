"""Clause 五(二): deliberation."""

from datetime import date

from civic_rules.expressions import Reading, ReadingOption, all_of, choose, done_by, in_order, not_, reached, subject
from civic_rules.rulebooks.huangjinling_2023.departments import PARTY_AFFAIRS, PARTY_BUILDING, SERVICE_CENTRE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")
proposal = subject("proposal")

DELIBERATION_OFFICES = (PARTY_AFFAIRS, PARTY_BUILDING, SERVICE_CENTRE)

OPEN_LIST = Text(zh="列举未尽，所列为最低要求。", en="The list is open, and what it names is the least.")

DELIBERATION_PERIOD = Reading(
    key="deliberation-period",
    title=Text(
        zh="社区协商多久一次才算定期？",
        en="How often is a community to deliberate for it to count as regular?",
    ),
    options=(
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default=None,
    reason=Text(
        zh="原文没有次数，须由使用者按社区自定的间隔选定。",
        en="The text gives no figure. The user has to choose the interval that the community has set itself.",
    ),
)

STREET_DELIBERATION_LIST = Requirement(
    key="street-deliberation-list",
    title=Text(zh="街道的协商清单", en="List of matters on which the street deliberates"),
    must=street.arrangement("deliberation-list").in_place(),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("街道协商清单", "切身利益")),
    wording=("确定",),
)

STREET_DELIBERATION_MECHANISM = Requirement(
    key="street-deliberation-mechanism",
    title=Text(
        zh="街道协商有制度、有主导",
        en="Deliberation of the street has rules, and the party working committee leads it",
    ),
    must=street.arrangement("deliberation-system").has_all("rules", "party-lead"),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("民主协商制度", "议事协商机制")),
    wording=("完善", "健全"),
)

STREET_DELIBERATION_METHODS = Requirement(
    key="street-deliberation-methods",
    title=Text(zh="街道协商的两种会", en="Two kinds of meeting in which the street deliberates"),
    must=street.arrangement("deliberation-methods").has_all("symposium", "hearing"),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("座谈会、听证会",)),
    wording=("完善",),
    note=OPEN_LIST,
)

PARTICIPATION_SYSTEMS = Requirement(
    key="participation-systems",
    title=Text(zh="公众参与的三项制度", en="Three ways in which the public takes part"),
    must=street.arrangement("public-participation").has_all(
        "proposal-collection", "matter-hearing", "meeting-observation"
    ),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("人民建议征集", "重要会议旁听")),
    wording=("推行",),
    note=Text(
        zh="列举未尽。旁听与另一条的列席不同。",
        en="The list is open. To observe a meeting is less than to sit in on it, of which another rule speaks.",
    ),
)

CONGRESS_DEPUTY_OPINION_MECHANISM = Requirement(
    key="congress-deputy-opinion-mechanism",
    title=Text(zh="代表所提意见的处理", en="How opinions that deputies of the people pass on are handled"),
    must=street.arrangement("deputy-opinions").in_place(),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("人大代表", "处理机制")),
    wording=("完善",),
    note=Text(zh="人大代表不限哪一级。", en="Deputies of a congress of any level are meant."),
)

CPPCC_MEMBERS_ATTEND = Requirement(
    key="cppcc-members-attend",
    title=Text(
        zh="政协委员列席街道会议",
        en="Members of the consultative conference sit in on meetings of the street",
    ),
    must=street.arrangement("consultative-members").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("政协委员列席",)),
    wording=("推动",),
    note=Text(zh="哪些会议没有写明。", en="Which meetings is not said."),
)

STREET_OPEN_GOVERNMENT = Requirement(
    key="street-open-government",
    title=Text(zh="街道政务公开", en="Open government of the street"),
    must=street.arrangement("open-government").in_place(),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("政务公开制度",)),
    wording=("全面落实",),
)

PUBLIC_SIT_IN_STREET_MEETINGS = Requirement(
    key="public-sit-in-street-meetings",
    title=Text(zh="公众列席街道会议", en="People sit in on meetings of the street"),
    must=street.arrangement("public-participation").has_all("public-attendance"),
    modality=Modality.ENCOURAGED,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("社会公众列席",)),
    wording=("探索建立",),
)

COMMUNITY_DELIBERATION_MECHANISM = Requirement(
    key="community-deliberation-mechanism",
    title=Text(
        zh="社区协商有程序，范围和内容有扩充", en="Community deliberation by rules, wider and fuller than before"
    ),
    must=community.arrangement("deliberation-system").has_all("procedure", "wider-scope", "fuller-content"),
    # A procedure is there or not; how much wider and fuller has no measure.
    breach_when=not_(community.arrangement("deliberation-system").has_all("procedure")),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("社区协商机制", "规范协商程序")),
    wording=("加强和完善", "规范"),
    note=Text(
        zh="没有程序即违反；范围、内容扩到什么程度没有写明，缺少只作提醒。",
        en="The lack of a procedure is a breach. How wide and full it is to be has no measure, and that lack is a "
        "warning.",
    ),
)

COMMUNITY_DELIBERATION_REGULAR = Requirement(
    key="community-deliberation-regular",
    title=Text(zh="社区定期协商", en="The community deliberates at regular intervals"),
    must=choose(
        DELIBERATION_PERIOD,
        month=community.event_count("resident-consultation", "month") >= "1 event",
        quarter=community.event_count("resident-consultation", "quarter") >= "1 event",
        half_year=community.event_count("resident-consultation", "half-year") >= "1 event",
        year=community.event_count("resident-consultation", "year") >= "1 event",
    ),
    modality=Modality.MANDATORY,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("定期开展民主协商",)),
    wording=("定期开展",),
    note=Text(
        zh="看最近一个已结束的日历周期；文件施行前开始的周期不作判断。",
        en="The last calendar period that is over counts. A period that began before the document was in force is not "
        "judged.",
    ),
)

COMMUNITY_DELIBERATION_FORMS = Requirement(
    key="community-deliberation-forms",
    title=Text(zh="四种协商形式", en="Four forms of deliberation"),
    must=community.arrangement("deliberation-forms").has_all("meeting", "dialogue", "written", "online"),
    modality=Modality.ENCOURAGED,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("会议协商", "网络协商")),
    wording=("推动形成",),
    note=Text(
        zh="列举未尽。四种都能用即可，不要求每次都用全；形式和载体怎样创新没有写明。",
        en="The list is open. All four are at hand; not each deliberation has to use them all. What is new about forms "
        "and occasions is not said.",
    ),
)

DELIBERATION_RESULT_USE = Requirement(
    key="deliberation-result-use",
    title=Text(zh="协商之后结果得到运用", en="The outcome of a deliberation is put to use after it"),
    must=in_order(proposal.discussed, proposal.result_used),
    # What was discussed and used before the document was in force is not judged; what is still to be used is.
    when=all_of(
        reached(proposal.discussed),
        not_(done_by(proposal.discussed, proposal.result_used, day=date(2023, 7, 30))),
    ),
    modality=Modality.ENCOURAGED,
    responsible=DELIBERATION_OFFICES,
    source=HUANGJINLING.clause("五(二)10", evidence=("协商结果运用",)),
    wording=("加强",),
    note=Text(
        zh="已经协商的事项逐件判断，没有期限；文件施行前已协商并运用的不问。",
        en="Each matter that was discussed is judged by itself, and none that was discussed and used before the "
        "document was in force. There is no date.",
    ),
)
