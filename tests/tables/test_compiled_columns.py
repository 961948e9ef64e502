"""Compiled loops over columns as they lie in memory: numbers and texts of every library, and whole audits of them."""

from __future__ import annotations

import ctypes
import mmap
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.errors import InvalidTableError
from civic_rules.tables import buffers, compiled, contradictions, engine
from civic_rules.tables.buffers import Border, Plain
from civic_rules.tables.compiled import instructions
from civic_rules.tables.compiled.machine import PIECE, WINDOW
from civic_rules.tables.native import Frame
from civic_rules.tables.ops import Op
from civic_rules.tables.programs import Order, Results

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("numba")

CELLS = st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=40)


@pytest.mark.parametrize(
    "kind", [f"{sort}{size}" for sort in ("int", "uint") for size in (8, 16, 32, 64)] + ["float32", "float64"]
)
@given(parts=st.lists(CELLS, min_size=1, max_size=4), is_whole=st.booleans(), most=st.sampled_from((50.0, 100.0)))
def test_numbers_in_memory(kind: str, parts: list[list[int | None]], is_whole: bool, most: float) -> None:  # noqa: FBT001  drawn
    """Columns of every type, in pieces that are parts of longer arrays; what is out of bounds is noted."""
    arrays = [pa.array([None, 7, *part, 9], kind)[2:-1] for part in parts]
    cells = [cell for part in parts for cell in part]
    order = Order([Op("number", (), ("x",), "community")])
    [program] = compiled.compiled_programs(order)
    results = Results(order.wanted, len(cells))
    seen_wrong: list[tuple[int, int]] = []
    plain = Plain(buffers.pieces(arrays), Border(0.0, most, is_whole))
    load = instructions.CompiledLoad([plain], [], [lambda first, last: seen_wrong.append((first, last))])

    program.run(0, len(cells), load, results, program.desk(0, results))

    assert cells == [None if np.isnan(number) else int(number) for number in results.each[0]]
    starts = np.cumsum([0, *map(len, parts)]).tolist()
    assert seen_wrong == [
        ends for ends, part in zip(pairwise(starts), parts, strict=True) if any((cell or 0) > most for cell in part)
    ]


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled loops are taken for tables of any size, and the memory of a library is read for any."""
    monkeypatch.setattr(instructions, "WORTH", 0)
    monkeypatch.setattr("civic_rules.tables.columns.FEW", 0)


def by_numpy(monkeypatch: pytest.MonkeyPatch, frame: Any, book: cr.Rulebook, on: str = "2015-12-31") -> Any:  # noqa: ANN401  a frame of any library
    """The report that NumPy gives."""
    with monkeypatch.context() as patched:
        patched.setattr(engine, "is_worth", lambda *_: False)
        return cr.audit_table(frame, book, on=on)


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize(
    "library", ["polars", "several chunks", "many chunks", "pandas", "pyarrow", "many chunks of pyarrow"]
)
def test_a_document(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All requirements of a document for communities, with every column, over frames of each library."""
    rows, random = 3 * PIECE + 5, np.random.default_rng(3)
    book = cr.load("yancheng-2013-6")
    example = cr.to_tables(cr.examples.yancheng_district())["community"]
    frame = example[random.integers(0, example.height, rows).tolist()].with_columns(
        pl.Series("id", [f"c{n}" for n in range(rows)])
    )
    floats = [name for name, dtype in frame.schema.items() if dtype.is_numeric()]
    hidden = [pl.Series(name, random.random(rows) < 0.1) for name in floats]
    frame = frame.with_columns(
        pl.when(where).then(None).otherwise(pl.col(name)).alias(name)
        for name, where in zip(floats, hidden, strict=True)
    ).drop("street_id", "county_id", strict=False)
    if library == "several chunks":
        monkeypatch.setattr("civic_rules.tables.columns.SMALL", 0)
    many = [frame[at : at + 13] for at in range(0, rows, 13)]
    given_frame: Any = {
        "polars": lambda: frame,
        "several chunks": lambda: pl.concat([frame[:7], frame[7:2000], frame[2000:]], rechunk=False),
        "many chunks": lambda: pl.concat(many, rechunk=False),
        "pandas": frame.to_pandas,
        "pyarrow": frame.to_arrow,
        "many chunks of pyarrow": lambda: pa.concat_tables([one.to_arrow() for one in many]),
    }[library]()
    wanted = by_numpy(monkeypatch, given_frame, book)

    found = cr.audit_table(given_frame, book, on="2015-12-31")

    assert any(
        isinstance(program, compiled.CompiledProgram) for kept in found.plan.programs.values() for program in kept
    )
    for what in ("verdicts", "shortfalls", "measured", "limits", "breaches"):
        for rule in wanted.verdicts:
            np.testing.assert_array_equal(getattr(found, what)[rule], getattr(wanted, what)[rule], err_msg=rule)


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("dtype", ["float16", "float32", ">f8", "Float32", "Int16"])
def test_numbers_of_pandas(dtype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers of every type are judged as by NumPy, or refused as by NumPy: loops read some of them where they lie."""
    frame = pd.DataFrame({"workers": pd.Series([9, 10, 18] * PIECE).astype(dtype), "facility_area": 400.0})
    book = cr.load("yancheng-2013-6")

    def told(audit: Callable[[], Any]) -> Any:  # noqa: ANN401  verdicts, or what is wrong
        try:
            return {key: found.tolist() for key, found in audit().verdicts.items()}
        except InvalidTableError as error:
            return str(error)

    wanted = told(lambda: by_numpy(monkeypatch, frame, book))

    assert wanted == told(lambda: cr.audit_table(frame, book, on="2015-12-31"))


@pytest.mark.usefixtures("always")
def test_faults_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is out of bounds, and what should be whole, is named with its first row, as without compiled loops."""
    rows = 2 * PIECE
    frame = pl.DataFrame(
        {
            "id": range(rows),
            "households": [2350.0] * rows,
            "facility_area": [400.0] * 1500 + [-1.0] * (rows - 1500),
            "workers": [9.0] * 700 + [9.5] + [9.0] * (rows - 701),
        }
    )
    book = cr.load("yancheng-2013-6")
    with pytest.raises(InvalidTableError) as wanted:
        by_numpy(monkeypatch, frame, book)

    with pytest.raises(InvalidTableError) as found:
        cr.audit_table(frame, book, on="2015-12-31")

    assert str(wanted.value) == str(found.value)
    assert "row 1501" in str(found.value)


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("activity_area", [400.1, 400.0 * (1 + 1e-12), 400.0, None])
def test_parts_larger_than_their_wholes(activity_area: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that exceeds its whole is found while the rules are judged, and noise above it is none."""
    rows = WINDOW + 3
    parts = [300.0] * (rows - 2) + [activity_area, None]
    frame = pl.DataFrame({"activity_area": parts, "facility_area": [400.0] * rows, "households": 2000})
    book = cr.load("shaoyang-2023-15")
    told = []

    def told_by(run: Any) -> None:  # noqa: ANN401  a function
        try:
            run()
        except InvalidTableError as error:
            told.append(str(error))

    told_by(lambda: by_numpy(monkeypatch, frame, book, "2025-12-31"))
    compared = Counter[Any]()
    monkeypatch.setattr(contradictions, "_is_any_above", lambda _, pair: compared.update([pair]))
    told_by(lambda: cr.audit_table(frame, book, on="2025-12-31"))

    is_more = activity_area == 400.1
    assert ([is_more] * 2, 0) == ([f"row {rows - 1}" in one for one in told] or [False] * 2, compared.total())
    assert len(set(told)) == is_more


@pytest.mark.usefixtures("always")
def test_what_is_compiled_ahead_is_all_there_is() -> None:
    """In a new process that compiles ahead, an audit of any library compiles and loads nothing more."""
    script = """
import civic_rules as cr, polars as pl, pandas, sys
from civic_rules.tables import columns
from civic_rules.tables.compiled import instructions, letters, machine
assert instructions.compile_ahead() is not None
loops = machine.run, letters.spelled, letters.rising
before = [len(one.signatures) for one in loops]
instructions.WORTH = columns.FEW = 0
rows = 2000
frame = pl.DataFrame({"id": [f"c{n:05}" for n in range(rows)], "settlement": ["urban", None] * (rows // 2),
    "households": [2350, None] * (rows // 2), "activity_area": 40.0, "facility_area": 400.0})
for one in (frame, frame.to_pandas(), frame.to_arrow()):
    cr.audit_table(one, cr.load("yancheng-2013-6"), on="2015-12-31")
print(before, [len(one.signatures) for one in loops])
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603  this script

    assert (done.stderr, done.stdout) == ("", "[1, 1, 1] [1, 1, 1]\n")


# -- texts -----------------------------------------------------------------------------------------------------

TEXTS = st.text(st.sampled_from("abé城\0"), max_size=30) | st.sampled_from(("urban", "城市"))
LAYOUTS = st.sampled_from((pa.string(), pa.large_string(), pa.string_view()))


@given(texts=st.lists(st.none() | TEXTS, min_size=1, max_size=60), layout=LAYOUTS, data=st.data())
def test_how_texts_are_spelled(texts: list[str | None], layout: pa.DataType, data: st.DataObject) -> None:
    """The rows in which one of some texts stands, in any layout of Arrow and in several pieces."""
    cut, start = data.draw(st.integers(0, len(texts))), data.draw(st.integers(0, len(texts)))
    known = [*filter(None, texts), "urban", "城市", ""]
    names = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4))
    array = pa.array(["x", *texts], layout)
    pieces = buffers.text_pieces([array.slice(1, cut), array.slice(1 + cut)])
    out = np.zeros(len(texts) - start, np.int8)
    assert pieces is not None

    found = buffers.spelled(pieces, buffers.Spellings(names), start, out)

    wanted = [text if text in names else None for text in texts[start:]]
    assert wanted == [None if place < 0 else names[place] for place in out.tolist()]
    assert sum(text is not None for text in wanted) == found


@pytest.mark.parametrize("layout", [pa.string(), pa.large_string(), pa.string_view()])
def test_short_texts_of_many_rows(layout: pa.DataType) -> None:
    """More rows than are taken at a time; texts that begin, or end, as one that is looked for are others."""
    names = ["urban", "rural", "eight888", "", "城市"]
    texts = ["urban", "urban\0", "rur", "eight888", "eight8889", None, "", "\0urban", "城市", "rural", "城"] * 300
    pieces = buffers.text_pieces([pa.array(texts, layout)])
    out = np.zeros(len(texts), np.int8)
    assert pieces is not None

    found = buffers.spelled(pieces, buffers.Spellings(names), 0, out)

    wanted = [names.index(text) if text in names else -1 for text in texts]
    assert wanted == out.tolist()
    assert sum(place >= 0 for place in wanted) == found


def test_views_in_which_nothing_stands() -> None:
    """A view may say anything where nothing stands: nobody looks for its letters."""
    long = "a text of more than twelve letters"
    _, places, letters = pa.array([long, "short", long] * 3, pa.string_view()).buffers()
    views = np.frombuffer(places, np.int32).reshape(-1, 4).copy()
    views[1::3] = [[100, 7, 1 << 30, 5], [100, 7, -5, 5], [-1, 7, 1 << 30, 5]]
    there = pa.array([True, False, True] * 3).buffers()[1]
    array = pa.Array.from_buffers(pa.string_view(), 9, [there, pa.py_buffer(views), letters])
    array.validate(full=True)
    pieces = buffers.text_pieces([array])
    out = np.zeros(9, np.int8)
    assert pieces is not None

    found = buffers.spelled(pieces, buffers.Spellings(["short", long]), 0, out)

    assert (out.tolist(), found) == ([1, -1, 1] * 3, 6)


def behind_no_access(data: bytes) -> pa.Buffer:
    """Bytes of which the last is the last of a page, behind which nobody may read."""
    size = max(1, -(-len(data) // mmap.PAGESIZE)) * mmap.PAGESIZE
    pages = mmap.mmap(-1, size + mmap.PAGESIZE)
    start = ctypes.addressof(ctypes.c_char.from_buffer(pages))
    assert ctypes.CDLL(None).mprotect(ctypes.c_void_p(start + size), mmap.PAGESIZE, 0) == 0
    ctypes.memmove(start + size - len(data), data, len(data))
    return pa.foreign_buffer(start + size - len(data), len(data), pages)


@pytest.mark.skipif(sys.platform == "win32", reason="pages are protected in another way")
@pytest.mark.parametrize("layout", [pa.string(), pa.large_string(), pa.string_view()])
@pytest.mark.parametrize("last", ["", "a", "eight888", "nine99999", "twelve121212", "thirteen13131", None])
@pytest.mark.parametrize("names", [["urban", "", "a", "eight888"], ["nine99999", "twelve121212"], ["thirteen13131"]])
def test_nothing_is_read_behind_the_last_text(layout: pa.DataType, last: str | None, names: list[str]) -> None:
    """Neither behind the letters, nor behind what says where they are, nor behind the bits."""
    texts = ["urban", "", None, "nine99999", "thirteen13131", *[None, last] * 9, last]
    valid, places, *_ = pa.array(texts, layout).buffers()
    are_views = layout == pa.string_view()
    size = 16 * len(texts) if are_views else (8 if layout == pa.large_string() else 4) * (len(texts) + 1)
    letters = "".join(text for text in texts if text and not (are_views and len(text) <= buffers.SHORT))
    parts = valid.to_pybytes()[: (len(texts) + 7) // 8], places.to_pybytes()[:size], letters.encode()
    array = pa.Array.from_buffers(layout, len(texts), list(map(behind_no_access, parts)))
    array.validate(full=True)
    pieces = buffers.text_pieces([array])
    out = np.zeros(len(texts), np.int8)
    assert pieces is not None

    buffers.spelled(pieces, buffers.Spellings(names), 0, out)

    assert [names.index(text) if text in names else -1 for text in texts] == out.tolist()


@given(
    texts=st.lists(TEXTS, min_size=1, max_size=8)
    | st.sets(TEXTS, min_size=1, max_size=8).map(sorted)
    | st.sets(st.text(st.sampled_from("ab\0"), max_size=12), min_size=1, max_size=30).map(sorted),
    layout=LAYOUTS,
)
def test_texts_that_rise(texts: list[str], layout: pa.DataType) -> None:
    """Whether texts rise is seen from their letters, also where they lie in several pieces."""
    whole = pa.array(["x", *texts], layout).slice(1)
    wanted = all(one.encode() < then.encode() for one, then in pairwise(texts))

    for cut in (0, len(texts) // 2, len(texts) - 1):
        pieces = buffers.text_pieces([whole.slice(0, cut), whole.slice(cut)])
        assert pieces is not None
        assert buffers.are_rising(pieces) == wanted


@pytest.mark.usefixtures("always")
def test_texts_of_pandas_in_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames of pandas that were put below each other keep their texts in pieces: they are read as one, or as few."""
    monkeypatch.setattr(buffers, "RISING", 600)
    parts = [pd.DataFrame({"id": [f"c{row:04}" for row in range(at, at + 10)]}) for at in range(0, 1000, 10)]
    column = Frame(pd.concat(parts, ignore_index=True)).column("id")

    pieces = column.letters()

    assert [(piece.start, piece.rows) for piece in pieces or ()] == [(0, 600), (600, 400)]
    assert (column.is_rising(), column.nulls()) == (True, 0)
