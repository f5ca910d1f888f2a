"""Tells what stands on somebody's badge, and whether that is what was printed last."""

import json
from hashlib import sha256

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.render.face import BadgeFace

_DIGITS = 16


def face_of(event: Event, attendee: Attendee, code: str) -> BadgeFace:
    """Return the texts of an attendee's badge; `code` goes into its QR."""
    return BadgeFace(
        given_name=attendee.given_name,
        family_name=attendee.family_name,
        organisation=attendee.organisation,
        job_title=attendee.job_title,
        category=attendee.category,
        event=event.title,
        where=event.venue,
        when=days_in_words(event),
        code=code,
        number=printed(attendee.badge),
    )


def fingerprint(face: BadgeFace) -> str:
    """Return sixteen hexadecimal digits that change with any text of a badge.

    Code and number are left out: a badge of another number was never printed at all.
    """
    texts = (
        face.given_name,
        face.family_name,
        face.organisation,
        face.job_title,
        face.category,
        face.event,
        face.where,
        face.when,
    )
    # ASCII, since a lone half of a surrogate pair, which lists do hold, has no UTF-8.
    return sha256(json.dumps(texts).encode("ascii")).hexdigest()[:_DIGITS]


def days_in_words(event: Event) -> str:
    """Return the days as a badge shows them, such as `2–3 June`."""
    first, last = event.first_day, event.last_day
    days = f"{last.day} {last:%B}"
    if (first.year, first.month) != (last.year, last.month):
        return f"{first.day} {first:%B} – {days}"
    return days if first == last else f"{first.day}–{days}"
