"""The kiosk's field: it takes what is typed, and gives back nothing that others typed or copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from checkin.domain.kiosk import LONGEST_TYPED
from checkin.ui.reception.field import AskField

_KEYS = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
        *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)
_WISHES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class KioskField(AskField):
    """Nothing is pasted, dropped or undone: what came back would be somebody else's."""

    def __init__(self) -> None:
        super().__init__(self.tr("E-mail address, registration number or whole name"))
        self.setMaxLength(LONGEST_TYPED)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # A sign of a third level, such as @, may come with Ctrl and Alt; Ctrl alone is a wish.
        wishes = held & _WISHES and not held & Qt.KeyboardModifier.AltModifier
        types = event.text() and event.text().isprintable() and not wishes
        if types or (not held and event.key() in _KEYS):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The middle button would paste what was marked elsewhere.
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
