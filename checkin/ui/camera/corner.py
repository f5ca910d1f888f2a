"""What the camera sees, small, at the corner of a page: to aim by, and to read how it fares."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from checkin.ui.camera.picture import CameraPicture
from checkin.ui.camera.watching import CameraWatch, State
from checkin.ui.parts import ActionButton, Card, action, label, row

if TYPE_CHECKING:
    from checkin.capture.lookout import Look

# A code that is missed in a frame or two is held up still.
_SAID_MS = 700


class CameraCorner(Card):
    """Belongs to a page, whose F7 turns the camera on and off; F6 takes the next of several."""

    def __init__(self, watch: CameraWatch, page: QWidget) -> None:
        super().__init__(margin=10, gap=6)
        self._watch = watch
        self.turning = action(page, self.tr("Camera"), "F7", "camera")
        self.turning.setCheckable(True)
        self.turning.triggered.connect(watch.turn)
        self.choosing = action(page, self.tr("Next camera"), "F6", "next camera")
        self.choosing.triggered.connect(watch.choose_next)
        self.picture = CameraPicture()
        self.words = label(wraps=True)
        turning, choosing = (
            ActionButton(one, takes_focus=False) for one in (self.turning, self.choosing)
        )
        # There is no room for both keys.
        choosing.show_keys(False)
        self.inside.addWidget(self.picture, 1)
        self.inside.addWidget(self.words)
        self.inside.addLayout(row(turning, choosing, None, gap=8))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_SAID_MS)
        self._calm.timeout.connect(self._follow)
        watch.changed.connect(self._follow)
        watch.looked.connect(self._on_looked)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.show_to(self, round(self.picture.width() * self.devicePixelRatio()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.show_to(self, 0)
        self.picture.clear()

    def _follow(self) -> None:
        watch = self._watch
        self._calm.stop()
        on = watch.state is not State.OFF
        self.turning.setChecked(on)
        self.words.setVisible(on)
        self.picture.setVisible(watch.state in {State.STARTING, State.SEEING})
        if watch.state is not State.SEEING:
            self.picture.clear()
        self.words.setText(self._how_it_fares())
        self.picture.name = watch.camera.name if watch.camera else ""
        others = [one for one in watch.choices if one != watch.camera]
        self.choosing.setVisible(bool(others))

    def _on_looked(self, look: "Look") -> None:
        if not self.isVisible():
            return
        if look.picture:
            self.picture.show_look(look)
        if look.codes:
            read, strange = self.tr("Read."), self.tr("This is not a code of this event.")
            self.words.setText(read if look.genuine else strange)
            self._calm.start()

    def _how_it_fares(self) -> str:
        return {
            State.OFF: "",
            State.STARTING: self.tr("Starting…"),
            State.SEEING: self.tr("Hold a badge up to the camera."),
            State.NONE: self.tr("There is no camera. Plug one in; scanners that type go on."),
            State.UNPLUGGED: self._unplugged(),
            State.BUSY: self.tr(
                "The camera is used by another program, or broken. Close that program; this one"
                " tries again by itself."
            ),
            State.SILENT: self.tr(
                "No picture comes. Pull the camera's plug and put it in again, or press F7 twice."
            ),
            State.NO_LIBRARY: self.tr(
                "Cameras need the package libpulse0 here. Install it, then start Check-in again."
            ),
        }[self._watch.state]

    def _unplugged(self) -> str:
        name = self._watch.camera.name if self._watch.camera else self.tr("The camera used before")
        if self._watch.choices:
            words = self.tr("{name} is unplugged. Plug it in again, or take another with F6.")
        else:
            words = self.tr("{name} is unplugged. Plug it in again; scanners that type go on.")
        return words.format(name=name)
