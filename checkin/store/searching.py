"""Answers what somebody types with the people it may mean, in a few index look-ups."""

import peewee as pw

from checkin.domain.code import ALPHABET, NUMBER_LETTERS, numbers_beginning
from checkin.domain.text import clean, fold

_GRAM = 3
_FEWEST_BADGE_LETTERS = 4
_BY_BADGE = (
    "SELECT DISTINCT p.number FROM badge b JOIN attendee a ON a.id = b.attendee"
    " JOIN attendee p ON p.id = coalesce(a.person, a.id)"
    " WHERE b.number BETWEEN ? AND ? LIMIT ?"
)


def matching(database: pw.SqliteDatabase, text: str, limit: int) -> list[int]:
    """Return the numbers of at most `limit` attendees in whom every word of `text` is found.

    A word of one or two letters must begin a word of theirs; a longer one may stand anywhere.
    """
    words = fold(clean(text).replace(",", " ")).split()
    if not words:
        return []
    grams = {gram for word in words for gram in _grams(word)}
    query = " AND ".join('"{}"'.format(gram.replace('"', '""')) for gram in sorted(grams))
    longer = [word for word in words if len(word) > _GRAM]
    checks = " AND instr(words, ?)" * len(longer)
    rows = database.execute_sql(
        f"SELECT rowid FROM search WHERE search MATCH ?{checks} LIMIT ?", (query, *longer, limit)
    ).fetchall()
    found = [number for (number,) in rows]
    return found or _by_badge(database, text, limit)


def _grams(word: str) -> list[str]:
    padded = f"{' ' * (_GRAM - len(word))}{word}"
    return [padded[start : start + _GRAM] for start in range(len(padded) - _GRAM + 1)]


def _by_badge(database: pw.SqliteDatabase, text: str, limit: int) -> list[int]:
    letters = text.replace("-", "").replace(" ", "").upper()
    if not _FEWEST_BADGE_LETTERS <= len(letters) <= NUMBER_LETTERS or set(letters) - set(ALPHABET):
        return []
    numbers = numbers_beginning(letters)
    rows = database.execute_sql(_BY_BADGE, (numbers[0], numbers[-1], limit)).fetchall()
    return [number for (number,) in rows]
