"""What is missing, by the names that people use, and why nothing can be told where nothing is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civic_rules.audit.evidence import entity_name, told
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import nodes, words
from civic_rules.expressions.interpreter import Trace, interpret
from civic_rules.expressions.kinds import arrangement_term, entity_type
from civic_rules.expressions.phrases import chinese_members, english_members
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.voice import Voice, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.audit.findings import Finding
    from civic_rules.entities import FieldSpec
    from civic_rules.expressions.scope import Scope


def gap_text(path: str, scope: Scope, voice: Voice) -> str:
    """A missing field by its name and its path: "households (c1.households)".

    Args:
        path: The path as a finding has it.
        scope: The entity that was judged.
        voice: The voice.
    """
    name = _name(path, scope, voice) or path
    if name == path:
        return path
    return f"{name}（{path}）" if voice.zh else f"{name} ({path})"


def _name(path: str, scope: Scope, voice: Voice) -> str | None:
    """The name of a missing field of an entity, of what holds it, or of what it holds."""
    own = _own_name(path, scope.entity.kind, voice)
    if own is not None:
        return own
    first, _, rest = path.partition(".")
    if first in ENTITY_TYPES:
        return _holder_name(first, rest, scope, voice)
    for below in _members_at(path, scope):
        name = _name(path.removeprefix(f"{below.entity.id}."), below, voice)
        if name is not None:
            return f"{entity_name(below.entity)}：{name}" if voice.zh else f"{entity_name(below.entity)}: {name}"
    return None


def _members_at(path: str, scope: Scope) -> Iterator[Scope]:
    """The members, at any depth, whose id a path begins with."""
    for below in scope.walk():
        if below is not scope and path.startswith(f"{below.entity.id}."):
            yield below


def _holder_name(kind: str, rest: str, scope: Scope, voice: Voice) -> str | None:
    title = words.kind_name(kind, voice.lang)
    if not rest:
        return f"所在{title}" if voice.zh else f"its {title}"
    holder = scope.above(kind)
    name = _own_name(rest, kind, voice) if holder is None else _name(rest, holder, voice)
    return name and (f"所在{title}的{name}" if voice.zh else f"{name} of the {title}")


def _own_name(path: str, kind: str, voice: Voice) -> str | None:
    """The name of an entity's own field, arrangement or listing; None where it has none of this path."""
    specs = entity_type(kind).specs()
    if path in specs:
        model = entity_type(kind).member_fields().get(path)
        if model is not None and not voice.zh:
            return f"list of {words.kind_name(model.kind, 'en', many=True)}"
        return words.field_label(kind, path, voice.lang)
    if path.startswith("arrangements."):
        return _arrangement_name(path.removeprefix("arrangements."), kind, voice)
    record, _, term = path.rpartition(".")
    listing = specs.get(record)
    if listing is None or listing.kind != "listing":
        return None
    return _of(words.field_label(kind, record, voice.lang), _term(listing, term, voice), voice)


def _term(listing: FieldSpec, term: str, voice: Voice) -> str:
    return words.term_name(listing.vocabulary, term, voice.lang)


def _arrangement_name(path: str, kind: str, voice: Voice) -> str | None:
    name, _, part = path.partition(".")
    title = words.arrangement_name(kind, name, voice.lang)
    if not part:
        return title
    return _of(title, arrangement_term(kind, name).parts[part].title(voice.lang), voice)


def _of(whole: str, part: str, voice: Voice) -> str:
    return f"{whole}中的{part}" if voice.zh else f"{part} of {whole}"


def note_texts(finding: Finding, voice: Voice) -> list[str]:
    """Why nothing can be told although nothing is missing, one phrase for each reason."""
    rule, context = finding.requirement, finding.plan.context
    tops = [interpret(node, finding.scope, context) for node in (rule.when, rule.must) if node is not None]
    said = [_note(trace, finding.scope, voice) for top in tops for trace in _noted(top)]
    return list(dict.fromkeys(said))


def _noted(trace: Trace) -> Iterator[Trace]:
    if trace.note:
        yield trace
    for part in trace.parts:
        yield from _noted(part)


def _note(trace: Trace, scope: Scope, voice: Voice) -> str:
    node = trace.node
    if isinstance(node, nodes.Ratio):
        below = say(node.denominator, voice)
        return f"分母为零：{below}" if voice.zh else f"there is nothing to divide by: {below} is zero"
    if isinstance(node, nodes.Share):
        if voice.zh:
            return f"没有{chinese_members(node.members, voice)}可计"
        return f"there are no {english_members(node.members, voice, many=True)}"
    if isinstance(node, nodes.Either):
        sources = [one for source in node.sources for one in _source(source, scope, voice)]
        listed = ("；" if voice.zh else "; ").join(sources)
        return f"数据相互矛盾：{listed}" if voice.zh else f"the sources contradict each other: {listed}"
    if isinstance(node, nodes.Choice):
        question = words.quoted(node.reading.title.in_(voice.lang))
        return f"尚未选择对{question}的答案" if voice.zh else f"no answer is taken to {question}"
    return _not_yet_set(node, voice)


def _source(source: nodes.Node, scope: Scope, voice: Voice) -> list[str]:
    """What a source has of the entity; of a member or a holder, of which there may be many, what it is."""
    is_own = signature(source).subject in {None, scope.entity.kind}
    return told(source, scope, voice) if is_own else [say(source, voice)]


def _not_yet_set(node: nodes.Node, voice: Voice) -> str:
    if not isinstance(node, nodes.ParameterValue):
        return say(node, voice)
    title = words.quoted(node.parameter.title.in_(voice.lang))
    first = words.day_text(min(stage.since for stage in node.parameter.values), voice.lang)
    return f"{title}自{first}起才有数值" if voice.zh else f"{title} has no value before {first}"
