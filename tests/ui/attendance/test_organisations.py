"""Which organisations came is seen in one list, and one key leads to the people of one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from checkin.domain.organisationturnout import organisations_of
from checkin.services.admission import Door
from checkin.services.lists import find_list
from checkin.ui.attendance.organisations import OrganisationsDialog
from checkin.ui.attendance.page import AttendancePage
from tests.ui.attendance.test_arranging import NINE, visitor
from tests.ui.conftest import OPERATOR, Laptop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(laptop: Laptop) -> AttendancePage:
    """Two of Wood and nobody of Metal came; Dace came from nowhere."""
    laptop.make_event()
    came = laptop.register("Ada", "Bob", organisation="Wood", organisation_kind="cluster")
    laptop.register("Cid", organisation="Metal", country="Latvia")
    came += laptop.register("Dace")
    codes = [laptop.code(one) for one in came]
    with laptop.app.open_event(laptop.path) as store:
        for code in codes:
            Door(store, OPERATOR, find_list(store, None, laptop.clock())).scan(code)
    laptop.open()
    assert laptop.window.view
    found = next(one for one in laptop.window.view.pages if isinstance(one, AttendancePage))
    laptop.window.view.show_page(laptop.window.view.pages.index(found))
    laptop.until(lambda: found.people.model.rowCount() == 4)
    return found


def look(laptop: Laptop, page: AttendancePage, does: Callable[[OrganisationsDialog], None]) -> None:
    """Open the list by its keys, and do something once it is there."""
    faults = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, OrganisationsDialog)
            laptop.until(lambda: dialog.model.rowCount() > 0)
            does(dialog)
        except Exception as fault:
            faults.append(fault)
        finally:
            if dialog:
                dialog.close()

    QTimer.singleShot(0, act)
    laptop.qtbot.keyClick(page.people.field, Qt.Key.Key_O, CTRL_SHIFT)
    for fault in faults:
        raise fault


def rows(dialog: OrganisationsDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_every_organisation_with_its_people_of_each_day(laptop: Laptop, page) -> None:
    def read(dialog: OrganisationsDialog) -> None:
        assert rows(dialog) == [
            ["Wood", "cluster", "", "2", "0", "2", "2"],
            ["Metal", "", "Latvia", "0", "0", "0", "1"],
            ["Without an organisation", "", "", "1", "0", "1", "1"],
        ]

    look(laptop, page, read)


def test_enter_shows_the_people_of_the_one_found(laptop: Laptop, page) -> None:
    def choose(dialog: OrganisationsDialog) -> None:
        laptop.qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
        laptop.qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
        laptop.qtbot.keyClicks(dialog.field, "LATVIA")
        assert [row[0] for row in rows(dialog)] == ["Metal"]
        laptop.qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    look(laptop, page, choose)
    assert page.people.field.text() == "Metal"
    laptop.until(lambda: page.people.model.rowCount() == 1)


def test_an_organisation_is_one_however_it_is_spelled() -> None:
    there = visitor("Ada", first=NINE, organisation="Ūdens", kind="company")
    (one,) = organisations_of([there, visitor("Bob", organisation="UDENS", country="Latvia")])
    assert (one.name, one.kind, one.country) == ("Ūdens", "company", "Latvia")
    assert (one.people, one.came, one.days) == (2, 1, (1,))
    assert organisations_of([]) == ()
