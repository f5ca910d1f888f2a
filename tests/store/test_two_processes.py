"""Several processes on one event file: at the same time, one after another, and killed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from random import Random
from typing import Any

from checkin.domain.details import Details
from checkin.domain.roles import Operator
from checkin.services.registration import register, roster
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.cli.desk import COMMAND, command, environment, live_event

DOORS, ROUNDS = 8, 6
HELPER = Operator("Elīna")


def verified(home: Path, event: Path) -> dict[str, Any]:
    """Return what `verify` says, which must be that all is well."""
    answer = command(home, "--event", event, "verify", "--json")
    assert answer.code == 0, answer
    found: dict[str, Any] = answer.json
    return found


def opened(event: Path, home: Path) -> Store:
    """Open the event in this process, as the window does."""
    return Store.open(event, StationBook(home / "stations"), lambda: time.time_ns() // 10**6)


def test_eight_processes_scanning_one_badge_admit_it_once(tmp_path: Path) -> None:
    event, codes = live_event(tmp_path, "Ada", "Bob")
    doors = [
        subprocess.Popen(
            [*COMMAND, "--event", event, "scan", "-", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(tmp_path / "home"),
        )
        for _ in range(DOORS)
    ]
    stdin = "\n".join(codes * 3).encode() + b"\n"
    said: list[bytes] = []

    def work(door: "subprocess.Popen[bytes]") -> None:
        said.append(door.communicate(stdin, timeout=60)[0])

    threads = [threading.Thread(target=work, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = [json.loads(line) for text in said for line in text.splitlines()]
    assert len(lines) == DOORS * len(codes) * 3
    for code in codes:
        verdicts = [line["reason"] for line in lines if line["code"] == code]
        assert sorted(verdicts, key=str) == [None] + ["already_redeemed"] * (3 * DOORS - 1)
    found = verified(tmp_path / "home", event)
    assert found["station_count"] == 1
    assert len({line["check_in"] for line in lines}) == len(lines)


def test_every_verdict_that_was_said_outlives_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    event, codes = live_event(tmp_path, *(f"Nr {number}" for number in range(3)))
    chance = Random(2)
    witnessed: dict[str, str | None] = {}
    for _ in range(ROUNDS):
        with subprocess.Popen(
            [*COMMAND, "--event", event, "scan", "-", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(home),
        ) as door:
            assert door.stdin
            assert door.stdout
            door.stdin.write("\n".join(chance.choices(codes, k=2000)).encode() + b"\n")
            door.stdin.flush()
            first = door.stdout.readline()
            killer = threading.Timer(chance.uniform(0, 0.15), os.kill, (door.pid, signal.SIGKILL))
            killer.start()
            for line in (first, *door.stdout):
                with contextlib.suppress(json.JSONDecodeError):  # the last line may be torn
                    verdict = json.loads(line)
                    witnessed[verdict["check_in"]] = verdict["reason"]
            killer.join()
            with contextlib.suppress(BrokenPipeError):
                door.stdin.close()
        assert door.returncode == -signal.SIGKILL
    assert len(witnessed) > 2 * ROUNDS
    recorded = {}
    with opened(event, home) as store:
        for name in witnessed:
            station, seq = name.split(":")
            found = store.door.check_in(station, int(seq))
            recorded[name] = found and (found.reason and found.reason.value)
            assert found
    assert recorded == witnessed
    assert sum(reason is None for reason in witnessed.values()) <= len(codes)
    assert verified(home, event)["station_count"] == 1


def test_a_window_and_the_command_line_work_on_one_event(tmp_path: Path) -> None:
    home = tmp_path / "home"
    event, (ada,) = live_event(tmp_path, "Ada")
    with opened(event, home) as window:
        for turn in range(3):
            register(window, HELPER, Details({"name": f"From the window {turn}"}))
            added = command(home, "--event", event, "add", "--name", f"From a command {turn}")
            assert added.code == 0, added
            assert len(roster(window, HELPER)) == 3 + 2 * turn
        scanned = command(home, "--event", event, "scan", ada, "--json")
        assert scanned.lines[0]["status"] == "ok"
        assert verified(home, event)["station_count"] == 1
        register(window, HELPER, Details({"name": "The last"}))
    assert verified(home, event)["station_count"] == 1
    assert len(command(home, "--event", event, "attendees", "--json").json) == 8


def test_what_is_written_stays_when_a_process_opens_the_event_twice(tmp_path: Path) -> None:
    """Closing a file drops every lock its process holds on it: a trap of POSIX."""
    event, _ = live_event(tmp_path, "Ada")
    script = (
        "import sys; from tests.store.leaving import open_twice_and_be_killed as end;"
        "end(sys.argv[1], sys.argv[2], sys.argv[3:])"
    )
    look = [*COMMAND, "--event", str(event), "attendees", "--json"]
    for _ in range(2):
        killed = subprocess.run(
            [sys.executable, "-c", script, event, tmp_path / "home", *look],
            env=environment(tmp_path / "home"),
            check=False,
            stdout=subprocess.DEVNULL,
        )
        assert killed.returncode == -signal.SIGKILL
    people = command(tmp_path / "home", "--event", event, "attendees", "--json").json
    assert [one["name"] for one in people].count("Written last") == 2


def test_an_import_and_a_door_at_once_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    event, codes = live_event(tmp_path, *(f"Nr {number}" for number in range(5)))
    people = tmp_path / "people.csv"
    rows = (f"Person {'abcdefghij'[n % 10]} Family{n},p{n}@example.lv" for n in range(3000))
    people.write_text("\n".join(("Name,E-mail", *rows)), "utf-8")
    with subprocess.Popen(
        [*COMMAND, "--event", event, "import", people, "--json"],
        stdout=subprocess.PIPE,
        env=environment(home),
    ) as importing:
        scanned = [
            command(home, "--event", event, "scan", code, "--json").lines[0]["status"]
            for code in codes
        ]
        assert importing.stdout
        told = json.loads(importing.stdout.read())
    assert importing.returncode == 0
    assert (told["added"], told["rejected"]) == (3000, [])
    assert scanned == ["ok"] * len(codes)
    assert verified(home, event)["station_count"] == 1


def test_two_imports_at_once_add_everybody_once(tmp_path: Path) -> None:
    home = tmp_path / "home"
    event, _ = live_event(tmp_path)
    people = tmp_path / "people.csv"
    rows = (f"Person{n} Family,p{n}@example.lv" for n in range(500))
    people.write_text("\n".join(("Name,E-mail", *rows)), "utf-8")
    imports = [
        subprocess.Popen(
            [*COMMAND, "--event", event, "import", people, "--json"],
            stdout=subprocess.PIPE,
            env=environment(home),
        )
        for _ in range(2)
    ]
    told = [json.loads(one.communicate(timeout=60)[0]) for one in imports]
    assert sorted(one["added"] for one in told) == [0, 500]
    assert len(command(home, "--event", event, "attendees", "--json").json) == 500
    verified(home, event)
