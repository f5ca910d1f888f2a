"""Writes e-mail messages with attachments, as drafts or to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, localtime, make_msgid

from checkin.domain.mail import read_email
from checkin.errors import CheckinError


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along; `media` is its type, such as `image/png`."""

    name: str
    content: bytes
    media: str


def message(
    sender: str,
    receiver: tuple[str, str],
    subject: str,
    text: str,
    attachments: Sequence[Attachment],
) -> EmailMessage:
    """Return a message to a `receiver`, given by name and e-mail address.

    Raises CheckinError `bad-mail` for an address that is none.
    """
    before = "".join(one.rpartition("@")[0] for one in (sender, receiver[1]))
    # Letters beyond ASCII before the @ can be written in no other way (RFC 6532).
    made = EmailMessage(policy=SMTP if before.isascii() else SMTPUTF8)
    if sender:
        made["From"] = _address("", sender)
        # Given a domain, it does not tell the name of this computer.
        made["Message-ID"] = make_msgid(domain=check_address(sender).rpartition("@")[2])
    made["To"] = _address(*receiver)
    made["Subject"] = " ".join(subject.split())
    made["Date"] = format_datetime(localtime())
    made.set_content(text)
    for one in attachments:
        kind, _, sort = one.media.partition("/")
        # Text whose letters are not told counts as ASCII.
        letters = {"charset": "utf-8"} if kind == "text" else None
        made.add_attachment(
            one.content, maintype=kind, subtype=sort, filename=one.name, params=letters
        )
    return made


def draft(made: EmailMessage) -> bytes:
    """Return a message as an .eml file that mail programs open to be looked at and sent."""
    made["X-Unsent"] = "1"
    return made.as_bytes()


def check_address(address: str) -> str:
    """Return an e-mail address as it is written in a message, its domain in ASCII.

    Raises CheckinError `bad-mail`.
    """
    try:
        local, _, domain = read_email(address).rpartition("@")
        if not local:
            raise ValueError("bad-email")
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except ValueError as error:
        raise CheckinError("bad-mail", address=address) from error


def _address(name: str, address: str) -> Address:
    shown = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    local, _, domain = check_address(address).rpartition("@")
    return Address(shown, local, domain)
