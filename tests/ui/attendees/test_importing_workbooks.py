"""Workbooks through the dialog: the likely sheet, another one, and the plan that comes back."""

from datetime import date
from pathlib import Path

import openpyxl

from checkin.ui.attendees.importdialog import ImportDialog
from tests.oddlists import CORPUS
from tests.ui.attendees.conftest import People

HEADER = ("Name", "E-mail", "Organisation", "Meal")


def workbook(people: People, **sheets: list[tuple[object, ...]]) -> Path:
    """Write a workbook of some sheets, in that order."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    path = people.laptop.path.with_name("book.xlsx")
    book.save(path)
    return path


def offered(dialog: ImportDialog) -> list[str]:
    sheets = dialog.read_as.sheets
    return [sheets.itemText(at) for at in range(sheets.count())]


def choose(people: People, dialog: ImportDialog, sheet: str) -> None:
    sheets = dialog.read_as.sheets
    sheets.setCurrentIndex(sheets.findData(sheet))
    sheets.activated.emit(sheets.currentIndex())
    people.rest()


def carry_out(people: People, dialog: ImportDialog) -> None:
    for _ in range(2):
        dialog.accept()
        people.rest()
    people.laptop.until(lambda: bool(people.said))
    people.rest()


def test_the_likely_sheet_is_shown_and_another_can_be_chosen(nobody: People):
    path = workbook(
        nobody,
        Notes=[("Please read",), ("Made in June",)],
        People=[HEADER, ("Ada Abele", "a@x.example", "RTU", "Fish")],
        Speakers=[HEADER, ("Bob Berg", "b@x.example", "LU", date(2026, 6, 2))],
    )
    dialog = nobody.import_dialog(path)
    assert offered(dialog) == ["Notes", "People", "Speakers"]
    assert dialog.read_as.way.sheet == "People"
    assert not dialog.read_as.encodings.isVisibleTo(dialog)
    choose(nobody, dialog, "Speakers")
    carry_out(nobody, dialog)
    [bob] = nobody.on_file()
    assert (bob.name, bob.custom) == ("Bob Berg", {"Meal": "2026-06-02"})


def test_where_nobody_is_on_the_likely_sheet_another_can_be_chosen(nobody: People):
    path = workbook(nobody, Form=[HEADER], Answers=[("Who", "Meal"), ("Ada Abele", "Fish")])
    dialog = nobody.import_dialog(path)
    assert "sheet Form has a header but nobody below it" in dialog.wrong.text()
    assert offered(dialog) == ["Form", "Answers"]
    assert dialog.read_as.sheets.isVisibleTo(dialog)
    assert not dialog.read_as.encodings.isVisibleTo(dialog)
    choose(nobody, dialog, "Answers")
    assert dialog.read_as.way.sheet == "Answers"
    choose(nobody, dialog, "Form")
    assert "nobody below it" in dialog.wrong.text()
    choose(nobody, dialog, "Answers")
    assert "nobody below it" not in dialog.wrong.text()
    assert len(dialog.mapping.choices) == 2


def test_a_sheet_that_is_gone_by_now_leaves_the_choice_of_those_there_are(nobody: People):
    rows = [HEADER, ("Ada Abele", "", "", "")]
    path = workbook(nobody, People=rows, Speakers=rows)
    dialog = nobody.import_dialog(path)
    workbook(nobody, People=rows, Guests=rows)
    choose(nobody, dialog, "Speakers")
    assert "has no sheet Speakers" in dialog.wrong.text()
    assert offered(dialog) == ["People", "Guests"]
    choose(nobody, dialog, "Guests")
    assert dialog.read_as.way.sheet == "Guests"


def test_of_a_locked_workbook_nothing_is_asked_but_another_file(nobody: People):
    dialog = nobody.import_dialog(CORPUS / "import" / "xl-encrypted.xlsx")
    assert "password" in dialog.wrong.text()
    assert not dialog.read_as.sheets.isVisibleTo(dialog)
    assert not dialog.read_as.encodings.isVisibleTo(dialog)


def test_one_sheet_is_no_choice(nobody: People):
    dialog = nobody.import_dialog(workbook(nobody, People=[HEADER, ("Ada", "", "", "")]))
    assert not dialog.read_as.sheets.isVisibleTo(dialog)
    assert not dialog.read_as.encodings.isVisibleTo(dialog)


def test_the_plan_that_was_sent_back_comes_in_once_it_is_corrected(nobody: People):
    path = workbook(
        nobody,
        People=[
            HEADER,
            ("Ada Abele", "a@x.example", "RTU", "Fish"),
            ("Bob Berg", "no mail", "LU", "=1+1"),
            ("Cy Celms", "c@x.example", "LU", ""),
        ],
    )
    dialog = nobody.import_dialog(path)
    dialog.accept()
    nobody.rest()
    back = path.with_name("back.xlsx")
    dialog.save_plan(back)
    nobody.rest()
    dialog.accept()
    nobody.laptop.until(lambda: len(nobody.on_file()) == 2)
    nobody.rest()
    book = openpyxl.load_workbook(back)
    page = book["Not taken"]
    assert [cell.value for cell in page[2]][4:6] == ["Bob Berg", "no mail"]
    page["F2"] = "bob@x.example"
    book.save(back)
    dialog = nobody.import_dialog(back)
    assert dialog.read_as.way.sheet == "Not taken"
    assert dict(sorted(dialog.mapping.columns().items())) == {
        **{4: "name", 5: "email", 6: "organisation"},
        7: "custom.Meal",
    }
    carry_out(nobody, dialog)
    bob = next(one for one in nobody.on_file() if one.name == "Bob Berg")
    assert bob.email == "bob@x.example"
    assert len(nobody.on_file()) == 3


def test_the_plan_is_not_written_over_the_list_itself(nobody: People):
    path = workbook(nobody, People=[HEADER, ("Ada Abele", "a@x.example", "RTU", "Fish")])
    before = path.read_bytes()
    dialog = nobody.import_dialog(path)
    dialog.accept()
    nobody.rest()
    dialog.save_plan(path.parent / "." / path.name)
    nobody.rest()
    assert "is there already" in dialog.wrong.text()
    assert path.read_bytes() == before
