"""What is wrong with tables, said in Chinese from the same values, of frames in memory and of queries."""

from __future__ import annotations

import pickle
import re
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pytest

import civic_rules as cr
from civic_rules.errors import CivicRulesError, InvalidTableError, UnsupportedFrameError
from civic_rules.messages import both
from civic_rules.tables.files import read_csv_text

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
IDS = ["c1", "c2"]
EXPECTED = both(
    "expected a frame of Polars, pandas or PyArrow, or a query of DuckDB, PySpark or Polars",
    "应为 Polars、pandas 或 PyArrow 的数据表，或 DuckDB、PySpark、Polars 的查询",
)
"""What is told to who hands in something that is no frame."""


def frame(**columns: Any) -> pl.DataFrame:  # noqa: ANN401
    """A frame of two communities."""
    return pl.DataFrame({"id": IDS, **columns})


def refusal(frames: Any, **how: Any) -> InvalidTableError:  # noqa: ANN401
    """What an audit says of frames that it cannot use, now or when its queries run."""
    with pytest.raises(InvalidTableError) as caught:
        cr.audit_tables(frames, BOOK, on=ON, **how).check()
    return caught.value


def is_chinese(zh: str) -> bool:
    """Whether no English is left but what stands in quotes or brackets."""
    own = re.sub(r"'(?:[^'\\]|\\.)*'|[(（][^)）]*[)）]", "", zh)
    return bool(re.search("[\u4e00-\u9fff]", own)) and not re.search("[a-z]{2,} [a-z]{2,}", own)


IN_MEMORY: dict[str, tuple[Any, list[str]]] = {
    "an unknown column": (
        frame(househols=[1, 2], x=[1, 2]),
        [
            "社区：'househols' 列：社区没有这个字段；是否想写 'households'？如果没有数据，请在 segments 中写明",
            "社区：'x' 列：社区没有这个字段；如果没有数据，请在 segments 中写明",
        ],
    ),
    "two columns of one field": (
        frame(households=[1, 2], 户数=[1, 2]),
        ["社区：'户数' 列：与 'households' 列重复"],
    ),
    "a unit of something else": (
        frame(**{"facility_area(kg)": [1, 2]}),
        ["社区：'facility_area(kg)' 列：表头中的单位应为平方米，实为 'kg'：kg 是质量，平方米是面积"],
    ),
    "a column of another sort": (
        frame(has_facility=[1, 2]),
        ["社区：'has_facility' 列：应为“是”“否”，实为一列数（Int64）"],
    ),
    "numbers out of bounds": (
        frame(households=[-1.0, 2.5], service_hours=[25, 3]),
        [
            "社区：'households' 列：第 1 行：应不小于 0 户，实为 -1",
            "社区：'households' 列：第 2 行：应为以户计的整数，实为 2.5",
            "社区：'service_hours' 列：第 1 行：应不大于 24 小时/日，实为 25",
        ],
    ),
    "text that is no number": (
        frame(households=["若干", "若干"]),
        [
            (
                "社区：'households' 列：第 1 行：应为以户计的整数，实为 '若干'："
                "应先写一个数，再写单位，如 '430 平方米'（共 2 行）"
            )
        ],
    ),
    "an unknown term": (
        frame(settlement=["urban", "城郊"]),
        ["社区：'settlement' 列：第 2 行：应为以下之一：城市、农村；实为 '城郊'"],
    ),
    "a day of another century": (
        frame(**{"gap_plan.filed": [date(1066, 10, 14), None]}),
        ["社区：'gap_plan.filed' 列：第 1 行：应为 1900-01-01 至 2199-12-31 之间的日期，实为 1066-10-14"],
    ),
    "a part above its whole, and area without rooms": (
        frame(
            volunteers=[5, 5], party_member_volunteers=[1, 9], has_facility=[False, True], facility_area=[430.0, 1.0]
        ),
        [
            "社区：'party_member_volunteers' 列：第 2 行：应不大于注册志愿者数（5），它是其中一部分；实为 9",
            "社区：'facility_area' 列：第 1 行：填了 430 平方米，但“有服务用房”为否",
        ],
    ),
    "a part of what is not in place": (
        frame(
            **{
                "arrangements.four-part-structure": [False, True],
                "arrangements.four-part-structure.office": [True, True],
            }
        ),
        ["社区：'arrangements.four-part-structure.office' 列：第 1 行：“办公室”已有，但“一委一居一站一办”为否"],
    ),
    "ids that are none": (
        pl.DataFrame({"id": ["c1", "c1", None]}),
        ["社区：'id' 列：有 1 行没有编号", "社区：'id' 列：编号不能重复；有 2 行的编号重复：'c1'"],
    ),
    "a row of totals": (
        pl.DataFrame({"id": ["c1", "合计"]}),
        ["社区：'id' 列：第 2 行：'合计' 像是其他行的合计；请删去这一行"],
    ),
}


