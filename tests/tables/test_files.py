"""Tables as files: CSV as people write it, and tables of DuckDB files."""

from __future__ import annotations

from datetime import date
from errno import ENOENT
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from civic_rules.errors import CivicRulesError, InvalidEntityError, UnreadableFileError
from civic_rules.reasons import no_parquet
from civic_rules.tables import files
from civic_rules.tables.csv_text import plain_csv


@pytest.mark.parametrize(
    "text",
    [
        "id,households\nc1,2350\nc2,1\n",
        "\ufeff\n\nid,households\n\nc1,2350\n,\n\nc2,1".lstrip("\ufeff"),
        "id;households;\nc1;2350;\nc2;1\n",
        "id\thouseholds\t\t\nc1\t2350\nc2\t1\t\t\t\t\n",
        "id,,households\r\nc1,,2350\r\nc2,,1\r\n",
        "id,households\rc1,2350\rc2,1\r",
        ' id , households \n c1 ,"2350"\n"c2", 1 \n',
    ],
)
def test_one_table_in_many_ways(text: str) -> None:
    """Separators, line ends, empty lines, empty cells at the end and blanks around cells say nothing."""
    assert plain_csv(text, "x.csv") == "id,households\nc1,2350\nc2,1\n"


def test_texts_stay_as_they_are() -> None:
    """Quotes, separators and line ends within a cell are part of it."""
    text = 'id,name\nc1,"a,b"\nc2,"x ""y"" z"\nc3,"one\ntwo"\nc4,5" pipe\n'

    found = files.read_csv_text(text, "x.csv")

    assert found["name"].to_list() == ["a,b", 'x "y" z', "one\ntwo", '5" pipe']


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (
            "id,households\nc1,2350\nc2\n\nc3,1,2\nc4,1\n",
            InvalidEntityError,
            "x.csv: 2 faults\n  row 3: 1 cell, but the header has 2\n  row 5: 3 cells, but the header has 2",
        ),
        (
            'id,name,households\nc1,"two\nlines",1\nc2,1\n',
            InvalidEntityError,
            "x.csv: 1 fault\n  row 3: 2 cells, but the header has 3",
        ),
        (
            "id,households,,\nc1,2,,5\n",
            InvalidEntityError,
            "x.csv: 1 fault\n  row 2: '5' stands in column 4, which has no header",
        ),
        (
            "id,,households\nc1,x,5\n",
            InvalidEntityError,
            "x.csv: 1 fault\n  row 2: 'x' stands in column 2, which has no header",
        ),
        (
            "communities of 2015\nid,households\n",
            InvalidEntityError,
            (
                "x.csv: 1 fault\n  row 2: 2 cells, but the header has 1; the first row must name the columns, without "
                "a title above it"
            ),
        ),
        ("", UnreadableFileError, "x.csv: the table is empty"),
        ("\n , \n", UnreadableFileError, "x.csv: the table is empty"),
        ("id,households,id\nc1,2,c1\n", UnreadableFileError, "x.csv: columns share a header: 'id'"),
        ('id,name\nc1,"a\n', UnreadableFileError, "x.csv: line 2: no CSV: unexpected end of data"),
    ],
)
def test_rows_that_do_not_fit_the_header(text: str, error: type[CivicRulesError], message: str) -> None:
    """Each such row is named by its number, with how many cells were expected and found."""
    with pytest.raises(error) as caught:
        files.read_csv_text(text, "x.csv")

    assert str(caught.value) == message


def test_days() -> None:
    """A column of days is one, of which queries can make use; days in any other way are read where a rule asks."""
    text = "a_id,on,by,at\n2015-08-01,2015-08-01,2015-08-01,2015-08-01\n2015-08-02,,2015/8/1,2015-02-30\n"
    found = files.read_csv_text(text, "x.csv")

    assert found["a_id"].to_list() == ["2015-08-01", "2015-08-02"]
    assert found["on"].to_list() == [date(2015, 8, 1), None]
    assert found["by"].to_list() == ["2015-08-01", "2015/8/1"]
    assert found["at"].to_list() == ["2015-08-01", "2015-02-30"]


