"""Says what a session is in words: in its block, below the timetable, to a screen reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from checkin.domain.session import Session, SessionKind
from checkin.domain.timetable import Block, Place, clock_of


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are inside each session now, and how many booked it, by its id."""

    inside: Mapping[str, int] = field(default_factory=dict)
    booked: Mapping[str, int] = field(default_factory=dict)

    def full(self, session: Session) -> bool:
        """Tell whether all places of a session are taken by those who are inside."""
        return bool(session.capacity) and self.inside.get(session.id, 0) >= (session.capacity or 0)

    def overbooked(self, session: Session) -> bool:
        """Tell whether more have booked a session than it has places."""
        return bool(session.capacity) and self.booked.get(session.id, 0) > (session.capacity or 0)


def kind_words(kind: SessionKind) -> str:
    """Return what a kind is called."""
    return {
        SessionKind.PLENARY: _tr("Plenary"),
        SessionKind.WORKSHOP: _tr("Workshop"),
        SessionKind.BREAK: _tr("Break"),
        SessionKind.OTHER: _tr("Other"),
    }[kind]


def hours_words(begin: int, end: int) -> str:
    """Return from when until when, given in minutes after midnight: `09:30–11:00`."""
    return f"{clock_of(begin):%H:%M}–{clock_of(end):%H:%M}"


def place_words(place: Place) -> str:
    """Return when and where something would be."""
    hours = hours_words(place.begin, place.end)
    return f"{hours} · {place.room}" if place.room else hours


def count_words(session: Session, counts: Counts) -> list[str]:
    """Return places, bookings and who is inside, as far as there is anything to say."""
    parts = []
    inside, booked = counts.inside.get(session.id, 0), counts.booked.get(session.id)
    if session.own_door or inside:
        if session.capacity:
            parts.append(_tr("{inside} of {places} inside", inside=inside, places=session.capacity))
        else:
            parts.append(_tr("{inside} inside", inside=inside))
    elif session.capacity:
        parts.append(_tr("{places} places", places=session.capacity))
    if booked is not None:
        parts.append(_tr("{booked} booked", booked=booked))
    return parts


def free_words(begins: int | None) -> str:
    """Return what is said of a room nothing is in until a minute of the day, None for no more."""
    if begins is None:
        return _tr("free")
    return _tr("free until {time}", time=f"{clock_of(begins):%H:%M}")


def full_word() -> str:
    """Return what marks a session whose places are taken."""
    return _tr("full")


def over_word() -> str:
    """Return what marks a session that more have booked than it has places."""
    return _tr("overbooked")


def clash_word() -> str:
    """Return what marks two sessions in one room at once."""
    return _tr("clash")


def block_words(block: Block, counts: Counts) -> str:
    """Return all there is to say of a session, in a line."""
    session = block.session
    parts = [session.name, hours_words(block.begin, block.end)]
    parts += [session.room] if session.room else []
    parts += [kind_words(session.kind), *count_words(session, counts)]
    parts += [full_word()] if counts.full(session) else []
    parts += [over_word()] if counts.overbooked(session) else []
    if block.clashes:
        names = ", ".join(one.name for one in block.clashes)
        parts.append(_tr("clashes with {names}", names=names))
    return " · ".join(parts)


def _tr(text: str, **facts: object) -> str:
    return QCoreApplication.translate("Programme", text).format(**facts)
