"""Begins a rehearsal from the window of an event, and comes back to it afterwards."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from checkin.domain.roles import Operator
from checkin.ui.outside import Outside, Rehearsal
from checkin.ui.parts import action

if TYPE_CHECKING:
    from checkin.services.desk import Desk
    from checkin.ui.longwork import Progress
    from checkin.ui.rehearsal.window import RehearsalWindow
    from checkin.ui.window import Window


class Rehearsing(QObject):
    """`actions` are the window's for it, none in a rehearsal itself.

    The event is closed meanwhile, so that no scan and no key reaches it.
    """

    def __init__(self, window: "Window", outside: Outside) -> None:
        super().__init__(window)
        self.actions: Sequence[QAction] = ()
        self.playing: RehearsalWindow | None = None
        self._window = window
        self._outside = outside
        if outside.rehearse:
            begin = action(window, self.tr("Rehearse the door"), "Ctrl+Shift+R", "rehearse")
            begin.triggered.connect(self.begin)
            self.actions = (begin,)

    def begin(self) -> None:
        """Ask what is to be rehearsed, copy the event and play."""
        # Not at import: what an event needs takes longer to read than the first page to show.
        from checkin.ui.rehearsal.dialog import RehearsalDialog

        view, rehearse = self._window.view, self._outside.rehearse
        if view is None or rehearse is None:
            words = self.tr("Open an event first: its door is what is rehearsed.")
            self._window.start.notices.warn(words)
            return
        at = RehearsalDialog.ask(self._window, view.bench.programme(), self._outside.now())
        if at is None:
            return

        def work(desk: "Desk", progress: "Progress") -> Rehearsal:
            return rehearse(desk, at, progress)

        view.long.start(self.tr("Copying the event to practise on"), work, self._play_soon)

    def _play_soon(self, rehearsal: Rehearsal) -> None:
        # The line that copied is to be closed with the event, and not by its own answer.
        QTimer.singleShot(0, self, lambda: self._play(rehearsal))

    def _play(self, rehearsal: Rehearsal) -> None:
        from checkin.ui.rehearsal.window import RehearsalWindow

        view = self._window.view
        if view:
            path, operator = view.path, view.bench.operator
            self._window.close_event()
        if not view or self._window.view:
            # Somebody closed the event meanwhile, or does not want to leave what they write.
            rehearsal.end()
            return
        playing = self.playing = RehearsalWindow(rehearsal, operator)
        playing.ended.connect(lambda words: self._come_back(rehearsal, path, operator, words))
        playing.setGeometry(self._window.geometry())
        playing.show()
        self._window.hide()

    def _come_back(self, rehearsal: Rehearsal, path: Path, operator: Operator, words: str) -> None:
        playing, self.playing = self.playing, None
        self._window.show()
        rehearsal.end()
        if playing:
            playing.deleteLater()
            self._window.open(path, words, proven=playing.last == operator)