def test_columns_in_which_nothing_stands() -> None:
    """They are of no type, also below a header alone, so that queries do not take them for texts; ids stay texts."""
    for text in ("id,households,settlement\n", "id,households,settlement\n,,urban\n", "id,households,name\n,,a\n"):
        found = files.read_csv_text(text, "x.csv")
        assert found.schema["id"] == pl.String
        assert found.schema["households"] == pl.Null


def test_whole_numbers_of_any_length() -> None:
    """Ids are read, and numbers longer than any that Polars has are left to whoever reads a cell."""
    long = "9" * 60
    found = files.read_csv_text(f"id,households,workers\n{long},{long},1\n07,2,3\n", "x.csv")

    assert found.rows() == [(long, long, 1), ("07", "2", 3)]


@pytest.mark.parametrize(
    ("held", "en", "zh"),
    [
        (b"id\nc1\n", "it is too short", "文件太短"),
        (
            b"id,households\nc1,2350\n",
            "it is cut off, or something else under this name",
            "文件不完整，或是别的文件用了这个名称",
        ),
    ],
)
def test_what_is_no_parquet(tmp_path: Path, held: bytes, en: str, zh: str) -> None:
    """What Polars says of it most often is said in our own words, in both languages."""
    path = tmp_path / "x.parquet"
    path.write_bytes(held)

    for read in (files.read_parquet, files.scan_parquet):
        with pytest.raises(UnreadableFileError) as caught:
            read(path)
        assert caught.value.text("en") == f"{path}: no Parquet: {en}"
        assert caught.value.text("zh") == f"{path}：不是有效的 Parquet：{zh}"


def test_what_is_not_known_of_a_library() -> None:
    """It stands in brackets in a Chinese sentence, as the library says it."""
    message = no_parquet("something new")

    assert (message, message.zh) == ("no Parquet: something new", "不是有效的 Parquet（something new）")


@pytest.mark.parametrize("said", ["Permission denied (os error 13)", "Permission denied (os error 13): x.parquet"])
def test_what_the_system_says_of_a_file(said: str) -> None:
    """It is told as the system says it, in Chinese too, and not as if the file itself were wrong."""
    with pytest.raises(UnreadableFileError) as caught, files.reading(["x.parquet"]):
        raise pl.exceptions.ComputeError(said)

    assert caught.value.text("en") == "x.parquet: permission denied"
    assert caught.value.text("zh") == "x.parquet：没有权限"


def test_a_directory(tmp_path: Path) -> None:
    """It is not said to be absent."""
    (tmp_path / "x.parquet").mkdir()

    with pytest.raises(UnreadableFileError, match=r"x\.parquet: this is a directory, not a file"):
        files.read_parquet(tmp_path / "x.parquet")


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize("frame", [pl.DataFrame({"id": ["a"]}), pl.LazyFrame({"id": ["a"]})])
def test_a_directory_that_is_not_there(tmp_path: Path, frame: Any, ending: str) -> None:  # noqa: ANN401  or a query
    """The error of the system has its number, by which it can be told in Chinese, and no name of a file."""
    with pytest.raises(FileNotFoundError) as caught:
        files.write_frame(frame, tmp_path / "nowhere" / "x", ending)

    assert (caught.value.errno, str(tmp_path) in str(caught.value)) == (ENOENT, False)


def test_a_name_with_brackets(tmp_path: Path) -> None:
    """A star or a bracket in the name of a file is one."""
    pl.DataFrame({"id": ["a"]}).write_parquet(tmp_path / "t1.parquet")
    pl.DataFrame({"id": ["b"]}).write_parquet(tmp_path / "t[1].parquet")

    assert files.read_parquet(tmp_path / "t[1].parquet")["id"].to_list() == ["b"]
    assert files.scan_parquet(tmp_path / "t[1].parquet").collect()["id"].to_list() == ["b"]


