"""The report of an audit of lazy frames: queries that nobody has run yet, of the engine that the data came from."""

from __future__ import annotations

import pickle
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.errors import (
    Fault,
    InvalidTableError,
    UnknownNameError,
    UnknownRequirementError,
    UnsupportedFrameError,
    shown,
)
from civic_rules.messages import Message, joined, said
from civic_rules.tables.arguments import COLUMNS, REQUIREMENTS, names_of, verdict_of, verdicts_of
from civic_rules.tables.judged import NOT_JUDGED, JudgedRules, no_column, not_grouped
from civic_rules.tables.layout import called
from civic_rules.tables.lazy import meaning
from civic_rules.tables.lazy.engine import ID, LazyEngine
from civic_rules.tables.lazy.faults import faults, together
from civic_rules.tables.lazy.frames import LazySource
from civic_rules.tables.ops import NO, UNSURE
from civic_rules.tables.plans import plan
from civic_rules.tables.results import COUNTED, VERDICTS, free_header
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from civic_rules.expressions.scope import Context
    from civic_rules.rules import Rulebook
    from civic_rules.tables.ops import Op
    from civic_rules.tables.plans import Rule, TablePlan

    Frame = nw.LazyFrame[Any]

FIELDS = ("verdict", "measured", "limit", "shortfall", "is_breach", "measured_day", "limit_day")
"""What a finding of the long form says after the entity and the requirement."""

FIRST_DAY = date(1970, 1, 1)

MOST_APART = 60
"""For how many requirements DuckDB is asked by a query each."""

WORDS = nw.Enum([verdict.value for verdict in VERDICTS])
"""The type of a column of verdicts."""


