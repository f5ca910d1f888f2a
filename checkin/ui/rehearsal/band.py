"""The striped band across a window in which nothing counts."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout

from checkin.ui.parts import ActionButton, ElidedLabel, column, label

_STRIPE, _FAINT = 22, 30
_LOOK = "QFrame#notice { border-radius: 0; }"


class Band(QFrame):
    """Says that this is a rehearsal, what the clock says and what was practised so far."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", "careful")
        self.setStyleSheet(_LOOK)
        self._heading = label(self.tr("REHEARSAL — nothing here counts"), "heading")
        self._words = ElidedLabel()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 6, 12, 6)
        inside.setSpacing(10)
        inside.addLayout(column(self._heading, self._words, gap=0), 1)
        for one in actions:
            inside.addWidget(ActionButton(one, takes_focus=False))

    def tell(self, words: str) -> None:
        """Say what was practised, and when that is."""
        self._words.show_text(words)
        self.setAccessibleName(f"{self._heading.text()}. {words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = QColor(self._heading.palette().windowText().color())
        colour.setAlpha(_FAINT)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        high = self.height()
        for left in range(-high, self.width(), 2 * _STRIPE):
            right, lean = left + _STRIPE, high
            corners = (left, high), (right, high), (right + lean, 0), (left + lean, 0)
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.end()
