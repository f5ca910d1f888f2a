"""What the columns of registration lists are called, and which field a heading names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from checkin.domain.words import plain, plain_words

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
    "instruction",
    "contacts",
    "offers",
    "seeks",
    "registration",
    "ticket_code",
)
# Begins the headings of what we note on rows that are sent back to be corrected.
NOTE = "Check-in: "
# How well a heading names its field, the best first; REST is added for names of last resort.
PERSON, EXACT, PART, QUESTION, REST = 0, 10, 11, 12, 20
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# Headings in two languages: `Vardas / Name`, `Имя | Name`.
LANGUAGES = re.compile(r"\s*[/|]\s*|\s+[-–—]\s+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of a file of the shape of columns.toml.

    `fields`: a heading, as `plain_heading` gives it, to its field and rank; `either`: headings that
    may hold the whole name or one part of it; `who`, `others`, `fillers`: words in headings.
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

    def match(self, heading: str) -> list[tuple[str, int]]:
        """Return the field the heading names and how well; nothing if it names none."""
        whole = plain_heading(heading)
        if whole in self.fields:
            return [self.fields[whole]]
        short = plain_heading(BRACKETS.sub(" ", heading))
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
        parts = [plain_heading(part) for part in LANGUAGES.split(BRACKETS.sub(" ", heading))]
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

    def is_either(self, heading: str) -> bool:
        """Tell whether the heading may hold the whole name or one part of it."""
        words = plain_heading(heading).split()
        return " ".join(word for word in words if word not in self.who) in self.either


def plain_heading(heading: str) -> str:
    """Return the words of a heading, `firstName` and `Barcode #` being two words each."""
    return plain(CAMEL.sub(" ", heading).replace("#", " number "))
