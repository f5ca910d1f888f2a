"""What the door answered, small, over whatever covers the page of reception."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from checkin.ui.parts import ElidedLabel, column, label, restyle
from checkin.ui.reception.screen import Screen
from checkin.ui.shapes import ShapeMark

_SHOWN_MS = 12_000
_WIDTH, _FROM_TOP = 460, 12
_MARK = QSize(26, 26)


class Toast(QFrame):
    """Belongs to a window; takes neither key nor click, and goes by itself."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._of = of
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark = ShapeMark(_MARK)
        self._headline = label(role="heading")
        self._name = ElidedLabel()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.setSpacing(14)
        inside.addWidget(self._mark)
        inside.addLayout(column(self._headline, self._name, gap=2), 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    def tell(self, screen: Screen) -> None:
        """Show a screen in two lines, at the top of the window."""
        self.setProperty("tone", screen.tone)
        self._mark.show_shape(screen.shape)
        self._headline.setText(screen.headline)
        self._name.show_text(screen.name or screen.advice)
        for widget in (self, self._mark, self._headline, self._name):
            restyle(widget)
        self.setAccessibleName(f"{screen.headline}. {screen.name or screen.advice}")
        self._place()
        # Anew, so that it lies above a dialog opened meanwhile.
        self.hide()
        self.show()
        self._timer.start(_SHOWN_MS)

    def _place(self) -> None:
        window = self._of.window()
        width = min(_WIDTH, window.width())
        self.resize(width, self.sizeHint().height())
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, _FROM_TOP)))
