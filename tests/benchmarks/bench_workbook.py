"""Measures the attendance workbook beside openpyxl's, and its extra memory for 100,000 rows."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path
from time import process_time
from typing import Any

from checkin.assets import resources
from checkin.domain.event import Event
from checkin.domain.exportpeople import day_table
from checkin.domain.exporttables import Export
from checkin.domain.people import Attendee
from checkin.domain.reckoning import DayRecord, Record
from checkin.gateways.exportfiles import table_cells, write_export_workbook
from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords

ROWS = 100_000
A_TURN, TURNS = 20_000, 7
_DAY = date(2016, 6, 2)
_EVENT = Event("e" * 32, "Clusters go international", _DAY, _DAY, "Europe/Riga", "Riga")
_OPENS = _EVENT.moment(_DAY, time(8, 30))
_HOUR = 3_600_000
_LETTERS = ("Jānis Bērziņš", "Žaneta Šimkutė", "Łukasz Wiśniewski", "Åsa Öberg", "Õie Käär")
_LISTS = {"a": "Entrance", "b": "Workshop B"}


class Everybody(Sequence[Record]):
    """So many people, nine of ten of whom came, each made when it is their turn."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:
        who = Attendee(
            id=f"{number:032x}",
            name=f"{_LETTERS[number % 5]} {number}",
            organisation=f"Example Cluster {number % 700}",
            organisation_kind="company network",
            category="participant",
            country="Latvia",
        )
        if not number % 10:
            return Record(who, (DayRecord(_DAY, expected=True, programme=8 * _HOUR),))
        came = _OPENS + number % 7200 * 1000
        day = DayRecord(
            _DAY,
            expected=True,
            first_in=came,
            last_out=came + 8 * _HOUR,
            lists=("a", "b"),
            hours=7 * _HOUR + number % 3_600_000,
            programme=8 * _HOUR,
        )
        return Record(who, (day,))

    def __iter__(self) -> Iterator[Record]:
        return (self[number] for number in range(self._count))


def export_of(count: int) -> Export:
    """Return the table of a day, its rows told one by one as in the daily export."""
    table = day_table(_EVENT, _DAY, Everybody(count), _LISTS)
    return Export(_EVENT, (_DAY,), (table,))


def cells(count: int) -> Iterator[Sequence[Any]]:
    """Yield the same rows as cells, with a header."""
    (table,) = export_of(count).tables
    words = words_of()
    yield [words.heading(column) for column in table.columns]
    yield from table_cells(table, words)


def words_of() -> ExportWords:
    return ExportWords.load(resources() / EXPORT_WORDS)


def write_with_openpyxl(path: Path, ready: Sequence[Sequence[Any]]) -> None:
    """Write cells made beforehand, the way openpyxl's manual says is the quickest."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Attendance")
    for row in ready:
        sheet.append(row)
    book.save(path)


def write_with_ours(path: Path) -> None:
    """Write the workbook as the program does, its cells made from what is known of people."""
    write_export_workbook(path, export_of(A_TURN), words_of())


def _seconds(write, path: Path) -> float:
    begun = process_time()
    write(path)
    return process_time() - begun


_MEMORY = """
import sys
from functools import partial
from pathlib import Path
from checkin.gateways.exportfiles import write_export_workbook
from tests.benchmarks.bench_workbook import ROWS, export_of, words_of

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])

path = Path(sys.argv[1])
write_export_workbook(path, export_of(100), words_of())
before = peak()
write_export_workbook(path, export_of(ROWS), words_of())
print((peak() - before) / 1024)
"""


def extra_megabytes(folder: Path) -> float:
    """Return how far writing 100,000 rows raises a fresh process's peak over 100 rows (Linux)."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(folder / "memory.xlsx")],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def rows() -> list[tuple[str, str, str]]:
    """Return (what, measured, bar) for each promise of the design about workbooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        theirs: list[float] = []
        ours: list[float] = []
        ready = list(cells(A_TURN))
        for turn in range(TURNS):
            theirs.append(
                _seconds(
                    lambda path: write_with_openpyxl(path, ready), folder / f"theirs{turn}.xlsx"
                )
            )
            ours.append(_seconds(write_with_ours, folder / f"ours{turn}.xlsx"))
        return [
            (
                "attendance workbook, best of 7 turns of 20,000 rows, speed of openpyxl write-only",
                f"{min(theirs) / min(ours):.2f} ×",
                "≥ 1.8 ×",
            ),
            (
                "attendance workbook, 100,000 rows, extra memory",
                f"{extra_megabytes(folder):.1f} MB",
                "≤ 20 MB",
            ),
        ]


if __name__ == "__main__":
    for what, measured, bar in rows():
        sys.stdout.write(f"{what}: {measured} (bar {bar})\n")
