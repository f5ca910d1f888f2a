"""The code in a badge's QR: twelve letters of badge number, sixteen that prove it is ours.

Only letters that sit on the same key of Europe's Latin keyboard layouts are used, so that a
scanner set to another country still types the right ones.
"""

import hmac
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

ALPHABET = "BCDEFGHJKLNOPRSTUVX"
NUMBER_LETTERS = 12
PROOF_LETTERS = 16
CODE_LETTERS = NUMBER_LETTERS + PROOF_LETTERS
NUMBERS = len(ALPHABET) ** NUMBER_LETTERS
LONGEST_SCAN = 200

_BASE = len(ALPHABET)
_ALPHABET = frozenset(ALPHABET)
# Python's own digits, for as_integer; pairs of letters, so that _letters takes half the steps.
_DIGITS = str.maketrans(ALPHABET, "0123456789abcdefghi")
_PROOFS = _BASE**PROOF_LETTERS
_PAIRS = tuple(first + second for first in ALPHABET for second in ALPHABET)
_ENDS = "".join(map(chr, range(0x21))) + "\x7f\ufeff\u200b"
_SYMBOLOGY_MARK = re.compile(r"\](?:Q[0-6]|d[12])(?:\\000026)?")
_BLANKS_AND_HYPHENS = re.compile(r"[ \-\u2010-\u2015]")


def _letters(value: int, count: int) -> str:
    """Return a value in an even count of letters."""
    pairs = []
    for _ in range(count // 2):
        value, pair = divmod(value, len(_PAIRS))
        pairs.append(_PAIRS[pair])
    return "".join(reversed(pairs))


def _mac(key: bytes, purpose: str, text: str) -> int:
    return int.from_bytes(hmac.digest(key, f"{purpose}\x1f{text}".encode(), sha256)[:24])


def number_for(key: bytes, purpose: str, text: str) -> str:
    """Return the twelve letters that stand for a text, others for another purpose."""
    return _letters(_mac(key, purpose, text) % NUMBERS, NUMBER_LETTERS)


def proven_code(key: bytes, purpose: str, number: str) -> str:
    """Return a number with the sixteen letters that prove it, others for another purpose."""
    return number + _letters(_mac(key, purpose, number) % _PROOFS, PROOF_LETTERS)


def badge_number(key: bytes, attendee: str, issue: int) -> str:
    """Return the number of an attendee's first, second… badge (`issue` 1, 2…)."""
    return number_for(key, "badge", f"{attendee}\x1f{issue}")


def code_for(key: bytes, number: str) -> str:
    """Return the 28 letters that go into the QR of the badge with that number."""
    return proven_code(key, "code", number)


def as_integer(number: str) -> int:
    """Return a badge number as the store keys it, in 51 bits."""
    return int(number.translate(_DIGITS), _BASE)


def from_integer(value: int) -> str:
    """Return the badge number of an integer made by `as_integer`."""
    return _letters(value, NUMBER_LETTERS)


def numbers_beginning(letters: str) -> range:
    """Return the integers of all badge numbers that begin with those letters of the alphabet."""
    rest = _BASE ** (NUMBER_LETTERS - len(letters))
    first = as_integer(letters) * rest
    return range(first, first + rest)


def printed(number: str) -> str:
    """Return a badge number as it stands under the QR, in groups of four."""
    return "-".join(number[start : start + 4] for start in range(0, len(number), 4))


def is_number(text: str) -> bool:
    """Tell whether `text` has the form of a badge number."""
    return len(text) == NUMBER_LETTERS and _in_alphabet(text)


def _in_alphabet(text: str) -> bool:
    return _ALPHABET.issuperset(text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A badge number read from a scan; `proven` when its sixteen letters show it is genuine.

    `code` is the whole code, where it was read.
    """

    number: str
    proven: bool
    code: str = field(default="", compare=False)


def tidy(text: str) -> str:
    """Return a scan without what scanners put around it: control characters, AIM and ECI marks."""
    return _SYMBOLOGY_MARK.sub("", text.strip(_ENDS), count=1).strip(_ENDS)


def may_be_code(text: str, put_back: Callable[[str], tuple[str, ...]]) -> bool:
    """Tell whether a scan has the form of a whole code, of whatever event."""
    if len(text) > LONGEST_SCAN:
        return False
    return any(
        len(one) == CODE_LETTERS and _in_alphabet(one) for one in _candidates(tidy(text), put_back)
    )


def read(
    key: bytes,
    text: str,
    put_back: Callable[[str], tuple[str, ...]],
    code: Callable[[bytes, str], str] = code_for,
) -> Reading | None:
    """Return the badge number in a scan, or None for anything that is not a code of this event.

    `put_back` gives the texts that other keyboard layouts would have made of the same keys; `code`
    the whole code of a number, by which others than badges' are read.
    """
    if len(text) > LONGEST_SCAN:
        return None
    for candidate in _candidates(tidy(text), put_back):
        if is_number(candidate):
            return Reading(candidate, proven=False)
        if len(candidate) == CODE_LETTERS and _in_alphabet(candidate):
            number = candidate[:NUMBER_LETTERS]
            if hmac.compare_digest(candidate, code(key, number)):
                return Reading(number, proven=True, code=candidate)
    return None


def _candidates(text: str, put_back: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    plain = _BLANKS_AND_HYPHENS.sub("", text)
    if plain.isascii():
        yield plain.upper()
    yield from put_back(plain)
