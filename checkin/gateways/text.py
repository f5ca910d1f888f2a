"""Writes tables as comma-separated text that spreadsheet programs open with the right letters."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from typing import TextIO

from checkin.domain.formulas import guard
from checkin.gateways.atomic import replacing
from checkin.gateways.cells import Cell, Share


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table as UTF-8 with a byte order mark, lines ended by CR LF, times in ISO 8601.

    A text that a spreadsheet program would take for a formula gets a `'` before it; a length of
    time is hours, minutes, seconds; a share of 1 has four places.
    Raises CheckinError as `atomic.replacing` does.
    """
    with (
        replacing(path) as draft,
        draft.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        _write(file, header, rows)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a small table as `write_csv` writes it."""
    text = StringIO(newline="")
    _write(text, header, rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _write(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_field(cell) for cell in header])
    writer.writerows([_field(cell) for cell in row] for row in rows)


def _field(cell: Cell) -> str:
    if isinstance(cell, str):
        return guard(cell)
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", timespec="seconds")
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return _hours(cell)
    if isinstance(cell, Share):
        return f"{cell:.4f}"
    return str(cell)


def _hours(length: timedelta) -> str:
    seconds = round(abs(length).total_seconds())
    sign = "-" if length < timedelta() and seconds else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
