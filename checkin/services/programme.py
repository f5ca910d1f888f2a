"""Tells what the event is and what its check-in lists are."""

from dataclasses import dataclass
from datetime import date

from checkin.domain.event import CheckInList, Event
from checkin.domain.questions import Question
from checkin.domain.roles import Action, Operator
from checkin.domain.session import Session
from checkin.services.permission import require
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Programme:
    """The event, its lists, by day, a day's entrance first, what is asked at them, its sessions."""

    event: Event
    lists: tuple[CheckInList, ...]
    questions: tuple[Question, ...] = ()
    sessions: tuple[Session, ...] = ()

    def entrance_at(self, at: int) -> CheckInList | None:
        """Return the entrance of the day of a moment (Unix ms); None on no day of the event."""
        return self.entrance_on(self.event.day_of(at))

    def entrance_on(self, day: date) -> CheckInList | None:
        """Return the entrance of a day; None where it has none."""
        return next((one for one in self.lists if one.entrance and one.day == day), None)


def programme(store: Store, operator: Operator) -> Programme:
    """Return the event and its lists as they are now."""
    require(store, operator, Action.SEARCH)
    read = store.programme
    return Programme(
        read.event(), tuple(read.lists()), tuple(read.questions()), tuple(read.sessions())
    )
