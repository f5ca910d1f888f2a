"""The one door to reading what a registration list's cells say; each reader raises ValueError."""

from checkin.domain.days import find_date, read_days
from checkin.domain.mail import read_email
from checkin.domain.meanings import AGREED, CATEGORIES, KINDS, NO, REFUSED, STATUSES, YES
from checkin.domain.names import clean_name, join_name, split_name
from checkin.domain.people import OrganisationKind, Status
from checkin.domain.words import plain

__all__ = [
    "clean_name",
    "find_date",
    "join_name",
    "read_category",
    "read_consent",
    "read_days",
    "read_email",
    "read_kind",
    "read_status",
    "read_yes",
    "split_name",
]


def read_status(text: str) -> Status:
    """Return where the registration stands, an empty cell being registered.

    ValueError `status` for a word not known.
    """
    words = plain(text)
    if not words:
        return Status.REGISTERED
    if words not in STATUSES:
        raise ValueError("status")
    return STATUSES[words]


def read_kind(text: str) -> OrganisationKind:
    """Return what sort of organisation is meant; ValueError `organisation-kind`."""
    words = plain(text)
    if words not in KINDS:
        raise ValueError("organisation-kind")
    return KINDS[words]


def read_category(text: str) -> str:
    """Return our word for a category known in any language, any other on one line as typed."""
    return CATEGORIES.get(plain(text)) or " ".join(text.split())


def read_yes(text: str) -> bool:
    """Return what a yes-or-no cell says, an empty one meaning no; ValueError `yes-or-no`."""
    words = plain(text) or text.strip()
    if words in YES:
        return True
    if words in NO:
        return False
    raise ValueError("yes-or-no")


def read_consent(text: str) -> bool | None:
    """Return whether somebody agreed, an empty cell meaning that they were not asked.

    What follows a comma is talk, as in `Yes, you may`. ValueError `yes-or-no`.
    """
    if not text.strip():
        return None
    for said in (text, text.partition(",")[0]):
        if plain(said) in AGREED:
            return True
        if plain(said) in REFUSED:
            return False
    return read_yes(text.partition(",")[0])
