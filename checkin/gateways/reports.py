"""Lays out the roster as a table for workbooks and CSV files."""

from collections.abc import Mapping, Sequence

from checkin.domain.code import printed
from checkin.domain.consent import consent_word
from checkin.domain.people import Attendee
from checkin.domain.session import Session
from checkin.gateways.cells import Cell
from checkin.gateways.workbook import Sheet

PERSON = ("Name", "Organisation", "Kind", "Job title", "Category", "Country", "E-mail")
_PERSON_WIDTHS = (30, 34, 16, 26, 14, 12, 32)
ROSTER_HEADER = (
    *PERSON,
    "Status",
    "Days",
    "Registration no",
    "Badge",
    "Notes for the desk",
    "Instruction",
    "Contacts",
    "Offers",
    "Seeks",
    "Sessions",
)


def _person(attendee: Attendee) -> tuple[Cell, ...]:
    return (
        attendee.name,
        attendee.organisation,
        attendee.organisation_kind,
        attendee.job_title,
        attendee.category,
        attendee.country,
        attendee.email,
    )


def roster_table(attendees: Sequence[Attendee], sessions: Sequence[Session]) -> Sheet:
    """Return the roster, with a column for each custom field anybody has.

    `sessions` are those of the event, to name which somebody booked.
    """
    names = {one.id: one.name for one in sessions}
    custom = list(dict.fromkeys(name for one in attendees for name in one.custom))
    return Sheet(
        "Attendees",
        (*ROSTER_HEADER, *custom),
        [
            (*_roster_row(one, names), *(one.custom.get(name, "") for name in custom))
            for one in attendees
        ],
        (*_PERSON_WIDTHS, 12, 22, 16, 18, 30, 30, 10, 30, 30, 40),
    )


def _roster_row(attendee: Attendee, sessions: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        *_person(attendee),
        attendee.status.value,
        ", ".join(day.isoformat() for day in attendee.days),
        attendee.registration,
        printed(attendee.badge),
        attendee.notes,
        attendee.instruction,
        consent_word(attendee.contacts),
        attendee.offers,
        attendee.seeks,
        "; ".join(name for one, name in sessions.items() if one in attendee.bookings),
    )
