"""The words of the export in several languages: one table, a language in each column of it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from checkin.domain.exporttables import Column, TableKind

# Among the resources.
EXPORT_WORDS = "exportwords.csv"
ENGLISH = "en"
_ALL_DAYS = "all days"


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The words of one language; of a word it lacks it has the English one."""

    language: str
    words: Mapping[str, str]

    @classmethod
    def load(cls, path: Path, language: str = ENGLISH) -> Self:
        """Read the table; a language that it has not is English."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        known = language if rows and language in rows[0] and language != "key" else ENGLISH
        return cls(known, {row["key"]: row[known] or row[ENGLISH] for row in rows})

    def table(self, kind: TableKind) -> str:
        """Return what a table is called."""
        return self.words[f"table.{kind}"]

    def column(self, key: str) -> str:
        """Return what a column is called."""
        return self.words[f"column.{key}"]

    def heading(self, column: Column[Any]) -> str:
        """Return what stands above a column."""
        return column.title or self.column(column.key)

    def word(self, code: str) -> str:
        """Return a code in words; a text that is no code stays as it is."""
        return self.words.get(f"word.{code}", code)

    def yes(self, is_so: bool) -> str:
        """Return yes or no."""
        return self.word("yes" if is_so else "no")

    @property
    def all_days(self) -> str:
        """What stands in place of a day in the sum of all."""
        return self.word(_ALL_DAYS)

    def sealed(self, fingerprint: str) -> str:
        """Return what a page says of the seal of its day."""
        return f"{self.column('seal')} {fingerprint}"

    @property
    def page(self) -> str:
        """What a sheet of paper says, with `{page}` and `{pages}` in it."""
        return self.words["page"]


def languages(path: Path) -> dict[str, str]:
    """Return the languages of the table, by code, in their own words."""
    with path.open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    return {code: name for code, name in first.items() if code != "key"}
