"""Reading an entity from a file, and writing one that can be read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from civic_rules.errors import DuplicateEntityError, Fault, InvalidEntityError, UnreadableFileError, did_you_mean, shown
from civic_rules.intake.documents import Document, parse_json, parse_yaml, path_text
from civic_rules.intake.files import read_text
from civic_rules.intake.kinds import faults_of, repeated_ids, unwrapped
from civic_rules.intake.sheets import read_csv
from civic_rules.intake.tables import entity_of_table
from civic_rules.intake.workbooks import read_workbook
from civic_rules.messages import Message, both, joined, said
from civic_rules.reasons import DIRECTORY, NO_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.entities import Entity

DOCUMENTS = {".json": parse_json, ".yaml": parse_yaml, ".yml": parse_yaml}
"""The parsers of documents, by the ending of the file."""

TABLES = (".csv", ".xlsx")
"""The endings of tables."""

ENDINGS = (*DOCUMENTS, *TABLES)
"""The endings of files that are read."""


def is_table(path: str | Path) -> bool:
    """Whether the ending of a file says that it is a table of communities."""
    return Path(path).suffix.lower() in TABLES


def read_entity(
    path: str | Path,
    *,
    kind: str | None = None,
    entity_id: str | None = None,
    name: str | None = None,
    sheet: str | None = None,
) -> Entity:
    r"""Read one entity, with everything in it, from a file.

    A JSON or YAML file holds one entity: `{"community": {"id": "c1", ...}}`. A CSV file or an Excel workbook is a
    table of communities, one a row; it is read as the county that they lie in, or as the city where a column names
    their counties. Keys and headers are English or Chinese. The guide to files says what a table may hold.

    Args:
        path: The file; its ending says what it is.
        kind: What the file must hold (community, county ...), where it does not say so itself.
        entity_id: The id of the entity where the file gives none; for a table, the name of the file otherwise.
        name: The name of the entity where the file gives none.
        sheet: The sheet of a workbook, where several hold data.

    Raises:
        UnreadableFileError: The file is absent, too large, or not what its ending says.
        InvalidEntityError: What it holds has faults; all of them are listed with their places.
        DuplicateEntityError: Two entities of one kind share an id, and nothing else is wrong.
        UnknownNameError: There is no such kind of entity.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "district.csv")
        ...     _ = path.write_text("编号,户数,服务用房面积(平方米)\nc1,2350,470\nc2,不详,\n", encoding="utf-8")
        ...     county = read_entity(path)
        >>> county.id, [community.households for community in county.communities]
        ('district', [2350, None])
    """
    file = Path(path)
    ending = file.suffix.lower()
    if file.is_dir():
        raise UnreadableFileError(str(path), DIRECTORY if str(path).strip() else NO_NAME)
    if ending not in ENDINGS:
        raise UnreadableFileError(str(path), _unknown_ending(file.suffix))
    if ending != ".xlsx" and sheet is not None:
        raise UnreadableFileError(str(path), both("only a workbook has sheets", "只有 Excel 工作簿才有工作表"))
    if ending in DOCUMENTS:
        document = DOCUMENTS[ending](read_text(path), str(path))
        return _entity(document, str(path), kind, {"id": entity_id, "name": name})
    table = read_csv(path) if ending == ".csv" else read_workbook(path, sheet)
    return entity_of_table(table, str(path), kind=kind, entity_id=entity_id or file.stem, name=name)


def entity_of_data(data: object, source: str, *, kind: str | None = None) -> Entity:
    """The entity that plain data describe.

    Args:
        data: `{"community": {...}}`, the fields with a key `kind`, or the fields alone where `kind` is given.
        source: Where the data come from, for messages.
        kind: What they must describe; None where they say so themselves.

    Raises:
        InvalidEntityError: The data have faults; all of them are listed with their places.
        DuplicateEntityError: Two entities of one kind share an id, and nothing else is wrong.
        UnknownNameError: There is no such kind of entity.

    Examples:
        >>> entity_of_data({"社区": {"编号": "c1", "户数": "1,500户"}}, "example").households
        1500
    """
    return _entity(Document(data, ()), source, kind, {})


def _entity(document: Document, source: str, kind: str | None, otherwise: Mapping[str, str | None]) -> Entity:
    """The entity of a document.

    Args:
        document: The data, and the values in them that cannot be used.
        source: Where they come from, for messages.
        kind: What they must describe; None where they say so themselves.
        otherwise: Fields to take where the data do not give them.
    """
    model, fields, head = unwrapped(document.data, source, kind)
    for field, given in otherwise.items():
        label = model.labels()[field]
        if given is not None and not {field, label.zh, *label.also} & set(fields):
            fields[field] = given
    faults = [Fault(path_text(one.path[len(head) :]), one.message, one.given) for one in document.misfits]
    repeated = repeated_ids(model, fields)
    made = None
    try:
        made = model.model_validate(fields)
    except ValidationError as error:
        known = {fault.where for fault in faults}
        found = faults_of(error, model, fields)
        faults += [one for one in found if one.where not in known or not one.message.endswith("got None")]
    if made is None or faults:
        raise InvalidEntityError(source, faults + repeated)
    if repeated:
        raise DuplicateEntityError(InvalidEntityError(source, repeated).message)
    return made


def _unknown_ending(suffix: str) -> Message:
    ending = said("the ending {suffix}", "扩展名 {suffix}", suffix=shown(suffix))
    return said(
        "expected one of {known}; got {found}{hint}",
        "应为以下扩展名之一：{known}；实为{found}{hint}",
        known=joined(ENDINGS),
        found=ending if suffix else both("a name without an ending", "没有扩展名的文件名"),
        hint=did_you_mean(suffix.lower(), ENDINGS),
    )


def entity_text(entity: Entity) -> str:
    """An entity as JSON that `read_entity` reads back; what is not known is left out."""
    data = {entity.kind: entity.model_dump(mode="json", exclude_defaults=True)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
