"""`checkin doctor` before the doors open."""

from dataclasses import replace
from datetime import timedelta

from checkin.app import App
from checkin.services.finding import Check
from tests.cli.desk import Desk


def test_every_check_is_a_line_and_nothing_wrong_is_no_failure(desk: Desk) -> None:
    answer = desk.done("doctor")
    assert [line.split(":")[0][2:] for line in answer.out.splitlines()] == list(Check)
    assert "✓ day: ready" in answer.out
    assert "! people: Nobody is registered yet; import a list" in answer.out


def test_what_is_wrong_fails_it(desk: Desk) -> None:
    desk.add("Ada")
    desk.now -= timedelta(hours=2)
    answer = desk("doctor", "--json")
    assert (answer.code, answer.err) == (1, "")
    (clock,) = (one for one in answer.json if one["check"] == "clock")
    assert (clock["level"], clock["code"]) == ("wrong", "clock-behind")
    assert "2026-06-02 09:00" in clock["sentence"]


def test_a_printer_and_a_scanner_that_are_gone_are_named(desk: Desk) -> None:
    app = App(desk.folder / "installation", lambda: 0)
    app.save_settings(replace(app.settings, printer="Label 62 mm", serial_port="/dev/no-such-port"))
    answer = desk("doctor")
    assert answer.code == 1
    assert "✕ scanner: The scanner chosen, at /dev/no-such-port, is not there" in answer.out
    assert "✕ printer: Label 62 mm is not among" in answer.out
