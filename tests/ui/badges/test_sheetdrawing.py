"""The sheet on which the free places are clicked and keyed."""

import pytest
from PySide6.QtCore import Qt

from checkin.domain.stock import A4_EIGHT
from checkin.ui.badges.sheetdrawing import SheetDrawing

ALL = tuple(range(1, 9))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(qtbot):
    """A new sheet of eight, shown, at its first place."""
    made = SheetDrawing(A4_EIGHT, height=300)
    qtbot.addWidget(made)
    made.show()
    made.told = []
    made.changed.connect(made.told.append)
    return made


def click(qtbot, sheet, place, modifier=Qt.KeyboardModifier.NoModifier):
    at = sheet.area_of(place).center().toPoint()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, modifier, at)


def test_a_click_starts_there(qtbot, sheet):
    click(qtbot, sheet, 6)
    assert sheet.free == (6, 7, 8)
    click(qtbot, sheet, 1)
    assert sheet.free == ALL
    assert sheet.told == [(6, 7, 8), ALL]


def test_ctrl_click_takes_one_place_out_and_in_again(qtbot, sheet):
    click(qtbot, sheet, 3, CTRL)
    assert sheet.free == (1, 2, 4, 5, 6, 7, 8)
    click(qtbot, sheet, 3, CTRL)
    assert sheet.free == ALL


def test_a_sheet_without_a_free_place_is_a_new_one(qtbot, sheet):
    sheet.show_sheet(A4_EIGHT, (8,))
    click(qtbot, sheet, 8, CTRL)
    assert sheet.free == ALL


def test_all_is_done_by_key_and_read_aloud(qtbot, sheet):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(sheet, key)
    assert sheet.accessibleName() == "Sheet of 8: place 4 is free"
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert sheet.accessibleName() == "Sheet of 8: place 4 is used"
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.free == (6, 7, 8)
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.accessibleName() == "Sheet of 8: place 1 is used"
    qtbot.keyClick(sheet, Qt.Key.Key_Up)
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.free == ALL


def test_used_places_look_used(sheet):
    sheet.show_sheet(A4_EIGHT, (6, 7, 8))
    picture = sheet.grab().toImage()

    def colour(place):
        area = sheet.area_of(place)
        return picture.pixelColor(round(area.left() + area.width() * 0.8), round(area.top() + 4))

    assert colour(1) == Qt.GlobalColor.white
    assert colour(6).blue() > colour(6).red()
