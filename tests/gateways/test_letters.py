"""Letters that went through a wrong program come back in a workbook as they do in a text."""

from pathlib import Path

import openpyxl

from checkin.domain.table import Table
from checkin.gateways.sheets import read_list

HEADER = ("Name", "E-mail", "Organisation")
PEOPLE = (
    ("Jānis Bērziņš", "janis@example.lv", "Rīgas Tehniskā universitāte"),
    ("Šarūnė Žukauskaitė", "sarune@example.lt", "Müller & Söhne\nGmbH"),
)


def saved(folder: Path, *rows: tuple[str, ...]) -> Table:
    """Return what is read of a workbook of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "list.xlsx")
    return read_list(folder / "list.xlsx")


def misread(text: str) -> str:
    """Return how Windows-1252 shows UTF-8, control characters and all."""
    shown = (bytes([byte]) for byte in text.encode())
    return "".join(one.decode("cp1252", "replace").replace("\ufffd", chr(one[0])) for one in shown)


def test_garbled_letters_are_put_right_and_said(tmp_path: Path) -> None:
    garbled = [tuple(map(misread, row)) for row in PEOPLE]
    table = saved(tmp_path, HEADER, *garbled)
    assert [row.cells for row in table.rows] == list(PEOPLE)
    assert [code for code, _ in table.warnings] == ["letters-garbled"]


def test_letters_as_web_pages_write_them_are_put_right(tmp_path: Path) -> None:
    table = saved(tmp_path, HEADER, ("Zo&euml; O&#39;Neil", "zoe@example.org", "R&amp;D"))
    assert table.rows[0].cells == ("Zoë O'Neil", "zoe@example.org", "R&D")


def test_what_is_right_stays_and_nothing_is_said(tmp_path: Path) -> None:
    table = saved(tmp_path, HEADER, *PEOPLE)
    assert [row.cells for row in table.rows] == list(PEOPLE)
    assert not table.warnings


def test_a_sheet_that_begins_with_a_person_loses_nobody(tmp_path: Path) -> None:
    table = saved(tmp_path, *PEOPLE)
    assert [row.cells[0] for row in table.rows] == [row[0] for row in PEOPLE]
    assert table.header[:2] == ("Name", "Email")
    assert [code for code, _ in table.warnings] == ["no-header"]


def test_a_quote_in_a_cell_makes_no_row_or_cell_of_what_another_one_says(tmp_path: Path) -> None:
    told = 'Room "A&amp;B"\n2nd &quot;floor&quot;, 3&#10;4&#9;5'
    table = saved(tmp_path, HEADER, ('Ada "A Ozola', "ada@example.lv", told), PEOPLE[0])
    cells = ('Ada "A Ozola', "ada@example.lv", 'Room "A&B"\n2nd "floor", 3&#10;4&#9;5')
    assert [row.cells for row in table.rows] == [cells, PEOPLE[0]]
    ((_, said),) = table.warnings
    assert said.isprintable()
