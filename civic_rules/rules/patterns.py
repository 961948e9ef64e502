"""What a consequence asks for: patterns of facts, whose variables join several entities.

A variable is named for the kind of entity that it stands for: `community`, or `community2` where two of a kind are
needed. `entity` stands for an entity of any kind, and `requirement` for a requirement of the rulebook. Two variables
may stand for the same entity.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, model_validator

from civic_rules.entities import ENTITY_TYPES, Vocabulary
from civic_rules.errors import DeclarationError, did_you_mean
from civic_rules.expressions.choices import Key
from civic_rules.expressions.literals import Truth
from civic_rules.messages import Message, both, joined, said
from civic_rules.rules.requirements import Requirement, Rule
from civic_rules.verdicts import Verdict

ANY_ENTITY = "entity"
"""The variable that stands for an entity of any kind."""

ANY_REQUIREMENT = "requirement"
"""The variable that stands for a requirement."""

Variable = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*[2-9]?$", max_length=40)]


class Tier(Vocabulary):
    """What a failure is on the day of the audit."""

    BREACH = "breach", "违反"
    WARNING = "warning", "提示"
    NONE = "none", "不计", "neither"


class DueState(Vocabulary):
    """Where the day of an audit lies beside the day by which something must hold."""

    NO_DAY = "no-day", "没有期限", "no day is set"
    AHEAD = "not-yet-due", "未到期"
    TODAY = "due", "当天到期", "due on this day"
    OVERDUE = "overdue", "已逾期"


def kind_of(variable: str) -> str:
    """The kind of entity that a variable stands for; "" for one of any kind.

    Raises:
        DeclarationError: There is no such kind.

    Examples:
        >>> kind_of("community2")
        'community'
    """
    kind = variable.rstrip("23456789")
    if kind == ANY_ENTITY:
        return ""
    if kind not in ENTITY_TYPES:
        message = said(
            "a variable is named for a kind of entity; got {variable!r}{hint}",
            "变量应以对象的种类命名；实为 {variable!r}{hint}",
            variable=variable,
            hint=did_you_mean(kind, (*ENTITY_TYPES, ANY_ENTITY)),
        )
        raise DeclarationError(message)
    return kind


def no_requirement_variable(variable: str) -> Message:
    """That a variable is not named for a requirement, as it should be."""
    return said(
        "the variable of a requirement is named {wanted!r}; got {variable!r}",
        "要求的变量应名为 {wanted!r}；实为 {variable!r}",
        wanted=ANY_REQUIREMENT,
        variable=variable,
    )


class Pattern(BaseModel):
    """Something that may be so, of entities that variables stand for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fact: str

    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return ()

    @model_validator(mode="after")
    def _check_variables(self) -> Pattern:
        """A variable stands for a kind of entity, and none stands twice in one pattern."""
        named = self.variables()
        for variable in named:
            if variable.rstrip("23456789") != ANY_REQUIREMENT:
                kind_of(variable)
        if len(set(named)) < len(named):
            message = said(
                "a variable stands twice in one pattern: {variables}",
                "同一变量在一个模式中出现两次：{variables}",
                variables=joined(named),
            )
            raise DeclarationError(message)
        return self


class Judged(Pattern):
    """A finding: what an audit says of a requirement and an entity.

    Attributes:
        requirement: The key of the requirement; None for any that the variable `rule` stands for.
        rule: The variable that stands for the requirement, where any is meant.
        of: The entity that was judged.
        verdict: The verdicts that are meant; none for any.
        tier: What the failure is; None for anything.
        due: Where the day of the audit lies beside the due date; none for anywhere.
        is_assigned: Whether only requirements that name who is responsible are meant.
    """

    fact: Literal["judged"] = "judged"
    requirement: Key | None = None
    rule: Variable | None = None
    of: Variable
    verdict: tuple[Verdict, ...] = ()
    tier: Tier | None = None
    due: tuple[DueState, ...] = ()
    is_assigned: Truth = False

    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return (self.of,) if self.rule is None else (self.of, self.rule)

    @model_validator(mode="after")
    def _check_requirement(self) -> Judged:
        """Either a requirement is named, or a variable stands for it."""
        if (self.requirement is None) == (self.rule is None):
            message = both(
                "a finding is asked for by the key of its requirement, or by a variable that stands for it",
                "核查结果要用要求的编号来指明，或用代表要求的变量来指明，二者取一",
            )
            raise DeclarationError(message)
        if self.rule is not None and self.rule.rstrip("23456789") != ANY_REQUIREMENT:
            raise DeclarationError(no_requirement_variable(self.rule))
        return self


