"""Odd arguments, odd surroundings and wrong use: one sentence, exit 2, nothing changed."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.desk import COMMAND, FIRST, LAST, Desk, command, environment, live_event
from tests.world import World

NEW = ("--title", "T", "--from", FIRST, "--timezone", "Europe/Riga")
SURROGATE = "n\udcf6b\udcffdy"
WRONG = {
    "no such command": ("chekin",),
    "no such option": ("lists", "--colour"),
    "no such role": ("--role", "king", "lists"),
    "empty event": ("--event", "", "attendees"),
    "add without a name": ("add",),
    "empty name": ("add", "--name", ""),
    "blank name": ("add", "--name", " \u200b "),
    "name of stray bytes": ("add", "--name", "\udcff"),
    "endless name": ("add", "--name", "x" * 100_000),
    "bad e-mail": ("add", "--name", "A", "--email", "a@@b"),
    "bad kind": ("add", "--name", "A", "--organisation-kind", "spaceship"),
    "endless organisation": ("add", "--name", "A", "--organisation", "x" * 5000),
    "no day": ("add", "--name", "A", "--day", "tomorrow"),
    "another day": ("add", "--name", "A", "--day", "2026-06-04"),
    "field without a name": ("add", "--name", "A", "--custom", "=x"),
    "field with an invisible name": ("add", "--name", "A", "--custom", "\u200b=x"),
    "field with an endless name": ("add", "--name", "A", "--custom", "x" * 10_000 + "=1"),
    "no pair": ("add", "--name", "A", "--custom", "x"),
    "nobody": ("edit", "nobody", "--name", "A"),
    "nobody at all": ("cancel", ""),
    "stray bytes for a person": ("edit", SURROGATE, "--name", "A"),
    "percent for a person": ("block", "%"),
    "badge of nobody": ("badge", "replace", "B" * 12),
    "list without a name": ("lists", "add", " ", "--day", FIRST),
    "list of stray bytes": ("lists", "add", "\udcff", "--day", FIRST),
    "list with an endless name": ("lists", "add", "x" * 101, "--day", FIRST),
    "list of a taken name": ("lists", "add", "ENTRANCE day 1", "--day", FIRST),
    "list of another day": ("lists", "add", "Gala", "--day", "2027-01-01"),
    "no places": ("lists", "add", "Gala", "--day", FIRST, "--capacity", "0"),
    "fewer than none": ("lists", "add", "Gala", "--day", FIRST, "--capacity", "-1"),
    "places beyond counting": ("lists", "add", "Gala", "--day", FIRST, "--capacity", "9" * 30),
    "no hour": ("lists", "add", "Gala", "--day", FIRST, "--opens", "25:00"),
    "hour with a zone": ("lists", "add", "Gala", "--day", FIRST, "--opens", "09:00+02:00"),
    "no such list": ("lists", "edit", "Gala", "--capacity", "3"),
    "empty list": ("scan", "x", "--list", ""),
    "endless list": ("scan", "x", "--list", "x" * 100_000),
    "control characters": ("scan", "x", "--list", "\x1b[31m\r\n"),
    "stray bytes for a list": ("scan", "x", "--list", "\udcff"),
    "no check-in": ("undo", "0:0"),
    "empty check-in": ("undo", ""),
    "check-in of nobody": ("undo", "f" * 32 + ":999999999999"),
    "no such report": ("attendance", "--out", "report.doc"),
    "no day of ours": ("attendance", "--day", "2026-07-01"),
    "nothing to import": ("import", "missing.csv"),
    "no event to restore": ("restore", "missing.checkin"),
    "a file in the way": ("new", "seminar.checkin", *NEW),
    "no folder": ("new", "nowhere/x.checkin", *NEW),
    "no file name": ("new", "", *NEW),
    "a folder's name": ("new", "..", *NEW),
    "a name too long": ("new", "x" * 300, *NEW),
    "a name too long with its companions": ("new", "x" * 250, *NEW),
    "no title": ("new", "x", "--title", " ", "--from", FIRST, "--timezone", "UTC"),
    "endless title": ("new", "x", "--title", "x" * 9999, "--from", FIRST, "--timezone", "UTC"),
    "no zone": ("new", "x", "--title", "T", "--from", FIRST, "--timezone", "Riga/Europe"),
    "zone of stray bytes": ("new", "x", "--title", "T", "--from", FIRST, "--timezone", "\udcff"),
    "path for a zone": ("new", "x", "--title", "T", "--from", FIRST, "--timezone", "../UTC"),
    "backwards": ("new", "x", *NEW, "--to", "2026-06-01"),
    "for ever": ("new", "x", *NEW, "--to", "2036-06-01"),
    "forgotten too early": ("new", "x", *NEW, "--forget", FIRST),
}


@pytest.fixture(scope="module")
def seminar(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a seminar with one person, who is in."""
    world = World.new(tmp_path_factory.mktemp("seminar"))
    world.scan(world.register("Ada Lovelace"))
    world.close()
    return world.path.read_bytes()


