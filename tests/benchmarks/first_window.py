"""Opens the window, or a bare one, and ends at its first paint; run as a process of its own."""

import sys
import tempfile
from pathlib import Path


def bare() -> None:
    """Open what Qt itself needs for a window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        """Ends at its first paint."""

        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, QApplication.quit)

    running = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    running.exec()


def ours(path: Path | None) -> None:
    """Open the program's window on its first page, or on an event."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from checkin.app import App
    from checkin.cli.main import installation_folder, wall_clock  # noqa: F401 - as the command does
    from checkin.cli.outside import outside_of
    from checkin.domain.roles import Operator
    from checkin.ui.application import application
    from checkin.ui.window import Window

    class Ending(QObject):
        """Ends the program at the first paint of the page that is waited for."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, running.quit)
            return False

    running = application()
    app = App(Path(tempfile.mkdtemp()), wall_clock)
    window = Window(outside_of(app), Operator("Elīna"))
    ending = Ending()
    window.start.installEventFilter(ending)
    window.show()
    running.exec()
    window.close()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(None)
