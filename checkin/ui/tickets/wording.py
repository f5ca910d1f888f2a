"""What is said of what goes out by e-mail: of tickets, and of certificates."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Wording:
    """The title of the dialog, what can be saved, what goes with a message, and what came of it.

    `fields` are some that a message may have; `attached` has a place for them, `written` and
    `sent` for a count.
    """

    title: str
    save: str
    attached: str
    fields: tuple[str, ...]
    folder: str
    writing: str
    sending: str
    written: str
    sent: str


def of_tickets() -> Wording:
    """Return what is said of tickets."""
    return Wording(
        title=_tr("Tickets by e-mail"),
        save=_tr("Save pictures and PDFs…"),
        attached=_tr("Fields such as {fields} are filled in; code, PDF and days are attached."),
        fields=("given_name", "name", "event", "when", "number"),
        folder=_tr("Write the tickets into this folder"),
        writing=_tr("Writing tickets"),
        sending=_tr("Sending tickets"),
        written=_tr("{count} tickets are in {folder}."),
        sent=_tr("{count} tickets were sent."),
    )


def of_certificates() -> Wording:
    """Return what is said of certificates."""
    return Wording(
        title=_tr("Certificates by e-mail"),
        save=_tr("Save PDFs…"),
        attached=_tr("Fields such as {fields} are filled in; the certificate is attached."),
        fields=("given_name", "name", "event", "days", "hours", "number"),
        folder=_tr("Write the certificates into this folder"),
        writing=_tr("Writing certificates"),
        sending=_tr("Sending certificates"),
        written=_tr("{count} certificates are in {folder}."),
        sent=_tr("{count} certificates were sent."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tickets", text)
