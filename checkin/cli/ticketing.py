"""Makes tickets of an event and brings them into a folder, into drafts, or to a mail server."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from checkin.app import App
from checkin.cli.letters import Letters, Progress
from checkin.cli.printing import drawing
from checkin.domain.calendar import calendar_of
from checkin.domain.code import printed
from checkin.domain.roles import Operator
from checkin.domain.tickets import TicketWords
from checkin.gateways.message import Attachment
from checkin.gateways.templatefile import builtin_templates
from checkin.gateways.text import write_csv
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.render.ticket import TicketPen
from checkin.render.wholefile import write_to_disk
from checkin.services.badges import Badge
from checkin.store.store import Store

LIST_HEADER = ("Name", "Given name", "E-mail", "Organisation", "Badge", "Picture", "PDF")


class Tickets(Letters[Badge]):
    """The tickets of one event; `progress` hears how many of how many are made, and may stop."""

    def __init__(
        self, app: App, store: Store, operator: Operator, words: TicketWords, progress: Progress
    ) -> None:
        super().__init__(store, operator, words, progress)
        self._app = app

    def face(self, one: Badge) -> BadgeFace:
        return face_of(self._event, one.attendee, one.code, programme=one.programme)

    def attached(self, one: Badge, face: BadgeFace) -> tuple[Attachment, ...]:
        calendar = Attachment("event.ics", self._calendar, "text/calendar")
        return (*self._drawn(face), calendar)

    def write_folder(self, folder: Path, badges: Sequence[Badge]) -> int:
        """Write picture and PDF of each, a list for a mail merge, and the calendar entries.

        All files come into being together, or none. Return how many tickets. CheckinError
        "canceled" where progress says so.
        """
        with self._new_folder(folder) as inside:
            for _, face in self._each(badges):
                for file in self._drawn(face):
                    write_to_disk(inside / file.name, file.content)
            write_csv(inside / "tickets.csv", LIST_HEADER, map(self._row, badges))
            write_to_disk(inside / "event.ics", self._calendar)
        return len(badges)

    @cached_property
    def _pen(self) -> TicketPen:
        self._application = drawing()
        logos = tuple(one.picture for one in self._store.programme.organizers() if one.picture)
        return TicketPen(builtin_templates(self._app.resources / "tickets"), logos)

    @cached_property
    def _calendar(self) -> bytes:
        lists = self._store.programme.lists()
        return calendar_of(self._event, lists, self._app.now()).encode()

    def _drawn(self, face: BadgeFace) -> tuple[Attachment, Attachment]:
        return (
            Attachment(f"{face.number}.png", self._pen.png(face), "image/png"),
            Attachment(f"{face.number}.pdf", self._pen.pdf(face), "application/pdf"),
        )

    @staticmethod
    def _row(badge: Badge) -> tuple[str, ...]:
        one = badge.attendee
        number = printed(one.badge)
        names = (one.name, one.given_name, one.email, one.organisation)
        return (*names, number, f"{number}.png", f"{number}.pdf")
