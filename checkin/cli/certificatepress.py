"""Hands the window what draws certificates and brings them out: into files, and by e-mail."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.domain.tickets import TicketWords
from checkin.ui.outside import CertificatePress

if TYPE_CHECKING:
    from checkin.cli.certifying import Certificates
    from checkin.domain.template import Template
    from checkin.render.certificate import Trouble
    from checkin.services.certificates import Issued
    from checkin.services.desk import Desk
    from checkin.services.tickets import Sending
    from checkin.ui.longwork import Progress

# Slow enough for the servers of most providers.
_A_MINUTE = 60.0


def certificate_press_of(app: App) -> CertificatePress:
    """Return the functions, each reading its modules when it is first needed."""

    def made(desk: "Desk", words: TicketWords, progress: "Progress") -> "Certificates":
        from checkin.cli.certifying import Certificates

        return Certificates(app, desk.store, desk.operator, words, progress)

    def write(desk: "Desk", out: Path, items: "Sequence[Issued]", progress: "Progress") -> int:
        return made(desk, TicketWords(), progress).write(out, items)

    def draft(
        desk: "Desk",
        folder: Path,
        items: "Sequence[Issued]",
        words: TicketWords,
        progress: "Progress",
    ) -> int:
        sender = app.settings.mail_sender
        return made(desk, words, progress).write_drafts(folder, items, sender)

    def send(
        desk: "Desk",
        items: "Sequence[Issued]",
        words: TicketWords,
        password: str,
        progress: "Progress",
    ) -> "Sending[Issued]":
        from checkin.cli.mailserver import mail_server

        server = mail_server(app.settings)
        return made(desk, words, progress).send(server, password, items, _A_MINUTE)

    def troubles(desk: "Desk", items: "Sequence[Issued]") -> "Sequence[tuple[Issued, Trouble]]":
        return made(desk, TicketWords(), _go_on).troubles(items)

    def usual() -> "Template":
        from checkin.cli.certifying import usual_template

        return usual_template(app)

    def values(desk: "Desk", one: "Issued") -> Mapping[str, str]:
        return made(desk, TicketWords(), _go_on).face(one).values

    def words() -> TicketWords:
        from checkin.cli.certifying import SUBJECT, TEXT

        return TicketWords(SUBJECT, TEXT)

    return CertificatePress(write, draft, send, troubles, usual, values, words)


def _go_on(_done: int, _total: int) -> bool:
    return True
