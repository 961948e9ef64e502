"""What is read of a column of Polars, pandas or PyArrow as NumPy arrays.

narwhals says what a column is; the few calls that have to be fast go to the library that made it, which is never
imported here. Nothing changes a user's column.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np

from civic_rules.messages import joined, said
from civic_rules.tables import buffers
from civic_rules.tables.compiled import is_loaded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int64]

NULL = -1
"""The code of a cell in which nothing stands."""

FEW = 4096
"""Rows up to which a library hands over a column of numbers faster than its memory is looked at."""

_PLAIN = (nw.Float64, nw.Float32, nw.Int64, nw.Int32, nw.Int16, nw.Int8, nw.UInt64, nw.UInt32, nw.UInt16, nw.UInt8)
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
_DAYS = (nw.Date, nw.Datetime)
_LISTS = (nw.List, nw.Array)
_NUMBERS = (bool, int, float, np.number, np.bool_)
_NESTED = (nw.List, nw.Array, nw.Struct)


def sort_of(dtype: Any, *, is_empty: bool = False) -> str:  # noqa: ANN401  a dtype of narwhals
    """What the cells of a column are by its type: number, truth, text, day, list, object, other, or nothing at all."""
    if is_empty:
        return "nothing"
    if dtype.is_numeric():
        return "number"
    if dtype == nw.Boolean:
        return "truth"
    if any(dtype == one for one in _LISTS) and any(dtype.inner == one for one in _NESTED):
        return "other"  # a list of lists
    for sort, dtypes in (("text", _TEXTS), ("day", _DAYS), ("list", _LISTS)):
        if any(dtype == one for one in dtypes):
            return sort
    return "object" if dtype == nw.Object else "other"  # what pandas does not tell by the type


def _can_read(rows: int) -> bool:
    """Whether the loops over letters are loaded, and worth it."""
    return is_loaded() and rows > FEW and find_spec("pyarrow") is not None


class Column(ABC):
    """A column of a user's frame.

    Attributes:
        name: Its header.
        sort: What its cells are; "nothing" where nothing stands in any.
        is_whole: Whether its numbers are whole by their type.
        is_plain: Whether its numbers are of a type that NumPy has too.
        library: The module that made it.
    """

    def __init__(self, name: str, native: Any, dtype: Any, rows: int, library: Any) -> None:  # noqa: ANN401  as it is
        """Keep the column as it is."""
        self.name = name
        self.native = native
        self.library = library
        self.rows = rows
        self.dtype = dtype
        self.sort = sort_of(dtype, is_empty=rows == 0 or self.nulls() == rows)
        self.is_whole = bool(dtype.is_integer())
        self.is_plain = any(dtype == one for one in _PLAIN)
        self._pieces: list[buffers.Piece] | None = None
        self._letters: list[buffers.TextPiece] | None = None

    @cached_property
    def series(self) -> nw.Series[Any]:
        """The column as narwhals knows it."""
        return nw.from_native(self.native, series_only=True)

    @abstractmethod
    def nulls(self) -> int:
        """How many cells hold nothing."""

    @abstractmethod
    def floats(self, start: int, stop: int, out: Floats | None = None) -> Floats:
        """The numbers of some rows, NaN where nothing stands; `out` may be written on."""

    def pieces(self) -> list[buffers.Piece] | None:
        """Where its numbers lie in memory; None where they do not lie there as plain numbers."""
        return None

    @abstractmethod
    def truths(self) -> NDArray[np.uint8]:
        """Truths: 0 for false, 1 where nothing stands, 2 for true."""

    @abstractmethod
    def days(self) -> Floats:
        """Days since 1 January 1970, NaN where nothing stands."""

    @abstractmethod
    def coded(self) -> tuple[Codes, list[Any]]:
        """The place of each cell in the list of the different values, -1 where nothing stands, and that list.

        Raises:
            TypeError: The values are lists or mappings, which cannot be told apart.
        """

    def cells(self, start: int, stop: int) -> list[Any]:
        """What stands in some rows."""
        found: list[Any] = self.series[start:stop].to_list()
        return found

    def kinds(self) -> str:
        """What its cells are, for messages: as their own library calls them where narwhals does not know them."""
        return str(self.native.dtype if self.dtype == nw.Unknown else self.dtype)

    def equals(self, text: str, start: int, stop: int) -> NDArray[np.bool_]:
        """Which cells of some rows are a text."""
        found: NDArray[np.bool_] = (
            (self.series[start:stop] == text).fill_null(value=False).to_numpy().astype(np.bool_, copy=False)
        )
        return found

    def is_rising(self) -> bool:
        """Whether each of its cells, in all of which something stands, comes after the one before."""
        pieces = self.letters()
        if pieces is not None and len(pieces) == 1:
            return buffers.are_rising(pieces[0])
        return bool((self.series.tail(self.rows - 1) > self.series.head(self.rows - 1)).all())

    def letters(self) -> list[buffers.TextPiece] | None:
        """Where its texts lie in memory; None where the loops that read them are not loaded, or they lie elsewhere."""
        if self._letters is None and self.dtype == nw.String and _can_read(self.rows):
            self._letters = buffers.text_pieces(self._arrow()) or None
        return self._letters

    def _arrow(self) -> list[Any]:
        """Its arrays in PyArrow, which share its memory."""
        return []

    @abstractmethod
    def listed(self) -> tuple[Codes, Codes, list[Any]]:
        """For a column of lists: the length of each (-1 where nothing stands), and what they hold one after the other.

        What they hold is given as `coded` gives it.
        """


class PolarsColumn(Column):
    """A Polars series."""

    def nulls(self) -> int:
        """How many cells hold nothing."""
        found: int = self.native.null_count()
        return found

    def floats(self, start: int, stop: int, out: Floats | None = None) -> Floats:
        """The numbers of some rows."""
        pieces = self.pieces()
        if pieces is not None:
            return buffers.floats(pieces, start, stop, out)
        part = self.native.slice(start, stop - start).cast(self.library.Float64)
        found: Floats = (part if stop - start <= FEW else part.fill_null(float("nan"))).to_numpy()
        return found

    def pieces(self) -> list[buffers.Piece] | None:
        """Where its numbers lie in memory, as Arrow tells."""
        if self._pieces is None and self.is_plain and self.rows > FEW and find_spec("pyarrow") is not None:
            self._pieces = buffers.pieces(chunk.to_arrow() for chunk in self._chunks())
        return self._pieces

    def _arrow(self) -> list[Any]:
        newest = self.library.CompatLevel.newest()
        return [chunk.to_arrow(compat_level=newest) for chunk in self._chunks()]

    def _chunks(self) -> list[Any]:
        """The pieces in which it lies; small ones are put together first."""
        is_scattered = self.native.n_chunks() * FEW > self.rows
        found: list[Any] = (self.native.rechunk() if is_scattered else self.native).get_chunks()
        return found

    def truths(self) -> NDArray[np.uint8]:
        """Truths."""
        found: NDArray[np.uint8] = (self.native.cast(self.library.UInt8) * 2).fill_null(1).to_numpy()
        return found

    def days(self) -> Floats:
        """Days since 1 January 1970."""
        has_zone = getattr(self.native.dtype, "time_zone", None) is not None
        local = self.native.dt.replace_time_zone(None) if has_zone else self.native  # the day where it was
        days = local.cast(self.library.Date).to_physical().cast(self.library.Float64)
        found: Floats = days.fill_null(float("nan")).to_numpy()
        return found

    def equals(self, text: str, start: int, stop: int) -> NDArray[np.bool_]:
        """Which cells of some rows are a text."""
        found: NDArray[np.bool_] = self.native.slice(start, stop - start).eq_missing(text).to_numpy()
        return found

    def coded(self) -> tuple[Codes, list[Any]]:
        """Different values and their places."""
        return self._coded(self.native.fill_nan(None) if self.dtype.is_float() else self.native)

    def _coded(self, series: Any) -> tuple[Codes, list[Any]]:  # noqa: ANN401  a series of Polars
        types = self.library
        text = series if series.dtype == types.String else series.cast(types.String)
        different = text.drop_nulls().unique()
        codes = text.cast(types.Enum(different)).to_physical().cast(types.Int64).fill_null(NULL).to_numpy()
        return codes, different.to_list()

    def listed(self) -> tuple[Codes, Codes, list[Any]]:
        """Lists."""
        lengths = self.native.list.len() if self.native.dtype == self.library.List else self.native.arr.len()
        filled = self.native.filter((lengths > 0).fill_null(value=False))
        codes, different = self._coded(filled.explode())
        return lengths.cast(self.library.Int64).fill_null(NULL).to_numpy(), codes, different


class PandasColumn(Column):
    """A pandas series."""

    def __init__(self, name: str, native: Any, dtype: Any, rows: int, library: Any) -> None:  # noqa: ANN401  as it is
        """Keep the column as it is."""
        super().__init__(name, native, dtype, rows, library)
        if self.sort == "other" and self.zone is not None:
            self.sort = "day"  # of a zone that narwhals cannot read, such as America/New_York or +08:00

    @property
    def zone(self) -> Any:  # noqa: ANN401  as pandas, or PyArrow below it, keeps it
        """The time zone of its moments; None where it has none."""
        dtype = self.native.dtype
        return getattr(getattr(dtype, "pyarrow_dtype", dtype), "tz", None)

    def nulls(self) -> int:
        """How many cells hold nothing."""
        if self.native.dtype.kind in "iufb" and isinstance(self.native.dtype, np.dtype):
            return 0
        return self._nulls

    @cached_property
    def _nulls(self) -> int:
        if self._is_arrow:
            return sum(one.null_count for one in self._arrow())  # PyArrow has counted them
        return int(np.count_nonzero(self.native.array.isna()))

    @property
    def _is_arrow(self) -> bool:
        """Whether pandas keeps its values in PyArrow."""
        dtype = self.native.dtype
        return hasattr(dtype, "pyarrow_dtype") or getattr(dtype, "storage", "") == "pyarrow"

    def floats(self, start: int, stop: int, out: Floats | None = None) -> Floats:  # noqa: ARG002  as all
        """The numbers of some rows."""
        if isinstance(self.native.dtype, np.dtype) and self.native.dtype.kind in "iuf":
            whole: Floats = self.native.to_numpy()[start:stop].astype(np.float64, copy=False)
            return whole
        found: Floats = self.native.iloc[start:stop].to_numpy(dtype=np.float64, na_value=np.nan)
        return found

    def pieces(self) -> list[buffers.Piece] | None:
        """Where its numbers lie in memory, one after the other."""
        if self._pieces is None and self.is_plain and isinstance(self.native.dtype, np.dtype):
            values = self.native.to_numpy()
            self._pieces = [buffers.Piece(0, values, None, 0)] if values.flags.c_contiguous else None
        return self._pieces

    def _arrow(self) -> list[Any]:
        made = getattr(self.native.array, "__arrow_array__", lambda: None)()
        return [] if made is None else made.chunks if hasattr(made, "chunks") else [made]

    def truths(self) -> NDArray[np.uint8]:
        """Truths."""
        found = self.native.to_numpy(dtype=np.float64, na_value=np.nan) * 2
        return np.where(np.isnan(found), 1, found).astype(np.uint8)

    def equals(self, text: str, start: int, stop: int) -> NDArray[np.bool_]:
        """Which cells of some rows are a text."""
        if stop - start <= FEW:
            return np.array([isinstance(one, str) and one == text for one in self.cells(start, stop)], np.bool_)
        found: Any = self.native.array[start:stop] == text
        alike: NDArray[np.bool_] = found if isinstance(found, np.ndarray) else found.to_numpy(np.bool_, na_value=False)
        return alike

    def days(self) -> Floats:
        """Days since 1 January 1970."""
        series = self.native
        if self.zone is not None:
            series = series.dt.tz_localize(None)
        if series.isna().any() and not isinstance(series.dtype, np.dtype):
            series = series.astype("datetime64[s]")  # a day of Arrow that is absent has no place in NumPy
        days = series.to_numpy(dtype="datetime64[D]")
        return np.where(np.isnat(days), np.nan, days.astype(np.int64).astype(np.float64))

    def coded(self) -> tuple[Codes, list[Any]]:
        """Different values and their places."""
        codes, different = self.native.factorize()
        codes, values = codes.astype(np.int64, copy=False), list(different)
        if self.native.dtype == object and any(isinstance(value, _NUMBERS) and value in {0, 1} for value in values):
            return self._apart(codes, values)
        return codes, values

    def _apart(self, codes: Codes, values: list[Any]) -> tuple[Codes, list[Any]]:
        """True and false apart from 1 and 0, which pandas takes for the same."""
        are_truths = self.native.map(lambda value: isinstance(value, (bool, np.bool_))).to_numpy(dtype=np.bool_)
        firsts = np.array([*(isinstance(value, (bool, np.bool_)) for value in values), False])
        strayed = (codes != NULL) & (are_truths != firsts[codes])
        twins = {place: len(values) + number for number, place in enumerate(np.unique(codes[strayed]).tolist())}
        moved = codes.copy()
        for place, twin in twins.items():
            moved[strayed & (codes == place)] = twin
        return moved, [*values, *(int(values[place]) if firsts[place] else bool(values[place]) for place in twins)]

    def truths_of_objects(self) -> PandasColumn | None:
        """The column as one of truths, where its objects are true and false: pandas keeps them so if one is missing."""
        if self.library.api.types.infer_dtype(self.native, skipna=True) != "boolean":
            return None
        made = self.native.astype("boolean")
        return PandasColumn(self.name, made, nw.from_native(made, series_only=True).dtype, self.rows, self.library)

    def numbers(self) -> Any | None:  # noqa: ANN401  a series of pandas
        """The series as one of numbers, where its objects are all whole numbers, or all floats."""
        kind = self.library.api.types.infer_dtype(self.native, skipna=True)
        for dtype in {"integer": ("Int64", "UInt64", "float64"), "floating": ("float64",)}.get(kind, ()):
            try:
                return self.native.astype(dtype)
            except (OverflowError, TypeError, ValueError):
                continue  # too large for this type
        return None

    def uncoded(self) -> Any | None:  # noqa: ANN401  a series of pandas
        """The series of texts themselves, where PyArrow keeps each once: of those pandas finds no different ones."""
        given = getattr(self.native.dtype, "pyarrow_dtype", None)
        if given is None or self.dtype != nw.Categorical:
            return None
        return self.native.astype(self.library.ArrowDtype(given.value_type))

    def cells(self, start: int, stop: int) -> list[Any]:
        """What stands in some rows."""
        some = self.native.array[start:stop]
        return some.__arrow_array__().to_pylist() if self._is_arrow and self.sort == "text" else list(some)

    def kinds(self) -> str:
        """What its cells are; of objects each kind, with the first row in which there is one."""
        if self.sort != "object":
            return super().kinds()
        first: dict[str, int] = {}
        for row, value in zip(np.flatnonzero(self.native.notna()), self.native.dropna(), strict=True):
            first.setdefault(type(value).__name__, int(row) + 1)
        found = [said("{kind} (row {row})", "{kind}（第 {row} 行）", kind=kind, row=row) for kind, row in first.items()]
        return joined(found, " and ", "和 ")

    def is_listed(self) -> bool:
        """Whether the cells are lists, which pandas does not tell by the type."""
        first = self.native[self.native.notna()].iloc[:1].tolist() if self.native.dtype == object else []
        return bool(first) and _is_list(first[0])

    def listed(self) -> tuple[Codes, Codes, list[Any]]:
        """Lists."""
        if not (self.native.dtype != object or self.native.dropna().map(_is_list).all()):
            msg = "something among the lists is none"
            raise TypeError(msg)
        lengths = self.native.str.len() if self.native.dtype == object else self.native.list.len()
        counts = lengths.to_numpy(dtype=np.float64, na_value=np.nan)
        filled = self.native[counts > 0]
        flat = filled.explode() if self.native.dtype == object else filled.list.flatten()
        codes, different = flat.factorize()
        return np.where(np.isnan(counts), NULL, counts).astype(np.int64), codes.astype(np.int64), list(different)


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple, set, frozenset, np.ndarray))


class ArrowColumn(Column):
    """A chunked array of PyArrow."""

    def nulls(self) -> int:
        """How many cells hold nothing."""
        return int(self.native.null_count)

    def floats(self, start: int, stop: int, out: Floats | None = None) -> Floats:
        """The numbers of some rows."""
        pieces = self.pieces()
        if pieces is not None:
            return buffers.floats(pieces, start, stop, out)
        part = self.native.slice(start, stop - start)
        if self.is_plain:
            plain: Floats = part.to_numpy().astype(np.float64, copy=False)
            return plain
        part = part.cast("float64", safe=False)
        found: Floats = (part.fill_null(float("nan")) if part.null_count else part).to_numpy()
        return found

    def pieces(self) -> list[buffers.Piece] | None:
        """Where its numbers lie in memory."""
        if self._pieces is None and self.is_plain and self.rows > FEW:
            self._pieces = buffers.pieces(self._arrow())
        return self._pieces

    def _arrow(self) -> list[Any]:
        made = self.native.combine_chunks() if self.native.num_chunks * FEW > self.rows else self.native
        found: list[Any] = made.chunks if hasattr(made, "chunks") else [made]
        return found

    def truths(self) -> NDArray[np.uint8]:
        """Truths."""
        found = self.native.cast("float64").fill_null(0.5).to_numpy() * 2
        return found.astype(np.uint8)  # type: ignore[no-any-return]  # of a library without types

    def days(self) -> Floats:
        """Days since 1 January 1970."""
        days = self.native.cast("date32", safe=False).cast("int32").cast("float64")
        found: Floats = days.fill_null(float("nan")).to_numpy()
        return found

    def coded(self) -> tuple[Codes, list[Any]]:
        """Different values and their places."""
        return self._coded(self.native.combine_chunks())

    def _coded(self, array: Any) -> tuple[Codes, list[Any]]:  # noqa: ANN401  an array of PyArrow
        if hasattr(array, "chunks"):
            array = array.chunk(0) if array.num_chunks else array
        if not hasattr(array, "dictionary"):
            array = array.dictionary_encode()
        codes = array.indices.cast("int64").fill_null(NULL).to_numpy(zero_copy_only=False)
        return codes, array.dictionary.to_pylist()

    def kinds(self) -> str:
        """What its cells are, for messages; of decimals narwhals knows no more than 38 digits."""
        own = self.native.type
        return str(own) if self.dtype == nw.Unknown or self.library.types.is_decimal256(own) else str(self.dtype)

    def listed(self) -> tuple[Codes, Codes, list[Any]]:
        """Lists."""
        array = self.native.combine_chunks()
        array = array.chunk(0) if hasattr(array, "chunks") else array
        lengths = array.value_lengths().cast("int64").fill_null(NULL).to_numpy(zero_copy_only=False)
        codes, different = self._coded(array.flatten())
        return lengths, codes, different


COLUMNS: dict[str, type[Column]] = {"polars": PolarsColumn, "pandas": PandasColumn, "pyarrow": ArrowColumn}
"""The column of each library."""
