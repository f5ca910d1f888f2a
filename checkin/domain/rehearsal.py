"""A rehearsal: when it is played, who can be practised on, and what each test code is to show."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from checkin.domain.code import NUMBER_LETTERS, badge_number, code_for
from checkin.domain.event import CheckInList, Event
from checkin.domain.identity import subject
from checkin.domain.times import to_ms
from checkin.domain.verdict import Reason

_MORNING = time(8, 45)
_ANOTHER_EVENT = sha256(b"another event").digest()


class Practice(StrEnum):
    """What a test code is there to practise, in the order in which they are printed."""

    GUEST = "guest"
    SECOND_GUEST = "second guest"
    THIRD_GUEST = "third guest"
    IN_ALREADY = "in already"
    REVOKED = "revoked"
    CANCELED = "canceled"
    UNPAID = "unpaid"
    OTHER_EVENT = "other event"
    ALTERED = "altered"
    TORN = "torn"


# Who is made in the copy for it; the others are nobody's.
NAMES = {
    Practice.GUEST: "Test Anna",
    Practice.SECOND_GUEST: "Test Boris",
    Practice.THIRD_GUEST: "Test Clara",
    Practice.IN_ALREADY: "Test Dora",
    Practice.REVOKED: "Test Emil",
    Practice.CANCELED: "Test Fatima",
    Practice.UNPAID: "Test Gustav",
    Practice.TORN: "Test Helga",
}
_REASONS = {
    Practice.IN_ALREADY: Reason.ALREADY_REDEEMED,
    Practice.REVOKED: Reason.REVOKED,
    Practice.CANCELED: Reason.CANCELED,
    Practice.UNPAID: Reason.UNPAID,
    Practice.OTHER_EVENT: Reason.INVALID,
    Practice.ALTERED: Reason.INVALID,
}


@dataclass(frozen=True, slots=True)
class PracticeCode:
    """One code to be held to a scanner: its text, whose it is, and why it is refused, if it is.

    A `torn` one is printed in part, so that only its number can be typed.
    """

    practice: Practice
    text: str
    name: str
    reason: Reason | None
    torn: bool = False


def person_of(key: bytes, practice: Practice) -> str:
    """Return the id of who is made for it: the same in every rehearsal of an event."""
    return subject(key, "test person", practice.value)


def code_to_practise(key: bytes, practice: Practice) -> PracticeCode:
    """Return a test code of the event with that key.

    The letters of a badge number alone, without those that prove it genuine: at the real door,
    where no such number was issued, it is unknown. Two codes have proofs, of another event.
    """
    number = badge_number(key, person_of(key, practice), 1)
    text = number
    if practice in {Practice.OTHER_EVENT, Practice.ALTERED}:
        other = badge_number(_ANOTHER_EVENT, practice.value, 1)
        proof = code_for(_ANOTHER_EVENT, other)[NUMBER_LETTERS:]
        text = (other if practice is Practice.OTHER_EVENT else number) + proof
    return PracticeCode(
        practice,
        text,
        NAMES.get(practice, ""),
        _REASONS.get(practice),
        torn=practice is Practice.TORN,
    )


def start_on(event: Event, day: date, entrance: CheckInList | None = None) -> int:
    """Return when a rehearsal of a day begins (Unix ms): in the morning, once its door is open."""
    opens = entrance.opens if entrance and entrance.opens else _MORNING
    begins = max(_MORNING, opens, key=event.hour_of)
    return to_ms(datetime.combine(day, begins, ZoneInfo(event.timezone)))
