"""Small workbooks that would fill the memory are refused soon, each tried in its own process."""

import subprocess
import sys

import pytest

from tests.gateways.test_spreadsheet_unsafe import HEAD, TAIL, packed, plain


def deep(folder):
    nested = b"<a>" * 1_000_000 + b"</a>" * 1_000_000
    return packed(folder / "deep.xlsx", plain(), sheet1=HEAD + TAIL[:12] + nested + TAIL[12:])


def spaces(folder):
    return packed(folder / "spaces.xlsx", plain(), sheet1=HEAD + b" " * 250_000_000 + TAIL)


def one_cell(folder):
    cell = b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"a" * 250_000_000
    return packed(folder / "cell.xlsx", plain(), sheet1=HEAD + cell + b"</t></is></c></row>" + TAIL)


def rows(folder):
    row = b"<row><c><v>1</v></c></row>"
    return packed(folder / "rows.xlsx", plain(), sheet1=HEAD + row * 8_000_000 + TAIL)


def far_apart(folder, cell=b'<c r="%s%d"><v>1</v></c>'):
    far = b"".join(
        b'<row r="%d">%s</row>' % (row, cell % (column, row))
        for row, column in ((2, b"XFD"), (90_000, b"A"))
    )
    filler = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(3, 50_000))
    middle = far.index(b"<row", 1)
    sheet = HEAD + far[:middle] + filler + far[middle:] + TAIL
    return packed(folder / "far.xlsx", plain(), sheet1=sheet)


def far_without_saying(folder):
    row = b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>"
    sheet = HEAD + row + b"<row><c><v>1</v></c></row>" * 80_000 + TAIL
    return packed(folder / "silent.xlsx", plain(), sheet1=sheet)


def far_by_another_prefix(folder):
    return far_apart(folder, b"<x:c\nr='%s%d'><x:v>1</x:v></x:c>")


def parts(folder):
    return packed(folder / "parts.xlsx", plain() | {f"xl/media/{n}": b"" for n in range(5000)})


def open_document(folder):
    table = (
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="100000">'
        '<table:table-cell office:value-type="float" table:number-columns-repeated="10000"/>'
        "</table:table-row></table:table>"
    )
    return packed(
        folder / "open.ods",
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": f'<d xmlns:table="t" xmlns:office="o">{table}</d>'.encode(),
        },
    )


ALONE = """
import sys
from pathlib import Path
from checkin.errors import CheckinError
from checkin.gateways.sheets import read_list
try:
    print("rows", len(read_list(Path(sys.argv[1])).rows))
except CheckinError as error:
    print(error.code)
print(Path("/proc/self/status").read_text("ascii").split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked of Linux")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (spaces, "workbook-unpacked"),
        (one_cell, "workbook-unpacked"),
        (rows, "workbook-unpacked"),
        (parts, "workbook-parts"),
        (far_apart, "workbook-spread"),
        (far_without_saying, "workbook-spread"),
        (far_by_another_prefix, "workbook-spread"),
        (open_document, "workbook-cells"),
        (deep, "sheet-no-rows"),
    ],
)
def test_a_bomb_is_refused_soon_and_in_little_memory(tmp_path, make, code):
    path = make(tmp_path)
    assert path.stat().st_size < 4_000_000
    said = subprocess.run(
        [sys.executable, "-c", ALONE, str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=20,
    ).stdout.split()
    assert said[0] == code
    assert int(said[-1]) < 300_000
