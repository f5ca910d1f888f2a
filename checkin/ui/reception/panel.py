"""The verdict, large enough to be read from two metres: colour, shape, word, name, what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from checkin.ui.parts import ActionButton, restyle, row
from checkin.ui.reception.screen import Screen, ready
from checkin.ui.reception.verdicttext import HEADLINE_HEIGHT, VerdictText
from checkin.ui.shapes import Shape, ShapeMark

_MARK = QSize(HEADLINE_HEIGHT, HEADLINE_HEIGHT)
_AFTER_MARK = 20
_NARROW, _MARGIN, _SMALL_MARGIN = 580, 36, 20


class VerdictPanel(QFrame):
    """Shows one screen above a row of `buttons`, and an `offer` between, hidden mostly."""

    def __init__(self, buttons: list[QWidget], offer: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.screen_shown = ready()
        self._text = VerdictText()
        self._mark = ShapeMark(_MARK)
        self._mark.setParent(self._text)
        whole = self._whole = QVBoxLayout(self)
        whole.setSpacing(10)
        whole.addWidget(self._text, 1)
        if offer:
            whole.addWidget(offer)
        # On a small screen they stand in two rows.
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(8)
        for some in (buttons[:2], buttons[2:]):
            beside = row(*some, gap=8)
            self._rows.addLayout(beside)
            self._rows.setAlignment(beside, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)
        whole.addLayout(self._rows)
        self.show_screen(self.screen_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(way)
        for one in self.findChildren(ActionButton):
            one.show_keys(not narrow)
        margin = _SMALL_MARGIN if narrow else _MARGIN
        self._whole.setContentsMargins(margin, margin - 8, margin, margin - 10)
        super().resizeEvent(event)

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
        parts = (
            screen.headline,
            screen.name,
            screen.origin,
            screen.advice,
            screen.flag,
            screen.aside,
        )
        self.setAccessibleName(". ".join(part for part in parts if part))
