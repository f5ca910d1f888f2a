"""How a thing's fields follow from the entries about it: the later word on each field wins."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeGuard

from checkin.domain.entry import Kind

Fields = dict[str, object]

# What each field of a thing may hold. A field or a type not named here is left out of the fold:
# it was written by a version that knows more than this one.
SHAPES: Mapping[str, Mapping[str, type]] = {
    Kind.EVENT_SET: {
        "title": str,
        "first_day": str,
        "last_day": str,
        "timezone": str,
        "venue": str,
        "day_boundary": str,
        "forget_day": str,
        "shown_fields": list,
        "template": str,
        "threshold": int,
        "midday": str,
        "one_room": bool,
        "exits": str,
    },
    Kind.LIST_SET: {
        "name": str,
        "day": str,
        "entrance": bool,
        "several_entries": bool,
        "entry_after_exit": bool,
        "categories": list,
        "opens": str,
        "closes": str,
        "capacity": int,
        "removed": bool,
    },
    Kind.ORGANISATION_SET: {"name": str, "kind": str, "country": str, "removed": bool},
    Kind.OPERATOR_SET: {"name": str, "role": str, "removed": bool},
    # Of a role, under the same id everywhere: the later word on its PIN holds.
    Kind.PIN_SET: {"pin": str, "recovery": str},
    Kind.ORGANIZER_SET: {"name": str, "picture": str, "position": int, "removed": bool},
    Kind.QUESTION_SET: {
        "text": str,
        "kind": str,
        "choices": list,
        "lists": list,
        "optional": bool,
        "position": int,
        "removed": bool,
    },
    # The form is a template as `templateform` reads it; the later one holds as a whole.
    Kind.TEMPLATE_SET: {"name": str, "form": dict, "removed": bool},
    # What makes a session of a check-in list, whose id it has.
    Kind.SESSION_SET: {
        "starts": str,
        "ends": str,
        "room": str,
        "kind": str,
        "counted": bool,
        "own_door": bool,
        "topic": str,
        "removed": bool,
    },
    # `heads` gives the last entry of each station that a seal covers: its number and its digest.
    Kind.DAY_SEALED: {"day": str, "heads": dict},
    # A printed sheet to sign: who stands on which row of it.
    Kind.SHEET_SET: {"list": str, "rows": list, "filled": bool},
    Kind.CERTIFICATE_SET: {
        "attendee": str,
        "number": str,
        "issue": int,
        "hours": int,
        "programme": int,
        "days": list,
        "sessions": list,
        "withdrawn": str,
    },
    # Of a pair of attendees, under the same id everywhere.
    Kind.CONTACT_MET: {"one": str, "other": str, "at": int, "removed": bool},
    Kind.ATTENDEE_SET: {
        "name": str,
        "given_name": str,
        "family_name": str,
        "email": str,
        "organisation": str,
        "organisation_kind": str,
        "country": str,
        "job_title": str,
        "category": str,
        "status": str,
        "notes": str,
        "instruction": str,
        "registration": str,
        "ticket_code": str,
        "imported": str,
        "contacts": bool,
        "offers": str,
        "seeks": str,
        "same_as": str,
        "removed": bool,
    },
}
# Of objects within objects: what goes deeper was written to do harm.
_DEEPEST = 8
CUSTOM = "custom."
DAY = "day."
# `booking.` and the id of a session.
BOOKING = "booking."
# `apart.` and the id of another, larger one: the two are different people.
APART = "apart."
# Of one record of a person: which other one, with a smaller id, is the same person's.
SAME_AS = "same_as"


def _fits(shape: Mapping[str, type], kind: str, field: str, value: object) -> bool:
    if known := shape.get(field):
        if known is int:
            return is_integer(value)
        return type(value) is known and (known is not dict or _is_flat(value, _DEEPEST))
    if kind != Kind.ATTENDEE_SET:
        return False
    if field.startswith(CUSTOM):
        return isinstance(value, str)
    return value is True and (field.startswith(DAY) or _names_a_thing(field))


def _names_a_thing(field: str) -> bool:
    return any(
        field.startswith(prefix) and is_id(field[len(prefix) :]) for prefix in (APART, BOOKING)
    )


def _is_flat(value: object, levels: int) -> bool:
    """Tell whether there are at most so many levels of lists and objects in one another."""
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not within or (levels > 0 and all(_is_flat(one, levels - 1) for one in within))


def is_integer(value: object) -> TypeGuard[int]:
    """Tell whether a value of a body is a whole number that a table can hold."""
    return type(value) is int and -(2**63) <= value < 2**63


def is_id(value: object) -> TypeGuard[str]:
    """Tell whether a value of a body is an id: 32 hexadecimal digits."""
    return isinstance(value, str) and len(value) == 32 and not set(value) - set("0123456789abcdef")


def days_in(extra: Iterable[str]) -> tuple[date, ...]:
    """Return the days an attendee is registered for, from the names of their loose fields."""
    return tuple(sorted(date.fromisoformat(name[len(DAY) :]) for name in extra if is_day(name)))


def bookings_in(extra: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sessions an attendee booked, from the names of their loose fields."""
    return tuple(sorted(name[len(BOOKING) :] for name in extra if name.startswith(BOOKING)))


def is_day(name: str) -> bool:
    """Tell whether a loose field is a day; one a newer version wrote oddly is left alone."""
    try:
        return name.startswith(DAY) and bool(date.fromisoformat(name[len(DAY) :]))
    except ValueError:
        return False


def overlay(kind: str, fields: Fields, body: Mapping[str, object]) -> Fields:
    """Return `fields` after one more entry of `kind` with that body.

    None clears a field, except that nothing but `removed: false` brings a removed thing back.
    """
    shape = SHAPES[kind]
    after = dict(fields)
    for field, value in body.items():
        if value is None and field != "removed":
            after.pop(field, None)
        elif _fits(shape, kind, field, value):
            after[field] = value
    return after


def fold(kind: str, bodies: Iterable[Mapping[str, object]]) -> Fields:
    """Return the fields that `bodies`, in order, come to."""
    fields: Fields = {}
    for body in bodies:
        fields = overlay(kind, fields, body)
    return fields
