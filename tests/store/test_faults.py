"""Event files that are missing, damaged, foreign, locked up or on a full disk."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.cli.desk import Answer, Desk, command, days_around_now, environment, live_event

PAGE = 4096
CORPUS = Path(__file__).parents[1] / "corpus" / "restore"
# Imports all that the commands below need, for one who may not read the program's own folders.
PROGRAM = """
import os, runpy, sys
import checkin.cli.main, checkin.gateways.reports, checkin.gateways.workbook, xlsxwriter
import checkin.gateways.pages, checkin.gateways.text, checkin.store.copying, zoneinfo, tempfile
import xlsxwriter.exceptions, checkin.store.rebuilding
import encodings.cp437, encodings.utf_16_le, encodings.utf_8_sig, importlib.resources
import contextlib, importlib, io, json
import checkin.store.store
from checkin.cli.main import MODULES, run
for name in MODULES.values():
    importlib.import_module(f"checkin.cli.{name}")
zoneinfo.available_timezones()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
answers = []
for words in json.loads(sys.argv[1]):
    said = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(said[0]), contextlib.redirect_stderr(said[1]):
        code = run(words)
    answers.append((code, *(one.buffer.getvalue().decode() for one in said)))
print(json.dumps(answers))
"""


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """A seminar with Ada, who is in."""
    made = Desk(tmp_path, monkeypatch, capsys).new()
    made.scan(made.add("Ada Lovelace")["code"])
    return made


@contextmanager
def untouched(*paths: Path) -> Iterator[None]:
    """Hold that files stay as they are, byte for byte, and that nothing appears beside them."""
    before = {path: path.read_bytes() for path in paths}
    beside = {found for path in paths for found in path.parent.iterdir()}
    yield
    assert {path: path.read_bytes() for path in paths} == before
    appeared = {found for path in paths for found in path.parent.iterdir()} - beside
    assert not [path for path in appeared if not path.name.endswith("-lock")]


def noise(data: bytes, page: int, pages: int = 1) -> bytes:
    """Write noise over some pages."""
    made = bytearray(data)
    made[page * PAGE : (page + pages) * PAGE] = Random(page).randbytes(pages * PAGE)
    return bytes(made)


def with_sql(data: bytes, statement: str) -> bytes:
    """Change a file by SQL, as no version of ours would."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA journal_mode = delete")
        return path.read_bytes()


