"""Goes through sheets of XLSB and OpenDocuments for what the reading library does not tell."""

import re
from collections.abc import Iterator
from html import unescape

from checkin.domain.table import ERROR
from checkin.gateways.cellscan import CellScan

# Records of MS-XLSB 2.3: a row, cells with a value, those of them that are errors.
ROW, VALUES, WRONG = 0, range(2, 12), (3, 11)
TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
NAME = re.compile(rb"table:name\s*=\s*[\"']([^\"']*)")
# What is shown for an error that the file does not spell out.
ERROR_SHOWN = "#N/A"
REPEATED_ROWS, REPEATED_COLUMNS, MERGED_ROWS = (
    re.compile(rb"table:number-" + what + rb"\s*=\s*[\"'](\d{1,9})")
    for what in (b"rows-repeated", b"columns-repeated", b"rows-spanned")
)


def scan_binary(part: bytes) -> CellScan:
    """Return what the records of a sheet of an XLSB tell."""
    scan, row = CellScan(exact=True), 0
    for kind, body in binary_records(part):
        at = int.from_bytes(body[:4], "little")
        if kind == ROW:
            row = at
        elif kind in VALUES:
            scan.cells += 1
            scan.height = max(scan.height, row + 1)
            scan.width = max(scan.width, at + 1)
            if kind in WRONG:
                scan.odd[row, at] = ERROR, ERROR_SHOWN
    return scan


def binary_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the type and body of each record of a part of an XLSB."""
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


def scan_open(part: bytes) -> dict[str, CellScan]:
    """Return what each table of an OpenDocument holds, by its name, all repetitions counted."""
    scans: dict[str, CellScan] = {}
    scan = CellScan(exact=True)
    row = column = times = 0
    for kind, attributes in map(re.Match.groups, TAG.finditer(part)):
        if kind == b"table":
            scan = CellScan(exact=True)
            scans[_name(attributes)] = scan
            row = times = 0
        elif kind == b"table-row":
            row, column, times = row + times, 0, _number(REPEATED_ROWS, attributes)
        else:
            columns = _number(REPEATED_COLUMNS, attributes)
            if not attributes.endswith(b"/") or b"value" in attributes:
                scan.cells += times * columns
                scan.height = max(scan.height, row + times)
                scan.width = max(scan.width, column + columns)
            if (rows := _number(MERGED_ROWS, attributes)) > 1:
                scan.merged.append((row, column, row + rows - 1))
            if b'value-type="error"' in attributes:
                scan.odd[row, column] = ERROR, ERROR_SHOWN
            column += columns
    return scans


def _name(attributes: bytes) -> str:
    found = NAME.search(attributes)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _number(what: re.Pattern[bytes], attributes: bytes) -> int:
    found = what.search(attributes)
    return int(found[1]) if found else 1
