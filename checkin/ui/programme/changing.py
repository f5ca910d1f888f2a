"""Adds, moves, changes and removes sessions, and takes the last of it back."""

from collections.abc import Callable
from dataclasses import fields, replace

from PySide6.QtCore import QObject, Signal

from checkin.domain.session import Session
from checkin.domain.timetable import Place, clock_of, place_of
from checkin.services.desk import Desk
from checkin.services.sessions import (
    SessionWords,
    add_session,
    bring_session_back,
    change_session,
    remove_session,
    words_of,
)
from checkin.ui.bench import Bench
from checkin.ui.programme.phrases import place_words

_Back = Callable[[Desk], object]


class Changing(QObject):
    """`done` says what was done, once it is on disk; `added` tells a new session's id and day.

    Whatever was done can be taken back, the latest first.
    """

    done = Signal(str)
    added = Signal(str, object)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._back: list[tuple[str, _Back]] = []

    @property
    def undoable(self) -> bool:
        """Tell whether there is anything to take back."""
        return bool(self._back)

    def add(self, words: SessionWords) -> None:
        """Add a session."""

        def added(session: Session) -> None:
            self.added.emit(session.id, session.day)
            said = self.tr("{session} was added.").format(session=session.name)
            self.keep(said, session.name, lambda desk: _remove(desk, session))

        self._bench.door.ask(lambda desk: add_session(desk.store, desk.operator, words), added)

    def change(self, session: Session, words: SessionWords, said: str = "") -> None:
        """Change what differs of a session, if anything does."""
        wanted = differing(session, words)
        if wanted == SessionWords():
            return
        before = _only(words_of(session), like=wanted)

        def changed(now: Session) -> None:
            default = self.tr("{session} was changed.").format(session=now.name)
            self.keep(said or default, now.name, lambda desk: _change(desk, now, before))

        self._bench.door.ask(lambda desk: _change(desk, session, wanted), changed)

    def place(self, session: Session, place: Place) -> None:
        """Move a session."""
        event = self._bench.programme().event
        was = place_of(event, session)
        words = SessionWords(
            day=place.day,
            starts=clock_of(place.begin) if place.begin != was.begin else None,
            ends=clock_of(place.end) if place.end != was.end else None,
            room=place.room,
        )
        said = self.tr("{session} is at {place} now.")
        self.change(session, words, said.format(session=session.name, place=place_words(place)))

    def remove(self, session: Session) -> None:
        """Remove a session nobody was scanned at."""

        def removed(_: object) -> None:
            said = self.tr("{session} was removed.").format(session=session.name)
            self.keep(said, session.name, lambda desk: _bring_back(desk, session))

        self._bench.door.ask(lambda desk: _remove(desk, session), removed)

    def undo(self) -> None:
        """Take back the latest that was done here."""
        name, back = self._back.pop()
        said = self.tr("{session} is as it was before.").format(session=name)
        self._bench.door.ask(back, lambda _: self.done.emit(said))

    def keep(self, said: str, name: str, back: _Back) -> None:
        """Say what was done, and take it back next."""
        self._back.append((name, back))
        self.done.emit(said)


def differing(session: Session, words: SessionWords) -> SessionWords:
    """Return those of the words that are not so already."""
    known = words_of(session)
    same = [
        one.name for one in fields(words) if getattr(words, one.name) == getattr(known, one.name)
    ]
    return replace(words, **dict.fromkeys(same))


def _only(words: SessionWords, like: SessionWords) -> SessionWords:
    unsaid = [one.name for one in fields(like) if getattr(like, one.name) is None]
    return replace(words, **dict.fromkeys(unsaid))


def _change(desk: Desk, session: Session, words: SessionWords) -> Session:
    return change_session(desk.store, desk.operator, session, words)


def _remove(desk: Desk, session: Session) -> None:
    remove_session(desk.store, desk.operator, session)


def _bring_back(desk: Desk, session: Session) -> Session:
    return bring_session_back(desk.store, desk.operator, session)
