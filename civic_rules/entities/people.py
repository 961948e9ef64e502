"""The people who work for a community, and the committees and organisations that act in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from civic_rules.entities.base import Entity
from civic_rules.entities.fields import Dated, Listing, Members, Nested, OneOf, YesNo, amount, count
from civic_rules.entities.records import Event, Step
from civic_rules.entities.terms import (
    BarToOffice,
    CommitteeFunction,
    CommitteeKind,
    CommunityBody,
    FundKind,
    LeaderPost,
    LeadOffice,
    Nomination,
    OfficeHost,
    OrganisationType,
    OtherPost,
    PaymentPurpose,
    ResolvingBody,
    WorkerPost,
    WorkerRole,
    WorkFault,
)


class Worker(Entity):
    """A person who works for a community. The id may be a pseudonym: no rule needs a name."""

    kind: ClassVar[str] = "worker"
    kind_zh: ClassVar[str] = "工作人员"

    role: Annotated[WorkerRole | None, OneOf("岗位", (), WorkerRole)] = None
    """What the person is. The secretary of the party organisation is listed as such, whatever else the person is."""
    post: Annotated[WorkerPost | None, OneOf("定岗", (), WorkerPost)] = None
    """Where the person has a standing post; a visit now and then is none."""
    has_flexible_hours: Annotated[bool | None, YesNo("实行弹性工时")] = None
    """Whether the person works flexible hours."""
    can_handle_every_post: Annotated[bool | None, YesNo("全岗通")] = None
    """Whether the person can handle the business of every post."""
    other_posts: Annotated[Mapping[OtherPost, bool] | None, Listing("兼任职务", (), OtherPost)] = None
    """Posts that the person holds beside that role."""
    is_lawfully_appointed: Annotated[bool | None, YesNo("依法定程序兼任")] = None
    """Whether the person came to those other posts by the procedure that the law lays down."""
    annual_pay: Annotated[float | None, amount("CNY / year", "年报酬", "年薪")] = None
    """Pay of a year with allowances."""
    basic_pay: Annotated[float | None, amount("CNY / year", "基本报酬")] = None
    """Basic pay of a year, without bonuses and allowances."""
    has_social_security: Annotated[bool | None, YesNo("享受社会保障")] = None
    """Whether the person is covered by social security as the rules provide."""
    has_certificate: Annotated[bool | None, YesNo("社工证书")] = None
    """Whether the person holds a social-work certificate."""
    has_allowance: Annotated[bool | None, YesNo("职业津贴")] = None
    """Whether the person is paid an allowance for that certificate."""
    is_qualified: Annotated[bool | None, YesNo("具备岗位资格")] = None
    """Whether the person is formally employed full time with the qualification that the post asks for."""
    has_degree: Annotated[bool | None, YesNo("大学以上学历")] = None
    """Whether the person has university education."""
    is_new: Annotated[bool | None, YesNo("新任")] = None
    """Whether the person is new to the post."""
    has_mentor: Annotated[bool | None, YesNo("有导师")] = None
    """Whether the person has a mentor."""
    consecutive_terms: Annotated[int | None, count("term", "连任届数")] = None
    """Full terms of office that the person has served in this role without a break."""
    is_excellent: Annotated[bool | None, YesNo("表现优秀")] = None
    """Whether the person's performance was found to be excellent."""
    is_trained: Annotated[bool | None, YesNo("参加培训")] = None
    """Whether the person was trained in the period on record."""
    is_rather_young: Annotated[bool | None, YesNo("年纪较轻")] = None
    """Whether the person was found to be rather young for the post."""
    is_promising: Annotated[bool | None, YesNo("潜力大")] = None
    """Whether the person was found to have much potential."""
    is_consistently_good: Annotated[bool | None, YesNo("表现一贯好")] = None
    """Whether the person's performance was found to be good all along."""
    is_listed_in_reserve: Annotated[bool | None, YesNo("街道后备干部")] = None
    """Whether the person is listed as a reserve cadre of the street."""
    is_politically_sound: Annotated[bool | None, YesNo("政治素质好")] = None
    """Whether the person was found to be politically sound."""
    is_able_in_deliberation: Annotated[bool | None, YesNo("议政能力强")] = None
    """Whether the person was found to be able in the discussion of public affairs."""
    nominations: Annotated[Mapping[Nomination, bool] | None, Listing("推荐为候选人", (), Nomination)] = None
    """For what the person was put forward as a candidate."""
    assigned_households: Annotated[int | None, count("household", "分包户数")] = None
    """Households that the person looks after."""
    visited_households: Annotated[int | None, count("household", "上月走访户数")] = None
    """Those of the households that the person called on at least once in the last calendar month that is over."""
    assigned_shops: Annotated[int | None, count("shop", "分包商户数")] = None
    """Shops that the person looks after."""
    visited_shops: Annotated[int | None, count("shop", "上月走访商户数")] = None
    """Those of the shops that the person called on at least once in the last calendar month that is over."""
    work_faults: Annotated[Mapping[WorkFault, bool] | None, Listing("追责情形", (), WorkFault)] = None
    """For what the person is to be held to account; None says not reviewed, an empty list says nothing was found."""
    held_to_account: Annotated[Step | None, Nested("问责")] = None
    """The person was held to account for what was found."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("basic_pay", "annual_pay"),
        ("visited_households", "assigned_households"),
        ("visited_shops", "assigned_shops"),
    )


class Candidate(Entity):
    """A person who is to enter the party organisation or the committee of a community. The id may be a pseudonym.

    Examples:
        >>> candidate = Candidate(id="p1", reviewed="2024-01-10", bars=[])
        >>> candidate.reviewed.done, candidate.bars is None
        (True, False)
    """

    kind: ClassVar[str] = "candidate"
    kind_zh: ClassVar[str] = "两委人选"

    reviewed: Annotated[Step | None, Nested("资格联审")] = None
    """The joint review of the person's qualification."""
    bars: Annotated[Mapping[BarToOffice, bool] | None, Listing("排除情形", (), BarToOffice)] = None
    """What bars the person; None says not reviewed, an empty list says reviewed and clean."""
    took_office: Annotated[Step | None, Nested("进入班子")] = None
    """The person entered the party organisation or the committee."""


