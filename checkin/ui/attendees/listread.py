"""A list as it was read: its rows, what its columns may be, and what is said of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from checkin.domain.table import Table
from checkin.ui.attendees.encodings import encoding_words
from checkin.ui.attendees.readas import Way
from checkin.ui.attendees.wording import capital, number
from checkin.ui.outside import Outside
from checkin.ui.words import code_words


@dataclass(frozen=True, slots=True)
class ListRead:
    """`guess` is what the columns are taken for, `recalled` what they were last time, if known."""

    table: Table
    guess: dict[int, str]
    recalled: dict[int, str] | None

    @classmethod
    def of(cls, path: Path, way: Way, outside: Outside, days: Collection[date]) -> "ListRead":
        """Read a file in a way somebody chose; `days` are the event's."""
        table = outside.read_list(path, way.encoding, way.sheet)
        return cls(table, outside.guess_columns(table), outside.recall_columns(table, days))

    @property
    def columns(self) -> dict[int, str]:
        """What the columns are taken for until somebody says otherwise."""
        return self.guess if self.recalled is None else self.recalled

    def words(self) -> str:
        """Return how many rows there are, and what was put right or should be looked at."""
        count = len(self.table.rows)
        one = QCoreApplication.translate("ListRead", "1 row.")
        many = QCoreApplication.translate("ListRead", "{count} rows.")
        said = [one if count == 1 else many.format(count=number(count))]
        for code, value in self.table.warnings:
            shown = encoding_words(value) if code == "guessed-encoding" else value
            said.append(capital(code_words(code, value=shown)) + ".")
        return " ".join(said)
