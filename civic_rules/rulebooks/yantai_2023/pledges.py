"""Clause 二(三), measure 15: projects that a community promises in public each year."""

from datetime import date

from civic_rules.expressions import all_of, any_of, choose, done_by, in_last, in_this, not_, reached, subject, within
from civic_rules.indicators import URBAN
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rulebooks.yantai_2023.readings import PLEDGE_YEAR
from civic_rules.rules import Modality, Requirement
from civic_rules.text import Text

community = subject("community")
pledge = subject("pledge")

COMMUNITIES = Text(zh="社区", en="communities")

PLEDGED_LAST_YEAR = community.pledges.where(in_last(pledge.published, "year")).some(pledge.projects >= "1 item")
PLEDGED_THIS_YEAR = community.pledges.where(in_this(pledge.published, "year")).some(pledge.projects >= "1 item")

# Pledges of urban communities, made since the document is in force: nothing was asked of earlier ones.
IS_ASKED = all_of(
    within("community", URBAN),
    reached(pledge.published),
    not_(done_by(pledge.published, day=date(2023, 2, 7))),
)
YEAR_IS_OVER = all_of(IS_ASKED, not_(in_this(pledge.published, "year")))

ANNUAL_PLEDGES = Requirement(
    key="annual-pledges",
    title=Text(zh="每年公开承诺服务项目", en="Projects pledged in public every year"),
    must=choose(
        PLEDGE_YEAR,
        last_full_year=PLEDGED_LAST_YEAR,
        current_year=PLEDGED_THIS_YEAR,
        either_year=any_of(PLEDGED_LAST_YEAR, PLEDGED_THIS_YEAR),
    ),
    when=URBAN,
    modality=Modality.MANDATORY,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-15", evidence=("社区每年", "为民服务项目")),
    covers=("measure-15-project-pledge",),
    wording=("公开承诺", "落实项目承诺"),
    note=Text(
        zh="“一批”没有数量，至少一项即可。按日历年度计，文件施行前开始的年度不作判断。",
        en="The text gives no number of projects: one is enough. Calendar years count, and none that began before the "
        "document was in force.",
    ),
)

PLEDGE_CHANNELS = Requirement(
    key="pledge-channels",
    title=Text(zh="承诺线上线下都公开", en="Pledges made public online and offline"),
    must=pledge.channels.includes_all("online", "offline"),
    when=IS_ASKED,
    modality=Modality.MANDATORY,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-15", evidence=("“线上+线下”",)),
    wording=("公开承诺",),
    note=Text(
        zh="也可理解为征集需求的渠道；按语序取公开的渠道。",
        en="It could be read as the ways of collecting needs. Its place in the sentence speaks for the ways of making "
        "the pledge public.",
    ),
)

PLEDGE_NEEDS_BASIS = Requirement(
    key="pledge-needs-basis",
    title=Text(zh="承诺项目都有居民需求依据", en="Each pledged project rests on a need of residents"),
    must=pledge.projects_by_need / pledge.projects >= "100 %",
    when=IS_ASKED,
    modality=Modality.MANDATORY,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-15", evidence=("围绕居民需求",)),
    wording=("围绕居民需求", "公开承诺"),
    note=Text(
        zh="要求每个项目都有记录在案的居民需求。",
        en="Each project is to have a need of residents on record.",
    ),
)

PLEDGE_SUPERVISION = Requirement(
    key="pledge-supervision",
    title=Text(zh="居民能监督承诺项目", en="Residents can supervise the pledged projects"),
    must=reached(pledge.reported_on),
    when=YEAR_IS_OVER,
    modality=Modality.MANDATORY,
    responsible=(COMMUNITIES,),
    source=YANTAI.clause("二(三)-15", evidence=("接受居民监督",)),
    wording=("接受居民监督",),
    note=Text(
        zh="以公布进展和结果为准；承诺当年结束之后才判断。",
        en="Publication of progress and results is the test. It is asked once the year of the pledge is over.",
    ),
)

PLEDGE_FULFILMENT = Requirement(
    key="pledge-fulfilment",
    title=Text(zh="承诺项目兑现情况", en="Pledged projects carried out"),
    must=pledge.projects_fulfilled / pledge.projects >= "100 %",
    when=YEAR_IS_OVER,
    modality=Modality.REPORTED,
    source=YANTAI.clause("二(三)-15", evidence=("落实项目承诺机制",)),
    wording=("落实项目承诺",),
    note=Text(
        zh="原文没有兑现比例，仅供参考。",
        en="The text asks for no share of projects to be carried out: the figure is for information.",
    ),
)
