"""Writes contacts as vCards, versions 3.0 and 4.0 (RFC 2426 and 6350), for any address book."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.people import Attendee

# So many bytes may a line have, what folds it included.
LINE_BYTES = 75
_ENDS = "\r\n"
_WRITTEN: Mapping[str, str] = {"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"}
_TABLE = str.maketrans(dict(_WRITTEN))


class Version(StrEnum):
    """3.0 is read by every address book, 4.0 by most."""

    THREE = "3.0"
    FOUR = "4.0"


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody, and a note on where one met them; `group` is the event they were met at."""

    person: Attendee
    note: str = ""
    group: str = ""


def vcards(cards: Iterable[Card], version: Version = Version.THREE) -> str:
    """Return cards as one text, lines ended by CR LF and none longer than LINE_BYTES in UTF-8."""
    return "".join(
        _folded(line) + _ENDS for card in cards for line in _lines(card, Version(version))
    )


def _lines(card: Card, version: Version) -> Iterator[str]:
    one = card.person
    given, family = one.given_name, one.family_name
    mail = "EMAIL" if version is Version.FOUR else "EMAIL;TYPE=INTERNET"
    # Made of the id, which is 32 hexadecimal digits: read again, it is the same person's card.
    digits = one.id.ljust(32, "0")
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    known = (
        ("TITLE", _text(one.job_title)),
        ("ORG", _text(one.organisation)),
        (mail, _text(one.email)),
        ("ADR;TYPE=WORK", f";;;;;;{_text(one.country)}" if one.country else ""),
        ("CATEGORIES", _text(card.group)),
        ("NOTE", _text(card.note)),
    )
    yield "BEGIN:VCARD"
    yield f"VERSION:{version.value}"
    yield "PRODID:-//Check-in//Contacts//EN"
    yield f"UID:urn:uuid:{'-'.join(parts)}"
    yield f"N:{_text(family)};{_text(given or ('' if family else one.name))};;;"
    yield f"FN:{_text(one.name)}"
    for name, value in known:
        if value:
            yield f"{name}:{value}"
    yield "END:VCARD"


def _text(text: str) -> str:
    """Return a text as a value: its signs escaped, lines kept, other control characters gone."""
    lines = ("".join(one if one.isprintable() else " " for one in line) for line in _split(text))
    return "\n".join(lines).translate(_TABLE)


def _split(text: str) -> list[str]:
    # Lone halves of letters, which lists do hold, have no UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8").splitlines()


def _folded(line: str) -> str:
    """Break a line into pieces, each but the first after a blank; no letter is taken apart."""
    pieces, piece, room = [], "", LINE_BYTES
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", LINE_BYTES - 1
        piece += letter
        room -= size
    return f"{_ENDS} ".join([*pieces, piece])
