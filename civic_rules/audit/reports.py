"""The report of an audit: its findings, and the ways to look at them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from civic_rules.entities import ENTITY_TYPES
from civic_rules.errors import AmbiguousKeyError, UnknownEntityError, UnknownRequirementError, did_you_mean, shown
from civic_rules.expressions.scope import Scope, kinds_below
from civic_rules.messages import Message, joined, said
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civic_rules.audit.findings import Finding
    from civic_rules.entities import Entity
    from civic_rules.expressions.scope import Context
    from civic_rules.inference import Conclusions, Kept
    from civic_rules.rules import Requirement, Rulebook

SCHEMA = "civic.report.v1"
"""The name of the form in which a report is written as JSON."""


class Report:
    """What an audit found, for the entity that was handed in and for every entity below it.

    Iterating gives the findings; `report[key]` is the finding of the entity itself.

    Attributes:
        entity: The entity that was handed in.
        rulebooks: The rulebooks that it was judged by.
        context: The day of the audit and the readings that the user chose.
        findings: Every finding, by entity and in the order of the rulebooks.
        kept: What was chained of a former report on the entity, where a session keeps that.

    Examples:
        >>> import civic_rules as cr
        >>> report = cr.audit(cr.Community(id="c1", workers=9), cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> report.counts()["failed"]
        0
    """

    def __init__(
        self,
        entity: Entity,
        rulebooks: tuple[Rulebook, ...],
        context: Context,
        findings: tuple[Finding, ...],
        kinds: frozenset[str],
    ) -> None:
        """Keep the findings; everything else is worked out when it is asked for."""
        self.entity = entity
        self.rulebooks = rulebooks
        self.context = context
        self.findings = findings
        self._kinds = kinds
        self.kept: Kept | None = None
        self._whole: Report | None = None

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled; what follows is worked out anew where it is asked for."""
        return {name: value for name, value in self.__dict__.items() if name != "conclusions"} | {"kept": None}

    @cached_property
    def breaches(self) -> tuple[Finding, ...]:
        """The failures that break a rule on the day of the audit."""
        return tuple(finding for finding in self.findings if finding.is_breach)

    @cached_property
    def warnings(self) -> tuple[Finding, ...]:
        """The failures that are no breach, or not yet."""
        return tuple(finding for finding in self.findings if finding.is_warning)

    @cached_property
    def unjudged(self) -> tuple[Requirement, ...]:
        """Requirements of which nothing was judged, because the entity could hold what they ask of but holds none."""
        asked = kinds_below(self.entity.kind) - self._kinds
        return tuple(rule for book in self.rulebooks for rule in book if rule.subject in asked)

    @cached_property
    def conclusions(self) -> Conclusions:
        """What follows from the findings, each with why; worked out when it is first asked for.

        Of a part of a report, what is of or about the entities of that part, as the whole report has it.

        Examples:
            >>> import civic_rules as cr
            >>> facts = {"has_facility": False, "has_recent_project": False}
            >>> report = cr.audit(cr.Community(id="c1", **facts), cr.load("yancheng-2013-6"), on="2013-02-01")
            >>> [one.key for one in report.conclusions]
            ['gap-community', 'gap-plan-owed']
        """
        # The one import against the order of the rooms: what follows is asked of the report, as its findings are.
        from civic_rules.inference import conclude  # noqa: PLC0415  see above

        if self._whole is None:
            return conclude(self, kept=self.kept)
        parts = {(finding.entity_kind, finding.entity_id) for finding in self.findings}
        if self.entity is not self._whole.entity:
            parts.add((self.entity.kind, self.entity.id))
        return self._whole.conclusions.concerning(parts)

    def counts(self) -> dict[Verdict, int]:
        """How many findings have each verdict; a verdict that nobody has counts zero."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict: found[verdict] for verdict in Verdict}

    def for_entity(self, entity_id: str) -> Report:
        """The findings of one entity alone; none of an entity that no rule is asked of.

        Args:
            entity_id: Its id.

        Raises:
            UnknownEntityError: No entity of the audit has this id.

        Examples:
            >>> import civic_rules as cr
            >>> city = cr.City(id="yt", communities=[{"id": "c1", "owners_committees": [{"id": "o1"}]}])
            >>> report = cr.audit(city, cr.load("yantai-2023"), on="2023-12-31")
            >>> len(report.for_entity("c1")) > 0, report.for_entity("o1").findings
            (True, ())
        """
        findings = tuple(self._by_entity.get(entity_id, ()))
        entity = findings[0].entity if findings else self._unasked.get(entity_id)
        if entity is None:
            known = [*self._by_entity, *self._unasked]
            raise UnknownEntityError(no_entity(entity_id, known))
        return self._part(entity, findings, self._kinds)

    def of_members(self) -> Report:
        """The report without what was found of the entity itself, which counts as a thing that the data do not have.

        For a table: it lists communities, and nobody has said anything of the county that holds them.
        """
        kept = tuple(finding for finding in self.findings if finding.entity is not self.entity)
        return self._part(self.entity, kept, self._kinds - {self.entity.kind})

    def _part(self, entity: Entity, findings: tuple[Finding, ...], kinds: frozenset[str]) -> Report:
        """A part of this report, which knows the whole that its conclusions come from."""
        made = Report(entity, self.rulebooks, self.context, findings, kinds)
        made._whole = self._whole or self
        return made

    def for_requirement(self, key: str) -> tuple[Finding, ...]:
        """The findings of one requirement, for every entity that it was asked of.

        Args:
            key: Its key, or its whole id where several rulebooks have the key.

        Raises:
            UnknownRequirementError: No rulebook of the audit has this key.
        """
        wanted = self._requirement(key).id
        return tuple(finding for finding in self.findings if finding.requirement.id == wanted)

    def __getitem__(self, key: str) -> Finding:
        """The finding of the entity itself for a requirement, by its key or its whole id.

        Raises:
            UnknownRequirementError: No rulebook has this key, or it is not asked of this kind of entity.
            AmbiguousKeyError: Several rulebooks have this key.
        """
        wanted = self._requirement(key)
        found = self._own_finding(wanted)
        if found is None:
            message = said(
                "{rule} is asked of a {subject}, not of a {kind}: "
                "see report.for_requirement({key!r}) or report.for_entity(id)",
                "{rule} 是对{subject}的要求，不是对{kind}的："
                "请用 report.for_requirement({key!r}) 或 report.for_entity(id)",
                rule=wanted.id,
                subject=ENTITY_TYPES[wanted.subject].called(),
                kind=self.entity.called(),
                key=key,
            )
            raise UnknownRequirementError(message)
        return found

    def __contains__(self, sought: object) -> bool:
        """Whether the report has a finding, or one of the entity itself for a requirement, by its key or its whole id.

        Raises:
            AmbiguousKeyError: Several rulebooks have this key.
        """
        if not isinstance(sought, str):
            return sought in self.findings
        is_known = any(sought in book for book in self.rulebooks)
        return is_known and self._own_finding(self._requirement(sought)) is not None

    def __iter__(self) -> Iterator[Finding]:
        """The findings."""
        return iter(self.findings)

    def __len__(self) -> int:
        """The number of findings."""
        return len(self.findings)

    def __repr__(self) -> str:
        """The entity, the day, and how many findings there are of each kind."""
        counts = ", ".join(f"{count} {verdict.value}" for verdict, count in self.counts().items())
        return f"<Report on {self.entity.kind} {self.entity.id}, {self.context.on}: {counts}>"

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat dict a finding, for tables: lists are joined with "; "."""
        rows = []
        for finding in self.findings:
            row = finding.to_dict()
            row["readings"] = [f"{key}={option}" for key, option in row["readings"].items()]
            titled = {"title_zh": finding.requirement.title.zh, "title_en": finding.requirement.title.en}
            flat = {key: "; ".join(value) if isinstance(value, list) else value for key, value in row.items()}
            rows.append({**flat, **titled})
        return rows

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, ready for JSON."""
        return {
            "schema": SCHEMA,
            "entity": {"kind": self.entity.kind, "id": self.entity.id, "name": self.entity.name},
            "on": self.context.on.isoformat(),
            "rulebooks": [book.id for book in self.rulebooks],
            "readings": dict(self.context.readings),
            "counts": {verdict.value: count for verdict, count in self.counts().items()},
            "breaches": len(self.breaches),
            "warnings": len(self.warnings),
            "findings": [finding.to_dict() for finding in self.findings],
            "unjudged": [rule.id for rule in self.unjudged],
            "conclusions": self.conclusions.to_dict(),
        }

    def to_json(self, indent: int | None = 2) -> str:
        """The report as JSON; Chinese stands as it is.

        Args:
            indent: Spaces of indentation, or None for one line.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @cached_property
    def _by_entity(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.entity_id, []).append(finding)
        return found

    @cached_property
    def _unasked(self) -> dict[str, Entity]:
        """The entities of the kinds that no rule is asked of, by their ids."""
        kinds = self._kinds - {rule.subject for book in self.rulebooks for rule in book}
        below = (scope.entity for scope in Scope(self.entity).walk()) if kinds else ()
        return {entity.id: entity for entity in below if entity.kind in kinds}

    @cached_property
    def _own(self) -> dict[str, Finding]:
        return {finding.requirement.id: finding for finding in self.findings if finding.entity is self.entity}

    def _own_finding(self, wanted: Requirement) -> Finding | None:
        """The finding of the entity itself for a requirement, or for the variant that is asked of its kind."""
        return self._own.get(wanted.id) or self._own.get(self._variants.get(wanted.id, ""))

    @cached_property
    def _variants(self) -> dict[str, str]:
        """The requirement asked of the report's entity that is a variant of another, by the id of that other."""
        own = [finding.requirement for finding in self._own.values()]
        return {f"{rule.source.document}/{rule.variant_of}": rule.id for rule in own if rule.variant_of is not None}

    def _requirement(self, key: str) -> Requirement:
        holding = [book for book in self.rulebooks if key in book]
        if len(holding) > 1:
            raise AmbiguousKeyError(ambiguous_key(key, [book[key].id for book in holding]))
        if not holding:
            known = [rule.key for book in self.rulebooks for rule in book]
            raise UnknownRequirementError(no_rule(key, known))
        return holding[0][key]


def no_entity(entity_id: str, known: Iterable[str]) -> Message:
    """That a report has no entity of an id, with the nearest that it has."""
    hint = did_you_mean(entity_id, known)
    return said("the report has no entity {one}{hint}", "报告中没有对象 {one}{hint}", one=shown(entity_id), hint=hint)


def ambiguous_key(key: str, ids: Iterable[str]) -> Message:
    """That several rulebooks have a key, with the whole ids."""
    return said(
        "several rulebooks have {key!r}: give the whole id ({ids})",
        "多个规则册中都有 {key!r}：请写全编号（{ids}）",
        key=key,
        ids=joined(ids),
    )


def no_rule(key: str, known: Iterable[str]) -> Message:
    """That no rulebook of an audit has a key, with the nearest key."""
    hint = did_you_mean(key, known)
    return said(
        "no rulebook of this audit has {key!r}{hint}", "这次核查的规则册中没有 {key!r}{hint}", key=key, hint=hint
    )
