"""Makes any text fit to be drawn, and tells how its letters will behave."""

import re
import unicodedata

LONGEST = 300

# Letters that our font has, that never leave their line and that need no composing: of Latin,
# Greek and Cyrillic, and the usual punctuation.
_TAME = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u017e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u0490\u0491\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*"
)
# The most marks that a letter needs in any script, and of those that belong to no script.
_MARKS, _PILE = 6, 3
_PILING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_BLANKS = frozenset({"Cc", "Zl", "Zp"})
_DROPPED = frozenset({"Cs", "Co"})
# Zero-width space, non-joiner and joiner, which Khmer, Persian, Indic scripts and emoji need.
_JOINERS = "\u200b\u200c\u200d"
# What turns the direction of reading, hyphens that do not show, and other hidden orders.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0001\ufdd0-\ufdef]"
)
_HYPHENS = re.compile("[\u2010\u2011]")
_TURKISH = re.compile("[ığİĞ]")
_GEORGIAN = re.compile("[\u10d0-\u10ff]+")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
# Arabic, Syriac, N'Ko and Mongolian, whose letters join, and scripts of India and beyond, whose
# signs surround a letter.
_JOINED = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)


def printable(text: str, longest: int = LONGEST) -> str:
    """Return `text` as one line of at most so many letters in NFC.

    Control characters become blanks; marks heaped on one letter, characters that turn the
    direction of reading or are not seen, and code points without a meaning go.
    """
    text = text[: longest * _MARKS]
    if not is_tame(text):
        text = _HYPHENS.sub("-", _HIDDEN.sub("", text))
        text = unicodedata.normalize("NFC", "".join(map(_shown, text)))
        text = unicodedata.normalize("NFC", _thinned(text))
    text = " ".join(text.split())[:longest].rstrip()
    return text if text.strip(_JOINERS + " ") else ""


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


def may_be_spaced(text: str) -> bool:
    """Tell whether room between its letters leaves `text` readable: not where letters join."""
    return not _JOINED.search(text)


def capitals(text: str) -> str:
    """Return `text` in capitals as its readers write them.

    Georgian has none that fonts know; Greek ones bear no accents; i keeps its dot in a text that
    is surely Turkish.
    """
    if _TURKISH.search(text):
        text = text.replace("i", "İ")
    kept = _GEORGIAN.findall(text)
    parts = [_without_accents(part).upper() for part in _GEORGIAN.split(text)]
    return "".join(part + same for part, same in zip(parts, [*kept, ""], strict=True))


def _without_accents(text: str) -> str:
    """Return `text` with the marks of Greek letters gone, but for the two dots."""

    def bare(found: re.Match[str]) -> str:
        letters = unicodedata.normalize("NFD", found[0])
        return "".join(one for one in letters if not unicodedata.combining(one) or one == "\u0308")

    return unicodedata.normalize("NFC", _GREEK.sub(bare, text))


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in _BLANKS:
        return " "
    # The last two of each plane are no characters.
    return "" if kind in _DROPPED or ord(letter) & 0xFFFE == 0xFFFE else letter


def _thinned(text: str) -> str:
    """Return `text` without the marks that are too many for their letter."""
    kept = []
    marks = pile = 0
    for letter in text:
        if unicodedata.category(letter) not in {"Mn", "Me"}:
            marks = pile = 0
            kept.append(letter)
            continue
        marks += 1
        pile += bool(_PILING.match(letter))
        if marks <= _MARKS and pile <= _PILE:
            kept.append(letter)
    return "".join(kept)
