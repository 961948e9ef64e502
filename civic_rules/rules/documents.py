"""The policy texts: their clauses, and how a rule cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from civic_rules.errors import DeclarationError, UnknownClauseError, did_you_mean
from civic_rules.expressions.choices import Key
from civic_rules.expressions.literals import Day, Truth
from civic_rules.messages import Message, both, joined, said
from civic_rules.text import Text

if TYPE_CHECKING:
    from datetime import date

MAX_TERM = 15
"""The length of the longest evidence term: a figure or a short term, never a sentence."""

Term = Annotated[str, Field(min_length=1)]

Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The SHA-256 of the wording of a text; see `civic_rules.rules.fingerprint`."""


class Clause(BaseModel):
    """A place in a document.

    Attributes:
        number: The number under which the document has it, as in "三(六)".
        title: What it is about, in our own words.
        covers: Keys of catalogue rows that the record of the document itself answers here: dates, addressees.
        is_absent: Whether the numbering counts it and the text does not have it. No rule can cite it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[str, Field(min_length=1, max_length=60)]
    title: Text
    covers: tuple[Key, ...] = ()
    is_absent: bool = False

    @model_validator(mode="after")
    def _check_absence(self) -> Clause:
        """What the text does not have says nothing."""
        if self.is_absent and self.covers:
            message = said(
                "clause {number!r} is absent from the text and cannot cover {keys}",
                "正文中没有条款 {number!r}，它不能涵盖 {keys}",
                number=self.number,
                keys=joined(self.covers),
            )
            raise DeclarationError(message)
        return self


class Citation(BaseModel):
    """Where a rule comes from.

    Attributes:
        document: The id of the document.
        clause: The number of the clause.
        evidence: Figures and short terms by which a reader finds the place.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Key
    clause: Annotated[str, Field(min_length=1, max_length=60)]
    evidence: tuple[Term, ...] = ()

    def in_(self, lang: str) -> str:
        """The citation in English ("en") or Chinese ("zh").

        Examples:
            >>> Citation(document="yancheng-2013-6", clause="三(六)", evidence=("400平方米",)).in_("en")
            'yancheng-2013-6, clause 三(六): “400平方米”'
        """
        terms = "、".join(f"“{term}”" for term in self.evidence)
        if lang == "zh":
            return f"{self.document} {self.clause}" + (f"：{terms}" if terms else "")
        return f"{self.document}, clause {self.clause}" + (f": {terms}" if terms else "")


class Document(BaseModel):
    """A policy text.

    Attributes:
        id: Its id, which is also the id of its rulebook.
        title: What it is, in our own words.
        issuer: Who issued it.
        number: The number under which it was issued, where it has one.
        issued: The day on which it was issued; None only for a report that bears no date.
        in_force_from: The day from which its rules are in force.
        in_force_until: The day from which they no longer are; None where no end is stated.
        last_checked: The day on which the encoded rules were last held against the text.
        clauses: Its clauses, in the order of the text, with numbers that the text passes over.
        addressees: Whom it binds.
        note: What a reader should know of the record: how a date was taken, say.
        fingerprint: The fingerprint of its text as archived, by which a copy is known to be unchanged.
        is_report: Whether it only reports what has been done. A report binds nobody, and may bear no date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Key
    title: Text
    issuer: Text
    number: str | None = None
    issued: Day | None = None
    in_force_from: Day
    in_force_until: Day | None = None
    last_checked: Day
    clauses: tuple[Clause, ...] = Field(min_length=1)
    addressees: Text | None = None
    note: Text | None = None
    fingerprint: Fingerprint | None = None
    is_report: Truth = False

    @model_validator(mode="after")
    def _check_days(self) -> Document:
        """What binds somebody has a day from which it does, and is in force for a day at least."""
        if self.issued is None and not self.is_report:
            message = said(
                "{document}: issued is required of a document that is no report",
                "{document}：不是通报的文件必须给出 issued",
                document=self.id,
            )
            raise DeclarationError(message)
        if self.in_force_until is not None and self.in_force_until <= self.in_force_from:
            message = said(
                "{document}: in_force_until {until} is not after in_force_from {since}",
                "{document}：in_force_until {until} 应晚于 in_force_from {since}",
                document=self.id,
                until=self.in_force_until,
                since=self.in_force_from,
            )
            raise DeclarationError(message)
        return self

    @property
    def covers(self) -> tuple[str, ...]:
        """Keys of catalogue rows that this record itself answers."""
        return tuple(key for clause in self.clauses for key in clause.covers)

    @property
    def present(self) -> tuple[Clause, ...]:
        """The clauses that the text has.

        Examples:
            >>> import civic_rules as cr
            >>> document = cr.load("yancheng-2013-6").document
            >>> len(document.present) == len(document.clauses)
            True
        """
        return tuple(clause for clause in self.clauses if not clause.is_absent)

    def is_in_force(self, on: date) -> bool:
        """Whether its rules are in force on a day."""
        return self.in_force_from <= on and (self.in_force_until is None or on < self.in_force_until)

    def clause(self, number: str, evidence: tuple[str, ...] = ()) -> Citation:
        """Cite a clause.

        Args:
            number: The number of the clause as the document has it.
            evidence: Figures and short terms found there, 15 characters or fewer each.

        Raises:
            UnknownClauseError: The document has no such clause.
            DeclarationError: An evidence term is too long.
        """
        citation = Citation(document=self.id, clause=number, evidence=evidence)
        self.check(citation)
        return citation

    def check(self, citation: Citation) -> None:
        """Check that a citation points into this document.

        Raises:
            UnknownClauseError: It names another document, or a clause that this one does not have.
            DeclarationError: An evidence term is too long.
        """
        if citation.document != self.id:
            message = said(
                "the rule cites {cited}, but stands in the rulebook of {document}",
                "规则引用 {cited}，却列在 {document} 的规则册中",
                cited=citation.document,
                document=self.id,
            )
            raise UnknownClauseError(message)
        known = [clause.number for clause in self.present]
        if citation.clause in {clause.number for clause in self.clauses if clause.is_absent}:
            raise UnknownClauseError(self._no_clause(citation) + _PASSED_OVER)
        if citation.clause not in known:
            raise UnknownClauseError(self._no_clause(citation) + did_you_mean(citation.clause, known))
        for term in citation.evidence:
            if len(term) > MAX_TERM:
                message = said(
                    "evidence term {term!r} has {length} characters; at most {most} are allowed",
                    "依据词 {term!r} 有 {length} 个字符；最多 {most} 个",
                    term=term,
                    length=len(term),
                    most=MAX_TERM,
                )
                raise DeclarationError(message)

    def _no_clause(self, citation: Citation) -> Message:
        return said(
            "{document} has no clause {clause!r}",
            "{document} 中没有条款 {clause!r}",
            document=self.id,
            clause=citation.clause,
        )


_PASSED_OVER = both(": the text passes over that number", "：正文跳过了这个序号")
