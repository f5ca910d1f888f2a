"""The rehearsal in the tour: what is asked before it, and its window after some practice."""

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from checkin.domain.rehearsal import Practice
from checkin.services.rehearsal import codes_to_practise
from checkin.ui.rehearsal.dialog import RehearsalDialog
from checkin.ui.rehearsal.window import RehearsalWindow
from checkin.ui.window import Window

_LOOK_EVERY_MS, _LOOKS = 50, 600


def rehearsal_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and what is drawn, in a window's size."""
    view = window.view
    assert view, "no event is open"
    outside, operator = view.bench.outside, view.bench.operator
    yield "dialog-rehearsal", RehearsalDialog(window, view.bench.programme(), outside.now())
    desk = outside.open_desk(view.path, operator)
    codes = {one.practice: one.text for one in codes_to_practise(desk.store, operator)}
    assert outside.rehearse
    rehearsal = outside.rehearse(desk, outside.now(), lambda *_: True)
    desk.close()
    playing = RehearsalWindow(rehearsal, operator)
    playing.sounds.close()
    playing.resize(window.size())
    playing.show()
    _wait_for(playing)
    for practice in (Practice.GUEST, Practice.REVOKED, Practice.IN_ALREADY):
        if playing.view:
            playing.view.reception.take(codes[practice])
            _wait_for(playing)
    yield "rehearsal", playing
    rehearsal.end()


def _wait_for(playing: RehearsalWindow) -> None:
    loop = QEventLoop()
    for _ in range(_LOOKS):
        if playing.view and playing.idle:
            return
        QTimer.singleShot(_LOOK_EVERY_MS, loop.quit)
        loop.exec()
