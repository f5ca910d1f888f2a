"""Scans at one event file in a process of its own, so many times or until it is told to stop."""

import json
import sys
import time
from pathlib import Path
from threading import Event, Thread

from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.benchmarks.bigevent import COORDINATOR, DAYS, Clock, codes

PAUSE = 0.02


def main(path: str, installation: str, first: str, scans: str) -> None:
    """Print how many scans there were and how long the longest took, as JSON.

    0 `scans` is until standard input ends; a line "open" says that the door is.
    """
    clock = Clock()
    clock.start_day(DAYS)
    ended = Event()
    if until_told := scans == "0":
        Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    with Store.open(Path(path), StationBook(Path(installation)), clock) as store:
        queue = codes(store)[int(first) :]
        door = Door(store, COORDINATOR, find_list(store, None, clock()))
        taken = []
        sys.stdout.write("open\n")
        sys.stdout.flush()
        for code in queue if until_told else queue[: int(scans)]:
            start = time.perf_counter()
            door.scan(code)
            taken.append(time.perf_counter() - start)
            if until_told and ended.wait(PAUSE):
                break
    sys.stdout.write(json.dumps({"scans": len(taken), "longest": max(taken)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
