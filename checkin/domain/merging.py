"""What a person keeps of two records that turn out to be theirs."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from checkin.domain.people import Status
from checkin.domain.things import APART, BOOKING, CUSTOM, DAY, SAME_AS, Fields

# In the body that a merger gives the person: which record it was merged with, for its undoing.
MERGED = "merged"
# What can be chosen one by one, besides fields of somebody's own; names and days go together.
CHOICES = (
    "name",
    "email",
    "organisation",
    "job_title",
    "country",
    "category",
    "status",
    "days",
    "notes",
    "instruction",
)
# What is not worth a choice: each has a default that loses nothing.
_UNCHOSEN = ("imported", "bookings", "contacts", "offers", "seeks")
_TOGETHER = {
    "name": ("name", "given_name", "family_name"),
    "organisation": ("organisation", "organisation_kind"),
}
# Each record has its own: they find the person as they always did.
_STAY = frozenset({"registration", "ticket_code", "removed", SAME_AS, MERGED})
# Who is let in by more doors stands first.
_STATUSES = (Status.BLOCKED, Status.REGISTERED, Status.UNPAID, Status.UNAPPROVED, Status.CANCELED)
_PREFIXES = {"days": DAY, "bookings": BOOKING}
_BETWEEN_NOTES = " · "


class Side(StrEnum):
    """Which of two records: the one that is kept where nothing else is said, or the other."""

    KEPT = "kept"
    OTHER = "other"


def merged_fields(keep: Fields, other: Fields, choices: Mapping[str, Side]) -> Fields:
    """Return the fields of a person, of their two records' fields.

    `choices` says of which record a field is; of one not named, and of both records, notes and
    instructions are joined, days and bookings united, contacts passed on only if neither forbade,
    the status is the one let in by more doors, unless either is blocked, and what is empty is
    filled from the other. ValueError names a choice that is none.
    """
    fields: Fields = {}
    for choice in _choices_of(keep, other):
        side = choices.get(choice)
        if side is None:
            fields |= _by_default(choice, keep, other)
        else:
            fields |= _part(choice, keep if side is Side.KEPT else other)
    for choice in choices.keys() - {*CHOICES}:
        if not choice.startswith(CUSTOM) or choice not in {*keep, *other}:
            raise ValueError(choice)
    return fields


def differing(keep: Fields, other: Fields) -> dict[str, Side | None]:
    """Return the choices in which two records differ, and what is taken: None for of both."""
    taken = merged_fields(keep, other, {})
    found: dict[str, Side | None] = {}
    for choice in _choices_of(keep, other):
        one, another, both = (_part(choice, fields) for fields in (keep, other, taken))
        if one != another and choice != "imported":
            found[choice] = Side.KEPT if both == one else Side.OTHER if both == another else None
    return found


def merging_body(before: Fields, record: str, fields: Fields) -> dict[str, object]:
    """Return the body that gives the person `fields` instead of `before`, merged with `record`."""
    spoken = [name for name in {**before, **fields} if _is_mergeable(name)]
    body: dict[str, object] = {
        name: fields.get(name) for name in sorted(spoken) if before.get(name) != fields.get(name)
    }
    if APART + record in before:
        body[APART + record] = None
    return {MERGED: record, **body}


def _is_mergeable(name: str) -> bool:
    return name not in _STAY and not name.startswith(APART)


def _choices_of(keep: Fields, other: Fields) -> Iterable[str]:
    return dict.fromkeys([*CHOICES, *_UNCHOSEN, *filter(_is_custom, [*keep, *other])])


def _is_custom(name: str) -> bool:
    return name.startswith(CUSTOM)


def _part(choice: str, fields: Fields) -> Fields:
    """Return what a record says of one choice."""
    if prefix := _PREFIXES.get(choice):
        return {name: value for name, value in fields.items() if name.startswith(prefix)}
    names = _TOGETHER.get(choice, (choice,))
    return {name: fields[name] for name in names if name in fields}


def _by_default(choice: str, keep: Fields, other: Fields) -> Fields:
    one, another = _part(choice, keep), _part(choice, other)
    match choice:
        case "days":
            # No days are every day.
            return one | another if one and another else {}
        case "bookings":
            return one | another
        case "contacts":
            return min((part for part in (one, another) if part), key=_allows, default={})
        case "status":
            return _part(choice, min(keep, other, key=_doors_closed))
        case "notes" | "instruction" if one and another:
            return {choice: _joined(str(one[choice]), str(another[choice]))}
        case "name" | "organisation":
            return one if choice in one else another or one
    return one or another


def _allows(part: Fields) -> bool:
    return bool(part["contacts"])


def _doors_closed(fields: Fields) -> int:
    status = fields.get("status", Status.REGISTERED)
    # One that only a newer version knows is as good as blocked.
    return _STATUSES.index(Status(str(status))) if status in set(Status) else 0


def _joined(one: str, other: str) -> str:
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{_BETWEEN_NOTES}{other}"
