"""Reads the rows of a signature sheet as they are typed in: `1-12, 15, 18 9:05-16:40`."""

import re
from dataclasses import dataclass, replace
from datetime import time

_HOUR = r"\d{1,2}[:.]\d{2}"
_TOKEN = re.compile(
    rf"(?P<came>{_HOUR})(?:\s*-\s*(?P<left>{_HOUR})?)?(?!\w)"
    rf"|-\s*(?P<only_left>{_HOUR})(?!\w)"
    r"|(?P<first>\d+)(?:\s*-\s*(?P<last>\d+)(?![:.\d]))?(?!\w)"
    r"|(?P<end>[;\n])"
    r"|[,\s]+"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class RowsError(ValueError):
    """Typed rows that cannot be meant; `code` is one of rows-unread, row-unknown, row-twice."""

    def __init__(self, code: str, piece: str) -> None:
        super().__init__(code, piece)
        self.code = code
        self.piece = piece


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row by its number; a time that was not typed is None."""

    number: int
    came: time | None = None
    left: time | None = None


def read_rows(text: str, most: int) -> tuple[TypedRow, ...]:
    """Return the rows that a text names, of a sheet that has `most`; RowsError names what is wrong.

    A time holds for all rows before it, back to the time, semicolon or line's end before those.
    """
    text = text.translate(_DASHES)
    done: dict[int, TypedRow] = {}
    group: list[int] = []
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise RowsError("rows-unread", text[place : place + 20].split("\n")[0])
        place = token.end()
        if token["first"]:
            numbers = _numbers(token, most)
            twice = [one for one in numbers if one in done or one in group]
            if twice:
                raise RowsError("row-twice", str(twice[0]))
            group += numbers
        elif timed := _timed(token):
            if not group:
                raise RowsError("rows-unread", token[0])
            done |= {one: replace(timed, number=one) for one in group}
            group = []
        elif token["end"]:
            done |= {one: TypedRow(one) for one in group}
            group = []
    done |= {one: TypedRow(one) for one in group}
    return tuple(done.values())


def _numbers(token: re.Match[str], most: int) -> range:
    first = _row(token["first"], most)
    last = _row(token["last"], most) if token["last"] else first
    if last < first:
        raise RowsError("rows-unread", token[0])
    return range(first, last + 1)


def _row(digits: str, most: int) -> int:
    if len(digits) > len(str(most)) or not 1 <= int(digits) <= most:
        raise RowsError("row-unknown", digits)
    return int(digits)


def _timed(token: re.Match[str]) -> TypedRow | None:
    """Return the times of a token, of no row yet; None for one without any."""
    came, left = token["came"], token["left"] or token["only_left"]
    if not (came or left):
        return None
    return TypedRow(0, _hour(came), _hour(left))


def _hour(text: str | None) -> time | None:
    if not text:
        return None
    hours, minutes = map(int, re.split("[:.]", text))
    try:
        return time(hours, minutes)
    except ValueError as error:
        raise RowsError("rows-unread", text) from error
