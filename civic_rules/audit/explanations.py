"""A finding in words, for an officer who wants to know why: what was asked, what was found, what is missing.

Both languages are written from the same finding, line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.audit.evidence import entity_name, named, not_known, pair, told
from civic_rules.audit.gaps import gap_text, note_texts
from civic_rules.expressions import nodes, words
from civic_rules.expressions.interpreter import chosen, interpret, taken
from civic_rules.expressions.kinds import counting_unit
from civic_rules.expressions.sentences import SENSES, chinese_sense
from civic_rules.expressions.signatures import signature
from civic_rules.expressions.voice import Voice, say
from civic_rules.rules import Modality
from civic_rules.text import printable
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.audit.findings import Finding
    from civic_rules.expressions.scope import Context
    from civic_rules.units import Lang
    from civic_rules.verdicts import Truth

HEADS = {
    "asked": ("要求", "Asked"),
    "on condition": ("适用条件", "Applies when"),
    "found": ("情况", "Found"),
    "based on": ("依据数据", "Based on"),
    "shortfall": ("差距", "Shortfall"),
    "missing": ("缺少数据", "Missing"),
    "why": ("原因", "Why"),
    "reading": ("解读", "Reading"),
    "weight": ("力度", "Weight"),
    "responsible": ("责任单位", "Responsible"),
    "source": ("出处", "Source"),
    "also": ("另见", "Also said in"),
    "note": ("说明", "Note"),
}
"""The head of each line."""

STATES: dict[Truth, tuple[str, str]] = {
    True: ("成立", "holds"),
    False: ("不成立", "does not hold"),
    None: ("不明", "not known"),
}

SOFT = {
    Modality.IN_PRINCIPLE: ("只是原则上要求", "asked for in principle only"),
    Modality.ENCOURAGED: ("只是鼓励", "only encouraged"),
}
"""Why a failure of a softer requirement is no breach."""

COMPOSED = (nodes.AllOf, nodes.AnyOf, nodes.Tally)
"""Conditions that are explained part by part."""


def explain(finding: Finding, lang: Lang = "en") -> str:
    """A finding in words, several short lines.

    Args:
        finding: What an audit found of one requirement and one entity.
        lang: "en" for English, "zh" for Chinese.

    Examples:
        >>> import civic_rules as cr
        >>> community = cr.Community(id="c1", settlement="urban", households=2350, facility_area=440)
        >>> report = cr.audit(community, cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> for line in explain(report["facility-required-area"]).splitlines()[3:6]:
        ...     print(line)
        Found: 440 m²; asked for: at least 470 m²
        Based on: facility area: 440 m²; households: 2,350
        Shortfall: short by 30 m²
    """
    lines = _Explanation(finding, Voice(lang, finding.plan.context)).lines()
    return "\n".join(printable(line) for line in lines)  # Names come from users: none of them begins a line.


@dataclass(frozen=True, slots=True)
class _Explanation:
    """The lines of one finding in one voice."""

    finding: Finding
    voice: Voice

    def lines(self) -> Iterator[str]:
        """Every line, from what is judged to where it stands in the text."""
        finding, rule = self.finding, self.finding.requirement
        yield f"{rule.title.in_(self.voice.lang)} [{rule.id}]"
        yield self._verdict()
        yield self._line("asked", say(rule.must, self.voice))
        yield from self._condition()
        if finding.verdict is not Verdict.INAPPLICABLE and self._applies() is True:
            yield from self._found()
        yield from self._doubt()
        yield from self._readings()
        yield from self._origin()

    def _line(self, head: str, text: str) -> str:
        return pair(HEADS[head][0 if self.voice.zh else 1], text, self.voice)

    def _pick(self, zh: str, en: str) -> str:
        return zh if self.voice.zh else en

    def _joined(self, phrases: list[str]) -> str:
        return self._pick("；", "; ").join(phrases)

    # -- the verdict -------------------------------------------------------------------------------------------

    def _verdict(self) -> str:
        finding, lang = self.finding, self.voice.lang
        kind, on = words.kind_name(finding.entity_kind, lang), words.day_text(finding.on, lang)
        verdict = finding.verdict.title(lang) + self._gravity()
        name = entity_name(finding.entity)
        return f"{kind} {name}，{on}：{verdict}" if self.voice.zh else f"{kind} {name} on {on}: {verdict}"

    def _gravity(self) -> str:
        """What a failure means: a breach, a warning and why, or nothing but information."""
        finding, rule = self.finding, self.finding.requirement
        if finding.verdict is not Verdict.FAILED:
            return ""
        if finding.is_breach:
            return self._pick("，构成违反", ", a breach")
        if rule.modality is Modality.REPORTED:
            if finding.plan.document.is_report:
                return self._pick("（通报的参照值，不评判）", " against a reported benchmark, which judges nobody")
            return self._pick("（仅供参考，不评判）", ", for information: it judges nobody")
        return self._pick("，仅作提示：", ", a warning: ") + self._why_no_breach()

    def _why_no_breach(self) -> str:
        finding, rule = self.finding, self.finding.requirement
        if rule.modality in SOFT:
            return self._pick(*SOFT[rule.modality])
        if rule.due is not None and finding.on < rule.due:
            due = words.day_text(rule.due, self.voice.lang)
            return self._pick(f"期限未到（{due}）", f"not due before {due}")
        if rule.breach_when is None or (rule.modality is Modality.TARGET and rule.due is None):
            return self._pick("目标没有期限", "the target has no date")
        state = STATES[interpret(rule.breach_when, finding.scope, finding.plan.context).value]
        said = say(rule.breach_when, self.voice)
        return self._pick(
            f"仅在“{said}”时构成违反，此条件{state[0]}", f"a breach only if {said}, which {_is(state[1])}"
        )

    # -- whether it applies ------------------------------------------------------------------------------------

    def _applies(self) -> Truth:
        rule = self.finding.requirement
        if rule.when is None:
            return True
        value: Truth = interpret(rule.when, self.finding.scope, self.finding.plan.context).value
        return value

    def _condition(self) -> Iterator[str]:
        """The condition under which it is asked for; with what is recorded, unless it holds."""
        rule = self.finding.requirement
        if rule.when is not None:
            applies = self._applies()
            said = say(rule.when, self.voice)
            state = STATES[applies][0 if self.voice.zh else 1]
            yield self._line("on condition", f"{said}（{state}）" if self.voice.zh else f"{said} ({state})")
            if applies is not True:
                yield from self._recorded(rule.when)
        if self.finding.plan.verdict_ahead is not None:
            yield self._line("why", self._not_in_force())

    def _not_in_force(self) -> str:
        finding, rule = self.finding, self.finding.requirement
        if rule.until is not None and finding.on >= rule.until:
            day = words.day_text(rule.until, self.voice.lang)
            return self._pick(f"自{day}起由其他要求取代", f"something else has taken its place since {day}")
        on = words.day_text(finding.on, self.voice.lang)
        if any(isinstance(node, nodes.EventCount) for node in taken(rule.must, finding.plan.context)):
            return self._pick(
                f"截至{on}，文件未施行，或所计的期间在施行前已开始",
                f"on {on} the document is not in force, or the window that is counted began before it was",
            )
        return self._pick(f"{on}文件未施行", f"the document is not in force on {on}")

    # -- what was found ----------------------------------------------------------------------------------------

    def _found(self) -> Iterator[str]:
        must = chosen(self.finding.requirement.must, self.finding.plan.context)
        if isinstance(must, (nodes.Compare, nodes.Between)):
            yield self._line("found", self._measured(must))
        yield from self._recorded(must)
        shortfall = self._shortfall(must)
        if shortfall:
            yield self._line("shortfall", shortfall)

    def _recorded(self, node: nodes.Node) -> Iterator[str]:
        """What is recorded of an expression: in one line, or condition by condition."""
        parts = _parts(node, self.finding.plan.context)
        if len(parts) <= 1:
            said = told(node, self.finding.scope, self.voice)
            if said:
                yield self._line("based on", self._joined(said))
            return
        for part in parts:
            value = interpret(part, self.finding.scope, self.finding.plan.context).value
            known = self._joined(told(part, self.finding.scope, self.voice))
            text = pair(self._condition_name(part), STATES[value][0 if self.voice.zh else 1], self.voice)
            space = "" if self.voice.zh else " "
            yield f"  - {text}{space}{self.voice.bracketed(known)}" if known else f"  - {text}"

    def _condition_name(self, node: nodes.Node) -> str:
        """What a part of a condition is called: an indicator by its title."""
        if isinstance(node, nodes.Indicator):
            return words.quoted(node.title.in_(self.voice.lang))
        return say(node, self.voice)

    def _measured(self, must: nodes.Compare | nodes.Between) -> str:
        value = must.left if isinstance(must, nodes.Compare) else must.value
        found = self._number(value, self.finding.unit) or not_known(self.voice)
        wanted = self._range(must) if isinstance(must, nodes.Between) else self._limit(must)
        return self._pick(f"{found}；要求：{wanted}", f"{found}; asked for: {wanted}")

    def _limit(self, must: nodes.Compare) -> str:
        known = self._number(must.right, signature(must.right).unit)
        limit = known or say(must.right, self.voice)
        if known and not interpret(must.right, self.finding.scope, self.finding.plan.context).is_settled:
            open_limit = self._pick("尚不确定的数额", "an amount not known exactly ")
            limit = f"{open_limit}{self.voice.bracketed(known)}"
        if isinstance(chosen(must.right, self.finding.plan.context), nodes.Choice):
            limit = self._pick("取决于解读的数额", "an amount that depends on a reading")
        sense = chinese_sense(must.left, must.op) if self.voice.zh else f"{SENSES[must.op][2]} "
        return f"{sense}{limit}"

    def _range(self, must: nodes.Between) -> str:
        low, high = (self._number(end, signature(end).unit) or say(end, self.voice) for end in (must.low, must.high))
        if isinstance(must.low, nodes.Number):
            low = units.format_number(must.low.value)
        return self._pick(f"{low}至{high}", f"from {low} to {high}")

    def _number(self, node: nodes.Node, unit: str) -> str:
        """A number in a unit: as an interval where only its bounds are known, "" where nothing is."""
        trace = interpret(node, self.finding.scope, self.finding.plan.context)
        by = units.factor(signature(node).unit, unit)
        low, high = (side if isinf(side) else side * by.numerator / by.denominator for side in trace.value)
        least, most = (words.amount_text(side, unit, self.voice.lang) for side in (low, high))
        if low == high:
            return least
        if isinf(high):
            return self._pick(f"至少{least}", f"at least {least}") if low > 0 else ""
        if isinf(low):
            return self._pick(f"至多{most}", f"at most {most}")
        return self._pick(f"{least}至{most}之间", f"between {least} and {most}")

    def _shortfall(self, must: nodes.Node) -> str:
        finding = self.finding
        if finding.shortfall is None:
            return ""
        amount = self._amount(finding.shortfall, finding.shortfall_unit)
        value = chosen(must.left, finding.plan.context) if isinstance(must, nodes.Compare) else must
        if isinstance(value, nodes.Share) and not units.is_dimensionless(finding.shortfall_unit):
            amount = self._members_amount(value.members, finding.shortfall)
        if isinstance(must, nodes.DoneBy):
            return self._late(must, amount)
        if isinstance(must, (nodes.Includes, nodes.HasParts)):
            return self._parts_short(must, int(finding.shortfall))
        if isinstance(must, (nodes.Every, nodes.Some)):
            return self._members_short(must, int(finding.shortfall))
        if isinstance(must, nodes.Compare) and must.op == "==":
            return self._pick(f"相差{amount}", f"off by {amount}")
        return (
            self._pick(f"超出{amount}", f"over by {amount}")
            if self._is_over(must)
            else self._pick(f"差{amount}", f"short by {amount}")
        )

    def _is_over(self, must: nodes.Node) -> bool:
        if isinstance(must, nodes.Compare):
            return must.op in {"<=", "<"}
        measured, limit = self.finding.measured, self.finding.limit
        return isinstance(measured, (int, float)) and isinstance(limit, (int, float)) and measured > limit

    def _amount(self, value: float, unit: str) -> str:
        if unit and units.is_dimensionless(unit):
            points = units.format_number(value * float(units.factor(unit, "%")))
            return self._pick(f"{points}个百分点", f"{points} percentage point{'' if points == '1' else 's'}")
        return words.amount_text(value, unit or "1", self.voice.lang)

    def _late(self, must: nodes.DoneBy, amount: str) -> str:
        is_open = self.finding.measured is None
        steps = [
            interpret(nodes.Reached(step=step), self.finding.scope, self.finding.plan.context).value
            for step in must.steps
        ]
        still = self._pick("，且尚未完成", ", and still not done") if is_open and False in steps else ""
        return self._pick(f"逾期{amount}", f"{amount} late") + still

    def _parts_short(self, must: nodes.Includes | nodes.HasParts, count: int) -> str:
        of = len(must.items if isinstance(must, nodes.Includes) else must.parts)
        if must.how == "none":
            return self._pick(f"存在{count}项", f"{count} found that {'is' if count == 1 else 'are'} forbidden")
        if must.how == "any":
            return self._pick(f"{of}项中一项也没有", f"none of the {of} is there")
        return self._pick(f"{of}项中缺{count}项", f"{count} of {of} lacking")

    def _members_short(self, must: nodes.Every | nodes.Some, count: int) -> str:
        kind = words.kind_name(must.members.of, self.voice.lang, many=count != 1)
        if isinstance(must, nodes.Some):
            one = words.kind_name(must.members.of, "en")
            return self._pick(f"没有符合的{kind}", f"not one such {one}")
        who = self._members_amount(must.members, count)
        return self._pick(f"{who}不符合", f"{count} {kind} {'does' if count == 1 else 'do'} not meet it")

    def _members_amount(self, members: nodes.Members, count: float) -> str:
        """A number of members, with their kind where the Chinese counting word does not tell it."""
        amount = words.amount_text(count, counting_unit(members.of), self.voice.lang)
        return amount + (words.kind_name(members.of, "zh") if self.voice.zh and amount.endswith("个") else "")

    # -- what is not known, and what it rests on ---------------------------------------------------------------

    def _doubt(self) -> Iterator[str]:
        gaps, notes = self.finding.missing, self.finding.notes
        if gaps:
            names = [gap_text(gap, self.finding.scope, self.voice) for gap in gaps]
            yield self._line("missing", named(names, self.voice, ("；", "; ")))
        if notes:
            yield self._line("why", self._joined(note_texts(self.finding, self.voice)))

    def _readings(self) -> Iterator[str]:
        lang, chosen_by_user = self.voice.lang, self.finding.plan.context.readings
        for reading, key in self.finding.readings:
            taken_option = reading.option(key) if key else None
            others = [words.quoted(one.title.in_(lang)) for one in reading.options if one is not taken_option]
            question = words.quoted(reading.title.in_(lang))
            alternatives = self._pick("、", "; ").join(others)
            if taken_option is None:
                keys = ", ".join(f"{one.key}" for one in reading.options)
                yield self._line(
                    "reading",
                    self._pick(
                        f"{question}未取答案，可选{alternatives}（{reading.key}：{keys}）。{reading.reason.zh}",
                        f"{question} No answer is taken. Choose {alternatives} ({reading.key}: {keys}). "
                        + reading.reason.en,
                    ),
                )
                continue
            by = (
                self._pick("用户选定", "chosen by the user")
                if reading.key in chosen_by_user
                else self._pick("默认", "default")
            )
            answer = words.quoted(taken_option.title.in_(lang))
            yield self._line(
                "reading",
                self._pick(
                    f"{question}取{answer}（{by}）；另可取{alternatives}。{reading.reason.zh}",
                    f"{question} Taken: {answer} ({by}). Alternatives: {alternatives}. {reading.reason.en}",
                ),
            )

    def _origin(self) -> Iterator[str]:
        rule, lang = self.finding.requirement, self.voice.lang
        due = "" if rule.due is None else words.day_text(rule.due, lang)
        weight = rule.modality.title(lang)
        if rule.modality is Modality.REPORTED and not self.finding.plan.document.is_report:
            weight = self._pick("仅供参考", "for information")
        yield self._line("weight", weight + (self._pick(f"，期限{due}", f", due {due}") if due else ""))
        if rule.responsible:
            yield self._line("responsible", self._pick("、", ", ").join(rule.responsible_in(lang)))
        yield self._line("source", rule.source.in_(lang))
        if rule.restated_in:
            yield self._line("also", self._joined([one.in_(lang) for one in rule.restated_in]))
        if rule.note is not None:
            yield self._line("note", rule.note.in_(lang))


def _is(state: str) -> str:
    return f"is {state}" if state.startswith("not") else state


def _parts(node: nodes.Node, context: Context) -> tuple[nodes.Node, ...]:
    """The conditions that a composed condition is explained by, else nothing."""
    node = chosen(node, context)
    if isinstance(node, nodes.Compare):
        node = chosen(node.left, context)
    return node.conditions if isinstance(node, COMPOSED) else ()
