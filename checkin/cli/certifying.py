"""Draws certificates of an event into files, and brings them to people by e-mail."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from checkin.app import App
from checkin.cli.context import Session, progress_to
from checkin.cli.letters import Letters, Progress
from checkin.cli.printing import drawing
from checkin.domain.certificates import certificate_code
from checkin.domain.design import Design
from checkin.domain.filenames import file_name
from checkin.domain.roles import Operator
from checkin.domain.template import Template
from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.gateways.message import Attachment
from checkin.gateways.templatefile import builtin_templates
from checkin.render.certificate import Trouble, troubles, write_apart, write_together
from checkin.render.certificatefaces import CertificateWriter
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.ticket import page_pdf
from checkin.services.certificatelook import certificate_design
from checkin.services.certificates import Issued
from checkin.services.permission import refuse_in_rehearsal
from checkin.store.faults import explained
from checkin.store.store import Store

SUBJECT = "Your certificate of {event}"
TEXT = """Dear {name},

here is your certificate of {event}, {where}, {days}: {hours} of {programme}.

Its number is {number}. Whoever wants to know whether it is valid can ask us with that number, or \
with the code on it.
"""


def usual_template(app: App) -> Template:
    """Return the template of certificates that comes along."""
    return builtin_templates(app.resources / "certificates")["classic"]


def certificates_of(
    session: Session, store: Store, words: TicketWords | None = None
) -> "Certificates":
    """Return the certificates of an event, with progress on a terminal."""

    def progress(done: int, total: int) -> bool:
        return progress_to("Certificates:", total)(done)

    usual = TicketWords(SUBJECT, TEXT)
    return Certificates(session.app, store, session.operator, words or usual, progress)


class Certificates(Letters[Issued]):
    """The certificates of one event that hold now."""

    def __init__(
        self, app: App, store: Store, operator: Operator, words: TicketWords, progress: Progress
    ) -> None:
        super().__init__(store, operator, words, progress)
        self._app = app
        names = [one.name for one in store.programme.organizers()]
        self._writer = CertificateWriter(self._event, store.programme.sessions(), names)

    def face(self, one: Issued) -> BadgeFace:
        number, facts = one.number, one.certificate.facts
        code = certificate_code(self._store.key, number)
        return self._writer.face(one.attendee, facts, number, code, one.certificate.issue, one.at)

    def attached(self, one: Issued, face: BadgeFace) -> tuple[Attachment, ...]:
        return (Attachment(_file_of(one, face), page_pdf(self._drawer, face), "application/pdf"),)

    def troubles(self, items: Sequence[Issued]) -> list[tuple[Issued, Trouble]]:
        """Return which certificates would come out badly, and how."""
        self._application = drawing()
        found = troubles([self.face(one) for one in items], self.design)
        return [(items[place], trouble) for place, trouble in found.items()]

    def write(self, out: Path, items: Sequence[Issued]) -> int:
        """Write them to one PDF, or each to its own in a folder; return how many.

        It is a folder unless its name ends in `.pdf`. All is written or nothing: CheckinError
        "canceled" where progress says so, "no-certificates" where there are none.
        """
        refuse_in_rehearsal(self._store)
        if not items:
            raise CheckinError("no-certificates")
        self._application = drawing()
        faces = [self.face(one) for one in items]

        def progress(done: int) -> bool:
            return self._progress(done, len(faces))

        if out.suffix.lower() == ".pdf":
            made = write_together(out, faces, self.design, self._event.title, progress)
        else:
            with explained(out):
                out.mkdir(parents=True, exist_ok=True)
            names = [_file_of(one, face) for one, face in zip(items, faces, strict=True)]
            made = write_apart(out, faces, names, self.design, progress)
        if not made:
            raise CheckinError("canceled")
        return len(faces)

    @cached_property
    def design(self) -> Design:
        """What certificates look like."""
        return certificate_design(self._store, self._operator, usual_template(self._app))

    @cached_property
    def _drawer(self) -> Drawer:
        self._application = drawing()
        return Drawer(self.design)


def _file_of(one: Issued, face: BadgeFace) -> str:
    """Return a name for the file of a certificate that no other one has."""
    return f"{file_name(one.attendee.name, 'certificate')} {face.number}.pdf"
