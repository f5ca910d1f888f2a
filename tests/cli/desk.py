"""The command line as somebody at a desk uses it, in this process or as the real command."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from checkin.app import App
from checkin.cli.context import wall_clock
from checkin.cli.main import run
from checkin.domain.details import Details
from checkin.domain.roles import Operator
from checkin.services.badges import badge_of
from checkin.services.events import create_event
from checkin.services.registration import register

TITLE, ZONE = "Clusters go international", "Europe/Riga"
FIRST, LAST = "2026-06-02", "2026-06-03"
HELPER = Operator("Elīna")
COMMAND = (sys.executable, "-m", "checkin")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON documents of `scan`, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def one_sentence(self) -> str:
        """Return what went to standard error, which must be one sentence and no traceback."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.startswith("checkin: ")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.removeprefix("checkin: ").rstrip("\n")


class Desk:
    """One installation, run in this process, its clock at nine on the first morning."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self.event = folder / "seminar.checkin"
        self.now = datetime(2026, 6, 2, 6, 0, tzinfo=UTC)
        self._monkeypatch, self._capsys = monkeypatch, capsys
        monkeypatch.setenv("CHECKIN_HOME", str(folder / "installation"))
        monkeypatch.setenv("CHECKIN_OPERATOR", "Elīna")
        monkeypatch.delenv("CHECKIN_EVENT", raising=False)
        monkeypatch.delenv("CHECKIN_ROLE", raising=False)
        monkeypatch.chdir(folder)

    def _clock(self) -> int:
        return round(self.now.timestamp() * 1000)

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Answer:
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments], self._clock)
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)

    def done(self, *arguments: object, stdin: bytes = b"") -> Answer:
        """Run a command that must succeed without a word of trouble."""
        answer = self(*arguments, stdin=stdin)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer

    def new(self) -> "Desk":
        """Make the event."""
        self.done(
            *("new", self.event, "--title", TITLE, "--from", FIRST, "--to", LAST),
            *("--timezone", ZONE, "--venue", "Riga"),
        )
        return self

    def add(self, name: str, *options: str) -> Any:
        """Register somebody; return them as JSON."""
        return self.done("add", "--name", name, *options, "--json").json

    def scan(self, *arguments: object, stdin: bytes = b"") -> list[Any]:
        """Scan; return the verdicts."""
        return self("scan", *arguments, "--json", stdin=stdin).lines


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """Return the environment of a real command, with nothing of ours but the installation."""
    own = {name: text for name, text in os.environ.items() if not name.startswith("CHECKIN_")}
    wanted = {**own, "CHECKIN_HOME": str(home), "CHECKIN_OPERATOR": "Elīna", **changes}
    return {name: text for name, text in wanted.items() if text is not None}


def command(
    home: Path,
    *arguments: str | bytes | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    **changes: str | None,
) -> Answer:
    """Run the real command in a process of its own."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(home, **changes),
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace"))


def days_around_now() -> tuple[date, date]:
    """Return the first and last of three days of which the middle one is today's event day.

    Should the day change while a test runs, the next one is the event's as well.
    """
    now = datetime.now(UTC)
    today = now.date() - timedelta(days=now.time() < time(4))
    return today - timedelta(days=1), today + timedelta(days=1)


def live_event(folder: Path, *names: str) -> tuple[Path, list[str]]:
    """Make an event that is on now; return its file and the codes of those registered.

    The installation that made it is `folder / "home"`.
    """
    event, app = folder / "live.checkin", App(folder / "home", wall_clock)
    first, last = days_around_now()
    create_event(
        *(event, app.book, app.now, HELPER),
        title=TITLE,
        first_day=first,
        last_day=last,
        timezone="UTC",
    )
    with app.open_event(event) as store:
        people = [register(store, HELPER, Details({"name": name}))[0] for name in names]
        return event, [badge_of(store, person).code for person in people]
