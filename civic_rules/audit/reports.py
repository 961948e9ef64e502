"""The report of an audit: its findings, and the ways to look at them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from civic_rules.errors import AmbiguousKeyError, UnknownEntityError, UnknownRequirementError, did_you_mean
from civic_rules.expressions.scope import kinds_below
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.audit.findings import Finding
    from civic_rules.entities import Entity
    from civic_rules.expressions.scope import Context
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

    def counts(self) -> dict[Verdict, int]:
        """How many findings have each verdict; a verdict that nobody has counts zero."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict: found[verdict] for verdict in Verdict}

    def for_entity(self, entity_id: str) -> Report:
        """The findings of one entity alone.

        Args:
            entity_id: Its id.

        Raises:
            UnknownEntityError: No entity of the audit has this id.
        """
        if entity_id not in self._by_entity:
            msg = f"the report has no entity {entity_id!r}{did_you_mean(entity_id, self._by_entity)}"
            raise UnknownEntityError(msg)
        findings = self._by_entity[entity_id]
        return Report(findings[0].entity, self.rulebooks, self.context, tuple(findings), self._kinds)

    def of_members(self) -> Report:
        """The report without what was found of the entity itself, which counts as a thing that the data do not have.

        For a table: it lists communities, and nobody has said anything of the county that holds them.
        """
        kept = tuple(finding for finding in self.findings if finding.entity is not self.entity)
        return Report(self.entity, self.rulebooks, self.context, kept, self._kinds - {self.entity.kind})

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
            msg = (
                f"{wanted.id} is asked of a {wanted.subject}, not of a {self.entity.kind}: "
                f"see report.for_requirement({key!r}) or report.for_entity(id)"
            )
            raise UnknownRequirementError(msg)
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
            ids = ", ".join(book[key].id for book in holding)
            msg = f"several rulebooks have {key!r}: give the whole id ({ids})"
            raise AmbiguousKeyError(msg)
        if not holding:
            known = [rule.key for book in self.rulebooks for rule in book]
            msg = f"no rulebook of this audit has {key!r}{did_you_mean(key, known)}"
            raise UnknownRequirementError(msg)
        return holding[0][key]
