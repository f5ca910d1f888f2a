"""Writes a report as the kind of file its name asks for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin.errors import CheckinError
from checkin.gateways.cells import Cell
from checkin.gateways.workbook import Sheet


def write_report(
    path: Path, sheets: Iterable[Sheet], header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Write `sheets` as XLSX, or the one table of `header` and `rows` as CSV."""
    from checkin.gateways.text import write_csv
    from checkin.gateways.workbook import write_workbook

    match path.suffix.lower():
        case ".xlsx":
            write_workbook(path, sheets)
        case ".csv":
            write_csv(path, header, rows)
        case _:
            raise CheckinError("unknown-report-type", path=path)
