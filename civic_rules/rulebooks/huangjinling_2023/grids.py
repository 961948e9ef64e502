"""Clause 五(四)14: grids, with their leaders, workers, functions and handling chain."""

from datetime import date

from civic_rules.expressions import (
    Reading,
    ReadingOption,
    all_of,
    choose,
    either,
    in_order,
    largest,
    not_,
    reached,
    round_up,
    smallest,
    subject,
    within,
)
from civic_rules.rulebooks.huangjinling_2023.departments import SOCIAL_GOVERNANCE
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
grid = subject("grid")
whistle = subject("whistle_case")

GRID_KINDS = Reading(
    key="grid-kinds",
    title=Text(
        zh="并入一张网的各类网格，是点名的六类，还是一类不剩？",
        en="Are the grids that go into the one network the six kinds that are named, or all that there are?",
    ),
    options=(
        ReadingOption(key="named", title=Text(zh="点名的六类", en="the six kinds that are named")),
        ReadingOption(key="every", title=Text(zh="所有类别", en="every kind")),
    ),
    default="named",
    reason=Text(
        zh="“等”之后还有哪些没有写，只能以点名的为最低要求；但“各类”和“一张网”也可理解为不留其他网格。",
        en="What else the open list means is not written, so what it names is the least. It can be read as leaving "
        "no other grid beside the one network.",
    ),
)

GRID_HOUSEHOLDS = Reading(
    key="grid-households",
    title=Text(
        zh="每150户按常住户数计，还是可以按总户数计？",
        en="Are the 150 households those that live there permanently, or may all households be counted?",
    ),
    options=(
        ReadingOption(key="permanent", title=Text(zh="常住户数", en="permanent households")),
        ReadingOption(key="all", title=Text(zh="总户数", en="all households")),
    ),
    default="permanent",
    reason=Text(
        zh="原文写的是常住户，空置的和人不在的不算。常住户不会多于总户数，所以按总户数已配足的，不知道常住户数也算达标；"
        "只登记总户数的，可取后一种。",
        en="The text says permanent, which leaves out homes where nobody lives. There are never more of them than "
        "households, so workers who are enough for all are enough although the number is not known. Who records all "
        "households alone can take the other option.",
    ),
)

GRID_WORKER_LEVEL = Reading(
    key="grid-worker-level",
    title=Text(
        zh="每150户一名网格员，按每个网格算还是按社区合计？",
        en="Is one worker for each 150 households a figure of every grid, or of all grids of a community together?",
    ),
    options=(
        ReadingOption(key="grid", title=Text(zh="每个网格", en="every grid")),
        ReadingOption(key="community", title=Text(zh="社区合计", en="the community as a whole")),
    ),
    default="grid",
    reason=Text(
        zh="这一句从“每个网格”说起，网格长也按每个网格配备。",
        en="The sentence opens with every grid, and its leaders are those of every grid too.",
    ),
)

GRID_WORKER_ROUNDING = Reading(
    key="grid-worker-rounding",
    title=Text(
        zh="不满150户的部分要不要配网格员？",
        en="Is a worker due for a rest of fewer than 150 households?",
    ),
    options=(
        ReadingOption(key="begun", title=Text(zh="要，零数向上取整", en="yes: the number is rounded up")),
        ReadingOption(key="full", title=Text(zh="不要，只算满150户的", en="no: only full 150 households count")),
    ),
    default="begun",
    reason=Text(
        zh="原文要求责任到人，零数的住户也要有人负责；人数只能取整。",
        en="Somebody is to answer for every section, and so for the rest as well. Heads come in whole ones.",
    ),
)

CHAIN_SCOPE = Reading(
    key="grid-chain-scope",
    title=Text(
        zh="四步流程适用于哪些事项？",
        en="Which matters have to go through the four steps?",
    ),
    options=(
        ReadingOption(
            key="beyond-community",
            title=Text(zh="社区自己解决不了的事项", en="those that the community cannot settle by itself"),
        ),
        ReadingOption(key="every", title=Text(zh="登记在册的每件事项", en="every matter on record")),
    ),
    default="beyond-community",
    reason=Text(
        zh="社区自己能解决的，不必由街道吹哨；原文没有写明。",
        en="What the community settles by itself needs no call of the street. The text does not say.",
    ),
)

SIX_GRIDS = (
    "party-building",
    "comprehensive-governance",
    "civil-affairs",
    "urban-management",
    "petitions",
    "emergency-management",
)

