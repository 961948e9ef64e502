"""A rulebook: all the rules of one document."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Tag

from civic_rules.errors import (
    DeclarationError,
    DuplicateKeyError,
    Fault,
    InvalidRulebookError,
    UnknownRequirementError,
    did_you_mean,
)
from civic_rules.expressions.kinds import entity_type
from civic_rules.messages import Message, both, said
from civic_rules.rules.benchmarks import Benchmark
from civic_rules.rules.consequences import Circumstance, Consequence
from civic_rules.rules.documents import Document
from civic_rules.rules.reading import EveryRule, check_binding, read_rulebook
from civic_rules.rules.requirements import Guidance, Requirement, Rule
from civic_rules.rules.strata import check_consequences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from civic_rules.expressions import Reading

MAX_JSON = 20_000_000
"""The size, in characters, of the largest rulebook that is read."""


def _tag(value: Any) -> str:  # noqa: ANN401  a rule, or the JSON of one
    given = value if isinstance(value, dict) else {}
    if isinstance(value, Requirement) or "must" in given:
        return "requirement"
    if isinstance(value, Benchmark) or "measures" in given:
        return "benchmark"
    if isinstance(value, Circumstance) or "holds" in given:
        return "circumstance"
    return "consequence" if isinstance(value, Consequence) or "then" in given else "guidance"


AnyRule = Annotated[
    Annotated[Requirement, Tag("requirement")]
    | Annotated[Benchmark, Tag("benchmark")]
    | Annotated[Circumstance, Tag("circumstance")]
    | Annotated[Consequence, Tag("consequence")]
    | Annotated[Guidance, Tag("guidance")],
    Discriminator(_tag),
]


_NO_REQUIREMENT: dict[type[Rule], Message] = {
    Benchmark: both("a benchmark, which judges nobody", "通报数据，不作评判"),
    Guidance: both("guidance, which no data can judge", "指导性内容，无法用数据评判"),
    Circumstance: both("a circumstance, which judges nobody", "情形，不作评判"),
    Consequence: both("a consequence, which follows from findings", "推论，由核查结果得出"),
}


class RulebookData(BaseModel):
    """A rulebook as JSON: the document and its rules in the order of the text."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Rulebook")

    document: Document
    rules: tuple[AnyRule, ...]


