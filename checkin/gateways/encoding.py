"""Turns the bytes of a list into text without ever guessing letters wrong."""

import re
from collections import Counter
from dataclasses import dataclass

from checkin.errors import CheckinError
from checkin.gateways.alphabets import ALPHABETS, IN_WORDS, QUOTES, SIGNS

# Code pages of 8-bit text with how unlikely each is today: Windows, ISO, Macintosh, DOS.
CODE_PAGES = {
    "cp1257": 0.0,
    "cp1252": 0.0,
    "cp1250": 0.0,
    "cp1251": 0.0,
    "iso8859-13": 0.25,
    "iso8859-2": 0.25,
    "iso8859-15": 0.25,
    "mac-roman": 0.4,
    "mac-latin2": 0.4,
    "cp775": 0.8,
    "cp852": 0.8,
    "cp850": 0.8,
    "koi8-r": 0.8,
    "cp866": 0.8,
}
WRONG = 10.0
MARGIN = 0.5
# A name beginning with a small letter beyond ASCII is a slight sign of a wrong reading.
SMALL = 0.5
SAMPLE = 2000
BROKEN = re.compile("[\udc80-\udcff]")
WORD = re.compile(r"[^\W\d_]+")
MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
# Words around a letter beyond ASCII, with what stands between their letters.
CHUNK = re.compile(r"[^\s,;|@\"<>()/.:-]*[^\x00-\x7f][^\s,;|@\"<>()/.:-]*")
DOMAIN = re.compile(rb"@[\w.-]+\.([a-z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`broken`: some lines hold bytes that are no text, as lone surrogates."""

    text: str
    encoding: str
    certain: bool = True
    broken: bool = False


def decode(data: bytes) -> Decoded:
    """Return the text; CheckinError `unknown-encoding` if no reading is beyond doubt."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if wide := _wide(data):
        return _marked(data, wide, certain=False)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _utf8_with_faults(data) or _code_page(data)


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Return the text in the encoding somebody names; CheckinError `unknown-encoding`."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, ValueError) as error:
        raise CheckinError("unknown-encoding", encoding=encoding) from error


def _marked(data: bytes, encoding: str, certain: bool = True) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, certain)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return Decoded(data.decode("utf-8", "surrogateescape"), encoding, broken=True)
        raise CheckinError("unknown-encoding", encoding=encoding) from error


def _wide(data: bytes) -> str:
    """Return the kind of UTF-16 without a mark: every other byte of Latin text is zero."""
    even, odd = data[:4096:2], data[1:4096:2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > 0.4 * len(zeros) > 0 == others.count(0):
            return encoding
    return ""


def _utf8_with_faults(data: bytes) -> Decoded | None:
    """Read as UTF-8 if more lines speak for it than against it."""
    text = data.decode("utf-8", "surrogateescape")
    lines = [line for line in text.split("\n") if not line.isascii()]
    against = sum(BROKEN.search(line) is not None for line in lines)
    return Decoded(text, "utf-8", broken=True) if 2 * against < len(lines) else None


def _code_page(data: bytes) -> Decoded:
    """Read by the code page whose words real languages can spell, if only one reading is left."""
    lines = list({line for line in data.splitlines() if not line.isascii()})
    hints = {ending.decode().lower() for ending in DOMAIN.findall(data)} & ALPHABETS.keys()
    sample = b"\n".join(sorted(lines)[:: len(lines) // SAMPLE + 1])
    readings: dict[str, tuple[float, str]] = {}
    for page, unlikely in CODE_PAGES.items():
        text = _read(sample, page)
        cost = None if text is None else _cost(text, hints)
        if text is not None and cost is not None:
            readings[text] = min(readings.get(text, (999.0, "")), (cost + unlikely, page))
    ranked = sorted(readings.values())
    if ranked and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= MARGIN):
        page = ranked[0][1]
        text = _read(data, page)
        if text is not None and _cost(text, hints) is not None:
            return Decoded(text, page, certain=False)
    raise CheckinError("unknown-encoding", encoding="")


def _read(data: bytes, page: str) -> str | None:
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return None


def _cost(text: str, hints: set[str]) -> float | None:
    """Return how many languages it takes to explain the text; none if no languages do.

    Words with capitals in the middle, as trade names have them, count against a reading, and rule
    it out if they are more than a fiftieth.
    """
    words = {word for chunk in set(CHUNK.findall(text)) for word in _words(chunk)}
    spelt = {frozenset(letter for letter in word.lower() if not letter.isascii()) for word in words}
    tongues = [
        {name for name, letters in ALPHABETS.items() if letters.issuperset(spelling)}
        for spelling in spelt
    ]
    odd = sum(_is_oddly_cased(word) for word in words)
    if not words or not all(tongues) or odd > len(words) // 50:
        return None
    if any(MIXED.search(word) for word in words):
        return None
    small = any(word[0].islower() and not word[0].isascii() for word in words)
    return WRONG * odd + SMALL * small + _languages_needed(tongues, hints)


def _languages_needed(tongues: list[set[str]], hints: set[str]) -> float:
    """Return how many languages cover all words, those of the hints counting half."""
    needed = 0.0
    while tongues:
        counted = Counter(language for languages in tongues for language in languages)
        best = max(counted, key=lambda language: (language in hints, counted[language]))
        needed += 0.5 if best in hints else 1.0
        tongues = [languages for languages in tongues if best not in languages]
    return needed


def _words(chunk: str) -> list[str]:
    """Return the words beyond ASCII; misplaced signs count as words, which no language spells."""
    around = f" {chunk} "
    signs = [
        sign
        for before, sign, after in zip(around, chunk, around[2:], strict=False)
        if not (sign.isascii() or sign.isalpha()) and _is_misplaced(before, sign, after)
    ]
    return signs + [word for word in WORD.findall(chunk) if not word.isascii()]


def _is_misplaced(before: str, sign: str, after: str) -> bool:
    if sign in QUOTES:
        return before.isalpha() and (after.isalpha() or sign in "„‹")
    if sign in SIGNS:
        return after.isalpha() or (before.isalpha() and sign not in "…°©®™²³№")
    return sign not in IN_WORDS


def _is_oddly_cased(word: str) -> bool:
    """Tell capitals beyond ASCII amid small letters: wrong readings have them, few names have."""
    return any(letter.isupper() and not letter.isascii() for letter in word[1:]) and any(
        letter.islower() for letter in word
    )
