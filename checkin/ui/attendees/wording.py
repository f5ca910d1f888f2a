"""Says the fields, the states and the days of a person as people do."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from checkin.domain.consent import consent_of
from checkin.domain.duplicates import Why
from checkin.domain.listrows import CUSTOM_FIELD, DAY_FIELD
from checkin.domain.people import Status
from checkin.domain.questions import CONTACTS
from checkin.ui.dates import short_day

_CONTEXT = "Attendees"
_LONGEST_PART = 26
_MAY_BREAK = "\u200b"
_FIELDS = {
    "name": "Name",
    "given_name": "Given name",
    "family_name": "Family name",
    "email": "E-mail",
    "organisation": "Organisation",
    "organisation_kind": "Kind of organisation",
    "job_title": "Job title",
    "country": "Country",
    "category": "Category",
    "status": "Status",
    "days": "Days",
    "notes": "Notes for the desk",
    "instruction": "Instruction",
    "contacts": "Contacts",
    "bookings": "Booked",
    "offers": "Offers",
    "seeks": "Seeks",
    "registration": "Registration number",
    "ticket_code": "Ticket code of another system",
    "custom": "Field of your own",
}
_STATES = {
    Status.REGISTERED: "Registered",
    Status.UNAPPROVED: "Not approved",
    Status.UNPAID: "Not paid",
    Status.CANCELED: "Canceled",
    Status.BLOCKED: "Blocked",
}


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def column_words(title: str) -> str:
    """Return the title of a column of the table."""
    return _said(title)


def field_words(field: str) -> str:
    """Return what a field is called; one of somebody's own by its own name."""
    if field.startswith(CUSTOM_FIELD):
        return field[len(CUSTOM_FIELD) :]
    if field.startswith(DAY_FIELD):
        return short_day(date.fromisoformat(field[len(DAY_FIELD) :]))
    return _said(_FIELDS[field]) if field in _FIELDS else field


def why_words(why: Why) -> str:
    """Return what speaks for two being one person."""
    return _said(why.value)


def status_words(status: Status) -> str:
    """Return where a registration stands."""
    return _said(_STATES[status])


def consent_words(contacts: bool | None) -> str:
    """Return whether somebody's contact may be passed on, nothing for who was not asked."""
    return {True: _said("yes"), False: _said("no"), None: ""}[contacts]


def value_words(field: str, value: str) -> str:
    """Return the text that stands in a field as it is shown, a dash where there is none."""
    if field == "status":
        return (
            status_words(Status(value)) if value in set(Status) else status_words(Status.REGISTERED)
        )
    if field == "days":
        return days_words([date.fromisoformat(part.strip()) for part in value.split(",") if part])
    if field in {"category", "organisation_kind"}:
        return capital(value) or "–"
    if field == CONTACTS:
        return consent_words(consent_of(value)) or "–"
    return value or "–"


def breakable(text: str, most: int = _LONGEST_PART) -> str:
    """Return a text that a label can break within a word of more than `most` letters."""
    return " ".join(_in_parts(word, most) for word in text.split(" "))


def _in_parts(word: str, most: int) -> str:
    return _MAY_BREAK.join(word[at : at + most] for at in range(0, len(word), most))


def number(count: int) -> str:
    """Return a count as it is read easily, such as `100,000`."""
    return QLocale().toString(count)


def days_words(days: Sequence[date]) -> str:
    """Return the days somebody comes, such as `2 and 3 June`."""
    if not days:
        return _said("Every day")
    months = {(day.year, day.month) for day in days}
    if len(months) > 1:
        return _listed([short_day(day) for day in days])
    month = QLocale().monthName(days[0].month, QLocale.FormatType.LongFormat)
    return f"{_listed([str(day.day) for day in days])} {month}"


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _said("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def capital(text: str) -> str:
    """Return a word of ours as it begins a line."""
    return text[:1].upper() + text[1:]