class LazyReport(JudgedRules):
    """What an audit of lazy frames will find once somebody runs it.

    `wide`, `long`, `extract`, `summary` and `faults` give lazy frames of the engine that the data came from: a DuckDB
    relation, a PySpark DataFrame, a Polars LazyFrame. Nothing is read until one of them is collected or written.
    `check`, `counts`, `failing_shares` and `assert_within` run a query and look at its few rows.

    A row of a query has no place, so entities are known by their ids. A cell that cannot be used (a number out of
    bounds, an unknown term), an id that is given twice and a holder that is nowhere are not known; `faults` has them.
    """

    def __init__(self, plan: TablePlan, source: LazySource) -> None:
        """Keep the plan and the frames; no query runs."""
        super().__init__(plan)
        self._source = source
        self._engine = LazyEngine(source)

    @classmethod
    def of(cls, books: tuple[Rulebook, ...], context: Context, source: LazySource) -> LazyReport:
        """The report of some frames; their types are looked at, and no query runs.

        Raises:
            InvalidTableError: Headers or types have faults; all of them are listed.
        """
        made = plan(books, context, source, source.headers)
        source.check(made)
        return cls(made, source)

    def __copy__(self) -> LazyReport:
        """The report itself: nobody changes a query."""
        return self

    def __deepcopy__(self, _memo: object) -> LazyReport:
        """The report itself: nobody changes a query."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the queries, where their engine can: Polars can, unless they have functions of Python in them.

        Raises:
            UnsupportedFrameError: Some query cannot be pickled; each is named.
        """
        pickled: dict[str, bytes] = {}
        wrong = []
        for kind, table in self._source.tables.items():
            try:
                pickled[kind] = pickle.dumps(table.native)
            except Exception as error:  # noqa: BLE001  of any engine
                reason = (str(error).strip() or type(error).__name__).splitlines()[-1]
                message = said(
                    "{kind}: a query of {engine} cannot be pickled ({reason}): pickle what it gives",
                    "{kind}：{engine} 的查询不能 pickle（{reason}）：请 pickle 它给出的结果",
                    kind=called(kind),
                    engine=table.engine,
                    reason=reason,
                )
                wrong.append(message)
        if wrong:
            raise UnsupportedFrameError(joined(wrong, "\n", "\n"))
        return _unpickled, (self.plan.books, self.plan.context, pickled, self._source.segments)

    # -- findings ----------------------------------------------------------------------------------------------

    def wide(self, kind: str | None = None, *, requirements: Iterable[str] | None = None) -> Any:  # noqa: ANN401  of the user's engine
        """One row an entity: its id, what was kept of its frame, and a verdict and a shortfall a requirement.

        The columns are named by the keys of the requirements, `KEY` and `KEY.shortfall`, and by their whole ids where
        several rulebooks were asked. A column of the frame that has such a name gets a dash below after it.

        Args:
            kind: The kind of entity; it may be left out where only one was judged.
            requirements: Some requirements, by key or whole id; None for all.
        """
        of = self._kind(kind)
        keys = None if requirements is None else names_of(requirements, REQUIREMENTS)
        rules = self._rules(of, keys, is_asked=True)
        table = self._source.tables[of]
        kept = table.layout.kept
        wanted: dict[str, Op] = {}
        for number, rule in enumerate(rules):
            wanted |= _verdict_of(rule, f"{number} ") | {f"{number} shortfall": rule.asked.shortfall}
        rows = self._engine.rows(of, wanted, own=kept)
        named = [rule.id if len(self.plan.books) > 1 else rule.requirement.key for rule in rules]
        taken = {"entity", *named, *(f"{name}.shortfall" for name in named)}
        columns = {"entity": nw.col(ID)} | {free_header(name, taken): nw.col(table.own(name)) for name in kept}
        for number, (rule, name) in enumerate(zip(rules, named, strict=True)):
            columns[name] = self._word(rule, f"{number} ")
            columns[f"{name}.shortfall"] = nw.col(f"{number} shortfall")
        return rows.select(**columns).to_native()

    def long(
        self,
        *,
        kind: str | None = None,
        requirements: Iterable[str] | None = None,
        verdicts: Iterable[str] | None = None,
    ) -> Any:  # noqa: ANN401  of the user's engine
        """One row a finding: entity_kind, entity, requirement, verdict, measured, limit, shortfall, is_breach.

        Where days are compared, `measured_day` and `limit_day` have them.

        Args:
            kind: One kind of entity; None for all.
            requirements: Some requirements, by key or whole id; None for all.
            verdicts: The verdicts that are wanted ("failed" ...); None for all.
        """
        keys = None if requirements is None else names_of(requirements, REQUIREMENTS)
        some = verdicts_of(verdicts)
        words = None if some is None else [one.value for one in some]
        kinds = self.kinds if kind is None else (self._kind(kind),)
        tables = [self._source.tables[one] for one in kinds]
        are_alike = len({table.schema[table.identity] for table in tables}) == 1
        asked = {one: rules for one in kinds if (rules := self._rules(one, keys, is_asked=kind is not None))}
        entity = nw.col(ID) if are_alike else nw.col(ID).cast(nw.String)
        find = self._apart if self._is_best_apart(sum(map(len, asked.values()))) else self._listed
        frames = [frame for one, rules in asked.items() for frame in find(one, rules, entity)]
        if not frames:
            raise UnknownRequirementError(NOT_JUDGED)
        if words is not None:
            frames = [frame.filter(nw.col("verdict").is_in(words)) for frame in frames]
        return together(frames).to_native()

    def _is_best_apart(self, rules: int) -> bool:
        """Whether findings are best found by a query a requirement, which reads what that one asks for and no more.

        Polars takes lists of findings apart at a fiftieth of that speed. DuckDB gains by it as well, but binds each
        step of each query inside the one before. Spark may have to shuffle the frames for each query.
        """
        if self._source.engine == "duckdb":
            return len(self._source.tables) == 1 and rules <= MOST_APART
        return self._source.engine == "polars"

    def _apart(self, kind: str, rules: list[Rule], entity: nw.Expr) -> Iterator[Frame]:
        """The findings of the entities of one kind, a requirement at a time."""
        for rule in rules:
            finding = {"requirement": nw.lit(rule.id), **self._finding(rule)}
            yield self._engine.rows(kind, _finding_of(rule)).select(entity_kind=nw.lit(kind), entity=entity, **finding)

    def _listed(self, kind: str, rules: list[Rule], entity: nw.Expr) -> Iterator[Frame]:
        """The findings of the entities of one kind, an entity at a time: each row of their frame is read once."""
        wanted: dict[str, Op] = {}
        for number, rule in enumerate(rules):
            wanted |= _finding_of(rule, f"{number} ")
        rows = self._engine.rows(kind, wanted)
        each = [
            nw.struct(requirement=nw.lit(rule.id), **self._finding(rule, f"{number} "))
            for number, rule in enumerate(rules)
        ]
        many = rows.select(entity=entity, finding=nw.list(*each)).explode("finding")
        field = {name: nw.col("finding").struct.field(name) for name in ("requirement", *FIELDS)}
        yield many.select(entity_kind=nw.lit(kind), entity=nw.col("entity"), **field)

    def _finding(self, rule: Rule, prefix: str = "") -> dict[str, nw.Expr]:
        """What `FIELDS` names of a finding."""
        nothing, dated = meaning.number(None), rule.asked.is_dated
        measured, limit = (nw.col(f"{prefix}{name}") for name in ("measured", "limit"))
        return {
            "verdict": self._word(rule, prefix),
            "measured": nothing if dated else measured,
            "limit": nothing if dated else limit,
            "shortfall": nw.col(f"{prefix}shortfall"),
            "is_breach": _breach(rule, prefix),
            "measured_day": self._day(measured if dated else nothing),
            "limit_day": self._day(limit if dated else nothing),
        }

    def _day(self, number: nw.Expr) -> nw.Expr:
        """A number of days since 1 January 1970 as a date: the one thing that the engines write differently."""
        whole = number.cast(nw.Int32)
        return whole.cast(nw.Date) if self._source.engine == "polars" else nw.lit(FIRST_DAY) + whole

    def _word(self, rule: Rule, prefix: str = "") -> nw.Expr:
        """A verdict as the word that stands for it: one of four, which Spark has no type for."""
        words = [nw.lit(verdict.value) for verdict in VERDICTS]
        if self._source.engine != "pyspark":
            words = [word.cast(WORDS) for word in words]
        op = rule.asked.verdict
        return words[int(op.value)] if op.is_constant else _verdicts(rule, prefix).among(*words)

    def extract(self, key: str, verdict: str = "failed") -> Any:  # noqa: ANN401  of the user's engine
        """The rows of the user's frame that have a verdict, with what was measured and what is missing beside them.

        Args:
            key: A requirement, by key or whole id.
            verdict: The verdict.
        """
        rule = self.rule(key)
        table = self._source.tables[rule.subject]
        headers = tuple(table.schema)
        rows = self._engine.rows(rule.subject, _finding_of(rule), own=headers)
        found = {
            "verdict": self._word(rule),
            "measured": nw.col("measured"),
            "limit": nw.col("limit"),
            "shortfall": nw.col("shortfall"),
            "is_breach": _breach(rule),
        }
        kept = {name: nw.col(table.own(name)) for name in headers}
        added = {free_header(name, headers): value for name, value in found.items()}
        op, wanted = rule.asked.verdict, VERDICTS.index(verdict_of(verdict))
        if not op.is_constant:
            rows = rows.filter(_verdicts(rule).code == wanted)
        elif int(op.value) != wanted:
            rows = rows.head(0)
        return rows.select(**kept, **added).to_native()

    # -- summaries ---------------------------------------------------------------------------------------------

    def summary(self, by: str | Iterable[str] = (), *, kind: str | None = None) -> Any:  # noqa: ANN401  of the user's engine
        """How many verdicts of each kind a requirement has, over all or by segments.

        Args:
            by: Columns of the frame, or kinds of holder ("county"), by which is counted apart.
            kind: One kind of entity; needed where `by` is given and several were judged.
        """
        names = tuple(dict.fromkeys(names_of(by, COLUMNS)))
        kinds = (self._kind(kind),) if names or kind is not None else self.kinds
        if not kinds:
            raise UnknownRequirementError(NOT_JUDGED)
        return nw.concat([self._summed(one, names) for one in kinds]).to_native()

    def _summed(self, kind: str, names: tuple[str, ...]) -> Frame:
        rules = self._rules(kind, None)
        segments = {name: self._segment(kind, name) for name in names}
        wanted: dict[str, Op] = {}
        for number, rule in enumerate(rules):
            wanted |= _verdict_of(rule, f"{number} ") | _grave_of(rule, f"{number} ")
        table = self._source.tables[kind]
        held = [name for name, header in segments.items() if header is None]
        own = list(dict.fromkeys(header for header in segments.values() if header is not None))
        rows = self._engine.rows(kind, wanted, holders=held, own=own)
        columns = {name: f"under {name}" if header is None else table.own(header) for name, header in segments.items()}
        # Spark takes a dot in the name of a column for a field of it: segments have their names in the end.
        labels = {
            f"by {place}": _label(nw.col(column), None if header is None else table.schema[header])
            for place, (column, header) in enumerate(zip(columns.values(), segments.values(), strict=True))
        }
        marks, each = _counted(rules)
        new = labels | marks
        marked = rows.with_columns(**new) if new else rows
        sums = [nw.len().alias("all"), *(nw.col(name).sum() for name in marks)]
        counted = marked.group_by(*labels).agg(*sums) if labels else marked.select(*sums)
        spread = counted.select(*labels, found=nw.list(*each)).explode("found")
        fields = ("requirement", *(verdict.value for verdict in Verdict), "breaches")
        found = {name: nw.col("found").struct.field(name) for name in fields}
        by = {free_header(name, COUNTED): nw.col(label) for name, label in zip(names, labels, strict=True)}
        return spread.select(**by, entity_kind=nw.lit(kind), **found)

    def _segment(self, kind: str, name: str) -> str | None:
        """The header of the column by which is counted apart; None for the id of a holder."""
        table = self._source.tables[kind]
        header = name
        if name not in table.schema:
            if self._source.is_linked(kind, name):
                return None
            facts = table.layout.facts.get(name) or table.layout.links.get(name)
            if facts is None:
                raise UnknownNameError(no_column(kind, name, table.schema))
            header = facts.header
        if table.schema[header].is_nested():
            raise not_grouped(kind, header, table.border.sort(header), table.border.type_name(header))
        return header

    # -- what runs a query -------------------------------------------------------------------------------------

    def faults(self) -> Any:  # noqa: ANN401  of the user's engine
        """One row a fault of the data: `frame`, `fault`, in how many `rows`, and an `example` of what they have.

        Cells that cannot be used or contradict each other, ids that are missing or given twice, rows that name a holder
        that is nowhere or contradict their holder. None of them stops an audit: what they say is not known.
        """
        return faults(self._engine).to_native()

    def check(self) -> None:
        """Run the query of the faults, and raise what it finds.

        Raises:
            InvalidTableError: Some rows have faults; all of them are listed.
        """
        told: dict[str, Message] = {}
        found = self._run(faults(self._engine, told).to_native())
        if found:
            raise InvalidTableError([_as_fault(one, told) for one in found])

    def _run(self, query: Any) -> list[dict[str, Any]]:  # noqa: ANN401  of the user's engine
        """The rows that a query gives; Polars reads a part of the data at a time."""
        how = {"engine": "streaming"} if self._source.engine == "polars" else {}
        rows: list[dict[str, Any]] = nw.from_native(query).collect(**how).rows(named=True)
        return rows

    @cached_property
    def _counts(self) -> Mapping[str, Mapping[str, int]]:
        """What `summary` says of each requirement; it runs once."""
        names = (*(verdict.value for verdict in Verdict), "breaches")
        rows = self._run(self.summary())
        return {row["requirement"]: {name: int(row[name]) for name in names} for row in rows}

    def counts(self, key: str | None = None) -> dict[Verdict, int]:
        """How many verdicts there are of each kind, of one requirement or of all; runs `summary` once."""
        ids = [rule.id for rule in (self.plan.rules if key is None else (self.rule(key),))]
        return {verdict: sum(self._counts[one][verdict.value] for one in ids) for verdict in Verdict}

    @property
    def breach_counts(self) -> Mapping[str, int]:
        """How many entities break each requirement on the day of the audit; runs `summary` once."""
        return {rule.id: self._counts[rule.id]["breaches"] for rule in self.plan.rules}

    @cached_property
    def failing_shares(self) -> Mapping[str, float]:
        """The share of those told to pass or to fail which fail, by requirement; runs `summary` once."""
        told = {
            rule.id: (counts[Verdict.FAILED], counts[Verdict.FAILED] + counts[Verdict.PASSED])
            for rule in self.plan.rules
            for counts in [self.counts(rule.id)]
        }
        return {key: failed / all_ for key, (failed, all_) in told.items() if all_}

    def __repr__(self) -> str:
        """What is to be judged."""
        return f"<LazyReport of {', '.join(self.kinds)}: {len(self.plan.rules)} requirements>"


