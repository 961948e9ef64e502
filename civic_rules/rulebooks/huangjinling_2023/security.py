"""Clause 五(四)13: public security."""

from civic_rules.expressions import Reading, ReadingOption, choose, either, subject, tally
from civic_rules.rulebooks.huangjinling_2023.departments import SOCIAL_GOVERNANCE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

street = subject("street")
community = subject("community")

THREE_ZERO_PERIOD = Reading(
    key="three-zero-period",
    title=Text(
        zh="零上访、零事故、零案件按多长的时间计？",
        en="Over which period may there be no petition, accident or case?",
    ),
    options=(
        ReadingOption(key="year", title=Text(zh="一个日历年", en="a calendar year")),
        ReadingOption(key="quarter", title=Text(zh="一个季度", en="a quarter")),
        ReadingOption(key="month", title=Text(zh="一个月", en="a month")),
    ),
    default="year",
    reason=Text(
        zh="原文没有写明；同一文件的示范社区按年评选，这里也取一年。",
        en="The text does not say. The document chooses its model communities every year, so a year is taken.",
    ),
)

LAST_PERIOD = Text(
    zh="三个零是创建要达到的状态，只问参加创建的社区，不是每个社区的义务。看最近一个已结束的周期；哪些算在内原文没有界定，"
    "以登记为准：事项记录里没有的，即为没有。",
    en="The three zeros are what the programme wants to reach: they are asked only of communities in it, and are no "
    "duty of every community. The last period that is over counts. What counts is not defined: it is what is on record "
    "as such. A record of events without any says that there was none.",
)

IN_THREE_ZERO = community.is_in_three_zero_programme.is_(True)

GOVERNANCE_THREE_PART_SYSTEM = Requirement(
    key="governance-three-part-system",
    title=Text(zh="中心、网格、信息三部分的体系", en="System of a centre, grids and information"),
    must=street.arrangement("security-system").has_all("governance-centre", "grids", "information"),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("综治中心+网格化", "信息化")),
    wording=("健全完善",),
)

TWO_LEVEL_GOVERNANCE_CENTRES = Requirement(
    key="two-level-governance-centres",
    title=Text(zh="街道综治中心规范化", en="The street's governance centre is run to a standard"),
    must=street.arrangement("governance-centre").has_all("to-standard"),
    modality=Modality.ENCOURAGED,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("两级综治中心",)),
    wording=("推进",),
    note=Text(
        zh="两级各自判断；规范化的标准没有写明。",
        en="Each of the two levels is judged by itself. The standard is not given.",
    ),
)

TWO_LEVEL_GOVERNANCE_CENTRES_COMMUNITY = Requirement(
    key="two-level-governance-centres-community",
    variant_of="two-level-governance-centres",
    title=Text(zh="社区综治中心规范化", en="The community's governance centre is run to a standard"),
    must=community.arrangement("governance-centre").has_all("to-standard"),
    modality=Modality.ENCOURAGED,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("两级综治中心",)),
    wording=("推进",),
    note=Text(
        zh="两级各自判断；规范化的标准没有写明。",
        en="Each of the two levels is judged by itself. The standard is not given.",
    ),
)

CENTRE_TRIBUNAL_LINK = Requirement(
    key="centre-tribunal-link",
    title=Text(zh="综治中心与法庭对接", en="The governance centre and the tribunal work together"),
    must=street.arrangement("governance-centre").has_all("tribunal-link"),
    modality=Modality.ENCOURAGED,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("人民法庭",)),
    wording=("加强",),
)

THREE_ZERO_PROGRAMME = Requirement(
    key="three-zero-programme",
    title=Text(zh="开展三零社区创建", en="Programme of three-zero communities"),
    must=street.arrangement("three-zero-programme").in_place(),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("零上访零事故零案件", "创建工作")),
    wording=("开展",),
    note=Text(
        zh="要开展的是创建工作，由街道开展；三个零是它要达到的状态，另行判断。多少社区参加没有写明。",
        en="The programme is what is to be run, by the street. The three zeros are what it wants to reach, and are "
        "judged by themselves. How many communities take part is not said.",
    ),
)