class TrainingRound(Entity):
    """Training that is to reach every leader of the party organisations of communities once, in one session or several.

    Sessions that take the leaders in turn are one round: whoever came to any of them took part in it.
    """

    kind: ClassVar[str] = "training_round"
    kind_zh: ClassVar[str] = "轮训"
    counted_in: ClassVar[str] = "event"

    completed: Annotated[Step | None, Nested("完成")] = None
    """The last session of the round."""
    leaders: Annotated[int | None, count("worker", "应训负责人数")] = None
    """Leaders that there are: at least the secretaries."""
    trained: Annotated[int | None, count("worker", "参训负责人数")] = None
    """Those of the leaders who took part in it."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (("trained", "leaders"),)


class Committee(Entity):
    """A committee: the body that guides community building, or a committee of a community."""

    kind: ClassVar[str] = "committee"
    kind_zh: ClassVar[str] = "委员会"

    committee_kind: Annotated[CommitteeKind | None, OneOf("机构类型", (), CommitteeKind)] = None
    """What the committee is for."""
    head: Annotated[LeaderPost | None, OneOf("组长", ("负责人",), LeaderPost)] = None
    """Who heads it."""
    lead_office: Annotated[LeadOffice | None, OneOf("牵头办公室", (), LeadOffice)] = None
    """The office of the street that leads it."""
    members: Annotated[int | None, count("committee_member", "成员数")] = None
    """How many members it has."""
    party_members: Annotated[int | None, count("committee_member", "党员成员数")] = None
    """How many of its members are party members."""
    functions: Annotated[Mapping[CommitteeFunction, bool] | None, Listing("职责", (), CommitteeFunction)] = None
    """Tasks that it is given."""
    has_office: Annotated[bool | None, YesNo("设有办公室")] = None
    """Whether it has an office."""
    office_host: Annotated[OfficeHost | None, OneOf("办公室所在部门", (), OfficeHost)] = None
    """The department in which its office sits."""
    office_staff: Annotated[int | None, count("worker", "办公室人员数")] = None
    """People who work in its office."""
    office_budget: Annotated[float | None, amount("CNY / year", "办公室经费")] = None
    """Money that its office is given for a year."""
    guides: Annotated[Mapping[CommunityBody, bool] | None, Listing("指导监督对象", (), CommunityBody)] = None
    """Bodies that it guides and supervises."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (("party_members", "members"),)


