"""Writes to people about something of theirs: into drafts, or through a mail server."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from email.message import EmailMessage
from pathlib import Path
from threading import Event as Flag
from typing import Generic

from checkin.domain.roles import Operator
from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.gateways.mailing import Mailing, MailServer
from checkin.gateways.message import Attachment, draft, message
from checkin.render.face import BadgeFace
from checkin.render.wholefile import whole_folder, write_to_disk
from checkin.services.permission import refuse_in_rehearsal
from checkin.services.tickets import M, Pace, Sending, send_tickets
from checkin.store.faults import explained
from checkin.store.store import Store

Progress = Callable[[int, int], bool]


class Letters(ABC, Generic[M]):
    """Letters of one event; `progress` hears how many of how many are made, and may stop."""

    def __init__(
        self, store: Store, operator: Operator, words: TicketWords, progress: Progress
    ) -> None:
        self._store = store
        self._operator = operator
        self._words = words
        self._progress = progress
        self._event = store.programme.event()

    @abstractmethod
    def face(self, one: M) -> BadgeFace:
        """Return what the fields of a letter are filled with."""

    @abstractmethod
    def attached(self, one: M, face: BadgeFace) -> tuple[Attachment, ...]:
        """Return what goes with a letter."""

    def write_drafts(self, folder: Path, items: Sequence[M], sender: str) -> int:
        """Write a draft of a message for each; all files come into being together, or none.

        Return how many. CheckinError "canceled" where progress says so.
        """
        with self._new_folder(folder) as inside:
            for one, face in self._each(items):
                made = self._message(one, face, sender)
                write_to_disk(inside / f"{face.number}.eml", draft(made))
        return len(items)

    def send(
        self, server: MailServer, password: str, items: Sequence[M], a_minute: float
    ) -> Sending[M]:
        """Send each theirs; see `services.tickets.send_tickets`."""
        with Mailing(server, password) as mailing:

            def send(one: M) -> None:
                mailing.send(self._message(one, self.face(one), server.sender))

            pace = Pace(a_minute, time.monotonic, Flag().wait)
            return send_tickets(self._store, self._operator, items, send, pace, self._progress)

    def _each(self, items: Sequence[M]) -> Iterator[tuple[M, BadgeFace]]:
        if not items:
            raise CheckinError("no-ticket-to-send")
        for done, one in enumerate(items, start=1):
            yield one, self.face(one)
            if not self._progress(done, len(items)):
                raise CheckinError("canceled")

    def _message(self, one: M, face: BadgeFace, sender: str) -> EmailMessage:
        return message(
            sender,
            (one.attendee.name, one.attendee.email),
            self._words.subject_for(face.values),
            self._words.text_for(face.values),
            self.attached(one, face),
        )

    def _new_folder(self, folder: Path) -> AbstractContextManager[Path]:
        refuse_in_rehearsal(self._store)
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return whole_folder(folder)
