"""What reports say besides the rules themselves, in English and Chinese, and how they show what users wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from civic_rules import units
from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import words
from civic_rules.expressions.kinds import arrangement_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.audit import Finding, Report
    from civic_rules.entities import Entity
    from civic_rules.expressions.measures import Measured
    from civic_rules.rules import Requirement
    from civic_rules.units import Lang

SAID: dict[str, tuple[str, str]] = {
    "absent": ("原文没有这一编号", "the text passes over this number"),
    "addressees": ("发文对象", "Addressees"),
    "all": ("合计", "All"),
    "all keys": ("编号合计", "Keys in all"),
    "also said in": ("另见", "Also said in"),
    "and more": ("等{count}个", "and {count} more"),
    "asked": ("未达标 / 适用", "Failed of asked"),
    "audit": ("{kind} {entity}，截至 {on}", "{kind} {entity}, as of {on}"),
    "breach": ("违反", "breach"),
    "breach only when": ("仅在此条件下构成违反", "A breach only when"),
    "benchmark": ("通报数据", "Benchmark"),
    "benchmarks": ("通报数据", "Benchmarks"),
    "better": ("优劣方向", "Direction"),
    "breaches": ("违反", "Breaches"),
    "cannot tell": ("无法判断", "Cannot tell"),
    "clause": ("条款", "Clause"),
    "clauses": ("条款", "Clauses"),
    "condition": ("要求", "What must hold"),
    "covers": ("对应条目", "Covers"),
    "default": ("默认", "default"),
    "document": ("文件", "Document"),
    "document record": ("文件信息", "Document record"),
    "due": ("期限", "Due"),
    "due on": ("期限{day}", "due {day}"),
    "entities": ("对象数", "Entities"),
    "entity": ("对象", "Entity"),
    "evidence": ("依据词", "Evidence"),
    "failed": ("未达标", "Failed"),
    "formula": ("公式", "Formula"),
    "found": ("情况", "Found"),
    "found and limit": ("实际 / 标准（差距大者在前）", "Found / limit, the worst first"),
    "gap": ("，相差{gap}", ", {gap} off"),
    "guidance": ("指导性内容", "Guidance"),
    "guidance note": ("没有数据可以判断", "no data can judge it"),
    "in force": ("施行期间", "In force"),
    "inapplicable": ("不适用", "Not applicable"),
    "inputs": ("所需数据", "Inputs"),
    "issuer": ("发文机关", "Issuer"),
    "key": ("编号", "Key"),
    "kind": ("对象类型", "Kind"),
    "last checked": ("最近核对", "Last checked"),
    "likewise": ("同样：{whom}", "likewise: {whom}"),
    "limit": ("标准{limit}", "the limit is {limit}"),
    "measured": ("{measured}，标准{limit}", "{measured} against {limit}"),
    "measures": ("所指指标", "What it measures"),
    "missing": ("缺少的数据", "Missing"),
    "more gaps": ("另有 {count} 项，用 --all 查看全部。", "{count} more; --all shows everything."),
    "needed by": ("用于判断", "Needed by"),
    "open": ("无法判断的项数", "Open findings"),
    "modality": ("力度", "Modality"),
    "no default": ("没有默认解读", "no default"),
    "no end": ("未规定失效日期", "no end stated"),
    "none": ("无", "none"),
    "not asked": (
        "有 {count} 条要求没有适用对象：数据中没有{kinds}。",
        "Requirements asked of nobody: {count}, because the data have no {kinds}.",
    ),
    "note": ("说明", "Note"),
    "number": ("文号", "Number"),
    "passed": ("达标", "Passed"),
    "reading": ("解读", "Reading"),
    "period": ("所属时段", "Period"),
    "readings": ("解读", "Readings"),
    "readings taken": ("采用的解读", "Readings taken"),
    "requirement": ("要求", "Requirement"),
    "requirements": ("要求", "Requirements"),
    "responsible": ("责任单位", "Responsible"),
    "rounded to": ("取整单位", "Rounded to"),
    "section": ("{title}：{findings} 项，涉及 {rules} 条要求", "{title}: {findings} (requirements: {rules})"),
    "taken as": (
        "表格视为一个{kind}（{entity}）；未说明是哪一个，因此不判断{kind}本身的要求（用 --id 或 --name 指明）。",
        "the table was taken as one {kind}, {entity}; what is asked of the {kind} is left out (no --id or --name)",
    ),
    "title": ("名称", "Title"),
    "until": ("至", "Until"),
    "value": ("数值", "Value"),
    "variant of": ("对应的要求", "Variant of"),
    "verdict": ("结论", "Verdict"),
    "warning": ("提示", "warning"),
    "what follows": ("由此得出：{count} 项", "What follows: {count}"),
    "what is open": ("尚不确定：{count} 项", "What is open: {count}"),
    "consequence": ("推论", "Consequence"),
    "consequences": ("推论", "Consequences"),
    "circumstance": ("情形", "Circumstance"),
    "circumstances": ("情形", "Circumstances"),
    "follows": ("得出", "What follows"),
    "unless": ("除非", "Unless"),
    "all of": ("须同时具备", "When all of these"),
    "warnings": ("提示", "Warnings"),
    "when": ("适用条件", "Applies when"),
}
"""Every word of a report in Chinese and English."""

NOTES: dict[str, tuple[str, str]] = {
    "zero-denominator": ("分母为零", "the denominator is zero"),
    "contradiction": ("数据相互矛盾", "the data contradict each other"),
    "no-reading": ("需要选择解读", "a reading has to be chosen"),
    "not-yet-set": ("标准尚未生效", "the value is not yet set"),
}
"""Why nothing can be told although nothing is missing."""


def say(name: str, lang: Lang, **values: object) -> str:
    """A word of a report.

    Examples:
        >>> say("section", "en", title="Breaches", findings=3, rules=2)
        'Breaches: 3 (requirements: 2)'
    """
    return SAID[name][0 if lang == "zh" else 1].format(**values)


def entity_label(entity: Entity) -> str:
    """The name of an entity with its id."""
    if entity.name is None or entity.name == entity.id:
        return entity.id
    return f"{entity.name} ({entity.id})"


def taken_as(entity: Entity, lang: Lang) -> str:
    """That a table was taken as an entity of which nobody said anything, and what is left out for that reason."""
    return say("taken as", lang, kind=words.kind_name(entity.kind, lang), entity=entity.id)


def measured_text(value: Measured, unit: str, lang: Lang) -> str:
    """What was measured, or the limit, with its unit."""
    if value is None:
        return ""
    return words.day_text(value, lang) if isinstance(value, date) else words.amount_text(value, unit or "1", lang)


def found_text(finding: Finding, lang: Lang) -> str:
    """What a finding measured, the limit, and what lies between them; "" where nothing is measured.

    Examples:
        >>> import civic_rules as cr
        >>> community = cr.Community(id="c1", settlement="urban", households=2350, facility_area=460)
        >>> report = cr.audit(community, cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> found_text(report["facility-required-area"], "en")
        '460 m² against 470 m², 10 m² off'
    """
    measured = measured_text(finding.measured, finding.unit, lang)
    limit = measured_text(finding.limit, finding.unit, lang)
    if not limit:
        return measured
    text = say("measured", lang, measured=measured, limit=limit) if measured else say("limit", lang, limit=limit)
    gap = measured_text(finding.shortfall, finding.shortfall_unit, lang) if finding.shortfall_unit else ""
    return text + (say("gap", lang, gap=gap) if gap and measured else "")


def against_limit(finding: Finding, lang: Lang) -> str:
    """What a finding measured and the limit, in as few words as a table has room for.

    Examples:
        >>> import civic_rules as cr
        >>> community = cr.Community(id="c1", settlement="urban", households=2350, facility_area=460)
        >>> report = cr.audit(community, cr.load("yancheng-2013-6"), on="2015-12-31")
        >>> against_limit(report["facility-required-area"], "en")
        '460 / 470 m²'
    """
    limit = measured_text(finding.limit, finding.unit, lang)
    if finding.measured is None:
        return say("limit", lang, limit=limit) if limit else ""
    if isinstance(finding.measured, date):
        return f"{measured_text(finding.measured, '', lang)} / {limit}"
    return f"{units.format_number(finding.measured)} / {limit}" if limit else units.format_number(finding.measured)


class Names:
    """The names of rules, and of what findings say is missing.

    Args:
        report: The report whose findings they are: members are named by their ids, which it knows.
    """

    def __init__(self, report: Report | None = None) -> None:
        """Note the kind of every entity by its id."""
        findings = () if report is None else report.findings
        self.kinds = {finding.entity_id: finding.entity_kind for finding in findings}
        self.are_several = report is not None and len(report.rulebooks) > 1
        self._own: dict[tuple[str, str, Lang], str] = {}

    def rule(self, rule: Requirement) -> str:
        """The key of a rule, with its rulebook where there are several."""
        return rule.id if self.are_several else rule.key

    def missing(self, kind: str, path: str, lang: Lang, *, with_ids: bool = False) -> str:
        """What is missing, as people name it.

        Args:
            kind: The kind of the entity that was judged.
            path: A field; a term of a list or a part of an arrangement after its dot; another kind, or the id of a
                member, before a dot.
            lang: "en" or "zh".
            with_ids: Name a member by its id, not by its kind.

        Examples:
            >>> names = Names()
            >>> names.missing("community", "facility_area", "zh")
            '服务用房面积'
            >>> names.missing("worker", "county.rural_net_income", "en")
            'county: rural net income'
            >>> names.missing("community", "arrangements.co-building.joint-conference", "en")
            'co-building systems: joint conference'
        """
        own = self._own.get((kind, path, lang))
        if own is None:
            own = self._own[kind, path, lang] = _own_name(kind, path, lang)
        if own:
            return own
        for head, rest in _splits(path):
            below = head if head in ENTITY_TYPES else self.kinds.get(head)
            if below is not None:
                holder = head if with_ids and head not in ENTITY_TYPES else words.kind_name(below, lang)
                return _joined(holder, self.missing(below, rest, lang, with_ids=with_ids), lang)
        return path


def _splits(path: str) -> Iterator[tuple[str, str]]:
    """A path cut in two at each of its dots: the id of a member may have dots too."""
    steps = path.split(".")
    for place in range(1, len(steps)):
        yield ".".join(steps[:place]), ".".join(steps[place:])


def _joined(whole: str, part: str, lang: Lang) -> str:
    return f"{whole}：{part}" if lang == "zh" else f"{whole}: {part}"


def _own_name(kind: str, path: str, lang: Lang) -> str:
    """The name of an entity's own field, arrangement or listing; "" where it has none of this path."""
    if path in ENTITY_TYPES:
        return words.kind_name(path, lang)
    specs = ENTITY_TYPES[kind].specs()
    if path in specs:
        return words.field_label(kind, path, lang)
    head, _, rest = path.partition(".")
    if head == "arrangements" and rest:
        name, _, part = rest.partition(".")
        term = arrangement_term(kind, name)
        return _joined(term.title(lang), term.parts[part].title(lang), lang) if part else term.title(lang)
    record, _, last = path.rpartition(".")
    vocabulary = specs[record].vocabulary if record in specs else None
    if vocabulary is None:
        return ""
    return _joined(words.field_label(kind, record, lang), vocabulary(last).title(lang), lang)


def notes_text(finding: Finding, lang: Lang) -> str:
    """Why nothing can be told although nothing is missing."""
    noted = [NOTES[note][0 if lang == "zh" else 1] if note in NOTES else note for note in finding.notes]
    return ("；" if lang == "zh" else "; ").join(noted)