@pytest.fixture
def lone(bare_desk: Desk, seminar: bytes) -> Desk:
    """A desk with a copy of that seminar, opened once."""
    bare_desk.event.write_bytes(seminar)
    bare_desk.done("--event", bare_desk.event.name, "lists")
    return bare_desk


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_use_is_one_sentence_and_changes_nothing(lone: Desk, wrong: str) -> None:
    before = lone.event.read_bytes()
    beside = {path.name for path in lone.folder.iterdir()}
    said = lone(*WRONG[wrong]).one_sentence()
    assert len(said) < 2000
    assert said.isprintable()
    assert said[-1] in ".p)'"  # click ends some of its own with an option's name
    assert lone.event.read_bytes() == before
    assert {path.name for path in lone.folder.iterdir()} == beside


def test_a_search_for_stray_bytes_finds_nobody(lone: Desk) -> None:
    assert lone.done("attendees", "--search", SURROGATE, "--json").json == []
    assert len(lone.done("attendees", "--search", "\udcff", "--json").json) == 1


@pytest.mark.parametrize("role", ["reception", "organizer"])
def test_a_role_is_held_in_the_services(lone: Desk, role: str) -> None:
    ada = lone.done("attendees", "--json").json[0]["id"]
    forbidden = [("attendance",), ("attendees", "--out", "a.csv"), ("verify",), ("rebuild",)]
    forbidden += [("backup", "b.checkin"), ("exchange", "--with", "missing")]
    if role == "reception":
        forbidden += [("edit", ada, "--notes", "x"), ("cancel", ada)]
        forbidden += [("lists", "add", "Gala", "--day", LAST), ("lists", "remove", LAST)]
    before = lone.event.read_bytes()
    for words in forbidden:
        said = lone("--role", role, *words).one_sentence()
        assert role in said or "missing" in said
    assert lone.event.read_bytes() == before
    assert lone.done("--role", role, "add", "--name", "Eve").code == 0


def test_the_event_made_last_is_meant_when_none_is_named(
    lone: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lone.done("new", "other", *NEW)
    assert lone.done("attendees", "--json").json == []
    lone.done("--event", "seminar.checkin", "lists")
    assert lone.done("attendees", "--json").json == []
    monkeypatch.setenv("CHECKIN_EVENT", "other.checkin")
    assert lone.done("attendees", "--json").json == []
    monkeypatch.setenv("CHECKIN_HOME", str(lone.folder / "fresh"))
    monkeypatch.delenv("CHECKIN_EVENT")
    assert "No event is named" in lone("attendees").one_sentence()
    lone.done("--event", "seminar.checkin", "lists")
    assert len(lone.done("attendees", "--json").json) == 1


SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Latin-1 output": {"PYTHONIOENCODING": "latin-1:strict"},
    "ASCII output": {"PYTHONIOENCODING": "ascii:strict"},
    "no home": {"HOME": None, "XDG_DATA_HOME": None, "USER": None, "LOGNAME": None},
    "nonsense zone": {"TZ": "Nowhere/At-all"},
    "no place for temporary files": {"TMPDIR": "/nowhere"},
    "nobody named": {"CHECKIN_OPERATOR": ""},
    "installation that cannot be": {"CHECKIN_HOME": "/dev/null/x"},
}


@pytest.mark.parametrize("place", SURROUNDINGS)
def test_odd_surroundings_do_no_harm(tmp_path: Path, place: str) -> None:
    event, (code,) = live_event(tmp_path, "Jānis Bērziņš 🚀")
    changes = SURROUNDINGS[place]
    home = Path(changes.get("CHECKIN_HOME") or tmp_path / "home")
    odd = {name: text for name, text in changes.items() if name != "CHECKIN_HOME"}
    scanned = subprocess.run(
        [*COMMAND, "--event", event, "scan", code, "🚀"],
        capture_output=True,
        env=environment(home, **odd),
        check=False,
    )
    assert (scanned.returncode, scanned.stderr) == (1, b"")
    assert len(scanned.stdout.splitlines()) == 2
    people = command(home, "--event", event, "attendees", "--json", **odd)
    assert people.json[0]["name"] == "Jānis Bērziņš 🚀"
    command(home, "--event", event, "edit", b"n\xf6b\xff", "--name", "x", **odd).one_sentence()


def test_file_names_need_not_be_text(tmp_path: Path) -> None:
    name = b"\xff\xfe"
    made = command(tmp_path / "home", "new", name, *NEW, cwd=tmp_path)
    assert made.code == 0, made
    event = name + b".checkin"
    for words in (("add", "--name", "Ada"), ("verify",), ("attendees", "--out", "a.csv")):
        answer = command(tmp_path / "home", "--event", event, *words, cwd=tmp_path)
        assert answer.code == 0, answer
    assert (tmp_path / "a.csv").exists()
