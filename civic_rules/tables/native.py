"""The door to dataframes: frames that users hand in, and frames of results.

narwhals says what a frame is; the few calls that have to be fast go to the library that made it, which is
never imported here. Any other library with data in memory goes through Arrow. Nothing changes a user's frame.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np

from civic_rules.errors import Fault, InvalidTableError, UnsupportedFrameError, shown
from civic_rules.messages import Message, joined, said
from civic_rules.tables.columns import COLUMNS, Column, PandasColumn
from civic_rules.tables.layout import called

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Frame:
    """A frame that a user handed in.

    Attributes:
        native: The frame itself, or a copy that shares its data: what is done to it afterwards is not seen here.
        names: Its headers.
        rows: How many rows it has.
        schema: The type of each column, as narwhals calls it.
        backend: The library that made it, as narwhals calls it.
    """

    def __init__(self, native: Any, where: str = "") -> None:  # noqa: ANN401  a frame of any library
        """Look at the headers; no cell is touched.

        Args:
            native: The frame.
            where: What messages call it.

        Raises:
            UnsupportedFrameError: It is no frame with its data in memory.
            InvalidTableError: Several of its columns have one header.
        """
        try:
            frame = nw.from_native(_as_table(native), eager_only=True)
        except TypeError:
            raise UnsupportedFrameError(_unsupported(native)) from None
        except nw.exceptions.DuplicateError as error:
            reason = " ".join(str(error).split())
            message = said("columns share a header: {reason}", "有几列的表头相同（{reason}）", reason=reason)
            raise InvalidTableError([Fault(where, message)]) from None
        self.backend = frame.implementation
        if self.backend.value not in COLUMNS:
            frame = nw.from_native(frame.to_arrow(), eager_only=True)
        self.library = frame.implementation.value
        found = frame.to_native()
        self.native = found.clone() if self.library == "polars" else found
        if self.library == "pandas":
            self.native = found.copy(deep=False)
        self._module = frame.implementation.to_native_namespace()
        self.schema: Mapping[str, Any] = frame.schema
        if self.library == "pandas" and _plain_below(self.native, self._module):
            self.schema = self.frame.schema
        if self.library == "pyarrow":
            self.native = _plain(found, self._module)
            if self.native is not found:
                self.schema = self.frame.schema
            self.schema = {**self.schema, **dict.fromkeys(_wide(self.native, self._module), nw.Decimal())}
        self.names = tuple(self.schema)
        self._columns: dict[str, Column] = {}
        self.rows = len(frame)

    @property
    def index(self) -> tuple[str, ...]:
        """What pandas keeps beside the columns, by its names: it is not read."""
        names = self.native.index.names if self.library == "pandas" else ()
        return tuple(name for name in names if isinstance(name, str) and name not in self.schema)

    @property
    def frame(self) -> nw.DataFrame[Any]:
        """The frame as narwhals knows it."""
        return nw.from_native(self.native, eager_only=True)

    def column(self, name: str) -> Column:
        """A column by its header."""
        if name not in self._columns:
            self._columns[name] = self._column(name)
        return self._columns[name]

    def ids(self, name: str) -> Column:
        """A column of ids by its header: of numbers, or of texts themselves, where pandas keeps them otherwise."""
        found = self.column(name)
        if isinstance(found, PandasColumn):
            made = found.numbers() if found.sort == "object" else found.uncoded()
            if made is not None:
                dtype = nw.from_native(made, series_only=True).dtype
                self._columns[name] = PandasColumn(name, made, dtype, self.rows, self._module)
        return self._columns[name]

    def _column(self, name: str) -> Column:
        made = COLUMNS[self.library](name, self.native[name], self.schema[name], self.rows, self._module)
        if made.sort != "object":
            return made
        if not isinstance(made, PandasColumn):
            made.sort = "other"
        elif made.is_listed():
            made.sort = "list"
        else:
            made = made.truths_of_objects() or made
        return made


def _as_table(native: Any) -> Any:  # noqa: ANN401  a frame of any library
    """A frame; batches of PyArrow as the table that they make up."""
    module = sys.modules.get("pyarrow")
    if module is not None and isinstance(native, module.RecordBatch):
        return module.Table.from_batches([native])
    if module is not None and isinstance(native, module.RecordBatchReader):
        return native.read_all()
    return native


def _plain(table: Any, module: Any) -> Any:  # noqa: ANN401  a table of PyArrow
    """A table of the same values with plain columns in place of such as few functions of PyArrow take."""
    for place, one in enumerate(table.schema):
        column = _plain_column(table.column(place), module)
        if column.type != one.type:
            table = table.set_column(place, one.with_type(column.type), column)
    return table


def _plain_below(frame: Any, library: Any) -> bool:  # noqa: ANN401  a frame of pandas
    """Put plain columns in place of such as pandas keeps in PyArrow and few functions take; whether there are any."""
    is_any = False
    for place, dtype in enumerate(frame.dtypes):
        if hasattr(dtype, "pyarrow_dtype"):
            given = frame.iloc[:, place].array.__arrow_array__()
            column = _plain_column(given, sys.modules["pyarrow"])
            if column.type != given.type:
                frame.isetitem(place, library.arrays.ArrowExtensionArray(column))
                is_any = True
    return is_any


def _plain_column(column: Any, module: Any) -> Any:  # noqa: ANN401  a column of PyArrow
    """A column of the same values of a type that most functions of PyArrow take."""
    if module.types.is_run_end_encoded(column.type):
        try:
            column = module.compute.run_end_decode(column)
        except module.ArrowNotImplementedError:
            return column  # runs of terms or of views
    wanted = _plain_type(column.type, module)
    return column if wanted == column.type else column.cast(wanted, safe=False)


@cache
def _plain_types(module: Any) -> dict[Any, Any]:  # noqa: ANN401  PyArrow
    """Types of PyArrow that few of its functions take, and those that take their place."""
    return {
        module.string_view(): module.string(),
        module.date64(): module.date32(),
        module.float16(): module.float32(),
    }


def _plain_type(given: Any, module: Any) -> Any:  # noqa: ANN401  a type of PyArrow
    """The type of PyArrow that holds the values of another, and that most functions take."""
    types = module.types
    if types.is_decimal32(given) or types.is_decimal64(given):
        return module.decimal128(given.precision, given.scale)
    if types.is_dictionary(given) and not _are_texts(given.value_type, types):
        return _plain_type(given.value_type, module)
    if types.is_list(given):
        plain = _plain_types(module).get(given.value_type)
        return given if plain is None else module.list_(plain)
    return _plain_types(module).get(given, given)


def _are_texts(given: Any, types: Any) -> bool:  # noqa: ANN401  a type of PyArrow
    return bool(types.is_string(given) or types.is_large_string(given))


def _wide(table: Any, module: Any) -> list[str]:  # noqa: ANN401  a table of PyArrow
    """The columns of decimals of up to 76 digits, which narwhals does not know: they are read as any others are."""
    return [one.name for one in table.schema if module.types.is_decimal256(one.type)]


def in_memory(given: Mapping[str, Any]) -> dict[str, Frame]:
    """Frames that users handed in, by what a row of them is.

    Raises:
        UnsupportedFrameError: Something is no frame with its data in memory, or they are of several libraries.
        InvalidTableError: Columns of a frame have one header.
    """
    made: dict[str, Frame] = {}
    unsupported: dict[str, Message] = {}
    faults: list[Fault] = []
    for kind, native in given.items():
        try:
            made[kind] = Frame(native, called(kind))
        except UnsupportedFrameError as error:
            unsupported[kind] = error.message
        except InvalidTableError as error:
            faults += error.faults
    if unsupported:
        lines = [
            said("{kind}: {wrong}", "{kind}：{wrong}", kind=called(kind), wrong=one)
            for kind, one in unsupported.items()
        ]
        raise UnsupportedFrameError(joined(lines, "\n", "\n") if len(given) > 1 else next(iter(unsupported.values())))
    if faults:
        raise InvalidTableError(faults)
    if len({frame.library for frame in made.values()}) > 1:
        message = said(
            "the frames of one audit are of one library; got {some}: turn them into frames of one of these",
            "一次核查的数据表应出自同一个库；实为 {some}：请都转换成其中一个库的数据表",
            some=joined(
                said("{kind} of {library}", "{library} 的{kind}", kind=called(kind), library=frame.library)
                for kind, frame in made.items()
            ),
        )
        raise UnsupportedFrameError(message)
    return made


def made_frame(columns: Mapping[str, Any], like: Frame) -> nw.DataFrame[Any]:
    """A frame of the library of another.

    Args:
        columns: NumPy arrays, or columns of that library, by their headers.
        like: The other frame.
    """
    made = {
        name: nw.to_native(
            nw.new_series(name, values, backend=like.library) if isinstance(values, np.ndarray) else values
        )
        for name, values in columns.items()
    }
    module = like._module  # noqa: SLF001  of this module
    if like.library == "pandas":
        # What comes of the user's frame has its index, the rest has none.
        made = {name: values.reset_index(drop=True) for name, values in made.items()}
    make = module.table if like.library == "pyarrow" else module.DataFrame
    return nw.from_native(make(made), eager_only=True)


def stacked(frames: Sequence[nw.DataFrame[Any]], like: Frame) -> Any:  # noqa: ANN401  a frame of that library
    """Frames of the library of another, one below the other; the rows of pandas are counted on."""
    found = nw.concat(frames).to_native()
    return found.reset_index(drop=True) if like.library == "pandas" else found


def numbers(values: Floats, like: Frame) -> nw.Series[Any]:
    """A column of numbers, in which nothing stands where they are NaN."""
    return nw.new_series("number", np.ascontiguousarray(values), backend=like.library).fill_nan(None)


def days(values: Floats, like: Frame) -> nw.Series[Any]:
    """A column of days, out of days since 1 January 1970."""
    known = np.where(np.isnan(values), 0, values).astype(np.int64).astype("datetime64[D]")
    known[np.isnan(values)] = np.datetime64("NaT")
    series = nw.new_series("day", known.astype("datetime64[ms]"), backend=like.library)
    return series.cast(nw.Date) if like.library != "pandas" else series


def texts(codes: NDArray[Any], words: Sequence[str], like: Frame, *, is_closed: bool = False) -> nw.Series[Any]:
    """A column of a few different texts, by the place of each in a list: where it can be, each text is kept once.

    Polars has plain texts unless each report has this list: it puts no two enums below each other and joins none to
    texts. PyArrow always has: few of its functions take any other.
    """
    module = like._module  # noqa: SLF001  of this module
    if like.library == "polars":
        dtype = module.Enum(list(words)) if is_closed else module.String
        made = module.Series(list(words), dtype=dtype).gather(codes.astype(np.uint32))
    elif like.library == "pandas":
        made = module.Series(module.Categorical.from_codes(codes, list(words)))
    else:
        made = module.chunked_array([module.array(list(words)).take(module.array(codes))])
    return nw.from_native(made, series_only=True)


def rows_of(like: Frame, rows: NDArray[np.int64]) -> nw.DataFrame[Any]:
    """Some rows of a user's frame."""
    found = like.frame[rows]
    return nw.from_native(found.to_native().reset_index(drop=True)) if like.library == "pandas" else found


def _unsupported(native: object) -> Message:
    kind = f"{type(native).__module__}.{type(native).__qualname__}"
    return said(
        "expected a frame of Polars, pandas or PyArrow, or a query of DuckDB, PySpark or Polars; got {kind} {given}",
        "应为 Polars、pandas 或 PyArrow 的数据表，或 DuckDB、PySpark、Polars 的查询；实为 {kind} {given}",
        kind=kind,
        given=shown(native),
    )


__all__ = ["Frame", "days", "in_memory", "made_frame", "numbers", "rows_of", "stacked", "texts"]
