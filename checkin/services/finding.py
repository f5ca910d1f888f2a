"""What a check before the doors open comes to: green, or a sentence with its next step."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.errors import CheckinError


class Level(StrEnum):
    """How a check came out: fine, worth a look, or to be mended first."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


class Check(StrEnum):
    """What is looked at, in the order in which it is shown."""

    DAY = "day"
    CLOCK = "clock"
    ZONE = "zone"
    PEOPLE = "people"
    BADGES = "badges"
    FILE = "file"
    DISK = "disk"
    BACKUP = "backup"
    PINS = "PINs"
    SCANNER = "scanner"
    CAMERA = "camera"
    SOUND = "sound"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check; `error` says what is not green, with its next step."""

    check: Check
    level: Level
    error: CheckinError | None = None


def fine(check: Check) -> Finding:
    """Return that all is well."""
    return Finding(check, Level.OK)


def look(check: Check, error: CheckinError) -> Finding:
    """Return what is worth a look."""
    return Finding(check, Level.LOOK, error)


def wrong(check: Check, error: CheckinError) -> Finding:
    """Return what is to be mended first."""
    return Finding(check, Level.WRONG, error)
