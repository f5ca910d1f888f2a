"""Makes what attendees get of the contact desk: each their contacts, and the list of who agreed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from checkin.domain.badgewords import filled
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.gateways.message import Attachment, draft, message
from checkin.gateways.text import csv_bytes, write_csv
from checkin.gateways.vcard import Card, Version, vcards
from checkin.render.wholefile import whole_folder, write_to_disk
from checkin.services.contacts import Contact
from checkin.store.faults import explained

HEADER = ("Name", "Job title", "Organisation", "Country", "E-mail", "Offers", "Seeks", "Met")
LIST_HEADER = ("Name", "Given name", "E-mail", "Organisation", "Contacts", "vCards", "CSV")
SUBJECT = "Your contacts of {event}"
TEXT = """Dear {name},

attached are the contacts you made at {event}: as cards for your address book, and as a table.

Everybody in them agreed to be passed on to you, and you to them. Please use their details for \
what you met for, and for nothing else.
"""

Everyone = Sequence[tuple[Attendee, Sequence[Contact]]]


class HandingOut:
    """What is handed out of one event, in one version of vCard."""

    def __init__(self, event: Event, version: Version = Version.THREE) -> None:
        self._event = event
        self._version = version

    def write_folder(self, folder: Path, everyone: Everyone) -> int:
        """Write each their contacts as vCards and CSV, and a list for a mail merge.

        Return how many.

        All files come into being together, or none. CheckinError `no-contacts`.
        """
        _check(folder, everyone)
        with whole_folder(folder) as inside:
            for one, contacts in everyone:
                write_to_disk(inside / f"{_name(one)}.vcf", self.cards(contacts))
                write_csv(inside / f"{_name(one)}.csv", HEADER, self.rows(contacts))
            write_csv(inside / "contacts.csv", LIST_HEADER, map(_row, everyone))
        return len(everyone)

    def write_drafts(self, folder: Path, everyone: Everyone, sender: str) -> list[Attendee]:
        """Write a draft of a message to each who has an address; return those who have none."""
        _check(folder, everyone)
        with whole_folder(folder) as inside:
            for one, contacts in everyone:
                if one.email:
                    table = csv_bytes(HEADER, self.rows(contacts))
                    made = self._message(one, self.cards(contacts), table, sender)
                    write_to_disk(inside / f"{_name(one)}.eml", made)
        return [one for one, _ in everyone if not one.email]

    def cards(self, contacts: Sequence[Contact]) -> bytes:
        """Return contacts as vCards."""
        group = self._event.title
        cards = (Card(one.attendee, self._note(one), group) for one in contacts)
        return vcards(cards, self._version).encode()

    def rows(self, contacts: Sequence[Contact]) -> Iterator[tuple[str | datetime, ...]]:
        """Yield contacts under HEADER."""
        for contact in contacts:
            one, at = contact.attendee, self._event.local(contact.at).replace(tzinfo=None)
            about = (one.job_title, one.organisation, one.country, one.email, one.offers, one.seeks)
            yield (one.name, *about, at)

    def _note(self, contact: Contact) -> str:
        one, at = contact.attendee, self._event.local(contact.at)
        lines = [f"Met at {self._event.title}, {at.day} {at:%B %Y}, {at:%H:%M}."]
        lines += [f"Offers: {one.offers}"] if one.offers else []
        lines += [f"Seeks: {one.seeks}"] if one.seeks else []
        return "\n".join(lines)

    def _message(self, one: Attendee, cards: bytes, table: bytes, sender: str) -> bytes:
        attached = (
            Attachment("contacts.vcf", cards, "text/vcard"),
            Attachment("contacts.csv", table, "text/csv"),
        )
        values = {"name": one.name, "event": self._event.title}
        subject, text = filled(SUBJECT, values), filled(TEXT, values)
        return draft(message(sender, (one.name, one.email), subject, text, attached))


def _check(folder: Path, everyone: Everyone) -> None:
    if not everyone:
        raise CheckinError("no-contacts")
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _name(one: Attendee) -> str:
    return printed(one.badge) or one.id


def _row(pair: tuple[Attendee, Sequence[Contact]]) -> tuple[str | int, ...]:
    one, contacts = pair
    names = (one.name, one.given_name, one.email, one.organisation)
    return (*names, len(contacts), f"{_name(one)}.vcf", f"{_name(one)}.csv")
