"""Lays out attendance and roster as tables for workbooks and CSV files."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from checkin.domain.attendance import DayAttendance, Presence
from checkin.domain.code import printed
from checkin.domain.consent import consent_word
from checkin.domain.people import Attendee
from checkin.gateways.cells import Cell
from checkin.gateways.workbook import Sheet

PERSON = ("Name", "Organisation", "Kind", "Job title", "Category", "Country", "E-mail")
_PERSON_WIDTHS = (30, 34, 16, 26, 14, 12, 32)
ATTENDANCE_HEADER = ("Date", *PERSON, "Present", "First in", "Last out", "Lists")
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


def _time(moment: datetime | None) -> time | None:
    return moment.time().replace(microsecond=0) if moment else None


def attendance_row(day: DayAttendance, presence: Presence) -> tuple[Cell, ...]:
    """Return one row under ATTENDANCE_HEADER; times are the event's."""
    return (
        day.day,
        *_person(presence.attendee),
        "yes" if presence.first_in else "no",
        _time(presence.first_in),
        _time(presence.last_out),
        ", ".join(presence.lists),
    )


def attendance_rows(days: Sequence[DayAttendance]) -> Iterator[tuple[Cell, ...]]:
    """Yield everybody of every day, for a table of one piece."""
    return (attendance_row(day, presence) for day in days for presence in day.presences)


def attendance_sheets(days: Sequence[DayAttendance]) -> Iterator[Sheet]:
    """Yield a summary, the organisations, and a sheet a day."""
    yield Sheet(
        "Summary",
        ("Date", "Registered", "Present", "Absent", "Organisations present"),
        [_summary(day) for day in days],
        (12, 12, 12, 12, 22),
    )
    yield Sheet(
        "Organisations",
        ("Date", "Organisation", "Kind", "Registered or present", "Present"),
        [(day.day, *row) for day in days for row in day.by_organisation()],
        (12, 40, 18, 22, 10),
    )
    for day in days:
        yield Sheet(
            day.day.isoformat(),
            ATTENDANCE_HEADER,
            [attendance_row(day, presence) for presence in day.presences],
            (12, *_PERSON_WIDTHS, 9, 9, 9, 28),
        )


def _summary(day: DayAttendance) -> tuple[Cell, ...]:
    names = {p.attendee.organisation for p in day.presences if p.first_in} - {""}
    absent = sum(1 for presence in day.presences if not presence.first_in)
    return day.day, day.registered, day.present, absent, len(names)


def roster_table(attendees: Sequence[Attendee]) -> Sheet:
    """Return the roster, with a column for each custom field anybody has."""
    custom = list(dict.fromkeys(name for one in attendees for name in one.custom))
    return Sheet(
        "Attendees",
        (*ROSTER_HEADER, *custom),
        [(*_roster_row(one), *(one.custom.get(name, "") for name in custom)) for one in attendees],
        (*_PERSON_WIDTHS, 12, 22, 16, 18, 30, 30, 10, 30, 30),
    )


def _roster_row(attendee: Attendee) -> tuple[Cell, ...]:
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
    )
