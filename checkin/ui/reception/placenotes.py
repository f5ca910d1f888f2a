"""What stands above the verdict about the list: a large warning, and where else to check in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout

from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, ElidedLabel, action, column, restyle
from checkin.ui.shapes import Shape, ShapeMark

_MARK = QSize(36, 36)
_MARGINS, _NO_MARGINS = (14, 8, 10, 8), (2, 0, 0, 0)


class PlaceNotes(QFrame):
    """Offers to `go` to another list, or `back` to the entrance; with a warning it stands out."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.go = action(page, page.tr("Check in there"), "Ctrl+J", "next list")
        self.back = action(page, page.tr("To the entrance"), "Ctrl+Shift+J", "entrance")
        self._large, self._small = ElidedLabel("loud"), ElidedLabel()
        self._mark = ShapeMark(_MARK)
        self._mark.show_shape(Shape.EXCLAMATION)
        self._inside = QHBoxLayout(self)
        self._inside.setSpacing(14)
        self._inside.addWidget(self._mark)
        words = column(None, self._large, self._small, None, gap=2)
        self._inside.addLayout(words, 1)
        buttons = (ActionButton(one, takes_focus=False) for one in (self.go, self.back))
        self._inside.addLayout(column(None, *buttons, None, gap=6))
        self.show_notes("", "")

    def show_notes(
        self, warning: str, words: str, *, go: str = "", may_go_back: bool = False
    ) -> None:
        """Say what is odd, then the rest; `go` is what to do there is called, empty for nothing."""
        self._large.show_text(warning)
        self._small.show_text(words)
        self._large.setVisible(bool(warning))
        self._small.setVisible(bool(words))
        self._mark.setVisible(bool(warning))
        self._inside.setContentsMargins(*(_MARGINS if warning else _NO_MARGINS))
        tone = "careful" if warning else ""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            for one in (self, self._mark, self._large, self._small):
                restyle(one)
        self.go.setText(go)
        for does, possible in ((self.go, bool(go)), (self.back, may_go_back)):
            does.setVisible(possible)
            does.setEnabled(possible)
        self.setAccessibleName(" ".join(text for text in (warning, words) if text))
        self.setVisible(bool(warning or words or may_go_back))
