"""A session on its way to another time or room, by the mouse or by keys, until it is let go."""

from dataclasses import dataclass, replace
from datetime import date

from checkin.domain.event import Event
from checkin.domain.session import Session
from checkin.domain.timetable import Place, moved, place_of, stretched


@dataclass(frozen=True, slots=True)
class Move:
    """`place` is where the session would be; `stretching` moves only its end."""

    session: Session
    origin: Place
    place: Place
    stretching: bool = False

    @classmethod
    def of(cls, event: Event, session: Session, *, stretching: bool = False) -> "Move":
        """Return a move that has not gone anywhere yet."""
        origin = place_of(event, session)
        return cls(session, origin, origin, stretching)

    @property
    def changes(self) -> bool:
        """Tell whether the session would be elsewhere."""
        return self.place != self.origin

    def dragged(self, event: Event, minute: float, room: str, day: date) -> "Move":
        """Return the move with what is stretched, or moved, at a minute of a room on a day."""
        if self.stretching:
            by = round(minute - self.origin.end)
            return replace(self, place=stretched(event, self.origin, by))
        place = moved(event, self.origin, round(minute - self.origin.begin))
        return replace(self, place=replace(place, room=room, day=day))

    def stepped(self, event: Event, minutes: int, *, stretching: bool) -> "Move":
        """Return the move so many minutes further on."""
        further = stretched if stretching else moved
        return replace(self, place=further(event, self.place, minutes))