@pytest.mark.parametrize(("given", "told"), IN_MEMORY.values(), ids=IN_MEMORY)
def test_frames_in_memory(given: pl.DataFrame, told: list[str]) -> None:
    """What is wrong with headers, types, cells and ids, in these words, and so again in another process."""
    error = refusal({"community": given})
    assert [fault.text("zh") for fault in error.faults] == told
    assert error.text("zh") == "\n".join([f"数据表：{len(told)} 处有误", *(f"  {line}" for line in told)])
    assert pickle.loads(pickle.dumps(error)).text("zh") == error.text("zh")  # noqa: S301  made here
    assert all(map(is_chinese, told))


def test_frames_that_belong_together() -> None:
    """What is wrong with ids that name rows of another frame."""
    grids = pl.DataFrame({"id": ["g1", "g2"], "community": ["c1", "c9"]})
    [fault] = refusal({"community": frame(), "grid": grids}).faults
    assert fault.text("zh") == "网格：'community' 列：有 1 行所写的社区在其数据表中没有，最先在第 2 行：'c9'"


IN_QUERIES: dict[str, tuple[Any, list[str]]] = {
    "a column of another sort": (
        frame(households=["a", "b"]),
        [
            (
                "社区：'households' 列：应为以户计的数，实为一列文字（String）；"
                "查询的单元格不逐个读：请转换这一列的类型，或核查内存中的数据表"
            )
        ],
    ),
    "cells": (
        frame(settlement=["urban", "城郊"], households=[-1, -2]),
        [
            "社区：'settlement' 列：应为以下之一：城市、农村，例如 '城郊'",
            "社区：'households' 列：应不小于 0 户，例如 '-1'（共 2 行）",
        ],
    ),
    "an area without rooms": (
        frame(has_facility=[False, True], facility_area=[430.0, 1.0]),
        ["社区：'facility_area' 列：填了值，但“有服务用房”为否，例如 '430.0'"],
    ),
    "ids": (
        pl.DataFrame({"id": ["c1", "c1", None]}),
        ["社区：'id' 列：有些行没有编号", "社区：'id' 列：编号不能重复；这些编号重复，例如 'c1'"],
    ),
    "no ids": (
        pl.DataFrame({"households": [1]}),
        ["社区：没有社区的“编号”（id）这一列：查询的行没有顺序"],
    ),
}


@pytest.mark.parametrize(("given", "told"), IN_QUERIES.values(), ids=IN_QUERIES)
def test_queries(given: pl.DataFrame, told: list[str]) -> None:
    """What is wrong with a query, and what its query of faults finds, in these words."""
    error = refusal({"community": given.lazy()})
    assert sorted(fault.text("zh") for fault in error.faults) == sorted(told)
    assert all(map(is_chinese, told))


def test_what_is_no_frame() -> None:
    """What cannot be a table at all."""
    with pytest.raises(UnsupportedFrameError) as caught:
        cr.audit_table([1], BOOK, on=ON)
    assert caught.value.text("zh") == f"{EXPECTED.zh}；实为 builtins.list [1]"