def _unpickled(
    books: tuple[Rulebook, ...], context: Context, frames: Mapping[str, bytes], segments: tuple[str, ...]
) -> LazyReport:
    """A report out of what was pickled of it."""
    queries = {kind: pickle.loads(frame) for kind, frame in frames.items()}  # noqa: S301  a part of a pickle
    return LazyReport.of(books, context, LazySource(queries, segments))


def _label(column: nw.Expr, dtype: Any) -> nw.Expr:  # noqa: ANN401  a dtype of narwhals, or None of ids
    """What a segment is called: NaN is not known, as in memory."""
    text = column.cast(nw.String)
    return nw.when(~column.is_nan()).then(text) if dtype is not None and dtype.is_float() else text


def _verdict_of(rule: Rule, prefix: str = "") -> dict[str, Op]:
    """The truths of which a verdict is made, by the columns that they become; none where it is the same for all."""
    op = rule.asked.verdict
    if op.is_constant:
        return {}
    if op.name == "verdict":
        return {f"{prefix}when": op.args[0], f"{prefix}holds": op.args[1]}
    return {f"{prefix}holds": op}


def _finding_of(rule: Rule, prefix: str = "") -> dict[str, Op]:
    asked = rule.asked
    figures = {"measured": asked.measured, "limit": asked.limit, "shortfall": asked.shortfall}
    return _verdict_of(rule, prefix) | _grave_of(rule, prefix) | {f"{prefix}{name}": op for name, op in figures.items()}