NEWER = "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
FAULTS: dict[str, tuple[Callable[[bytes], bytes | None], str]] = {
    "missing": (lambda data: None, "no such file"),
    "empty": (lambda data: b"", "is empty"),
    "text": (lambda data: b"Dear all,\n" * 500, "not a Check-in event"),
    "another-program": (
        lambda data: data[:68] + b"\0\0\0\0" + data[72:],
        "not a Check-in event",
    ),
    "cut-header": (lambda data: data[:60], "not a Check-in event"),
    "header-only": (lambda data: data[:100], "damaged"),
    "half": (lambda data: data[: len(data) // 2], "damaged"),
    "page-size-0": (lambda data: data[:16] + b"\0\0" + data[18:], "not a Check-in event"),
    "noise": (lambda data: noise(data, 1, 40), "damaged"),
    "newer": (lambda data: with_sql(data, NEWER), "newer version"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_cannot_be_used_is_one_sentence_and_is_left_alone(
    desk: Desk, fault: str
) -> None:
    make, words = FAULTS[fault]
    ada = desk.done("attendees", "--json").json[0]["code"]
    bad = desk.folder / "bad" / "bad.checkin"
    bad.parent.mkdir()
    data = make(desk.event.read_bytes())
    if data is not None:
        bad.write_bytes(data)
    with untouched(desk.event, *([bad] if data is not None else [])):
        for words_typed in (("attendees",), ("scan", ada), ("add", "--name", "Bob"), ("verify",)):
            assert words in desk("--event", bad, *words_typed).one_sentence()
        for verb in (("exchange", "--with"), ("restore",)):
            said = desk("--event", desk.event, *verb, bad).one_sentence()
            assert words in said
            assert "bad.checkin" in said
    assert desk.done("--event", desk.event, "verify", "--json").json["station_count"] == 1


def test_a_folder_in_the_place_of_a_file_is_told(desk: Desk) -> None:
    folder = desk.folder / "folder.checkin"
    folder.mkdir()
    with untouched(desk.event):
        assert "folder" in desk("--event", folder, "attendees").one_sentence()
        desk("--event", desk.event, "backup", folder).one_sentence()
        desk("--event", desk.event, "restore", folder).one_sentence()
        for name in ("", ".", "..", "/"):
            desk("new", name, "--title", "T", "--from", "2026-06-02", "--timezone", "UTC")
    assert list(folder.iterdir()) == []


def test_an_event_is_never_made_by_opening(desk: Desk) -> None:
    desk("--event", desk.folder / "typo.checkin", "scan", "x").one_sentence()
    assert not list(desk.folder.glob("typo*"))
    with untouched(desk.event):
        made = desk(
            "new", desk.event, "--title", "T", "--from", "2026-06-02", "--timezone", "Europe/Riga"
        )
        assert "there already" in made.one_sentence()


def test_another_events_file_is_neither_exchanged_with_nor_restored(desk: Desk) -> None:
    other = desk.folder / "other.checkin"
    desk.done("new", other, "--title", "O", "--from", "2026-06-02", "--timezone", "UTC")
    with untouched(desk.event, other):
        for verb in (("exchange", "--with"), ("restore",)):
            said = desk("--event", desk.event, *verb, other).one_sentence()
            assert "another event" in said


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.db")), ids=lambda path: str(path.stem))
def test_what_is_no_backup_of_ours_is_not_restored(desk: Desk, path: Path) -> None:
    with untouched(desk.event):
        assert path.name in desk("--event", desk.event, "restore", path).one_sentence()
    assert desk.done("--event", desk.event, "verify").err == ""


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM attendee; END",
        "CREATE VIEW attendees AS SELECT * FROM attendee",
        "DROP TRIGGER entry_is_never_deleted",
        "CREATE TABLE extra (a)",
    ],
)
def test_a_backup_somebody_changed_is_not_restored(desk: Desk, statement: str) -> None:
    changed = desk.folder / "changed.checkin"
    changed.write_bytes(with_sql(desk.event.read_bytes(), statement))
    with untouched(desk.event, changed):
        desk("--event", desk.event, "restore", changed).one_sentence()


def test_one_damaged_page_is_found_by_verify_and_neither_backed_up_nor_restored(
    desk: Desk,
) -> None:
    whole = desk.event.read_bytes()
    bad, copy = desk.folder / "bad.checkin", desk.folder / "copy.checkin"
    found = 0
    for page in range(2, len(whole) // PAGE):
        bad.write_bytes(noise(whole, page))
        answer = desk("--event", bad, "verify", "--json")
        assert answer.code in (1, 2), page
        if answer.code == 2:
            answer.one_sentence()
        elif answer.json["integrity"] != "ok":
            found += 1
            assert "bad.checkin is damaged" in desk("--event", bad, "backup", copy).one_sentence()
        desk("--event", desk.event, "restore", bad).one_sentence()
        for end in ("-wal", "-shm"):
            bad.with_name(bad.name + end).unlink(missing_ok=True)
    assert found
    assert not copy.exists()
    assert desk.event.read_bytes() == whole


def left_open(folder: Path, title: str) -> tuple[Path, Path]:
    """Return an event file and the WAL that a process left when it was killed, writing."""
    home, event = folder / title, folder / f"{title}.checkin"
    made = (event, "--title", title, "--from", "2026-06-02", "--timezone", "UTC")
    assert command(home, "new", *map(str, made)).code == 0
    script = (
        "import os, sys; from tests.store.leaving import leave_open;"
        "leave_open(sys.argv[1], sys.argv[2])"
    )
    killed = subprocess.run([sys.executable, "-c", script, event, home], check=False)
    assert killed.returncode == -9
    return event, event.with_name(f"{event.name}-wal")


def test_a_wal_left_by_a_crash_is_folded_in(tmp_path: Path) -> None:
    event, wal = left_open(tmp_path, "ours")
    assert wal.stat().st_size
    people = command(tmp_path / "ours", "--event", event, "attendees", "--json").json
    assert [one["name"] for one in people] == ["Last words of ours"]
    assert not wal.exists()


def test_the_wal_of_another_event_beside_ours_is_not_mixed_in(tmp_path: Path) -> None:
    (ours, own), (_, strange) = left_open(tmp_path, "ours"), left_open(tmp_path, "theirs")
    assert command(tmp_path / "ours", "--event", ours, "verify").code == 0
    shutil.copy(strange, own)
    with untouched(ours, strange):
        for words in (("attendees",), ("add", "--name", "Bob"), ("verify",)):
            said = command(tmp_path / "ours", "--event", ours, *words).one_sentence()
            assert own.name in said
        own.with_name(f"{ours.name}-shm").unlink(missing_ok=True)
    own.unlink()
    assert command(tmp_path / "ours", "--event", ours, "verify").code == 0


def test_an_old_wal_beside_a_newer_file_is_not_mixed_in(tmp_path: Path) -> None:
    event, wal = left_open(tmp_path, "ours")
    old = wal.read_bytes()
    for name in ("Bob", "Eve", "Max"):
        assert command(tmp_path / "ours", "--event", event, "add", "--name", name).code == 0
    wal.write_bytes(old)
    assert wal.name in command(tmp_path / "ours", "--event", event, "verify").one_sentence()
    backup = tmp_path / "backup.checkin"
    wal.rename(tmp_path / "aside")
    assert command(tmp_path / "ours", "--event", event, "backup", backup).code == 0
    wal.write_bytes(old)
    restored = command(tmp_path / "ours", "--event", event, "restore", backup)
    assert restored.code == 0
    assert len(command(tmp_path / "ours", "--event", event, "attendees", "--json").json) == 4


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that everybody may enter, which the tests' own may not be."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


def without_rights(home: Path, *commands: tuple[str | Path, ...]) -> list[Answer]:
    """Run commands, one after another, as somebody who is not the superuser."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps([list(map(str, one)) for one in commands])],
        stdout=subprocess.PIPE,
        cwd="/",
        env=environment(home),
        timeout=60,
        check=True,
    )
    return [Answer(*answer) for answer in json.loads(done.stdout)]


@pytest.mark.skipif(os.name == "nt", reason="rights are of another kind here")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_cannot_be_written_opens_to_look_and_export(
    reachable: Path, closed: str
) -> None:
    event, (code, *_) = live_event(reachable, "Ada", "Bob")
    assert command(reachable / "home", "--event", event, "scan", code).code == 0
    out, home = reachable / "out", reachable / "new-home"
    for folder in (out, home):
        folder.mkdir()
        folder.chmod(0o777)
    event.chmod(0o444)
    reachable.chmod(0o755 if closed == "folder" else 0o777)
    asked = ("--event", event)
    looking: list[tuple[str | Path, ...]] = [
        ("attendees", "--json"),
        ("attendance", "--json"),
        ("attendance", "--out", out / "a.xlsx"),
        ("attendees", "--out", out / "a.csv"),
        ("backup", out / "copy.checkin"),
        ("lists",),
        ("verify",),
    ]
    changing: list[tuple[str | Path, ...]] = [
        ("scan", code),
        ("add", "--name", "Eve"),
        ("edit", code, "--notes", "x"),
        ("undo", "0" * 32 + ":1"),
        ("rebuild",),
        ("lists", "add", "Gala", "--day", days_around_now()[0].isoformat()),
        ("badge", "replace", code),
        ("exchange", "--with", out / "copy.checkin"),
    ]
    with untouched(event):
        looked = without_rights(home, *((*asked, *words) for words in looking))
        changed = without_rights(home, *((*asked, *words) for words in changing))
    assert [(answer.code, answer.err) for answer in looked] == [(0, "")] * len(looking)
    assert len(looked[0].json) == 2
    assert sum(day["present"] for day in looked[1].json["days"]) == 1
    for words, answer in zip(changing, changed, strict=True):
        said = answer.one_sentence()
        assert "only be looked at" in said or words[0] == "undo"
    (copied,) = without_rights(home, ("--event", out / "copy.checkin", "verify"))
    assert copied.code == 0


@pytest.mark.skipif(os.name == "nt", reason="rights are of another kind here")
def test_a_file_and_a_folder_without_rights_are_told(reachable: Path) -> None:
    event, _ = live_event(reachable, "Ada")
    home, shut = reachable / "new-home", reachable / "shut"
    home.mkdir()
    home.chmod(0o777)
    shut.mkdir(mode=0o700)
    shutil.copy(event, shut / "inside.checkin")
    event.chmod(0o000)
    (reachable / "home").chmod(0o700)
    new = ("--title", "T", "--from", "2026-06-02", "--timezone", "UTC")
    answers = without_rights(
        home,
        ("--event", event, "attendees"),
        ("--event", shut / "inside.checkin", "attendees"),
        ("new", reachable / "made.checkin", *new),
        ("new", shut / "made.checkin", *new),
    )
    assert all("right" in answer.one_sentence() for answer in answers)
    assert sorted(path.name for path in shut.iterdir()) == ["inside.checkin"]
    assert not list(reachable.glob("made*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, which only the superuser can make."""
    if not hasattr(os, "getuid") or os.getuid():
        pytest.skip("needs the superuser, to mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs the superuser, to mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_says_so_and_the_event_goes_on_when_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    home = tmp_path / "home"
    made, codes = live_event(tmp_path, *(f"Nr {number}" for number in range(4)))
    event = small_disk / "event.checkin"
    shutil.copy(made, event)
    ballast = small_disk / "ballast"
    free = os.statvfs(small_disk)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize))
    before = event.read_bytes()
    for words in (
        ("scan", codes[0], "--json"),
        ("add", "--name", "Eve"),
        ("backup", small_disk / "copy.checkin"),
        ("attendance", "--out", small_disk / "a.xlsx"),
        ("attendees", "--out", small_disk / "a.csv"),
        ("new", small_disk / "new", "--title", "T", "--from", "2026-06-02", "--timezone", "UTC"),
    ):
        said = command(home, "--event", event, *words).one_sentence()
        assert "full" in said, (words, said)
    assert event.read_bytes() == before
    assert {path.name for path in small_disk.iterdir()} <= {
        *("event.checkin", "event.checkin-lock", "event.checkin-wal", "event.checkin-shm"),
        "ballast",
    }
    ballast.unlink()
    there = command(home, "--event", event, "scan", *codes, "--json")
    assert [line["status"] for line in there.lines] == ["ok"] * len(codes)
    assert command(home, "--event", event, "verify").code == 0


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)), resource.RLIM_INFINITY))
from checkin.cli import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="no limit of file sizes here")
def test_a_scan_that_cannot_be_written_is_never_an_ok(tmp_path: Path) -> None:
    home = tmp_path / "home"
    event, codes = live_event(tmp_path, *(f"Nr {number}" for number in range(3)))
    limit = str(16 * 1024)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, limit, "--event", event, "scan", "-", "--json"],
        input="\n".join(codes).encode(),
        capture_output=True,
        env=environment(home),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "NOT recorded" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    told = [line for line in done.stdout.splitlines() if line]
    again = command(home, "--event", event, "scan", *codes, "--json")
    refused = [line for line in again.lines if line["reason"] == "already_redeemed"]
    assert len(refused) == len(told) < len(codes)
    assert command(home, "--event", event, "verify").code == 0


