"""Looks into other event files, for no more than what they are called and how they sign codes."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import peewee as pw

from checkin.domain.event import Event
from checkin.errors import CheckinError
from checkin.store import database as files
from checkin.store.programme import Programme
from checkin.store.store import identity


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another event known on this computer, and the key of its codes."""

    event: Event
    key: bytes = field(repr=False)


def neighbour_at(path: Path, but: str) -> Neighbour | None:
    """Return the event in a file, None for the one with the id `but` and for one not readable.

    A file that is being written, is damaged or gone is passed over: this is a courtesy.
    """
    try:
        files.check_is_event(path)
        connection = files.connect(path, writable=False)
        try:
            event_id, key = identity(connection, path)
            return None if event_id == but else Neighbour(Programme(connection).event(), key)
        finally:
            connection.close()
    except (CheckinError, OSError, ValueError, pw.PeeweeException, sqlite3.Error):
        return None
