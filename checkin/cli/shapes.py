"""The JSON shapes that others rely on: fields may be added, none renamed."""

from datetime import datetime
from typing import Any

from checkin.domain.attendance import DayAttendance, Presence
from checkin.domain.code import code_for, printed
from checkin.domain.conflicts import InTwice
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.questions import Question
from checkin.domain.times import from_ms
from checkin.domain.verdict import Verdict
from checkin.services.shownfields import field_heading
from checkin.store.store import Store

HOUR = 3_600_000


def attendee_shape(attendee: Attendee, key: bytes) -> dict[str, object]:
    """Return an attendee as `attendees --json` prints one."""
    return {
        "id": attendee.id,
        "name": attendee.name,
        "given_name": attendee.given_name,
        "family_name": attendee.family_name,
        "email": attendee.email,
        "organisation": attendee.organisation,
        "organisation_kind": attendee.organisation_kind,
        "country": attendee.country,
        "job_title": attendee.job_title,
        "category": attendee.category,
        "status": attendee.status.value,
        "days": [day.isoformat() for day in attendee.days],
        "notes": attendee.notes,
        "instruction": attendee.instruction,
        "contacts": attendee.contacts,
        "offers": attendee.offers,
        "seeks": attendee.seeks,
        "bookings": list(attendee.bookings),
        "registration": attendee.registration,
        "badge": printed(attendee.badge),
        "code": code_for(key, attendee.badge) if attendee.badge else "",
        "ticket_code": attendee.ticket_code,
        "custom": dict(attendee.custom),
    }


def verdict_shape(verdict: Verdict, event: Event) -> dict[str, object]:
    """Return a verdict as `scan --json` prints it on a line."""
    who, before = verdict.attendee, verdict.previous
    return {
        "code": verdict.code,
        "status": verdict.status.value,
        "reason": verdict.reason.value if verdict.reason else None,
        "attendee": who
        and {
            "id": who.id,
            "name": who.name,
            "organisation": who.organisation,
            "job_title": who.job_title,
            "category": who.category,
            "notes": who.notes,
            "badge": printed(who.badge),
            "fields": {field_heading(field): text for field, text in who.fields},
        },
        "list": verdict.list,
        "type": verdict.direction.value,
        "at": iso(verdict.at, event),
        "previous": before
        and {
            "at": iso(before.at, event),
            "type": before.direction.value,
            "station": before.station,
            "operator": before.operator,
        },
        "forced": verdict.forced,
        "check_in": verdict.check_in,
        "revoked_at": iso(verdict.revoked_at, event) if verdict.revoked_at else None,
        "instruction": verdict.instruction,
        "questions": [question_shape(one) for one in verdict.questions],
    }


def question_shape(one: Question) -> dict[str, object]:
    """Return a question as `questions --json` prints one, and `scan --json` what is to be asked."""
    return {
        "id": one.id,
        "question": one.text,
        "kind": one.kind.value,
        "choices": list(one.choices),
        "required": not one.optional,
    }


def list_shape(one: CheckInList) -> dict[str, object]:
    """Return a check-in list as `lists --json` prints one."""
    return {
        "id": one.id,
        "name": one.name,
        "day": one.day.isoformat(),
        "entrance": one.entrance,
        "several_entries": one.several_entries,
        "entry_after_exit": one.entry_after_exit,
        "categories": list(one.categories),
        "opens": one.opens and one.opens.isoformat("minutes"),
        "closes": one.closes and one.closes.isoformat("minutes"),
        "capacity": one.capacity,
    }


def day_shape(day: DayAttendance) -> dict[str, object]:
    """Return one day as `attendance --json` prints it."""
    return {
        "day": day.day.isoformat(),
        "registered": day.registered,
        "present": day.present,
        "organisations": [
            {"organisation": name, "kind": kind, "registered": listed, "present": present}
            for name, kind, listed, present in day.by_organisation()
        ],
        "attendees": [_presence_shape(presence) for presence in day.presences],
    }


def _presence_shape(presence: Presence) -> dict[str, object]:
    return {
        "id": presence.attendee.id,
        "name": presence.attendee.name,
        "organisation": presence.attendee.organisation,
        "first_in": _text(presence.first_in),
        "last_out": _text(presence.last_out),
        "hours": round(presence.hours / HOUR, 4),
        "share": presence.share,
        "lists": list(presence.lists),
    }


def in_twice_shape(store: Store, double: InTwice) -> dict[str, Any]:
    """Return a double admission with names, for `attendance` and `exchange`."""
    event = store.programme.event()
    attendee = store.roster.by_id(double.first.attendee)
    lists = {one.id: one.name for one in store.programme.lists()}
    return {
        "attendee": double.first.attendee,
        "name": attendee.name if attendee else "",
        "list": lists[double.first.list],
        "entries": [
            {"at": iso(one.at, event), "station": one.station, "operator": one.operator}
            for one in (double.first, double.second)
        ],
    }


def in_twice_line(shape: dict[str, Any]) -> str:
    """Return a double admission in words."""
    times = ", ".join(
        f"{one['at'][11:16]} by {one['operator']} (station {one['station'][:8]})"
        for one in shape["entries"]
    )
    return f"{shape['name']} is in twice on {shape['list']}: {times}. It counts once."


def iso(at: int, event: Event) -> str:
    """Return Unix milliseconds as ISO 8601 in the event's zone, with its offset."""
    return from_ms(at, event.timezone).isoformat(timespec="milliseconds")


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="milliseconds") if moment else None
