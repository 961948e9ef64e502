"""A finding: what an audit says of one requirement and one entity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from civic_rules import units
from civic_rules.audit.doubts import Doubt, doubt_of
from civic_rules.errors import UnknownNameError
from civic_rules.expressions import nodes
from civic_rules.expressions.compiler import condition
from civic_rules.expressions.interpreter import Trace, chosen, interpret
from civic_rules.expressions.judges import judge
from civic_rules.expressions.kinds import counting_unit
from civic_rules.expressions.measures import Measured  # noqa: TC001  NamedTuple reads its annotations
from civic_rules.expressions.signatures import signature
from civic_rules.messages import said
from civic_rules.rules import Modality, Requirement
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from civic_rules.entities import Entity
    from civic_rules.expressions.choices import Reading
    from civic_rules.expressions.compiler import Decide
    from civic_rules.expressions.judges import Judge
    from civic_rules.expressions.scope import Context, Scope
    from civic_rules.rules import Document
    from civic_rules.units import Lang

BREACHING = (Modality.MANDATORY, Modality.TARGET)
"""The modalities whose failures can be breaches; a target breaches only if it has a date."""


@dataclass(frozen=True)
class Plan:
    """A requirement made ready for one audit: compiled for its day and its readings.

    Attributes:
        requirement: The requirement.
        document: The document that has it.
        context: The day of the audit and the readings.
        judge: Its condition with what it measures, as a function.
        when: Its applicability as a function; None where it always applies.
        breach_when: What makes a failure a breach, as a function; None where every failure is one.
        verdict_ahead: The verdict that holds for every entity: inapplicable where the document is not in force on
            the day, something has replaced the requirement, or a window that it counts events in began before the
            document was in force; else None.
    """

    requirement: Requirement
    document: Document
    context: Context
    judge: Judge
    when: Decide | None
    breach_when: Decide | None
    verdict_ahead: Verdict | None

    @classmethod
    def of(cls, requirement: Requirement, document: Document, context: Context, verdict_ahead: Verdict | None) -> Plan:
        """Compile a requirement for the day and the readings of an audit."""
        grave = requirement.breach_when
        return cls(
            requirement,
            document,
            context,
            judge(requirement.must, context),
            None if requirement.when is None else condition(requirement.when, context),
            None if grave is None else condition(grave, context),
            verdict_ahead,
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what the functions are compiled from: functions themselves cannot be pickled."""
        return type(self).of, (self.requirement, self.document, self.context, self.verdict_ahead)

    @cached_property
    def can_breach(self) -> bool:
        """Whether a failure on the day of the audit can be a breach."""
        return can_breach(self.requirement, self.context.on)

    @cached_property
    def unit(self) -> str:
        """The unit of what is measured and of the limit; "" for dates and conditions."""
        return units_of(chosen(self.requirement.must, self.context))[0]

    @cached_property
    def shortfall_unit(self) -> str:
        """The unit of what is missing; "" where nothing is measured."""
        return units_of(chosen(self.requirement.must, self.context))[1]

    @cached_property
    def readings(self) -> tuple[tuple[Reading, str | None], ...]:
        """The readings on which the requirement rests, with the option that was taken."""
        return tuple((reading, self.context.option(reading)) for reading in self.requirement.readings)

    @cached_property
    def reads(self) -> dict[str, frozenset[str] | None]:
        """What `when` and `must` read of the entity itself, filled by `doubt_of`."""
        return {}

    @cached_property
    def blank_doubts(self) -> dict[str, Doubt]:
        """The doubt where nothing is known of what `when` or `must` reads, filled by `doubt_of`."""
        return {}


def can_breach(rule: Requirement, on: date) -> bool:
    """Whether a failure on a day can be a breach: of a mandatory rule or a dated target, and not before it is due."""
    if rule.modality not in BREACHING or (rule.modality is Modality.TARGET and rule.due is None):
        return False
    return rule.due is None or on >= rule.due


def units_of(must: nodes.Node) -> tuple[str, str]:
    """The unit of what a condition measures, and of what is missing to it."""
    if isinstance(must, (nodes.Compare, nodes.Between)):
        limit = must.right if isinstance(must, nodes.Compare) else must.low
        value = nodes.unwrapped(must.left if isinstance(must, nodes.Compare) else must.value)
        if isinstance(value, nodes.Share) and isinstance(must, nodes.Compare) and must.op in {">=", ">"}:
            return signature(limit).unit, counting_unit(value.members.of)
        counted = value.numerator if isinstance(value, nodes.Ratio) else value
        return signature(limit).unit, signature(counted).unit
    if isinstance(must, (nodes.Every, nodes.Some)):
        unit = counting_unit(must.members.of)
        return unit, unit
    if isinstance(must, (nodes.Includes, nodes.HasParts)):
        return "item", "item"
    return ("", "day") if isinstance(must, nodes.DoneBy) else ("", "")


