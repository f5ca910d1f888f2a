"""Tells what stands on somebody's badge, and whether that is what was printed last."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from checkin.domain.badgewords import filled
from checkin.domain.bookings import is_booked
from checkin.domain.code import printed
from checkin.domain.consent import consent_word
from checkin.domain.design import Design
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.domain.session import Session
from checkin.domain.template import Picture, Text
from checkin.render.face import BadgeFace

# What the words of a template may name, besides any field of one's own.
FIELDS = (
    *("name", "given_name", "family_name", "organisation", "job_title", "category", "country"),
    *("registration", "number", "event", "where", "when", "days"),
    *("contacts", "offers", "seeks", "sessions", "programme"),
)
_DIGITS = 16


def face_of(
    event: Event,
    attendee: Attendee,
    code: str,
    photo: bytes = b"",
    programme: Sequence[Session] = (),
) -> BadgeFace:
    """Return what stands on an attendee's badge; `code` goes into its QR.

    Who has one name only has it as the given one, which templates draw large.
    """
    given, family = attendee.given_name, attendee.family_name
    values = dict(attendee.custom)
    values |= {
        "name": attendee.name,
        "given_name": given or family,
        "family_name": family if given else "",
        "organisation": attendee.organisation,
        "job_title": attendee.job_title,
        "category": attendee.category,
        "country": attendee.country,
        "registration": attendee.registration,
        "number": printed(attendee.badge),
        "event": event.title,
        "where": event.venue,
        "when": days_in_words(event),
        "days": ", ".join(f"{day.day} {day:%B}" for day in attendee.days),
        "contacts": consent_word(attendee.contacts),
        "offers": attendee.offers,
        "seeks": attendee.seeks,
        "sessions": "; ".join(one.name for one in programme if one.id in attendee.bookings),
        "programme": _programme(attendee, programme),
    }
    return BadgeFace(values, code, photo)


def _programme(attendee: Attendee, sessions: Iterable[Session]) -> str:
    """Return somebody's own programme, in order: what is for all, and what they booked."""
    parts = []
    day = None
    for one in sessions:
        theirs = one.id in attendee.bookings or not is_booked(one)
        if theirs and (not attendee.days or one.day in attendee.days):
            heading = "" if one.day == day else f"{one.day.day} {one.day:%B}: "
            day = one.day
            room = f", {one.room}" if one.room else ""
            parts.append(f"{heading}{one.starts:%H:%M} {one.name}{room}")
    return " · ".join(parts)


def fingerprint(face: BadgeFace, design: Design) -> str:
    """Return sixteen hexadecimal digits that change with anything that is seen on a badge.

    Code and number are left out: a badge of another number was never printed at all.
    """
    template = design.of(face.category)
    values = {**face.values, "number": ""}
    seen = [filled(one.words, values) for one in template.elements if isinstance(one, Text)]
    if any(isinstance(one, Picture) and one.photo for one in template.elements):
        seen.append(sha256(face.photo).hexdigest())
    # ASCII, since a lone half of a surrogate pair, which lists do hold, has no UTF-8.
    said = json.dumps([face.category, design.digest(face.category), *seen]).encode("ascii")
    return sha256(said).hexdigest()[:_DIGITS]


def days_in_words(event: Event) -> str:
    """Return the days as a badge shows them, such as `2–3 June`."""
    first, last = event.first_day, event.last_day
    days = f"{last.day} {last:%B}"
    if (first.year, first.month) != (last.year, last.month):
        return f"{first.day} {first:%B} – {days}"
    return days if first == last else f"{first.day}–{days}"
