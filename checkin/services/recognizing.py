"""Tells which texts are codes of an event, without asking its file."""

from collections.abc import Callable

from checkin.domain import code
from checkin.domain.certificates import read_certificate
from checkin.domain.keyboards import put_back
from checkin.store.store import Store


def recognizer(store: Store) -> Callable[[str], str]:
    """Return what gives the whole code of this event that a text was read from, however that is
    written, empty for any other text; any thread may ask it.
    """
    key = store.key

    def code_of(text: str) -> str:
        reading = code.read(key, text, put_back)
        return reading.code if reading and reading.proven else ""

    return code_of


def certificate_recognizer(store: Store) -> Callable[[str], str]:
    """Return what gives the whole code of one of this event's certificates, likewise."""
    key = store.key

    def code_of(text: str) -> str:
        reading = read_certificate(key, text, put_back)
        return reading.code if reading and reading.proven else ""

    return code_of
