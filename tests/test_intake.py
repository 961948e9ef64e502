"""Reading entities from files: forms, encodings, tables, workbooks, and files written whole or not at all."""

from __future__ import annotations

import json
import os
import random
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.entities import ENTITY_TYPES, Community, County, Entity
from civic_rules.entities.headers import GROUPS, key_of
from civic_rules.errors import (
    CivicRulesError,
    DuplicateEntityError,
    InvalidEntityError,
    UnreadableFileError,
    UnwritableFileError,
)
from civic_rules.intake import (
    entity_of_data,
    entity_text,
    parse_json,
    parse_yaml,
    read_text,
    write_text,
)
from civic_rules.intake.columns import Column, matched
from civic_rules.intake.kinds import kind_names
from civic_rules.intake.sheets import column_letters
from tests.chinese import left_in_english

if TYPE_CHECKING:
    from collections.abc import Callable

COMMUNITY = Community(id="c1", households=1500, facility_area=430)


def read(path: Path, content: str | bytes, **options: str) -> Any:  # noqa: ANN401  of whatever kind
    """The entity that a file with this content holds."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return cr.read_entity(path, **options)


# Documents


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"community": {"id": "c1", "households": 1500, "facility_area": 430}}'),
        ("a.json", '{"社区": {"编号": "c1", "户数": "1,500户", "服务用房面积": "430平方米"}}'),
        ("a.json", '{"kind": "community", "id": "c1", "households": 1500, "facility_area": 430.0}'),
        ("a.json", '{"种类": "社区", "id": "c1", "households": 1.5e3, "facility_area": "0.043 ha"}'),
        ("A.JSON", '\ufeff{"community": {"id": "c1", "households": 1500, "facility_area": 430, "name": null}}'),
        ("a.yaml", "community:\n  id: c1\n  households: 1500  # at the end of 2015\n  facility_area: 430 m²\n"),
        ("a.yml", "---\n社区: {编号: c1, 户数: 1500户, 服务用房面积: +430.0}\n...\n"),
        ("a.yaml", '{"community": {"id": "c1", "households": 1500, "facility_area": 430}}'),
    ],
)
def test_forms_of_a_document(tmp_path: Path, name: str, text: str) -> None:
    """A file says what it holds by a key at the top or a field, in English or Chinese, in JSON or YAML."""
    assert read(tmp_path / name, text) == COMMUNITY


@pytest.mark.parametrize("kind", sorted(kind_names()))
def test_every_word_for_a_kind_is_read(kind: str) -> None:
    """Every kind of entity is read by its English and its Chinese word."""
    model = kind_names()[kind]
    needed = {"id": "x"} if "id" in model.model_fields else {}
    assert entity_of_data({kind: needed}, "test").kind == model.kind


def test_no_word_stands_for_two_kinds() -> None:
    """Each kind of entity keeps its own words."""
    spelled = [word for model in ENTITY_TYPES.values() for word in (model.kind, model.kind_zh)]
    assert len(spelled) == len(set(spelled))
    assert {kind_names()[model.kind] for model in ENTITY_TYPES.values()} == set(ENTITY_TYPES.values())


def test_the_kind_may_be_given_by_the_caller(tmp_path: Path) -> None:
    """Where the caller says the kind, the fields may stand alone; an id and a name fill what is not given."""
    text = '{"户数": 1500, "facility_area": 430}'
    made = read(tmp_path / "a.json", text, kind="社区", entity_id="c1", name="北村")
    assert made == Community(id="c1", name="北村", households=1500, facility_area=430)
    kept = read(tmp_path / "b.json", '{"编号": "own", "名称": "own"}', kind="grid", entity_id="x", name="y")
    assert (kept.id, kept.name) == ("own", "own")


def test_yaml_is_read_by_the_core_schema() -> None:
    """Words and numbers of YAML 1.2 are what they look like: yes and 12:30 are text, 0x1f is no number."""
    text = (
        "[~, null, true, False, yes, off, 12, -3, +4, 012, 1_000, 0x1f, 1., .5, 1e3, 12:30, 2013-03-31, '2013-03-31',"
        ' "12", 2013-3-1, 2013-03-31T00:00:00Z, =, ]'
    )
    numbers = [12, -3, 4, 12, "1_000", "0x1f", 1.0, 0.5, 1000.0, "12:30"]
    days = [date(2013, 3, 31), "2013-03-31", "12", "2013-3-1", "2013-03-31T00:00:00Z", "="]
    assert parse_yaml(text, "test").data == [None, None, True, False, "yes", "off", *numbers, *days]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_json_and_yaml_agree(value: object) -> None:
    """A JSON text is YAML too, and both parsers make the same of it."""
    text = json.dumps(value)
    assert parse_yaml(text, "test") == parse_json(text, "test")


@given(st.text() | st.text("{}[]:,-&*!|>'\"%@`#?~ \n\tab1.0\\", max_size=60))
def test_no_text_makes_a_parser_fail(text: str) -> None:
    """Whatever a file holds, it is read or refused with a message."""
    for parse in (parse_json, parse_yaml):
        try:
            entity_of_data(parse(text, "test").data, "test")
        except CivicRulesError as error:
            assert str(error)  # noqa: PT017  either outcome is right


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_no_value_makes_an_entity_fail(value: object) -> None:
    """Whatever stands in a field, it is read or refused with a message."""
    for name in Community.model_fields:
        try:
            entity_of_data({"community": {"id": "c1", name: value}}, "test")
        except CivicRulesError as error:
            assert name in str(error)  # noqa: PT017  either outcome is right


@pytest.mark.parametrize("make", [cr.examples.weihai, cr.examples.yancheng_district])
def test_what_is_written_is_read_back(tmp_path: Path, make: Callable[[], Entity]) -> None:
    """An example is the same after a journey through a file."""
    write_text(tmp_path / "example.json", entity_text(make()))
    assert cr.read_entity(tmp_path / "example.json") == make()


# Tables


TABLE = """\
序号,社区编号,社区名称,城乡类型,户数,常住人口(万人),服务用房面积（平方米）,备注
1,c1,北村,农村,1500户,0.42,430,
2,c2,东社区,urban,"2,350",不详,0.047公顷,见2014年表
,,,,,,,
3,c3,N/A,—,-,未知,,
"""

VILLAGE = Community(id="c1", name="北村", settlement="rural", households=1500, residents=4200, facility_area=430)
TOWN = Community(id="c2", name="东社区", settlement="urban", households=2350, facility_area=470)


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("gb18030"),
        TABLE.replace("\n", "\r\n").encode("gbk"),
        TABLE.replace('"2,350"', "2350").replace(",", ";").encode(),
        TABLE.replace('"2,350"', "2350").replace(",", "\t").encode("utf-16"),
        ("\n\n" + TABLE).encode(),
    ],
)
def test_a_table_of_communities(tmp_path: Path, content: bytes) -> None:
    """A row is a community, in any usual encoding; units may stand in the header or in the cell."""
    assert read(tmp_path / "亭湖.csv", content) == County(id="亭湖", communities=(VILLAGE, TOWN, Community(id="c3")))


def test_the_area_of_a_table(tmp_path: Path) -> None:
    """The area that the rows lie in is a county of the name of the file, unless the caller says otherwise."""
    street = read(tmp_path / "t.csv", "id\nc1\n", kind="街道", entity_id="s1", name="五星")
    assert street == cr.Street(id="s1", name="五星", communities=(Community(id="c1"),))
    assert read(tmp_path / "t.csv", "id\nc1\n", kind="city").kind == "city"


def test_names_stand_for_ids(tmp_path: Path) -> None:
    """Where no column has ids, the name of a community is its id."""
    county = read(tmp_path / "t.csv", "社区,户数\n北村,5\n")
    assert county.communities == (Community(id="北村", name="北村", households=5),)


def test_counties_and_streets(tmp_path: Path) -> None:
    """Columns of counties and streets make a city with its areas; a street of two counties is two streets."""
    text = "县区,镇街,编号\n亭湖,五星,c1\n盐都,五星,c2\n亭湖,五星,c3\n亭湖,,c4\n,新兴,c5\n,,c6\n"
    city = read(tmp_path / "盐城.csv", text)
    areas = {county.id: [(street.id, street.name) for street in county.streets] for county in city.counties}
    assert (city.kind, city.id) == ("city", "盐城")
    assert areas == {"亭湖": [("亭湖/五星", "五星")], "盐都": [("盐都/五星", "五星")]}
    assert [one.id for one in city.counties[0].streets[0].communities] == ["c1", "c3"]
    assert [one.id for one in city.counties[0].communities] == ["c4"]
    assert [(street.id, [one.id for one in street.communities]) for street in city.streets] == [("新兴", ["c5"])]
    assert [one.id for one in city.communities] == ["c6"]


def test_streets_alone_make_a_county(tmp_path: Path) -> None:
    """A column of streets makes a county with streets."""
    county = read(tmp_path / "t.csv", "乡镇,编号\n五星,c1\n")
    assert (county.kind, county.streets[0].id, county.communities) == ("county", "五星", None)


def test_kinds_of_columns(tmp_path: Path) -> None:
    """Truths, lists, arrangements with and without parts, days and steps each have their cells."""
    header = "编号,新建社区(是/否),基本公共服务,经费违规,一委一居一站一办,四议四会,grid-service"
    header += ",gap_plan.completed,缺口方案备案"
    rows = ["c1,是,教育、health;卫生,无,党委；office,有,TRUE,2013-3-1,是", "c2,no,none,挪用,否,否,,2013年3月1日,否"]
    first, second = read(tmp_path / "t.csv", "\n".join([header, *rows])).communities
    assert first == Community(
        id="c1",
        is_new_build=True,
        services=["education", "health"],
        fund_misuses=[],
        arrangements={
            "four-part-structure": ["party-committee", "office"],
            "four-discussions-four-meetings": True,
            "grid-service": True,
        },
        gap_plan={"completed": "2013-03-01", "filed": True},
    )
    assert second == Community(
        id="c2",
        is_new_build=False,
        services=[],
        fund_misuses=["diverted"],
        arrangements={"four-part-structure": False, "four-discussions-four-meetings": False},
        gap_plan={"completed": "2013-03-01", "filed": False},
    )


def test_a_step_in_several_columns(tmp_path: Path) -> None:
    """What one column says of all of a step and what others say of its parts are one step, in any order."""
    header = "编号,gap_plan.completed.done,gap_plan.completed,gap_plan.completed.on"
    rows = ["c1,,2013-03-01,", "c2,否,,", "c3,是,是,2013-03-01", "c4,,,2013-03-01", "c5,否,是,2013-03-01"]

    communities = read(tmp_path / "t.csv", "\n".join([header, *rows])).communities

    found = [one.gap_plan.completed for one in communities]
    day = date(2013, 3, 1)
    assert [(step.done, step.on) for step in found] == [(True, day), (False, None), *[(True, day)] * 3]
    with pytest.raises(InvalidEntityError, match=r"row 2, column C .*given as 2013-03-01, but done is false"):
        read(tmp_path / "u.csv", f"{header}\nc1,否,2013-03-01,\n")


def test_a_header_means_one_thing() -> None:
    """No two fields, arrangements or groups of a community answer to one header."""
    meanings: dict[str, set[tuple[str, ...]]] = {}
    vocabulary: Any = Community.labels()["arrangements"]
    for term in vocabulary.vocabulary:
        for name in (term.value, term.zh):
            meanings.setdefault(key_of(name), set()).add(("arrangements", term.value))
    for spec in Community.specs().values():
        for name in (spec.name, spec.zh, *spec.also):
            meanings.setdefault(key_of(name), set()).add(tuple(spec.name.split(".")))
    for group, names in GROUPS.items():
        for name in names:
            meanings.setdefault(key_of(name), set()).add((group,))
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", [name for spec in Community.specs().values() for name in (spec.name, spec.zh)])
def test_every_field_has_its_header(name: str) -> None:
    """Every field that a cell can hold is found by its English and its Chinese name; others are refused."""
    spec = next(spec for spec in Community.specs().values() if name in (spec.name, spec.zh))
    found = matched(name, 0)
    is_cell = spec.kind not in {"members", "events", "arrangements", "record"} or spec.model is cr.Step
    assert isinstance(found, Column) == is_cell


def test_a_header_need_not_name_the_period(tmp_path: Path) -> None:
    """A header in money, of a field that holds money for one year, is for one year."""
    county = read(tmp_path / "t.csv", "编号,办公经费(万元),每日服务时间(小时)\nc1,12,8\n")
    assert [(one.office_funds, one.service_hours) for one in county.communities] == [(120_000, 8)]


def test_letters_of_columns() -> None:
    """Columns are named as spreadsheets name them."""
    assert [column_letters(number) for number in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_ids_given_twice_are_their_own_error(tmp_path: Path) -> None:
    """Where nothing else is wrong, ids that are given twice raise the error that an audit raises too."""
    with pytest.raises(DuplicateEntityError):
        read(tmp_path / "t.csv", "id\nc1\nc1\n")
    with pytest.raises(DuplicateEntityError):
        read(tmp_path / "t.json", '{"county": {"id": "k", "communities": [{"id": "c"}, {"id": "c"}]}}')


# Workbooks


def workbook(path: Path) -> Path:
    """A workbook as people make them: numbers, dates, ids that look like numbers, merged streets, remarks."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("社区")
        book.add_worksheet("空表")
        sheet.write_row(0, 0, ["镇街", "编号", "户数", "服务用房面积\n(平方米)", "缺口方案备案", "新建社区", "备注"])
        sheet.merge_range("A2:A3", "五星")
        sheet.write_row(1, 1, [1001, 2350, 470.5])
        sheet.write_datetime(1, 4, date(2013, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean(1, 5, True)  # noqa: FBT003  as its library has it
        sheet.write_row(2, 1, ["c2", "1,500", "不详", "否", "是", "核实中"])
        sheet.write_row(4, 1, ["c3"])
    return path


def test_a_workbook(tmp_path: Path) -> None:
    """Cells are read as what they are; merged cells of a street are the street of every row."""
    county = cr.read_entity(workbook(tmp_path / "t.xlsx"))
    made = [
        Community(id="1001", households=2350, facility_area=470.5, gap_plan={"filed": "2013-03-01"}, is_new_build=True),
        Community(id="c2", households=1500, gap_plan={"filed": False}, is_new_build=True),
    ]
    streets = (cr.Street(id="五星", name="五星", communities=tuple(made)),)
    assert county == County(id="t", streets=streets, communities=(Community(id="c3"),))


def test_a_sheet_by_its_name(tmp_path: Path) -> None:
    """A sheet can be chosen, a hidden one too."""
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        for name in ("2014", "2015"):
            book.add_worksheet(name).write_column(0, 0, ["id", f"c{name}"])
        book.get_worksheet_by_name("2015").hide()
    for name in ("2014", "2015"):
        assert cr.read_entity(tmp_path / "t.xlsx", sheet=name).communities == (Community(id=f"c{name}"),)  # type: ignore[attr-defined]
    assert cr.read_entity(tmp_path / "t.xlsx").communities == (Community(id="c2014"),)  # type: ignore[attr-defined]


def test_formulas_that_a_spreadsheet_program_calculated(tmp_path: Path) -> None:
    """The result of a formula counts where a program calculated it and did not ask for another calculation."""
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["编号", "户数", "名称"])
        sheet.write(1, 0, "c1")
        sheet.write_formula(1, 1, "=2000+350", value=2350)
        sheet.write_formula(1, 2, '=""', value="")
    rewrite(tmp_path / "t.xlsx", "xl/workbook.xml", ' fullCalcOnLoad="1"', "")
    rewrite(tmp_path / "t.xlsx", "xl/worksheets/sheet1.xml", '<c r="C2"><f>""</f>', '<c r="C2" t="str"><f>""</f>')
    assert cr.read_entity(tmp_path / "t.xlsx").communities == (Community(id="c1", households=2350),)  # type: ignore[attr-defined]


def rewrite(path: Path, part: str, old: str, new: str) -> None:
    """Change a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "reason"),
    [
        (SHEET, 'r="B2"', 'r="B1048577000"', "'B1048577000' names no cell"),
        (SHEET, 'r="B2"', 'r="B7"', "the cell 'B7' stands in another row"),
        (SHEET, '<row r="3"', '<row r="1"', "the rows are not in order"),
        (SHEET, 'ref="A2:A3"', 'ref="A2:??"', "'??' names no cell"),
        (SHEET, "<worksheet", "<!DOCTYPE x><worksheet", "document types are not read"),
        (SHEET, "</sheetData>", "", "mismatched tag"),
        ("xl/workbook.xml", 'encoding="UTF-8"', 'encoding="klingon"', "unknown encoding"),
    ],
)
def test_damaged_workbooks(tmp_path: Path, part: str, old: str, new: str, reason: str) -> None:
    """A workbook whose parts make no sense is refused before a reader trusts its measures."""
    path = workbook(tmp_path / "t.xlsx")
    rewrite(path, part, old, new)
    with pytest.raises(UnreadableFileError, match="damaged or protected") as caught:
        cr.read_entity(path)
    assert reason in str(caught.value)
    assert left_in_english(caught.value.text("zh")) == []


def test_no_damage_makes_the_reader_fail(tmp_path: Path) -> None:
    """A workbook with any bytes changed, or cut anywhere, is read or refused with a message."""
    content = workbook(tmp_path / "t.xlsx").read_bytes()
    dice = random.Random(1)  # noqa: S311  it only picks what to damage
    outcomes: Counter[str] = Counter()
    for _ in range(300):
        damaged = bytearray(content[: dice.choice([len(content), dice.randrange(len(content))])])
        for _ in range(dice.randint(0, 4)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            read(tmp_path / "t.xlsx", bytes(damaged))
            outcomes["read"] += 1
        except CivicRulesError:
            outcomes["refused"] += 1
    assert min(outcomes["read"], outcomes["refused"]) > 10


def test_without_the_library_for_workbooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, the message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(UnreadableFileError, match=r'pip install "civic-rules\[excel\]"'):
        cr.read_entity(workbook(tmp_path / "t.xlsx"))


# Files


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    """Directories, pipes and devices are not read, and no pipe keeps the reader waiting."""
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "nowhere.json").symlink_to("/dev/null")
    for name, reason in (
        ("pipe.json", "this is no regular file"),
        ("folder.json", "this is a directory, not a file"),
        ("nowhere.json", "this is no regular file"),
        ("a\0.json", "there is no such file: a name cannot hold a null character"),
    ):
        with pytest.raises(UnreadableFileError) as caught:
            cr.read_entity(tmp_path / name)
        assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("use", "en", "zh"),
    [
        (cr.read_entity, "'': the name of the file is empty", "''：文件名是空的"),
        (read_text, "'': the name of the file is empty", "''：文件名是空的"),
        (
            lambda name: write_text(name, "x"),
            "'': cannot be written: the name of the file is empty",
            "''：无法写入：文件名是空的",
        ),
    ],
    ids=["an entity", "a text", "a text that is written"],
)
def test_a_file_without_a_name(use: Callable[[str], object], en: str, zh: str) -> None:
    """It is not taken for the working directory, and the message does not begin with a colon."""
    with pytest.raises(CivicRulesError) as caught:
        use("")

    assert (caught.value.text("en"), caught.value.text("zh")) == (en, zh)


def test_a_directory_is_not_meant(tmp_path: Path) -> None:
    """For a file that is not there, a file is suggested and no directory."""
    (tmp_path / "distric").mkdir()
    with pytest.raises(UnreadableFileError) as caught:
        cr.read_entity(tmp_path / "district.json")
    assert caught.value.reason == "there is no such file"


def test_the_largest_file(tmp_path: Path) -> None:
    """A file of the greatest size is read, one byte more is not."""
    (tmp_path / "a.txt").write_text("x" * 100)
    assert len(read_text(tmp_path / "a.txt", limit=100)) == 100
    with pytest.raises(UnreadableFileError, match="larger than 0 MB, the most that is read"):
        read_text(tmp_path / "a.txt", limit=99)


def test_the_most_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more values than are read is refused, in JSON and in YAML."""
    monkeypatch.setattr("civic_rules.intake.documents.MAX_VALUES", 10)
    for parse in (parse_json, parse_yaml):
        assert parse(str([1] * 9), "a").data == [1] * 9
        with pytest.raises(UnreadableFileError, match="more than 10 values"):
            parse(str([1] * 10), "a")
    monkeypatch.setattr("civic_rules.intake.documents.MAX_YAML", 10)
    with pytest.raises(UnreadableFileError, match="a YAML file may have 10 characters; write it as JSON"):
        parse_yaml(" " * 11, "a")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is wrong is said once, without the path twice."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied", "a.json")

    (tmp_path / "a.json").write_text("{}")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFileError) as caught:
        cr.read_entity(tmp_path / "a.json")
    assert str(caught.value) == f"{tmp_path / 'a.json'}: permission denied"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, the old content stays and nothing else is left behind."""
    target = tmp_path / "a.txt"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(UnwritableFileError) as caught:
        write_text(target, "new")
    assert str(caught.value) == f"{target}: cannot be written: no space left on device"
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_what_is_replaced(tmp_path: Path) -> None:
    """A file keeps its mode, a link stays a link, and line ends stay as they are."""
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "a.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("a.txt")
    write_text(tmp_path / "link.txt", "社区\r\n", encoding="utf-8-sig")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"\xef\xbb\xbf" + "社区\r\n".encode()
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        (".", "x", "this is a directory, not a file"),
        ("none/a.txt", "x", "its directory does not exist"),
        ("a\0.txt", "x", "a name cannot hold a null character"),
        ("pipe", "x", "this is no regular file"),
        ("a.txt", "\ud800", "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
    ],
)
def test_what_is_not_written(tmp_path: Path, name: str, text: str, reason: str) -> None:
    """What is no file of its own is never replaced."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnwritableFileError) as caught:
        write_text(tmp_path / name, text)
    assert caught.value.reason == reason
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pipe"]


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is protected from writing is not replaced either."""
    (tmp_path / "a.txt").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableFileError, match="the file may not be written"):
        write_text(tmp_path / "a.txt", "new")