# Permanent households are at most as many as there are households. One of these can be known without the other.
HOUSEHOLDS = choose(
    GRID_HOUSEHOLDS,
    permanent=either(grid.permanent_households, smallest(grid.permanent_households, grid.households)),
    all=grid.households,
)
POOLED_HOUSEHOLDS = choose(
    GRID_HOUSEHOLDS,
    permanent=either(
        community.permanent_households,
        smallest(community.permanent_households, community.households),
        community.grids.total(either(grid.permanent_households, smallest(grid.permanent_households, grid.households))),
    ),
    all=either(community.households, community.grids.total(grid.households)),
)

# Workers of all grids of a community, and what the households call for.
POOLED_WORKERS = either(community.grid_coordinators, community.grids.total(grid.grid_coordinators))

# Nothing was asked of matters that were settled, or of calls that were made, before the document was in force.
SETTLED_BEFORE = whistle.settled.done_by(date(2023, 7, 30))
CALLED_BEFORE = whistle.whistled.done_by(date(2023, 7, 30))

ONE_FOR_150 = "1 grid_coordinator / (150 household)"

WORKERS_DUE = choose(
    GRID_WORKER_ROUNDING,
    begun=round_up(HOUSEHOLDS * ONE_FOR_150),
    # 149 less, and then rounded up, is the number of full 150: none where there are fewer.
    full=round_up((HOUSEHOLDS - "149 household") * ONE_FOR_150),
)
POOLED_WORKERS_DUE = choose(
    GRID_WORKER_ROUNDING,
    begun=round_up(POOLED_HOUSEHOLDS * ONE_FOR_150),
    full=round_up((POOLED_HOUSEHOLDS - "149 household") * ONE_FOR_150),
)

COMMUNITY_GRIDS = Requirement(
    key="community-grids",
    title=Text(zh="社区设有网格", en="The community has grids"),
    must=either(community.arrangement("grid-service").in_place(), community.grids.count() >= "1 grid"),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("合理设置社区网格",)),
    wording=("设置",),
    note=Text(
        zh="网格多大、多少才算合理，原文没有写。",
        en="How large and how many they are to be is not said.",
    ),
)

ONE_GRID_NETWORK = Requirement(
    key="one-grid-network",
    title=Text(zh="六类网格并成一张网", en="Six kinds of grid merged into one network"),
    must=all_of(
        community.arrangement("one-grid-network").in_place(),
        choose(
            GRID_KINDS,
            named=community.separate_grids.includes_none(*SIX_GRIDS),
            every=community.separate_grids.includes_none(*SIX_GRIDS, "other"),
        ),
    ),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("各类网格", "一张网")),
    wording=("整合",),
    note=Text(
        zh="有一张网，且六类都不再单设网格。",
        en="There is one network, and none of the six stands beside it.",
    ),
)

FIVE_UNIFICATIONS = Requirement(
    key="five-unifications",
    title=Text(zh="网格的五个统一", en="Five things that are one for all grids"),
    must=community.arrangement("one-grid-network").has_all(
        "division", "resources", "staffing", "information", "service-standard"
    ),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("网格统一划分", "服务统一标准")),
    wording=("整合", "做到"),
)

GRID_LEADER_PER_GRID = Requirement(
    key="grid-leader-per-grid",
    title=Text(zh="每个网格的网格长", en="A leader for every grid"),
    must=grid.grid_leaders >= "1 grid_leader",
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("至少配备1名", "网格长")),
    wording=("至少配备",),
    note=Text(
        zh="一人能否兼任两个网格的网格长，原文没有写，这里不作判断。",
        en="Whether one person may lead two grids is not said, and not judged here.",
    ),
)

GRID_WORKER_PER_150_HOUSEHOLDS = Requirement(
    key="grid-worker-per-150-households",
    title=Text(zh="每150户的网格员", en="Grid workers for each 150 permanent households"),
    must=choose(
        GRID_WORKER_LEVEL,
        grid=grid.grid_coordinators >= WORKERS_DUE,
        community=within("community", POOLED_WORKERS >= POOLED_WORKERS_DUE),
    ),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("每150户常住居民", "1名网格员")),
    wording=("配备",),
    note=Text(
        zh="按户计，不按人口；多配不算违反，网格长不算网格员。",
        en="Households count, not people. More workers break nothing, and a leader is no worker.",
    ),
)

GRID_WORKER_PER_150_HOUSEHOLDS_COMMUNITY = Requirement(
    key="grid-worker-per-150-households-community",
    variant_of="grid-worker-per-150-households",
    title=Text(zh="本社区合计的网格员", en="Grid workers of the community as a whole"),
    must=POOLED_WORKERS >= POOLED_WORKERS_DUE,
    modality=Modality.REPORTED,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("每150户常住居民", "1名网格员")),
    wording=("配备",),
    note=Text(
        zh="社区合计的情况，仅供参考；配备按网格判断。",
        en="How the community stands as a whole, for information. The grids are judged.",
    ),
)

