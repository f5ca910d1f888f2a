"""The designer of badges, with somebody at its mouse and keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from checkin.domain.template import Area, Element, Template
from checkin.ui.badges.page import BadgesPage
from checkin.ui.designer.dialog import DesignerDialog
from tests.ui.conftest import Laptop

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Designer:
    """Somebody who designs a badge."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop

    @property
    def page(self) -> BadgesPage:
        assert self.laptop.window.view
        page = self.laptop.window.view.pages[2]
        assert isinstance(page, BadgesPage)
        return page

    @property
    def dialog(self) -> DesignerDialog:
        found = self.page.findChild(DesignerDialog)
        assert found
        return found

    @property
    def template(self) -> Template:
        return self.dialog.document.now.template

    @property
    def picked(self) -> tuple[Element, ...]:
        return self.dialog.document.now.picked

    @property
    def area(self) -> Area:
        """Where the one element that is chosen lies."""
        (one,) = self.picked
        return one.area

    def open(self) -> "Designer":
        self.laptop.open(2)
        self.open_again()
        return self

    def open_again(self) -> None:
        self.laptop.qtbot.keyClick(self.page.focusWidget() or self.page, Qt.Key.Key_E, CTRL)
        self.laptop.until(lambda: self.page.findChild(DesignerDialog) is not None)
        self.rest()

    def rest(self) -> None:
        self.laptop.rest()
        QApplication.processEvents()
        self.laptop.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        # A desktop would give the keyboard back after a dialog over this one was closed.
        self.dialog.activateWindow()
        self.laptop.qtbot.keyClick(self.dialog.focusWidget() or self.dialog, key, modifier)
        self.rest()

    def type(self, field: QWidget, text: str) -> None:
        """Write into a field in place of what stands there, and Enter."""
        field.setFocus()
        self.laptop.qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
        self.laptop.qtbot.keyClicks(field, text)
        self.laptop.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.rest()

    def pick(self, menu: QMenu, text: str) -> None:
        """Choose from a menu."""
        next(one for one in menu.actions() if one.text() == text).trigger()
        self.rest()

    def add(self, text: str) -> None:
        self.press(Qt.Key.Key_I, CTRL)
        menu = self.dialog.adding.menu
        assert menu.isVisible()
        self.pick(menu, text)
        menu.close()

    def begin(self) -> None:
        """Begin with a badge of nothing."""
        self.pick(self.dialog.choosing.menu, "New, from nothing")

    def at(self, x: float, y: float) -> QPoint:
        """Return where a point of the badge, in millimetres, is seen."""
        return self.dialog.canvas.mapFromScene(QPointF(100 * x, 100 * y))

    def click(self, x: float, y: float, modifier: Qt.KeyboardModifier = NONE) -> None:
        viewport = self.dialog.canvas.viewport()
        self.laptop.qtbot.mouseClick(viewport, LEFT, modifier, self.at(x, y))
        self.rest()

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        modifier: Qt.KeyboardModifier = NONE,
        before_release: Callable[[], object] = lambda: None,
    ) -> None:
        """Drag with the mouse from one point of the badge to another, in two moves."""
        viewport, qtbot = self.dialog.canvas.viewport(), self.laptop.qtbot
        first, last = self.at(*start), self.at(*end)
        qtbot.mousePress(viewport, LEFT, NONE, first)
        for point in ((first + last) / 2, last):
            move = QMouseEvent(
                QMouseEvent.Type.MouseMove,
                QPointF(point),
                viewport.mapToGlobal(QPointF(point)),
                Qt.MouseButton.NoButton,
                LEFT,
                modifier,
            )
            QApplication.sendEvent(viewport, move)
        before_release()
        qtbot.mouseRelease(viewport, LEFT, modifier, last)
        self.rest()

    def when_asked(self, answer: Callable[[QDialog], object]) -> None:
        """Answer the dialog that comes over the designer."""

        def look() -> None:
            asked = QApplication.activeModalWidget()
            if isinstance(asked, QDialog) and not isinstance(asked, DesignerDialog):
                answer(asked)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)


@pytest.fixture
def designer(laptop: Laptop) -> Designer:
    """Two people, one with a very long name; the designer open on the classic template."""
    laptop.make_event()
    laptop.register("Ada Lovelace", organisation="Riga Photonics", category="speaker")
    laptop.register("Konstantinos-Alexandros Papadimitrakopoulos", category="participant")
    return Designer(laptop).open()
