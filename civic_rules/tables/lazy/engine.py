"""The engine for lazy frames: column operations become one query, which nobody has run yet.

What several operations need is a column of its own, made once, in as many steps as such columns are made of each
other. What is asked of members is a group-by of their frame by the id of the holder, joined to the frame that asks;
what is asked of a holder is a join with its frame by id. An id that is given twice is nobody's: its holders are not
known, so that no row of a result is ever doubled.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from math import inf
from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.tables.lazy import meaning
from civic_rules.tables.ops import ACROSS, NO, YES, Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from civic_rules.tables.lazy.frames import LazySource

    Frame = nw.LazyFrame[Any]

LEAVES = frozenset({"number", "day", "truth", "category", "listed", "has_id", "on_day"})
"""Operations that read what the frames have."""

ID, KEY = "id", "key"


class LazyEngine:
    """Makes queries out of the operations of one audit.

    Attributes:
        source: The frames.
    """

    def __init__(self, source: LazySource) -> None:
        """Keep the source."""
        self.source = source
        self._numbers = count()

    def name(self) -> str:
        """A name that no column has."""
        return f"v{next(self._numbers)}"

    def rows(
        self, kind: str, wanted: Mapping[str, Op], *, holders: Iterable[str] = (), own: Sequence[str] = ()
    ) -> Frame:
        """The rows of a frame, with the results of some operations.

        Args:
            kind: What the frame holds.
            wanted: Operations by the names of the columns that they become.
            holders: The kinds of holder whose ids are wanted, as columns `under KIND`.
            own: Headers of the frame that are wanted, as columns that `LazyTable.own` names.

        Returns:
            A frame with these columns, `id` as it was given and `key`, ready to be joined.
        """
        return Query(self, kind, wanted, tuple(holders), tuple(own)).frame()


class Query:
    """One query over the frame of one kind of entity."""

    def __init__(
        self, engine: LazyEngine, kind: str, wanted: Mapping[str, Op], holders: tuple[str, ...], own: tuple[str, ...]
    ) -> None:
        """Put the operations in order and find what is needed more than once."""
        self.engine = engine
        self.source = engine.source
        self.table = self.source.tables[kind]
        self.kind = kind
        self.own = own
        self.wanted = {name: self.source.plain(op) for name, op in wanted.items()}
        self.order = list(self._ordered())
        self.leaves = [op for op in self.order if op.name in LEAVES]
        self.across = [op for op in self.order if op.name in ACROSS]
        asked = [op.params[0] for op in self.across if op.name != "total"]
        self.holders = tuple(dict.fromkeys([*holders, *asked]))
        self.columns = {id(op): engine.name() for op in (*self.leaves, *self.across)}
        self._find_shared()

    def _args(self, op: Op) -> list[Op]:
        return [] if op.name in ACROSS else [self.source.plain(arg) for arg in meaning.arguments(op)]

    def _ordered(self) -> Iterator[Op]:
        """Every operation after what it needs of its own table, each once."""
        seen: set[int] = set()
        waiting = [(op, False) for op in reversed(self.wanted.values())]
        while waiting:
            op, is_ready = waiting.pop()
            if is_ready:
                yield op
            elif id(op) not in seen:
                seen.add(id(op))
                waiting.append((op, True))
                waiting += [(arg, False) for arg in reversed(self._args(op))]

    def _find_shared(self) -> None:
        """Name what is to be a column, and find in which step each can be made and after which each is done with."""
        uses = Counter(map(id, self.wanted.values()))
        for op in self.order:
            for place, arg in enumerate(self._args(op)):
                uses[id(arg)] += meaning.uses(op, place)
        self.steps: dict[int, list[Op]] = {}
        step: dict[int, int] = {}
        reads: dict[int, frozenset[int]] = {}
        self.last: dict[int, float] = {}
        for op in self.order:
            args = self._args(op)
            below = max((step[id(arg)] for arg in args), default=0)
            inner: frozenset[int] = frozenset().union(*(reads[id(arg)] for arg in args))
            step[id(op)], reads[id(op)] = below, inner
            if id(op) in self.columns:
                reads[id(op)] = frozenset([id(op)])
            elif not op.is_constant and uses[id(op)] > 1:
                self.columns[id(op)] = self.engine.name()
                self.steps.setdefault(below, []).append(op)
                step[id(op)], reads[id(op)] = below + 1, frozenset([id(op)])
                for one in inner:
                    self.last[one] = max(self.last.get(one, below), below)
        for op in self.wanted.values():
            self.last |= dict.fromkeys(reads[id(op)], inf)

    # -- the query ---------------------------------------------------------------------------------------------

    def frame(self) -> Frame:
        """The query."""
        frame = self._base()
        for holder in self.holders:
            frame = self._with_holder(frame, holder)
        frame = self._with_totals(frame)
        frame = self._with_held(frame)
        made: dict[int, nw.Expr] = {}
        kept = [ID, KEY] if self._has_id else []
        kept += [self.table.own(name) for name in self.own] + [
            f"in {holder}" for holder, _ in self.source.named(self.kind)
        ]
        kept += [f"under {holder}" for holder in self.holders]
        there = [id(op) for op in (*self.leaves, *self.across)]
        for step in sorted(self.steps):
            new = {self.columns[id(op)]: self._written(op, made) for op in self.steps[step]}
            there = [one for one in there if self.last.get(one, -1) > step]
            frame = frame.select(*kept, *(self.columns[one] for one in there), **new)
            there += [id(op) for op in self.steps[step]]
        return frame.select(*kept, **{name: self._expression(op, made) for name, op in self.wanted.items()})

    @property
    def _has_id(self) -> bool:
        return self.table.layout.identity is not None

    def _base(self) -> Frame:
        """What is read of the frame: ids, and the columns that rules ask for."""
        table, columns = self.table, {}
        if self._has_id:
            columns = {ID: table.border.cell(table.identity), KEY: table.key(table.identity)}
        columns |= {table.own(name): table.border.cell(name) for name in self.own}
        columns |= {f"in {holder}": self.source.link(self.kind, holder) for holder, _ in self.source.named(self.kind)}
        for op in self.leaves:
            read = self.source.read(op)
            assert read is not None  # noqa: S101  it is a leaf
            columns[self.columns[id(op)]] = read
        return table.prepared.select(**columns)

    def _expression(self, op: Op, made: dict[int, nw.Expr]) -> nw.Expr:
        """An operation as an expression over the columns so far."""
        if op.is_constant:
            return meaning.truth(op.value) if op.is_truth and op.value <= YES else meaning.number(op.value)
        if id(op) in self.columns:
            return nw.col(self.columns[id(op)])
        if id(op) not in made:
            made[id(op)] = self._written(op, made)
        return made[id(op)]

    def _written(self, op: Op, made: dict[int, nw.Expr]) -> nw.Expr:
        return meaning.written(op, [self._expression(arg, made) for arg in self._args(op)])

    # -- holders and members -----------------------------------------------------------------------------------

    def _with_holder(self, frame: Frame, holder: str) -> Frame:
        """The id of the nearest holder of a kind, which a row names itself or through others."""
        ids = [nw.col(f"in {holder}")] if self.source.names(self.kind, holder) else []
        for way in self.source.ways(self.kind, holder):
            above, key, found = self.engine.rows(way, {}, holders=[holder]), self.engine.name(), self.engine.name()
            above = above.select(**{key: nw.col(KEY), found: nw.col(f"under {holder}")})
            above = _each_once(above, key, [found])
            frame = frame.join(above, left_on=f"in {way}", right_on=key, how="left")
            ids.append(nw.col(found))
        return frame.with_columns(**{f"under {holder}": ids[0] if len(ids) == 1 else nw.coalesce(*ids)})

    def _with_totals(self, frame: Frame) -> Frame:
        groups: dict[tuple[Any, ...], list[Op]] = {}
        for op in self.across:
            if op.name == "total":
                groups.setdefault(op.params, []).append(op)
        for (of, direct), ops in groups.items():
            if self.source.is_linked(of, self.kind) and (self.source.names(of, self.kind) or not direct):
                frame = self._with_total(frame, of, ops, direct=direct)
            else:
                frame = frame.with_columns(**{self.columns[id(op)]: nw.lit(0.0) for op in ops})
        return frame

    def _with_total(self, frame: Frame, of: str, ops: list[Op], *, direct: bool) -> Frame:
        """What members have, added up for each entity."""
        inner = {self.columns[id(op)]: self.source.plain(op.args[0]) for op in ops}
        members = self.engine.rows(of, inner, holders=() if direct else (self.kind,))
        key = self.engine.name()
        parts, open_ = {key: self._holder_of(of) if direct else nw.col(f"under {self.kind}")}, {}
        for name, op in inner.items():
            value = nw.col(name)
            if _is_truth(op):
                parts[name] = meaning.one_if(value)
                continue
            parts[name] = nw.coalesce(value, nw.lit(0.0))
            if not meaning.is_sure(op):
                open_[name] = self.engine.name()
                parts[open_[name]] = nw.when(value.is_null()).then(nw.lit(1.0)).otherwise(nw.lit(0.0))
        sums = [nw.col(name).sum() for name in (*inner, *open_.values())]
        added = members.select(**parts).filter(~nw.col(key).is_null()).group_by(key).agg(*sums)
        frame = frame.join(added, left_on=KEY, right_on=key, how="left")
        found = {}
        for name in inner:
            total = nw.coalesce(nw.col(name), nw.lit(0.0))
            found[name] = (
                total if name not in open_ else nw.when(nw.coalesce(nw.col(open_[name]), nw.lit(0.0)) == 0).then(total)
            )
        return frame.with_columns(**found)

    def _holder_of(self, of: str) -> nw.Expr:
        """The id of the entity of this kind that holds a member itself: it names no smaller holder."""
        named = [holder for holder, _ in self.source.named(of)]
        found = nw.col(f"in {self.kind}")
        for smaller in named[: named.index(self.kind)]:
            found = nw.when(nw.col(f"in {smaller}").is_null()).then(found)
        return found

    def _with_held(self, frame: Frame) -> Frame:
        """What the holders of entities have."""
        for holder in self.holders:
            ops = [op for op in self.across if op.name != "total" and op.params[0] == holder]
            if not ops:
                continue
            inner = {self.columns[id(op)]: self.source.plain(op.args[0]) for op in ops}
            above, key = self.engine.rows(holder, inner), self.engine.name()
            found = {name: (op, nw.col(name)) for name, op in inner.items()}
            coded = {name: meaning.Verdicts(one).code if _is_truth(op) else one for name, (op, one) in found.items()}
            above = _each_once(above.select(**{key: nw.col(KEY)}, **coded), key, list(inner))
            frame = frame.join(above, left_on=f"under {holder}", right_on=key, how="left")
            truths = {name: _decoded(nw.col(name)) for name, op in inner.items() if _is_truth(op)}
            frame = frame.with_columns(**truths) if truths else frame
        return frame


def _each_once(frame: Frame, key: str, columns: list[str]) -> Frame:
    """The rows of a frame by their key; of a key that is given twice nothing is known."""
    rows = "rows"
    found = (
        frame.filter(~nw.col(key).is_null())
        .group_by(key)
        .agg(nw.len().alias(rows), *(nw.col(name).max() for name in columns))
    )
    once = {name: nw.when(nw.col(rows) == 1).then(nw.col(name)) for name in columns}
    return found.select(key, **once)


def _decoded(code: nw.Expr) -> nw.Expr:
    return nw.when(code == YES).then(meaning.truth(YES)).when(code == NO).then(meaning.truth(NO))


def _is_truth(op: Op) -> bool:
    return op.is_truth or op.name in {"states", "listed", "has_id", "on_day"}


__all__ = ["LazyEngine"]
