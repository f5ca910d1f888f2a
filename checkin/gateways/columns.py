"""Tells what each column of a registration list holds, from what it is called."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Self

from checkin.domain.table import Table
from checkin.domain.values import find_date, read_email, read_yes
from checkin.domain.words import plain, plain_words
from checkin.errors import CheckinError
from checkin.gateways.rows import column_letters

FIELDS = (
    "name",
    "given_name",
    "family_name",
    "email",
    "organisation",
    "organisation_kind",
    "job_title",
    "country",
    "category",
    "status",
    "days",
    "notes",
    "registration",
    "ticket_code",
)
# How well a heading names its field, the best first; REST is added for names of last resort.
PERSON, EXACT, PART, QUESTION, REST = 0, 10, 11, 12, 20
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# Headings in two languages: `Vardas / Name`, `Имя | Name`.
LANGUAGES = re.compile(r"\s*[/|]\s*|\s+[-–—]\s+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SAMPLE = 200
NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Columns:
    """What columns are called; `load` reads it from a file of the shape of columns.toml.

    `fields`: a heading, as `plain` gives it, to its field and rank; `either`: headings that may
    hold the whole name or one part of it.
    """

    fields: Mapping[str, tuple[str, int]]
    either: frozenset[str]
    who: frozenset[str]
    others: frozenset[str]
    fillers: frozenset[str]

    @classmethod
    def load(cls, path: Path) -> Self:
        tables = tomllib.loads(path.read_text("utf-8"))
        fields: dict[str, tuple[str, int]] = {}
        for kind, rank in (("rest", EXACT + REST), ("names", EXACT)):
            for field in FIELDS:
                names = plain_words(tables[field].get(kind, ""), ",") - {""}
                fields.update(dict.fromkeys(names, (field, rank)))
        words = {name: plain_words(tables[name]["words"]) for name in ("who", "others", "fillers")}
        return cls(fields, plain_words(tables["name"]["either"], ",") - {""}, **words)

    def guess(self, table: Table, chosen: Mapping[int, str] = NOTHING) -> dict[int, str]:
        """Return the field of every column: one of FIELDS, `day:2016-06-02` or `custom.Heading`.

        What is `chosen` stays. CheckinError `no-header` or `no-name-column`.
        """
        if any(_is_email(heading) for heading in table.header):
            raise CheckinError("no-header", first=", ".join(table.header[:3]))
        found = self._best(table.header, chosen)
        self._settle_name(found, table.header, chosen)
        if not {"name", "given_name", "family_name"} & set(found.values()):
            raise CheckinError("no-name-column", columns=_listed(table.header))
        return {
            index: found.get(index) or _day_column(table, index) or f"custom.{heading}"
            for index, heading in enumerate(table.header)
        }

    def check_map(self, text: str, header: Sequence[str]) -> tuple[int, str]:
        """Return the column and the field that `COLUMN=field` names.

        COLUMN is a heading, a letter as in a spreadsheet, or a number from 1. CheckinError
        `map-form`, `map-column` or `map-field`.
        """
        column, sign, field = (part.strip() for part in text.rpartition("="))
        if not sign or not column or not field:
            raise CheckinError("map-form", text=text)
        index = _column(column, header)
        if index is None:
            raise CheckinError("map-column", column=column, columns=_listed(header))
        if not _is_field(field):
            raise CheckinError("map-field", field=field, fields=", ".join(FIELDS))
        return index, field

    def _best(self, header: Sequence[str], chosen: Mapping[int, str]) -> dict[int, str]:
        """Return one column for each field, the one whose heading says it best."""
        found = dict(chosen)
        taken = set(chosen.values())
        ranked = sorted(
            (rank, index, field)
            for index, heading in enumerate(header)
            for field, rank in self._match(heading)
            if index not in found
        )
        for rank, index, field in ranked:
            is_last_name = rank >= REST and field == "name"
            if index in found or field in taken:
                continue
            if is_last_name and {"given_name", "family_name"} & taken:
                continue
            found[index] = field
            taken.add(field)
        return found

    def _match(self, heading: str) -> list[tuple[str, int]]:
        """Return the field the heading names and how well; nothing if it names none."""
        whole = _plain(heading)
        if whole in self.fields:
            return [self.fields[whole]]
        short = _plain(BRACKETS.sub(" ", heading))
        words = set(whole.split())
        if words & self.others or not short:
            return []
        if words & self.who:
            rest = " ".join(word for word in short.split() if word not in self.who)
            if rest in self.fields:
                field, rank = self.fields[rest]
                return [(field, rank - EXACT + PERSON)]
        if short in self.fields:
            field, rank = self.fields[short]
            return [(field, rank - EXACT + PART)]
        return self._match_parts(heading) or self._match_question(short)

    def _match_parts(self, heading: str) -> list[tuple[str, int]]:
        """Match `Vardas / Name`; the two parts of a name together are the name."""
        parts = [_plain(part) for part in LANGUAGES.split(BRACKETS.sub(" ", heading))]
        known = [self.fields[part] for part in parts if part in self.fields]
        fields = {field for field, _ in known}
        rank = max((rank for _, rank in known), default=EXACT) - EXACT + PART
        if fields == {"given_name", "family_name"} or fields == {"name", "given_name"}:
            return [("name", rank)]
        return [(fields.pop(), rank)] if len(fields) == 1 else []

    def _match_question(self, words: str) -> list[tuple[str, int]]:
        """Match `What is your e-mail address?` by the words that matter."""
        asked = " ".join(word for word in words.split() if word not in self.fillers)
        if asked in self.fields:
            field, rank = self.fields[asked]
            return [(field, rank - EXACT + QUESTION)]
        return []

    def _settle_name(
        self, found: dict[int, str], header: Sequence[str], chosen: Mapping[int, str]
    ) -> None:
        """Decide whether `Name` or `Vardas` is the whole name or the part that is missing."""
        at = {field: index for index, field in found.items()}
        parts = {"given_name", "family_name"} & at.keys()
        for field in ("name", "given_name"):
            index = at.get(field)
            if index is None or index in chosen or _plain(header[index]) not in self.either:
                continue
            if field == "name" and len(parts) == 1:
                found[index] = "family_name" if "given_name" in parts else "given_name"
            elif field == "given_name" and not {"name", "family_name"} & at.keys():
                found[index] = "name"


def _plain(heading: str) -> str:
    return plain(CAMEL.sub(" ", heading).replace("#", " number "))


def _is_email(heading: str) -> bool:
    try:
        return "@" in heading and bool(read_email(heading))
    except ValueError:
        return False


def _day_column(table: Table, index: int) -> str:
    """Return `day:2016-06-02` if the heading names that day and the cells say yes or no."""
    day = find_date(table.header[index])
    if day is None:
        return ""
    try:
        for row in islice(table.rows, SAMPLE):
            read_yes(row.cells[index])
    except ValueError:
        return ""
    return f"day:{day.isoformat()}"


def _column(text: str, header: Sequence[str]) -> int | None:
    for names in (list(header), [_plain(heading) for heading in header]):
        wanted = text if names == list(header) else _plain(text)
        if wanted and names.count(wanted) == 1:
            return names.index(wanted)
    letters = [column_letters(index) for index in range(len(header))]
    if text.upper() in letters:
        return letters.index(text.upper())
    return int(text) - 1 if text.isdecimal() and 0 < int(text) <= len(header) else None


def _is_field(field: str) -> bool:
    kind, dot, rest = field.partition(".")
    if field in FIELDS or (kind == "custom" and dot and rest):
        return True
    try:
        return field.startswith("day:") and bool(date.fromisoformat(field[4:]))
    except ValueError:
        return False


def _listed(header: Sequence[str]) -> str:
    shown = ", ".join(header[:20])
    return f"{shown} …" if len(header) > 20 else shown
