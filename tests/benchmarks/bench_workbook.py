"""Measures the attendance workbook beside openpyxl's, and its extra memory for 100,000 rows."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time

from checkin.gateways.workbook import Sheet, write_workbook

ROWS = 100_000
A_TURN, TURNS = 20_000, 7
HEADER = (
    "Day", "Number", "Name", "Organisation", "Type", "Country", "Category",
    "First in", "Last out", "Hours", "Share", "Lists",
)  # fmt: skip
_DAY = date(2016, 6, 2)
_DOORS_OPEN = datetime(2016, 6, 2, 8, 30)
_LETTERS = ("Jānis Bērziņš", "Žaneta Šimkutė", "Łukasz Wiśniewski", "Åsa Öberg", "Õie Käär")


def attendance(count: int) -> Iterator[tuple]:
    """Yield rows like those of the daily export, each person's texts their own."""
    for number in range(count):
        present = number % 10 != 0
        first_in = _DOORS_OPEN + timedelta(seconds=number % 7200)
        yield (
            _DAY,
            f"KDTR-NBVX-{number:06}",
            f"{_LETTERS[number % 5]} {number}",
            f"Example Cluster {number % 700}",
            "company network",
            "Latvia",
            "participant",
            first_in if present else None,
            first_in + timedelta(hours=8) if present else None,
            7.25 if present else 0,
            0.9063 if present else 0,
            "Entrance, Workshop B",
        )


def write_with_openpyxl(path: Path) -> None:
    """Write the same cells, the way openpyxl's manual says is the quickest."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Attendance")
    sheet.append(HEADER)
    for row in attendance(A_TURN):
        sheet.append(row)
    book.save(path)


def write_with_ours(path: Path) -> None:
    """Write the workbook as the program does."""
    write_workbook(path, [Sheet("Attendance", HEADER, attendance(A_TURN))])


def _seconds(write, path: Path) -> float:
    begun = process_time()
    write(path)
    return process_time() - begun


_MEMORY = """
import sys
from pathlib import Path
from checkin.gateways.workbook import Sheet, write_workbook
from tests.benchmarks.bench_workbook import HEADER, ROWS, attendance

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])

path = Path(sys.argv[1])
write_workbook(path, [Sheet("Attendance", HEADER, attendance(100))])
before = peak()
write_workbook(path, [Sheet("Attendance", HEADER, attendance(ROWS))])
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
        theirs, ours = [], []
        for turn in range(TURNS):
            theirs.append(_seconds(write_with_openpyxl, folder / f"theirs{turn}.xlsx"))
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
