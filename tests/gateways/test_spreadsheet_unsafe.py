"""A workbook that is damaged, locked, hostile or none is refused at once, in one sentence."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.gateways.sheets import read_list

MADE = Path(__file__).parents[1] / "corpus" / "made"
CORPUS = Path(__file__).parents[1] / "corpus" / "import"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
)
TAIL = b"</sheetData></worksheet>"


def plain():
    """Return an ordinary workbook's parts."""
    book = openpyxl.Workbook()
    for row in (["Name", "E-mail"], ["Anna Kalna", "anna@example.lv"]):
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    with ZipFile(data) as made:
        return {name: made.read(name) for name in made.namelist()}


def packed(path, parts, **changed):
    """Write parts into a workbook; `changed` gives content by the last part of the name."""
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], content))
    return path


def refusal(path, sheet=""):
    with pytest.raises(CheckinError) as caught:
        read_list(path, sheet=sheet)
    assert caught.value.facts["file"] == path.name
    return caught.value.code


def test_the_parts_are_a_workbook_as_they_are(tmp_path):
    assert len(read_list(packed(tmp_path / "people.xlsx", plain())).rows) == 1


@pytest.mark.parametrize("name", ["", "sheet1", "workbook", "styles", "theme1", "app"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("definition", ["<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a "b">]>'])
def test_a_document_type_is_refused_wherever_it_stands(tmp_path, name, encoding, definition):
    content = f"{definition}<x/>".encode(encoding)
    path = packed(tmp_path / "people.xlsx", plain(), **{name: content})
    assert refusal(path) == "workbook-unsafe"


def test_a_document_type_far_down_is_not_reached(tmp_path):
    content = b"<!--" + b" " * 500_000 + b"--><!DOCTYPE x>" + HEAD + TAIL
    path = packed(tmp_path / "people.xlsx", plain(), sheet1=content)
    assert refusal(path) == "workbook-damaged"


def test_a_sheet_in_another_encoding_is_not_guessed_at(tmp_path):
    content = (HEAD + TAIL).decode().encode("utf-16")
    assert refusal(packed(tmp_path / "people.xlsx", plain(), sheet1=content)) == "workbook-damaged"


@pytest.mark.parametrize(
    "name", ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/workbook.xml"]
)
def test_a_missing_part_is_told(tmp_path, name):
    parts = plain()
    del parts[name]
    codes = {"workbook-damaged", "sheet-empty", "sheet-is-foreign"}
    assert refusal(packed(tmp_path / "people.xlsx", parts)) in codes


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/document.xml", "Word document"),
        ("ppt/presentation.xml", "PowerPoint presentation"),
        ("Index/Document.iwa", "Numbers, Pages or Keynote document"),
        ("xl/other.xml", "ZIP archive"),
    ],
)
def test_another_document_is_called_what_it_is(tmp_path, name, kind):
    path = packed(tmp_path / "people.xlsx", {"[Content_Types].xml": b"<x/>", name: b"<x/>"})
    with pytest.raises(CheckinError) as caught:
        read_list(path)
    assert caught.value.code == "sheet-is-foreign"
    assert caught.value.facts["kind"] == kind


def test_a_file_of_two_kinds_is_not_read_as_the_other(tmp_path):
    both = plain() | {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    both |= {"META-INF/manifest.xml": b"<m/>", "content.xml": b"<c/>"}
    assert refusal(packed(tmp_path / "people.ods", both)) == "workbook-damaged"
    path = packed(tmp_path / "people.xls", plain())
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")
    path.write_bytes(old + path.read_bytes())
    assert refusal(path) == "workbook-damaged"


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("EncryptedPackage", "workbook-password"),
        ("WordDocument", "sheet-is-foreign"),
        ("Workbook", "workbook-damaged"),
    ],
)
def test_an_old_container_is_told_apart(tmp_path, stream, code):
    path = tmp_path / "people.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le"))
    assert refusal(path) == code


@pytest.mark.parametrize("content", [b"PK\x03\x04 xl/workbook.xml", b"PK\x05\x06" + bytes(18)])
def test_a_zip_that_is_none_is_refused(tmp_path, content):
    path = tmp_path / "people.xlsx"
    path.write_bytes(content)
    assert refusal(path) in {"workbook-damaged", "sheet-is-foreign"}


def test_what_nobody_reads_may_be_odd(tmp_path):
    odd = {"customXml/item1.xml": "<a/>".encode("utf-16"), "xl/drawings/drawing1.vml": b"<a><br>"}
    assert len(read_list(packed(tmp_path / "people.xlsx", plain() | odd)).rows) == 1


def test_a_part_without_a_name_is_no_part_of_a_workbook(tmp_path):
    path = packed(tmp_path / "people.xlsx", plain())
    with ZipFile(path, "a") as made, made.open(ZipInfo(""), "w") as part:
        part.write(b"<x/>")
    assert refusal(path) == "workbook-damaged"


def test_a_part_that_is_there_twice_is_not_chosen_from(tmp_path):
    path = packed(tmp_path / "people.xlsx", plain())
    with ZipFile(path, "a") as made:
        made.writestr(SHEET.upper(), HEAD + TAIL)
    assert refusal(path) == "workbook-damaged"


@pytest.mark.parametrize("more", [-9, 9])
def test_a_part_that_is_not_as_long_as_it_says_is_damaged(tmp_path, more):
    parts = plain()
    path = packed(tmp_path / "people.xlsx", parts)
    said, lied = (struct.pack("<I", len(parts[SHEET]) + lie) for lie in (0, more))
    path.write_bytes(path.read_bytes().replace(said, lied))
    assert refusal(path) == "workbook-damaged"


def test_names_outside_the_workbook_are_unsafe(tmp_path):
    path = packed(tmp_path / "people.xlsx", {**plain(), "../evil.txt": b""})
    assert refusal(path) == "workbook-unsafe"


GOOD = [
    *sorted(MADE.glob("libreoffice.*")),
    CORPUS / "xl-plain.xlsx",
    CORPUS / "xl-second-sheet.xlsx",
    CORPUS / "xl-formula-cached.xlsx",
]


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_workbook_is_a_list_or_refused(tmp_path_factory, data):
    good = data.draw(st.sampled_from(GOOD))
    content = bytearray(good.read_bytes())
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, max_size=8)):
        content[place] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.one_of(st.just(len(content)), places))
    path = tmp_path_factory.mktemp("damaged") / good.name
    path.write_bytes(content[:cut])
    _is_a_list_or_refused(path)


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_part_is_a_list_or_refused(tmp_path_factory, data):
    """Damage that no checksum shows, as a broken program would write it."""
    good = data.draw(st.sampled_from([one for one in GOOD if one.suffix != ".xls"]))
    with ZipFile(good) as made:
        content = {name: bytearray(made.read(name)) for name in made.namelist()}
    name = data.draw(st.sampled_from(sorted(name for name in content if content[name])))
    places = st.integers(0, len(content[name]) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=4)):
        content[name][place] = data.draw(st.sampled_from(b"<>\"'&0199AZ /=\x00\xff"))
    path = packed(tmp_path_factory.mktemp("damaged") / good.name, content)
    _is_a_list_or_refused(path)


def _is_a_list_or_refused(path):
    try:
        people = read_list(path)
    except CheckinError:
        return
    assert all(len(row.cells) == len(people.header) for row in people.rows)
