"""Signature sheets of many people: time and memory against few, and typing them in."""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication

from checkin.domain.details import Details
from checkin.domain.paperrows import EnteredRow
from checkin.domain.signaturesheet import SheetRow, SignatureSheet
from checkin.render.signaturesheet import write_sheet
from checkin.services.drafting import Drafting
from checkin.services.paperentry import enter_rows
from checkin.services.sheets import find_sheet, print_sheet
from tests.benchmarks.bench_badges import most_memory, usual_faces
from tests.benchmarks.figures import Rows, best_in_turn
from tests.world import World

FEW, MANY, TIMES = 1_000, 10_000, 10
TYPED, SCANNED = 300, 300


def sheet_of(count: int) -> SignatureSheet:
    """Return the sheet of so many people of an ordinary European seminar."""
    rows = [
        SheetRow(
            f"{one.values['given_name']} {one.values['family_name']}", one.values["organisation"]
        )
        for one in usual_faces(count)
    ]
    return SignatureSheet(
        *("KDTRNBVX", "Clusters go international", "Riga", "Tuesday, 2 June 2026"),
        *("Entrance", "09:00–17:00", rows),
    )


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        return [_time_row(), _memory_row(), _typing_row()]
    finally:
        del app


def _time_row() -> tuple[str, str, str]:
    few, many = best_in_turn(3, lambda: [_seconds(FEW)], lambda: [_seconds(MANY)])
    what = f"signature sheet of {MANY} people to PDF / of {FEW}, processor time"
    return what, f"{many / few:.1f} ×", "≤ 12"


def _seconds(count: int) -> float:
    sheet = sheet_of(count)
    with TemporaryDirectory() as folder:
        start = time.process_time()
        write_sheet(Path(folder) / "sheet.pdf", sheet)
        return time.process_time() - start


def _memory_row() -> tuple[str, str, str]:
    few, many = map(_grown, (FEW, MANY))
    return f"memory for {MANY} people / for {FEW}", f"{many / few:.2f} ×", "flat"


def _grown(count: int) -> float:
    work = f"from tests.benchmarks.bench_sheets import print_grown; print_grown({count})"
    told = subprocess.run([sys.executable, "-c", work], capture_output=True, text=True, check=True)
    return float(told.stdout)


def print_grown(count: int) -> None:
    """Print the kibibytes that the process of a sheet grew, beside those of its people."""
    app = QGuiApplication([])
    sheet = sheet_of(count)
    with TemporaryDirectory() as folder:
        before = most_memory()
        write_sheet(Path(folder) / "sheet.pdf", sheet)
        after = most_memory()
    sys.stdout.write(f"{after - before}\n")
    del app


def _typing_row() -> tuple[str, str, str]:
    """Return what typing in 300 rows, in and out, takes against 300 single scans from paper."""
    typed, scanned = best_in_turn(3, lambda: [_typed()], lambda: [_scanned()])
    what = f"{TYPED} rows typed in, in and out / {SCANNED} single scans from paper"
    return what, f"{typed / scanned:.2f}", "≤ 1"


def _typed() -> float:
    with TemporaryDirectory() as folder:
        world = _filled(Path(folder))
        code = print_sheet(world.store, world.operator, world.list(), lambda sheet: sheet.code)
        sheet = find_sheet(world.store, world.operator, code)
        world.clock.set("2026-06-02 18:00")
        start = time.perf_counter()
        found: list[EnteredRow] = enter_rows(world.store, world.operator, sheet, f"1-{TYPED} 9:05")
        taken = time.perf_counter() - start
        assert not any(row.refused for row in found)
        world.close()
        return taken


def _scanned() -> float:
    with TemporaryDirectory() as folder:
        world = _filled(Path(folder))
        people = list(world.store.roster.everyone())
        world.clock.set("2026-06-02 18:00")
        start = time.perf_counter()
        for one in people:
            world.scan(one, at="2026-06-02 09:05")
        taken = time.perf_counter() - start
        world.close()
        return taken


def _filled(folder: Path) -> World:
    world = World.new(folder)
    drafting = Drafting.of(world.store)
    drafts = [
        draft
        for number in range(TYPED)
        for draft in drafting.add(f"{number:032x}", Details({"name": f"Person {number}"}).whole())
    ]
    with world.store.write(world.operator) as pen:
        pen.append_all(drafts)
    return world
