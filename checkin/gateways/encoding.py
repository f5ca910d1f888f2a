"""Turns the bytes of a list into text without ever guessing letters wrong."""

import re
import unicodedata
from dataclasses import dataclass

from checkin.errors import CheckinError
from checkin.gateways.alphabets import ALPHABETS, SPOKEN
from checkin.gateways.spelling import cost
from checkin.gateways.wide import east_asian, unmarked_unicode

# Code pages of 8-bit text with how unlikely each is today: Windows, ISO, Macintosh, DOS.
CODE_PAGES = {
    "cp1257": 0.0,
    "cp1252": 0.0,
    "cp1250": 0.0,
    "cp1251": 0.0,
    "cp1253": 0.0,
    "cp1254": 0.0,
    "cp1255": 0.0,
    "cp1256": 0.0,
    "cp1258": 0.6,
    "iso8859-13": 0.25,
    "iso8859-2": 0.25,
    "iso8859-15": 0.25,
    "iso8859-5": 0.8,
    "iso8859-7": 0.25,
    "iso8859-4": 0.3,
    "iso8859-6": 0.3,
    "mac-roman": 0.4,
    "mac-latin2": 0.4,
    "mac-cyrillic": 0.4,
    "cp775": 0.8,
    "cp852": 0.8,
    "cp850": 0.8,
    "cp437": 0.9,
    "cp857": 0.9,
    "cp861": 0.9,
    "koi8-r": 0.8,
    "koi8-u": 0.8,
    "cp866": 0.8,
}
# By how much the best reading must be better than the next; less than FEW lines, whose addresses
# tell no country, must be clearer.
MARGIN, MARGIN_OF_FEW, FEW = 0.5, 0.9, 3
# What charset-normalizer must find of an answer of its own: little disorder, a known language.
MOST_CHAOS, LEAST_COHERENCE = 0.1, 0.2
# Of a line, so many bytes are looked at; a person's row is not so long.
LOOKED_AT = 4096
SAMPLE, ASKED = 2000, 100_000
BROKEN = re.compile("[\udc80-\udcff]")
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
    if wide := unmarked_unicode(data):
        return _marked(data, wide, certain=False)
    hints = {ending.decode().lower() for ending in DOMAIN.findall(data)}
    hints |= {language for ending in hints for language in SPOKEN.get(ending, ())}
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if (faulty := _utf8_with_faults(data)) is not None:
            return faulty
    else:
        if not (text.isascii() and "\x1b$" in text):
            return Decoded(text, "utf-8")
    if page := east_asian(data, hints):
        return Decoded(data.decode(page), page, certain=False)
    return _code_page(data, hints)


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


def _utf8_with_faults(data: bytes) -> Decoded | None:
    """Read as UTF-8 if more lines speak for it than against it."""
    text = data.decode("utf-8", "surrogateescape")
    lines = [line for line in text.split("\n") if not line.isascii()]
    against = sum(BROKEN.search(line) is not None for line in lines)
    return Decoded(text, "utf-8", broken=True) if 2 * against < len(lines) else None


def _code_page(data: bytes, hints: set[str]) -> Decoded:
    """Read by the code page whose words real languages can spell, if only one reading is left."""
    lines = list({line[:LOOKED_AT] for line in data.splitlines() if not line.isascii()})
    sample = b"\n".join(sorted(lines)[:: len(lines) // SAMPLE + 1])
    readings: dict[str, tuple[float, str]] = {}
    for page, unlikely in CODE_PAGES.items():
        text = _read(sample, page)
        needed = None if text is None else cost(text, hints)
        if text is not None and needed is not None:
            readings[text] = min(readings.get(text, (999.0, "")), (needed + unlikely, page))
    ranked = sorted(readings.values())
    is_little = len(lines) < FEW and not hints & ALPHABETS.keys()
    margin = MARGIN_OF_FEW if is_little else MARGIN
    if ranked and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= margin):
        page = ranked[0][1]
        looked_at, text = _read(b"\n".join(lines), page), _read(data, page)
        if text is not None and looked_at and cost(looked_at, hints) is not None:
            return Decoded(text, page, certain=False)
    if not ranked and (other := _asked(sample, data)):
        return other
    raise CheckinError("unknown-encoding", encoding="")


def _asked(sample: bytes, data: bytes) -> Decoded | None:
    """Ask charset-normalizer, and believe it if the words are real ones to it and to us."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:ASKED]).best()
    if best is None or best.chaos > MOST_CHAOS or best.coherence < LEAST_COHERENCE:
        return None
    text, looked_at = _read(data, best.encoding), _read(sample, best.encoding)
    if text is None or not looked_at or cost(looked_at, set()) is None:
        return None
    return Decoded(text, best.encoding, certain=False)


def _read(data: bytes, page: str) -> str | None:
    """Return the text; Vietnamese signs, which this page has apart, on their letters."""
    try:
        text = data.decode(page)
    except UnicodeDecodeError:
        return None
    return unicodedata.normalize("NFC", text) if page == "cp1258" else text