def _grave_of(rule: Rule, prefix: str) -> dict[str, Op]:
    return {} if rule.requirement.breach_when is None else {f"{prefix}grave": rule.asked.grave}


def _counted(rules: list[Rule]) -> tuple[dict[str, nw.Expr], list[nw.Expr]]:
    """What is to be added up of each row, and what is known of each requirement after that.

    Engines take long to plan many sums: what one sum says, or none, is not added up again.
    """
    marks: dict[str, nw.Expr] = {}
    each: list[nw.Expr] = []
    zero, everybody = nw.lit(0, nw.Int64), nw.col("all").cast(nw.Int64)
    for number, rule in enumerate(rules):
        op, found = rule.asked.verdict, _verdicts(rule, f"{number} ")
        if op.is_constant:
            counts = {verdict: everybody if VERDICTS[int(op.value)] is verdict else zero for verdict in Verdict}
        else:
            counts = {Verdict.INAPPLICABLE: zero}
            summed = {Verdict.FAILED: found.failed, Verdict.PASSED: found.passed}
            if found.when is not None:
                summed[Verdict.INAPPLICABLE] = meaning.fails(found.when)
            for verdict, is_so in summed.items():
                marks[f"{number} {verdict.value}"] = _one_if(is_so)
                counts[verdict] = nw.col(f"{number} {verdict.value}").cast(nw.Int64)
            counts[Verdict.CANNOT_TELL] = (
                everybody - counts[Verdict.FAILED] - counts[Verdict.PASSED] - counts[Verdict.INAPPLICABLE]
            )
        broken = counts[Verdict.FAILED] if rule.can_breach else zero
        if rule.can_breach and rule.requirement.breach_when is not None:
            marks[f"{number} breaches"] = _one_if(_breach(rule, f"{number} "))
            broken = nw.col(f"{number} breaches").cast(nw.Int64)
        known = {verdict.value: counts[verdict] for verdict in Verdict}
        each.append(nw.struct(requirement=nw.lit(rule.id), **known, breaches=broken))
    return marks, each


