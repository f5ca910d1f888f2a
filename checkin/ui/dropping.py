"""Takes files that are dropped on a page or a dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_files(data: QMimeData | None) -> list[Path]:
    """Return the files that are being dropped or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []


def dropped_file(data: QMimeData | None) -> Path | None:
    """Return the one file that is being dropped or was copied, if it is one."""
    files = dropped_files(data)
    return files[0] if len(files) == 1 else None


class DropPlace(QObject):
    """Hands `take` the files that are dropped on a widget; of more than `most` it takes none."""

    def __init__(self, widget: QWidget, take: Callable[..., object], most: int = 1) -> None:
        super().__init__(widget)
        self._take = take
        self._most = most
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            return False
        assert isinstance(event, QDropEvent)
        paths = dropped_files(event.mimeData())
        if not 0 < len(paths) <= self._most:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._take(*paths)
        return True
