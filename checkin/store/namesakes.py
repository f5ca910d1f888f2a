"""Finds in the search index who goes by nearly the same name, or by the same e-mail."""

from collections.abc import Iterator, Sequence

import peewee as pw

from checkin.domain.alike import name_words
from checkin.domain.mixups import Called, may_be_mixed_up
from checkin.domain.text import fold

# Looked through at most: of those with all words of the name or the address; of those with most.
MOST_SAME, MOST_NEAR = 200, 1_000
_GRAM = 3
_MOST_WORDS, _LONGEST_WORD = 6, 40
# So long is a word in whose first letters a slip may be found by its last ones.
_LONG = 5
_CALLED = (
    "SELECT a.number, a.name, a.email FROM search JOIN attendee a ON a.number = search.rowid"
    " WHERE search MATCH ? LIMIT ?"
)


def namesakes(database: pw.SqliteDatabase, called: Called) -> list[int]:
    """Return the numbers of who may be mixed up with somebody, of themselves too."""
    words = [word[:_LONGEST_WORD] for word in _indexed(called.name)[:_MOST_WORDS]]
    same = [_all(words)] if words else []
    if called.email:
        same.append(_together(_grams(fold(called.email))))
    found: dict[int, None] = {}
    for alternatives, most in ((same, MOST_SAME), (list(_nearly(words)), MOST_NEAR)):
        if alternatives:
            rows = database.execute_sql(_CALLED, (" OR ".join(alternatives), most)).fetchall()
            found |= {
                number: None
                for number, name, email in rows
                if may_be_mixed_up(called, Called(name, email or ""))
            }
    return list(found)


def _indexed(name: str) -> Sequence[str]:
    """Return the words of a name as the index has them: O'Neill is there in two parts."""
    return name_words(fold(name).replace("'", " "))


def _nearly(words: Sequence[str]) -> Iterator[str]:
    """Yield what finds the names that have all words but one; of two words, that one nearly."""
    for at, word in enumerate(words):
        others = [*words[:at], *words[at + 1 :]]
        if len(others) > 1:
            yield _all(others)
        elif others:
            yield f"({_all(others)} AND {_near(word, word[:1])})"
        elif len(word) > _LONG:
            yield _near(word, word[:_GRAM])


def _near(word: str, beginning: str) -> str:
    """Return what finds a word that begins so or, for a slip just there, ends like it."""
    begins = _all([beginning])
    return f"({begins} OR {_together(_grams(word[2:]))})" if len(word) >= _LONG else begins


def _all(words: Sequence[str]) -> str:
    """Return what finds the texts in which words begin like each of these."""
    return _together([gram for word in words for gram in _grams(f"  {word}")])


def _together(grams: Sequence[str]) -> str:
    quoted = ('"{}"'.format(gram.replace('"', '""')) for gram in dict.fromkeys(grams))
    return f"({' AND '.join(quoted)})"


def _grams(text: str) -> list[str]:
    return [text[start : start + _GRAM] for start in range(max(len(text) - _GRAM + 1, 1))]
