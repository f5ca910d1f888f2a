"""Reads the sheets that were printed to be signed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.sheetcode import code_of
from checkin.domain.things import is_id
from checkin.store.lookups import row_of

_SHEETS = (
    "SELECT id, list, rows, coalesce(filled, 0), clock FROM sheet"
    " WHERE list IS NOT NULL AND rows IS NOT NULL AND removed IS NOT TRUE"
    " ORDER BY clock DESC, id"
)


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A printed sheet: `rows` are attendees' ids, that of row 1 first; `at` is Unix milliseconds.

    `list` is the id of the check-in list that is signed for.
    """

    id: str
    list: str
    rows: tuple[str, ...]
    filled: bool
    at: int

    @property
    def code(self) -> str:
        """The eight letters of its code."""
        return code_of(self.id)


def kept_sheets(database: pw.SqliteDatabase) -> Iterator[KeptSheet]:
    """Yield the printed sheets, the latest first."""
    for identity, check_in_list, rows, filled, clock in database.connection().execute(_SHEETS):
        people = json.loads(rows)
        yield KeptSheet(
            id=identity.hex(),
            list=check_in_list.hex(),
            rows=tuple(one if isinstance(one, str) and is_id(one) else "" for one in people),
            filled=bool(filled),
            at=milliseconds(clock),
        )


def is_from_paper(database: pw.SqliteDatabase, check_in: int) -> bool:
    """Tell whether a check-in, by its number, was typed in from paper."""
    row = row_of(database, "SELECT paper FROM check_in WHERE id = ?", (check_in,))
    return bool(row and row[0])
