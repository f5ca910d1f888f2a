"""Writes e-mail messages with attachments, as drafts or to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime

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
    identity: str = "",
) -> EmailMessage:
    """Return a message to a `receiver`, given by name and e-mail address.

    `identity` makes its Message-ID, the same for the same ticket. Raises CheckinError `bad-mail`
    for an address that is none.
    """
    made = EmailMessage(policy=SMTP)
    if sender:
        made["From"] = _address("", sender)
    made["To"] = _address(*receiver)
    made["Subject"] = " ".join(subject.split())
    made["Date"] = format_datetime(localtime())
    if identity:
        made["Message-ID"] = f"<{identity}@check-in.invalid>"
    made.set_content(text)
    for one in attachments:
        kind, _, sort = one.media.partition("/")
        made.add_attachment(one.content, maintype=kind, subtype=sort, filename=one.name)
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
    return Address(shown, addr_spec=check_address(address))