@pytest.mark.parametrize("frame", [pl.DataFrame({"id": ["=1", "a"]}), pl.LazyFrame({"id": ["=1", "a"]})])
def test_no_cell_becomes_a_formula(tmp_path: Path, frame: Any) -> None:  # noqa: ANN401  a frame or a query
    """A CSV file begins with a mark, and texts like formulas have an apostrophe, whatever was written."""
    files.write_frame(frame, tmp_path / "out.csv", ".csv")

    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfid\n'=1\na\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize("frame", [pl.DataFrame({"id": ["a"]}), pl.LazyFrame({"id": ["a"]})])
def test_a_full_disk(frame: Any, ending: str) -> None:  # noqa: ANN401  a frame or a query
    """Whatever Polars calls it, it is an error of the system."""
    with pytest.raises(OSError, match="No space left"):
        files.write_frame(frame, Path("/dev/full"), ending)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", "ComputeError"),
        ("\n \n", "ComputeError"),
        ("\nfirst line\nsecond", "first line"),
        ("all of it", "all of it"),
    ],
)
def test_what_a_library_says(said: str, reason: str) -> None:
    """The first line of it is passed on; where it says nothing, its kind of error is."""
    with pytest.raises(UnreadableFileError) as caught, files.reading(["a.parquet"]):
        raise pl.exceptions.ComputeError(said)

    assert caught.value.text("en") == f"a.parquet: cannot be read to its end: {reason}"
    assert caught.value.text("zh") == f"a.parquet：无法读到末尾（{reason}）"


# -- DuckDB ------------------------------------------------------------------------------------------------------

HAS_DUCKDB = find_spec("duckdb") is not None


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """A DuckDB file with two tables and a view."""
    import duckdb  # noqa: PLC0415  an extra

    path = tmp_path / "district.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE communities AS SELECT 'c1' AS id, 2350 AS households")
        connection.execute('CREATE TABLE "odd ""name""" AS SELECT 7 AS id')
        connection.execute("CREATE VIEW large AS SELECT * FROM communities WHERE households > 2000")
    return path


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
@pytest.mark.parametrize(
    ("name", "rows"), [("communities", [("c1", 2350)]), ("large", [("c1", 2350)]), ('odd "name"', [(7,)])]
)
def test_tables_of_a_duckdb_file(district: Path, name: str, rows: list[tuple[Any, ...]]) -> None:
    """A table or a view is read by its name, and the file stays as it was."""
    before = district.read_bytes()

    assert files.read_duckdb(f"{district}::{name}").rows() == rows
    assert district.read_bytes() == before


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ("::comunities", "got 'comunities'; did you mean 'communities'?"),
        ("", "got ''; it has 'communities', 'large', 'odd \"name\"'"),
        ('::x"; DROP TABLE communities; --', "got 'x\"; DROP TABLE communities; --'; it has"),
    ],
)
def test_tables_that_a_duckdb_file_does_not_have(district: Path, table: str, hint: str) -> None:
    """The nearest name is told, or all of them."""
    with pytest.raises(UnreadableFileError) as caught:
        files.read_duckdb(f"{district}{table}")

    assert str(caught.value).startswith(f"{district}: expected a table of it, as in {district}::TABLE, {hint}")


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
@pytest.mark.parametrize("file", ["district", "survey"])
def test_tables_of_other_schemas(tmp_path: Path, file: str) -> None:
    """They have their schema before their name, and one of the same name is not taken for them."""
    import duckdb  # noqa: PLC0415  an extra

    path = tmp_path / f"{file}.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE SCHEMA {file}.survey")
        connection.execute(f"CREATE TABLE {file}.main.communities AS SELECT 'c1' AS id")
        connection.execute(f"CREATE TABLE {file}.survey.communities AS SELECT 's1' AS id")
        connection.execute(f"CREATE TABLE {file}.survey.grids AS SELECT 'g1' AS id")

    assert files.read_duckdb(f"{path}::communities").rows() == [("c1",)]
    assert files.read_duckdb(f"{path}::survey.communities").rows() == [("s1",)]
    assert files.read_duckdb(f"{path}::survey.grids").rows() == [("g1",)]
    with pytest.raises(UnreadableFileError) as caught:
        files.read_duckdb(f"{path}::grids")
    assert str(caught.value).endswith("got 'grids'; it has 'communities', 'survey.communities', 'survey.grids'")


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
def test_tables_with_a_dot_in_their_name(tmp_path: Path) -> None:
    """One that is called like the table of another schema does not hide it: quotes say which of the two is meant."""
    import duckdb  # noqa: PLC0415  an extra

    path = tmp_path / "d.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE SCHEMA a")
        connection.execute("CREATE TABLE a.b AS SELECT 'of the schema' AS id")
        connection.execute("""CREATE TABLE "a.b" AS SELECT 'of main' AS id""")
        connection.execute("""CREATE TABLE "c.d" AS SELECT 'alone' AS id""")

    assert files.read_duckdb(f'{path}::"a.b"').rows() == [("of main",)]
    assert files.read_duckdb(f'{path}::"a"."b"').rows() == [("of the schema",)]
    assert files.read_duckdb(f"{path}::c.d").rows() == [("alone",)]
    with pytest.raises(UnreadableFileError) as caught:
        files.read_duckdb(f"{path}::a.b")
    assert caught.value.text("en") == f"""{path}: 'a.b' may be the table "a"."b" or "a.b": write it with its quotes"""
    assert caught.value.text("zh") == f"""{path}：'a.b' 可能是表 "a"."b" 或 "a.b"：请连同引号一起写"""
    with pytest.raises(UnreadableFileError, match=r"""it has '"a"\."b"', '"a\.b"', 'c\.d'$"""):
        files.read_duckdb(f"{path}::")


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
def test_what_is_no_duckdb_file(tmp_path: Path) -> None:
    """A file that is absent, or something else."""
    (tmp_path / "text.duckdb").write_text("text" * 100)

    for name, message in (("none", "there is no such file"), ("text", "not a valid DuckDB database file")):
        with pytest.raises(UnreadableFileError, match=message):
            files.read_duckdb(f"{tmp_path / name}.duckdb::t")


