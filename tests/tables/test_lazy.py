"""Lazy engines: what DuckDB, PySpark and Polars lazy frames find is what an audit of entities finds."""

from __future__ import annotations

import shutil
import warnings
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.testing.strategies import audit_days, entities
from civic_rules.testing.trees import DAYS, READINGS, rulebooks
from civic_rules.units import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civic_rules.entities import Entity

EXAMPLES = settings().max_examples
HALF = settings(max_examples=max(10, EXAMPLES // 2))
SOME = settings(max_examples=max(5, EXAMPLES // 5))
FEW = settings(max_examples=max(2, EXAMPLES // 25), suppress_health_check=[HealthCheck.function_scoped_fixture])
"""For queries that take an engine long to plan."""

HAS_SPARK = find_spec("pyspark") is not None and shutil.which("java") is not None

pytestmark = pytest.mark.filterwarnings("default")
"""What engines warn of is theirs."""

duckdb_only = pytest.mark.skipif(find_spec("duckdb") is None, reason="DuckDB is not installed")
spark_only = pytest.mark.skipif(not HAS_SPARK, reason="PySpark or Java is not installed")

IN_PROCESS = ("polars", pytest.param("duckdb", marks=duckdb_only))
ALL = (*IN_PROCESS, pytest.param("pyspark", marks=spark_only))

CHOSEN = st.dictionaries(st.sampled_from([one.key for one in READINGS]), st.sampled_from(("first", "second")))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """One Spark session for all tests; None where there is none."""
    if not HAS_SPARK:
        yield None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession  # noqa: PLC0415  an extra

        builder = SparkSession.builder.master("local[2]").appName("civic-rules")
        quiet = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.session.timeZone": "UTC",
            "spark.python.sql.dataFrameDebugging.enabled": "false",
        }
        small = {"spark.sql.shuffle.partitions": "1", "spark.sql.adaptive.enabled": "false"}
        for name, value in (quiet | small).items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def lazy(frame: pl.DataFrame, engine: str, spark: Any = None) -> Any:  # noqa: ANN401  of any engine
    """A frame as a query of an engine."""
    if engine == "polars":
        return frame.lazy()
    if engine == "duckdb":
        import duckdb  # noqa: PLC0415  an extra

        return duckdb.from_arrow(frame.to_arrow())
    return spark.createDataFrame(frame.to_arrow())


def collected(query: Any) -> pl.DataFrame:  # noqa: ANN401  of any engine
    """What a query gives."""
    found: pl.DataFrame = nw.from_native(query).collect("polars").to_native()
    return found


def plain(measured: object, day: object) -> object:
    """A measured value of a table: a number or a day."""
    return measured if day is None else day


def alike(left: object, right: object) -> bool:
    """Whether two measured values are the same but for noise."""
    if isinstance(left, date) or isinstance(right, date) or left is None or right is None:
        return left == right
    return same(left, right) or abs(left - right) < 1e-9  # type: ignore[arg-type, operator]


def with_nan(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame in which numbers that are not known are NaN."""
    return frame.with_columns(pl.col(pl.Float64).fill_null(float("nan")))


def differences(found: pl.DataFrame, report: Any) -> Iterator[str]:  # noqa: ANN401  an audit of entities
    """Where the findings of tables differ from those of entities."""
    rows = {(row["entity_kind"], row["entity"], row["requirement"]): row for row in found.iter_rows(named=True)}
    assert len(rows) == len(found)
    assert set(rows) == {(one.entity_kind, one.entity_id, one.requirement.id) for one in report}
    for finding in report:
        row = rows[finding.entity_kind, finding.entity_id, finding.requirement.id]
        name = f"{finding.requirement.key} of {finding.entity_id}"
        for what, value in (("verdict", finding.verdict.value), ("is_breach", finding.is_breach)):
            if row[what] != value:
                yield f"{name}: {what} {row[what]}, not {value}"
        values = {what: plain(row[what], row[f"{what}_day"]) for what in ("measured", "limit")}
        for what, value in (values | {"shortfall": row["shortfall"]}).items():
            if not alike(value, getattr(finding, what)):
                yield f"{name}: {what} {value}, not {getattr(finding, what)}"


def all_differences(entity: Entity, books: Any, engine: str, spark: Any, *, nan: bool = False, **how: Any) -> list[str]:  # noqa: ANN401
    """Where an engine, and the one for frames in memory, differ from the audit of the entity."""
    frames = cr.to_tables(entity)
    report = cr.audit(entity, books, **how)
    queries = {kind: lazy(with_nan(frame) if nan else frame, engine, spark) for kind, frame in frames.items()}
    tables = cr.audit_tables(queries, books, **how)
    if not tables.kinds:
        assert list(report) == []
        return []
    if engine != "pyspark":  # which takes long to plan one
        assert collected(tables.faults()).rows() == []
    in_memory = cr.audit_tables(frames, books, **how).long()
    return [*differences(collected(tables.long()), report), *differences(in_memory, report)]


# -- agreement -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ALL)
def test_the_example_district(engine: str, spark: Any) -> None:  # noqa: ANN401
    """Every requirement of every document is found to be the same of every entity of the example district."""
    city = cr.City(id="city", counties=[cr.examples.yancheng_district()])
    books = [cr.load(one) for one in cr.available()]

    assert all_differences(city, books, engine, spark, on="2025-12-31") == []


@pytest.mark.parametrize("rulebook_id", cr.available())
@SOME
@given(data=st.data(), nan=st.booleans())
def test_requirements_of_a_document_in_polars(rulebook_id: str, data: st.DataObject, nan: bool) -> None:  # noqa: FBT001
    """Every requirement of a document is found to be the same by Polars and of entities, at the limits too."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("city", book, members=1) | entities("county", book, depth=2))

    assert all_differences(city, book, "polars", None, nan=nan, on=on) == []


@duckdb_only
@pytest.mark.parametrize("rulebook_id", cr.available())
@FEW
@given(data=st.data(), nan=st.booleans())
def test_requirements_of_a_document_in_duckdb(rulebook_id: str, data: st.DataObject, nan: bool) -> None:  # noqa: FBT001
    """Every requirement of a document is found to be the same by DuckDB and of entities."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    city = data.draw(entities("city", book, members=1) | entities("county", book, depth=2))

    assert all_differences(city, book, "duckdb", None, nan=nan, on=on) == []


SUBJECTS = (
    ("community", "city"),
    ("county", "county"),
    ("city", "city"),
    ("worker", "community"),
    ("deliberation", "county"),
)
"""Kinds of entity that rules speak of, and the kind of the entity that is audited."""


@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@HALF
@given(data=st.data(), on=DAYS, readings=CHOSEN, nan=st.booleans())
def test_random_rules_in_polars(  # noqa: PLR0913, PLR0917  all are drawn
    kind: str,
    root: str,
    data: st.DataObject,
    on: date,
    readings: dict[str, str],
    nan: bool,  # noqa: FBT001  it is drawn
) -> None:
    """A random rule is found to be the same by Polars and of an entity."""
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))
    asked = {reading.key for rule in book for reading in rule.readings}
    chosen = {key: option for key, option in readings.items() if key in asked}

    assert all_differences(entity, book, "polars", None, nan=nan, on=on, readings=chosen) == []


@duckdb_only
@pytest.mark.parametrize(("kind", "root"), SUBJECTS, ids=map("-in-".join, SUBJECTS))
@SOME
@given(data=st.data(), on=DAYS, nan=st.booleans())
def test_random_rules_in_duckdb(kind: str, root: str, data: st.DataObject, on: date, nan: bool) -> None:  # noqa: FBT001
    """A random rule is found to be the same by DuckDB and of an entity."""
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))

    assert all_differences(entity, book, "duckdb", None, nan=nan, on=on) == []


@spark_only
@FEW
@given(data=st.data(), subject=st.sampled_from(SUBJECTS), on=DAYS, nan=st.booleans())
def test_random_rules_in_spark(spark: Any, data: st.DataObject, subject: tuple[str, str], on: date, nan: bool) -> None:  # noqa: ANN401, FBT001
    """A random rule is found to be the same by Spark and of an entity."""
    kind, root = subject
    book = data.draw(rulebooks(kind))
    entity = data.draw(entities(root, book))

    assert all_differences(entity, book, "pyspark", spark, nan=nan, on=on) == []


@spark_only
def test_spark_keeps_what_lies_together(spark: Any) -> None:  # noqa: ANN401
    """Frames that are partitioned by the id of the community are not shuffled again by a rule about members."""
    communities = pl.DataFrame({"id": ["a", "b"], "residents": [1000, 2000]})
    workers = pl.DataFrame({"id": ["v", "w"], "community_id": ["a", "b"], "has_social_security": [True, None]})
    by = {"community": lazy(communities, "pyspark", spark).repartition(4, "id")}
    by["worker"] = lazy(workers, "pyspark", spark).repartition(4, "community_id")
    spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "-1")
    report = cr.audit_tables(by, cr.load("yancheng-2013-6"), on="2015-12-31")
    wide = report.wide("community", requirements=["social-security-all-workers"])
    plan = wide._jdf.queryExecution().executedPlan().toString()
    found = collected(wide).select("entity", "social-security-all-workers").sort("entity").rows()
    spark.conf.unset("spark.sql.autoBroadcastJoinThreshold")

    assert plan.count("Exchange hashpartitioning") == 2
    assert found == [("a", "passed"), ("b", "cannot_tell")]


@spark_only
def test_faults_in_spark(spark: Any) -> None:  # noqa: ANN401
    """Spark lists what is wrong with rows, and counts by segment; headers may have dots."""
    communities = pl.DataFrame(
        {"id": ["a", "a", None], "households": [2350, -1, 2350], "facility_area": [455.0, 455.0, 470.0]}
    ).with_columns(pl.Series("no. of map", ["x", "y", "y"]))
    frames = {"community": lazy(communities, "pyspark", spark)}
    report = cr.audit_tables(frames, cr.load("yancheng-2013-6"), on="2015-12-31", segments=["no. of map"])
    summed = collected(report.summary("no. of map")).filter(
        pl.col("requirement").str.ends_with("/facility-required-area")
    )

    assert sorted(collected(report.faults()).rows(), key=str) == [
        ("community", "column 'households': expected at least 0 households", 1, "-1"),
        ("community", "column 'id': ids must be unique; these are given more than once", 1, "a"),
        ("community", "column 'id': rows have no id", 1, None),
    ]
    assert summed.select("no. of map", "failed", "cannot_tell", "passed").sort("no. of map").rows() == [
        ("x", 1, 0, 0),
        ("y", 0, 1, 1),
    ]
    assert collected(report.extract("facility-required-area", "cannot_tell")).columns[-6] == "no. of map"
