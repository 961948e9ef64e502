"""Clause 二(三): who leads, and the four-part structure of a community."""

from datetime import date

from civic_rules.expressions import all_of, either, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
county = subject("county")
community = subject("community")
committee = subject("committee")

CITY_GOVERNMENT = Text(zh="市政府", en="city government")
MUNICIPAL_COMMITTEE = Text(zh="市社区委员会", en="municipal committee")
CIVIL_AFFAIRS_BUREAU = Text(zh="市民政局", en="municipal civil affairs bureau")
COUNTY_GOVERNMENTS = Text(zh="各县（市、区）政府", en="county governments")

IS_GUIDANCE_COMMITTEE = committee.committee_kind.is_("guidance-committee")

HAS_FOUR_PARTS = community.arrangement("four-part-structure").has_all(
    "party-committee", "residents-committee", "management-service-station", "office"
)

CITY_COMMUNITY_COMMITTEE = Requirement(
    key="city-community-committee",
    title=Text(zh="市级社区工作领导机构", en="Municipal community-building committee"),
    must=city.committees.some(IS_GUIDANCE_COMMITTEE),
    modality=Modality.MANDATORY,
    responsible=(CITY_GOVERNMENT,),
    source=YANCHENG.clause("二(三)", evidence=("市成立", "指导委员会")),
    wording=("成立",),
)

CITY_COMMITTEE_FUNCTIONS = Requirement(
    key="city-committee-functions",
    title=Text(zh="市级机构的三项职责", en="Three functions of the municipal committee"),
    must=committee.functions.includes_all("macro-guidance", "work-coordination", "supervision-inspection"),
    when=IS_GUIDANCE_COMMITTEE,
    modality=Modality.MANDATORY,
    responsible=(MUNICIPAL_COMMITTEE,),
    source=YANCHENG.clause("二(三)", evidence=("宏观指导", "工作协调", "督促检查")),
    wording=("负责",),
)

CITY_COMMITTEE_OFFICE = Requirement(
    key="city-committee-office",
    title=Text(zh="办事机构设于民政部门", en="Committee office in the civil affairs bureau"),
    must=all_of(committee.has_office.is_(True), committee.office_host.is_("civil-affairs")),
    when=IS_GUIDANCE_COMMITTEE,
    modality=Modality.MANDATORY,
    responsible=(CIVIL_AFFAIRS_BUREAU,),
    source=YANCHENG.clause("二(三)", evidence=("办公室", "设在市民政局")),
    wording=("下设", "设在"),
)

CITY_COMMITTEE_OFFICE_RESOURCING = Requirement(
    key="city-committee-office-resourcing",
    title=Text(zh="办事机构的人员和经费", en="Staff and money for the committee office"),
    must=all_of(committee.office_staff >= "1 worker", committee.office_budget > "0 CNY / year"),
    when=IS_GUIDANCE_COMMITTEE,
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(三)", evidence=("必要的人员", "经费支持")),
    wording=("给予",),
    note=Text(
        zh="“必要”没有数字：至少一人、经费大于零即为有。",
        en="What is necessary has no figure. One person and some money are taken as enough.",
    ),
)

COUNTY_COORDINATION_BODY = Requirement(
    key="county-coordination-body",
    title=Text(zh="县级协调机构", en="County coordination body"),
    must=county.committees.some(committee.committee_kind.is_("coordination-body")),
    modality=Modality.MANDATORY,
    responsible=(COUNTY_GOVERNMENTS,),
    source=YANCHENG.clause("二(三)", evidence=("各县(市、区)", "指导协调机构")),
    wording=("要相应成立",),
)

FOUR_PART_COMMUNITY_STRUCTURE = Requirement(
    key="four-part-community-structure",
    title=Text(zh="新型体制的四个组成", en="Four-part community structure"),
    must=HAS_FOUR_PARTS,
    modality=Modality.TARGET,
    due=date(2013, 12, 31),
    # Every urban community has it by that day; one rural community in ten may still be without it.
    breach_when=URBAN,
    responsible=(MUNICIPAL_COMMITTEE,),
    source=YANCHENG.clause("二(三)", evidence=("一委一居一站一办", "到2013年底", "全部到位")),
    wording=("加快", "全部到位"),
    note=Text(
        zh="原文未解释四个简称，“办”也未定义，按登记的办公室计。单个农村社区缺失只作提醒，由全市比例约束。",
        en="The text does not spell out the four parts and does not define the office. A single rural community "
        "without them is a warning: the share of the city binds it.",
    ),
)

SYSTEM_REFORM_OUTCOMES = Guidance(
    key="system-reform-outcomes",
    title=Text(
        zh="体制改革的预期成效：领导加强、自治强化、重心下移",
        en="Expected results of the reform: stronger leadership, stronger self-government, work moved downwards",
    ),
    source=YANCHENG.clause("二(三)", evidence=("政府管理重心", "公共资源", "更加和谐稳定")),
    wording=("加快", "保证"),
)

NEW_SYSTEM_COVERAGE_URBAN = Requirement(
    key="new-system-coverage-urban",
    title=Text(zh="城市社区新体制覆盖", en="New system in every urban community"),
    must=either(city.new_system_urban_share, city.all("community").where(URBAN).share(HAS_FOUR_PARTS)) >= "100 %",
    when=either(city.new_system_urban_share >= "0 %", city.all("community").where(URBAN).count() >= "1 community"),
    modality=Modality.TARGET,
    due=date(2013, 12, 31),
    source=YANCHENG.clause("二(三)", evidence=("到2013年底", "城市社区", "全部到位")),
    wording=("全部到位",),
)

NEW_SYSTEM_COVERAGE_RURAL = Requirement(
    key="new-system-coverage-rural",
    title=Text(zh="农村社区新体制覆盖", en="New system in rural communities"),
    must=either(city.new_system_rural_share, city.all("community").where(RURAL).share(HAS_FOUR_PARTS)) >= "90 %",
    when=either(city.new_system_rural_share >= "0 %", city.all("community").where(RURAL).count() >= "1 community"),
    modality=Modality.TARGET,
    due=date(2014, 12, 31),
    source=YANCHENG.clause("二(三)", evidence=("2014年", "90%以上农村社区")),
    wording=("90%以上", "实行"),
    note=Text(
        zh="原文只写2014年，按当年年底到期解读。",
        en="The text names the year 2014 alone. It is read as the end of that year.",
    ),
)
