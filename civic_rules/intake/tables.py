"""A table of communities, one a row, as the city, county or street that they lie in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from civic_rules.entities import City, Community, County, Entity, Street
from civic_rules.entities.fields import fault_message
from civic_rules.entities.headers import NO_TARGET, is_total
from civic_rules.errors import DuplicateEntityError, Fault, InvalidEntityError, shown
from civic_rules.intake.columns import Column, matched
from civic_rules.intake.kinds import entity_type, faults_of
from civic_rules.intake.sheets import column_letters
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civic_rules.intake.sheets import Cell, Sheet

_HOLDERS: dict[type[Entity], tuple[str, ...]] = {City: ("county", "street"), County: ("street",), Street: ()}
"""What a table may stand for, with the groups that its columns may name."""

_GROUP_LISTS: dict[str, tuple[str, type[Entity]]] = {"county": ("counties", County), "street": ("streets", Street)}
_LONGEST_HEADER = 30


class _Placed(NamedTuple):
    """A community, with the county and the street that its row names."""

    community: Community
    groups: Mapping[str, str]


class _Found(NamedTuple):
    """A fault with its row and column, counted from 0; -1 where it has none."""

    row: int
    column: int
    fault: Fault
    is_repeated_id: bool = False


def entity_of_table(sheet: Sheet, source: str, *, kind: str | None, entity_id: str, name: str | None) -> Entity:
    """The city, county or street whose communities a table lists.

    Args:
        sheet: The cells; the first row that is not empty holds the headers.
        source: The file, for messages.
        kind: city, county or street; None for a city where there is a column of counties, else a county.
        entity_id: The id of the city, county or street.
        name: Its name.

    Raises:
        InvalidEntityError: The table has faults; all of them are listed with row and column.
        DuplicateEntityError: Two rows share an id, and nothing else is wrong.
    """
    wanted = None if kind is None else entity_type(kind)
    if wanted is not None and wanted not in _HOLDERS:
        message = said(
            "a table lists the communities of a city, a county or a street; it cannot be read as a {kind}",
            "表格按行列出一个市、县区或镇街的社区，不能当作{kind}来读",
            kind=both(str(kind), wanted.kind_zh),
        )
        raise InvalidEntityError(source, [Fault("", message, kind)])
    reading = _Reading(sheet, wanted)
    reading.read()
    found = sorted(reading.found, key=lambda one: (one.row, one.column))
    if found:
        error = InvalidEntityError(source, [one.fault for one in found])
        raise DuplicateEntityError(error.message) if all(one.is_repeated_id for one in found) else error
    given = {"id": entity_id, "name": name}
    try:
        return reading.model.model_validate(given | _grouped(reading.placed, _HOLDERS[reading.model], ""))
    except ValidationError as error:
        raise InvalidEntityError(source, faults_of(error, reading.model, given)) from None


def _grouped(placed: Iterable[_Placed], groups: tuple[str, ...], prefix: str) -> dict[str, object]:
    """The members of an area: its communities by group, and those of which no group is named."""
    if not groups:
        return {"communities": tuple(one.community for one in placed)}
    group, *others = groups
    named: dict[str, list[_Placed]] = {}
    rest: list[_Placed] = []
    for one in placed:
        named.setdefault(one.groups[group], []).append(one) if group in one.groups else rest.append(one)
    members, model = _GROUP_LISTS[group]
    made = tuple(
        model.model_validate({"id": f"{prefix}{name}", "name": name, **_grouped(some, tuple(others), f"{name}/")})
        for name, some in named.items()
    )
    below = _grouped(rest, tuple(others), prefix) if rest else {}
    return ({members: made} if made else {}) | below


class _Reading:
    """One table on its way to communities, with the faults found so far."""

    def __init__(self, sheet: Sheet, model: type[Entity] | None) -> None:
        self.sheet = sheet
        self.found: list[_Found] = []
        self.placed: list[_Placed] = []
        self.head = next((number for number, row in enumerate(sheet.rows) if _filled(row)), -1)
        self.columns: list[Column] = []
        self.first_row_of: dict[str, int] = {}
        self.given_model = model

    @property
    def model(self) -> type[Entity]:
        """What the table stands for."""
        return self.given_model or (City if "county" in self.targets else County)

    @property
    def targets(self) -> dict[str, Column]:
        """The columns by what they hold: the dotted name of a field, or a group."""
        return {".".join(column.target.path): column for column in self.columns}

    def fault(self, row: int, column: Column | None, message: Message, value: object = None) -> None:
        """Note what is wrong with a cell, or with a whole row."""
        number = -1 if column is None else column.number
        where = Message() if row < 0 else said("row {row}", "第 {row} 行", row=row + 1)
        if column is not None:
            where += said(", column {letters}", " {letters} 列", letters=column_letters(number))
            header = " ".join(column.header.split())[:_LONGEST_HEADER]
            where += said(" ({header})", "（{header}）", header=shown(header)[1:-1]) if header else ""
        self.found.append(_Found(row, number, Fault(where, message, value)))

    def read(self) -> None:
        """Read the headers, then every row below them."""
        if self.head < 0:
            self.fault(-1, None, both("the table is empty", "表格是空的"))
            return
        header = self.sheet.rows[self.head]
        below = self.sheet.rows[self.head + 1 :]
        if len(_filled(header)) == 1 and any(len(_filled(row)) > 1 for row in below):
            message = both(
                "holds one cell only; the first row must name the columns, without a title above it",
                "只有一个单元格；第一行必须是各列的表头，上面不能有标题",
            )
            self.fault(self.head, None, message)
            return
        for number, cell in enumerate(header):
            self._read_header(number, cell)
        self._check_columns()
        self._check_merged()
        for row in range(self.head + 1, len(self.sheet.rows)):
            self._read_row(row)
        if not self.placed and not self.found:
            self.fault(-1, None, both("the table has a header and no rows", "表格只有表头，没有数据行"))

    def _read_header(self, number: int, cell: Cell) -> None:
        header = "" if cell is None else str(cell).strip()
        if not header:
            if any(number < len(row) and not _is_blank(row[number]) for row in self.sheet.rows[self.head + 1 :]):
                message = both("has cells below, but no name", "下面有数据，却没有表头")
                self.fault(self.head, Column(number, "", NO_TARGET), message)
            return
        made = matched(header, number)
        if isinstance(made, Message):
            self.fault(self.head, Column(number, header, NO_TARGET), made, cell)
            return
        name = ".".join(made.target.path)
        if name in self.targets and made.target.kind != "ignored":
            other = self.targets[name]
            message = said(
                "says the same as column {letters} ({header})",
                "与 {letters} 列（{header}）重复",
                letters=column_letters(other.number),
                header=shown(other.header)[1:-1],
            )
            self.fault(self.head, made, message, cell)
            return
        self.columns.append(made)

    def _check_columns(self) -> None:
        if not {"id", "name"} & set(self.targets):
            message = both(
                "no column has the id (id, 编号) or the name (name, 名称) of the communities",
                "没有社区的“编号”（id）或“名称”（name）这一列",
            )
            self.fault(self.head, None, message)
        for group, (listed, held) in _GROUP_LISTS.items():
            if group in self.targets and group not in _HOLDERS[self.model]:
                message = said(
                    "a column of {groups} does not fit into the table of one {kind}",
                    "一个{kind}的表格不应有{groups}这一列",
                    groups=both(listed, held.kind_zh),
                    kind=self.model.called(),
                )
                self.fault(self.head, self.targets[group], message)

    def _check_merged(self) -> None:
        """Fill merged cells of a county or street down to every row; refuse any others."""
        for block in self.sheet.merged:
            touched = [column for column in self.columns if block.left <= column.number <= block.right]
            if len(touched) == 1 and touched[0].target.kind == "group" and block.top > self.head:
                for row in range(block.top + 1, min(block.bottom + 1, len(self.sheet.rows))):
                    self.sheet.rows[row][block.left] = self.sheet.rows[block.top][block.left]
            elif any(column.target.kind != "ignored" for column in touched):
                message = said(
                    "the cells {block} are merged; split them, and give each its own value",
                    "单元格 {block} 已合并；请拆分，并逐格填写",
                    block=str(block),
                )
                self.fault(block.top, touched[0], message)

    def _read_row(self, number: int) -> None:
        row = self.sheet.rows[number]
        cells = {column: row[column.number] if column.number < len(row) else None for column in self.columns}
        facts = {column: cell for column, cell in cells.items() if column.target.kind not in {"group", "ignored"}}
        troubled = [column for column in facts if (number, column.number) in self.sheet.troubles]
        for column in troubled:
            self.fault(number, column, self.sheet.troubles[number, column.number])
        if (number, -1) in self.sheet.troubles:
            self.fault(number, None, self.sheet.troubles[number, -1])
            return
        if all(_is_blank(cell) for cell in facts.values()):
            for column in self._group_columns():
                if not _is_blank(cells[column]):
                    message = both("names an area, but the row has no community", "写了所属地区，但这一行没有社区")
                    self.fault(number, column, message, cells[column])
            return
        values = {column: column.read(cell) for column, cell in facts.items() if column not in troubled}
        total = next((value for column, value in values.items() if _is_total(column, value)), None)
        if total is not None:
            message = said(
                "{total} looks like a sum of other rows; take the row out",
                "{total} 像是其他行的合计；请删去这一行",
                total=shown(total),
            )
            self.fault(number, None, message)
            return
        self._read_community(number, cells, values)

    def _read_community(self, number: int, cells: Mapping[Column, Cell], values: Mapping[Column, object]) -> None:
        data = nested(values)
        if "id" not in self.targets:
            data["id"] = data.get("name") or ("?" if "name" not in self.targets else None)
        if data.get("id") is None:
            data.pop("id", None)
        one = data.get("id")
        if isinstance(one, str):
            self._check_id(number, one)
        try:
            community = Community.model_validate(data)
        except ValidationError as error:
            for line in error.errors(include_url=False):
                column = self._column_of(line["loc"])
                self.fault(number, column, fault_message(line), None if column is None else cells[column])
            return
        groups = {column.target.path[0]: column.read(cells[column]) for column in self._group_columns()}
        named = {group: str(value) for group, value in groups.items() if value is not None}
        self.placed.append(_Placed(community, named))

    def _group_columns(self) -> list[Column]:
        return [column for column in self.columns if column.target.kind == "group"]

    def _column_of(self, loc: tuple[int | str, ...]) -> Column | None:
        """The column from which a value came; an id may have come from the column of names."""
        if loc == ("id",) and "id" not in self.targets:
            loc = ("name",)
        return next((column for column in self.columns if column.target.path == loc[: len(column.target.path)]), None)

    def _check_id(self, row: int, one: str) -> None:
        if one not in self.first_row_of or one == "?":
            self.first_row_of[one] = row
            return
        column = self.targets.get("id") or self.targets.get("name")
        hint = both("; add a column id (编号) where two have one name", "；同名的请加“编号”（id）一列")
        message = said(
            "{given} is already in row {row}{hint}",
            "{given} 在第 {row} 行已经有了{hint}",
            given=shown(one),
            row=self.first_row_of[one] + 1,
            hint=Message() if "id" in self.targets else hint,
        )
        self.fault(row, column, message, one)
        self.found[-1] = self.found[-1]._replace(is_repeated_id=True)


def nested(values: Mapping[Column, object]) -> dict[str, object]:
    """The facts of a row as the fields of an entity, without those that are not known."""
    data: dict[str, object] = {}
    # What one column says of all of a step comes after what others say of its parts.
    known = [(column, value) for column, value in values.items() if value is not None]
    for column, value in sorted(known, key=lambda one: one[0].target.kind == "step"):
        *outer, last = column.target.path
        inner: dict[str, object] = data
        for name in outer:
            inner = inner.setdefault(name, {})  # type: ignore[assignment]  # made here, or by the column before
        inner[last] = _step(value, inner[last]) if last in inner else value
    return data


def _step(value: object, parts: object) -> object:
    """A step of which one column says a day, or whether it was done, and others its parts."""
    if not isinstance(parts, dict) or not isinstance(value, (bool, str, date)):
        return value
    return {**parts, "done" if isinstance(value, bool) else "on": value}


def _filled(row: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in row if not _is_blank(cell)]


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_total(column: Column, value: object) -> bool:
    is_name = column.target.path in {("id",), ("name",)}
    return is_name and is_total(value)
