"""Keeps pictures in an event, each once: logos of organizers and what stands on templates."""

from base64 import b64encode

from checkin.domain.entry import Kind
from checkin.domain.identity import picture_id
from checkin.errors import CheckinError
from checkin.store.pen import Pen
from checkin.store.store import Store

MOST_PICTURE_BYTES = 300 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"


def check_picture(picture: bytes) -> None:
    """Raise CheckinError unless a picture is a PNG of at most 300 KB."""
    if not picture.startswith(_PNG):
        raise CheckinError("picture-not-png")
    if len(picture) > MOST_PICTURE_BYTES:
        raise CheckinError("picture-too-heavy", most=MOST_PICTURE_BYTES // 1024)


def keep_picture(store: Store, pen: Pen, picture: bytes) -> str:
    """Return the id of a picture, added unless it is here already."""
    identity = picture_id(store.key, picture)
    if not store.programme.has_picture(identity):
        body = {"media": "image/png", "data": b64encode(picture).decode("ascii")}
        pen.append(Kind.PICTURE_ADDED, identity, body)
    return identity
