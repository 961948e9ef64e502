"""What follows from findings: circumstances that a chain needs, and consequences, as data."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, model_validator

from civic_rules.entities import Vocabulary
from civic_rules.errors import DeclarationError, KindMismatchError, UnsafeVariableError, did_you_mean
from civic_rules.expressions import nodes
from civic_rules.expressions.choices import Key, Reading
from civic_rules.expressions.literals import Day
from civic_rules.expressions.nodes import AnyNode  # noqa: TC001  Pydantic reads the annotations
from civic_rules.expressions.signatures import check_size, signature
from civic_rules.messages import both, joined, said
from civic_rules.rules.patterns import ANY_REQUIREMENT, AnyPattern, Pattern, Variable, kind_of, no_requirement_variable
from civic_rules.rules.requirements import NO_SUBJECT, Rule, no_condition, read_by
from civic_rules.text import Text

if TYPE_CHECKING:
    from datetime import date

MAX_PATTERNS = 8
"""How many patterns a consequence joins at most: an engine of joins takes 16, and no text needs half of these."""


class Circumstance(Rule):
    """Something that is so of an entity or not, and that no requirement judges: an emergency, say.

    Attributes:
        holds: The condition. What is not known of it stays unknown.
    """

    holds: AnyNode

    @model_validator(mode="after")
    def _check(self) -> Circumstance:
        """Check the expression as soon as the circumstance is declared."""
        check_size(self.holds)
        found = signature(self.holds)
        if found.kind != "truth":
            raise KindMismatchError(no_condition(self.key, "holds"))
        if found.subject is None:
            message = said(
                "{rule}: a circumstance speaks of exactly one kind of entity; this one has {what}",
                "{rule}：一个情形只涉及一种对象；这个{what}",
                rule=self.key,
                what=NO_SUBJECT,
            )
            raise KindMismatchError(message)
        return self

    @cached_property
    def subject(self) -> str:
        """The kind of entity of which it is asked."""
        return signature(self.holds).subject or ""

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings on which it rests, each once."""
        found = [node.reading for node in self.holds.walk() if isinstance(node, nodes.Choice)]
        return tuple({reading.key: reading for reading in found}.values())

    def expressions(self) -> tuple[nodes.Node, ...]:
        """The one expression, as a requirement has several."""
        return (self.holds,)

    def inputs(self) -> tuple[str, ...]:
        """The fields that it reads: plain names for its subject, `kind.name` for any other entity."""
        return tuple(dict.fromkeys(read_by(self.holds, self.subject)))


class EffectKind(Vocabulary):
    """What may follow."""

    OBLIGATION = "obligation", "义务"
    STATUS = "status", "状态"
    PRIORITY = "priority", "优先"
    ESCALATION = "escalation", "上报督办", "escalation"
    ENTITLEMENT = "entitlement", "资格", "entitlement"


BINDING = (EffectKind.OBLIGATION, EffectKind.ESCALATION)
"""What may not follow from a report, which binds nobody."""


