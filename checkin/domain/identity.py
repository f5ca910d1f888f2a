"""Ids that any station would give to the same person, organisation or entrance."""

import hmac
import secrets
from datetime import date
from hashlib import sha256

from checkin.domain.text import fold

SEPARATOR = "\x1f"


def subject(key: bytes, kind: str, *identity: str) -> str:
    """Return the id of a thing known by its `identity`: 16 bytes of HMAC, in hexadecimal."""
    text = SEPARATOR.join((kind, *identity))
    return hmac.digest(key, text.encode(), sha256)[:16].hex()


def organisation_id(key: bytes, name: str) -> str:
    """Return the id of the organisation of that name, however it is capitalised or accented."""
    return subject(key, "organisation", fold(name))


def entrance_id(key: bytes, day: date) -> str:
    """Return the id of a day's entrance list."""
    return subject(key, "entrance", day.isoformat())


def picture_id(key: bytes, data: bytes) -> str:
    """Return the id of a picture with those bytes."""
    return subject(key, "picture", sha256(data).hexdigest())


def certificate_template_id(key: bytes) -> str:
    """Return the id of the template of the event's certificates, of which there is one."""
    return subject(key, "template", "certificate")


def meeting_id(key: bytes, one: str, other: str) -> str:
    """Return the id of two attendees having met, whichever is named first."""
    return subject(key, "meeting", *sorted((one, other)))


def operator_id(key: bytes, name: str, role: str) -> str:
    """Return the id under which an operator's entries stand."""
    return subject(key, "operator", name, role)


def role_id(key: bytes, role: str) -> str:
    """Return the id under which the entries about a role's PIN stand."""
    return subject(key, "role", role)


def random_id() -> str:
    """Return the id of a thing nobody else could know: a walk-in, a list made by hand."""
    return secrets.token_hex(16)
