"""Writes a report as the kind of file its name asks for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from checkin.errors import CheckinError
from checkin.gateways.cells import Cell
from checkin.gateways.workbook import Sheet

_ROWS_BETWEEN = 200

Row = TypeVar("Row")


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
            raise _unknown(path)


def check_report_place(path: Path) -> None:
    """Raise CheckinError for a file that `write_report` will not write, before anything is done."""
    if not path.parent.is_dir():
        raise CheckinError("folder-missing", path=path.parent)
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        raise _unknown(path)


def _unknown(path: Path) -> CheckinError:
    return CheckinError("unknown-report-type", path=path)


class Told:
    """Counts rows as they are written, tells how many of `total`, and stops when it is told to."""

    def __init__(self, progress: Callable[[int, int], bool], total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield `rows`; CheckinError("canceled") between two of them leaves the file unwritten."""
        for row in rows:
            if self._done % _ROWS_BETWEEN == 0 and not self._progress(
                min(self._done, self._total), self._total
            ):
                raise CheckinError("canceled")
            self._done += 1
            yield row