GRID_PEOPLE_STRENGTHENED = Guidance(
    key="grid-people-strengthened",
    title=Text(zh="以下沉人员充实网格", en="People sent down strengthen the grids"),
    source=HUANGJINLING.clause("五(四)14", evidence=("人员下沉", "充实人员力量")),
    wording=("加强", "充实"),
    note=Text(
        zh="没有人数；网格长和网格员的人数另有规定。",
        en="No number is given. How many leaders and workers there are to be is said apart.",
    ),
)

GRID_AREA_RESPONSIBILITY = Requirement(
    key="grid-area-responsibility",
    title=Text(zh="每个片区有责任人", en="Somebody answers for every section of the grid"),
    must=grid.assigned_sections >= largest(grid.sections, "1 section"),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("分片负责", "责任到人")),
    wording=("实行",),
    note=Text(
        zh="没有再分片的网格，整个网格算一片。",
        en="A grid that is not divided is one section.",
    ),
)

PARTY_ORG_IN_GRID = Requirement(
    key="party-org-in-grid",
    title=Text(zh="网格有党组织", en="Party organisation of the grid"),
    must=grid.has_party_organisation.is_(True),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("党组织建在网格",)),
    wording=("建在",),
    note=Text(
        zh="支部、党小组都算；党员的作用没有标准。",
        en="A branch or a group will do. What party members are to bring about has no measure.",
    ),
)

GRID_FIVE_FUNCTIONS = Requirement(
    key="grid-five-functions",
    title=Text(zh="网格里做的五件事", en="Five things that are done in a grid"),
    must=grid.functions.includes_all(
        "demand-discovery",
        "information-collection",
        "hazard-screening",
        "environment-upkeep",
        "service-delivery",
    ),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("需求在网格发现", "服务在网格开展")),
    wording=("做到",),
)

GRID_HANDLING_CHAIN = Requirement(
    key="grid-handling-chain",
    title=Text(
        zh="先发现，再收集，再吹哨，最后协同处置",
        en="Found in the grid, taken down by the community, called by the street, handled together",
    ),
    must=in_order(whistle.discovered, whistle.collected, whistle.whistled, whistle.answered, whistle.settled),
    when=choose(
        CHAIN_SCOPE,
        beyond_community=all_of(whistle.exceeds_community.is_(True), not_(SETTLED_BEFORE)),
        every=not_(SETTLED_BEFORE),
    ),
    # A matter that is still on its way has not yet left out a step.
    breach_when=reached(whistle.settled),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("网格发现", "街道吹哨", "协同处置")),
    wording=("健全完善",),
    note=Text(
        zh="协同处置看两天：各方到场，事情办结。每步没有时限，尚未办结的事项只作提醒；同一天完成多步视为有序。文件施行前已办结的"
        "不问；由谁发现、由谁吹哨另行判断。",
        en="The fourth step has two days: others come, and the matter is settled. No step has a time limit, so that a "
        "matter not settled yet is a warning. Steps on one day are in order. None that was settled before the document "
        "was in force is judged. Who finds and who calls is a rule of its own.",
    ),
)

GRID_HANDLING_CHAIN_PARTIES = Requirement(
    key="grid-handling-chain-parties",
    title=Text(zh="由网格发现，由街道吹哨", en="It is the grid that finds, and the street that calls"),
    must=all_of(whistle.discovered_by.is_("grid"), whistle.whistled_by.is_("street")),
    when=choose(
        CHAIN_SCOPE,
        beyond_community=all_of(whistle.exceeds_community.is_(True), reached(whistle.whistled), not_(CALLED_BEFORE)),
        every=all_of(reached(whistle.whistled), not_(CALLED_BEFORE)),
    ),
    # Others may come upon a problem too; the call is the street's.
    breach_when=not_(whistle.whistled_by.is_("street")),
    modality=Modality.MANDATORY,
    responsible=(SOCIAL_GOVERNANCE,),
    source=HUANGJINLING.clause("五(四)14", evidence=("网格发现", "街道吹哨")),
    wording=("健全完善",),
    note=Text(
        zh="只问文件施行之日及以后吹哨的事项。原文没有排除他人发现的问题，不是网格发现的只作提醒；不是街道吹的哨即违反。",
        en="It is asked of matters for which somebody called since the document is in force. A problem that others "
        "find is not ruled out and is a warning. A call that was not the street's is a breach.",
    ),
)
