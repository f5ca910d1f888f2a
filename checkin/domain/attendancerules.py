"""What an event can say of how attendance is told: threshold, midday, one room, exits."""

from dataclasses import dataclass
from datetime import time

from checkin.domain.event import Event, Exits


@dataclass(frozen=True, slots=True)
class AttendanceRules:
    """The rules as they are, or what is to change of them, None leaving one as it is."""

    threshold: int | None = None
    midday: time | None = None
    one_room: bool | None = None
    exits: Exits | None = None

    def fields(self) -> dict[str, object]:
        """Return those that are spoken of, as an `event.set` body has them."""
        every: dict[str, object] = {
            "threshold": self.threshold,
            "midday": self.midday.isoformat("minutes") if self.midday else None,
            "one_room": self.one_room,
            "exits": self.exits.value if self.exits else None,
        }
        return {name: value for name, value in every.items() if value is not None}


def rules_of(event: Event) -> AttendanceRules:
    """Return the rules that an event has."""
    return AttendanceRules(event.threshold, event.midday, event.one_room, event.exits)
