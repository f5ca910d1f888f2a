"""Watches the door through a camera: on or off, which one, and how it fares."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.capture.cameras import CameraInfo, Cameras, Source
from checkin.capture.inview import InView
from checkin.capture.keys import now_ms
from checkin.domain.verdict import Reason, Verdict
from checkin.errors import CheckinError
from checkin.services.admission import echo_of
from checkin.ui.outside import Outside

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from checkin.capture.lookout import Lookout

# A camera that gives nothing for so long gives nothing any more; what failed is tried again.
SILENCE_MS, AGAIN_MS = 4_000, 3_000


class State(Enum):
    """How the camera fares."""

    OFF = "off"
    STARTING = "starting"
    SEEING = "seeing"
    NONE = "none"
    UNPLUGGED = "unplugged"
    BUSY = "busy"
    SILENT = "silent"
    NO_LIBRARY = "no library"


class CameraWatch(QObject):
    """Touches nothing before `start`. `camera` is the one chosen, None while it is not known.

    Signals: `changed` when it fares otherwise; `looked` with each Look at a frame; `scanned` with
    a code that was held up, once; `faulted` with a fault of ours, which turns it off.
    """

    changed = Signal()
    looked = Signal(object)
    scanned = Signal(str)
    faulted = Signal(Exception)

    def __init__(self, outside: Outside, parent: QObject) -> None:
        super().__init__(parent)
        self._outside = outside
        settings = outside.load_settings()
        self.on, self._wanted = settings.camera_on, settings.camera
        self.state = State.OFF
        self.camera: CameraInfo | None = None
        self._genuine: Callable[[str], bool] | None = None
        self._in_view = InView(lambda _: False)
        self._cameras: Cameras | None = None
        self._source: Source | None = None
        self._lookout: Lookout | None = None
        self._widths: dict[QObject, int] = {}
        self._silence, self._again = self._timer(SILENCE_MS), self._timer(AGAIN_MS)
        self._silence.timeout.connect(lambda: self._fail(State.SILENT))
        self._again.timeout.connect(self._open)

    @property
    def choices(self) -> list[CameraInfo]:
        """The cameras that are there, as far as somebody looked."""
        return self._cameras.found() if self._cameras and self.on else []

    @property
    def idle(self) -> bool:
        """Tell whether every frame that came was read, or gave way to a newer one."""
        return not self._lookout or self._lookout.idle

    def start(self, genuine: Callable[[str], bool]) -> None:
        """Watch from now on, if the camera is on; `genuine` tells the codes of the event."""
        self._genuine, self._in_view = genuine, InView(genuine)
        if self.on:
            self._begin()

    def stop(self) -> None:
        """Watch no more."""
        self._genuine = None
        self._end()

    def turn(self, on: bool) -> None:
        """Turn the camera on or off, and remember it."""
        self.on = on
        self._remember()
        if self._genuine and on:
            self._begin()
        else:
            self._end()
            self._tell(State.OFF)

    def choose_next(self) -> None:
        """Take the next of the cameras, and remember it."""
        found = self.choices
        at = next((at for at, one in enumerate(found) if one == self.camera), -1)
        if found:
            self._wanted = found[(at + 1) % len(found)].id
            self._remember()
            self._open()

    def show_to(self, viewer: QObject, width: int) -> None:
        """Have pictures of so many pixels' width made for somebody who looks on; 0 for none."""
        self._widths[viewer] = width
        if self._lookout:
            self._lookout.picture_width = max(self._widths.values())

    def knows(self, code: str) -> bool:
        """Tell whether a code is held up now, or was a moment ago, and is scanned already."""
        return self._in_view.knows(code, now_ms())

    def heed(self, verdict: Verdict) -> None:
        """Leave alone what is in view and was refused as invalid: it may hang on the wall."""
        if verdict.reason is Reason.INVALID:
            self._in_view.refuse(lambda text: echo_of(text) == verdict.code, now_ms())

    def forget(self) -> None:
        """Take what is held up next for a new scan."""
        self._in_view.forget()

    # From off to seeing, and back

    def _begin(self) -> None:
        if self._cameras is None:
            try:
                self._cameras = self._outside.cameras()
            except CheckinError:
                self._tell(State.NO_LIBRARY)
                return
            self._cameras.changed.connect(self._on_plugged)
        self._open()

    def _end(self) -> None:
        self._drop()
        self._again.stop()
        if self._lookout:
            lookout, self._lookout = self._lookout, None
            lookout.close()

    def _open(self) -> None:
        self._drop()
        self._again.stop()
        found = self.choices
        wanted = [one for one in found if one.id == self._wanted] if self._wanted else found[:1]
        if not wanted or not self._cameras:
            known = self.camera or self._wanted
            self._tell(State.UNPLUGGED if known else State.NONE)
            return
        if self.camera != wanted[0] or self.state not in {State.BUSY, State.SILENT}:
            self.state = State.STARTING
        self.camera = wanted[0]
        self._source = self._cameras.open(self.camera)
        self._source.framed.connect(self._on_frame)
        self._source.failed.connect(self._on_failed)
        self._silence.start()
        self.changed.emit()

    def _drop(self) -> None:
        self._silence.stop()
        if self._source:
            source, self._source = self._source, None
            source.framed.disconnect(self._on_frame)
            source.failed.disconnect(self._on_failed)
            source.stop()
            source.deleteLater()

    def _fail(self, state: State) -> None:
        self._drop()
        there = self.camera in self.choices
        self._tell(state if there else State.UNPLUGGED)
        if there:
            self._again.start()

    def _tell(self, state: State) -> None:
        self.state = state
        self.changed.emit()

    # What comes from the camera

    def _on_frame(self, frame: "QVideoFrame") -> None:
        self._silence.start()
        if self._lookout is None:
            self._lookout = self._look_out()
        self._lookout.offer(frame)
        if self.state is not State.SEEING:
            self._tell(State.SEEING)

    def _on_failed(self) -> None:
        self._fail(State.BUSY)

    def _on_plugged(self) -> None:
        if not self.on or not self._genuine:
            return
        if self._source and self.camera in self.choices:
            self.changed.emit()
        else:
            self._open()

    def _look_out(self) -> "Lookout":
        from checkin.capture.lookout import Lookout

        assert self._genuine
        made = Lookout(self._genuine, self)
        made.picture_width = max(self._widths.values(), default=0)
        made.read.connect(self._on_read)
        made.looked.connect(self.looked)
        made.faulted.connect(self._on_faulted)
        return made

    def _on_read(self, texts: list[str]) -> None:
        if self._lookout:
            for text in self._in_view.scans(texts, now_ms()):
                self.scanned.emit(text)

    def _on_faulted(self, error: Exception) -> None:
        self._end()
        self._tell(State.OFF)
        self.faulted.emit(error)

    def _remember(self) -> None:
        settings = self._outside.load_settings()
        # What cannot be kept is no reason to stop anybody at the door.
        with suppress(OSError):
            self._outside.save_settings(replace(settings, camera_on=self.on, camera=self._wanted))

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer
