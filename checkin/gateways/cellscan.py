"""Goes through a sheet's XML for what the reading library does not tell: extent, errors, no values.

The library lays a sheet out as a full rectangle, leaves errors empty, and of a row that stands
twice keeps half of each; so a sheet is looked through before.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from checkin.domain.table import ERROR, NO_VALUE

MAX_ROWS = 1_048_576
NAMED = rb"(?:[\w.-]+:)?"
TAG = re.compile(rb"<" + NAMED + rb"(row|c)(?=[\s/>])([^>]*)")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
TYPE = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
ROW = re.compile(rb"<" + NAMED + rb"row(?=\s)[^>]*?\sr\s*=\s*[\"'](\d{1,9})")
PLAIN_ROW = re.compile(rb'<row r="(\d{1,9})"')
# A cell right of Z, or below row 99,999.
FAR = re.compile(rb'<c r="[A-Z](?:[A-Z]|\d{6})')
NARROW, SHORT = 26, 99_999
FORMULA = rb"<" + NAMED + rb"f(?=[\s/>])[^>]*?(?:/>|>([^<]*)</" + NAMED + rb"f>)\s*"
VALUE = rb"(?:<" + NAMED + rb"v(?=[\s/>])[^>]*>([^<]*))?"
CELL = rb"<" + NAMED + rb"c(?=\s)([^>]*)>\s*"
CALCULATED = re.compile(CELL + FORMULA + VALUE)
WRONG = re.compile(CELL + rb"(?:" + FORMULA + rb")?" + VALUE)
MAX_ODD = 100_000


@dataclass(slots=True)
class CellScan:
    """What was seen of one sheet; rows and columns count from 0, `height` and `width` are ends.

    `odd` are cells whose value is none to trust: ERROR or NO_VALUE, and the text for it; `merged`
    cells merged over several rows, as row, column and last row, where the library does not tell.
    """

    exact: bool = False
    cells: int = 0
    height: int = 0
    width: int = 0
    is_unsure: bool = False
    is_implicit: bool = False
    repeated: set[int] = field(default_factory=set)
    odd: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    _rest: bytes = b""
    _row: int = -1
    _column: int = -1
    _seen: bytearray = field(default_factory=lambda: bytearray(MAX_ROWS + 1))

    @property
    def area(self) -> int:
        """How many cells the library would lay out for the sheet, at the most."""
        return self.width * max(self.height, SHORT if self.is_unsure else 0)

    def is_doubtful(self, most: int) -> bool:
        """Tell whether it has to be measured exactly to say it is laid out to no more than that."""
        return self.is_unsure and (self.is_implicit or self.area > most)

    def feed(self, chunk: bytes) -> None:
        """Take the next piece of the part."""
        whole = self._rest + chunk
        end = whole.rfind(b"row>") + 4
        if end > 3:
            self._scan(whole[:end])
            whole = whole[end:]
        self._rest = whole

    def finish(self) -> None:
        """Take what is left after the last row."""
        self._scan(self._rest)
        self._rest = b""

    def _scan(self, rows: bytes) -> None:
        cells = rows.count(b"<c")
        is_plain = _is_plain(rows, cells)
        self.cells += cells
        if self.exact or not is_plain:
            self._measure(rows)
        else:
            self.is_unsure = True
            self.width = max(self.width, NARROW)
        self._count(PLAIN_ROW.findall(rows) or ROW.findall(rows))
        if not is_plain or b"<f" in rows:
            self._find_uncalculated(rows)
        if not is_plain or b't="e"' in rows:
            self._find_errors(rows)

    def _measure(self, rows: bytes) -> None:
        for kind, attributes in TAG.findall(rows):
            found = REFERENCE.search(attributes)
            self.is_implicit |= found is None
            if kind == b"row":
                self._row = int(found[2]) - 1 if found else self._row + 1
                self._column = -1
                continue
            row, self._column = _position(found) if found else (self._row, self._column + 1)
            self.height = max(self.height, row + 1)
            self.width = max(self.width, self._column + 1)

    def _count(self, numbers: list[bytes]) -> None:
        """Note which rows stand there twice."""
        for number in map(int, numbers):
            if number > MAX_ROWS:
                self.height = max(self.height, number)
            elif self._seen[number]:
                self.repeated.add(number - 1)
            else:
                self._seen[number] = 1

    def _find_uncalculated(self, rows: bytes) -> None:
        for attributes, formula, value in CALCULATED.findall(rows):
            kind = TYPE.search(attributes)
            if not value and not (kind and kind[1] == b"str"):
                self._note(attributes, NO_VALUE, b"=" + formula)

    def _find_errors(self, rows: bytes) -> None:
        for attributes, _, value in WRONG.findall(rows):
            kind = TYPE.search(attributes)
            if kind and kind[1] == b"e":
                self._note(attributes, ERROR, value)

    def _note(self, attributes: bytes, kind: str, shown: bytes) -> None:
        found = REFERENCE.search(attributes)
        if found and len(self.odd) < MAX_ODD:
            self.odd[_position(found)] = kind, unescape(shown[:80].decode("utf-8", "replace"))


def _is_plain(rows: bytes, cells: int) -> bool:
    """Tell whether every cell is written as Excel does, left of AA and above row 100,000."""
    return rows.count(b'<c r="') == cells and b":c" not in rows and not FAR.search(rows)


def _position(found: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in found[1].upper()[:4]:
        column = column * 26 + letter - 64
    return int(found[2][:8]) - 1, max(column - 1, 0)
