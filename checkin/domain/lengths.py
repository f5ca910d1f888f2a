"""Reads and writes lengths as people do, in millimetres or in printers' points."""

import re
from enum import StrEnum

_NUMBER = re.compile(r"(-?\d{1,6}(?:[.,]\d{1,6})?)\s*(mm|cm|in|pt)?", re.IGNORECASE)
# Hundredths of a millimetre in each.
_LONG = {"mm": 100.0, "cm": 1_000.0, "in": 2_540.0, "pt": 2_540 / 72}


class Unit(StrEnum):
    """What a length is written in."""

    MILLIMETRES = "mm"
    POINTS = "pt"


def length_from(text: str, unit: Unit = Unit.MILLIMETRES) -> int | None:
    """Return hundredths of a millimetre, None for what is no length.

    `5.4`, `5,4 mm`, `0.5 cm`, `2 in` and `22 pt` are; a number alone is in `unit`.
    """
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    return round(float(found[1].replace(",", ".")) * _LONG[(found[2] or unit).lower()])


def length_words(length: int, unit: Unit = Unit.MILLIMETRES) -> str:
    """Return a length with no more decimals than it needs, such as `5.4 mm` or `22 pt`.

    Points are to the tenth, which `length_from` may read as a length a little off.
    """
    decimals = 2 if unit is Unit.MILLIMETRES else 1
    number = f"{length / _LONG[unit]:.{decimals}f}".rstrip("0").rstrip(".")
    return f"{'0' if number == '-0' else number} {unit}"