class Rulebook:
    """All the rules of one document, in the order of its text.

    Iterating gives the requirements; `guidance` has what cannot be judged, `benchmarks` the figures of a report,
    `consequences` what follows.

    Examples:
        >>> import civic_rules as cr
        >>> book = cr.load("yancheng-2013-6")
        >>> book["facility-required-area"].modality
        <Modality.MANDATORY: 'mandatory'>
    """

    def __init__(self, document: Document, rules: tuple[EveryRule, ...]) -> None:
        """Check the rules against each other and against the clauses of the document.

        Raises:
            DuplicateKeyError: Two rules have, or cover, the same key.
            UnknownClauseError: A rule cites a clause that the document does not have.
            UnknownFactError: A consequence asks for what no rule of the rulebook says.
            CyclicAbsenceError: What follows depends on its own absence.
            DeclarationError: The document is a report, and a rule binds somebody; or a variant is of no other rule.
        """
        self.document = document
        self.rules = tuple(rules)
        self._by_key: dict[str, EveryRule] = {}
        for rule in self.rules:
            check_binding(document, rule)
            for citation in rule.citations:
                document.check(citation)
            for key in (rule.key, *rule.covers):
                if key in self._by_key or key in document.covers:
                    message = said(
                        "{document}: two rules have or cover the key {key!r}",
                        "{document}：有两条规则具有或涵盖编号 {key!r}",
                        document=document.id,
                        key=key,
                    )
                    raise DuplicateKeyError(message)
                self._by_key[key] = rule
        for rule in self.requirements:
            self._check_variant(rule)
        check_consequences(document, self.rules)

    def _check_variant(self, rule: Requirement) -> None:
        """Check that a variant is one of a requirement for another kind of entity."""
        if rule.variant_of is None:
            return
        other = self._by_key.get(rule.variant_of)
        if not isinstance(other, Requirement):
            message = said(
                "{rule}: variant_of names no requirement: {given!r}{hint}",
                "{rule}：variant_of 所指的不是要求：{given!r}{hint}",
                rule=rule.key,
                given=rule.variant_of,
                hint=did_you_mean(rule.variant_of, self._by_key),
            )
            raise DeclarationError(message)
        if other.subject == rule.subject:
            message = said(
                "{rule}: it and {other}, of which it is a variant, are both asked of a {subject}",
                "{rule}：它与 {other}（它是后者的变体）都是对{subject}的要求",
                rule=rule.key,
                other=other.key,
                subject=entity_type(rule.subject).called(),
            )
            raise DeclarationError(message)

    @classmethod
    def collect(cls, document: Document, *modules: ModuleType) -> Rulebook:
        """Gather the rules that stand at the top level of modules, in the order in which they are written.

        A rule that a later module imports, as consequences do, counts where it stands first.
        """
        found = {id(rule): rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
        return cls(document, tuple(found.values()))  # type: ignore[arg-type]  # every rule is of one of the kinds

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The rules that data can judge."""
        return tuple(rule for rule in self.rules if isinstance(rule, Requirement))

    @property
    def guidance(self) -> tuple[Guidance, ...]:
        """What the document says that no data can judge."""
        return tuple(rule for rule in self.rules if isinstance(rule, Guidance))

    @property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """The figures that the document reports, beside which others can be placed."""
        return tuple(rule for rule in self.rules if isinstance(rule, Benchmark))

    @cached_property
    def circumstances(self) -> tuple[Circumstance, ...]:
        """What is so or not of an entity, for consequences to ask."""
        return tuple(rule for rule in self.rules if isinstance(rule, Circumstance))

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """What follows from findings and circumstances."""
        return tuple(rule for rule in self.rules if isinstance(rule, Consequence))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of its requirements and circumstances, each once."""
        asked = [rule for rule in self.rules if isinstance(rule, (Requirement, Circumstance))]
        return tuple({reading.key: reading for rule in asked for reading in rule.readings}.values())

    def __len__(self) -> int:
        """The number of requirements."""
        return len(self.requirements)

    def __iter__(self) -> Iterator[Requirement]:
        """The requirements in the order of the text."""
        return iter(self.requirements)

    def __contains__(self, key: object) -> bool:
        """Whether a rule has or covers a key."""
        return key in self._by_key or (isinstance(key, str) and key.removeprefix(f"{self.id}/") in self._by_key)

    def __getitem__(self, key: str) -> Requirement:
        """The requirement that has or covers a key; the whole id is accepted too.

        Raises:
            UnknownRequirementError: No requirement has this key.
        """
        rule = self.rule(key)
        if isinstance(rule, Requirement):
            return rule
        message = said(
            "{book}: {key!r} is {what}; see rulebook.rule({key!r})",
            "{book}：{key!r} 是{what}；请用 rulebook.rule({key!r})",
            book=self.id,
            key=key,
            what=_NO_REQUIREMENT[type(rule)],
        )
        raise UnknownRequirementError(message)

    def rule(self, key: str) -> EveryRule:
        """The requirement, benchmark or guidance that has or covers a key; the whole id is accepted too.

        Raises:
            UnknownRequirementError: No rule has this key.
        """
        short = key.removeprefix(f"{self.id}/")
        if short not in self._by_key:
            message = said(
                "{book} has no rule {key!r}{hint}",
                "{book} 中没有规则 {key!r}{hint}",
                book=self.id,
                key=key,
                hint=did_you_mean(short, self._by_key),
            )
            raise UnknownRequirementError(message)
        return self._by_key[short]

    @cached_property
    def _written(self) -> bytes:
        """A digest of all that it says: rulebooks are compared at every audit, and their trees are large."""
        return sha256(self.to_json().encode()).digest()

    def __eq__(self, other: object) -> bool:
        """Whether the other rulebook has the same document and the same rules, and is written as the same JSON."""
        if self is other:
            return True
        return isinstance(other, Rulebook) and self.id == other.id and self._written == other._written

    def __hash__(self) -> int:
        """A hash by all that it says, so that variants of one rulebook stand apart."""
        return hash(self._written)

    def __repr__(self) -> str:
        """The id and the number of rules."""
        figures = f", {len(self.benchmarks)} benchmarks" if self.benchmarks else ""
        figures += f", {len(self.consequences)} consequences" if self.consequences else ""
        return f"<Rulebook {self.id}: {len(self)} requirements, {len(self.guidance)} guidance{figures}>"

    def to_json(self) -> str:
        """The whole rulebook as JSON; `from_json` gives it back without loss."""
        return RulebookData(document=self.document, rules=self.rules).model_dump_json(exclude_defaults=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> Rulebook:
        """Read a rulebook that was written as JSON. It is data: nothing in it executes.

        Args:
            text: What `to_json` wrote, or what somebody wrote by the JSON Schema.

        Raises:
            InvalidRulebookError: The text is no rulebook; every fault is listed with its place.
        """
        if len(text) > MAX_JSON:
            raise InvalidRulebookError([Fault("", _too_long(len(text)))])
        return cls(*read_rulebook(text))

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """The JSON Schema of a rulebook."""
        return RulebookData.model_json_schema()


def _too_long(length: int) -> Message:
    return said(
        "{length:,} characters; at most {most:,} are read",
        "有 {length:,} 个字符；最多读 {most:,} 个",
        length=length,
        most=MAX_JSON,
    )