ZERO_UPWARD_PETITION = Requirement(
    key="zero-upward-petition",
    title=Text(zh="三零社区：没有上访", en="Three-zero community: no petition taken to a higher level"),
    must=choose(
        THREE_ZERO_PERIOD,
        year=community.event_count("escalated-petition", "year") <= "0 event",
        quarter=community.event_count("escalated-petition", "quarter") <= "0 event",
        month=community.event_count("escalated-petition", "month") <= "0 event",
    ),
    when=IN_THREE_ZERO,
    modality=Modality.TARGET,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("零上访",)),
    wording=("创建",),
    note=LAST_PERIOD,
)

ZERO_ACCIDENT = Requirement(
    key="zero-accident",
    title=Text(zh="三零社区：没有事故", en="Three-zero community: no accident"),
    must=choose(
        THREE_ZERO_PERIOD,
        year=community.event_count("accident", "year") <= "0 event",
        quarter=community.event_count("accident", "quarter") <= "0 event",
        month=community.event_count("accident", "month") <= "0 event",
    ),
    when=IN_THREE_ZERO,
    modality=Modality.TARGET,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("零事故",)),
    wording=("创建",),
    note=LAST_PERIOD,
)

ZERO_CASE = Requirement(
    key="zero-case",
    title=Text(zh="三零社区：没有案件", en="Three-zero community: no case of crime or public order"),
    must=choose(
        THREE_ZERO_PERIOD,
        year=community.event_count("police-case", "year") <= "0 event",
        quarter=community.event_count("police-case", "quarter") <= "0 event",
        month=community.event_count("police-case", "month") <= "0 event",
    ),
    when=IN_THREE_ZERO,
    modality=Modality.TARGET,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("零案件",)),
    wording=("创建",),
    note=LAST_PERIOD,
)

ONE_COMMUNITY_POLICE_LAWYER_MEDIATORS = Requirement(
    key="one-community-police-lawyer-mediators",
    title=Text(
        zh="一名民警、一名法律顾问、一支民调队",
        en="A police officer, a legal adviser and a team of mediators for each community",
    ),
    must=tally(
        community.police_officers >= "1 police_officer",
        either(
            community.legal_advisers >= "1 legal_adviser",
            community.arrangement("professional-staff").has_all("legal-adviser"),
        ),
        community.mediation_teams >= "1 mediation_team",
    )
    >= "3 item",
    modality=Modality.ENCOURAGED,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("一居一警", "一支民调员队伍")),
    wording=("深化",),
    note=Text(
        zh="“居”指居委会辖区，即本社区，不是警务区。每个“一”按至少一个理解。",
        en="The area is that of the residents' committee, which is the community, not a police area. One is read as at "
        "least one.",
    ),
)

ONE_STOP_DISPUTE_RESOLUTION = Requirement(
    key="one-stop-dispute-resolution",
    title=Text(zh="纠纷一站解决", en="Disputes settled at one stop, in several ways"),
    must=street.arrangement("one-stop-disputes").in_place(),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("一站式多元化",)),
    wording=("健全",),
)

DISPUTE_SCREENING_CAMPAIGN = Requirement(
    key="dispute-screening-campaign",
    title=Text(zh="矛盾、命案与平安社区三项行动", en="Campaigns on disputes and homicide, and for safe communities"),
    must=street.arrangement("security-campaigns").has_all(
        "dispute-screening", "homicide-prevention", "smart-safe-community"
    ),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)13", evidence=("命案防范", "智慧平安社区")),
    wording=("实施", "开展"),
    note=Text(
        zh="列举未尽，三项为最低要求；没有次数。",
        en="The list is open, and these three are the least. How often is not said.",
    ),
)