class OwnersCommittee(Entity):
    """The committee that the owners of a dwelling compound elect."""

    kind: ClassVar[str] = "owners_committee"
    kind_zh: ClassVar[str] = "业主委员会"

    members: Annotated[int | None, count("committee_member", "成员数")] = None
    """How many members it has."""
    party_members: Annotated[int | None, count("committee_member", "党员成员数")] = None
    """How many of its members are party members."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (("party_members", "members"),)


class PropertyCompany(Entity):
    """A company that manages dwelling compounds."""

    kind: ClassVar[str] = "property_company"
    kind_zh: ClassVar[str] = "物业公司"

    is_party_led: Annotated[bool | None, YesNo("实行党建引领")] = None
    """Whether it manages property under the lead of the party organisation."""
    has_party_organisation: Annotated[bool | None, YesNo("建有党组织")] = None
    """Whether it has a party organisation, of its own or jointly with others."""
    is_reached_by_party_work: Annotated[bool | None, YesNo("开展党的工作")] = None
    """Whether the work of the party reaches it, with or without an organisation of its own."""
    surveyed: Annotated[Step | None, Nested("满意度调查")] = None
    """Residents were asked how satisfied they are with its service."""
    survey_used: Annotated[Step | None, Nested("运用调查结果")] = None
    """The results were used to make it improve its service."""
    credit_used: Annotated[Step | None, Nested("运用诚信结果")] = None
    """Its record in the credit system was used to make it improve its service."""


class SocialOrganisation(Entity):
    """A social organisation of a community."""

    kind: ClassVar[str] = "social_organisation"
    kind_zh: ClassVar[str] = "社会组织"
    counted_in: ClassVar[str] = "organisation"

    organisation_type: Annotated[OrganisationType | None, OneOf("组织类别", (), OrganisationType)] = None
    """What it does."""
    is_registered: Annotated[bool | None, YesNo("已登记")] = None
    """Whether it is registered."""
    is_filed: Annotated[bool | None, YesNo("已备案")] = None
    """Whether it is only filed with the street or community."""
    has_charter: Annotated[bool | None, YesNo("有章程")] = None
    """Whether it has a charter."""
    has_party_clause: Annotated[bool | None, YesNo("章程载明党建")] = None
    """Whether the lead of the party and party building were written into its charter as the law allows."""
    has_priority_contract: Annotated[bool | None, YesNo("优先承接")] = None
    """Whether it is given priority for functions and projects that government passes on."""
    has_sound_party_organisation: Annotated[bool | None, YesNo("党组织健全")] = None
    """Whether it has a party organisation in working order."""
    is_well_managed: Annotated[bool | None, YesNo("管理规范")] = None
    """Whether it is managed by rules."""
    is_funded_mass_organisation: Annotated[bool | None, YesNo("财政保障群团组织")] = None
    """Whether it is a mass organisation that public finance pays for."""

    events: Annotated[tuple[Event, ...] | None, Dated("事项记录")] = None
    """Dated events. A list is the complete record of the kinds of event that it is asked for."""


class Payment(Entity):
    """A payment out of a fund."""

    kind: ClassVar[str] = "payment"
    kind_zh: ClassVar[str] = "支出"

    purpose: Annotated[PaymentPurpose | None, OneOf("用途", (), PaymentPurpose)] = None
    """What the payment was for."""
    sum: Annotated[float | None, amount("CNY", "金额")] = None
    """How much was paid."""


class Fund(Entity):
    """A fund that is kept apart."""

    kind: ClassVar[str] = "fund"
    kind_zh: ClassVar[str] = "资金"

    fund_kind: Annotated[FundKind | None, OneOf("资金类型", (), FundKind)] = None
    """What the fund is for."""
    is_pooled: Annotated[bool | None, YesNo("区域统筹")] = None
    """Whether it is pooled and balanced across the area."""
    payments: Annotated[tuple[Payment, ...] | None, Members("支出明细")] = None
    """Its payments."""


class Deliberation(Entity):
    """One matter that went through the four discussions."""

    kind: ClassVar[str] = "deliberation"
    kind_zh: ClassVar[str] = "议事事项"

    proposed: Annotated[Step | None, Nested("提议")] = None
    """Residents propose."""
    studied: Annotated[Step | None, Nested("研议")] = None
    """The party organisation studies."""
    consulted: Annotated[Step | None, Nested("商议")] = None
    """The residents' or villagers' committee consults."""
    resolved: Annotated[Step | None, Nested("决议")] = None
    """The assembly, or the assembly of deputies, resolves."""
    resolved_by: Annotated[ResolvingBody | None, OneOf("决议主体", (), ResolvingBody)] = None
    """Who took the resolution."""
