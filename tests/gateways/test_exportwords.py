"""The words of the export: every heading, table and code has one, in every language."""

import csv

import pytest

from checkin.assets import resources
from checkin.domain.exportchoice import COLUMNS
from checkin.domain.exporttables import TableKind, keys_of
from checkin.domain.people import OrganisationKind, Status
from checkin.domain.scanlog import Corrected
from checkin.domain.verdict import Direction, Reason, VerdictStatus
from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords, languages

PATH = resources() / EXPORT_WORDS
LANGUAGES = ("en", "de", "lt", "lv", "pl")


def rows() -> list[dict[str, str]]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_these_languages():
    assert tuple(languages(PATH)) == LANGUAGES
    assert languages(PATH)["lv"] == "Latviešu"


def test_no_word_is_missing_or_left_over():
    codes = {*Direction, *VerdictStatus, *Reason, *Status, *OrganisationKind, *Corrected}
    wanted = {f"word.{code}" for code in codes} | {"word.yes", "word.no", "word.all days"}
    wanted |= {f"table.{kind}" for kind in TableKind}
    wanted |= {f"column.{key}" for columns in COLUMNS.values() for key in keys_of(columns)}
    assert sorted(row["key"] for row in rows()) == sorted(wanted | {"language", "page"})


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["key"])
def test_a_word_is_there_in_each_language(row):
    assert set(row) == {"key", *LANGUAGES}
    assert all(text == text.strip() != "" for text in row.values())
    if row["key"] == "page":
        assert all("{page}" in row[one] and "{pages}" in row[one] for one in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_one_table_differ(language):
    words = ExportWords.load(PATH, language)
    for kind, columns in COLUMNS.items():
        headings = [words.column(key) for key in keys_of(columns)]
        assert len(set(headings)) == len(headings), kind
    assert len({words.table(kind) for kind in TableKind}) == len(TableKind)


def test_a_language_that_is_not_there_is_english_and_a_text_stays_a_text():
    words = ExportWords.load(PATH, "key")
    assert (words.language, words.word("company"), words.word("Guild")) == (
        "en",
        "company",
        "Guild",
    )
