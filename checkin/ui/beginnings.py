"""The ways to an event: a new one, one from a file, the demo."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Operator
from checkin.ui.background import Background
from checkin.ui.outside import NewEvent, Outside


class Beginnings(QObject):
    """Signals: `working` with what is being waited for; `found` with the file to be opened and a
    word to say when it is; `failed` with why there is none.
    """

    working = Signal(str)
    found = Signal(Path, str)
    failed = Signal(Exception)

    def __init__(self, outside: Outside, window: QWidget) -> None:
        super().__init__(window)
        self._outside = outside
        self._window = window
        self._background = Background(self)
        self._background.failed.connect(self.failed)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is being made."""
        return self._background.idle

    def new_event(self, operator: Operator) -> None:
        """Ask for what a new event needs, and make it."""
        # Not at import: the first page is there before anybody asks for it.
        from checkin.ui.newevent import NewEventDialog

        if (wanted := NewEventDialog.ask(self._window)) is not None:
            self._create(wanted, operator)

    def demo(self, operator: Operator) -> None:
        """Make the sample event."""
        self.working.emit(self.tr("Making a sample seminar of 240 people…"))
        self._background.ask(
            lambda: self._outside.make_demo(operator),
            lambda path: self.found.emit(path, self.demo_word(path)),
        )

    def demo_word(self, path: Path) -> str:
        """Return what is said when the demo opens."""
        words = self.tr(
            "A sample seminar: hold one of its badges ({badges}) to a scanner, or type a name."
        )
        return words.format(badges=path.with_name("badges.pdf"))

    def choose(self, folder: str) -> None:
        """Ask which file."""
        pattern = self.tr("Events") + " (*.checkin);;" + self.tr("All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open event"), folder, pattern)
        if name:
            self.found.emit(Path(name), "")

    def close(self) -> None:
        """Finish what is being made."""
        self._background.close()

    def _create(self, wanted: NewEvent, operator: Operator) -> None:
        self.working.emit(self.tr("Making {name}…").format(name=wanted.path.name))
        self._background.ask(
            lambda: self._outside.create_event(wanted, operator),
            lambda _: self.found.emit(wanted.path, ""),
        )
