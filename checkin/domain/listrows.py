"""Reads one row of a registration list into what it says of a person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from checkin.domain.bookings import SessionNames, is_bookings_heading
from checkin.domain.consent import consent_word
from checkin.domain.details import TOPICS, Details
from checkin.domain.questions import CONTACTS
from checkin.domain.table import NO_TEXT, NO_VALUE, Row
from checkin.domain.topics import read_topics
from checkin.domain.values import (
    clean_name,
    read_category,
    read_consent,
    read_days,
    read_email,
    read_kind,
    read_status,
    read_yes,
)

CUSTOM_FIELD = "custom."
DAY_FIELD = "day:"
NAMES = ("name", "given_name", "family_name")
LONGEST_TEXT = 5000

Reader = Callable[[str], str]
_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(NAMES, clean_name),
    "email": read_email,
    "category": read_category,
    "status": lambda text: read_status(text).value,
    CONTACTS: lambda text: consent_word(read_consent(text)),
    **dict.fromkeys(TOPICS, read_topics),
}
# Fields that no number, date or yes can fill.
_TEXTUAL = frozenset({*NAMES, "email"})
# Fields whose cells are not simply taken as a text.
_APART = frozenset({"days", "organisation_kind"})


class RowRefused(ValueError):  # noqa: N818 - a refusal, not a mistake of ours
    """A row that cannot be taken: which field, why, and what stood there."""

    def __init__(self, field: str, reason: str, value: str = "") -> None:
        super().__init__(field, reason, value)
        self.field = field
        self.reason = reason
        self.value = value


class RowReader:
    """Reads rows of a list whose columns, by index, were taken for `columns`."""

    def __init__(
        self,
        columns: Mapping[int, str],
        event_days: Sequence[date],
        sessions: SessionNames | None = None,
    ) -> None:
        self._event_days = event_days
        self._sessions = sessions
        self._booked: list[tuple[int, str]] = []
        self._texts: list[tuple[int, str, Reader]] = []
        self._custom: list[tuple[int, str]] = []
        self._ticked: list[tuple[int, date]] = []
        for index, field in columns.items():
            if field.startswith(CUSTOM_FIELD):
                self._custom.append((index, field))
                heading = field.removeprefix(CUSTOM_FIELD)
                if sessions and (is_bookings_heading(heading) or sessions.names(heading)):
                    self._booked.append((index, field))
            elif field.startswith(DAY_FIELD):
                day = date.fromisoformat(field.removeprefix(DAY_FIELD))
                self._ticked.append((index, day))
            elif field not in _APART:
                self._texts.append((index, field, _READERS.get(field, str)))
        self._apart = {field: index for index, field in columns.items() if field in _APART}
        self._fields = columns

    def read(self, row: Row) -> tuple[Details, list[tuple[str, str]]]:
        """Return what a row says, and warnings of what in it nobody understands but may be kept.

        An empty cell says nothing. RowRefused for a missing name or a value that cannot be read.
        """
        self._check_odd(row)
        filled = {at: text for at, text in enumerate(row.cells) if text and not text.isspace()}
        texts = {
            field: _read(field, reader, filled[at])
            for at, field, reader in self._texts
            if at in filled
        }
        custom = {
            field.removeprefix(CUSTOM_FIELD): _limited(field, filled[at])
            for at, field in self._custom
            if at in filled
        }
        unclear = _read_kind(filled.get(self._apart.get("organisation_kind", -1), ""), texts)
        if not any(texts.get(name) for name in NAMES):
            raise RowRefused("name", "missing-name")
        bookings = self._bookings(filled, unclear)
        return Details(texts, self._days(filled), custom, bookings).whole(), unclear

    def _check_odd(self, row: Row) -> None:
        """Invent nothing: refuse a row with a number for a name, or a cell without a value.

        An error in the notes or in a field of the list's own is taken as it is shown.
        """
        for at, kind in row.odd:
            field = self._fields.get(at, CUSTOM_FIELD)
            is_free = field == "notes" or field.startswith(CUSTOM_FIELD)
            is_wrong = field in _TEXTUAL if kind == NO_TEXT else not is_free
            if is_wrong or kind == NO_VALUE:
                raise RowRefused(field, kind, row.cells[at][:80])

    def _bookings(
        self, filled: Mapping[int, str], unclear: list[tuple[str, str]]
    ) -> tuple[str, ...] | None:
        """Return the sessions booked in any column for that; what names none is `unclear`.

        Nothing but what is unclear says nothing, and leaves what was booked by hand.
        """
        cells = [(field, filled[at]) for at, field in self._booked if at in filled]
        if not cells or not self._sessions:
            return None
        found: list[str] = []
        unknown: list[tuple[str, str]] = []
        for field, text in cells:
            heading = field.removeprefix(CUSTOM_FIELD)
            known, odd = self._sessions.ticked(heading, text)
            found += known
            unknown += [("session-unknown", f"{heading}: {one[:80]}") for one in odd]
        unclear += unknown
        if unknown and not found:
            return None
        return tuple(dict.fromkeys(found))

    def _days(self, filled: Mapping[int, str]) -> tuple[date, ...] | None:
        ticked = {day: filled[at] for at, day in self._ticked if at in filled}
        if ticked:
            return _days_ticked(ticked, self._event_days)
        text = filled.get(self._apart.get("days", -1))
        return _read_days(text, self._event_days) if text else None


def _limited(field: str, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise RowRefused(field, "text-too-long", text[:80])
    return text


def _read(field: str, reader: Reader, text: str) -> str:
    try:
        return _limited(field, reader(text))
    except ValueError as error:
        if isinstance(error, RowRefused):
            raise
        if field in NAMES and str(error) == "missing-name":
            return ""
        raise RowRefused(field, str(error), text[:80]) from error


def _read_kind(text: str, texts: dict[str, str]) -> list[tuple[str, str]]:
    """Put the organisation's kind among `texts`, or return a warning of a word that is none."""
    if not text:
        return []
    try:
        texts["organisation_kind"] = read_kind(text).value
    except ValueError:
        return [("organisation-kind-unclear", text)]
    return []


def _read_days(text: str, event_days: Sequence[date]) -> tuple[date, ...]:
    try:
        days = read_days(text, event_days)
    except ValueError as error:
        raise RowRefused("days", "days", text[:80]) from error
    return () if set(days) == set(event_days) else days


def _days_ticked(columns: Mapping[date, str], event_days: Sequence[date]) -> tuple[date, ...]:
    ticked = []
    for day, text in columns.items():
        try:
            if read_yes(text):
                ticked.append(day)
        except ValueError as error:
            raise RowRefused("days", "yes-or-no", text[:80]) from error
    if set(ticked) - set(event_days):
        raise RowRefused("days", "days", ", ".join(str(day) for day in ticked))
    return () if set(ticked) == set(event_days) else tuple(sorted(ticked))
