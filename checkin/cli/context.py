"""What every command needs: the installation, the event, who is working; and how it prints."""

import getpass
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click
import platformdirs

from checkin.app import App
from checkin.cli.secrets import secret
from checkin.domain.event import Event
from checkin.domain.roles import Operator, Role
from checkin.domain.text import clean
from checkin.domain.times import to_ms
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from checkin.store.store import Store

LONGEST_OPERATOR = 100


def wall_clock() -> int:
    """Return this computer's time in Unix milliseconds."""
    return time.time_ns() // 1_000_000


def installation_folder() -> Path:
    """Return where this installation keeps what it remembers: CHECKIN_HOME or the usual place."""
    home = os.environ.get("CHECKIN_HOME")
    return Path(home) if home else platformdirs.user_data_path("checkin")


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    app: App
    event: str | None
    operator_name: str | None
    role: Role | None
    pin_file: Path | None = None
    _signed_in: Operator | None = None

    @property
    def operator(self) -> Operator:
        """Who is working; signed in once an event is open."""
        name = clean(self.operator_name or _login())[:LONGEST_OPERATOR]
        return self._signed_in or Operator(name or "unknown", self.role or Role.COORDINATOR)

    @property
    def named_path(self) -> Path | None:
        """The event file named on the command line or in the environment."""
        if self.event == "":
            # An empty name is a slip of a script: the event opened last is not meant.
            raise CheckinError("no-event-named")
        return Path(self.event) if self.event is not None else None

    def open(self) -> "Store":
        """Open the event and sign in."""
        store = self.app.open_event(self.named_path)
        try:
            self._sign_in(store)
        except BaseException:
            store.close()
            raise
        return store

    def sign_in_at(self, path: Path) -> None:
        """Sign in at an event that a service opens; one that does not open has no PIN to ask."""
        from checkin.store.store import Store

        try:
            store = Store.open(path, self.app.book, self.app.now)
        except CheckinError:
            return
        with store:
            self._sign_in(store)

    def _sign_in(self, store: "Store") -> None:
        from checkin.services.signing_in import roles_with_pin, sign_in

        who = self.operator
        asked = who.role in roles_with_pin(store)
        words = f"PIN of the {who.role.value}"
        pin = secret(self.pin_file, "CHECKIN_PIN", words) if asked else ""
        self._signed_in = sign_in(store, who.name, who.role, pin)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


# A function that a decorator of ours turns into a command, whatever its options.
Command = Callable[..., Any]

pass_session: Callable[[Command], Command] = click.make_pass_decorator(Session)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


class DayType(click.ParamType[date]):
    """A day such as 2016-06-02."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """Read ISO 8601."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2016-06-02.", param, context)


class HourType(click.ParamType[clock_time]):
    """A time of day such as 09:30."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> clock_time:
        """Read hours and minutes."""
        if isinstance(value, clock_time):
            return value
        try:
            hour = clock_time.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time such as 09:30.", param, context)
        if hour.tzinfo:
            self.fail(f"{value!r}: a time of day has no time zone.", param, context)
        return hour


DAY, HOUR = DayType(), HourType()


_LONGEST_HOUR = len("09:15:00")


def moment(text: str, event: Event, now: int) -> int:
    """Return an ISO 8601 moment in Unix milliseconds, in the event's zone if it names none.

    A time of day alone, such as 09:15, is today's.
    """
    try:
        if ":" in text and len(text) <= _LONGEST_HOUR:
            when = datetime.combine(event.local(now).date(), clock_time.fromisoformat(text))
        else:
            when = datetime.fromisoformat(text)
        at = to_ms(when if when.tzinfo else when.replace(tzinfo=ZoneInfo(event.timezone)))
        # The first and last moments of the calendar have no day in every zone.
        event.day_of(at)
    except (ValueError, OverflowError) as error:
        raise CheckinError("not-a-moment", text=text) from error
    return at


def pair(text: str) -> tuple[str, str]:
    """Return the two sides of FIELD=TEXT."""
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise CheckinError("not-a-pair", text=text)
    return field.strip(), value


def echo_json(document: object, *, indent: int | None = 2) -> None:
    """Print one JSON document, flushed: a reader of standard output is a witness."""
    echo_pieces([json_text(document, indent=indent), "\n"])


def echo_pieces(pieces: Iterable[str]) -> None:
    """Print text that comes in pieces, whatever letters are in it."""
    out = sys.stdout.buffer
    for piece in pieces:
        out.write(piece.encode("utf-8", "replace"))
    out.flush()


def json_text(document: object, *, indent: int | None = 2) -> str:
    """Return a JSON document as it is printed."""
    return json.dumps(document, ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def progress_to(label: str, total: int) -> Callable[[int], bool]:
    """Return a progress report for long work: a line on a terminal's stderr, nothing elsewhere."""
    shown = sys.stderr.isatty()

    def report(done: int) -> bool:
        if shown:
            end = "\n" if done >= total else ""
            click.echo(f"\r{label} {done} of {total}{end}", err=True, nl=False)
        return True

    return report
