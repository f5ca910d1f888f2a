"""A certificate's number and code, which show whether it is ours and whether it was altered.

Both are of the letters of badge codes, but proven for another purpose: the code of a badge never
passes as a certificate's, nor the other way round.
"""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.code import Reading, number_for, proven_code, read
from checkin.domain.reckoning import DayRecord, Record
from checkin.domain.schedule import Planned, Schedule


class Withdrawal(StrEnum):
    """Why a certificate does not hold any more. Values are stored: never rename one."""

    BELOW = "below"
    CANCELED = "canceled"
    BLOCKED = "blocked"
    MISTAKE = "mistake"
    OTHER = "other"


class Proof(StrEnum):
    """What became of a certificate that somebody shows; values are told, never rename one.

    `UNKNOWN` was made with this event's key, but is not in this copy of it; `ALTERED` is in it,
    with other facts than its number was made of; `BADGE` is the code of a badge.
    """

    VALID = "valid"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    BADGE = "badge"
    NOT_OURS = "not ours"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a certificate says of an attendee; lengths in milliseconds.

    `sessions` are the ids of those attended, in order; nothing here is personal but the id.
    """

    attendee: str
    hours: int
    programme: int
    days: tuple[date, ...]
    sessions: tuple[str, ...]

    @property
    def share(self) -> float:
        """Hours of programme hours."""
        return self.hours / self.programme if self.programme else 0.0


@dataclass(frozen=True, slots=True)
class Certificate:
    """One that was issued; `issue` counts from 1 for each attendee, `withdrawn` says why if so."""

    id: str
    number: str
    issue: int
    facts: Facts
    withdrawn: Withdrawal | None = None


def known_withdrawal(text: str | None) -> Withdrawal | None:
    """Return why one was withdrawn, `other` for a reason that only a newer version knows."""
    try:
        return Withdrawal(text) if text else None
    except ValueError:
        return Withdrawal.OTHER


def certificate_number(key: bytes, facts: Facts, issue: int) -> str:
    """Return the twelve letters that no certificate of any other facts has."""
    days = [day.isoformat() for day in facts.days]
    said = [facts.attendee, issue, facts.hours, facts.programme, days, list(facts.sessions)]
    return number_for(key, "certificate", json.dumps(said, separators=(",", ":")))


def certificate_code(key: bytes, number: str) -> str:
    """Return the 28 letters that go into the QR of the certificate with that number."""
    return proven_code(key, "certificate-code", number)


def read_certificate(
    key: bytes, text: str, put_back: Callable[[str], tuple[str, ...]]
) -> Reading | None:
    """Return the number in what was scanned or typed, None for no certificate of this event."""
    return read(key, text, put_back, certificate_code)


def is_unaltered(key: bytes, certificate: Certificate) -> bool:
    """Tell whether a certificate has the number of its facts."""
    made = certificate_number(key, certificate.facts, certificate.issue)
    return hmac.compare_digest(made, certificate.number)


def facts_of(record: Record, schedule: Schedule) -> Facts:
    """Return what a certificate says of somebody's attendance.

    A session that counts was attended by who was there for half of it at least.
    """
    return Facts(
        attendee=record.attendee.id,
        hours=record.hours,
        programme=record.programme,
        days=tuple(day.day for day in record.days if day.first_in is not None),
        sessions=tuple(
            session.id
            for day, planned in zip(record.days, schedule.days, strict=True)
            for session in planned.sessions
            if session.counted and _was_there(day, session)
        ),
    )


def _was_there(day: DayRecord, session: Planned) -> bool:
    start, end = session.span
    attended = day.attended(session.id)
    return attended > 0 and 2 * attended >= end - start
