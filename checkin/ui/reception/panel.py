"""The verdict, large enough to be read from two metres: colour, shape, word, name, what to do."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from checkin.ui.parts import ActionButton, restyle, row
from checkin.ui.reception.answering import AnswerForm
from checkin.ui.reception.screen import Screen, ready
from checkin.ui.reception.verdicttext import HEADLINE_HEIGHT, VerdictText
from checkin.ui.shapes import Shape, ShapeMark

_MARK = QSize(HEADLINE_HEIGHT, HEADLINE_HEIGHT)
_AFTER_MARK = 20
_NARROW, _MARGIN, _SMALL_MARGIN = 580, 36, 20
# Most scans are answered sooner; what is drawn until then would only flicker and cost them time.
_HELD_MS = 100


class VerdictPanel(QFrame):
    """Shows one screen above a row of `buttons`, and between them an `offer`, hidden mostly, and
    `form`, where there is one, for what is to be acknowledged and answered. `painted` tells once
    that a screen is to be seen.
    """

    painted = Signal()

    def __init__(
        self,
        buttons: list[QWidget],
        offer: QWidget | None = None,
        form: AnswerForm | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.screen_shown = ready()
        self._mark = ShapeMark(_MARK)
        self._text = VerdictText(self._mark)
        self._text.painted.connect(self.painted)
        whole = self._whole = QVBoxLayout(self)
        whole.setSpacing(10)
        whole.addWidget(self._text, 1)
        self._form = form
        if form:
            whole.addWidget(form, 1)
        if offer:
            whole.addWidget(offer)
        # On a small screen they stand in two rows.
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(8)
        if form:
            self._rows.addWidget(form.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._groups = [QWidget() for some in (buttons[:2], buttons[2:]) if some]
        for group, some in zip(self._groups, (buttons[:2], buttons[2:]), strict=False):
            group.setLayout(row(*some, gap=8))
            self._rows.addWidget(group, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)
        whole.addLayout(self._rows)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.timeout.connect(self._let_go)
        self.show_screen(self.screen_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(way)
        for group in self._groups:
            for one in group.findChildren(ActionButton):
                one.show_keys(not narrow)
        margin = _SMALL_MARGIN if narrow else _MARGIN
        self._whole.setContentsMargins(margin, margin - 8, margin, margin - 10)
        self._make_room()
        super().resizeEvent(event)

    @property
    def _asks(self) -> bool:
        return self._form is not None and self.screen_shown.asks

    def _make_room(self) -> None:
        """Leave the larger part to what is to be acknowledged and answered."""
        self._text.make_room(self.height() * 2 // 5 - HEADLINE_HEIGHT if self._asks else None)
        for number, group in enumerate(self._groups):
            # Beside the one that acknowledges there is room for the first, in a wide panel.
            group.setVisible(not self._asks or (not number and self.width() >= _NARROW))

    def hold(self) -> None:
        """Draw nothing until the next screen, unless that is long in coming."""
        self._held.start(_HELD_MS)
        self.setUpdatesEnabled(False)

    def _let_go(self) -> None:
        self._held.stop()
        self.setUpdatesEnabled(True)

    def show_screen(self, screen: Screen) -> None:
        """Show `screen` in place of what was there."""
        self._let_go()
        other_tone = screen.tone != self.property("tone")
        self.screen_shown = screen
        if other_tone:
            self.setProperty("tone", screen.tone)
            for widget in (self, self._mark):
                restyle(widget)
        self._mark.show_shape(screen.shape)
        indent = 0 if screen.shape is Shape.NONE else _MARK.width() + _AFTER_MARK
        said = replace(screen, advice="") if self._asks else screen
        self._make_room()
        self._text.show_screen(said, self._mark.palette().windowText().color(), indent)
        parts = (
            *(screen.headline, screen.name, screen.origin, screen.advice, screen.instruction),
            *(f"{name}: {text}" for name, text in screen.fields),
            screen.flag,
            screen.aside,
        )
        self.setAccessibleName(". ".join(part for part in parts if part))

    def show_photo(self, photo: QImage) -> None:
        """Show the photo of whom the screen is about beside it, until the next screen."""
        self._text.show_photo(photo)
