"""Keeps a spreadsheet from calculating a text of ours, and takes the mark away again."""

import unicodedata

STARTS = "=+-@＝＋－＠"
MARK = "'"


def guard(text: str) -> str:
    """Return what a CSV cell must hold so that a spreadsheet shows `text` and calculates nothing.

    `unguard` of the answer is `text` again, whatever it is.
    """
    return MARK + text if _needs_mark(text) else text


def unguard(text: str) -> str:
    """Return what `guard` was given; other texts, `'t Hart` too, stay as they are."""
    return text[1:] if text.startswith(MARK) and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    return text.startswith((MARK, "\t", "\r", "\n")) or _first_visible(text) in tuple(STARTS)


def _first_visible(text: str) -> str:
    """Spreadsheets look past leading blanks, zero-width and control characters."""
    for letter in text:
        if not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf"):
            return letter
    return ""
