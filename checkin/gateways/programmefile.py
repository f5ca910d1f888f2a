"""Reads a programme from a CSV file, a workbook or a calendar, as rows of sessions."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checkin.assets import resources
from checkin.domain.sessionrows import FIELDS, SessionRow
from checkin.domain.table import RowFault
from checkin.domain.words import plain_words
from checkin.errors import CheckinError
from checkin.gateways.calendarfile import calendar_rows
from checkin.gateways.dialect import Record, records, sniff_delimiter
from checkin.gateways.encoding import decode
from checkin.gateways.filetype import CONTAINERS, foreign_type
from checkin.gateways.headings import plain_heading
from checkin.gateways.plainfile import list_bytes
from checkin.gateways.spreadsheet import open_workbook
from checkin.gateways.tidying import tidy

Rows = tuple[list[SessionRow], list[RowFault]]
MAX_BYTES = 16_000_000
MAX_ROWS = 10_000
_COLUMNS = 60
# So many rows above the header may hold a title and the like.
_LEAD = 20


def read_programme(path: Path, timezone: str) -> Rows:
    """Return the rows of a programme, and those that cannot be read.

    CheckinError for a file that is none, or in which no column is a session's name and start.
    `timezone` is the event's, into which a calendar's times are put.
    """
    data = list_bytes(path, MAX_BYTES)
    if b"BEGIN:VCALENDAR" in data[:4000].upper():
        return calendar_rows(data, path.name, timezone)
    if data.startswith(CONTAINERS):
        return _of_workbook(data, path.name)
    if kind := foreign_type(data):
        raise CheckinError("sheet-is-foreign", file=path.name, kind=kind)
    try:
        text = decode(data).text
    except CheckinError as error:
        raise CheckinError("programme-letters", file=path.name) from error
    lines = tidy(text).replace("\r\n", "\n").replace("\r", "\n").splitlines(True)
    if not any(line.strip() for line in lines):
        raise CheckinError("sheet-empty", file=path.name)
    return _of_records(list(records(lines, sniff_delimiter(lines))), path.name)


def _of_workbook(data: bytes, file: str) -> Rows:
    """Read the first sheet that has the columns of a programme."""
    with open_workbook(data, file) as sheets:
        for sheet in sheets:
            found = list(sheet.cells.records(_COLUMNS))
            if _header(found) is not None:
                return _of_records(found, file)
    raise CheckinError("programme-columns", file=file)


def _of_records(found: Sequence[Record], file: str) -> Rows:
    place = _header(found)
    if place is None:
        raise CheckinError("programme-columns", file=file)
    if len(found) > MAX_ROWS:
        raise CheckinError("sheet-too-long", file=file, limit=MAX_ROWS)
    columns = _fields(found[place].cells)
    rows, faults = [], []
    for record in found[place + 1 :]:
        if record.fault:
            faults.append(RowFault(record.number, "", record.fault))
        elif any(cell.strip() for cell in record.cells):
            cells = enumerate(record.cells)
            values = {columns[at]: cell for at, cell in cells if at in columns}
            rows.append(SessionRow(record.number, values))
    return rows, faults


def _header(found: Sequence[Record]) -> int | None:
    """Return which record names the columns: one with a name, and a start or a time."""
    for place, record in enumerate(found[:_LEAD]):
        fields = set(_fields(record.cells).values())
        if "name" in fields and fields & {"starts", "time"}:
            return place
    return None


def _fields(cells: Iterable[str]) -> dict[int, str]:
    """Return what columns are, by their headings; of two for one field the first."""
    headings = _headings()
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        field = headings.get(plain_heading(cell))
        if field and field not in found.values():
            found[at] = field
    return found


def _headings() -> Mapping[str, str]:
    words = tomllib.loads((resources() / "programme.toml").read_text("utf-8"))
    return {
        name: field for field in reversed(FIELDS) for name in plain_words(words[field], ",") - {""}
    }
