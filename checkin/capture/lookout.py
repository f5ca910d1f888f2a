"""Reads codes out of video frames in a thread of its own, the newest frame first."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.capture.decode import Code, codes_in
from checkin.capture.secondtries import SecondTries

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


@dataclass(frozen=True, slots=True)
class Look:
    """What one frame came to; `genuine` tells whether any of its codes is what one looks for.

    `picture` is a small grey one of it, where one was wanted.
    """

    codes: tuple[Code, ...]
    genuine: bool
    picture: QImage | None


class Lookout(QObject):
    """A frame that comes while another is read takes the place of the one that waits.

    `genuine` tells whether a text is what one looks for; where none is seen one looks again.
    Signals, all in the thread of whoever made this: `read` with the texts in a frame, as soon as
    they are known; `looked` with the Look at every frame; `faulted` with a fault of ours, after
    which nothing more is read. Call `close` before letting go.
    """

    read = Signal(list)
    looked = Signal(object)
    faulted = Signal(Exception)

    def __init__(self, genuine: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._genuine = genuine
        self._tries = SecondTries(time.perf_counter)
        self._news = Condition()
        self._waiting: QVideoFrame | None = None
        self._reading = False
        self._closed = False
        # How wide a picture has to be at least; 0 makes none.
        self.picture_width = 0
        self._thread = Thread(target=self._work, name="camera", daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        """Tell whether no frame is being read, and none waits."""
        with self._news:
            return self._waiting is None and not self._reading

    def offer(self, frame: "QVideoFrame") -> None:
        """Have a frame read, unless a newer one comes first."""
        with self._news:
            self._waiting = frame
            self._news.notify()

    def close(self) -> None:
        """Read nothing more, and wait until what is being read is done with."""
        with self._news:
            self._closed = True
            self._waiting = None
            self._news.notify()
        self._thread.join()

    # These run in the thread.

    def _work(self) -> None:
        # What it imports takes longer than the window may stand still.
        from checkin.capture.frames import grey_of

        try:
            while frame := self._next():
                plane = grey_of(frame)
                del frame
                if plane:
                    self._look(plane)
        except Exception as error:
            if not self._closed:
                self.faulted.emit(error)

    def _next(self) -> "QVideoFrame | None":
        with self._news:
            self._reading = False
            self._news.wait_for(lambda: self._waiting or self._closed)
            frame, self._waiting = self._waiting, None
            self._reading = frame is not None
            return frame

    def _look(self, plane: Image.Image) -> None:
        codes = codes_in(plane)
        genuine = self._any_genuine(codes)
        if not genuine:
            # A poster behind somebody is no reason not to look for their badge.
            more = self._tries.find(plane, {code.text for code in codes}, self._newer_waits)
            codes, genuine = codes + more, self._any_genuine(more)
        if codes and not self._closed:
            self.read.emit([code.text for code in codes])
        if not self._closed:
            self.looked.emit(Look(tuple(codes), genuine, self._small(plane)))

    def _any_genuine(self, codes: list[Code]) -> bool:
        return any(self._genuine(code.text) for code in codes)

    def _newer_waits(self) -> bool:
        return self._waiting is not None or self._closed

    def _small(self, plane: Image.Image) -> QImage | None:
        width = self.picture_width
        if not width or plane.width < width:
            return None
        # By a whole number: a tenth of the time of any other way.
        small = plane.reduce(plane.width // width)
        grey = QImage.Format.Format_Grayscale8
        return QImage(small.tobytes(), *small.size, small.width, grey).copy()
