"""`audit` of whole tables."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path

import polars as pl
import pytest

import civic_rules as cr
from tests.cli.running import BOOK, BREACHING, ON, Ran, Run


@pytest.fixture
def table() -> pl.DataFrame:
    """Three communities as a Parquet file and as a CSV file."""
    made = pl.DataFrame(
        {
            "编号": ["c1", "c2", "=3"],
            "城乡类型": ["城市", "城市", "农村"],
            "户数": [2350, 2350, None],
            "服务用房面积": [455.0, 470.0, 300.0],
        }
    )
    made.write_parquet("table.parquet")
    made.write_csv("table.csv")
    return made


NOT_TOLD = (
    "columns that rules read and ",
    "links that rules follow and no frame has (",
    "requirements without a frame of what they ask of (",
)
"""How lines begin that say what could not be told."""


def written(ran: Ran) -> int:
    """The status of a run that wrote findings to a file, and said nothing but what could not be told."""
    assert ran.out == ""
    assert [
        line for line in ran.err.splitlines() if not line.startswith(tuple(f"civic-rules: {one}" for one in NOT_TOLD))
    ] == []
    return ran.status


def test_a_parquet_file_is_judged_as_a_table(run: Run, table: pl.DataFrame) -> None:
    """The counts of each requirement are printed, and the columns that are missing are named."""
    ran = run("audit", "table.parquet", *ON)

    assert (ran.status, ran.err) == (1, "")
    assert f"{BOOK}/facility-required-area" in ran.out
    assert "columns that rules read and community does not have" in ran.out
    assert "requirements without a frame of what they ask of" in ran.out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_could_not_be_told_is_said_beside_a_file(run: Run, table: pl.DataFrame, lang: str) -> None:
    """Columns, links and frames that are missing are named on standard error, each of them, once."""
    report = cr.audit_table(pl.read_parquet("table.parquet"), cr.load(BOOK), on="2015-12-31")

    lines = run("audit", "table.parquet", *ON, "--lang", lang, "--out", "findings.parquet").err.splitlines()

    assert len(lines) == 3
    assert all(name in lines[0] for name in report.missing_columns["community"])
    assert ("worker of community" if lang == "en" else "社区的工作人员") in lines[1]
    assert all(name in lines[2] for name in report.not_expressible)


@pytest.mark.parametrize("file", ["table.parquet", "table.csv"])
def test_findings_as_parquet(run: Run, table: pl.DataFrame, file: str) -> None:
    """Every finding of every row goes into a file, whether the table came as Parquet or as CSV."""
    assert written(run("audit", file, *ON, "--out", "findings.parquet")) == 1

    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == f"{BOOK}/facility-required-area")
    assert found.select("entity", "verdict", "shortfall").rows() == [
        ("c1", "failed", 15),
        ("c2", "passed", None),
        ("=3", "failed", 100),
    ]


def test_findings_of_a_table_as_csv(run: Run, table: pl.DataFrame) -> None:
    """No cell is taken for a formula."""
    assert run("audit", "table.parquet", *ON, "--out", "findings.csv").status == 1

    with Path("findings.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["requirement"].endswith("/facility-required-area")]
    assert [(row["entity"], row["verdict"]) for row in rows] == [("c1", "failed"), ("c2", "passed"), ("'=3", "failed")]


@pytest.mark.parametrize("out", ["findings.parquet", "findings.csv"])
def test_tables_read_a_part_at_a_time(run: Run, table: pl.DataFrame, out: str) -> None:
    """The findings are the same, in the same order, and so are the counts."""
    pl.DataFrame({"id": ["w1", "w2"], "社区编号": ["c1", None], "享受社会保障": [False, True]}).write_parquet(
        "w.parquet"
    )
    words = ("audit", "table.parquet", *ON, "--with", "worker=w.parquet")
    counts = run(*words)
    assert written(run(*words, "--out", out)) == 1
    whole = Path(out).rename(f"whole.{out}")

    assert written(run(*words, "--streaming", "--out", out)) == 1
    assert run(*words, "--streaming") == counts

    read = pl.read_parquet if out.endswith("parquet") else pl.read_csv
    texts = pl.col("entity_kind", "requirement", "verdict").cast(pl.String)
    order = ["entity_kind", "requirement", "entity"]
    found, expected = (read(one).with_columns(texts).sort(order) for one in (out, whole))
    assert found.rows() == expected.rows()


def test_faults_of_tables_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """They are looked for before anything is written, so that no row is lost in silence."""
    table.with_columns(编号=pl.lit("c1"), 户数=-pl.col("户数")).write_parquet("wrong.parquet")
    before = sorted(Path().iterdir())

    ran = run("audit", "wrong.parquet", *ON, "--streaming", "--out", "findings.parquet")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(
        "civic-rules: tables: 2 faults\n  community: column '户数': expected at least 0 households"
    )
    assert "ids must be unique; these are given more than once, for instance 'c1'" in ran.err
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize("words", [(), ("--streaming",)])
def test_a_table_without_rows(run: Run, table: pl.DataFrame, words: tuple[str, ...]) -> None:
    """Nothing is wrong, and it is said that nothing was judged."""
    table.clear().write_parquet("empty.parquet")

    ran = run("audit", "empty.parquet", *ON, *words, "--out", "findings.parquet")

    assert ran.err.startswith("civic-rules: nothing was judged: there is no row of what the rules ask of\n")
    assert (ran.status, ran.out) == (0, "")
    assert pl.read_parquet("findings.parquet").is_empty()


def test_events_as_csv_beside_a_table_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """Their days are days."""
    events = "community_id,kind,on\n" + "".join(f"c1,funds-publication,2015-{m:02}-01\n" for m in range(1, 13))
    Path("events.csv").write_text(events)

    words = ("--with", "event=events.csv", "--streaming", "--out", "findings.parquet")
    assert written(run("audit", "table.parquet", *ON, *words)) == 1
    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == f"{BOOK}/funds-publication")
    assert dict(found.select("entity", "verdict").rows()) == {"c1": "passed", "c2": "failed", "=3": "failed"}


def test_no_breach_in_a_table_read_a_part_at_a_time(run: Run, table: pl.DataFrame) -> None:
    """Status 0, as of any other."""
    table.filter(pl.col("编号") == "c2").write_parquet("good.parquet")

    assert written(run("audit", "good.parquet", *ON, "--streaming", "--out", "findings.csv")) == 0


def test_a_parquet_file_that_is_cut_off(run: Run, table: pl.DataFrame) -> None:
    """It is no fault of the program, and nothing is written, however it is read."""
    data = Path("table.parquet").read_bytes()
    Path("cut.parquet").write_bytes(data[: len(data) // 2])
    broken = bytearray(data)
    broken[4:200] = b"\x55" * 196
    Path("broken.parquet").write_bytes(broken)
    before = sorted(Path().iterdir())

    for words in ((), ("--streaming",)):
        ran = run("audit", "cut.parquet", *ON, *words, "--out", "findings.parquet")
        told = "civic-rules: cut.parquet: no Parquet: it is cut off, or something else under this name\n"
        assert ran == Ran(2, "", told)
        ran = run("audit", "broken.parquet", *ON, *words, "--out", "findings.parquet")
        assert ran.status == 2
        assert ran.err.startswith("civic-rules: broken.parquet: cannot be read to its end: ")
    assert sorted(Path().iterdir()) == before


@pytest.mark.skipif(find_spec("duckdb") is None, reason="no DuckDB")
def test_tables_of_a_duckdb_file(run: Run, table: pl.DataFrame) -> None:
    """They are named after two colons; members may lie in the same file."""
    import duckdb  # noqa: PLC0415  an extra

    with duckdb.connect("d.duckdb") as connection:
        connection.execute("CREATE TABLE communities AS SELECT * FROM 'table.parquet'")
        connection.execute(
            "CREATE TABLE staff AS SELECT 'w1' AS id, 'c1' AS community_id, false AS has_social_security"
        )

    words = ("--with", "worker=d.duckdb::staff", "--out", "findings.parquet")
    assert written(run("audit", "d.duckdb::communities", *ON, *words)) == 1
    assert set(pl.read_parquet("findings.parquet")["entity_kind"]) == {"community", "worker"}
    message = "d.duckdb: expected a table of it, as in d.duckdb::TABLE, got ''; it has 'communities', 'staff'"
    assert run("audit", "d.duckdb", *ON) == Ran(2, "", f"civic-rules: {message}\n")
    assert run("audit", "d.duckdb::staff", *ON, "--out", "d.duckdb", "--format", "csv").status == 2


def test_tables_of_members(run: Run, table: pl.DataFrame) -> None:
    """What is asked of members is found in the tables beside."""
    pl.DataFrame({"id": ["w1"], "社区编号": ["c1"], "享受社会保障": [False]}).write_csv("staff.csv")

    ran = run("audit", "table.parquet", *ON, "--with", "工作人员=staff.csv", "--out", "findings.parquet")

    assert written(ran) == 1
    assert set(pl.read_parquet("findings.parquet")["entity_kind"]) == {"community", "worker"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("none.parquet",), "none.parquet: there is no such file"),
        (("breaching.parquet",), "breaching.parquet: no Parquet: it is cut off, or something else"),
        (("table.parquet", "--kind", "comunity"), "there is no kind of entity 'comunity'; did you mean 'community'?"),
        (
            ("", "--streaming"),
            "Invalid value for FILE: the name of the file is empty",
        ),
        (
            ("table.parquet", "--with", "grid"),
            "Invalid value for --with: expected KIND=FILE, each kind once; got",
        ),
        (
            ("table.parquet", "--with", "grid=breaching.json"),
            "Invalid value for FILE: a table is read from Parquet, CSV or FILE.duckdb::TABLE; got 'breaching.json'",
        ),
        (("breaching.json", "--streaming"), "Invalid value for FILE: a table is read from Parquet, CSV or FILE.duckdb"),
        (
            ("d.duckdb::t", "--streaming"),
            "Invalid value for --streaming: a table of DuckDB is read whole; export it as Parquet first: d.duckdb::t",
        ),
        (
            ("table.parquet", "--out", "a.xlsx"),
            "Invalid value for --out: a.xlsx: expected a name that ends in .txt, .csv, .parquet\n",
        ),
        (
            ("table.parquet", "--out", "a.json"),
            "Invalid value for --out: a.json: expected a name that ends in .txt, .csv, .parquet; --format says",
        ),
        (
            ("table.parquet", "--out", "a.parquet", "--format", "csv"),
            "Invalid value for --out: a.parquet: expected a name that ends in .csv, as --format is csv",
        ),
        (
            ("none.parquet", "--out", "a.csv", "--format", "table"),
            "Invalid value for --out: a.csv: expected a name that ends in .txt, as --format is table",
        ),
        (
            ("table.parquet", "--format", "parquet"),
            "Invalid value for --out: name a file that ends in .csv or .parquet",
        ),
        (
            ("ragged.csv", "--out", "a.parquet"),
            "ragged.csv: 2 faults\n  row 3: 1 cell, but the header has 2\n  row 4: 3 cells, but the header has 2\n",
        ),
        (("table.parquet", "--format", "dot"), "Invalid value for --format: what follows is worked out for entities"),
        (("table.parquet", "--format", "json"), "Invalid value for --format: a table is written as Parquet or CSV"),
        (("table.parquet", "--format", "csv"), "Invalid value for --out: name a file that ends in .csv or .parquet"),
        (("table.parquet", "--out", "table.parquet"), "Invalid value for --out: table.parquet is read by this audit"),
        (
            ("table.parquet", "--out", "none/a.parquet"),
            "none/a.parquet: cannot be written: its directory",
        ),
        (("twice.csv", "--out", "a.parquet"), "twice.csv: columns share a header: 'households'"),
        (
            ("table.parquet", "--with", "community=table.parquet"),
            "Invalid value for --with: expected KIND=FILE, each kind once; got 'community=table.parquet'",
        ),
        (
            ("table.parquet", "--explain", "--id", "k1"),
            "Invalid value for --id, --explain: tables are judged whole, and every row by its own id: leave it out",
        ),
        (("table.parquet", "--segment", "regoin"), "tables: 1 fault\n  segments: 'regoin': no frame has such a column"),
        (("wrong.csv", "--out", "a.parquet"), "tables: 1 fault\n  community: column 'househols': a community has no"),
    ],
)
def test_unusable_tables(run: Run, table: pl.DataFrame, words: tuple[str, ...], message: str) -> None:
    """Status 2, one clear message, and no file that is half written."""
    Path("breaching.parquet").write_text(BREACHING)
    Path("twice.csv").write_text("id,households,households\na,1,2\n", "utf-8")
    Path("wrong.csv").write_text("id,househols\nc1,3\n")
    Path("ragged.csv").write_text("id,households\nc1,3\nc2\nc3,1,2\n")
    before = sorted(Path().iterdir())

    ran = run("audit", *words, *ON)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"civic-rules: {message}")
    assert sorted(Path().iterdir()) == before


def test_a_table_in_gb18030(run: Run) -> None:
    """Excel in China writes it."""
    Path("old.csv").write_text("编号,社会组织数\nc1,3\nc2,不详\n", encoding="gb18030")

    assert run("audit", "old.csv", *ON, "--out", "findings.parquet").status == 1

    key = f"{BOOK}/social-organisations-per-community"
    found = pl.read_parquet("findings.parquet").filter(pl.col("requirement") == key)
    assert found["verdict"].to_list() == ["failed", "cannot_tell"]


def test_ids_that_begin_with_a_nought(run: Run) -> None:
    """They are names and stay as they are, on whatever lines between empty ones they stand."""
    Path("padded.csv").write_text("\n\nid,households\n\n007,1\n8,2350\n\n", "utf-8")
    Path("grids.csv").write_text("id,community_id,households\n01,007,1\n", "utf-8")

    ran = run("audit", "padded.csv", *ON, "--with", "grid=grids.csv", "--out", "findings.parquet")

    assert written(ran) == 1
    found = pl.read_parquet("findings.parquet").filter(pl.col("entity_kind") == "community")
    assert set(found["entity"]) == {"007", "8"}
