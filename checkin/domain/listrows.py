"""Reads one row of a registration list into what it says of a person."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from checkin.domain.details import Details
from checkin.domain.table import Row
from checkin.domain.values import (
    clean_name,
    read_category,
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

_READERS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(NAMES, clean_name),
    "email": read_email,
    "organisation_kind": lambda text: read_kind(text).value,
    "category": read_category,
    "status": lambda text: read_status(text).value,
}


class RowRefused(ValueError):  # noqa: N818 - a refusal, not a mistake of ours
    """A row that cannot be taken: which field, why, and what stood there."""

    def __init__(self, field: str, reason: str, value: str = "") -> None:
        super().__init__(field, reason, value)
        self.field = field
        self.reason = reason
        self.value = value


def read_row(
    row: Row, columns: Mapping[int, str], event_days: Sequence[date]
) -> tuple[Details, list[str]]:
    """Return what a row says, and the fields it says in words nobody understands but may keep.

    An empty cell says nothing. RowRefused for a missing name or a value that cannot be read.
    """
    texts: dict[str, str] = {}
    custom: dict[str, str] = {}
    day_columns: dict[date, str] = {}
    days: tuple[date, ...] | None = None
    unclear: list[str] = []
    for index, field in columns.items():
        text = row.cells[index] if index < len(row.cells) else ""
        if not text.strip():
            continue
        if field.startswith(CUSTOM_FIELD):
            custom[field.removeprefix(CUSTOM_FIELD)] = _limited(field, text)
        elif field.startswith(DAY_FIELD):
            day_columns[date.fromisoformat(field.removeprefix(DAY_FIELD))] = text
        elif field == "days":
            days = _read_days(text, event_days)
        elif field == "organisation_kind":
            _read_kind(text, texts, unclear)
        else:
            texts[field] = _read(field, text)
    if day_columns:
        days = _days_ticked(day_columns, event_days)
    if not any(texts.get(name) for name in NAMES):
        raise RowRefused("name", "missing-name")
    return Details(texts, days, custom).whole(), unclear


def _limited(field: str, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise RowRefused(field, "text-too-long", text[:80])
    return text


def _read(field: str, text: str) -> str:
    reader = _READERS.get(field)
    try:
        return _limited(field, reader(text) if reader else text)
    except ValueError as error:
        if isinstance(error, RowRefused):
            raise
        if field in NAMES and str(error) == "missing-name":
            return ""
        raise RowRefused(field, str(error), text[:80]) from error


def _read_kind(text: str, texts: dict[str, str], unclear: list[str]) -> None:
    try:
        texts["organisation_kind"] = read_kind(text).value
    except ValueError:
        unclear.append(text)


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
