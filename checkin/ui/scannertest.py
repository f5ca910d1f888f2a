"""The test of a scanner: hold it to a code, and read how it is set and what to set better."""

from itertools import pairwise
from statistics import median

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from checkin.capture.wedge import Scan
from checkin.domain.scannertest import TEST_CODE
from checkin.render.qr import SIDE, matrix, runs
from checkin.ui.dialog import Dialog
from checkin.ui.listening import ListeningField
from checkin.ui.parts import column, label, restyle, row
from checkin.ui.portchoice import PortChoice
from checkin.ui.scannerwords import Findings, findings, findings_of_text, too_slow
from checkin.ui.serialline import SerialLine

_WIDTH, _FINDING_WIDTH = 760, 580
# Of four pixels a module, so that the test still stands whole on the smallest screen.
_CODE_PIXELS, _QUIET_MODULES = 132, 4
_FEWEST_LETTERS = 8


class ScannerTest(Dialog):
    """Hand it scans with `hear`, and the keys that come after one with `hear_ending`.

    `found` is what was found of the last one.
    """

    def __init__(self, parent: QWidget | None, serial: SerialLine) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Test the scanner"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        self._scan: Scan | None = None
        self._endings: list[str] = []
        self.found: Findings | None = None
        how = label(
            self.tr(
                "Hold the scanner to this code, or to a badge. Nobody is checked in meanwhile.\n\n"
                "Nothing comes? The scanner may be set to a serial port: choose it below, or set"
                " the scanner to USB keyboard; its manual calls it HID keyboard."
            ),
            wraps=True,
        )
        self.slow_field = _SlowField(self.tr("What comes as slowly as typing stands here"))
        self.slow_field.ended.connect(lambda gap: self._show(too_slow(gap)))
        beside = row(_Code())
        beside.addLayout(column(how, None, self.slow_field), 1)
        self.body.addLayout(beside)
        self.port = PortChoice(serial)
        self.body.addWidget(self.port)
        self._panel = QFrame()
        self._panel.setObjectName("notice")
        self._headline = label(role="heading", wraps=True)
        self._lines = QFormLayout()
        self._lines.setHorizontalSpacing(18)
        self._lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self._headline)
        inside.addLayout(self._lines)
        self._panel.hide()
        self.body.addWidget(self._panel)
        self.slow_field.setFocus()

    def hear(self, scan: Scan) -> None:
        """Say what a scan tells."""
        self._scan, self._endings = scan, [scan.burst.ending]
        self._show(findings(scan, self._endings))

    def hear_text(self, text: str, *, proven: bool) -> None:
        """Say what a text tells that came whole from a serial port."""
        self._scan = None
        self._show(findings_of_text(text, proven=proven))

    def hear_ending(self, key: str) -> None:
        """Hear of one more key that came with the last scan."""
        if self._scan:
            self._endings.append(key)
            self._show(findings(self._scan, self._endings))

    def _show(self, found: Findings) -> None:
        self.found = found
        self._panel.setProperty("tone", found.tone)
        self._headline.setText(found.headline)
        while self._lines.rowCount():
            self._lines.removeRow(0)
        for what, finding in found.lines:
            name = label(what)
            name.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._lines.addRow(name, _as_high_as_its_text(finding))
        words = ". ".join([found.headline, *(": ".join(line) for line in found.lines)])
        self._panel.setAccessibleName(words)
        self._panel.show()
        for widget in (self._panel, *self._panel.findChildren(QWidget)):
            restyle(widget)
        self.adjustSize()


def _as_high_as_its_text(text: str) -> QLabel:
    """Return a label of several lines: left to itself, a dialog gives it room for one."""
    made = label(text, wraps=True)
    made.setFixedWidth(_FINDING_WIDTH)
    made.ensurePolished()
    made.setMinimumHeight(made.heightForWidth(_FINDING_WIDTH))
    return made


class _SlowField(ListeningField):
    """`ended` tells the usual time in ms between the letters that came, once Enter or Tab does."""

    ended = Signal(float)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._times: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if ends and self.text():
            gaps = [later - before for before, later in pairwise(self._times)]
            if len(self.text()) >= _FEWEST_LETTERS and gaps:
                self.ended.emit(median(gaps))
            self._times.clear()
            self.clear()
            return
        if event.text() and not ends:
            self._times.append(event.timestamp())
        super().keyPressEvent(event)


class _Code(QWidget):
    """The test code, black on white whatever the theme: a scanner reads nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_CODE_PIXELS, _CODE_PIXELS))
        self.setAccessibleName(self.tr("Test code"))
        self._rectangles = runs(matrix(TEST_CODE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        module = self.width() // (SIDE + 2 * _QUIET_MODULES)
        start = (self.width() - SIDE * module) // 2
        for x, y, width, height in self._rectangles:
            area = QRectF(x * module, y * module, width * module, height * module)
            painter.fillRect(area.translated(start, start), QColor("black"))
        painter.end()
