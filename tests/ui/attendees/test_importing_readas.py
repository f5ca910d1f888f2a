"""How a file is read: which sheet of a workbook, what the letters are in, and reading it anew."""

import codecs
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.domain.table import Row, Table
from checkin.errors import CheckinError
from checkin.ui.attendees.encodings import ENCODINGS, encoding_words
from checkin.ui.attendees.importdialog import ImportDialog
from tests.ui.attendees.conftest import People

SHEETS = ("Read me", "People", "Empty")


def workbook(path: Path, encoding: str, sheet: str) -> Table:
    """Read a workbook of three sheets, of which one holds people."""
    if sheet == "Empty":
        raise CheckinError("sheet-empty", file=path.name)
    name = sheet or "People"
    return Table(("Name",), [Row(2, (f"Ada of {name}",))], sheet=name, sheets=SHEETS)


def opened(people: People, read: object) -> ImportDialog:
    bench = people.page.bench
    outside = replace(bench.outside, read_list=read)
    dialog = ImportDialog(replace(bench, outside=outside), people.page, Path("book.xlsx"))
    dialog.begin()
    return dialog


def choose(people: People, dialog: ImportDialog, sheet: str) -> None:
    sheets = dialog.read_as.sheets
    sheets.setCurrentIndex(sheets.findData(sheet))
    sheets.activated.emit(sheets.currentIndex())
    people.rest()


def is_offered(dialog: ImportDialog, choice: QWidget) -> bool:
    return choice.isVisibleTo(dialog)


def test_of_several_sheets_the_likely_one_is_shown_and_another_can_be_chosen(nobody: People):
    dialog = opened(nobody, workbook)
    nobody.rest()
    choice = dialog.read_as
    assert is_offered(dialog, choice.sheets)
    assert not is_offered(dialog, choice.encodings)
    assert [choice.sheets.itemText(at) for at in range(choice.sheets.count())] == list(SHEETS)
    assert choice.way.sheet == "People"
    choose(nobody, dialog, "Read me")
    assert dialog.mapping.item(1, 0).text() == "Ada of Read me"
    dialog.reject()


def test_after_a_sheet_that_holds_nobody_another_can_still_be_chosen(nobody: People):
    dialog = opened(nobody, workbook)
    nobody.rest()
    choose(nobody, dialog, "Empty")
    assert "is empty" in dialog.wrong.text()
    assert not dialog.accept_button.isEnabled()
    assert is_offered(dialog, dialog.read_as.sheets)
    choose(nobody, dialog, "People")
    assert dialog.wrong.isHidden()
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_the_sheet_is_chosen_with_the_keyboard(nobody: People):
    dialog = opened(nobody, workbook)
    nobody.rest()
    nobody.laptop.until(dialog.isActiveWindow)
    for _ in range(20):
        if dialog.focusWidget() is dialog.read_as.sheets:
            break
        nobody.laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    nobody.laptop.qtbot.keyClick(dialog.read_as.sheets, Qt.Key.Key_Up)
    nobody.rest()
    assert dialog.read_as.way.sheet == "Read me"
    assert dialog.mapping.item(1, 0).text() == "Ada of Read me"
    dialog.reject()


def test_of_a_text_it_is_said_what_its_letters_were_taken_for(nobody: People):
    def text(path: Path, encoding: str, sheet: str) -> Table:
        return Table(("Name",), [Row(2, ("Ada",))], encoding=encoding or "cp1257")

    dialog = opened(nobody, text)
    nobody.rest()
    choice = dialog.read_as
    assert not is_offered(dialog, choice.sheets)
    assert choice.encodings.currentText() == "as it seems right: Baltic (Windows-1257)"
    choice.encodings.setCurrentIndex(choice.encodings.findText("Cyrillic (KOI8-R)"))
    choice.encodings.activated.emit(0)
    nobody.rest()
    assert choice.encodings.currentText() == "Cyrillic (KOI8-R)"
    assert choice.encodings.itemText(0) == "as it seems right"
    dialog.reject()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_offered_is_one_that_can_be_read(encoding: str):
    assert codecs.lookup(encoding)
    assert encoding_words(codecs.lookup(encoding).name) == ENCODINGS[encoding]


def test_an_encoding_without_a_name_of_ours_is_called_by_its_own():
    assert encoding_words("cp437") == "cp437"
    assert encoding_words("no such thing") == "no such thing"
    assert encoding_words("utf-8-sig") == "UTF-8"
    assert encoding_words("utf_16_le") == "UTF-16"


def test_a_file_still_being_read_holds_nobody(nobody: People):
    go_on = Flag()

    def slowly(path: Path, encoding: str, sheet: str) -> Table:
        assert go_on.wait(10)
        return workbook(path, encoding, sheet)

    dialog = opened(nobody, slowly)
    assert dialog.notes.text() == "Reading…"
    nobody.laptop.until(dialog.isActiveWindow)
    nobody.laptop.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    go_on.set()
    nobody.rest()
    assert dialog.wanted is None
