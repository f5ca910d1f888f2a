"""The code of a signature sheet: eight letters in print, and what the QR on each page says.

Like a badge's it has only letters that sit on the same key of Europe's Latin keyboards.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from checkin.domain.code import ALPHABET, LONGEST_SCAN, tidy

CODE_LETTERS, PAGE_LETTERS = 8, 4
LEAST_TYPED = 3
_MARK = "SHEET"
_BASE = len(ALPHABET)
_BLANKS_AND_HYPHENS = re.compile(r"[\s\-\u2010-\u2015]")
PutBack = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What a page's QR was read as: the sheet's code and the page, counted from 1."""

    code: str
    page: int


def code_of(sheet: str) -> str:
    """Return the code of the sheet with that id."""
    return _letters(int(sheet, 16) % _BASE**CODE_LETTERS, CODE_LETTERS)


def printed_code(code: str) -> str:
    """Return a sheet's code as it stands in print, in groups of four."""
    return f"{code[:4]}-{code[4:]}"


def page_text(code: str, page: int, fingerprint: str = "") -> str:
    """Return what the QR of a page says; after a blank, the fingerprint of the day's seal."""
    text = f"{_MARK}{code}{_letters(page, PAGE_LETTERS)}"
    return f"{text} {fingerprint.upper()}" if fingerprint else text


def read_page(text: str, put_back: PutBack) -> SheetPage | None:
    """Return the page that a scanned text names, or None for one that is no sheet's.

    `put_back` is as for a badge's code.
    """
    if len(text) > LONGEST_SCAN:
        return None
    first = tidy(text).partition(" ")[0]
    for one in (first.upper(), *put_back(first)):
        letters = one.removeprefix(_MARK)
        if len(letters) == CODE_LETTERS + PAGE_LETTERS and one != letters and _in_alphabet(letters):
            return SheetPage(letters[:CODE_LETTERS], _number(letters[CODE_LETTERS:]))
    return None


def typed_code(text: str, put_back: PutBack) -> str:
    """Return the code, or how it begins, that was scanned or typed; empty for what is none."""
    if page := read_page(text, put_back):
        return page.code
    letters = _BLANKS_AND_HYPHENS.sub("", text).upper()
    fits = LEAST_TYPED <= len(letters) <= CODE_LETTERS and _in_alphabet(letters)
    return letters if fits else ""


def _letters(value: int, count: int) -> str:
    letters = []
    for _ in range(count):
        value, letter = divmod(value, _BASE)
        letters.append(ALPHABET[letter])
    return "".join(reversed(letters))


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * _BASE + ALPHABET.index(letter)
    return value


def _in_alphabet(text: str) -> bool:
    return set(text) <= set(ALPHABET)