def stations(desk: Desk, event: Path) -> int:
    """Count the stations that have written to a file."""
    return int(desk.done("--event", event, "verify", "--json").json["station_count"])


def test_a_copied_file_goes_on_as_a_new_station_but_not_by_looking(desk: Desk) -> None:
    copy = desk.folder / "copy.checkin"
    desk.done("--event", desk.event, "backup", copy)
    for words in (("attendees",), ("attendance",), ("verify",), ("exchange", "--with", desk.event)):
        desk.done("--event", copy, *words)
    assert (stations(desk, copy), stations(desk, desk.event)) == (1, 1)
    desk.done("--event", copy, "add", "--name", "Bob")
    desk.done("--event", desk.event, "add", "--name", "Eve")
    assert (stations(desk, copy), stations(desk, desk.event)) == (2, 1)
    moved = desk.done("--event", desk.event, "exchange", "--with", copy, "--json").json
    assert moved["received"]
    assert moved["sent"]
    assert (stations(desk, copy), stations(desk, desk.event)) == (2, 2)
    people = [
        sorted(one["name"] for one in desk.done("--event", file, "attendees", "--json").json)
        for file in (copy, desk.event)
    ]
    assert people == [["Ada Lovelace", "Bob", "Eve"]] * 2
    again = desk.done("--event", copy, "exchange", "--with", desk.event, "--json").json
    assert (again["received"], again["sent"]) == (0, 0)


