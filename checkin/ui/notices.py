"""The one place where the window says what happened: faults in words, and what was done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.errors import CheckinError
from checkin.ui.parts import label, literal
from checkin.ui.shapes import Shape, ShapeMark
from checkin.ui.words import sentence

Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""

_MOST = 3
# In a lower window there is room for one.
_LOW = 640
_MARGINS = (24, 12, 24, 0)
_SHAPES = {"good": Shape.TICK, "careful": Shape.EXCLAMATION, "bad": Shape.CROSS}


class Notice(QFrame):
    """One sentence, perhaps with something to do about it; `Esc` or its cross puts it away."""

    gone = Signal()

    def __init__(self, tone: str, text: str, offers: Sequence[Offer]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", tone)
        self.text = text
        self.tone = tone
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 8, 8, 8)
        inside.setSpacing(10)
        mark = ShapeMark(QSize(18, 18))
        mark.show_shape(_SHAPES[tone])
        words = label(text, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(mark)
        inside.addWidget(words, 1)
        for offer in offers:
            inside.addWidget(self._button(*offer))
        inside.addWidget(self._button(self.tr("Close  Esc"), lambda: None))
        self.setAccessibleName(text)

    def _button(self, text: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(literal(text))

        def clicked() -> None:
            self.gone.emit()
            does()

        button.clicked.connect(clicked)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class Notices(QWidget):
    """Shows the latest notices above a page.

    `bug` hears of an exception that is nobody's to act on but ours.
    """

    bug = Signal(Exception)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*_MARGINS)
        self._box.setSpacing(6)
        self.hide()

    @property
    def notices(self) -> list[Notice]:
        """Return what is shown now, the newest first."""
        items = (self._box.itemAt(at) for at in range(self._box.count()))
        widgets = (item.widget() for item in items if item)
        return [one for one in widgets if isinstance(one, Notice)]

    def fail(self, error: Exception, *offers: Offer) -> None:
        """Say what went wrong and what to do next; a fault of ours goes where bugs go."""
        if isinstance(error, CheckinError):
            self._show("bad", sentence(error), offers)
        else:
            self.bug.emit(error)

    def warn(self, text: str, *offers: Offer) -> None:
        """Say what somebody should look at."""
        self._show("careful", text, offers)

    def done(self, text: str, *offers: Offer) -> None:
        """Say what was done, and perhaps how to undo it."""
        self._show("good", text, offers)

    def close_latest(self) -> bool:
        """Put the newest notice away; return whether there was one."""
        for notice in self.notices[:1]:
            self._drop(notice)
            return True
        return False

    def clear(self) -> None:
        """Put all notices away."""
        for notice in self.notices:
            self._drop(notice)

    def _show(self, tone: str, text: str, offers: Sequence[Offer]) -> None:
        for same in [one for one in self.notices if (one.tone, one.text) == (tone, text)]:
            self._drop(same)
        most = _MOST if self.window().height() >= _LOW else 1
        for old in self.notices[most - 1 :]:
            self._drop(old)
        notice = Notice(tone, text, offers)
        notice.gone.connect(lambda: self._drop(notice))
        self._box.insertWidget(0, notice)
        self.show()

    def _drop(self, notice: Notice) -> None:
        self._box.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self.notices))
