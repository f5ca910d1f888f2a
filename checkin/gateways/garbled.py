"""Puts right letters that a wrong code page was taken for before the list was saved as UTF-8.

Somebody opens UTF-8 as Windows-1252 and saves it again: Bērziņš becomes BÄ“rziÅ†Å¡.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checkin.gateways.spelling import is_spelt

# Pages by which UTF-8 is misread, the likeliest first; Latin-1 is part of the first.
PAGES = (
    "cp1252", "cp1257", "cp1250", "cp1251", "cp1254", "mac-roman", "cp850", "cp437", "cp852",
    "cp775",
)  # fmt: skip
# So often a list may have gone through a wrong reading.
MOST_TIMES = 3
# After so many different words it is known which pages are to be thought of.
LEARN = 1000
MAX_LINE, LONGEST = 1_000_000, 1000
SHOWN = 40
RUN = re.compile("[^\x00-\x7f]+")
PIECE = re.compile(r'[^ ,;\t|"\n]+')
WORD = re.compile(r"[^\W\d_]{2,}")
# Quotes and dashes that may stand behind the last letter of a true name.
ENDS = frozenset("‘’“”‹›«»–—…´\xa0")
SIGNS = frozenset("\xa0°«»–—‘’‚“”„…€§®©™·•²³½№")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word meant by any of `pages`; `certain` if, as it stands, it is nobody's name."""

    text: str
    pages: frozenset[str]
    certain: bool


def ungarbled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text as it was meant, and a warning with a count and an example if it differs.

    A word is changed only if all its letters beyond ASCII are bytes of UTF-8 as one page shows
    them, and what they mean is spelt as some language is.
    """
    runs = {run for run in RUN.findall(text) if len(run) <= LONGEST}
    if not any(_undone(run, page) for run in runs for page in PAGES):
        return text, []
    lines = text.split("\n")
    meant = _settled(_pieces(lines))
    if not meant:
        return text, []
    shown = {piece: meaning.text for piece, meaning in meant.items()}
    mended = [_line(line, shown) for line in lines]
    count = sum(line != better for line, better in zip(lines, mended, strict=True))
    before = max(meant, key=lambda piece: meant[piece].certain)
    example = f"{count}: {before[:SHOWN]} → {meant[before].text[:SHOWN]}"
    return "\n".join(mended), [("letters-garbled", example)]


def _pieces(lines: list[str]) -> Iterator[str]:
    """Yield what stands between delimiters, quotes and blanks, if it has letters beyond ASCII."""
    for line in lines:
        if not line.isascii() and len(line) <= MAX_LINE:
            pieces = (piece for piece in PIECE.findall(line) if len(piece) <= LONGEST)
            yield from (piece for piece in pieces if not piece.isascii())


def _line(line: str, meant: Mapping[str, str]) -> str:
    if line.isascii() or len(line) > MAX_LINE:
        return line
    return PIECE.sub(lambda piece: meant.get(piece[0], piece[0]), line)


def _settled(pieces: Iterator[str]) -> dict[str, Meaning]:
    """Return what each word meant; what can be told in two ways is as the list's page has it."""
    every = list(dict.fromkeys(pieces))
    found = {piece: _meanings(piece, PAGES) for piece in every[:LEARN]}
    votes = _counted(found)
    pages = [page for page in PAGES if votes[page]] or PAGES
    found.update((piece, _meanings(piece, pages)) for piece in every[LEARN:])
    votes = _counted(found)
    true = sum(not meanings for meanings in found.values())
    settled = {}
    for piece, meanings in found.items():
        ranked = sorted(((_votes(one, votes), one) for one in meanings), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            continue
        count, best = ranked[0]
        if best.certain or count > true:
            settled[piece] = best
    return settled


def _counted(found: Mapping[str, list[Meaning]]) -> Counter[str]:
    """Return how many words each page explains for certain."""
    certain = [one for meanings in found.values() for one in meanings if one.certain]
    return Counter(page for meaning in certain for page in meaning.pages)


def _votes(meaning: Meaning, votes: Mapping[str, int]) -> int:
    return max(votes[page] for page in meaning.pages)


def _meanings(piece: str, pages: Sequence[str]) -> list[Meaning]:
    """Return what the word may have meant, read wrongly by one page as often as it takes."""
    found: dict[str, Meaning] = {}
    for page in pages:
        steps = [piece]
        while len(steps) <= MOST_TIMES and (once := _undone(steps[-1], page)):
            steps.append(once)
        if len(steps) == 1 or not _makes_sense(steps[-1]):
            continue
        text = steps[-1]
        known = found.get(text, Meaning(text, frozenset(), False))
        certain = known.certain or len(steps) > 2 or _is_certain(piece, page)
        found[text] = Meaning(text, known.pages | {page}, certain)
    return list(found.values())


def _undone(text: str, page: str) -> str | None:
    """Return the text by the bytes that the page has for it, if they are UTF-8 throughout."""
    if text.isascii():
        return None
    table = _bytes_of(page)
    try:
        return RUN.sub(lambda run: bytes(table[letter] for letter in run[0]).decode(), text)
    except (KeyError, UnicodeDecodeError):
        return None


@cache
def _bytes_of(page: str) -> Mapping[str, int]:
    """Return the byte of each letter; control characters stand for bytes without a letter."""
    table = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        table[bytes([byte]).decode(page, "ignore") or chr(byte)] = byte
    return table


def _makes_sense(text: str) -> bool:
    signs = set("".join(RUN.findall(text)))
    return is_spelt(unicodedata.normalize("NFC", text)) or signs <= SIGNS


def _is_certain(piece: str, page: str) -> bool:
    """Tell whether a word of two letters comes out, not by a quote or dash after a true letter.

    A true capital before a quote, as in `IRMÃ”`, does not stand after a small letter.
    """
    for run in RUN.finditer(piece):
        after = piece[run.end() : run.end() + 1]
        means = _undone(run[0], page) or ""
        before = piece[run.start() - 1 : run.start()] if run.start() else ""
        word = WORD.search(f"{before}{means}{after}")
        is_end = run[0][-1] in ENDS and not (after.isalnum() or before.islower())
        if WORD.search(means) or (word and not word[0].isascii() and not is_end):
            return True
    return False
