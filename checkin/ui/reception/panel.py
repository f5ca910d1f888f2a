"""The verdict, large enough to be read from two metres: colour, shape, word, name, what to do."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin.ui.parts import restyle, row
from checkin.ui.reception.screen import Screen, ready
from checkin.ui.reception.verdicttext import HEADLINE_HEIGHT, VerdictText
from checkin.ui.shapes import Shape, ShapeMark

_MARK = QSize(HEADLINE_HEIGHT, HEADLINE_HEIGHT)
_AFTER_MARK = 20


class VerdictPanel(QFrame):
    """Shows one screen above a row of `buttons`."""

    def __init__(self, buttons: list[QWidget]) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.screen_shown = ready()
        self._text = VerdictText()
        self._mark = ShapeMark(_MARK)
        self._mark.setParent(self._text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(36, 28, 36, 26)
        whole.setSpacing(10)
        whole.addWidget(self._text, 1)
        whole.addLayout(row(*buttons, None))
        self.show_screen(self.screen_shown)

    def show_screen(self, screen: Screen) -> None:
        """Show `screen` in place of what was there."""
        other_tone = screen.tone != self.property("tone")
        self.screen_shown = screen
        if other_tone:
            self.setProperty("tone", screen.tone)
            for widget in (self, self._mark):
                restyle(widget)
        self._mark.show_shape(screen.shape)
        indent = 0 if screen.shape is Shape.NONE else _MARK.width() + _AFTER_MARK
        self._text.show_screen(screen, self._mark.palette().windowText().color(), indent)
        parts = (screen.headline, screen.name, screen.origin, screen.advice, screen.flag)
        self.setAccessibleName(". ".join(part for part in parts if part))
