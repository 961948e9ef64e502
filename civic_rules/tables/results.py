"""The report of an audit of tables: arrays for programs, and frames of the library that the data came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np

from civic_rules.errors import (
    UnknownNameError,
    UnknownRequirementError,
)
from civic_rules.tables import native
from civic_rules.tables.arguments import COLUMNS, REQUIREMENTS, names_of, verdict_of, verdicts_of
from civic_rules.tables.engine import Engine
from civic_rules.tables.judged import NOT_JUDGED, JudgedRules, no_column, not_grouped
from civic_rules.tables.plans import plan
from civic_rules.tables.sources import Source
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from civic_rules.expressions.scope import Context
    from civic_rules.rules import Rulebook
    from civic_rules.tables.columns import Column
    from civic_rules.tables.ops import Op
    from civic_rules.tables.plans import Rule, TablePlan
    from civic_rules.tables.table import Table

    Found = Mapping[str, tuple[NDArray[np.int8], NDArray[np.float64]]]

VERDICTS = (Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.PASSED, Verdict.INAPPLICABLE)
"""What the codes of verdicts stand for."""

WORDS = tuple(verdict.value for verdict in VERDICTS)

FAILED, CANNOT_TELL, PASSED, INAPPLICABLE = range(4)

COUNTED = frozenset({"entity_kind", "requirement", *WORDS, "breaches"})
"""The columns of a summary."""


class ByRequirement(Mapping[str, Any]):
    """Arrays by requirement: asked for by key, or by whole id where several rulebooks have the key."""

    def __init__(
        self, rules: Callable[[str], Rule], ids: tuple[str, ...], make: Callable[[Rule], Any], made: dict[str, Any]
    ) -> None:
        """Keep how an array is made, and those that are; each is made once."""
        self._rule = rules
        self._ids = ids
        self._make = make
        self._made = made

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  an array
        """The array of a requirement; it cannot be written to, for it is the report's own.

        Raises:
            UnknownRequirementError: No rulebook of the audit has this key, or no frame has its subject.
        """
        rule = self._rule(key)
        if rule.id not in self._made:
            made = self._made[rule.id] = self._make(rule)
            made.flags.writeable = False
        return self._made[rule.id]

    def __iter__(self) -> Iterator[str]:
        """The ids of the requirements."""
        return iter(self._ids)

    def __len__(self) -> int:
        """How many requirements there are."""
        return len(self._ids)


class TableReport(JudgedRules):
    """What an audit of tables found.

    Arrays have one place a row of the frame of the requirement's subject, in the order of that frame. Frames are of
    the library that the data came in, and are made when they are asked for.

    Attributes:
        plan: The requirements that were judged.
    """

    def __init__(self, plan: TablePlan, source: Source, engine: Engine, found: Found | None = None) -> None:
        """Judge every row."""
        super().__init__(plan)
        self._source = source
        self._engine = engine
        self._verdicts: dict[str, NDArray[np.int8]] = {}
        self._shortfalls: dict[str, NDArray[np.float64]] = {}
        self._made: dict[str, dict[str, NDArray[Any]]] = {}
        if found is None:
            self._judge()
        else:
            self._take(found)

    # Made when they are asked for: a report that held its own methods would be held by itself, and its memory with it.

    @property
    def verdicts(self) -> ByRequirement:
        """By requirement, an array of whole numbers: 0 failed, 1 cannot tell, 2 passed, 3 inapplicable."""
        return self._arrays("verdicts", lambda rule: self._verdicts[rule.id])

    @property
    def shortfalls(self) -> ByRequirement:
        """By requirement, what is missing to the limit or in excess of it; NaN where nothing is."""
        return self._arrays("shortfalls", lambda rule: self._shortfalls[rule.id])

    @property
    def measured(self) -> ByRequirement:
        """By requirement, what was found in the unit of the limit; NaN where it is not known.

        Days are days since 1 January 1970.
        """
        return self._arrays("measured", lambda rule: self._one(rule, rule.asked.measured, np.float64))

    @property
    def limits(self) -> ByRequirement:
        """By requirement, what is asked for."""
        return self._arrays("limits", lambda rule: self._one(rule, rule.asked.limit, np.float64))

    @property
    def breaches(self) -> ByRequirement:
        """By requirement, whether the rule is broken on the day of the audit."""
        return self._arrays("breaches", self._breach)

    def _arrays(self, name: str, make: Callable[[Rule], Any]) -> ByRequirement:
        return ByRequirement(self.rule, tuple(self._by_id), make, self._made.setdefault(name, {}))

    def _judge(self) -> None:
        asked = [op for rule in self.plan.rules for op in (rule.asked.verdict, rule.asked.shortfall)]
        found = self._engine.run((op for op in asked if not op.is_constant), self.plan.programs)
        for rule in self.plan.rules:
            self._verdicts[rule.id] = self._result(rule, rule.asked.verdict, found, np.int8)
            self._shortfalls[rule.id] = self._result(rule, rule.asked.shortfall, found, np.float64)

    def _take(self, found: Found) -> None:
        """Take what was found before, in the place of judging."""
        for rule in self.plan.rules:
            rows = self._source.size(rule.subject)
            verdicts, shortfalls = found[rule.id]
            self._verdicts[rule.id] = np.broadcast_to(verdicts, rows)
            self._shortfalls[rule.id] = np.broadcast_to(shortfalls, rows)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the frames and what was found in them; nothing is judged again, the rest is read when it is asked for.

        Examples:
            >>> import pickle
            >>> import polars as pl
            >>> import civic_rules as cr
            >>> book = cr.load("yancheng-2013-6")
            >>> report = cr.audit_table(pl.DataFrame({"id": ["c1"], "workers": [9]}), book, on="2015-12-31")
            >>> pickle.loads(pickle.dumps(report)).counts() == report.counts()
            True
        """
        frames = {kind: table.frame.native for kind, table in self._source.tables.items()}
        found = {
            rule.id: (_packed(self.verdicts[rule.id]), _packed(self.shortfalls[rule.id])) for rule in self.plan.rules
        }
        return _unpickled, (self.plan.books, self.plan.context, frames, self._source.segments, found)

    def _result(self, rule: Rule, op: Op, found: Mapping[int, NDArray[Any]], kind: Any) -> NDArray[Any]:  # noqa: ANN401  a dtype
        if op.is_constant:
            return np.broadcast_to(np.array(op.value, kind), self._source.size(rule.subject))
        return found[id(op)].view(kind)

    def _one(self, rule: Rule, op: Op, kind: Any) -> NDArray[Any]:  # noqa: ANN401  a dtype
        found = self._engine.run([] if op.is_constant else [op], self.plan.programs)
        return self._result(rule, op, found, kind)

    def _breach(self, rule: Rule) -> NDArray[np.bool_]:
        failed: NDArray[np.bool_] = self.verdicts[rule.id] == FAILED
        if not rule.can_breach:
            return np.broadcast_to(np.False_, failed.shape)
        if rule.requirement.breach_when is None:
            return failed
        broken: NDArray[np.bool_] = failed & (self._one(rule, rule.asked.grave, np.uint8) == PASSED)
        return broken

    # -- what was found of all rows --------------------------------------------------------------------------------

    def ids(self, kind: str | None = None) -> list[Any]:
        """The ids of a kind of entity, in the order of the rows of its frame."""
        found: list[Any] = self._identity(self._kind(kind)).to_list()
        return found

    def words(self, key: str) -> list[str]:
        """The verdicts of a requirement as words, in the order of the rows."""
        return [VERDICTS[code].value for code in self.verdicts[key].tolist()]

    def counts(self, key: str | None = None) -> dict[Verdict, int]:
        """How many verdicts there are of each kind, of one requirement or of all."""
        rules = self.plan.rules if key is None else (self.rule(key),)
        counts = sum((_counted(self.verdicts[rule.id]) for rule in rules), np.zeros(4, np.int64))
        found = dict(zip(VERDICTS, counts.tolist(), strict=True))
        return {verdict: found[verdict] for verdict in Verdict}

    # -- frames ------------------------------------------------------------------------------------------------

    def _table(self, kind: str) -> Table:
        return self._source.tables[kind]

    def _identity(self, kind: str) -> nw.Series[Any]:
        """The ids of a kind of entity; the numbers of the rows, from 0, where there are none."""
        table = self._table(kind)
        place = table.layout.identity
        if place is None:
            return nw.new_series("entity", np.arange(table.frame.rows), backend=table.frame.library)
        return table.column(place.header).series

    def _columns(self, rule: Rule, rows: NDArray[np.int64] | slice, ids: nw.Series[Any]) -> dict[str, Any]:
        """The columns of the findings of one requirement."""
        like, dated = self._table(rule.subject).frame, rule.asked.is_dated
        ids_of_rules = tuple(self._by_id)
        measured, limit = self.measured[rule.id][rows], self.limits[rule.id][rows]
        nothing = np.full(len(measured), np.nan)
        verdicts = self.verdicts[rule.id][rows]
        size = len(verdicts)
        return {
            "entity_kind": native.texts(np.full(size, self.kinds.index(rule.subject)), self.kinds, like),
            "entity": ids,
            "requirement": native.texts(np.full(size, ids_of_rules.index(rule.id)), ids_of_rules, like),
            "verdict": native.texts(verdicts, WORDS, like, is_closed=True),
            "measured": native.numbers(nothing if dated else measured, like),
            "limit": native.numbers(nothing if dated else limit, like),
            "shortfall": native.numbers(self.shortfalls[rule.id][rows], like),
            "is_breach": nw.new_series("b", np.ascontiguousarray(self.breaches[rule.id][rows]), backend=like.library),
            "measured_day": native.days(measured if dated else nothing, like),
            "limit_day": native.days(limit if dated else nothing, like),
        }

    def long(
        self,
        *,
        kind: str | None = None,
        requirements: Iterable[str] | None = None,
        verdicts: Iterable[str] | None = None,
    ) -> Any:  # noqa: ANN401  a frame of the user's library
        """One row a finding: entity_kind, entity, requirement, verdict, measured, limit, shortfall, is_breach.

        Where days are compared, `measured_day` and `limit_day` have them.

        Args:
            kind: One kind of entity; None for all.
            requirements: Some requirements, by key or whole id; None for all.
            verdicts: The verdicts that are wanted ("failed" ...); None for all.
        """
        words = verdicts_of(verdicts)
        wanted = None if words is None else [VERDICTS.index(one) for one in words]
        keys = None if requirements is None else names_of(requirements, REQUIREMENTS)
        kinds = self.kinds if kind is None else (self._kind(kind),)
        frames = []
        identities = {one: self._identity(one) for one in kinds}
        are_alike = len({ids.dtype for ids in identities.values()}) == 1
        for one, ids in identities.items():
            for rule in self._rules(one, keys, is_asked=kind is not None):
                rows: Any = slice(None)
                if wanted is not None:
                    rows = np.flatnonzero(np.isin(self.verdicts[rule.id], wanted))
                some = ids if wanted is None else ids[rows]
                some = some if are_alike else some.cast(nw.String)
                frames.append(native.made_frame(self._columns(rule, rows, some), self._table(one).frame))
        if not frames:
            raise UnknownRequirementError(NOT_JUDGED)
        return native.stacked(frames, self._table(kinds[0]).frame)

    def wide(self, kind: str | None = None, *, requirements: Iterable[str] | None = None) -> Any:  # noqa: ANN401  see `long`
        """One row an entity: its id, what was kept of its frame, and a verdict and a shortfall a requirement.

        The columns are named by the keys of the requirements, `KEY` and `KEY.shortfall`, and by their whole ids where
        several rulebooks were asked. A column of the frame that has such a name gets a dash below after it.

        Args:
            kind: The kind of entity; it may be left out where only one was judged.
            requirements: Some requirements, by key or whole id; None for all.
        """
        of = self._kind(kind)
        table = self._table(of)
        like = table.frame
        several = len(self.plan.books) > 1
        keys = None if requirements is None else names_of(requirements, REQUIREMENTS)
        rules = {rule.id if several else rule.requirement.key: rule for rule in self._rules(of, keys, is_asked=True)}
        taken = {"entity", *rules, *(f"{name}.shortfall" for name in rules)}
        columns: dict[str, Any] = {"entity": self._identity(of)}
        columns |= {
            free_header(name, taken): nw.from_native(like.native[name], series_only=True) for name in table.layout.kept
        }
        for name, rule in rules.items():
            columns[name] = native.texts(self.verdicts[rule.id], WORDS, like, is_closed=True)
            columns[f"{name}.shortfall"] = native.numbers(self.shortfalls[rule.id], like)
        return native.made_frame(columns, like).to_native()

    def extract(self, key: str, verdict: str = "failed") -> Any:  # noqa: ANN401  see `long`
        """The rows of the user's frame that have a verdict, with what was measured and what is missing beside them.

        Args:
            key: A requirement, by key or whole id.
            verdict: The verdict.
        """
        rule = self.rule(key)
        rows = np.flatnonzero(self.verdicts[rule.id] == VERDICTS.index(verdict_of(verdict)))
        like = self._table(rule.subject).frame
        found = self._columns(rule, rows, self._identity(rule.subject)[rows])
        added = {name: found[name] for name in ("verdict", "measured", "limit", "shortfall", "is_breach")}
        beside = native.made_frame({free_header(name, like.names): values for name, values in added.items()}, like)
        return nw.concat([native.rows_of(like, rows), beside], how="horizontal").to_native()

    # -- summaries ---------------------------------------------------------------------------------------------

    def summary(self, by: str | Iterable[str] = (), *, kind: str | None = None) -> Any:  # noqa: ANN401  see `long`
        """How many verdicts of each kind a requirement has, over all or by segments.

        Args:
            by: Columns of the frame, or kinds of holder ("county"), by which is counted apart.
            kind: One kind of entity; needed where `by` is given and several were judged.
        """
        names = tuple(dict.fromkeys(names_of(by, COLUMNS)))
        kinds = (self._kind(kind),) if names or kind is not None else self.kinds
        frames = []
        for one in kinds:
            codes, labels = self._segments(one, names)
            frames += [self._summed(rule, codes, labels) for rule in self._rules(one, None)]
        if not frames:
            raise UnknownRequirementError(NOT_JUDGED)
        return native.stacked(frames, self._table(kinds[0]).frame)

    def _segments(self, kind: str, names: tuple[str, ...]) -> tuple[NDArray[np.int64], dict[str, list[Any]]]:
        """The segment of each row, and what each segment is called."""
        table = self._table(kind)
        codes = np.zeros(table.frame.rows, np.int64)
        labels: dict[str, list[Any]] = {}
        for name in names:
            own, values = self._segment(table, name)
            called = [*map(_label, values), None]  # a place of -1 is the last
            values = list(dict.fromkeys(called))
            places = {one: place for place, one in enumerate(values)}
            own = np.array([places[one] for one in called])[own]
            both, codes = np.unique(codes * len(values) + own, return_inverse=True)
            labels = {one: [known[int(place) // len(values)] for place in both] for one, known in labels.items()}
            labels[name] = [values[int(place) % len(values)] for place in both]
        return codes, labels

    def _segment(self, table: Table, name: str) -> tuple[NDArray[np.int64], list[Any]]:
        if name in table.frame.schema:
            return self._coded(table, name)
        if name in self._source.tables and self._source.is_linked(table.kind, name):
            rows = self._source.holders(table.kind, name)
            return rows, self._identity(name).to_list()
        facts = table.layout.facts.get(name) or table.layout.links.get(name)
        if facts is None:
            raise UnknownNameError(no_column(table.kind, name, table.frame.names))
        return self._coded(table, facts.header)

    def _coded(self, table: Table, header: str) -> tuple[NDArray[np.int64], list[Any]]:
        column = table.column(header)
        found = _grouped(column)
        if found is None:
            raise not_grouped(table.kind, header, column.sort, column.kinds())
        return found

    def _summed(self, rule: Rule, codes: NDArray[np.int64], labels: dict[str, list[Any]]) -> nw.DataFrame[Any]:
        like = self._table(rule.subject).frame
        size = len(next(iter(labels.values()))) if labels else 1
        counts = np.bincount(codes * 4 + self.verdicts[rule.id], minlength=4 * size).reshape(size, 4)
        broken = np.bincount(codes[self.breaches[rule.id]], minlength=size)
        columns: dict[str, Any] = {
            free_header(name, COUNTED): nw.new_series(name, values, nw.String, backend=like.library)
            for name, values in labels.items()
        }
        columns["entity_kind"] = nw.new_series("k", [rule.subject] * size, nw.String, backend=like.library)
        columns["requirement"] = nw.new_series("r", [rule.id] * size, nw.String, backend=like.library)
        columns |= {verdict.value: np.ascontiguousarray(counts[:, VERDICTS.index(verdict)]) for verdict in Verdict}
        columns["breaches"] = broken
        return native.made_frame(columns, like)

    @property
    def breach_counts(self) -> Mapping[str, int]:
        """How many entities break each requirement on the day of the audit."""
        return {rule.id: int(np.count_nonzero(self.breaches[rule.id])) for rule in self.plan.rules}

    @cached_property
    def failing_shares(self) -> Mapping[str, float]:
        """The share of the entities that were told to pass or to fail which fail, by requirement."""
        found = {}
        for rule in self.plan.rules:
            counts = _counted(self.verdicts[rule.id])
            told = counts[FAILED] + counts[PASSED]
            if told:
                found[rule.id] = float(counts[FAILED] / told)
        return found

    def __repr__(self) -> str:
        """How much was judged."""
        rows = ", ".join(f"{self._source.size(kind):,} {kind}" for kind in self.kinds)
        return f"<TableReport of {rows}: {len(self.plan.rules)} requirements>"


def _unpickled(
    books: tuple[Rulebook, ...], context: Context, frames: Mapping[str, Any], segments: tuple[str, ...], found: Found
) -> TableReport:
    """A report out of what was pickled of it."""
    source = Source(frames, segments)
    return TableReport(plan(books, context, source, source.headers), source, Engine(source), found)


def _packed(array: NDArray[Any]) -> NDArray[Any]:
    """An array, of which one place is enough where all places are one."""
    return array[:1] if array.strides == (0,) else array


def _counted(verdicts: NDArray[np.int8]) -> NDArray[np.int64]:
    """How many verdicts have each code."""
    if verdicts.strides == (0,) and len(verdicts):
        found = np.zeros(4, np.int64)
        found[verdicts[0]] = len(verdicts)
        return found
    return np.array([np.count_nonzero(verdicts == code) for code in range(4)])


def _label(value: Any) -> str | None:  # noqa: ANN401  whatever a cell holds
    """What a segment is called, in every library alike."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    return str(value).lower() if isinstance(value, (bool, np.bool_)) else str(value)


def _grouped(column: Column) -> tuple[NDArray[np.int64], list[Any]] | None:
    """The place of each cell among the different values of a column; None where these cannot be told apart."""
    if column.sort == "list" or column.dtype.is_nested():
        return None
    try:
        return _in_order(*column.coded())
    except TypeError:  # narwhals does not always tell by the type
        return None


def _in_order(codes: NDArray[np.int64], values: list[Any]) -> tuple[NDArray[np.int64], list[Any]]:
    """Values in the order of their first rows, whatever the order in which a library found them."""
    first = np.full(len(values) + 1, len(codes))
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    order = np.argsort(first[:-1], kind="stable")
    places = np.empty(len(values) + 1, np.int64)
    places[order], places[-1] = np.arange(len(values)), -1
    return places[codes], [values[place] for place in order]


def free_header(name: str, taken: Iterable[str]) -> str:
    """A header that no column has yet, in whatever case: DuckDB and Spark take `Verdict` and `verdict` for one."""
    names = {str(one).lower() for one in taken}
    while name.lower() in names:
        name += "_"
    return name