@pytest.mark.parametrize(
    ("frames", "en", "zh"),
    [
        (
            {"community": frame().to_arrow(), "grid": pd.DataFrame([["g1", 2, 3]], columns=["id", "户数", "户数"])},
            "tables: 1 fault\n  grid: columns share a header: Expected unique column names, got: - '户数' 2 times",
            "数据表：1 处有误\n  网格：有几列的表头相同（Expected unique column names, got: - '户数' 2 times）",
        ),
        (
            {"community": frame(), "grid": [1], "event": [2]},
            (f"grid: {EXPECTED}; got builtins.list [1]\nevent: {EXPECTED}; got builtins.list [2]"),
            (f"网格：{EXPECTED.zh}；实为 builtins.list [1]\n事项：{EXPECTED.zh}；实为 builtins.list [2]"),
        ),
        (
            {"community": frame(), "grid": pd.DataFrame({"id": ["g1"]})},
            (
                "the frames of one audit are of one library; got community of polars, grid of pandas: "
                "turn them into frames of one of these"
            ),
            ("一次核查的数据表应出自同一个库；实为 polars 的社区、pandas 的网格：请都转换成其中一个库的数据表"),
        ),
    ],
    ids=["a header given twice", "no frames", "several libraries"],
)
def test_frames_are_named_in_the_language_of_the_message(frames: Any, en: str, zh: str) -> None:  # noqa: ANN401
    """A frame that cannot be used is called by what it holds, and what a library says stands in brackets."""
    with pytest.raises(CivicRulesError) as caught:
        cr.audit_tables(frames, BOOK, on=ON)
    assert (caught.value.text("en"), caught.value.text("zh")) == (en, zh)


ASKED: dict[str, tuple[Any, str]] = {
    "a requirement": (
        lambda report: report.words("facility-required-areas"),
        "这次核查的规则册中没有 'facility-required-areas'；是否想写 'facility-required-area'？",
    ),
    "a requirement of another kind": (
        lambda report: report.words("county-coordination-body"),
        "'county-coordination-body' 没有核查：它是对县(市、区)的要求，而没有给出县(市、区)的数据表",
    ),
    "a verdict": (
        lambda report: report.long(verdicts="fail"),
        "应为结论（passed、failed、cannot_tell、inapplicable），实为 'fail'；是否想写 'failed'？",
    ),
    "a column": (
        lambda report: report.summary("houshold"),
        "社区的数据表没有 'houshold' 这一列；是否想写 'households'？",
    ),
    "a share": (
        lambda report: report.assert_within(fail=2),
        "fail：应为 0 至 1 之间的比例，如 fail=0.1 为百分之十；实为 2",
    ),
}


@pytest.mark.parametrize(("ask", "told"), ASKED.values(), ids=ASKED)
def test_reports_of_tables(ask: Any, told: str) -> None:  # noqa: ANN401
    """What a report of tables does not have."""
    report = cr.audit_table(frame(households=[1, 2]), BOOK, on=ON)
    with pytest.raises(CivicRulesError) as caught:
        ask(report)
    assert caught.value.text("zh") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "t.csv：表格是空的"),
        ("id,户数,户数\nc1,1,2", "t.csv：有几列的表头相同：'户数'"),
        ("id,户数\nc1,1\nc2", "t.csv：1 处有误\n  第 3 行：有 1 个单元格，但表头有 2 个"),
        ("id,,户数\nc1,5,1", "t.csv：1 处有误\n  第 2 行：第 2 列有 '5'，却没有表头"),
        ('id,户数\n"c1,1', "t.csv：第 2 行：不是有效的 CSV：引号没有闭合"),
        ('id;户数\n"c1"x;1', "t.csv：第 2 行：不是有效的 CSV：引号之后应有分隔符"),
        (f"id,户数\nc1,{'1' * 200_000}", "t.csv：第 2 行：不是有效的 CSV：单元格太长"),
    ],
)
def test_files_of_tables(text: str, told: str) -> None:
    """What is wrong with a CSV file that is read as a table."""
    with pytest.raises(CivicRulesError) as caught:
        read_csv_text(text, "t.csv")
    assert caught.value.text("zh") == told