class Effect(BaseModel):
    """What is concluded.

    Attributes:
        kind: An obligation, a status, a priority, an escalation or an entitlement.
        key: Its id, where several consequences conclude the same; that of the consequence otherwise.
        of: The entity that has it: of an obligation, the one that owes, unless `bearer` names somebody else.
        about: Another entity that it concerns.
        rule: The requirement that it concerns; an obligation takes its due date and who is responsible from there.
        bearer: Who owes it, or to whom it goes, in the words of the document.
        due: The day by which an obligation is to be met.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: EffectKind
    key: Key | None = None
    of: Variable
    about: Variable | None = None
    rule: Variable | None = None
    bearer: tuple[Text, ...] = ()
    due: Day | None = None

    @model_validator(mode="after")
    def _check(self) -> Effect:
        """The variables stand for what they should, and only what is owed has a due date."""
        for variable in (self.of, self.about):
            if variable is not None:
                kind_of(variable)
        if self.rule is not None and self.rule.rstrip("23456789") != ANY_REQUIREMENT:
            raise DeclarationError(no_requirement_variable(self.rule))
        if self.due is not None and self.kind is not EffectKind.OBLIGATION:
            message = said(
                "only an obligation has a due date; this is {kind}",
                "只有义务才有期限；这里是{kind}",
                kind=both(self.kind.value, self.kind.zh),
            )
            raise DeclarationError(message)
        return self

    def variables(self) -> tuple[str, ...]:
        """The variables: of, about and rule, as far as they are given."""
        return tuple(one for one in (self.of, self.about, self.rule) if one is not None)

    def slots(self) -> tuple[str, str | None, bool]:
        """The kinds of entity that it is of and about, and whether it has a `rule`."""
        return kind_of(self.of), None if self.about is None else kind_of(self.about), self.rule is not None


class Consequence(Rule):
    """A rule that says what follows: when all of these facts hold, and none of those, conclude this.

    Attributes:
        when: The facts that have to hold, all of them.
        unless: The facts of which none may hold. One that is not known does not count as absent.
        then: What is concluded.

    Examples:
        >>> import civic_rules as cr
        >>> cr.load("yancheng-2013-6").rule("gap-plan-owed").then.kind
        <EffectKind.OBLIGATION: 'obligation'>
    """

    when: tuple[AnyPattern, ...] = Field(min_length=1, max_length=MAX_PATTERNS)
    unless: tuple[AnyPattern, ...] = Field(default=(), max_length=MAX_PATTERNS)
    then: Effect

    @model_validator(mode="after")
    def _check_joins(self) -> Consequence:
        """The patterns of `when` hang together: none is joined to the others by nothing."""
        linked = set(self.when[0].variables())
        left = list(self.when[1:])
        while left:
            near = [pattern for pattern in left if linked.intersection(pattern.variables())]
            if not near:
                message = said(
                    "{rule}: the patterns of when do not hang together: {apart} is joined to none of the others",
                    "{rule}：when 的各个模式没有连成一体：{apart} 与其他变量都没有连接",
                    rule=self.key,
                    apart=joined(left[0].variables()),
                )
                raise DeclarationError(message)
            left = [pattern for pattern in left if pattern not in near]
            linked.update(variable for pattern in near for variable in pattern.variables())
        return self

    @model_validator(mode="after")
    def _check(self) -> Consequence:
        """Every variable of `unless` and `then` stands in `when`."""
        bound = {variable for pattern in self.when for variable in pattern.variables()}
        wanted = [(variable, "unless") for pattern in self.unless for variable in pattern.variables()]
        wanted += [(variable, "then") for variable in self.then.variables()]
        for variable, place in wanted:
            if variable not in bound:
                message = said(
                    "{rule}: the variable {variable!r} of {place} stands in no pattern of when{hint}",
                    "{rule}：{place} 的变量 {variable!r} 不在 when 的任何模式中{hint}",
                    rule=self.key,
                    variable=variable,
                    place=place,
                    hint=did_you_mean(variable, bound),
                )
                raise UnsafeVariableError(message)
        return self

    @cached_property
    def effect(self) -> str:
        """The key of what is concluded."""
        return self.then.key or self.key

    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of `when` and of `unless`."""
        return (*self.when, *self.unless)


def obligation(  # noqa: PLR0913  one argument a field
    of: str,
    *,
    about: str | None = None,
    rule: str | None = None,
    bearer: tuple[Text, ...] = (),
    due: date | None = None,
    key: str | None = None,
) -> Effect:
    """Something that is owed, by whom and by when."""
    return Effect(kind=EffectKind.OBLIGATION, of=of, about=about, rule=rule, bearer=bearer, due=due, key=key)


def status(of: str, *, about: str | None = None, rule: str | None = None, key: str | None = None) -> Effect:
    """What an entity counts as."""
    return Effect(kind=EffectKind.STATUS, of=of, about=about, rule=rule, key=key)


def priority(of: str, *, about: str | None = None, rule: str | None = None, key: str | None = None) -> Effect:
    """What comes first."""
    return Effect(kind=EffectKind.PRIORITY, of=of, about=about, rule=rule, key=key)


def escalation(
    of: str,
    *,
    about: str | None = None,
    rule: str | None = None,
    bearer: tuple[Text, ...] = (),
    key: str | None = None,
) -> Effect:
    """What goes to somebody above, and to whom."""
    return Effect(kind=EffectKind.ESCALATION, of=of, about=about, rule=rule, bearer=bearer, key=key)


def entitlement(of: str, *, about: str | None = None, rule: str | None = None, key: str | None = None) -> Effect:
    """What an entity may do, or may have."""
    return Effect(kind=EffectKind.ENTITLEMENT, of=of, about=about, rule=rule, key=key)
