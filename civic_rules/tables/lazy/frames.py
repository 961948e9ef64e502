"""The lazy frames of one audit: what their headers and types say, and how they hang together by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from civic_rules.entities import ENTITY_TYPES, Step
from civic_rules.errors import Fault, InvalidTableError, UnsupportedFrameError
from civic_rules.messages import Message, both, joined, said
from civic_rules.tables.layout import EVENT, absent, called, column_of, holders_of, layout, list_of
from civic_rules.tables.lazy.borders import Border, name_of
from civic_rules.tables.lazy.contradictions import consistent
from civic_rules.tables.ops import NO, UNSURE, YES, Graph, Op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from civic_rules.tables.layout import Place
    from civic_rules.tables.plans import TablePlan

ENGINES = frozenset({"duckdb", "polars", "pyspark"})
"""The engines whose queries are tested, as narwhals calls them."""


WIDE = (nw.UInt64, nw.Int128, nw.UInt128)
"""Whole numbers that may be larger than those that are joined: such ids are joined as texts."""


def is_lazy(native: Any) -> bool:  # noqa: ANN401  a frame of any library
    """Whether a frame is a query that has not run: a DuckDB relation, a PySpark DataFrame, a Polars LazyFrame."""
    try:
        return isinstance(nw.from_native(native, pass_through=True), nw.LazyFrame)
    except nw.exceptions.NarwhalsError:
        return False  # a frame in memory with headers that are given twice


class LazyTable:
    """One lazy frame.

    Attributes:
        kind: What the frame holds.
        native: The frame itself.
        frame: The frame as narwhals knows it; its columns are called by their places.
        schema: The type of each column, by its header.
        layout: Which column says what.
        border: Its columns as expressions.
        key_type: As what ids that are numbers are joined.
    """

    def __init__(self, kind: str, native: Any, kept: tuple[str, ...]) -> None:  # noqa: ANN401  a frame of any library
        """Ask for the types of the columns; no query runs.

        Raises:
            UnsupportedFrameError: It is no lazy frame, or one of an engine that is not known.
        """
        frame = nw.from_native(native, pass_through=True)
        if not isinstance(frame, nw.LazyFrame) or str(frame.implementation) not in ENGINES:
            raise UnsupportedFrameError(_unsupported(kind, native))
        self.kind = kind
        self.native = native
        self.schema: Mapping[str, Any] = frame.collect_schema()
        self.frame = _renamed(frame, [name_of(place) for place in range(len(self.schema))])
        self.layout = layout(kind, tuple(self.schema), kept)
        self.border = Border(kind, self.layout, self.schema, _types(frame))
        self.key_type: Any = nw.Int64

    @property
    def engine(self) -> str:
        """The engine of the frame, as narwhals calls it."""
        return str(self.frame.implementation)

    @property
    def identity(self) -> str:
        """The header of the column that names the entities; events have none."""
        place = self.layout.identity
        assert place is not None  # noqa: S101  a frame without one is refused
        return place.header

    @property
    def prepared(self) -> nw.LazyFrame[Any]:
        """The frame with what the expressions read so far are made of."""
        return self.frame.with_columns(**self.border.prepared) if self.border.prepared else self.frame

    def key(self, header: str) -> nw.Expr:
        """A column of ids, ready to be joined."""
        return self.border.cell(header).cast(self.joined_as(header))

    def joined_as(self, header: str) -> Any:  # noqa: ANN401  a type of narwhals
        """As what a column of ids is joined."""
        return nw.String if self.border.sort(header) == "text" else self.key_type

    @property
    def keys(self) -> list[str]:
        """The headers of its columns of ids, its own and those of holders."""
        places = [*self.layout.links.values(), *([self.layout.identity] if self.layout.identity else [])]
        return [place.header for place in places]

    def own(self, header: str) -> str:
        """What a column of the frame is called in a query that keeps it."""
        return f"own {list(self.schema).index(header)}"

    def is_key(self, header: str) -> bool:
        """Whether a column can hold ids."""
        sort = self.border.sort(header)
        return sort == "text" or (sort == "number" and bool(self.schema[header].is_integer()))

    def has(self, name: str) -> bool:
        """Whether some column says something of a field, a term or a part."""
        spec = self.border.model.specs().get(name)
        is_step = spec is not None and spec.model is Step
        return self.layout.has(name) or (
            is_step and any(f"{name}.{one}" in self.layout.facts for one in ("done", "on"))
        )


class LazySource:
    """All lazy frames of one audit.

    Attributes:
        tables: The frames by what they hold.
        segments: The columns that hold no facts and are kept for the results.
    """

    def __init__(self, frames: Mapping[str, Any], segments: Iterable[str] = ()) -> None:
        """Read headers and types.

        Raises:
            UnsupportedFrameError: Something is no lazy frame of an engine that is known.
            InvalidTableError: The frames belong to several engines, or to several connections of DuckDB.
        """
        self.segments = kept = tuple(segments)
        self.tables = {kind: LazyTable(kind, native, kept) for kind, native in frames.items()}
        self._graph = Graph()
        self._expanded: dict[int, tuple[Op, Op]] = {}
        engines = {kind: table.engine for kind, table in self.tables.items()}
        if len(set(engines.values())) > 1:
            message = said(
                "expected frames of one engine, got {given}",
                "数据表应属于同一个引擎，实为 {given}",
                given=joined(
                    said("{kind} of {engine}", "{engine} 的{kind}", kind=called(kind), engine=engine)
                    for kind, engine in engines.items()
                ),
            )
            raise InvalidTableError([Fault(both("frames", "数据表"), message)])
        types = [table.schema[header] for table in self.tables.values() for header in table.keys]
        if any(dtype == wide for dtype in types for wide in WIDE):
            for table in self.tables.values():
                table.key_type = nw.String
        if "duckdb" in engines.values():
            self._check_connections()

    def _check_connections(self) -> None:
        """Check that DuckDB can join its relations; they are bound to each other, and nothing is read."""
        (first, one), *others = self.tables.items()
        left = one.native.set_alias("one").select("1")
        faults = []
        for kind, table in others:
            try:
                left.cross(table.native.set_alias("other").select("1"))
            except Exception as error:  # noqa: BLE001  of a library that is not imported here
                message = said(
                    "DuckDB cannot join it to that of {first}; make both on one connection ({reason})",
                    "DuckDB 无法把它与{first}的数据表连接；请用同一个连接建立（{reason}）",
                    first=called(first),
                    reason=error,
                )
                faults.append(Fault(said("{kind}: frame", "{kind}：数据表", kind=called(kind)), message))
        if faults:
            raise InvalidTableError(faults)

    @property
    def engine(self) -> str:
        """The engine of the frames, as narwhals calls it."""
        return next(iter(self.tables.values())).engine

    # -- links -------------------------------------------------------------------------------------------------

    def named(self, kind: str) -> list[tuple[str, Place]]:
        """The holders that rows of a kind name and that have a frame, the smallest first, with the column."""
        links = self.tables[kind].layout.links
        return [(one, links[one]) for one in holders_of(kind) if one in links and one in self.tables]

    def names(self, kind: str, holder: str) -> bool:
        """Whether rows of a kind name a holder of some kind themselves."""
        return kind in self.tables and any(one == holder for one, _ in self.named(kind))

    def link(self, kind: str, holder: str) -> nw.Expr:
        """The ids of the holders that rows of a kind name; where no row names one, they are of the type of those."""
        table, above = self.tables[kind], self.tables[holder]
        header = table.layout.links[holder].header
        is_empty = table.border.sort(header) == "nothing"
        return table.border.cell(header).cast(above.joined_as(above.identity)) if is_empty else table.key(header)

    def is_linked(self, kind: str, holder: str) -> bool:
        """Whether entities of a kind say, themselves or through their holders, in which of another kind they lie."""
        return self.names(kind, holder) or bool(self.ways(kind, holder))

    def ways(self, kind: str, holder: str) -> list[str]:
        """The holders that rows of a kind name and through which they lie in one of another kind."""
        if kind not in self.tables:
            return []
        return [one for one, _ in self.named(kind) if one != holder and self.is_linked(one, holder)]

    # -- what is known before a query runs ---------------------------------------------------------------------

    @property
    def headers(self) -> tuple[tuple[str, ...], ...]:
        """The frames and the headers of their facts: what is kept beside them changes no plan."""
        return tuple((kind, *table.layout.read(table.schema)) for kind, table in self.tables.items())

    def has_column(self, kind: str, name: str) -> bool:
        """Whether some column says something of a field, a term or a part."""
        return kind in self.tables and self.tables[kind].has(name)

    def completeness(self, kind: str, of: str, *, direct: bool) -> bool | None:
        """Whether all members are known: of no entity, or of some; an entity without an id knows none."""
        if kind not in self.tables:
            return False
        known = self._complete(kind, of, direct=direct)
        return False if known.is_constant and known.value != YES else None

    # -- operations that are made of others --------------------------------------------------------------------

    def plain(self, op: Op) -> Op:
        """An operation; where it asks of lists and events, what it comes to in other operations."""
        if op.name not in {"complete", "events"}:
            return op
        if id(op) not in self._expanded:
            kind = str(op.kind)
            made = self._known_members(kind, *op.params) if op.name == "complete" else self._events(kind, *op.params)
            self._expanded[id(op)] = (op, made)
        return self._expanded[id(op)][1]

    def _known_members(self, kind: str, of: str, direct: bool) -> Op:  # noqa: FBT001  the order of an operation
        has_id = self._graph.make("has_id", kind=kind)
        return self._graph.make("all_of", has_id, self._complete(kind, of, direct=direct), kind=kind)

    def _complete(self, kind: str, of: str, *, direct: bool) -> Op:
        """Whether all members are known: a list that leads to them is given, and all that it names know theirs."""
        make, always = self._graph.make, self._graph.always
        if direct:
            return self._list_known(kind, of)
        if not ENTITY_TYPES[kind].reaches(of):
            return always(YES)
        given, closed = [], []
        for model in ENTITY_TYPES[kind].member_fields().values():
            below = model.kind
            if below != of and not model.reaches(of):
                continue
            given.append(self._list_known(kind, below))
            if model.reaches(of) and self.names(below, kind):
                lacking = make("not_", self._complete(below, of, direct=False))
                if not (lacking.is_constant and lacking.value == NO):
                    many = make("total", lacking, params=(below, True), kind=kind)
                    closed.append(make("compare", many, self._graph.literal(0), params=("<=",)))
        return make("all_of", make("any_of", *given), *closed)

    def _list_known(self, kind: str, of: str) -> Op:
        """Whether the list of direct members of a kind is known."""
        name = list_of(kind, of)
        if name in self.tables[kind].layout.lists:
            listed = self._graph.make("listed", params=(name,), kind=kind)
            return self._graph.make("all_of", self._graph.make("not_", self._graph.make("open_", listed)), listed)
        return self._graph.always(YES if self.names(of, kind) else NO)

    def _events(self, kind: str, event: str, first: int, last: int, number: int | None, moves: bool) -> Op:  # noqa: FBT001, PLR0913, PLR0917  the order of an operation
        """How many events of a kind fall into a window."""
        make, literal = self._graph.make, self._graph.literal
        complete = self._known_members(kind, EVENT, direct=True)
        found = literal(0)
        if self.names(EVENT, kind) and all(self.has_column(EVENT, name) for name in ("kind", "on")):
            day = make("day", params=("on",), kind=EVENT)
            ends = [make("compare", day, literal(end), params=(how,)) for end, how in ((first, ">="), (last, "<="))]
            is_kind = make("category", params=("kind", frozenset({event})), kind=EVENT)
            falls = [] if number is None else [make("on_day", params=("on", number, moves), kind=EVENT)]
            found = make("total", make("all_of", is_kind, *ends, *falls), params=(EVENT, True), kind=kind)
        return make("where", complete, found, literal(None))

    # -- what is wrong -----------------------------------------------------------------------------------------

    def check(self, made: TablePlan) -> None:
        """Raise what is wrong with headers and with the types of the columns that rules read.

        Raises:
            InvalidTableError: Something is; all of it is listed.
        """
        for op in leaves(made):
            self.read(op)
        faults = [fault for table in self.tables.values() for fault in table.layout.faults]
        for kind in self.tables:
            faults += self._key_faults(kind)
        faults += [fault for table in self.tables.values() for fault in table.border.faults.values()]
        faults += absent(self.segments, [table.schema for table in self.tables.values()])
        if faults:
            raise InvalidTableError(faults)

    def _key_faults(self, kind: str) -> list[Fault]:
        table, found = self.tables[kind], []
        if kind != EVENT:
            if table.layout.identity is None:
                message = said(
                    "no column has the id (id, 编号) of the {kind}: rows of a query have no order",
                    "没有{kind}的“编号”（id）这一列：查询的行没有顺序",
                    kind=called(kind),
                )
                return [Fault(called(kind), message)]
            if not table.is_key(table.identity):
                found.append(Fault(column_of(kind, table.identity), self._no_key(kind, table.identity)))
        for holder, place in self.named(kind):
            above, where = self.tables[holder], column_of(kind, place.header)
            if not table.is_key(place.header):
                if table.border.sort(place.header) != "nothing":
                    found.append(Fault(where, self._no_key(kind, place.header)))
            elif above.layout.identity is None or not above.is_key(above.identity):
                continue  # which is a fault of that frame
            elif above.border.sort(above.identity) != table.border.sort(place.header):
                message = said(
                    "holds {own}, but the ids of the {holder} are {ids}: they cannot be the same",
                    "是 {own}，但{holder}的编号是 {ids}：二者不可能相同",
                    own=table.border.type_name(place.header),
                    holder=called(holder),
                    ids=above.border.type_name(above.identity),
                )
                found.append(Fault(where, message))
        return found

    def _no_key(self, kind: str, header: str) -> Message:
        return said(
            "expected ids as text or whole numbers, got {dtype}; cast the column",
            "编号应为文字或整数，实为 {dtype}；请转换这一列的类型",
            dtype=self.tables[kind].border.type_name(header),
        )

    def read(self, op: Op) -> nw.Expr | None:
        """A leaf as an expression; None for what is no leaf."""
        if op.name == "events":
            self._read_events()
            return None
        if op.kind not in self.tables:
            return None
        border = self.tables[op.kind].border
        if op.name == "on_day":
            name, number, moves = op.params
            return border.on_day(name, number, moves=moves)
        if op.name == "has_id":
            return border.seen(self.tables[op.kind].identity)
        read: dict[str, Callable[..., nw.Expr]] = {
            "number": border.number,
            "day": border.day,
            "truth": border.truth,
            "category": border.category,
            "listed": border.listed,
        }
        if op.name not in read:
            return None
        found = read[op.name](*op.params)
        return consistent(border, op.params[0], found) if op.name in {"number", "day", "truth"} else found

    def _read_events(self) -> None:
        """Look at the columns from which events are counted."""
        if EVENT not in self.tables:
            return
        border = self.tables[EVENT].border
        if self.has_column(EVENT, "kind"):
            border.category("kind", frozenset())
            border.needed("kind")
        if self.has_column(EVENT, "on"):
            border.day("on")
            border.needed("on")


def leaves(made: TablePlan) -> list[Op]:
    """Everything that the rules of a plan read of the frames."""
    found: dict[int, Op] = {}
    waiting = [op for rule in made.rules for op in rule.asked if isinstance(op, Op)]
    while waiting:
        op = waiting.pop()
        if id(op) not in found:
            found[id(op)] = op
            waiting += op.args
    return [op for op in found.values() if not op.args and not op.is_constant]


def _types(frame: nw.LazyFrame[Any]) -> list[str]:
    """What the engine of a frame calls the types of its columns."""
    native: Any = frame.to_native()
    if str(frame.implementation) == "pyspark":
        return [field.dataType.simpleString() for field in native.schema.fields]
    return list(map(str, native.types if str(frame.implementation) == "duckdb" else native.collect_schema().dtypes()))


def _renamed(frame: nw.LazyFrame[Any], names: list[str]) -> nw.LazyFrame[Any]:
    """A frame with other names for its columns, by their places: Spark takes a dot in a name for a field of it."""
    if not names:
        return frame
    if str(frame.implementation) == "pyspark":
        renamed: nw.LazyFrame[Any] = nw.from_native(frame.to_native().toDF(*names))
        return renamed
    return frame.select(**{new: nw.col(old) for new, old in zip(names, frame.collect_schema(), strict=True)})


def _unsupported(kind: str, native: object) -> Message:
    name = f"{type(native).__module__}.{type(native).__qualname__}"
    return said(
        "{kind}: expected a DuckDB relation, a PySpark DataFrame or a Polars LazyFrame, for one frame is a query; "
        "got {given}",
        "{kind}：有查询时，各数据表都应为 DuckDB 关系、PySpark DataFrame 或 Polars LazyFrame；实为 {given}",
        kind=called(kind),
        given=name,
    )


__all__ = ["UNSURE", "LazySource", "LazyTable", "is_lazy"]
