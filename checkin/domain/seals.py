"""The seal of a closed day: the last entry of every station, and a fingerprint to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from checkin.domain.entry import ENCODER
from checkin.domain.things import is_id, is_integer

_GROUP, _GROUPS = 4, 6
_DIGEST = 64

Heads = tuple[tuple[str, int, str], ...]
"""Station, number and digest of its last entry, in order of station."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal of a day, as the how many of it; `at` is Unix milliseconds."""

    day: date
    number: int
    heads: Heads
    at: int
    operator: str

    @property
    def fingerprint(self) -> str:
        """What is printed of it, such as `4F0A-…`."""
        return fingerprint(self.day, self.heads)

    def covers(self, station: str, seq: int) -> bool:
        """Tell whether an entry was there when the day was sealed."""
        return any(one == station and seq <= last for one, last, _ in self.heads)


def fingerprint(day: date, heads: Heads) -> str:
    """Return the first 24 digits of the SHA-256 of a compact JSON array, in groups of four.

    The array is `["check-in seal", "2026-06-02", [[station, number, digest], …]]`, its stations in
    order, all of them and the digests in hexadecimal.
    """
    text = ENCODER.encode(["check-in seal", day.isoformat(), [list(one) for one in heads]])
    digits = sha256(text.encode()).hexdigest().upper()[: _GROUP * _GROUPS]
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def heads_body(heads: Heads) -> dict[str, object]:
    """Return heads as a `day.sealed` body has them."""
    return {station: [seq, digest] for station, seq, digest in heads}


def read_heads(body: Mapping[str, object]) -> Heads:
    """Return the heads in a body; what is none is left out, and shows as an entry not covered."""
    found = []
    for station, value in sorted(body.items()):
        match value:
            case [seq, str(digest)] if is_id(station) and is_integer(seq) and _is_digest(digest):
                found.append((station, seq, digest))
    return tuple(found)


def is_date(text: str) -> bool:
    """Tell whether that is a day; the seal of one written oddly is left out."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_digest(text: str) -> bool:
    return len(text) == _DIGEST and not set(text) - set("0123456789abcdef")
