"""Who is registered, and where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Where a registration stands. Values are stored: never rename one."""

    REGISTERED = "registered"
    UNAPPROVED = "unapproved"
    UNPAID = "unpaid"
    CANCELED = "canceled"
    BLOCKED = "blocked"


def known_status(text: str | None) -> Status:
    """Return a status, blocked for one that only a newer version knows: the careful reading."""
    try:
        return Status(text or Status.REGISTERED)
    except ValueError:
        return Status.BLOCKED


class OrganisationKind(StrEnum):
    """What sort of organisation somebody comes from. Values are stored: never rename one."""

    COMPANY = "company"
    CLUSTER = "cluster"
    NETWORK = "company network"
    PUBLIC_BODY = "public body"
    RESEARCH = "research"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A registered person; a text not known is empty, `days` empty means every day.

    `bookings` are the ids of the sessions they booked. `contacts` tells whether they agreed that
    their contacts are passed on, None if nobody asked; `offers` and `seeks` are topics.
    `notes` are shown at the desk; `instruction` must be acknowledged there before they are let in.
    `badge` is the current badge number, twelve letters without hyphens; `ticket_code` the one
    another system gave; `imported` names the sort of list the person came in with, if any.
    """

    id: str
    name: str
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    organisation: str = ""
    organisation_kind: str = ""
    country: str = ""
    job_title: str = ""
    category: str = ""
    status: Status = Status.REGISTERED
    days: tuple[date, ...] = ()
    notes: str = ""
    instruction: str = ""
    registration: str = ""
    badge: str = ""
    ticket_code: str = ""
    imported: str = ""
    contacts: bool | None = None
    offers: str = ""
    seeks: str = ""
    bookings: tuple[str, ...] = ()
    custom: Mapping[str, str] = field(default_factory=dict)
