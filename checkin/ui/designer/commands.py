"""What can be done while a badge is designed, each with its keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.domain.areas import Edge
from checkin.domain.editing import Editing
from checkin.ui.designer import copying
from checkin.ui.designer.adding import Adding
from checkin.ui.designer.canvas import Canvas
from checkin.ui.designer.document import Document
from checkin.ui.designer.wording import edge_words
from checkin.ui.parts import action

_ALIGNING = {
    Edge.LEFT: "Ctrl+Shift+L",
    Edge.CENTRE: "Ctrl+Shift+C",
    Edge.RIGHT: "Ctrl+Shift+R",
    Edge.TOP: "Ctrl+Shift+T",
    Edge.MIDDLE: "Ctrl+Shift+M",
    Edge.BOTTOM: "Ctrl+Shift+B",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Designer", text)


def add_commands(canvas: Canvas, document: Document, adding: Adding) -> None:
    """Give the table the keys that change what is chosen; fields keep theirs."""

    def made(text: str, keys: str, does: Callable[[], object]) -> None:
        one = action(canvas, text, keys)
        one.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        one.triggered.connect(lambda *_: does())

    def do(change: Callable[[Editing], Editing]) -> Callable[[], None]:
        return lambda: document.do(change(document.now))

    def cut() -> None:
        _copy(document)
        document.do(document.now.remove())

    made(_tr("Write the words"), "Return", canvas.words_wanted.emit)
    made(_tr("Delete"), "Del", do(Editing.remove))
    made(_tr("Duplicate"), "Ctrl+D", do(Editing.duplicate))
    made(_tr("Cut"), "Ctrl+X", cut)
    made(_tr("Copy"), "Ctrl+C", partial(_copy, document))
    made(_tr("Paste"), "Ctrl+V", adding.paste)
    made(_tr("Choose all"), "Ctrl+A", lambda: document.see(_all(document.now)))
    made(_tr("One up"), "Ctrl+PgUp", do(lambda now: now.reorder(upward=True)))
    made(_tr("One down"), "Ctrl+PgDown", do(lambda now: now.reorder(upward=False)))
    made(_tr("To the top"), "Ctrl+Home", do(lambda now: now.reorder(upward=True, whole_way=True)))
    made(_tr("To the bottom"), "Ctrl+End", do(lambda now: now.reorder(False, whole_way=True)))


def aligning(over: QWidget, document: Document) -> dict[Edge, QAction]:
    """Return an action for each edge that what is chosen can be aligned by."""

    def made(edge: Edge, keys: str) -> QAction:
        one = action(over, edge_words(edge), keys)
        one.triggered.connect(lambda: document.do(document.now.align(edge)))
        return one

    return {edge: made(edge, keys) for edge, keys in _ALIGNING.items()}


def distributing(over: QWidget, document: Document) -> list[QAction]:
    """Return the actions that leave the same room between those that are chosen."""
    found = []
    for text, keys, down in (
        (_tr("Space across"), "Ctrl+Shift+H", False),
        (_tr("Space down"), "Ctrl+Shift+V", True),
    ):
        one = action(over, text, keys)
        one.triggered.connect(lambda _=False, down=down: document.do(document.now.distribute(down)))
        found.append(one)
    return found


def zooming(over: QWidget, canvas: Canvas) -> list[QAction]:
    """Return the actions that show the badge larger, smaller, whole and in its true size."""
    found = []
    for text, keys, does in (
        (_tr("Larger"), ("Ctrl++", "Ctrl+="), lambda: canvas.zoom(1)),
        (_tr("Smaller"), ("Ctrl+-",), lambda: canvas.zoom(-1)),
        (_tr("Whole badge"), ("Ctrl+0",), canvas.fit),
        (_tr("True size"), ("Ctrl+1",), canvas.show_true_size),
    ):
        one = action(over, text)
        one.setShortcuts([QKeySequence(each) for each in keys])
        one.triggered.connect(lambda _=False, does=does: does())
        found.append(one)
    return found


def _copy(document: Document) -> None:
    if document.now.chosen:
        copying.copy(document.now)


def _all(editing: Editing) -> Editing:
    return editing.choose(range(len(editing.elements)))
