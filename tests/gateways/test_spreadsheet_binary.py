"""The binary kind of workbook, which no library here writes: made record by record (MS-XLSB)."""

import struct
from zipfile import ZipFile

import pytest

from checkin.errors import CheckinError
from checkin.gateways.sheets import read_list

RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="{}" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/{}"/></Relationships>'
)
BEGIN_SHEET, DIMENSION, BEGIN_DATA, END_DATA, END_SHEET = 129, 148, 145, 146, 130
ROW, ERROR, NUMBER, TEXT = 0, 3, 5, 6


def record(kind, body=b""):
    name = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = (
        bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    )
    return name + size + body


def text(value):
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def cell(column, value):
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return record(TEXT, place + text(value))
    if value is None:
        return record(ERROR, place + b"\x2a")
    return record(NUMBER, place + struct.pack("<d", value))


def write(path, rows):
    """Write rows, given by number from 0, each of columns from 0 and values; None is an error."""
    sheet = record(BEGIN_SHEET) + record(DIMENSION, struct.pack("<IIII", 0, 9, 0, 2))
    sheet += record(BEGIN_DATA)
    for number, cells in rows.items():
        sheet += record(ROW, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0))
        sheet += b"".join(cell(column, value) for column, value in cells.items())
    sheet += record(END_DATA) + record(END_SHEET)
    bundle = record(156, struct.pack("<II", 0, 1) + text("rId1") + text("People"))
    book = record(131) + record(143) + bundle + record(144) + record(132)
    with ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("_rels/.rels", RELATION.format("xl/workbook.bin", "officeDocument"))
        made.writestr("xl/workbook.bin", book)
        sheets = RELATION.format("worksheets/sheet1.bin", "worksheet")
        made.writestr("xl/_rels/workbook.bin.rels", sheets)
        made.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def test_a_binary_workbook_is_read(tmp_path):
    rows = {
        2: {0: "Name", 1: "E-mail", 2: "Code"},
        3: {0: "Jānis Bērziņš", 1: "janis@example.lv", 2: 37120000001.0},
        5: {0: None, 1: "eva@example.lv"},
    }
    table = read_list(write(tmp_path / "people.xlsb", rows))
    assert (table.header, table.sheets) == (("Name", "E-mail", "Code"), ("People",))
    first, second = table.rows
    assert (first.number, *first.cells) == (4, "Jānis Bērziņš", "janis@example.lv", "37120000001")
    assert (second.number, second.odd) == (6, ((0, "cell-error"),))


def test_cells_far_apart_are_refused(tmp_path):
    rows = {0: {0: "Name", 16_000: "x"}, 900_000: {0: "Anna"}}
    with pytest.raises(CheckinError) as caught:
        read_list(write(tmp_path / "people.xlsb", rows))
    assert caught.value.code == "workbook-spread"
