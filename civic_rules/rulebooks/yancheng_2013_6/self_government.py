"""Clause 二(四), first part: self-government of residents."""

from datetime import date

from civic_rules.expressions import all_of, any_of, choose, either, in_order, not_, reached, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rulebooks.yancheng_2013_6.readings import ATTAINMENT_RATE_SCOPE, END_OF_2015
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
deliberation = subject("deliberation")

# The document sets the four discussions up: nothing was asked of what was resolved before.
RESOLVED_BEFORE = deliberation.resolved.done_by(date(2013, 1, 15))

MEETS_STANDARD = community.meets_autonomy_standard.is_(True)

THREE_INTERACTION_MECHANISMS = Guidance(
    key="three-interaction-mechanisms",
    title=Text(
        zh="政府与社会互联、互补、互动的三种机制",
        en="Three ways in which government and society work together",
    ),
    source=YANCHENG.clause("二(四)-自治", evidence=("社会协商机制", "社区自治功能", "社会参与力量")),
    wording=("建立和完善",),
)

FOUR_DISCUSSIONS_FOUR_MEETINGS_SYSTEM = Requirement(
    key="four-discussions-four-meetings-system",
    title=Text(zh="议事制度已建立", en="System of four discussions and four meetings set up"),
    must=community.arrangement("four-discussions-four-meetings").in_place(),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(四)-自治", evidence=("四议四会",)),
    wording=("建立",),
    note=Text(
        zh="以“四议”已实行为准；“四会”只是推广，缺项另作提醒。原文不要求成文。",
        en="What counts is that the four discussions are in use. The four meetings are only promoted and are "
        "judged by themselves. A written form is not asked for.",
    ),
)

FOUR_DISCUSSIONS_SEQUENCE = Requirement(
    key="four-discussions-sequence",
    title=Text(zh="四步决策顺序", en="Four-step decision sequence"),
    must=in_order(deliberation.proposed, deliberation.studied, deliberation.consulted, deliberation.resolved),
    when=not_(RESOLVED_BEFORE),
    modality=Modality.MANDATORY,
    # A matter that is still on its way has not yet left out a step.
    breach_when=reached(deliberation.resolved),
    source=YANCHENG.clause("二(四)-自治", evidence=("提议", "党组织研议", "商议", "会议决议")),
    wording=("实行",),
    note=Text(
        zh="同一天完成多步视为有序。哪些事项须走程序，原文未写：只看已登记的事项，文件施行前已决议的不问。尚未决议的事项只作提醒。",
        en="Steps on one day are in order. Which matters must go through them is not said: those on record are "
        "judged, and none that was resolved before the document set the procedure up. A matter without a resolution "
        "yet is a warning.",
    ),
)

RESOLUTION_BODY = Requirement(
    key="resolution-body",
    title=Text(zh="决议主体资格", en="Who may take the resolution"),
    must=deliberation.resolved_by.is_(
        "residents-assembly",
        "residents-representative-assembly",
        "villagers-assembly",
        "villagers-representative-assembly",
    ),
    when=all_of(reached(deliberation.resolved), not_(RESOLVED_BEFORE)),
    modality=Modality.MANDATORY,
    source=YANCHENG.clause("二(四)-自治", evidence=("会议或代表会议",)),
    wording=("实行",),
    note=Text(
        zh="到会人数和多数要求不在文中，此处不查。",
        en="Quorum and majority are not in the text and are not judged.",
    ),
)

FOUR_MEETINGS = Requirement(
    key="four-meetings",
    title=Text(zh="四种参与会议", en="Four participation meetings"),
    must=community.arrangement("participation-meetings").has_all(
        "supervision-audit", "decision-hearing", "affairs-coordination", "public-sentiment-talk"
    ),
    modality=Modality.ENCOURAGED,
    source=YANCHENG.clause("二(四)-自治", evidence=("民情恳谈会", "决策听证会", "事务协调会", "监督审计会")),
    wording=("推广",),
    note=Text(
        zh="四种为最低组合，可以增加；原文未定次数。",
        en="The four are the least set and others may be added. How often they meet is not said.",
    ),
)

OPEN_PARTICIPATION_FRAMEWORK = Guidance(
    key="open-participation-framework",
    title=Text(zh="开放、参与、互动的自治框架", en="Open, participatory and interactive self-government"),
    source=YANCHENG.clause("二(四)-自治", evidence=("开放式、参与式、互动式",)),
    wording=("全面建立",),
)

AUTONOMY_ATTAINMENT_RATE = Requirement(
    key="autonomy-attainment-rate",
    title=Text(zh="自治达标比例", en="Self-government attainment rate"),
    must=choose(
        ATTAINMENT_RATE_SCOPE,
        joint=either(city.autonomy_share, city.all("community").share(MEETS_STANDARD)) >= "95 %",
        # A city without urban, or without rural, communities is held to the other rate alone.
        apart=all_of(
            any_of(
                not_(
                    either(
                        city.autonomy_urban_share >= "0 %",
                        city.all("community").where(URBAN).count() >= "1 community",
                    )
                ),
                either(city.autonomy_urban_share, city.all("community").where(URBAN).share(MEETS_STANDARD)) >= "95 %",
            ),
            any_of(
                not_(
                    either(
                        city.autonomy_rural_share >= "0 %",
                        city.all("community").where(RURAL).count() >= "1 community",
                    )
                ),
                either(city.autonomy_rural_share, city.all("community").where(RURAL).share(MEETS_STANDARD)) >= "95 %",
            ),
        ),
    ),
    when=either(
        city.autonomy_share >= "0 %",
        city.autonomy_urban_share >= "0 %",
        city.autonomy_rural_share >= "0 %",
        city.all("community").count() >= "1 community",
    ),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("二(四)-自治", evidence=("到2015年", "自治达标率", "95%以上")),
    wording=("达标率达95%以上",),
    note=END_OF_2015,
)
