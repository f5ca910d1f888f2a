"""Shows each check before the doors open as it is known: green, or what to do about it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.devices import Devices, check_devices
from checkin.services.finding import Check, Finding, Level
from checkin.services.preflight import EVENT_CHECKS, Place, check_event
from checkin.ui.dialog import Dialog
from checkin.ui.line import Line
from checkin.ui.parts import label, literal, restyle
from checkin.ui.preflight.wording import check_names, ready_word, verdict_words
from checkin.ui.scrolling import scrolling
from checkin.ui.shapes import Shape, ShapeMark
from checkin.ui.words import sentence

_WIDTH, _LEAST_HEIGHT = 760, 380
_MARK = QSize(18, 18)
_LOOKS = {
    Level.OK: ("good", Shape.TICK),
    Level.LOOK: ("careful", Shape.EXCLAMATION),
    Level.WRONG: ("bad", Shape.CROSS),
}

Remedies = Mapping[Check, tuple[str, Callable[[], object]]]
"""What a button beside a check says, and what it does once the dialog is closed."""


class PreflightDialog(Dialog):
    """`looked` tells when every check has been made; `findings` are what came of them so far."""

    looked = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        line: Line,
        place: Place,
        devices: Callable[[], Devices],
        remedies: Remedies,
    ) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Ready for the doors?"), self.tr("Close  Enter"))
        self.cancel_button.setText(self.tr("Look again  F5"))
        self.cancel_button.clicked.disconnect()
        self.cancel_button.clicked.connect(self.look)
        QShortcut(QKeySequence("F5"), self, self.look)
        self.findings: dict[Check, Finding] = {}
        self._line, self._place, self._devices = line, place, devices
        self._summary = label(role="notice", wraps=True)
        self._rows = {check: _Row(check) for check in Check}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for number, (check, shown) in enumerate(self._rows.items()):
            shown.lie_in(grid, number)
            if remedy := remedies.get(check):
                grid.addWidget(self._button(*remedy, shown), number, 3)
        area = scrolling(inside)
        area.setMinimumHeight(_LEAST_HEIGHT)
        self.body.addWidget(self._summary)
        self.body.addWidget(area, 1)
        self.look()

    def look(self) -> None:
        """Make every check anew."""
        self.findings.clear()
        self._summary.setText(self.tr("Looking…"))
        for shown in self._rows.values():
            shown.wait()
        for check in EVENT_CHECKS:
            self._line.ask(partial(self._check, check), self._tell, partial(self._fail, check))
        # What a computer says of its devices may take a while: the dialog is to be there first.
        QTimer.singleShot(0, self._look_at_devices)

    def _check(self, check: Check, desk: Desk) -> Finding:
        return check_event(desk.store, desk.operator, check, self._place)

    def _fail(self, check: Check, error: Exception) -> None:
        if isinstance(error, CheckinError):
            self._tell(Finding(check, Level.WRONG, error))
        else:
            self._line.failed.emit(error)

    def _look_at_devices(self) -> None:
        if not self.over:
            for finding in check_devices(self._devices()):
                self._tell(finding)

    def _tell(self, finding: Finding) -> None:
        if self.over:
            return
        self.findings[finding.check] = finding
        self._rows[finding.check].tell(finding)
        if len(self.findings) == len(self._rows):
            levels = [one.level for one in self.findings.values()]
            self._summary.setText(verdict_words(levels))
            self.looked.emit()

    def _button(self, words: str, does: Callable[[], object], shown: "_Row") -> QPushButton:
        button = QPushButton(literal(words))
        button.setAutoDefault(False)
        button.hide()
        shown.button = button

        def clicked() -> None:
            self.accept()
            does()

        button.clicked.connect(clicked)
        return button


class _Row:
    """One check; its button is shown where there is something to do about it."""

    def __init__(self, check: Check) -> None:
        self._name = check_names()[check]
        self._mark = ShapeMark(_MARK)
        self._mark.setObjectName("latest")
        self._words: QLabel = label(wraps=True)
        self.button: QPushButton | None = None

    def lie_in(self, grid: QGridLayout, number: int) -> None:
        """Take a row of the grid."""
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._mark, number, 0, top)
        grid.addWidget(label(self._name), number, 1, top)
        grid.addWidget(self._words, number, 2, top)

    def wait(self) -> None:
        """Show that nothing is known yet."""
        self._show("calm", Shape.NONE, "…", quiet=True)
        self._offer(shown=False)

    def tell(self, finding: Finding) -> None:
        """Show what came of it."""
        words = sentence(finding.error) if finding.error else ready_word()
        self._show(*_LOOKS[finding.level], words, quiet=finding.error is None)
        self._words.setAccessibleName(f"{self._name}: {words}")
        self._offer(shown=finding.error is not None)

    def _show(self, tone: str, shape: Shape, words: str, *, quiet: bool) -> None:
        self._mark.setProperty("tone", tone)
        self._mark.show_shape(shape)
        self._words.setText(words)
        self._words.setProperty("role", "quiet" if quiet else "")
        for widget in (self._mark, self._words):
            restyle(widget)

    def _offer(self, *, shown: bool) -> None:
        if self.button:
            self.button.setVisible(shown)
