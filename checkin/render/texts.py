"""Makes any text fit to be drawn, and tells how its letters will behave."""

import re
import unicodedata

LONGEST = 300

# Letters that our font has and that never leave their line: Latin, Greek, Cyrillic, punctuation.
_TAME = re.compile(
    "[ -~\u00a0-\u02af\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20ac]*"
)
# More marks on one letter than any script needs.
_HEAP_OF_MARKS = 4
# Embeddings, overrides and isolates, by which a text would be read in another order than stored.
_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANKS = frozenset({"Cc", "Zl", "Zp"})
_DROPPED = frozenset({"Cs", "Co", "Cn"})


def printable(text: str) -> str:
    """Return `text` as one line of at most `LONGEST` letters in NFC.

    Control characters become blanks; marks heaped on one letter, characters that turn the
    direction of reading, and code points without a meaning go.
    """
    text = text[: LONGEST * _HEAP_OF_MARKS]
    if not is_tame(text):
        text = unicodedata.normalize("NFC", text)
        text = "".join(_kept(text))
    return " ".join(text.split())[:LONGEST]


def is_tame(text: str) -> bool:
    """Tell whether all letters surely stay between the rise and the drop of their line."""
    return _TAME.fullmatch(text) is not None


def reads_leftwards(text: str) -> bool:
    """Tell whether the first letter with a direction belongs to a script such as Arabic."""
    if is_tame(text):
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def _kept(text: str) -> list[str]:
    kept = []
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if kind in _BLANKS:
            kept.append(" ")
        elif marks < _HEAP_OF_MARKS and kind not in _DROPPED and letter not in _TURNERS:
            kept.append(letter)
    return kept
