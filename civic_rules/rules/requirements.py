"""What a document asks for: requirements that can be judged, and guidance that cannot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from civic_rules.errors import DeclarationError, KindMismatchError
from civic_rules.expressions import nodes
from civic_rules.expressions.choices import Key, Reading
from civic_rules.expressions.kinds import entity_type
from civic_rules.expressions.literals import Day
from civic_rules.expressions.nodes import AnyNode
from civic_rules.expressions.signatures import Signature, check_size, signature
from civic_rules.messages import Message, both, joined, said
from civic_rules.rules.documents import Citation
from civic_rules.rules.modalities import Modality
from civic_rules.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Rule(BaseModel):
    """What every rule of a rulebook has.

    Attributes:
        key: Its id within the rulebook; it never changes once published.
        title: What it asks for, in our own words.
        source: Where the document says it.
        restated_in: Other clauses that say the same.
        covers: Keys of further catalogue rows that this rule serves.
        wording: The operative words of the text that decide how strongly it is asked for.
        note: What a reader should know of how the text was read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    key: Key
    title: Text
    source: Citation
    restated_in: tuple[Citation, ...] = ()
    covers: tuple[Key, ...] = ()
    wording: tuple[Annotated[str, Field(min_length=1, max_length=15)], ...] = ()
    note: Text | None = None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, changed where `update` says so, without what was worked out of the former rule.

        Args:
            update: The changed fields; they are taken as they are.
            deep: Whether expressions are copied too.
        """
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied

    @property
    def id(self) -> str:
        """The id of the document and the key: unique among all rulebooks."""
        return f"{self.source.document}/{self.key}"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every clause that says it."""
        return (self.source, *self.restated_in)


class Guidance(Rule):
    """What a document says that no data can judge; it is listed, so that nothing of a document is hidden."""


class Requirement(Rule):
    """What a document asks for and data can judge.

    Attributes:
        must: The condition that has to hold.
        when: The condition under which it is asked for; None for always.
        modality: How strongly it is asked for.
        due: The day by which it must hold; a failure before that day is no breach.
        until: The day from which something else takes its place.
        breach_when: A condition on which a failure is a breach at all; where it does not hold it is a warning.
        responsible: Who has to see to it, in the words of the document.
        lead: Those of them who lead; none where the document only says that they share the work.
        variant_of: The key of a requirement that asks the same of another kind of entity: a city's goal, and what
            each community has of it. A report answers the one key with the variant of its entity.
    """

    must: AnyNode
    when: AnyNode | None = None
    modality: Modality
    due: Day | None = None
    until: Day | None = None
    breach_when: AnyNode | None = None
    responsible: tuple[Text, ...] = ()
    lead: tuple[Text, ...] = ()
    variant_of: Key | None = None

    @model_validator(mode="after")
    def _check(self) -> Requirement:
        """Check the expressions as soon as the rule is declared."""
        self.signature  # noqa: B018  computing it checks
        if self.due is not None and self.until is not None and self.until < self.due:
            message = said(
                "{rule}: until {until} is before due {due}",
                "{rule}：until {until} 早于 due {due}",
                rule=self.key,
                until=self.until,
                due=self.due,
            )
            raise DeclarationError(message)
        strangers = [one for one in self.lead if one not in self.responsible]
        if strangers:
            known = joined([both(one.en, one.zh) for one in self.responsible])
            message = said(
                "{rule}: {leading} leads and is not responsible; responsible is {known}",
                "{rule}：{leading}牵头，却不在责任单位之中；责任单位为：{known}",
                rule=self.key,
                leading=both(strangers[0].en, strangers[0].zh),
                known=known or both("nobody", "无"),
            )
            raise DeclarationError(message)
        return self

    @cached_property
    def signature(self) -> Signature:
        """The subject of the rule, read off its expressions."""
        subjects: dict[str, str] = {}
        for name in ("must", "when", "breach_when"):
            node: nodes.Node | None = getattr(self, name)
            if node is None:
                continue
            check_size(node)
            found = signature(node)
            if found.kind != "truth":
                raise KindMismatchError(no_condition(self.key, name))
            if found.subject is not None:
                subjects[found.subject] = name
        if len(subjects) != 1:
            names = joined([entity_type(kind).called() for kind in sorted(subjects)], " and ", "和")
            message = said(
                "{rule}: a rule speaks of exactly one kind of entity; this one has {what}",
                "{rule}：一条规则只涉及一种对象；这条{what}",
                rule=self.key,
                what=said("the subjects {kinds}", "涉及{kinds}", kinds=names) if subjects else NO_SUBJECT,
            )
            raise KindMismatchError(message)
        return Signature("truth", "", next(iter(subjects)))

    @property
    def subject(self) -> str:
        """The kind of entity that is judged."""
        return self.signature.subject or ""

    def responsible_in(self, lang: str) -> tuple[str, ...]:
        """Who has to see to it, in English ("en") or Chinese ("zh"); who leads is marked.

        Examples:
            >>> import civic_rules as cr
            >>> cr.load("shaoyang-2023-15")["facility-hours-per-day"].responsible_in("zh")[:2]
            ('市民政局（牵头）', '市委组织部')
        """
        mark = "（牵头）" if lang == "zh" else " (lead)"
        return tuple(one.in_(lang) + mark * (one in self.lead) for one in self.responsible)

    def expressions(self) -> tuple[nodes.Node, ...]:
        """The expressions of the rule: must, when and breach_when."""
        return tuple(node for node in (self.must, self.when, self.breach_when) if node is not None)

    def inputs(self) -> tuple[str, ...]:
        """The fields that the rule reads: plain names for its subject, `kind.name` for any other entity.

        Examples:
            >>> import civic_rules as cr
            >>> cr.load("yancheng-2013-6")["facility-required-area"].inputs()
            ('facility_area', 'households')
        """
        found = [name for node in self.expressions() for name in read_by(node, self.subject)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings on which the rule rests, each once."""
        found = [node.reading for top in self.expressions() for node in top.walk() if isinstance(node, nodes.Choice)]
        return tuple({reading.key: reading for reading in found}.values())


NO_SUBJECT = both("no subject", "没有涉及任何对象")


def no_condition(rule: str, name: str) -> Message:
    """That what a rule has under a name is neither true nor false."""
    return said("{rule}: {name} is no condition", "{rule}：{name} 不是条件", rule=rule, name=name)


def read_by(top: nodes.Node, subject: str) -> list[str]:
    """The names of what an expression reads, each with its kind unless that is the subject."""
    found: list[str] = []
    for node in top.walk():
        read: list[str] = []
        if isinstance(node, nodes.Field):
            read = [node.name]
        elif isinstance(node, (nodes.InPlace, nodes.HasParts)):
            read = [f"arrangements.{node.arrangement}"]
        elif isinstance(node, nodes.EventCount):
            read = ["events"]
        owner: Any = getattr(node, "subject", subject)
        found += [name if owner == subject else f"{owner}.{name}" for name in read]
        if isinstance(node, nodes.Members) and node.where is None and not node.direct:
            found.append(node.of if node.subject == subject else f"{node.subject}.{node.of}")
    return found