def test_a_restored_file_goes_on_as_a_new_station_and_the_old_one_is_kept(desk: Desk) -> None:
    backup = desk.folder / "backup.checkin"
    desk.done("--event", desk.event, "backup", backup)
    desk.done("--event", desk.event, "add", "--name", "Bob")
    told = desk.done("--event", desk.event, "restore", backup).out
    (kept,) = desk.folder.glob("*before-restore*.checkin")
    assert kept.name in told
    assert len(desk.done("--event", kept, "attendees", "--json").json) == 2
    assert len(desk.done("--event", desk.event, "attendees", "--json").json) == 1
    assert stations(desk, desk.event) == 1
    desk.done("--event", desk.event, "add", "--name", "Eve")
    assert stations(desk, desk.event) == 2
    back = desk.done("--event", desk.event, "exchange", "--with", kept, "--json").json
    assert (back["forked"], back["broken"]) == ([], [])
    assert len(desk.done("--event", desk.event, "attendees", "--json").json) == 3


def test_a_file_restored_to_where_it_was_is_a_new_station_too(desk: Desk) -> None:
    backup = desk.folder / "backup.checkin"
    desk.done("--event", desk.event, "backup", backup)
    desk.done("--event", desk.event, "restore", backup)
    desk.done("--event", desk.event, "add", "--name", "Eve")
    assert stations(desk, desk.event) == 2


def test_a_link_leads_to_the_same_event_and_the_same_station(desk: Desk) -> None:
    link = desk.folder / "elsewhere" / "link.checkin"
    link.parent.mkdir()
    link.symlink_to(desk.event)
    desk.done("--event", link, "add", "--name", "Bob")
    assert stations(desk, desk.event) == 1
    assert [path.name for path in link.parent.iterdir()] == ["link.checkin"]
    for verb in (("restore",), ("exchange", "--with"), ("backup",)):
        assert "itself" in desk("--event", desk.event, *verb, link).one_sentence()


@pytest.mark.parametrize("name", ["a b", "a#b", "a?b", "a%20b", "ā;š", "日本", "-dash", "a'b\"c"])
def test_a_file_may_have_any_name(desk: Desk, name: str) -> None:
    made = ("--title", "T", "--from", "2026-06-02", "--timezone", "UTC")
    desk.done("new", *made, "--", f"{name}.checkin")
    desk.done("--event", f"{name}.checkin", "add", "--name", "Ada")
    assert Path(f"{name}.checkin").is_file()
    assert desk.done("--event", f"{name}.checkin", "verify", "--json").json["station_count"] == 1
