"""What stands on a signature sheet and on the emergency list, ready to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """Return a day as it stands on paper, such as `Tuesday, 2 June 2026`."""
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person's row; the times, such as `09:05`, are empty where none is to be printed."""

    name: str
    organisation: str = ""
    came: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True)
class SignatureSheet:
    """A sheet to be signed; row 1 is the first of `rows`, `blank` ones for walk-ins follow.

    `code` is the sheet's, empty for one that is only looked at. `session` is what is signed for,
    with its room, and `hours` when it is, such as `09:00–17:00`. `recorded` says up to when the
    times of a filled sheet were recorded, empty for one to be filled in by hand. `logos` are PNGs;
    `fingerprint` is the seal's of a day that is closed.
    """

    code: str
    title: str
    place: str
    day: str
    session: str
    hours: str
    rows: Sequence[SheetRow]
    organizers: tuple[str, ...] = ()
    logos: tuple[bytes, ...] = ()
    blank: int = 0
    recorded: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """One person of the emergency list; `inside` says since when, empty for who is not in now."""

    name: str
    organisation: str
    badge: str
    inside: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyList:
    """Who is registered for a day and who is in now, as of a moment in words.

    `sheet` is the code of the signature sheet that goes with it, empty for none.
    """

    title: str
    place: str
    day: str
    as_of: str
    rows: Sequence[EmergencyRow]
    sheet: str = ""

    @property
    def inside(self) -> int:
        """How many are in now."""
        return sum(1 for row in self.rows if row.inside)


@dataclass(frozen=True, slots=True)
class Emergency:
    """What is kept ready for when there is no electricity; `name` begins the files' names."""

    name: str
    people: EmergencyList
    sheet: SignatureSheet
