"""Which sessions people booked: read from lists, and where too many or two at once were booked."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checkin.domain.attendance import NOT_EXPECTED
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.domain.session import Session, SessionKind
from checkin.domain.spans import overlap
from checkin.domain.values import read_yes
from checkin.domain.words import plain, plain_words

_HEADINGS = plain_words(
    """session, sessions, workshop, workshops, breakout, breakouts, breakout session,
    breakout sessions, booked sessions, booking, bookings, workshop choice, parallel session,
    sesija, sesijos, dirbtuvės, seminaras, seminarai, sesijas, darbnīca, darbnīcas, töötuba,
    töötoad, sessioon, sessioonid, warsztat, warsztaty, sesja, sesje, arbeitsgruppe,
    arbeitsgruppen, sitzung, sitzungen, verkstad, verkstäder, seminarium, семинар, семинары,
    мастер класс, сессия, сессии""",
    ",",
)
_NUMBER = re.compile(r"\s+\d{1,2}$")
_PARTS = re.compile(r"\s*[;\n|]\s*")
_FINER = re.compile(r"\s*[,/+&]\s*")
# What says that somebody booked nothing.
_NONE = plain_words("none, no, nothing, nė vieno, nav, pole, brak, keine, inga, нет", ",")


@dataclass(frozen=True, slots=True)
class Booked:
    """How many booked a session."""

    session: Session
    count: int

    @property
    def over(self) -> int:
        """How many more booked it than there are places."""
        return max(self.count - (self.session.capacity or self.count), 0)


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody who booked two sessions at the same time."""

    attendee: Attendee
    one: Session
    other: Session


def is_bookings_heading(text: str) -> bool:
    """Tell whether a column is called so that sessions are booked in it, such as `Workshop 2`."""
    words = plain(text)
    return words in _HEADINGS or _NUMBER.sub("", words) in _HEADINGS


def is_booked(session: Session) -> bool:
    """Tell whether a session is one that people choose: a workshop, or one with its own door."""
    return session.kind is SessionKind.WORKSHOP or session.own_door


class SessionNames:
    """The sessions of an event by what people call them."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._names = {one.id: plain(one.name) for one in sessions}
        # Lists say the same few things in thousands of rows.
        self._read = cache(self._read_anew)

    def __bool__(self) -> bool:
        return bool(self._names)

    def read(self, text: str) -> tuple[Sequence[str], Sequence[str]]:
        """Return the ids of the sessions that a cell names, and what in it names none.

        A session is named in full, by a beginning that is its alone, or by words of it, as `A` does
        of `Workshop A: Lasers`.
        """
        return self._read(text)

    def ticked(self, heading: str, text: str) -> tuple[Sequence[str], Sequence[str]]:
        """Return the same of a cell whose column is called as a session is, such as a tick in it.

        What is neither yes nor no is read as the names of sessions.
        """
        try:
            ticked = read_yes(text)
        except ValueError:
            return self.read(text)
        session = self._called(heading)
        if session is None:
            return self.read(text)
        return ([session] if ticked else []), []

    def names(self, heading: str) -> bool:
        """Tell whether a column is called as a session is in full."""
        return plain(heading) in self._names.values()

    def _read_anew(self, text: str) -> tuple[Sequence[str], Sequence[str]]:
        found: list[str] = []
        unknown: list[str] = []
        for part in filter(str.strip, _PARTS.split(text)):
            whole = self._called(part)
            pieces = [part] if whole else [one for one in _FINER.split(part) if one.strip()]
            for piece in pieces:
                if identity := whole or self._called(piece):
                    found.append(identity)
                elif plain(piece) not in _NONE and plain(piece):
                    unknown.append(piece.strip())
        return list(dict.fromkeys(found)), list(dict.fromkeys(unknown))

    def _called(self, text: str) -> str | None:
        wanted = plain(text)
        if not wanted:
            return None
        tries = (
            [one for one, name in self._names.items() if name == wanted],
            [one for one, name in self._names.items() if name.startswith(wanted)],
            [one for one, name in self._names.items() if _follows_first(wanted, name)],
            [one for one, name in self._names.items() if f" {wanted} " in f" {name} "],
        )
        return next((found[0] for found in tries if len(found) == 1), None)


def _follows_first(words: str, name: str) -> bool:
    """Tell whether words stand right behind a name's first one, as `A` in `Workshop A: Lasers`."""
    return f"{name.partition(' ')[2]} ".startswith(f"{words} ")


def booked(sessions: Sequence[Session], attendees: Iterable[Attendee]) -> list[Booked]:
    """Return how many of those who are to come booked each session."""
    counts = Counter(
        session for one in attendees if one.status not in NOT_EXPECTED for session in one.bookings
    )
    return [Booked(one, counts[one.id]) for one in sessions]


def clashes(
    event: Event, sessions: Sequence[Session], attendees: Iterable[Attendee]
) -> list[Clash]:
    """Return who booked two sessions at the same time."""
    spans = {one.id: one.span(event) for one in sessions}
    by_id: Mapping[str, Session] = {one.id: one for one in sessions}
    found = []
    for attendee in attendees:
        mine = [one for one in attendee.bookings if one in spans]
        mine.sort(key=lambda one: (spans[one], by_id[one].name, one))
        found += [
            Clash(attendee, by_id[one], by_id[other])
            for place, one in enumerate(mine)
            for other in mine[place + 1 :]
            if overlap(spans[one], spans[other])
        ]
    return found
