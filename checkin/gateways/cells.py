"""What a table's cells may hold, and how each kind is put into a workbook's cell."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet


class Share(float):
    """A share of 1, shown in per cent."""


Cell = str | int | float | date | time | datetime | timedelta | None
Writer = Callable[[int, int, Any], object]

_LONGEST_TEXT = 32_767
_SURELY_SHORT = _LONGEST_TEXT // 2
_EXACT_NUMBERS = 10**15

# Days are counted from here. Excel believes in a 29 February 1900, so dates before March are texts.
_ZERO = datetime(1899, 12, 30)
_FIRST_SERIAL = 61
_DAY = timedelta(days=1)

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMATS: dict[type, str] = {
    date: "yyyy-mm-dd",
    datetime: "yyyy-mm-dd hh:mm",
    time: "hh:mm",
    timedelta: "[h]:mm",
    Share: "0.0%",
}

# Else they would touch a text beside them.
_LEFT: dict[str, object] = {"align": "left"}
_INDENTED: dict[str, object] = {"align": "right", "indent": 1}
_ALIGNED = {
    date: _LEFT,
    datetime: _LEFT,
    time: _LEFT,
    timedelta: _INDENTED,
    Share: _INDENTED,
}


def cell_formats(book: "Workbook") -> dict[type, Any]:
    """Add the formats of dates and times to `book` and return them by type."""
    return {
        kind: book.add_format({"num_format": form} | _ALIGNED.get(kind, {}))
        for kind, form in _FORMATS.items()
    }


def cell_writers(page: "Worksheet", formats: dict[type, Any]) -> dict[type, Writer]:
    """Return, for each type of cell, what writes one at (row, column, cell)."""
    write_number, write_string = page.write_number, page.write_string

    def text(row: int, column: int, cell: str) -> None:
        if not cell.isprintable() or len(cell) > _SURELY_SHORT:
            cell = cell_text(cell)
        write_string(row, column, cell)

    def number(row: int, column: int, cell: float) -> None:
        # A cell keeps fifteen digits; what would be changed is shown as text.
        if -_EXACT_NUMBERS < cell < _EXACT_NUMBERS:
            write_number(row, column, cell)
        else:
            write_string(row, column, str(cell))

    def share(row: int, column: int, cell: Share) -> None:
        write_number(row, column, cell, formats[Share])

    # A kind stands before the one it is a kind of.
    writers: dict[type, Writer] = {str: text, int: number, Share: share, float: number}
    for kind, days in _DAYS.items():
        writers[kind] = _time_writer(write_number, write_string, days, formats[kind])
    return writers


def _time_writer(
    write_number: Any, write_string: Any, days: Callable[[Any], float], form: Any
) -> Writer:
    def write(row: int, column: int, cell: Any) -> None:
        serial = days(cell)
        if serial < _FIRST_SERIAL and not isinstance(cell, time | timedelta):
            write_string(row, column, str(cell))
        else:
            write_number(row, column, serial, form)

    return write


def _days_of_moment(cell: datetime) -> float:
    return (cell.replace(tzinfo=None) - _ZERO) / _DAY


def _days_of_date(cell: date) -> float:
    return cell.toordinal() - _ZERO.toordinal()


def _days_of_time(cell: time) -> float:
    return (datetime.combine(_ZERO, cell.replace(tzinfo=None)) - _ZERO) / _DAY


def _days_of_length(cell: timedelta) -> float:
    return cell / _DAY


# `datetime` stands before `date`, whose kind it is too.
_DAYS: dict[type, Callable[[Any], float]] = {
    datetime: _days_of_moment,
    date: _days_of_date,
    time: _days_of_time,
    timedelta: _days_of_length,
}


def writer_for(cell: Cell, writers: dict[type, Writer]) -> Writer:
    """Find the writer for a subclass, such as a `StrEnum`, and remember it."""
    kind = next(kind for kind in writers if isinstance(cell, kind))
    writers[type(cell)] = writers[kind]
    return writers[kind]


def cell_text(text: str) -> str:
    """Return `text` as a cell can hold it."""
    clean = _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(clean) <= _LONGEST_TEXT:
        return clean
    notice = f" … [cut: {len(clean)} characters, more than a cell holds]"
    return cut(clean, _LONGEST_TEXT - len(notice)) + notice


def _units(text: str) -> int:
    """Return the length as Excel counts: letters beyond U+FFFF are two."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, units: int) -> str:
    """Return the beginning of `text` that is not longer than `units` as Excel counts."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
