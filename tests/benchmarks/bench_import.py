"""Measures taking in a list of 100,000 people: beside bare SQL, in memory, and for the door."""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from checkin.assets import resources
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.importing import import_list
from checkin.store.database import connect, create
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.benchmarks.bigevent import COORDINATOR, BigEvent, Clock, people
from tests.benchmarks.figures import Rows, Work, best_in_turn

PEOPLE, AT_THE_DOOR, TURNS = 100_000, 10_000, 3
COLUMNS = {
    "First name": "given_name",
    "Last name": "family_name",
    "E-mail": "email",
    "Organisation": "organisation",
    "Type of organisation": "organisation_kind",
    "Job title": "job_title",
}
TABLES = {
    "station": "number, station",
    "entry": "id, kind, subject, clock, actor, body, body_digest, digest",
    "organisation": "*",
    "operator": "*",
    "attendee": "*",
    "badge": "*",
    "search": "rowid, words",
}


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "list.csv", PEOPLE)
        event = BigEvent(folder, 0)
        ours, bare = best_in_turn(TURNS, _import(folder, event), _bare_inserts(folder, event))
        waited, lost = _meanwhile(folder)
        return [
            (
                f"import of {PEOPLE:,} people / executemany of the rows",
                f"{ours / bare:.2f} ×",
                "≤ 2 ×",
            ),
            ("  memory it takes", f"{_megabytes(event.copy('memory'), folder):.0f} MB", "≤ 240 MB"),
            ("  longest wait of a scan in another process", f"{waited:.1f} s", "≤ 4 s"),
            ("  scans lost meanwhile", str(lost), "0"),
        ]


def write_list(path: Path, size: int) -> None:
    """Write a list of six columns as a registration system would."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for details in people(size):
            writer.writerow([details.texts[field] for field in COLUMNS.values()])


def take_in(store: Store, path: Path) -> None:
    """Import a list as the command line does."""
    table = read_list(path)
    columns = Columns.load(resources() / "columns.toml").guess(table)
    plan = import_list(store, COORDINATOR, table, columns)
    assert not plan.rejected, plan.rejected[:3]


def _import(folder: Path, event: BigEvent) -> Work:
    turn = count()

    def work() -> Sequence[float]:
        with event.copy(f"ours{next(turn)}").open() as store:
            start = time.perf_counter()
            take_in(store, folder / "list.csv")
            return [time.perf_counter() - start]

    return work


def _bare_inserts(folder: Path, event: BigEvent) -> Work:
    """Return work that puts the rows which an import makes into an empty file."""
    turn = count()
    with event.copy("rows").open() as store:
        take_in(store, folder / "list.csv")
        made = {
            table: store.database.execute_sql(f"SELECT {columns} FROM {table}").fetchall()
            for table, columns in TABLES.items()
        }

    def work() -> Sequence[float]:
        path = folder / f"bare{next(turn)}.checkin"
        create(path).close()
        with closing(connect(path, writable=True)) as database:
            raw = database.connection()
            start = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            for table, rows in made.items():
                columns = "" if TABLES[table] == "*" else f"({TABLES[table]})"
                marks = ", ".join("?" * len(rows[0]))
                raw.executemany(f"INSERT INTO {table} {columns} VALUES ({marks})", rows)
            raw.execute("COMMIT")
            return [time.perf_counter() - start]

    return work


def _meanwhile(folder: Path) -> tuple[float, int]:
    """Import while another process scans; return its longest wait, and the scans not kept."""
    event = BigEvent(folder, AT_THE_DOOR, attended=False)
    work = ["tests.benchmarks.at_the_door", event.path, folder / "door", 0, 0]
    with subprocess.Popen(
        [sys.executable, "-m", *map(str, work)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as door:
        assert door.stdout
        door.stdout.readline()
        with event.open() as store:
            take_in(store, folder / "list.csv")
        answer = json.loads(door.communicate()[0])
    with event.open() as store:
        (kept,) = store.database.execute_sql("SELECT count(*) FROM check_in").fetchone()
    return answer["longest"], answer["scans"] - kept


def _megabytes(event: BigEvent, folder: Path) -> float:
    """Return how far an import raises the peak of a process of its own."""
    work = ["tests.benchmarks.bench_import", event.path, folder / "other", folder / "list.csv"]
    done = subprocess.run(
        [sys.executable, "-m", *map(str, work)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def _take_in_alone(path: str, installation: str, listed: str) -> None:
    """Import in this process, and print how many megabytes more that took at its worst (Linux)."""
    with Store.open(Path(path), StationBook(Path(installation)), Clock()) as store:
        before = _peak_kilobytes()
        take_in(store, Path(listed))
        after = _peak_kilobytes()
    sys.stdout.write(str((after - before) / 1024))


def _peak_kilobytes() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    _take_in_alone(*sys.argv[1:])
