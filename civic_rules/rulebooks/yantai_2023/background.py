"""Clauses 一 and 二, before its parts: how the opinions were drawn up, and what they cover. All of it is report."""

from civic_rules.expressions import all_of, in_order, quantity, subject, tally
from civic_rules.rulebooks.yantai_2023.document import YANTAI
from civic_rules.rules import Benchmark, Direction, Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")

CIVIL_AFFAIRS = Text(zh="市民政局", en="municipal civil affairs bureau")

DRAFTING_PROCEDURE = Requirement(
    key="drafting-procedure",
    title=Text(zh="起草与审议的步骤", en="Steps of drafting and adoption"),
    must=all_of(
        city.governance_policy.researched.done.is_(True),
        in_order(
            city.governance_policy.consulted_on,
            city.governance_policy.co_signed,
            city.governance_policy.adopted,
            city.governance_policy.issued,
        ),
    ),
    modality=Modality.REPORTED,
    responsible=(CIVIL_AFFAIRS,),
    source=YANTAI.clause("一", evidence=("实地调研", "会签同意", "市政府常务会议", "印发实施")),
    wording=("会签同意", "审议通过", "印发实施"),
    note=Text(
        zh="调研贯穿起草过程，不与其他步骤排先后。",
        en="Research ran alongside the drafting, so it has no place in the order.",
    ),
)

CONSULTATION_ROUNDS = Benchmark(
    key="consultation-rounds",
    title=Text(zh="征求部门意见的轮次", en="Rounds of consultation with departments"),
    value=quantity("2 event"),
    measures=city.governance_policy.consultation_rounds,
    direction=Direction.NEITHER,
    source=YANTAI.clause("一", evidence=("先后两轮",)),
    wording=("征求",),
)

CO_SIGNING_DEPARTMENTS = Benchmark(
    key="co-signing-departments",
    title=Text(zh="会签部门数", en="Departments that signed"),
    value=quantity("28 department"),
    measures=city.governance_policy.co_signing_departments,
    direction=Direction.NEITHER,
    source=YANTAI.clause("一", evidence=("28个部门", "会签")),
    wording=("会签同意",),
    note=Text(zh="含市委组织部和宣传部。", en="The party's organisation and publicity departments are among them."),
)

TWENTY_MEASURES = Requirement(
    key="twenty-measures",
    title=Text(zh="四个部分共二十项措施", en="Twenty measures in four parts"),
    must=tally(
        city.governance_policy.service_measures.equals("9 item"),
        city.governance_policy.digital_measures.equals("3 item"),
        city.governance_policy.mechanism_measures.equals("4 item"),
        city.governance_policy.foundation_measures.equals("4 item"),
    )
    >= "4 item",
    modality=Modality.REPORTED,
    source=YANTAI.clause("二", evidence=("20项具体措施", "9项措施", "3项措施", "4项措施")),
    wording=("共提出",),
    note=Text(
        zh="各部分分别为九、三、四、四项，合计二十项。措施的编号是本项目所加。",
        en="The parts have nine, three, four and four: twenty in all. The numbers of the measures are ours.",
    ),
)

SERVICE_DOMAINS = Requirement(
    key="service-domains",
    title=Text(zh="政策涵盖的服务领域", en="Fields of service that the policy covers"),
    must=city.governance_policy.domains.includes_all(
        "key-groups",
        "property",
        "legal-security",
        "emergency",
        "education-employment",
        "culture-sports",
        "health",
        "elderly-childcare",
    ),
    modality=Modality.REPORTED,
    source=YANTAI.clause("二", evidence=("涵盖养老托育", "重点人群保障")),
    wording=("涵盖",),
    note=Text(
        zh="所列八个领域说明政策的范围，不是对每个社区的要求。原文列举未尽。",
        en="The eight fields say what the policy deals with and ask nothing of a community. The list is open.",
    ),
)

GOVERNANCE_VISION = Guidance(
    key="governance-vision",
    title=Text(zh="覆盖各类人群和各个环节的服务", en="Services for everybody, at every stage"),
    source=YANTAI.clause("二", evidence=("全人群、全周期、全链条", "居民有需求")),
)
