"""Import by the window: columns, what will change, the import itself, and its undoing."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from checkin.domain.people import Status
from checkin.domain.verdict import Direction
from checkin.render.faces import face_of, fingerprint
from checkin.services.admission import Door
from checkin.services.badges import Choice, badge_of, record_printed
from checkin.services.designs import design_of
from checkin.services.lists import find_list
from checkin.ui.attendees.importdialog import ImportDialog
from tests.ui.attendees.conftest import CTRL, SHIFT, People
from tests.ui.conftest import OPERATOR
from tests.ui.dropping import drop

HEADER = "Name,E-mail,Organisation,Days,Meal"


def written(people: People, *rows: str, header: str = HEADER, name: str = "list.csv") -> Path:
    """Return a list on disk."""
    path = people.laptop.path.parent / name
    path.write_text("\n".join((header, *rows)), "utf-8")
    return path


def columns(dialog: ImportDialog) -> list[str]:
    """Return what each column is said to be."""
    return [choice.currentText() for choice in dialog.mapping.choices]


def say(dialog: ImportDialog, at: int, field: str) -> None:
    """Say what a column is."""
    choice = dialog.mapping.choices[at]
    choice.setCurrentIndex(choice.findText(field))
    choice.activated.emit(choice.currentIndex())


def foreseen(dialog: ImportDialog) -> list[str]:
    """Return the sorts of rows that are announced."""
    return [button.text() for button in dialog.foreseen._group.buttons()]


def shown(dialog: ImportDialog, sort: str) -> list[list[str]]:
    """Choose a sort of rows, and return them."""
    button = next(one for one in dialog.foreseen._group.buttons() if sort in one.text())
    button.click()
    model = dialog.foreseen.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def shown_below(dialog: ImportDialog) -> str:
    return dialog.foreseen._said.text()


def plan(people: People, dialog: ImportDialog) -> None:
    dialog.accept()
    people.rest()


def carry_out(people: People, path: Path) -> None:
    """Import a list as it is guessed."""
    dialog = people.import_dialog(path)
    plan(people, dialog)
    dialog.accept()
    people.laptop.until(lambda: bool(people.said) and path.name in people.said[0])
    people.rest()


def names(people: People) -> Sequence[str]:
    return [one.name for one in people.on_file()]


def undo(people: People) -> None:
    """Take back what the newest notice tells of."""
    notice = people.page.bench.notices.notices[0]
    next(one for one in notice.findChildren(QPushButton) if "Undo" in one.text()).click()
    people.laptop.until(lambda: bool(people.said) and "undone" in people.said[0])
    people.rest()


def test_a_list_comes_in_by_keyboard_alone(nobody):
    path = written(nobody, "Ada Abele,ada@x.example,Org,2 June,Fish", "Bob Berg,,,,")
    dialog = nobody.import_dialog(path)
    assert columns(dialog) == ["Name", "E-mail", "Organisation", "Days", "Field of your own"]
    nobody.laptop.until(dialog.isActiveWindow)
    nobody.laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    nobody.rest()
    assert foreseen(dialog) == ["2  added"]
    assert dialog.accept_button.text() == "Import 2 people  Enter"
    assert nobody.on_file() == []
    nobody.laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    nobody.laptop.until(lambda: nobody.said == ["list.csv: 2 added, 0 changed, 0 not taken."])
    nobody.laptop.until(lambda: nobody.names == ["Ada Abele", "Bob Berg"])
    ada = nobody.on_file()[0]
    assert (ada.organisation, ada.custom) == ("Org", {"Meal": "Fish"})


def test_ten_rows_are_shown_under_their_columns(nobody):
    rows = [f"Person {chr(97 + n)},,,,Meal {n}" for n in range(20)]
    dialog = nobody.import_dialog(written(nobody, *rows))
    mapping = dialog.mapping
    assert mapping.rowCount() == 11
    assert mapping.item(1, 0).text() == "Person a"
    assert mapping.item(10, 4).text() == "Meal 9"
    assert dialog.notes.text().startswith("20 rows.")


def test_somebody_says_otherwise_what_a_column_is(nobody):
    dialog = nobody.import_dialog(written(nobody, "Ada,a@x.example,Org,,Fish"))
    say(dialog, 4, "Notes for the desk")
    say(dialog, 1, "Left out")
    say(dialog, 2, "Field of your own")
    plan(nobody, dialog)
    dialog.accept()
    nobody.laptop.until(lambda: names(nobody) == ["Ada"])
    (ada,) = nobody.on_file()
    assert (ada.notes, ada.email, ada.organisation) == ("Fish", "", "")
    assert ada.custom == {"Organisation": "Org"}


def test_one_field_has_one_column(nobody):
    dialog = nobody.import_dialog(written(nobody, "Ada,,Org,,Fish"))
    say(dialog, 4, "Organisation")
    assert columns(dialog)[2] == "Field of your own"
    assert dialog.mapping.columns()[2] == "custom.Organisation"
    assert dialog.mapping.columns()[4] == "organisation"


def test_without_a_name_it_asks_which_column_holds_it(nobody):
    path = written(nobody, "Ada,Org", header="Wer,Organisation")
    dialog = nobody.import_dialog(path)
    assert dialog.wrong.text() == "No column is known to hold names; choose which one does."
    assert not dialog.accept_button.isEnabled()
    assert columns(dialog) == ["Field of your own", "Organisation"]
    say(dialog, 0, "Name")
    assert dialog.wrong.isHidden()
    plan(nobody, dialog)
    assert foreseen(dialog) == ["1  added"]


def test_wrong_letters_are_put_right_by_naming_the_encoding(nobody):
    path = nobody.laptop.path.parent / "list.csv"
    path.write_bytes("Name,Organisation\nŽydrūnas Šimkus,Ąžuolas\n".encode("cp1257"))
    dialog = nobody.import_dialog(path)
    for encoding, name in (("cp1252", "Þydrûnas Đimkus"), ("cp1257", "Žydrūnas Šimkus")):
        dialog.read_as.encodings.setCurrentIndex(dialog.read_as.encodings.findData(encoding))
        dialog.read_as.encodings.activated.emit(0)
        nobody.rest()
        shown_name = dialog.mapping.item(1, 0).text()
        assert (shown_name == "Žydrūnas Šimkus") is (name == "Žydrūnas Šimkus")


def test_what_will_change_is_shown_field_by_field(people):
    header = "Name,Organisation,E-mail,Status"
    path = written(
        people,
        "Ada Lovelace,Alpha Food,ada@x.example,canceled",
        "Bob Berg,Alpha Food,no mail,",
        "Zoe,,,",
        header=header,
    )
    dialog = people.import_dialog(path)
    plan(people, dialog)
    assert foreseen(dialog) == ["1  added", "1  changed", "1  not taken"]
    assert shown(dialog, "added") == [["4", "Zoe", "", ""]]
    assert ["2", "Ada Lovelace", "Status", "Registered", "Canceled"] in shown(dialog, "changed")
    (refused,) = shown(dialog, "not taken")
    assert refused == ["3", "E-mail", "not an e-mail address", "no mail"]
    dialog.reject()
    assert dialog.isVisible()
    assert columns(dialog)[0] == "Name"
    dialog.reject()
    assert not dialog.isVisible()
    assert names(people) == people.names


def test_a_list_that_changes_nothing_cannot_be_imported(people):
    dialog = people.import_dialog(
        written(people, "Bob Berg,Alpha Food", header="Name,Organisation")
    )
    plan(people, dialog)
    assert dialog.accept_button.text() == "Nothing to import"
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_an_import_is_undone_from_its_notice(people):
    before = people.on_file()
    header = "Name,Organisation,E-mail"
    path = written(people, "Ada Lovelace,New Org,ada@x.example", "Zoe,,", header=header)
    carry_out(people, path)
    assert len(people.on_file()) == 5
    undo(people)
    assert people.said[0] == "The import of list.csv is undone: 1 removed, 1 put back."
    assert people.on_file() == before


def test_before_an_import_a_backup_is_made(people):
    folder = people.laptop.path.with_name("seminar.backups")
    before = len(list(folder.glob("*.checkin")))
    people.laptop.register("Dora Dahl")
    people.laptop.clock.now += timedelta(minutes=1)
    carry_out(people, written(people, "Zoe,", header="Name,Organisation"))
    assert len(list(folder.glob("*.checkin"))) > before


def test_an_import_is_undone_from_the_list_of_imports_by_keyboard(nobody):
    carry_out(nobody, written(nobody, "Ada,", "Bob,", header="Name,Organisation"))
    texts: list[str] = []

    def choose(dialog) -> None:
        texts.append(dialog.list.currentItem().text())
        nobody.laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    nobody.in_dialog(lambda: nobody.key(Qt.Key.Key_Z, CTRL | SHIFT), choose)
    nobody.laptop.until(lambda: "2 removed" in nobody.said[0])
    assert texts == ["list.csv\n09:00 · Elīna · 2 added, 0 changed"]
    assert nobody.on_file() == []

    def nothing_left(dialog) -> None:
        assert not dialog.accept_button.isEnabled()
        assert dialog.list.item(0).text().endswith("undone")

    nobody.in_dialog(lambda: nobody.key(Qt.Key.Key_Z, CTRL | SHIFT), nothing_left)


def test_who_was_checked_in_since_is_kept_and_named_with_why(nobody):
    carry_out(nobody, written(nobody, "Ada,", "Bob,", header="Name,Organisation"))
    ada = next(one for one in nobody.on_file() if one.name == "Ada")
    code = nobody.laptop.code(ada)
    with nobody.laptop.app.open_event(nobody.laptop.path) as store:
        entrance = find_list(store, None, nobody.laptop.clock())
        Door(store, OPERATOR, entrance, Direction.ENTRY).scan(code)
    undo(nobody)
    assert nobody.said[0].endswith("1 kept, being checked in, edited or merged since.")
    assert names(nobody) == ["Ada"]
    notice = nobody.page.bench.notices.notices[0]
    who = next(one for one in notice.findChildren(QPushButton) if "Who" in one.text())
    kept: list[str] = []
    nobody.in_dialog(who.click, lambda dialog: kept.append(dialog.rows.index(0, 0).data()))
    assert kept == ["Ada"]


def test_a_canceled_import_changes_nothing(nobody):
    rows = [f"Person {n:05},p{n}@x.example,Org {n % 9},,".replace("0", "o") for n in range(3000)]
    dialog = nobody.import_dialog(written(nobody, *rows))
    plan(nobody, dialog)
    long = nobody.page.bench.long
    long.progressed.connect(long.cancel)
    long.started.connect(long.cancel)
    dialog.accept()
    nobody.laptop.until(lambda: nobody.said == ["Canceled. Nothing was changed."])
    assert nobody.on_file() == []


def test_closing_the_window_in_the_middle_of_an_import_leaves_nothing_half_done(nobody):
    rows = [f"Person {n:05},p{n}@x.example,Org {n % 9},,".replace("0", "o") for n in range(3000)]
    dialog = nobody.import_dialog(written(nobody, *rows))
    plan(nobody, dialog)
    long = nobody.page.bench.long
    with nobody.laptop.qtbot.waitSignal(long.progressed):
        dialog.accept()
    assert long.busy
    nobody.laptop.window.close()
    assert len(nobody.on_file()) in (0, 3000)
    with nobody.laptop.app.open_event(nobody.laptop.path) as store:
        assert store.imports.records() == [] or len(nobody.on_file()) == 3000


def test_a_file_is_dropped_on_the_page(nobody):
    path = written(nobody, "Ada,", header="Name,Organisation")
    drop(nobody.page, path)
    nobody.rest()
    assert nobody.page.importing.dialog
    assert columns(nobody.page.importing.dialog) == ["Name", "Organisation"]


def test_a_table_copied_in_a_spreadsheet_is_imported(nobody):
    QGuiApplication.clipboard().setText(
        'Name\tOrganisation\tMeal\r\nAda Ābele\tRTU, Rīga\t"Fish\nSoup"\r\n'
    )
    nobody.key(Qt.Key.Key_V, CTRL | SHIFT)
    dialog = nobody.page.importing.dialog
    assert columns(dialog) == ["Name", "Organisation", "Field of your own"]
    pasted = dialog._path
    plan(nobody, dialog)
    dialog.accept()
    nobody.laptop.until(
        lambda: nobody.said == ["Copied table.tsv: 1 added, 0 changed, 0 not taken."]
    )
    [ada] = nobody.on_file()
    assert (ada.name, ada.organisation, ada.custom) == (
        *("Ada Ābele", "RTU, Rīga"),
        {"Meal": "Fish\nSoup"},
    )
    assert not pasted.exists()


def test_what_is_no_table_is_not_pasted(nobody):
    QGuiApplication.clipboard().setText("Ada Ābele")
    nobody.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert nobody.page.importing.dialog is None
    assert nobody.said[0].startswith("No table was copied")


def test_while_other_work_is_done_the_dialog_says_so(nobody):
    dialog = nobody.import_dialog(written(nobody, "Ada,", header="Name,Organisation"))
    nobody.page.bench.long.busy = True
    dialog.accept()
    nobody.page.bench.long.busy = False
    assert dialog.wrong.text().startswith("Something else is still being done")
    plan(nobody, dialog)
    assert foreseen(dialog) == ["1  added"]


def test_a_file_that_goes_away_is_one_sentence(nobody):
    dialog = nobody.import_dialog(nobody.laptop.path.parent / "gone.csv")
    assert "is not there" in dialog.wrong.text()
    assert not dialog.accept_button.isEnabled()


def test_a_thousand_columns_do_not_hold_the_window(nobody):
    header = ",".join(["Name", *(f"Question {n}" for n in range(999))])
    dialog = nobody.import_dialog(written(nobody, "Ada" + "," * 999 + "x", header=header))
    assert len(dialog.mapping.columns()) == 1000
    nobody.laptop.until(lambda: len(dialog.mapping.choices) == 1000)
    assert dialog.mapping.item(1, 999).text() == "x"


def test_right_after_an_import_the_page_takes_it_back(people):
    before = people.on_file()
    carry_out(people, written(people, "Ada Lovelace,New Org", "Zoe,", header="Name,Organisation"))
    people.key(Qt.Key.Key_Z, CTRL)
    people.laptop.until(lambda: "is undone" in people.said[0])
    people.rest()
    assert people.on_file() == before
    people.key(Qt.Key.Key_Z, CTRL)
    assert people.said[0] == "There is nothing to undo on this page."


def test_columns_are_as_last_time_until_somebody_wants_them_guessed(nobody):
    dialog = nobody.import_dialog(written(nobody, "Ada,a@x.example,Org,,Fish"))
    say(dialog, 4, "Notes for the desk")
    say(dialog, 1, "Left out")
    plan(nobody, dialog)
    dialog.accept()
    nobody.laptop.until(lambda: names(nobody) == ["Ada"])
    nobody.rest()
    again = written(
        nobody, "Soup,Bob,b@x.example,Org,", header="Meal,Name,E-mail,Organisation,Days"
    )
    dialog = nobody.import_dialog(again)
    assert columns(dialog) == [
        *("Notes for the desk", "Name", "Left out", "Organisation", "Days"),
    ]
    nobody.laptop.until(dialog.isActiveWindow)
    nobody.laptop.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_G, CTRL)
    assert columns(dialog) == ["Field of your own", "Name", "E-mail", "Organisation", "Days"]
    plan(nobody, dialog)
    dialog.accept()
    nobody.laptop.until(lambda: names(nobody) == ["Ada", "Bob"])
    nobody.rest()
    # Who had them guessed meant it.
    dialog = nobody.import_dialog(again)
    assert columns(dialog)[0] == "Field of your own"


def test_looking_alone_remembers_nothing(nobody):
    path = written(nobody, "Ada,a@x.example,Org,,Fish")
    dialog = nobody.import_dialog(path)
    say(dialog, 4, "Notes for the desk")
    plan(nobody, dialog)
    dialog.done(0)
    nobody.rest()
    assert columns(nobody.import_dialog(path))[4] == "Field of your own"


def test_the_whole_plan_is_saved_before_anything_changes(people):
    path = written(
        people, "Ada Lovelace,New Org", "Zoe,", "?,", header="Name,Organisation", name="june.csv"
    )
    dialog = people.import_dialog(path)
    plan(people, dialog)
    saved = path.with_name("back.xlsx")
    dialog.save_plan(saved)
    people.rest()
    assert saved.is_file()
    assert shown_below(dialog) == f"Saved as {saved}."
    assert dialog.accept_button.isEnabled()
    before = people.on_file()
    dialog.save_plan(path.parent / "nowhere" / "back.xlsx")
    people.rest()
    assert "no such folder" in dialog.wrong.text()
    assert dialog.isVisible()
    assert people.on_file() == before


def test_saving_the_plan_can_be_canceled_and_leaves_no_file(nobody):
    rows = [f"Person {n:05},p{n}@x.example,Org {n % 9},,".replace("0", "o") for n in range(3000)]
    dialog = nobody.import_dialog(written(nobody, *rows))
    plan(nobody, dialog)
    nobody.page.bench.long.started.connect(dialog.reject)
    path = nobody.laptop.path.with_name("back.xlsx")
    dialog.save_plan(path)
    nobody.rest()
    assert not path.exists()
    assert dialog.isVisible()
    assert foreseen(dialog)[0] == "3,000  added"


def test_only_rows_that_cannot_be_taken_are_all_shown_and_nothing_can_be_imported(nobody):
    dialog = nobody.import_dialog(written(nobody, ",a@x.example,,,", "Bob,no mail,,,"))
    plan(nobody, dialog)
    assert foreseen(dialog) == ["2  not taken"]
    assert len(shown(dialog, "not taken")) == 2
    assert not dialog.accept_button.isEnabled()


def test_badges_that_look_different_since_are_ready_to_be_printed(people):
    known = {one.name: one for one in people.on_file()}
    printed = [known["Ada Lovelace"], known["Bob Berg"], known["Cecilia Celma"]]
    event = people.page.bench.programme().event
    with people.laptop.app.open_event(people.laptop.path) as store:
        badges = [badge_of(store, one) for one in printed]
        design = design_of(store, OPERATOR, people.laptop.app.builtin_templates())
        faces = [fingerprint(face_of(event, one.attendee, one.code), design) for one in badges]
        prints = [(p.id, p.badge, face) for p, face in zip(printed, faces, strict=True)]
        # Cecilia's changed before, and this list says nothing new of her.
        record_printed(store, OPERATOR, [*prints[:2], (*prints[2][:2], "0" * 16)])
    header = "Name,Organisation,E-mail,Notes"
    rows = (
        "Ada Lovelace,New Org,ada@x.example,",
        "Bob Berg,Alpha Food,,Chair",
        "Žydrūnas Šimkus,Vilnius LaserHub,,Chair",
        "Cecilia Celma,,,",
        "Zoe,,,",
    )
    carry_out(people, written(people, *rows, header=header))
    assert "3 changed" in people.said[0]
    notice = people.page.bench.notices.notices[0]
    [button] = [one for one in notice.findChildren(QPushButton) if "Print" in one.text()]
    assert button.text() == "Print the changed badges (1)"
    button.click()
    people.laptop.rest()
    page = people.laptop.window.view.pages[2]
    people.laptop.until(lambda: page.isVisible() and bool(page.picker.ticks))
    people.laptop.rest()
    assert page.which.choice is Choice.CHOSEN
    people.laptop.until(lambda: page.picker.list.count() == 1)
    assert page.picker.list.item(0).text() == "Ada Lovelace · New Org"


def test_after_an_import_that_changes_no_printed_badge_none_is_offered(people):
    carry_out(people, written(people, "Bob Berg,Beta Food", header="Name,Organisation"))
    notice = people.page.bench.notices.notices[0]
    assert not [one for one in notice.findChildren(QPushButton) if "Print" in one.text()]


def test_a_list_does_not_unblock_whom_somebody_blocked(people):
    people.choose("Bob Berg")
    people.key(Qt.Key.Key_F7)
    carry_out(people, written(people, "Bob Berg,Alpha Food,registered,chair",
                              header="Name,Organisation,Status,Notes"))  # fmt: skip
    bob = next(one for one in people.on_file() if one.name == "Bob Berg")
    assert (bob.status, bob.notes) == (Status.BLOCKED, "chair")


def test_the_dialog_fits_on_a_small_screen(people: People):
    dialog = people.import_dialog(written(people, "Bob Abele,no mail,,,"))
    dialog.resize(880, 500)
    dialog.accept()
    people.rest()
    assert (dialog.width(), dialog.height()) == (880, 500)
