"""The sample seminar: made from the files that come along, on any two days."""

import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from checkin.app import App
from checkin.domain.days import read_days
from checkin.domain.event import DAY_BOUNDARY, Event
from checkin.domain.roles import Operator
from checkin.domain.session import Session, SessionKind
from checkin.domain.table import Table
from checkin.domain.times import from_ms, to_ms
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from checkin.services.admission import Door
from checkin.services.badges import badges_to_print
from checkin.services.designs import design_of
from checkin.services.events import create_event
from checkin.services.importing import import_list
from checkin.services.importplan import ImportPlan
from checkin.services.lists import find_list
from checkin.services.sessions import SessionWords, add_session
from checkin.store.store import Store

FILE_NAME = "demo.checkin"
_LIST = "registrations.csv"
# Of a hundred registered for a day, so many have come when the demo opens.
_IN_ALREADY = 60
_ARRIVAL_MINUTES = 50


class SampleSeminar:
    """Two days, whichever they are, with the sample's people and programme."""

    def __init__(self, app: App, operator: Operator, first_day: date | None = None) -> None:
        self._app = app
        self._operator = operator
        self._folder = app.resources / "sample"
        text = (self._folder / "seminar.toml").read_text("utf-8")
        self._seminar: dict[str, Any] = tomllib.loads(text)
        self._later = (first_day or self._seminar["first_day"]) - self._seminar["first_day"]

    @property
    def timezone(self) -> str:
        """Where it is held."""
        return str(self._seminar["timezone"])

    def create(self, path: Path) -> None:
        """Make the event file."""
        create_event(
            path,
            self._app.book,
            self._app.now,
            self._operator,
            title=self._seminar["title"],
            first_day=self._seminar["first_day"] + self._later,
            last_day=self._seminar["last_day"] + self._later,
            timezone=self.timezone,
            venue=self._seminar["venue"],
        )

    def add_programme(self, store: Store) -> list[Session]:
        """Add the sessions, of which each workshop has a door of its own."""
        return [
            add_session(store, self._operator, self._words(one)) for one in self._seminar["session"]
        ]

    def _words(self, one: Mapping[str, Any]) -> SessionWords:
        return SessionWords(
            name=one["title"],
            day=one["day"] + self._later,
            starts=one["start"],
            ends=one["end"],
            room=one["room"],
            kind=SessionKind(one["kind"]),
            capacity=one.get("capacity"),
            counted=one["counted"],
            topic=one.get("topic"),
        )

    def register(self, store: Store) -> ImportPlan:
        """Take in the sample's registrations."""
        table = read_list(self._folder / _LIST)
        columns = Columns.load(self._app.resources / "columns.toml").guess(table)
        return import_list(
            store, self._operator, self._moved(table, columns), columns, source=_LIST
        )

    def _moved(self, table: Table, columns: Mapping[int, str]) -> Table:
        """Return the list with the days on which it comes written as those of this seminar."""
        first, last = self._seminar["first_day"], self._seminar["last_day"]
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        at = next(index for index, field in columns.items() if field == "days")

        def moved(cells: Sequence[str]) -> tuple[str, ...]:
            meant = ", ".join(str(day + self._later) for day in read_days(cells[at], days))
            return (*cells[:at], meant, *cells[at + 1 :])

        return replace(table, rows=[replace(row, cells=moved(row.cells)) for row in table.rows])


class _PlayedClock:
    """A clock that stands where the play has come to."""

    def __init__(self, at: int) -> None:
        self.at = at

    def __call__(self) -> int:
        return self.at


def make_demo(app: App, operator: Operator, folder: Path | None = None) -> Path:
    """Make the sample event on today and tomorrow, with the first morning's queue already in.

    Its badges lie beside it as a PDF, to be held to a scanner. Needs a `QGuiApplication`.
    """
    from checkin.cli.printing import Batch, print_badges

    target = folder or Path(tempfile.mkdtemp(prefix="checkin-demo-"))
    path = target / FILE_NAME
    clock = _PlayedClock(app.now())
    played = App(app.folder, clock)
    today = _day_of(clock.at, SampleSeminar(played, operator).timezone)
    sample = SampleSeminar(played, operator, today)
    start = _start_of_queue(clock.at, today, sample.timezone)
    now, clock.at = clock.at, start
    sample.create(path)
    with played.open_event(path) as store:
        sample.add_programme(store)
        sample.register(store)
        badges = badges_to_print(store, operator)
        design = design_of(store, operator, app.builtin_templates())
        batch = Batch(store.programme.event(), design, badges)
        print_badges(batch, path.with_name("badges.pdf"))
        coming = [badge.code for badge in sorted(badges, key=lambda one: one.attendee.registration)]
        _play_queue(store, operator, clock, coming, now)
    return path


def _play_queue(
    store: Store, operator: Operator, clock: _PlayedClock, codes: Sequence[str], now: int
) -> None:
    """Let the queue come in from where the clock stands until `now`, some of them twice."""
    chance = Random(0)
    door = Door(store, operator, find_list(store, None, now))
    queue = [code for code in codes if chance.randrange(100) < _IN_ALREADY]
    chance.shuffle(queue)
    queue += queue[-3:-1]
    moments = sorted(chance.uniform(clock.at, now) for _ in queue)
    for code, moment in zip(queue, moments, strict=True):
        clock.at = round(moment)
        door.scan(code)
    clock.at = now


def _start_of_queue(now: int, today: date, timezone: str) -> int:
    """Return when the first came: the day may have begun only just now."""
    boundary = to_ms(datetime.combine(today, DAY_BOUNDARY, ZoneInfo(timezone)))
    return max(boundary, now - _ARRIVAL_MINUTES * 60_000)


def _day_of(now: int, timezone: str) -> date:
    local = from_ms(now, timezone)
    return local.date() - timedelta(days=local.time() < DAY_BOUNDARY)


def at_minute(event: Event, day: date, minute: float) -> int:
    """Return the Unix milliseconds of so many minutes after a day's midnight."""
    midnight = datetime.combine(day, time(), ZoneInfo(event.timezone))
    return to_ms(midnight + timedelta(minutes=minute))