@pytest.mark.skipif(not HAS_DUCKDB, reason="no DuckDB")
def test_columns_that_polars_cannot_hold(district: Path) -> None:
    """A table with such columns cannot be read; each is named with its type, also where it stands within another."""
    import duckdb  # noqa: PLC0415  an extra

    columns = {
        "id": "VARCHAR",
        "service_hours": "INTERVAL",
        "shifts": "INTERVAL[2][]",
        "interval": "STRUCT(size INTEGER, interval INTEGER)",
        "either": "UNION(a INTEGER, b VARCHAR)",
        "since": "MAP(VARCHAR, STRUCT(a INTERVAL))",
        "kind": "ENUM('INTERVAL', 'UNION')",
    }
    with duckdb.connect(str(district)) as connection:
        connection.execute(f"CREATE TABLE odd ({', '.join(f'{name} {dtype}' for name, dtype in columns.items())})")
        connection.execute("CREATE VIEW even AS SELECT id, interval, kind FROM odd")
    with pytest.raises(UnreadableFileError) as caught:
        files.read_duckdb(f"{district}::odd")

    wrong = ("service_hours", "shifts", "either", "since")
    en, zh = (
        sign.join(f"'{one}'{form.format(columns[one])}" for one in wrong)
        for sign, form in ((", ", " ({})"), ("、", "（{}）"))
    )
    assert caught.value.text("en") == (
        f"{district}::odd: columns of types that cannot be read: {en}; cast them, or leave them out in a view"
    )
    assert caught.value.text("zh") == f"{district}::odd：有的列类型无法读取：{zh}；请转换类型，或用视图去掉这些列"
    assert files.read_duckdb(f"{district}::even").columns == ["id", "interval", "kind"]


@pytest.mark.skipif(HAS_DUCKDB, reason="DuckDB is there")
def test_without_duckdb(tmp_path: Path) -> None:
    """Who lacks it is told what to install."""
    with pytest.raises(UnreadableFileError, match=r'pip install "civic-rules\[duckdb\]"'):
        files.read_duckdb(f"{tmp_path}/x.duckdb::t")