class Holds(Pattern):
    """A circumstance that holds.

    Attributes:
        circumstance: Its key.
        of: The entity of which it holds.
    """

    fact: Literal["holds"] = "holds"
    circumstance: Key
    of: Variable

    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return (self.of,)


class Follows(Pattern):
    """Something that another consequence concludes.

    Attributes:
        effect: The key of the effect.
        of: The entity that has it.
        about: The other entity that it concerns.
        rule: The variable of the requirement that it concerns.
    """

    fact: Literal["follows"] = "follows"
    effect: Key
    of: Variable
    about: Variable | None = None
    rule: Variable | None = None

    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return tuple(one for one in (self.of, self.about, self.rule) if one is not None)


class HeldBy(Pattern):
    """An entity that another one holds, at any depth.

    Attributes:
        member: The entity that is held.
        holder: The entity that holds it.
    """

    fact: Literal["held_by"] = "held_by"
    member: Variable
    holder: Variable

    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return (self.member, self.holder)

    @model_validator(mode="after")
    def _check_kinds(self) -> HeldBy:
        """The holder can hold the member."""
        member, holder = kind_of(self.member), kind_of(self.holder)
        if member and holder and not ENTITY_TYPES[holder].reaches(member):
            message = said(
                "a {holder} holds no {member}",
                "{holder}下没有{member}",
                holder=ENTITY_TYPES[holder].called(),
                member=ENTITY_TYPES[member].called(),
            )
            raise DeclarationError(message)
        return self


AnyPattern = Annotated[Judged | Holds | Follows | HeldBy, Discriminator("fact")]


def judged(  # noqa: PLR0913  one argument a field
    requirement: Requirement | str | None,
    *verdicts: str,
    of: str,
    rule: str | None = None,
    tier: str | None = None,
    due: str | tuple[str, ...] = (),
    is_assigned: bool = False,
) -> Judged:
    """A finding with one of some verdicts.

    Args:
        requirement: The requirement or its key; None for any that the variable `rule` stands for.
        verdicts: The verdicts that are meant; none for any.
        of: The variable of the entity.
        rule: The variable of the requirement, where any is meant.
        tier: "breach" or "warning", where a failure has to be one.
        due: Where the day of the audit lies beside the due date: "overdue", say.
        is_assigned: Whether only requirements that name who is responsible are meant.

    Examples:
        >>> judged("gap-community-plan", "failed", of="community", due="overdue").due
        (<DueState.OVERDUE: 'overdue'>,)
    """
    return Judged(
        requirement=_key(requirement),
        rule=rule,
        of=of,
        verdict=tuple(Verdict(one) for one in verdicts),
        tier=None if tier is None else Tier(tier),
        due=tuple(DueState(one) for one in ((due,) if isinstance(due, str) else due)),
        is_assigned=is_assigned,
    )


def holds(circumstance: Rule | str, *, of: str) -> Holds:
    """A circumstance that holds of an entity."""
    return Holds(circumstance=_key(circumstance) or "", of=of)


def follows(effect: Rule | str, *, of: str, about: str | None = None, rule: str | None = None) -> Follows:
    """Something that another consequence concludes, by that consequence or by the key of the effect."""
    return Follows(effect=_key(effect) or "", of=of, about=about, rule=rule)


def held(member: str, *, by: str) -> HeldBy:
    """An entity that another one holds, at any depth."""
    return HeldBy(member=member, holder=by)


def _key(rule: Rule | str | None) -> str | None:
    if isinstance(rule, Rule):
        effect = getattr(rule, "effect", None)
        return effect if isinstance(effect, str) else rule.key
    return rule
