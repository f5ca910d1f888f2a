"""What changes about a person, and what a row of a list does to the roster, as read by people."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.details import Details, text_of
from checkin.domain.people import Attendee
from checkin.domain.questions import CONTACTS
from checkin.domain.things import CUSTOM, DAY


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a person before and after, empty where nothing stood.

    `days` are ISO dates with commas between, empty for every day; a field of somebody's own is
    `custom.` and its name.
    """

    field: str
    before: str
    after: str


class RowKind(StrEnum):
    """What a row does to the roster."""

    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What one row would do: `row` as a spreadsheet numbers it, the rest as it would then be.

    `attendee` is the id of somebody known, and `fields` what changes about them; both are empty for
    somebody added.
    """

    row: int
    kind: RowKind
    name: str
    email: str = ""
    organisation: str = ""
    attendee: str = ""
    fields: tuple[FieldChange, ...] = ()


def field_changes(
    known: Attendee, details: Details, body: Mapping[str, object]
) -> Iterator[FieldChange]:
    """Yield what a body that was made of `details` changes about `known`."""
    days = False
    for field, value in body.items():
        if field.startswith(DAY):
            days = True
        elif field.startswith(CUSTOM):
            yield FieldChange(field, known.custom.get(field[len(CUSTOM) :], ""), _text(value))
        elif field == "organisation":
            yield FieldChange(field, known.organisation, details.texts[field])
        elif field == CONTACTS:
            yield FieldChange(field, text_of(known, field), details.texts[field])
        elif hasattr(known, field):
            yield FieldChange(field, text_of(known, field), _text(value))
    if days:
        yield FieldChange("days", _days(known.days), _days(details.days or ()))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _days(days: Iterable[date]) -> str:
    return ",".join(day.isoformat() for day in sorted(days))
