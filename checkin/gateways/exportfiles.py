"""Writes the export: as a workbook, as CSV, one file or a folder of them, and as JSON."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from checkin.domain.exporttables import Export, Table, TableKind
from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing, told
from checkin.gateways.cells import Cell
from checkin.gateways.exportcells import cell_maker, json_value
from checkin.gateways.exportwords import ExportWords
from checkin.gateways.text import write_csv
from checkin.gateways.workbook import Sheet, write_workbook


def write_export_workbook(path: Path, export: Export, words: ExportWords) -> None:
    """Write every table as a sheet. Raises CheckinError as `atomic.replacing` does."""
    write_workbook(path, (_sheet(export, table, words) for table in export.tables))


def write_export_csv(path: Path, tables: Sequence[Table], words: ExportWords) -> None:
    """Write tables of one kind below one another."""
    header = [words.heading(column) for column in tables[0].columns] if tables else []
    write_csv(path, header, chain.from_iterable(table_cells(table, words) for table in tables))


def write_export_folder(folder: Path, export: Export, words: ExportWords) -> list[Path]:
    """Write each kind of table as a CSV file into a folder, all or none; return the files."""
    names = {kind: folder / f"{kind}.csv" for kind in TableKind}
    if taken := next((path for path in names.values() if path.is_dir()), None):
        raise CheckinError("is-a-folder", path=taken)
    written = []
    try:
        with tempfile.TemporaryDirectory(prefix=".checkin-", dir=folder) as place:
            for kind, path in names.items():
                if tables := [one for one in export.tables if one.kind is kind]:
                    write_export_csv(Path(place, path.name), tables, words)
                    written.append(path)
            for path in written:
                Path(place, path.name).replace(path)
    except OSError as error:
        raise told(error, folder) from error
    return written


def write_export_json(path: Path, export: Export) -> None:
    """Write an object of the event, and a list of rows for each kind of table."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8", errors="replace") as file:
        file.writelines(json_pieces(export))


def json_pieces(export: Export) -> Iterator[str]:
    """Yield the JSON document in pieces, a row at a time."""
    event = export.event
    head = {
        "event": event.title,
        "days": [day.isoformat() for day in export.days],
        "timezone": event.timezone,
        "threshold": event.threshold / 100,
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    for kind in TableKind:
        tables = [one for one in export.tables if one.kind is kind]
        if not tables:
            continue
        yield f',\n "{kind}": ['
        between = "\n  "
        for row in chain.from_iterable(map(_objects, tables)):
            yield between + json.dumps(row, ensure_ascii=False)
            between = ",\n  "
        yield "\n ]"
    yield "\n}\n"


def _objects(table: Table) -> Iterator[dict[str, Any]]:
    for values in table.values():
        row: dict[str, Any] = {}
        for column, value in zip(table.columns, values, strict=True):
            found = json_value(value, column.form)
            if column.part:
                row.setdefault(column.key, {})[column.part] = found
            else:
                row[column.key] = found
        yield row


def _sheet(export: Export, table: Table, words: ExportWords) -> Sheet:
    event = export.event
    first, last = export.days[0], export.days[-1]
    when = str(table.day or (first if first == last else f"{first} – {last}"))
    title = table.title or words.table(table.kind)
    if table.kind is TableKind.DAY:
        title = when
    about = ", ".join(part for part in (event.title, event.venue) if part)
    header = tuple(words.heading(column) for column in table.columns)
    keys = [column.key for column in table.columns]
    return Sheet(
        title,
        header,
        table_cells(table, words),
        heading=(about, when if title == when else f"{title} · {when}"),
        footing=words.sealed(seal) if table.day and (seal := export.seals.get(table.day)) else "",
        page=words.page,
        kept=keys.index("name") + 1 if table.kind is TableKind.MATRIX and "name" in keys[:3] else 0,
    )


def table_cells(table: Table, words: ExportWords) -> Iterator[Sequence[Cell]]:
    """Yield the cells of each row."""
    makers = [
        (place, maker)
        for place, column in enumerate(table.columns)
        if (maker := cell_maker(column, words))
    ]
    if table.kind is TableKind.SUMMARY:
        days = [place for place, column in enumerate(table.columns) if column.key == "date"]
        makers += [(place, lambda day: day or words.all_days) for place in days]
    for values in table.values():
        cells: list[Any] = list(values)
        for place, make in makers:
            cells[place] = make(cells[place])
        yield cells
