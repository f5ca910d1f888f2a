"""Hands the window what brings tickets out: into folders, and through a mail server."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.domain.tickets import TicketWords
from checkin.ui.outside import Post

if TYPE_CHECKING:
    from checkin.cli.ticketing import Tickets
    from checkin.services.badges import Badge
    from checkin.services.desk import Desk
    from checkin.services.tickets import Sending
    from checkin.ui.longwork import Progress

# Slow enough for the servers of most providers.
_A_MINUTE = 60.0


def post_of(app: App) -> Post:
    """Return the functions, each reading its modules when it is first needed."""

    def tickets(desk: "Desk", words: TicketWords, progress: "Progress") -> "Tickets":
        from checkin.cli.ticketing import Tickets

        return Tickets(app, desk.store, desk.operator, words, progress)

    def save(desk: "Desk", folder: Path, badges: "Sequence[Badge]", progress: "Progress") -> int:
        return tickets(desk, TicketWords(), progress).write_folder(folder, badges)

    def draft(
        desk: "Desk",
        folder: Path,
        badges: "Sequence[Badge]",
        words: TicketWords,
        progress: "Progress",
    ) -> int:
        sender = app.settings.mail_sender
        return tickets(desk, words, progress).write_drafts(folder, badges, sender)

    def send(
        desk: "Desk",
        badges: "Sequence[Badge]",
        words: TicketWords,
        password: str,
        progress: "Progress",
    ) -> "Sending[Badge]":
        from checkin.cli.mailserver import mail_server

        made = tickets(desk, words, progress)
        return made.send(mail_server(app.settings), password, badges, _A_MINUTE)

    def set_server(host: str, port: int, security: str, user: str, sender: str) -> None:
        from checkin.cli.mailserver import changed

        app.save_settings(
            changed(app.settings, host=host, port=port, security=security, user=user, sender=sender)
        )

    def check(password: str) -> None:
        from checkin.cli.mailserver import mail_server
        from checkin.gateways.mailing import Mailing

        with Mailing(mail_server(app.settings), password) as mailing:
            mailing.check()

    return Post(save, draft, send, set_server, check)
