"""A rulebook: all the rules of one document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Tag, ValidationError

from civic_rules.errors import (
    DeclarationError,
    DuplicateKeyError,
    Fault,
    InvalidRulebookError,
    UnknownRequirementError,
    did_you_mean,
)
from civic_rules.rules.documents import Document
from civic_rules.rules.requirements import Guidance, Requirement, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

MAX_JSON = 20_000_000
"""The size, in characters, of the largest rulebook that is read."""

MAX_RULES = 5000
"""The number of rules of the largest rulebook that is read."""


def _tag(value: Any) -> str:  # noqa: ANN401  a rule, or the JSON of one
    is_requirement = isinstance(value, Requirement) or (isinstance(value, dict) and "must" in value)
    return "requirement" if is_requirement else "guidance"


AnyRule = Annotated[
    Annotated[Requirement, Tag("requirement")] | Annotated[Guidance, Tag("guidance")], Discriminator(_tag)
]


class RulebookData(BaseModel):
    """A rulebook as JSON: the document and its rules in the order of the text."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Rulebook")

    document: Document
    rules: tuple[AnyRule, ...]


class Rulebook:
    """All the rules of one document, in the order of its text.

    Iterating gives the requirements; `guidance` has what cannot be judged.

    Examples:
        >>> import civic_rules as cr
        >>> book = cr.load("yancheng-2013-6")
        >>> book["facility-required-area"].modality
        <Modality.MANDATORY: 'mandatory'>
    """

    def __init__(self, document: Document, rules: tuple[Requirement | Guidance, ...]) -> None:
        """Check the rules against each other and against the clauses of the document.

        Raises:
            DuplicateKeyError: Two rules have, or cover, the same key.
            UnknownClauseError: A rule cites a clause that the document does not have.
        """
        self.document = document
        self.rules = tuple(rules)
        self._by_key: dict[str, Requirement | Guidance] = {}
        for rule in self.rules:
            for citation in rule.citations:
                document.check(citation)
            for key in (rule.key, *rule.covers):
                if key in self._by_key or key in document.covers:
                    msg = f"{document.id}: two rules have or cover the key {key!r}"
                    raise DuplicateKeyError(msg)
                self._by_key[key] = rule

    @classmethod
    def collect(cls, document: Document, *modules: ModuleType) -> Rulebook:
        """Gather the rules that stand at the top level of modules, in the order in which they are written."""
        rules = [rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)]
        return cls(document, tuple(rules))  # type: ignore[arg-type]  # every rule is a requirement or guidance

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
        msg = f"{self.id}: {key!r} is guidance, which no data can judge; see rulebook.rule({key!r})"
        raise UnknownRequirementError(msg)

    def rule(self, key: str) -> Requirement | Guidance:
        """The requirement or guidance that has or covers a key; the whole id is accepted too.

        Raises:
            UnknownRequirementError: No rule has this key.
        """
        short = key.removeprefix(f"{self.id}/")
        if short not in self._by_key:
            msg = f"{self.id} has no rule {key!r}{did_you_mean(short, self._by_key)}"
            raise UnknownRequirementError(msg)
        return self._by_key[short]

    def __eq__(self, other: object) -> bool:
        """Whether the other rulebook has the same document and the same rules."""
        return isinstance(other, Rulebook) and (self.document, self.rules) == (other.document, other.rules)

    def __hash__(self) -> int:
        """A hash by id."""
        return hash((self.id, len(self.rules)))

    def __repr__(self) -> str:
        """The id and the number of rules."""
        return f"<Rulebook {self.id}: {len(self)} requirements, {len(self.guidance)} guidance>"

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
            raise InvalidRulebookError([Fault("", f"{len(text):,} characters; at most {MAX_JSON:,} are read")])
        try:
            raw = RulebookData.model_validate_json(text)
        except ValidationError as error:
            raise InvalidRulebookError([_fault(line) for line in error.errors(include_url=False)]) from None
        except DeclarationError as error:
            raise InvalidRulebookError(_declaration_faults(text, error)) from None
        if len(raw.rules) > MAX_RULES:
            raise InvalidRulebookError([Fault("rules", f"{len(raw.rules)} rules; at most {MAX_RULES} are read")])
        try:
            return cls(raw.document, raw.rules)
        except DeclarationError as error:
            raise InvalidRulebookError([Fault("rules", str(error))]) from None

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """The JSON Schema of a rulebook."""
        return RulebookData.model_json_schema()


def _declaration_faults(text: str | bytes, first: DeclarationError) -> list[Fault]:
    """The fault of every rule that is well formed but says what cannot be said."""
    faults = []
    for number, rule in enumerate(json.loads(text).get("rules", [])):
        try:
            (Requirement if _tag(rule) == "requirement" else Guidance).model_validate_json(json.dumps(rule))
        except DeclarationError as error:
            faults.append(Fault(f"rules[{number}]", str(error)))
        except ValidationError as error:
            faults += [_fault(line, f"rules[{number}]") for line in error.errors(include_url=False)]
    return faults or [Fault("", str(first))]


def _fault(line: Any, start: str = "") -> Fault:  # noqa: ANN401  what Pydantic lists of an error
    where = start
    for step in line["loc"]:
        if isinstance(step, int):
            where += f"[{step}]"
        elif step not in {"requirement", "guidance"}:
            where += f".{step}" if where else str(step)
    return Fault(where, line["msg"], line["input"])
