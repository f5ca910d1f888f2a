"""Measures reading a workbook, looked into first, beside openpyxl, and the memory it takes."""

import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path
from time import process_time

from checkin.gateways.sheets import read_list
from checkin.gateways.spreadsheet import open_workbook
from tests.benchmarks.bench_import import COLUMNS
from tests.benchmarks.bigevent import people
from tests.benchmarks.figures import Rows, Work, best_in_turn

PEOPLE, A_TURN, TURNS = 100_000, 50_000, 3


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "turn.xlsx", A_TURN)
        write_list(folder / "whole.xlsx", PEOPLE)
        ours, theirs, table = best_in_turn(
            TURNS,
            _timed(read_cells, folder / "turn.xlsx"),
            _timed(read_with_openpyxl, folder / "turn.xlsx"),
            _timed(read_list, folder / "turn.xlsx"),
        )
        what = f"workbook in, best of {TURNS} turns of {A_TURN:,} rows, speed of openpyxl"
        return [
            (what, f"{theirs / ours:.1f} ×", "≥ 8 ×"),
            ("  until it is a list with its header", f"{theirs / table:.1f} ×", "none set"),
            (
                f"  {PEOPLE:,} rows, extra memory",
                f"{_megabytes(folder / 'whole.xlsx'):.0f} MB",
                "≤ 200 MB",
            ),
        ]


def write_list(path: Path, size: int) -> None:
    """Write a list of six columns as a registration system would, its texts shared."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Participants")
        sheet.write_row(0, 0, list(COLUMNS))
        for number, details in enumerate(people(size), 1):
            sheet.write_row(number, 0, [details.texts[field] for field in COLUMNS.values()])


def read_cells(path: Path) -> None:
    """Look into the workbook and read every cell as a text, as an import does."""
    with open_workbook(path.read_bytes(), path.name) as sheets:
        for sheet in sheets:
            deque(sheet.cells.records(len(COLUMNS)), maxlen=0)


def read_with_openpyxl(path: Path) -> None:
    """Read every cell as openpyxl's manual says."""
    from openpyxl import load_workbook

    for sheet in load_workbook(path, data_only=True).worksheets:
        deque(sheet.iter_rows(values_only=True), maxlen=0)


def _timed(read, path: Path) -> Work:
    def work() -> list[float]:
        begun = process_time()
        read(path)
        return [process_time() - begun]

    return work


def _megabytes(path: Path) -> float:
    """Return how far reading raises the peak of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_reading", str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def _read_alone(path: Path) -> None:
    before = _peak_kilobytes()
    read_list(path)
    sys.stdout.write(str((_peak_kilobytes() - before) / 1024))


def _peak_kilobytes() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    _read_alone(Path(sys.argv[1]))
