"""Attendance is corrected in the window: with a word of why, by keys alone, and taken back."""

import pytest
from PySide6.QtCore import QTime

from checkin.domain.roles import Operator, Role
from checkin.domain.verdict import Direction
from checkin.services.admission import Door
from checkin.services.attendance import attendance
from checkin.services.lists import find_list
from checkin.ui.attendance.corrections import CorrectionsDialog
from checkin.ui.attendance.page import AttendancePage
from tests.ui.conftest import OPERATOR, Laptop


@pytest.fixture
def dialog(laptop: Laptop):
    """The corrections of Ada, who came at nine; it is five in the afternoon."""
    laptop.make_event()
    (ada,) = laptop.register("Ada")
    code = laptop.code(ada)
    with laptop.app.open_event(laptop.path) as store:
        Door(store, OPERATOR, find_list(store, None, laptop.clock())).scan(code)
    laptop.clock.set("2026-06-02 17:00")
    laptop.open()
    assert laptop.window.view
    page = next(one for one in laptop.window.view.pages if isinstance(one, AttendancePage))
    laptop.window.view.show_page(laptop.window.view.pages.index(page))
    laptop.until(lambda: page.people.model.rowCount() == 1)
    made = CorrectionsDialog(page, page.bench, page.people.model.visitor(0), 0)
    made.show()
    laptop.until(lambda: len(made.scans) == 1)
    return made


def times(laptop: Laptop) -> tuple[str, str]:
    with laptop.app.open_event(laptop.path) as store:
        (day, _) = attendance(store, OPERATOR)
    (found,) = day.presences
    return tuple(f"{one:%H:%M}" if one else "" for one in (found.first_in, found.last_out))


def press(laptop: Laptop, dialog: CorrectionsDialog, name: str, why: str = "") -> None:
    dialog.why.setText(why)
    dialog.actions_by_name[name].trigger()
    laptop.until(lambda: not dialog.busy)


def test_a_missed_exit_is_added_a_time_changed_and_all_taken_back(laptop, dialog) -> None:
    dialog.way.setCurrentIndex(dialog.way.findData(Direction.EXIT))
    dialog.time.setTime(QTime(16, 30))
    press(laptop, dialog, "add", "went by the back door")
    laptop.until(lambda: len(dialog.scans) == 2)
    assert times(laptop) == ("09:00", "16:30")
    assert "went by the back door" in dialog.list.item(0).text()
    first = next(one for one in dialog.scans if one.direction is Direction.ENTRY)
    dialog.list.setCurrentRow(dialog.scans.index(first))
    assert dialog.time.time() == QTime(9, 0)
    dialog.time.setTime(QTime(8, 45))
    press(laptop, dialog, "move", "queue at the door")
    laptop.until(lambda: times(laptop) == ("08:45", "16:30"))
    press(laptop, dialog, "take back")
    press(laptop, dialog, "take back")
    laptop.until(lambda: times(laptop) == ("09:00", ""))
    assert not dialog.actions_by_name["take back"].isEnabled()


def test_without_a_word_of_why_nothing_is_written_and_the_field_is_shown(laptop, dialog) -> None:
    dialog.list.setCurrentRow(0)
    press(laptop, dialog, "annul")
    assert dialog.wrong.isVisible()
    assert dialog.focusWidget() is dialog.why
    assert times(laptop) == ("09:00", "")
    press(laptop, dialog, "annul", "somebody else's badge")
    laptop.until(lambda: times(laptop) == ("", "") or dialog.scans[0].annulled)
    dialog.list.setCurrentRow(0)
    assert not dialog.actions_by_name["move"].isEnabled()


def test_what_lies_ahead_is_refused_in_words(laptop, dialog) -> None:
    dialog.time.setTime(QTime(18, 0))
    press(laptop, dialog, "add", "later")
    assert "later than now" in dialog.wrong.text()


def test_reception_corrects_nobody(laptop, dialog) -> None:
    page = dialog.parent()
    page.bench.duty.operator = Operator("Elīna", Role.RECEPTION)
    page.people.table.selectRow(0)
    page.correct()
    laptop.rest()
    assert times(laptop) == ("09:00", "")
