"""What follows and why, for programs: the form `civic.trace.v1` with its JSON Schema, and a graph for Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from civic_rules.inference.facts import due_state
from civic_rules.inference.wording import check_language, finding_text, ground_text, headline, party_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.inference.conclusions import Because, Conclusion, Conclusions, Ground
    from civic_rules.inference.facts import Party
    from civic_rules.units import Lang

SCHEMA = "civic.trace.v1"
"""The name of the form in which a trace is written as JSON."""


class _Part(BaseModel):
    """A part of a trace."""

    model_config = ConfigDict(extra="forbid")


class PartyData(_Part):
    """An entity, or the place in which one lies that was not handed in."""

    kind: str
    id: str | None = Field(description="None for a place that was not handed in.")
    around: str | None = Field(default=None, description="The id of what lies in a place that was not handed in.")


class GroundData(_Part):
    """A fact that something rests on."""

    node: str
    wanted: bool = Field(description="Whether it has to be there; false for what may not be there.")
    is_there: bool | None = Field(description="Whether it is there; null where that is not known.")


class ReasonData(_Part):
    """One way in which something follows."""

    rule: str
    clause: str
    evidence: list[str]
    grounds: list[GroundData]


class ConclusionNode(_Part):
    """Something that follows."""

    type: Literal["conclusion"] = "conclusion"
    id: str
    conclusion: str
    kind: Literal["obligation", "status", "priority", "escalation", "entitlement"]
    of: PartyData
    about: PartyData | None
    requirement: str | None
    title: dict[Literal["zh", "en"], str]
    bearer: list[dict[Literal["zh", "en"], str]]
    due: str | None
    is_certain: bool
    missing: list[str]
    reasons: list[ReasonData] = Field(description="Every way in which it follows, the shortest first.")


class FindingNode(_Part):
    """A finding of the audit."""

    type: Literal["finding"] = "finding"
    id: str
    requirement: str
    of: PartyData
    verdict: Literal["passed", "failed", "cannot_tell", "inapplicable"]
    tier: Literal["breach", "warning", "none"]
    due_state: Literal["no-day", "not-yet-due", "due", "overdue"]
    measured: float | str | None = Field(description="A number in the unit, or a day.")
    limit: float | str | None
    unit: str
    shortfall: float | None
    missing: list[str]


class CircumstanceNode(_Part):
    """A circumstance of an entity."""

    type: Literal["circumstance"] = "circumstance"
    id: str
    circumstance: str
    of: PartyData
    is_so: bool | None
    recorded: dict[Literal["zh", "en"], list[str]] = Field(description="What the entity records of it, in phrases.")
    missing: list[str]


class MemberNode(_Part):
    """A member and its holder."""

    type: Literal["member"] = "member"
    id: str
    of: PartyData
    holder: PartyData


class BareNode(_Part):
    """Something that a rule asks for and of which nothing else can be said: it is not there, or cannot be known."""

    type: Literal["bare"] = "bare"
    id: str
    asked: str
    of: PartyData


AnyNode = Annotated[
    ConclusionNode | FindingNode | CircumstanceNode | MemberNode | BareNode, Field(discriminator="type")
]


class TraceData(_Part):
    """What follows from an audit, and why: a graph of conclusions, findings, circumstances and members."""

    model_config = ConfigDict(extra="forbid", title=SCHEMA)

    form: Literal["civic.trace.v1"] = Field(alias="schema")
    on: str
    entity: PartyData
    rulebooks: list[str]
    engine: str
    certain: list[str] = Field(description="The nodes of what certainly follows, in order.")
    open: list[str] = Field(description="The nodes of what would follow if something that is not known were so.")
    nodes: list[AnyNode]


def trace_schema() -> dict[str, Any]:
    """The JSON Schema of a trace.

    Examples:
        >>> trace_schema()["title"]
        'civic.trace.v1'
    """
    return TraceData.model_json_schema()


def trace(conclusions: Conclusions) -> dict[str, Any]:
    """Everything that follows, and why, as plain data."""
    graph = _Graph(conclusions)
    report = conclusions.report
    return {
        "schema": SCHEMA,
        "on": report.context.on.isoformat(),
        "entity": {"kind": report.entity.kind, "id": report.entity.id, "around": None},
        "rulebooks": [book.id for book in report.rulebooks],
        "engine": conclusions.engine,
        "certain": [graph.names[one] for one in conclusions],
        "open": [graph.names[one] for one in conclusions.open],
        "nodes": graph.nodes,
    }


def _party(party: Party) -> dict[str, Any]:
    around = None if party.around is None else party.around.id
    return {"kind": party.kind, "id": party.id or None, "around": around}


class _Graph:
    """The nodes of a trace, each once."""

    def __init__(self, conclusions: Conclusions) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.names: dict[Conclusion, str] = {}
        self._others: dict[object, str] = {}
        self._named: list[Conclusion] = []
        for one in (*conclusions, *conclusions.open):
            self._name(one)
        # Of a part of a report a reason may name conclusions that are no part of it: the list grows on the way.
        for one in self._named:
            self.nodes.append(self._conclusion(one))

    def _name(self, conclusion: Conclusion) -> str:
        if conclusion not in self.names:
            self.names[conclusion] = f"c{len(self.names)}"
            self._named.append(conclusion)
        return self.names[conclusion]

    def _conclusion(self, one: Conclusion) -> dict[str, Any]:
        return {
            "type": "conclusion",
            "id": self._name(one),
            "conclusion": one.id,
            "kind": one.kind,
            "of": _party(one.party),
            "about": None if one.about_party is None else _party(one.about_party),
            "requirement": None if one.requirement is None else one.requirement.id,
            "title": {"zh": one.title.zh, "en": one.title.en},
            "bearer": [{"zh": text.zh, "en": text.en} for text in one.bearer],
            "due": None if one.due is None else one.due.isoformat(),
            "is_certain": one.is_certain,
            "missing": list(one.missing),
            "reasons": [self._reason(why) for why in one.reasons],
        }

    def _reason(self, why: Because) -> dict[str, Any]:
        source = why.rule.source
        grounds = [{"node": self.node(one), "wanted": one.is_wanted, "is_there": one.truth} for one in why.grounds]
        return {"rule": why.rule.id, "clause": source.clause, "evidence": list(source.evidence), "grounds": grounds}

    def node(self, ground: Ground) -> str:
        """The name of the node of a fact."""
        if ground.conclusion is not None:
            return self._name(ground.conclusion)
        key = _identity(ground)
        name = self._others.get(key)
        if name is None:
            name = self._others[key] = f"f{len(self._others)}"
            self.nodes.append({**_plain(ground), "id": name})
        return name


def _identity(ground: Ground) -> object:
    """What makes two grounds the same node."""
    if ground.finding is not None:
        return "finding", ground.finding.requirement.id, ground.finding.entity_kind, ground.finding.entity_id
    if ground.observation is not None:
        seen = ground.observation
        return "circumstance", seen.circumstance.id, seen.entity.kind, seen.entity.id
    if ground.parties is not None:
        return "member", *map(_identity_of, ground.parties)
    said = ground.pattern.model_copy(update={"of": ""})
    return "bare", said, _identity_of(ground.of)


def _identity_of(party: Party) -> tuple[str, ...]:
    return party.kind, party.id, party.inner.kind, party.inner.id, party.place


def _plain(ground: Ground) -> dict[str, Any]:
    of = _party(ground.of)
    if ground.finding is not None:
        found = ground.finding
        data = found.to_dict()
        tier = "breach" if found.is_breach else "warning" if found.is_warning else "none"
        return {
            "type": "finding",
            "requirement": found.requirement.id,
            "of": of,
            "verdict": found.verdict.value,
            "tier": tier,
            "due_state": due_state(found.requirement.due, found.on).value,
            **{name: data[name] for name in ("measured", "limit", "unit", "shortfall", "missing")},
        }
    if ground.observation is not None:
        seen = ground.observation
        missing = list(seen.missing)
        return {
            "type": "circumstance",
            "circumstance": seen.circumstance.id,
            "of": of,
            "is_so": seen.truth,
            "recorded": {"zh": list(seen.told("zh")), "en": list(seen.told("en"))},
            "missing": missing,
        }
    if ground.parties is not None:
        return {"type": "member", "of": of, "holder": _party(ground.parties[1])}
    asked = getattr(ground.pattern, "requirement", None) or getattr(ground.pattern, "circumstance", None)
    return {"type": "bare", "asked": asked or getattr(ground.pattern, "effect", "") or "", "of": of}


def dot(conclusions: Conclusions, lang: Lang) -> str:
    """Everything that follows, and why, as a graph in the language of Graphviz.

    What is open is dashed. A point joins the facts of one reason; a fact that may not be there is joined by a tee.

    Args:
        conclusions: What follows.
        lang: "en" for English, "zh" for Chinese.

    Raises:
        UnknownNameError: The language is neither.
    """
    check_language(lang)
    lines = ["digraph conclusions {", "  rankdir=BT;", '  node [shape=box, fontname="sans-serif"];']
    lines += [f"  {line};" for line in _Drawing(conclusions, lang).lines()]
    return "\n".join([*lines, "}", ""])


class _Drawing:
    """The lines of a graph."""

    def __init__(self, conclusions: Conclusions, lang: Lang) -> None:
        self.conclusions = conclusions
        self.lang = lang
        self.names: dict[object, str] = {}

    def lines(self) -> Iterator[str]:
        """A line for each node and each edge."""
        waiting = [*self.conclusions, *self.conclusions.open]
        for one in waiting:
            style = "rounded" if one.is_certain else "rounded,dashed"
            yield f"{self._name(one)} [label={_quoted(headline(one, self.lang))}, style={_quoted(style)}]"
        for one in waiting:
            for number, why in enumerate(one.reasons):
                yield from self._reason(self._name(one), f"{self._name(one)}_{number}", why)

    def _reason(self, of: str, point: str, why: Because) -> Iterator[str]:
        yield f"{point} [shape=point]"
        yield f"{point} -> {of} [label={_quoted(why.rule.source.clause)}]"
        for ground in why.grounds:
            key: object = ground.conclusion or _identity(ground)
            is_new = key not in self.names
            name = self._name(key)
            if is_new:
                yield f"{name} [label={_quoted(self._text(ground))}]"
            style = [] if ground.is_wanted else ["arrowhead=tee"]
            style += ["style=dashed"] if ground.truth is None else []
            yield f"{name} -> {point}" + (f" [{', '.join(style)}]" if style else "")

    def _text(self, ground: Ground) -> str:
        if ground.finding is not None:
            return finding_text(ground.finding, self.lang)
        if ground.parties is None and ground.observation is None:
            return party_text(ground.of, self.lang) + ": " + str(_plain(ground).get("asked", ""))
        return ground_text(ground, self.lang)

    def _name(self, key: object) -> str:
        return self.names.setdefault(key, f"n{len(self.names)}")


def _quoted(text: str) -> str:
    """A text as Graphviz takes it: in quotes, on one line, with nothing that it would read as a command."""
    plain = "".join(one if one.isprintable() else " " for one in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