class Finding(NamedTuple):
    """What an audit says of one requirement and one entity.

    The verdict and its numbers are here; what takes longer to say (the missing fields, the explanation) is worked
    out when it is asked for, from the same entity and the same rule.

    Attributes:
        plan: The requirement as it was made ready for the audit.
        scope: The entity in its place.
        verdict: passed, failed, cannot_tell or inapplicable.
        measured: What was found, in the unit of the limit; None where it is not known or nothing is measured.
        limit: What is asked for.
        shortfall: What is missing to the limit, or in excess of it, in the unit of the field: m², persons, yuan,
            days. Whole things are counted in whole ones. None unless the verdict is failed.
    """

    plan: Plan
    scope: Scope
    verdict: Verdict
    measured: Measured = None
    limit: Measured = None
    shortfall: float | None = None

    @property
    def requirement(self) -> Requirement:
        """The requirement that was judged."""
        return self.plan.requirement

    @property
    def entity(self) -> Entity:
        """The entity that was judged."""
        return self.scope.entity

    @property
    def entity_id(self) -> str:
        """The id of the entity."""
        return self.scope.entity.id

    @property
    def entity_kind(self) -> str:
        """The kind of the entity."""
        return self.scope.entity.kind

    @property
    def on(self) -> date:
        """The day of the audit."""
        return self.plan.context.on

    @property
    def unit(self) -> str:
        """The unit of `measured` and `limit`; "" for dates and where nothing is measured."""
        return self.plan.unit

    @property
    def shortfall_unit(self) -> str:
        """The unit of `shortfall`."""
        return self.plan.shortfall_unit

    @property
    def is_breach(self) -> bool:
        """Whether the failure breaks the rule today.

        Only mandatory requirements and dated targets breach, and none before the day on which it is due.
        """
        if self.verdict is not Verdict.FAILED or not self.plan.can_breach:
            return False
        grave = self.plan.breach_when
        return grave is None or grave(self.scope.row, self.scope) is True

    @property
    def is_warning(self) -> bool:
        """Whether the requirement failed without being, or without yet being, a breach; reported figures never."""
        judges = self.requirement.modality is not Modality.REPORTED
        return self.verdict is Verdict.FAILED and judges and not self.is_breach

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that would settle a verdict of cannot_tell; empty for any other verdict."""
        return self._doubt().missing

    @property
    def notes(self) -> tuple[str, ...]:
        """Why nothing can be told although nothing is missing: zero-denominator, contradiction, no-reading ..."""
        return self._doubt().notes

    @property
    def readings(self) -> tuple[tuple[Reading, str | None], ...]:
        """The readings on which the verdict rests, with the option that was taken."""
        return self.plan.readings

    def trace(self) -> Trace:
        """The condition with the value of every part of it."""
        return interpret(self.requirement.must, self.scope, self.plan.context)

    def explain(self, lang: Lang = "en") -> str:
        """The finding in words: what was asked, what was found, what is missing, where it stands in the text.

        Args:
            lang: "en" for English, "zh" for Chinese.

        Raises:
            UnknownNameError: The language is neither.
        """
        from civic_rules.audit.explanations import explain  # noqa: PLC0415  explanations read findings

        if lang not in {"en", "zh"}:
            message = said(
                "findings are explained in en and zh; got {lang!r}",
                "核查结果用 en 或 zh 说明；实为 {lang!r}",
                lang=lang,
            )
            raise UnknownNameError(message)
        return explain(self, lang)

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain data, ready for JSON."""
        rule, doubt = self.requirement, self._doubt()
        return {
            "requirement": rule.id,
            "entity": self.entity_id,
            "entity_kind": self.entity_kind,
            "on": self.on.isoformat(),
            "verdict": self.verdict.value,
            "is_breach": self.is_breach,
            "is_warning": self.is_warning,
            "modality": rule.modality.value,
            "due": None if rule.due is None else rule.due.isoformat(),
            "measured": _plain(self.measured),
            "limit": _plain(self.limit),
            "unit": self.unit,
            "shortfall": self.shortfall,
            "shortfall_unit": self.shortfall_unit if self.shortfall is not None else "",
            "missing": list(doubt.missing),
            "notes": list(doubt.notes),
            "readings": {reading.key: option for reading, option in self.readings},
            "clauses": [citation.clause for citation in rule.citations],
            "evidence": list(rule.source.evidence),
        }

    def _doubt(self) -> Doubt:
        return doubt_of(self.plan, self.scope) if self.verdict is Verdict.CANNOT_TELL else Doubt()

    def __repr__(self) -> str:
        """The requirement, the entity and the verdict."""
        return f"<Finding {self.requirement.id} of {self.entity_kind} {self.entity_id}: {self.verdict.value}>"


def _plain(value: Measured) -> Any:  # noqa: ANN401  a number or the text of a date
    return value.isoformat() if isinstance(value, date) else value


def shortfall_text(finding: Finding, lang: str) -> str:
    """What is missing, as text with its unit; "" where nothing is."""
    if finding.shortfall is None or not finding.shortfall_unit:
        return ""
    return units.quantity_text(finding.shortfall, finding.shortfall_unit, "zh" if lang == "zh" else "en")
