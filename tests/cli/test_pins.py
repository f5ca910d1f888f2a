"""`checkin pin`, and how the command line is told a PIN: never as an argument."""

import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest

from checkin.cli.main import cli
from tests.cli.desk import COMMAND, Desk, environment

CODE = re.compile(r"(?:[A-Z]{5}-){4}[A-Z]{5}")
NONE = {"pins": {"reception": False, "organizer": False, "coordinator": False}}


@pytest.fixture
def guarded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose event has a coordinator's PIN, 4711; `code` recovers it."""
    monkeypatch.setenv("CHECKIN_NEW_PIN", "4711")
    desk.done("pin", "set", "coordinator")
    monkeypatch.delenv("CHECKIN_NEW_PIN")
    return desk


def test_roles_are_free_until_a_pin_is_set(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.done("pin", "status", "--json").json == NONE
    monkeypatch.setenv("CHECKIN_NEW_PIN", "0815")
    assert "coordinator's PIN first" in desk("pin", "set", "reception").one_sentence()
    assert desk.done("pin", "status").out.splitlines()[0] == "reception: no PIN"
    desk.done("verify")


def test_a_pin_is_asked_for_and_taken_from_environment_or_file(
    guarded: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "The role coordinator has a PIN" in guarded("attendance").one_sentence()
    guarded.done("--role", "reception", "attendees")
    monkeypatch.setenv("CHECKIN_PIN", "1234")
    assert "not right" in guarded("attendance").one_sentence()
    (guarded.folder / "pin.txt").write_text("4711\n")
    guarded.done("--pin-file", "pin.txt", "attendance")
    assert "cannot be read" in guarded("--pin-file", "gone.txt", "attendance").one_sentence()
    monkeypatch.setenv("CHECKIN_PIN", "4711")
    guarded.done("attendance")
    guarded.done("pin", "clear", "coordinator")
    assert guarded.done("pin", "status", "--json").json == NONE


def test_no_option_takes_a_pin_itself() -> None:
    names = {name for one in cli.params for name in one.opts}
    assert "--pin-file" in names
    assert "--pin" not in names


def test_the_recovery_code_is_shown_once_and_written_to_paper(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKIN_NEW_PIN", "4711")
    shown = desk.done("pin", "set", "coordinator", "--out", "code.pdf").out
    [code] = CODE.findall(shown)
    document = pypdfium2.PdfDocument(desk.folder / "code.pdf")
    assert code in document[0].get_textpage().get_text_range()
    document.close()
    monkeypatch.setenv("CHECKIN_NEW_PIN", "2468")
    assert "recovery code" in desk("pin", "recover").one_sentence()
    monkeypatch.setenv("CHECKIN_RECOVERY", "x")
    assert "25 letters" in desk("pin", "recover").one_sentence()
    monkeypatch.setenv("CHECKIN_RECOVERY", code.lower())
    answer = desk.done("pin", "recover", "--json").json
    assert CODE.fullmatch(answer["recovery"])
    assert answer["recovery"] != code
    assert "not right" in desk("pin", "recover").one_sentence()
    monkeypatch.setenv("CHECKIN_PIN", "2468")
    assert desk.done("verify", "--json").json["chains"] == "ok"


def test_after_five_wrong_tries_one_has_to_wait(
    guarded: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKIN_PIN", "1234")
    for _ in range(5):
        assert "not right" in guarded("verify").one_sentence()
    monkeypatch.setenv("CHECKIN_PIN", "4711")
    assert "wait 0:30" in guarded("verify").one_sentence()
    guarded.done("--role", "reception", "attendees")


def test_restoring_takes_the_pin_of_the_event_in_place(
    guarded: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKIN_PIN", "4711")
    guarded.done("backup", "b.checkin")
    monkeypatch.delenv("CHECKIN_PIN")
    assert "has a PIN" in guarded("restore", "b.checkin").one_sentence()
    monkeypatch.setenv("CHECKIN_PIN", "4711")
    guarded.done("restore", "b.checkin")


def test_at_a_terminal_the_pin_is_asked_for_and_not_shown(guarded: Desk) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "--event", guarded.event, "attendance"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=Path(__file__).parents[2],
        env=environment(guarded.folder / "installation"),
        start_new_session=True,
    ) as child:
        os.close(theirs)
        shown = b""
        while b"PIN of the coordinator" not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, b"4711\n")
        with suppress(OSError):
            while some := os.read(ours, 1024):
                shown += some
    os.close(ours)
    assert child.returncode == 0, shown
    assert b"4711" not in shown
    assert b"0 present" in shown
