"""Brings what a scanner reads to the door, whatever page or dialog is in front."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from checkin.capture.debounce import Debounce
from checkin.capture.keys import now_ms
from checkin.capture.wedge import Scan, Wedge, code_in
from checkin.domain.code import CODE_LETTERS
from checkin.domain.keyboards import put_back
from checkin.domain.sheetcode import read_page
from checkin.services.recognizing import certificate_recognizer, recognizer
from checkin.ui.bench import Bench
from checkin.ui.listening import HearsScans, ListeningField
from checkin.ui.page import Page
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import Screen
from checkin.ui.scannertest import ScannerTest
from checkin.ui.serialline import SerialLine
from checkin.ui.toast import Toast


class View(Protocol):
    """An open event, as scanning sees it."""

    bench: Bench

    @property
    def covered(self) -> bool: ...

    @property
    def pages(self) -> Sequence[Page]: ...

    @property
    def reception(self) -> ReceptionPage: ...

    @property
    def current_page(self) -> Page: ...

    def show_page(self, number: int) -> None: ...


class Scanning(QObject):
    """Serves one open event between `start` and `stop`, in `host`; knows no page but reception."""

    def __init__(self, view: View, host: QWidget) -> None:
        super().__init__(host)
        self._view = view
        self._host = host
        self._wedge = Wedge(self)
        self._wedge.scanned.connect(self._hear)
        self._debounce, self._typed = Debounce(), Debounce()
        self.serial = SerialLine(view.bench, self)
        self.serial.scanned.connect(self._read)
        self._test: ScannerTest | None = None
        self._code_of: Callable[[str], str] = str
        self._certificate_of: Callable[[str], str] = str
        self._toast: Toast | None = None
        self._over = False

    def start(self) -> None:
        """Hear scanners, as soon as it is known which codes are the event's."""
        reception = self._view.reception
        reception.told.connect(self._tell)
        for one in (self._debounce, self._typed, reception.camera):
            reception.anew.connect(one.forget)
        reception.camera.scanned.connect(self._on_camera)
        self._view.bench.news.scanner_test_wanted.connect(self.test)
        self._view.bench.door.ask(
            lambda desk: (recognizer(desk.store), certificate_recognizer(desk.store)),
            lambda both: self._listen(*both),
        )

    def stop(self) -> None:
        """Hear nothing more."""
        self._over = True
        self._wedge.stop()
        self.serial.stop()

    def take(self, text: str) -> None:
        """Hand a text that was read to the door, and show the page of reception if nothing that
        somebody is in the middle of would be lost.
        """
        view = self._view
        busy = view.covered or QApplication.activeModalWidget() or view.current_page.unsaved
        if not busy and view.current_page is not view.reception:
            view.show_page(view.pages.index(view.reception))
        view.reception.take(text)

    def test(self) -> None:
        """Show the test of the scanner, which hears every scan until it is closed."""
        dialog = self._test = ScannerTest(self._host, self.serial)
        self._wedge.followed.connect(dialog.hear_ending)
        dialog.exec()
        self._wedge.followed.disconnect(dialog.hear_ending)
        self._test = None

    def _listen(self, code_of: Callable[[str], str], certificate_of: Callable[[str], str]) -> None:
        if not self._over:
            self._code_of, self._certificate_of = code_of, certificate_of
            self._wedge.start(self._is_ours, _writing)
            self.serial.start()
            self._view.reception.camera.start(lambda text: bool(code_of(text)))

    def _is_ours(self, text: str) -> bool:
        return bool(self._code_of(text) or self._certificate_of(text))

    def _hear(self, scan: Scan) -> None:
        self._view.bench.news.scanner_heard.emit()
        if self._test:
            self._test.hear(scan)
        else:
            self._to_the_door(scan.text, scan.burst.at)

    def _read(self, text: str) -> None:
        """Take what came whole, from a serial port, without what a scanner puts before a code."""
        self._view.bench.news.scanner_heard.emit()
        if len(text) > CODE_LETTERS:
            text = code_in(text, self._is_ours) or text
        if self._test:
            self._test.hear_text(text, proven=self._is_ours(text))
        else:
            self._to_the_door(text, self._wedge.now())

    def _to_the_door(self, text: str, at: int) -> None:
        front = QApplication.activeModalWidget()
        if isinstance(front, HearsScans):
            front.take_scan(text)
            return
        if certificate := self._certificate_of(text):
            if not (self._view.covered or front):
                self._view.bench.news.certificate_scanned.emit(certificate)
            return
        if page := read_page(text, put_back):
            if not self._view.covered:
                self._view.bench.news.sheet_scanned.emit(page.code)
            return
        new = self._debounce.is_new(text, at)
        code = self._code_of(text) or text
        # A camera and a scanner have each a clock of their own, and meet on a third.
        self._typed.is_new(code, now_ms())
        if new and not self._view.reception.camera.knows(code):
            self.take(text)
        else:
            self._view.reception.say_again()

    def _on_camera(self, code: str) -> None:
        if not self._test and not self._typed.knows(code, now_ms()):
            self.take(code)

    def _tell(self, screen: Screen) -> None:
        reception, covered = self._view.reception, self._view.covered
        hidden = not reception.isVisible() and not covered
        # What a dialog takes in the place of reception it says itself.
        elsewhere = reception.deputy is None or covered
        if elsewhere and (QApplication.activeModalWidget() or hidden):
            self._toast = self._toast or Toast(self._host)
            self._toast.tell(screen)
        elif self._toast:
            self._toast.hide()


def _writing() -> bool:
    """Tell whether what has the focus takes text, and is not a field that listens anyway."""
    focus = QApplication.focusWidget()
    return (
        focus is not None
        and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(focus, ListeningField)
    )