def _one_if(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(1).otherwise(0)


def _verdicts(rule: Rule, prefix: str = "") -> meaning.Verdicts:
    """The verdicts of a rule, from the columns of what `_verdict_of` names."""
    op = rule.asked.verdict
    if op.is_constant:
        applies = None if VERDICTS[int(op.value)] is not Verdict.INAPPLICABLE else meaning.truth(NO)
        return meaning.Verdicts(meaning.truth(op.value if applies is None else UNSURE), applies)
    return meaning.Verdicts(nw.col(f"{prefix}holds"), nw.col(f"{prefix}when") if op.name == "verdict" else None)


def _breach(rule: Rule, prefix: str = "") -> nw.Expr:
    """Whether a rule is broken on the day of the audit; never null."""
    if not rule.can_breach:
        return nw.lit(False)  # noqa: FBT003  a truth
    failed = _verdicts(rule, prefix).failed
    return meaning.is_yes(failed if rule.requirement.breach_when is None else failed & nw.col(f"{prefix}grave"))


def _as_fault(row: Mapping[str, Any], told: Mapping[str, Message]) -> Fault:
    """A fault of a row of the query, in both languages: the query itself has the English."""
    rows, example = int(row["rows"]), row["example"]
    message = said(
        "{fault}{example}{many}",
        "{fault}{example}{many}",
        fault=told[row["fault"]],
        example=Message() if example is None else said(", for instance {one}", "，例如 {one}", one=shown(example)),
        many=said(" ({rows:,} rows)", "（共 {rows:,} 行）", rows=rows) if rows > 1 else Message(),
    )
    return Fault(called(str(row["frame"])), message, example)
