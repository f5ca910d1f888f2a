"""The verdict, large enough to be read from two metres: colour, shape, word, name, what to do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.ui.parts import label, restyle, row
from checkin.ui.reception.screen import Screen, ready
from checkin.ui.shapes import Shape, ShapeMark

_NAME_SIZES = (44, 40, 36, 32, 28, 24, 20)
_NAME_LINES = 2
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_MARK = QSize(64, 64)
_FLAG_LETTERS = 300


class FittingLabel(QWidget):
    """A name in the largest letters in which it stands on two lines, cut only at the smallest."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._size = _NAME_SIZES[0]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show another name."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(self._size_for(width), width)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height(self._size, max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font(self._size))
        painter.setPen(self.palette().windowText().color())
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), int(_WRAPS) | int(start), self._text)
        painter.end()

    def _fit(self) -> None:
        self._size = self._size_for(self.width())

    def _size_for(self, width: int) -> int:
        for size in _NAME_SIZES:
            metrics = QFontMetrics(self._font(size))
            if self._bounds(metrics, width).height() <= _NAME_LINES * metrics.lineSpacing():
                return size
        return _NAME_SIZES[-1]

    def _height(self, size: int, width: int) -> int:
        metrics = QFontMetrics(self._font(size))
        lines = self._bounds(metrics, width).height() if self._text else 0
        return min(lines, (_NAME_LINES + 1) * metrics.lineSpacing())

    def _bounds(self, metrics: QFontMetrics, width: int) -> QRect:
        return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_WRAPS), self._text)

    def _font(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Bold)
        return font


class VerdictPanel(QFrame):
    """Shows one screen; `buttons` is the row below it."""

    def __init__(self, buttons: list[QWidget]) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.screen_shown = ready()
        self._mark = ShapeMark(_MARK)
        self._headline = label(role="headline")
        self._name = FittingLabel()
        self._origin = label(role="origin", wraps=True)
        self._detail = label(role="detail", wraps=True)
        self._advice = label(role="advice", wraps=True)
        self._flag = QFrame()
        self._flag.setObjectName("flag")
        self._flag_text = label(role="flag", wraps=True)
        flag = QHBoxLayout(self._flag)
        flag.setContentsMargins(18, 10, 18, 10)
        flag.addWidget(self._flag_text)
        top = row(self._mark, self._headline, None, gap=20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(36, 32, 36, 26)
        whole.setSpacing(10)
        whole.addLayout(top)
        whole.addStretch(1)
        for part in (self._name, self._origin, self._detail, self._advice, self._flag):
            whole.addWidget(part)
        whole.addStretch(2)
        whole.addLayout(row(*buttons, None))
        self.show_screen(self.screen_shown)

    def show_screen(self, screen: Screen) -> None:
        """Show `screen` in place of what was there."""
        self.screen_shown = screen
        self.setProperty("tone", screen.tone)
        self._mark.show_shape(screen.shape)
        self._mark.setVisible(screen.shape is not Shape.NONE)
        self._headline.setText(screen.headline)
        self._name.show_text(screen.name)
        for part, text in (
            (self._origin, screen.origin),
            (self._detail, screen.detail),
            (self._advice, screen.advice),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._flag_text.setText(screen.flag[:_FLAG_LETTERS])
        self._flag.setVisible(bool(screen.flag))
        parts = (screen.headline, screen.name, screen.origin, screen.advice, screen.flag)
        self.setAccessibleName(". ".join(part for part in parts if part))
        for widget in (self, self._mark, self._headline):
            restyle(widget)
