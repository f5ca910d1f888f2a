"""Keeps the search index: the folded words of each attendee, in groups of three letters."""

from typing import Any

import peewee as pw

from checkin.domain.text import search_words

_WORDS = (
    "SELECT a.number, a.name, a.given_name, a.family_name, o.name, a.email, a.registration"
    " FROM attendee a LEFT JOIN organisation o ON o.id = a.organisation"
)


class SearchIndex:
    """One row of words an attendee who is on the roster; none for one removed or not yet set."""

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def refresh_attendee(self, attendee: str) -> None:
        """Index one attendee anew."""
        rows = self._database.execute_sql(
            f"{_WORDS} WHERE a.id = ? AND a.name IS NOT NULL AND a.removed IS NOT TRUE",
            (bytes.fromhex(attendee),),
        ).fetchall()
        if not rows:
            self._database.execute_sql(
                "DELETE FROM search WHERE rowid = (SELECT number FROM attendee WHERE id = ?)",
                (bytes.fromhex(attendee),),
            )
        for row in rows:
            self._put(row)

    def refresh_organisation(self, organisation: str) -> None:
        """Index everybody of an organisation anew."""
        rows = self._database.execute_sql(
            f"{_WORDS} WHERE a.organisation = ? AND a.name IS NOT NULL AND a.removed IS NOT TRUE",
            (bytes.fromhex(organisation),),
        ).fetchall()
        for row in rows:
            self._put(row)

    def _put(self, row: tuple[Any, ...]) -> None:
        number, *texts = row
        words = search_words(text for text in texts if text)
        old = self._database.execute_sql(
            "SELECT words FROM search WHERE rowid = ?", (number,)
        ).fetchone()
        if old is None:
            self._database.execute_sql(
                "INSERT INTO search (rowid, words) VALUES (?, ?)", (number, words)
            )
        elif old[0] != words:
            self._database.execute_sql(
                "UPDATE search SET words = ? WHERE rowid = ?", (words, number)
            )
