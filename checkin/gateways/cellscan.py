"""Goes through a sheet's XML for what the reading library does not tell: extent, errors, no values.

The library lays a sheet out as a full rectangle, leaves errors empty, and of a row that stands
twice keeps half of each; so a sheet is looked through before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from checkin.domain.table import ERROR, NO_VALUE

MAX_ROWS = 1_048_576
NAMED = rb"(?:[\w.-]+:)?"
TAG = re.compile(rb"<" + NAMED + rb"(row|c)(?=[\s/>])([^>]*)")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
TYPE = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
ROW = re.compile(rb"<" + NAMED + rb"row(?=[\s/>])(?:[^>]*?\sr\s*=\s*[\"'](\d+))?")
PLAIN_ROW = re.compile(rb'<row r="(\d+)"')
FORMULA = rb"<" + NAMED + rb"f(?=[\s/>])[^>]*?(?:/>|>([^<]*)</" + NAMED + rb"f>)\s*"
VALUE = rb"(?:<" + NAMED + rb"v(?=[\s/>])[^>]*>([^<]*))?"
CELL = rb"<" + NAMED + rb"c(?=\s)([^>]*)>\s*"
CALCULATED = re.compile(CELL + FORMULA + VALUE)
WRONG = re.compile(CELL + rb"(?:" + FORMULA + rb")?" + VALUE)
# Shapes of references: every capital as A, every digit as 0.
SHAPES = bytes.maketrans(b"BCDEFGHIJKLMNOPQRSTUVWXYZ123456789", b"A" * 25 + b"0" * 9)
NARROW = 26
MAX_ODD = 100_000
# No cell of a part that only has short references lies below this row.
SHORT = 99_999


@dataclass(slots=True)
class CellScan:
    """What was seen of one sheet; rows and columns count from 0, `height` and `width` are ends.

    `odd` are cells whose value is none to trust: ERROR or NO_VALUE, and the text for it.
    """

    exact: bool = False
    cells: int = 0
    height: int = 0
    width: int = 0
    is_unsure: bool = False
    is_implicit: bool = False
    repeated: set[int] = field(default_factory=set)
    odd: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
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
        opened = rows.count(b"<row")
        self.cells += rows.count(b"<c")
        if self.exact or not _is_plain(rows, opened):
            self._measure(rows)
        else:
            self.is_unsure = True
            self.width = max(self.width, NARROW)
        self._count(rows, opened)
        if b"<f" in rows or b":f" in rows:
            self._find_uncalculated(rows)
        if b't="e"' in rows or b"'e'" in rows:
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

    def _count(self, rows: bytes, opened: int) -> None:
        """Note which rows stand there twice."""
        numbers = PLAIN_ROW.findall(rows)
        if len(numbers) != opened:
            numbers = [number for number in ROW.findall(rows) if number]
        for text in numbers:
            number = min(int(text[:8]), MAX_ROWS)
            if self._seen[number]:
                self.repeated.add(number - 1)
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


def scan_binary(part: bytes) -> CellScan:
    """Return what the records of a sheet in the binary format (MS-XLSB 2.1.4) tell."""
    scan, row = CellScan(exact=True), 0
    for kind, body in binary_records(part):
        if kind == 0:
            row = int.from_bytes(body[:4], "little")
        elif kind in range(2, 12):
            column = int.from_bytes(body[:4], "little")
            scan.cells += 1
            scan.height = max(scan.height, row + 1)
            scan.width = max(scan.width, column + 1)
            if kind in (3, 11):
                scan.odd[row, column] = ERROR, ""
    return scan


def scan_open(part: bytes) -> list[CellScan]:
    """Return what an OpenDocument's tables hold, repeated rows and cells counted in full."""
    scans: list[CellScan] = []
    row = column = times = 0
    for kind, attributes in OPEN_TAG.findall(part):
        rows, columns = (_times(which.search(attributes)) for which in REPEATED)
        if kind == b"table":
            scans.append(CellScan(exact=True))
            row = times = 0
        elif kind == b"table-row":
            row, column, times = row + times, 0, rows
        elif scans:
            column += columns
            if not attributes.endswith(b"/") or b"value" in attributes:
                scan = scans[-1]
                scan.cells += times * columns
                scan.height = max(scan.height, row + times)
                scan.width = max(scan.width, column)
    return scans


OPEN_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)")
REPEATED = (
    re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d+)"),
    re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d+)"),
)


def _times(found: re.Match[bytes] | None) -> int:
    return min(int(found[1][:9]), 10**9) if found else 1


def _is_plain(rows: bytes, opened: int) -> bool:
    """Tell whether every cell says where it is, and all lie left of AA and above row 100,000."""
    shapes = rows.translate(SHAPES)
    told = rows.count(b' r="') == opened + rows.count(b"<c")
    far = b' r="AA' in shapes or b' r="A000000' in shapes
    return told and not far and b":c" not in rows and b":row" not in rows


def _position(found: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in found[1].upper()[:4]:
        column = column * 26 + letter - 64
    return int(found[2][:8]) - 1, max(column - 1, 0)


def binary_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the type and body of each record of a part in the binary format."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end:
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        yield kind, part[at : at + size]
        at += size
