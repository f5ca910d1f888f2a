"""Tells where an event is kept and which station of it this is."""

from dataclasses import dataclass
from pathlib import Path

from checkin.domain.roles import Action, Operator
from checkin.services.permission import require
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class EventFile:
    """An event's file; `station` is None before this computer has written its first entry."""

    path: Path
    size: int
    entries: int
    stations: int
    station: str | None
    read_only: bool


def event_file(store: Store, operator: Operator) -> EventFile:
    """Return what is known of the file as it is now."""
    require(store, operator, Action.SEARCH)
    return EventFile(
        path=store.path.resolve(),
        size=store.path.stat().st_size if store.path.exists() else 0,
        entries=store.journal.count(),
        stations=len(store.journal.heads()),
        station=store.station,
        read_only=store.read_only,
    )
