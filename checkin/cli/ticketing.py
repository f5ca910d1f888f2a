"""Makes tickets of an event and brings them into a folder, into drafts, or to a mail server."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from threading import Event as Flag

from checkin.app import App
from checkin.cli.printing import drawing
from checkin.domain.calendar import calendar_of
from checkin.domain.code import printed
from checkin.domain.roles import Operator
from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.gateways.mailing import Mailing, MailServer
from checkin.gateways.message import Attachment, draft, message
from checkin.gateways.templatefile import builtin_templates
from checkin.gateways.text import write_csv
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.render.ticket import TicketPen
from checkin.render.wholefile import whole_folder, write_to_disk
from checkin.services.badges import Badge
from checkin.services.permission import refuse_in_rehearsal
from checkin.services.tickets import Pace, Sending, send_tickets
from checkin.store.faults import explained
from checkin.store.store import Store

LIST_HEADER = ("Name", "Given name", "E-mail", "Organisation", "Badge", "Picture", "PDF")

Progress = Callable[[int, int], bool]


class Tickets:
    """The tickets of one event; `progress` hears how many of how many are made, and may stop."""

    def __init__(
        self, app: App, store: Store, operator: Operator, words: TicketWords, progress: Progress
    ) -> None:
        self._app = app
        self._store = store
        self._operator = operator
        self._words = words
        self._progress = progress
        self._event = store.programme.event()

    def write_folder(self, folder: Path, badges: Sequence[Badge]) -> int:
        """Write picture and PDF of each, a list for a mail merge, and the calendar entries.

        All files come into being together, or none. Return how many tickets. CheckinError
        "canceled" where progress says so.
        """
        with self._new_folder(folder) as inside:
            for badge, face in self._each(badges):
                for file in self._drawn(badge, face):
                    write_to_disk(inside / file.name, file.content)
            write_csv(inside / "tickets.csv", LIST_HEADER, map(self._row, badges))
            write_to_disk(inside / "event.ics", self._calendar)
        return len(badges)

    def write_drafts(self, folder: Path, badges: Sequence[Badge], sender: str) -> int:
        """Write a draft of a message for each, as `write_folder` does."""
        with self._new_folder(folder) as inside:
            for badge, face in self._each(badges):
                made = self._message(badge, face, sender)
                write_to_disk(inside / f"{face.number}.eml", draft(made))
        return len(badges)

    def send(
        self, server: MailServer, password: str, badges: Sequence[Badge], a_minute: float
    ) -> Sending:
        """Send each theirs; see `services.tickets.send_tickets`."""
        with Mailing(server, password) as mailing:

            def send(badge: Badge) -> None:
                face = face_of(self._event, badge.attendee, badge.code)
                mailing.send(self._message(badge, face, server.sender))

            pace = Pace(a_minute, time.monotonic, Flag().wait)
            return send_tickets(self._store, self._operator, badges, send, pace, self._progress)

    @cached_property
    def _pen(self) -> TicketPen:
        self._application = drawing()
        logos = tuple(one.picture for one in self._store.programme.organizers() if one.picture)
        return TicketPen(builtin_templates(self._app.resources / "tickets"), logos)

    @cached_property
    def _calendar(self) -> bytes:
        lists = self._store.programme.lists()
        return calendar_of(self._event, lists, self._app.now()).encode()

    def _each(self, badges: Sequence[Badge]) -> Iterator[tuple[Badge, BadgeFace]]:
        if not badges:
            raise CheckinError("no-ticket-to-send")
        for done, badge in enumerate(badges, start=1):
            yield badge, face_of(self._event, badge.attendee, badge.code)
            if not self._progress(done, len(badges)):
                raise CheckinError("canceled")

    def _drawn(self, badge: Badge, face: BadgeFace) -> tuple[Attachment, Attachment]:
        return (
            Attachment(f"{face.number}.png", self._pen.png(face), "image/png"),
            Attachment(f"{face.number}.pdf", self._pen.pdf(face), "application/pdf"),
        )

    def _message(self, badge: Badge, face: BadgeFace, sender: str) -> EmailMessage:
        attendee = badge.attendee
        return message(
            sender,
            (attendee.name, attendee.email),
            self._words.subject_for(face.values),
            self._words.text_for(face.values),
            (
                *self._drawn(badge, face),
                Attachment("event.ics", self._calendar, "text/calendar"),
            ),
        )

    @staticmethod
    def _row(badge: Badge) -> tuple[str, ...]:
        one = badge.attendee
        number = printed(one.badge)
        names = (one.name, one.given_name, one.email, one.organisation)
        return (*names, number, f"{number}.png", f"{number}.pdf")

    def _new_folder(self, folder: Path) -> AbstractContextManager[Path]:
        refuse_in_rehearsal(self._store)
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return whole_folder(folder)
