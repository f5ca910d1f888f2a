"""Tells what each column of a registration list holds, from what it is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Self

from checkin.domain.questions import CONTACTS
from checkin.domain.table import Table
from checkin.domain.values import find_date, read_consent, read_email, read_yes
from checkin.errors import CheckinError
from checkin.gateways.headings import FIELDS, NOTE, REST, Headings, plain_heading
from checkin.gateways.rows import column_letters

SAMPLE = 200
# Added to the rank of a heading above empty cells.
EMPTY = 100
NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Columns:
    """Finds the fields of a list by what is known of `headings`."""

    headings: Headings

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the headings from a file of the shape of columns.toml."""
        return cls(Headings.load(path))

    def guess(self, table: Table, chosen: Mapping[int, str] = NOTHING) -> dict[int, str]:
        """Return the field of every column: one of FIELDS, `day:2016-06-02` or `custom.Heading`.

        What we noted on a list that was sent back has none.

        What is `chosen` stays. CheckinError `no-header`.
        """
        if any(_is_email(heading) for heading in table.header):
            raise CheckinError("no-header", first=", ".join(table.header[:3]))
        found = self._best(table, chosen)
        self._settle_name(found, table.header, chosen)
        taken = set(found.values())
        for index, heading in enumerate(table.header):
            if index not in found and not heading.startswith(NOTE):
                day = _day_column(table, index)
                found[index] = day if day and day not in taken else f"custom.{heading}"
                taken.add(day)
        return dict(sorted(found.items()))

    def check_map(self, text: str, header: Sequence[str]) -> tuple[int, str]:
        """Return the column and the field that `COLUMN=field` names.

        CheckinError `map-form`, `map-column` or `map-field`.
        """
        column, sign, field = (part.strip() for part in text.rpartition("="))
        if not sign or not column or not field:
            raise CheckinError("map-form", text=text)
        index = find_column(column, header)
        if not is_field(field):
            raise CheckinError("map-field", field=field, fields=", ".join(FIELDS))
        return index, field

    def _best(self, table: Table, chosen: Mapping[int, str]) -> dict[int, str]:
        """Return one column for each field, the one whose heading says it best.

        Empty columns come last, and one of no addresses at all is none of e-mails, nor one without
        a yes or no of consents.
        """
        found = dict(chosen)
        taken = set(chosen.values())
        ranked = sorted(
            (rank + EMPTY * _is_empty(table, index), index, field)
            for index, heading in enumerate(table.header)
            for field, rank in self.headings.match(heading)
            if index not in found and _may_hold(field, table, index)
        )
        for rank, index, field in ranked:
            is_last_name = rank % EMPTY >= REST and field == "name"
            if index in found or field in taken:
                continue
            if is_last_name and {"given_name", "family_name"} & taken:
                continue
            found[index] = field
            taken.add(field)
        return found

    def _settle_name(
        self, found: dict[int, str], header: Sequence[str], chosen: Mapping[int, str]
    ) -> None:
        """Decide whether `Name` or `Vardas` is the whole name or the part that is missing."""
        at = {field: index for index, field in found.items()}
        parts = {"given_name", "family_name"} & at.keys()
        for field in ("name", "given_name"):
            index = at.get(field)
            if index is None or index in chosen or not self.headings.is_either(header[index]):
                continue
            if field == "name" and len(parts) == 1:
                found[index] = "family_name" if "given_name" in parts else "given_name"
            elif field == "given_name" and not {"name", "family_name"} & at.keys():
                found[index] = "name"


def _is_email(heading: str) -> bool:
    try:
        return "@" in heading and bool(read_email(heading))
    except ValueError:
        return False


def _sample(table: Table, index: int) -> list[str]:
    return [row.cells[index] for row in islice(table.rows, SAMPLE)]


def _is_empty(table: Table, index: int) -> bool:
    return bool(table.rows) and not any(_sample(table, index))


def _may_be_addresses(table: Table, index: int) -> bool:
    """Tell whether an `@` is among the cells; `anonymous` stands there in forms filled in so."""
    cells = [cell for cell in _sample(table, index) if cell]
    return not cells or any("@" in cell or "＠" in cell for cell in cells)


def _may_hold(field: str, table: Table, index: int) -> bool:
    if field == CONTACTS:
        return _may_be_consent(table, index)
    return field != "email" or _may_be_addresses(table, index)


def _may_be_consent(table: Table, index: int) -> bool:
    """Tell whether somebody agreed or did not; telephone numbers are contacts as well."""
    cells = [cell for cell in _sample(table, index) if cell]
    return not cells or any(map(_is_consent, cells))


def _is_consent(cell: str) -> bool:
    try:
        return read_consent(cell) is not None
    except ValueError:
        return False


def _day_column(table: Table, index: int) -> str:
    """Return `day:2016-06-02` if the heading names that day and the cells say yes or no."""
    day = find_date(table.header[index])
    if day is None:
        return ""
    try:
        answers = {read_yes(cell) for cell in _sample(table, index)}
    except ValueError:
        return ""
    return f"day:{day.isoformat()}" if True in answers else ""


def find_column(text: str, header: Sequence[str]) -> int:
    """Return the column named by its heading, a letter as in a spreadsheet, or a number from 1.

    CheckinError `map-column`.
    """
    for names in (list(header), [plain_heading(heading) for heading in header]):
        wanted = text if names == list(header) else plain_heading(text)
        if wanted and names.count(wanted) == 1:
            return names.index(wanted)
    letters = [column_letters(index) for index in range(len(header))]
    if text.upper() in letters:
        return letters.index(text.upper())
    if text.isdecimal() and 0 < int(text) <= len(header):
        return int(text) - 1
    shown = ", ".join(header[:20])
    raise CheckinError(
        "map-column", column=text, columns=f"{shown} …" if len(header) > 20 else shown
    )


def is_field(field: str) -> bool:
    """Tell whether a column can be taken for that."""
    kind, dot, rest = field.partition(".")
    if field in FIELDS or (kind == "custom" and dot and rest):
        return True
    try:
        return field.startswith("day:") and bool(date.fromisoformat(field[4:]))
    except ValueError:
        return False
