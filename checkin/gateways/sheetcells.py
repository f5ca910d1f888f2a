"""Makes records of a workbook's sheet: cells as texts, merged ones filled, rows numbered."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard
from unicodedata import is_normalized

from checkin.domain.table import ERROR, NO_TEXT
from checkin.gateways.cellscan import CellScan
from checkin.gateways.dialect import Record
from checkin.gateways.tidying import UPPER_CONTROLS, tidy

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = int | float | str | bool | time | date | datetime | timedelta
Odd = tuple[tuple[int, str], ...]
# What stands in a cell of which a formula went wrong, where the file keeps it as a text.
ERRORS = frozenset(
    ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)
WORDS = {True: "yes", False: "no"}


class SheetCells:
    """The rows of a sheet that hold anything, in order, each from column A on.

    `scan` tells what the library does not; there is none of some formats.
    """

    def __init__(self, sheet: "CalamineSheet", scan: CellScan | None) -> None:
        self._sheet = sheet
        self._repeated = scan.repeated if scan else set()
        self._scanned: dict[int, list[tuple[int, str, str]]] = {}
        for (row, column), (kind, text) in (scan.odd if scan else {}).items():
            self._scanned.setdefault(row, []).append((column, kind, text))
        self._merged: dict[int, list[tuple[int, int]]] = {}
        told = [(*start, end[0]) for start, end in sheet.merged_cell_ranges or ()]
        for top, left, bottom in told or (scan.merged if scan else ()):
            if bottom > top:
                self._merged.setdefault(top, []).append((left, bottom))
        self._known: dict[Odd, Odd] = {}

    def rows(self) -> Iterator[tuple[int, list[Value]]]:
        """Yield each row with anything in it, counted from 0, its values as the library has them.

        A value merged over several rows stands in each of them.
        """
        unused: list[Value] = [""] * (self._sheet.start or (0, 0))[1]
        open_ranges: dict[int, tuple[int, Value]] = {}
        for index, used in enumerate(self._sheet.iter_rows()):
            if used.count("") == len(used) and index not in self._scanned:
                continue
            row = unused + used if unused else used
            if index in self._merged or open_ranges:
                self._fill(index, row, open_ranges)
            yield index, row
        last = self._sheet.end[0] if self._sheet.end else -1
        for index in sorted(row for row in self._scanned if row > last):
            yield index, [""] * (max(column for column, *_ in self._scanned[index]) + 1)

    def _fill(self, index: int, row: list[Value], ranges: dict[int, tuple[int, Value]]) -> None:
        for column, bottom in self._merged.get(index, ()):
            if column < len(row):
                ranges[column] = bottom, row[column]
        for column, (bottom, value) in list(ranges.items()):
            if index > bottom:
                del ranges[column]
            elif row[column] == "":
                row[column] = value

    def first_beyond(self, width: int) -> dict[int, int]:
        """Return the columns from `width` on that hold anything, and the first row of each."""
        found: dict[int, int] = {}
        unused = set(range(width, self._sheet.total_width + 1))
        for index, row in self.rows() if unused else ():
            used = [column for column in unused if column < len(row) and row[column] != ""]
            found.update(dict.fromkeys(used, index))
            unused.difference_update(used)
        return found

    def records(self, width: int) -> Iterator[Record]:
        """Yield the rows as texts, cut to `width` columns."""
        for index, row in self.rows():
            values = row[:width]
            if index in self._repeated:
                yield Record(index + 1, list(map(text, values)), "row-repeated")
            elif index not in self._scanned and _are_tidy_texts(values):
                yield Record(index + 1, values)
            else:
                cells = list(map(text, values))
                yield Record(index + 1, cells, odd=self._odd(index, values, cells))

    def _odd(self, index: int, values: Sequence[Value], cells: list[str]) -> Odd:
        """Name the cells that are no texts, and put in the errors the library left out."""
        found = {
            at: NO_TEXT if type(value) is not str else ERROR
            for at, value in enumerate(values)
            if type(value) is not str or value in ERRORS
        }
        for at, kind, shown in self._scanned.get(index, ()):
            if at < len(cells):
                cells[at] = cells[at] or shown
                found[at] = kind
        odd = tuple(found.items())
        return self._known.setdefault(odd, odd) if odd else ()


def _are_tidy_texts(values: list[Value]) -> TypeGuard[list[str]]:
    """Tell it of a whole row at once, as of most rows it can."""
    try:
        whole = "".join(values)  # type: ignore[arg-type]
    except TypeError:
        return False
    return whole.isprintable() and is_normalized("NFC", whole) and "#" not in whole


def text(value: Value) -> str:
    """Return what a cell says: days and times in ISO 8601, numbers without exponents."""
    match value:
        case str():
            said = value.replace("\r\n", "\n").replace("\r", "\n")
            # Part of a letter that was read wrongly, perhaps; tidied when it is put right.
            return said if UPPER_CONTROLS.search(said) else tidy(said)
        case bool():
            return WORDS[value]
        case int():
            return str(value)
        case float():
            return _number(value)
        case datetime():
            moment = value.replace(microsecond=0)
            return moment.isoformat(" ", "seconds" if moment.second else "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
        case _:
            return _length(value)


def _number(value: float) -> str:
    """Return a number with the fifteen digits that a spreadsheet keeps."""
    plain = f"{value:.15g}"
    return f"{Decimal(plain):f}" if "e" in plain else plain


def _length(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
